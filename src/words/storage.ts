import { counted } from "#words/number.ts";

const maps = (count: number) => (count === 1 ? "1 map" : `${counted(count)} maps`);

/** What the storage panel, the offer after a loss, and the reader of backups say. */
export const storageWords = {
  language: "en-GB",
  maps,

  emptyFile: (name: string) =>
    `“${name}” is empty. A backup of Counterpoint was expected; its name ends in .cpbackup.`,
  notBackup: (name: string) =>
    `“${name}” is not a backup of Counterpoint. A backup's name ends in .cpbackup; a single map's file is opened with Import…`,
  newerBackup: (name: string, found: number, known: number) =>
    `“${name}” was written by a newer version of Counterpoint (its form is ${found}; this version reads up to ${known}). Reload the page to get the newer version.`,
  nothingWhole: (name: string) =>
    `“${name}” is a backup of Counterpoint, but no map in it is whole. It may have been cut off when it was copied.`,

  heading: "Storage",
  space: "Space",
  used: (used: string, available: string | null) =>
    available === null
      ? `${used} are used.`
      : `${used} are used of ${available} that this browser would give.`,
  images: (count: number, size: string) =>
    `${count === 1 ? "1 image takes" : `${count} images take`} ${size} of it; one that several maps show counts once, and with each of them below.`,
  usedUnknown: "This browser does not say how much space is used.",
  mapColumn: "Map",
  sizeColumn: "Size",
  measuring: "Measuring the maps…",
  noMaps: "No map has been edited on this device yet.",
  otherMaps: (count: number) => `${maps(count)} more`,
  untitled: "Untitled map",
  inBin: (title: string) => `${title} (in the bin)`,

  promise: "How long it is kept",
  promised: "This browser has promised to keep your maps until you delete them yourself.",
  notPromised: "This browser has not promised to keep your maps: it may delete them when space runs low.",
  noPromises: "This browser makes no promises. Keep a backup file.",
  askForPromise: "Ask it to promise",
  refusedPromise: "The browser did not promise it. It may later, when you have used Counterpoint more often.",

  copy: "Second copy",
  copied: (when: string) => `A second copy of everything was written ${when}.`,
  notCopiedYet: "A second copy is written soon after the first edit.",
  noCopy: "This browser has no place for a second copy. Keep a backup file instead.",
  aside: (when: string, count: number) =>
    `A copy of ${maps(count)} that were lost is still here, from ${when}.`,
  restoreAside: "Restore it",
  damaged: (count: number) =>
    count === 1 ? "1 damaged record was set aside." : `${counted(count)} damaged records were set aside.`,
  nothingKept: "Nothing is kept in this browser, so there is nothing to back up.",

  backup: "Backup",
  backupHint:
    "One file with all maps, their history and your settings. A restored backup is merged: nothing newer is lost.",
  backUp: "Back up everything…",
  backedUp: (name: string) => `${name} is saved where your browser puts downloads.`,
  restore: "Restore a backup…",
  isBackup: (name: string) => `“${name}” is not one map but a backup of all. You can restore it here.`,
  found: (when: string | null, count: number) =>
    when === null
      ? `This backup holds ${maps(count)}.`
      : `This backup is from ${when} and holds ${maps(count)}.`,
  foundDamaged: (count: number, expected: number | null) =>
    expected === null || expected <= count
      ? "Part of the file is damaged; what is whole can be restored."
      : `It was to hold ${counted(expected)}. The rest of the file is damaged or missing; what is whole can be restored.`,
  restoreFound: (count: number) => `Restore ${maps(count)}`,
  cancel: "Cancel",
  restored: (added: number, merged: number, unchanged: number) => {
    if (added + merged === 0) return "Everything in it was here already; nothing was changed.";
    const parts = [
      ...(added > 0 ? [`${maps(added)} brought back`] : []),
      ...(merged > 0 ? [`${maps(merged)} merged with what is here`] : []),
      ...(unchanged > 0 ? [`${maps(unchanged)} unchanged`] : []),
    ];
    return `${parts.join(", ")}.`;
  },
  failed: (reason: string) => `That did not work: ${reason}`,
  working: "Working…",

  forgetting: "On a computer that others use",
  forget: "Forget everything on this device…",
  forgetAsk: (count: number) =>
    count === 0
      ? "Settings and everything else that Counterpoint keeps in this browser are deleted. This cannot be undone."
      : `${maps(count)} with all history, the second copy and your settings are deleted from this browser. This cannot be undone.`,
  forgetBackupFirst: "Back up first…",
  forgetNow: "Forget everything",
  lossHeading: "Your maps are not where they were",
  loss: (count: number | null) =>
    count === null
      ? "The browser has deleted the maps that Counterpoint kept on this device."
      : `The browser has deleted what Counterpoint kept on this device: ${maps(count)}.`,
  lossHere: (count: number) =>
    count === 1
      ? "One map that was open then has been kept again, and is here."
      : `${maps(count)} that were open then have been kept again, and are here.`,
  lossCopy: (when: string | null, count: number) =>
    when === null
      ? `A second copy holds ${maps(count)}.`
      : `A second copy from ${when} holds ${maps(count)}.`,
  lossNoCopy: "There is no second copy in this browser. If you have a backup file, open it.",
  lossRestore: (count: number) => `Restore ${maps(count)}`,
  lossOpen: "Open a backup file…",
  lossGoOn: "Go on without what was lost",
  lossGoOnHint: "The second copy stays here, and can be restored later under Storage…",

  justNow: "just now",
  minutesAgo: (minutes: number) => (minutes === 1 ? "a minute ago" : `${minutes} minutes ago`),
  today: (time: string) => `today at ${time}`,
  on: (day: string, time: string) => `${day} at ${time}`,
  units: ["bytes", "KB", "MB", "GB", "TB"] as const,
};

import { batch, type ReadonlySignal, signal } from "@preact/signals-core";
import type { BadEntry } from "#interchange/bibtex-entries.ts";
import type { ClaimId, HolderId, ImageId, MapId, SchoolId, SourceId } from "#model/ids.ts";
import { type Address, writeAddress } from "#session/address.ts";
import type { KeepingFile } from "#session/keeping-file.ts";
import { MapSession } from "#session/map-session.ts";
import type { Arrival, Newer, Reviewing } from "#session/merging.ts";
import { Notices } from "#session/notices.ts";
import type { Platform } from "#session/platform.ts";
import type { Settings } from "#session/settings.ts";
import type { Maps } from "#store/maps.ts";
import type { OpenMap } from "#store/open-map.ts";
import type { Progress } from "#store/reading.ts";
import { sessionWords } from "#words/session.ts";

/** Opening that is done sooner shows no dialog, in milliseconds. */
const briefly = 500;

/** A dialog that is open; at most one is. */
export type Dialog =
  | {
      readonly type:
        | "palette"
        | "keys"
        | "settings"
        | "export"
        | "bibliography"
        | "history"
        | "find"
        | "replace";
    }
  /** `backup` is a file that the person opened, and may want to restore. */
  | { readonly type: "storage"; readonly backup?: File }
  | { readonly type: "move" | "link"; readonly claim: ClaimId }
  | { readonly type: "image"; readonly claim: ClaimId; readonly image: ImageId }
  | { readonly type: "merge"; readonly arrival: Arrival }
  | { readonly type: "keep-file" }
  /** What of a file of sources could not be read, after what came of it in a sentence. */
  | { readonly type: "unread-entries"; readonly summary: string; readonly entries: readonly BadEntry[] }
  | { readonly type: "problem"; readonly sentence: string }
  | {
      readonly type: "reading";
      readonly name: string;
      readonly progress: ReadonlySignal<Progress>;
      cancel(): void;
    };

/** What the panel about the map shows: the map itself, its people, its schools, or its sources. */
export const mapParts = ["about", "people", "schools", "sources"] as const;
export type MapPart = (typeof mapParts)[number];

/** An entry of the panel about the map to which something leads. */
export interface MapEntry {
  readonly part: "people" | "schools" | "sources";
  readonly id: HolderId | SchoolId | SourceId;
  /** What the way back is called. */
  readonly from: string;
  /** Gives the focus back to what led there. */
  back(): void;
}

/** A newer version of the app that is on this device already and waits. */
export interface NewVersion {
  /** Changes to it, once all is saved: the page is loaded anew. */
  take(): void;
}

/** The whole app as one person sees it: which screen, which map, which dialog. */
export class Workspace {
  readonly maps: Maps;
  readonly settings: Settings;
  readonly platform: Platform;
  readonly notices = new Notices();
  readonly address = signal<Address>({ screen: "home" });
  /** The open map; `null` in the library and while one is loading. */
  readonly current = signal<MapSession | null>(null);
  readonly dialog = signal<Dialog | null>(null);
  /** What is open of the panel about the map; `null` while it is closed. */
  readonly about = signal<MapPart | null>(null);
  /** Of that panel the entry to which something has led, until one comes back or goes on. */
  readonly entry = signal<MapEntry | null>(null);
  /** Whether what is missing in the map is listed beside it. */
  readonly missing = signal(false);
  /** Why the address leads nowhere, or `null`. */
  readonly lost = signal<string | null>(null);
  readonly newVersion = signal<NewVersion | null>(null);
  /** What the last merge brought, until it was looked through; it stands beside its own map only. */
  readonly reviewing = signal<Reviewing | null>(null);
  /** The newer version of a shipped map that is offered. */
  readonly newer = signal<Newer | null>(null);
  /** How the open map goes to a file of the person's as well; `null` where the browser cannot, and until that is loaded. */
  readonly keeping = signal<KeepingFile | null>(null);
  readonly #firstMap: MapId;
  /** Ends what was asked for before, if it is still on its way. */
  #asked = new AbortController();

  constructor(maps: Maps, settings: Settings, platform: Platform, firstMap: MapId) {
    this.maps = maps;
    this.settings = settings;
    maps.person = () => settings.choices.peek().name;
    this.platform = platform;
    this.#firstMap = firstMap;
  }

  /** Goes where an address says, opening its map if need be. A later call overtakes an earlier one, which resolves then. */
  async go(address: Address): Promise<void> {
    this.#asked.abort();
    const { signal: overtaken } = (this.#asked = new AbortController());
    if (address.screen === "home") {
      const last = await this.#lastMap();
      return overtaken.aborted ? undefined : this.go(last);
    }
    this.current.peek()?.finish();
    if (address.screen === "maps" || address.screen === "nowhere") {
      const lost = address.screen === "nowhere" ? sessionWords.unknownAddress(address.found) : null;
      return this.#arrive(address, null, lost);
    }
    const open = this.current.peek();
    if (open?.open.id === address.map) return this.#arrive(address, open, null);
    const opened = await this.#open(address.map, overtaken).catch((error: unknown) => {
      if (!overtaken.aborted) throw error;
      return null;
    });
    if (overtaken.aborted) return opened?.close();
    if (opened === null) return this.#arrive(address, null, sessionWords.unknownMap(address.map));
    this.#arrive(address, new MapSession(opened), null);
  }

  /** The address of what is on screen, with the claim in hand. */
  here(): string {
    const address = this.address.value;
    const session = this.current.value;
    const claim = (address.screen === "neighbourhood" ? session?.centre : session?.inHand)?.value ?? null;
    return writeAddress("claim" in address ? { ...address, claim } : address);
  }

  /** Opens a map. Where that takes long, a dialog says how far it is, and its Cancel goes to the library. */
  async #open(id: MapId, ending: AbortSignal): Promise<OpenMap | null> {
    const { maps, dialog } = this;
    const title = maps.entries.peek().find((entry) => entry.id === id)?.title;
    const progress = signal<Progress>({ stage: "opening", share: 0 });
    const cancel = () => void this.go({ screen: "maps" });
    const said: Dialog = { type: "reading", name: title || sessionWords.untitled, progress, cancel };
    const timer = setTimeout(() => (dialog.value ??= said), briefly);
    const tell = (share: number) => (progress.value = { stage: "opening", share });
    try {
      return await maps.openMap(id, { tell, signal: ending });
    } finally {
      clearTimeout(timer);
      if (dialog.peek() === said) dialog.value = null;
    }
  }

  #arrive(address: Address, session: MapSession | null, lost: string | null): void {
    batch(() => {
      const before = this.current.peek();
      if (before !== null && before !== session) before.close();
      if (address.screen !== "map") session?.endComparing();
      this.current.value = session;
      this.lost.value = lost;
      this.address.value = address;
      if (session !== null && "claim" in address && address.claim !== null)
        this.#point(session, address.claim);
      if (session !== null && address.screen === "neighbourhood")
        session.centre.value = session.inHand.peek();
    });
    if (session !== null) void this.maps.noteOpened(session.open.id);
  }

  #point(session: MapSession, claim: ClaimId): void {
    if (session.map.peek().claims.has(claim)) {
      if (session.inHand.peek() !== claim) session.take(claim, "centre");
    } else this.notices.show(sessionWords.unknownClaim(claim));
  }

  async #lastMap(): Promise<Address> {
    const map = (await this.maps.lastOpened()) ?? this.#firstMap;
    return { screen: "map", map, claim: null };
  }
}

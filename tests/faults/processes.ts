import { readdirSync, readFileSync } from "node:fs";

interface Process {
  readonly id: number;
  readonly group: number;
  readonly command: string;
}

/** Sends a signal to every process of a group; does nothing when there is none. */
export function signalGroup(group: number, name: NodeJS.Signals): void {
  try {
    process.kill(-group, name);
  } catch {
    // It has ended already.
  }
}

/** Resolves when no process of the group is left. */
export async function groupEnded(group: number): Promise<void> {
  while (processes().some((process) => process.group === group)) await new Promise(setImmediate);
}

/** Finds the browser that was started with this profile; what it returns ends every process of it at once, as `kill -9` does. */
export function killerOf(profile: string): () => Promise<void> {
  const groups = processes()
    .filter(({ id, group, command }) => id === group && command.includes(profile))
    .map(({ group }) => group);
  if (groups.length === 0) throw new Error(`No browser runs with the profile ${profile}.`);
  return async () => {
    for (const group of groups) signalGroup(group, "SIGKILL");
    for (const group of groups) await groupEnded(group);
  };
}

/** What runs on this machine; what has ended and waits to be collected does not count. */
function processes(): readonly Process[] {
  return readdirSync("/proc").flatMap((entry) => {
    if (!/^\d+$/.test(entry)) return [];
    try {
      const facts = readFileSync(`/proc/${entry}/stat`, "utf8").split(") ").at(-1) ?? "";
      const [state, , group] = facts.split(" ");
      const command = readFileSync(`/proc/${entry}/cmdline`, "utf8");
      return state === "Z" ? [] : [{ id: Number(entry), group: Number(group), command }];
    } catch {
      return [];
    }
  });
}

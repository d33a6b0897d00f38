import { effect } from "@preact/signals-core";
import { onTestFinished } from "vitest";
import { readNative } from "#interchange/native-read.ts";
import type { MapId } from "#model/ids.ts";
import { writeMap } from "#store/writing.ts";
import { readFile } from "#session/file-writing.ts";
import { KeepingFile } from "#session/keeping-file.ts";
import { memoryStorage } from "#storage/memory.ts";
import { readCopy } from "#store/copies.ts";
import type { KeptFiles } from "#store/kept-file.ts";
import type { OpenMap } from "#store/open-map.ts";
import type { Storage } from "#store/ports.ts";
import { stateOfUpdate } from "#store/updates.ts";
import { mapText } from "#store/values.ts";
import { argumentMap } from "../notation.ts";
import { below, chance, pick, type Random } from "../random-map.ts";
import { say } from "../store/edits.ts";
import { openMaps } from "../store/shipping.ts";
import { PersonFile } from "./person-disk.ts";

const thaw = { ...argumentMap("A; +B > A; -C > A"), id: "thaw" as MapId };
/** So long that a test writes when it says so. */
const never = { rest: 1e8, longest: 1e8, elsewhere: 1e8 };

interface Tab {
  readonly open: OpenMap;
  readonly keeping: KeepingFile;
}

/** A tab on a device, which has the map. */
export async function tabOn(storage: Storage, files: KeptFiles, pauses = never): Promise<Tab> {
  const maps = await openMaps(storage);
  if (maps.ids.length === 0) await maps.add(thaw);
  const open = (await maps.openMap(thaw.id))!;
  const keeping = new KeepingFile({ open, files, by: () => "Carr", startWriter: noWorker, pauses });
  onTestFinished(() => keeping.close(false));
  await keeping.look();
  return { open, keeping };
}

export async function device(pauses = never) {
  const storage = memoryStorage(null);
  const files = await storage.openFiles!();
  return { storage, files, file: new PersonFile(), ...(await tabOn(storage, files, pauses)) };
}

/** The map and the document in what was written; both are sound and say the same. */
export function readBack(text: string) {
  const outcome = readNative(text);
  if ("refused" in outcome || outcome.history === undefined) throw new Error(`Not a copy: ${text}`);
  const copy = readCopy(outcome.map, outcome.history);
  if ("refused" in copy) throw new Error(copy.refused);
  return { text: mapText(outcome.map), document: copy.document, state: stateOfUpdate(copy.document) };
}

function noWorker(): never {
  throw new Error("The maps of these stories are small.");
}

export async function emptyMark(file: PersonFile) {
  return (await readFile(file)).mark;
}

/** The file of a colleague who had this copy, and has edited it. */
async function colleaguesCopy(from: string, text: string): Promise<string> {
  const outcome = readNative(from);
  if ("refused" in outcome) throw new Error(outcome.refused);
  const maps = await openMaps(memoryStorage(null));
  await maps.add(outcome.map, readBack(from).document);
  const open = (await maps.openMap(thaw.id))!;
  open.run(say, { claim: "Theirs", text });
  const { map, document } = await open.copy();
  return writeMap(map, { type: "copy", document, by: "Elton" }).text();
}

const faults = ["open", "write", "close", "landed"] as const;
const permissions = ["granted", "granted", "granted", "prompt", "denied"] as const;

/** Two tabs of one map, one file, and everything that may happen to them. */
export class Story {
  readonly file = new PersonFile();
  readonly tabs: Tab[] = [];
  /** All that the map has said in any tab. */
  readonly said = new Set<string>();
  readonly #random: Random;
  readonly #storage = memoryStorage(null);
  #files!: KeptFiles;
  #failing = false;
  #edits = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  async begin(): Promise<void> {
    const files = await this.#storage.openFiles!();
    this.#files = {
      ...files,
      put: async (map, file) => {
        if (this.#failing) throw new DOMException("The database is gone.", "UnknownError");
        await files.put(map, file);
      },
    };
    await this.#arrive(0);
    await this.#arrive(1);
    await this.tabs[0]!.keeping.keep(this.file, await emptyMark(this.file));
  }

  async step(): Promise<void> {
    const random = this.#random;
    const at = below(random, 2);
    const tab = this.tabs[at]!;
    const steps: readonly (() => unknown)[] = [
      () => this.#edit(tab),
      () => this.#edit(tab),
      () => tab.keeping.look(),
      () => tab.keeping.look(),
      () => this.#both(),
      () => this.#outside(),
      () => this.file.touch(),
      () => (this.file.permission = pick(random, permissions)),
      () => (this.file.fault = pick(random, faults)),
      () => (this.file.isGone = chance(random, 0.3)),
      () => (this.#failing = chance(random, 0.3)),
      () => (this.file.meanwhile = () => this.#outside()),
      () => this.#arrive(at),
      () => this.#decide(tab),
      () => tab.open.undo(),
      () => tab.keeping.ask().then(() => this.#edit(tab)),
    ];
    await pick(random, steps)!();
  }

  /** Everything is well again, and the person lets what is in the file be written over. */
  async end(): Promise<void> {
    Object.assign(this.file, { permission: "granted", isGone: false, fault: null, meanwhile: null });
    this.#failing = false;
    for (const { keeping } of this.tabs) {
      await keeping.look();
      if (keeping.line.value?.state === "written") continue;
      this.file.allow();
      await keeping.accept((await keeping.read())!.mark);
    }
    for (const { keeping } of this.tabs) await keeping.look();
  }

  async #arrive(at: number): Promise<void> {
    await this.tabs[at]?.keeping.close(false);
    const tab = await tabOn(this.#storage, this.#files);
    onTestFinished(effect(() => void this.said.add(mapText(tab.open.map.value))));
    this.tabs[at] = tab;
  }

  #edit({ open }: Tab): void {
    open.run(say, {
      claim: pick(this.#random, ["A", "B", "D", "E"]),
      text: `edit ${this.#edits++}`,
    });
  }

  /** Both tabs look at once, and one of them is edited meanwhile. */
  async #both(): Promise<void> {
    const looks = this.tabs.map(({ keeping }) => keeping.look());
    this.#edit(this.tabs[below(this.#random, 2)]!);
    await Promise.all(looks);
  }

  #outside(): void {
    const { contents, written } = this.file;
    // After a write that ended in the dark, the contents before it may be written over too, whoever puts them back.
    const earlier = written.slice(0, -2).filter((text) => text !== contents);
    const kinds = [
      `something ${this.#edits++}`,
      `${"y".repeat(Math.max(0, contents.length - 8))}${String(this.#edits++).padStart(8)}`,
      pick(this.#random, earlier) ?? `nothing ${this.#edits++}`,
    ];
    this.file.change(pick(this.#random, kinds)!);
  }

  /** The person looks at what is there, and merges it or lets it be written over; it may change again before that is done. */
  async #decide({ open, keeping }: Tab): Promise<void> {
    const { state } = keeping.line.value ?? {};
    if (state !== "changed" && state !== "found") return;
    const last = this.file.written.at(-1);
    if (last !== undefined && chance(this.#random, 0.5))
      this.file.change(await colleaguesCopy(last, `their edit ${this.#edits++}`));
    const found = await keeping.read().catch(() => null);
    if (found === null) return;
    const text = await found.file.text();
    const outcome = readNative(text);
    if (!("refused" in outcome))
      await open.merge(readBack(text).document, { by: "Elton", label: "merge", name: "Merged" });
    this.file.allow();
    if (chance(this.#random, 0.2)) this.#outside();
    await keeping.accept(found.mark).catch(() => undefined);
  }
}

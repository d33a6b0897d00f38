import { batch, type ReadonlySignal } from "@preact/signals-core";
import { type Command, isRefusal, type Refusal } from "#commands/command.ts";
import { type Change, changeBetween, isEmptyChange } from "#model/change.ts";
import type { MapId } from "#model/ids.ts";
import { overLimit } from "#model/limits.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { Merger } from "#model/merge-review.ts";
import type { Step } from "#store/body.ts";
import type { MapCopy } from "#store/copies.ts";
import { Draft } from "#store/draft.ts";
import type { Ground, OpenMapParts } from "#store/ground.ts";
import { Grounding } from "#store/grounding.ts";
import { Inflow } from "#store/inflow.ts";
import { Keeper } from "#store/keeper.ts";
import type { LiveMap } from "#store/live.ts";
import type { Happening, History, LeftSteps, Saving } from "#store/ports.ts";
import type { Merging, Moment, Present, Version } from "#store/states.ts";
import type { MapImages } from "#store/map-images.ts";
import { Repeated } from "#store/repeated.ts";
import { Shown } from "#store/shown.ts";
import { storeWords } from "#words/store.ts";

/**
 * One map while it is open: the only way in which it is changed, and the truth about what is saved.
 * What it shows is immutable and comes in signals.
 */
export class OpenMap {
  readonly id: MapId;
  readonly saving: ReadonlySignal<Saving>;
  readonly map: ReadonlySignal<ArgumentMap>;
  /** The bytes of its images. */
  readonly images: () => Promise<MapImages>;
  readonly history: ReadonlySignal<History>;
  /** The last thing that was done to the map: a new object each time. */
  readonly happened: ReadonlySignal<Happening | null>;
  /** What the disk has lost of this map, in sentences; empty when nothing. */
  readonly losses: ReadonlySignal<readonly string[]>;
  /** The states that are remembered, earliest first. */
  readonly versions: ReadonlySignal<readonly Version[]>;
  /** Whether the map was removed for good while it was open: what is on screen is nowhere else. */
  readonly isRemoved: ReadonlySignal<boolean>;
  /** Whether it was freed: nothing comes of it any more. */
  isFreed = false;
  /** While this is set nothing can be changed, and it says why: someone looks at another state of the map. */
  paused: string | null = null;

  readonly #parts: OpenMapParts;
  readonly #keeper: Keeper;
  readonly #shown: Shown;
  readonly #inflow: Inflow;
  readonly #stop: () => void;
  #body: Draft | LiveMap;
  readonly #grounding: Grounding;
  readonly #catching = new Repeated(() => this.#catch());

  /** `from` is the map's document, or what is shown without one: a shipped map in its compiled form, or a likeness. */
  constructor(parts: OpenMapParts, from: Ground | Draft) {
    this.id = parts.id;
    this.#parts = parts;
    this.images = parts.images;
    this.#keeper = new Keeper(parts.log, parts.keptNowhere ?? parts.readOnly);
    this.#body = "live" in from ? from.live : from;
    this.#grounding = new Grounding(parts, this.#keeper, (draft, ground) => this.#settle(draft, ground));
    this.#shown = new Shown(this.#body.map);
    this.#inflow = new Inflow(parts.id, parts.log, this.#shown);
    this.saving = this.#keeper.saving;
    this.isRemoved = this.#keeper.isRemoved;
    ({
      map: this.map,
      history: this.history,
      happened: this.happened,
      losses: this.losses,
      versions: this.versions,
    } = this.#shown);
    if ("live" in from) this.#stand(from);
    const stops = [
      parts.log.watch((map) => {
        if (map === null || map === this.id) void this.catchUp().catch(() => undefined);
      }),
      parts.log.watchRemade(() => void this.#beginAgain().catch(() => undefined)),
    ];
    this.#stop = () => stops.forEach((stop) => stop());
  }

  /**
   * Runs a command and returns what it changes, or why it changes nothing. A change that is empty does
   * nothing and leaves no step. Runs of one `gesture`, one after another, are one step of undo.
   * A `milestone` is remembered in the map's history by that name, and so is the state before it.
   */
  run<Input>(
    command: Command<Input>,
    input: Input,
    options: { readonly gesture?: string; readonly milestone?: string } = {},
  ): Change | Refusal {
    const refused = this.#parts.readOnly ?? this.paused;
    if (refused !== null) return { refused };
    const map = this.#body.map;
    const outcome = command.run(map, input);
    if (isRefusal(outcome) || isEmptyChange(outcome)) return outcome;
    const over = overLimit(map, outcome);
    if (over !== null) return { refused: over };
    const label = command.label(map, input);
    const change = this.#body.run(outcome, label, options.gesture ?? null, options.milestone ?? null);
    if (change !== null) this.#did({ label, change, by: "here" });
    return outcome;
  }

  /** Takes back the last step that was made here; `null` when there is none. */
  undo(): Happening | null {
    return this.paused === null ? this.#travelled(this.#body.undo(), "undo") : null;
  }

  /** Makes the step again that undo took back last; `null` when there is none. */
  redo(): Happening | null {
    return this.paused === null ? this.#travelled(this.#body.redo(), "redo") : null;
  }

  /**
   * The person is about to edit: a shipped map gets its document now, so that its first edit goes to the disk in the
   * task in which it is made, as every later one does. Resolves when that is so, or cannot be yet.
   */
  async prepare(): Promise<void> {
    if (this.#body instanceof Draft && this.#parts.readOnly === null)
      await this.#grounding.prepare(this.#body);
  }

  /** The map's history up to now, latest first, at most so many lines; empty for a shipped map that no one has edited. */
  moments(most: number): readonly Moment[] {
    return this.#body.moments(most);
  }

  /** The map as it is now, to compare others with; `null` for a shipped map that no one has edited. */
  get present(): Present | null {
    return this.#body.present;
  }

  /** The copies that met in a merge, and what became of them; `null` where no version with that id is the one after a merge. */
  mergerOf(version: string): Merger | null {
    return this.#body.mergerOf(version);
  }

  /** Remembers the map as it is now by a name. `null`, or why not. */
  async nameVersion(name: string): Promise<Refusal | null> {
    if (this.#parts.readOnly !== null) return { refused: this.#parts.readOnly };
    await this.#toGround();
    if (this.#body instanceof Draft) return { refused: storeWords.nothingToName };
    this.#body.nameVersion(name);
    this.#shown.show(this.#body);
    this.#keep(this.#body, storeWords.namedVersion, null, null);
    return null;
  }

  /** The steps that wait for the map's document; empty once it is there. */
  get steps(): LeftSteps["steps"] {
    return this.#body instanceof Draft ? this.#body.steps : [];
  }

  /** Resolves when all that was done so far is on the disk, or kept nowhere; stays pending while that fails. */
  async flush(): Promise<void> {
    await this.#toGround();
    await this.#keeper.written();
  }

  /** The map as it stands, with its whole document, to be handed on. Rejects with a sentence when the document cannot be made. */
  async copy(): Promise<MapCopy> {
    const live = await this.#document();
    return { map: live.map, document: live.bytes() };
  }

  /**
   * Takes in another copy's document, which `readCopy` has found sound, and returns what that changed. The bytes go to
   * the log with the versions before and after them, in one transaction; what they did is no step of undo.
   */
  async merge(document: Uint8Array<ArrayBuffer>, { by, label, name }: Merging): Promise<Change | null> {
    if (this.#parts.readOnly !== null) throw new Error(this.#parts.readOnly);
    const live = await this.#document();
    const change = live.merge(document, { by }, name);
    batch(() => {
      this.#shown.show(live, change && { label, change, by: "merge" });
      this.#keep(live, label, change, document);
    });
    return change;
  }

  /** Goes on with what could be read: it is written as a whole, what is damaged is set aside and not told again. Rejects as `merge` and the disk do. */
  async mend(): Promise<void> {
    if (this.#parts.readOnly !== null) throw new Error(this.#parts.readOnly);
    const live = await this.#document();
    await this.catchUp();
    live.leaveUnusable();
    this.#keep(live, storeWords.mended, null, live.bytes());
    await this.flush();
    await this.#inflow.mend(live);
  }

  /** The log is gone that held what was written: the map goes to the new one as it stands here, which is read from its start. */
  async #beginAgain(): Promise<void> {
    if (this.#body instanceof Draft) return;
    const live = this.#body;
    this.#inflow.lastSeq = 0;
    this.#keep(live, storeWords.writtenAnew, null, live.bytes());
    await this.flush();
    await this.#inflow.mend(live);
  }

  /** The map, with the number of its last record, when all that was done is on the disk and all that is there is here; else `null`. Rejects when the disk cannot be read. */
  async settled(): Promise<{ readonly map: ArgumentMap; readonly seq: number } | null> {
    if (this.#body instanceof Draft) return null;
    await this.catchUp();
    const isAll = this.saving.peek().state === "saved" && this.losses.peek().length === 0;
    return isAll ? { map: this.#body.map, seq: this.#inflow.lastSeq } : null;
  }

  /** Hears that the map was removed for good. */
  leaveDisk(): void {
    this.#keeper.isRemoved.value = true;
  }

  /** Says that its holder is done with it. What is on its way to the disk still gets there. */
  close(): void {
    this.#parts.closed();
  }

  /** Frees it, when no one holds it any more and all is written. */
  destroy(): void {
    this.isFreed = true;
    this.#grounding.stop();
    this.#stop();
    this.#keeper.destroy();
    if (!(this.#body instanceof Draft)) this.#body.destroy();
  }

  /** Takes in what other tabs have written. Hints call it by themselves; one that comes while it reads makes it read once more. Rejects as `settled` does. */
  catchUp(): Promise<void> {
    return this.#catching.run();
  }

  async #catch(): Promise<void> {
    await this.#toGround();
    if (this.#body instanceof Draft) await this.#grounding.look(this.#body);
    // What came while the document was being made may not be in it.
    if (!(this.#body instanceof Draft)) await this.#inflow.take(this.#body);
  }

  #travelled(step: Step | null, by: "undo" | "redo"): Happening | null {
    this.#shown.history.value = this.#body.history;
    if (step === null) return null;
    return this.#did({ ...step, by });
  }

  #did(happening: Happening): Happening {
    batch(() => {
      this.#shown.show(this.#body, happening);
      if (this.#body instanceof Draft) void this.#toGround();
      else this.#keep(this.#body, happening.label, happening.change, null);
    });
    if (this.#body instanceof Draft) this.#parts.waits();
    return happening;
  }

  /** Hands to the log what the document has taken in, and what it has written since the last time. */
  #keep(live: LiveMap, label: string, change: Change | null, taken: Uint8Array<ArrayBuffer> | null): void {
    const own = { label, change: taken === null ? change : null, bytes: live.takeUpdate() };
    const made = [{ label, change, bytes: taken }, own];
    this.#keeper.keep({ map: this.id, client: live.client }, made, () => this.#parts.entry(live.map));
  }

  /** The document; where there is none yet it is made now. */
  async #document(): Promise<LiveMap> {
    if (this.#body instanceof Draft) await this.#grounding.ask(this.#body);
    if (this.#body instanceof Draft) throw new Error(storeWords.seedMissing);
    return this.#body;
  }

  /** Gives a draft that was edited its document. */
  async #toGround(): Promise<void> {
    if (this.#body instanceof Draft) await this.#grounding.bring(this.#body);
  }

  /** Does on the document what was done on the draft, and goes on there. */
  #settle(draft: Draft, ground: Ground): void {
    if (this.#body !== draft) return ground.live.destroy();
    batch(() => {
      this.#stand(ground);
      draft.replay(ground.live, (label, change) => this.#keep(ground.live, label, change, null));
      const change = changeBetween(draft.map, ground.live.map);
      this.#shown.show(ground.live, isEmptyChange(change) ? null : { label: "", change, by: "elsewhere" });
    });
  }

  #stand(ground: Ground): void {
    this.#body = ground.live;
    this.#keeper.first = ground.unwritten;
    this.#inflow.lastSeq = ground.lastSeq;
    this.#shown.tellLosses(ground.losses);
    this.#shown.versions.value = ground.live.versions;
  }
}

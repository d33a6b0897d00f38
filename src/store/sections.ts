import * as Y from "yjs";

/*
 * What an update consists of, found by going through it once, with the memory for where things are and not for what they
 * are. It is sections, one for each writer, each a run of structs (the smallest things that are ever written), and after
 * them what is deleted. The form is Yjs's first one, which it writes and reads by default; its own decoder reads the parts.
 */

/** What one writer has written. `starts` and `clocks` have one entry more than there are structs, for where the next would be. */
export interface Section {
  readonly client: number;
  /** Where each struct begins in the update. */
  readonly starts: number[];
  readonly clocks: number[];
  /** What a struct hangs on in other sections, by its place: its neighbours when it was written, and its parent. */
  readonly needs: Map<number, Y.ID[]>;
}

export type Sections = ReadonlyMap<number, Section>;

export interface Deletion {
  readonly client: number;
  readonly clock: number;
  readonly length: number;
}

export interface Contents {
  readonly sections: Sections;
  readonly deletions: readonly Deletion[];
}

/** Goes through an update, so many structs or bytes a step. Throws when it cannot be read to its end. */
export function* contentsOf(
  update: Uint8Array,
  size: { readonly bytes: number; readonly structs: number },
): Generator<null, Contents> {
  const decoder = decoderOf(update);
  const sections = new Map<number, Section>();
  let [structs, from] = [0, 0];
  for (let left = decoder.readLen(); left > 0; left--) {
    const count = decoder.readLen();
    const section = newSection(decoder.readClient());
    let clock = decoder.readLen();
    for (let place = 0; place < count; place++) {
      clock += readStruct(decoder, section, clock);
      const at = decoder.restDecoder.pos;
      if (++structs % size.structs !== 0 && at - from < size.bytes) continue;
      from = at;
      yield null;
    }
    section.starts.push(decoder.restDecoder.pos);
    section.clocks.push(clock);
    sections.set(section.client, section);
  }
  return { sections, deletions: readDeletions(decoder) };
}

function decoderOf(update: Uint8Array): Y.UpdateDecoderV1 {
  // What a decoder stands on is no more than this: bytes, and a place among them.
  return new Y.UpdateDecoderV1({ arr: update, pos: 0 });
}

function newSection(client: number): Section {
  return { client, starts: [], clocks: [], needs: new Map() };
}

/** Notes where a struct begins and what it hangs on, goes past it, and returns how many clock ticks it takes. */
function readStruct(decoder: Y.UpdateDecoderV1, section: Section, clock: number): number {
  section.starts.push(decoder.restDecoder.pos);
  section.clocks.push(clock);
  return passStruct(decoder, section);
}

/** Notes that the struct that is being read hangs on another, if that is another writer's. */
function note({ client, starts, needs }: Section, id: Y.ID): void {
  if (id.client === client) return;
  const place = starts.length - 1;
  const noted = needs.get(place);
  if (noted === undefined) needs.set(place, [id]);
  else noted.push(id);
}

/** The bits of a struct's first byte: what there is of it, and the kind of what it holds (see `Item.write` in Yjs). */
const HAS_LEFT = 0x80;
const HAS_RIGHT = 0x40;
const HAS_KEY = 0x20;
const KIND = 0x1f;

function passStruct(decoder: Y.UpdateDecoderV1, section: Section): number {
  const info = decoder.readInfo();
  const kind = info & KIND;
  // What was thrown away, and what is left out here.
  if (kind === 0 || kind === 10) return decoder.readLen();
  if (info & HAS_LEFT) note(section, decoder.readLeftID());
  if (info & HAS_RIGHT) note(section, decoder.readRightID());
  if ((info & (HAS_LEFT | HAS_RIGHT)) === 0) {
    if (decoder.readParentInfo()) decoder.readString();
    else note(section, decoder.readLeftID());
    if (info & HAS_KEY) decoder.readString();
  }
  return passContent(decoder, kind);
}

/** Goes past what a struct holds; the numbers are Yjs's. */
function passContent(decoder: Y.UpdateDecoderV1, kind: number): number {
  switch (kind) {
    case 1: // deleted
      return decoder.readLen();
    case 2: // JSON
      return passMany(decoder, () => decoder.readString());
    case 3: // bytes
      return passed(decoder.readBuf());
    case 4: // text
      return decoder.readString().length;
    case 5: // embedded
      return passed(decoder.readJSON());
    case 6: // formatting
      return passed(decoder.readKey(), decoder.readJSON());
    case 7: // a type; elements and hooks of XML have a name
      return passed([3, 5].includes(decoder.readTypeRef()) && decoder.readKey());
    case 8: // values
      return passMany(decoder, () => decoder.readAny());
    case 9: // a document
      return passed(decoder.readString(), decoder.readAny());
    default:
      throw new Error(`The update holds something of kind ${kind}; expected a kind from 0 to 10.`);
  }
}

function passMany(decoder: Y.UpdateDecoderV1, pass: () => unknown): number {
  const count = decoder.readLen();
  for (let left = count; left > 0; left--) pass();
  return count;
}

/** What was read takes one tick. */
function passed(..._read: readonly unknown[]): 1 {
  return 1;
}

function readDeletions(decoder: Y.UpdateDecoderV1): readonly Deletion[] {
  const deletions: Deletion[] = [];
  for (let left = decoder.readLen(); left > 0; left--) {
    const client = decoder.readClient();
    for (let ranges = decoder.readLen(); ranges > 0; ranges--)
      deletions.push({ client, clock: decoder.readDsClock(), length: decoder.readDsLen() });
  }
  return deletions;
}

/** Numbers as an update has them. */
export function numbers(values: readonly number[]): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  for (const value of values) encoder.writeLen(value);
  return encoder.toUint8Array();
}

import type { FileHandle } from "#store/kept-file.ts";

/** What goes wrong with the next write. `landed`: what was written is there, and the writer does not hear of it. */
export type Fault = "open" | "write" | "close" | "landed";

const errors: Readonly<Record<Fault, string>> = {
  open: "NoModificationAllowedError",
  write: "QuotaExceededError",
  close: "InvalidStateError",
  landed: "AbortError",
};

/**
 * One file on a person's disk that others write too, as a browser shows it. It stands in for the browser's handle, whose
 * permission, faults and other writers no test could bring about at will; the browser tests have real ones.
 */
export class PersonFile implements FileHandle {
  readonly name = "seminar.argmap.json";
  permission: PermissionState = "granted";
  answer: PermissionState = "granted";
  isGone = false;
  fault: Fault | null = null;
  /** What another program does just before the next write is finished. */
  meanwhile: (() => void) | null = null;
  /** Everything that the app has written, oldest first. */
  readonly written: string[] = [];
  /** Contents of others that the app has written over without leave. */
  readonly overwritten: string[] = [];
  contents = "";
  #isOthers = false;
  #time = 0;
  #allowed = new Set<string>();

  /** Someone else writes the file. */
  change(contents: string): void {
    this.contents = contents;
    this.#isOthers = true;
    this.#time++;
  }

  /** Another program writes the same again. */
  touch(): void {
    this.#time++;
  }

  /** The person lets what is there now be written over. */
  allow(): void {
    this.#allowed.add(this.contents);
  }

  async queryPermission(): Promise<PermissionState> {
    return this.permission;
  }

  async requestPermission(): Promise<PermissionState> {
    return (this.permission = this.answer);
  }

  async getFile(): Promise<File> {
    this.#refuse();
    return new File([this.contents], this.name, { lastModified: this.#time });
  }

  async createWritable() {
    this.#refuse();
    this.#fail("open");
    let swap = "";
    return {
      write: async (contents: Blob) => {
        this.#fail("write");
        swap = await contents.text();
        this.meanwhile?.();
        this.meanwhile = null;
      },
      close: async () => {
        this.#fail("close");
        this.#land(swap);
        this.#fail("landed");
      },
      abort: async () => undefined,
    };
  }

  #land(contents: string): void {
    if (this.#isOthers && !this.#allowed.has(this.contents)) this.overwritten.push(this.contents);
    this.#allowed = new Set();
    this.#isOthers = false;
    this.contents = contents;
    this.#time++;
    this.written.push(contents);
  }

  #refuse(): void {
    if (this.permission !== "granted") throw new DOMException("No permission.", "NotAllowedError");
    if (this.isGone) throw new DOMException("There is no such file.", "NotFoundError");
  }

  #fail(fault: Fault): void {
    if (this.fault !== fault) return;
    this.fault = null;
    throw new DOMException(`The test lets it fail: ${fault}.`, errors[fault]);
  }
}

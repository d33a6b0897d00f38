import { openPages } from "#offline/page-lock.ts";

/** A file of the build: its address from the app's own, and the SHA-256 of its bytes in hexadecimal. */
export interface KeptFile {
  readonly url: string;
  readonly revision: string;
}

/** How many files are fetched at once: a new visitor's own clicks come first. */
const atOnce = 3;

/** One version of the app, kept whole: every file of its build in a cache of its own. */
export class KeptVersion {
  readonly #scope: string;
  readonly #prefix: string;
  readonly #files: readonly KeptFile[];
  readonly #addresses: ReadonlySet<string>;
  readonly #name: Promise<string>;

  constructor(scope: string, files: readonly KeptFile[]) {
    this.#scope = scope;
    this.#prefix = `counterpoint ${scope} `;
    this.#files = files;
    this.#addresses = new Set(files.map(({ url }) => this.#addressOf(url)));
    const whole = new TextEncoder().encode(JSON.stringify(files));
    this.#name = hashOf(whole).then((hash) => this.#prefix + hash.slice(0, 16));
  }

  /**
   * Fetches every file that is not there yet. Rejects when one does not come, or is not the one that was built:
   * a version is kept whole or not at all.
   */
  async fetchAll(): Promise<void> {
    const cache = await caches.open(await this.#name);
    const waiting = [...this.#files];
    const work = async () => {
      for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) await this.#fetch(cache, file);
    };
    await Promise.all(Array.from({ length: atOnce }, work));
  }

  /** The file that a request asks for; `null` for what is none of the app's. */
  answer({ method, mode, url }: Request): Promise<Response> | null {
    if (method !== "GET") return null;
    const address = withoutQuery(url);
    const isPage = mode === "navigate" && this.#isPage(address);
    if (isPage) return this.#find(this.#scope, url);
    return this.#addresses.has(address) || address.startsWith(`${this.#scope}assets/`)
      ? this.#find(address, url)
      : null;
  }

  /**
   * Gives up the files of other versions that no open page runs. Does nothing while there is a page that has not said
   * yet which version it runs, nor while a newer version is on its way (`isAlone` says that none is).
   */
  async tidy(pages: number, isAlone: () => boolean): Promise<void> {
    const own = await this.#name;
    const names = (await caches.keys()).filter((name) => name.startsWith(this.#prefix) && name !== own);
    const apps = await openPages(this.#scope);
    if (apps.length < pages || !isAlone()) return;
    for (const name of names) {
      const cache = await caches.open(name);
      const found = await Promise.all(apps.map((app) => cache.match(app)));
      if (found.every((each) => each === undefined)) await caches.delete(name);
    }
  }

  /** From this version; from an earlier one, for a page that still runs it; or from the server. */
  async #find(address: string, asked: string): Promise<Response> {
    const own = await caches.open(await this.#name);
    const kept = (await own.match(address)) ?? (await this.#findElsewhere(address));
    return kept ?? fetch(asked);
  }

  async #findElsewhere(address: string): Promise<Response | undefined> {
    if (!address.startsWith(`${this.#scope}assets/`)) return undefined;
    for (const name of await caches.keys()) {
      const found = name.startsWith(this.#prefix)
        ? await caches.match(address, { cacheName: name })
        : undefined;
      if (found !== undefined) return found;
    }
    return undefined;
  }

  async #fetch(cache: Cache, { url, revision }: KeptFile): Promise<void> {
    const address = this.#addressOf(url);
    if ((await cache.match(address)) !== undefined) return;
    const isNamedByContent = url.startsWith("assets/");
    const old = isNamedByContent ? await this.#findElsewhere(address) : undefined;
    const response = old ?? (await fetch(address, { cache: isNamedByContent ? "default" : "no-cache" }));
    const bytes = await response.arrayBuffer();
    if (!response.ok || (await hashOf(bytes)) !== revision)
      throw new Error(`${address} is not the file that was built (${response.status}).`);
    const type = response.headers.get("content-type") ?? "application/octet-stream";
    await cache.put(address, new Response(bytes, { headers: { "content-type": type } }));
  }

  /** The page is kept under the folder's own address, which every host answers without a redirection. */
  #addressOf(url: string): string {
    return url === "index.html" ? this.#scope : new URL(url, this.#scope).href;
  }

  #isPage(address: string): boolean {
    return address === this.#scope || address === `${this.#scope}index.html`;
  }
}

function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/, "");
}

async function hashOf(bytes: BufferSource): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

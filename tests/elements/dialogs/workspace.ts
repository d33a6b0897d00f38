import axe from "axe-core";
import { render, type TemplateResult } from "lit";
import "#elements/look.css";
import { mint } from "#elements/platform.ts";
import type { MapId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { MapSession } from "#session/map-session.ts";
import type { FilePicker, Platform } from "#session/platform.ts";
import { Settings } from "#session/settings.ts";
import { Workspace } from "#session/workspace.ts";
import { memoryStorage } from "#storage/memory.ts";
import type { ShippedMap } from "#store/ports.ts";
import { Maps } from "#store/maps.ts";

/** A machine that keeps what it is given, for tests to look at. */
export class KeepingPlatform implements Platform {
  readonly saved: { readonly name: string; readonly contents: Blob }[] = [];
  clipboard = "";
  clipboardHtml = "";
  sheet: Document | null = null;
  file: File | null = null;
  files: (() => Promise<FilePicker>) | null = null;
  prints = 0;

  readonly mint = mint;

  async openFile(): Promise<File | null> {
    return this.file;
  }

  async saveFile(name: string, contents: Blob): Promise<void> {
    this.saved.push({ name, contents });
  }

  async readClipboard(): Promise<string | null> {
    return this.clipboard;
  }

  async writeClipboard(text: string, html = ""): Promise<void> {
    this.clipboard = text;
    this.clipboardHtml = html;
  }

  printSheet(draw: (sheet: Document) => void): void {
    const frame = document.body.appendChild(document.createElement("iframe"));
    draw((this.sheet = frame.contentDocument!));
  }

  print(): void {
    this.prints++;
  }

  startReader(): Worker {
    return new Worker(new URL("../../../src/store/reading.worker.ts", import.meta.url), { type: "module" });
  }

  startWriter(): Worker {
    return new Worker(new URL("../../../src/store/writing.worker.ts", import.meta.url), { type: "module" });
  }

  startComparer(): Worker {
    return new Worker(new URL("../../../src/store/comparing.worker.ts", import.meta.url), { type: "module" });
  }
}

export interface OpenApp {
  readonly workspace: Workspace;
  readonly platform: KeepingPlatform;
}

/** The whole app without its shell, on a storage of its own, with these maps. */
export async function openApp(
  maps: readonly ArgumentMap[],
  shipped: readonly ShippedMap[] = [],
): Promise<OpenApp> {
  const storage = memoryStorage(null);
  const platform = new KeepingPlatform();
  const all = await Maps.open({ ...storage, shipped });
  for (const map of maps) await all.add(map);
  const workspace = new Workspace(all, await Settings.open(storage.settings), platform, "map" as MapId);
  return { workspace, platform };
}

/** Opens a map on a screen. */
export async function openSession(workspace: Workspace, map: MapId, screen: "map" | "outline" = "map") {
  await workspace.go({ screen, map, claim: null });
  return workspace.current.value as MapSession;
}

/** Puts a template on an empty page. */
export function show(template: TemplateResult): void {
  const page = document.createElement("div");
  page.style.height = "100vh";
  document.body.replaceChildren(page);
  render(template, page);
}

/** What has the focus, in whatever shadow tree it is. */
export function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** Every element of the page, in whatever shadow tree it is. */
export function everyElement(root: ParentNode): readonly Element[] {
  const found: Element[] = [];
  for (const element of root.querySelectorAll("*")) {
    found.push(element);
    if (element.shadowRoot !== null) found.push(...everyElement(element.shadowRoot));
  }
  return found;
}

/**
 * What axe-core finds with all its rules, best practice included, or where it is dark, which is looked at beside the
 * light, with those about colour: one line for each rule that is broken.
 */
export async function faults(theme: "light" | "dark"): Promise<readonly string[]> {
  document.documentElement.dataset["theme"] = theme;
  document.documentElement.dataset["motion"] = "reduced";
  document.documentElement.lang = "en";
  document.title = "Counterpoint";
  await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)));
  const { violations } = await axe.run(document, {
    resultTypes: ["violations"],
    ...(theme === "dark" ? { runOnly: ["color-contrast", "link-in-text-block"] } : {}),
  });
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html).join(" ")}`,
  );
}

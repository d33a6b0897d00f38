import { effect } from "@preact/signals-core";
import { html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { contextOf } from "#actions/action.ts";
import { actionById } from "#actions/catalogue.ts";
import "#elements/map/map-screen.ts";
import { controls } from "#elements/shared/controls.ts";
import { icon } from "#elements/shared/icon.ts";
import type { SentenceRefused } from "#elements/shared/sentence-field.ts";
import { Watching } from "#elements/shared/watching.ts";
import { tellWhatIsAmiss } from "#elements/shell/amiss.ts";
import "#elements/shell/app-header.ts";
import { WindowGestures } from "#elements/shell/gestures.ts";
import { panelLoaders, panelsOf } from "#elements/shell/panels.ts";
import type { News } from "#elements/shell/news.ts";
import { shellStyles } from "#elements/shell/shell-styles.ts";
import type { Address } from "#session/address.ts";
import type { MapSession } from "#session/map-session.ts";
import type { Workspace } from "#session/workspace.ts";
import { sessionWords } from "#words/session.ts";
import { shellWords as words } from "#words/shell.ts";

/** Screens that the first one can do without are loaded when they are first shown. */
const loaders = {
  outline: () => import("#elements/outline/outline-screen.ts"),
  neighbourhood: () => import("#elements/neighbourhood/neighbourhood-screen.ts"),
  timeline: () => import("#elements/timeline/timeline-screen.ts"),
  library: () => import("#elements/library/library-screen.ts"),
  files: () => Promise.all([import("#elements/files.ts"), import("#actions/opening.ts")]),
  version: () => import("#elements/shell/version-line.ts"),
  looking: () => import("#elements/looking/looking-bar.ts"),
  far: () => import("#elements/map/far-map.ts"),
  tools: () => import("#elements/map/toolbar.ts"),
  lost: () => import("#elements/shell/lost-screen.ts"),
  dialogs: () => import("#elements/dialogs/dialog-host.ts"),
  notices: () => import("#elements/dialogs/notice-bar.ts"),
};

/**
 * The window: header, the screen that the address names, panels, dialogs, notices and what is said to screen readers.
 *
 * @slot - the first picture, shown over everything until the map has been drawn.
 * @cssproperty the tokens of look.css
 */
@customElement("app-shell")
export class AppShell extends LitElement {
  static override styles = [controls, shellStyles];

  @property({ attribute: false }) workspace: Workspace | null = null;
  @state() private dropping = false;
  #gestures: AbortController | null = null;
  #stopAnnouncing: (() => void) | null = null;
  readonly #watching = new Watching(this, () => [
    this.workspace?.current.value?.detail.value,
    this.workspace?.current.value?.editing.value,
    this.workspace?.current.value?.comparing.value,
    this.workspace?.current.value?.following.value,
    this.workspace?.current.value?.focus.head.value,
    this.workspace?.current.value?.looking.value?.isOn.value,
    this.workspace?.current.value?.picture.value === null,
    this.workspace?.address.value,
    this.workspace?.lost.value,
    this.workspace?.newVersion.value,
    this.workspace?.dialog.value,
    this.workspace?.about.value,
    this.workspace?.missing.value,
    this.workspace?.reviewing.value,
    this.workspace?.newer.value,
    this.workspace?.notices.spoken.value,
    this.workspace?.settings.choices.value,
  ]);

  /** Whether there is a screen: the person sees a map, the library, or why there is neither. */
  get isOnScreen(): boolean {
    const { workspace } = this;
    if (workspace === null || !this.hasUpdated) return false;
    const session = workspace.current.peek();
    const { screen } = workspace.address.peek();
    if (session === null) return screen !== "home";
    return session.picture.peek() !== null || screen !== "map";
  }

  /** Fetches in quiet moments the screens that were not needed first, so that they open at once later. */
  warm(): void {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(fetchScreens);
    else fetchScreens();
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has("workspace") || this.workspace === null) return;
    this.#watching.renew();
    this.#gestures?.abort();
    this.#gestures = new AbortController();
    new WindowGestures(this.workspace, (over) => (this.dropping = over)).listen(
      this.renderRoot,
      this.#gestures.signal,
    );
    this.#announce(this.workspace);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#gestures?.abort();
    this.#stopAnnouncing?.();
  }

  override render() {
    const { workspace } = this;
    if (workspace === null) return html`<slot></slot>`;
    const session = workspace.current.value;
    return html`
      ${this.isOnScreen ? nothing : html`<slot></slot>`}
      ${
        session === null
          ? nothing
          : html`<app-header
              .workspace=${workspace}
              .session=${session}
              @download-wanted=${this.#download}
            ></app-header>`
      }
      <main @sentence-refused=${({ reason }: SentenceRefused) => session?.refuse(reason)}>
        ${this.#screen(workspace, session)}
      </main>
      <file-line .workspace=${workspace}></file-line>
      ${this.#versionLine(workspace)} ${this.#overAll(workspace)}
      ${this.dropping ? html`<div class="drop">${words.dropHere}</div>` : nothing}
      <div class="visually-hidden" role="status" aria-live="polite" aria-atomic="false">
        ${spoken(workspace)}
      </div>
    `;
  }

  #overAll(workspace: Workspace) {
    if (workspace.notices.notice.value !== null) void loaders.notices();
    if (workspace.dialog.value !== null) void loaders.dialogs();
    return html`<notice-bar .notices=${workspace.notices}></notice-bar>
      <dialog-host .workspace=${workspace}></dialog-host>`;
  }

  #screen(workspace: Workspace, session: MapSession | null) {
    const { screen } = workspace.address.value;
    if (workspace.lost.value !== null) {
      void loaders.lost();
      return html`<lost-screen .sentence=${workspace.lost.value}></lost-screen>`;
    }
    if (screen === "maps") {
      void loaders.library();
      return html`<library-screen .workspace=${workspace}></library-screen>`;
    }
    if (session === null) return nothing;
    return html`
      ${viewOf(screen, workspace, session)} ${panelsOf(workspace, session)}
      ${isQuiet(workspace, session) ? this.#welcome(workspace) : nothing}
    `;
  }

  #versionLine(workspace: Workspace) {
    if (workspace.newVersion.value === null) return nothing;
    void loaders.version();
    return html`<version-line .workspace=${workspace}></version-line>`;
  }

  #welcome(workspace: Workspace) {
    if (workspace.settings.choices.value.welcomed) return nothing;
    return html`<aside class="welcome" aria-label=${words.welcomeName}>
      <span>${matchMedia("(pointer: coarse)").matches ? words.welcomeByTouch : words.welcome}</span>
      <button aria-label=${words.dismiss} @click=${() => this.#welcomed(workspace)}>
        ${icon("close", 16)}
      </button>
      <button class="keys" @click=${() => void actionById("app.keys").run(contextOf(workspace))}>
        ${words.welcomeKeys}
      </button>
    </aside>`;
  }

  /** Whoever has edited a map needs no line on how to begin. */
  #welcomed({ settings }: Workspace): void {
    if (!settings.choices.peek().welcomed) settings.choose("welcomed", true).catch(() => undefined);
  }

  /** Says what happens to the map, and when saving fails or recovers. */
  #announce(workspace: Workspace): void {
    this.#stopAnnouncing?.();
    let trouble = false;
    let left = 0;
    let news: Promise<News> | null = null;
    const stops = [
      effect(() => {
        const session = workspace.current.value;
        const happened = session?.open.happened.value ?? null;
        if (happened?.by === "here") this.#welcomed(workspace);
        const isWriting = (session?.editing.value ?? null) !== null;
        if (happened === null && news === null) return;
        news ??= import("#elements/shell/news.ts").then((loaded) => new loaded.News(workspace));
        news.then((each) => each.hear(session, happened, isWriting)).catch(() => undefined);
      }),
      tellWhatIsAmiss(workspace),
      effect(() => {
        const times = workspace.current.value?.focus.left.value ?? 0;
        if (times > left) workspace.notices.show(sessionWords.leftFocus);
        left = times;
      }),
      effect(() => {
        const saving = workspace.current.value?.saving.value;
        const failed = saving?.state === "failed";
        if (failed) workspace.notices.say(words.notSavedBecause(saving.reason));
        else if (trouble && saving?.state === "saved") workspace.notices.say(words.savedAgain);
        else if (trouble) return;
        trouble = failed;
      }),
    ];
    this.#stopAnnouncing = () => stops.forEach((stop) => stop());
  }

  readonly #download = (): void => {
    if (this.workspace !== null) void actionById("map.export").run(contextOf(this.workspace));
  };
}

function fetchScreens(): void {
  const all: readonly (() => Promise<unknown>)[] = [
    ...Object.values(panelLoaders),
    ...Object.values(loaders),
  ];
  void Promise.allSettled(all.map((load) => load()));
}

function viewOf(screen: Address["screen"], workspace: Workspace, session: MapSession) {
  if (screen === "outline" || screen === "neighbourhood" || screen === "timeline") void loaders[screen]();
  if (screen === "outline")
    return html`<outline-screen .workspace=${workspace} .session=${session}></outline-screen>`;
  if (screen === "neighbourhood")
    return html`<neighbourhood-screen .workspace=${workspace} .session=${session}></neighbourhood-screen>`;
  if (screen === "timeline")
    return html`<timeline-screen .workspace=${workspace} .session=${session}></timeline-screen>`;
  return html`<map-screen .workspace=${workspace} .session=${session}></map-screen>`;
}

/** Whether the map has room for the line for newcomers; the outline shows its buttons on the row itself. */
function isQuiet({ address, about, missing }: Workspace, session: MapSession): boolean {
  const isBusy =
    session.editing.value !== null || session.comparing.value !== null || session.focus.head.value !== null;
  const isPlain = !session.detail.value && session.looking.value?.isOn.value !== true;
  const isBeside = about.value !== null || missing.value;
  return address.value.screen === "map" && isPlain && !isBusy && !isBeside;
}

/** Each sentence is a line of its own, so that a screen reader says what came, and says it again if it is said twice. */
function spoken({ notices }: Workspace) {
  return repeat(
    notices.spoken.value,
    ({ count }) => count,
    ({ sentence }) => html`<p>${sentence}</p>`,
  );
}

declare global {
  interface HTMLElementTagNameMap {
    "app-shell": AppShell;
  }
}

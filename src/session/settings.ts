import { signal, type Signal } from "@preact/signals-core";
import type { SettingsPort } from "#store/ports.ts";

export const themes = ["system", "light", "dark"] as const;
export const textSizes = ["normal", "large", "larger"] as const;
export const motions = ["system", "reduced"] as const;

/** What a person chose for this device. */
export interface Choices {
  readonly theme: (typeof themes)[number];
  readonly textSize: (typeof textSizes)[number];
  readonly motion: (typeof motions)[number];
  /** Whether keys without a modifier (`+`, `F`, `/`) do anything (WCAG 2.1.4). */
  readonly singleKeys: boolean;
  readonly stackLeaves: boolean;
  /** The person's name, as it stands on their versions and on what they hand on; empty until they give one. */
  readonly name: string;
  /** Whether the quiet line for newcomers was put away. */
  readonly welcomed: boolean;
  /** The releases of shipped maps that the person does not want now. */
  readonly declined: readonly string[];
}

export const firstChoices: Choices = {
  theme: "system",
  textSize: "normal",
  motion: "system",
  singleKeys: true,
  stackLeaves: true,
  name: "",
  welcomed: false,
  declined: [],
};

/** The choices as a signal; what is chosen is on screen at once and on the disk soon after. */
export class Settings {
  readonly choices: Signal<Choices>;
  readonly #port: SettingsPort;

  private constructor(port: SettingsPort, choices: Choices) {
    this.#port = port;
    this.choices = signal(choices);
  }

  static async open(port: SettingsPort): Promise<Settings> {
    return new Settings(port, readChoices(await port.read()));
  }

  /** Rejects when the disk refuses; the choice holds for this visit all the same. */
  async choose<Key extends keyof Choices>(key: Key, value: Choices[Key]): Promise<void> {
    this.choices.value = { ...this.choices.value, [key]: value };
    await this.#port.write(key, value);
  }
}

/** Whatever the disk holds, the result is whole: an unknown value falls back to the first choice. */
export function readChoices(kept: Readonly<Record<string, unknown>>): Choices {
  return {
    theme: oneOf(themes, kept["theme"]) ?? firstChoices.theme,
    textSize: oneOf(textSizes, kept["textSize"]) ?? firstChoices.textSize,
    motion: oneOf(motions, kept["motion"]) ?? firstChoices.motion,
    singleKeys: flag(kept["singleKeys"], firstChoices.singleKeys),
    stackLeaves: flag(kept["stackLeaves"], firstChoices.stackLeaves),
    name: typeof kept["name"] === "string" ? kept["name"] : firstChoices.name,
    welcomed: flag(kept["welcomed"], firstChoices.welcomed),
    declined: texts(kept["declined"]),
  };
}

function oneOf<Value>(values: readonly Value[], kept: unknown): Value | undefined {
  return values.find((value) => value === kept);
}

function texts(kept: unknown): readonly string[] {
  return Array.isArray(kept) ? kept.filter((each) => typeof each === "string") : [];
}

function flag(kept: unknown, otherwise: boolean): boolean {
  return typeof kept === "boolean" ? kept : otherwise;
}

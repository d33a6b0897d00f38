import type { Command } from "#commands/command.ts";
import { oneLine, revise, tidied } from "#commands/revising.ts";
import type { About } from "#model/map.ts";
import { commandWords as words } from "#words/commands.ts";

/** The fields to change; the others stay. */
export type EditAboutInput = Partial<Omit<About, "dismissed">>;

/** Gives the map another title, question or language, or other words on what it leaves out. */
export const editAbout: Command<EditAboutInput> = {
  name: "edit-about",

  label(_, input) {
    const [field, ...others] = Object.keys(input);
    if (others.length > 0) return words.editAbout;
    if (field === "language") return words.editLanguage;
    if (field === "leavesOut") return words.editLeavesOut;
    return field === "question" ? words.editQuestion : words.editTitle;
  },

  run: (map, input) =>
    revise(map, (revision) => {
      const { title, question, language, leavesOut } = { ...map.about, ...input };
      revision.about = {
        ...map.about,
        title: oneLine(title),
        question: oneLine(question),
        language: language.trim() || map.about.language,
        leavesOut: tidied(leavesOut),
      };
    }),
};

export const announcingWords = {
  added: (kind: string, under: string | null, place: number, of: number) =>
    under === null
      ? `${kind} added, ${place} of ${of}.`
      : `${kind} added under “${under}”, ${place} of ${of}.`,
  deleted: (count: number) => (count === 1 ? "Claim deleted." : `${count} claims deleted.`),
  done: (label: string) => `Done: ${label}.`,
  undone: (label: string) => `Undone: ${label}.`,
  redone: (label: string) => `Redone: ${label}.`,
  elsewhere: "The map was edited in another tab.",
  thesis: "Thesis",
  reason: "Reason",
  objection: "Objection",
  stepObjection: "Objection to the step",
};

import { MAX_TEXT } from "#model/limits.ts";
import { commandWords } from "#words/commands.ts";

/**
 * Keeps what does not fit from coming into a field at all, so that what stands there stays, and nothing is cut.
 * `null` when it fits; else a sentence for the person. To be asked on `beforeinput`.
 */
export function refuseInput(event: InputEvent): string | null {
  const field = event.target as HTMLInputElement | HTMLTextAreaElement;
  const coming = event.data ?? event.dataTransfer?.getData("text/plain") ?? "";
  const replaced = (field.selectionEnd ?? 0) - (field.selectionStart ?? 0);
  const length = field.value.length - replaced + coming.length;
  if (coming === "" || length <= MAX_TEXT) return null;
  event.preventDefault();
  return commandWords.tooLong(length, MAX_TEXT);
}

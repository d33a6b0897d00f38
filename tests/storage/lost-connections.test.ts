import { expect, test } from "vitest";
import { isLostConnection } from "#storage/lost-connections.ts";

/** What browsers really said, as they were made to say it in `tests/faults`. */
test.each<readonly [boolean, string, string]>([
  [true, "AbortError", "The connection was closed."],
  [true, "InvalidStateError", "Can't start a transaction on a closed database"],
  [true, "UnknownError", "Connection is closing because of: Unknown"],
  [
    false,
    "UnknownError",
    "Connection is closing because of: IO error: …/000003.log: FILE_ERROR_NO_SPACE (ChromeMethodBFE: 3::WritableFileAppend::8)",
  ],
  [false, "UnknownError", "Internal error opening backing store for indexedDB.open."],
  [false, "QuotaExceededError", "The current transaction exceeded its quota limitations."],
])("that a connection is lost is %s of %s: %s", (isLost, name, message) => {
  expect(isLostConnection(new DOMException(message, name))).toBe(isLost);
});

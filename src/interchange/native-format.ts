/** What the first line of an `.argmap.json` file says. */
export const NATIVE_FORMAT = "counterpoint/argument-map";

/** The version that this program writes; it reads this and all earlier ones. */
export const NATIVE_VERSION = 1;

import { firstLoadFiles } from "./scripts/first-load.mjs";

/** What has to arrive before the first map is on screen: script and style, gzipped; fonts apart. */
export default [{ name: "first load", path: firstLoadFiles("dist"), gzip: true, limit: "120 kB" }];

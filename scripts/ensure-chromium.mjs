import { ensureChromium } from "./chromium.mjs";
import { refuseOldNode } from "./node-version.mjs";

refuseOldNode();
const found = ensureChromium();
if ("refused" in found) {
  console.error(found.refused);
  process.exit(1);
}
console.log(found.path);

import { argdown, init } from "@argdown/core";
import { text } from "virtual:argdown";

await init();
const { svg = "" } = argdown.run({ input: text, process: "export-svg" }) as { readonly svg?: string };
document.querySelector("#map")!.innerHTML = svg;

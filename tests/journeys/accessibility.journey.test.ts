import { test } from "vitest";
import { findNothing, usualScreens } from "./screens.ts";

test.each(usualScreens)("axe-core finds nothing in %s, light or dark", findNothing);

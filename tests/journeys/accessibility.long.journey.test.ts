import { test } from "vitest";
import { findNothing, otherScreens } from "./screens.ts";

test.each(otherScreens)("axe-core finds nothing in %s, light or dark", findNothing);

import { html } from "lit";
import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import "#elements/find/find-panel.ts";
import "#elements/map/map-screen.ts";
import "#elements/outline/outline-screen.ts";
import { argumentMap } from "../../notation.ts";
import { focused, openApp, openSession, show } from "../dialogs/workspace.ts";

test.each(["map", "outline"] as const)("from Find the focus goes to the claim, on the %s", async (screen) => {
  await page.viewport(900, 700);
  const map = argumentMap("Reform; +Terror ended > Reform; -Hungary > Terror ended");
  const { workspace } = await openApp([map]);
  const session = await openSession(workspace, map.id, screen);
  show(
    html`<main .style=${"position: relative; height: 700px; display: grid"}>
      ${
        screen === "map"
          ? html`<map-screen .workspace=${workspace} .session=${session}></map-screen>`
          : html`<outline-screen .workspace=${workspace} .session=${session}></outline-screen>`
      }
    </main>`,
  );
  const thesis = page.getByRole("treeitem", { name: "Thesis: Reform" });
  await expect.element(thesis).toBeVisible();
  await thesis.click();
  const panel = Object.assign(document.createElement("find-panel"), { workspace, session });
  workspace.dialog.value = { type: "find" };
  document.querySelector("main")!.append(panel);
  await expect.poll(() => focused()?.getAttribute("aria-label")).toBe("Find");
  await userEvent.keyboard("hungar");
  await expect.element(page.getByRole("option", { name: /^Objection/ })).toBeVisible();
  await userEvent.keyboard("{Enter}");
  panel.remove();
  await expect.poll(() => focused()?.getAttribute("aria-label")).toContain("Objection: Hungary");
  expect(focused()?.getAttribute("role")).toBe("treeitem");
  expect(session.inHand.value).toBe("Hungary");
});

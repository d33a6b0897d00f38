import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/source-serif-4/wght.css";
import "@fontsource-variable/source-serif-4/wght-italic.css";
import "virtual:first-picture.css";
import "#elements/first-picture.css";
import "#elements/look.css";

/*
 * What the page asks for first: the styles, which the build puts into the page, and then the app. That is a step of
 * its own so that the page's picture of the first map is painted while the app's script is on its way.
 */
void import("#main.ts").catch(() => document.getElementById("not-loaded")?.removeAttribute("hidden"));

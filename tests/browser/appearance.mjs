// What a page may look like, and how a script walks through its screens: for the gallery and the walk with axe.

import { readFile } from "node:fs/promises";
import path from "node:path";

import { SCREENS } from "./harness.mjs";

/** Appearances by name, as what the browser tells the style about its reader. */
export const APPEARANCES = {
  light: { "prefers-color-scheme": "light" },
  dark: { "prefers-color-scheme": "dark" },
  contrast: { "prefers-color-scheme": "light", "prefers-contrast": "more" },
};

/** The addresses of the screens to be looked at, as the last build wrote them down from its own routes. */
export async function screens() {
  return (await readFile(path.join(SCREENS, "list.txt"), "utf8")).trimEnd().split("\n");
}

/** Shows the page (Chromium) as such a reader sees it, and without movement: colours on their way are nobody's look. */
export async function appear(page, name) {
  const session = await page.createCDPSession();
  const wishes = { "prefers-reduced-motion": "reduce", ...APPEARANCES[name] };
  const features = Object.entries(wishes).map(([name, value]) => ({ name, value }));
  await session.send("Emulation.setEmulatedMedia", { features });
}

/** Goes to a screen as a link would, and waits until it has come and its heading has the focus. */
export async function go(page, hash) {
  const there = await page.evaluate((hash) => {
    if ((location.hash || "#/") === hash) return true;
    document.activeElement?.blur();
    location.hash = hash;
    return false;
  }, hash);
  if (there) return;
  const stands = page.waitForFunction(() => /^(judul|butir-)/.test(document.activeElement?.id ?? "") && !document.querySelector("main [aria-busy]"));
  await stands.catch(async () => {
    const where = () => `${location.hash}: ${document.title}; in focus: ${document.activeElement?.outerHTML.slice(0, 80)}`;
    throw new Error(`${hash} does not come; the page stands at ${await page.evaluate(where)}`);
  });
}

/** A saved work of one of the invented cooperatives, by its file's name. */
export const sample = (name) => readFile(new URL(`../../src/page/samples/${name}.json`, import.meta.url), "utf8");

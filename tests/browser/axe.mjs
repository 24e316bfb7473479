// axe-core in the page: the rules of accessibility that a machine can check.

import { readFile } from "node:fs/promises";

const axe = await readFile(new URL("node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

/** Brings axe into the page, once a load. */
export const examine = (page) => page.evaluate(axe);

/** What axe does not look at unless it is told to. */
const MORE = { rules: { "target-size": { enabled: true }, "label-content-name-mismatch": { enabled: true } } };
export const COLOURS = { runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] } };

/** What axe finds on a screen. */
export const faults = (page, options = MORE) =>
  page.evaluate(async (options) => {
    const { violations } = await window.axe.run(document, { resultTypes: ["violations"], ...options });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  }, options);

// `cargo xtask leaks`: tries to get data out of every deliverable through every known channel, prints what arrived, and
// writes the table into leaks.md beside this file. Ends unhappily if more arrives than no policy can stop.

import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { closeAll } from "./browsers.mjs";
import { CHANNELS, leaks, PLACES } from "./leaking.mjs";

const BROWSERS = ["chromium", "firefox"];
/** What no content policy stops today; the source must not use it, and the build checks that it does not. */
export const UNSTOPPABLE = ["window.open", "navigation", "WebRTC"];

const PAGE = fileURLToPath(new URL("leaks.md", import.meta.url));

/** What the published table says gets out of a place. */
export async function published(browser, place) {
  const rows = (await readFile(PAGE, "utf8")).split("\n").filter((line) => line.startsWith("| ")).map((line) => line.slice(2, -2).split(" | "));
  const at = columns.indexOf(`${browser} ${place}`) + 1;
  return rows.filter((row) => row[at] === OUT).map(([name]) => name.replaceAll("*", ""));
}

async function run() {
  // A page that is taken away while something still asks it is part of the trial; everything else is an error.
  process.on("unhandledRejection", (error) => {
    if (error?.name !== "TargetCloseError") throw error;
  });
  const found = {};
  for (const browser of BROWSERS) {
    for (const place of PLACES) {
      console.log(`${browser}: ${place} …`);
      found[`${browser} ${place}`] = await leaks(browser, place);
    }
  }
  const table = drawn(found);
  console.log(`\n${table}\n${homes(found)}`);
  await writeFile(PAGE, `${HEAD}\n${table}\n${FOOT}\n${homes(found)}\n${END}`);
  const places = Object.entries(found).filter(([where]) => !where.endsWith("no policy"));
  const bad = places.flatMap(([where, { away }]) => away.filter((name) => !UNSTOPPABLE.includes(name)).map((name) => `${where}: ${name}`));
  if (bad.length > 0) {
    console.log(`Data got out: ${bad.join(", ")}`);
    process.exitCode = 1;
  }
}

const OUT = "**out**";
const columns = BROWSERS.flatMap((browser) => PLACES.map((place) => `${browser} ${place}`));

function drawn(found) {
  const short = (column) => column.replace("chromium", "C").replace("firefox", "F");
  const row = (cells) => `| ${cells.join(" | ")} |`;
  const lines = CHANNELS.map((name) => row([UNSTOPPABLE.includes(name) ? `**${name}**` : name, ...columns.map((column) => (found[column].away.includes(name) ? OUT : "–"))]));
  return [row(["channel", ...columns.map(short)]), row(["---", ...columns.map(() => "---")]), ...lines].join("\n");
}

const homes = (found) => columns.filter((column) => !/no policy|single file/.test(column)).map((column) => `- ${column}: ${found[column].home.join(", ") || "nothing"}`).join("\n");

const HEAD = `# What could get out

Written by \`cargo xtask leaks\`. Each channel was tried from inside the built pages, in Chromium (C) and Firefox (F), by
code that wants to leak to another origin. **out**: something arrived there. The first column of each browser is a page
without any policy, to show that the trial itself works; a browser that lacks a channel shows nothing there either.
`;

const FOOT = `
## What no policy stops

Three channels cannot be closed by a content policy in either browser today: **navigating away** (\`location = …\`),
**opening a window** (\`window.open\`) and **WebRTC** (a STUN request is a datagram to anywhere). So the source itself must
not use them, and that is checked at each build:

- every script is searched for the names of these channels and of all others (\`src/bin/xtask/banned.rs\`);
- the WebAssembly modules can do only what they import, and their imports are a list that somebody has read
  (\`src/bin/xtask/imports.txt\`, \`cargo xtask imports\`);
- the page's policy is compared word for word with the one that was decided on.

In a frame with the documented sandbox the first two are closed for the window around it: the sandbox has neither
\`allow-top-navigation\` nor \`allow-popups\`. A frame can still navigate itself, which the same checks rule out.

## The page's own host

The policy lets the page ask its own host for scripts, styles and pictures, because that is where its second part and its
languages come from. A wicked page could hide an answer in the name of such a file; and whoever serves the page could
serve a wicked one. So it was tried, and this arrived at the page's own host:
`;

const END = `
What the built page really asks for is checked on every screen with marked answers (\`privacy.test.mjs\`): its own files, by
names that are fixed at build time, each once, with no query and no body, and nothing else. Who does not want to trust the
host compares the hashes in \`SHA256SUMS\` or uses the single file from a stick, which has no host at all.

A browser extension, the operating system, or somebody who watches the screen is beyond what a page can promise.
`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await run();
  // A browser that does not end is left to the system: the table is written.
  await Promise.race([closeAll(), new Promise((done) => setTimeout(done, 10_000))]);
  process.exit();
}

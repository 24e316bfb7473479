// Photographs of screens for people to look at; `cargo xtask shots --help` tells the options.

import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";

import { closeAll } from "./browsers.mjs";
import { DESKTOP, PHONE, PROJECTOR, SCREENS, STORE_KEY, setStage } from "./harness.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    state: { type: "string" },
    key: { type: "string", default: STORE_KEY },
    lang: { type: "string" },
    full: { type: "boolean", default: false },
    "no-build": { type: "boolean" },
  },
});
const state = values.state && readFileSync(path.resolve(process.env.FROM ?? ".", values.state), "utf8");
const search = values.lang ? `?lang=${values.lang}` : "";
const SIZES = { phone: PHONE, desktop: DESKTOP, projector: PROJECTOR };

/** `#/soal/A.I.1` becomes `soal-A.I.1`; the start page is `start`. */
const named = (route) => route.replace(/[^\w.]+/g, "-").replace(/^-|-$/g, "") || "start";
const hash = (route) => (route === "" ? "" : `#/${route.replace(/^#?\/?/, "")}`);

for (const route of positionals.length ? positionals : [""]) {
  for (const [size, viewport] of Object.entries(SIZES)) {
    const stage = await setStage({ size: viewport, state, key: values.key });
    try {
      await stage.open(hash(route), { search });
      console.log(await stage.shot(`${named(route)}-${size}`, { full: values.full }));
      if (size === "desktop") pages(await stage.printed(`${named(route)}-print`)).forEach((file) => console.log(file));
      const { errors, violations } = stage.log;
      for (const line of [...errors, ...violations]) console.log(`  ! ${line}`);
    } finally {
      await stage.leave();
    }
  }
}
await closeAll();

/** A PDF as pictures, one a page. */
function pages(pdf) {
  const stem = pdf.replace(/\.pdf$/, "");
  const old = readdirSync(SCREENS).filter((name) => name.startsWith(`${path.basename(stem)}-`) && name.endsWith(".png"));
  for (const name of old) rmSync(path.join(SCREENS, name));
  execFileSync("pdftoppm", ["-png", "-r", "70", pdf, stem]);
  return readdirSync(SCREENS)
    .filter((name) => name.startsWith(`${path.basename(stem)}-`) && name.endsWith(".png"))
    .sort()
    .map((name) => path.join(SCREENS, name));
}

// Every screen in every appearance, for people to look at: `cargo xtask gallery` tells where.

import { execFileSync } from "node:child_process";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";

import { APPEARANCES, appear, go, sample, screens } from "./appearance.mjs";
import { closeAll } from "./browsers.mjs";
import { DESKTOP, PHONE, PROJECTOR, SCREENS, setStage } from "./harness.mjs";

const GALLERY = path.join(SCREENS, "../gallery");
const SIZES = { phone: { ...PHONE, deviceScaleFactor: 1 }, desktop: DESKTOP, projector: PROJECTOR };
/** A picture shows this many screens of scrolling, and no more. */
const TALL = 3;
const filled = await sample("kredit-macet");
const routes = process.argv.slice(2);
const wanted = routes.length ? routes.map((route) => `#/${route.replace(/^#?\/?/, "")}`) : await screens();

const named = (hash) => hash.replace(/[^\w.]+/g, "-").replace(/^-|-$/g, "") || "awal";
const columns = new Map(wanted.map((hash) => [hash, []]));

await rm(GALLERY, { recursive: true, force: true });
await mkdir(GALLERY, { recursive: true });
await onScreens("phone", "light", undefined, "kosong");
for (const size of Object.keys(SIZES)) for (const look of Object.keys(APPEARANCES)) await onScreens(size, look, filled);
await onPaper();
await writeFile(path.join(GALLERY, "index.html"), index());
await closeAll();
console.log(`${[...columns.values()].flat().length} pictures: ${path.join(GALLERY, "index.html")}`);

async function onScreens(size, look, state, name = `${size}-${look}`) {
  const stage = await setStage({ size: SIZES[size], state });
  try {
    await stage.open();
    await appear(stage.page, look);
    for (const hash of wanted) {
      await go(stage.page, hash);
      const file = `${named(hash)}-${name}.jpg`;
      await photograph(stage.page, SIZES[size], path.join(GALLERY, file));
      columns.get(hash).push({ name, file });
    }
    told(stage);
  } finally {
    await stage.leave();
  }
}

/** In a window as tall as the picture, so that what sticks to its edge does not lie across the middle. */
async function photograph(page, size, file) {
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  const height = Math.min(Math.max(whole, size.height), TALL * size.height);
  if (height > size.height) await page.setViewport({ ...size, height });
  await page.screenshot({ path: file, quality: 75, type: "jpeg" });
  if (height > size.height) await page.setViewport(size);
}

async function onPaper() {
  const stage = await setStage({ size: DESKTOP, state: filled });
  try {
    await stage.open();
    for (const hash of wanted) {
      await go(stage.page, hash);
      const pdf = path.join(GALLERY, `${named(hash)}.pdf`);
      await stage.page.pdf({ path: pdf, format: "A4", preferCSSPageSize: true, printBackground: false });
      const stem = `${named(hash)}-print`;
      execFileSync("pdftoppm", ["-png", "-r", "60", "-l", "6", pdf, path.join(GALLERY, stem)]);
      await rm(pdf);
      const pages = (await readdir(GALLERY)).filter((name) => name.startsWith(`${stem}-`)).sort();
      for (const file of pages) columns.get(hash).push({ name: "print", file });
    }
    told(stage);
  } finally {
    await stage.leave();
  }
}

function told({ log }) {
  for (const line of [...log.errors, ...log.violations]) if (!/404/.test(line)) console.log(`  ! ${line}`);
}

function index() {
  const picture = ({ name, file }) => `<figure><a href="${file}"><img src="${file}" alt="" loading="lazy"></a><figcaption>${name}</figcaption></figure>`;
  const row = ([hash, pictures]) => `<section id="${named(hash)}"><h2>${hash || "#/"}</h2><div>${pictures.map(picture).join("")}</div></section>`;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Cermin Koperasi: every screen</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; margin: 16px; background: #ddd; color: #111; }
section > div { display: flex; gap: 12px; overflow-x: auto; align-items: flex-start; }
figure { margin: 0; flex: none; }
img { height: 320px; border: 1px solid #999; background: #fff; }
</style>
<h1>Every screen, ${new Set([...columns.values()].flat().map(({ name }) => name)).size} ways</h1>
<p>${wanted.map((hash) => `<a href="#${named(hash)}">${hash || "#/"}</a>`).join(" ")}</p>
${[...columns].map(row).join("\n")}
</html>
`;
}

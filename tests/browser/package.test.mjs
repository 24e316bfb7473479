// `dist/pkg` as who installs it meets it: packed by npm, unpacked into a project, its README run and compiled as written.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { publint } from "publint";

import { context, WAIT } from "./browsers.mjs";
import { serve } from "./host.mjs";

const run = promisify(execFile);
const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const PKG = here("../../dist/pkg");

/** A project that has installed the package, and nothing else. */
let project;
let installed;

before(async () => {
  project = await mkdtemp(path.join(tmpdir(), "cermin-package-"));
  const { stdout } = await run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", project], { cwd: PKG });
  const [{ filename }] = JSON.parse(stdout);
  installed = path.join(project, "node_modules/cermin-koperasi");
  await mkdir(installed, { recursive: true });
  await run("tar", ["-xzf", path.join(project, filename), "--strip-components=1", "-C", installed]);
  await writeFile(path.join(project, "package.json"), '{ "type": "module", "private": true }');
});
after(() => rm(project, { recursive: true, force: true }));

const readme = () => readFile(path.join(installed, "README.md"), "utf8");
/** The code blocks of a language in the README. */
const blocks = async (language) =>
  [...(await readme()).matchAll(/^```(\w+)\n([^]*?)^```$/gm)].filter(([, kind]) => kind === language).map(([, , code]) => code);

test("the package holds what npm asks for, and nothing else", async () => {
  const about = JSON.parse(await readFile(path.join(installed, "package.json"), "utf8"));
  for (const key of ["name", "version", "description", "keywords", "license", "exports", "engines", "files", "types"]) assert.ok(about[key], key);
  const { stdout } = await run("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], { cwd: PKG });
  const names = JSON.parse(stdout)[0].files.map((file) => file.path).sort();
  assert.deepEqual(names, [
    "LICENSE-APACHE", "LICENSE-MIT", "README.md", "books.d.ts", "books.js", "books_bg.wasm", "books_bg.wasm.d.ts", "cermin_koperasi.d.ts",
    "cermin_koperasi.js", "cermin_koperasi_bg.wasm", "cermin_koperasi_bg.wasm.d.ts", "en.d.ts", "en.js", "package.json",
  ]);
});

test("publint finds nothing to say", async () => {
  const { messages } = await publint({ pkgDir: installed, strict: true });
  assert.deepEqual(messages, []);
});

test("every program of the README runs as written", async () => {
  const programs = await blocks("js");
  assert.equal(programs.length, 5);
  const said = [];
  for (const [place, code] of programs.entries()) {
    await writeFile(path.join(project, `program-${place}.mjs`), code);
    said.push((await run(process.execPath, [`program-${place}.mjs`], { cwd: project })).stdout);
  }
  const wanted = [/^\{ low: 25, high: 100 \}\n[^]*status: 'open'[^]*\n\{ low: 25, high: 100 \}\n$/, /unknown-answer \/answers\/A\.I\.1\.a\nunknown-item/, /^[A-Z][a-z ]+\n$/, /\d+\n-?\d+\n/, /label: 'Bank'[^]*\n1500000\n$/];
  said.forEach((text, place) => assert.match(text, wanted[place]));
});

test("the program of the project's own README runs as written", async () => {
  const all = await readFile(here("../../README.md"), "utf8");
  const programs = [...all.matchAll(/^```js\n([^]*?)^```$/gm)].map(([, code]) => code);
  assert.equal(programs.length, 1);
  const { stdout } = await run(process.execPath, ["--input-type=module", "--eval", programs[0]], { cwd: here("../..") });
  assert.equal(stdout, "{ low: 25, high: 100 }\n{ low: 25, high: 100 }\n");
});

test("every program of the README compiles as strictly as TypeScript can", async () => {
  const files = [];
  for (const [place, code] of (await blocks("js")).entries()) {
    files.push(`strict-${place}.js`);
    await writeFile(path.join(project, `strict-${place}.js`), code);
  }
  // And one in TypeScript: what is wrong is found before it runs.
  files.push("typed.ts");
  await writeFile(path.join(project, "typed.ts"), `
    import init, { installLanguage, initSync, score, type Assessment, type Scores } from "cermin-koperasi";
    import initBooks, { fillWorkbook } from "cermin-koperasi/books";
    import en from "cermin-koperasi/en";
    const blank: Assessment = { format: "cermin-koperasi", version: 1, rulebook: "kkpkk-2021", variant: "ksp12" };
    export async function main(bytes: Uint8Array<ArrayBuffer>): Promise<Scores> {
      await init();
      await init({ module_or_path: bytes });
      await initBooks();
      initSync({ module: bytes });
      installLanguage("en", en);
      // @ts-expect-error There is no such language.
      installLanguage("nl", en);
      // @ts-expect-error There is no such answer.
      score({ ...blank, answers: { "A.I.1.a": "maybe" } });
      const left: string[] = fillWorkbook(bytes, { "Input!D6": "Terpenuhi", "Input!E175": null }).left;
      return left.length > 0 ? score(blank) : score({ ...blank, answers: { "A.I.1.a": "yes" } });
    }
  `);
  const strict = {
    strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true,
    allowJs: true, checkJs: true, noEmit: true, skipLibCheck: false, types: [], lib: ["es2023", "dom"], target: "es2022",
  };
  for (const way of [{ module: "nodenext" }, { module: "esnext", moduleResolution: "bundler" }]) {
    await writeFile(path.join(project, "tsconfig.json"), JSON.stringify({ compilerOptions: { ...strict, ...way }, files }));
    await run(process.execPath, [here("node_modules/typescript/bin/tsc"), "-p", project]).catch(({ stdout }) => assert.fail(stdout));
  }
});

for (const browser of ["chromium", "firefox"]) {
  // Vite before version 8 bundles what it finds installed into a folder beside it, and the glue runs there.
  test(`where Vite in development keeps the glue, the module is found beside the original, in ${browser}`, async () => {
    const page = `<!doctype html><output>…</output><script type="module">
      import init, { rulebooks } from "./node_modules/.vite/deps/cermin-koperasi.js";
      import initBooks, { readWorkbook } from "./node_modules/.vite/deps/cermin-koperasi_books.js";
      await Promise.all([init(), initBooks()]);
      document.querySelector("output").textContent = rulebooks()[0].id + readWorkbook(new TextEncoder().encode("Kas;1\\nBank;2\\n")).sheets[0].rows.length;
    </script>`;
    const moved = async (name) => readFile(path.join(installed, name), "utf8");
    const host = await serve({ root: project, files: {
      "index.html": page,
      "node_modules/.vite/deps/cermin-koperasi.js": await moved("cermin_koperasi.js"),
      "node_modules/.vite/deps/cermin-koperasi_books.js": await moved("books.js"),
    } });
    const { profile, leave } = await context(browser);
    try {
      const tab = await profile.newPage();
      tab.setDefaultTimeout(WAIT);
      await tab.goto(host.url);
      await tab.waitForFunction(() => document.querySelector("output").textContent === "kkpkk-20212");
    } finally {
      await leave();
      await host.close();
    }
  });

  test(`the page of the README runs as written, in ${browser}`, async () => {
    const pages = await blocks("html");
    assert.equal(pages.length, 1);
    const host = await serve({ root: installed, files: { "index.html": pages[0] } });
    const { profile, leave } = await context(browser);
    try {
      const page = await profile.newPage();
      page.setDefaultTimeout(WAIT);
      await page.goto(host.url);
      await page.waitForFunction(() => document.querySelector("output").textContent !== "…");
      assert.match(await page.$eval("output", (output) => output.textContent), /Kertas Kerja|Kesehatan/);
      // English was not asked for.
      assert.deepEqual(host.requests.filter((one) => one.includes("en.js")), []);
    } finally {
      await leave();
      await host.close();
    }
  });
}

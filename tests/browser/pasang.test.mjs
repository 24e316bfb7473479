// The webmaster's way: open the generator, choose, copy, paste into a site of one's own, and it runs. AC-10, AC-11.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { go } from "./filling.mjs";
import { journey } from "./harness.mjs";
import { embedded, HOSTILE, KIT, office, RELEASE } from "./kit.mjs";

const CORS = { headers: { "Access-Control-Allow-Origin": "*" } };

/** Opens the generator and hands back the code for a way of pasting and some choices. */
async function generated(page, tool, way, choices = {}) {
  await page.goto(`${tool.url}pasang.html`, { waitUntil: "load" });
  await page.click(`input[name=way][value=${way}]`);
  for (const [name, value] of Object.entries(choices)) {
    await page.evaluate((name, value) => {
      const field = document.getElementById(name);
      if (field.type === "checkbox") field.checked = value;
      else field.value = value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }, name, value);
  }
  return page.$eval("#kode", (area) => area.value);
}

const CHOICES = { screen: "isian", lang: "en", theme: "dark", "office-name": 'Dinas "K" <Kota>', "office-contact": "0274 1", "office-link": "https://dinas.example/a?b=1&c=2", brand: "#0a4d8c" };

/** A page with the pasted code on a site that styles everything, and allows what README says and nothing else. */
function strictly(site, tool, code) {
  const { origin } = new URL(tool.url);
  site.headers["Content-Security-Policy"] = `default-src 'self'; script-src 'self' ${origin}; frame-src ${origin}`;
  site.files["site.css"] = HOSTILE;
  site.files["favicon.ico"] = "";
  site.files["index.html"] = office(code, { head: '<link rel="stylesheet" href="site.css">' }).replace(/<link rel="icon"[^>]*>/, "");
}

for (const browser of ["chromium", "firefox"]) {
  for (const [way, lines] of [["frame", 1], ["element", 2]]) {
    embedded(`${browser}: the pasted code of “${way}” has ${lines} line${lines > 1 ? "s" : ""} and runs as chosen, under a hostile style and the site's own strict policy`, {
      browser,
      toolHost: CORS,
      site: () => "",
    }, async ({ page, tool, site, open, frame }) => {
      const code = await generated(page, tool, way, { ...CHOICES, apart: true });
      assert.equal(code.split("\n").length, lines);
      assert.ok(code.includes(RELEASE), "the code names no release");
      strictly(site, tool, code);
      await open();
      const inside = await frame();
      await inside.waitForFunction(() => document.documentElement.lang === "en");
      assert.equal(await inside.evaluate(() => location.hash), "#/isian");
      assert.match(await inside.$eval("footer .office", (part) => part.innerText), /Dinas "K" <Kota>[^]*0274 1[^]*https:\/\/dinas\.example\/a\?b=1&c=2/);
      const [theme, storage] = await inside.evaluate(() => [document.documentElement.dataset.theme, typeof localStorage]);
      assert.deepEqual([theme, storage], ["dark", "object"]);
      assert.match(inside.url(), /brand=0a4d8c/);
    });
  }
}

embedded("the frame is locked unless the webmaster says that the tool lies on another site", { site: () => "" }, async ({ page, tool }) => {
  const sandbox = (code) => /sandbox="([^"]*)"/.exec(code)[1];
  assert.equal(sandbox(await generated(page, tool, "frame")), "allow-scripts allow-downloads allow-modals");
  assert.match(sandbox(await generated(page, tool, "frame", { apart: true })), /allow-same-origin/);
});

/** Runs in the office's page: what its own script gets to read of the first frame. */
function spied() {
  try {
    return window.frames[0].document.body.innerText;
  } catch {
    return "";
  }
}

/** Opens a page of the office with this code; the tool lies on the same site. Hands back the frame. */
async function pasted({ site, tool, open, frame }, code) {
  site.files["index.html"] = office(code.replaceAll(tool.url, "alat/"));
  await open();
  return frame();
}

for (const browser of ["chromium", "firefox"]) {
  for (const way of ["frame", "element"]) {
    embedded(`${browser}: on the tool's own site no script of the page reads what the code of “${way}” shows`, { browser, site: () => "" }, async (stage) => {
      const inside = await pasted(stage, await generated(stage.page, stage.tool, way));
      assert.equal(await inside.evaluate(() => self.origin), "null");
      assert.equal(await stage.page.evaluate(spied), "");
    });
  }

  embedded(`${browser}: a frame that its host can read says so and keeps nothing`, { browser, site: () => "", tolerate: /sandbox/ }, async (stage) => {
    const inside = await pasted(stage, await generated(stage.page, stage.tool, "frame", { apart: true }));
    assert.notEqual(await stage.page.evaluate(spied), "", "the trial proves nothing");
    assert.match(await inside.$eval(".keeping.refused", (line) => line.textContent), /bisa membaca isian/);
    await go(inside, "#/butir/A.I.1");
    await inside.evaluate(() => document.getElementById("A.I.1.a-yes").click());
    await inside.waitForFunction(() => /1 dari/.test(document.getElementById("kabar").textContent));
    assert.deepEqual(await inside.evaluate(() => Object.keys(localStorage)), []);
    await go(inside, "#/berkas");
    await inside.evaluate(() => document.getElementById("bersama")?.click());
    assert.deepEqual(await inside.evaluate(() => Object.keys(localStorage)), []);
  });
}

embedded("the wrapper locks a frame of its own site by itself", { site: () => "", sameOrigin: true }, async ({ site, open, frame }) => {
  site.files["index.html"] = office(`<script src="alat/${RELEASE}/cermin-koperasi.js" defer></script><cermin-koperasi></cermin-koperasi>`);
  await open();
  assert.equal(await (await frame()).evaluate(() => self.origin), "null");
});

embedded("a link survives where frames and scripts are stripped: only a, p and img (AC-11)", { site: () => "" }, async ({ page, tool, site, open }) => {
  const code = await generated(page, tool, "link", CHOICES);
  assert.deepEqual([...new Set([...code.matchAll(/<(\w+)/g)].map(([, tag]) => tag))].sort(), ["a", "img", "p"]);
  const attributes = [...code.matchAll(/ ([a-z-]+)="/g)].map(([, name]) => name);
  assert.deepEqual([...new Set(attributes)].sort(), ["alt", "height", "href", "src", "width"]);
  site.files["index.html"] = office(code);
  await open();
  assert.equal(await page.$eval("img", (image) => image.complete && image.naturalWidth), 192);
  await Promise.all([page.waitForNavigation(), page.click("a")]);
  // Another language comes when the page is ready.
  await page.waitForSelector("html[data-app=ready][lang=en]");
});

embedded("what is no colour and no address is said, and does not come into the code", { site: () => "" }, async ({ page, tool }) => {
  const code = await generated(page, tool, "frame", { brand: "biru", "office-link": "javascript:alert(1)" });
  assert.ok(!/biru|javascript/.test(code));
  assert.match(await page.$eval("#brand-kata", (line) => line.textContent), /#0b5c50/);
  assert.match(await page.$eval("#link-kata", (line) => line.textContent), /https:\/\//);
});

journey("the demonstration shows both ways, from any folder", { host: { root: KIT, prefix: "/unduhan/embed/" } }, async ({ page, host, log }) => {
  await page.goto(`${host.url}index.html`, { waitUntil: "load" });
  const frames = await page.waitForFunction(() => document.querySelectorAll("iframe").length === 1 && customElements.get("cermin-koperasi") && true);
  assert.ok(await frames.jsonValue());
  for (const frame of page.frames().slice(1)) await frame.waitForSelector("html[data-app=ready]");
  assert.equal(page.frames().length, 3);
  assert.deepEqual(log.violations, []);
});

test("a release's folder carries the hash of what is in it, and snippets the wrapper's (AC-10)", async () => {
  const folder = path.join(KIT, RELEASE);
  assert.deepEqual((await readdir(path.join(KIT, "v"))).length, 1);
  const wrapper = await readFile(path.join(folder, "cermin-koperasi.js"));
  const integrity = `sha384-${createHash("sha384").update(wrapper).digest("base64")}`;
  for (const page of ["index.html", "pasang.html", "wordpress/cermin-koperasi/cermin-koperasi.php"]) {
    assert.ok((await readFile(path.join(KIT, page), "utf8")).includes(integrity), page);
  }
  const order = ["frame.html", "cermin-koperasi.js", "messages.schema.json", /^style\./, /^app\./, /^rest\..*js$/, /^[a-z]{2}\.[0-9a-f]{12}\.js$/, /^help\./, /^sealed\./, /^books\./, /^scan\./, "icon.svg", "icon-192.png"];
  const names = await readdir(folder);
  const files = order.map((wanted) => names.find((name) => (wanted.test ? wanted.test(name) : name === wanted)));
  // How a server is to hand them out is no part of them.
  assert.deepEqual([...files].sort(), names.filter((name) => name !== ".htaccess").sort(), "a file of the release has no part in its hash");
  const hash = createHash("sha256");
  for (const name of files) hash.update(name).update(await readFile(path.join(folder, name)));
  assert.ok(RELEASE.endsWith(`-${hash.digest("hex").slice(0, 12)}`));
});

test("nothing in the kit forbids frames, sends, or needs a resizer", async () => {
  const text = await everything(KIT);
  assert.ok(!/X-Frame-Options/.test(text.replace("Header always unset X-Frame-Options", "")));
  assert.ok(!/iframe-?resizer/i.test(text));
  assert.ok(!/Cross-Origin-(Opener|Embedder)-Policy/i.test(text));
});

async function everything(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const names = entries.filter((one) => one.isFile() && /\.(html|js|css|php|txt|json)$|htaccess/.test(one.name) && !/^app\./.test(one.name));
  return (await Promise.all(names.map((one) => readFile(path.join(one.parentPath, one.name), "utf8")))).join("\n");
}

test("WordPress: the plugin names its own release, every screen, and nothing of elsewhere (without PHP)", async () => {
  const folder = path.join(KIT, "wordpress/cermin-koperasi");
  const plugin = await readFile(path.join(folder, "cermin-koperasi.php"), "utf8");
  const constant = (name) => new RegExp(`const ${name} = '([^']*)';`).exec(plugin)?.[1];
  const release = path.join(folder, constant("CERMIN_KOPERASI_FOLDER"));
  assert.equal(constant("CERMIN_KOPERASI_FOLDER"), RELEASE);
  assert.deepEqual((await readdir(release)).sort(), (await readdir(path.join(KIT, RELEASE))).filter((name) => name !== ".htaccess").sort());
  const wrapper = await readFile(path.join(release, "cermin-koperasi.js"));
  assert.equal(constant("CERMIN_KOPERASI_INTEGRITY"), `sha384-${createHash("sha384").update(wrapper).digest("base64")}`);
  const screens = /'screen'\s*=> array\(([^)]*)\)/.exec(plugin)[1].match(/'([a-z-]+)'/g).map((word) => word.slice(1, -1));
  const known = (await readFile(path.join(KIT, "pasang.html"), "utf8")).match(/<option value="([a-z-]+)">/g).map((option) => /"(.*)"/.exec(option)[1]);
  assert.ok(screens.length > 8 && screens.includes("hasil") && screens.every((word) => known.includes(word)), screens.join());
  assert.match(plugin, /add_shortcode\( 'cermin_koperasi', 'cermin_koperasi_shortcode' \)/);
  assert.match(plugin, /sandbox="allow-scripts allow-downloads allow-modals" referrerpolicy="no-referrer"/);
  // Every line of HTML that takes something in escapes it, and nothing is fetched from anywhere.
  assert.ok(!/https?:\/\/(?!\[)/.test(plugin.replace(/#\^https:\/\//g, "")), "an address of elsewhere");
  assert.ok(!/wp_remote|curl_|file_get_contents|\$_(GET|POST|REQUEST)|{{/.test(plugin));
  assert.match(await readFile(path.join(folder, "readme.txt"), "utf8"), /\[cermin_koperasi/);
});

// The shortcode, run by PHP itself with the few functions of WordPress that it calls.
const php = process.env.PHP || ["/usr/bin/php", "/usr/local/bin/php"].find((file) => { try { return execFileSync(file, ["-v"]) && true; } catch { return false; } });
const shortcode = (given) =>
  JSON.parse(execFileSync(php, [fileURLToPath(new URL("wordpress.php", import.meta.url)), path.join(KIT, "wordpress/cermin-koperasi/cermin-koperasi.php"), JSON.stringify(given)], { encoding: "utf8" }));

test("WordPress: the shortcode gives the wrapper, a plain frame, and the checked script", { skip: !php && "PHP is not here" }, () => {
  const { html, script, tag } = shortcode({ screen: "hasil", theme: "dark", office_name: "Dinas “K” <script>", office_link: "javascript:1", mode: "evil", brand: "#0a4d8c" });
  assert.match(html, /^<cermin-koperasi screen="hasil" theme="dark" office-name="Dinas “K”" brand="#0a4d8c"><\/cermin-koperasi><noscript><iframe /);
  assert.match(html, /frame\.html\?mode=embed&#0?38;theme=dark&#0?38;office-name=Dinas\+%E2%80%9CK%E2%80%9D&#0?38;brand=0a4d8c#\/hasil"/);
  assert.ok(!/javascript|evil/.test(html));
  assert.ok(script.endsWith(`${RELEASE}/cermin-koperasi.js`));
  assert.match(tag, /integrity="sha384-[^"]{64}" crossorigin="anonymous" src=/);
});

embedded("WordPress: what the shortcode writes runs in a browser", { skip: !php && "PHP is not here", site: () => "", sameOrigin: true }, async ({ site, open, frame, page }) => {
  const { html, tag } = shortcode({ office_name: "Dinas Koperasi" });
  site.files["index.html"] = office(html.replaceAll("https://situs.example/plugins/", "alat/wordpress/cermin-koperasi/") + tag.replaceAll("https://situs.example/plugins/", "alat/wordpress/cermin-koperasi/"));
  await open();
  assert.match(await (await frame()).$eval("footer .office", (part) => part.innerText), /Dinas Koperasi/);
  assert.equal(page.frames().length, 2);
});

journey("the hosted page offers its own code for other sites, and opens what writes it", {}, async ({ page, open }) => {
  await open();
  assert.equal(await page.$eval(".hosted", (one) => getComputedStyle(one).display), "list-item");
  await Promise.all([page.waitForNavigation({ waitUntil: "load" }), page.click(".hosted a")]);
  assert.match(await page.title(), /Pasang di situs Anda/);
  const code = await page.$eval("#kode", (area) => area.value);
  assert.ok(code.includes(`/embed/${RELEASE}/frame.html`), code);
});

journey("the single file has no kit beside it, and offers none", { file: true }, async ({ page, open }) => {
  await open();
  assert.equal(await page.$eval(".hosted", (one) => getComputedStyle(one).display), "none");
});

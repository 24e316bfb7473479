// The webmaster's way: open the generator, choose, copy, paste into a site of one's own, and it runs. AC-10, AC-11.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

import { go } from "./filling.mjs";
import { journey } from "./harness.mjs";
import { embedded, HOSTILE, KIT, office, RELEASE } from "./kit.mjs";
import { says } from "./room.mjs";

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
    await says(inside, /bisa membaca isian/, ".keeping.refused");
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

// What a browser says of a script that it refuses.
const REFUSED = /policy violation: script-src-elem|Content.Security.Policy|CORS|Cross-Origin|integrity|ERR_FAILED/i;
const REFUSALS = {
  "the host's policy": { headers: { "Content-Security-Policy": "default-src 'self'; frame-src *" }, toolHost: CORS },
  "a server without CORS": { headers: {}, toolHost: {} },
};

for (const browser of ["chromium", "firefox"]) {
  for (const [why, { headers, toolHost }] of Object.entries(REFUSALS)) {
    embedded(`${browser}: where the wrapper is refused by ${why}, a plain frame stands in`, {
      browser,
      toolHost,
      site: () => "",
      tolerate: REFUSED,
    }, async ({ page, tool, site, open, frame }) => {
      const code = await generated(page, tool, "element", { "office-name": 'Dinas "K" & <b>', screen: "isian", apart: true });
      Object.assign(site.headers, headers);
      site.files["favicon.ico"] = "";
      site.files["index.html"] = office(code).replace(/<link rel="icon"[^>]*>/, "");
      await open();
      const inside = await frame();
      assert.equal(await inside.evaluate(() => location.hash), "#/isian");
      assert.match(await inside.$eval("footer .office", (part) => part.innerText), /Dinas "K" & <b>/);
      assert.deepEqual(await inside.evaluate(() => [self.origin, document.referrer]), ["null", ""]);
      assert.equal(await page.evaluate(() => customElements.get("cermin-koperasi")), undefined);
    });
  }

  embedded(`${browser}: under a name of its own the tool is locked and keeps at once, as the generator tells`, {
    browser,
    toolHost: { ...CORS, name: "cermin.dinas.localhost" },
    siteHost: { name: "dinas.localhost" },
    site: () => "",
  }, async ({ page, tool, site, open, frame }) => {
    for (const way of ["frame", "element"]) {
      const code = await generated(page, tool, way, { apart: true });
      assert.match(await page.$eval("details ol", (list) => list.textContent), /subdomain/);
      site.files["index.html"] = office(code);
      await open();
      let inside = await frame();
      assert.equal(await page.evaluate(spied), "");
      assert.equal(await inside.$(".keeping.refused"), null);
      await go(inside, "#/butir/A.I.1");
      await inside.evaluate(() => document.getElementById("A.I.1.a-yes").click());
      await says(inside, /Tersimpan/, ".keeping");
      await open();
      inside = await frame();
      await go(inside, "#/butir/A.I.1");
      assert.ok(await inside.$eval("#A\\.I\\.1\\.a-yes", (yes) => yes.checked), `${way}: the answer is lost`);
      await inside.evaluate(() => localStorage.clear());
    }
  });
}

embedded("a colour that is hard to read is said, with the themes in which the tool goes without it", { site: () => "" }, async ({ page, tool }) => {
  const told = () => page.$eval("#brand-kata", (line) => line.textContent);
  const says = (text) => page.waitForFunction((text) => document.getElementById("brand-kata").textContent.includes(text), {}, text);
  const code = await generated(page, tool, "frame", { brand: "#ffff00" });
  assert.ok(code.includes("brand=ffff00"), "it is the webmaster's to decide");
  await says("tema terang");
  await generated(page, tool, "frame", { brand: "#0b5c50" });
  await says("tema gelap");
  assert.doesNotMatch(await told(), /terang/);
  // Who shows one theme alone hears of that one.
  await generated(page, tool, "frame", { theme: "light", brand: "#ffff00" });
  await says("tema terang warna");
  await generated(page, tool, "frame", { theme: "light", brand: "#0b5c50" });
  await page.waitForFunction(() => window.frames[0] && document.getElementById("pratinjau").src.includes("brand=0b5c50"));
  assert.doesNotMatch(await told(), /sulit/);
});

embedded("a frame's height is one that a phone shows whole, or as the webmaster says", { site: () => "" }, async ({ page, tool }) => {
  const height = (code) => Number(/ height="(\d+)"/.exec(code)[1]);
  assert.ok(height(await generated(page, tool, "frame")) <= 740 - 120, "a phone less the browser's own bars");
  assert.equal(height(await generated(page, tool, "frame", { height: "900" })), 900);
  for (const [wrong, kept] of [["", 560], ["9", 320], ["99999", 2000]]) assert.equal(height(await generated(page, tool, "frame", { height: wrong })), kept);
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

/** Types an address as a webmaster would, and leaves the field. */
async function typed(page, text) {
  await page.click("#place", { count: 3 });
  await page.keyboard.press("Backspace");
  await page.type("#place", text);
  await page.keyboard.press("Tab");
  return page.evaluate(() => Object.fromEntries(["kode", "place", "place-kata"].map((id) => [id, document.getElementById(id).value ?? document.getElementById(id).textContent])));
}

embedded("an address without https:// is completed and said, one that is none gives no code", { site: () => "" }, async ({ page, tool }) => {
  const own = await generated(page, tool, "element");
  const short = await typed(page, "dinas.contoh.go.id/cermin");
  assert.equal(short.place, "https://dinas.contoh.go.id/cermin/");
  assert.match(short["place-kata"], /https:\/\/ ditambahkan/);
  assert.ok(short.kode.includes('src="https://dinas.contoh.go.id/cermin/v/') && !short.kode.includes(tool.url), short.kode);
  // The address of this very page means its folder.
  assert.ok((await typed(page, "https://dinas.contoh.go.id/alat/pasang.html?x=1#y")).kode.includes('src="https://dinas.contoh.go.id/alat/v/'));
  for (const wrong of ["cermin", "/cermin/", "ftp://dinas.contoh.go.id/", "javascript:alert(1)", "https://", "https://dinas contoh/", "file:///C:/cermin/"]) {
    const { kode, ...said } = await typed(page, wrong);
    assert.deepEqual([kode, said.place], ["", wrong]);
    assert.match(said["place-kata"], /bukan alamat lengkap.*https:\/\//, wrong);
    assert.equal(await page.$eval("#place", (field) => field.getAttribute("aria-invalid")), "true");
    await page.click("#salin");
    assert.match(await page.$eval("#tersalin", (line) => line.textContent), /Belum ada kode/, wrong);
  }
  const none = await typed(page, "");
  assert.deepEqual([none.kode, none["place-kata"]], [own, ""], "this page's own address");
});

for (const browser of ["chromium", "firefox"]) {
  embedded(`${browser}: opened from a file the generator asks for the address first, and gives no code that cannot work`, { browser, site: () => "", tolerate: /./ }, async ({ page }) => {
    await page.goto(pathToFileURL(path.join(KIT, "pasang.html")).href, { waitUntil: "load" });
    const state = () => page.evaluate(() => ["kode", "place-kata", "tersalin"].map((id) => document.getElementById(id).value ?? document.getElementById(id).textContent));
    for (const way of ["frame", "element", "link"]) {
      await page.click(`input[name=way][value=${way}]`);
      await page.click("#salin");
      const [code, said, copied] = await state();
      assert.equal(code, "", way);
      assert.match(said, /Unggah dulu folder ini.*https:\/\//);
      assert.match(copied, /Belum ada kode/);
    }
    // The plugin lies on the site itself.
    await page.click("input[name=way][value=wordpress]");
    assert.equal((await state())[0], "[cermin_koperasi]");
    await page.click("input[name=way][value=element]");
    const { kode, "place-kata": said } = await typed(page, "https://dinas.contoh.go.id/cermin");
    assert.ok(kode.includes('src="https://dinas.contoh.go.id/cermin/v/') && !kode.includes("file:"), kode);
    assert.equal(said, "");
  });
}

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
  const readme = await readFile(path.join(folder, "readme.txt"), "utf8");
  const [version] = /\d+\.\d+\.\d+/.exec(RELEASE);
  for (const [text, line] of [[plugin, /^ \* Author: \S/m], [plugin, new RegExp(`^ \\* Version: ${version}$`, "m")], [readme, /^Tested up to: \d+\.\d+$/m], [readme, new RegExp(`^Stable tag: ${version}$`, "m")], [readme, /^== Installation ==$/m], [readme, /\[cermin_koperasi/]]) {
    assert.match(text, line);
  }
  for (const key of ["Requires at least", "Requires PHP"]) {
    const said = [plugin, readme].map((text) => new RegExp(`${key}: (\\S+)`).exec(text)[1]);
    assert.equal(said[0], said[1], key);
  }
});

test("WordPress: the block offers what PHP takes, and shows the tool in the editor", async () => {
  const plugin = await readFile(path.join(KIT, "wordpress/cermin-koperasi/cermin-koperasi.php"), "utf8");
  let block;
  const createElement = (type, props, ...children) => ({ type, props, children });
  const wp = {
    element: { createElement },
    components: { SelectControl: "select", TextControl: "text", PanelBody: "panel" },
    blockEditor: { useBlockProps: () => ({}), InspectorControls: "inspector" },
    blocks: { registerBlockType: (name, about) => (block = { name, ...about }) },
  };
  const window = { wp, cerminKoperasiFrame: "https://situs.example/frame.html" };
  new Function("window", "document", await readFile(path.join(KIT, "wordpress/cermin-koperasi/blok.js"), "utf8"))(window, { baseURI: "https://situs.example/" });
  assert.ok(plugin.includes(`'${block.name}'`));
  const names = [...plugin.matchAll(/^\t\t'(\w+)'\s+=> (?:array\(|\d)/gm)].map(([, name]) => name);
  assert.deepEqual(Object.keys(block.attributes).sort(), names.slice(0, 8).sort());
  const set = [];
  const drawn = block.edit({ attributes: { screen: "hasil", theme: "dark", lang: "", mode: "", brand: "#0a4d8c", office_name: "Dinas <K>", office_contact: "", office_link: "" }, setAttributes: (one) => set.push(one) });
  const all = (one) => (one?.children ? [one, ...one.children.flat().flatMap(all)] : []);
  const frame = all(drawn).find(({ type }) => type === "iframe");
  assert.equal(frame.props.src, "https://situs.example/frame.html?mode=embed&theme=dark&office-name=Dinas+%3CK%3E&brand=0a4d8c#/hasil");
  assert.equal(frame.props.sandbox, "allow-scripts");
  all(drawn).find(({ props }) => props?.label === "Nama dinas").props.onChange("X");
  assert.deepEqual(set, [{ office_name: "X" }]);
  assert.equal(block.save(), null);
});

// The plugin, run by PHP itself with the few functions of WordPress that it calls.
const php = process.env.PHP || ["/usr/bin/php", "/usr/local/bin/php"].find((file) => { try { return execFileSync(file, ["-v"]) && true; } catch { return false; } });
const without = !php && "PHP is not here; on Debian or Ubuntu: apt-get install php-cli";
const PLUGIN = path.join(KIT, "wordpress/cermin-koperasi/cermin-koperasi.php");
const shortcode = (given, way = "shortcode") =>
  JSON.parse(execFileSync(php, [fileURLToPath(new URL("wordpress.php", import.meta.url)), PLUGIN, way, JSON.stringify(given)], { encoding: "utf8" }));

test("WordPress: PHP finds nothing wrong with the plugin", { skip: without }, () => {
  assert.match(execFileSync(php, ["-l", PLUGIN], { encoding: "utf8" }), /No syntax errors/);
});

test("WordPress: shortcode and block give the wrapper, a frame that stands in, and the checked script", { skip: without }, () => {
  const given = { screen: "hasil", theme: "dark", office_name: "Dinas “K” <script>", office_link: "javascript:1", mode: "evil", brand: "#0a4d8c" };
  const { html, script, tag } = shortcode(given);
  assert.match(html, /^<cermin-koperasi screen="hasil" theme="dark" brand="#0a4d8c" office-name="Dinas “K”"><iframe [^>]*><\/iframe><\/cermin-koperasi>$/);
  assert.match(html, /3;url=https:\/\/situs\.example\/plugins\/v\/[^?]*frame\.html\?mode=embed&amp;#038;theme=dark&amp;#038;brand=0a4d8c&amp;#038;office-name=Dinas\+%E2%80%9CK%E2%80%9D#\/hasil&quot;&gt;"/);
  assert.ok(!/javascript|evil/.test(html));
  assert.ok(script.endsWith(`${RELEASE}/cermin-koperasi.js`));
  assert.match(tag, /integrity="sha384-[^"]{64}" crossorigin="anonymous" src=/);
  assert.equal(shortcode(given, "block").html, `<div class="wp-block">${html}</div>`);
  assert.equal(shortcode("").html, shortcode({}).html);
});

/** What somebody may write who may write a shortcode. */
const ATTACKS = [
  '"><script>window.bitten = 1</script>', "'><img src=x onerror=window.bitten=1>", '" onmouseover="window.bitten=1', "' onfocus=window.bitten=1 autofocus x='",
  "&quot;&gt;&lt;script&gt;window.bitten=1&lt;/script&gt;", "&#34;><svg onload=window.bitten=1>", "</iframe></cermin-koperasi><script>window.bitten=1</script>",
  'x"></iframe><iframe srcdoc="<script>parent.bitten=1</script>', "3;url=javascript:window.bitten=1", "https://x.example/'onload=window.bitten=1//", 'https://x.example/"><script>window.bitten=1</script>',
  "https://x.example/&quot;&gt;&lt;script&gt;window.bitten=1&lt;/script&gt;", "]]><!--", "\u0000\u0001\u2028", "#0a4d8c\n\"><b>", "\\", "%22%3E%3Cscript%3E", "{{x}}", "ก".repeat(300), ["x"], { x: "y" }, 7, true, null,
];

embedded("WordPress: whatever stands in a shortcode or a block, only the tool comes of it", {
  skip: without,
  site: () => "",
  sameOrigin: true,
}, async ({ site, open, page }) => {
  const names = ["screen", "theme", "lang", "mode", "brand", "office_name", "office_contact", "office_link"];
  const made = ATTACKS.flatMap((attack) => {
    const given = Object.fromEntries(names.map((name) => [name, attack]));
    return [shortcode(given).html, shortcode(given, "block").html];
  });
  // The wrapper's script is left out: what stands in the page, and in the frames' own, is looked at as it was written.
  const code = made.join("\n").replaceAll("https://situs.example/plugins/", "alat/wordpress/cermin-koperasi/");
  site.files["index.html"] = office(code);
  await open();
  const seen = await page.evaluate(() => {
    const body = document.body;
    const inside = [...body.querySelectorAll("iframe")].map((frame) => new DOMParser().parseFromString(frame.getAttribute("srcdoc"), "text/html"));
    const tags = (root) => [...new Set([...root.querySelectorAll("*")].map((one) => one.localName))].sort();
    const attributes = [...new Set([...body.querySelectorAll("cermin-koperasi, iframe")].flatMap((one) => one.getAttributeNames()))].sort();
    const targets = inside.map((page) => page.querySelector("[http-equiv]").content);
    return { tags: tags(body), inside: [...new Set(inside.flatMap((page) => [tags(page).join(), page.body.textContent]))], attributes, targets, bitten: window.bitten };
  });
  assert.deepEqual(seen.tags, ["cermin-koperasi", "div", "iframe"]);
  assert.deepEqual(seen.inside, ["body,head,html,meta", ""]);
  assert.deepEqual(seen.attributes, ["allow", "frameborder", "height", "office-contact", "office-link", "office-name", "referrerpolicy", "sandbox", "srcdoc", "title", "width"]);
  for (const target of seen.targets) assert.match(target, /^3;url=alat\/wordpress\/cermin-koperasi\/v\/[^/]+\/frame\.html\?mode=embed[^ "'<>]*$/);
  assert.equal(seen.bitten, undefined);
});

embedded("WordPress: what the shortcode writes runs in a browser", { skip: without, site: () => "", sameOrigin: true }, async ({ site, open, frame, page }) => {
  const { html, tag } = shortcode({ office_name: "Dinas Koperasi" });
  site.files["index.html"] = office((html + tag).replaceAll("https://situs.example/plugins/", "alat/wordpress/cermin-koperasi/"));
  await open();
  assert.match(await (await frame()).$eval("footer .office", (part) => part.innerText), /Dinas Koperasi/);
  assert.equal(page.frames().length, 2);
  // And where its script does not come, the frame that stands in.
  site.files["index.html"] = office(html.replaceAll("https://situs.example/plugins/", `${site.url}alat/wordpress/cermin-koperasi/`));
  await open();
  assert.match(await (await frame()).$eval("footer .office", (part) => part.innerText), /Dinas Koperasi/);
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

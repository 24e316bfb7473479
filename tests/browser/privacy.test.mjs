// Nothing that is filled in leaves: policies as decided, canaries through every screen of every deliverable in one browser
// and through screens of every kind in the other, and every known channel tried. AC-43, AC-44.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";

import { fillAll, fillPart, go } from "./filling.mjs";
import { journey, keptText, SINGLE, SITE } from "./harness.mjs";
import { DIST, embedded, KIT, office, RELEASE } from "./kit.mjs";
import { CHANNELS, ENOUGH, leaks, PLACES, policyOf } from "./leaking.mjs";
import { published, UNSTOPPABLE } from "./leaks.mjs";

const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; connect-src 'none'; worker-src 'self'; manifest-src 'self'; frame-src 'none'; base-uri 'none'; form-action 'none'";
const KIT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; frame-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'";
// The single file, beside the hosted page.
const OFFERED = /site\/cermin-koperasi-[0-9.]+\.html$/;
const HASH = "'sha256-[A-Za-z0-9+/]{43}='";

test("every page that is built carries the policy that was decided on (AC-44)", async () => {
  const entries = await readdir(DIST, { withFileTypes: true, recursive: true });
  // The gallery is for us and delivered to nobody.
  const delivered = (one) => one.isFile() && one.name.endsWith(".html") && !one.parentPath.endsWith("gallery");
  const pages = entries.filter(delivered).map((one) => path.join(one.parentPath, one.name));
  assert.ok(pages.length >= 6, pages.join());
  for (const page of pages) {
    const html = await readFile(page, "utf8");
    assert.equal(html.match(/<meta http-equiv="?Content-Security-Policy"?/g)?.length, 1, page);
    assert.ok(html.indexOf("Content-Security-Policy") < html.search(/<(script|style|link|img)/), `${page}: the policy comes too late`);
    const policy = policyOf(page);
    if (page === SINGLE || OFFERED.test(page)) {
      assert.equal(html, await readFile(SINGLE, "utf8"), "one file, wherever it lies");
      const wanted = POLICY.replace("script-src 'self'", `script-src ${HASH}`).replace("style-src 'self'", `style-src ${HASH}`).replace(" worker-src 'self'; manifest-src 'self';", "");
      assert.match(policy, new RegExp(`^${wanted.replaceAll(".", "\\.")}$`));
    } else {
      assert.equal(policy, /embed\/(index|pasang)\.html$/.test(page) ? KIT_POLICY : POLICY, page);
    }
  }
});

const NAME = "KOPERASI-KENARI-7531";
const AMOUNT = "987654321987";
// What comes on demand: by names that the build has fixed, each once.
const LATER = /^(rest|books|help|sealed|scan|[a-z]{2})\.[0-9a-f]{12}\.(js|css)$/;

/** Screens that bring the later files of the page: what helps with an item, the second part, the reader of QR pictures. */
const bringLater = (frame) => frame.evaluate(walk, ["#/butir/A.I.1", "#/perbaikan", "#/kumpul"], { follow: false });

/** Of screens of a kind so many are walked through where the other browser walks through all of them. */
const SOME = 3;

/** Every screen there is, or some of each kind, with canaries in name and amounts. */
async function everywhere(frame, { some = false } = {}) {
  await (some ? fillPart : fillAll)(frame);
  await go(frame, "#/profil");
  await change(frame, "name", NAME);
  await go(frame, "#/pembukuan");
  await go(frame, await frame.$eval('main a[href^="#/pos/"]', (link) => link.getAttribute("href")));
  const field = await frame.$eval("input.amount", (one) => one.id);
  await change(frame, field, AMOUNT);
  const seen = await frame.evaluate(walk, ["#/", "#/isian", "#/hasil", "#/perbaikan", "#/beda", "#/berkas", "#/istilah", "#/privasi", "#/pengaturan"], some ? { most: SOME } : {});
  assert.ok(seen > (some ? 80 : 700), `only ${seen} screens`);
}

/**
 * Runs in the page: goes to some screens, and to every one that a link leads to, unless `follow` is false, but to no more than
 * `most` of a kind; opens what can be opened, asks for all help. Hands back how many there were.
 */
async function walk(ahead, { follow = true, most = Infinity }) {
  const there = () => !document.getElementById("judul")?.textContent.startsWith("Sebentar");
  const come = () => new Promise((done) => {
    const look = () => there() && (watcher.disconnect(), done());
    const watcher = new MutationObserver(look);
    watcher.observe(document.documentElement, { subtree: true, childList: true, characterData: true });
    look();
  });
  const [seen, kinds] = [new Set(), {}];
  for (let hash = ahead.shift(); hash; hash = ahead.shift()) {
    const kind = hash.split("/")[1];
    if (seen.has(hash) || kinds[kind] >= most) continue;
    seen.add(hash);
    kinds[kind] = (kinds[kind] ?? 0) + 1;
    const heard = location.hash === hash || new Promise((done) => window.addEventListener("hashchange", done, { once: true }));
    location.hash = hash;
    await heard;
    await come();
    for (const link of document.querySelectorAll('a[href^="#/"]')) if (follow) ahead.push(link.getAttribute("href"));
    for (const summary of document.querySelectorAll("details:not([open]) > summary")) summary.click();
    for (const help of document.querySelectorAll("[data-click=help]")) help.click();
  }
  return seen.size;
}

async function change(frame, id, value) {
  await frame.waitForFunction((id) => document.getElementById(id), {}, id);
  await frame.evaluate((id, value) => {
    const field = document.getElementById(id);
    field.value = value;
    for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
  }, id, value);
}

/** Of all requests, as `GET http://…` or `GET /…`: nothing but later files of the build, each once, with bare names. */
async function onlyLater(requests, folder) {
  const files = (await readdir(folder)).filter((name) => LATER.test(name));
  for (const line of requests) {
    const [method, address] = line.split(" ");
    assert.equal(method, "GET", line);
    const name = address.split("/").pop();
    assert.ok(files.includes(name), `${line} is not a file of the build`);
    assert.ok(!/[?#]/.test(address), line);
    for (const canary of [NAME, AMOUNT]) assert.ok(!line.includes(canary), line);
  }
  assert.deepEqual(requests.filter((line, i) => requests.indexOf(line) !== i), [], "a file was asked for twice");
  return requests.length;
}

for (const browser of ["chromium", "firefox"]) {
  // The single file is a matter of all screens in Firefox, the two others in Chromium.
  const some = browser === "firefox";
  const [screens, otherwise] = some ? ["screens of every kind", "every screen"] : ["every screen", "screens of every kind"];

  journey(`${browser}: ${otherwise} of the single file, and nothing is asked for (AC-43)`, { browser, file: true }, async ({ page, open, quiet }) => {
    await open();
    await everywhere(page, { some: !some });
    quiet({ rest: false });
    await unseen(page);
  });

  journey(`${browser}: ${screens} of the hosted page; it asks for its own later files once, then for nothing (AC-43)`, { browser }, async ({ page, open, settled, quiet, log, host }) => {
    await open();
    // The worker fetches them all, which stands in the host's log only; what the page fetches stands in both.
    await page.waitForSelector("html[data-offline=ready]");
    const later = host.requests.filter((line) => LATER.test(line.split("/").pop()));
    assert.equal(await onlyLater(later, SITE), (await readdir(SITE)).filter((name) => LATER.test(name)).length);
    host.requests.length = 0;
    await bringLater(page);
    assert.deepEqual(host.requests, [], "the host hears which screens are opened");
    await onlyLater([...new Set(log.requests)], SITE);
    await settled();
    await everywhere(page, { some });
    quiet({ rest: false });
    await unseen(page);
    assert.ok(((await keptText(page)) ?? "").includes(NAME), "it was not even kept");
  });

  embedded(`${browser}: ${screens} of the embedded frame; it asks for its own later files once, then for nothing (AC-43)`, {
    browser,
    site: ({ frame }) => office(`<iframe src="${frame}" width="100%" height="700"></iframe>`),
  }, async ({ open, frame, page, log, tool, site }) => {
    await open();
    const inside = await frame();
    const forget = () => (log.requests.length = tool.requests.length = site.requests.length = 0);
    forget();
    await bringLater(inside);
    assert.deepEqual(site.requests, []);
    assert.ok(await onlyLater(tool.requests, path.join(KIT, RELEASE)) > 0, "the second part did not come");
    await onlyLater(log.requests, path.join(KIT, RELEASE));
    forget();
    await everywhere(inside, { some });
    assert.deepEqual([...log.requests, ...tool.requests, ...site.requests], []);
    const outside = await page.evaluate(() => [location.href, document.title, document.cookie, document.documentElement.outerHTML, JSON.stringify({ ...localStorage })].join("\n"));
    for (const canary of [NAME, AMOUNT]) assert.ok(!outside.includes(canary), `${canary} is in the host's page`);
  });

  test(`${browser}: leaking on purpose (AC-44)`, async () => {
    const found = await Promise.all(PLACES.map((place) => leaks(browser, place)));
    for (const [at, place] of PLACES.entries()) {
      const { away } = found[at];
      if (place === "no policy") {
        assert.ok(away.length >= ENOUGH, `only ${away.join(", ")} got out of ${CHANNELS.length}`);
        continue;
      }
      assert.deepEqual(away.filter((name) => !UNSTOPPABLE.includes(name)), [], place);
      const told = await published(browser, place);
      assert.deepEqual(away.filter((name) => !told.includes(name)), [], `leaks.md does not say so of the ${place}: cargo xtask leaks`);
    }
  });
}

/** Neither address nor title nor cookie says anything. */
async function unseen(page) {
  const outside = [page.url(), await page.title(), await page.evaluate(() => document.cookie)].join("\n");
  for (const canary of [NAME, AMOUNT]) assert.ok(!outside.includes(canary), `${canary} is in address, title or cookie`);
}

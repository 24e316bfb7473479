// The second language is not in the module: it comes when somebody asks for it, from beside the page and from nowhere
// else, and stays for the next time without a network.

import assert from "node:assert/strict";

import { DESKTOP, journey } from "./harness.mjs";

const heading = (page) => page.$eval("#app h1", (h) => h.textContent.trim());
const lang = (page) => page.$eval("html", (html) => html.lang);

/** Runs in the page: taps a mark as a button of the page would carry it. */
function tap(mark) {
  const button = document.createElement("button");
  button.dataset.click = mark;
  document.body.append(button);
  button.click();
  button.remove();
}

const spoken = (page, code) => page.waitForSelector(`html[lang=${code}]`);

for (const browser of ["chromium", "firefox"]) {
  journey(`${browser}: the other language comes once, when it is asked for`, { browser }, async (it) => {
    const { page, host } = it;
    await it.open();
    const indonesian = await heading(page);
    await page.evaluate(tap, "language en");
    await spoken(page, "en");
    assert.notEqual(await heading(page), indonesian);
    await page.evaluate(tap, "language id");
    await spoken(page, "id");
    assert.equal(await heading(page), indonesian);
    await page.evaluate(tap, "language en");
    await spoken(page, "en");
    assert.equal(await page.$$eval("script[src*='en.']", (all) => all.length), 0);
    const asked = host.requests.filter((line) => /\/en\.[0-9a-f]{12}\.js$/.test(line));
    assert.ok(asked.length >= 1 && asked.length <= 2, `${asked.length} requests: the page's, and perhaps the worker's`);
  });

  journey(`${browser}: the single file holds every language`, { browser, file: true, size: DESKTOP }, async (it) => {
    await it.open("", { search: "?lang=en" });
    await spoken(it.page, "en");
    assert.match(await heading(it.page), /cooperative/);
    it.quiet();
  });
}

journey("the address may ask for the other language, and a host without a network gives it again", {
  tolerate: /ERR_|NetworkError/,
}, async (it) => {
  const { page, host } = it;
  await it.open("", { search: "?lang=en" });
  await spoken(page, "en");
  await it.settled();
  await page.waitForFunction(async () => {
    const cache = await caches.open((await caches.keys())[0]);
    return (await cache.keys()).some((request) => /\/en\.[0-9a-f]{12}\.js$/.test(request.url));
  });
  await host.close();
  await it.reload();
  await spoken(page, "en");
});

journey("where the other language cannot be had, the page says so and goes on", { tolerate: /404|ERR_/ }, async (it) => {
  const { page, host } = it;
  const script = await (await fetch(host.url)).text();
  const app = script.match(/app\.[0-9a-f]{12}\.js/)[0];
  const code = await (await fetch(new URL(app, host.url))).text();
  host.files[app] = code.replace(/\ben\.[0-9a-f]{12}\.js/, "en.000000000000.js");
  await it.open("", { search: "?lang=en" });
  await page.waitForSelector("#pemberitahuan[role=alert]");
  assert.equal(await lang(page), "id");
});

journey("a language of another build is refused", {}, async (it) => {
  const { page } = it;
  await it.open();
  await page.evaluate(() => globalThis.cerminLanguage("en", "##########"));
  await page.evaluate(tap, "language en");
  await page.waitForSelector("#pemberitahuan[role=alert]");
  assert.equal(await lang(page), "id");
});

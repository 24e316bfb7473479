// A page whose module has died says so, and never claims to keep anything more. A damaged script is not told as an old browser.

import assert from "node:assert/strict";

import { go } from "./filling.mjs";
import { journey } from "./harness.mjs";

const shown = (page) => page.waitForSelector("#stopped:not([hidden])");

/** The page answers with what is on the screen now, not with what was. */
async function dead({ page, reload }, item) {
  await shown(page);
  const seen = await page.evaluate(() => ({
    app: document.getElementById("app").offsetParent,
    text: document.body.innerText,
    work: document.getElementById("stopped-work").value,
    why: document.getElementById("stopped-why").textContent,
    state: document.documentElement.dataset.app,
    focus: document.activeElement.id,
  }));
  assert.equal(seen.app, null, "nothing on it can be pressed any more");
  assert.match(seen.text, /Halaman ini berhenti/);
  assert.doesNotMatch(seen.text, /Tersimpan di perangkat ini/);
  assert.equal(JSON.parse(seen.work).answers[item], "yes", "the work as it last was");
  assert.deepEqual([seen.state, seen.focus], ["stopped", "stopped"]);
  assert.match(seen.why, /gone|scrollTo/);
}

for (const browser of ["chromium", "firefox"]) {
  journey(`${browser}: whatever breaks after the start stops the page, with the work as text and a way to load it anew`, { browser, tolerate: /scrollTo/ }, async (it) => {
    const { page, open, hands } = it;
    await open("#/butir/A.I.1");
    await page.waitForSelector("[name='A.I.1.a'][value=yes]");
    await page.$eval("[name='A.I.1.a'][value=yes]", (radio) => radio.click());
    await page.waitForFunction(() => JSON.stringify({ ...localStorage }).includes("A.I.1.a"));
    // The next screen scrolls to its top: an import without a net, as every trap is.
    await page.evaluate(() => {
      window.scrollTo = undefined;
      location.hash = "#/hasil";
    });
    await dead(it, "A.I.1.a");
    await Promise.all([page.waitForNavigation(), hands.press("#stopped-reload")]);
    await page.waitForSelector("html[data-app=ready]");
    await go(page, "#/butir/A.I.1");
    await page.waitForSelector("[name='A.I.1.a'][value=yes]:checked");
  });
}

journey("a promise of the page that breaks stops it too, where nothing is kept as well", { tolerate: /gone/ }, async (it) => {
  const { page, open } = it;
  await open("#/butir/A.I.1", { search: "?mode=shared" });
  await page.$eval("[name='A.I.1.a'][value=yes]", (radio) => radio.click());
  await page.waitForSelector("[name='A.I.1.a'][value=yes]:checked");
  await page.evaluate(() => {
    const promise = Promise.resolve();
    window.dispatchEvent(new PromiseRejectionEvent("unhandledrejection", { promise, reason: new Error("gone") }));
  });
  await dead(it, "A.I.1.a");
});

journey("an error of a browser's own additions is none of the page", {}, async ({ page, open }) => {
  await open();
  await page.evaluate(() => {
    window.dispatchEvent(new ErrorEvent("error", { error: new Error("theirs"), filename: "chrome-extension://x/y.js" }));
    window.dispatchEvent(new ErrorEvent("error", { message: "ResizeObserver loop completed with undelivered notifications." }));
  });
  assert.equal(await page.$eval("html", (root) => root.dataset.app), "ready");
});

journey("a screen that cannot be morphed is put there whole", {}, async ({ page, open }) => {
  await open("#/butir/A.I.1");
  await page.evaluate(() => {
    Idiomorph.morph = () => {
      throw new Error("gone");
    };
  });
  await page.$eval("[name='A.I.1.a'][value=yes]", (radio) => radio.click());
  await page.waitForSelector("[name='A.I.1.a'][value=yes]:checked");
  assert.equal(await page.$eval("#stopped", (notice) => notice.hidden), true);
});

journey("a script that came damaged asks for another loading, not for another browser", {}, async ({ page, host, open }) => {
  const html = await (await fetch(host.url)).text();
  const name = html.match(/data-tool="?\.\/([^" >]+)/)[1];
  const script = await (await fetch(new URL(name, host.url))).text();
  const [packed] = script.match(/"[^"\\]{100000,}"/);
  const place = script.indexOf(packed) + Math.floor(packed.length / 2);
  const other = script[place] === "A" ? "B" : "A";
  host.files[name] = script.slice(0, place) + other + script.slice(place + 1);
  await open("", { ready: false });
  await page.waitForSelector("html[data-app=failed], html[data-app=unable]");
  assert.equal(await page.$eval("html", (root) => root.dataset.app), "failed");
});

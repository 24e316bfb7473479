// Where something is missing or throws, the page works and says what is lost. AC-04, 12, 13, 16, 18, 20, 41.

import assert from "node:assert/strict";

import { CASE, fillPart, fillWhole, go, PART } from "./filling.mjs";
import { DESKTOP, journey, saving } from "./harness.mjs";
import { DOCUMENTED_SANDBOX, embedded, office, poll } from "./kit.mjs";
import { says as said } from "./room.mjs";

const BROWSERS = ["chromium", "firefox"];
const answered = (wholly) => Object.keys((wholly ? CASE : PART).answers).length;
/** A whole run in one of the browsers, the one that is likelier to fail in it; a part of it in the other. */
const run = (browser, wholly) => (browser === wholly ? fillWhole : fillPart);
const text = (page, selector) => page.$eval(selector, (element) => element.textContent.trim());
const keys = (page) => page.evaluate(async () => [
  ...Object.keys(localStorage), ...Object.keys(sessionStorage), ...document.cookie.split(";").filter(Boolean),
  ...((await indexedDB.databases?.()) ?? []).map(({ name }) => name),
]);

/** Runs in the page before anything: takes away what keeps, each by throwing or by being absent. */
function takeAway(how) {
  const gone = how === "throws" ? { get() { throw new DOMException("denied", "SecurityError"); } } : { value: undefined };
  for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) Object.defineProperty(window, name, { ...gone, configurable: true });
  Object.defineProperty(Navigator.prototype, "serviceWorker", { ...gone, configurable: true });
  Object.defineProperty(Crypto.prototype, "subtle", { ...gone, configurable: true });
  if (navigator.storage) navigator.storage.persist = () => new Promise(() => {});
}

/** Goes to a screen of the second part and waits until that has come. */
async function whole(page, hash) {
  await go(page, hash);
  await page.waitForFunction(() => !(document.getElementById("judul")?.textContent ?? "Sebentar").startsWith("Sebentar"));
}

/** The result is sent to the printer. Firefox shows a dialogue that stops its driver, so there only the call is seen. */
async function prints(frame, browser) {
  await go(frame, "#/hasil");
  await frame.evaluate((stub) => {
    window.prints = 0;
    if (stub) window.print = () => (window.prints += 1);
    else window.addEventListener("beforeprint", () => (window.prints += 1));
  }, browser === "firefox");
  await frame.click("[data-click=print]");
  await poll(() => frame.evaluate(() => window.prints > 0));
}

const told = (page, pattern) =>
  page.waitForFunction((pattern) => new RegExp(pattern).test(document.getElementById("pemberitahuan")?.textContent ?? ""), {}, pattern.source);

/** The last resort is on the screen, and selected: the whole work as text. */
async function copiedByHand({ page, hands }) {
  await hands.press("[data-click=copy]");
  await told(page, /sudah dipilih di bawah/);
  const selected = await page.evaluate(() => {
    const field = document.getElementById("teks-simpanan");
    return field.value.slice(field.selectionStart, field.selectionEnd);
  });
  assert.equal(JSON.parse(selected).answers["A.I.1.a"], "yes");
}

/** What a browser may lack: how it is taken away before the page starts, and what the page says then. */
const MISSING = {
  storage: {
    gone: {
      "is missing": () => ["localStorage", "indexedDB"].forEach((name) => Object.defineProperty(window, name, { value: undefined })),
      throws: () => ["localStorage", "indexedDB"].forEach((name) => Object.defineProperty(window, name, { get() { throw new DOMException("denied", "SecurityError"); } })),
      "is full": () => {
        for (const [owner, name] of [[Storage.prototype, "setItem"], [IDBObjectStore.prototype, "put"]]) owner[name] = () => { throw new DOMException("full", "QuotaExceededError"); };
      },
    },
    says: async ({ page }) => {
      await said(page, /Belum tersimpan[^]*tidak mau menyimpan/, ".keeping.refused");
    },
  },
  "one of the two stores": {
    gone: {
      "is missing: localStorage": () => Object.defineProperty(window, "localStorage", { value: undefined }),
      "throws: localStorage": () => Object.defineProperty(window, "localStorage", { get() { throw new DOMException("denied", "SecurityError"); } }),
      "is missing: indexedDB": () => Object.defineProperty(window, "indexedDB", { value: undefined }),
      "never answers: indexedDB": () => (IDBFactory.prototype.open = () => ({})),
    },
    says: async ({ page }) => page.waitForFunction(() => /^Tersimpan di perangkat ini/.test(document.querySelector(".keeping")?.textContent ?? "")),
  },
  "the service worker": {
    gone: {
      "is missing": () => delete Navigator.prototype.serviceWorker,
      throws: () => Object.defineProperty(Navigator.prototype, "serviceWorker", { get() { throw new DOMException("denied", "SecurityError"); } }),
      "is refused": () => (ServiceWorkerContainer.prototype.register = () => Promise.reject(new TypeError("no"))),
    },
    // Nothing of today's work is lost by it.
    says: async ({ page }) => {
      assert.equal(await page.$(".notice.bad:not([hidden])"), null);
      await page.waitForSelector("html[data-offline=unable]");
    },
  },
  crypto: {
    gone: {
      "is missing": () => Object.defineProperty(window, "crypto", { value: undefined }),
      throws: () => Object.defineProperty(window, "crypto", { get() { throw new DOMException("denied", "SecurityError"); } }),
    },
    says: async ({ page, hands }) => {
      assert.equal(await page.$(".notice.bad:not([hidden])"), null);
      await whole(page, "#/kode");
      await page.waitForSelector("svg.qr");
      await whole(page, "#/kunci");
      for (const field of ["#sandi", "#sandi-lagi"]) await hands.fill(field, "kenari hinggap di dahan");
      await hands.press("[data-click=seal]");
      await told(page, /pengunci belum bisa dipakai/);
    },
  },
  download: {
    gone: {
      "is missing": () => (URL.createObjectURL = undefined),
      throws: () => (URL.createObjectURL = () => { throw new Error("no"); }),
    },
    says: async ({ page, hands }) => {
      await go(page, "#/berkas");
      await hands.press("[data-click=save]");
      await told(page, /tidak bisa membuat berkas/);
    },
  },
  "download that is dropped in silence, and the clipboard": {
    gone: {
      "do nothing": () => {
        HTMLAnchorElement.prototype.click = () => {};
        Object.defineProperty(Navigator.prototype, "clipboard", { value: undefined });
        document.execCommand = () => false;
      },
      throw: () => {
        HTMLAnchorElement.prototype.click = () => {};
        Object.defineProperty(Navigator.prototype, "clipboard", { get() { throw new DOMException("denied", "NotAllowedError"); } });
        document.execCommand = () => { throw new Error("no"); };
      },
    },
    says: async ({ page, hands }) => {
      await go(page, "#/berkas");
      await hands.press("[data-click=save]");
      await copiedByHand({ page, hands });
    },
  },
  print: {
    gone: {
      "is missing": () => (window.print = undefined),
      throws: () => (window.print = () => { throw new Error("no"); }),
    },
    says: async ({ page, hands }) => {
      await go(page, "#/hasil");
      await hands.press("[data-click=print]");
      await told(page, /tidak bisa mencetak/);
    },
  },
  share: {
    gone: {
      "is missing": () => { delete Navigator.prototype.share; delete Navigator.prototype.canShare; },
      throws: () => {
        Navigator.prototype.canShare = () => true;
        Navigator.prototype.share = () => Promise.reject(new DOMException("no", "NotAllowedError"));
      },
    },
    says: async ({ page, hands }) => {
      await go(page, "#/berkas");
      await page.waitForSelector("[data-click=copy]");
      if (!(await page.$("[data-click=share]"))) return;
      await hands.press("[data-click=share]");
      await told(page, /tidak bisa membagikan/);
    },
  },
};

for (const browser of BROWSERS) {
  for (const how of ["throws", "is absent"]) {
    const fill = run(browser, how === "throws" ? "chromium" : "firefox");
    journey(`${browser}: a ${fill === fillWhole ? "whole run" : "run"} where everything that keeps ${how} (AC-16)`, {
      browser,
      before: how === "throws" ? new Function(`(${takeAway})("throws")`) : new Function(`(${takeAway})("absent")`),
    }, async ({ page, open, quiet }) => {
      await open();
      await fill(page);
      await said(page, /tidak mau menyimpan/, ".keeping.refused");
      quiet();
    });
  }

  for (const [thing, { gone, says }] of Object.entries(MISSING)) {
    // Each thing in both browsers, each way in which it may be missing in one of them by turns: what the page hears is the same.
    const ways = Object.entries(gone).filter((_, place) => place % BROWSERS.length === BROWSERS.indexOf(browser));
    for (const [how, before] of ways) {
      journey(`${browser}: ${thing} ${how}: the page works and says what is lost (AC-18)`, { browser, before }, async ({ page, open, hands }) => {
        await open("#/butir/A.I.1");
        await hands.choose("A.I.1.a", "yes");
        await says({ page, hands });
        // The first part goes on, and so does the second.
        await go(page, "#/butir/A.I.1");
        await page.waitForSelector('[id="A.I.1.a-yes"]:checked');
        await go(page, "#/hasil");
        await page.waitForSelector("#nilai");
        await whole(page, "#/perbaikan");
      });
    }
  }

  journey(`${browser}: all ways out stand side by side, and each gives what it says (AC-18)`, {
    browser,
    before: () => {
      window.shared = [];
      Navigator.prototype.canShare = ({ files }) => files.every((file) => file.type === "text/plain");
      Navigator.prototype.share = async ({ files }) => window.shared.push([files[0].name, await files[0].text()]);
      Object.defineProperty(Navigator.prototype, "clipboard", { value: { writeText: async (text) => void (window.copied = text) }, configurable: true });
    },
  }, async ({ page, open, hands }) => {
    await open("#/butir/A.I.1");
    await hands.choose("A.I.1.a", "yes");
    await go(page, "#/berkas");
    const seen = await page.$$eval("[data-click=save], [data-click=share], [data-click=copy]", (all) => all.filter((one) => one.getBoundingClientRect().height >= 44).length);
    assert.equal(seen, 3);
    const { text: saved } = await hands.saved(() => hands.press("[data-click=save]"));
    await hands.press("[data-click=share]");
    await hands.press("[data-click=copy]");
    await page.waitForFunction(() => window.copied && window.shared.length === 1);
    const [[name, shared], copied] = await page.evaluate(() => [window.shared[0], window.copied]);
    assert.match(name, /\.txt$/);
    for (const one of [saved, shared, copied]) assert.equal(JSON.parse(one).answers["A.I.1.a"], "yes");
    await hands.press('a[href="#/kode"]');
    await page.waitForSelector("svg.qr");
  });

  journey(`${browser}: on a shared computer nothing is written, not even as a trial (AC-20)`, {
    browser,
    before: () => {
      window.written = [];
      const note = (what) => window.written.push(what);
      Storage.prototype.setItem = (key) => note(`storage ${key}`);
      IDBFactory.prototype.open = (name) => note(`database ${name}`);
      if (window.CacheStorage) CacheStorage.prototype.open = (name) => note(`cache ${name}`);
      if (window.ServiceWorkerContainer) ServiceWorkerContainer.prototype.register = async () => note("worker");
      Object.defineProperty(Document.prototype, "cookie", { get: () => "", set: (text) => note(`cookie ${text}`) });
    },
  }, async ({ page, open }) => {
    await open("", { search: "?mode=shared" });
    await run(browser, "chromium")(page);
    await said(page, /tidak ada yang disimpan/, ".keeping");
    assert.deepEqual(await page.evaluate(() => window.written), []);
  });

  journey(`${browser}: “Komputer bersama” forgets at once, and “Hapus semua” leaves no key (AC-20)`, { browser }, async ({ page, open, hands, reload }) => {
    await open("#/butir/A.I.1");
    await hands.choose("A.I.1.a", "yes");
    const kept = ["cermin-koperasi", "cermin-koperasi.1.asal.work", "cermin-koperasi.1.isian"];
    const holds = (wanted) => poll(async () => JSON.stringify((await keys(page)).sort()) === JSON.stringify(wanted));
    await holds(kept);
    await go(page, "#/berkas");
    await hands.toggle("#bersama");
    await holds([]);
    await hands.toggle("#bersama");
    await holds(kept);
    await go(page, "#/hapus");
    await hands.press("[data-click=wipe]");
    await page.waitForFunction(() => !location.hash.includes("hapus"));
    await holds([]);
    await reload();
    await go(page, "#/butir/A.I.1");
    assert.equal(await page.$(".question input:checked"), null);
  });

  // The check for a newer worker fails without a network, and browsers say so aloud.
  journey(`${browser}: after one visit, without a network: reload, a run, a saved file (AC-12)`, {
    browser,
    tolerate: /ERR_|NetworkError/,
  }, async ({ page, open, settled, host, reload, hands }) => {
    await open();
    await settled();
    await host.close();
    await reload();
    await run(browser, "chromium")(page);
    await go(page, "#/berkas");
    const { text: saved } = await hands.saved(() => page.click("[data-click=save]"));
    assert.equal(Object.keys(JSON.parse(saved).answers).length, answered(browser === "chromium"));
  });

  journey(`${browser}: without a network after a visit that saved data, the second part says that it is not there and nothing is lost (AC-12)`, {
    browser,
    before: saving,
    tolerate: /ERR_|NetworkError|Loading failed/,
  }, async ({ page, open, settled, host, hands }) => {
    await open("#/butir/A.I.1");
    await settled();
    await host.close();
    await hands.choose("A.I.1.a", "yes");
    await go(page, "#/perbaikan");
    await page.waitForSelector(".hint.warn[role=alert]");
    assert.match(await text(page, ".hint.warn[role=alert]"), /belum bisa diambil.*internet/);
    assert.ok(await page.$("[data-click=rest]"), "nothing to try again with");
    await go(page, "#/butir/A.I.1");
    await page.waitForSelector('[id="A.I.1.a-yes"]:checked');
  });

  const keptParts = (page) => page.waitForFunction(async () => {
    const cache = await caches.open((await caches.keys())[0]);
    return (await cache.keys()).some(({ url }) => /rest\.[0-9a-f]{12}\.js$/.test(url));
  });
  journey(`${browser}: without a network the second part is there once it was used (AC-12)`, { browser, before: saving, tolerate: /ERR_|NetworkError/ }, async (stage) => {
    const { page, open, settled, host, reload } = stage;
    await open();
    await settled();
    await whole(page, "#/perbaikan");
    await keptParts(page);
    await host.close();
    await reload();
    await whole(page, "#/perbaikan");
    await reload();
    await whole(page, "#/istilah");
  });

  journey(`${browser}: a new version comes by a tap only, and the answers stay (AC-13)`, { browser }, async ({ page, open, settled, host, reload, hands }) => {
    await open("#/butir/A.I.1");
    await settled();
    const version = await page.evaluate(async () => (await caches.keys())[0].split(" ").pop());
    const worker = await (await fetch(new URL("sw.js", host.url))).text();
    assert.ok(worker.includes(version));
    host.files["sw.js"] = worker.replaceAll(version, "newer");
    await reload();
    await page.waitForSelector("#update:not([hidden])");
    await page.evaluate(() => (window.stillHere = true));
    await hands.choose("A.I.1.a", "yes");
    await hands.choose("A.I.1.b", "unknown");
    await page.waitForFunction(() => /^Tersimpan/.test(document.querySelector(".keeping")?.textContent ?? ""));
    // The new version answers, still waiting: what it was asked for before is done.
    const waits = await page.evaluate(async () => {
      const { waiting } = await navigator.serviceWorker.getRegistration();
      const answered = new Promise((done) => navigator.serviceWorker.addEventListener("message", done, { once: true }));
      waiting.postMessage("missing");
      await answered;
      return waiting.state;
    });
    assert.equal(waits, "installed", "it took over by itself");
    assert.equal(await page.evaluate(() => window.stillHere), true, "it reloaded by itself");
    await page.click("#update-now");
    // While it reloads nothing can be asked.
    await poll(() => page.evaluate(() => window.stillHere === undefined).catch(() => false));
    await page.waitForSelector("html[data-app=ready]");
    assert.equal(await page.$eval('[id="A.I.1.a-yes"]', (one) => one.checked), true);
    assert.equal(await page.$eval('[id="A.I.1.b-unknown"]', (one) => one.checked), true);
  });

  journey(`${browser}: a run from a host with wrong types and nosniff (AC-41)`, {
    browser,
    host: { prefix: "/desa/cermin/", wrongMime: true, nosniff: true },
    tolerate: /MIME|mime|manifest/,
  }, async ({ page, open, hands }) => {
    await open();
    await run(browser, "firefox")(page);
    await whole(page, "#/perbaikan");
    await go(page, "#/berkas");
    assert.match((await hands.saved(() => page.click("[data-click=save]"))).name, /\.json$/);
  });

  journey(`${browser}: the single file from a stick: a run, a saved file, a print (AC-14)`, { browser, file: true, size: DESKTOP }, async ({ page, open, hands, quiet }) => {
    await open();
    await run(browser, "chromium")(page);
    await go(page, "#/berkas");
    const { text: saved } = await hands.saved(() => page.click("[data-click=save]"));
    assert.equal(Object.keys(JSON.parse(saved).answers).length, answered(browser === "chromium"));
    await prints(page, browser);
    quiet();
  });

  const sandboxes = { documented: DOCUMENTED_SANDBOX, "of another origin": `${DOCUMENTED_SANDBOX} allow-same-origin` };
  for (const [name, sandbox] of Object.entries(sandboxes)) {
    embedded(`${browser}: in the sandbox ${name} a file is saved and the page prints (AC-04)`, {
      browser,
      site: ({ frame }) => office(`<iframe title="Cermin Koperasi" src="${frame}" sandbox="${sandbox}" width="100%" height="700"></iframe>`),
    }, async ({ open, frame, page, downloads }) => {
      const { Hands } = await import("./hands.mjs");
      await open();
      const inside = await frame();
      await go(inside, "#/butir/A.I.1");
      await inside.click('[id="A.I.1.a-yes"] + label');
      await go(inside, "#/berkas");
      const { text: saved } = await new Hands(page, downloads).saved(() => inside.click("[data-click=save]"));
      assert.equal(JSON.parse(saved).answers["A.I.1.a"], "yes");
      await prints(inside, browser);
    });
  }
}

embedded("locked to scripts alone, the text can still be taken out (AC-03)", {
  site: ({ frame }) => office(`<iframe title="Cermin Koperasi" src="${frame}" sandbox="allow-scripts" width="100%" height="700"></iframe>`),
  tolerate: /Clipboard API has been blocked/,
}, async ({ open, frame }) => {
  await open();
  const inside = await frame();
  await go(inside, "#/butir/A.I.1");
  await inside.click('[id="A.I.1.a-yes"] + label');
  await go(inside, "#/berkas");
  await inside.click("[data-click=copy]");
  await inside.waitForFunction(() => document.getElementById("pemberitahuan"));
  assert.equal(JSON.parse(await inside.$eval("#teks-simpanan", (area) => area.value)).answers["A.I.1.a"], "yes");
  assert.equal(await inside.$eval("#teks", (part) => part.open), true);
});

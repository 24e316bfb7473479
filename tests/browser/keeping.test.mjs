// Nothing a board enters is lost: several pages, the cache of pages, samples and files beside the work, what cannot be read,
// full and cleared stores, another version, and the single file on a disk.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

import { go } from "./filling.mjs";
import { DESKTOP, journey, kept, keptText, saving } from "./harness.mjs";
import { poll } from "./kit.mjs";
import { says } from "./room.mjs";

const BROWSERS = ["chromium", "firefox"];
const WORK = JSON.parse(await readFile(new URL("../golden/kkpkk-2021-ksp12.json", import.meta.url), "utf8")).cases
  .find(({ name }) => name === "realistis-004");

const answers = async (page) => Object.keys((await kept(page))?.answers ?? {}).length;
const text = (page, selector) => page.$eval(selector, (element) => element.textContent.trim());
const saved = (page) => page.waitForFunction(() => /Tersimpan di perangkat ini/.test(document.querySelector(".keeping")?.textContent ?? ""));
/** The second part of the page is at work on the result: it takes over in place, by itself. */
const whole = (page) => page.waitForFunction(() => location.hash === "#/hasil" && !document.querySelector("div.first-list"));

/** Everything the database holds, by key. */
const lying = (page) => page.evaluate(() => new Promise((done) => {
  const opening = indexedDB.open("cermin-koperasi");
  opening.onsuccess = () => {
    const base = opening.result;
    const kept = base.transaction("kept").objectStore("kept");
    const [keys, texts] = [kept.getAllKeys(), kept.getAll()];
    texts.onsuccess = () => {
      base.close();
      done(Object.fromEntries(keys.result.map((key, at) => [key, texts.result[at]])));
    };
  };
}));
const shows = (page, pattern) => page.waitForFunction((pattern) => new RegExp(pattern).test(document.getElementById("app").textContent), {}, pattern.source);

/** Everything the quick store holds, by key. */
const quick = (page) => page.evaluate(() => ({ ...localStorage }));

const lies = async (page) => Object.values(await lying(page)).some((text) => /"kas":1000/.test(text));

/** Says 1000 in a page that is not brought to the front: the other one is still being typed into. */
const behind = (page) => page.evaluate(() => {
  const field = document.getElementById("kas-current");
  field.value = "1000";
  for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
});

/** Keeps the database busy until what comes back is called. */
async function hold(page) {
  await page.evaluate(() => new Promise((done) => {
    const opening = indexedDB.open("cermin-koperasi");
    opening.onsuccess = () => {
      const kept = opening.result.transaction("kept", "readwrite").objectStore("kept");
      const goOn = () => (kept.get("").onsuccess = () => (window.released ? opening.result.close() : goOn()));
      goOn();
      done();
    };
  }));
  return () => page.evaluate(() => (window.released = true));
}

/** Counts in `window.writes` how often the page asks to write into the database. */
const count = (page) => page.evaluate(() => {
  const ask = IDBDatabase.prototype.transaction;
  window.writes = 0;
  IDBDatabase.prototype.transaction = function (...of) {
    if (of[1] === "readwrite") window.writes += 1;
    return ask.apply(this, of);
  };
});

/** Answers the first so many items of an indicator. */
async function answer(page, count, value = "yes", indicator = "A.I.1") {
  await go(page, `#/butir/${indicator}`);
  await page.waitForSelector(".question input");
  await page.evaluate((count, value, indicator) => {
    const radios = [...document.querySelectorAll(`.question input[name^="${indicator}."]`)];
    const names = [...new Set(radios.map((one) => one.name))];
    for (const name of names.slice(0, count)) document.getElementById(`${name}-${value}`).click();
  }, count, value, indicator);
}

async function amount(page, hands, group, account, value) {
  await go(page, `#/pos/${group}`);
  await hands.fill(`#${account}-current`, String(value));
  await hands.leave();
}

async function named(page, hands, name) {
  await go(page, "#/profil");
  await hands.fill("#name", name);
  await hands.leave();
}

for (const browser of BROWSERS) {
  journey(`${browser}: two tabs: answers, profile, amounts and the meeting, each said in one of them, are all there`, { browser }, async ({ page, open, hands, another }) => {
    const other = await another();
    await open("#/");
    await other.open("#/");
    await answer(page, 3);
    await answer(other.page, 2, "no", "A.I.2");
    await other.page.bringToFront();
    await named(other.page, other.hands, "Koperasi Dua");
    await amount(other.page, other.hands, "ekuitas", "simpanan_pokok", 2000);
    await page.bringToFront();
    await amount(page, hands, "aktiva_lancar", "kas", 1000);
    await amount(page, hands, "aktiva_lancar", "giro", 3000);
    await other.page.bringToFront();
    await go(other.page, "#/cek/1");
    await other.page.waitForSelector('[name="level"][value="primary"]');
    await other.page.evaluate(() => document.querySelector('[name="level"][value="primary"]').click());
    await saved(other.page);
    await page.bringToFront();
    await answer(page, 1, "unknown", "A.I.3");
    await saved(page);
    const work = await kept(page);
    assert.equal(Object.keys(work.answers).length, 6);
    assert.equal(work.profile.name, "Koperasi Dua");
    assert.deepEqual([work.statements.current.kas, work.statements.current.giro, work.statements.current.simpanan_pokok], [1000, 3000, 2000]);
    assert.ok(work.rat, "what was said of the meeting");
    await other.reload();
    assert.deepEqual(await kept(other.page), work);
  });

  journey(`${browser}: the same field in two tabs is asked about, with both values`, { browser }, async ({ page, open, another }) => {
    const other = await another();
    await open("#/pos/aktiva_lancar");
    await other.open("#/pos/aktiva_lancar");
    await other.page.bringToFront();
    await other.hands.fill("#kas-current", "2000");
    await behind(page);
    // Whoever reaches the disk second asks.
    await poll(() => lies(page));
    await other.hands.leave();
    await other.page.waitForSelector("#dua-halaman");
    assert.match(await text(other.page, "#dua-halaman"), /1\.000.*2\.000|2\.000.*1\.000/s);
    await other.page.click('[data-click="keeping mine 0"]');
    await other.page.waitForFunction(() => !document.querySelector("#dua-halaman"));
    await poll(async () => (await kept(other.page)).statements.current.kas === 2000);
    await page.bringToFront();
    await page.waitForFunction(() => document.getElementById("kas-current").value.replace(/\D/g, "") === "2000");
  });

  const inFront = async (page, hands) => {
    await page.bringToFront();
    await hands.fill("#kas-current", "1000");
    await hands.leave();
  };
  for (const [where, say] of [["in another window", behind], ["in the tab to which one went", inFront]]) {
    journey(`${browser}: what is typed over an amount that came under the focus, said ${where}, replaces it whole, and is asked about`, { browser }, async ({ page, open, hands, another }) => {
      const other = await another();
      await open("#/pos/aktiva_lancar");
      await other.open("#/pos/aktiva_lancar");
      await other.page.bringToFront();
      await other.page.focus("#kas-current");
      await say(page, hands);
      await other.page.bringToFront();
      // Some browsers show one tab at a time, and what is not shown rests.
      await other.page.waitForFunction(() => document.getElementById("kas-current").value === "1.000");
      await other.page.keyboard.type("25");
      assert.equal(await other.page.$eval("#kas-current", (field) => field.value), "25", "neither before nor behind it");
      await other.hands.leave();
      await other.page.waitForSelector("#dua-halaman");
      assert.match(await text(other.page, "#dua-halaman"), /1\.000.*25|25.*1\.000/s);
      assert.equal(await other.page.$eval("#kas-current", (field) => field.value), "1.000", "until it is answered");
      await other.page.click('[data-click="keeping mine 0"]');
      await other.page.waitForFunction(() => !document.querySelector("#dua-halaman") && document.activeElement.id === "kas-current");
      await poll(async () => (await kept(other.page)).statements.current.kas === 25);
    });
  }

  journey(`${browser}: the same field in two tabs is asked about where the other one's comes to the disk while this one is typed into`, { browser }, async ({ page, open, another }) => {
    const other = await another();
    await open("#/pos/aktiva_lancar");
    await other.open("#/pos/aktiva_lancar");
    await other.page.bringToFront();
    await other.hands.fill("#kas-current", "2000");
    const release = await hold(page);
    await count(page);
    await behind(page);
    await poll(() => page.evaluate(() => window.writes > 0));
    await release();
    await poll(() => lies(page));
    assert.equal(await other.page.$eval("#kas-current", (field) => field.value), "2000", "what is typed stays");
    await other.hands.leave();
    await other.page.waitForSelector("#dua-halaman");
    assert.match(await text(other.page, "#dua-halaman"), /1\.000.*2\.000|2\.000.*1\.000/s);
  });

  for (const [how, before] of [["with a database", undefined], ["without one", () => Object.defineProperty(window, "indexedDB", { value: undefined })]]) {
    journey(`${browser}: what another page keeps while a field is typed into is asked about when it is left, ${how}`, { browser, before }, async ({ page, open, another }) => {
      const other = await another();
      await open("#/pos/aktiva_lancar");
      await other.open("#/pos/aktiva_lancar");
      await other.page.bringToFront();
      await other.hands.fill("#kas-current", "20");
      await behind(page);
      // Whoever reaches the disk second asks.
      await poll(async () => (before ? (await kept(other.page))?.statements?.current?.kas === 1000 : lies(page)));
      await other.page.keyboard.type("00");
      await other.hands.leave();
      await other.page.waitForSelector("#dua-halaman");
      assert.match(await text(other.page, "#dua-halaman"), /1\.000.*2\.000|2\.000.*1\.000/s);
      // Wherever the field stands: the question is in sight, and covers nothing that gets the focus.
      await other.hands.reach("#lanjut a");
      const [box, hand] = await other.page.evaluate(() => ["#dua-halaman", ":focus"].map((sign) => document.querySelector(sign).getBoundingClientRect().toJSON()));
      assert.ok(box.top >= 0 && box.bottom <= hand.top, JSON.stringify([box, hand]));
      if (browser === "chromium") {
        const asked = [];
        other.page.on("dialog", (dialog) => dialog.dismiss().then(() => asked.push(dialog.type())));
        await other.page.evaluate(() => setTimeout(() => location.reload()));
        await poll(async () => asked.length > 0);
        assert.deepEqual(asked, ["beforeunload"]);
        // Firefox without a window does not come back into the page once its last stop is passed.
        await other.hands.fill("#kas-current", "3000");
        await other.hands.leave();
        await other.page.waitForFunction(() => !document.querySelector("#dua-halaman"));
      }
    });
  }

  // As the cross on a tab does it.
  const close = (page) => page.close({ runBeforeUnload: true });
  const ways = [["loaded anew", (other) => other.page.reload()], ["closed", (other) => close(other.page)]];
  // Firefox ends whatever a page is doing when its tab is closed without asking the page, at whatever point that is.
  if (browser === "chromium") ways.push(["closed by force", (other) => other.page.close()]);
  for (const [how, leave] of ways) {
    journey(`${browser}: what is typed in a tab that is ${how} lies aside where another tab kept something else there`, { browser }, async ({ page, open, another }) => {
      const other = await another();
      await open("#/pos/aktiva_lancar");
      await other.open("#/pos/aktiva_lancar");
      await other.page.bringToFront();
      await other.hands.fill("#kas-current", "2000");
      await behind(page);
      await poll(() => lies(page));
      await leave(other);
      await page.bringToFront();
      await poll(async () => Object.entries(await quick(page)).some(([key, text]) => key.includes(".sisih.") && /"kas":2000/.test(text)));
      await poll(() => lies(page));
      // Whoever told it as kept still has it, and the one that only typed is told of.
      assert.equal(await page.$eval("#kas-current", (field) => field.value.replace(/\D/g, "")), "1000");
      await page.evaluate(() => (location.hash = "#/"));
      await page.waitForSelector("#sisih");
      await page.reload();
      await page.waitForSelector("html[data-app=ready] #sisih");
      assert.equal((await kept(page)).statements.current.kas, 1000);
    });
  }

  journey(`${browser}: what is typed in a tab that is closed is there in the next`, { browser }, async ({ page, open, hands, another, reload }) => {
    await open("#/pos/aktiva_lancar");
    for (const amount of ["98765", "87654", "76543", "65432"]) {
      const other = await another();
      await other.open("#/pos/aktiva_lancar");
      await other.page.bringToFront();
      await other.settled();
      await other.hands.fill("#giro-current", amount);
      await close(other.page);
      await page.bringToFront();
      await poll(async () => (await keptText(page))?.includes(`"giro":${amount}`));
      // The other page shows it by itself, and writes nothing over it.
      await page.waitForFunction((amount) => document.getElementById("giro-current").value.replace(".", "") === amount, {}, amount);
      // By hand: Firefox without a window does not come back into the page once its last stop is passed.
      await page.click("#kas-current", { count: 3 });
      await page.keyboard.type(amount);
      await hands.leave();
      await poll(async () => (await keptText(page))?.includes(`"kas":${amount}`));
    }
    await reload();
    for (const field of ["kas", "giro"]) assert.equal(await page.$eval(`#${field}-current`, ({ value }) => value), "65.432");
    assert.equal(await page.$("#sisih"), null);
  });

  journey(`${browser}: an older page out of the cache of pages takes the newer work over`, { browser }, async ({ page, open, host }) => {
    await open("#/butir/A.I.1");
    await answer(page, 4);
    await saved(page);
    host.files["lain.html"] = '<!doctype html><link rel="icon" href="data:,"><title>Halaman lain</title>';
    await page.goto(new URL("lain.html", host.url).href);
    await page.goto(host.url + "#/butir/A.I.2");
    await page.waitForSelector("html[data-app=ready]");
    await answer(page, 3, "yes", "A.I.2");
    await saved(page);
    await page.evaluate(() => history.go(-2)).catch(() => {});
    await page.waitForFunction(() => location.hash === "#/butir/A.I.1" && document.querySelector("html[data-app=ready] .question"));
    await answer(page, 2, "no");
    await saved(page);
    assert.equal(await answers(page), 7);
  });

  journey(`${browser}: deleting in one tab empties the other, for good`, { browser }, async ({ page, open, hands, another }) => {
    const other = await another();
    await open("#/butir/A.I.1");
    await answer(page, 4);
    await other.open("#/butir/A.I.1");
    await other.page.waitForSelector(".question input:checked");
    await page.bringToFront();
    await go(page, "#/hapus");
    await hands.press("[data-click=wipe]");
    await other.page.bringToFront();
    await shows(other.page, /dihapus di halaman lain/);
    assert.equal(await other.page.$(".question input:checked"), null);
    assert.equal(await keptText(other.page), undefined);
    await answer(other.page, 1, "no");
    await poll(async () => (await answers(other.page)) === 1);
    await other.reload();
    assert.equal(await other.page.$$eval(".question input:checked", (all) => all.length), 1);
  });

  journey(`${browser}: the sample and other files lie beside the work, over a reload`, { browser }, async ({ page, open, hands, reload }) => {
    await open("#/profil");
    await named(page, hands, "Koperasi Kami");
    await answer(page, 4);
    await saved(page);
    await go(page, "#/");
    await page.click("[data-click=sample]");
    await page.waitForSelector(".sample-mark");
    await answer(page, 4, "no");
    await reload();
    assert.deepEqual([(await kept(page)).profile.name, await answers(page)], ["Koperasi Kami", 4]);
    assert.equal(await page.$(".sample-mark"), null);
    await go(page, "#/berkas");
    const other = JSON.stringify({ format: "cermin-koperasi", version: 1, rulebook: "kkpkk-2021", variant: "ksp12", profile: { name: "Koperasi Lain" }, answers: { "A.I.1.a": "no" } });
    const paste = async () => {
      await go(page, "#/berkas");
      await page.$eval("#teks", (part) => (part.open = true));
      await page.evaluate((other) => {
        document.getElementById("tempel").value = other;
        document.getElementById("tempel").dispatchEvent(new Event("change", { bubbles: true }));
      }, other);
      await page.waitForSelector(".sample-mark");
      await whole(page);
    };
    await paste();
    await reload();
    assert.equal((await kept(page)).profile.name, "Koperasi Kami");
    await paste();
    await page.click('[data-click="keeping adopt"]');
    assert.equal((await kept(page)).profile.name, "Koperasi Kami", "it is asked first");
    await page.waitForSelector('[data-click="keeping adopt yes"]');
    await page.click('[data-click="keeping adopt yes"]');
    await poll(async () => (await kept(page)).profile.name === "Koperasi Lain");
    await saved(page);
    await reload();
    for (const screen of ["#/berkas", "#/"]) {
      await go(page, screen);
      assert.match(await text(page, "#sisih"), /Koperasi Kami/);
    }
    // At once, even while the second part of the page takes over, which puts another button there: found and pressed in one go.
    await page.evaluate(() => document.querySelector('[data-click="keeping restore 0"]').click());
    await poll(async () => (await kept(page)).profile.name === "Koperasi Kami");
    assert.equal(await answers(page), 4);
  });

  const head = { format: "cermin-koperasi", version: 1, rulebook: "kkpkk-2021", variant: "ksp12", answers: { "A.I.1.a": "yes" } };
  const unread = {
    "a newer version": { ...head, version: 2 },
    "another rulebook": { ...head, rulebook: "kkpkk-2027" },
    "an unknown word": { ...head, answers: { "A.I.1.a": "partly" } },
    "a cut text": JSON.stringify(head).slice(0, -8),
    "a value out of range": { ...head, profile: { level: 5 } },
    "a text too large": JSON.stringify({ ...head, note: "x".repeat(2_000_100) }),
  };
  for (const [name, state] of Object.entries(unread)) {
    journey(`${browser}: what cannot be read stays: ${name}`, { browser, state, tolerate: /404/ }, async ({ page, open, hands, reload }) => {
      const old = typeof state === "string" ? state : JSON.stringify(state);
      await open("#/");
      assert.match(await text(page, "#sisih"), /tidak bisa dibaca versi ini/);
      await answer(page, 3);
      await saved(page);
      await reload();
      await go(page, "#/berkas");
      assert.match(await text(page, "#sisih"), /tidak bisa dibaca versi ini/);
      assert.equal(await answers(page), 3);
      const { text: rescued } = await hands.saved(() => page.click('[data-click="keeping rescue 0"]'));
      assert.equal(rescued, old);
      await page.$eval("#sisih details", (part) => (part.open = true));
      await page.click('[data-click="keeping discard 0"]');
      await poll(async () => !Object.keys(await lying(page)).some((key) => key.includes(".sisih.")));
      await reload();
      assert.equal(await page.$("#sisih"), null);
    });
  }

  journey(`${browser}: a room that cannot be read stays`, { browser, key: "cermin-koperasi.kelas", state: { format: "cermin-koperasi-kelas", version: 2, codes: ["a", "b", "c"] }, tolerate: /404/ }, async ({ page, open, hands, reload }) => {
    await open("#/kumpul/1G20113PKY38KAKA6TKAKA0WKAKAKAKAKA9GKAKAKAKAJWKX8AKAKAKAK9RSS4TTRV0000Q9");
    await poll(() => keptText(page, "kelas"));
    await reload();
    await go(page, "#/berkas");
    await page.waitForSelector("#sisih");
    const { text: rescued } = await hands.saved(() => page.click('[data-click="keeping rescue 0"]'));
    assert.deepEqual(JSON.parse(rescued).codes, ["a", "b", "c"]);
  });

  journey(`${browser}: a full store is told, and tried again at the next change`, {
    browser,
    before: () => {
      window.full = true;
      const no = () => { throw new DOMException("full", "QuotaExceededError"); };
      for (const [owner, name] of [[Storage.prototype, "setItem"], [IDBObjectStore.prototype, "put"]]) {
        const real = owner[name];
        owner[name] = function (...rest) { return window.full ? no() : real.apply(this, rest); };
      }
    },
    tolerate: /QuotaExceeded|full/,
  }, async ({ page, open, reload }) => {
    await open("#/butir/A.I.1");
    await answer(page, 1);
    await shows(page, /Belum tersimpan/);
    await page.evaluate(() => (window.full = false));
    await answer(page, 2);
    await saved(page);
    assert.equal(await answers(page), 2);
  });

  journey(`${browser}: one digit too many in the book year empties nothing`, { browser, size: DESKTOP }, async ({ page, open, hands, reload }) => {
    await open("#/butir/A.I.1");
    for (const item of ["a", "b", "c"]) await hands.choose(`A.I.1.${item}`, "yes");
    await go(page, "#/profil");
    await hands.day("book-year-end", "2025-12-31");
    const told = { 20255: /./, "0005": /Tahun ditulis dengan empat angka/, 205: /Tahun ditulis dengan empat angka/, "": /Tanggal itu belum lengkap/ };
    for (const [typed, sentence] of Object.entries(told)) {
      await page.focus("#book-year-end-year");
      await hands.fill("#book-year-end-year", typed);
      await hands.leave();
      await shows(page, sentence);
      await reload();
      assert.equal(await answers(page), 3, typed);
      const day = (await kept(page)).profile.book_year_end;
      assert.ok(day === undefined || /^(19|20)\d\d-12-31$/.test(day), `${typed}: ${day}`);
      assert.equal(await page.$("#sisih"), null, typed);
    }
    assert.equal((await kept(page)).profile.book_year_end, "2025-12-31", "what was good stays");
  });

  journey(`${browser}: while a field is being typed in, the line does not say that all is kept`, { browser }, async ({ page, open, hands }) => {
    await open("#/");
    await answer(page, 1);
    await saved(page);
    await go(page, "#/profil");
    await page.focus("#name");
    const height = () => page.$eval("#simpanan", (line) => line.getBoundingClientRect().height);
    const before = await height();
    await page.keyboard.type("K");
    await shows(page, /Belum tersimpan: kolom ini masih diisi/);
    assert.equal(await height(), before, "the line moves what stands below it");
    await page.keyboard.type("SP Maju");
    await hands.leave();
    await saved(page);
    assert.equal((await kept(page)).profile.name, "KSP Maju");
    // What is given up is as it was kept.
    await page.focus("#name");
    await page.keyboard.type("X");
    await shows(page, /Belum tersimpan: kolom ini/);
    await page.keyboard.press("Backspace");
    await hands.leave();
    await saved(page);
  });

  journey(`${browser}: what stands in the field in hand is there after a reload`, { browser }, async ({ page, open, reload }) => {
    for (const [hash, field, typed, shown] of [["#/profil", "#name", "Koperasi Kenari", "Koperasi Kenari"], ["#/pos/aktiva_lancar", "#kas-current", "850000000", "850.000.000"]]) {
      await open(hash);
      await page.waitForSelector(field);
      await page.click(field);
      await page.keyboard.type(typed);
      await reload();
      await go(page, hash);
      await page.waitForSelector(field);
      assert.equal(await page.$eval(field, ({ value }) => value), shown);
    }
  });

  journey(`${browser}: a damaged quick copy harms the other one not`, { browser }, async ({ page, open, reload }) => {
    await open("#/butir/A.I.1");
    await answer(page, 3);
    await saved(page);
    await page.evaluate(() => Object.keys(localStorage).forEach((key) => (localStorage[key] = "garbage")));
    await reload();
    await poll(async () => (await answers(page)) === 3);
    await saved(page);
    const texts = Object.entries(await lying(page)).filter(([key]) => key.endsWith("isian") && !key.includes(".sisih."));
    assert.match(JSON.stringify(texts), /A\.I\.1\.a/);
    await page.evaluate(() => localStorage.clear());
    await reload();
    await poll(async () => (await answers(page)) === 3);
  });

  journey(`${browser}: a database that somebody else deletes is made anew, and nothing is said to be gone`, { browser }, async ({ page, open }) => {
    await open("#/butir/A.I.1");
    await answer(page, 2);
    await saved(page);
    await page.evaluate(() => new Promise((done) => (indexedDB.deleteDatabase("cermin-koperasi").onsuccess = done)));
    await poll(async () => /A\.I\.1\.a/.test(JSON.stringify(await lying(page).catch(() => ""))));
    assert.equal(await page.$$eval(".question input:checked", (all) => all.length), 2);
    assert.doesNotMatch(await text(page, "body"), /dihapus di halaman lain/);
  });

  journey(`${browser}: a shared computer, and the language, hold over a reload`, { browser }, async ({ page, open, hands, reload }) => {
    await open("#/pengaturan");
    await hands.toggle("#bersama");
    await page.waitForFunction(() => /mode=shared/.test(location.search));
    await reload();
    await answer(page, 1);
    assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), []);
    await go(page, "#/pengaturan");
    await hands.toggle("#bersama");
    await page.waitForFunction(() => !/mode/.test(location.search));
    await hands.choose("language", "en");
    await page.waitForFunction(() => /lang=en/.test(location.search) && document.documentElement.lang === "en");
    await reload();
    await page.waitForFunction(() => document.documentElement.lang === "en");
  });

  journey(`${browser}: site data cleared while the page is open come back with the next answer`, { browser }, async ({ page, open, reload }) => {
    await open("#/butir/A.I.1");
    await answer(page, 3);
    await saved(page);
    if (browser === "chromium") {
      const session = await page.createCDPSession();
      await session.send("Storage.clearDataForOrigin", { origin: new URL(page.url()).origin, storageTypes: "local_storage,indexeddb" });
    } else await page.evaluate(() => localStorage.clear());
    assert.equal(await keptText(page), undefined);
    await answer(page, 4);
    await saved(page);
    await reload();
    assert.equal(await answers(page), 4);
    assert.equal(await page.$$eval(".question input:checked", (all) => all.length), 4);
  });

  journey(`${browser}: what only the database kept is there again`, { browser }, async ({ page, open, reload }) => {
    await open("#/butir/A.I.1");
    await answer(page, 3);
    await saved(page);
    await page.evaluate(() => localStorage.clear());
    await reload();
    await page.waitForFunction(() => document.querySelectorAll(".question input:checked").length === 3);
  });

  journey(`${browser}: a later shape, and a work of a later version, lie unharmed beside an older build`, {
    browser, key: "cermin-koperasi.2.isian", state: "of the future", tolerate: /404/,
  }, async ({ page, open }) => {
    await open("#/butir/A.I.1");
    await answer(page, 3);
    await saved(page);
    assert.equal(await page.evaluate(() => localStorage["cermin-koperasi.2.isian"]), "of the future");
  });

  journey(`${browser}: a new version in one tab, while another is open, loses nothing`, { browser }, async ({ page, open, settled, host, reload, another }) => {
    await open("#/butir/A.I.1");
    await settled();
    const other = await another();
    await other.open("#/butir/A.I.2");
    await answer(other.page, 2, "yes", "A.I.2");
    const version = await page.evaluate(async () => (await caches.keys())[0].split(" ").pop());
    host.files["sw.js"] = (await (await fetch(new URL("sw.js", host.url))).text()).replaceAll(version, "newer");
    await page.bringToFront();
    await reload();
    await page.waitForSelector("#update:not([hidden])");
    await answer(page, 3);
    await page.click("#update-now");
    await page.waitForFunction(() => document.readyState === "complete" && document.querySelector("html[data-app=ready]"));
    await other.page.bringToFront();
    await answer(other.page, 3, "no", "A.I.2");
    await poll(async () => (await answers(other.page)) === 6);
  });

  journey(`${browser}: an old page whose second part is gone from the site says: load anew`, { browser, tolerate: /404|MIME|Loading failed/ }, async ({ page, open, host }) => {
    await open("#/butir/A.I.1");
    host.gone = /rest\.[0-9a-f]{12}\.js/;
    await go(page, "#/perbaikan");
    await page.waitForSelector(".hint.warn[role=alert]");
    assert.match(await text(page, ".hint.warn[role=alert]"), /Muat ulang/);
    host.gone = undefined;
    await page.click("[data-click=reload]");
    await page.waitForFunction(() => document.querySelector("html[data-app=ready]") && !/Sebentar/.test(document.getElementById("judul").textContent));
  });

  journey(`${browser}: Muat ulang takes the version that the site has by now, not the one that the worker kept`, { browser, before: saving, tolerate: /404|MIME|Loading failed/ }, async ({ page, open, settled, host }) => {
    await open("#/butir/A.I.1");
    await settled();
    const versions = () => page.evaluate(async () => (await caches.keys()).map((name) => name.split(" ").pop()));
    const [version] = await versions();
    host.files["sw.js"] = (await (await fetch(new URL("sw.js", host.url))).text()).replaceAll(version, "newer");
    host.gone = /rest\.[0-9a-f]{12}\.js/;
    await go(page, "#/perbaikan");
    await page.waitForSelector("[data-click=reload]");
    await page.click("[data-click=reload]");
    await poll(async () => (await versions().catch(() => [])).join() === "newer");
  });

  journey(`${browser}: the single file keeps nothing unless asked, and then in a place of its own folder`, { browser, file: true }, async ({ page, open, reload }) => {
    const all = () => page.evaluate(() => Object.keys(localStorage));
    await open("#/butir/A.I.1");
    await answer(page, 3);
    assert.deepEqual(await all(), []);
    await says(page, /Belum tersimpan[^]*bisa membaca/, ".keeping");
    await page.click('[data-click="keeping agree"]');
    await saved(page);
    const keys = (await all()).sort().map((key) => key.split(/(?<=^cermin-koperasi\.1\.[0-9a-f]{8})\./)[1]);
    assert.deepEqual(keys, ["asal.work", "isian"]);
    await reload();
    await page.waitForFunction(() => document.querySelectorAll(".question input:checked").length === 3);
    await saved(page);
  });
}

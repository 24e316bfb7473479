// The tool in other people's pages: it runs whole, keeps to its frame, says only what the schema lists, hears only what it
// should, and is not bent by the host's style or policy. AC-01 to AC-11 of the platform notes.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";

import Ajv from "ajv/dist/2020.js";

import { assertFilled, fillAll, fillPart, fillWhole, go } from "./filling.mjs";
import { families } from "./fonts.mjs";
import { calm, DOCUMENTED_SANDBOX, drawn, embedded, HOSTILE, KIT, noteMessages, office, poll, RELEASE, tall, tell } from "./kit.mjs";
import { says } from "./room.mjs";

const BROWSERS = ["chromium", "firefox"];
const schema = JSON.parse(await readFile(path.join(KIT, RELEASE, "messages.schema.json"), "utf8"));
const fromFrame = new Ajv().addSchema(schema, "m").compile({ $ref: "m#/$defs/fromFrame" });

const plain = ({ frame }, attributes = "") =>
  office(`<iframe title="Cermin Koperasi" src="${frame}" width="100%" height="700" ${attributes}></iframe>`);
const wrapped = ({ release }, attributes = "", head = "") =>
  office(`<p>Berita.</p><cermin-koperasi ${attributes}></cermin-koperasi><p>Kaki.</p>`, { head: `${head}<script src="${release}cermin-koperasi.js" defer></script>` });

const sideways = (frame) => frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
const heard = (page, type) => page.evaluate((type) => window.heard.map(({ data }) => data).filter((data) => !type || data.type === type), type);

/** A colour with six digits: the squeezed style writes `#fff`. */
const long = (colour) => colour.replace(/^#(.)(.)(.)$/, "#$1$1$2$2$3$3");

/** What grows by itself grows with each picture that is drawn: half a minute of them, or more on a busy machine. */
const PICTURES = 1800;
/** A frame that nothing happens to. It is left alone while the others are tried. */
const idle = (browser) => tell({ browser, apart: true, before: noteMessages, site: wrapped }, async ({ open, frame, page }) => {
  await open();
  const inside = await frame();
  await go(inside, "#/isian");
  await calm(page, inside);
  const [before, messages] = [await tall(inside), (await heard(page)).length];
  await drawn(inside, PICTURES);
  await calm(page, inside);
  assert.deepEqual(await tall(inside), before);
  assert.equal((await heard(page)).length, messages, "it spoke though nothing happened");
  assert.equal(await inside.evaluate(() => document.visibilityState), "visible", "what is not shown does not grow");
}).then(() => "did not grow", (error) => error.message);
const leftAlone = Promise.all(BROWSERS.map(idle));

for (const browser of BROWSERS) {
  for (const width of browser === "chromium" ? [320, 768, 1280] : [320]) {
    embedded(`${browser}: a plain frame gives a complete run at ${width} px, and nothing scrolls sideways (AC-01)`, {
      browser,
      size: { width, height: 800 },
      site: plain,
    }, async ({ open, frame, page }) => {
      await open();
      const tool = await frame();
      assert.equal(await sideways(tool), 0);
      assert.deepEqual(await fillAll(tool, await families(tool)), [], "screens that scroll sideways");
      await assertFilled(tool);
      assert.equal(await sideways(page), 0, "the office's page scrolls sideways");
    });
  }

  embedded(`${browser}: with the wrapper the frame is as tall as its content, and says so sparingly (AC-02)`, {
    browser,
    before: noteMessages,
    site: wrapped,
  }, async ({ open, frame, page }) => {
    await open();
    const tool = await frame();
    for (const hash of ["#/profil", "#/isian", "#/butir/A.I.1", "#/pos/aktiva_lancar", "#/pembukuan", "#/"]) {
      const before = (await heard(page, "height")).length;
      await go(tool, hash);
      await calm(page, tool);
      const [frameHeight, contentHeight] = await tall(tool);
      assert.ok(Math.abs(frameHeight - contentHeight) <= 2, `${hash}: ${frameHeight} for ${contentHeight}`);
      const messages = (await heard(page, "height")).length - before;
      assert.ok(messages <= 3, `${hash}: ${messages} messages`);
    }
  });

  embedded(`${browser}: locked to scripts alone it runs whole and says that nothing is kept (AC-03)`, {
    browser,
    site: (at) => plain(at, 'sandbox="allow-scripts"'),
  }, async ({ open, frame }) => {
    await open();
    const tool = await frame();
    assert.equal(await tool.evaluate(() => self.origin), "null");
    await (browser === "chromium" ? fillWhole : fillPart)(tool);
    await says(tool, /tidak mau menyimpan/, ".keeping");
  });

  embedded(`${browser}: on a site of its own strict policy the plain frame works without a complaint (AC-09)`, {
    browser,
    site: (at) => plain(at, `sandbox="${DOCUMENTED_SANDBOX} allow-same-origin"`).replace(/<link rel="icon"[^>]*>/, ""),
  }, async ({ open, frame, site, addresses }) => {
    site.files["favicon.ico"] = "";
    site.headers["Content-Security-Policy"] = `default-src 'self'; frame-src ${new URL(addresses.base).origin}`;
    await open();
    await (browser === "chromium" ? fillWhole : fillPart)(await frame());
  });

  embedded(`${browser}: whatever is filled in, messages keep to the schema and nothing seeps out (AC-05)`, {
    browser,
    before: noteMessages,
    site: (at) => wrapped(at, 'office-name="Dinas Koperasi"'),
  }, async ({ open, frame, page, tool, site }) => {
    const [name, amount] = ["KOPERASI-KENARI-7531", "987654321987"];
    await open();
    const inside = await frame();
    await poll(async () => (await heard(page, "height")).length > 0);
    // In a quiet second it fetches what comes later, so that the server does not hear when the books are opened.
    await poll(() => [/rest\..*js/, /help\..*js/].every((later) => tool.requests.some((line) => later.test(line))));
    tool.requests.length = site.requests.length = 0;
    await go(inside, "#/profil");
    await inside.evaluate((name) => {
      const field = document.getElementById("name");
      field.value = name;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }, name);
    await (browser === "chromium" ? fillWhole : fillPart)(inside);
    await go(inside, "#/pos/aktiva_lancar");
    await inside.evaluate((amount) => {
      const field = document.getElementById("kas-current");
      field.value = amount;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }, amount);
    await go(inside, "#/hasil");
    const messages = await heard(page);
    for (const message of messages) assert.ok(fromFrame(message), `not of the schema: ${JSON.stringify(message)}`);
    assert.deepEqual([...new Set(messages.map(({ type }) => type))].sort(), ["height", "ready", "route", "theme-ack"]);
    const host = await page.evaluate(() => [document.documentElement.outerHTML, document.title, location.href, JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie].join("\n"));
    const outside = [host, await page.evaluate(() => JSON.stringify(window.heard)), inside.url(), await inside.evaluate(() => document.title)].join("\n");
    for (const canary of [name, amount, "987.654.321.987"]) assert.ok(!outside.includes(canary), `${canary} got out`);
    assert.deepEqual([...tool.requests, ...site.requests], [], "something was asked for");
  });

  embedded(`${browser}: it hears theme and language from its host alone, and nothing else (AC-06)`, {
    browser,
    before: noteMessages,
    site: (at) => plain(at),
  }, async ({ open, frame, page }) => {
    await open();
    const inside = await frame();
    const state = () => inside.evaluate(() => JSON.stringify([{ ...document.documentElement.dataset }, document.documentElement.lang, document.querySelector("h1").textContent, JSON.stringify(localStorage), location.hash]));
    const say = (message) => page.evaluate((text) => document.querySelector("iframe").contentWindow.postMessage(JSON.parse(text), "*"), JSON.stringify(message));
    const before = await state();
    const junk = [
      "lang", 7, null, [], {}, { type: "lang", lang: "en" }, { cermin: 2, type: "lang", lang: "en" }, { cermin: 1, type: "lang", lang: "xx" },
      { cermin: 1, type: "lang", lang: ["en"] }, { cermin: 1, type: "wipe" }, { cermin: 1, type: "theme", theme: "<b>" },
      { cermin: 1, type: "theme", theme: { name: "dark" } }, { cermin: 1, type: "theme", tokens: "paper" },
      { cermin: 1, type: "click", mark: "sample" }, { cermin: 1, type: "theme", tokens: { paper: "url(/x)", evil: "#ffffff", "brand;x": "red" } },
    ];
    for (const message of junk) await say(message);
    // The last of them is answered, after all before it.
    const acks = await poll(async () => {
      const all = await heard(page, "theme-ack");
      return all.length > 0 && all;
    });
    // From inside the frame itself, which is not its host; what is heard behind it tells that it was heard.
    await inside.evaluate(() => new Promise((done) => {
      window.addEventListener("message", ({ data }) => data === "behind" && done());
      window.postMessage({ cermin: 1, type: "lang", lang: "en" }, "*");
      window.postMessage("behind", "*");
    }));
    await calm(page, inside);
    assert.equal(await state(), before);
    assert.deepEqual(acks, [{ cermin: 1, type: "theme-ack", theme: "auto", refused: ["paper"] }]);
    assert.equal((await heard(page, "theme-ack")).length, 1);
    await say({ cermin: 1, type: "theme", theme: "dark" });
    await say({ cermin: 1, type: "lang", lang: "en" });
    await inside.waitForFunction(() => document.documentElement.dataset.theme === "dark" && document.documentElement.lang === "en");
    assert.notEqual(JSON.parse(await state())[2], JSON.parse(before)[2]);
  });

  embedded(`${browser}: what the wrapper is told before the frame is there still holds (AC-06)`, {
    browser,
    site: wrapped,
  }, async ({ open, frame, page }) => {
    await page.evaluateOnNewDocument(() => {
      if (window.top !== window) return;
      document.addEventListener("DOMContentLoaded", () => {
        const element = document.querySelector("cermin-koperasi");
        element.setAttribute("theme", "contrast");
        element.setAttribute("lang", "en");
      });
    });
    await open();
    const inside = await frame();
    await inside.waitForFunction(() => document.documentElement.dataset.theme === "contrast" && document.documentElement.lang === "en");
    await page.$eval("cermin-koperasi", (element) => element.setAttribute("theme", "dark"));
    await inside.waitForFunction(() => document.documentElement.dataset.theme === "dark");
  });

  embedded(`${browser}: readable tokens colour the page, unreadable pairs are refused (AC-08)`, {
    browser,
    before: noteMessages,
    site: (at) => wrapped(at, "", "<style>cermin-koperasi { --cermin-brand: #7a1f5c; --cermin-link: #f0f0f0; --cermin-radius: 2px }</style>"),
  }, async ({ open, frame, page }) => {
    await open();
    const inside = await frame();
    const [ack] = await poll(async () => {
      const all = await heard(page, "theme-ack");
      return all.length > 0 && all;
    });
    assert.deepEqual(ack.refused, ["link"]);
    const look = () => inside.evaluate(() => {
      const style = (selector) => getComputedStyle(document.querySelector(selector));
      const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
      return { top: style(".top").backgroundColor, corner: style(".button").borderRadius, link: token("link"), paper: token("paper") };
    }).then((seen) => ({ ...seen, link: long(seen.link), paper: long(seen.paper) }));
    assert.deepEqual(await look(), { top: "rgb(122, 31, 92)", corner: "2px", link: "#0b5c50", paper: "#ffffff" });
    // Dark paper under dark text: both go back to the pair that can be read.
    await page.$eval("cermin-koperasi", (element) => {
      element.style.setProperty("--cermin-paper", "#222222");
      element.setAttribute("theme", "light");
    });
    await poll(async () => (await heard(page, "theme-ack")).length > 1);
    const last = (await heard(page, "theme-ack")).at(-1);
    assert.ok(last.refused.includes("paper"), JSON.stringify(last));
    assert.equal((await look()).paper, "#ffffff");
  });

  embedded(`${browser}: a mistake in an attribute counts for nothing and is told in words, above the tool (AC-10)`, {
    browser,
    site: (at) => wrapped(at, 'theme="drak" tema="dark" screen="../x" lang="en" office-name="Dinas" office-link="javascript:alert(1)" style="--cermin-brand: red"')
      + "<cermin-koperasi lang=' en '></cermin-koperasi>",
  }, async ({ open, frame, page }) => {
    await page.evaluateOnNewDocument(() => {
      const attach = Element.prototype.attachShadow;
      Element.prototype.attachShadow = function (options) {
        return (this.room = attach.call(this, options));
      };
    });
    await open();
    const told = await page.waitForFunction(() => document.querySelector("cermin-koperasi").room?.textContent);
    const words = await told.jsonValue();
    for (const part of ["Untuk pengelola situs: 5 pengaturan", "“tema” tidak dikenal", 'theme="drak"', "light, dark, contrast", 'screen="../x"', "https://", "--cermin-brand: red"]) {
      assert.ok(words.includes(part), `${part} is not in: ${words}`);
    }
    assert.equal(await page.evaluate(() => document.querySelectorAll("cermin-koperasi")[1].room.textContent), "", "a stray space is no mistake");
    // What is right counts in both. The language comes after the page.
    for (const place of [0, 1]) await (await frame(place)).waitForFunction(() => document.documentElement.lang === "en");
    const inside = await frame();
    assert.match(await inside.$eval("footer .office", (part) => part.innerText), /Dinas/);
    assert.doesNotMatch(inside.url(), /drak|tema|javascript|red|\.\.\/x/);
    assert.equal(page.frames().length, 3);
    // One line, until somebody opens it.
    const box = () => page.evaluate(() => document.querySelector("cermin-koperasi").room.querySelector("details").getBoundingClientRect().height);
    assert.ok((await box()) < 80);
  });
}

test("left alone the frame does not grow, in neither browser (AC-02)", async () => {
  for (const outcome of await leftAlone) assert.equal(outcome, "did not grow");
});

for (const browser of BROWSERS) {
  embedded(`${browser}: the host's style does not reach the frame, to the pixel (AC-07)`, {
    browser,
    before: noteMessages,
    site: (at) => wrapped(at, "", "<style>body{margin:0}</style>"),
  }, async ({ open, frame, page, site, addresses }) => {
    const picture = async () => {
      await open();
      const inside = await frame();
      await go(inside, "#/butir/A.I.1");
      await calm(page, inside);
      assert.ok((await tall(inside))[0] > 600);
      await page.evaluate(() => document.querySelector("cermin-koperasi").scrollIntoView());
      return async () => {
        await Promise.all([drawn(page), drawn(inside)]);
        return Buffer.from(await page.screenshot({ clip: { ...(await box(page)), height: 600 } }));
      };
    };
    let look = await picture();
    // What is on its way to the screen still is over once two pictures agree.
    const still = await poll(async () => {
      const one = await look();
      return one.equals(await look()) && one;
    });
    site.files["index.html"] = wrapped(addresses, "", `<style>${HOSTILE}iframe{display:none!important;height:1px!important}</style>`);
    look = await picture();
    await poll(async () => still.equals(await look())).catch(() => assert.fail("the picture differs"));
    const wrapper = await readFile(path.join(KIT, RELEASE, "cermin-koperasi.js"), "utf8");
    assert.ok(!/\drem\b/.test(wrapper), "the wrapper speaks of rem");
  });
}

/** Where the element lies in the page. */
const box = (page) => page.$eval("cermin-koperasi", (element) => {
  const { x, y, width } = element.getBoundingClientRect();
  return { x: x + scrollX, y: y + scrollY, width };
});

const themeScript = await readFile(new URL("../../www/theme.js", import.meta.url), "utf8");
/** Text on ground, as theme.js lists it. */
const PAIRS = [.../const READABLE = \[([^\]]*)\]/.exec(themeScript)[1].matchAll(/"([^"]+)"/g)].map(([, pair]) => pair.split("/"));

/** The contrast of two colours after WCAG 2.2; reckoned here a second time. */
function contrast(...pair) {
  const lights = pair.map((hex) => {
    const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
    const [r, g, b] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  });
  return (Math.max(...lights) + 0.05) / (Math.min(...lights) + 0.05);
}

for (const [theme, scheme, least] of [["auto", "light", 4.5], ["auto", "dark", 4.5], ["light", "dark", 4.5], ["dark", "light", 4.5], ["contrast", "dark", 7]]) {
  embedded(`every text can be read in the theme ${theme} on a ${scheme} device`, { site: (at) => wrapped(at, `theme="${theme}"`) }, async ({ open, frame, page }) => {
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    await open();
    const inside = await frame();
    const names = [...new Set(PAIRS.flat())];
    const colours = await inside.evaluate((names) => Object.fromEntries(names.map((name) => [name, getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim()])), names);
    for (const name of names) colours[name] = long(colours[name]);
    const wanted = theme === "auto" ? scheme : theme;
    assert.equal(contrast(colours.paper, "#ffffff") > 10, wanted === "dark", `the paper is ${colours.paper}`);
    assert.ok(PAIRS.length > 15);
    for (const [text, ground] of PAIRS) {
      const seen = contrast(colours[text], colours[ground]);
      assert.ok(seen >= least, `${text} on ${ground}: ${seen.toFixed(2)}`);
    }
  });
}

embedded("the office is named at the foot, as text whatever it holds", {
  site: (at) => wrapped(at, `office-name="Dinas &lt;b&gt;Koperasi&lt;/b&gt;" office-contact="0274 123" office-link="https://dinas.example/bina"`),
}, async ({ open, frame }) => {
  await open();
  const inside = await frame();
  assert.match(await inside.$eval("footer .office", (part) => part.innerText), /Dinas <b>Koperasi<\/b>\s+Hubungi: 0274 123\s+Pembinaan: https:\/\/dinas\.example\/bina/);
  assert.equal(await inside.$$eval("footer .office a, footer .office b", (all) => all.length), 0);
});

embedded("the screen that was asked for opens first", { site: (at) => wrapped(at, 'screen="privasi" mode="shared"') }, async ({ open, frame }) => {
  await open();
  const inside = await frame();
  assert.equal(await inside.evaluate(() => location.hash), "#/privasi");
  assert.equal(await inside.evaluate(() => document.documentElement.dataset.mode), "shared");
});

embedded("a wrapper that was tampered with does not run (AC-10)", {
  site: ({ release }) => office("<cermin-koperasi><a href='#'>Buka</a></cermin-koperasi>", { head: `<script src="${release}cermin-koperasi.js" integrity="sha384-${"A".repeat(64)}" crossorigin="anonymous" defer></script>` }),
  toolHost: { headers: { "Access-Control-Allow-Origin": "*" } },
  tolerate: /integrity|digest/i,
}, async ({ open, page, log }) => {
  await open();
  // The browser says why before it tells the page, and runs nothing of it.
  await poll(() => log.errors.some((line) => /integrity|digest/i.test(line)));
  await drawn(page);
  assert.equal(page.frames().length, 1);
  assert.equal(await page.$eval("cermin-koperasi", (element) => element.innerText), "Buka", "the plain link stays");
});

embedded("a frame that stands in for the wrapper goes when that comes, wherever its script stands", {
  site: ({ release, frame }) => {
    const standIn = `<iframe title="x" srcdoc="<meta http-equiv='refresh' content='3;url=${frame}'>" sandbox="allow-scripts"></iframe>`;
    return office(`<cermin-koperasi>${standIn}</cermin-koperasi>`, { head: `<script src="${release}cermin-koperasi.js"></script>` });
  },
}, async ({ open, frame, page }) => {
  await open();
  await frame();
  assert.deepEqual([page.frames().length, await page.$$eval("iframe", (all) => all.length)], [2, 0]);
});

for (const browser of BROWSERS) {
  for (const [where, sameOrigin] of [["the office's own site", true], ["another site", false]]) {
    embedded(`${browser}: a wrapper that comes late takes over the frame in use, with all that was answered in it (tool on ${where})`, {
      browser,
      sameOrigin,
      site: ({ release, frame }) => {
        const standIn = `<iframe title="x" srcdoc="<meta http-equiv='refresh' content='3;url=${frame}'>" sandbox="${DOCUMENTED_SANDBOX}" width="100%" height="560"></iframe>`;
        return office(`<cermin-koperasi>${standIn}</cermin-koperasi>`, { head: `<script src="${release}cermin-koperasi.js" defer></script>` });
      },
      before: noteMessages,
    }, async ({ open, frame, page, tool, site }) => {
      let release;
      const way = new Promise((done) => (release = done));
      const { held } = site;
      (sameOrigin ? site : tool).held = (name) => (/cermin-koperasi\.js$/.test(name) ? way : held(name));
      const opening = open();
      const inside = await frame();
      await go(inside, "#/butir/A.I.1");
      const answered = () => inside.$$eval("fieldset.question input:checked", (all) => all.map(({ id }) => id));
      await inside.evaluate(() => [...document.querySelectorAll("fieldset.question input[id$='-yes']")].slice(0, 4).forEach((yes) => yes.click()));
      await inside.waitForFunction(() => /4 dari/.test(document.getElementById("kabar").textContent));
      const before = await answered();
      assert.equal(before.length, 4);
      release();
      await opening;
      // It answers what the wrapper says once that is there.
      await poll(async () => (await heard(page, "theme-ack")).length > 0);
      await calm(page, inside);
      assert.equal(page.frames().length, 2);
      assert.deepEqual(await answered(), before);
      assert.equal(await inside.evaluate(() => self.origin), "null", "its lock was opened");
      assert.equal((await tall(inside))[0], 560, "it jumped under the hand");
      // From the next screen on it is as tall as that, and hears the page.
      for (const hash of ["#/isian", "#/butir/A.I.1"]) {
        await go(inside, hash);
        await calm(page, inside);
        const [frameHeight, contentHeight] = await tall(inside);
        assert.ok(Math.abs(frameHeight - contentHeight) <= 2, `${hash}: ${frameHeight} for ${contentHeight}`);
      }
      assert.deepEqual(await answered(), before);
      await page.$eval("cermin-koperasi", (element) => element.setAttribute("theme", "dark"));
      await inside.waitForFunction(() => document.documentElement.dataset.theme === "dark");
    });
  }
}

embedded("a new screen begins at its top, though the office's page was scrolled", { before: noteMessages, site: (at) => wrapped(at), size: { width: 800, height: 500 } }, async ({ open, frame, page }) => {
  await open();
  const inside = await frame();
  await go(inside, "#/butir/A.I.1");
  await calm(page, inside);
  await page.evaluate(() => scrollTo(0, 900));
  assert.ok((await page.evaluate(() => scrollY)) > 500);
  await go(inside, "#/butir/A.II.1");
  await poll(() => page.evaluate(() => document.querySelector("cermin-koperasi").getBoundingClientRect().top >= -2));
});


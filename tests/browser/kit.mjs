// A tool's host and an office's site on two origins, and the tool in a frame there.

import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { readdirSync } from "node:fs";

import { context, STORY, WAIT } from "./browsers.mjs";
import { serve } from "./host.mjs";
import { watch } from "./log.mjs";

export const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));
export const KIT = path.join(DIST, "embed");
/** The release's folder, as in `v/0.1.0-0123456789ab`. */
export const RELEASE = `v/${readdirSync(path.join(KIT, "v"))[0]}`;
export const DOCUMENTED_SANDBOX = "allow-scripts allow-downloads allow-modals";

const ICON = '<link rel="icon" href="data:,">';

/** An office's page with something in it. */
export const office = (body, { head = "" } = {}) =>
  `<!doctype html><html lang="id"><head><meta charset="utf-8"><title>Situs dinas</title>${ICON}${head}</head><body>${body}</body></html>`;

/** A site's style at its worst. */
export const HOSTILE = "html{font-size:62.5%}*{all:unset!important}button,a,input{opacity:.2!important}";

/**
 * Tells a story about an embed. Options: `browser`, `size`, `tolerate`, `toolHost` and `siteHost` (options of
 * host.mjs), `apart` (of browsers.mjs), `before` (runs in every document first), `site` (a function of the tool's addresses that gives the
 * office's page). The story is handed `page`, `log`, `tool`, `site`, `downloads`, and `frame()`, the tool's frame.
 */
export function embedded(name, options, story) {
  test(name, { timeout: STORY, skip: options.skip }, () => tell(options, story));
}

/** The same without a test around it, for what goes on beside others. */
export async function tell(options, story) {
  const tool = await serve({ root: KIT, ...options.toolHost });
  const base = options.sameOrigin ? "alat/" : tool.url;
  const addresses = { base, release: `${base}${RELEASE}/`, frame: `${base}${RELEASE}/frame.html` };
  const files = { "index.html": options.site(addresses) };
  const site = await serve({ root: KIT, aside: { "alat/": KIT }, files, ...options.siteHost });
  const { profile, downloads, leave } = await context(options.browser ?? "chromium", options);
  try {
    const page = await profile.newPage();
    page.setDefaultTimeout(WAIT);
    await page.setViewport(options.size ?? { width: 1280, height: 800 });
    const log = await watch(page, site.url, [tool.url]);
    if (options.before) await page.evaluateOnNewDocument(options.before);
    const open = async (url = site.url) => {
      await page.goto(url, { waitUntil: "load" });
    };
    const frame = async (at = 0, wanted = "ready") => {
      const found = await poll(async () => page.frames().filter((one) => one.url().includes("frame.html"))[at]);
      await found.waitForSelector(`html[data-app=${wanted}]`);
      return found;
    };
    await story({ page, log, tool, site, downloads, open, frame, addresses });
    log.verdict(options.tolerate);
  } finally {
    await leave();
    await Promise.all([tool.close(), site.close()]);
  }
}

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** Asks again until there is an answer. A busy machine may take its time. */
export async function poll(ask, patience = WAIT) {
  for (const end = Date.now() + patience; Date.now() < end; ) {
    // A page that is just being left may never answer.
    const answer = await Promise.race([ask(), pause(10_000)]);
    if (answer) return answer;
    await pause(50);
  }
  throw new Error(`no answer within ${patience} ms: ${ask}`);
}

/** Runs in the office's page before anything else: notes every message that arrives; a test's own mark by itself. */
export function noteMessages() {
  if (window.top !== window) return;
  window.heard = [];
  window.addEventListener("message", ({ data }) => (data?.mark ? (window.mark = data.mark) : window.heard.push({ data })));
}

/** Waits until a page or frame has been drawn so many times. */
export const drawn = (frame, times = 2) => frame.evaluate(async (times) => {
  for (; times > 0; times -= 1) await new Promise((done) => requestAnimationFrame(done));
}, times);

let marks = 0;

/** Waits until the office's page, which notes messages, has heard all that the frame has said: a mark queues behind it. */
async function heardOut(page, frame) {
  marks += 1;
  await frame.evaluate((mark) => window.parent.postMessage({ mark }, "*"), marks);
  await page.waitForFunction((mark) => window.mark === mark, {}, marks);
}

/** Waits until frame and office have nothing more to say to each other, and neither changes the other's height. */
export async function calm(page, frame) {
  for (let before; ; ) {
    await drawn(frame);
    await heardOut(page, frame);
    await drawn(page);
    await drawn(frame);
    const seen = [await tall(frame), await page.evaluate(() => window.heard.length)].join();
    if (seen === before) return;
    before = seen;
  }
}

/** The height of a frame, and that of what stands in it. */
export const tall = (frame) => frame.evaluate(() => [innerHeight, document.documentElement.getBoundingClientRect().height]);

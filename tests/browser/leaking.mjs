// Tries every channel out of the built pages, and out of a page without any policy to show that the trial works.

import { readFileSync } from "node:fs";

import { catcher } from "./catcher.mjs";
import { context } from "./browsers.mjs";
import { LEAVING, STAYING, webrtc } from "./channels.mjs";
import { SINGLE, SITE } from "./harness.mjs";
import { serve } from "./host.mjs";
import { DOCUMENTED_SANDBOX, KIT, office, poll, RELEASE } from "./kit.mjs";

const BARE = '<!doctype html><html data-app="ready"><title>x</title><link rel="icon" href="data:,"><body></body></html>';
const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** Where leaks are tried. */
export const PLACES = ["no policy", "hosted page", "single file", "embedded frame"];
export const CHANNELS = [...Object.keys(STAYING), ...Object.keys(LEAVING), "WebRTC"];

/** So many channels at least work where there is no policy, or the trial would prove nothing. */
export const ENOUGH = 18;

/**
 * Tries all channels in one place. Hands back, by channel, whether anything arrived at another origin (`away`), and
 * whether the page's own host was asked for more than its files (`home`; a page from a stick has no host).
 */
export async function leaks(browser, place) {
  const ears = await catcher();
  const tool = await serve({ root: place === "embedded frame" ? KIT : SITE, files: place === "no policy" ? { "index.html": BARE } : {} });
  const { profile, leave } = await context(browser);
  const heardAtHome = () => new Set(tool.requests.map((line) => /leak-home\/([^/]*)/.exec(decodeURIComponent(line))?.[1]).filter(Boolean));
  const targets = (name) => [`${ears.url}${encodeURIComponent(name)}/canary`, ...(place === "single file" ? [] : [`${tool.url}leak-home/${encodeURIComponent(name)}/canary`])];
  const sites = [];
  try {
    const page = () => within(30_000, `${browser}, ${place}: a page`, opened(profile, place, tool, sites));
    const one = await page();
    for (const [name, attempt] of Object.entries(STAYING)) for (const to of targets(name)) await tried(one, attempt, to);
    // What takes a page away gets one of its own each time.
    for (const [name, attempt] of Object.entries(LEAVING)) for (const to of targets(name)) await tried(await page(), attempt, to);
    await tried(await page(), webrtc, ears.port);
    await within(30_000, `${browser}, ${place}: all attempts`, one.evaluate(() => 0));
    await overtaken(profile);
    const home = heardAtHome();
    return {
      away: CHANNELS.filter((name) => ears.caught.has(name) || (name === "WebRTC" && ears.datagrams > 0)),
      home: CHANNELS.filter((name) => home.has(name)),
    };
  } finally {
    // A page that is on its way elsewhere may never say that it is closed.
    await within(20_000, `${browser}, ${place}: leaving`, leave()).catch((error) => console.log(`  ${error.message}`));
    await Promise.all([tool, ears, ...sites].map((one) => one.close()));
  }
}

/** Waits until what a later page without any policy sends has arrived: then nothing is on its way any more. */
async function overtaken(profile) {
  const ears = await catcher();
  const host = await serve({ root: SITE, files: { "index.html": BARE } });
  try {
    const page = await opened(profile, "no policy", host, []);
    for (const [name, attempt] of Object.entries(STAYING)) await tried(page, attempt, `${ears.url}${encodeURIComponent(name)}/later`);
    await tried(page, webrtc, ears.port);
    await poll(() => ears.caught.size >= ENOUGH && ears.datagrams > 0);
  } finally {
    await Promise.all([ears.close(), host.close()]);
  }
}

/** The promise, or an error that says what took too long. */
function within(milliseconds, what, promise) {
  let timer;
  const late = new Promise((_, fail) => (timer = setTimeout(() => fail(new Error(`${what} took longer than ${milliseconds} ms`)), milliseconds)));
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** The frame that would leak, in a new page at a place. */
async function opened(profile, place, tool, sites) {
  const page = await profile.newPage();
  if (place === "embedded frame") {
    const frame = `${tool.url}${RELEASE}/frame.html`;
    const files = { "index.html": office(`<iframe src="${frame}" sandbox="${DOCUMENTED_SANDBOX}" width="600" height="600"></iframe>`) };
    const site = await serve({ root: KIT, files });
    sites.push(site);
    await page.goto(site.url, { waitUntil: "load" });
    const inside = page.frames().find((one) => one.url() === frame);
    await inside.waitForSelector("html[data-app=ready]");
    return inside;
  }
  await page.goto(place === "single file" ? `file://${SINGLE}` : tool.url, { waitUntil: "load" });
  await page.waitForSelector("html[data-app=ready]");
  return page.mainFrame();
}

/** What throws has not leaked; what takes the page away never answers. */
async function tried(frame, attempt, to) {
  await Promise.race([frame.evaluate(attempt, to).catch(() => {}), pause(1000)]);
}

/** The policy of a built page. */
export const policyOf = (file) => /http-equiv="?Content-Security-Policy"? content="([^"]*)"/.exec(readFileSync(file, "utf8"))?.[1];

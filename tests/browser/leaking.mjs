// Tries every channel out of the built pages, and out of a page without any policy to show that the trial works.

import { readFileSync } from "node:fs";

import { catcher } from "./catcher.mjs";
import { context } from "./browsers.mjs";
import { LEAVING, STAYING, webrtc } from "./channels.mjs";
import { SINGLE, SITE } from "./harness.mjs";
import { serve } from "./host.mjs";
import { DOCUMENTED_SANDBOX, KIT, office, RELEASE } from "./kit.mjs";

const BARE = '<!doctype html><html data-app="ready"><title>x</title><link rel="icon" href="data:,"><body></body></html>';
const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** Where leaks are tried. */
export const PLACES = ["no policy", "hosted page", "single file", "embedded frame"];
export const CHANNELS = [...Object.keys(STAYING), ...Object.keys(LEAVING), "WebRTC"];

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
  try {
    const { page, frame } = await opened(profile, place, tool);
    for (const [name, attempt] of Object.entries(STAYING)) for (const to of targets(name)) await tried(frame, attempt, to);
    await pause(2500);
    await page.close();
    for (const [name, attempt] of Object.entries(LEAVING)) {
      for (const to of targets(name)) {
        const one = await opened(profile, place, tool);
        await tried(one.frame, attempt, to);
        await pause(1200);
        await one.page.close();
      }
    }
    const last = await opened(profile, place, tool);
    await tried(last.frame, webrtc, ears.port);
    await pause(3000);
    const home = heardAtHome();
    return {
      away: CHANNELS.filter((name) => ears.caught.has(name) || (name === "WebRTC" && ears.datagrams > 0)),
      home: CHANNELS.filter((name) => home.has(name)),
    };
  } finally {
    await leave();
    await Promise.all([tool.close(), ears.close()]);
  }
}

/** A page at a place, and the frame in it that would leak. */
async function opened(profile, place, tool) {
  const page = await profile.newPage();
  if (place === "embedded frame") {
    const frame = `${tool.url}${RELEASE}/frame.html`;
    const files = { "index.html": office(`<iframe src="${frame}" sandbox="${DOCUMENTED_SANDBOX}" width="600" height="600"></iframe>`) };
    const site = await serve({ root: KIT, files });
    page.once("close", () => site.close());
    await page.goto(site.url, { waitUntil: "load" });
    const inside = page.frames().find((one) => one.url() === frame);
    await inside.waitForSelector("html[data-app=ready]");
    return { page, frame: inside };
  }
  await page.goto(place === "single file" ? `file://${SINGLE}` : tool.url, { waitUntil: "load" });
  await page.waitForSelector("html[data-app=ready]");
  return { page, frame: page.mainFrame() };
}

/** What throws has not leaked; what takes the page away never answers. */
async function tried(frame, attempt, to) {
  await Promise.race([frame.evaluate(attempt, to).catch(() => {}), pause(1000)]);
}

/** The policy of a built page. */
export const policyOf = (file) => /http-equiv="?Content-Security-Policy"? content="([^"]*)"/.exec(readFileSync(file, "utf8"))?.[1];

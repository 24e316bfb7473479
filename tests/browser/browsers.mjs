// The installed browsers, driven by puppeteer-core: Chromium over DevTools, Firefox over WebDriver BiDi. One process
// of each kind per test file, a fresh profile (context) per journey.

import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after } from "node:test";

import puppeteer from "puppeteer-core";

import { LAN } from "./host.mjs";

/**
 * How long a page may take for what a journey waits for, and a whole journey, in milliseconds. What ends a wait is what is
 * waited for: these are for a page that hangs, far beyond what a slow or busy machine needs.
 */
export const WAIT = 180_000;
export const STORY = 900_000;

const PROGRAMS = {
  chromium: [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"],
  firefox: [process.env.FIREFOX, "/usr/bin/firefox-esr", "/usr/bin/firefox"],
};

// No traffic of the browser's own; the sandbox cannot be had as root in a container.
const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  `--host-resolver-rules=MAP ${LAN} 127.0.0.1`,
];

const running = new Map();
let downloads;

/**
 * A fresh profile of a browser, and where it puts what it downloads. `apart` gives it a process of its own: Firefox shows
 * one tab at a time, and what is not shown rests.
 */
export async function context(name, { apart = false } = {}) {
  const folder = await (downloads ??= mkdtemp(path.join(tmpdir(), "cermin-downloads-")));
  const key = apart ? Symbol(name) : name;
  if (!running.has(key)) running.set(key, launch(name, folder));
  const browser = await running.get(key);
  const profile = await browser.createBrowserContext();
  if (name === "chromium") await allowDownloads(browser, profile, folder);
  return { profile, downloads: folder, leave: () => profile.close() };
}

/** A browser by itself, which its caller ends; `userDataDir` is a profile that outlives it. */
export const start = (name, more) => launch(name, tmpdir(), more);

function launch(name, downloads, more = {}) {
  const executablePath = PROGRAMS[name].find((file) => file && existsSync(file));
  if (!executablePath) throw new Error(`${name} is not installed; set ${name.toUpperCase()} to its path`);
  return puppeteer.launch({
    browser: name === "firefox" ? "firefox" : "chrome",
    executablePath,
    headless: true,
    ...more,
    args: name === "chromium" ? CHROMIUM_FLAGS : [],
    extraPrefsFirefox: {
      "browser.download.folderList": 2,
      "browser.download.dir": downloads,
      "browser.download.always_ask_before_handling_new_types": false,
      "browser.download.alwaysOpenPanel": false,
      "network.dns.localDomains": LAN,
      // So that the leak trial can hear WebRTC on this machine.
      "media.peerconnection.ice.loopback": true,
    },
  });
}

async function allowDownloads(browser, profile, downloads) {
  const session = await browser.target().createCDPSession();
  await session.send("Browser.setDownloadBehavior", {
    behavior: "allow",
    downloadPath: downloads,
    browserContextId: profile.id,
  });
}

/** Ends every browser that was started here. Test files do it by themselves; scripts call it. */
export async function closeAll() {
  await Promise.all([...running.values()].map(async (browser) => (await browser).close()));
  running.clear();
  if (downloads) await rm(await downloads, { recursive: true, force: true });
}

if (process.env.NODE_TEST_CONTEXT) after(closeAll);

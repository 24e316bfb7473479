import puppeteer from "puppeteer-core";
import { SITE } from "./harness.mjs";
import { serve } from "./host.mjs";
const host = await serve({ root: process.env.ROOT ?? SITE });
const browser = await puppeteer.launch({ executablePath: "/usr/bin/chromium", headless: true, args: ["--no-sandbox","--disable-gpu","--no-first-run"] });
const page = await browser.newPage();
await page.setViewport({ width: 412, height: 823, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true });
const s = await page.createCDPSession();
await s.send("Network.emulateNetworkConditions", { offline: false, latency: 150, downloadThroughput: 1.6e6/8, uploadThroughput: 750e3/8 });
await page.emulateCPUThrottling(4);
await page.tracing.start({ categories: ["devtools.timeline", "toplevel", "disabled-by-default-devtools.timeline", "loading", "v8", "disabled-by-default-v8.compile", "v8.wasm"] });
await page.goto(host.url, { waitUntil: "load" });
await page.waitForSelector("html[data-app=ready]");
await new Promise(r => setTimeout(r, 9000));
const trace = JSON.parse(Buffer.from(await page.tracing.stop()).toString()).traceEvents;
const nav = trace.find(e => e.name === "FunctionCall" && /app\./.test(e.args?.data?.url ?? ""));
const main = nav ?? trace.find(e => e.name === "ParseHTML");
const fcp = trace.find(e => e.name === "firstContentfulPaint")?.ts;
const tasks = trace.filter(e => e.ph === "X" && e.pid === main.pid && e.tid === main.tid && e.name === "RunTask" && (e.tdur ?? e.dur) > 25000);
const t0 = trace.find(e => e.name === "navigationStart" || e.name === "ResourceSendRequest")?.ts ?? main.ts;
for (const t of tasks) {
  const inside = trace.filter(e => e.ph === "X" && e.pid === t.pid && e.tid === t.tid && e !== t && e.ts >= t.ts && e.ts + e.dur <= t.ts + t.dur && (e.tdur ?? e.dur) > 4000);
  console.log(`at ${((t.ts - t0) / 1000).toFixed(0)} ms: wall ${(t.dur / 1000).toFixed(0)} cpu ${((t.tdur ?? 0) / 1000).toFixed(0)} ${t.ts > fcp ? "after FCP" : "before"}: ` + inside.map(e => `${e.name}${e.args?.data?.functionName ? "(" + e.args.data.functionName + ")" : ""} ${((e.tdur ?? e.dur) / 1000).toFixed(0)}`).join(", ").slice(0, 600));
}
await browser.close(); await host.close();

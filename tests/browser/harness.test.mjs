// The harness must see what it claims to see: a page that misbehaves is caught, in both browsers.

import assert from "node:assert/strict";
import { test } from "node:test";

import { journey, setStage } from "./harness.mjs";
import { poll } from "./kit.mjs";

const POLICY = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; connect-src 'none'; img-src data:"><link rel="icon" href="data:,">`;
const files = {
  "index.html": `<!doctype html><html data-app="ready">${POLICY}<title>x</title><button id="a">a</button><button id="b">b</button><script src="bad.js"></script>`,
  "bad.js": `
    document.getElementById("b").onclick = () => {
      fetch("/leak").catch(() => {});
      console.error("said aloud");
      setTimeout(() => { throw new Error("thrown"); });
    };`,
};

for (const browser of ["chromium", "firefox"]) {
  test(`${browser}: errors and violations are seen`, { timeout: 60_000 }, async () => {
    const stage = await setStage({ browser, host: { files } });
    try {
      await stage.open();
      assert.doesNotThrow(() => stage.log.verdict());
      await stage.hands.press("#b");
      const { violations, errors } = stage.log;
      await poll(() => violations.length > 0 && ["said aloud", "thrown"].every((word) => errors.some((line) => line.includes(word))));
      assert.ok(stage.log.violations.some((line) => line.includes("connect-src")), "no violation seen");
      assert.ok(stage.log.errors.some((line) => line.includes("said aloud")), "no console error seen");
      assert.ok(stage.log.errors.some((line) => line.includes("thrown")), "no uncaught error seen");
      assert.throws(() => stage.log.verdict(), /complained/);
    } finally {
      await stage.leave();
    }
  });

  test(`${browser}: a request after loading is seen by the host and the browser`, { timeout: 60_000 }, async () => {
    const stage = await setStage({ browser, host: { files: { ...files, "index.html": files["index.html"].replace(POLICY, '<link rel="icon" href="data:,">') } } });
    try {
      await stage.open();
      stage.quiet();
      await stage.hands.press("#b");
      await poll(() => stage.host.requests.includes("GET /leak") && stage.log.requests.length > 0);
      assert.ok(stage.host.requests.includes("GET /leak"));
      assert.ok(stage.log.requests.some((line) => line.endsWith("/leak")));
      assert.throws(() => stage.quiet(), /after loading/);
    } finally {
      await stage.leave();
    }
  });
}

journey("what Tab cannot reach is a failure", { host: { files } }, async (it) => {
  await it.open();
  await assert.rejects(it.hands.reach("#nowhere"), /cannot be reached/);
});

// What the browser itself saw: requests, errors, violations of the content policy.

import assert from "node:assert/strict";

/** Starts to watch a page. `base` is where the page comes from; a request to anywhere but there and the origins of
 * `friends` is noted as foreign. */
export async function watch(page, base, friends = []) {
  const log = { requests: [], foreign: [], errors: [], violations: [] };
  const homes = [base, ...friends].map((one) => (one.startsWith("file:") ? one : new URL(one).origin));
  page.on("request", (request) => {
    const url = request.url();
    if (url.startsWith("data:") || url.startsWith("blob:")) return;
    log.requests.push(`${request.method()} ${url}`);
    if (!homes.some((home) => url.startsWith(home))) log.foreign.push(url);
  });
  page.on("console", (message) => {
    if (message.type() === "error") log.errors.push(`console: ${message.text()}`);
    if (message.text().startsWith(VIOLATION)) log.violations.push(message.text());
  });
  page.on("pageerror", (error) => log.errors.push(`uncaught: ${error?.message ?? error}`));
  await page.evaluateOnNewDocument(reportViolations, VIOLATION);
  log.verdict = (tolerate) => verdict(log, tolerate);
  return log;
}

const VIOLATION = "policy violation:";

/** Runs in the page. */
function reportViolations(prefix) {
  document.addEventListener("securitypolicyviolation", (event) => {
    console.info(`${prefix} ${event.effectiveDirective} ${event.blockedURI} ${event.sample} (${event.sourceFile}:${event.lineNumber})`);
  });
}

function verdict({ errors, violations, foreign }, tolerate) {
  const bad = [...errors, ...violations, ...foreign.map((url) => `asked elsewhere: ${url}`)];
  assert.deepEqual(bad.filter((line) => !tolerate?.test(line)), [], "the browser complained");
}

// The tool goes into other hands: a trainer shows its address, sends the message, takes the single file along, and opens it
// where there is no internet.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";

import { journey, SITE } from "./harness.mjs";

const text = (page, selector = "main") => page.$eval(selector, (element) => element.textContent.replace(/\s+/g, " "));

for (const browser of ["chromium", "firefox"]) {
  journey(`${browser}: from the trainer's door to the file in hand`, { browser, tolerate: /404/ }, async ({ page, open, hands, host, shot }) => {
    await open("#/pelatih");
    await hands.press('a[href="#/bagikan"]');
    await page.waitForSelector("svg.qr");
    const address = await text(page, ".address");
    assert.equal(address.trim(), host.url);
    await shot(`share-${browser}-phone`);

    await hands.press('[data-click="copy-field pesan"]');
    await page.waitForFunction(() => /Pesan sudah (disalin|dipilih)/.test(document.querySelector("main").textContent));
    assert.ok((await page.$eval("#pesan", (field) => field.value)).includes(host.url));

    const single = (await readdir(SITE)).find((name) => /^cermin-koperasi-[0-9.]+\.html$/.test(name));
    const content = await readFile(path.join(SITE, single));
    const sum = createHash("sha256").update(content).digest("hex");
    const told = await page.$eval(".sum", (element) => element.textContent);
    assert.ok(told.includes(single) && told.includes(sum), told);
    const saved = await hands.saved(() => hands.press(`a[download="${single}"]`));
    assert.equal(createHash("sha256").update(await readFile(saved.file)).digest("hex"), sum);
  });
}

journey("the file says that it is what one shares", { file: true }, async ({ page, open }) => {
  await open("#/bagikan");
  assert.match(await text(page), /Berkas ini sendiri yang dibagikan/);
  assert.equal(await page.$(".address"), null);
});

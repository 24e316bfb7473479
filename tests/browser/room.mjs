// What the journeys of a workshop share: boards with their answers, the codes they carry, and what a hand drops on the page.

import { readFile } from "node:fs/promises";

import jsQR from "jsqr";
import { PNG } from "pngjs";

/** An invented cooperative, whole; here it plays a real one, which carries no mark of invention. */
export const { roomMark: invented, ...sample } = JSON.parse(await readFile(new URL("../../src/page/samples/rat-terlambat.json", import.meta.url), "utf8"));

export const text = (page, selector = "main") => page.$eval(selector, (element) => element.textContent.replace(/\s+/g, " ").trim());
/** Waits until the screen says it. */
export const says = (page, pattern, selector = "main") =>
  page.waitForFunction((source, selector) => new RegExp(source).test(document.querySelector(selector)?.textContent ?? ""), {}, pattern.source, selector);

/** Goes to a screen; it is there once its heading has taken the focus. The page may be on its way there by itself. */
export async function go(page, hash) {
  await page.evaluate((hash) => {
    document.activeElement?.blur();
    if (location.hash === hash) document.getElementById("judul").focus();
    location.hash = hash;
  }, hash);
  await page.waitForFunction((hash) => location.hash === hash && document.activeElement.id === "judul", {}, hash);
}

/** Opens work that is pasted as text. */
export async function paste(page, work) {
  await go(page, "#/berkas");
  await page.$eval("details#teks", (details) => (details.open = true));
  await page.$eval("#tempel", (field, value) => {
    field.value = value;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }, typeof work === "string" ? work : JSON.stringify(work));
  // A file opens on what it is for: its result, its status, or its entries.
  await page.waitForFunction(() => ["#/hasil", "#/kedudukan", "#/isian"].includes(location.hash));
}

/** The groups of the code on the screen. */
export const groups = (page) => page.$$eval(".code-groups code", (all) => all.map((one) => one.textContent));
/** The code in one piece, as a QR picture says it. */
export const spoken = (code) => `CERMIN:${code.join("").replaceAll("-", "")}`;

/** What a decoder reads off a photograph of the screen. */
export async function photographed(page) {
  const picture = await page.$("svg.qr");
  await picture.scrollIntoView();
  const { data, width, height } = PNG.sync.read(Buffer.from(await picture.screenshot()));
  return jsQR(new Uint8ClampedArray(data), width, height)?.data;
}

/** A number that looks like chance and is always the same. */
export function mixed(number) {
  const first = Math.imul(number ^ (number >>> 15) ^ 0x9e3779b9, 0x85ebca6b);
  return (Math.imul(first ^ (first >>> 13), 0xc2b2ae35) ^ (first >>> 16)) >>> 0;
}

/** Another board: the same form, other answers. */
export function board(number) {
  const answers = Object.fromEntries(Object.entries(sample.answers).map(([item, answer], place) => [item, mixed(number * 1000 + place) % 10 < 3 ? "no" : answer]));
  return { ...sample, answers, profile: { ...sample.profile, name: `Koperasi Rahasia ${number}` } };
}

/** Drops files on the page, as a hand would from a folder. */
export const drop = (page, files) =>
  page.evaluate((files) => {
    const carried = new DataTransfer();
    for (const [name, content] of files) carried.items.add(new File([content], name, { type: "text/plain" }));
    const event = (type) => new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: carried });
    document.querySelector("main").dispatchEvent(event("dragover"));
    document.querySelector("main").dispatchEvent(event("drop"));
  }, files);

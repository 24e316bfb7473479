// A person without a mouse: everything is reached with Tab and done with the keyboard.

import assert from "node:assert/strict";
import { readdir, readFile, rename, stat } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** More presses of Tab than any screen has stops. */
const MANY = 400;
/** A list goes on with what was typed before until it has forgotten that, after a second. */
const FORGETS = 1100;

export class Hands {
  constructor(page, downloads) {
    this.page = page;
    this.downloads = downloads;
  }

  /** Tabs forward until the element is focused; fails with the stops it passed if it cannot be reached. */
  async reach(selector) {
    const stops = [];
    for (let i = 0; i < MANY; i += 1) {
      const { hit, name } = await this.page.evaluate(focused, selector);
      if (hit) return;
      stops.push(name);
      await this.page.keyboard.press("Tab");
    }
    assert.fail(`${selector} cannot be reached with Tab; passed: ${[...new Set(stops)].slice(0, 40).join(", ")}`);
  }

  /** Reaches a button or link and presses Enter. */
  async press(selector) {
    await this.reach(selector);
    await this.page.keyboard.press("Enter");
  }

  /** Reaches a checkbox, a summary or a button and presses Space. */
  async toggle(selector) {
    await this.reach(selector);
    await this.page.keyboard.press(" ");
    await this.drawn();
  }

  /** Waits until the page has been drawn once more: what a field shows by itself comes before the screen around it. */
  drawn() {
    const frame = () => new Promise((done) => {
      requestAnimationFrame(() => setTimeout(() => setTimeout(done)));
      setTimeout(done, 400);
    });
    // The hand may have led to another page.
    return this.page.evaluate(frame).catch(() => {});
  }

  /** Leaves the field in hand, as one does before looking at what came of it. */
  async leave() {
    await this.page.keyboard.press("Tab");
    await this.drawn();
  }

  /** Reaches a field and types over what it holds. */
  async fill(selector, text) {
    await this.reach(selector);
    await this.page.keyboard.down("Control");
    await this.page.keyboard.press("a");
    await this.page.keyboard.up("Control");
    await this.page.keyboard.press("Backspace");
    if (text !== "") await this.page.keyboard.type(String(text));
  }

  /** Chooses in a group of radio buttons, as the keyboard does: Tab into the group, then the arrows. */
  async choose(name, value) {
    const group = `input[type="radio"][name="${name}"]`;
    await this.reach(group);
    // What the hand has chosen counts, not what is drawn a moment later: a language that is still on its way is drawn when it
    // has come.
    const chosen = (group) => (window.chosenByHand ?? document.querySelector(`${group}:checked`)?.value);
    const note = () => document.addEventListener("change", (event) => (window.chosenByHand = event.target.value), { capture: true, once: true });
    await this.page.evaluate(() => delete window.chosenByHand);
    const press = async (key) => {
      await this.page.evaluate(note);
      await this.page.keyboard.press(key);
    };
    if (!(await this.page.$(`${group}:checked`))) await press(" ");
    for (let i = 0; i < 20; i += 1) {
      if ((await this.page.evaluate(chosen, group)) === value) return this.drawn();
      await press("ArrowDown");
    }
    assert.fail(`radio group ${name} has no choice ${value}`);
  }

  /** Fills the boxes of a day, as it is written here: day, month by its name, year. `2025-12-31`. */
  async day(id, value) {
    const [year, month, day] = value.split("-");
    await this.fill(`[id="${id}"]`, Number(day));
    const list = `[id="${id}-month"]`;
    await this.select(list, await this.page.$eval(list, (list, month) => [...list.options].find(({ value }) => value === month).label, month));
    await this.fill(`[id="${id}-year"]`, year);
    await this.leave();
  }

  /** The day that stands in the boxes: `2025-12-31`. */
  async dayOf(id) {
    const parts = await Promise.all(["-year", "-month", ""].map((part) => this.page.$eval(`[id="${id}${part}"]`, ({ value }) => value)));
    return parts.map((part) => part.padStart(2, "0")).join("-");
  }

  /** Chooses in a list (`<select>`) by the start of what it shows. */
  async select(selector, label) {
    await this.reach(selector);
    if (this.list?.selector === selector) await pause(Math.max(0, this.list.at + FORGETS - Date.now()));
    await this.page.keyboard.type(label);
    this.list = { selector, at: Date.now() };
  }

  /** Does `act` and hands back the file that the browser saved because of it: `{ name, text }`. */
  async saved(act) {
    // A file of the same name may be written over, so what lies there is moved out of the way.
    for (const name of await readdir(this.downloads)) {
      await rename(path.join(this.downloads, name), path.join(this.downloads, `${Date.now()} ${name}`)).catch(() => {});
    }
    const before = new Set(await readdir(this.downloads));
    await act();
    for (let i = 0; i < 600; i += 1) {
      const name = (await readdir(this.downloads)).find((name) => !before.has(name) && !/\.(crdownload|part)$/.test(name));
      const file = name && path.join(this.downloads, name);
      if (file && (await stat(file)).size > 0) return { name, file, text: await readFile(file, "utf8") };
      await pause(100);
    }
    return assert.fail("no file was saved within a minute");
  }

  /** Does `act`, which opens the file chooser, and chooses `file` there. */
  async opened(act, file) {
    const [chooser] = await Promise.all([this.page.waitForFileChooser(), act()]);
    await chooser.accept([file]);
  }
}

/** Runs in the page: is the focused element the one meant, and what is it called? */
function focused(selector) {
  const element = document.activeElement;
  const text = (element.textContent ?? "").trim().slice(0, 30);
  const name = `${element.localName}${element.id ? `#${element.id}` : ""}${element.name ? `[${element.name}]` : ""} ${text}`;
  return { hit: element.matches(selector), name: name.trim() };
}

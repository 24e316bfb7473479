// The machine's real clipboard, by real keys.

async function chord(page, key) {
  await page.keyboard.down("Control");
  await page.keyboard.press(key);
  await page.keyboard.up("Control");
}

/** Copies a text as a person does from another window, and pastes it into the field. */
export async function paste(page, field, text) {
  await page.evaluate((text) => {
    const area = Object.assign(document.createElement("textarea"), { id: "another-window", value: text });
    document.body.append(area);
    area.focus();
  }, text);
  await chord(page, "a");
  await chord(page, "c");
  await page.evaluate(() => document.getElementById("another-window").remove());
  await page.focus(field);
  await chord(page, "v");
}

/** Copies as a program does that writes text and HTML, and pastes it into the field. */
export async function pasteRich(page, field, text, html) {
  await page.evaluate((text, html) => {
    const area = Object.assign(document.createElement("textarea"), { id: "another-window", value: "x" });
    area.addEventListener("copy", (event) => {
      event.clipboardData.setData("text/plain", text);
      event.clipboardData.setData("text/html", html);
      event.preventDefault();
      event.stopPropagation();
    });
    document.body.append(area);
    area.focus();
  }, text, html);
  await chord(page, "a");
  await chord(page, "c");
  await page.evaluate(() => document.getElementById("another-window").remove());
  await page.focus(field);
  await chord(page, "v");
}

import { appear, go, sample, screens } from "./appearance.mjs";
import { closeAll } from "./browsers.mjs";
import { DESKTOP, PHONE, PROJECTOR, setStage } from "./harness.mjs";
const [size, look, lang, which, out] = process.argv.slice(2);
const SIZES = { phone: { ...PHONE, deviceScaleFactor: 1 }, desktop: DESKTOP, projector: PROJECTOR };
const state = which === "empty" ? undefined : await sample(which);
const stage = await setStage({ size: SIZES[size], state });
const only = process.env.ONLY?.split(" ");
await stage.open("", { search: lang === "en" ? "?lang=en" : "" });
await appear(stage.page, look);
await new Promise(r => setTimeout(r, 3000));
const named = (hash) => hash.replace(/[^\w.]+/g, "-").replace(/^-|-$/g, "") || "awal";
let at = 0;
for (const hash of (only ?? await screens())) {
  try {
    await go(stage.page, hash);
    const whole = await stage.page.evaluate(() => [document.documentElement.scrollHeight, document.documentElement.scrollWidth]);
    const max = size === "phone" ? 2220 : 1600;
    const height = Math.min(Math.max(whole[0], SIZES[size].height), max);
    if (height > SIZES[size].height) await stage.page.setViewport({ ...SIZES[size], height });
    await stage.page.screenshot({ path: `${out}/${String(at++).padStart(3, "0")}-${named(hash)}.png` });
    if (height > SIZES[size].height) await stage.page.setViewport(SIZES[size]);
    console.log(hash, whole.join("x"));
  } catch (error) { console.log(hash, "!", error.message.slice(0, 200)); }
}
await stage.leave(); await closeAll();

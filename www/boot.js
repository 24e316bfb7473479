// Wakes the page: unpacks the module that lies in this script and hands the page over to it. Runs inside the build's
// one function, where `packed` (the module), `languages`, `rest`, `unpack`, `cermin` (the glue), `themes` and
// the frame's messages are known.
//
// Whatever fails, the pre-rendered page stays readable and one plain sentence says why. Nothing here can send or fetch.
// `<html data-app>` tells the style and the tests how it went: ready, unable or failed.

// As start.js does where it comes first.
window.onclick = ({ target }) => (window.pressed = target.closest("[data-click]"));

const worker = document.currentScript && document.currentScript.dataset.worker;

// Settings in the address (`?lang=en`): only these names with only these values, handed on as `<html data-…>`. The
// tokens of theme.js may stand there too (`&brand=0b5c50`).
const SETTINGS = {
  lang: ["id", ...Object.keys(languages)],
  theme: THEMES,
  mode: ["embed", "projector", "shared"],
};

function readSettings(search) {
  const asked = new URLSearchParams(search);
  for (const [name, values] of Object.entries(SETTINGS)) {
    const value = asked.get(name);
    if (values.includes(value)) root.dataset[name] = value;
  }
  const tokens = Object.fromEntries(TOKENS.filter((name) => asked.has(name)).map((name) => [name, asked.get(name)]));
  if (Object.keys(tokens).length > 0) themes.set(undefined, tokens);
}

function show(id) {
  const notice = document.getElementById(id);
  if (notice) notice.hidden = false;
}

async function boot() {
  readSettings(window.location.search);
  if (savesData()) root.dataset.saves = "";
  listenToHost();
  if (typeof WebAssembly !== "object") throw new WebAssemblyMissing("WebAssembly");
  // Whoever comes for a screen of the rest begins there; without it the first part says why that is not to be had.
  if (rest && rest.screens.includes(window.location.hash.split("/")[1])) {
    const whole = await awakeRest().catch(() => {});
    if (whole) return whole.start(undefined, rest.help);
  }
  const module = await unpackFirst();
  await cermin(module).catch((error) => {
    // What came damaged is no fault of the browser.
    throw sum(module) === packedSum ? new WebAssemblyMissing(String(error)) : error;
  });
  if (languages.style) await dress(languages.style.packed);
  cermin.start(undefined, languages.help.packed && (await unpackedText(languages.help.packed)));
}

// The module of this script, which the whole was packed after.
let first;

function unpackFirst() {
  first ||= unpack(packed);
  return first;
}

// Adler's sum, as the build wrote it of the module.
function sum(bytes) {
  let [low, high] = [1, 0];
  for (const byte of bytes) {
    low = (low + byte) % 65521;
    high = (high + low) % 65521;
  }
  return high * 65536 + low;
}

// The style of the rest travels packed, behind the others and before what an office wishes. A rule may come from a script:
// no policy forbids it. A browser that knows no sheets without an element adds it to the last of its own.
async function dress(packed) {
  const style = await unpackedText(packed);
  if (!style) return;
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    document.adoptedStyleSheets = [sheet, ...document.adoptedStyleSheets];
  } catch {
    const sheet = [...document.styleSheets].pop();
    sheet.insertRule(`@media all{${style}}`, sheet.cssRules.length);
  }
}

// The page is two modules: this script holds the part that a first visit needs. `rest` says where the script of
// the whole lies, and which screens need it; the single file has no rest, it holds the whole. The script of the whole has
// one line, which calls `cerminRest` with what makes its glue.
globalThis.cerminRest = (make) => {
  rest.make = make;
};

// It comes once, however many screens ask for it while it is on its way; after a failure the next one tries anew.
function awakeRest() {
  rest.coming ||= fetchRest().catch((error) => {
    rest.coming = undefined;
    throw error;
  });
  return rest.coming;
}

// Its file, which changes nothing until it is awoken, and the words that it speaks besides: a server hears of both at once, and
// not of when they are of use.
function bringRest() {
  bring(languages.help);
  rest.file ||= loaded("script", { src: rest.at });
  rest.file.catch(() => (rest.file = undefined));
  return rest.file;
}

async function fetchRest() {
  await bringRest();
  const [glue, packed, style] = rest.make(loadLanguage, device, loaded, keepLater, unpack, drawn, sealer, opener, scanner);
  const help = new Promise((done) => loadLanguage("help", done));
  await dress(style);
  await glue(await unpack(packed, await unpackFirst()));
  // It speaks these words.
  rest.help = await help;
  if (!rest.help) throw new Error("help");
  keepRest();
  return glue;
}

// An element of the head that fetches something of ours, and has done its work then.
function loaded(name, content) {
  return new Promise((resolve, reject) => {
    const element = Object.assign(document.createElement(name), content);
    element.onload = () => {
      element.remove();
      resolve();
    };
    element.onerror = () => {
      element.remove();
      reject(new Error(name));
    };
    document.head.append(element);
  });
}

// The first part asks for the whole here, which goes on with what `give` returns. `done` hears why that failed, and how:
// `said` is a sentence for the reader, `outdated` that the site answered and has another version by now.
function loadRest(give, done) {
  awakeRest().then(
    (whole) => {
      try {
        if (!rest.started) whole.start(give(), rest.help);
        rest.started = true;
      } catch (error) {
        return done(String(error), "said");
      }
      done(undefined, "");
    },
    // What the browser notes of its requests comes a moment later.
    (error) => setTimeout(() => done(String(error), isGone(rest.at) ? "outdated" : "missing"), 100),
  );
}

// To the version that the site has now: the worker that keeps this one would only give it back.
async function loadAnew() {
  const container = navigator.serviceWorker;
  const registration = container && (await container.getRegistration());
  if (registration) {
    await registration.update();
    const next = registration.waiting || registration.installing;
    const come = next && new Promise((done) => container.addEventListener("controllerchange", done, { once: true }));
    const take = () => next.state === "installed" && next.postMessage("switch");
    if (next) {
      next.addEventListener("statechange", take);
      take();
      // A version that cannot be had leaves this one.
      await Promise.race([come, new Promise((done) => setTimeout(done, 10_000))]);
    }
  }
}

device.reload = () => void loadAnew().catch(() => {}).then(() => window.location.reload());

// Whether the site answered, but has no such file any more.
function isGone(name) {
  const asked = performance.getEntriesByName(new URL(name, document.baseURI).href).pop();
  return !!asked && asked.responseStatus >= 400;
}

// Languages that are not in the module: `languages` says of each where its script lies (`at`), or holds it (`packed`), as
// the single file does. Such a script has one line, which calls `cerminLanguage`.
globalThis.cerminLanguage = (code, packed) => {
  languages[code].packed = packed;
};

// The module asks for a language here; `done` gets its text, or nothing.
function loadLanguage(code, done) {
  const language = languages[code];
  const finish = () => unpackedText(language.packed).then(done);
  bring(language).then(finish);
}

// Several may ask before it is there; who asks after a failure tries anew.
async function bring(language) {
  if (language.packed) return;
  const over = () => (language.coming = undefined);
  language.coming ||= loaded("script", { src: language.at }).then(() => void keepLater(language.at), () => {}).then(over);
  return language.coming;
}

async function unpackedText(packed) {
  try {
    return packed && new TextDecoder().decode(await unpack(packed));
  } catch {
    // Not what the build wrote: as good as nothing.
  }
}

// On a first visit the worker is not in between yet, so it is told what to keep; on a shared computer nothing.
const keepsNothing = () => !worker || root.dataset.mode === "shared" || !("serviceWorker" in navigator);

// Nobody waits for it: where no worker comes to work, it is never ready.
async function keepLater(name) {
  try {
    if (!keepsNothing()) (await navigator.serviceWorker.ready).active.postMessage(name);
  } catch {
    // A device that lacks workers, or throws at their name, keeps nothing.
  }
}

function keepRest() {
  if (rest) [rest.at, sealer.at, opener.at].forEach(keepLater);
}

// Every screen has the sentences of the line about days without a network; the style shows the one that is named here:
// ready, fetching, missing, inside (a single file holds all) or unable (nothing is kept).
function sayOffline(state, missing) {
  root.dataset.offline = state;
  if (missing) root.style.setProperty("--missing", `"${Math.ceil(missing / 1000)} kB"`);
}

// A second in which nobody does anything.
function calm() {
  return new Promise((resolve) => {
    const signs = ["pointerdown", "keydown", "input", "scroll"];
    let waiting;
    const wait = () => {
      clearTimeout(waiting);
      waiting = setTimeout(end, 1000);
    };
    const end = () => {
      signs.forEach((sign) => window.removeEventListener(sign, wait, true));
      resolve();
    };
    signs.forEach((sign) => window.addEventListener(sign, wait, true));
    wait();
  });
}

const savesData = () => navigator.connection && navigator.connection.saveData;

// All that comes later is fetched in one go, so that a server learns nothing of which screens a board opens, and a day
// without a network lacks nothing. Who saves data presses for it.
function keepAllLater(container) {
  let waits = !savesData();
  const fetchAll = () => {
    waits = false;
    sayOffline("fetching");
    keepLater("all");
  };
  container.addEventListener("message", ({ data: { missing, coming } }) => {
    sayOffline(missing === 0 ? "ready" : waits || coming ? "fetching" : "missing", missing);
  });
  container.startMessages();
  window.addEventListener("appinstalled", fetchAll);
  window.addEventListener("click", ({ target }) => {
    if (!target.closest("[data-keep]")) return;
    // The button goes; the keyboard stays on the line.
    target.closest(".offline").focus();
    fetchAll();
  });
  if (waits) sayOffline("fetching");
  keepLater("missing");
  if (waits) calm().then(fetchAll);
}

class WebAssemblyMissing extends Error {}

// The page works without a worker: it only makes the next visit work without a network. Frames get none: their storage
// is the host's business. On a shared computer nothing is kept at all. A new version waits until it is asked for.
async function keepOffline() {
  if (!rest) return sayOffline("inside");
  if (framed || keepsNothing()) {
    // There is no store to hold it, yet a server need not hear when a board comes to its books.
    if (!savesData()) calm().then(bringRest).catch(() => {});
    return sayOffline("unable");
  }
  const container = navigator.serviceWorker;
  const registration = await container.register(worker, { updateViaCache: "none" });
  keepAllLater(container);
  const offerIfWaiting = () => {
    if (registration.waiting && container.controller) offer(registration);
  };
  offerIfWaiting();
  registration.addEventListener("updatefound", () => {
    const { installing } = registration;
    installing.addEventListener("statechange", () => {
      offerIfWaiting();
      if (installing.state === "redundant" && !registration.active) sayOffline("unable");
    });
  });
}

function offer(registration) {
  show("update");
  const now = document.getElementById("update-now");
  // The press must not move what is pressed: the field before it tells of its change, and the page is drawn anew, when the
  // press is over.
  now.onmousedown = (event) => event.preventDefault();
  now.onclick = () => {
    if (document.activeElement) document.activeElement.blur();
    navigator.serviceWorker.addEventListener("controllerchange", () => window.location.reload(), { once: true });
    if (registration.waiting) registration.waiting.postMessage("switch");
  };
}

// Offered once, where there is something worth coming back to: at the score. A browser that does not ask, or a device that
// keeps nothing, hears nothing of it.
const OFFERED = "cermin-koperasi.1.pasang";
// A record as keeping/record.rs writes it: the first, of the text `1`.
const ONCE = "cermin-koperasi 1 1 0 83dcefb7\n1";

function offerInstalling() {
  let asking;
  const offer = async () => {
    if (!asking || window.location.hash !== "#/hasil" || keepsNothing()) return;
    // Where it could not be remembered, nothing is offered.
    if (await device.recall(OFFERED).catch(() => ONCE)) return;
    device.keep(OFFERED, ONCE);
    show("install");
  };
  window.addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    asking = event;
    offer();
  });
  window.addEventListener("hashchange", offer);
  const answer = (event) => {
    document.getElementById("install").hidden = true;
    // A browser may refuse to ask again.
    if (event.target.id === "install-now") Promise.resolve(asking.prompt()).catch(() => {});
  };
  for (const id of ["install-now", "install-later"]) document.getElementById(id).onclick = answer;
}

// Paper has no folds: what must be read there is unfolded while it is printed.
const folds = (state) => document.querySelectorAll(`details[data-print="${state}"]`);

window.addEventListener("beforeprint", () => folds("shut").forEach((fold) => {
  if (fold.open) return;
  fold.dataset.print = "open";
  fold.open = true;
}));
window.addEventListener("afterprint", () => folds("open").forEach((fold) => {
  fold.dataset.print = "shut";
  fold.open = false;
}));

// A page whose module has died keeps nothing more, and must not look as if it did: it says that it has stopped, what is safe,
// and hands out the work as it last had it. Errors of a browser's own additions are no errors of the page.
function stop(why) {
  if (root.dataset.app === "stopped") return;
  root.dataset.app = "stopped";
  const part = (id) => document.getElementById(id);
  part("app").hidden = true;
  part("kabar").textContent = "";
  part("stopped-why").textContent = String(why);
  part("stopped-work").value = device.work;
  part("stopped-work").hidden = part("stopped-copy").hidden = !device.work;
  part("stopped-reload").onclick = () => window.location.reload();
  show("stopped");
  part("stopped").focus();
  tell("error-code", { code: "failed" });
}

function stopOnErrors() {
  // Half a file throws as it comes, before its `onload`: whoever wanted it says so, and the page goes on.
  const isComing = (name) => [...document.head.children].some(({ src, onload }) => onload && src === name);
  window.addEventListener("error", ({ error, filename }) => {
    if (error && !/extension:/.test(filename) && !isComing(filename)) stop(error);
  });
  window.addEventListener("unhandledrejection", ({ reason }) => stop(reason));
}

boot().then(
  () => {
    root.dataset.app = "ready";
    stopOnErrors();
    // What was pressed last while nobody listened; its element may be another one by now.
    window.onclick = null;
    if (window.pressed) document.querySelector(`[data-click="${window.pressed.dataset.click}"]`)?.click();
    const build = document.querySelector("meta[name=build]");
    tell("ready", { build: build ? build.content : "" });
    if (framed) tellHeight();
    // A frame without storage throws at the first touch; a missing worker is no reason to alarm anyone.
    keepOffline().catch(() => sayOffline("unable"));
    if (!framed) offerInstalling();
  },
  (error) => {
    const unable = error instanceof WebAssemblyMissing;
    root.dataset.app = unable ? "unable" : "failed";
    const why = document.getElementById("boot-why");
    if (why) why.textContent = String(error);
    show(unable ? "boot-unable" : "boot-failed");
    tell("error-code", { code: root.dataset.app });
    if (framed) tellHeight();
  },
);

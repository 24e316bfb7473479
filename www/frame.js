// The frame's side of an embed. To the host page go five kinds of message and no more, from it come two; none ever holds
// an answer, a score, a name or an amount. `www/embed/messages.schema.json` is the whole of it.

const framed = window.parent !== window;
// The kinds of screen, filled in by the build from the page's own routes.
const KINDS = ["{{kinds}}"];

// A host may be anybody, so anybody may read this: it says nothing about the cooperative.
function tell(type, content) {
  if (framed) window.parent.postMessage({ cermin: 1, type, ...content }, "*");
}

// A screen whose length depends on the answers says one height whatever they are, and scrolls inside.
const STEADY = 800;

let told;

function measure() {
  const steady = document.querySelector("main[data-steady]");
  const height = steady ? STEADY : Math.ceil(root.getBoundingClientRect().height);
  if (height !== told) tell("height", { height });
  told = height;
}

// How tall the content is, each time it changes.
function tellHeight() {
  told = 0;
  new ResizeObserver(measure).observe(root);
}

// Whether a script of a page around this one can read what is entered here. A locked frame, and one on another site, throws.
function watched() {
  for (let page = window; page !== page.parent; ) {
    page = page.parent;
    try {
      if (page.document) return true;
    } catch (_) {
      // As it should be.
    }
  }
  return false;
}

// Who prints the page around gets only what stands in the frame, which the style says there; who prints from inside gets all.
function markOwnPrint() {
  const print = window.print.bind(window);
  window.print = () => {
    root.dataset.printing = "";
    print();
  };
  window.addEventListener("afterprint", () => delete root.dataset.printing);
}

// Which kind of screen came up, and never which question.
function tellRoute() {
  const kind = window.location.hash.split("/")[1] || "awal";
  if (KINDS.includes(kind)) tell("route", { kind });
}

// The page hears a language as it hears any button.
function speak(lang) {
  root.dataset.lang = lang;
  const button = document.createElement("button");
  button.hidden = true;
  button.dataset.click = `language ${lang}`;
  document.body.append(button);
  button.click();
  button.remove();
}

const isObject = (thing) => typeof thing === "object" && thing !== null;

// Only from the host page, only what is known, only with known values. Everything else is as if never sent.
function hear({ source, data }) {
  if (!framed || source !== window.parent || !isObject(data) || data.cermin !== 1) return;
  if (data.type === "lang" && SETTINGS.lang.includes(data.lang)) speak(data.lang);
  if (data.type === "theme") {
    const theme = ["auto", ...THEMES].includes(data.theme) ? data.theme : undefined;
    const tokens = isObject(data.tokens) ? data.tokens : undefined;
    if (theme || tokens) tell("theme-ack", themes.set(theme, tokens));
    // A wrapper that came late has missed how tall this is.
    if (told) {
      told = 0;
      measure();
    }
  }
}

// From the first moment on: what a host sends while the module still unpacks must not be lost.
function listenToHost() {
  if (!framed) return;
  root.dataset.framed = "";
  if (watched()) root.dataset.watched = "";
  if (typeof window.print === "function") markOwnPrint();
  window.addEventListener("message", hear);
  window.addEventListener("hashchange", tellRoute);
}

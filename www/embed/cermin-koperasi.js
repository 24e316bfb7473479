// <cermin-koperasi>: puts Cermin Koperasi into a page as a frame. That is all it does: it makes the frame, keeps it as
// tall as its content, and passes theme and language on. The questionnaire itself lives in the frame, where no script of
// the host page can read it. Attributes are checked: a mistake counts for nothing, and is told in words above the tool.
(function () {
  "use strict";
  const HERE = new URL(document.currentScript.src);
  const FRAME = new URL("frame.html", HERE);
  // On the tool's own origin a frame may keep nothing: with its scripts and its origin both it could undo its sandbox.
  const ELSEWHERE = HERE.origin !== window.location.origin;
  const SANDBOX = "allow-scripts allow-downloads allow-modals" + (ELSEWHERE ? " allow-same-origin" : "");

  const CHOICES = {
    screen: ["{{screens}}"],
    theme: ["auto", "light", "dark", "contrast"],
    lang: ["id", "en"],
    mode: ["embed", "projector", "shared"],
  };
  const LONGEST = { "office-name": 80, "office-contact": 120, "office-link": 200 };
  const TOKENS = ["{{tokens}}"];
  const BRAND = "brand";
  // What any element may have.
  const COMMON = /^(id|class|style|title|hidden|slot|role|dir|tabindex|(data|aria|on).*)$/;
  // A frame of less or more than this is a mistake, not a page.
  const [LOWEST, HIGHEST] = [100, 30000];
  // What of it fits on a sheet of paper beside a heading.
  const SHEET = 640;
  // The frame that stands in goes to the tool after this time; before, nobody can have answered anything in it.
  const STANDS = 3000;
  // While elements are taken up that were there before this script: only in a frame of those can somebody be at work.
  let coming = true;

  const quoted = (list) => list.join(", ");
  const WORDS = {
    title: "Cermin Koperasi: periksa kesehatan koperasi",
    fault: (count) => `Untuk pengelola situs: ${count} pengaturan salah tulis dan tidak dipakai`,
    unknown: (name) => `Atribut “${name}” tidak dikenal. Yang ada: ${quoted([...Object.keys(CHOICES), ...Object.keys(LONGEST), BRAND])}.`,
    choice: (name, value) => `Atribut ${name}="${value}" tidak dikenal. Pilihannya: ${quoted(CHOICES[name])}.`,
    length: (name, value) => `Atribut ${name} terlalu panjang: ${value.length} huruf, paling banyak ${LONGEST[name]}.`,
    link: (value) => `Atribut office-link="${value}" bukan alamat lengkap yang diawali https://.`,
    token: (name, value) => `Warna --cermin-${name}: ${value} tidak dikenal. Tulis seperti ${name === "radius" ? "8px (paling banyak 24px)" : "#0b5c50"}.`,
  };

  const read = (element, name) => (element.getAttribute(name) ?? "").trim();

  // An attribute's value, where it may be so.
  function valid(element, name) {
    const value = read(element, name);
    const fits = name in CHOICES ? CHOICES[name].includes(value) : value.length <= LONGEST[name] && (name !== "office-link" || isLink(value));
    return fits ? value : "";
  }

  // The host's tokens, as its style gives them to this element. The main colour may stand in an attribute instead, for
  // sites whose policy forbids style in the page.
  function tokens(element) {
    const style = getComputedStyle(element);
    const said = (name) => style.getPropertyValue(`--cermin-${name}`).trim() || (name === BRAND ? read(element, BRAND) : "");
    const pairs = TOKENS.map((name) => [name, said(name)]);
    return Object.fromEntries(pairs.filter(([, value]) => value !== ""));
  }

  function isLink(value) {
    try {
      return /^https:\/\/[^\s@]+$/i.test(value) && new URL(value).protocol === "https:";
    } catch (_) {
      return false;
    }
  }

  function isToken(name, value) {
    if (name !== "radius") return /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.test(value);
    return /^\d{1,2}px$/.test(value) && parseInt(value, 10) <= 24;
  }

  // Every mistake, as a sentence.
  function faults(element) {
    const known = (name) => name in CHOICES || name in LONGEST || name === BRAND || COMMON.test(name);
    const found = element.getAttributeNames().filter((name) => !known(name)).map(WORDS.unknown);
    for (const name of Object.keys(CHOICES)) {
      const value = read(element, name);
      if (value && !CHOICES[name].includes(value)) found.push(WORDS.choice(name, value));
    }
    for (const name of Object.keys(LONGEST)) {
      const value = read(element, name);
      if (value.length > LONGEST[name]) found.push(WORDS.length(name, value));
    }
    const link = read(element, "office-link");
    if (link && !isLink(link)) found.push(WORDS.link(link));
    for (const [name, value] of Object.entries(tokens(element))) {
      if (!isToken(name, value)) found.push(WORDS.token(name, value));
    }
    return found;
  }

  // The frame's address: only what was checked, each by its own name.
  function address(element) {
    const url = new URL(FRAME);
    url.searchParams.set("mode", valid(element, "mode") || "embed");
    for (const name of ["theme", "lang", ...Object.keys(LONGEST)]) {
      const value = valid(element, name);
      if (value && value !== "auto") url.searchParams.set(name, value);
    }
    for (const [name, value] of Object.entries(tokens(element))) {
      if (isToken(name, value)) url.searchParams.set(name, value.replace("#", ""));
    }
    const screen = valid(element, "screen");
    if (screen && screen !== "awal") url.hash = `#/${screen}`;
    return url.href;
  }

  // By hand and `important`, one by one: no style of the host reaches in, and no policy of the host forbids it.
  function dress(element, rules) {
    for (const [name, value] of Object.entries(rules)) element.style.setProperty(name, value, "important");
  }

  class CerminKoperasi extends HTMLElement {
    #room = this.attachShadow({ mode: "closed" });
    #frame;
    #ready = false;
    // Of a frame that was there before, and in use: the height is for its next screen, so that nothing jumps under a hand.
    #later = false;
    #hear = (event) => this.#heard(event);
    #height = "560px";
    // A frame cannot be parted between sheets: taller than one, it would leave empty ones. The frame says how to print it all.
    #shorten = () => this.#frame && dress(this.#frame, { height: `${Math.min(parseInt(this.#height, 10), SHEET)}px` });
    #restore = () => this.#frame && dress(this.#frame, { height: this.#height });

    static get observedAttributes() {
      return ["theme", "lang"];
    }

    connectedCallback() {
      dress(this, { display: "block", width: "100%" });
      window.addEventListener("message", this.#hear);
      window.addEventListener("beforeprint", this.#shorten);
      window.addEventListener("afterprint", this.#restore);
      const wrong = faults(this);
      const complaint = wrong.length > 0 ? [this.#complaint(wrong)] : [];
      const standing = this.#standing();
      this.#room.replaceChildren(...complaint, standing ? this.#adopt(standing) : this.#makeFrame());
      this.#clear();
      // Where this script stands before the element, what is in that comes later.
      document.addEventListener("DOMContentLoaded", () => this.#clear(), { once: true });
      if (standing) this.#colour();
    }

    // The frame that stood in for this script until it came late. Answers may be in it by now, which a new one would not have.
    #standing() {
      if (!coming || performance.now() < STANDS) return undefined;
      const leads = (frame) => (frame.getAttribute("srcdoc") ?? frame.src).includes("/frame.html");
      return [...this.querySelectorAll("iframe")].find(leads);
    }

    // It stays in its place, since a frame that is moved is loaded anew; and as locked as it is.
    #adopt(frame) {
      // A slot shows only what stands directly in the element.
      let child = frame;
      while (child.parentNode !== this) child = child.parentNode;
      child.slot = "frame";
      const slot = Object.assign(document.createElement("slot"), { name: "frame" });
      this.#room.replaceChildren(slot);
      this.#height = `${frame.clientHeight || parseInt(this.#height, 10)}px`;
      this.#later = true;
      this.#frame = frame;
      dress(frame, { all: "initial", display: "block", width: "100%", height: this.#height, border: "0" });
      return slot;
    }

    // A frame that stands in where this script is refused would go on unseen.
    #clear() {
      for (const frame of this.querySelectorAll("iframe")) if (frame !== this.#frame) frame.remove();
    }

    disconnectedCallback() {
      window.removeEventListener("message", this.#hear);
      window.removeEventListener("beforeprint", this.#shorten);
      window.removeEventListener("afterprint", this.#restore);
      this.#ready = this.#later = false;
    }

    attributeChangedCallback(name) {
      const value = read(this, name);
      if (this.#ready && CHOICES[name].includes(value)) this.#pass();
    }

    #makeFrame() {
      const frame = document.createElement("iframe");
      frame.title = WORDS.title;
      frame.setAttribute("sandbox", SANDBOX);
      frame.setAttribute("referrerpolicy", "no-referrer");
      frame.setAttribute("allow", "web-share *; clipboard-write *");
      dress(frame, { all: "initial", display: "block", width: "100%", height: this.#height, border: "0" });
      frame.src = address(this);
      this.#frame = frame;
      return frame;
    }

    // One line for everybody, the rest for whom it concerns.
    #complaint(wrong) {
      const box = document.createElement("details");
      box.lang = "id";
      dress(box, { display: "block", padding: "8px 16px", border: "2px solid #a32219", background: "#ffffff", color: "#16211f", font: "16px/1.5 sans-serif" });
      const lead = Object.assign(document.createElement("summary"), { textContent: WORDS.fault(wrong.length) });
      dress(lead, { cursor: "pointer" });
      const list = document.createElement("ul");
      for (const sentence of wrong) list.append(Object.assign(document.createElement("li"), { textContent: sentence }));
      box.append(lead, list);
      return box;
    }

    // Only from the frame itself, and only what the schema lists. What is not used here is ignored.
    #heard({ source, data }) {
      if (!this.#frame || source !== this.#frame.contentWindow || data?.cermin !== 1) return;
      this.#ready = true;
      if (data.type === "ready") {
        this.#later = false;
        this.#pass();
      } else if (data.type === "height" && Number.isInteger(data.height)) {
        this.#height = `${Math.min(Math.max(data.height, LOWEST), HIGHEST)}px`;
        if (!this.#later) this.#restore();
      } else if (data.type === "route") {
        if (this.#later) this.#restore();
        this.#later = false;
        // A new screen begins at its top, which may lie above what is in sight.
        if (this.getBoundingClientRect().top < 0) this.scrollIntoView();
      }
    }

    #post(message) {
      this.#frame.contentWindow.postMessage({ cermin: 1, ...message }, "*");
    }

    // The frame answers with how tall it is.
    #colour() {
      this.#post({ type: "theme", theme: valid(this, "theme") || "auto", tokens: tokens(this) });
    }

    // Theme and language as they are now. Said again on `ready`, because the frame may have missed them.
    #pass() {
      this.#colour();
      if (read(this, "lang")) this.#post({ type: "lang", lang: read(this, "lang") });
    }
  }

  if (!customElements.get("cermin-koperasi")) customElements.define("cermin-koperasi", CerminKoperasi);
  coming = false;
})();

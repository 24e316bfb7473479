// How a host page may colour the page: one of three themes by name, and up to twelve tokens (the custom properties of
// the same names in the style). What would make text hard to read is refused, pair by pair, for the theme's own colours.

const root = document.documentElement;
const THEMES = ["light", "dark", "contrast"];
const COLOURS = ["paper", "wash", "ink", "soft", "line", "brand", "brand-ink", "brand-wash", "link", "focus", "focus-ink"];
const TOKENS = [...COLOURS, "radius"];

// Text on ground, wherever the style puts one on the other. The colours of good, warn and bad are not for hosts to set,
// but they stand on grounds that are.
const READABLE = [
  "ink/paper", "ink/wash", "ink/brand-wash", "ink/good-wash", "ink/warn-wash", "ink/bad-wash", "soft/paper", "soft/wash",
  "link/paper", "link/wash", "brand/paper", "brand/brand-wash", "brand-ink/brand", "good/paper", "warn/paper",
  "bad/paper", "focus-ink/focus",
].map((pair) => pair.split("/"));
const LEAST = 4.5;

// `#abc`, `#aabbcc` or the same without `#`, as an address has it; anything else is no colour.
function colour(text) {
  const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(String(text).trim());
  if (!digits) return undefined;
  const [hex] = digits.slice(1);
  return `#${hex.length === 3 ? hex.replace(/./g, "$&$&") : hex}`.toLowerCase();
}

// Corners: 0 to 24 pixels.
function radius(text) {
  const digits = /^(\d{1,2})(px)?$/.exec(String(text).trim());
  return digits && Number(digits[1]) <= 24 ? `${Number(digits[1])}px` : undefined;
}

const tokenValue = (name, text) => (name === "radius" ? radius(text) : colour(text));

// The contrast of two colours after WCAG 2.2, from 1 to 21.
function contrast(one, other) {
  const light = (hex) => {
    const [r, g, b] = [1, 3, 5].map((at) => {
      const part = parseInt(hex.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

// Which of these tokens stay: while a pair is hard to read, both its tokens go. With none left all pairs are the
// theme's own, so this ends.
function readable(wanted, own) {
  const kept = { ...wanted };
  const value = (name) => kept[name] ?? own(name);
  const bad = ([text, ground]) => {
    const [a, b] = [value(text), value(ground)];
    return a && b && (text in kept || ground in kept) && contrast(a, b) < LEAST;
  };
  for (let pair = READABLE.find(bad); pair; pair = READABLE.find(bad)) for (const name of pair) delete kept[name];
  return kept;
}

const themes = (function () {
  let wanted = {};
  let sheet;

  // On screens only, and above the style's own rules: paper stays white.
  function put(tokens) {
    const rules = Object.entries(tokens).map(([name, value]) => `--${name}:${value};`).join("");
    if (!sheet) {
      if (rules === "") return true;
      try {
        sheet = new CSSStyleSheet();
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
      } catch (_) {
        return false;
      }
    }
    sheet.replaceSync(`@media screen{:root:root:root{${rules}}}`);
    return true;
  }

  // Names of what was refused, in the order of TOKENS.
  function apply() {
    put({});
    const style = getComputedStyle(root);
    const kept = readable(wanted, (name) => colour(style.getPropertyValue(`--${name}`)));
    const done = put(kept);
    return TOKENS.filter((name) => name in wanted && !(done && name in kept));
  }

  // Sets theme (a name, or "auto") and tokens; either may be left out. Hands back what came of it.
  function set(theme, tokens) {
    if (THEMES.includes(theme)) root.dataset.theme = theme;
    if (theme === "auto") delete root.dataset.theme;
    const refused = [];
    if (tokens) {
      wanted = {};
      for (const name of TOKENS.filter((name) => Object.prototype.hasOwnProperty.call(tokens, name))) {
        const value = tokenValue(name, tokens[name]);
        if (value) wanted[name] = value;
        else refused.push(name);
      }
    }
    return { theme: root.dataset.theme ?? "auto", refused: [...refused, ...apply()] };
  }

  // The device may turn dark while the page is open.
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", apply);
  return { set };
})();

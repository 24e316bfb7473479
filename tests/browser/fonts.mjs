// The fonts that devices have: DejaVu (a bare Linux, and 15 % wider than the others), Roboto (Android), Noto Sans (newer
// Linux and Android). One page is shown in each of them by turns, so that one load serves all.

/** The families that layouts are tried in. `cargo xtask test` installs them where it may. */
const FAMILIES = ["DejaVu Sans", "Roboto", "Noto Sans"];

/** Runs in the page: those of the families that this machine has. A missing one is drawn as whatever stands behind it. */
function present(families) {
  const brush = document.createElement("canvas").getContext("2d");
  const width = (family, behind) => {
    brush.font = `40px "${family}", ${behind}`;
    return brush.measureText("Simpanan wajib 1.386.418.750").width;
  };
  const nobody = ["monospace", "serif"].map((behind) => width("no such family", behind));
  return families.filter((family) => {
    const [one, other] = ["monospace", "serif"].map((behind) => width(family, behind));
    return one === other && (one !== nobody[0] || other !== nobody[1]);
  });
}

/** The families to be tried here, and the machine's own first. What is missing is said, so that nobody takes it for tried. */
export async function families(page) {
  const here = await page.evaluate(present, FAMILIES);
  const missing = FAMILIES.filter((family) => !here.includes(family));
  if (missing.length > 0) console.log(`  not tried in ${missing.join(" and ")}: not on this machine`);
  return [OWN, ...here];
}

/** Whatever the machine draws the page's own style with. */
const OWN = "";

/**
 * Runs in the page: by how much it is wider than its window, in each family and under each of the rules (a name and a
 * style each). Everything that folds is opened first. What is written in letters of one width stays so.
 */
export function widths(families, readers) {
  for (const fold of document.querySelectorAll("main details")) fold.open = true;
  const sheet = new CSSStyleSheet();
  const before = [...document.adoptedStyleSheets];
  document.adoptedStyleSheets = [...before, sheet];
  const found = [];
  for (const [reader, rules] of readers) {
    for (const family of families) {
      const font = family && `*:not(code, kbd, pre, textarea, .code-field) { font-family: "${family}" !important }`;
      sheet.replaceSync(`${font} ${rules}`);
      const { scrollWidth, clientWidth } = document.documentElement;
      if (scrollWidth > clientWidth) found.push(`${scrollWidth} wide of ${clientWidth} for ${reader}, in ${family || "the fonts of this machine"}`);
    }
  }
  document.adoptedStyleSheets = before;
  return found;
}

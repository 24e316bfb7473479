// The JavaScript face in Node, exactly as the README shows it: every golden case, twice two ways, against what the
// ministry's own workbook computed. Needs no browser and no npm package.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import * as books from "../../dist/pkg/books.js";
import * as cermin from "../../dist/pkg/cermin_koperasi.js";
import en from "../../dist/pkg/en.js";

const { assess, initSync, installLanguage, questionnaire, rulebooks, score } = cermin;
initSync({ module: readFileSync(new URL("../../dist/pkg/cermin_koperasi_bg.wasm", import.meta.url)) });

const golden = JSON.parse(readFileSync(new URL("../golden/kkpkk-2021-ksp12.json", import.meta.url), "utf8"));
// In the golden file `repaired` is our `definition`; the suffix `_2022` is the later edition (D44).
const WAYS = {
  worksheet: { reading: "worksheet", edition: "2021-08" },
  repaired: { reading: "definition", edition: "2021-08" },
  worksheet_2022: { reading: "worksheet", edition: "2022" },
  repaired_2022: { reading: "definition", edition: "2022" },
};

const assessment = (given, way = {}) => ({
  format: "cermin-koperasi",
  version: 1,
  rulebook: "kkpkk-2021",
  variant: "ksp12",
  ...way,
  profile: {},
  answers: Object.fromEntries(Object.entries(given.answers).map(([id, met]) => [id, met ? "yes" : "no"])),
  statements: { ...given.amounts, complete: { current: true, prior: true } },
});

const NEAR = 1e-9;
const near = (seen, wanted) => typeof seen === "number" && Math.abs(seen - wanted) <= NEAR;
const settled = (range, wanted) => near(range.low, wanted) && near(range.high, wanted);
const shown = (range) => `${range?.low} … ${range?.high}`;

/** What differs between a report and what the workbook computed. */
function differences(report, expected) {
  const faults = [];
  const check = (holds, what) => holds || faults.push(what);
  const ids = report.indicators.map(({ id }) => id).sort();
  check(String(ids) === String(Object.keys(expected.indicators).sort()), "other indicators than the workbook's");
  for (const { id, score, ratio } of report.indicators) {
    const sheet = expected.indicators[id];
    if (!sheet) continue;
    // Where the workbook shows an error, any score is possible (D18).
    if (sheet.skor === null) check(score.low === 1 && score.high === 4, `${id}: ${shown(score)}, not 1 … 4`);
    else check(score.low === sheet.skor && score.high === sheet.skor, `${id}: ${shown(score)}, not ${sheet.skor}`);
    if (sheet.ratio !== null && ratio) {
      const seen = Number(ratio.numerator) / Number(ratio.denominator);
      check(Math.abs(seen - sheet.ratio) <= NEAR * Math.max(1, Math.abs(sheet.ratio)), `${id}: ratio ${seen}, not ${sheet.ratio}`);
    }
  }
  for (const { id, ...score } of report.aspects) {
    const sheet = expected.aspects[id];
    if (sheet === null) check(score.low < score.high, `aspect ${id}: settled, though the workbook shows an error`);
    else check(settled(score, sheet), `aspect ${id}: ${shown(score)}, not ${sheet}`);
  }
  if (expected.total === null) {
    check(report.total.low < report.total.high, "the total is settled, though the workbook shows an error");
  } else {
    check(settled(report.total, expected.total), `total ${shown(report.total)}, not ${expected.total}`);
    for (const end of [report.predicate.low, report.predicate.high]) {
      check(plain(end) === expected.predicate, `predicate ${JSON.stringify(end)}, not ${expected.predicate}`);
    }
  }
  return faults;
}

/** A predicate by its name or its id: "Dalam Pengawasan Khusus", "dalam-pengawasan-khusus". */
const plain = (predicate) => String(predicate?.name ?? predicate?.id ?? predicate).toUpperCase().replace(/[-_]/g, " ");

for (const [key, way] of Object.entries(WAYS)) {
  test(`all ${golden.cases.length} golden cases, ${way.reading} of ${way.edition}`, () => {
    assert.equal(golden.cases.length, 88);
    const faults = golden.cases.flatMap((given) =>
      differences(assess(assessment(given, way)), given.expected[key]).map((fault) => `${given.name}: ${fault}`),
    );
    assert.deepEqual(faults.slice(0, 20), []);
  });
}

test("the default is the definition in the later edition", () => {
  const [given] = golden.cases;
  assert.deepEqual(differences(assess(assessment(given)), given.expected.repaired_2022), []);
});

test("an item that is not answered gives a range that holds both answers", () => {
  const [given] = golden.cases;
  const asked = (answer) => assess({ ...assessment(given), answers: { ...assessment(given).answers, "A.I.1.a": answer } });
  const [yes, no, unknown] = ["yes", "no", "unknown"].map((answer) => asked(answer).total);
  assert.ok(unknown.low <= Math.min(yes.low, no.low) && unknown.high >= Math.max(yes.high, no.high));
  const { "A.I.1.a": _, ...others } = assessment(given).answers;
  assert.deepEqual(assess({ ...assessment(given), answers: others }).total, unknown);
});

test("English answers once it is installed, and says so before", () => {
  assert.throws(() => questionnaire("kkpkk-2021", "ksp12", "en"), { code: "unknown-locale" });
  for (const wrong of [["en", "not a pack"], ["en", en.slice(0, -1000)], ["nl", en], [5, en], ["en", null]]) {
    assert.throws(() => installLanguage(...wrong), (error) => typeof error.code === "string" && error.message.endsWith("."));
  }
  assert.throws(() => questionnaire("kkpkk-2021", "ksp12", "en"), { code: "unknown-locale" });
  installLanguage("en", en);
  installLanguage("en", en);
  assert.equal(questionnaire("kkpkk-2021", "ksp12", "en").locale, "en");
});

test("the books and the questionnaire can be asked for, in both languages", () => {
  const book = rulebooks().find(({ id }) => id === "kkpkk-2021");
  assert.ok(book, "kkpkk-2021 is not among the rulebooks");
  const [indonesian, english] = ["id", "en"].map((locale) => JSON.stringify(questionnaire("kkpkk-2021", "ksp12", locale)));
  assert.notEqual(indonesian, english);
  for (const item of Object.keys(golden.cases[0].answers)) assert.ok(indonesian.includes(`"${item}"`), `${item} is not asked`);
});

// Bad input throws an Error with a readable message and a code, and the module works on afterwards.
const good = assessment(golden.cases[0]);
const BAD = {
  nothing: undefined,
  "a text": "cermin-koperasi",
  "another format": { ...good, format: "something-else" },
  "a newer version": { ...good, version: 99 },
  "an unknown rulebook": { ...good, rulebook: "kkpkk-1999" },
  "an unknown variant": { ...good, variant: "ksp99" },
  "an unknown edition": { ...good, edition: "1999" },
  "an answer of another kind": { ...good, answers: { "A.I.1.a": "maybe" } },
  "answers that are a list": { ...good, answers: ["yes"] },
  "an amount with sen": { ...good, statements: { ...good.statements, current: { kas: 1.5 } } },
  "an amount beyond counting": { ...good, statements: { ...good.statements, current: { kas: 1e300 } } },
  "an amount that is no number": { ...good, statements: { ...good.statements, current: { kas: NaN } } },
};
for (const [what, input] of Object.entries(BAD)) {
  test(`bad input is refused in words: ${what}`, () => {
    assert.throws(
      () => assess(input),
      (error) => error instanceof Error && !(error instanceof WebAssembly.RuntimeError) && error.message.length > 10 && typeof error.code === "string",
    );
    assert.ok(assess(good).total.low > 0, "the module no longer works");
  });
}

test("an unknown questionnaire is refused in words", () => {
  for (const asked of [["x", "ksp12", "id"], ["kkpkk-2021", "x", "id"], ["kkpkk-2021", "ksp12", "xx"]]) {
    assert.throws(() => questionnaire(...asked), (error) => error instanceof Error && typeof error.code === "string");
  }
});

test("a board's workbook is read and its lines find their accounts", () => {
  books.initSync({ module: readFileSync(new URL("../../dist/pkg/books_bg.wasm", import.meta.url)) });
  const folder = new URL("../golden/books/", import.meta.url);
  const { sheets } = books.readWorkbook(readFileSync(new URL("b04.xlsx", folder)));
  assert.deepEqual(sheets.map(({ name }) => name), ["Sampul", "Daftar Simpanan", "Neraca", "PHU", "Kolektibilitas"]);
  const expected = JSON.parse(readFileSync(new URL("b04.expected.json", folder), "utf8"));
  const form = { rulebook: "kkpkk-2021", variant: "ksp12", bookYearEnd: "2025-12-31" };
  const proposals = sheets.map(({ rows }) => cermin.matchBooks(rows, form));
  for (const year of ["current", "prior"]) {
    const found = Object.assign({}, ...proposals.map(({ amounts }) => amounts[year]));
    assert.deepEqual(found, Object.fromEntries(Object.entries(expected.amounts[year]).filter(([, amount]) => amount !== null)));
  }
  assert.deepEqual(proposals[2].years, { current: "2025", prior: "2024" });
  assert.deepEqual(proposals[2].findings, []);
  assert.deepEqual(proposals.flatMap(({ lines }) => lines.filter(({ certainty }) => certainty === "ask").map(({ label }) => label)), expected.must_ask);
  for (const name of ["b09.ods", "b08.csv"]) assert.ok(books.readWorkbook(readFileSync(new URL(name, folder))).sheets[0].rows.length > 20);
});

test("what is no workbook is refused with a sentence and a code, and the module works on", () => {
  const refused = (bytes, code) => assert.throws(() => books.readWorkbook(bytes), (error) => error.code === code && error.message.endsWith("."));
  refused(new TextEncoder().encode("%PDF-1.7"), "unknown");
  refused(new Uint8Array([0x50, 0x4b, 3, 4, 1]), "broken");
  refused(new Uint8Array(13 << 20), "too-large");
  refused(new TextEncoder().encode("Kas;1\n".repeat(100_000)), "too-large");
  assert.deepEqual(books.readWorkbook(new TextEncoder().encode("Kas;1\nBank;2\n")).sheets[0].rows, [["Kas", "1"], ["Bank", "2"]]);
});

// What a caller's own objects throw comes back as an error of ours, as often as one likes.
const HOSTILE = {
  "a getter that throws": (whole = good) => ({ ...whole, get answers() { throw new Error("mine"); } }),
  "a getter that throws deep inside": (whole = good) => ({ ...whole, rat: { articles: { get quorum() { throw new Error("mine"); } } } }),
  "a revoked proxy": (whole = good) => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return { ...whole, profile: proxy };
  },
  "keys that throw": (whole = good) => ({ ...whole, profile: new Proxy({}, { ownKeys() { throw new Error("mine"); } }) }),
  "a value that throws": (whole = good) => ({ ...whole, profile: new Proxy({ name: "x" }, { get() { throw new Error("mine"); } }) }),
  "a name that throws": (whole = good) => ({ ...whole, profile: { get [Symbol.toStringTag]() { throw new Error("mine"); } } }),
  "a list that throws": (whole = good) => ({ ...whole, profile: new Proxy([], { get() { throw new Error("mine"); } }) }),
  "a list that claims to be endless": (whole = good) => ({ ...whole, actions: new Proxy([], { get: (list, key) => (key === "length" ? 4e9 : list[key]) }) }),
  "a list as sparse as can be": (whole = good) => ({ ...whole, actions: new Array(4294967295) }),
  "a map": (whole = good) => ({ ...whole, answers: new Map([["A.I.1.a", "yes"]]) }),
  "a set": (whole = good) => ({ ...whole, answers: new Set() }),
  "a date": (whole = good) => ({ ...whole, profile: new Date() }),
  "an object that holds itself": (whole = good) => {
    // Its answers would be walked through at each depth anew: once is enough, below.
    const self = { ...whole, answers: {} };
    self.rat = self;
    return self;
  },
};
const refused = (error) => error instanceof Error && !(error instanceof WebAssembly.RuntimeError)
  && typeof error.code === "string" && typeof error.path === "string" && error.message !== "mine";

for (const [what, make] of Object.entries(HOSTILE)) {
  test(`a caller's object is refused with a code and its place: ${what}`, () => assert.throws(() => assess(make()), refused));
}

test("an object that holds itself and has answers is refused", () => {
  const self = { ...good };
  self.rat = self;
  assert.throws(() => assess(self), refused);
});

test("the place of a getter that throws is named", () => {
  assert.throws(() => assess(HOSTILE["a getter that throws deep inside"]()), { path: "/rat/articles/quorum" });
  assert.throws(() => assess(HOSTILE["a map"]()), { path: "/answers", code: "wrong-type" });
});

test("100,000 objects that throw leave the module as it was", () => {
  const before = JSON.stringify(assess(good));
  const makes = Object.values(HOSTILE);
  // Each of them was refused above beside a whole cooperative; a hundred thousand times a small one will do.
  const little = { ...good, answers: { "A.I.1.a": "yes" }, statements: {} };
  assess(little);
  for (let turn = 0; turn < 100_000; turn++) {
    try {
      assess(makes[turn % makes.length](little));
      assert.fail("it was taken");
    } catch (error) {
      if (!refused(error)) throw error;
    }
  }
  assert.equal(JSON.stringify(assess(good)), before);
});

test("an object of 100,000 strange keys takes time in step with its size", () => {
  const took = (count) => {
    const strange = Object.fromEntries(Array.from({ length: count }, (_, place) => [`k${place}`, place]));
    // The processor's time, whatever else the machine does.
    const before = process.cpuUsage();
    assess({ ...good, rat: { ...strange } });
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  took(1_000);
  const [small, large] = [took(10_000), took(100_000)];
  assert.ok(large < 100 * Math.max(small, 5), `${small} ms, then ${large} ms`);
});

/** What a report has, in the shape of the scores. */
const ofReport = ({ total, predicate, aspects, doubt, notices }) => {
  const ids = ({ low, high }) => ({ low: low?.id ?? null, high: high?.id ?? null });
  return {
    total,
    predicate: ids(predicate),
    aspects: Object.fromEntries(aspects.map(({ id, low, high }) => [id, { low, high }])),
    doubt: doubt && { total: doubt.total, predicate: ids(doubt.predicate) },
    notices,
  };
};

/** The same with an object's own kind, so that the module has to walk through it; so it says nothing else. */
function walked(value) {
  if (Array.isArray(value)) return value.map(walked);
  if (typeof value !== "object" || value === null) return value;
  return Object.assign(Object.create({}), Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walked(inner)])));
}

test("a report is the same whether the module reads the object as JSON or walks through it", () => {
  const { roomMark, ...sample } = JSON.parse(readFileSync(new URL("../../src/page/samples/rat-terlambat.json", import.meta.url), "utf8"));
  const odd = [
    sample,
    { ...good, strange: { "": [1.5, 1e-7, 1e21, -0, "é\u2028\"", "\ud800", "\\ud800", undefined, null, true] }, toString: "mine" },
    { ...good, answers: { "A.I.1.a": undefined, "A.I.1.b": "no" }, __proto__: null },
    { ...good, statements: { current: { kas: 0.5 } } },
    { ...good, profile: { name: "\ud83d\ude00", members: 1e3 } },
    { ...good, list: Object.assign([1, , 3], { more: 4 }), deep: JSON.parse("[".repeat(14) + "]".repeat(14)) },
  ];
  const told = (given) => {
    try {
      return assess(given);
    } catch (error) {
      if (!refused(error)) throw error;
      return { code: error.code, path: error.path, message: error.message };
    }
  };
  for (const given of [...golden.cases.map((one) => assessment(one)), ...odd]) assert.deepEqual(told(given), told(walked(given)));
  // What says something else of itself is not taken at its word for JSON.
  for (const liar of [{ ...good, toJSON: () => ({}) }, { ...good, [Symbol.toStringTag]: "Map" }, { ...good, when: new Date(0) }]) assert.throws(() => assess(liar), refused);
});

test("a score alone is that of the report, over all golden cases, both forms, readings and editions", () => {
  const cases = [...golden.cases.map((given) => assessment(given)), ...real.cases.map((given) => realSector(given, "definition"))];
  for (const edition of ["2021-08", "2022", undefined]) {
    for (const reading of ["definition", "worksheet", undefined]) {
      for (const one of cases) {
        const given = { ...one, edition, reading };
        assert.deepEqual(score(given), ofReport(assess(given)));
      }
    }
  }
});

test("a score alone of anything odd is what the report says of it", () => {
  const odd = {
    ...BAD,
    ...Object.fromEntries(Object.entries(HOSTILE).map(([what, make]) => [what, make()])),
    "an unknown item": { ...good, answers: { ...good.answers, "Z.9": "yes" } },
    "an unknown account": { ...good, statements: { current: { emas: 5 }, prior: null } },
    "amounts that wait": { ...good, statements: { ...good.statements, waiting: { current: { kas: "1,5 juta" } } } },
    "unknown amounts": { ...good, statements: { current: { kas: "unknown", giro: null, tanah: undefined } } },
    "answers without a prototype": { ...good, answers: Object.assign(Object.create(null), good.answers) },
    "nothing said": { format: "cermin-koperasi", version: 1, rulebook: "kkpkk-2021", variant: "riil12", answers: null, statements: null },
    "an answer that is not offered": { ...good, answers: { "A.I.1.a": "not-applicable" } },
    "a version that is no number": { ...good, version: "1" },
    "a book that is complete in a word": { ...good, statements: { complete: { current: "yes" } } },
    "a large whole number": { ...good, statements: { current: { kas: 5n, giro: 2 ** 53 } } },
  };
  // What does not count for a score is not looked at.
  const counted = (given) => {
    if (typeof given !== "object" || given === null) return given;
    const { format, version, rulebook, variant, edition, reading, answers, statements } = given;
    return { format, version, rulebook, variant, edition, reading, answers, statements };
  };
  const outcome = (work) => {
    try {
      return work();
    } catch (error) {
      if (!refused(error)) throw error;
      return { code: error.code, path: error.path, message: error.message };
    }
  };
  for (const [what, given] of Object.entries(odd)) {
    const seen = outcome(() => score(given));
    if (/getter that throws$/.test(what)) assert.deepEqual({ code: seen.code, path: seen.path }, { code: "unreadable", path: "/answers" });
    else assert.deepEqual(seen, outcome(() => ofReport(assess(counted(given)))), what);
  }
});

test("a score alone refuses nothing that does not count for it", () => {
  const strange = { ...good, profile: { level: 7 }, rat: { level: NaN }, get actions() { throw new Error("mine"); } };
  assert.throws(() => assess(strange), refused);
  assert.deepEqual(score(strange), score(good));
});

const real = JSON.parse(readFileSync(new URL("../golden/kkpkk-2021-riil12.json", import.meta.url), "utf8"));
const realSector = (given, reading) => ({
  format: "cermin-koperasi",
  version: 1,
  rulebook: "kkpkk-2021",
  variant: "riil12",
  reading,
  profile: {},
  answers: given.answers,
  statements: { ...given.statements, complete: { current: true, prior: true } },
});

/** What differs between a score and what a case lists: only what departs from `expected` stands under its own name. */
function departures(seen, own, expected) {
  const ends = own?.range?.total ?? (own?.total ? [own.total, own.total] : expected.range?.total ?? [expected.total, expected.total]);
  // The file rounds to ten decimals.
  const holds = [seen.total.low, seen.total.high].every((end, place) => Math.abs(end - Number(ends[place])) <= 1e-9);
  const scores = { ...expected.indicators, ...own?.indicators_different };
  const wrong = Object.entries(seen.indicators).filter(([id, score]) => {
    const [low, high] = scores[id] === null ? [1, 4] : [scores[id], scores[id]];
    return score.low !== low || score.high !== high;
  });
  return [...(holds ? [] : [`${shown(seen.total)}, not ${ends}`]), ...wrong.map(([id, score]) => `${id}: ${shown(score)}`)];
}

test("all 24 golden cases of the real sector, both readings, and every doubt", () => {
  assert.equal(real.cases.length, 24);
  const faults = [];
  for (const given of real.cases) {
    for (const [reading, own] of [["definition", undefined], ["worksheet", given.worksheet]]) {
      const report = assess(realSector(given, reading));
      const indicators = Object.fromEntries(report.indicators.map(({ id, score }) => [id, score]));
      faults.push(...departures({ total: report.total, indicators }, own, given.expected).map((one) => `${given.id} ${reading} ${one}`));
      if (reading !== "definition") continue;
      assert.deepEqual(report.doubt.by.map(({ id }) => id), ["R01", "R02", "R03", "R14", "R18"]);
      for (const by of report.doubt.by) {
        const moved = { ...indicators, ...Object.fromEntries(by.indicators.map(({ id, score }) => [id, score])) };
        const own = given.alternatives?.[`ALT-${by.id}`];
        faults.push(...departures({ total: by.total, indicators: moved }, own, given.expected).map((one) => `${given.id} ${by.id} ${one}`));
        assert.ok(report.doubt.total.low <= by.total.low && by.total.high <= report.doubt.total.high);
      }
    }
  }
  assert.deepEqual(faults, []);
  assert.equal(assess(good).doubt, null);
});

// `cargo xtask bench` runs this: every rival in turn, round by round, medians, ratios first. Writes tests/bench.md.
//
//     node bench.mjs PATH_OF_THE_NATIVE_SIDE

import { strict as assert } from "node:assert";
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

import * as cermin from "../../dist/pkg/cermin_koperasi.js";
import { engine } from "./engine.mjs";
import { handmade } from "./handmade.mjs";
import { rules } from "./rules.mjs";
import { spreadsheet, workbook } from "./spreadsheet.mjs";

const here = (path) => new URL(path, import.meta.url);
const ROUNDS = 15;
/** How long one turn of a rival should take, so that the clock's grain does not matter. */
const TURN = 40;
const NEAR = 1e-8;
const TODAY = "2026-11-28";

const wasm = cermin.initSync({ module: readFileSync(here("../../dist/pkg/cermin_koperasi_bg.wasm")) });

const golden = JSON.parse(readFileSync(here("../golden/kkpkk-2021-ksp12.json"), "utf8")).cases;
const everybody = golden.map(({ name, kind, answers, amounts }) => ({ name, kind, given: assessment(answers, amounts) }));
// A rival knows no ranges: only cooperatives whose score is settled are compared.
const cases = everybody.filter(({ given }) => {
  const { total } = cermin.assess(given);
  return total.low === total.high;
});
const book = rules(here("../../src/rulebook/books/kkpkk-2021.toml"));
const total = ({ low }) => low;
const ratios = book.aspects.flatMap((aspect) => aspect.indicators.filter((one) => one.tree).map(({ id }) => id));

/** The ministry's workbook, as our stand-in has it; its formulas are of the worksheet reading. */
const WORKBOOK = "spreadsheet engine, the workbook";
const rivals = {
  "score only (module)": (given) => total(cermin.score(given).total),
  "explained report (module)": (given) => total(cermin.assess(given).total),
  [WORKBOOK]: undefined,
  "spreadsheet engine, the rules alone": spreadsheet(book),
  "rules engine": engine(book),
  "hand-tuned JavaScript": handmade(book).total,
};

function assessment(answers, amounts) {
  const said = Object.entries(answers).map(([id, met]) => [id, met ? "yes" : "no"]);
  return {
    format: "cermin-koperasi",
    version: 1,
    rulebook: "kkpkk-2021",
    variant: "ksp12",
    profile: {},
    answers: Object.fromEntries(said),
    statements: { ...amounts, complete: { current: true, prior: true } },
  };
}

const questions = cermin.questionnaire("kkpkk-2021", "ksp12", "id");

/** What counts of an assessment as one list of numbers, as the package hands it into its module (`src/api/quick.rs`). */
function gathered({ answers, statements: { current, prior } }) {
  const codes = ["yes", "no", "unknown", "not-applicable"];
  const { editions } = questions;
  const items = ids.items.map((id) => 1 + codes.indexOf(answers[id]));
  const amounts = (book) => ids.accounts.map((id) => book[id] ?? NaN);
  return Float64Array.of(0, editions.length - 1, 0, 1, 1, ...items, ...amounts(current), ...amounts(prior));
}
/** Looks up every value that counts, and does nothing with it. */
function named({ answers, statements: { current, prior } }) {
  for (const id of ids.items) sink = answers[id];
  for (const id of ids.accounts) sink = current[id];
  for (const id of ids.accounts) sink = prior[id];
}
const ids = {
  items: questions.aspects.flatMap(({ subaspects }) =>
    subaspects.flatMap(({ indicators }) => indicators.flatMap(({ items }) => items.map(({ id }) => id)))),
  accounts: questions.groups.flatMap(({ accounts }) => accounts.map(({ id }) => id)),
};
let sink;

/** The module's own part of a score, without the way of an object into it and of numbers out. */
function bare(list) {
  const at = wasm.__wbindgen_malloc(list.byteLength, 8);
  new Float64Array(wasm.memory.buffer, at, list.length).set(list);
  const [from, length] = wasm.quickScore(at, list.length);
  const low = new Float64Array(wasm.memory.buffer, from, 1)[0];
  wasm.__wbindgen_free(from, length * 8, 8);
  return low;
}

/** Every rival must come to our total. Doubles may fall on the other side of a limit: that is counted, not forgiven. */
async function agreement() {
  const lines = [];
  for (const [name, rival] of Object.entries(rivals)) {
    const other = [];
    for (const { name: id, kind, given } of cases) {
      const seen = await rival(given);
      const ours = cermin.assess(name === WORKBOOK ? { ...given, reading: "worksheet" } : given);
      if (!(Math.abs(seen - total(ours.total)) <= NEAR)) other.push({ id, kind });
    }
    const apart = other.map(({ id }) => id).join(", ");
    lines.push(`| ${name} | ${cases.length - other.length} of ${cases.length} | ${apart} |`);
    const honest = name === "rules engine" ? other.every(({ kind }) => kind !== "realistic") : other.length === 0;
    assert(honest, `${name} comes to other totals: ${apart}`);
  }
  return lines;
}

const median = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];

/** Microseconds for one cooperative. */
async function timed(work, times) {
  const start = performance.now();
  for (let turn = 0; turn < times; turn++) for (const { given } of cases) await work(given);
  return ((performance.now() - start) * 1000) / (times * cases.length);
}

/** The native side, which does what a line says and answers with its time. */
function native(program) {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  const [file, lists] = ["cooperatives.txt", "gathered.txt"].map((name) => join(folder, name));
  writeFileSync(file, cases.map(({ given }) => JSON.stringify(given)).join("\n"));
  writeFileSync(lists, cases.map(({ given }) => gathered(given).join(" ")).join("\n"));
  const child = spawn(program, [file, lists], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async workbook() {
      child.stdin.write("workbook\n");
      return JSON.parse((await lines.next()).value);
    },
    /** Microseconds for one piece of the work. */
    async turn(name, count) {
      child.stdin.write(`${name} ${count}\n`);
      const [nanoseconds, done] = (await lines.next()).value.split(" ").map(Number);
      return nanoseconds / 1000 / done;
    },
    end() {
      child.stdin.end();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Rounds in turn, one rival after the other; the median of each. */
async function rounds(works, how = ROUNDS) {
  const times = new Map();
  for (const [name, work] of works) {
    const once = Math.max(await work(1), 0.01);
    times.set(name, { count: Math.max(1, Math.round((TURN * 1000) / (once * cases.length))), seen: [] });
  }
  for (let round = 0; round < how; round++) {
    for (const [name, work] of works) {
      const { count, seen } = times.get(name);
      // A processor that has rested, or did another's work, is slow at first: the second time counts.
      await work(count);
      seen.push(await work(count));
    }
  }
  return new Map([...times].map(([name, { seen }]) => [name, median(seen)]));
}

/** The exponent b of `cost = a · size^b`, by least squares over logarithms. */
function exponent(points) {
  const logs = points.map(([size, cost]) => [Math.log(size), Math.log(cost)]);
  const mean = (of) => logs.reduce((sum, log) => sum + log[of], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const above = logs.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0);
  return above / logs.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
}

const micro = (time) => (time >= 1000 ? `${(time / 1000).toFixed(2)} ms` : `${time.toFixed(1)} µs`);
const times = (ratio) => `${ratio >= 10 ? ratio.toFixed(0) : ratio.toFixed(2)} ×`;

const sheet = readFileSync(here("../golden/books/b01.tsv"), "utf8").split("\n").map((row) => row.split("\t"));

async function main() {
  const rust = native(process.argv[2]);
  rivals[WORKBOOK] = workbook(await rust.workbook());
  const agreed = await agreement();
  const rival = ([name, work]) => [name, (count) => timed(work, count)];
  const texts = new Map(cases.map(({ given }) => [given, JSON.stringify(cermin.assess(given))]));
  const prepared = new Map(cases.map(({ given }) => [given, gathered(given)]));
  for (const [given, list] of prepared) assert.equal(bare(list), total(cermin.assess(given).total));
  const compared = await rounds([
    ...Object.entries(rivals).map(rival),
    // What no way of handing over a report, or the values of a score, can be faster than.
    ["a report's text, by JSON.parse", (count) => timed((given) => JSON.parse(texts.get(given)), count)],
    ["the values of a score, read by name", (count) => timed(named, count)],
    ["score, the module's own part", (count) => timed((given) => bare(prepared.get(given)), count)],
    ["score, native", (count) => rust.turn("score", count)],
    ["report, native", (count) => rust.turn("assess", count)],
  ]);
  const ours = compared.get("score only (module)");
  const report = compared.get("explained report (module)");
  const time = (name) => compared.get(name);
  const face = {
    checklist: (given) => cermin.checklist(given, TODAY),
    "path to the best predicate": (given) => cermin.path(given, "sehat"),
    "next band, all ratios": (given) => ratios.forEach((id) => cermin.nextBand(given, id)),
    "reading a balance sheet (the same each time)": () => cermin.matchBooks(sheet, { rulebook: "kkpkk-2021", variant: "ksp12" }),
  };
  const through = await rounds(Object.entries(face).map(rival), 5);
  const alone = await rounds(["open", "save", "checklist", "path", "nextBand"].map((name) => [name, (count) => rust.turn(name, count)]), 5);
  const rooms = [];
  for (const size of [1000, 5000, 10_000, 20_000]) {
    const seen = [];
    for (let round = 0; round < 3; round++) seen.push(await rust.turn("class", size));
    rooms.push([size, median(seen)]);
  }
  rust.end();

  // Our own rules as native code, and the least that anybody needs who is handed an object by names, or hands one out.
  const reading = time("the values of a score, read by name") + time("score, native");
  const telling = time("a report's text, by JSON.parse") + time("report, native");
  const goals = [
    ["score only against the workbook in the spreadsheet engine", time(WORKBOOK), ours, 200, reading],
    ["score only against the rules alone in the spreadsheet engine", time("spreadsheet engine, the rules alone"), ours, 200, reading],
    ["score only against the rules engine", time("rules engine"), ours, 300, reading],
    ["score only against hand-tuned JavaScript", time("hand-tuned JavaScript"), ours, 1, reading],
    ["explained report against the workbook in the spreadsheet engine", time(WORKBOOK), report, 15, telling],
    ["explained report against the rules alone in the spreadsheet engine", time("spreadsheet engine, the rules alone"), report, 15, telling],
    ["WebAssembly against native, a score (at most)", time("score, the module's own part"), time("score, native"), 1.5],
    ["checklist against an explained report (at most)", through.get("checklist"), report, 5],
  ].map(([name, above, below, goal, least]) => [name, above / below, goal, least && above / least]);
  const most = (name) => name.endsWith("(at most)");
  const reached = ([name, ratio, goal]) => (most(name) ? ratio <= goal : ratio >= goal);
  const row = (goal) =>
    `| ${goal[0]} | ${times(goal[1])} | ${goal[2]} × | ${reached(goal) ? "met" : "**not met**"} | ${goal[3] ? times(goal[3]) : ""} |`;
  const table = (head, lines) => [`| ${head.join(" | ")} |`, `|${head.map(() => "---").join("|")}|`, ...lines].join("\n");
  const rows = (map) => [...map].map(([name, seen]) => `| ${name} | ${micro(seen)} |`);
  const text = `# How fast it is

Written by \`cargo xtask bench\`: medians of ${ROUNDS} interleaved rounds over the ${cases.length} golden cooperatives whose score is settled.
${cpus()[0].model.trim()}, ${cpus().length} cores, Node ${process.versions.node}. Milliseconds are this machine's; ratios travel.

${table(["ratio", "measured", "goal", "", "the most that can be had"], goals.map(row))}

The last column is the same ratio for our rules as native code with nothing before them but to read the values of a score by
name, or nothing behind them but to take the report out of its text: where it lies below the goal, no shorter way into the module
or out of it can meet that.

## One cooperative

${table(["", "median"], rows(compared))}
${rows(through).join("\n")}
${rows(alone).map((line) => line.replace("| ", "| native: ")).join("\n")}

## Where the limits are

- A score's values lie in a JavaScript object: to read them by name takes ${micro(time("the values of a score, read by name"))}, and the module's own part
  ${micro(time("score, the module's own part"))}. The hand-tuned rival compiles to lookups whose places the engine remembers, which needs \`new Function\`: a page
  with a content policy forbids it. It totals, and no more: no amount
  unknown, no range, no predicate, no doubt about the form, no word about a strange value.
- A report is an object of thousands of values, with its sentences: to read the same out of a text takes JavaScript
  ${micro(time("a report's text, by JSON.parse"))}, while the whole spreadsheet, which holds formulas only, takes ${micro(time(WORKBOOK))}. Natively the report takes
  ${micro(time("report, native"))}; nearly all else is its way out.
- A checklist tries every move of the books on every ratio and scores each: natively ${micro(alone.get("checklist"))}. A report that goes out faster
  does not make it faster, so this ratio grows when a report's way out is shortened.

## Do they say the same?

${table(["", "same total", "other total"], agreed)}

## A room of results, native: read in, told apart, put into one picture

${table(["results", "time"], rooms.map(([size, seen]) => `| ${size} | ${micro(seen)} |`))}

Cost grows with the ${exponent(rooms).toFixed(2)}th power of the number of results.
`;
  writeFileSync(here("../bench.md"), text);
  console.log(text);
}

await main();

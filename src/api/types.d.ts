/** Every mistake of the caller: an `Error` with a plain Indonesian sentence, a stable word and a place. */
export interface Failure extends Error {
  /** `foreign`, `newer`, `missing`, `wrong-type`, `unknown-rulebook`, `unknown-variant`, `unknown-edition`,
   * `unknown-reading`, `unknown-answer`, `unknown-locale`, `not-offered`, `not-whole`, `too-large`, `out-of-range`,
   * `unreadable`. New words may come. */
  code: string;
  /** Where in the input, as a JSON pointer; empty for the whole. */
  path: string;
}

export type ReadingId = "definition" | "worksheet";
export type YearId = "current" | "prior";
export type Answer = "yes" | "no" | "unknown" | "not-applicable";

/** What a board says; also the shape of the save file. What is missing is *unknown*, never *no* or zero. */
export interface Assessment {
  format: "cermin-koperasi";
  version: 1;
  rulebook: string;
  variant: string;
  /** The newest edition if missing. */
  edition?: string;
  /** `definition` if missing. */
  reading?: ReadingId;
  profile?: Profile;
  /** By item id. */
  answers?: Record<string, Answer>;
  statements?: Statements;
}

export interface Profile {
  name?: string;
  kind?: string;
  level?: number;
  members?: number;
  /** ISO 8601: `2025-12-31`. */
  book_year_end?: string;
}

export interface Statements {
  /** By account id: whole rupiah, at most fifteen digits either way, or `"unknown"`. */
  current?: Record<string, number | "unknown">;
  prior?: Record<string, number | "unknown">;
  /** Whether blanks are zero; they are unknown otherwise. */
  complete?: { current?: boolean; prior?: boolean };
}

export interface RulebookSummary {
  id: string;
  title: string;
  regulation: string;
  /** ISO 8601. */
  inForce: string;
  /** Oldest first; the last is the default. */
  editions: Edition[];
  readings: ReadingId[];
  variants: VariantSummary[];
}

export interface Edition {
  id: string;
  /** The day from which it holds, ISO 8601. */
  from: string;
  /** The doubt about it, an id of the differences. */
  doubt: string | null;
}

export interface VariantSummary {
  id: string;
  name: string;
  indicators: number;
  items: number;
  accounts: number;
}

/** What a value can still be, both ends included. */
export interface Score {
  low: number;
  high: number;
}

export interface Report {
  rulebook: string;
  variant: string;
  edition: Edition;
  reading: ReadingId;
  /** To be printed beside every predicate: that this is the board's own estimate. */
  disclaimer: string;
  /** From 0 to 100. */
  total: Score;
  /** The predicates of both ends of the total. */
  predicate: PredicateEnds;
  /** The predicate, once both ends share it. */
  settledPredicate: PredicateName | null;
  aspects: AspectScore[];
  indicators: IndicatorScore[];
  books: Finding[];
  /** The same assessment under the other edition, where its total differs. */
  otherEdition: Alternative | null;
  /** The same assessment in the other reading, where its total differs. */
  otherReading: Alternative | null;
  /** What to know about the input; none of it kept it from being scored. */
  notices: Notice[];
}

export interface PredicateName {
  id: string;
  name: string;
}

export interface PredicateEnds {
  low: PredicateName | null;
  high: PredicateName | null;
}

export interface AspectScore {
  id: string;
  name: string;
  /** From 0 to 1. */
  weight: number;
  /** From 0 to 100. */
  low: number;
  high: number;
  /** Shown, not weighed. */
  subaspects: SubaspectScore[];
}

export interface SubaspectScore {
  id: string;
  name: string;
  low: number;
  high: number;
}

export interface IndicatorScore {
  id: string;
  name: string;
  /** The id of its aspect. */
  aspect: string;
  /** Points. */
  score: Score;
  /** The most points it can give. */
  max: number;
  /** What its lost points, counted from the low end, take from the total. */
  totalLost: number;
  /** The measured ratio, or the share of items met; `null` where there is none or not yet one. */
  ratio: Ratio | null;
  trace: Trace;
  citation: Citation;
}

/** In lowest terms, as text: these may exceed what a number holds exactly. */
export interface Ratio {
  numerator: string;
  denominator: string;
}

export interface Trace {
  status: "measured" | "open" | "decided" | "zero-denominator" | "out-of-range";
  /** For `decided`: the difference that names the case. */
  decidedBy: string | null;
  /** For a checklist. */
  counting: Tally | null;
  /** For a ratio, with Indonesian names. */
  formula: string | null;
  /** For a ratio: what stands above the line; rupiah, whole (`"1543069"`) or as a fraction (`"-3/2"`). */
  numerator: string | null;
  denominator: string | null;
  /** For a ratio: the figures the formula names. */
  figures: Figure[];
  /** `null` for a scale in proportion. */
  bands: BandTable | null;
  /** Whether the measurement sits exactly on a limit. */
  onLimit: boolean;
  /** Ids of the differences that moved or may move the score. */
  notes: string[];
}

export interface Tally {
  met: number;
  unmet: number;
  open: number;
  /** Left out of the count. */
  notApplicable: number;
}

export interface Figure {
  /** Account or aggregate. */
  id: string;
  name: string;
  year: YearId;
  /** Rupiah, whole or as a fraction; `null` if unknown. */
  value: string | null;
  /** For an aggregate: the terms it sums. */
  parts: FigurePart[];
}

export interface FigurePart {
  id: string;
  name: string;
  year: YearId;
  coefficient: string;
  value: string | null;
}

export interface BandTable {
  rows: Band[];
  /** Places in `rows`: the bands of the lowest and of the highest points that are possible. */
  hit: BandHit | null;
  /** Places in `rows`: the bands next to those. */
  neighbours: number[];
  /** The only reading it holds for. */
  reading: ReadingId | null;
  /** Why it departs from its neighbour, an id of the differences. */
  difference: string | null;
  citation: Citation;
}

export interface BandHit {
  low: number;
  high: number;
}

export interface Band {
  points: number;
  /** Open if `null`. */
  min: Bound | null;
  max: Bound | null;
}

export interface Bound {
  at: number;
  /** The same, exactly: `"3/40"`. */
  exact: string;
  /** Whether the limit itself belongs to the band. */
  inclusive: boolean;
}

export interface Citation {
  /** The edition from which it holds. */
  edition: string;
  /** The day from which it holds, ISO 8601. */
  inForce: string;
  /** `workbook-verified`, `secondary-only`, …; empty where not graded. */
  confidence: string;
  sources: Source[];
}

export interface Source {
  document: string;
  title: string;
  date: string | null;
  place: string | null;
}

/** Something the books check noticed. It warns and never changes a figure. */
export interface Finding {
  id: "balance" | "result" | "bad-loans" | "thousands" | "contra-sign" | "negative";
  year: YearId;
  account: string | null;
  /** Rupiah, as text. */
  amount: string | null;
  left: string | null;
  right: string | null;
  gap: string | null;
  difference: string | null;
  /** All this in an Indonesian sentence. */
  message: string;
}

export interface Alternative {
  edition: Edition;
  reading: ReadingId;
  total: Score;
  predicate: PredicateEnds;
}

export interface Notice {
  code: "unknown-item" | "unknown-account" | "changed";
  path: string;
  message: string;
}

export interface Questionnaire {
  rulebook: string;
  variant: string;
  locale: "id" | "en";
  title: string;
  form: string;
  regulation: string;
  inForce: string;
  editions: Edition[];
  aspects: Aspect[];
  groups: AccountGroup[];
  aggregates: Aggregate[];
  /** Best first. */
  predicates: Predicate[];
  differences: Difference[];
  documents: Named[];
  coaching: Named[];
  glossary: Term[];
}

export interface Aspect {
  id: string;
  name: string;
  officialName: string;
  note: string;
  /** From 0 to 1. */
  weight: number;
  citation: Citation;
  subaspects: Subaspect[];
}

export interface Subaspect {
  id: string;
  name: string;
  officialName: string;
  indicators: Indicator[];
}

export interface Indicator {
  id: string;
  name: string;
  officialName: string;
  kind: "checklist" | "ratio";
  /** The most points it can give. */
  max: number;
  /** For a checklist. */
  items: Item[];
  /** For a ratio. */
  ratio: RatioWords | null;
  differences: string[];
  citation: Citation;
}

export interface Item {
  id: string;
  /** *Yes* is always the good answer. */
  question: string;
  /** The evidence to have at hand. */
  hint: string;
  why: string;
  examiner: string;
  firstStep: string;
  /** Whether `not-applicable` may be answered. */
  notApplicable: boolean;
  cell: string;
  differences: string[];
  action: Action;
}

export interface RatioWords {
  definition: string;
  /** Where the worksheet's formula is written differently. */
  worksheet: string | null;
  meaning: string;
  why: string;
  examiner: string;
  firstStep: string;
  action: Action;
}

export interface Action {
  who: "pengurus" | "ketua" | "sekretaris" | "bendahara" | "pengawas" | "manajer";
  time: "days" | "weeks" | "months" | "rat";
  /** From 1 to 5. */
  effort: number;
  coaching: Named;
  evidence: Named[];
}

export interface Named {
  id: string;
  name: string;
}

export interface Term {
  id: string;
  word: string;
  meaning: string;
}

export interface AccountGroup {
  id: string;
  name: string;
  officialName: string;
  statement: "balance" | "result" | "memo";
  accounts: Account[];
}

export interface Account {
  id: string;
  name: string;
  hint: string;
  side: "asset" | "liability" | "equity" | "revenue" | "expense" | "memo";
  /** Typed as a positive amount and taken away from its group. */
  contra: boolean;
  /** May be negative. */
  signed: boolean;
  /** Whether the year before is asked for. */
  prior: boolean;
  cell: string;
}

export interface Aggregate {
  id: string;
  name: string;
  differences: string[];
  citation: Citation;
}

export interface Predicate {
  id: string;
  name: string;
  note: string;
  min: Bound | null;
  max: Bound | null;
  citation: Citation;
}

export interface Difference {
  id: string;
  class: string;
  title: string;
  definition: string;
  worksheet: string;
  ours: string;
  places: string[];
  affects: string[];
}

/** What to do first, most points per effort on top. */
export interface Checklist {
  /** The day it was made for. */
  asOf: string;
  /** From 0 to 100. */
  total: Score;
  actions: ChecklistAction[];
  /** What to find out first, the widest doubt first. */
  findOut: FindOut[];
  /** Ratios that no single line of the books lifts with profit. */
  stuck: NextBand[];
  /** What all actions together bring, re-scored. */
  all: JointEffect;
}

export interface ChecklistAction {
  indicator: string;
  /** Items that become *ya*, together; empty for a move of money. */
  items: string[];
  money: Way | null;
  /** What each end of the total gains. */
  gain: Score;
  /** Whether its gain comes on top of an earlier action of the same indicator. */
  follows: boolean;
  /** From 1 upwards. */
  effort: number;
  time: "days" | "weeks" | "months" | "rat";
  /** Whether only a members' meeting can decide it. */
  needsRat: boolean;
  who: DoerId[];
  coaching: string[];
  evidence: string[];
}

export type DoerId = "pengurus" | "ketua" | "sekretaris" | "bendahara" | "pengawas" | "manajer";

export interface FindOut {
  indicator: string;
  items: string[];
  accounts: AccountPlace[];
  /** How far the total still moves with it. */
  width: number;
}

export interface AccountPlace {
  year: YearId;
  account: string;
}

export interface JointEffect {
  total: Score;
  /** Actions that cannot be made after those above them: places in the list. */
  leftOut: number[];
}

/** The least effort to a predicate, by answers alone; what is not known counts against. */
export interface Path {
  target: PredicateName;
  state: "there" | "by" | "out-of-reach";
  /** The total before; null out of reach. */
  before: number | null;
  /** The total after all steps; out of reach, the most that answers alone can bring. */
  after: number;
  /** What is missing even then. */
  missing: number;
  effort: number;
  steps: PathStep[];
  /** What happens if a single item fails. */
  failures: PathFailure[];
}

export interface PathStep {
  indicator: string;
  items: string[];
  gain: number;
  effort: number;
}

export interface PathFailure {
  item: string;
  total: number;
  reached: boolean;
}

/** How many rupiah a ratio is from its next band. */
export interface NextBand {
  indicator: string;
  state: "best" | "measured" | "missing" | "zero-denominator" | "out-of-range";
  ratio: Ratio | null;
  points: Score;
  nextPoints: number | null;
  /** Amounts it still needs. */
  missing: AccountPlace[];
  /** Moves that do it, those that raise the total first; empty: no single line can do it. */
  ways: Way[];
  blocked: BlockedMove[];
}

/** A move of money with the least rupiah that lifts a ratio; rupiah are exact text. */
export interface Way {
  move: string;
  deed: string;
  rupiah: string;
  needsRat: boolean;
  /** The leading account first, then what keeps the balance. */
  accounts: Shift[];
  ratio: Ratio | null;
  points: Score;
  total: Score;
  /** Below 0 where other ratios lose more. */
  gain: Score;
  /** Other indicators that change on the way. */
  coupled: CoupledIndicator[];
}

export interface Shift {
  account: string;
  direction: "up" | "down";
  before: string;
  after: string;
}

export interface CoupledIndicator {
  indicator: string;
  before: Score;
  after: Score;
}

export interface BlockedMove {
  move: string;
  deed: string;
  reason: "never-reaches" | "too-far" | "unknown" | "breaks" | "out-of-range";
  needed: string | null;
  most: string | null;
  /** The account not filled in, or the check of the books that would break. */
  about: string | null;
}

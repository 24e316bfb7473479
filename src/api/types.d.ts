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
  rat?: Rat;
  /** The history of actions, oldest first. */
  actions?: { item: string; state?: "doing"; date?: string; note?: string; before?: Answer; after?: Answer }[];
  /** What is noted of the papers for the examiner's table, by document id. */
  papers?: Record<string, { state?: "there" | "lacking"; place?: string }>;
  /** Who does a step of the plan, and until which day (`2027-03-31`), by indicator id. */
  steps?: Record<string, { who?: string; until?: string }>;
  /** The sheet of a village cooperative's RAT: what was typed, by line, and to which line accounts belong. */
  kdmp?: { year?: Record<string, number>; plan?: Record<string, number>; placed?: Record<string, string> };
}

export interface Profile {
  name?: string;
  /**
   * What kind of cooperative it is: `ksp`, `usp`, `riil`, `kdmp`, `serba`, `syariah`, `sekunder` or `other`. Any other word counts
   * for nothing and is told in `notices` as `unknown-key`.
   */
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
  /**
   * Whether blanks are zero; they are unknown otherwise. A statement, or the list of problem loans, that has not one known
   * amount stays unknown: write its zeros.
   */
  complete?: { current?: boolean; prior?: boolean };
  /** By account id: what was typed and waits for a yes, as it was written. It counts as unknown. */
  waiting?: { current?: Record<string, string>; prior?: Record<string, string> };
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
  /** What the form's own sources leave open, beside all that is not answered. */
  doubt: Doubt | null;
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

/** What an assessment comes to, as its `Report` has it, without the ways there. */
export interface Scores {
  /** From 0 to 100. */
  total: Score;
  /** The predicates of both ends of the total. */
  predicate: PredicateIds;
  /** By aspect id, from 0 to 100. */
  aspects: Record<string, Score>;
  /** What the form's own sources leave open, beside all that is not answered. */
  doubt: DoubtScore | null;
  /** What to know about the input; none of it kept it from being scored. */
  notices: Notice[];
}

/** Ids of predicates, by end of a total. */
export interface PredicateIds {
  low: string | null;
  high: string | null;
}

export interface DoubtScore {
  /** From the lowest to the highest total over every way to read the form. */
  total: Score;
  predicate: PredicateIds;
}

/** What the sources of a form leave open (`riil12`): show the total as this range. */
export interface Doubt {
  /** From the lowest to the highest total over every way to read the form. */
  total: Score;
  predicate: PredicateEnds;
  by: DoubtBy[];
}

export interface DoubtBy {
  /** The difference that tells the doubt, `R01`. */
  id: string;
  total: Score;
  predicate: PredicateEnds;
  /** The indicators that it scores otherwise. */
  indicators: DoubtfulIndicator[];
}

export interface DoubtfulIndicator {
  id: string;
  score: Score;
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
  /** `unknown-key`: a key that means nothing here, such as a slip of the pen; what it holds counts for nothing. */
  code: "unknown-item" | "unknown-account" | "unknown-key" | "wrong-year" | "changed";
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

export type RatAnswer = "yes" | "no" | "unknown";
/** ISO 8601: `2025-12-31`. */
export type Day = string;

/** What is said of the annual members' meeting (RAT) and of letters from the office. All of it may be missing; members,
 * book year end, name and kind are taken from the profile where they are missing here. */
export interface Rat {
  level?: "primary" | "secondary";
  savingsLoan?: RatAnswer;
  sharia?: RatAnswer;
  /** Koperasi Desa/Kelurahan Merah Putih. */
  kdmp?: RatAnswer;
  /** The day its deed was legalised. */
  established?: Day;
  /** `MM-DD`; 31 December if missing. */
  bookYearEnd?: string;
  members?: number;
  /** Rupiah; decides on the audit. */
  modal?: number;
  ownCapital?: number;
  assets?: number;
  area?: "regency" | "province" | "national";
  articles?: RatArticles;
  history?: RatYear[];
  /** The chosen day of the next RAT. */
  chosen?: Day;
  /** The day the invitation went out. */
  invited?: Day;
  form?: "inPerson" | "online" | "hybrid" | "written" | "groups" | "unknown";
  organs?: RatOrgans;
  letters?: RatLetter[];
  dissolved?: RatAnswer;
  business?: RatAnswer;
  everTraded?: RatAnswer;
  idleSince?: Day;
  predicate?: OfficialPredicate;
  plans?: RatPlans;
  /** By key: `DOK-05`. */
  documents?: Record<string, RatDocumentState>;
  quorum?: RatCount;
  signals?: Record<string, RatAnswer>;
  /** For letters; none of it is needed for any reckoning. */
  names?: Record<string, string>;
  /** How the surplus is shared: percentages such as `12,5` by fund, `loss`, and `list` (number, savings, transactions).
   * `chapters` of the RAT book stand in their order, parted by commas; a minus before one that is left out. */
  shu?: Record<string, string | number>;
}

export type OfficialPredicate = "sehat" | "cukupSehat" | "dalamPengawasan" | "dalamPengawasanKhusus" | "none";

/** What the cooperative's own articles say. */
export interface RatArticles {
  ratMonths?: number;
  inviteDays?: number;
  inviteWorkingDays?: RatAnswer;
  /** A share such as `1/2`. */
  quorum?: string;
  secondMeeting?: RatAnswer;
  secondCallDays?: number;
  secondWithinDays?: number;
  secondQuorum?: string;
  online?: RatAnswer;
  groups?: RatAnswer;
  written?: RatAnswer;
}

export interface RatYear {
  /** The calendar year in which the book year closes. */
  year: number;
  held?: RatAnswer;
  heldOn?: Day;
  reported?: RatAnswer;
  reportedOn?: Day;
}

export interface RatOrgans {
  boardFrom?: Day;
  boardUntil?: Day;
  supervisorsUntil?: Day;
  hasSupervisors?: RatAnswer;
}

export interface RatLetter {
  kind: "warning" | "dissolutionPlan" | "courtRuling" | "bankruptcy" | "dissolutionDecree";
  received?: Day;
  ground?: "noMeeting" | "noBusiness" | "breach" | "publicOrder" | "noSurvival";
  objected?: Day;
  withdrawn?: RatAnswer;
}

export interface RatPlans {
  groups?: RatAnswer;
  election?: RatAnswer;
  amendment?: RatAnswer;
  postponed?: RatAnswer;
  deed?: Day;
}

export interface RatDocumentState {
  state?: "have" | "missing" | "unknown" | "notNeeded";
  /** In the order of the document's contents. */
  contents?: RatAnswer[];
  signed?: RatAnswer;
}

export interface RatCount {
  register?: number;
  present?: number;
  online?: number;
  answers?: number;
  groups?: RatGroup[];
  purpose?: "ordinary" | "amendment" | "dissolution" | "extraordinary";
}

export interface RatGroup {
  members?: number;
  present?: number;
}

export interface StandingAnswer {
  standing: Standing;
  /** Entries that cannot be, or are missing: each is counted as *belum tahu*. */
  problems: RatProblem[];
  notices: Notice[];
}

export interface ReadinessAnswer {
  readiness: Readiness;
  calendar: RatCalendar | null;
  /** `null` while the number of members is not known. */
  quorum: Quorum | null;
  problems: RatProblem[];
  notices: Notice[];
}

/** A sentence in both languages. */
export interface Both {
  id: string;
  en: string;
}

export interface RatProblem {
  /** As in the input: `history.0.heldOn`. */
  field: string;
  code: string;
  grade: "missing" | "wrong" | "check";
  text: Both;
}

/** Where a cooperative stands, on three separate lines. Never *sehat* without an official predicate. */
export interface Standing {
  institution: InstitutionLine;
  health: HealthLine;
  risk: RiskLine;
  /** The law's count and the office's. */
  countings: Counting[];
  /** Where sources differ in a way that bears on this standing. */
  conflicts: Conflict[];
  years: BookYear[];
  /** Gravest first. */
  findings: RatFinding[];
  offers: Coaching[];
  /** The first years of a village cooperative (KDMP); null for others, and once its second RAT has fallen due. */
  beginning: Beginning | null;
  revival: Revival | null;
}

/** What a village cooperative owes in its first years. */
export interface Beginning {
  /** In the order of the days. */
  milestones: Milestone[];
  /** Rules that hold all along. */
  duties: Rule[];
}

export interface Milestone {
  /** The last day for it, or the day from which it threatens. */
  day: Day;
  past: boolean;
  reason: Reason;
}

/** Best first. */
export type Institution = "aktif" | "baru" | "aktifPerluPembinaan" | "tidakAktif" | "dalamPenyelesaian";
/** Lowest first. */
export type Risk = "rendah" | "sedang" | "tinggi" | "kritis";

export interface InstitutionLine {
  best: Institution;
  worst: Institution;
  /** Where the answers settle it. */
  settled: Institution | null;
  labels: Both[];
  /** What the answers settle. */
  reasons: Reason[];
  /** What could make the worst true; empty where settled. */
  possible: Reason[];
}

export interface HealthLine {
  health: "notRateable" | "candidate" | OfficialHealth;
  label: Both;
  reason: Reason;
  /** What this tool's examination estimates. */
  estimate: Both | null;
}

export interface OfficialHealth {
  official: OfficialPredicate;
}

export interface RiskLine {
  best: Risk;
  worst: Risk;
  settled: Risk | null;
  labels: Both[];
  grounds: Ground[];
  clock: Clock | null;
  next: Both;
}

export interface Ground {
  level: Risk;
  reason: Reason;
  /** Otherwise it is only possible. */
  certain: boolean;
}

export interface Clock {
  received: Day;
  state: "open" | "closed" | "objected" | "noObjection" | "lapsed";
  objectionDaysLeft: number | null;
  note: Both | null;
  steps: ClockStep[];
}

export interface ClockStep {
  label: Both;
  day: Day;
  daysLeft: number;
  rule: Rule;
}

export interface Counting {
  name: Both;
  best: Institution;
  worst: Institution;
  /** The fewest and the most. */
  years: number[];
  text: Both;
  rule: Rule;
}

export interface Conflict {
  id: string;
  topic: Both;
  law: Both;
  other: Both;
  choice: Both;
  rules: Rule[];
}

export interface BookYear {
  year: number;
  limits: Limits;
  due: boolean;
  held: RatAnswer;
  heldOn: Day | null;
  timing: Timing | null;
  reported: RatAnswer;
  reportDue: Day | null;
}

export interface Limits {
  closes: Day;
  legal: Day;
  advised: Day;
  articles: Day | null;
}

export type Timing = "onTime" | "pastAdvice" | "late";

export interface RatFinding {
  id: string;
  label: Both;
  firstStep: Both;
  severity: "light" | "medium" | "heavy" | "critical";
  rules: Rule[];
  coaching: Coaching[];
}

export interface Coaching {
  id: string;
  name: Both;
  about: Both;
  citation: string;
  providers: Both[];
  confidence: Confidence;
}

export interface Revival {
  missed: number[];
  steps: RevivalStep[];
  cleanBy: Day | null;
}

export interface RevivalStep {
  number: number;
  reason: Reason;
}

export interface Reason {
  text: Both;
  rule: Rule;
}

export type Confidence = "high" | "medium" | "low";

export interface Rule {
  id: string;
  text: Both;
  citation: string;
  source: string;
  dated: string;
  read: "text" | "part" | "summary" | "article";
  force: string;
  confidence: Confidence;
}

export interface Readiness {
  before: PointRange;
  day: PointRange;
  after: PointRange;
  /** What is required and lacking first. */
  documents: DocumentItem[];
}

/** In per cent and in points. */
export interface PointRange {
  low: number;
  high: number;
  sure: number;
  possible: number;
  total: number;
}

export interface DocumentItem {
  document: RatDocument;
  needed: RatAnswer;
  state: "have" | "missing" | "unknown" | "notNeeded";
  contents: RatAnswer[];
  signed: RatAnswer | null;
  counts: boolean;
  points: PointRange;
  trace: Both;
}

export interface RatDocument {
  id: string;
  name: Both;
  stage: "before" | "day" | "after" | "special";
  need: "required" | "conditional" | "advised";
  when: string | null;
  contents: Both[];
  signedBy: Both[];
  rules: Rule[];
  confidence: Confidence;
}

export type Basis = "law" | "articles" | "advice" | "practice";

export interface RatCalendar {
  bookYear: number;
  limits: Limits;
  legalDaysLeft: number;
  advisedDaysLeft: number;
  chosen: Day | null;
  /** The day the deadlines are counted from. */
  meeting: Day;
  timing: Timing;
  breaches: Breach[];
  nearest: NearestDay | null;
  rows: Deadline[];
  certainty: Certainty;
  coverage: Coverage;
}

export type Certainty = "sure" | "estimated" | "beyondCoverage";

export interface Breach {
  kind: "broken" | "mind";
  basis: Basis;
  rule: Rule;
  text: Both;
}

export interface NearestDay {
  day: Day;
  /** Even this day is past the limit. */
  late: boolean;
}

export interface Deadline {
  id: string;
  label: Both;
  day: Day;
  daysLeft: number;
  basis: Basis;
  basisLabel: Both;
  rules: Rule[];
  documents: RatDocument[];
  who: Both | null;
  done: RatAnswer;
  certainty: Certainty;
}

/** The years whose holidays are known. */
export interface Coverage {
  firstYear: number;
  lastYear: number;
  announcedUntil: number;
  text: Both;
}

export interface Quorum {
  register: number;
  /** The least that makes the meeting valid. */
  required: number;
  /** The target that no reading of the rule contests. */
  safe: number;
  present: number | null;
  missing: number;
  missingSafe: number;
  reached: RatAnswer;
  toDecide: number | null;
  rules: Rule[];
  notes: Both[];
  groups: GroupQuorum[];
  second: SecondMeeting;
}

export interface GroupQuorum {
  members: number;
  present: number;
  required: number;
  reached: boolean;
}

/** As the articles have it. */
export interface SecondMeeting {
  allowed: RatAnswer;
  required: number | null;
  callDays: number | null;
  withinDays: number | null;
}

/** What to do first: what puts the members' money at risk, then the most points per effort; practices before rupiah. */
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
  /** What to know about the input. */
  notices: Notice[];
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
  /** What to know about the input. */
  notices: Notice[];
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

/** The form that a board's books are read for. */
export interface BooksForm {
  rulebook: string;
  variant: string;
  /** The last day of the book year, ISO 8601. */
  bookYearEnd?: string;
}

/** What a sheet would fill, and what must be asked. Nothing is stored by it. */
export interface BooksProposal {
  years: BooksYears;
  /** How many rupiah one printed unit is. */
  unit: number;
  lines: BooksLine[];
  amounts: BooksAmounts;
  totals: BooksTotal[];
  findings: BooksFinding[];
}

/** The years of the columns, as four digits; one that the sheet does not name is left out. */
export interface BooksYears {
  current?: string;
  prior?: string;
}

/** A line with figures. */
export interface BooksLine {
  /** Of the label, counted from 1. */
  row: number;
  column: number;
  /** As written. */
  label: string;
  /** Rupiah, as text: as the account keeps it. */
  current: string | null;
  prior: string | null;
  /** Where a sure line goes. */
  account: string | null;
  certainty: "sure" | "ask" | "total" | "ignored";
  /** The likeliest accounts of a line that must be asked, likeliest first; two or more may share the figure. */
  candidates: string[];
}

/** What the sure lines give, by account, in rupiah. */
export interface BooksAmounts {
  current: Record<string, number>;
  prior: Record<string, number>;
}

/** A printed total beside what the lines give: of the newer year, or of the older where only that disagrees. */
export interface BooksTotal {
  row: number;
  column: number;
  label: string;
  stated: string;
  computed: string;
  agrees: boolean;
}

export interface BooksFinding {
  id: "too-large" | "nothing" | "years-guessed" | "other-year" | "unit" | "sen" | "unreadable" | "amount-too-large" | "balance" | "result";
  /** All this in an Indonesian sentence. */
  message: string;
}

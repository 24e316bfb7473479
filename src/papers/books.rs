//! The statements of the RAT book, from the amounts that were typed: as the cooperative's own form names and orders them.
//!
//! What is known to be zero in both years is not written; what is not known is left open, and no sum is made of it.

use super::fill::BLANK;
use super::statement::{Figure, Statement, ledger, named};
use super::{Block, Desk, SPEECH, Surplus};
use crate::assessment::Assessment;
use crate::calendar::Day;
use crate::exact::{Fraction, Range};
use crate::locale::fill;
use crate::money::{Numerals, Places, decimal, percent};
use crate::rat::book::{BlockKind, said};
use crate::rulebook::{Account, Group, Reading, Side, Statement as Part, Texts, Unit, Year};
use crate::scoring::{Evidence, assess};

/// After which group of the result statement which running sum stands.
const RUNNING: [(&str, &str); 5] = [
    ("pendapatan_non_anggota", "total_pendapatan"),
    ("beban_pokok_non_anggota", "shu_kotor"),
    ("beban_perkoperasian", "spa_dan_laba_usaha"),
    ("biaya_lain_lain", "shu_sebelum_pajak"),
    ("pajak", "shu_setelah_pajak"),
];
/// The groups that turn within a year.
const CURRENT: [&str; 2] = ["aktiva_lancar", "kewajiban_lancar"];
/// The groups whose accounts are written down by themselves: what they lose was spread over the years, not sold.
const WRITTEN_DOWN: [&str; 2] = ["aktiva_tidak_berwujud", "aktiva_lain"];
/// This year's surplus in the balance sheet, and that of years before.
const SURPLUS: [&str; 2] = ["shu_periode_berjalan", "shu_periode_sebelumnya"];

/// The books of one cooperative, with the names of its form.
struct Books<'a> {
    work: &'a Assessment,
    texts: &'static Texts,
}

impl<'a> Books<'a> {
    /// Papers are Indonesian, whatever the page speaks.
    fn of(work: &'a Assessment) -> Self {
        Self { work, texts: work.rulebook.text(SPEECH) }
    }

    fn known(&self, year: Year, account: &Account) -> Option<i64> {
        let amount = self.work.amount(year, account.id).known()?.get();
        Some(if account.contra { -amount } else { amount })
    }

    fn both(&self, account: &Account) -> [Option<i64>; 2] {
        Year::BOTH.map(|year| self.known(year, account))
    }

    fn figures(&self, account: &Account) -> [Figure; 2] {
        let figure = |amount: Option<i64>| {
            if account.contra { Figure::Deducted(amount.map(|amount| -amount)) } else { Figure::from(amount) }
        };
        self.both(account).map(figure)
    }

    /// The accounts of a group that are not known to be zero in both years.
    fn spoken(&self, group: &'static Group) -> Vec<&'static Account> {
        let silent = |account: &&Account| self.both(account) != [Some(0); 2];
        group.accounts(self.work.variant).iter().filter(silent).collect()
    }

    /// The groups of a statement, each with the side that its accounts are on.
    fn groups(&self, part: Part) -> Vec<(&'static Group, Side)> {
        let variant = self.work.variant;
        let side = |group: &'static Group| Some((group, group.accounts(variant).first()?.side));
        variant.groups.iter().filter(|group| group.statement == part).filter_map(side).collect()
    }

    /// What is known of this year and is not zero, by account, on one side or on all.
    fn amounts(&self, parts: &[Part], side: Option<Side>) -> Vec<(&'static Account, i64)> {
        let mut found = Vec::new();
        for part in parts {
            for (group, own) in self.groups(*part) {
                if side.is_some_and(|side| side != own) {
                    continue;
                }
                for account in group.accounts(self.work.variant) {
                    let amount = self.known(Year::Current, account).filter(|amount| *amount != 0);
                    found.extend(amount.map(|amount| (account, amount)));
                }
            }
        }
        found
    }

    fn name(&self, account: &Account) -> &'static str {
        self.texts[account].name
    }

    fn total_name(&self, aggregate: &str) -> &'static str {
        self.work.variant.aggregate(aggregate).map_or("", |aggregate| self.texts[aggregate])
    }

    /// Adds a group's lines and their sum; `None` where all of it is zero.
    fn group(&self, statement: &mut Statement, group: &'static Group) -> Option<usize> {
        let accounts = self.spoken(group);
        if accounts.is_empty() {
            return None;
        }
        statement.heading(self.texts[group]);
        let line = |account: &&Account| statement.line(self.name(account), self.figures(account).to_vec());
        let lines: Vec<(usize, bool)> = accounts.iter().map(line).map(|line| (line, false)).collect();
        Some(statement.sum(&format!("{} {}", said::TOTAL, self.texts[group]), &lines))
    }

    fn position(&self) -> Vec<Block> {
        let mut statement = Statement::new(said::POSITION, columns(self.work).to_vec());
        let totals = [(true, "total_aktiva"), (false, "total_pasiva")].map(|(assets, total)| {
            let groups = self.groups(Part::Balance).into_iter().filter(|(_, side)| (*side == Side::Asset) == assets);
            let sums: Vec<(usize, bool)> =
                groups.filter_map(|(group, _)| self.group(&mut statement, group)).map(|line| (line, false)).collect();
            statement.sum(self.total_name(total), &sums)
        });
        let off = |column: &usize| {
            let [assets, others] = totals.map(|line| statement.value(line, *column));
            assets?.checked_sub(others?).filter(|rest| *rest != 0)
        };
        let draft = |column: usize| {
            let rest = off(&column)?;
            let day = statement.columns[column + 1].trim_end_matches(" (Rp)");
            Some(Block::Draft(fill(said::UNBALANCED, &[("0", &day), ("1", &ledger(rest))])))
        };
        let drafts: Vec<Block> = (0..2).filter_map(draft).collect();
        drafts.into_iter().chain([Block::Statement(statement)]).collect()
    }

    fn result(&self) -> Vec<Block> {
        let mut statement = Statement::new(said::RESULT, columns(self.work).to_vec());
        let mut since: Vec<(usize, bool)> = Vec::new();
        for (group, side) in self.groups(Part::Result) {
            since.extend(self.group(&mut statement, group).map(|line| (line, side == Side::Expense)));
            if let Some((_, total)) = RUNNING.iter().find(|(after, _)| *after == group.id) {
                since = vec![(statement.sum(self.total_name(total), &since), false)];
            }
        }
        let draft = Surplus::of(self.work).differs().then(|| Block::Draft(said::DIFFERS.to_owned()));
        draft.into_iter().chain([Block::Statement(statement)]).collect()
    }

    fn equity(&self) -> Vec<Block> {
        let columns = named(&[said::LINE, said::BEGIN, said::CHANGE, said::END]);
        let mut statement = Statement::new(said::EQUITY, columns);
        let mut lines = Vec::new();
        for (group, _) in self.groups(Part::Balance).into_iter().filter(|(_, side)| *side == Side::Equity) {
            for account in self.spoken(group) {
                let [current, prior] = self.figures(account);
                let line = statement.line(self.name(account), vec![prior, Figure::Open, current]);
                statement.lines[line].figures[1] = statement.total(vec![(line, 2, false), (line, 0, true)]);
                lines.push((line, false));
            }
        }
        statement.sum(self.total_name("ekuitas"), &lines);
        vec![Block::Statement(statement)]
    }

    /// The indirect form, from two balance sheets. It ties to the change in cash exactly where both of them balance; where
    /// one does not, the difference is told.
    fn cash(&self) -> Vec<Block> {
        let variant = self.work.variant;
        let mut cash = Vec::new();
        if let Some(aggregate) = variant.aggregate("kas_dan_bank") {
            aggregate.formulas.of(Reading::Definition, Year::Current).accounts(variant, &mut |place| cash.push(place));
        }
        let mut statement = Statement::new(said::CASH, named(&[said::LINE, said::RUPIAH]));
        let moves = self.moves(&cash);
        let activities = [(said::OPERATING, 0), (said::INVESTING, 1), (said::FINANCING, 2)].map(|(name, activity)| {
            statement.heading(name);
            let own = moves.iter().filter(|(kind, _, amount)| *kind == activity && *amount != Some(0));
            let lines: Vec<(usize, bool)> =
                own.map(|(_, name, amount)| (statement.line(name, vec![Figure::from(*amount)]), false)).collect();
            (statement.sum(&format!("{} {}", said::TOTAL, name), &lines), false)
        });
        let change = statement.sum(said::CASH_CHANGE, &activities);
        let held = |year| cash.iter().map(|place| self.known(year, &variant.accounts[*place])).sum::<Option<i64>>();
        let begin = statement.line(said::CASH_BEGIN, vec![Figure::from(held(Year::Prior))]);
        let end = statement.sum(said::CASH_END, &[(begin, false), (change, false)]);
        let booked = statement.line(said::CASH_BOOKED, vec![Figure::from(held(Year::Current))]);
        let rest = statement.sum(said::CASH_REST, &[(booked, false), (end, true)]);
        let off = statement.value(rest, 0).filter(|rest| *rest != 0);
        let draft = off.map(|rest| Block::Draft(fill(said::CASH_OFF, &[("0", &ledger(rest))])));
        draft.into_iter().chain([Block::Statement(statement)]).collect()
    }

    /// What each line of the balance sheet but cash moved it by: activity, name, amount. What an account takes away
    /// (*akumulasi penyusutan*) or writes down (software) cost no cash.
    fn moves(&self, cash: &[usize]) -> Vec<(usize, &'static str, Option<i64>)> {
        let variant = self.work.variant;
        let mut found = Vec::new();
        let own = |id: &str| variant.account_index(id).map(|place| &variant.accounts[place]);
        let [this, before] = SURPLUS.map(own);
        let amount = |account: Option<&Account>, year| account.and_then(|account| self.known(year, account));
        found.push((0, said::YEAR_SURPLUS, amount(this, Year::Current)));
        for (group, side) in self.groups(Part::Balance) {
            let is_current = CURRENT.contains(&group.id);
            for place in group.places() {
                let account = &variant.accounts[place];
                if cash.contains(&place) || SURPLUS.contains(&account.id) {
                    continue;
                }
                let [current, prior] = self.both(account);
                let grown = current.zip(prior).map(|(current, prior)| current - prior);
                let written_down = WRITTEN_DOWN.contains(&group.id) && grown.is_some_and(|grown| grown < 0);
                let (activity, moved) = match side {
                    Side::Asset if is_current || account.contra || written_down => (0, grown.map(|grown| -grown)),
                    Side::Asset => (1, grown.map(|grown| -grown)),
                    _ => (if is_current { 0 } else { 2 }, grown),
                };
                found.push((activity, self.name(account), moved));
            }
        }
        let shared = amount(before, Year::Current).zip(amount(before, Year::Prior)).zip(amount(this, Year::Prior));
        found.push((2, said::LAST_SURPLUS, shared.map(|((now, then), last)| now - then - last)));
        found
    }

    /// Every line of the balance sheet and beside it that is not zero, with room to explain it.
    fn notes(&self) -> Vec<Block> {
        let columns = named(&[said::LINE, said::RUPIAH, said::EXPLAINED]);
        let mut rows = Vec::new();
        for (account, amount) in self.amounts(&[Part::Balance, Part::Memo], None) {
            rows.push(vec![self.name(account).to_owned(), ledger(amount), String::new()]);
        }
        if rows.is_empty() {
            rows = vec![vec![String::new(); columns.len()]; 8];
        }
        vec![Block::Table { columns, widths: vec![40, 20, 40], rows, every_page: String::new() }]
    }

    /// The measured ratios.
    fn ratios(&self) -> Vec<Block> {
        let report = assess(self.work);
        let value = |unit, one| match unit {
            Unit::Percent => percent(one, Places::Exactly(2), Numerals::Indonesian),
            Unit::Times => fill(said::TIMES, &[("0", &decimal(one, Places::AtMost(2), Numerals::Indonesian))]),
            Unit::Days => fill(said::DAYS, &[("0", &decimal(one, Places::AtMost(0), Numerals::Indonesian))]),
        };
        let row = |score: &crate::scoring::IndicatorScore| match &score.trace.evidence {
            Evidence::Ratio { value: ratio, .. } => {
                let name = self.texts.indicator(self.work.variant, score.indicator.id)?.name;
                Some(vec![name.to_owned(), ratio.map_or_else(String::new, |one| value(score.indicator.unit(), one))])
            }
            Evidence::Checklist(_) => None,
        };
        let columns = named(&[said::RATIO, said::VALUE]);
        let rows = report.indicators.iter().filter_map(row).collect();
        vec![Block::Table { columns, widths: vec![75, 25], rows, every_page: String::new() }]
    }

    /// The estimate as it stands: scores from least to most, and its predicate where both ends share one.
    fn estimate(&self) -> Vec<Block> {
        let report = assess(self.work);
        let number = |value| decimal(value, Places::Exactly(2), Numerals::Indonesian);
        let score = |range: Range<Fraction>| {
            if range.is_settled() {
                return number(range.low);
            }
            fill(said::RANGE, &[("0", &number(range.low)), ("1", &number(range.high))])
        };
        let aspects =
            report.honest_aspects().into_iter().map(|one| (self.texts[one.aspect].name.to_owned(), score(one.score)));
        let predicate = report.honest_predicate();
        let shared = predicate.low.filter(|low| predicate.high.is_some_and(|high| high.id == low.id));
        let named = shared.map_or(BLANK, |one| self.texts[one].name).to_owned();
        let total = [(said::SCORE.to_owned(), score(report.honest_total())), (said::PREDICATE.to_owned(), named)];
        vec![Block::Fields(aspects.chain(total).collect())]
    }

    /// Whether every amount of this year's result on a side is known.
    fn is_whole(&self, side: Side) -> bool {
        let own = self.groups(Part::Result).into_iter().filter(|(_, own)| *own == side);
        own.flat_map(|(group, _)| group.accounts(self.work.variant))
            .all(|account| self.known(Year::Current, account).is_some())
    }

    /// This year's result by line, beside room for next year's plan; `None` where nothing of it is known.
    fn plan(&self, side: Side, columns: Vec<String>) -> Option<Block> {
        let name = if side == Side::Revenue { said::INCOME } else { said::COSTS };
        let mut statement = Statement::new(name, columns);
        let mut lines = Vec::new();
        for (account, amount) in self.amounts(&[Part::Result], Some(side)) {
            lines.push((statement.line(self.name(account), vec![Figure::Amount(amount), Figure::Open]), false));
        }
        if lines.is_empty() {
            return None;
        }
        // What is not known leaves one line to fill, and no sum.
        if !self.is_whole(side) {
            lines.push((statement.line(said::UNSAID, vec![Figure::Open, Figure::Open]), false));
        }
        statement.sum(said::TOTAL, &lines);
        Some(Block::Statement(statement))
    }
}

/// The columns of a comparative statement: what it is, this year, last year.
pub(super) fn columns(work: &Assessment) -> [String; 3] {
    let end = work.profile.book_year_end.as_deref().and_then(Day::parse);
    let day = |months: i32, unknown: &str| {
        end.map_or_else(|| unknown.to_owned(), |end| SPEECH.day(end.plus_months_at_month_end(months)) + " (Rp)")
    };
    [said::LINE.to_owned(), day(0, said::THIS_YEAR), day(-12, said::LAST_YEAR)]
}

impl Desk<'_> {
    /// What the books say in a block of this kind; `None` where the paper is filled without them, or it is none of these.
    pub(super) fn of_books(&self, kind: BlockKind, columns: &dyn Fn() -> Vec<String>) -> Option<Vec<Block>> {
        let books = Books::of(self.work?);
        Some(match kind {
            BlockKind::Position => books.position(),
            BlockKind::Result => books.result(),
            BlockKind::Equity => books.equity(),
            BlockKind::Cash => books.cash(),
            BlockKind::Notes => books.notes(),
            BlockKind::Ratios => books.ratios(),
            BlockKind::Estimate => books.estimate(),
            BlockKind::Income => vec![books.plan(Side::Revenue, columns())?],
            BlockKind::Costs => vec![books.plan(Side::Expense, columns())?],
            _ => return None,
        })
    }
}

//! The division of the surplus as a paper.

use super::statement::{Figure, Statement, named};
use super::{Block, Desk, SPEECH};
use crate::assessment::Assessment;
use crate::exact::Fraction;
use crate::locale::fill;
use crate::money::{self, Numerals, Rupiah};
use crate::rat::ShuInput;
use crate::rat::book::said;
use crate::rulebook::Year;
use crate::scoring::Figures;
use crate::shu::{self, Outcome};

/// Lines to say how a loss is borne.
const LINES: u16 = 3;

/// What the books say of this year's surplus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Surplus {
    /// After tax, by the result statement.
    pub result: Option<i64>,
    /// By the balance sheet.
    pub balance: Option<i64>,
    /// What the reserve holds.
    pub reserve: Option<i64>,
}

impl Surplus {
    /// Reads the books.
    #[must_use]
    pub fn of(work: &Assessment) -> Self {
        let account = |id| work.amount(Year::Current, id).known().map(Rupiah::get);
        Self {
            result: Figures::new(work).named("shu_setelah_pajak", Year::Current).known().and_then(Fraction::to_whole),
            balance: account("shu_periode_berjalan"),
            reserve: account("cadangan_umum"),
        }
    }

    /// The amount to be shared: the result statement's, or else the balance sheet's.
    #[must_use]
    pub fn amount(&self) -> Option<i64> {
        self.result.or(self.balance)
    }

    /// Whether the two statements say different amounts.
    #[must_use]
    pub fn differs(&self) -> bool {
        self.result.zip(self.balance).is_some_and(|(result, balance)| result != balance)
    }

    /// What becomes of it; `None` while it is not known. Without a known reserve nobody says what that covers.
    #[must_use]
    pub fn outcome(&self, said: &ShuInput) -> Option<Outcome> {
        let amount = self.amount()?;
        match self.reserve {
            None if amount < 0 => Some(Outcome::OpenLoss),
            reserve => Some(shu::outcome(said, amount, reserve.unwrap_or_default())),
        }
    }
}

impl Desk<'_> {
    /// The division, or lines to fill.
    pub(super) fn surplus(&self) -> Vec<Block> {
        let (found, unsaid) = (self.work.map(Surplus::of), ShuInput::default());
        let shares = self.work.map_or(&unsaid, |work| &work.rat.shu);
        let mut blocks = Vec::new();
        if found.is_some_and(|found| found.differs()) {
            blocks.push(Block::Draft(said::DIFFERS.to_owned()));
        }
        match found.and_then(|found| found.outcome(shares)) {
            None => {
                blocks.push(Block::Draft(said::UNKNOWN.to_owned()));
                blocks.push(Block::Statement(planned(shares)));
            }
            Some(Outcome::NotWhole(sum)) => {
                let share = Figure::Share(sum).print();
                blocks.push(Block::Draft(fill(said::NOT_WHOLE, &[("0", &share)])));
                let amount = found.and_then(|found| found.amount());
                blocks.push(Block::Fields(vec![(said::YEAR_RESULT.to_owned(), rupiah(amount.unwrap_or_default()))]));
                blocks.push(Block::Statement(planned(shares)));
            }
            Some(Outcome::Shared { parts, rest }) => {
                let part = |part: &shu::Part| (part.fund, part.share, Figure::Amount(part.amount));
                blocks.push(Block::Statement(divided(parts.iter().map(part))));
                if rest > 0 {
                    blocks.push(Block::Text(fill(said::REST, &[("0", &rest)])));
                }
            }
            Some(Outcome::Loss { reserve, members, carried }) => {
                let columns = named(&[said::PART, said::RUPIAH]);
                let mut statement = Statement::new(said::LOSS, columns);
                let lines = [(said::RESERVE, reserve), (said::MEMBERS, members), (said::CARRIED, carried)];
                let lines = lines.map(|(name, amount)| (statement.line(name, vec![Figure::Amount(amount)]), false));
                statement.sum(said::LOSS, &lines);
                blocks.push(Block::Statement(statement));
            }
            Some(Outcome::OpenLoss) => {
                let loss = found.and_then(|found| found.amount()).unwrap_or_default().saturating_neg();
                blocks.push(Block::Fields(vec![(said::LOSS.to_owned(), rupiah(loss))]));
                blocks.push(Block::Heading(said::OPEN_LOSS.to_owned()));
                blocks.push(Block::Lines(LINES));
            }
            Some(Outcome::Nothing) => blocks.push(Block::Text(said::NOTHING.to_owned())),
        }
        blocks
    }

    /// Each member's part, by number. Nothing where there is no list, or nothing to share.
    pub(super) fn member_shares(&self) -> Vec<Block> {
        let Some(work) = self.work else { return Vec::new() };
        let list = shu::members(&work.rat.shu.list).unwrap_or_default();
        let parts = Surplus::of(work).outcome(&work.rat.shu).map(|outcome| outcome.members());
        let Some(parts) = parts.filter(|parts| !list.is_empty() && *parts != (0, 0)) else { return Vec::new() };
        let (by_capital, by_business) = shu::each(&list, parts);
        let columns = [said::NUMBER, said::SAVINGS, said::BUSINESS, said::BY_CAPITAL, said::BY_BUSINESS, said::BOTH];
        let mut statement = Statement::new(said::BOTH, named(&columns));
        for (place, member) in list.iter().enumerate() {
            let share = |shares: &Option<Vec<i64>>| Figure::from(shares.as_ref().map(|shares| shares[place]));
            let own = [Figure::Amount(member.savings), Figure::Amount(member.business)];
            let figures = [own, [share(&by_capital), share(&by_business)]].concat();
            let line = statement.line(&member.number, figures);
            let both = statement.total(vec![(line, 2, false), (line, 3, false)]);
            statement.lines[line].figures.push(both);
        }
        let lines: Vec<(usize, bool)> = (0..list.len()).map(|line| (line, false)).collect();
        statement.sum(said::TOTAL, &lines);
        let unshared = [(parts.0, by_capital), (parts.1, by_business)];
        let is_unshared = unshared.iter().any(|(amount, shares)| *amount != 0 && shares.is_none());
        let unshared = is_unshared.then(|| said::NO_WEIGHTS.to_owned());
        let listed = list.len() as u64;
        let others = self.facts.members.filter(|members| *members != listed);
        let others = others.map(|members| fill(said::FEW_MEMBERS, &[("0", &listed), ("1", &members)]));
        let drafts = unshared.into_iter().chain(others).map(Block::Draft);
        drafts.chain([Block::Statement(statement)]).collect()
    }
}

/// An amount in rupiah as a field says it.
fn rupiah(amount: i64) -> String {
    format!("Rp{}", money::count(amount, Numerals::Indonesian))
}

/// The shares as far as they are said, with room for the amounts; all funds where none is said.
fn planned(shares: &ShuInput) -> Statement {
    let none = shares.shares.iter().all(Option::is_none);
    let lines = shares.shares.iter().enumerate().filter(|(_, share)| none || share.is_some_and(|share| share > 0));
    divided(lines.map(|(fund, share)| (fund, share.unwrap_or(-1), Figure::Open)))
}

/// Funds with their shares and amounts; a share below zero is not said.
fn divided(parts: impl Iterator<Item = (usize, i64, Figure)>) -> Statement {
    let columns = [said::PART, said::SHARE, said::RUPIAH];
    let mut statement = Statement::new("Pembagian SHU", named(&columns));
    let share = |share| if share < 0 { Figure::Open } else { Figure::Share(share) };
    let lines =
        parts.map(|(fund, part, amount)| statement.line(shu::NAMES[fund].say(SPEECH), vec![share(part), amount]));
    let lines: Vec<(usize, bool)> = lines.map(|line| (line, false)).collect();
    statement.sum(said::TOTAL, &lines);
    statement
}

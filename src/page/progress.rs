//! How far the work has got, section by section.

use crate::assessment::{Amount, Assessment};
use crate::rulebook::{Aspect, Group, Indicator, Statement, Subaspect, Year};

/// How many seconds a question takes a board that talks it over: 145 took 55 minutes when a newcomer walked through them.
pub const ITEM: usize = 23;
/// How many seconds an amount takes that is copied from a statement: 232 took half an hour.
pub const AMOUNT: usize = 8;
/// How many seconds a question takes that a board answers from memory: fifteen took some four minutes.
pub const FACT: usize = 18;

/// So many of so many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Progress {
    /// How many are filled in.
    pub done: usize,
    /// How many there are.
    pub all: usize,
}

impl Progress {
    /// Whether nothing is left.
    #[must_use]
    pub const fn is_complete(self) -> bool {
        self.done == self.all
    }

    /// How many minutes the rest takes, at so many seconds each.
    ///
    /// ```
    /// use cermin_koperasi::page::{Progress, progress::ITEM};
    /// assert_eq!(Progress { done: 0, all: 145 }.minutes(ITEM), 56);
    /// assert_eq!(Progress { done: 145, all: 145 }.minutes(ITEM), 0);
    /// ```
    #[must_use]
    pub const fn minutes(self, seconds: usize) -> usize {
        ((self.all - self.done) * seconds).div_ceil(60)
    }

    /// Both together.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self { done: self.done + other.done, all: self.all + other.all }
    }

    /// The items of an indicator; *belum tahu* on purpose is an answer too.
    #[must_use]
    pub fn indicator(assessment: &Assessment, indicator: &Indicator) -> Self {
        let items = indicator.items();
        let done = items.iter().filter(|item| assessment.answers.contains_key(item.id)).count();
        Self { done, all: items.len() }
    }

    /// The items of a subaspect.
    #[must_use]
    pub fn subaspect(assessment: &Assessment, subaspect: &Subaspect) -> Self {
        let each = subaspect.indicators.iter().map(|indicator| Self::indicator(assessment, indicator));
        each.fold(Self::default(), Self::and)
    }

    /// The amounts of a group in the years it is asked for; a year marked complete has no blanks in what was opened. What was
    /// never opened is asked about, and not done before its owner has said that it is zero, whatever it counts as.
    #[must_use]
    pub fn group(assessment: &Assessment, group: &Group) -> Self {
        let (books, variant) = (&assessment.statements, assessment.variant);
        let in_year = |year: Year| {
            let (book, opened) = (books.year(year), books.has_entry(variant, year, group));
            let accounts = group.accounts(variant).iter().filter(|account| account.years().any(|asked| asked == year));
            accounts.fold(Self::default(), |progress, account| {
                // What waits for a yes is not done; *belum tahu* on purpose is.
                let counted = || opened && assessment.amount(year, account.id) != Amount::Unknown;
                let done = book.amounts.contains_key(account.id) || counted();
                progress.and(Self { done: usize::from(done), all: 1 })
            })
        };
        in_year(Year::Current).and(in_year(Year::Prior))
    }

    /// The profile's questions that matter for the check; the level may stay unsaid.
    #[must_use]
    pub fn profile(assessment: &Assessment) -> Self {
        let profile = &assessment.profile;
        let answered = [profile.kind.is_some(), profile.members.is_some(), profile.book_year_end.is_some()];
        Self { done: answered.iter().filter(|done| **done).count(), all: answered.len() }
    }

    /// All items.
    #[must_use]
    pub fn items(assessment: &Assessment) -> Self {
        let parts = assessment.asked().iter().flat_map(|aspect| aspect.subaspects);
        parts.map(|part| Self::subaspect(assessment, part)).fold(Self::default(), Self::and)
    }

    /// All amounts; without a score none is asked.
    #[must_use]
    pub fn amounts(assessment: &Assessment) -> Self {
        if assessment.unrated().is_some() {
            return Self::default();
        }
        let groups = assessment.variant.groups.iter().map(|group| Self::group(assessment, group));
        groups.fold(Self::default(), Self::and)
    }

    /// Everything.
    #[must_use]
    pub fn whole(assessment: &Assessment) -> Self {
        Self::items(assessment).and(Self::amounts(assessment))
    }

    /// How many minutes everything that is left takes: what the parts say beside it, added up.
    #[must_use]
    pub fn minutes_left(assessment: &Assessment) -> usize {
        let statements = [Statement::Balance, Statement::Result, Statement::Memo];
        let books = statements.map(|one| Self::statement(assessment, one).minutes(AMOUNT)).iter().sum::<usize>();
        Self::item_minutes(assessment) + if assessment.unrated().is_some() { 0 } else { books }
    }

    /// How many of them the items take.
    #[must_use]
    pub fn item_minutes(assessment: &Assessment) -> usize {
        let parts = assessment.asked().iter().flat_map(|aspect| aspect.subaspects);
        parts.map(|part| Self::subaspect(assessment, part).minutes(ITEM)).sum()
    }

    /// The amounts of a statement.
    #[must_use]
    pub fn statement(assessment: &Assessment, statement: Statement) -> Self {
        let groups = assessment.variant.groups.iter().filter(|group| group.statement == statement);
        groups.map(|group| Self::group(assessment, group)).fold(Self::default(), Self::and)
    }

    /// The first indicator that still has a blank item, from a place in the form on.
    #[must_use]
    pub fn next_open(assessment: &Assessment) -> Option<&'static Indicator> {
        let mut indicators = assessment.asked().iter().flat_map(Aspect::indicators);
        indicators.find(|indicator| !Self::indicator(assessment, indicator).is_complete())
    }
}

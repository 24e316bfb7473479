//! The law as data: what is asked, how it is counted, where it is written and since when.
//!
//! Every rulebook is one file under `books/`, checked and written as lines by `build.rs`. Nothing here computes a score; see
//! [`crate::scoring`]. The types hold three families without a rewrite: levels of 4 to 1 (KKPKK 2021), points per
//! component (Perdep 06/2016, Permen 14/2009), and checklists that earn points by share.

mod action;
mod bands;
mod citation;
mod deed;
mod formula;
mod index;
mod kind;
mod moves;
mod place;
mod reader;
mod text;
#[cfg(test)]
mod two_forms;

pub use action::{Action, Doer, Span};
pub use bands::{Band, Bands, Bound, Ladder, Override, Trigger};
pub use citation::{Citation, Reference};
pub use deed::Deed;
pub use formula::{Formula, Formulas, Year};
pub use index::{Index, Listed};
pub use kind::{CoopKind, CoopKinds};
pub use moves::{Direction, Leg, Move, Moves};
pub use place::Place;
pub use text::{
    AccountText, AspectText, DifferenceHelp, DifferenceText, Help, IndicatorText, ItemHelp, ItemText, NamedText,
    PredicateText, RatioHelp, TermText, Texts,
};

use std::sync::LazyLock;

use crate::exact::Fraction;
use crate::lines::{Lines, Read};
use crate::locale::{Locale, Spoken};

mod books {
    include!(concat!(env!("OUT_DIR"), "/books.rs"));
}

/// All rulebooks this build knows, read at first use.
pub static RULEBOOKS: LazyLock<&'static [&'static Rulebook]> = LazyLock::new(|| {
    let books = books::RULES.iter().map(|rules| <&Rulebook>::read(&mut Lines::new(rules)));
    books.collect::<Vec<_>>().leak()
});

/// One regulation, in all its editions and variants.
#[derive(Debug)]
pub struct Rulebook {
    /// Stable id, `kkpkk-2021`.
    pub id: &'static str,
    /// The regulation's own title.
    pub title: &'static str,
    /// The legal act it rests on.
    pub regulation: &'static str,
    /// The day from which it holds, ISO 8601.
    pub in_force: &'static str,
    /// Dated editions, oldest first; the last one is the default.
    pub editions: &'static [Edition],
    /// Forms for different kinds and sizes of cooperative.
    pub variants: &'static [Variant],
    /// Forms that only the whole page carries, in the order in which they follow: none there.
    pub later: &'static [LaterForm],
    /// Where the definition and the worksheet part.
    pub differences: &'static [Difference],
    /// The documents that were read.
    pub references: &'static [Reference],
    /// Sentences of our own about all this, in each language; [`Rulebook::text`] reads them.
    pub texts: Spoken<Texts>,
    /// Ours too: more about each item, see [`Rulebook::help`].
    pub help: Spoken<Help>,
}

/// The rulebook in the form it had from a certain day on.
#[derive(Debug)]
pub struct Edition {
    /// Stable id, `2022`.
    pub id: &'static str,
    /// The day from which it holds, ISO 8601.
    pub from: &'static str,
    /// The doubt about it, an id of [`Rulebook::differences`].
    pub doubt: Option<&'static str>,
    /// Where it was read.
    pub citation: Citation,
}

/// The two ways of counting: what the rule defines, and what the ministry's worksheet computes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Reading {
    /// What the words of the rule say. The default.
    #[default]
    Definition,
    /// The worksheet's arithmetic as it is, slips included: the figure an examiner's sheet would show.
    Worksheet,
}

impl Reading {
    /// The word used in files and in the JavaScript face.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Definition => "definition",
            Self::Worksheet => "worksheet",
        }
    }

    /// The reading named by its code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        [Self::Definition, Self::Worksheet].into_iter().find(|reading| reading.code() == code)
    }

    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Definition => Self::Worksheet,
            Self::Worksheet => Self::Definition,
        }
    }
}

/// A form of the rulebook for one kind and size of cooperative.
#[derive(Debug)]
pub struct Variant {
    /// Stable id, `ksp12`.
    pub id: &'static str,
    /// Its official name.
    pub name: &'static str,
    /// The kinds of cooperative that are asked it. No other form of the book has them.
    pub kinds: CoopKinds,
    /// The highest business class (KUK) that is asked it: the form of those above is not known.
    pub class_to: u8,
    /// Where it was read.
    pub citation: Citation,
    /// What is asked and weighed.
    pub aspects: &'static [Aspect],
    /// The chart of accounts, in groups; `Group::first` indexes [`Variant::accounts`].
    pub groups: &'static [Group],
    /// All accounts, in the form's order.
    pub accounts: &'static [Account],
    /// Named sums over accounts.
    pub aggregates: &'static [Aggregate],
    /// Ladders that several indicators share.
    pub ladders: &'static [Ladder],
    /// The predicates, best first.
    pub predicates: &'static [Predicate],
    /// What the books must agree with.
    pub checks: &'static [Check],
    /// Other ways to read it, where its sources leave a doubt.
    pub alternatives: &'static [Alternative],
    /// What a board can plausibly do to its books; none were written for some variants.
    pub moves: Option<&'static Moves>,
    /// Its ids, filled at first use.
    pub index: Index,
}

/// A form that only the whole page carries, as its first part knows it.
#[derive(Debug)]
pub struct LaterForm {
    /// Its id.
    pub id: &'static str,
    /// The kinds of cooperative that are asked it.
    pub kinds: CoopKinds,
}

/// Another way to read a form, where its sources leave a doubt.
#[derive(Debug)]
pub struct Alternative {
    /// The doubt, an id of [`Rulebook::differences`].
    pub difference: &'static str,
    /// Where it was read.
    pub citation: Citation,
    /// What is summed otherwise: aggregates by their place in the form, and their formula in both years.
    pub formulas: &'static [(u16, Formula)],
}

/// One aspect: a weighed part of the total.
#[derive(Debug)]
pub struct Aspect {
    /// Stable id, `A`.
    pub id: &'static str,
    /// Where it stands, and where its sentences do.
    pub at: Place,
    /// Its official name.
    pub name: &'static str,
    /// Its share of the total; all aspects together are 1.
    pub weight: Fraction,
    /// Where the weight was read.
    pub citation: Citation,
    /// Its parts, shown but not weighed.
    pub subaspects: &'static [Subaspect],
}

impl Aspect {
    /// Its indicators, in the form's order.
    pub fn indicators(&self) -> impl Iterator<Item = &'static Indicator> + Clone + use<> {
        self.subaspects.iter().flat_map(|subaspect| subaspect.indicators.iter())
    }

    /// The most points all its indicators can give together.
    #[must_use]
    pub fn max_points(&self) -> Fraction {
        // A sum of a few small constants always fits.
        Fraction::sum(self.indicators().map(|indicator| indicator.max)).unwrap_or(Fraction::ONE)
    }
}

/// A group of indicators inside an aspect.
#[derive(Debug)]
pub struct Subaspect {
    /// Stable id, `A.I`.
    pub id: &'static str,
    /// Where it stands, and where its sentences do.
    pub at: Place,
    /// Its official name.
    pub name: &'static str,
    /// What is measured.
    pub indicators: &'static [Indicator],
}

/// One scored line of the form.
#[derive(Debug)]
pub struct Indicator {
    /// Stable id, `A.I.1`.
    pub id: &'static str,
    /// Where it stands, and where its sentences do.
    pub at: Place,
    /// Its official name.
    pub name: &'static str,
    /// The most points it can give.
    pub max: Fraction,
    /// Where it was read.
    pub citation: Citation,
    /// Entries of [`Rulebook::differences`] that touch it.
    pub differences: &'static [&'static str],
    /// How it is measured.
    pub measure: Measure,
    /// How a measurement becomes points.
    pub scale: Scale,
}

/// How an indicator is measured.
#[derive(Debug)]
pub enum Measure {
    /// The share of items that are met.
    Checklist(&'static [Item]),
    /// A ratio of figures from the books.
    Ratio(RatioRule),
}

/// A ratio as each reading computes it.
#[derive(Debug)]
pub struct RatioRule {
    /// What its value is counted in.
    pub unit: Unit,
    /// What the definition divides.
    pub definition: Formula,
    /// What the worksheet divides.
    pub worksheet: Formula,
    /// Cases decided before any ratio.
    pub overrides: &'static [Override],
    /// What can be done about it.
    pub action: Action,
}

/// What the value of a ratio is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A share of one, told in per cent.
    Percent,
    /// How many times, such as a turnover in a year.
    Times,
    /// Days.
    Days,
}

impl Indicator {
    /// What its ratio is counted in; per cent for a list of items, which has none.
    #[must_use]
    pub const fn unit(&self) -> Unit {
        match &self.measure {
            Measure::Ratio(rule) => rule.unit,
            Measure::Checklist(_) => Unit::Percent,
        }
    }
}

impl RatioRule {
    /// The formula of a reading.
    #[must_use]
    pub const fn formula(&self, reading: Reading) -> &Formula {
        match reading {
            Reading::Definition => &self.definition,
            Reading::Worksheet => &self.worksheet,
        }
    }
}

/// How a measurement becomes points.
#[derive(Debug)]
pub enum Scale {
    /// By bands; which table holds depends on edition and reading.
    Bands(&'static [Bands]),
    /// A shared table, an index into [`Variant::ladders`].
    Shared(u16),
    /// Points in proportion to the share met (Perdep 06/2016, aspect *manajemen*).
    Proportional,
}

/// A yes/no line of a checklist.
#[derive(Debug)]
pub struct Item {
    /// Stable id, `A.I.1.a`.
    pub id: &'static str,
    /// Where it stands, and where its sentences do.
    pub at: Place,
    /// Its place in the worksheet.
    pub cell: &'static str,
    /// Whether *not applicable* may be answered; such an item leaves the count.
    pub not_applicable: bool,
    /// Doubts about its wording.
    pub differences: &'static [&'static str],
    /// What can be done about it.
    pub action: Action,
}

/// Which statement a group of accounts belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Statement {
    /// *Neraca*, the balance sheet.
    Balance,
    /// *Perhitungan hasil usaha*, the result statement.
    Result,
    /// Amounts beside the statements: loans by quality, collateral.
    Memo,
}

/// On which side of the books an account stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// *Aktiva*.
    Asset,
    /// *Kewajiban*.
    Liability,
    /// *Ekuitas*.
    Equity,
    /// *Pendapatan*.
    Revenue,
    /// *Beban*.
    Expense,
    /// Beside the books.
    Memo,
}

/// A run of accounts shown together.
#[derive(Debug)]
pub struct Group {
    /// Stable id, `aktiva_lancar`.
    pub id: &'static str,
    /// Where it stands, and where its sentences do.
    pub at: Place,
    /// Its official name.
    pub name: &'static str,
    /// The statement it stands in.
    pub statement: Statement,
    /// Index of its first account.
    pub first: u16,
    /// How many accounts it has.
    pub count: u16,
}

impl Group {
    /// The places of its accounts in the form's list.
    #[must_use]
    pub fn places(&self) -> std::ops::Range<usize> {
        usize::from(self.first)..usize::from(self.first + self.count)
    }

    /// Whether any of its accounts is asked for in a year.
    #[must_use]
    pub fn is_asked(&self, variant: &Variant, year: Year) -> bool {
        year == Year::Current || self.accounts(variant).iter().any(|account| account.prior)
    }

    /// Its accounts.
    #[must_use]
    pub fn accounts<'v>(&self, variant: &'v Variant) -> &'v [Account] {
        &variant.accounts[self.places()]
    }
}

impl Account {
    /// The group it stands in.
    #[must_use]
    pub fn group(&self, variant: &'static Variant) -> Option<&'static Group> {
        variant.groups.iter().find(|group| group.accounts(variant).iter().any(|one| one.id == self.id))
    }
}

/// One line of the statements, in whole rupiah.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "marks of a data file")]
pub struct Account {
    /// Stable id, `kas`.
    pub id: &'static str,
    /// Where it stands, and where its sentences do.
    pub at: Place,
    /// On which side it stands.
    pub side: Side,
    /// Its place in the worksheet.
    pub cell: &'static str,
    /// Typed as a positive amount and taken away from its group (*penyisihan*, *akumulasi penyusutan*).
    pub contra: bool,
    /// May be negative (*SHU* in a year of loss).
    pub signed: bool,
    /// Whether the prior year is asked for.
    pub prior: bool,
    /// Whether few cooperatives have it: a screen puts it behind the others. It changes no score.
    pub rare: bool,
}

impl Account {
    /// The years it is asked for.
    ///
    /// ```
    /// use cermin_koperasi::rulebook::{RULEBOOKS, Year};
    /// let variant = &RULEBOOKS[0].variants[0];
    /// let cash = &variant.accounts[variant.account_index("kas").expect("every chart has cash")];
    /// assert!(cash.years().eq([Year::Current, Year::Prior]));
    /// ```
    pub fn years(&self) -> impl Iterator<Item = Year> + use<> {
        let prior = self.prior;
        Year::BOTH.into_iter().filter(move |year| prior || *year == Year::Current)
    }
}

/// A named sum.
#[derive(Debug)]
pub struct Aggregate {
    /// Stable id, `total_aktiva`.
    pub id: &'static str,
    /// Where it stands, and where its sentences do.
    pub at: Place,
    /// What it sums, by reading and year.
    pub formulas: Formulas,
    /// Where it was read.
    pub citation: Citation,
    /// Where the readings part.
    pub differences: &'static [&'static str],
}

/// A final predicate and the totals that earn it.
#[derive(Debug, PartialEq, Eq)]
pub struct Predicate {
    /// Stable id, `cukup-sehat`.
    pub id: &'static str,
    /// Where it stands, and where its sentences do.
    pub at: Place,
    /// The official word.
    pub name: &'static str,
    /// The totals that earn it, from 0 to 100.
    pub range: Band,
    /// Where it was read.
    pub citation: Citation,
}

/// Something the books must agree with. It warns and never changes a figure.
#[derive(Clone, Copy, Debug)]
pub struct Check {
    /// Stable id, `balance`.
    pub id: &'static str,
    /// What must hold between the two sides.
    pub kind: CheckKind,
    /// One side.
    pub left: Formula,
    /// The other side.
    pub right: Formula,
    /// The entry of [`Rulebook::differences`] that tells why it matters.
    pub difference: Option<&'static str>,
}

/// What a [`Check`] demands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckKind {
    /// Both sides equal.
    Equal,
    /// The left at most the right.
    AtMost,
    /// Neither side more than `factor` times the other: more smells of thousands beside rupiah.
    SameUnit {
        /// How many times is too many.
        factor: i64,
    },
}

/// A place where the worksheet does something else than its definition says, or where the definition is silent.
#[derive(Debug)]
pub struct Difference {
    /// Stable id, `D01`.
    pub id: &'static str,
    /// Where it stands, and where its sentences do.
    pub at: Place,
    /// The form whose sheet it is about, an index into [`Rulebook::variants`].
    pub variant: u16,
    /// Its kind: `defect`, `definition`, `accounting`, `ladder`, `structural`, `ambiguous`, `revision`, `text`, `display`.
    pub class: &'static str,
    /// Cells of the worksheet.
    pub places: &'static [&'static str],
    /// Indicators it can move.
    pub affects: &'static [&'static str],
}

/// The rulebook with this id.
#[must_use]
pub fn find(id: &str) -> Option<&'static Rulebook> {
    RULEBOOKS.iter().copied().find(|book| book.id == id)
}

impl Rulebook {
    /// The variant with this id.
    #[must_use]
    pub fn variant(&'static self, id: &str) -> Option<&'static Variant> {
        self.variants.iter().find(|variant| variant.id == id)
    }

    /// The form that a kind of cooperative is asked; `None` where the book has none for it.
    ///
    /// ```
    /// use cermin_koperasi::rulebook::{self, CoopKind};
    /// let book = rulebook::find("kkpkk-2021").unwrap();
    /// assert_eq!(book.form_for(CoopKind::Usp).map(|form| form.id), Some("ksp12"));
    /// assert_eq!(book.form_for(CoopKind::Riil).map(|form| form.id), Some("riil12"));
    /// assert!(book.form_for(CoopKind::Sharia).is_none());
    /// ```
    #[must_use]
    pub fn form_for(&'static self, kind: CoopKind) -> Option<&'static Variant> {
        self.variants.iter().find(|variant| variant.kinds.contains(kind))
    }

    /// The place of an edition in time, by its id.
    #[must_use]
    pub fn edition_index(&self, id: &str) -> Option<usize> {
        self.editions.iter().position(|edition| edition.id == id)
    }

    /// The newest edition.
    #[must_use]
    pub const fn newest_edition(&self) -> usize {
        self.editions.len() - 1
    }

    /// Our sentences in a language; Indonesian where that language is not installed.
    #[must_use]
    pub fn text(&'static self, locale: Locale) -> &'static Texts {
        self.texts.of(self.id, locale)
    }

    /// More about each item in a language; nothing where that is still to be fetched, see
    /// [`install_help`](crate::locale::install_help).
    #[must_use]
    pub fn help(&'static self, locale: Locale) -> Option<&'static Help> {
        locale.has_help().then(|| self.help.of(&[self.id, "-help"].concat(), locale))
    }

    /// The difference with this id.
    #[must_use]
    pub fn difference(&'static self, id: &str) -> Option<&'static Difference> {
        self.differences.iter().find(|difference| difference.id == id)
    }
}

impl Variant {
    /// All indicators, with their aspect, in the form's order.
    pub fn indicators(&'static self) -> impl Iterator<Item = (&'static Aspect, &'static Indicator)> {
        self.aspects.iter().flat_map(|aspect| aspect.indicators().map(move |indicator| (aspect, indicator)))
    }

    /// The indicator with this id.
    #[must_use]
    pub fn indicator(&'static self, id: &str) -> Option<&'static Indicator> {
        self.indicators().map(|(_, indicator)| indicator).find(|indicator| indicator.id == id)
    }

    /// All items of all checklists, with their indicator, in the form's order.
    pub fn items(&'static self) -> impl Iterator<Item = (&'static Indicator, &'static Item)> {
        self.indicators().flat_map(|(_, indicator)| indicator.items().iter().map(move |item| (indicator, item)))
    }

    /// The aggregate with this id.
    #[must_use]
    pub fn aggregate(&'static self, id: &str) -> Option<&'static Aggregate> {
        self.aggregates.iter().find(|aggregate| aggregate.id == id)
    }

    /// What is known of this form's own sheet: where it and its definition part.
    pub fn differences(&'static self, book: &'static Rulebook) -> impl Iterator<Item = &'static Difference> {
        let own = book.variants.iter().position(|variant| variant.id == self.id);
        book.differences.iter().filter(move |difference| own == Some(usize::from(difference.variant)))
    }

    /// The predicate a total earns.
    #[must_use]
    pub fn predicate(&'static self, total: Fraction) -> Option<&'static Predicate> {
        self.predicates.iter().find(|predicate| predicate.range.holds(total))
    }
}

impl Indicator {
    /// Its items; none for a ratio.
    #[must_use]
    pub const fn items(&self) -> &'static [Item] {
        match self.measure {
            Measure::Checklist(items) => items,
            Measure::Ratio(_) => &[],
        }
    }

    /// The table that turns a measurement into points under an edition and a reading; `None` for a proportional scale.
    ///
    /// Of the tables that hold, the newest edition's counts, and among those one written for this very reading.
    #[must_use]
    pub fn bands(&self, variant: &Variant, edition: usize, reading: Reading) -> Option<&'static Bands> {
        let tables: &'static [Bands] = match self.scale {
            Scale::Bands(tables) => tables,
            Scale::Shared(ladder) => variant.ladders[usize::from(ladder)].tables,
            Scale::Proportional => return None,
        };
        let holds = |table: &&Bands| table.edition <= edition && table.reading.is_none_or(|only| only == reading);
        tables.iter().filter(holds).max_by_key(|table| (table.edition, table.reading.is_some()))
    }
}

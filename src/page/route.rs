//! Where the reader is: one screen, one address. The address is a fragment, so it works from `file://`, in a frame and
//! offline, and never reaches a server.

use super::advice::AdviceRoute;
use super::rat::RatRoute;
use super::workshop::WorkshopRoute;
use crate::rulebook::Variant;

/// A screen.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Route {
    /// What this is, and the doors.
    #[default]
    Start,
    /// Type, level, members, book year.
    Profile,
    /// Everything there is to fill in, with its state.
    Tasks,
    /// The items of one indicator.
    Indicator(String),
    /// The answers of one subaspect, to check.
    Answers(String),
    /// The groups of the books, with totals.
    Books,
    /// A balance sheet of the board's own, pasted whole.
    Sheet,
    /// The amounts of one group of accounts.
    Group(String),
    /// What the books check noticed.
    Findings,
    /// The score.
    Result,
    /// What the score is made of, part by part, and what other ways of counting make of it.
    Scores,
    /// How one indicator's score came about.
    Trace(String),
    /// The sums behind one figure: its id and whether it is last year's.
    Figure(String, bool),
    /// A screen about the RAT.
    Rat(RatRoute),
    /// The sheet of a village cooperative's RAT, to type.
    Kdmp,
    /// The same, to read off and hand on.
    KdmpList,
    /// A screen that helps to act on the score.
    Advice(AdviceRoute),
    /// A screen of a workshop.
    Workshop(WorkshopRoute),
    /// What to do first.
    Improve,
    /// Every tool, by what it is for.
    Map,
    /// Where definition and worksheet part.
    Differences,
    /// Save, open, delete.
    Files,
    /// Really delete everything?
    Wipe,
    /// Save and open under a passphrase.
    Sealed,
    /// Words explained.
    Glossary,
    /// What happens to the answers: nothing leaves.
    Privacy,
    /// Language, shared computer.
    Settings,
}

/// In which part of the page a screen stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place<'r> {
    /// On a first visit.
    First(First<'r>),
    /// In the part that comes after it.
    Later(Later<'r>),
}

/// A screen of a first visit: see [`Route`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "`Route` tells what each is")]
pub enum First<'r> {
    Start,
    Profile,
    Tasks,
    Indicator(&'r str),
    Result,
    Files,
    Wipe,
    Privacy,
    Settings,
}

/// A screen of the second part: see [`Route`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "`Route` tells what each is")]
pub enum Later<'r> {
    Answers(&'r str),
    Books,
    Sheet,
    Group(&'r str),
    Findings,
    Scores,
    Trace(&'r str),
    Figure(&'r str, bool),
    Rat(&'r RatRoute),
    Kdmp,
    KdmpList,
    Advice(&'r AdviceRoute),
    Workshop(&'r WorkshopRoute),
    Improve,
    Map,
    Differences,
    Sealed,
    Glossary,
}

impl Route {
    /// Its fragment, with the `#`.
    ///
    /// ```
    /// use cermin_koperasi::page::Route;
    /// assert_eq!(Route::Indicator("A.I.1".into()).hash(), "#/butir/A.I.1");
    /// assert_eq!(Route::parse("#/butir/A.I.1"), Some(Route::Indicator("A.I.1".into())));
    /// ```
    #[must_use]
    pub fn hash(&self) -> String {
        let (word, rest) = self.parts();
        let mut hash = format!("#/{word}");
        for part in rest {
            hash.push('/');
            hash.push_str(&part);
        }
        hash
    }

    /// The screen of a fragment; `None` where there is none.
    #[must_use]
    pub fn parse(hash: &str) -> Option<Self> {
        let mut parts = hash.trim_start_matches(['#', '/']).split('/');
        let word = parts.next().unwrap_or_default();
        let mut argument = || parts.next().map(str::to_owned);
        let plain = Self::PLAIN.iter().find(|(known, _)| *known == word).map(|(_, route)| route.clone());
        let route = match word {
            "butir" => Self::Indicator(argument()?),
            "jawaban" => Self::Answers(argument()?),
            "pos" => Self::Group(argument()?),
            "rincian" => Self::Trace(argument()?),
            "angka" => Self::Figure(argument()?, argument().as_deref() == Some("lalu")),
            _ if plain.is_some() => plain?,
            _ => {
                let argument = argument();
                let advice = AdviceRoute::parse(word, argument.as_deref()).map(Self::Advice);
                let rat = || RatRoute::parse(word, argument.as_deref()).map(Self::Rat);
                advice.or_else(rat).or_else(|| WorkshopRoute::parse(word, argument.as_deref()).map(Self::Workshop))?
            }
        };
        parts.next().is_none().then_some(route)
    }

    const PLAIN: [(&'static str, Self); 19] = [
        ("", Self::Start),
        ("profil", Self::Profile),
        ("isian", Self::Tasks),
        ("pembukuan", Self::Books),
        ("neraca", Self::Sheet),
        ("periksa-buku", Self::Findings),
        ("hasil", Self::Result),
        ("periksa-angka", Self::Scores),
        ("kdmp", Self::Kdmp),
        ("kdmp-salin", Self::KdmpList),
        ("perbaikan", Self::Improve),
        ("alat", Self::Map),
        ("beda", Self::Differences),
        ("berkas", Self::Files),
        ("hapus", Self::Wipe),
        ("kunci", Self::Sealed),
        ("istilah", Self::Glossary),
        ("privasi", Self::Privacy),
        ("pengaturan", Self::Settings),
    ];

    pub(super) fn parts(&self) -> (&'static str, Vec<String>) {
        match self {
            Self::Indicator(id) => ("butir", vec![id.clone()]),
            Self::Answers(id) => ("jawaban", vec![id.clone()]),
            Self::Group(id) => ("pos", vec![id.clone()]),
            Self::Trace(id) => ("rincian", vec![id.clone()]),
            Self::Figure(id, prior) => {
                ("angka", [id.clone()].into_iter().chain(prior.then(|| "lalu".to_owned())).collect())
            }
            Self::Rat(route) => route.parts(),
            Self::Advice(route) => route.parts(),
            Self::Workshop(route) => route.parts(),
            plain => {
                let word = Self::PLAIN.iter().find(|(_, route)| route == plain).map_or("", |(word, _)| word);
                (word, Vec::new())
            }
        }
    }

    /// In which part of the page it stands, and which screen of that part it is.
    #[must_use]
    #[allow(clippy::inline_always, reason = "measured: the first part asks twice, and needs half of the answer")]
    #[inline(always)]
    pub const fn place(&self) -> Place<'_> {
        Place::Later(match self {
            Self::Start => return Place::First(First::Start),
            Self::Profile => return Place::First(First::Profile),
            Self::Tasks => return Place::First(First::Tasks),
            Self::Indicator(id) => return Place::First(First::Indicator(id.as_str())),
            Self::Result => return Place::First(First::Result),
            Self::Files => return Place::First(First::Files),
            Self::Wipe => return Place::First(First::Wipe),
            Self::Privacy => return Place::First(First::Privacy),
            Self::Settings => return Place::First(First::Settings),
            Self::Answers(id) => Later::Answers(id.as_str()),
            Self::Books => Later::Books,
            Self::Sheet => Later::Sheet,
            Self::Group(id) => Later::Group(id.as_str()),
            Self::Findings => Later::Findings,
            Self::Scores => Later::Scores,
            Self::Trace(id) => Later::Trace(id.as_str()),
            Self::Figure(id, prior) => Later::Figure(id.as_str(), *prior),
            Self::Rat(route) => Later::Rat(route),
            Self::Kdmp => Later::Kdmp,
            Self::KdmpList => Later::KdmpList,
            Self::Advice(route) => Later::Advice(route),
            Self::Workshop(route) => Later::Workshop(route),
            Self::Improve => Later::Improve,
            Self::Map => Later::Map,
            Self::Differences => Later::Differences,
            Self::Sealed => Later::Sealed,
            Self::Glossary => Later::Glossary,
        })
    }

    /// Whether the screen comes with the second part of the page (the feature `full`), and not with the first visit.
    ///
    /// ```
    /// use cermin_koperasi::page::Route;
    /// assert!(Route::Improve.is_later() && !Route::Result.is_later());
    /// ```
    #[must_use]
    pub const fn is_later(&self) -> bool {
        matches!(self.place(), Place::Later(_))
    }

    /// Whether the screen is as long as the answers make it: a frame says nothing of how tall it is there, and scrolls.
    ///
    /// ```
    /// use cermin_koperasi::page::Route;
    /// assert!(Route::Result.shows_outcome() && !Route::Tasks.shows_outcome() && !Route::Books.shows_outcome());
    /// let shows = |hash| Route::parse(hash).unwrap().shows_outcome();
    /// assert!(!shows("#/cek") && !shows("#/naskah/60") && !shows("#/istilah"));
    /// // A meeting that was missed brings further questions, and a document that is there its own.
    /// assert!(shows("#/cek/3") && shows("#/siap") && shows("#/meja"));
    /// ```
    #[must_use]
    pub const fn shows_outcome(&self) -> bool {
        let asks = matches!(self, Self::Books | Self::Group(_) | Self::Kdmp | Self::Map);
        // As long with one answer as with another.
        let even = match self {
            Self::Glossary | Self::Sealed | Self::Rat(RatRoute::Signals) => true,
            Self::Rat(RatRoute::Check(place)) => *place != RatRoute::YEARS,
            Self::Workshop(route) => route.tells(),
            _ => false,
        };
        self.is_later() && !asks && !even || matches!(self, Self::Result | Self::Answers(_))
    }

    /// Whether it rests on a score, which some cooperatives do not get: they are told why instead.
    ///
    /// ```
    /// use cermin_koperasi::page::Route;
    /// assert!(Route::Result.needs_score() && !Route::Tasks.needs_score());
    /// ```
    #[must_use]
    pub const fn needs_score(&self) -> bool {
        match self {
            Self::Result | Self::Scores | Self::Trace(_) | Self::Improve | Self::Differences => true,
            Self::Advice(route) => !matches!(route, AdviceRoute::Pack),
            _ => false,
        }
    }

    /// Every screen of a variant: what the tests walk through, and what the gallery shows.
    #[must_use]
    pub fn all(variant: &'static Variant) -> Vec<Self> {
        let plain = Self::PLAIN.iter().map(|(_, route)| route.clone());
        let indicators = variant.indicators().map(|(_, indicator)| indicator);
        let questions = indicators.filter(|one| !one.items().is_empty()).map(|one| Self::Indicator(one.id.to_owned()));
        let traces = variant.indicators().map(|(_, indicator)| Self::Trace(indicator.id.to_owned()));
        let groups = variant.groups.iter().map(|group| Self::Group(group.id.to_owned()));
        let parts = variant.aspects.iter().flat_map(|aspect| aspect.subaspects);
        let asked = parts.filter(|part| part.indicators.iter().any(|one| !one.items().is_empty()));
        let answers = asked.map(|part| Self::Answers(part.id.to_owned()));
        let figures = variant.aggregates.iter().map(|one| Self::Figure(one.id.to_owned(), false));
        let rat = RatRoute::all().map(Self::Rat);
        let advice = AdviceRoute::all(variant).map(Self::Advice);
        let workshop = WorkshopRoute::all().map(Self::Workshop);
        plain
            .chain(advice)
            .chain(rat)
            .chain(workshop)
            .chain(questions)
            .chain(answers)
            .chain(groups)
            .chain(traces)
            .chain(figures)
            .collect()
    }
}

//! Everything the page knows at a moment. Nothing here touches a browser.

use crate::assessment::{Assessment, Unrated};
use crate::calendar::Day;
use crate::exchange::save::Opened;
use crate::exchange::sealed::Refusal;
use crate::keeping::{Asked, Home, Keeper};
use crate::locale::{Locale, Words};
use crate::rulebook::{self, Account, CoopKind, Indicator, ItemHelp, RatioHelp, Texts, Year};
use crate::scoring::{self, Report};

use super::{Aside, Exit, Office, Route, wing};

/// The state of the page.
#[derive(Clone, Debug)]
pub struct Model {
    /// The language that is read.
    pub locale: Locale,
    /// The day, told by the browser; only the edge knows a clock.
    pub today: Option<Day>,
    /// The first digits of the module's hash, shown so that anyone can compare.
    pub build: String,
    /// The local office whose site shows the page.
    pub office: Option<Office>,
    /// The screen.
    pub route: Route,
    /// The screens that led to it, the last one last: *Kembali* goes there.
    pub trail: Vec<Route>,
    /// The board's work: the assessment and whatever else its file carried.
    pub work: Opened,
    /// How many bytes the work takes where it is kept, as far as is known.
    pub weight: usize,
    /// Whether the work is the invented sample.
    pub sample: bool,
    /// What just happened, to be said once.
    pub notice: Option<Notice>,
    /// Whether anything is kept between visits.
    pub keeping: Keeping,
    /// Why the second part of the page was wanted and could not be had, if so.
    pub stranded: Option<Stranded>,
    /// The work that only the second part of the page can read, if there is any.
    pub awaits: Option<Awaited>,
    /// What the second part is to do with it.
    pub arriving: Option<Arriving>,
    /// Whether the device can hand a text file to another app.
    pub can_share: bool,
    /// Whether the browser was told to save data: nothing comes that no screen needs.
    pub saves_data: bool,
    /// A file under a passphrase that waits to be opened.
    pub locked: Option<String>,
    /// What rests beneath the open work while that is somebody else's: one's own first, then what was opened beside it; each
    /// with whether it is the sample. What is open is kept nowhere meanwhile.
    pub undo: Vec<(Opened, bool)>,
    /// Under which keys the device keeps things.
    pub home: Home,
    /// What is known of what the device keeps.
    pub keeper: Keeper,
    /// What is not on the disk yet.
    pub pending: Pending,
    /// What lies aside on the device.
    pub aside: Vec<Aside>,
    /// Keys of what lay aside and was brought back, to go once that is kept.
    pub spent: Vec<String>,
    /// Fields that two pages changed, each in its own way.
    pub asked: Vec<Asked>,
    /// The element that has the focus, if it has a name.
    pub focus: String,
    /// Ways of amounts in it that another page changed since: what is typed over them there is asked about.
    pub came: Vec<Vec<String>>,
    /// What the screens of advice remember beside the work.
    pub advice: wing::AdviceDesk,
    /// What the screens of the books remember beside the work.
    pub amounts: wing::AmountDesk,
    /// A pasted sheet, until it is taken over.
    pub sheet: wing::SheetDesk,
    /// The ministry's own workbook, as far as it was opened or filled.
    pub worksheet: wing::WorksheetDesk,
    /// What the screen of a KDMP's sheet remembers beside the work.
    pub kdmp: wing::KdmpDesk,
    /// Fields about the RAT that took not what was typed into them, by path: it stands there until it is mended.
    pub refused: wing::Refused,
    /// The field that was copied, and whether the clipboard took it.
    pub copied: wing::Copied,
    /// Where this page comes from.
    pub origin: wing::Origin,
    /// The workshop.
    pub workshop: wing::Workshop,
}

/// Something to tell the reader once.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// The work was written to a file of this name.
    Saved(String),
    /// The browser would not let it out this way.
    Barred(Exit),
    /// A file was not put under a passphrase, or not opened.
    Sealed(Refusal),
    /// The work is in the clipboard; if not, it is selected to be copied by hand.
    Copied(bool),
    /// A file was opened; these remarks come with it.
    Opened(Vec<String>),
    /// A file was refused: the sentence says why.
    Refused(String),
    /// The amounts that were entered for this day stand under another year now.
    Year(String),
    /// Everything was deleted.
    Wiped,
    /// The sample is loaded.
    Sample,
    /// Another form is asked from now on; so many entries are not asked in it.
    Form(usize),
    /// The other language could not be fetched.
    Speechless,
    /// A former state is back.
    Undone,
    /// What is open beside one's own work is to become it: sure?
    Adopting,
    /// It has become one's own work; what that was before lies aside.
    Adopted,
    /// Another page deleted everything.
    Gone,
    /// A field about the RAT was refused, with what was typed.
    Rat,
    /// A profile field was refused, with what was typed.
    Field(super::Field, String, super::Fault),
}

/// Work that only the second part of the page can read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Awaited {
    /// It was open from the desk before the page was loaded anew.
    Desk,
    /// It is of a form that only the second part knows.
    Form,
}

/// What leads to a form that only the second part of the page knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arriving {
    /// A file of such work was chosen.
    File(String),
    /// The cooperative is of this kind.
    Kind(CoopKind),
}

/// Why something of the page could not be fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stranded {
    /// It did not come: there is no way to the site now.
    Unreached,
    /// The site has another version by now.
    Outdated,
}

/// What is not on the disk yet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pending {
    /// Whether something is on its way there.
    pub underway: bool,
    /// Whether a field of the work holds what was not said yet.
    pub typing: bool,
}

/// Whether anything is kept between visits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Keeping {
    /// Each answer is kept on this device at once.
    #[default]
    Device,
    /// The browser refuses to keep anything.
    Refused,
    /// The computer is shared: nothing is to be kept.
    Shared,
    /// The page is a file, and whatever it keeps can be read by other files of the disk: nothing is kept unless agreed.
    Unasked,
    /// The page stands in a frame that its host's scripts can reach into: nothing is kept for them to read.
    Watched,
}

impl Keeping {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Device, Self::Refused, Self::Shared, Self::Unasked, Self::Watched];

    /// Whether each change is to be kept, as far as the browser does it: after a refusal it is asked again.
    #[must_use]
    pub const fn tries(self) -> bool {
        matches!(self, Self::Device | Self::Refused)
    }
}

impl Model {
    /// A blank page in a language.
    #[must_use]
    pub fn new(locale: Locale) -> Self {
        // The first rulebook and its first variant are the default; the compiler refuses a book without a variant.
        let book = rulebook::RULEBOOKS[0];
        Self {
            locale,
            today: None,
            build: String::new(),
            office: None,
            route: Route::default(),
            trail: Vec::new(),
            work: blank(Assessment::new(book, &book.variants[0])),
            weight: 0,
            sample: false,
            notice: None,
            keeping: Keeping::default(),
            stranded: None,
            awaits: None,
            arriving: None,
            can_share: false,
            saves_data: false,
            locked: None,
            undo: Vec::new(),
            home: Home::hosted(),
            keeper: Keeper::default(),
            pending: Pending::default(),
            aside: Vec::new(),
            spent: Vec::new(),
            asked: Vec::new(),
            focus: String::new(),
            came: Vec::new(),
            advice: wing::AdviceDesk::default(),
            amounts: wing::AmountDesk::default(),
            sheet: wing::SheetDesk::default(),
            worksheet: wing::WorksheetDesk::default(),
            kdmp: wing::KdmpDesk::default(),
            refused: wing::Refused::default(),
            copied: wing::Copied::default(),
            origin: wing::Origin::default(),
            workshop: wing::Workshop::default(),
        }
    }

    /// Today as a day of the house's calendar; `None` where the device tells no date.
    #[must_use]
    pub fn day(&self) -> Option<crate::calendar::Day> {
        self.today.and_then(|day| crate::calendar::Day::new(day.year(), day.month(), day.day()))
    }

    /// The board's assessment.
    #[must_use]
    pub const fn assessment(&self) -> &Assessment {
        &self.work.assessment
    }

    /// Why the cooperative gets no score, if it gets none. What it says of its RAT the first part of the page does not read.
    #[must_use]
    pub fn unrated(&self) -> Option<Unrated> {
        self.assessment().unrated().or_else(|| wing::unrated(&self.work))
    }

    /// The sentences of the page.
    #[must_use]
    pub fn words(&self) -> &'static Words {
        self.locale.words()
    }

    /// The sentences of the rulebook.
    #[must_use]
    pub fn texts(&self) -> &'static Texts {
        self.assessment().rulebook.text(self.locale)
    }

    /// More about an item; nothing while that is still to be fetched.
    #[must_use]
    pub fn help(&self, item: &str) -> Option<&'static ItemHelp> {
        self.assessment().rulebook.help(self.locale)?.item(self.assessment().variant, item)
    }

    /// What this tool does where definition and worksheet part; nothing while that is still to be fetched.
    #[must_use]
    pub fn ours(&self, difference: &str) -> Option<&'static str> {
        let book = self.assessment().rulebook;
        let help = book.help(self.locale)?.of_difference(book.difference(difference)?)?;
        Some(help.ours)
    }

    /// What belongs in an account; blank while that is still to be fetched.
    #[must_use]
    pub fn account_help(&self, account: &Account) -> &'static str {
        self.assessment().rulebook.help(self.locale).map_or("", |help| help.of_account(account))
    }

    /// More about a ratio; nothing while that is still to be fetched, nor about a checklist.
    #[must_use]
    pub fn ratio_help(&self, indicator: &Indicator) -> Option<&'static RatioHelp> {
        let is_ratio = indicator.items().is_empty();
        self.assessment().rulebook.help(self.locale).filter(|_| is_ratio)?.of_ratio(indicator)
    }

    /// The score of what is there now.
    #[must_use]
    pub fn report(&self) -> Report {
        scoring::assess(self.assessment())
    }

    /// Whether there is any work that could be lost.
    #[must_use]
    pub fn has_work(&self) -> bool {
        says_anything(&self.work)
    }

    /// Whether what is open lies beside one's own work, and is kept nowhere.
    #[must_use]
    pub const fn is_beside(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Whether the first part of the page waits for the second: another screen stands there meanwhile. Who has chosen a kind of
    /// cooperative stays where that was chosen.
    #[must_use]
    pub const fn waits(&self) -> bool {
        let elsewhere = self.awaits.is_some() && !matches!(self.arriving, Some(Arriving::Kind(_)));
        !wing::IS_HERE && (elsewhere || self.route.is_later())
    }

    /// The focus comes to an element; to none where it has no name.
    pub fn focus_on(&mut self, element: String) {
        if self.focus != element {
            self.focus = element;
            self.came.clear();
        }
    }

    /// Whether a screen stands there that the first part of the page shows too, and the second with more: the plan, the days
    /// to the RAT, on the profile what the number of members says of the class. The second takes over in place, and nothing moves.
    #[must_use]
    pub fn is_shared(&self) -> bool {
        let told = match self.route {
            Route::Start | Route::Result => self.has_work(),
            Route::Profile => self.assessment().profile.members.is_some(),
            _ => false,
        };
        told && self.awaits.is_none()
    }

    /// Whether the full check has begun.
    #[must_use]
    pub fn has_check(&self) -> bool {
        has_check(self.assessment())
    }

    /// Whether the books have begun.
    #[must_use]
    pub fn has_amounts(&self) -> bool {
        has_amounts(self.assessment())
    }

    /// Whether the books of a year have begun.
    #[must_use]
    pub fn has_begun(&self, year: Year) -> bool {
        let book = self.assessment().statements.year(year);
        !book.amounts.is_empty() || !book.waiting.is_empty()
    }

    /// The last day of a year of the books, once the book year is known: `31 Des 2025`; until then *tahun ini* or *tahun
    /// lalu*.
    #[must_use]
    pub fn year_name(&self, year: Year) -> String {
        let words = &self.words().years;
        let end = self.assessment().profile.book_year_end.as_deref().and_then(Day::parse);
        match (year, end) {
            (Year::Current, Some(day)) => self.locale.short_day(day),
            (Year::Prior, Some(day)) => self.locale.short_day(day.plus_months_at_month_end(-12)),
            (Year::Current, None) => words.this_year.to_owned(),
            (Year::Prior, None) => words.last_year.to_owned(),
        }
    }

    /// The same inside a sentence.
    #[must_use]
    pub fn year_in_text(&self, year: Year) -> String {
        if self.assessment().profile.book_year_end.is_some() {
            self.year_name(year)
        } else {
            self.words().year_in_text(year).to_owned()
        }
    }
}

/// The key under which work remembers its number on the desk of this device. It leaves with no file.
const PLACE: &str = "deskPlace";

/// The number of work on the desk, if it has one there.
pub(super) fn place(work: &Opened) -> Option<u32> {
    let Some(crate::exchange::json::Value::Number(number)) = work.kept.get(PLACE) else { return None };
    u32::try_from(number.whole().ok()?).ok()
}

/// Ties work to a number on the desk.
pub(super) fn tie(work: &mut Opened, id: u32) {
    work.kept.insert(PLACE, i64::from(id));
}

/// Work without a place on the desk.
pub(super) fn untie(work: &mut Opened) {
    work.kept.remove(PLACE);
}

/// Whether there is anything in work that could be lost.
pub(super) fn says_anything(work: &Opened) -> bool {
    let said = work.assessment.profile != crate::assessment::Profile::default();
    has_check(&work.assessment) || said || wing::has_rat(work)
}

pub(super) fn has_check(assessment: &Assessment) -> bool {
    !assessment.answers.is_empty() || has_amounts(assessment)
}

pub(super) fn has_amounts(assessment: &Assessment) -> bool {
    Year::BOTH.into_iter().any(|year| !assessment.statements.year(year).amounts.is_empty())
}

/// Work that came from no file.
#[must_use]
pub(super) fn blank(assessment: Assessment) -> Opened {
    Opened { assessment, kept: crate::exchange::json::Map::new(), notices: Vec::new() }
}

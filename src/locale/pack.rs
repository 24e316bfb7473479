//! Languages as packs: a text of one sentence a line. The first language travels inside the module; in the page the
//! others lie beside it and are installed when somebody asks for them. Natively every language is included.
//!
//! A pack begins with a line that names its language and its build, so that sentences of another build, whose order may
//! differ, are refused. Then come sections: the page's own words, and each book's sentences.

use std::fmt;
use std::sync::OnceLock;

use super::Locale;
use crate::lines::{Lines, Read};

/// What the build wrote: `EDITION`, one for all packs of a build, and `INCLUDED`, by language, blank for those that come
/// later.
mod built {
    include!(concat!(env!("OUT_DIR"), "/packs.rs"));
}

const COUNT: usize = Locale::ALL.len();

/// What stands before each section's name. No sentence may hold a control character.
const SECTION: char = '\u{1d}';

/// What stands in the name of a section of [`help`](install_help).
const HELP: &str = "-help";

/// The first language's help, where the build left it out: its sections as they stand in a pack.
static FETCHED: OnceLock<&'static str> = OnceLock::new();

static INSTALLED: [OnceLock<&'static str>; COUNT] = [const { OnceLock::new() }; COUNT];

/// Why a pack is refused: it is not one, or another build made it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotInstalled;

impl fmt::Display for NotInstalled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a language of this build")
    }
}

impl std::error::Error for NotInstalled {}

/// Makes a language available from its pack. A language that is there already stays as it is.
///
/// ```
/// use cermin_koperasi::locale::{Locale, NotInstalled, install};
/// assert_eq!(install(Locale::En, "not a pack".to_owned()), Err(NotInstalled));
/// ```
///
/// # Errors
/// [`NotInstalled`] if the pack is of another build or another language, or cut short.
pub fn install(locale: Locale, pack: String) -> Result<(), NotInstalled> {
    let first = Locale::default().pack().unwrap_or_default();
    let whole = pack.lines().next() == Some(&*head(locale)) && pack.lines().count() == first.lines().count();
    if !whole {
        return Err(NotInstalled);
    }
    if !locale.is_installed() {
        INSTALLED[locale as usize].get_or_init(|| pack.leak());
    }
    Ok(())
}

/// Makes more words about each item available in the first language, which the page's modules go without. What is there
/// already stays as it is.
///
/// ```
/// use cermin_koperasi::locale::{Locale, NotInstalled, install_help};
/// assert_eq!(install_help("not help".to_owned()), Err(NotInstalled));
/// assert_eq!(install_help(Locale::default().help_pack()), Ok(()));
/// ```
///
/// # Errors
/// [`NotInstalled`] if the text is of another build.
pub fn install_help(pack: String) -> Result<(), NotInstalled> {
    if pack.lines().next() != Some(&*head(Locale::default())) {
        return Err(NotInstalled);
    }
    FETCHED.get_or_init(|| pack.leak());
    Ok(())
}

/// Lets another pack stand for a language that is in the module: a test speaks a made-up one. What has been read already stays.
#[cfg(not(target_arch = "wasm32"))]
#[doc(hidden)]
pub fn stand_in(locale: Locale, pack: String) {
    INSTALLED[locale as usize].get_or_init(|| pack.leak());
}

/// The first line of a language's pack.
fn head(locale: Locale) -> String {
    ["cermin-koperasi", locale.code(), built::EDITION].join(" ")
}

impl Locale {
    /// Whether its sentences are here. Where they are not, the first language's stand in.
    ///
    /// ```
    /// assert!(cermin_koperasi::locale::Locale::default().is_installed());
    /// ```
    #[must_use]
    pub fn is_installed(self) -> bool {
        self.pack().is_some()
    }

    /// Its pack, if it is here; the build puts it beside the module.
    #[must_use]
    pub fn pack(self) -> Option<&'static str> {
        let included = Some(built::INCLUDED[self as usize]).filter(|included| !included.is_empty());
        INSTALLED[self as usize].get().copied().or(included)
    }

    /// Whether the words about each item are here too.
    #[must_use]
    pub fn has_help(self) -> bool {
        self.lacks_nothing() || FETCHED.get().is_some()
    }

    /// The part of its pack that [`install_help`] takes.
    #[must_use]
    pub fn help_pack(self) -> String {
        let sections = self.pack().unwrap_or_default().split(SECTION);
        let help = sections.filter(|section| section.lines().next().is_some_and(|name| name.ends_with(HELP)));
        help.fold(head(self) + "\n", |pack, section| pack + &SECTION.to_string() + section)
    }

    /// Whether its pack is whole: only the one that the build put in a module of the page is not.
    fn lacks_nothing(self) -> bool {
        cfg!(not(feature = "page")) || (self.is_installed() && self != Self::default())
    }

    /// What is made of a section's lines.
    pub(super) fn read<T: Read>(self, name: &str) -> T {
        T::read(&mut self.section(name))
    }

    /// The lines of a section.
    pub(super) fn section(self, name: &str) -> Lines {
        let fetched = name.ends_with(HELP) && !self.lacks_nothing();
        let pack = if fetched { FETCHED.get().copied() } else { self.pack() };
        let mut sections = pack.unwrap_or_default().split(SECTION);
        Lines::new(sections.find_map(|one| one.strip_prefix(name)?.strip_prefix('\n')).unwrap_or_default())
    }
}

/// Something made of a section's sentences, in each language once, when it is first wanted.
#[derive(Debug)]
pub struct Spoken<T>([OnceLock<T>; COUNT]);

impl<T> Spoken<T> {
    /// Nothing read yet.
    #[must_use]
    pub const fn new() -> Self {
        Self([const { OnceLock::new() }; COUNT])
    }
}

impl<T> Default for Spoken<T> {
    fn default() -> Self {
        Self::new()
    }
}

#[allow(private_bounds, reason = "only this house reads lines")]
impl<T: Read> Spoken<T> {
    /// In a language, or in the first one where that is not installed.
    pub(crate) fn of(&'static self, section: &str, locale: Locale) -> &'static T {
        self.made(locale, |locale| locale.read(section))
    }

    /// The same of several sections.
    pub(super) fn made(&'static self, locale: Locale, make: impl FnOnce(Locale) -> T) -> &'static T {
        let locale = if locale.is_installed() { locale } else { Locale::default() };
        self.0[locale as usize].get_or_init(|| make(locale))
    }
}

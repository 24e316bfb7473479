//! The invented cooperatives of the workshop, each with its story.

use std::sync::OnceLock;

use crate::assessment::Assessment;
use crate::calendar::Day;
use crate::exchange::json::{self, Value};
use crate::exchange::levels::Levels;
use crate::exchange::save::{self, Opened};
use crate::lines::{Lines, Read};
use crate::locale::{Locale, Spoken};

mod built {
    use super::Sample;

    include!(concat!(env!("OUT_DIR"), "/stories.rs"));
}

/// An invented cooperative.
#[derive(Debug)]
pub struct Sample {
    /// Its word in addresses.
    pub id: &'static str,
    /// For a sample whose days go along with the years: the day that its file was written for.
    pub written: Option<&'static str>,
    /// Among the stories.
    place: usize,
}

/// What is told of it, in one language. It comes with the help beside the page's modules.
#[derive(Debug)]
pub struct Story {
    /// Its name, which says that it is a sample.
    pub name: &'static str,
    /// Its story.
    pub story: &'static str,
    /// What the class should find.
    pub find: &'static [&'static str],
    /// Its save file; blank in all languages but the first.
    file: &'static str,
}

/// What a trainer reads at length, in one language. It comes with the help beside the page's modules.
#[derive(Debug)]
pub struct Guide {
    /// What is done before the session.
    pub prepare: &'static [&'static str],
    /// The script of an hour: `minutes|what`.
    pub short: &'static [&'static str],
    /// The script of three hours.
    pub long: &'static [&'static str],
    /// How a laptop becomes the network of a room.
    pub hotspot: &'static [&'static str],
    /// What works there.
    pub works: &'static [&'static str],
    /// What does not, and what to do instead.
    pub works_not: &'static [&'static str],
}

impl Guide {
    /// That of a language; nothing while it is still to be fetched.
    #[must_use]
    pub fn of(locale: Locale) -> Option<&'static Self> {
        told(locale).map(|told| &told.guide)
    }
}

/// All that is told, the stories in the order of the samples.
#[derive(Debug)]
struct Stories {
    guide: Guide,
    stories: &'static [Story],
}

fn told(locale: Locale) -> Option<&'static Stories> {
    locale.has_help().then(|| STORIES.of("samples-help", locale))
}

static STORIES: Spoken<Stories> = Spoken::new();

impl Read for Stories {
    fn read(lines: &mut Lines) -> Self {
        let mut list = || Read::read(lines);
        let (prepare, short, long, hotspot, works, works_not) = (list(), list(), list(), list(), list(), list());
        let guide = Guide { prepare, short, long, hotspot, works, works_not };
        Self { guide, stories: Read::read(lines) }
    }
}

impl Read for Story {
    fn read(lines: &mut Lines) -> Self {
        Self { name: lines.next(), story: lines.next(), find: Read::read(lines), file: lines.next() }
    }
}

/// All of them, in the order in which they are best shown.
#[must_use]
pub fn samples() -> &'static [Sample] {
    built::SAMPLES
}

impl Sample {
    /// The one with this id.
    #[must_use]
    pub fn find(id: &str) -> Option<&'static Self> {
        samples().iter().find(|one| one.id == id)
    }

    /// Its save file; nothing while that is still to be fetched.
    #[must_use]
    pub fn file(&self) -> Option<&'static str> {
        self.story(Locale::default()).map(|story| story.file)
    }

    /// Its work as of today: its days lie as many years later as have passed since it was written, and none lies ahead.
    ///
    /// ```
    /// use cermin_koperasi::{calendar::Day, page::workshop::Sample};
    /// let shop = Sample::find("warung-bersama").unwrap();
    /// let closed = |day| shop.work(Day::parse(day)).unwrap().assessment.profile.book_year_end;
    /// assert_eq!(closed("2027-03-31").as_deref(), Some("2025-12-31"));
    /// assert_eq!(closed("2029-04-16").as_deref(), Some("2028-12-31"));
    /// ```
    #[must_use]
    pub fn work(&self, today: Option<Day>) -> Option<Opened> {
        let mut file = json::parse(self.file()?).ok()?;
        if let (Some(today), Some(written)) = (today, self.written.and_then(Day::parse)) {
            let ahead = (today.month(), today.day()) < (written.month(), written.day());
            later(&mut file, today.year() - written.year() - i32::from(ahead));
        }
        save::from_value(file).ok()
    }

    /// Its story in a language; nothing while that is still to be fetched.
    #[must_use]
    pub fn story(&self, locale: Locale) -> Option<&'static Story> {
        told(locale)?.stories.get(self.place)
    }
}

/// Every day in a file so many years later, and every year that is told by its number.
fn later(value: &mut Value, years: i32) {
    match value {
        Value::String(text) => {
            if let Some(day) = Day::parse(text) {
                *text = day.plus_months(12 * years).to_string();
            }
        }
        Value::Array(list) => list.iter_mut().for_each(|one| later(one, years)),
        Value::Object(map) => {
            for key in map.keys().map(str::to_owned).collect::<Vec<_>>() {
                let inner = map.entry(&key);
                match inner {
                    Value::Number(year) if key == "year" => {
                        *inner = (year.whole().unwrap_or_default() + i64::from(years)).into();
                    }
                    inner => later(inner, years),
                }
            }
        }
        _ => {}
    }
}

/// Whether a result is that of an invented cooperative: it says so, or an earlier build, whose codes did not say it, made it
/// of one of ours.
pub(super) fn is_invented(levels: &Levels) -> bool {
    static OURS: OnceLock<Vec<Assessment>> = OnceLock::new();
    let of = |file: &str| save::read(file).ok().map(|work| work.assessment);
    let first = || crate::page::sample::work().map(|work| work.assessment);
    let all = || samples().iter().filter_map(|one| of(one.file()?)).chain(first()).collect();
    let was_ours = || OURS.get_or_init(all).iter().any(|one| levels.was_of(one));
    levels.is_invented() || (Locale::default().has_help() && was_ours())
}

//! Classes that a province honours, such as *koperasi inti* and *unggul*: what is met, and what is lacking by how much. The book
//! has them as data; they were read through the press.

use serde::Serialize;

use crate::assessment::Assessment;
use crate::calendar::Day;
use crate::exact::Fraction;
use crate::rat::book::{REGIONAL, Regional};
use crate::rat::{Answer, RatFacts, due};
use crate::rulebook::Year;
use crate::scoring::Figures;

/// What a class asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Measure {
    /// Members in the register.
    Members,
    /// Income of the last book year, in rupiah.
    Turnover,
    /// Assets at its end, in rupiah.
    Assets,
    /// RATs held one after another, up to the newest that has fallen due.
    Meetings,
}

impl Measure {
    /// Whether it is an amount of rupiah.
    ///
    /// ```
    /// use cermin_koperasi::standing::Measure;
    /// assert_eq!([Measure::Members, Measure::Turnover].map(Measure::is_money), [false, true]);
    /// ```
    #[must_use]
    pub fn is_money(self) -> bool {
        matches!(self, Self::Turnover | Self::Assets)
    }
}

/// One demand of a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Demand {
    /// What is measured.
    pub measure: Measure,
    /// The least that meets it.
    pub least: i64,
    /// What there is; `None` where it is not known.
    pub there: Option<i64>,
}

/// A class of this cooperative's province.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Class {
    /// The class.
    pub class: &'static Regional,
    /// What it asks, each with what there is.
    pub demands: [Demand; 4],
}

impl Demand {
    /// How much is lacking: nothing where it is met, `None` where that is not known.
    ///
    /// ```
    /// use cermin_koperasi::standing::{Demand, Measure};
    /// let members = |there| Demand { measure: Measure::Members, least: 250, there }.lacking();
    /// assert_eq!([Some(214), Some(480), None].map(members), [Some(36), Some(0), None]);
    /// ```
    #[must_use]
    pub fn lacking(&self) -> Option<i64> {
        Some((self.least - self.there?).max(0))
    }
}

impl Class {
    /// Whether all of it is met; `None` while something is not known and nothing known is lacking.
    ///
    /// ```
    /// use cermin_koperasi::{assessment::Assessment, calendar::Day, rat::RatFacts, rulebook::RULEBOOKS, standing::classes};
    /// let work = Assessment::new(RULEBOOKS[0], &RULEBOOKS[0].variants[0]);
    /// let mut facts = RatFacts { members: Some(214), ..RatFacts::default() };
    /// facts.names.regency = "Kab. Luwu Timur".into();
    /// let classes = classes(&facts, &work, Day::parse("2026-11-29").unwrap());
    /// assert_eq!(classes[0].met(), Some(false), "too few members already");
    /// ```
    #[must_use]
    pub fn met(&self) -> Option<bool> {
        let lacking = self.demands.map(|demand| demand.lacking());
        if lacking.iter().flatten().any(|lack| *lack > 0) {
            return Some(false);
        }
        lacking.iter().all(Option::is_some).then_some(true)
    }

    /// What is lacking the least of itself, and how much; `None` where nothing is known to lack.
    ///
    /// ```
    /// use cermin_koperasi::{assessment::Assessment, calendar::Day, rat::RatFacts, rulebook::RULEBOOKS, standing::{Measure, classes}};
    /// let work = Assessment::new(RULEBOOKS[0], &RULEBOOKS[0].variants[0]);
    /// let mut facts = RatFacts { members: Some(214), ..RatFacts::default() };
    /// facts.names.regency = "Kab. Luwu Timur".into();
    /// let classes = classes(&facts, &work, Day::parse("2026-11-29").unwrap());
    /// assert_eq!(classes[1].nearest(), Some((Measure::Members, 36)), "*unggul* asks for 250");
    /// ```
    #[must_use]
    pub fn nearest(&self) -> Option<(Measure, i64)> {
        let lacking =
            self.demands.iter().filter_map(|demand| Some((demand, demand.lacking().filter(|lack| *lack > 0)?)));
        let share = |(demand, lack): &(&Demand, i64)| Fraction::new(i128::from(*lack), i128::from(demand.least));
        lacking.min_by_key(share).map(|(demand, lack)| (demand.measure, lack))
    }
}

/// The classes of the province that the cooperative's district lies in; none where the district is not known or its
/// province honours none.
///
/// ```
/// use cermin_koperasi::{assessment::Assessment, calendar::Day, rat::RatFacts, rulebook::RULEBOOKS, standing::classes};
/// let work = Assessment::new(RULEBOOKS[0], &RULEBOOKS[0].variants[0]);
/// let mut facts = RatFacts::default();
/// let count = |facts: &RatFacts| classes(facts, &work, Day::parse("2026-11-29").unwrap()).len();
/// assert_eq!(count(&facts), 0, "its district is not known");
/// facts.names.regency = "Kabupaten Luwu Timur".into();
/// assert!(count(&facts) > 1, "its province honours several classes");
/// ```
#[must_use]
pub fn classes(facts: &RatFacts, work: &Assessment, today: Day) -> Vec<Class> {
    let district = plain(&facts.names.regency);
    let here = |class: &&Regional| class.districts.iter().any(|one| plain(one) == district);
    let figure = |name| Figures::new(work).named(name, Year::Current).known().and_then(Fraction::to_whole);
    let (turnover, assets) = (figure("total_pendapatan"), figure("total_aktiva").or(facts.assets));
    let made = |class: &'static Regional| {
        let more = i64::from(class.above);
        let demand = |measure, least, there| Demand { measure, least, there };
        let members = facts.members.and_then(|count| i64::try_from(count).ok());
        let demands = [
            demand(Measure::Members, class.members, members),
            demand(Measure::Turnover, class.turnover + more, turnover),
            demand(Measure::Assets, class.assets + more, assets),
            demand(Measure::Meetings, class.meetings, in_a_row(facts, today, class.meetings)),
        ];
        Class { class, demands }
    };
    REGIONAL.iter().filter(here).map(made).collect()
}

/// RATs held one after another, the newest first; `None` where one that decides is not known.
fn in_a_row(facts: &RatFacts, today: Day, enough: i64) -> Option<i64> {
    let mut held = 0;
    for year in due::years(facts, today).iter().rev().filter(|year| year.due || year.held.yes()) {
        match year.held {
            Answer::Yes => held += 1,
            Answer::No => return Some(held),
            Answer::Unknown => return (held >= enough).then_some(held),
        }
    }
    Some(held)
}

/// The letters of a district without its rank: *Kab. Luwu Timur* is *luwutimur*, *Pare-Pare* is *parepare*.
fn plain(name: &str) -> String {
    let name = name.to_ascii_lowercase();
    let ranks = ["kabupaten", "kab", "kota"];
    let words = name.split(|sign: char| !sign.is_alphabetic()).filter(|word| !word.is_empty());
    words.skip_while(|word| ranks.contains(word)).collect()
}

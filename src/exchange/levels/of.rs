//! From a board's work to the result it may carry into the room.

use super::form::FORMS;
use super::{Kind, Levels, Meeting};
use crate::assessment::{Answer, Assessment};
use crate::calendar::Day;
use crate::exact::{Fraction, Range};
use crate::exchange::check_code;
use crate::rat;
use crate::rat::due::Timing;
use crate::scoring;
use crate::standing::{Institution, Standing, standing};

impl Levels {
    /// The result of an assessment as of `today`. `None` for a form whose scores are no levels of 1 to 4, and for a
    /// cooperative that gets no score.
    ///
    /// Without a day nothing is said of RAT and standing.
    ///
    /// ```
    /// use cermin_koperasi::{assessment::Assessment, exchange::levels::{self, Levels}, rulebook};
    /// let book = rulebook::find("kkpkk-2021").unwrap();
    /// let blank = Levels::of(&Assessment::new(book, &book.variants[0]), None).unwrap();
    /// assert_eq!((blank.levels.len(), blank.levels[0].low, blank.levels[0].high), (60, 1, 4));
    /// assert_eq!(levels::read(&blank.typed().join(" ")).unwrap(), blank);
    /// ```
    #[must_use]
    pub fn of(assessment: &Assessment, today: Option<Day>) -> Option<Self> {
        if assessment.unrated().is_some() {
            return None;
        }
        let form = (assessment.rulebook.id, assessment.variant.id);
        FORMS.iter().position(|known| *known == form)?;
        let scores = scoring::assess(assessment).indicators;
        let levels: Vec<Range<u8>> = scores.iter().map(|one| level(one.score)).collect::<Option<_>>()?;
        let items =
            assessment.variant.indicators().zip(&levels).flat_map(|((_, indicator), level)| {
                indicator.items().iter().map(move |item| (item, !level.is_settled()))
            });
        let is_unknown =
            |(place, (item, open))| (open && assessment.answers.of(item) == Some(Answer::Unknown)).then_some(place);
        let unknown = items.enumerate().filter_map(is_unknown).collect();
        let said = today.and_then(|today| stands(assessment, today));
        let profile = &assessment.profile;
        let year = profile.book_year_end.as_deref().and_then(|day| day.get(..4)?.parse::<u16>().ok());
        Some(Self {
            rulebook: assessment.rulebook,
            variant: assessment.variant,
            edition: assessment.edition,
            reading: assessment.reading,
            kind: profile.kind.and_then(Kind::of),
            book_year: year.filter(|year| (2001..=2127).contains(year)),
            meeting: said.as_ref().and_then(|(_, meeting)| *meeting),
            standing: said.map(|(standing, _)| standing),
            mark: check_code::start(assessment, 15),
            levels,
            unknown,
            obstacles: Vec::new(),
        })
    }
}

fn level(score: Range<Fraction>) -> Option<Range<u8>> {
    let whole = |points: Fraction| {
        let level = if points.denominator() == 1 { u8::try_from(points.numerator()).ok()? } else { return None };
        (1..=4).contains(&level).then_some(level)
    };
    Some(Range { low: whole(score.low)?, high: whole(score.high)? })
}

/// Where a cooperative stands as of `today`, the worst and the best its answers allow, and how the RAT of the latest book year
/// that fell due went; `None` while nothing is said of its RAT.
#[must_use]
pub fn stands(assessment: &Assessment, today: Day) -> Option<(Range<Institution>, Option<Meeting>)> {
    said(assessment, today).map(|standing| (institution(&standing), meeting(&standing)))
}

/// Where it stands, once anything was said about the RAT.
fn said(assessment: &Assessment, today: Day) -> Option<Standing> {
    // Names and places on the letters say nothing of the meeting.
    let unnamed = rat::RatInput { names: rat::RatInput::default().names, ..assessment.rat.clone() };
    if unnamed == rat::RatInput::default() {
        return None;
    }
    let facts = rat::read(&assessment.rat_with_profile(), today).facts;
    Some(standing(&facts, today, None))
}

fn institution(standing: &Standing) -> Range<Institution> {
    Range { low: standing.institution.worst, high: standing.institution.best }
}

fn meeting(standing: &Standing) -> Option<Meeting> {
    let latest = standing.years.iter().rev().find(|year| year.due)?;
    match (latest.held, latest.timing) {
        (rat::Answer::Yes, Some(Timing::OnTime)) => Some(Meeting::OnTime),
        (rat::Answer::Yes, Some(Timing::PastAdvice)) => Some(Meeting::PastAdvice),
        (rat::Answer::Yes, Some(Timing::Late)) => Some(Meeting::Late),
        (rat::Answer::Yes, None) => Some(Meeting::Held),
        (rat::Answer::No, _) => Some(Meeting::Missed),
        (rat::Answer::Unknown, _) => None,
    }
}

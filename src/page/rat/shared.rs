//! What the quick check has in common with the full one: said once, it is asked nowhere again.

use crate::assessment::{Answer, Assessment};
use crate::calendar::{BookYearEnd, Day};
use crate::rat::{LetterKind, RatInput};

/// Items of the full check, each with what the quick check says about it; `None` while it says nothing.
pub(super) type Implied = [(&'static str, Option<Answer>); 4];

/// Only what follows of necessity: that a RAT was held is no proof that its minutes were kept.
pub(super) fn implied(rat: &RatInput) -> Implied {
    let legalised = rat.established.as_deref().and_then(Day::parse).map(|_| Answer::Yes);
    let running = || rat.letters.iter().filter(|letter| !letter.withdrawn.yes()).map(|letter| letter.kind);
    let no = |found: bool| found.then_some(Answer::No);
    let is_ruling = |kind| matches!(kind, LetterKind::CourtRuling | LetterKind::Bankruptcy);
    [
        ("A.II.1.a", legalised),
        ("A.II.5.c", no(rat.organs.has_supervisors.no())),
        ("B.I.3.a.b", no(running().any(|kind| !is_ruling(kind)))),
        ("B.I.3.a.c", no(running().any(|kind| kind == LetterKind::CourtRuling))),
    ]
}

/// Whether an item's answer is what the quick check said.
pub(in crate::page) fn is_carried(assessment: &Assessment, item: &str) -> bool {
    let said = implied(&assessment.rat).into_iter().find(|(id, _)| *id == item).and_then(|(_, answer)| answer);
    said.is_some() && assessment.answers.get(item).copied() == said
}

/// Takes over what an answer changed; what somebody answered otherwise stays.
pub(super) fn carry(assessment: &mut Assessment, before: Implied) {
    for ((id, old), (_, new)) in before.into_iter().zip(implied(&assessment.rat)) {
        let Some(item) = assessment.variant.item(id) else { continue };
        let given = assessment.answers.get(id).copied();
        if old == new || given.is_some() && given != old {
            continue;
        }
        match new {
            Some(answer) => drop(assessment.answers.insert(item.id, answer)),
            None => drop(assessment.answers.remove(item.id)),
        }
    }
}

/// The full check is opened: what is blank there and was said in the quick check is taken over. Whether that was anything.
pub(in crate::page) fn arrive(assessment: &mut Assessment) -> bool {
    let count = assessment.answers.iter().count();
    let nothing = implied(&RatInput::default());
    carry(assessment, nothing);
    assessment.answers.iter().count() > count
}

/// The book year that closed last: the full check asks for a year where the quick one asks for a day of it.
pub(super) fn close_book_year(assessment: &mut Assessment, today: Option<Day>) {
    let end = assessment.rat.book_year_end.as_deref().and_then(BookYearEnd::parse);
    if let (Some(end), Some(today)) = (end, today) {
        assessment.profile.book_year_end = end.close_of(end.newest_closed(today)).map(|day| day.to_string());
    }
}

//! Random assessments: any answers, any amounts, anything missing.

use cermin_koperasi::assessment::{Amount, Answer, Assessment};
use cermin_koperasi::exact::{Fraction, Range};
use cermin_koperasi::money::{LIMIT, Rupiah};
use cermin_koperasi::rulebook::Year;
use cermin_koperasi::scoring::Report;
use proptest::collection::vec;
use proptest::prelude::*;

use super::{READINGS, book, variant};

/// Any amount that can be entered, small ones and the ends more often than chance would have it.
pub fn rupiah() -> impl Strategy<Value = Rupiah> {
    let any = prop_oneof![
        4 => -LIMIT..=LIMIT,
        3 => -1_000_i64..=1_000,
        2 => Just(0),
        1 => prop_oneof![Just(LIMIT), Just(-LIMIT)],
    ];
    any.prop_map(|rupiah| Rupiah::new(rupiah).unwrap())
}

/// How much of the books is known: all, most, or hardly any.
fn amounts(known: u32) -> impl Strategy<Value = Vec<Option<Rupiah>>> {
    vec(prop_oneof![known => rupiah().prop_map(Some), 1 => Just(None)], 2 * variant().accounts.len())
}

/// An assessment with everything at random.
pub fn assessments() -> impl Strategy<Value = Assessment> {
    let answers = vec(prop_oneof![4 => Just(Answer::Yes), 3 => Just(Answer::No), 2 => Just(Answer::Unknown)], 145);
    let books = prop_oneof![amounts(1_000_000), amounts(40), amounts(2)];
    (answers, books, any::<[bool; 2]>(), 0..book().editions.len(), 0..2_usize).prop_map(
        |(answers, amounts, complete, edition, reading)| {
            let mut assessment = Assessment::new(book(), variant()).counted(edition, READINGS[reading]);
            assessment.answers.extend(variant().items().zip(answers).map(|((_, item), answer)| (item.id, answer)));
            for (year, (amounts, complete)) in Year::BOTH.into_iter().zip(amounts.chunks(116).zip(complete)) {
                let book = assessment.statements.year_mut(year);
                book.complete = complete;
                let known =
                    variant().accounts.iter().zip(amounts).filter_map(|(one, amount)| Some((one.id, (*amount)?)));
                book.amounts.extend(known.map(|(id, amount)| (id, Amount::Known(amount))));
            }
            assessment
        },
    )
}

/// Every range of a report, with its name.
pub fn ranges(report: &Report) -> Vec<(&'static str, Range<Fraction>)> {
    let indicators = report.indicators.iter().map(|one| (one.indicator.id, one.score));
    let aspects = report.aspects.iter().map(|one| (one.aspect.id, one.score));
    let parts = report.aspects.iter().flat_map(|one| &one.subaspects).map(|one| (one.subaspect.id, one.score));
    indicators.chain(aspects).chain(parts).chain([("total", report.total)]).collect()
}

//! The quick way of a score into the module and out again: one list of numbers each way.
//!
//! An object of JavaScript's, walked through from inside the module, costs ten times what its score does. So `face.js`
//! gathers what counts by place, and hands it over in one piece:
//!
//! | numbers | what |
//! |---|---|
//! | 5 | place of the form, of its edition, of its reading; whether each book is complete: 1 or 0 |
//! | one an item | its answer: 0 for none, or the place in [`Answer::ALL`] from 1 upwards |
//! | two an account | the current year's amounts, then the prior's: not a number for none, infinite for *belum tahu* |
//!
//! What is not plainly so goes the other way, [`super::score()`], which says what is wrong.

use serde::Serialize;

use super::number::number;
use crate::assessment::{Amount, Answer, Assessment, Book};
use crate::exact::{Fraction, Range};
use crate::money::Rupiah;
use crate::rulebook::{Predicate, RULEBOOKS, Reading, Rulebook, Variant};
use crate::scoring;

/// The numbers before the answers.
const HEAD: usize = 5;

/// A form as lists of ids.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct QuickForm {
    /// The rulebook's id.
    pub rulebook: &'static str,
    /// The form's id.
    pub variant: &'static str,
    /// The rulebook's editions; the last holds where none is said.
    pub editions: Vec<&'static str>,
    /// The readings; the first holds where none is said.
    pub readings: [&'static str; 2],
    /// The answers, by code.
    pub answers: [&'static str; 4],
    /// The items, in the form's order.
    pub items: Vec<&'static str>,
    /// The accounts, in the form's order.
    pub accounts: Vec<&'static str>,
    /// The aspects, in the form's order.
    pub aspects: Vec<&'static str>,
    /// The predicates, best first.
    pub predicates: Vec<&'static str>,
}

/// Every form, by place.
///
/// ```
/// use cermin_koperasi::api::quick::forms;
/// let form = &forms()[0];
/// assert_eq!((form.variant, form.items[0], form.accounts[0]), ("ksp12", "A.I.1.a", "kas"));
/// ```
#[must_use]
pub fn forms() -> Vec<QuickForm> {
    all().map(|(book, variant)| QuickForm::of(book, variant)).collect()
}

/// The score of what was gathered: total, predicates, what is doubtful, aspects, each as the low end and the high. Where
/// nothing is doubtful, those four are no numbers; where there is no predicate, its place is below 0. `None` for anything that has to be told.
///
/// ```
/// use cermin_koperasi::api::quick::{forms, score};
/// let form = &forms()[0];
/// let mut gathered = vec![0.0; 5 + form.items.len()];
/// gathered.resize(gathered.len() + 2 * form.accounts.len(), f64::NAN);
/// let blank = score(&gathered).unwrap();
/// assert_eq!((blank[0], blank[1], form.predicates[blank[3] as usize]), (25.0, 100.0, "sehat"));
/// gathered[5] = 7.0;
/// assert_eq!(score(&gathered), None, "no answer has that place");
/// ```
#[must_use]
pub fn score(gathered: &[f64]) -> Option<Vec<f64>> {
    let assessment = assessment(gathered)?;
    let score = scoring::score(&assessment);
    let predicate = |range: Range<Option<&'static Predicate>>| range.map(|one| place(assessment.variant, one));
    let none = Range::exactly(f64::NAN);
    let doubt = score.doubt.map_or([none, none], |doubt| [ends(doubt.total), predicate(doubt.predicate)]);
    let head = [ends(score.total), predicate(score.predicate)].into_iter().chain(doubt);
    let all = head.chain(score.aspects.into_iter().map(|(_, score)| ends(score)));
    Some(all.flat_map(|range| [range.low, range.high]).collect())
}

fn all() -> impl Iterator<Item = (&'static Rulebook, &'static Variant)> {
    RULEBOOKS.iter().flat_map(|book| book.variants.iter().map(|variant| (*book, variant)))
}

fn assessment(gathered: &[f64]) -> Option<Assessment> {
    let (head, said) = gathered.split_at_checked(HEAD)?;
    let (book, variant) = all().nth(whole(head[0])?)?;
    let mut assessment = Assessment::new(book, variant);
    assessment.edition = whole(head[1]).filter(|edition| *edition < book.editions.len())?;
    assessment.reading = *readings().get(whole(head[2])?)?;
    let (answers, amounts) = said.split_at_checked(variant.items().count())?;
    for ((_, item), code) in variant.items().zip(answers) {
        let Some(place) = whole(*code)?.checked_sub(1) else { continue };
        let answer = *Answer::ALL.get(place)?;
        if answer == Answer::NotApplicable && !item.not_applicable {
            return None;
        }
        assessment.answers.put(item, answer);
    }
    let (current, prior) = amounts.split_at_checked(variant.accounts.len())?;
    let statements = &mut assessment.statements;
    for (book, amounts, complete) in
        [(&mut statements.current, current, head[3]), (&mut statements.prior, prior, head[4])]
    {
        book.complete = whole(complete).and_then(|code| [false, true].get(code).copied())?;
        fill(book, variant, amounts)?;
    }
    Some(assessment)
}

fn fill(book: &mut Book, variant: &'static Variant, amounts: &[f64]) -> Option<()> {
    if amounts.len() != variant.accounts.len() {
        return None;
    }
    for (account, amount) in variant.accounts.iter().zip(amounts).filter(|(_, amount)| !amount.is_nan()) {
        book.amounts.put(account, if amount.is_infinite() { Amount::Unknown } else { Amount::Known(rupiah(*amount)?) });
    }
    Some(())
}

#[allow(clippy::cast_possible_truncation, reason = "what does not fit becomes the largest number, which is no amount")]
fn rupiah(amount: f64) -> Option<Rupiah> {
    (amount.fract() == 0.0).then_some(amount as i64).and_then(Rupiah::new)
}

fn whole(number: f64) -> Option<usize> {
    usize::try_from(rupiah(number)?.get()).ok()
}

fn readings() -> [Reading; 2] {
    [Reading::default(), Reading::default().other()]
}

fn ends(range: Range<Fraction>) -> Range<f64> {
    range.map(number)
}

/// The place of a predicate in its form; below 0 for none.
fn place(variant: &'static Variant, predicate: Option<&'static Predicate>) -> f64 {
    let place = variant.predicates.iter().position(|one| predicate.is_some_and(|predicate| predicate.id == one.id));
    // A handful of predicates.
    place.and_then(|place| u8::try_from(place).ok()).map_or(-1.0, f64::from)
}

impl QuickForm {
    fn of(book: &'static Rulebook, variant: &'static Variant) -> Self {
        Self {
            rulebook: book.id,
            variant: variant.id,
            editions: book.editions.iter().map(|edition| edition.id).collect(),
            readings: readings().map(Reading::code),
            answers: Answer::ALL.map(Answer::code),
            items: variant.items().map(|(_, item)| item.id).collect(),
            accounts: variant.accounts.iter().map(|account| account.id).collect(),
            aspects: variant.aspects.iter().map(|aspect| aspect.id).collect(),
            predicates: variant.predicates.iter().map(|predicate| predicate.id).collect(),
        }
    }
}

//! A move, made.

use crate::assessment::{Amount, Assessment};
use crate::money::{LIMIT, Rupiah};
use crate::rulebook::{Account, Direction, Leg, Move, Year};

/// The assessment with a move of so many rupiah made in the current year's books; of fewer than none, made backwards.
///
/// `None` if an account of the move is unknown, would leave what can be entered, or would fall below zero. Only the
/// account of the result may do that: a loss is a loss.
///
/// ```
/// use cermin_koperasi::{advice::moved, page::workshop::Sample};
/// let work = Sample::find("kredit-macet").unwrap().work(None).unwrap().assessment;
/// let collect = work.variant.moves.unwrap().list.iter().find(|one| one.id == "tagih-piutang-anggota").unwrap();
/// let after = moved(&work, collect, 1_000_000).unwrap();
/// assert_eq!(moved(&after, collect, -1_000_000), Some(work.clone()), "backwards all is as it was");
/// assert_eq!(moved(&work, collect, 900_000_000_000), None, "nobody collects more than is owed");
/// ```
#[must_use]
pub fn moved(assessment: &Assessment, movement: &Move, rupiah: i64) -> Option<Assessment> {
    let mut copy = assessment.clone();
    for leg in movement.legs().copied() {
        let direction = if rupiah < 0 { leg.direction.reversed() } else { leg.direction };
        if rupiah.checked_abs()? > room(assessment, Leg { direction, ..leg }).ok()? {
            return None;
        }
    }
    shift(&mut copy, assessment, movement, rupiah)?;
    Some(copy)
}

/// Writes a move into a copy of the same books, without asking whether it is possible. `None` if an amount is unknown or
/// would be more than an amount can be; then the copy is not to be used before another move was written over it.
pub(super) fn shift(copy: &mut Assessment, from: &Assessment, movement: &Move, rupiah: i64) -> Option<()> {
    for leg in movement.legs().copied() {
        let account = account(from, leg);
        let Amount::Known(amount) = from.amount_of(Year::Current, account) else { return None };
        let after = amount.get().checked_add(leg.direction.sign().checked_mul(rupiah)?).and_then(Rupiah::new)?;
        copy.statements.year_mut(Year::Current).amounts.put(account, Amount::Known(after));
    }
    Some(())
}

/// How far an account of a move can go, or its id if its amount is unknown.
pub(super) fn room(assessment: &Assessment, leg: Leg) -> Result<i64, &'static str> {
    let account = account(assessment, leg);
    let Amount::Known(amount) = assessment.amount_of(Year::Current, account) else { return Err(account.id) };
    let result = assessment.variant.moves.is_some_and(|moves| moves.result == leg.account);
    Ok(match leg.direction {
        Direction::Up => LIMIT - amount.get(),
        Direction::Down if result => LIMIT + amount.get(),
        Direction::Down => amount.get().max(0),
    })
}

pub(super) fn account(assessment: &Assessment, leg: Leg) -> &'static Account {
    &assessment.variant.accounts[usize::from(leg.account)]
}

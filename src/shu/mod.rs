//! The division of the surplus (*SHU*): by the percentages of the articles, exact to the rupiah.
//!
//! Everything is shared by the largest remainder: each takes the whole rupiah of its share, and what is left over goes, one
//! rupiah each, to those whose share was cut by most; where two were cut alike, to the one that stands first. So every sum
//! is exact, and whoever weighs more never gets less.

mod members;
mod notes;

pub use members::{Fault, FaultKind, MOST_MEMBERS, Member, members};
pub use notes::{Note, notes};

use crate::rat::book::words;
use crate::rat::{Loss, ShuInput, Text};

/// A whole, in hundredths of a per cent.
pub const WHOLE: i64 = 10_000;

/// How many funds there are.
const FUNDS: usize = ShuInput::SHARES.len();
/// What goes to members by their savings, and by their business: places among the funds.
pub const BY_CAPITAL: usize = 1;
/// See [`BY_CAPITAL`].
pub const BY_BUSINESS: usize = 2;

/// What each fund is called, in the order of [`ShuInput::SHARES`].
pub const NAMES: [Text; FUNDS] = [
    words::FUND_RESERVE,
    words::FUND_CAPITAL,
    words::FUND_BUSINESS,
    words::FUND_BOARD,
    words::FUND_STAFF,
    words::FUND_EDUCATION,
    words::FUND_SOCIAL,
    words::FUND_REGION,
    words::FUND_OTHER,
];

/// One fund's part of the surplus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its place in [`NAMES`].
    pub fund: usize,
    /// Its share in hundredths of a per cent.
    pub share: i64,
    /// Its rupiah.
    pub amount: i64,
}

/// What becomes of a result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A surplus, shared.
    Shared {
        /// The funds that have a share, in their order.
        parts: Vec<Part>,
        /// How many rupiah were left over by cutting, and given by the largest remainder.
        rest: i64,
    },
    /// The percentages do not make a whole: their sum in hundredths.
    NotWhole(i64),
    /// A loss, by what bears it. It is whole: `reserve + members + carried`.
    Loss {
        /// Covered by the reserve.
        reserve: i64,
        /// Borne by the members, by their savings.
        members: i64,
        /// Carried into the next year.
        carried: i64,
    },
    /// A loss, and nobody has said what the articles do with it.
    OpenLoss,
    /// Neither surplus nor loss.
    Nothing,
}

/// Shares an amount among weights, exact to the rupiah, with how many rupiah went by the largest remainder. `None` where there
/// is nothing to weigh by, or something is below zero.
///
/// ```
/// use cermin_koperasi::shu::shared;
/// assert_eq!(shared(100, &[1, 1, 1]), Some((vec![34, 33, 33], 1)));
/// assert_eq!(shared(100, &[0, 0]), None);
/// ```
#[must_use]
pub fn shared(amount: i64, weights: &[i64]) -> Option<(Vec<i64>, i64)> {
    if amount < 0 || weights.iter().any(|weight| *weight < 0) {
        return None;
    }
    let wide = |number: i64| u128::from(number.unsigned_abs());
    let whole: u128 = weights.iter().map(|weight| wide(*weight)).sum();
    if whole == 0 {
        return None;
    }
    // Two numbers below 2^63 make less than 2^126; a share is no larger than the amount.
    let exact = |weight: &i64| wide(amount) * wide(*weight);
    let mut shares: Vec<i64> =
        weights.iter().map(|weight| i64::try_from(exact(weight) / whole).unwrap_or(amount)).collect();
    let rest = amount - shares.iter().sum::<i64>();
    let cut = |place: usize| exact(&weights[place]) % whole;
    let order = crate::sorting::order(weights.len(), &|a, b| (cut(b), a) < (cut(a), b));
    // What is left over is less than one rupiah for each.
    for place in order.into_iter().take(usize::try_from(rest).unwrap_or_default()) {
        shares[place] += 1;
    }
    Some((shares, rest))
}

/// What becomes of a result under what the articles say; `reserve` is what the reserve holds before.
///
/// ```
/// use cermin_koperasi::rat::{Loss, ShuInput};
/// use cermin_koperasi::shu::{Outcome, outcome};
/// let mut said = ShuInput::default();
/// said.shares[0] = Some(2_500);
/// assert_eq!(outcome(&said, 1_000, 0), Outcome::NotWhole(2_500));
/// said.loss = Loss::Reserve;
/// assert_eq!(outcome(&said, -1_000, 400), Outcome::Loss { reserve: 400, members: 0, carried: 600 });
/// ```
#[must_use]
pub fn outcome(said: &ShuInput, result: i64, reserve: i64) -> Outcome {
    if result == 0 {
        return Outcome::Nothing;
    }
    if result < 0 {
        return loss(said.loss, result.saturating_neg(), reserve);
    }
    let shares = said.shares.map(Option::unwrap_or_default);
    // Each is at most a whole.
    let sum = shares.iter().sum();
    if sum != WHOLE {
        return Outcome::NotWhole(sum);
    }
    let Some((amounts, rest)) = shared(result, &shares) else { return Outcome::NotWhole(sum) };
    let parts = shares.into_iter().zip(amounts).enumerate();
    let parts = parts.map(|(fund, (share, amount))| Part { fund, share, amount });
    Outcome::Shared { parts: parts.filter(|part| part.share > 0).collect(), rest }
}

fn loss(how: Loss, loss: i64, reserve: i64) -> Outcome {
    let covered = reserve.clamp(0, loss);
    match how {
        Loss::Unknown => Outcome::OpenLoss,
        Loss::Reserve => Outcome::Loss { reserve: covered, members: 0, carried: loss - covered },
        Loss::Members => Outcome::Loss { reserve: covered, members: loss - covered, carried: 0 },
        Loss::Carried => Outcome::Loss { reserve: 0, members: 0, carried: loss },
    }
}

impl Outcome {
    /// What members get, or bear, by their savings and by their business.
    #[must_use]
    pub fn members(&self) -> (i64, i64) {
        match self {
            Self::Shared { parts, .. } => {
                let of = |fund| parts.iter().find(|part| part.fund == fund).map_or(0, |part| part.amount);
                (of(BY_CAPITAL), of(BY_BUSINESS))
            }
            Self::Loss { members, .. } => (-members, 0),
            _ => (0, 0),
        }
    }
}

/// Each member's part by savings and by business, in the list's order. A side by which nothing can be weighed is `None`.
#[must_use]
pub fn each(list: &[Member], (capital, business): (i64, i64)) -> (Option<Vec<i64>>, Option<Vec<i64>>) {
    let by = |amount: i64, weight: fn(&Member) -> i64| {
        let weights: Vec<i64> = list.iter().map(weight).collect();
        let shares = shared(amount.abs(), &weights)?.0;
        Some(shares.into_iter().map(|share| share * amount.signum()).collect())
    };
    (by(capital, |member| member.savings), by(business, |member| member.business))
}

//! Where a division and the law are known to differ. None of it is refused: the articles and the meeting decide.

use super::{BY_BUSINESS, BY_CAPITAL, WHOLE};
use crate::rat::book::{RuleId, Share, param, rule, words};
use crate::rat::{ShuInput, Text};

/// A sentence and the rule it rests on.
pub type Note = (Text, RuleId);

const RESERVE: usize = 0;
const EDUCATION: usize = 5;
const REGION: usize = 7;

/// What the law asks otherwise than these percentages, once they make a whole; `kdmp`: a Merah Putih cooperative.
///
/// ```
/// use cermin_koperasi::rat::{ShuInput, book::rule};
/// let mut said = ShuInput::default();
/// said.shares[2] = Some(10_000);
/// let rules: Vec<_> = cermin_koperasi::shu::notes(&said, false).into_iter().map(|(_, rule)| rule).collect();
/// assert_eq!(rules, [rule::ISI_06, rule::ISI_06], "no reserve, no education");
/// ```
#[must_use]
pub fn notes(said: &ShuInput, kdmp: bool) -> Vec<Note> {
    let share = |fund: usize| said.shares[fund].unwrap_or_default();
    let below = |fund: usize, least: Share| {
        i128::from(share(fund)) * i128::from(least.den) < i128::from(WHOLE) * i128::from(least.num)
    };
    let differ = [
        (share(RESERVE) == 0, (words::SHU_NO_RESERVE, rule::ISI_06)),
        (share(RESERVE) > 0 && below(RESERVE, param::SHU_01_RESERVE), (words::SHU_LOW_RESERVE, rule::SHU_01)),
        (share(EDUCATION) == 0, (words::SHU_NO_EDUCATION, rule::ISI_06)),
        (share(BY_CAPITAL) > share(BY_BUSINESS), (words::SHU_MUCH_CAPITAL, rule::SHU_04)),
        (kdmp && below(REGION, param::SHU_02_VILLAGE), (words::SHU_LOW_VILLAGE, rule::SHU_02)),
    ];
    differ.into_iter().filter(|(differs, _)| *differs).map(|(_, note)| note).collect()
}

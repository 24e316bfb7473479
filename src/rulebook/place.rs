//! Where a thing of a form stands. Ids are for files and people; inside, things point at each other.

use std::ops::Index;

use super::text::{
    AccountText, AspectText, DifferenceHelp, DifferenceText, IndicatorText, ItemHelp, ItemText, PredicateText,
    RatioHelp,
};
use super::{Account, Aggregate, Aspect, Difference, Group, Help, Indicator, Item, Predicate, Subaspect, Texts};
use crate::lines::{Lines, Read};

/// Where a thing stands in its form's own list, and where the book keeps the sentences about it.
///
/// Two forms of a book share a sentence by pointing at the same place; a form that says it otherwise points elsewhere.
/// So nobody counts: `texts[item]` is always what this very form says.
///
/// ```
/// use cermin_koperasi::{locale::Locale, rulebook};
/// let book = rulebook::find("kkpkk-2021").unwrap();
/// let item = book.variants[0].item("A.I.1.b").unwrap();
/// assert_eq!(item.at.slot, 1);
/// assert!(book.text(Locale::Id)[item].question.ends_with('?'));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its place among all things of its kind in its form, in the form's order.
    pub slot: u16,
    /// The place of its sentences among all of their kind in the book.
    text: u16,
}

impl Place {
    /// The place of a thing in a form that shares no sentences.
    #[must_use]
    pub const fn alone(slot: u16) -> Self {
        Self { slot, text: slot }
    }
}

/// A line names the kind by a digit, and then how far the sentences lie from the slot: `30`, `3-4`, `3152`.
impl Read for Place {
    fn read(lines: &mut Lines) -> Self {
        let line = lines.next();
        let kind = line.bytes().next().map_or(0, |digit| usize::from(digit.wrapping_sub(b'0')));
        let slot = lines.step(kind);
        let apart: i16 = line.get(1..).and_then(|digits| digits.parse().ok()).unwrap_or_default();
        Self { slot, text: slot.wrapping_add_signed(apart) }
    }
}

macro_rules! told {
    ($($thing:ident: $list:ident, $text:ty;)+) => {$(
        /// # Panics
        /// Never: the compiler wrote the place, and a pack of another length is not installed.
        impl Index<&$thing> for Texts {
            type Output = $text;

            fn index(&self, thing: &$thing) -> &$text {
                &self.$list[usize::from(thing.at.text)]
            }
        }
    )+};
}

told! {
    Aspect: aspects, AspectText;
    Subaspect: subaspects, &'static str;
    Indicator: indicators, IndicatorText;
    Item: items, ItemText;
    Group: groups, &'static str;
    Account: accounts, AccountText;
    Aggregate: aggregates, &'static str;
    Predicate: predicates, PredicateText;
    Difference: differences, DifferenceText;
}

impl Help {
    /// Of an item.
    #[must_use]
    pub fn of(&self, item: &Item) -> Option<&ItemHelp> {
        self.items.get(usize::from(item.at.text))
    }

    /// What belongs in an account.
    #[must_use]
    pub fn of_account(&self, account: &Account) -> &'static str {
        self.accounts.get(usize::from(account.at.text)).copied().unwrap_or_default()
    }

    /// Of a ratio.
    #[must_use]
    pub fn of_ratio(&self, indicator: &Indicator) -> Option<&RatioHelp> {
        self.ratios.get(usize::from(indicator.at.text))
    }

    /// Of a difference.
    #[must_use]
    pub fn of_difference(&self, difference: &Difference) -> Option<&DifferenceHelp> {
        self.differences.get(usize::from(difference.at.text))
    }
}

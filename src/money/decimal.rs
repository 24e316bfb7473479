//! Fractions as people read them: `81,89`, `12,5%`. The only rounding there is, and only for the eye.

use super::{Numerals, print};
use crate::exact::Fraction;

/// How many decimals to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Places {
    /// Always so many: `81,00`.
    Exactly(u8),
    /// So many, but no zeros at the end: `12,5`, `12`.
    AtMost(u8),
}

/// Prints a fraction, halves rounded away from zero.
///
/// ```
/// use cermin_koperasi::exact::Fraction;
/// use cermin_koperasi::money::{Numerals, Places, decimal};
/// let points = Fraction::new(2, 3).expect("two thirds");
/// assert_eq!(decimal(points, Places::Exactly(2), Numerals::Indonesian), "0,67");
/// assert_eq!(decimal(Fraction::whole(2), Places::AtMost(2), Numerals::English), "2");
/// ```
#[must_use]
pub fn decimal(value: Fraction, places: Places, numerals: impl Into<Numerals>) -> String {
    printed(value, 0, places, numerals.into())
}

/// Prints a fraction of one as a percentage.
///
/// ```
/// use cermin_koperasi::exact::Fraction;
/// use cermin_koperasi::money::{Numerals, Places, percent};
/// let share = Fraction::new(1, 8).expect("an eighth");
/// assert_eq!(percent(share, Places::AtMost(2), Numerals::Indonesian), "12,5%");
/// ```
#[must_use]
pub fn percent(value: Fraction, places: Places, numerals: impl Into<Numerals>) -> String {
    printed(value, 2, places, numerals.into()) + "%"
}

/// Prints an amount that a formula made, of any size, rounded to whole rupiah.
///
/// ```
/// use cermin_koperasi::exact::Fraction;
/// use cermin_koperasi::money::{Numerals, rupiah};
/// assert_eq!(rupiah(Fraction::new(-5_001, 2).expect("a half"), Numerals::Indonesian), "-Rp2.501");
/// ```
#[must_use]
pub fn rupiah(value: Fraction, numerals: impl Into<Numerals>) -> String {
    let figures = decimal(value, Places::Exactly(0), numerals);
    figures.strip_prefix('-').map_or_else(|| format!("Rp{figures}"), |figures| format!("-Rp{figures}"))
}

/// Prints `value × 10^shift`.
fn printed(value: Fraction, shift: usize, places: Places, numerals: Numerals) -> String {
    let digits = rounded(value, shift + usize::from(places.most()));
    let point = digits.len() - usize::from(places.most());
    let (whole, part) = digits.split_at_checked(point).unwrap_or((&digits, ""));
    let (whole, part) = (without_leading_zeros(whole), places.trim(part));
    let zero = digits.bytes().all(|digit| digit == b'0');
    let mut text = String::from(if value.is_negative() && !zero { "-" } else { "" });
    text += &print::grouped(whole, numerals);
    if !part.is_empty() {
        text.push(numerals.point());
        text += part;
    }
    text
}

fn without_leading_zeros(whole: &str) -> &str {
    let bare = whole.trim_start_matches('0');
    if bare.is_empty() { "0" } else { bare }
}

impl Places {
    const fn most(self) -> u8 {
        match self {
            Self::Exactly(places) | Self::AtMost(places) => places,
        }
    }

    fn trim(self, digits: &str) -> &str {
        match self {
            Self::Exactly(_) => digits,
            Self::AtMost(_) => digits.trim_end_matches('0'),
        }
    }
}

/// Long division: the digits of `|value| × 10^places`, rounded half up, at least one before the point.
fn rounded(value: Fraction, places: usize) -> String {
    let (numerator, denominator) = (value.numerator().unsigned_abs(), value.denominator().unsigned_abs());
    let mut digits = whole_digits(numerator / denominator);
    let mut rest = numerator % denominator;
    for _ in 0..places {
        let (digit, left) = tenfold(rest, denominator);
        digits.push(b'0' + digit);
        rest = left;
    }
    if rest >= denominator - rest {
        carry(&mut digits);
    }
    digits.into_iter().map(char::from).collect()
}

/// The standard library's way for numbers of this size weighs as much as this whole room.
fn whole_digits(mut number: u128) -> Vec<u8> {
    let mut digits = Vec::new();
    loop {
        digits.push(b'0' + u8::try_from(number % 10).unwrap_or(0));
        number /= 10;
        if number == 0 {
            digits.reverse();
            return digits;
        }
    }
}

/// `10 × rest / denominator` as a digit and what is left. A fraction stays below 2¹²⁷ and `rest` below its
/// denominator, so doubling always fits `u128` where a tenfold may not.
fn tenfold(rest: u128, denominator: u128) -> (u8, u128) {
    let (mut digit, mut left) = (0, 0);
    // Ten is 1010 in binary.
    for add in [rest, 0, rest, 0] {
        (digit, left) = carried(digit * 2, left * 2, denominator);
        (digit, left) = carried(digit, left + add, denominator);
    }
    (digit, left)
}

const fn carried(digit: u8, left: u128, denominator: u128) -> (u8, u128) {
    if left >= denominator { (digit + 1, left - denominator) } else { (digit, left) }
}

/// Adds one in the last place.
fn carry(digits: &mut Vec<u8>) {
    for digit in digits.iter_mut().rev() {
        if *digit < b'9' {
            *digit += 1;
            return;
        }
        *digit = b'0';
    }
    digits.insert(0, b'1');
}

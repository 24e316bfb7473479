//! Amounts as they are written, without `Intl`, which old web views lack or answer differently.

use super::{Numerals, Rupiah};

pub(super) fn figures(amount: Rupiah, numerals: Numerals) -> String {
    count(amount.0, numerals)
}

/// A whole number in groups of three: `1.234.567`.
///
/// ```
/// use cermin_koperasi::money::{Numerals, count};
/// assert_eq!(count(-1234, Numerals::Indonesian), "-1.234");
/// ```
#[must_use]
pub fn count(number: i64, numerals: Numerals) -> String {
    let sign = if number < 0 { "-" } else { "" };
    format!("{sign}{}", grouped(&number.unsigned_abs().to_string(), numerals))
}

pub(super) fn rupiah(amount: Rupiah, numerals: Numerals) -> String {
    format!("{}Rp{}", minus(amount), grouped(&amount.0.unsigned_abs().to_string(), numerals))
}

pub(super) fn ledger(amount: Rupiah, numerals: Numerals) -> String {
    let positive = amount.abs();
    if amount < Rupiah::ZERO { format!("({})", rupiah(positive, numerals)) } else { rupiah(positive, numerals) }
}

const fn minus(amount: Rupiah) -> &'static str {
    if amount.0 < 0 { "-" } else { "" }
}

/// Digits in groups of three from the right.
pub(super) fn grouped(digits: &str, numerals: Numerals) -> String {
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(numerals.group());
        }
        text.push(digit);
    }
    text
}

//! Fractions on their way out: as a number for the eye, as text for whoever reckons on.

use serde::Serialize;

use crate::exact::{Fraction, Range};

/// What a score can still be, as numbers.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Score {
    /// The least.
    pub low: f64,
    /// The most.
    pub high: f64,
}

impl From<Range<Fraction>> for Score {
    fn from(range: Range<Fraction>) -> Self {
        Self { low: number(range.low), high: number(range.high) }
    }
}

/// An exact ratio, in lowest terms.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Ratio {
    /// The number above the line, with the sign.
    pub numerator: String,
    /// The number below it, at least 1.
    pub denominator: String,
}

impl From<Fraction> for Ratio {
    fn from(value: Fraction) -> Self {
        Self { numerator: value.numerator().to_string(), denominator: value.denominator().to_string() }
    }
}

/// The nearest floating-point number. Scores have small terms, so theirs is rounded once and correctly.
///
/// ```
/// use cermin_koperasi::{api, exact::Fraction};
/// assert_eq!(api::number(Fraction::new(1, 8).unwrap()), 0.125);
/// ```
#[must_use]
#[allow(clippy::cast_precision_loss, clippy::float_arithmetic, reason = "the one place where display begins")]
pub fn number(value: Fraction) -> f64 {
    value.numerator() as f64 / value.denominator() as f64
}

/// A whole number as it is, anything else as a fraction: `1543069`, `-3/2`.
///
/// ```
/// use cermin_koperasi::{api, exact::Fraction};
/// assert_eq!(api::exact(Fraction::new(-3, 2).unwrap()), "-3/2");
/// ```
#[must_use]
pub fn exact(value: Fraction) -> String {
    match value.denominator() {
        1 => value.numerator().to_string(),
        below => format!("{}/{below}", value.numerator()),
    }
}

//! Numbers as they are written.

/// A JSON number, digit by digit: `5`, `5.0` and `5e0` are three.
///
/// ```
/// use cermin_koperasi::exchange::json::{Number, Unfit};
/// assert_eq!(Number::parse("15e2").unwrap().whole(), Ok(1_500));
/// assert_eq!(Number::parse("0.5").unwrap().whole(), Err(Unfit::Fraction));
/// assert_eq!(Number::parse("1e30").unwrap().whole(), Err(Unfit::TooLarge));
/// assert!(Number::parse("05").is_none());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number(String);

/// Why a number is no `i64`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// It is not whole.
    Fraction,
    /// It is beyond what an `i64` holds, or what a fraction of seventeen digits before the point may be.
    TooLarge,
}

/// More digits before the point than this, and a fraction is rather called too large.
const LONG: i64 = 16;

impl Number {
    /// What the parser found to be a number.
    pub(super) const fn of(text: String) -> Self {
        Self(text)
    }

    /// As it was written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is written without point and exponent.
    #[must_use]
    pub fn is_integer(&self) -> bool {
        !self.0.contains(['.', 'e', 'E'])
    }

    /// The number, if it is whole however it is written: `5`, `5.0`, `0.5e1`.
    ///
    /// # Errors
    /// [`Unfit`] if it is not whole, or larger than an `i64`.
    pub fn whole(&self) -> Result<i64, Unfit> {
        match self.0.parse() {
            Ok(number) => Ok(number),
            Err(_) => self.scaled(),
        }
    }

    fn scaled(&self) -> Result<i64, Unfit> {
        let (mantissa, exponent) = self.0.split_once(['e', 'E']).unwrap_or((&self.0, "0"));
        let (above, below) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let (sign, above) = above.strip_prefix('-').map_or(("", above), |above| ("-", above));
        let all = [above, below].concat();
        let digits = all.trim_start_matches('0');
        let bare = digits.trim_end_matches('0');
        if bare.is_empty() {
            return Ok(0);
        }
        // Of an exponent that is itself too large only the sign matters.
        let most = if exponent.starts_with('-') { -i64::from(i32::MAX) } else { i64::from(i32::MAX) };
        let exponent = exponent.parse::<i32>().map_or(most, i64::from);
        // The lengths of texts: far from the ends of an i64.
        let length = |text: &str| i64::try_from(text.len()).unwrap_or(i64::MAX);
        let before_point = exponent + length(digits) - length(below);
        match before_point - length(bare) {
            zeros @ 0.. if before_point < 20 => {
                let zeros = "0".repeat(usize::try_from(zeros).unwrap_or_default());
                [sign, bare, &zeros].concat().parse().map_err(|_| Unfit::TooLarge)
            }
            ..0 if before_point <= LONG => Err(Unfit::Fraction),
            _ => Err(Unfit::TooLarge),
        }
    }
}

impl From<i64> for Number {
    fn from(number: i64) -> Self {
        Self(number.to_string())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn whole_numbers_are_known_in_every_dress() {
        let whole = |text: &str| Number::parse(text).unwrap().whole();
        for (text, number) in [
            ("0", 0),
            ("-0", 0),
            ("0.000e9", 0),
            ("5.0", 5),
            ("-5.00", -5),
            ("1.5e3", 1_500),
            ("0.5E+1", 5),
            ("120e-1", 12),
            ("1e15", 1_000_000_000_000_000),
            ("9223372036854775807", i64::MAX),
            ("-9223372036854775808.0", i64::MIN),
        ] {
            assert_eq!(whole(text), Ok(number), "{text}");
        }
        for text in
            ["9223372036854775808", "1e30", "-1e300", "1e999999999999", "12345678901234567.5", "18446744073709551615"]
        {
            assert_eq!(whole(text), Err(Unfit::TooLarge), "{text}");
        }
        for text in ["0.5", "1e-7", "-12.30", "1234567890123456.7", "1e-99999999999", "1.05e1"] {
            assert_eq!(whole(text), Err(Unfit::Fraction), "{text}");
        }
    }
}

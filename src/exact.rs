//! Exact arithmetic: fractions of integers, compared by cross-multiplication.
//!
//! A rule that says 5 % means five hundredths. Binary floating point cannot hold that number, so no float exists below
//! the page: every ratio, weight and score is a [`Fraction`] until somebody prints it.

use core::cmp::Ordering;

/// An exact rational number over `i128`, always in lowest terms with a positive denominator.
///
/// Arithmetic is checked: `None` means the result does not fit. With amounts of at most fifteen digits and the formulas
/// of the rulebooks this does not happen, but a caller must say what it does then; nothing wraps or saturates.
///
/// ```
/// use cermin_koperasi::exact::Fraction;
/// let ratio = Fraction::new(5, 100).unwrap();
/// assert_eq!(ratio, Fraction::new(1, 20).unwrap());
/// assert!(ratio < Fraction::new(50_000_001, 1_000_000_000).unwrap());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Fraction {
    numerator: i128,
    denominator: i128,
}

impl Fraction {
    /// Nothing.
    pub const ZERO: Self = Self::whole(0);
    /// The whole.
    pub const ONE: Self = Self::whole(1);

    /// A whole number.
    #[must_use]
    pub const fn whole(value: i64) -> Self {
        Self { numerator: value as i128, denominator: 1 }
    }

    /// A fraction in lowest terms; `None` if the denominator is zero or the result does not fit.
    #[must_use]
    pub const fn new(numerator: i128, denominator: i128) -> Option<Self> {
        if denominator == 0 || numerator == i128::MIN || denominator == i128::MIN {
            return None;
        }
        if denominator == 1 {
            return Some(Self { numerator, denominator });
        }
        let common = gcd(numerator.unsigned_abs(), denominator.unsigned_abs());
        let sign = if denominator < 0 { -1 } else { 1 };
        // `common` divides two numbers below 2^127, so it fits.
        #[allow(clippy::cast_possible_wrap)]
        let common = common as i128;
        let common = sign * common;
        Some(match (small(numerator), small(denominator), small(common)) {
            (Some(above), Some(below), Some(common)) => {
                Self { numerator: (above / common) as i128, denominator: (below / common) as i128 }
            }
            _ => Self { numerator: numerator / common, denominator: denominator / common },
        })
    }

    /// A whole number that may be large; `None` where its negation would not fit.
    const fn from_whole(numerator: i128) -> Option<Self> {
        if numerator == i128::MIN { None } else { Some(Self { numerator, denominator: 1 }) }
    }

    /// A fraction the rulebook compiler has already reduced; used for its numbers only.
    #[must_use]
    pub(crate) const fn constant(numerator: i64, denominator: i64) -> Self {
        Self { numerator: numerator as i128, denominator: denominator as i128 }
    }

    /// As a whole number of everyday size, if it is one.
    ///
    /// ```
    /// use cermin_koperasi::exact::Fraction;
    /// assert_eq!(Fraction::whole(7).to_whole(), Some(7));
    /// assert_eq!(Fraction::new(1, 2).and_then(Fraction::to_whole), None);
    /// ```
    #[must_use]
    pub fn to_whole(self) -> Option<i64> {
        (self.denominator() == 1).then(|| i64::try_from(self.numerator()).ok())?
    }

    /// The number above the line, carrying the sign.
    #[must_use]
    pub const fn numerator(self) -> i128 {
        self.numerator
    }

    /// The number below the line, at least 1.
    #[must_use]
    pub const fn denominator(self) -> i128 {
        self.denominator
    }

    /// Whether it is zero.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.numerator == 0
    }

    /// Whether it is below zero.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.numerator < 0
    }

    /// Without its sign.
    #[must_use]
    pub const fn abs(self) -> Self {
        Self { numerator: self.numerator.abs(), denominator: self.denominator }
    }

    /// With the other sign.
    #[must_use]
    pub const fn negated(self) -> Self {
        Self { numerator: -self.numerator, denominator: self.denominator }
    }

    /// The sum, or `None` if it does not fit.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        // Most figures are whole rupiah, and already in lowest terms.
        if let (1, 1) = (self.denominator, other.denominator) {
            return Self::from_whole(self.numerator.checked_add(other.numerator)?);
        }
        let common = gcd(self.denominator.unsigned_abs(), other.denominator.unsigned_abs());
        let common = i128::try_from(common).ok()?;
        let left = product(self.numerator, other.denominator / common)?;
        let right = product(other.numerator, self.denominator / common)?;
        let denominator = product(self.denominator / common, other.denominator)?;
        Self::new(left.checked_add(right)?, denominator)
    }

    /// The difference, or `None` if it does not fit.
    #[must_use]
    pub fn minus(self, other: Self) -> Option<Self> {
        self.plus(other.negated())
    }

    /// The product, or `None` if it does not fit.
    #[must_use]
    pub fn times(self, other: Self) -> Option<Self> {
        if let (1, 1) = (self.denominator, other.denominator) {
            return Self::from_whole(product(self.numerator, other.numerator)?);
        }
        // Reducing crosswise first keeps the products as small as they can be, and leaves nothing to reduce in them.
        let left = Self::new(self.numerator, other.denominator)?;
        let right = Self::new(other.numerator, self.denominator)?;
        let denominator = product(left.denominator, right.denominator)?;
        Self::from_whole(product(left.numerator, right.numerator)?).map(|above| Self { denominator, ..above })
    }

    /// The quotient, or `None` if `other` is zero or the result does not fit.
    #[must_use]
    pub fn over(self, other: Self) -> Option<Self> {
        if let (1, 1) = (self.denominator, other.denominator) {
            return Self::new(self.numerator, other.numerator);
        }
        // Turned over, what was in lowest terms still is. A numerator is never the least of its type.
        let sign = other.numerator.signum();
        let turned = Self { numerator: sign * other.denominator, denominator: other.numerator.abs() };
        if sign == 0 { None } else { self.times(turned) }
    }

    /// The sum of many, or `None` if it does not fit.
    #[must_use]
    pub fn sum(parts: impl IntoIterator<Item = Self>) -> Option<Self> {
        // Most are whole and small.
        let (mut whole, mut rest) = (0_i64, Self::ZERO);
        for part in parts {
            match part.to_whole().and_then(|part| whole.checked_add(part)) {
                Some(sum) => whole = sum,
                None => rest = rest.plus(part)?,
            }
        }
        rest.plus(whole.into())
    }
}

impl From<i64> for Fraction {
    fn from(value: i64) -> Self {
        Self::whole(value)
    }
}

impl Ord for Fraction {
    /// Compares by cross-multiplication; where the products would not fit, by continued fractions, so the answer is
    /// exact for any two values.
    fn cmp(&self, other: &Self) -> Ordering {
        if self.denominator == other.denominator {
            return self.numerator.cmp(&other.numerator);
        }
        match (product(self.numerator, other.denominator), product(other.numerator, self.denominator)) {
            (Some(left), Some(right)) => left.cmp(&right),
            _ => compare_by_parts(*self, *other),
        }
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Compares whole parts, then the inverted remainders the other way round.
fn compare_by_parts(left: Fraction, right: Fraction) -> Ordering {
    let whole = |f: Fraction| f.numerator.div_euclid(f.denominator);
    let rest = |f: Fraction| f.numerator.rem_euclid(f.denominator);
    whole(left).cmp(&whole(right)).then_with(|| match (rest(left), rest(right)) {
        (0, 0) => Ordering::Equal,
        (0, _) => Ordering::Less,
        (_, 0) => Ordering::Greater,
        (a, b) => compare_by_parts(
            Fraction { numerator: right.denominator, denominator: b },
            Fraction { numerator: left.denominator, denominator: a },
        ),
    })
}

/// The product, or `None` if it does not fit. Of two small numbers it always does.
fn product(left: i128, right: i128) -> Option<i128> {
    match (small(left), small(right)) {
        (Some(left), Some(right)) => Some(small_product(left, right)),
        _ => left.checked_mul(right),
    }
}

fn small_product(left: i64, right: i64) -> i128 {
    let room = left.unsigned_abs().leading_zeros() + right.unsigned_abs().leading_zeros();
    if room > 64 { i128::from(left * right) } else { wide_product(left, right) }
}

/// `WebAssembly` calls a function for a product of 128 bits, which is seldom needed. Were it not apart, the compiler would make both
/// products and choose.
#[cold]
fn wide_product(left: i64, right: i64) -> i128 {
    i128::from(left) * i128::from(right)
}

/// A number of less than 64 bits, as nearly all are: machines divide and multiply those many times as fast.
#[allow(clippy::cast_possible_truncation, reason = "checked to fit")]
const fn small(number: i128) -> Option<i64> {
    let low = number as i64;
    if low as i128 == number && low != i64::MIN { Some(low) } else { None }
}

/// The largest number that divides both; 1 for two zeros.
#[allow(clippy::cast_possible_truncation, reason = "checked to fit")]
const fn gcd(mut a: u128, mut b: u128) -> u128 {
    const SMALL: u128 = u64::MAX as u128;
    while b != 0 {
        (a, b) = (b, if a <= SMALL && b <= SMALL { (a as u64 % b as u64) as u128 } else { a % b });
    }
    if a == 0 { 1 } else { a }
}

/// What a value can still be: from `low` to `high`, both included.
///
/// ```
/// use cermin_koperasi::exact::Range;
/// assert!(Range::exactly(3).is_settled());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range<T> {
    /// The least it can be.
    pub low: T,
    /// The most it can be.
    pub high: T,
}

impl<T: Copy + PartialEq> Range<T> {
    /// A range that holds one value only.
    pub const fn exactly(value: T) -> Self {
        Self { low: value, high: value }
    }

    /// Whether only one value is left.
    pub fn is_settled(&self) -> bool {
        self.low == self.high
    }

    /// The same range seen through a function that keeps the order.
    pub fn map<U>(self, f: impl Fn(T) -> U) -> Range<U> {
        Range { low: f(self.low), high: f(self.high) }
    }

    /// From the lower of both low ends to the higher of both high ends.
    #[must_use]
    pub fn hull(self, other: Self) -> Self
    where
        T: Ord,
    {
        Self { low: self.low.min(other.low), high: self.high.max(other.high) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fraction(numerator: i128, denominator: i128) -> Fraction {
        Fraction::new(numerator, denominator).expect("a test fraction")
    }

    #[test]
    fn a_ratio_of_exactly_five_per_cent_equals_five_per_cent() {
        assert_eq!(fraction(1_000_000_005, 20_000_000_100), fraction(5, 100));
        assert!(fraction(1_000_000_004, 20_000_000_100) < fraction(5, 100));
        assert!(fraction(1_000_000_006, 20_000_000_100) > fraction(5, 100));
    }

    #[test]
    fn signs_live_above_the_line() {
        assert_eq!(fraction(1, -2), fraction(-1, 2));
        assert!(fraction(1, -2).is_negative());
    }

    #[test]
    fn huge_fractions_still_compare_exactly() {
        let big = i128::MAX - 1;
        assert!(fraction(big, big - 1) < fraction(big - 2, big - 3));
        assert!(fraction(-big, big - 1) > fraction(-(big - 2), big - 3));
        assert_eq!(fraction(big, big - 1).cmp(&fraction(big, big - 1)), Ordering::Equal);
    }

    #[test]
    fn what_does_not_fit_is_refused_not_wrapped() {
        let big = fraction(i128::MAX - 1, 1);
        assert_eq!(big.plus(big), None);
        assert_eq!(big.times(big), None);
        assert_eq!(Fraction::ONE.over(Fraction::ZERO), None);
    }
}

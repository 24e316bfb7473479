//! One group of twelve symbols: ten that say something and two that check them.
//!
//! The group is a word of a Reed–Solomon code over 32 elements: its symbols add up to nothing, and weighed by the powers of
//! one element they add up to the group's place. Two words of it differ in three symbols at least, so one wrong symbol and
//! any two swapped ones are always found, and so is a whole group in the wrong place.

/// Symbols of a group.
pub(super) const LENGTH: usize = 12;
/// Symbols of it that say something, five bits each.
pub(super) const DATA: usize = 10;

/// The product of two of the 32 elements: polynomials over two, modulo x⁵ + x² + 1.
const fn times(left: u8, right: u8) -> u8 {
    let (mut left, mut right, mut product) = (left, right, 0);
    while right > 0 {
        if right & 1 == 1 {
            product ^= left;
        }
        left <<= 1;
        if left & 32 != 0 {
            left ^= 0b10_0101;
        }
        right >>= 1;
    }
    product
}

/// The weight of each symbol: the powers of 2, all different.
const WEIGHTS: [u8; LENGTH] = {
    let mut weights = [1; LENGTH];
    let mut place = 1;
    while place < LENGTH {
        weights[place] = times(weights[place - 1], 2);
        place += 1;
    }
    weights
};

/// The inverse of the sum of the last two weights: 30 = 2⁵ − 2 times itself.
const INVERSE: u8 = {
    let sum = WEIGHTS[DATA] ^ WEIGHTS[DATA + 1];
    let (mut power, mut count) = (1, 0);
    while count < 30 {
        power = times(power, sum);
        count += 1;
    }
    power
};

/// Both sums of a group's first symbols.
fn sums(symbols: &[u8]) -> (u8, u8) {
    let weighed = symbols.iter().zip(WEIGHTS);
    weighed.fold((0, 0), |(plain, heavy), (symbol, weight)| (plain ^ symbol, heavy ^ times(*symbol, weight)))
}

/// The group of ten symbols at a place, counted from 1, below 32.
pub(super) fn with_checks(data: &[u8], place: usize) -> Vec<u8> {
    let (plain, heavy) = sums(data);
    // Two equations for the two checks: a + b = plain and w·a + v·b = heavy + place.
    let target = heavy ^ number(place);
    let first = times(target ^ times(plain, WEIGHTS[DATA + 1]), INVERSE);
    data.iter().copied().chain([first, plain ^ first]).collect()
}

/// The place a group belongs to, if it is whole.
pub(super) fn place(group: &[u8]) -> Option<usize> {
    let (plain, heavy) = sums(group);
    (group.len() == LENGTH && plain == 0 && heavy > 0).then_some(usize::from(heavy))
}

/// A place as an element: there are never as many as 32.
fn number(place: usize) -> u8 {
    u8::try_from(place % 32).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_weights_are_all_different_and_the_inverse_is_one() {
        for (place, weight) in WEIGHTS.iter().enumerate() {
            assert!(!WEIGHTS[..place].contains(weight));
        }
        assert_eq!(times(INVERSE, WEIGHTS[DATA] ^ WEIGHTS[DATA + 1]), 1);
    }

    #[test]
    fn a_group_knows_its_place() {
        for at in 1..=6 {
            assert_eq!(place(&with_checks(&[0, 31, 7, 7, 12, 1, 30, 2, 9, 16], at)), Some(at));
        }
        assert_eq!(place(&[0; LENGTH]), None);
    }
}

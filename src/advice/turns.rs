//! Where a polynomial of degree two or less changes its sign on whole numbers, exactly.

use core::cmp::Ordering;

use crate::exact::Fraction;

/// `a + b·x + c·x²`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Poly(pub(super) [Fraction; 3]);

impl Poly {
    pub(super) const ONE: Self = Self::constant(Fraction::ONE);

    pub(super) const fn constant(value: Fraction) -> Self {
        Self([value, Fraction::ZERO, Fraction::ZERO])
    }

    pub(super) fn is_constant(&self) -> bool {
        self.0[1].is_zero() && self.0[2].is_zero()
    }

    pub(super) fn plus(self, other: Self) -> Option<Self> {
        let sum = |place: usize| match other.0[place] {
            nothing if nothing.is_zero() => Some(self.0[place]),
            part => self.0[place].plus(part),
        };
        Some(Self([sum(0)?, sum(1)?, sum(2)?]))
    }

    pub(super) fn scaled(self, factor: Fraction) -> Option<Self> {
        let part = |place: usize| self.0[place].times(factor);
        Some(Self([part(0)?, part(1)?, part(2)?]))
    }

    /// The product; `None` if its degree is above two or a number does not fit.
    pub(super) fn times(self, other: Self) -> Option<Self> {
        let mut product = [Fraction::ZERO; 3];
        for (i, left) in self.0.iter().enumerate().filter(|(_, part)| !part.is_zero()) {
            for (j, right) in other.0.iter().enumerate().filter(|(_, part)| !part.is_zero()) {
                let place = product.get_mut(i + j)?;
                *place = place.plus(left.times(*right)?)?;
            }
        }
        Some(Self(product))
    }

    /// Its value at a whole number; `None` if it does not fit.
    pub(super) fn value(&self, x: i64) -> Option<Fraction> {
        let x = Fraction::whole(x);
        let [a, b, c] = self.0;
        let rest = if c.is_zero() { b } else { c.times(x)?.plus(b)? };
        rest.times(x)?.plus(a)
    }

    fn sign(&self, x: i64) -> Option<Ordering> {
        Some(self.value(x)?.cmp(&Fraction::ZERO))
    }

    /// Whole numbers from 1 to `most` at which a new run of one sign may start: from 0 to before the first, and from each
    /// to before the next, the sign does not change. `None` if a number does not fit.
    pub(super) fn turns(&self, most: i64) -> Option<Vec<i64>> {
        if self.0[2].is_zero() {
            return self.turn_of_line(most);
        }
        let mut ends = vec![0];
        ends.extend(self.vertex(most)?);
        ends.push(most);
        let mut turns = Vec::new();
        for piece in ends.windows(2) {
            // A piece is monotone, so the sign leaves its first value, passes zero at most once, and stays.
            if self.sign(piece[0])? != self.sign(piece[1])? {
                let first = self.leaves(piece[0], piece[1])?;
                turns.extend([first, first + 1].into_iter().filter(|x| *x <= most));
            }
        }
        Some(turns)
    }

    /// A line changes its sign once, at its root: solved outright.
    fn turn_of_line(&self, most: i64) -> Option<Vec<i64>> {
        if self.0[1].is_zero() {
            return Some(Vec::new());
        }
        let root = self.0[0].negated().over(self.0[1])?;
        let above = -(-root.numerator()).div_euclid(root.denominator());
        let turns = [above, above.checked_add(1)?].into_iter().filter_map(|x| i64::try_from(x).ok());
        Some(turns.filter(|x| (1..=most).contains(x)).collect())
    }

    /// The whole numbers on both sides of the vertex, where they lie inside.
    fn vertex(&self, most: i64) -> Option<Vec<i64>> {
        let at = self.0[1].negated().over(self.0[2].times(Fraction::whole(2))?)?;
        let below = at.numerator().div_euclid(at.denominator());
        let inside = [below, below.checked_add(1)?].into_iter().filter_map(|x| i64::try_from(x).ok());
        Some(inside.filter(|x| (1..most).contains(x)).collect())
    }

    /// The first whole number after `from`, up to `to`, with another sign than at `from`; on a monotone piece whose ends
    /// have different signs.
    fn leaves(&self, from: i64, to: i64) -> Option<i64> {
        let start = self.sign(from)?;
        let (mut same, mut other) = (from, to);
        while other - same > 1 {
            let middle = same + (other - same) / 2;
            if self.sign(middle)? == start { same = middle } else { other = middle }
        }
        Some(other)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]
        #[test]
        fn from_one_turn_to_the_next_the_sign_never_changes(a in -3_000_i64..3_000, b in -300_i64..300, c in -9_i64..9) {
            let poly = Poly([a, b, c].map(Fraction::whole));
            let most = 90;
            let mut marks = poly.turns(most).unwrap();
            marks.extend([0, most + 1]);
            marks.sort_unstable();
            marks.dedup();
            for pair in marks.windows(2) {
                let inside: Vec<Ordering> = (pair[0]..pair[1]).map(|x| poly.sign(x).unwrap()).collect();
                prop_assert!(inside.windows(2).all(|pair| pair[0] == pair[1]), "{poly:?} between {pair:?}");
            }
        }
    }

    #[test]
    fn a_product_above_degree_two_is_refused() {
        let square = Poly([Fraction::ZERO, Fraction::ZERO, Fraction::ONE]);
        let line = Poly([Fraction::ONE, Fraction::ONE, Fraction::ZERO]);
        assert_eq!(square.times(line), None);
        assert_eq!(line.times(line).unwrap().0[1], Fraction::whole(2));
    }
}

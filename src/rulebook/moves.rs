//! What a board can do to its books: plausible moves of one account, each with what moves on the other side.

use super::{Deed, Formula};
use crate::exact::Fraction;

/// The plausible moves of a variant. Ours, not the law's.
#[derive(Debug)]
pub struct Moves {
    /// The account that takes up what income and cost leave (*SHU periode berjalan*), by its place in the variant.
    pub result: u16,
    /// No move goes beyond the value of this formula, in rupiah of the current year.
    pub ceiling: Formula,
    /// The moves, in the order they are thought of first.
    pub list: &'static [Move],
    /// Indicators that tell how safe the members' money is, by their ids.
    pub risks: &'static [&'static str],
    /// The most points with which one of them counts as a danger.
    pub risk_at: Fraction,
}

/// One account moved by some rupiah of the current year, and others by as many, so that the balance sheet stays balanced.
#[derive(Debug, PartialEq, Eq)]
pub struct Move {
    /// Stable id, `tagih-piutang-anggota`.
    pub id: &'static str,
    /// What it is, in a word; picks the sentence.
    pub deed: Deed,
    /// The account it is about.
    pub lead: Leg,
    /// What moves with it.
    pub with: &'static [Leg],
    /// The largest believable part of what stands in the lead account; everything, if `None`.
    pub most: Option<Fraction>,
    /// Whether only a members' meeting can decide it.
    pub rat: bool,
    /// Whether a plan may propose it: it harms no member, and lies in the board's hands.
    pub plan: bool,
}

impl Move {
    /// All its accounts, the lead first.
    pub fn legs(&self) -> impl Iterator<Item = &Leg> {
        core::iter::once(&self.lead).chain(self.with)
    }

    /// The direction in which an account moves, by its place; `None` if it stays.
    #[must_use]
    pub fn direction(&self, account: u16) -> Option<Direction> {
        self.legs().find(|leg| leg.account == account).map(|leg| leg.direction)
    }
}

/// One account of a [`Move`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leg {
    /// The account, by its place in the variant.
    pub account: u16,
    /// Which way it moves. A contra account that goes up takes more away from its group.
    pub direction: Direction,
}

/// Which way an account moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// More.
    Up,
    /// Less.
    Down,
}

impl Direction {
    /// +1 or −1.
    #[must_use]
    pub const fn sign(self) -> i64 {
        match self {
            Self::Up => 1,
            Self::Down => -1,
        }
    }

    /// The other one.
    #[must_use]
    pub const fn reversed(self) -> Self {
        match self {
            Self::Up => Self::Down,
            Self::Down => Self::Up,
        }
    }

    /// The word used in files and in the JavaScript face.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
        }
    }
}

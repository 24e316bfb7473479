//! What stands in one cell.

use crate::money::{Entry, Rupiah};

/// A figure in hundredths of its unit, so that sen and *dalam ribuan* stay exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Figure(pub(super) i64);

/// What a cell holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Cell {
    Blank,
    /// A dash or *nihil*: nothing, said.
    Nil,
    Figure(Figure),
    /// A share, a code with several dots, or a figure nobody can read: in no column of amounts.
    Odd,
    /// A formula in error or without its result, `#DIV/0!`: a figure belongs here and cannot be read.
    Broken,
    Text,
}

/// Blanks that a browser or Excel put in, made plain.
pub(super) fn tidy(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}', '\u{2007}', '\r', '\n'], " ").trim().trim_matches('\u{feff}').trim().to_owned()
}

impl Cell {
    pub(super) fn read(text: &str) -> Self {
        if text.is_empty() {
            return Self::Blank;
        }
        if text.starts_with(['#', '=']) || text.starts_with("Err:") {
            return Self::Broken;
        }
        let low = text.to_ascii_lowercase();
        if matches!(low.trim_matches(['-', '.', ' ', '(', ')']), "nihil" | "nil") {
            return Self::Nil;
        }
        if !text.contains(|c: char| c.is_ascii_digit()) {
            return match Rupiah::parse(text) {
                Ok(Entry::Empty | Entry::AmountToConfirm(_)) => Self::Nil,
                _ => Self::Text,
            };
        }
        match figure(text) {
            _ if text.ends_with('%') && !text.contains(char::is_alphabetic) => Self::Odd,
            Some(figure) => Self::Figure(figure),
            None if text.contains(|c: char| c.is_alphabetic()) => Self::Text,
            None => Self::Odd,
        }
    }
}

/// The figure of a cell. What a single field asks about (`1.234`) is settled here by the sheet around it: books are not
/// kept in thousandths.
fn figure(text: &str) -> Option<Figure> {
    match Rupiah::parse(text) {
        Ok(Entry::Amount(amount)) => amount.get().checked_mul(100).map(Figure),
        // A single field offers sen rounded; a sheet may be in thousands, where they count.
        Ok(Entry::AmountToConfirm(amount)) => with_sen(text).or_else(|| amount.get().checked_mul(100).map(Figure)),
        _ => None,
    }
}

/// `1.234,56`: the figure without its sen, and the sen.
fn with_sen(text: &str) -> Option<Figure> {
    let mark = text.rfind([',', '.'])?;
    let after = &text[mark + 1..];
    let digits = after.len() - after.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let sen: i64 = match digits {
        1 => after[..1].parse::<i64>().ok()? * 10,
        2 => after[..2].parse().ok()?,
        _ => return None,
    };
    // Behind a word, `1,5 juta`, they are no sen.
    if after.contains(char::is_alphabetic) {
        return None;
    }
    let whole = [&text[..mark], &after[digits..]].concat();
    let amount = match Rupiah::parse(&whole).ok()? {
        Entry::Amount(amount) | Entry::AmountToConfirm(amount) => amount.get(),
        _ => return None,
    };
    let negative = amount < 0 || text.contains(['(', '-']);
    let hundredths = amount.abs().checked_mul(100)?.checked_add(sen)?;
    Some(Figure(if negative { -hundredths } else { hundredths }))
}

impl Figure {
    /// In whole rupiah when one printed unit is `unit` rupiah, halves away from zero; and whether sen were dropped.
    pub(super) fn rupiah(self, unit: i64) -> Option<(Rupiah, bool)> {
        let hundredths = self.0.checked_mul(unit)?;
        let whole = (hundredths.abs() + 50) / 100 * hundredths.signum();
        Some((Rupiah::new(whole)?, hundredths % 100 != 0))
    }

    /// Whether it may be a year: `2025`.
    pub(super) fn year(self) -> Option<u16> {
        let whole = (self.0 % 100 == 0).then_some(self.0 / 100)?;
        u16::try_from(whole).ok().filter(|year| (1990..2100).contains(year))
    }
}

//! The check code: the same answers under the same rules give the same twelve letters and digits, anywhere.
//!
//! Two prints with the same code rest on the same answers. It notices slips, not forgers: anybody can compute it.
//! Anybody with a SHA-256 can also check it: see [`content`] for what is hashed.

use core::fmt::Write as _;

use sha2::{Digest, Sha256};

use crate::assessment::{Amount, Assessment};
use crate::rulebook::Year;

/// Crockford's base 32: no I, L, O, U, so nothing is misread from paper.
pub(super) const SYMBOLS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Symbols of a code, 5 bits each.
const LENGTH: usize = 12;

/// The check code of an assessment, in groups of four: the first 60 bits of the SHA-256 of [`content`].
///
/// It depends on rulebook, form, edition, reading, all answers and all amounts of both years; not on the profile, and not on
/// how a blank came about: no answer is *belum tahu*, and a blank in a complete book is zero.
///
/// ```
/// use cermin_koperasi::{assessment::Assessment, exchange::check_code, rulebook};
/// let book = rulebook::find("kkpkk-2021").unwrap();
/// let blank = Assessment::new(book, &book.variants[0]);
/// let code = check_code::of(&blank);
/// assert_eq!(code.len(), 14);
/// assert_eq!(code, check_code::of(&blank.clone()));
/// ```
#[must_use]
pub fn of(assessment: &Assessment) -> String {
    let start = first_bits(assessment);
    let mut code = String::with_capacity(LENGTH + 2);
    for place in 0..LENGTH {
        if place > 0 && place % 4 == 0 {
            code.push('-');
        }
        // Five bits are below 32.
        let symbol = (start >> (59 - 5 * place)) & 31;
        code.push(char::from(SYMBOLS[usize::try_from(symbol).unwrap_or(0)]));
    }
    code
}

fn first_bits(assessment: &Assessment) -> u64 {
    Sha256::digest(content(assessment)).iter().take(8).fold(0, |bits, byte| bits << 8 | u64::from(*byte))
}

/// Its first bits, sixteen at most.
pub(super) fn start(assessment: &Assessment, bits: u32) -> u16 {
    u16::try_from(first_bits(assessment) >> (64 - bits)).unwrap_or(0)
}

/// Whether a code read from paper is this one: case, blanks and hyphens do not matter, O reads as 0, I and L as 1.
#[must_use]
pub fn matches(assessment: &Assessment, read: &str) -> bool {
    let plain = |symbol: char| match symbol.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let symbols = |code: &str| -> String {
        code.chars().filter(|symbol| !symbol.is_whitespace() && *symbol != '-').map(plain).collect()
    };
    symbols(read) == of(assessment).replace('-', "")
}

/// What is hashed: lines of plain text, each ended by a line feed.
///
/// `cermin-koperasi/1`, then the ids of rulebook, form and edition and the reading's code, then `item=answer` for every item
/// and `year/account=rupiah` (or `unknown`) for every account the form asks for in that year, all in the form's order.
#[must_use]
pub fn content(assessment: &Assessment) -> String {
    let mut text = String::from("cermin-koperasi/1\n");
    let edition = assessment.rulebook.editions.get(assessment.edition).map_or("", |edition| edition.id);
    let rules = [assessment.rulebook.id, assessment.variant.id, edition, assessment.reading.code()];
    for rule in rules {
        line(&mut text, rule, None);
    }
    for (_, item) in assessment.variant.items() {
        line(&mut text, item.id, Some(assessment.answer(item.id).code()));
    }
    for year in Year::BOTH {
        let asked = assessment.variant.accounts.iter().filter(|account| account.prior || year == Year::Current);
        for account in asked {
            let value = amount(assessment.amount(year, account.id));
            line(&mut text, &format!("{}/{}", year.code(), account.id), Some(&value));
        }
    }
    text
}

fn line(text: &mut String, name: &str, value: Option<&str>) {
    // Writing to a String cannot fail.
    let _ = match value {
        Some(value) => writeln!(text, "{name}={value}"),
        None => writeln!(text, "{name}"),
    };
}

fn amount(amount: Amount) -> String {
    match amount {
        Amount::Known(rupiah) => rupiah.get().to_string(),
        Amount::Unknown => "unknown".to_owned(),
    }
}

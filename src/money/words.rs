//! An amount in words: the surest way to notice a zero too many.

use super::{Numerals, Places, Rupiah, decimal};
use crate::exact::Fraction;

const INDONESIAN: [&str; 12] =
    ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"];

const ENGLISH: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

const ENGLISH_TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// Names of the groups of three digits, from the left: trillions, billions, millions, thousands, ones.
const GROUPS: [(u64, &str, &str); 5] = [
    (1_000_000_000_000, "triliun", "trillion"),
    (1_000_000_000, "miliar", "billion"),
    (1_000_000, "juta", "million"),
    (1_000, "ribu", "thousand"),
    (1, "", ""),
];

/// Spells whole rupiah, *minus* in front where they are negative.
pub(super) fn spell(rupiah: i64, numerals: Numerals) -> String {
    let mut words = Vec::new();
    if rupiah < 0 {
        words.push("minus");
    }
    for (size, indonesian, english) in GROUPS {
        let group = usize::try_from(rupiah.unsigned_abs() / size % 1000).unwrap_or_default();
        match numerals {
            Numerals::Indonesian => indonesian_group(group, indonesian, &mut words),
            Numerals::English => english_group(group, english, &mut words),
        }
    }
    if rupiah == 0 {
        words.push(if numerals == Numerals::Indonesian { INDONESIAN[0] } else { ENGLISH[0] });
    }
    words.push("rupiah");
    join(&words)
}

/// Rupiah as one says them, `Rp5,9 juta`; in full where a single decimal would leave something out.
pub(super) fn brief(amount: Rupiah, numerals: Numerals) -> String {
    let size_of = |size: u64| i64::try_from(size).ok().filter(|size| *size > 1 && amount.0.abs() >= *size);
    let sized = GROUPS.iter().find_map(|(size, id, en)| Some((size_of(*size)?, id, en)));
    let Some((size, id, en)) = sized.filter(|(size, ..)| amount.0 % (size / 10) == 0) else {
        return super::print::rupiah(amount, numerals);
    };
    let number = Fraction::new(amount.0.into(), size.into()).unwrap_or(Fraction::ZERO);
    let number = decimal(number, Places::AtMost(1), numerals);
    format!("Rp{number} {}", if numerals == Numerals::Indonesian { id } else { en })
}

/// `se-` stands for one before *ribu* and *ratus*, never before *juta* and up.
fn indonesian_group(group: usize, name: &'static str, words: &mut Vec<&'static str>) {
    match (group, name) {
        (0, _) => return,
        (1, "ribu") => return words.push("seribu"),
        _ => indonesian_hundreds(group, words),
    }
    words.push(name);
}

fn indonesian_hundreds(number: usize, words: &mut Vec<&'static str>) {
    match number / 100 {
        0 => {}
        1 => words.push("seratus"),
        hundreds => words.extend([INDONESIAN[hundreds], "ratus"]),
    }
    match number % 100 {
        0 => {}
        small @ 1..=11 => words.push(INDONESIAN[small]),
        teen @ 12..=19 => words.extend([INDONESIAN[teen - 10], "belas"]),
        rest => {
            words.extend([INDONESIAN[rest / 10], "puluh"]);
            words.extend((rest % 10 > 0).then(|| INDONESIAN[rest % 10]));
        }
    }
}

fn english_group(group: usize, name: &'static str, words: &mut Vec<&'static str>) {
    if group == 0 {
        return;
    }
    if group >= 100 {
        words.extend([ENGLISH[group / 100], "hundred"]);
    }
    match group % 100 {
        0 => {}
        small @ 1..=19 => words.push(ENGLISH[small]),
        rest => {
            words.push(ENGLISH_TENS[rest / 10]);
            words.extend((rest % 10 > 0).then_some("-"));
            words.extend((rest % 10 > 0).then(|| ENGLISH[rest % 10]));
        }
    }
    words.push(name);
}

/// Words with blanks between them, and none around a hyphen.
fn join(words: &[&str]) -> String {
    let mut text = String::new();
    for word in words.iter().filter(|word| !word.is_empty()) {
        if !text.is_empty() && *word != "-" && !text.ends_with('-') {
            text.push(' ');
        }
        text += word;
    }
    text
}

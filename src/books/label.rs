//! The words of a line, written out: `Akum. Peny. Inventaris` → *akumulasi penyusutan inventaris*.

use super::names;
use super::words::{WORDS, year};

/// No line of a statement has a longer name; of what is pasted as one, this much is read.
const LONGEST: usize = 300;

/// The words of a label, in its order, written out and without numbering; `&` where two things are joined, and years.
pub(super) fn words(label: &str) -> Vec<String> {
    let label = label.char_indices().nth(LONGEST).map_or(label, |(end, _)| &label[..end]);
    let pieces = depreciation_or_allowance(pieces(without_numbering(label)));
    let mut words: Vec<String> = Vec::new();
    let mut rest = pieces.as_slice();
    while let [first, others @ ..] = rest {
        if let Some((key, meaning)) = WORDS.at(rest) {
            words.extend(meaning.iter().map(|word| (*word).to_owned()));
            rest = &rest[key.len()..];
        } else {
            let mended = names::mended(first);
            let meaning = WORDS.at(std::slice::from_ref(&mended)).map(|(_, meaning)| meaning.join(" "));
            words.extend(meaning.as_deref().unwrap_or(&mended).split_whitespace().map(str::to_owned));
            rest = others;
        }
    }
    words.retain(|word| !word.bytes().all(|byte| byte.is_ascii_digit()) || year(word).is_some());
    // `lain-lain`, `rapat-rapat`.
    words.dedup();
    while words.first().is_some_and(|word| word == "&") {
        words.remove(0);
    }
    words
}

/// Small words; joining marks become `&`.
fn pieces(label: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut piece = String::new();
    for c in label.to_ascii_lowercase().chars().chain([' ']) {
        if c.is_alphanumeric() {
            piece.push(c);
            continue;
        }
        if !piece.is_empty() {
            pieces.push(if piece == "dan" || piece == "serta" { "&".to_owned() } else { std::mem::take(&mut piece) });
            piece.clear();
        }
        match c {
            '&' | '+' | '/' | ',' => pieces.push("&".to_owned()),
            '<' | '>' => pieces.push(c.to_string()),
            _ => {}
        }
    }
    // `s/d`: not two things.
    let text = pieces.join(" ").replace("s & d ", "s d ").replace("r & k ", "rk ");
    text.split_whitespace().map(str::to_owned).collect()
}

/// `Peny.` is short for two words: before loans it is *penyisihan*, else *penyusutan*.
fn depreciation_or_allowance(mut pieces: Vec<String>) -> Vec<String> {
    for place in 0..pieces.len() {
        if matches!(pieces[place].as_str(), "peny" | "pny") {
            let next = pieces.get(place + 1).map_or("", String::as_str);
            let loans = ["piut", "pinj", "peng", "keru", "kred"].iter().any(|start| next.starts_with(start));
            if loans { "penyisihan" } else { "penyusutan" }.clone_into(&mut pieces[place]);
        }
        if pieces[place] == "pend" && place > 0 && pieces[place - 1] == "dana" {
            "pendidikan".clone_into(&mut pieces[place]);
        }
    }
    pieces
}

/// Takes off `1.`, `A.`, `IV)`, `10 `, `1.1.01 -`, `2101`.
pub(super) fn without_numbering(label: &str) -> &str {
    let mut rest = label.trim();
    loop {
        let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '.' | ')' | '-' | ':')).unwrap_or(rest.len());
        let (mark, after) = rest.split_at(end);
        let closed = after.starts_with(['.', ')', ':', '-']) && after[1..].starts_with(char::is_whitespace);
        let digits = !mark.is_empty() && mark.bytes().all(|byte| byte.is_ascii_digit()) && year(mark).is_none();
        let roman = !mark.is_empty() && mark.len() <= 4 && mark.bytes().all(|byte| b"IVX".contains(&byte));
        let letter = mark.len() == 1 && mark.bytes().all(|byte| byte.is_ascii_alphabetic());
        let numbering = (mark.is_empty() && bare_of(after).len() < after.len())
            || digits
            || ((roman || letter) && closed)
            || (roman && mark.len() > 1);
        let bare = bare_of(after);
        if !numbering || bare.is_empty() {
            return rest;
        }
        rest = bare;
    }
}

/// What follows the marks behind a number.
fn bare_of(after: &str) -> &str {
    after.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ')' | '-' | ':'))
}

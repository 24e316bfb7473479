//! The code as people see and type it: groups of twelve symbols.

use super::group::{self, DATA, LENGTH};
use super::{Fault, Levels, QR_START, wire};
use crate::exchange::check_code::SYMBOLS;

/// More signs than any code has, blanks between them included.
const LONGEST: usize = 1_000;
/// The most groups that a code has.
const MOST_GROUPS: usize = 10;

impl Levels {
    /// The code to type, group by group, each as `ABCD-EFGH-JKMN`: four groups, six where something is still open, and more
    /// where it carries what is not known and obstacles.
    #[must_use]
    pub fn typed(&self) -> Vec<String> {
        typed(&wire::symbols(self))
    }

    /// The code in one piece: what a room keeps, and what tells two results apart.
    #[must_use]
    pub fn code(&self) -> String {
        code(&wire::symbols(self))
    }

    /// What the QR picture says: only signs that its short form knows, so that version 6-M is always enough.
    #[must_use]
    pub fn qr_text(&self) -> String {
        QR_START.to_owned() + &self.code()
    }
}

/// The code to type of the symbols of a code, ten to a group, without checks: group by group, each as `ABCD-EFGH-JKMN`.
pub(super) fn typed(symbols: &[u8]) -> Vec<String> {
    let spaced = |group: Vec<u8>| group.chunks(4).map(letters).collect::<Vec<_>>().join("-");
    groups(symbols).map(spaced).collect()
}

/// The same in one piece.
pub(super) fn code(symbols: &[u8]) -> String {
    letters(&groups(symbols).collect::<Vec<_>>().concat())
}

fn groups(symbols: &[u8]) -> impl Iterator<Item = Vec<u8>> {
    symbols.chunks(DATA).zip(1..).map(|(ten, place)| group::with_checks(ten, place))
}

fn letters(symbols: &[u8]) -> String {
    // A symbol has five bits, and there are 32 letters.
    symbols.iter().map(|symbol| char::from(SYMBOLS[usize::from(symbol % 32)])).collect()
}

/// Reads a code as typed, pasted or read by a camera. Capitals, blanks, hyphens and line ends do not matter; O is read as 0, I
/// and L as 1. Where other words stand around it, as in a chat, they do not matter either.
///
/// ```
/// use cermin_koperasi::{assessment::Assessment, exchange::levels::{Levels, read}, rulebook};
/// let book = rulebook::find("kkpkk-2021").unwrap();
/// let ours = Levels::of(&Assessment::new(book, &book.variants[0]), None).unwrap();
/// let groups = ours.typed();
/// assert_eq!(read(&format!("Halo Bu, ini kode saya: {} Terima kasih", groups.join(" "))), Ok(ours));
/// assert!(read(&format!("Halo Bu, {}", groups[1..].join(" "))).is_err(), "a group is missing");
/// ```
///
/// # Errors
/// [`Fault`]: what is wrong, and in which group.
pub fn read(text: &str) -> Result<Levels, Fault> {
    let one = |text: &str| wire::result(&read_symbols(text, wire::groups)?);
    one(text).or_else(|fault| match &*codes(text) {
        [code] => one(code).map_err(|_| fault),
        _ => Err(fault),
    })
}

/// The symbols of a code, ten to a group, without checks. `need` says of the first group how many there should be.
///
/// # Errors
/// [`Fault`]; also that of `need`.
pub(super) fn read_symbols(text: &str, need: fn(&[u8]) -> Result<usize, Fault>) -> Result<Vec<u8>, Fault> {
    if text.len() > LONGEST {
        return Err(Fault::TooLong);
    }
    let text = text.trim();
    let upper = text.to_ascii_uppercase();
    let symbols = symbols(upper.strip_prefix(QR_START).unwrap_or(&upper))?;
    if symbols.is_empty() {
        return Err(Fault::Empty);
    }
    let groups: Vec<&[u8]> = symbols.chunks(LENGTH).collect();
    let need = check(&groups, need)?;
    match groups.len() {
        have if have < need => Err(Fault::Incomplete { have, need }),
        have if have > need => Err(Fault::TooMany { have, need }),
        _ => Ok(groups.iter().flat_map(|group| group[..DATA].to_vec()).collect()),
    }
}

/// The codes in a text that holds more than one, whatever else is written around them, as in a chat: each begins with a group of
/// the first place. Nothing for a text of one code, which says better by itself what is wrong with it.
///
/// ```
/// use cermin_koperasi::{assessment::Assessment, exchange::levels::{Fault, Levels, read, several}, rulebook};
/// let book = rulebook::find("kkpkk-2021").unwrap();
/// let one = Levels::of(&Assessment::new(book, &book.variants[0]), None).unwrap();
/// let chat = format!("Budi: {}\nSiti, 10.02: {} ini punya kami", one.qr_text(), one.typed().join(" "));
/// assert_eq!(several(&chat).iter().map(|code| read(code)).collect::<Vec<_>>(), [Ok(one.clone()), Ok(one.clone())]);
/// let read_out = format!("{} {}", one.typed().join(" "), one.typed().join(" ").to_lowercase().replace('-', " "));
/// assert_eq!(several(&read_out).len(), 2, "blanks inside a group do not matter");
/// let last = one.typed().pop().unwrap();
/// let (rest, sign) = last.split_at(last.len() - 1);
/// let mistyped = chat.replace(&last, &format!("{rest}{}", if sign == "0" { '2' } else { '0' }));
/// assert!(matches!(read(&several(&mistyped)[1]), Err(Fault::Typo { .. })), "says which group, not that one is missing");
/// let first = one.typed().join(" ");
/// let wrong = first.replacen(&first[..1], if first.starts_with('0') { "2" } else { "0" }, 1);
/// assert_eq!(read(&several(&format!("{first} {wrong}"))[1]), Err(Fault::Typo { group: 1 }), "counted by itself");
/// assert!(several(&one.file()).is_empty());
/// ```
#[must_use]
pub fn several(text: &str) -> Vec<String> {
    Some(codes(text)).filter(|codes| codes.len() > 1).unwrap_or_default()
}

/// The codes in a text, whatever else is written around them.
fn codes(text: &str) -> Vec<String> {
    let mut codes: Vec<String> = Vec::new();
    let upper = text.to_ascii_uppercase().replace(QR_START, " ");
    let words: Vec<Vec<u8>> = upper.split_whitespace().map(|word| symbols(word).unwrap_or_default()).collect();
    let mut at = 0;
    while at < words.len() {
        let Some((symbols, taken)) = whole_groups(&words[at..]) else {
            mistyped(&words[at..], &mut codes);
            at += 1;
            continue;
        };
        at += taken;
        for group in symbols.chunks(LENGTH) {
            match codes.last_mut() {
                Some(code) if group::place(group) != Some(1) => code.push_str(&letters(group)),
                _ => codes.push(letters(group)),
            }
        }
    }
    codes
}

/// A word that is as long as a group: the mistyped first one of a code, if a second one follows it, or one that a code lacks. Which
/// it is, the code itself says best.
fn mistyped(words: &[Vec<u8>], codes: &mut Vec<String>) {
    let word = words.first().filter(|word| word.len() == LENGTH);
    let Some(group) = word.map(|word| letters(word)) else { return };
    let follows = whole_groups(&words[1..]).and_then(|(symbols, _)| group::place(&symbols[..LENGTH]));
    if follows == Some(2) {
        codes.push(group);
    } else if let Some(code) = codes.last_mut().filter(|code| lacks_groups(code)) {
        code.push_str(&group);
    }
}

/// The groups that the first words make, and how many words those are: one word of whole groups, or some that are one group
/// together.
fn whole_groups(words: &[Vec<u8>]) -> Option<(Vec<u8>, usize)> {
    let is_whole =
        |symbols: &[u8]| !symbols.is_empty() && symbols.chunks(LENGTH).all(|group| group::place(group).is_some());
    let first = words.first().filter(|word| !word.is_empty())?;
    if is_whole(first) {
        return Some((first.clone(), 1));
    }
    let mut group = Vec::new();
    for (word, number) in words.iter().zip(1..) {
        group.extend(word);
        if word.is_empty() || group.len() > LENGTH {
            return None;
        }
        if is_whole(&group) {
            return Some((group, number));
        }
    }
    None
}

/// Whether its first group promises more groups than a code has.
fn lacks_groups(code: &str) -> bool {
    let symbols = symbols(code).unwrap_or_default();
    wire::groups(&symbols).is_ok_and(|groups| symbols.len() < groups * LENGTH)
}

/// Of a code that is still being typed: whether each whole group so far is right and in its place. Nothing for a text of several
/// codes.
#[must_use]
pub fn typed_so_far(text: &str) -> Vec<bool> {
    let codes = codes(text);
    let text = match &*codes {
        [] => text,
        // Words around a code that is right are none of its groups.
        [code] => {
            if read(code).is_ok() {
                code
            } else {
                text
            }
        }
        _ => return Vec::new(),
    };
    let upper = text.trim().to_ascii_uppercase();
    let symbols = symbols(upper.strip_prefix(QR_START).unwrap_or(&upper)).unwrap_or_default();
    symbols
        .chunks_exact(LENGTH)
        .zip(1..=MOST_GROUPS)
        .map(|(group, number)| group::place(group) == Some(number))
        .collect()
}

/// Each group is whole and in its place; hands back how many there should be.
fn check(groups: &[&[u8]], need: fn(&[u8]) -> Result<usize, Fault>) -> Result<usize, Fault> {
    for (group, number) in groups.iter().zip(1..) {
        match group::place(group) {
            Some(place) if place == number => {}
            Some(belongs) if belongs <= MOST_GROUPS => return Err(Fault::Place { group: number, belongs }),
            _ if group.len() < LENGTH => return Err(short(groups, number, need)),
            _ => return Err(Fault::Typo { group: number }),
        }
    }
    need(groups[0])
}

/// The last group stops early; or it is one too many.
fn short(groups: &[&[u8]], number: usize, need: fn(&[u8]) -> Result<usize, Fault>) -> Fault {
    let need = if number > 1 { need(groups[0]).unwrap_or(MOST_GROUPS) } else { MOST_GROUPS };
    let have = groups[number - 1].len();
    if number > need { Fault::TooMany { have: number, need } } else { Fault::Short { group: number, have } }
}

fn symbols(text: &str) -> Result<Vec<u8>, Fault> {
    let mut symbols = Vec::new();
    for sign in text.chars().filter(|sign| !(sign.is_whitespace() || matches!(sign, '-' | '‐' | '–' | '.' | ','))) {
        let plain = match sign {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        };
        let found = SYMBOLS.iter().position(|symbol| char::from(*symbol) == plain);
        let group = symbols.len() / LENGTH + 1;
        symbols.push(found.and_then(|place| u8::try_from(place).ok()).ok_or(Fault::Sign { group, sign })?);
    }
    Ok(symbols)
}

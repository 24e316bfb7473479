//! The words that books are written in: `words.txt`, read at first use.

use std::sync::LazyLock;

/// What `words.txt` says.
pub(super) struct Words {
    /// Spellings of one or more words, longest first, and what they mean.
    spellings: Vec<(Vec<&'static str>, Vec<&'static str>)>,
    classes: Vec<(&'static str, Vec<&'static str>)>,
}

pub(super) static WORDS: LazyLock<Words> = LazyLock::new(|| Words::read(include_str!("words.txt")));

impl Words {
    fn read(text: &'static str) -> Self {
        let mut words = Self { spellings: Vec::new(), classes: Vec::new() };
        for line in text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
            if let Some(class) = line.strip_prefix('@') {
                let mut members = class.split_whitespace();
                words.classes.push((members.next().unwrap_or_default(), members.collect()));
            } else if let Some((spellings, meaning)) = line.split_once('=') {
                let meaning: Vec<&str> = meaning.split_whitespace().collect();
                let keys = spellings.split('|').map(|one| one.trim().split('_').collect());
                words.spellings.extend(keys.map(|key| (key, meaning.clone())));
            }
        }
        words.spellings.sort_by_key(|(key, _): &(Vec<&str>, _)| std::cmp::Reverse(key.len()));
        words
    }

    /// The longest spelling at the start of `rest`.
    pub(super) fn at(&self, rest: &[String]) -> Option<&(Vec<&'static str>, Vec<&'static str>)> {
        self.spellings.iter().find(|(key, _)| key.len() <= rest.len() && key.iter().zip(rest).all(|(a, b)| a == b))
    }
}

/// Whether a word belongs to a class.
pub(super) fn in_class(word: &str, class: &str) -> bool {
    word.strip_prefix('@') == Some(class)
        || WORDS.classes.iter().any(|(name, members)| *name == class && members.contains(&word))
}

/// Every word that a spelling or a class knows.
pub(super) fn known(word: &str) -> bool {
    WORDS.spellings.iter().any(|(key, _)| key.as_slice() == [word])
        || WORDS.classes.iter().any(|(_, members)| members.contains(&word))
}

/// Known words of one piece, to mend misspellings with.
pub(super) fn vocabulary() -> impl Iterator<Item = &'static str> {
    let spelled = WORDS.spellings.iter().filter(|(key, _)| key.len() == 1).map(|(key, _)| key[0]);
    spelled.chain(WORDS.classes.iter().flat_map(|(_, members)| members.iter().copied()))
}

/// A word that is a year.
pub(super) fn year(word: &str) -> Option<u16> {
    word.parse().ok().filter(|year| (1990..2100).contains(year))
}

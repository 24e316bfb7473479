//! A Rust source as words and signs, each with its line. Comments are no part of it; a text is kept as one piece.

/// What a piece of a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A name, a keyword or a number.
    Word,
    /// What stands between quotation marks.
    Text,
    /// Anything else: `::`, or a single sign.
    Sign,
}

/// A piece of a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// Counted from 1.
    pub(crate) line: usize,
    /// What it is.
    pub(crate) kind: Kind,
    /// As it stands there; a text without its marks.
    pub(crate) text: String,
}

impl Token {
    /// Whether it is this word or sign.
    pub(crate) fn is(&self, text: &str) -> bool {
        self.kind != Kind::Text && self.text == text
    }
}

/// The pieces of a source.
pub(crate) fn tokens(source: &str) -> Vec<Token> {
    let signs: Vec<char> = source.chars().collect();
    let (mut found, mut at, mut line) = (Vec::new(), 0, 1);
    while at < signs.len() {
        let (end, piece) = piece(&signs, at);
        found.extend(piece.map(|(kind, text)| Token { line, kind, text }));
        line += signs[at..end].iter().filter(|sign| **sign == '\n').count();
        at = end;
    }
    found
}

/// Where the piece that begins here ends, and what it is; nothing where it is a blank, a comment, a sign in quotes or a
/// lifetime.
fn piece(signs: &[char], at: usize) -> (usize, Option<(Kind, String)>) {
    let next = signs.get(at + 1).copied().unwrap_or(' ');
    match signs[at] {
        '/' if next == '/' => (until(signs, at, |sign| sign == '\n'), None),
        '/' if next == '*' => (comment(signs, at), None),
        '"' => text(signs, at),
        '\'' => (quoted(signs, at), None),
        ':' if next == ':' => (at + 2, Some((Kind::Sign, "::".to_owned()))),
        sign if is_of_word(sign) => {
            let end = until(signs, at, |sign| !is_of_word(sign));
            let word: String = signs[at..end].iter().collect();
            let hashes = until(signs, end, |sign| sign != '#') - end;
            if ["r", "br"].contains(&word.as_str()) && signs.get(end + hashes) == Some(&'"') {
                return raw(signs, end + hashes + 1, hashes);
            }
            (end, Some((Kind::Word, word)))
        }
        sign if sign.is_whitespace() => (at + 1, None),
        sign => (at + 1, Some((Kind::Sign, sign.to_string()))),
    }
}

fn is_of_word(sign: char) -> bool {
    sign.is_alphanumeric() || sign == '_'
}

fn until(signs: &[char], at: usize, ends: impl Fn(char) -> bool) -> usize {
    signs[at..].iter().position(|sign| ends(*sign)).map_or(signs.len(), |length| at + length)
}

/// The end of a comment, which may hold others.
fn comment(signs: &[char], begin: usize) -> usize {
    let (mut at, mut depth) = (begin, 0);
    while at + 1 < signs.len() {
        match (signs[at], signs[at + 1]) {
            ('/', '*') => (at, depth) = (at + 2, depth + 1),
            ('*', '/') => (at, depth) = (at + 2, depth - 1),
            _ => at += 1,
        }
        if depth == 0 {
            return at;
        }
    }
    signs.len()
}

fn text(signs: &[char], begin: usize) -> (usize, Option<(Kind, String)>) {
    let mut at = begin + 1;
    while at < signs.len() && signs[at] != '"' {
        at += if signs[at] == '\\' { 2 } else { 1 };
    }
    let at = at.min(signs.len());
    (at + 1.min(signs.len() - at), Some((Kind::Text, signs[begin + 1..at].iter().collect())))
}

/// A text between hashes, in which a backslash is a backslash.
fn raw(signs: &[char], begin: usize, hashes: usize) -> (usize, Option<(Kind, String)>) {
    let closes = |at: &usize| signs[*at] == '"' && signs[at + 1..].iter().take(hashes).all(|sign| *sign == '#');
    let end = (begin..signs.len()).find(closes).unwrap_or(signs.len());
    ((end + 1 + hashes).min(signs.len()), Some((Kind::Text, signs[begin..end].iter().collect())))
}

/// The end of a sign in quotes, or of a lifetime.
fn quoted(signs: &[char], at: usize) -> usize {
    if signs.get(at + 1) == Some(&'\\') {
        return until(signs, at + 3, |sign| sign == '\'') + 1;
    }
    if signs.get(at + 2) == Some(&'\'') { at + 3 } else { until(signs, at + 1, |sign| !is_of_word(sign)) }
}

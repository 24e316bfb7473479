//! One amount as people write it: `Rp 1.234.567,00`, `(1.234)`, `1,5 juta`.

use super::{Entry, LIMIT, Question, Rupiah};

/// Words behind a figure and what they multiply it by. `m` is *miliar*, as Indonesian books abbreviate it.
const UNITS: [(&str, i64); 17] = [
    ("rb", 1_000),
    ("ribu", 1_000),
    ("k", 1_000),
    ("thousand", 1_000),
    ("jt", 1_000_000),
    ("juta", 1_000_000),
    ("million", 1_000_000),
    ("m", 1_000_000_000),
    ("mlr", 1_000_000_000),
    ("miliar", 1_000_000_000),
    ("milyar", 1_000_000_000),
    ("billion", 1_000_000_000),
    ("t", 1_000_000_000_000),
    ("tr", 1_000_000_000_000),
    ("triliun", 1_000_000_000_000),
    ("trilyun", 1_000_000_000_000),
    ("trillion", 1_000_000_000_000),
];

impl Digits<'_> {
    /// Whether it says more than whole rupiah.
    fn has_sen(&self) -> bool {
        self.sen.contains(|digit| digit != '0')
    }
}

/// What is left of an entry once its currency mark, signs and tails are taken off.
struct Bare<'a> {
    text: &'a str,
    signs: usize,
    minus: bool,
    /// A dash was among the signs: alone, it stands for nil.
    dash: bool,
    currency: bool,
}

/// The digits of an amount on both sides of the decimal mark.
struct Digits<'a> {
    whole: String,
    sen: &'a str,
    /// Read in the likeliest way, but another is thinkable.
    doubtful: bool,
}

/// Reads one amount; blanks inside count for nothing. `thousands` is the mark of which the writer has said that it parts
/// thousands.
pub(super) fn read(text: &str, thousands: Option<char>) -> Result<Entry, Question> {
    let tidy = tidy(text);
    let bare = undress(&tidy)?;
    if bare.text.is_empty() {
        return Ok(if bare.dash { Entry::AmountToConfirm(Rupiah::ZERO) } else { Entry::Empty });
    }
    if bare.signs > 1 {
        return Err(Question::Sign);
    }
    let (figure, unit) = split_unit(bare.text)?;
    let digits = separate(figure, thousands)?;
    let amount = match unit {
        Some(unit) => rounded(&digits, unit)?,
        None => whole(&digits)?,
    };
    let amount = if bare.minus { -amount } else { amount };
    let asked = oddly_spaced(text) || (digits.doubtful || spaced(text)) && !bare.currency;
    let doubtful = unit.is_some() || digits.has_sen() || asked;
    Ok(if doubtful { Entry::AmountToConfirm(amount) } else { Entry::Amount(amount) })
}

/// Small letters, one kind of minus, no blanks and none of the marks nobody sees.
fn tidy(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !unseen(*c))
        .map(|c| c.to_ascii_lowercase())
        .map(|c| if matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe63}' | '\u{ff0d}') { '-' } else { c })
        .collect()
}

/// Zero-width and direction marks, which copying from a web page or a message brings along.
const fn unseen(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Takes off currency marks, signs, brackets and the tails `,-` and `.-`, in whatever order they were put on.
fn undress(text: &str) -> Result<Bare<'_>, Question> {
    let mut bare = Bare { text, signs: 0, minus: false, dash: false, currency: false };
    loop {
        let before = bare.text;
        bare.strip_currency();
        bare.strip_brackets()?;
        bare.strip_tail();
        bare.strip_sign();
        if bare.text.len() == before.len() {
            return Ok(bare);
        }
    }
}

impl Bare<'_> {
    fn strip_currency(&mut self) {
        let before = self.text;
        for mark in ["rp.", "rp", "idr"] {
            self.text = self.text.strip_prefix(mark).unwrap_or(self.text);
        }
        for mark in ["rupiah", "idr"] {
            self.text = self.text.strip_suffix(mark).unwrap_or(self.text);
        }
        self.currency |= self.text.len() < before.len();
    }

    /// Brackets are a bookkeeper's minus; one alone is a question.
    fn strip_brackets(&mut self) -> Result<(), Question> {
        if !self.text.starts_with('(') && !self.text.ends_with(')') {
            return Ok(());
        }
        let inside = self.text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
        self.text = inside.ok_or(Question::Sign)?;
        self.signs += 1;
        self.minus = true;
        Ok(())
    }

    /// `5.000,-` is how a receipt closes a figure, not a minus.
    fn strip_tail(&mut self) {
        for tail in [",--", ".--", ",-", ".-"] {
            self.text = self.text.strip_suffix(tail).unwrap_or(self.text);
        }
    }

    fn strip_sign(&mut self) {
        let bare = self.text.strip_prefix(['-', '+']).or_else(|| self.text.strip_suffix('-'));
        if let Some(rest) = bare {
            self.minus |= !self.text.starts_with('+');
            self.dash |= !self.text.starts_with('+');
            self.signs += 1;
            self.text = rest;
        }
    }
}

/// Parts the figure from the word behind it, if there is one.
fn split_unit(text: &str) -> Result<(&str, Option<i64>), Question> {
    let Some(start) = text.find(|c: char| c.is_ascii_alphabetic()) else {
        return Ok((text, None));
    };
    let (figure, word) = text.split_at_checked(start).unwrap_or((text, ""));
    let word = word.trim_end_matches('.');
    match UNITS.iter().find(|(name, _)| *name == word) {
        Some((_, unit)) if !figure.is_empty() => Ok((figure, Some(*unit))),
        _ => Err(Question::Letters),
    }
}

/// Tells thousands from decimals.
fn separate(figure: &str, known: Option<char>) -> Result<Digits<'_>, Question> {
    if figure.contains(|c: char| !matches!(c, '0'..='9' | '.' | ',')) {
        return Err(Question::Letters);
    }
    let Some((before, after)) = figure.rsplit_once(['.', ',']) else {
        return Ok(Digits { whole: figure.to_owned(), sen: "", doubtful: false });
    };
    let (mark, other) = if figure.as_bytes()[before.len()] == b'.' { ('.', ',') } else { (',', '.') };
    match (before.contains(mark), before.contains(other)) {
        (true, true) => Err(Question::Separators),
        (true, false) => thousands(figure, mark, false),
        (false, true) => decimals(&thousands(before, other, false)?.whole, after, false),
        (false, false) if after.len() == 3 => thousands(figure, mark, known != Some(mark)),
        (false, false) => decimals(before, after, mark == '.'),
    }
}

/// Groups of exactly three digits behind a first group of one to three that does not begin with zero.
fn thousands<'a>(figure: &str, mark: char, doubtful: bool) -> Result<Digits<'a>, Question> {
    let mut groups = figure.split(mark);
    let first = groups.next().unwrap_or_default();
    if !(1..=3).contains(&first.len()) || first.starts_with('0') || groups.any(|group| group.len() != 3) {
        return Err(Question::Separators);
    }
    Ok(Digits { whole: figure.split(mark).collect(), sen: "", doubtful })
}

/// One or two decimals behind at least one digit.
fn decimals<'a>(whole: &str, sen: &'a str, doubtful: bool) -> Result<Digits<'a>, Question> {
    if whole.is_empty() || !(1..=2).contains(&sen.len()) {
        return Err(Question::Separators);
    }
    Ok(Digits { whole: whole.to_owned(), sen, doubtful })
}

/// The amount in whole rupiah; half a rupiah and more of sen count as one.
fn whole(digits: &Digits<'_>) -> Result<Rupiah, Question> {
    let up = i64::from(digits.sen.starts_with(|digit| digit >= '5'));
    integer(&digits.whole).and_then(|whole| Rupiah::new(whole + up)).ok_or(Question::TooLarge)
}

/// The amount in thousands, millions, …; two decimals of a thousand are still whole rupiah.
fn rounded(digits: &Digits<'_>, unit: i64) -> Result<Rupiah, Question> {
    if digits.doubtful && digits.sen.is_empty() {
        return Err(Question::Separators);
    }
    let whole = integer(&digits.whole).and_then(|whole| whole.checked_mul(unit));
    let part = digits.sen.bytes().zip([10, 100]).map(|(digit, tenth)| i64::from(digit - b'0') * (unit / tenth)).sum();
    whole.and_then(|whole| whole.checked_add(part)).and_then(Rupiah::new).ok_or(Question::TooLarge)
}

/// At most as many digits as [`LIMIT`] has, leading zeros counted: whoever types sixteen has slipped.
fn integer(digits: &str) -> Option<i64> {
    if digits.len() > LIMIT.ilog10() as usize + 1 { None } else { digits.parse().ok() }
}

/// Ordinary blanks between digits: a field of one line makes them of line ends, and then they part amounts.
fn spaced(text: &str) -> bool {
    let digit = |c: &u8| c.is_ascii_digit();
    text.as_bytes().windows(3).any(|three| digit(&three[0]) && three[1] == b' ' && digit(&three[2]))
}

/// Blanks between digits that do not part thousands: `12 34`.
fn oddly_spaced(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.windows(2).any(|pair| {
        let digits = pair[1].bytes().take_while(u8::is_ascii_digit).count();
        pair[0].ends_with(|c: char| c.is_ascii_digit()) && !matches!(digits, 0 | 3)
    })
}

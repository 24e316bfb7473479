//! The rules from words to accounts: `names.txt`, read at first use.

use std::sync::LazyLock;

use super::Form;
use super::context::{Context, Side};
use super::words as lexicon;

/// What a rule says of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It belongs to this account.
    Account(&'static str),
    /// Ask; these are likeliest.
    Ask(Vec<&'static str>),
    /// It holds several accounts in one figure: ask for the parts.
    Split(Vec<&'static str>),
    /// It belongs to no account.
    Nowhere,
}

struct Rule {
    side: Side,
    /// For forms that know sales only.
    trade: bool,
    /// The line may have no other words.
    exact: bool,
    terms: Vec<Term>,
    /// Heavy words that change nothing here.
    idle: Vec<&'static str>,
    verdict: Verdict,
}

struct Term {
    not: bool,
    options: Vec<&'static str>,
}

static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| read(include_str!("names.txt")));

fn read(text: &'static str) -> Vec<Rule> {
    let mut side = Side::Asset;
    let mut rules = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#') || line.contains(" : ")) {
        if let Some(name) = line.strip_prefix('[') {
            side = Side::named(name.trim_end_matches(']'));
        } else if let Some((words, verdict)) = line.rsplit_once(": ") {
            rules.push(rule(side, words, verdict));
        }
    }
    rules
}

fn rule(side: Side, words: &'static str, verdict: &'static str) -> Rule {
    let trade = words.strip_prefix("trade:");
    let words = trade.unwrap_or(words).trim();
    let exact = words.strip_prefix('=');
    let (idle, terms): (Vec<_>, Vec<_>) =
        exact.unwrap_or(words).split_whitespace().partition(|term| term.starts_with('~'));
    let idle = idle.into_iter().flat_map(|term| term[1..].split('|')).collect();
    let terms = terms.into_iter().map(|term| {
        let not = term.strip_prefix('!');
        Term { not: not.is_some(), options: not.unwrap_or(term).split('|').collect() }
    });
    let accounts = |list: &'static str| list.split_whitespace().collect();
    let verdict = match verdict.split_at(1) {
        ("?", list) => Verdict::Ask(accounts(list)),
        ("+", list) => Verdict::Split(accounts(list)),
        ("-", _) => Verdict::Nowhere,
        _ => Verdict::Account(verdict.trim()),
    };
    Rule { side, trade: trade.is_some(), exact: exact.is_some(), terms: terms.collect(), idle, verdict }
}

impl Rule {
    /// Decides by the section alone.
    fn is_last_resort(&self) -> bool {
        self.terms.iter().all(|term| term.not || term.options.iter().all(|option| option.starts_with('#')))
    }

    fn fits(&self, words: &[String], context: &Context) -> bool {
        let holds = |option: &&str| match option.split_at(1) {
            ("#", mark) => context.has(mark),
            ("@", class) => words.iter().any(|word| lexicon::in_class(word, class)),
            _ => words.iter().any(|word| word == option),
        };
        self.terms.iter().all(|term| term.options.iter().any(holds) != term.not)
            && (!self.exact || words.iter().all(|word| self.names(word)))
    }

    /// Whether a word is one of its own, or one that says nothing here.
    fn names(&self, word: &str) -> bool {
        let own = |option: &&str| match option.strip_prefix('@') {
            Some(class) => lexicon::in_class(word, class),
            None => *option == word,
        };
        let idle = match self.side {
            Side::Expense => word == "beban",
            Side::Income => word == "pendapatan",
            Side::Liability => word == "hutang",
            _ => false,
        };
        idle || word == "&"
            || lexicon::year(word).is_some()
            || self.terms.iter().any(|term| !term.not && term.options.iter().any(own))
    }

    /// Its verdict as far as the form has the accounts.
    fn verdict(&self, form: &Form<'_>) -> Option<Verdict> {
        let known = |list: &[&'static str]| -> Vec<&'static str> {
            list.iter().copied().filter(|id| form.account(id).is_some()).collect()
        };
        match &self.verdict {
            Verdict::Account(id) => form.account(id).map(|_| Verdict::Account(id)),
            Verdict::Ask(list) => Some(known(list)).filter(|list| !list.is_empty()).map(Verdict::Ask),
            Verdict::Split(list) => Some(known(list)).filter(|list| list.len() > 1).map(Verdict::Split),
            Verdict::Nowhere => Some(Verdict::Nowhere),
        }
    }
}

/// What the rules of one side say of these words; `last_resort` also lets the section alone propose.
pub(super) fn decide(
    words: &[String],
    side: Side,
    context: &Context,
    form: &Form<'_>,
    last_resort: bool,
) -> Option<Verdict> {
    let trade = form.account("penjualan_anggota").is_some();
    let rules = RULES.iter().filter(|rule| rule.side == side && (trade || !rule.trade));
    let mut fitting = rules.filter(|rule| (last_resort || !rule.is_last_resort()) && rule.fits(words, context));
    let (rule, verdict) = fitting.find_map(|rule| Some((rule, rule.verdict(form)?)))?;
    let Verdict::Account(account) = verdict else { return Some(verdict) };
    let light = |word: &&str| rule.idle.contains(word) || rule.names(word) || !lexicon::in_class(word, "heavy");
    if rule.exact || words.iter().all(|word| light(&word.as_str())) {
        return Some(verdict);
    }
    // A word that it passed over may change the meaning: what it says is no more than likely.
    let mut likely = vec![account];
    for rule in fitting.filter(|rule| !rule.is_last_resort()) {
        match rule.verdict(form) {
            Some(Verdict::Account(other)) if !likely.contains(&other) => likely.push(other),
            _ => {}
        }
    }
    Some(Verdict::Ask(likely))
}

/// Whether these words have a rule of their own on a side.
pub(super) fn knows(words: &[String], side: Side, context: &Context, form: &Form<'_>) -> bool {
    decide(words, side, context, form, false).is_some()
}

/// A word with its slip of the finger mended: *perlengkpan* → *perlengkapan*. Only where one known word is nearest.
pub(super) fn mended(word: &str) -> String {
    let letters = word.chars().count();
    if letters < 5 || is_known(word) || word.bytes().any(|byte| byte.is_ascii_digit()) {
        return word.to_owned();
    }
    let (most, first) = (if letters < 8 { 1 } else { 2 }, word.chars().next());
    let mut best: Option<(usize, &str)> = None;
    let mut tied = false;
    let near = |one: &&str| one.len().abs_diff(word.len()) <= most && one.chars().next() == first;
    for candidate in vocabulary().filter(near) {
        let distance = distance(word, candidate);
        match best {
            Some((nearest, chosen)) if distance == nearest && candidate != chosen => tied = true,
            Some((nearest, _)) if distance >= nearest => {}
            _ if distance <= most => (best, tied) = (Some((distance, candidate)), false),
            _ => {}
        }
    }
    best.filter(|_| !tied).map_or_else(|| word.to_owned(), |(_, word)| word.to_owned())
}

fn is_known(word: &str) -> bool {
    lexicon::known(word) || rule_words().any(|known| known == word)
}

fn vocabulary() -> impl Iterator<Item = &'static str> {
    rule_words().chain(lexicon::vocabulary()).filter(|word| word.len() >= 5 && word.is_ascii())
}

fn rule_words() -> impl Iterator<Item = &'static str> {
    let options = RULES.iter().flat_map(|rule| &rule.terms).flat_map(|term| term.options.iter().copied());
    options.filter(|option| option.starts_with(|c: char| c.is_ascii_lowercase()))
}

/// How many letters must be put in, taken out or changed; two swapped letters count once.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut rows: Vec<Vec<usize>> = vec![(0..=b.len()).collect()];
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let change = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut least = change.min(rows[i - 1][j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(rows[i - 2][j - 2] + 1);
            }
            row.push(least);
        }
        rows.push(row);
    }
    rows[a.len()][b.len()]
}

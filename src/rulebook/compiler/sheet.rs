//! Compiles `kdmp-rat-sheet.toml`, the two statements of a village cooperative's RAT form, into lines that `rat/sheet` reads.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use toml::Spanned;

use super::lines::Lines;
use super::{Refusal, Source};

type Word = Spanned<String>;
/// A name by language code; a language without one of its own reads the first one's.
type Name = BTreeMap<String, String>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sheet {
    #[serde(rename = "id")]
    _id: String,
    title: String,
    source: Word,
    dated: Word,
    #[serde(rename = "confidence")]
    _confidence: Confidence,
    records: u16,
    present_from: u8,
    position: Vec<Line>,
    result: Vec<Line>,
    total: Vec<Total>,
    trade: Vec<Trade>,
    ask: Vec<Ask>,
    check: Vec<Check>,
}

/// How sure the reading is, in the words of the other books.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Confidence {
    High,
    Medium,
    Low,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    id: Word,
    section: Section,
    #[serde(default)]
    minus: bool,
    name: Name,
    #[serde(default)]
    from: Vec<Word>,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Section {
    Aset,
    Liabilitas,
    Ekuitas,
    Pendapatan,
    Hpp,
    Beban,
    Pajak,
    Lain,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Total {
    id: Word,
    name: Name,
    plus: Vec<Section>,
    minus: Vec<Section>,
    #[serde(rename = "fits")]
    _fits: Option<u16>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Trade {
    goods: Vec<Word>,
    income: Vec<Word>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Ask {
    id: Word,
    accounts: Vec<Word>,
    lines: Vec<Word>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Check {
    id: Word,
    seen: u16,
}

/// A sheet as lines.
#[derive(Debug)]
pub(crate) struct Compiled {
    /// Lines, sums, questions and checks.
    pub rules: String,
    /// The names of lines and sums, by language code. Only the whole page reads them.
    pub names: Vec<(String, String)>,
}

/// The name that a key says by itself, as `rat/sheet` makes it.
fn plain(id: &str) -> String {
    let words = id.replace('_', " ").replace("hpp", "HPP").replace("shu", "SHU");
    let mut signs = words.chars();
    signs.next().map_or_else(String::new, |first| first.to_uppercase().chain(signs).collect())
}

/// Turns the sheet into lines, or says everything that is wrong with it.
///
/// # Errors
/// One [`Refusal`] for each fault that was found.
pub(crate) fn compile(source: &Source<'_>, codes: &[&str]) -> Result<Compiled, Vec<Refusal>> {
    let sheet: Sheet = source.parse()?;
    let faults = faults(source, &sheet, codes[0]);
    if !faults.is_empty() {
        return Err(faults);
    }
    let mut out = Lines::default();
    out.put(&sheet.title);
    out.put(sheet.source.get_ref());
    out.put(sheet.dated.get_ref());
    out.put(sheet.records);
    out.put(sheet.present_from);
    let lines: Vec<&Line> = sheet.position.iter().chain(&sheet.result).collect();
    out.list(&lines, |out, line| {
        out.put(line.id.get_ref());
        out.put(line.section as u8);
        out.truth(line.minus);
        out.put(joined(&line.from));
    });
    out.put(sheet.position.len());
    out.list(&sheet.total, |out, total| {
        out.put(total.id.get_ref());
        for sections in [&total.plus, &total.minus] {
            out.list(sections, |out, section| out.put(*section as u8));
        }
    });
    let place = |word: &Word| lines.iter().position(|line| line.id.get_ref() == word.get_ref()).unwrap_or_default();
    out.list(&sheet.trade, |out, trade| {
        for lines in [&trade.goods, &trade.income] {
            out.list(lines, |out, line| out.put(place(line)));
        }
    });
    out.list(&sheet.ask, |out, ask| {
        out.put(ask.id.get_ref());
        out.put(joined(&ask.accounts));
        out.list(&ask.lines, |out, line| out.put(place(line)));
    });
    out.list(&sheet.check, |out, check| out.put(check.seen));
    let all = lines.iter().map(|line| (line.id.get_ref(), &line.name));
    let all: Vec<_> = all.chain(sheet.total.iter().map(|one| (one.id.get_ref(), &one.name))).collect();
    let names = codes.iter().map(|code| {
        let mut out = Lines::default();
        out.put_later(all.len());
        for (id, name) in &all {
            let name = name.get(*code).or_else(|| name.get(codes[0])).map_or("", String::as_str);
            out.put_later(if name == plain(id) { "" } else { name });
        }
        ((*code).to_owned(), out.into_text())
    });
    Ok(Compiled { rules: out.into_text(), names: names.collect() })
}

fn joined(words: &[Word]) -> String {
    words.iter().map(|word| word.get_ref().as_str()).collect::<Vec<_>>().join(" ")
}

fn faults(source: &Source<'_>, sheet: &Sheet, first: &str) -> Vec<Refusal> {
    let mut found = Vec::new();
    let lines = || sheet.position.iter().chain(&sheet.result);
    let named = lines().map(|line| (&line.id, &line.name)).chain(sheet.total.iter().map(|one| (&one.id, &one.name)));
    for (word, _) in named.filter(|(_, name)| !name.contains_key(first)) {
        found.push(source.refusal(&word.span(), format!("`{}` has no name in `{first}`", word.get_ref())));
    }
    for (word, what) in [(&sheet.source, "a source"), (&sheet.dated, "a date")] {
        if word.get_ref().trim().is_empty() {
            found.push(source.refusal(&word.span(), format!("a sheet needs {what}")));
        }
    }
    let mut once = |words: &mut dyn Iterator<Item = &Word>, what: &str| {
        let mut seen = BTreeSet::new();
        for word in words {
            if !seen.insert(word.get_ref().as_str()) {
                found.push(source.refusal(&word.span(), format!("{what} `{}` stands here twice", word.get_ref())));
            }
        }
    };
    once(&mut lines().map(|line| &line.id), "the line");
    once(&mut sheet.total.iter().map(|total| &total.id), "the sum");
    once(&mut sheet.check.iter().map(|check| &check.id), "the check");
    // An account that went to two lines would count twice.
    let accounts = lines().flat_map(|line| &line.from).chain(sheet.ask.iter().flat_map(|ask| &ask.accounts));
    once(&mut { accounts }, "the account");
    let goods = || sheet.trade.iter().flat_map(|trade| &trade.goods);
    once(&mut { goods() }, "the line of goods");
    for line in lines().filter(|line| line.section == Section::Hpp) {
        if !goods().any(|word| word.get_ref() == line.id.get_ref()) {
            let reason = format!("no sales are said for the goods `{}`", line.id.get_ref());
            found.push(source.refusal(&line.id.span(), reason));
        }
    }
    for (words, section) in
        sheet.trade.iter().flat_map(|one| [(&one.goods, Section::Hpp), (&one.income, Section::Pendapatan)])
    {
        for word in words {
            let known = lines().find(|line| line.id.get_ref() == word.get_ref());
            if known.is_some_and(|line| line.section != section) {
                let reason = format!("`{}` stands in another part of the statements", word.get_ref());
                found.push(source.refusal(&word.span(), reason));
            }
        }
    }
    let sold = sheet.trade.iter().flat_map(|trade| trade.goods.iter().chain(&trade.income));
    for word in sheet.ask.iter().flat_map(|ask| &ask.lines).chain(sold) {
        if !lines().any(|line| line.id.get_ref() == word.get_ref()) {
            found.push(source.refusal(&word.span(), format!("there is no line `{}`", word.get_ref())));
        }
    }
    for ask in sheet.ask.iter().filter(|ask| ask.lines.len() < 2) {
        found.push(source.refusal(&ask.id.span(), "a question needs two lines to choose from"));
    }
    found
}

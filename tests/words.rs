//! The words: every question, help text and sentence of the page and of the rulebooks, in both languages, held against
//! the house's limits for plain language (AC-38).
//!
//! What a machine can judge exactly stands here: lengths, one question at a time, words of officialdom, the passive with
//! its doer tacked on, abbreviations nobody has explained. Whether a board understands a question is for people to try.
#![allow(clippy::unwrap_used, missing_docs)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The most words of a question.
const QUESTION: usize = 20;
/// The most words of any sentence.
const SENTENCE: usize = 20;
/// The most words of a sentence of help, on average over a file.
const HELP: usize = 15;

/// The most words of one text of advice, of two sentences or three.
const ADVICE: usize = 30;

/// Words of officialdom, and the plain one to write instead.
const STIFF: [(&str, &[&str]); 2] = [
    (
        "id",
        &[
            "adapun",
            "agar supaya",
            "akan tetapi",
            "apabila",
            "bahwasanya",
            "dan/atau",
            "dalam rangka",
            "dari pada",
            "dikarenakan",
            "dilakukan",
            "dimaksud",
            "dimohon",
            "dipersyaratkan",
            "diharuskan",
            "diwajibkan",
            "implementasi",
            "manakala",
            "melakukan",
            "mengoptimalkan",
            "mengupayakan",
            "merupakan",
            "namun demikian",
            "oleh karena",
            "perihal",
            "sebagaimana",
            "sehubungan",
            "selaku",
            "telah",
            "terdapat",
            "terkait",
            "tersebut",
            "tidak dapat",
            "yang bersangkutan",
            // Shortened words, which a screen reader spells out.
            "dgn",
            "dll",
            "dsb",
            "dst",
            "krn",
            "tsb",
            "utk",
            "yg",
        ],
    ),
    (
        "en",
        &[
            "aforementioned",
            "and/or",
            "commence",
            "e.g",
            "etc",
            "hereby",
            "herein",
            "i.e",
            "in order to",
            "in respect of",
            "in the event",
            "notwithstanding",
            "prior to",
            "pursuant",
            "regarding",
            "shall",
            "therein",
            "thereof",
            "utilise",
            "utilize",
            "with regard to",
        ],
    ),
];

/// Abbreviations that everybody with a phone or an office PC reads without help, and the numerals of the law's classes.
const EVERYDAY: [&str; 15] =
    ["CSV", "Excel", "HP", "IP", "MB", "PDF", "PNG", "QR", "SVG", "USB", "WhatsApp", "I", "II", "III", "IV"];

/// One text a user may read.
struct Text {
    language: &'static str,
    /// File and key, as a refusal names them.
    place: String,
    /// The last part of the key: `question`.
    kind: String,
    /// The keys above it: `problem.amount`.
    above: String,
    words: String,
}

/// Every text of the catalogue and of all rulebooks, in both languages.
fn texts() -> Vec<Text> {
    let mut texts = Vec::new();
    for language in ["id", "en"] {
        let mut files = vec![format!("src/locale/{language}.toml")];
        for book in ["kkpkk-2021", "rat-and-status"] {
            let folder = format!("src/rulebook/books/{book}/{language}");
            let entries = fs::read_dir(Path::new(&folder)).unwrap().map(|entry| entry.unwrap().path());
            files.extend(entries.map(|path| path.to_string_lossy().into_owned()));
        }
        for file in files {
            let table: toml::Table = fs::read_to_string(&file).unwrap().parse().unwrap();
            collect(&mut texts, language, &file, &mut Vec::new(), &toml::Value::Table(table));
        }
    }
    assert!(texts.len() > 6_000, "{}", texts.len());
    texts
}

fn collect(texts: &mut Vec<Text>, language: &'static str, file: &str, keys: &mut Vec<String>, value: &toml::Value) {
    match value {
        toml::Value::Table(table) => {
            for (key, value) in table {
                keys.push(key.clone());
                collect(texts, language, file, keys, value);
                keys.pop();
            }
        }
        toml::Value::Array(list) => list.iter().for_each(|one| collect(texts, language, file, keys, one)),
        toml::Value::String(words) => {
            let (kind, above) = keys.split_last().unwrap();
            let place = format!("{file}: {}", keys.join("."));
            texts.push(Text { language, place, kind: kind.clone(), above: above.join("."), words: words.clone() });
        }
        _ => {}
    }
}

impl Text {
    fn is_question(&self) -> bool {
        self.kind.starts_with("question") || self.above == "problem.amount"
    }

    /// What explains rather than names or asks: hints, reasons, help.
    fn is_help(&self) -> bool {
        let kinds =
            ["hint", "why", "examiner", "first_step", "meaning", "note", "about", "we_do", "step", "lead", "text"];
        kinds.contains(&&*self.kind) || ["help", "lead", "text"].iter().any(|kind| self.kind.ends_with(kind))
    }

    fn sentences(&self) -> impl Iterator<Item = &str> {
        let ends = |sign: char| matches!(sign, '.' | '!' | '?');
        // A full stop inside a number or an address ends nothing: only one before a blank does.
        let mut rest = self.words.as_str();
        std::iter::from_fn(move || {
            if rest.is_empty() {
                return None;
            }
            let end =
                rest.match_indices(' ').find(|(at, _)| rest[..*at].ends_with(ends)).map_or(rest.len(), |(at, _)| at);
            let sentence = rest[..end].trim();
            rest = rest[end..].trim_start();
            Some(sentence)
        })
    }
}

fn count(sentence: &str) -> usize {
    sentence.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}

/// Everything that fails, as a list, so that one run shows all there is to mend.
fn none(failures: impl Iterator<Item = String>) {
    let failures: Vec<String> = failures.collect();
    assert!(failures.is_empty(), "{} to mend:\n{}", failures.len(), failures.join("\n"));
}

/// Where a word or phrase stands on its own, whatever its capitals.
fn says(text: &str, phrase: &str) -> bool {
    let text = text.to_lowercase();
    let alone = |sign: Option<char>| sign.is_none_or(|sign| !sign.is_alphanumeric());
    text.match_indices(phrase)
        .any(|(at, _)| alone(text[..at].chars().next_back()) && alone(text[at + phrase.len()..].chars().next()))
}

#[test]
fn a_question_is_short_and_asks_one_thing() {
    let questions = texts().into_iter().filter(Text::is_question);
    let mut asked = 0;
    none(questions.filter_map(|text| {
        asked += 1;
        let (words, marks) = (count(&text.words), text.words.matches('?').count());
        let right = words <= QUESTION && marks == 1 && text.words.ends_with('?') && !text.words.contains(';');
        (!right).then(|| format!("{} ({words} words, {marks} question marks): {}", text.place, text.words))
    }));
    assert!(asked > 2 * 145, "{asked}");
}

#[test]
fn a_sentence_is_short_and_says_one_thing() {
    none(texts().iter().flat_map(|text| {
        text.sentences()
            .filter_map(|sentence| {
                let words = count(sentence);
                let right = words <= SENTENCE && sentence.matches(';').count() <= 1;
                (!right).then(|| format!("{} ({words} words): {sentence}", text.place))
            })
            .collect::<Vec<_>>()
    }));
}

#[test]
fn help_has_fifteen_words_a_sentence_on_average() {
    let mut files: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for text in texts().iter().filter(|text| text.is_help()) {
        let file = files.entry(text.place.split(':').next().unwrap().to_owned()).or_default();
        for sentence in text.sentences() {
            *file = (file.0 + count(sentence), file.1 + 1);
        }
    }
    assert!(files.len() >= 12 && files.values().map(|(_, sentences)| sentences).sum::<usize>() > 1_000);
    none(files.into_iter().filter_map(|(file, (words, sentences))| {
        (words > HELP * sentences).then(|| format!("{file}: {words} words in {sentences} sentences"))
    }));
}

#[test]
fn no_text_is_stiff() {
    let stiff: BTreeMap<&str, &[&str]> = STIFF.into();
    none(texts().iter().flat_map(|text| {
        let found = stiff[text.language].iter().filter(|phrase| says(&text.words, phrase));
        found.map(|phrase| format!("{}: \"{phrase}\" in: {}", text.place, text.words)).collect::<Vec<_>>()
    }));
}

/// *Disetujui oleh rapat*, *is approved by the meeting*: who does it is known, so let the doer begin.
fn is_passive(text: &Text) -> bool {
    let words: Vec<String> = text.words.split_whitespace().map(str::to_lowercase).collect();
    let doer = if text.language == "id" { "oleh" } else { "by" };
    let being = ["is", "are", "was", "were", "be", "been", "being"];
    // *Weighted by how serious they are*: a measure, no doer.
    let measured = |place: usize| words.get(place + 1).is_some_and(|next| next == "how");
    words.iter().enumerate().filter(|(place, word)| *word == doer && !measured(*place)).any(|(place, _)| {
        let before = &words[place.saturating_sub(3)..place];
        match text.language {
            "id" => before.iter().rev().take(2).any(|word| word.starts_with("di") && word.len() > 5),
            _ => {
                before.last().is_some_and(|word| ["ed", "en", "wn", "ght"].iter().any(|end| word.ends_with(end)))
                    && before.iter().any(|word| being.contains(&word.as_str()))
            }
        }
    })
}

#[test]
fn whoever_does_it_begins_the_sentence() {
    none(texts().iter().filter(|text| is_passive(text)).map(|text| format!("{}: {}", text.place, text.words)));
}

/// What the glossary explains, each abbreviation on its own: *AD*, *ART*.
fn explained(language: &str) -> BTreeSet<String> {
    let file = format!("src/rulebook/books/kkpkk-2021/{language}/glossary.toml");
    let table: toml::Table = fs::read_to_string(file).unwrap().parse().unwrap();
    let words = table["term"].as_table().unwrap().values().map(|term| term["word"].as_str().unwrap().to_owned());
    words
        .flat_map(|word| word.split(" (").next().unwrap().split(['/', ' ', '-']).map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

/// Two capitals or more, and nothing that is not a letter: `SHU`, `PPh`; a plural `s` aside.
fn abbreviations(text: &str) -> Vec<&str> {
    let words = text.split(|sign: char| !sign.is_alphanumeric());
    let words = words.map(|word| word.strip_suffix('s').unwrap_or(word));
    words
        .filter(|word| {
            word.chars().filter(char::is_ascii_uppercase).count() > 1
                && !word.contains(|sign: char| sign.is_ascii_digit())
        })
        .collect()
}

#[test]
fn every_abbreviation_is_explained() {
    assert_eq!(abbreviations("Isi RATs (PPh), AD/ART; DOK-11 I1"), ["RAT", "PPh", "AD", "ART", "DOK"]);
    none(["id", "en"].into_iter().flat_map(|language| {
        let known = explained(language);
        let unknown = |word: &str| !known.contains(word) && !EVERYDAY.contains(&word);
        let texts = texts().into_iter().filter(move |text| text.language == language);
        let found: Vec<String> = texts
            .flat_map(|text| {
                let words: Vec<&str> = abbreviations(&text.words).into_iter().filter(|word| unknown(word)).collect();
                words.into_iter().map(|word| format!("{word} in {}: {}", text.place, text.words)).collect::<Vec<_>>()
            })
            .collect();
        found
    }));
}

/// The texts of advice of a language, by field: `(kind of thing, field)` to `(id, text)`.
fn advice(language: &str) -> BTreeMap<(String, String), Vec<(String, String)>> {
    let mut fields: BTreeMap<(String, String), Vec<(String, String)>> = BTreeMap::new();
    for file in ["governance", "risk", "finance"] {
        let path = format!("src/rulebook/books/kkpkk-2021/{language}/{file}.toml");
        let table: toml::Table = fs::read_to_string(path).unwrap().parse().unwrap();
        for kind in ["item", "ratio"] {
            for (id, texts) in table.get(kind).and_then(toml::Value::as_table).into_iter().flatten() {
                for (field, text) in texts.as_table().unwrap() {
                    let list = fields.entry((kind.to_owned(), field.clone())).or_default();
                    list.push((id.clone(), text.as_str().unwrap().to_owned()));
                }
            }
        }
    }
    fields
}

/// The ministry's sheet has sixty indicators: thirty-four ask 145 items, twenty-six are ratios: none in aspect A, four
/// in B, eighteen in C, four in D. (The order for this work spoke of thirty ratios; the sheet has no more than these.)
#[test]
fn every_item_and_ratio_has_advice_of_its_own() {
    use cermin_koperasi::rulebook;
    let variant = rulebook::find("kkpkk-2021").unwrap().variant("ksp12").unwrap();
    let (asked, ratios): (Vec<_>, Vec<_>) = variant.indicators().partition(|(_, one)| !one.items().is_empty());
    assert_eq!((asked.len(), variant.items().count(), ratios.len()), (34, 145, 26));
    let of = |id: &str| ratios.iter().filter(|(aspect, _)| aspect.id == id).count();
    assert_eq!(["A", "B", "C", "D"].map(of), [0, 4, 18, 4]);
    for language in ["id", "en"] {
        let fields = advice(language);
        let named =
            |kind: &str| fields.keys().filter(|key| key.0 == kind).map(|key| key.1.as_str()).collect::<Vec<_>>();
        // A statement is written down only where the question does not hold it after its first word.
        let own: &[&str] = if language == "id" { &[] } else { &["met"] };
        let all = [&["examiner", "first_step", "hint"][..], own, &["question", "why"]].concat();
        assert_eq!(named("item"), all);
        assert_eq!(named("ratio"), ["examiner", "first_step", "meaning", "why"]);
        none(fields.iter().flat_map(|((kind, field), texts)| {
            assert_eq!(texts.len(), if kind == "item" { 145 } else { 26 }, "{kind} {field}");
            let mut seen = BTreeMap::new();
            let faults = texts.iter().filter_map(|(id, text)| {
                let twice = seen.insert(text.to_lowercase(), id).map(|other| format!("says the same as {other}"));
                let long = (count(text) > ADVICE).then(|| format!("has {} words", count(text)));
                twice.or(long).map(|fault| format!("{language} {kind} {id}, {field}: {fault}"))
            });
            faults.collect::<Vec<_>>()
        }));
    }
}

/// What has to hold is a statement in every language, of its own for every item.
#[test]
fn every_item_can_be_told_as_a_statement() {
    use cermin_koperasi::{locale::Locale, rulebook};
    let book = rulebook::find("kkpkk-2021").unwrap();
    for locale in [Locale::Id, Locale::En] {
        for form in book.variants {
            let mut seen = BTreeSet::new();
            for (_, item) in form.items() {
                let text = &book.text(locale)[item];
                let statement = text.statement();
                assert!(statement.ends_with('.') && !statement.contains('?'), "{} {statement}", item.id);
                assert!(statement.starts_with(|first: char| !first.is_lowercase()), "{} {statement}", item.id);
                // It speaks of the same thing: most words of the question come again.
                let words = |text: &str| {
                    text.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase).collect::<BTreeSet<_>>()
                };
                let (asked, told) = (words(text.question), words(&statement));
                assert!(asked.intersection(&told).count() * 3 >= told.len() * 2, "{} {statement}", item.id);
                assert!(seen.insert(statement), "{}", item.id);
            }
        }
    }
}

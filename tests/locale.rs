//! The catalogues: what the build refuses, what no file may hold, and how texts are filled and dates written.

#![allow(clippy::unwrap_used)]

#[path = "../src/locale/compiler/mod.rs"]
mod compiler;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use cermin_koperasi::calendar::Day;
use cermin_koperasi::locale::{Locale, fill};
use cermin_koperasi::money::{Numerals, Question, Rupiah};
use compiler::Source;
use proptest::prelude::*;

const INDONESIAN: &str = "[language]\nname = \"Bahasa Indonesia\"\nnumerals = \"indonesian\"\n";
const ENGLISH: &str = "[language]\nname = \"English\"\nnumerals = \"english\"\n";

/// Sections whose screens are still to be built, one a line: a key of theirs may be unused. Take yours out when its
/// screen stands.
const WAITING: &str = "
    language
    common
    start
    profile
    tasks
    item
    statement
    books
    problem
    workshop
    embed
";

/// Compiles two languages, each with the lines given, and returns the refusals as people read them.
fn refusals(indonesian: &str, english: &str) -> Vec<String> {
    let (id, en) = (INDONESIAN.to_owned() + indonesian, ENGLISH.to_owned() + english);
    let sources =
        [Source { path: "id.toml", code: "id", text: &id }, Source { path: "en.toml", code: "en", text: &en }];
    compiler::compile(&sources).err().unwrap_or_default().iter().map(ToString::to_string).collect()
}

#[test]
fn two_languages_alike_compile() {
    assert_eq!(refusals("[a]\nb = \"satu {n}\"\n", "[a]\nb = \"one {n}\"\n"), Vec::<String>::new());
}

#[test]
fn a_key_missing_in_one_language_is_refused() {
    let wrong = refusals("[a]\nb = \"satu\"\nc = \"dua\"\n", "\n[a]\nb = \"one\"\n");
    assert_eq!(wrong, ["en.toml:5: a.c is missing; id.toml:6 has it"]);
}

#[test]
fn a_key_too_many_is_refused() {
    let wrong = refusals("[a]\nb = \"satu\"\n", "[a]\nb = \"one\"\nc = \"two\"\n[d]\ne = \"three\"\n");
    assert_eq!(wrong, ["en.toml:6: a.c is not in id.toml", "en.toml:7: d is not in id.toml"]);
}

#[test]
fn other_placeholders_are_refused() {
    let wrong = refusals("[a]\nb = \"{n} dari {all}\"\n", "[a]\nb = \"{n} of {total}\"\n");
    assert_eq!(wrong, ["en.toml:5: a.b has {n} {total}, id.toml:5 has {all} {n}"]);
    let wrong = refusals("[a]\nb = \"{n}\"\n", "[a]\nb = \"one\"\n");
    assert_eq!(wrong, ["en.toml:5: a.b has no placeholder, id.toml:5 has {n}"]);
}

#[test]
fn empty_and_untidy_texts_are_refused() {
    let wrong = refusals("[a]\nb = \"\"\nc = \" x\"\nd = \"x\\ny\"\n", "[a]\nb = \"b\"\nc = \"c\"\nd = \"d\"\n");
    assert_eq!(wrong.len(), 3);
    assert_eq!(wrong[0], "id.toml:5: a.b is empty");
    assert_eq!(wrong[1], "id.toml:6: a.c begins or ends with a blank");
    assert!(wrong[2].starts_with("id.toml:7: a.d holds a line end"));
}

#[test]
fn html_is_refused_and_plain_signs_are_not() {
    for markup in ["<b>", "</p>", "<!-- x -->", "a&nbsp;b", "&#160;", "&amp;"] {
        let wrong = refusals(&format!("[a]\nb = \"x {markup}\"\n"), "[a]\nb = \"x\"\n");
        assert_eq!(wrong, ["id.toml:5: a.b holds HTML; texts are plain text"], "{markup}");
    }
    let plain = "[a]\nb = \"Tata Kelola & Risiko; rasio < 5 %\"\n";
    assert_eq!(refusals(plain, plain), Vec::<String>::new());
}

#[test]
fn broken_braces_are_refused() {
    for braces in ["{", "}", "{}", "{a b}", "{A}", "x} {y}", "{é}", "{a"] {
        let wrong = refusals(&format!("[a]\nb = \"{braces}\"\n"), "[a]\nb = \"b\"\n");
        assert_eq!(wrong.len(), 1, "{braces}");
        assert!(wrong[0].starts_with("id.toml:5: a.b `"), "{}", wrong[0]);
    }
}

#[test]
fn a_repeated_key_and_broken_toml_are_refused() {
    let wrong = refusals("[a]\nb = \"x\"\nb = \"y\"\n", "[a]\nb = \"x\"\n");
    assert!(wrong.iter().any(|refusal| refusal.starts_with("id.toml:6: duplicate key")), "{wrong:?}");
    let wrong = refusals("[a\n", "");
    assert!(wrong.iter().any(|refusal| refusal.starts_with("id.toml:4: ")), "{wrong:?}");
}

#[test]
fn keys_that_cannot_name_a_field_are_refused() {
    let lines = "[a]\ntype = \"x\"\nnot-applicable = \"x\"\nÉ = \"x\"\n";
    let wrong = refusals(&lines.replace('É', "\"É\""), &lines.replace('É', "\"É\""));
    assert!(wrong.contains(&"id.toml:5: a.type: `type` is a word of Rust; choose another key".to_owned()), "{wrong:?}");
    assert!(wrong.contains(&"en.toml:6: a.not-applicable: a key has small letters, digits and _ only".to_owned()));
    assert!(wrong.contains(&"id.toml:7: a.É: a key has small letters, digits and _ only".to_owned()));
}

#[test]
fn other_shapes_are_refused() {
    let list = |texts: &str| refusals(&format!("[a]\nb = {texts}\n"), "[a]\nb = [\"x\", \"y\"]\n");
    assert_eq!(list("[\"x\"]"), ["en.toml:5: a.b lists 2 texts, id.toml:5 lists 1"]);
    assert_eq!(list("\"x\""), ["en.toml:5: a.b has another shape than in id.toml:5"]);
    assert_eq!(list("[]")[1], "id.toml:5: a.b must list texts, at least one");
    assert_eq!(list("7")[1], "id.toml:5: a.b must be a text, a list of texts or a table");
}

#[test]
fn a_language_says_how_it_writes_numbers() {
    let text = "[language]\nname = \"x\"\nnumerals = \"roman\"\n";
    let wrong = compiler::compile(&[Source { path: "id.toml", code: "id", text }]).unwrap_err();
    assert_eq!(wrong[0].to_string(), "id.toml:3: [language] needs numerals = \"indonesian\" or \"english\"");
}

#[test]
fn a_language_says_its_own_name_and_nothing_else() {
    let text = "[language]\nnumerals = \"english\"\ncolour = \"red\"\n";
    let wrong = compiler::compile(&[Source { path: "id.toml", code: "id", text }]).unwrap_err();
    assert_eq!(wrong[0].to_string(), "id.toml:1: [language] needs its own name, as in name = \"English\"");
    assert_eq!(
        wrong[1].to_string(),
        "id.toml:3: language.colour: a language has a name and numerals, and nothing else"
    );
    assert_eq!(Locale::ALL.iter().map(|locale| locale.name()).collect::<Vec<_>>(), ["Bahasa Indonesia", "English"]);
}

#[test]
fn a_language_is_added_as_one_file() {
    let files = compiler::catalogues(Path::new("src/locale")).unwrap();
    let mut sources: Vec<Source> = files.iter().map(|(path, code, text)| Source { path, code, text }).collect();
    let javanese = sources.iter().find(|source| source.code == "id").unwrap().text;
    sources.insert(0, Source { path: "jv.toml", code: "jv", text: javanese });
    let compiled = compiler::compile(&sources).unwrap();
    assert!(compiled.code.contains("pub const ALL: &'static [Self] = &[Self::Id, Self::En, Self::Jv, ];"));
    assert_eq!(compiled.texts.iter().map(|(code, _)| code.as_str()).collect::<Vec<_>>(), ["id", "en", "jv"]);
    assert_eq!(compiled.texts[0].1, compiled.texts[2].1);
}

/// A catalogue with every text put between marks: what a language looks like that nobody has written yet. Its first
/// table, about the language itself, stays.
fn pseudo(catalogue: &str) -> String {
    let (language, rest) = catalogue.split_at(catalogue.match_indices("\n[").nth(1).unwrap().0);
    let (mut text, mut escaped, mut inside) = (language.to_owned(), false, false);
    for line in rest.lines() {
        text.push('\n');
        for sign in if line.starts_with('#') { "" } else { line }.chars() {
            let quote = sign == '"' && !escaped;
            escaped = sign == '\\' && !escaped;
            text.extend((quote && inside).then_some('⟧'));
            text.push(sign);
            inside ^= quote;
            text.extend((quote && inside).then_some('⟦'));
        }
    }
    text
}

#[test]
fn a_language_of_other_words_needs_no_line_of_code() {
    let files = compiler::catalogues(Path::new("src/locale")).unwrap();
    let mut sources: Vec<Source> = files.iter().map(|(path, code, text)| Source { path, code, text }).collect();
    let text = pseudo(sources.iter().find(|source| source.code == "id").unwrap().text);
    sources.push(Source { path: "qps.toml", code: "qps", text: &text });
    let compiled = compiler::compile(&sources).unwrap();
    let (mut marked, mut all) = (0, 0);
    for texts in [&compiled.texts, &compiled.beside] {
        let [(_, id), _, (code, qps)] = &texts[..] else { panic!("{:?}", texts.len()) };
        assert_eq!((code.as_str(), qps.lines().count()), ("qps", id.lines().count()));
        marked += qps.lines().filter(|line| line.contains('⟦') && line.ends_with('⟧')).count();
        all += id.lines().count();
    }
    assert!(marked > 1_200, "{marked} of {all}");
    let (short, _) = text.split_once("[start]").unwrap();
    let broken = [("id.toml", "id", sources[1].text), ("qps.toml", "qps", short)];
    let broken = broken.map(|(path, code, text)| Source { path, code, text });
    assert!(compiler::compile(&broken).unwrap_err().iter().any(|refusal| refusal.reason.contains("start is missing")));
}

/// Every text of every language as `(file, section.key, text)`.
fn texts() -> Vec<(String, String, String)> {
    let mut texts = Vec::new();
    for (path, _, text) in compiler::catalogues(Path::new("src/locale")).unwrap() {
        collect(&mut texts, &path, "", &toml::Value::Table(text.parse().unwrap()));
    }
    assert!(texts.len() > 100);
    texts
}

fn collect(texts: &mut Vec<(String, String, String)>, file: &str, path: &str, value: &toml::Value) {
    match value {
        toml::Value::Table(table) => {
            for (key, value) in table {
                collect(texts, file, format!("{path}.{key}").trim_start_matches('.'), value);
            }
        }
        toml::Value::Array(items) => items.iter().for_each(|item| collect(texts, file, path, item)),
        text => texts.push((file.to_owned(), path.to_owned(), text.as_str().unwrap().to_owned())),
    }
}

/// All Rust of the crate without comments and blanks, so that a chain broken over lines is still one chain.
fn sources(folder: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|kind| kind == "rs") {
            let text = fs::read_to_string(path).unwrap();
            let code = text.lines().map(|line| line.split("//").next().unwrap());
            found.push(code.flat_map(str::split_whitespace).collect());
        }
    }
}

/// A file uses `problem.amount.sen` if it says so, or binds `problem.amount` to a name and says `.sen` of that.
fn uses(source: &str, path: &str) -> bool {
    let followed = |chain: &str, by: &dyn Fn(char) -> bool| {
        source.match_indices(chain).any(|(at, _)| source[at + chain.len()..].starts_with(by))
    };
    let ends = |c: char| !c.is_ascii_alphanumeric() && c != '_';
    let bound = |c: char| matches!(c, ';' | ',' | ')');
    let path = format!(".{path}");
    followed(&path, &ends)
        || path.match_indices('.').skip(1).any(|(at, _)| followed(&path[..at], &bound) && followed(&path[at..], &ends))
}

#[test]
fn a_key_counts_as_used_where_its_field_is_named() {
    assert!(uses("p{(w.start.title)}", "start.title"));
    assert!(uses("letamount=&self.problem.amount;amount.sen,", "problem.amount.sen"));
    assert!(!uses("p{(w.start.titles)}", "start.title"));
    assert!(!uses("w.start.lead;w.end.title;", "start.title"));
}

#[test]
fn no_key_is_unused() {
    let mut files = Vec::new();
    sources(Path::new("src"), &mut files);
    let waiting: Vec<&str> = WAITING.split_whitespace().collect();
    let unused = texts().into_iter().map(|(_, path, _)| path).filter(|path| {
        !waiting.contains(&path.split('.').next().unwrap()) && !files.iter().any(|file| uses(file, path))
    });
    assert_eq!(unused.collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn a_section_waits_only_while_it_exists() {
    for section in WAITING.split_whitespace() {
        assert!(texts().iter().any(|(_, path, _)| path.starts_with(&format!("{section}."))), "{section}");
    }
}

#[test]
fn a_question_has_twenty_words_at_most() {
    for (file, path, text) in texts() {
        let key = path.rsplit('.').next().unwrap();
        if key.starts_with("question") || path.starts_with("problem.amount.") {
            assert!(text.split_whitespace().count() <= 20, "{file}: {path} is longer than 20 words");
            assert!(text.ends_with('?'), "{file}: {path} asks nothing");
        }
    }
}

#[test]
fn help_has_fifteen_words_a_sentence_on_average() {
    let mut lengths: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for (file, path, text) in texts() {
        if path.rsplit('.').next().unwrap().starts_with("help") {
            let sentences = text.split_inclusive(['.', '!', '?', ';']).filter(|s| s.split_whitespace().count() > 0);
            let counted = lengths.entry(file).or_default();
            counted.0 += text.split_whitespace().count();
            counted.1 += sentences.count();
        }
    }
    for (file, (words, sentences)) in lengths {
        assert!(words <= 15 * sentences, "{file}: help has {words} words in {sentences} sentences");
    }
}

#[test]
fn languages_are_known_by_their_codes() {
    assert_eq!(Locale::default(), Locale::Id);
    for locale in Locale::ALL {
        assert_eq!(Locale::parse(locale.code()), Some(*locale));
    }
    for (code, locale) in
        [("id-ID", Some(Locale::Id)), ("in", Some(Locale::Id)), ("EN_us", Some(Locale::En)), ("", None), ("nl", None)]
    {
        assert_eq!(Locale::parse(code), locale, "{code}");
    }
}

#[test]
fn every_question_has_its_own_sentence() {
    use Question::{Letters, Separators, Several, Sign, TooLarge, TooMuch};
    for locale in Locale::ALL {
        let mut sentences =
            [TooLarge, Separators, Letters, Sign, TooMuch, Several].map(|q| locale.words().question(q)).to_vec();
        sentences.sort_unstable();
        sentences.dedup();
        assert_eq!(sentences.len(), 6);
    }
}

#[test]
fn numbers_follow_the_language() {
    let amount = Rupiah::new(-1_234_567).unwrap();
    assert_eq!(Numerals::from(Locale::Id), Numerals::Indonesian);
    assert_eq!(amount.print(Locale::Id), "-Rp1.234.567");
    assert_eq!(amount.print(Locale::En), "-Rp1,234,567");
    assert_eq!(Rupiah::new(11).unwrap().words(Locale::En), "eleven rupiah");
}

#[test]
fn days_are_written_in_full() {
    let day = |y, m, d| Day::new(y, m, d).unwrap();
    assert_eq!(Locale::Id.day(day(2025, 12, 31)), "31 Desember 2025");
    assert_eq!(Locale::En.day(day(2024, 2, 29)), "29 February 2024");
    assert_eq!(Locale::Id.weekday(day(2025, 12, 31)), "Rabu");
    assert_eq!(Locale::En.weekday(day(2026, 1, 4)), "Sunday");
}

#[test]
fn places_without_a_value_stay_visible() {
    assert_eq!(fill("{a} {b}", &[("a", &1)]), "1 {b}");
    assert_eq!(fill("tanpa tempat", &[("a", &1)]), "tanpa tempat");
}

proptest! {
    #[test]
    fn what_a_user_types_is_never_taken_for_a_place(name in "\\PC*") {
        let filled = fill("Koperasi {name}, {year}", &[("name", &name), ("year", &2025)]);
        prop_assert_eq!(filled, format!("Koperasi {name}, 2025"));
    }

    #[test]
    fn broken_catalogues_never_panic(text in "[\\[\\]a-z{}<>&\"=\\n.é]{0,40}") {
        prop_assert!(!refusals(&text, "[zz]\nzz = \"z\"\n").is_empty());
    }
}

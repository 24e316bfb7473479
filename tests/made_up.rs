//! A made-up language, no letter of which is ours, stands for English: what still reads in our letters was not said by a
//! language's pack, so a third language would meet it in another tongue. Papers, citations and names of the law are Indonesian
//! on purpose, and say so with `lang`.
#![allow(clippy::unwrap_used, missing_docs)]

use std::collections::BTreeSet;

use cermin_koperasi::calendar::Day;
use cermin_koperasi::exchange::save;
use cermin_koperasi::locale::{Locale, stand_in};
use cermin_koperasi::page::workshop::samples;
use cermin_koperasi::page::{Model, Route, view};
use cermin_koperasi::rat::book::RULES;
use cermin_koperasi::rat::ics::ics;
use cermin_koperasi::rat::sheet::form;
use cermin_koperasi::rat::{self, RatInput, calendar};
use cermin_koperasi::rulebook::RULEBOOKS;

/// Full-width letters: they have capitals as ours do.
fn foreign(sentence: &str) -> String {
    let mut inside = false;
    let letter = |char: char| {
        inside = char == '{' || inside && char != '}';
        let strange = char::from_u32(u32::from(char) + 0xFEE0).filter(|_| char.is_ascii_alphabetic() && !inside);
        strange.unwrap_or(char)
    };
    sentence.chars().map(letter).collect()
}

/// A pack of it: keys, which all packs have alike, stay.
fn speak_it() {
    let (first, second) = (Locale::Id.pack().unwrap(), Locale::En.pack().unwrap());
    let is_key = |line: &str| line.bytes().all(|sign| sign.is_ascii_lowercase() || b"-_.".contains(&sign));
    let line = |(place, (first, line)): (usize, (&str, &str))| {
        let stays = place == 0 || line.starts_with('\u{1d}') || first == line && is_key(line);
        if stays { line.to_owned() } else { foreign(line) }
    };
    let lines = first.lines().zip(second.lines()).enumerate().map(line);
    stand_in(Locale::En, lines.collect::<Vec<_>>().join("\n"));
}

/// What a reader meets of a page in the page's own language: texts, and what is read out or shown in a field.
fn said(html: &str) -> Vec<String> {
    const VOID: [&str; 7] = ["br", "img", "input", "link", "meta", "wbr", "hr"];
    const READ: [&str; 4] = ["aria-label", "placeholder", "title", "alt"];
    let mut found = Vec::new();
    // Each open element, and whether what it says is in another language by its own word.
    let mut open: Vec<(String, bool)> = Vec::new();
    for part in html.split('<').skip(1) {
        let (tag, text) = part.split_once('>').unwrap();
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap().to_owned();
        let marked = open.last().is_some_and(|(_, marked)| *marked);
        if tag.starts_with('/') {
            let place = open.iter().rposition(|(other, _)| *other == name).unwrap();
            open.truncate(place);
        } else {
            let marked =
                marked || tag.contains(" lang=\"") || ["script", "style", "textarea", "pre", "code"].contains(&&*name);
            let whole = format!("<{tag}>");
            if !marked {
                found.extend(READ.iter().flat_map(|name| attributes(&whole, name)).map(str::to_owned));
            }
            if !VOID.contains(&&*name) && !tag.ends_with('/') {
                open.push((name, marked));
            }
        }
        if !open.last().is_some_and(|(_, marked)| *marked) {
            found.push(text.replace("&quot;", "\"").replace("&amp;", "&"));
        }
    }
    found
}

fn attributes<'h>(tag: &'h str, name: &str) -> Vec<&'h str> {
    let mark = format!(" {name}=\"");
    tag.split(&mark).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// The words in our letters, longer than a unit or a code.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let is_number = |word: &str| word.bytes().all(|letter| b"IVX".contains(&letter));
    text.split(|char: char| !char.is_ascii_alphabetic()).filter(move |word| word.len() > 2 && !is_number(word))
}

/// Titles that the data gives, and languages' own names: the same in every language.
fn titles() -> Vec<&'static str> {
    let books = RULEBOOKS.iter().flat_map(|book| [book.title, book.regulation]);
    // Amounts are spelled as the language's numerals do it, and there are two kinds of those.
    books
        .chain(["thousand", "million", "billion", "trillion"])
        .chain([form().source.0])
        .chain(Locale::ALL.iter().map(|locale| locale.name()))
        .collect()
}

#[test]
fn no_screen_speaks_another_language() {
    speak_it();
    let titles = titles();
    let mut stray = BTreeSet::new();
    for sample in samples() {
        let mut model = Model::new(Locale::En);
        model.today = Day::new(2026, 11, 28);
        model.work.assessment = save::read(sample.file().unwrap()).unwrap().assessment;
        model.work.assessment.profile.name = Some("2026".to_owned());
        for route in Route::all(model.assessment().variant) {
            model.route = route.clone();
            for text in said(&view(&model).into_string()) {
                let text = titles.iter().fold(text, |text, title| text.replace(title, ""));
                stray.extend(words(&text).map(|word| format!("{word} in {text:?}, {}", route.hash())));
            }
        }
    }
    assert!(stray.is_empty(), "{} strays:\n{}", stray.len(), stray.into_iter().take(60).collect::<Vec<_>>().join("\n"));
}

#[test]
fn the_calendar_file_speaks_it_too() {
    speak_it();
    let today = Day::new(2026, 11, 28).unwrap();
    let plan = calendar::plan(&rat::read(&RatInput::default(), today).facts, today).unwrap();
    let file = ics(&plan, "2026", today, Locale::En).replace("\r\n ", "");
    let told = file.lines().filter_map(|line| line.strip_prefix("SUMMARY:").or(line.strip_prefix("DESCRIPTION:")));
    // Citations are the law's own words.
    let cited = |line: &str| RULES.iter().fold(line.replace('\\', ""), |line, rule| line.replace(rule.citation, ""));
    let stray: BTreeSet<String> = told.map(cited).filter(|line| words(line).next().is_some()).collect();
    assert!(stray.is_empty(), "{stray:#?}");
}

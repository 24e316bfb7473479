//! What is the same on every screen: the words of the field are explained one tap away, and numbers and days stand as the
//! reader's language writes them (AC-38, AC-49).
#![allow(clippy::unwrap_used, missing_docs)]

#[allow(dead_code)]
mod screens;

use std::collections::BTreeSet;

use cermin_koperasi::calendar::Day;
use cermin_koperasi::exchange::save;
use cermin_koperasi::locale::Locale;
use cermin_koperasi::page::rat::RatRoute;
use cermin_koperasi::page::workshop::WorkshopRoute;
use cermin_koperasi::page::{Model, Route};
use screens::{attributes, html, named, plain};

const TROUBLED: &str = include_str!("../src/page/samples/kredit-macet.json");

/// A cooperative with much to tell, read in a language.
fn models(locale: Locale) -> Vec<Model> {
    let mut troubled = named("realistis-004");
    troubled.work = save::read(TROUBLED).unwrap();
    let mut models = vec![troubled, named("realistis-011")];
    for model in &mut models {
        model.today = Day::new(2026, 11, 22);
        model.locale = locale;
    }
    models
}

/// The screen's own text: the main part without what is typed, or shown to be copied.
fn main(html: &str) -> String {
    let main = html.split_once("<main").unwrap().1.split_once("</main>").unwrap().0;
    let mut parts = main.split("<textarea");
    let first = parts.next().unwrap().to_owned();
    parts.fold(first, |text, part| text + part.split_once("</textarea>").unwrap().1)
}

/// The fold of terms, and the screen without it.
fn parted(main: &str) -> (Option<String>, String) {
    let Some((before, rest)) = main.split_once("<details class=\"noprint terms\" id=\"istilah#/") else {
        return (None, plain(main));
    };
    let (fold, after) = rest.split_once("</details>").unwrap();
    (Some(fold.to_owned()), plain(&format!("{before}{after}")))
}

fn words(text: &str) -> BTreeSet<&str> {
    text.split(|sign: char| !sign.is_alphanumeric() && sign != '_').collect()
}

#[test]
fn every_term_on_a_screen_is_explained_on_it_one_tap_away() {
    for locale in [Locale::Id, Locale::En] {
        let mut told = BTreeSet::new();
        for model in models(locale) {
            for route in Route::all(model.assessment().variant) {
                let (fold, said) = parted(&main(&html(&model, route.clone())));
                if matches!(
                    route,
                    Route::Start
                        | Route::Glossary
                        | Route::Workshop(WorkshopRoute::Stage(_))
                        | Route::Rat(RatRoute::Paper(_))
                ) {
                    assert!(fold.is_none(), "{route:?}");
                    continue;
                }
                let fold = fold.unwrap_or_default();
                assert!(!fold.starts_with(" open"), "{route:?}");
                let said = words(&said);
                for term in model.texts().terms {
                    let name = term.word.split(" (").next().unwrap();
                    let stands = name.split('/').any(|word| {
                        let small = word[..1].to_lowercase() + &word[1..];
                        !word.contains(' ')
                            && (said.contains(word)
                                || (word[1..] != word[1..].to_uppercase() && said.contains(&*small)))
                    });
                    let explained = fold.contains(&format!("<dt>{}</dt><dd>{}</dd>", term.word, term.meaning));
                    if !name.contains([' ', '-']) {
                        assert_eq!(stands, explained, "{} on {route:?}", term.word);
                    }
                    if explained {
                        told.insert(term.id);
                    }
                }
            }
        }
        for term in ["shu", "rat", "atmr", "bopo", "roe", "simpanan-pokok", "ad-art", "nik"] {
            assert!(told.contains(term), "{term} in {locale:?}: {told:?}");
        }
        assert!(told.len() > 40, "{locale:?}: {}", told.len());
    }
}

/// Runs of digits with what parts them: `1.234.567,8`.
fn numbers(text: &str) -> Vec<&str> {
    let inside = |sign: char| sign.is_ascii_digit() || matches!(sign, '.' | ',' | '-');
    let runs = text.split(|sign: char| !inside(sign)).map(|run| run.trim_matches(['.', ',', '-']));
    runs.filter(|run| run.starts_with(|sign: char| sign.is_ascii_digit())).collect()
}

/// Thousands in groups of three behind `point`, decimals behind `comma`.
fn is_written(number: &str, point: char, comma: char) -> bool {
    let (whole, decimals) = number.split_once(comma).unwrap_or((number, "0"));
    let groups: Vec<&str> = whole.split(point).collect();
    let grouped = groups.len() == 1 || (groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3));
    grouped
        && groups.iter().all(|group| group.bytes().all(|sign| sign.is_ascii_digit()))
        && decimals.bytes().all(|sign| sign.is_ascii_digit())
}

#[test]
fn every_number_on_every_screen_is_written_as_its_reader_writes() {
    assert!(is_written("1.234.567,8", '.', ',') && !is_written("1,234.5", '.', ','));
    for locale in [Locale::Id, Locale::En] {
        let (point, comma) = if locale == Locale::Id { ('.', ',') } else { (',', '.') };
        let mut money = 0;
        for model in models(locale) {
            for route in Route::all(model.assessment().variant) {
                let main = main(&html(&model, route.clone()));
                // A paper goes out, and is Indonesian whatever the page speaks.
                let (own, _) = main.split_once("<article class=\"paper\"").unwrap_or((&main, ""));
                let text = plain(own);
                for amount in text
                    .split("Rp")
                    .skip(1)
                    .filter_map(|rest| numbers(rest).first().copied().filter(|first| rest.starts_with(first)))
                {
                    money += 1;
                    assert!(is_written(amount, point, comma), "Rp{amount} on {route:?} in {locale:?}");
                }
                for share in text
                    .split('%')
                    .filter_map(|part| numbers(part).last().copied().filter(|last| part.trim_end().ends_with(last)))
                {
                    assert!(is_written(share, point, comma), "{share}% on {route:?} in {locale:?}");
                }
                // Days as files hold them are for programs.
                let iso = numbers(&text)
                    .into_iter()
                    .find(|run| run.len() == 10 && run.as_bytes()[4] == b'-' && run.as_bytes()[7] == b'-');
                assert_eq!(iso, None, "{route:?} in {locale:?}");
            }
        }
        assert!(money > 500, "{money}");
    }
}

#[test]
fn no_script_and_no_rust_asks_the_browser_to_write_numbers_or_days() {
    for file in ["www/boot.js", "www/device.js", "src/browser.rs"] {
        let text = std::fs::read_to_string(file).unwrap();
        for call in ["Intl.", "toLocale", "to_locale"] {
            assert!(!text.contains(call), "{file}: {call}");
        }
    }
    // A browser's own field of a day goes by the browser's language.
    for model in models(Locale::Id) {
        for route in Route::all(model.assessment().variant) {
            let page = html(&model, route.clone());
            assert!(!attributes(&page, "type").contains(&"date"), "{route:?}");
        }
    }
}

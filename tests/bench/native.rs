//! The native side of `cargo xtask bench`: on each line `NAME COUNT` of the standard input it does that work and answers
//! with nanoseconds, so that the rounds of all rivals can be interleaved. The arguments are a file of save texts
//! and one of what counts of them as numbers, one a line. To the line `workbook` it answers with the stand-in for the
//! ministry's workbook.
#![allow(clippy::unwrap_used, missing_docs)]

#[path = "../standin/mod.rs"]
mod standin;

use std::hint::black_box;
use std::io::{BufRead, Write, stdin, stdout};
use std::time::Instant;

use cermin_koperasi::advice::{Unknowns, checklist, next_band, path};
use cermin_koperasi::api::quick;
use cermin_koperasi::assessment::Assessment;
use cermin_koperasi::books::ministry::{Place, Slot, slots};
use cermin_koperasi::exact::Range;
use cermin_koperasi::exchange::levels::Levels;
use cermin_koperasi::exchange::save;
use cermin_koperasi::rulebook::{RULEBOOKS, Year};
use cermin_koperasi::scoring;
use cermin_koperasi::workshop::Room;
use serde_json::{Value, json};
use standin::{SHEETS, StandIn, Standing, TOTAL};

/// The cooperatives, in every shape that some work takes.
struct Given {
    texts: Vec<String>,
    all: Vec<Assessment>,
    /// As `api::quick` takes them.
    gathered: Vec<Vec<f64>>,
}

/// What one kind of work does with the cooperatives; how often it was done.
type Work = fn(&Given, usize) -> usize;

/// The work that grows with the number of results is named by what it does, the others do every cooperative COUNT times.
const WORKS: [(&str, Work); 8] = [
    ("score", |given, count| each(&given.gathered, count, |list| drop(black_box(quick::score(list))))),
    ("assess", |given, count| each(&given.all, count, |one| drop(black_box(scoring::assess(one))))),
    ("checklist", |given, count| each(&given.all, count, |one| drop(black_box(checklist(one))))),
    ("path", |given, count| {
        each(&given.all, count, |one| {
            let best = &one.variant.predicates[0];
            black_box(path(one, best, Unknowns::default()));
        })
    }),
    ("nextBand", |given, count| {
        each(&given.all, count, |one| {
            for (_, indicator) in one.variant.indicators() {
                black_box(next_band(one, indicator));
            }
        })
    }),
    ("open", |given, count| each(&given.texts, count, |text| drop(black_box(save::read(text))))),
    ("save", |given, count| {
        let kept = cermin_koperasi::exchange::json::Map::new();
        each(&given.all, count, |one| drop(black_box(save::write(one, &kept))))
    }),
    ("class", |given, count| {
        let mut room = room(&given.all[0], count);
        room.finish();
        black_box(room.pictures());
        1
    }),
];

fn each<T>(all: &[T], count: usize, work: impl Fn(&T)) -> usize {
    (0..count).for_each(|_| all.iter().for_each(&work));
    count * all.len()
}

/// A room of so many different results: each has an own mark and other levels.
fn room(one: &Assessment, count: usize) -> Room {
    let levels = Levels::of(one, None).unwrap();
    let mut room = Room::default();
    for number in 0..count {
        let mut other = levels.clone();
        other.mark = u16::try_from(number % 32_768).unwrap();
        for (place, level) in other.levels.iter_mut().enumerate() {
            *level = Range::exactly(u8::try_from((number * 7 + place * 3 + number / 4) % 4 + 1).unwrap());
        }
        let _ = room.add(other);
    }
    room
}

/// The stand-in for the ministry's workbook, for a spreadsheet engine: what stands in its cells, which of them take an answer or
/// an amount, and where its total is.
fn workbook() -> Value {
    let variant = &RULEBOOKS[0].variants[0];
    let book = StandIn::new(variant, RULEBOOKS[0].editions.len() - 1);
    let cells = book.cells.iter().filter_map(|((sheet, row, column), standing)| {
        let content = match standing {
            Standing::Shared(text) | Standing::Figure(text) => text.clone(),
            Standing::Formula(formula, _) => format!("={formula}"),
            Standing::Look => return None,
        };
        Some(json!([sheet, row, column, content]))
    });
    let sheet = |name: &str| SHEETS.iter().position(|one| *one == name);
    let slots = slots(variant).into_iter().map(|(place, slot)| {
        let book = match slot {
            Slot::Answer(_) => "answers",
            Slot::Amount(_, Year::Current) => "current",
            Slot::Amount(_, Year::Prior) => "prior",
        };
        json!([sheet(place.sheet), place.row, place.column, book, slot.id()])
    });
    let total = Place::parse(TOTAL).unwrap();
    json!({
        "sheets": SHEETS,
        "cells": cells.collect::<Vec<_>>(),
        "slots": slots.collect::<Vec<_>>(),
        "total": [sheet(total.sheet), total.row, total.column],
    })
}

fn main() {
    let files: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    // `cargo test --benches` and the like call it without work.
    let [texts, lists] = &files[..] else { return };
    let lines = |file| std::fs::read_to_string(file).unwrap().lines().map(str::to_owned).collect::<Vec<_>>();
    let texts = lines(texts);
    let all: Vec<Assessment> = texts.iter().map(|text| save::read(text).unwrap().assessment).collect();
    let gathered =
        lines(lists).iter().map(|line| line.split(' ').map(|number| number.parse().unwrap()).collect()).collect();
    let given = Given { texts, all, gathered };
    for line in stdin().lock().lines() {
        let line = line.unwrap();
        if line == "workbook" {
            println!("{}", workbook());
            continue;
        }
        let (name, count) = line.split_once(' ').unwrap();
        let (_, work) = WORKS.iter().find(|(known, _)| *known == name).unwrap();
        let start = Instant::now();
        let done = work(&given, count.parse().unwrap());
        println!("{} {done}", start.elapsed().as_nanos());
        stdout().flush().unwrap();
    }
}

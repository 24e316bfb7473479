//! Classes of a province: only for its own boards, exact at every limit, and not known where something is not.
#![allow(clippy::unwrap_used, missing_docs)]

use cermin_koperasi::assessment::{Amount, Assessment};
use cermin_koperasi::calendar::Day;
use cermin_koperasi::exchange::save;
use cermin_koperasi::money::Rupiah;
use cermin_koperasi::rat::Answer::{self, No, Unknown, Yes};
use cermin_koperasi::rat::{self, RatInput, YearInput};
use cermin_koperasi::rulebook::Side;
use cermin_koperasi::standing::{Class, Measure, classes};
use proptest::prelude::*;

const TODAY: (i32, u32, u32) = (2026, 11, 28);

/// A cooperative of a district, with members, assets, and RATs of the book years 2023 to 2025.
fn found(district: &str, members: &str, assets: &str, held: [Answer; 3], work: &Assessment) -> Vec<Class> {
    let mut input = RatInput::default();
    let fields = [("names.regency", district), ("members", members), ("assets", assets)];
    for (field, text) in fields.into_iter().filter(|(_, text)| !text.is_empty()) {
        input.set(field, text).unwrap();
    }
    input.set("established", "2010-01-01").unwrap();
    input.history = (2023..).zip(held).map(|(year, held)| YearInput { year, held, ..YearInput::default() }).collect();
    let today = Day::new(TODAY.0, TODAY.1, TODAY.2).unwrap();
    classes(&rat::read(&input, today).facts, work, today)
}

/// Books with one line of income, all else zero; of the assets one account is not known.
fn earning(amount: i64) -> Assessment {
    let mut work = save::read(include_str!("../src/page/samples/contoh.json")).unwrap().assessment;
    let book = &mut work.statements.current;
    book.complete = false;
    book.amounts.remove("giro");
    let income = work.variant.accounts.iter().filter(|account| account.side == Side::Revenue).map(|account| account.id);
    for (place, id) in income.enumerate() {
        book.amounts.insert(id, if place == 0 { Amount::Known(Rupiah::new(amount).unwrap()) } else { Amount::ZERO });
    }
    work
}

const ALL: [Answer; 3] = [Yes; 3];

#[test]
fn a_board_elsewhere_reads_nothing_of_it() {
    let work = earning(0);
    assert!(found("Kaur", "600", "2000000000", ALL, &work).is_empty());
    assert!(found("", "600", "2000000000", ALL, &work).is_empty());
    for district in ["Luwu Timur", "kab. luwu timur", "Kabupaten Luwu Timur", "Kota Makassar"] {
        assert_eq!(found(district, "600", "2000000000", ALL, &work).len(), 2, "{district}");
    }
}

#[test]
fn more_than_is_not_at_least() {
    let at = |turnover, assets: &str, members: &str| {
        found("Bone", members, assets, ALL, &earning(turnover)).iter().map(Class::met).collect::<Vec<_>>()
    };
    assert_eq!(at(3_000_000_001, "1000000001", "500"), [Some(true), Some(true)]);
    assert_eq!(at(3_000_000_000, "1000000001", "500"), [Some(false), Some(true)]);
    assert_eq!(at(3_000_000_001, "1000000000", "500"), [Some(false), Some(true)]);
    assert_eq!(at(1_000_000_000, "500000000", "250"), [Some(false), Some(true)]);
    assert_eq!(at(1_000_000_000, "500000000", "249"), [Some(false), Some(false)]);
}

#[test]
fn what_the_books_know_is_not_asked_again() {
    let mut work = earning(2_000_000_000);
    assert_eq!(found("Kota Makassar", "612", "", ALL, &work)[1].met(), None);
    work.statements.current.complete = true;
    let unggul = &found("Kota Makassar", "612", "", ALL, &work)[1];
    assert!(unggul.demands[2].there.unwrap() > 500_000_000 && unggul.met() == Some(true), "{unggul:?}");
    assert_eq!(found("Pare-Pare", "612", "", ALL, &work).len(), 2);
}

#[test]
fn what_is_not_known_is_neither_met_nor_lacking() {
    let mut blank = earning(0);
    blank.statements.current.amounts.clear();
    blank.statements.current.complete = false;
    let classes = found("Bone", "", "", [Yes, Unknown, Yes], &blank);
    assert!(classes.iter().all(|class| class.met().is_none() && class.nearest().is_none()));
    let classes = found("Bone", "200", "", ALL, &blank);
    assert_eq!(classes.iter().map(Class::met).collect::<Vec<_>>(), [Some(false); 2]);
    assert_eq!(classes[1].nearest(), Some((Measure::Members, 50)));
}

#[test]
fn a_missed_meeting_breaks_the_row() {
    let row = |held| found("Bone", "600", "2000000000", held, &earning(0))[0].demands[3].there;
    assert_eq!(row([Yes, No, Yes]), Some(1));
    assert_eq!(row([No, Yes, Yes]), Some(2));
    assert_eq!(row([Yes, Yes, No]), Some(0));
    assert_eq!(row([Unknown, Yes, Yes]), None);
}

proptest! {
    /// Whoever has what is lacking meets the demand, and with one less does not.
    #[test]
    fn what_is_said_to_lack_is_what_lacks(members in 1_u64..1000, assets in 1_i64..3_000_000_000, turnover in 0_i64..5_000_000_000) {
        let classes = found("Bone", &members.to_string(), &assets.to_string(), ALL, &earning(turnover));
        for demand in classes.iter().flat_map(|class| &class.demands) {
            let (there, lack) = (demand.there.unwrap(), demand.lacking().unwrap());
            prop_assert!(there + lack >= demand.least && (lack == 0 || there + lack == demand.least));
        }
    }
}

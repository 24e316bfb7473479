//! A room of boards: put together in any order it is the same room, nobody counts twice, and no picture shows fewer than five.
#![allow(clippy::unwrap_used, missing_docs)]

#[allow(dead_code)]
mod screens;

use cermin_koperasi::calendar::Day;
use cermin_koperasi::exact::{Fraction, Range};
use cermin_koperasi::exchange::levels::{Kind, Levels, Meeting};
use cermin_koperasi::locale::Locale;
use cermin_koperasi::rulebook::{self, Reading};
use cermin_koperasi::standing::Institution;
use cermin_koperasi::workshop::{Added, LEAST, NotARoom, Room, is_room, table};
use proptest::collection::vec;
use proptest::prelude::*;

fn result(mark: u16, level: u8) -> Levels {
    let rulebook = rulebook::find("kkpkk-2021").unwrap();
    Levels {
        rulebook,
        variant: &rulebook.variants[0],
        edition: rulebook.newest_edition(),
        reading: Reading::Definition,
        kind: Some(Kind::Ksp),
        book_year: Some(2025),
        standing: None,
        meeting: None,
        mark,
        levels: vec![Range::exactly(level); 60],
    }
}

fn room(results: impl IntoIterator<Item = Levels>) -> Room {
    let mut room = Room::default();
    for one in results {
        let _ = room.add(one);
    }
    room
}

fn rooms() -> impl Strategy<Value = Room> {
    vec((0..12_u16, 1..=4_u8), 0..12).prop_map(|some| room(some.into_iter().map(|(mark, level)| result(mark, level))))
}

fn merged(one: &Room, other: &Room) -> Room {
    let mut room = one.clone();
    room.merge(other);
    room
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn rooms_merge_in_any_order_to_the_same(a in rooms(), b in rooms(), c in rooms()) {
        prop_assert_eq!(merged(&a, &b), merged(&b, &a));
        prop_assert_eq!(merged(&merged(&a, &b), &c), merged(&a, &merged(&b, &c)));
        prop_assert_eq!(merged(&a, &a), a.clone());
        prop_assert_eq!(merged(&a, &Room::default()), a);
    }

    #[test]
    fn a_saved_room_is_the_same_room(room in rooms()) {
        prop_assert!(is_room(&room.write()));
        prop_assert_eq!(Room::read(&room.write()), Ok((room, 0)));
    }

    #[test]
    fn no_picture_shows_fewer_than_five(room in rooms()) {
        prop_assert_eq!(room.picture().is_some(), room.len() >= LEAST);
    }

    #[test]
    fn every_count_of_a_picture_is_of_everybody(room in rooms()) {
        if let Some(picture) = room.picture() {
            prop_assert_eq!(picture.predicates.iter().map(|(_, many)| many).sum::<usize>(), room.len());
            prop_assert_eq!(picture.standings.iter().map(|(_, many)| many).sum::<usize>(), room.len());
            prop_assert_eq!(picture.meetings.iter().map(|(_, many)| many).sum::<usize>(), room.len());
            for one in &picture.indicators {
                prop_assert_eq!(one.at.iter().sum::<usize>() + one.open, room.len());
            }
            // What all offers together could bring is what is lost on average.
            let lost = Fraction::sum(picture.needs.offers.iter().map(|need| need.lost.low)).unwrap();
            prop_assert_eq!(lost.plus(picture.total.high).unwrap(), Fraction::whole(100));
        }
    }
}

#[test]
fn a_double_is_noticed_and_a_result_can_be_taken_back() {
    let mut room = room([result(1, 3)]);
    assert_eq!(room.add(result(1, 3)), Added::Double);
    assert_eq!(room.add(result(2, 3)), Added::New);
    assert!(room.remove(&result(2, 3).code()) && !room.remove(&result(2, 3).code()));
    assert_eq!(room.len(), 1);
}

/// Six cooperatives: three at level 4, three at level 2 but for the first indicator, which is at 1 with four and open with one.
fn six() -> Room {
    let mut all: Vec<Levels> = (0..6).map(|mark| result(mark, if mark < 3 { 4 } else { 2 })).collect();
    for one in &mut all[2..] {
        one.levels[0] = Range::exactly(1);
    }
    all[1].levels[0] = Range { low: 1, high: 4 };
    all[0].meeting = Some(Meeting::Late);
    all[1].meeting = Some(Meeting::Missed);
    all[2].meeting = Some(Meeting::OnTime);
    all[0].standing = Some(Range::exactly(Institution::TidakAktif));
    all[1].standing = Some(Range { low: Institution::TidakAktif, high: Institution::Aktif });
    room(all)
}

#[test]
fn the_picture_says_what_was_put_in() {
    let picture = six().picture().unwrap();
    let weakest = picture.weakest().next().unwrap();
    assert_eq!((weakest.indicator.id, weakest.at, weakest.open), ("A.I.1", [4, 0, 0, 1], 1));
    assert_eq!(weakest.mean, Range { low: Fraction::new(9, 6).unwrap(), high: Fraction::whole(2) });
    assert_eq!(picture.weakest().count(), 10);
    assert_eq!(picture.standings.iter().map(|(_, many)| *many).collect::<Vec<_>>(), [0, 0, 0, 1, 0, 5]);
    assert_eq!(picture.meetings.iter().map(|(_, many)| *many).collect::<Vec<_>>(), [1, 0, 1, 0, 1, 3]);
    let urgent: Vec<_> = picture.needs.urgent.iter().map(|(one, many)| (one.finding().id, *many)).collect();
    assert_eq!(urgent, [("F-TIDAK-AKTIF", 1), ("F-RAT-TERLAMBAT", 2)]);
    assert!(
        picture
            .needs
            .offers
            .windows(2)
            .all(|two| two[0].lost.low >= two[1].lost.low || two[0].lost.high >= two[1].lost.high)
    );
    assert!(picture.needs.offers.iter().all(|need| need.touched >= 3));
}

#[test]
fn a_later_room_is_compared_by_averages_only() {
    let later = room((0..8).map(|mark| result(mark, 4)));
    let change = later.since(&six()).unwrap();
    assert_eq!(change.count, [6, 8]);
    assert_eq!(change.total[1], Range::exactly(Fraction::whole(100)));
    assert_eq!((change.risen[0].indicator.id, change.risen.len(), change.fallen.len()), ("A.I.1", 5, 0));
    assert!(later.since(&room([result(1, 1)])).is_none());
}

#[test]
fn the_table_holds_the_room_and_nobody_in_it() {
    let (room, book) = (six(), rulebook::find("kkpkk-2021").unwrap());
    let text = table(&room.picture().unwrap(), book, Locale::Id);
    assert!(text.starts_with("\u{feff}Koperasi;6\r\n"));
    assert!(text.contains("A.I.1;"), "{text}");
    assert_eq!(text.lines().filter(|line| line.split(';').count() == 9).count(), 61);
    assert!(room.codes().all(|code| !text.contains(code)));
}

#[test]
fn a_broken_room_is_told_and_the_rest_counts() {
    let text = six().write();
    let code = six().codes().next().unwrap().to_owned();
    let broken = text.replacen(&code, "1234", 1);
    let (rest, many) = Room::read(&broken).unwrap();
    assert_eq!((rest.len(), many), (5, 1));
    assert_eq!(Room::read("{}"), Err(NotARoom::Foreign));
    assert_eq!(Room::read(&text[..text.len() - 3]), Err(NotARoom::Foreign));
    assert_eq!(
        Room::read(&text.replace("\"version\": 1", "\"version\": 2").replace("\"version\":1", "\"version\":2")),
        Err(NotARoom::Newer)
    );
}

#[test]
fn ten_thousand_results_make_a_picture() {
    let room = room((0..10_000_u16).map(|mark| result(mark, u8::try_from(mark % 4).unwrap() + 1)));
    let picture = room.picture().unwrap();
    assert_eq!(picture.count, 10_000);
    assert_eq!(picture.indicators[0].at, [2_500; 4]);
}

#[test]
fn a_golden_case_goes_into_a_room() {
    let cases = screens::golden();
    let all = cases.iter().map(|case| screens::filled(case, 1, Reading::Definition).work.assessment);
    let room = room(all.map(|one| Levels::of(&one, Day::new(2026, 11, 22)).unwrap()));
    assert!(room.len() >= LEAST);
    assert!(room.picture().unwrap().total.low > Fraction::whole(25));
}

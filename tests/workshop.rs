//! A room of boards: put together in any order it is the same room, nobody counts twice, no picture shows fewer than five of
//! its form, and no cell of it one or two.
#![allow(clippy::unwrap_used, missing_docs)]

#[allow(dead_code)]
mod screens;

use cermin_koperasi::calendar::Day;
use cermin_koperasi::exact::{Fraction, Range};
use cermin_koperasi::exchange::levels::{self, Kind, Levels, Meeting, Obstacle};
use cermin_koperasi::locale::Locale;
use cermin_koperasi::rulebook::{self, Citation, Index, Reading, Variant};
use cermin_koperasi::standing::Institution;
use cermin_koperasi::workshop::{Added, FEWEST_TOLD, LEAST, NotARoom, Picture, Room, Weak, is_room, table};
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
        unknown: Vec::new(),
        obstacles: Vec::new(),
    }
}

fn room(results: impl IntoIterator<Item = Levels>) -> Room {
    let mut room = Room::default();
    for one in results {
        let _ = room.add(one);
    }
    room
}

/// Collecting is declared finished.
fn finished(results: impl IntoIterator<Item = Levels>) -> Room {
    let mut room = room(results);
    room.finish();
    room
}

fn picture(results: impl IntoIterator<Item = Levels>) -> Option<Picture> {
    finished(results).pictures().into_iter().next()
}

/// Another form of the same rulebook.
fn other_form(mut levels: Levels) -> Levels {
    static OTHER: std::sync::OnceLock<&'static Variant> = std::sync::OnceLock::new();
    let first: &'static Variant = levels.variant;
    levels.variant = OTHER.get_or_init(|| {
        let citation = Citation { sources: first.citation.sources, confidence: first.citation.confidence };
        Box::leak(Box::new(Variant { id: "lain", name: "Formulir lain", citation, index: Index::default(), ..*first }))
    });
    levels
}

/// Any result at all: of one of two forms, each level settled or open, its meeting and standing said or not.
fn anybody() -> impl Strategy<Value = Levels> {
    let levels = vec((1..=4_u8, 0..6_u8), 60);
    let said = (proptest::option::of(0..5_usize), proptest::option::of(0..5_usize));
    (0..1_u16 << 15, any::<bool>(), 0..4_u8, levels, said).prop_map(
        |(mark, other, usual, levels, (meeting, standing))| {
            let mut one = result(mark, usual + 1);
            for (place, (level, kind)) in levels.into_iter().enumerate() {
                one.levels[place] = match kind {
                    0 => Range::exactly(level),
                    1 => Range { low: 1, high: 4 },
                    _ => one.levels[place],
                };
            }
            one.obstacles = Obstacle::ALL.into_iter().skip(usize::from(mark % 7)).take(usize::from(mark % 4)).collect();
            if !one.levels[0].is_settled() {
                one.unknown = vec![usize::from(mark % 2)];
            }
            one.meeting = meeting.map(|place| Meeting::ALL[place]);
            one.standing = standing.map(|place| Range::exactly(levels::STANDINGS[place]));
            if other { other_form(one) } else { one }
        },
    )
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
    fn no_picture_shows_fewer_than_five_of_its_form(all in vec(anybody(), 0..14)) {
        let room = finished(all);
        prop_assert!(room.pictures().iter().all(|picture| picture.count >= LEAST));
        for form in room.forms() {
            let has = room.pictures().iter().any(|picture| picture.variant == form.variant);
            prop_assert_eq!(has, form.shown + form.waiting >= LEAST, "{}", form.variant.id);
        }
    }

    #[test]
    fn no_picture_differs_from_the_one_before_by_fewer_than_five(batches in vec(vec(anybody(), 0..7), 1..6)) {
        let mut room = Room::default();
        let mut before: Vec<(&str, usize)> = Vec::new();
        for batch in batches {
            let codes: Vec<String> = batch.iter().map(Levels::code).collect();
            for one in batch {
                let _ = room.add(one);
            }
            room.finish();
            // Whoever takes results back, or reads the room anew from the device, learns no more.
            for code in codes {
                room.remove(&code);
            }
            room = Room::read(&room.write()).unwrap().0;
            let now: Vec<(&str, usize)> =
                room.forms().iter().filter(|form| form.shown > 0).map(|form| (form.variant.id, form.shown)).collect();
            for (id, count) in &now {
                let had = before.iter().find(|(known, _)| known == id).map_or(0, |(_, count)| *count);
                prop_assert!(count - had == 0 || count - had >= LEAST, "{had} and then {count} of {id}");
            }
            before = now;
        }
    }

    #[test]
    fn no_cell_tells_of_one_or_two(all in vec(anybody(), 0..40)) {
        let room = finished(all);
        let fits = |count: usize| count == 0 || count >= FEWEST_TOLD;
        for picture in room.pictures() {
            let told = [
                picture.predicates.cells().iter().map(|cell| cell.counts[0]).collect::<Vec<_>>(),
                picture.standings.cells().iter().map(|cell| cell.counts[0]).collect(),
                picture.meetings.cells().iter().map(|cell| cell.counts[0]).collect(),
            ];
            for counts in told.iter().chain(&picture.indicators.iter().map(levels_told).collect::<Vec<_>>()) {
                prop_assert_eq!(counts.iter().sum::<usize>(), picture.count, "everybody is in one cell");
                prop_assert!(counts.iter().all(|count| *count >= FEWEST_TOLD), "{:?}", counts);
            }
            for one in &picture.indicators {
                prop_assert!(one.low().is_none_or(fits) && one.open().is_none_or(fits));
                prop_assert!(one.open().is_none_or(|open| fits(picture.count - open)), "nor by what is missing");
            }
            let needs = picture.needs.most.iter().chain(&picture.needs.others);
            let needs = needs.map(|need| need.touched).collect::<Vec<_>>();
            prop_assert!(needs.iter().all(|touched| *touched >= FEWEST_TOLD && fits(picture.count - touched)), "{:?}", needs);
            let said = picture.doubts.iter().map(|(_, count)| *count);
            for count in said.chain(picture.obstacles.iter().map(|(_, count)| *count)) {
                prop_assert!(count >= FEWEST_TOLD && fits(picture.count - count), "{count} of {}", picture.count);
            }
            prop_assert!(picture.needs.urgent.iter().all(|(_, count)| *count >= FEWEST_TOLD));
        }
        let table = table(&room.pictures(), room.shared().as_ref(), Locale::Id);
        // Behind the id, the name and two averages, each cell of an indicator is a count.
        let rows = table.lines().filter(|line| line.split(';').count() == 9 && !line.starts_with("Kode"));
        for cell in rows.flat_map(|line| line.split(';').skip(4)).filter_map(|cell| cell.parse().ok()) {
            prop_assert!(fits(cell), "{}", table);
        }
    }

    #[test]
    fn a_comparison_tells_of_nobody_either(before in vec(anybody(), 5..30), after in vec(anybody(), 5..30)) {
        for change in finished(after).since(&finished(before)) {
            for cell in &change.predicates {
                prop_assert!(cell.counts.iter().all(|count| *count == 0 || *count >= FEWEST_TOLD), "{:?}", cell.counts);
            }
            prop_assert!(change.risen.iter().all(|one| one.mean[1].low > one.mean[0].high), "a rise where ranges overlap");
            prop_assert!(change.fallen.iter().all(|one| one.mean[1].high < one.mean[0].low));
        }
    }

    #[test]
    fn weakest_is_said_only_of_what_is_below_all_others(all in vec(anybody(), 5..20)) {
        for picture in finished(all).pictures() {
            let weakest = picture.weakest();
            let is_listed = |one: &Weak| weakest.iter().any(|known| known.indicator.id == one.indicator.id);
            for other in picture.indicators.iter().filter(|one| !is_listed(one)) {
                prop_assert!(weakest.iter().all(|one| one.mean.high < other.mean.low));
            }
            prop_assert!(weakest.len() + picture.low().len() <= 10);
            for need in &picture.needs.most {
                prop_assert!(picture.needs.others.iter().all(|other| need.lost.low > other.lost.high));
            }
        }
    }
}

/// The counts in the cells of an indicator.
fn levels_told(one: &Weak) -> Vec<usize> {
    one.levels.cells().iter().map(|cell| cell.counts[0]).collect()
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
fn six() -> Vec<Levels> {
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
    all
}

#[test]
fn the_picture_says_what_was_put_in() {
    let picture = picture(six()).unwrap();
    let first = &picture.indicators[0];
    assert_eq!((first.indicator.id, first.settled), ("A.I.1", Fraction::new(8, 5)));
    assert_eq!(first.mean, Range { low: Fraction::new(9, 6).unwrap(), high: Fraction::whole(2) });
    assert_eq!((first.low(), first.open()), (None, None), "four, but with them one at level 4");
    assert_eq!(picture.weakest().iter().map(|one| one.indicator.id).collect::<Vec<_>>(), ["A.I.1"]);
    assert_eq!(picture.low().len(), 9, "all others are alike");
    let meetings = picture.meetings.cells();
    assert_eq!(meetings.iter().map(|cell| cell.counts[0]).collect::<Vec<_>>(), [3, 3]);
    assert_eq!(meetings[0].kinds, [Some(Meeting::OnTime), Some(Meeting::Late), Some(Meeting::Missed)]);
    assert!(picture.needs.urgent.is_empty(), "what one or two are about is not told");
    let needs: Vec<_> = picture.needs.most.iter().chain(&picture.needs.others).collect();
    assert!(needs.iter().all(|need| need.touched >= 3 && !need.because.is_empty()));
    assert!(picture.needs.others.windows(2).all(|two| two[0].lost.low >= two[1].lost.low));
}

#[test]
fn what_nobody_answered_is_not_called_weak() {
    // The script of an hour: eight items of two indicators, by thirty boards; three know one of them not.
    let board = |mark: u16| {
        let mut one = result(mark, 1);
        one.levels.fill(Range { low: 1, high: 4 });
        one.levels[0] = Range::exactly(u8::try_from(mark % 3).unwrap() + 1);
        if !mark.is_multiple_of(10) {
            one.levels[1] = Range::exactly(3);
        }
        one
    };
    let picture = picture((0..30).map(board)).unwrap();
    assert!(picture.weakest().is_empty(), "nothing is below what nobody knows");
    assert_eq!(picture.low().iter().map(|one| one.indicator.id).collect::<Vec<_>>(), ["A.I.1", "A.I.2"]);
    let unknown = picture.unknown();
    assert_eq!((unknown.len(), unknown[0].1, unknown[0].0.indicator.id), (10, 30, "A.I.3"));
    let needs: Vec<_> = picture.needs.most.iter().chain(&picture.needs.others).collect();
    assert!(!needs.is_empty() && needs.iter().all(|need| need.touched > 0 && !need.lost.low.is_zero()), "{needs:?}");
    assert!(needs.iter().all(|need| need.because.iter().all(|one| ["A.I.1", "A.I.2"].contains(&one.id))));
}

#[test]
fn a_room_says_what_its_boards_do_not_know_and_what_keeps_them() {
    let board = |mark: u16| {
        let mut one = result(mark, 3);
        one.levels[0] = Range { low: 1, high: 4 };
        one.unknown = if mark < 7 { vec![1, 2] } else { vec![2] };
        one.obstacles = vec![if mark < 2 { Obstacle::Quarrel } else { Obstacle::Capital }];
        one
    };
    let picture = picture((0..12).map(board)).unwrap();
    let doubts: Vec<(&str, usize)> = picture.doubts.iter().map(|(item, count)| (item.id, *count)).collect();
    assert_eq!(doubts, [("A.I.1.c", 12), ("A.I.1.b", 7)]);
    assert_eq!(picture.obstacles, [(Obstacle::Capital, 9)], "two are not told, nor by what is missing");
}

#[test]
fn four_of_one_form_and_one_of_another_make_no_picture() {
    let four = || (0..4).map(|mark| result(mark, 3));
    let mut room = finished(four().chain([other_form(result(9, 2))]));
    assert_eq!((room.len(), room.pictures().len()), (5, 0));
    let _ = room.add(result(7, 3));
    assert!(room.pictures().is_empty(), "collecting goes on");
    assert!(room.finish());
    let pictures = room.pictures();
    assert_eq!((pictures.len(), pictures[0].count, pictures[0].variant.id), (1, 5, "ksp12"));
    let five = (10..15).map(|mark| other_form(result(mark, 2)));
    five.for_each(|one| {
        let _ = room.add(one);
    });
    room.finish();
    assert_eq!(
        room.pictures().iter().map(|one| (one.variant.id, one.count)).collect::<Vec<_>>(),
        [("lain", 6), ("ksp12", 5)]
    );
}

#[test]
fn what_is_shown_cannot_be_taken_out_again() {
    let mut room = finished((0..5).map(|mark| result(mark, 3)));
    assert!(!room.remove(&result(2, 3).code()), "the difference would be one cooperative");
    let _ = room.add(result(9, 1));
    assert!(!room.finish() && room.pictures()[0].count == 5, "one that comes late waits");
    assert!(room.remove(&result(9, 1).code()));
    (10..15).for_each(|mark| {
        let _ = room.add(result(mark, 3));
    });
    assert!(room.finish() && room.pictures()[0].count == 10);
}

#[test]
fn a_later_room_is_compared_by_averages_only() {
    let later = finished((0..8).map(|mark| result(mark, 4)));
    let change = &later.since(&finished(six()))[0];
    assert_eq!(change.count, [6, 8]);
    assert_eq!(change.total[1], Range::exactly(Fraction::whole(100)));
    assert_eq!((change.risen[0].indicator.id, change.risen.len(), change.fallen.len()), ("A.I.1", 5, 0));
    assert!(later.since(&finished([result(1, 1)])).is_empty());
    assert!(later.since(&room((0..8).map(|mark| result(mark, 1)))).is_empty(), "nor one still being collected");
}

#[test]
fn the_table_holds_the_room_and_nobody_in_it() {
    let room = finished(six());
    let text = table(&room.pictures(), room.shared().as_ref(), Locale::Id);
    assert!(text.starts_with("\u{feff}Koperasi;6\r\n"));
    assert!(text.contains(";1,5;2,0;<;0;0;<;<\r\n"), "{text}");
    assert_eq!(text.lines().filter(|line| line.split(';').count() == 9).count(), 61);
    assert!(room.codes().all(|code| !text.contains(code)));
}

#[test]
fn a_broken_room_is_told_and_the_rest_counts() {
    let text = room(six()).write();
    let code = room(six()).codes().next().unwrap().to_owned();
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
    let picture = picture((0..10_000_u16).map(|mark| result(mark, u8::try_from(mark % 4).unwrap() + 1))).unwrap();
    assert_eq!(picture.count, 10_000);
    assert_eq!(levels_told(&picture.indicators[0]), [2_500; 4]);
}

#[test]
fn a_golden_case_goes_into_a_room() {
    let cases = screens::golden();
    let all = cases.iter().map(|case| screens::filled(case, 1, Reading::Definition).work.assessment);
    let all = all.map(|one| Levels::of(&one, Day::new(2026, 11, 22)).unwrap());
    assert!(picture(all).unwrap().total.low > Fraction::whole(25));
}

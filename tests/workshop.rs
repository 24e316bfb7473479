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
use std::fmt::Write as _;

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
    assert_eq!((first.indicator.id, first.settled), ("A.I.1", None));
    assert_eq!(
        first.mean,
        Range { low: Fraction::ONE, high: Fraction::whole(4) },
        "a nearer average tells who has not answered"
    );
    assert_eq!((first.low(), first.open()), (None, None), "four, but with them one at level 4");
    assert!(picture.weakest().is_empty());
    assert_eq!(picture.low().len(), 10, "all others are alike");
    let meetings = picture.meetings.cells();
    assert_eq!(meetings.iter().map(|cell| cell.counts[0]).collect::<Vec<_>>(), [3, 3]);
    assert_eq!(meetings[0].kinds, Meeting::ALL.map(Some), "also those that did not occur");
    assert!(picture.needs.urgent.is_empty(), "what one or two are about is not told");
    let needs: Vec<_> = picture.needs.most.iter().chain(&picture.needs.others).collect();
    assert!(needs.iter().all(|need| need.touched >= 3 && !need.because.is_empty()));
    assert!(picture.needs.others.windows(2).all(|two| two[0].lost.low >= two[1].lost.low));
}

/// Everything that the picture of a room tells: its numbers, its lists in their order, its table.
fn published(room: &Room) -> String {
    let mut all = table(&room.pictures(), room.shared().as_ref(), Locale::Id);
    for picture in room.pictures() {
        let ids = |list: Vec<&Weak>| list.iter().map(|one| one.indicator.id).collect::<Vec<_>>();
        let needs = picture.needs.most.iter().chain(&picture.needs.others);
        let needs =
            needs.map(|need| (need.offer, need.lost, need.touched, need.because.iter().map(|one| one.id).collect()));
        let unknown = picture.unknown().into_iter().map(|(one, open)| (one.indicator.id, open));
        let told = (
            (picture.count, picture.total, picture.unlike),
            picture.aspects.iter().map(|(aspect, mean)| (aspect.id, *mean)).collect::<Vec<_>>(),
            picture.predicates.cells().iter().map(|cell| (cell.kinds.len(), cell.counts)).collect::<Vec<_>>(),
            (picture.standings.cells(), picture.meetings.cells()),
            (ids(picture.weakest()), ids(picture.low()), unknown.collect::<Vec<_>>()),
            needs.collect::<Vec<(_, _, _, Vec<_>)>>(),
            picture.needs.urgent.iter().map(|(_, count)| *count).collect::<Vec<_>>(),
            picture.doubts.iter().map(|(item, count)| (item.id, *count)).collect::<Vec<_>>(),
            &picture.obstacles,
        );
        write!(all, "{told:?}").expect("a text takes everything");
        for one in &picture.indicators {
            let told = (one.mean, one.settled, one.low(), one.open(), one.levels.cells());
            write!(all, "{told:?}").expect("a text takes everything");
        }
    }
    all
}

/// All ways in which so many boards share so many kinds.
fn compositions(count: usize, kinds: usize) -> Vec<Vec<usize>> {
    if kinds == 1 {
        return vec![vec![count]];
    }
    let rest =
        |first: usize| compositions(count - first, kinds - 1).into_iter().map(move |rest| [vec![first], rest].concat());
    (0..=count).flat_map(rest).collect()
}

/// Which kind each board of a table is of.
fn spread(table: &[usize]) -> impl Iterator<Item = usize> + '_ {
    table.iter().enumerate().flat_map(|(kind, count)| std::iter::repeat_n(kind, *count))
}

/// Of every table that has a cell of one or two, another one must look the same from outside.
fn assert_never_alone(count: usize, kinds: usize, boards: impl Fn(&[usize]) -> Vec<Levels>) {
    let mut by: std::collections::BTreeMap<String, Vec<Vec<usize>>> = std::collections::BTreeMap::new();
    for table in compositions(count, kinds) {
        by.entry(published(&finished(boards(&table)))).or_default().push(table);
    }
    for alike in by.values() {
        let few = alike[0].iter().any(|count| (1..FEWEST_TOLD).contains(count));
        assert!(alike.len() > 1 || !few, "only {:?} looks like this", alike[0]);
    }
}

#[test]
fn whoever_knows_all_else_still_cannot_tell_the_levels_of_a_few() {
    for count in 5..=8 {
        assert_never_alone(count, 5, |table| {
            let level = |kind| {
                if kind < 4 { Range::exactly(u8::try_from(kind).unwrap() + 1) } else { Range { low: 1, high: 4 } }
            };
            let board = |(mark, kind)| {
                let mut one = result(mark, 4);
                one.levels[3] = level(kind);
                one
            };
            (0..).zip(spread(table)).map(board).collect()
        });
    }
}

#[test]
fn nor_how_the_meetings_of_a_few_went_or_where_they_stand() {
    for count in 5..=6 {
        assert_never_alone(count, Meeting::ALL.len() + 1, |table| {
            let board =
                |(mark, kind): (u16, usize)| Levels { meeting: Meeting::ALL.get(kind).copied(), ..result(mark, 3) };
            (0..).zip(spread(table)).map(board).collect()
        });
        assert_never_alone(count, levels::STANDINGS.len() + 1, |table| {
            let standing = |kind: usize| levels::STANDINGS.get(kind).copied().map(Range::exactly);
            let board = |(mark, kind): (u16, usize)| Levels { standing: standing(kind), ..result(mark, 3) };
            (0..).zip(spread(table)).map(board).collect()
        });
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn in_any_room_the_levels_of_a_few_may_as_well_be_others(
        all in vec(anybody(), 5..=12), place in 0..60_usize,
    ) {
        // One form, each by its own mark, or some would be taken for one.
        let mut all = all;
        for (mark, one) in (0..).zip(&mut all) {
            (one.variant, one.mark, one.unknown) = (&one.rulebook.variants[0], mark, Vec::new());
        }
        let of = |all: &[Levels]| [Some(1), Some(2), Some(3), Some(4), None].map(|kind| {
            all.iter().filter(|one| one.levels[place].is_settled().then_some(one.levels[place].low) == kind).count()
        });
        // What the picture tells of this indicator; what all numbers together tell is tried above, table by table.
        let told = |all: &[Levels]| {
            let picture = picture(all.to_vec()).unwrap();
            let one = &picture.indicators[place];
            format!("{:?}", (one.mean, one.settled, one.low(), one.open(), one.levels.cells()))
        };
        let before = (of(&all), told(&all));
        if before.0.iter().any(|count| (1..FEWEST_TOLD).contains(count)) {
            let is_alike = |other: &[Levels]| of(other) != before.0 && told(other) == before.1;
            let near = |(board, level): (usize, u8)| {
                let mut other = all.clone();
                other[board].levels[place] = Range::exactly(level);
                is_alike(&other)
            };
            let far = |table: Vec<usize>| {
                let mut other = all.clone();
                for (one, kind) in other.iter_mut().zip(spread(&table)) {
                    one.levels[place] = [1, 2, 3, 4].get(kind).map_or(Range { low: 1, high: 4 }, |level| Range::exactly(*level));
                }
                is_alike(&other)
            };
            let mut others = (0..all.len()).flat_map(|board| (1..=4).map(move |level| (board, level)));
            let is_hidden = others.any(near) || compositions(all.len(), 5).into_iter().any(far);
            prop_assert!(is_hidden, "only {:?} looks like this", before.0);
        }
    }
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

/// What keeps boards has nothing to do with their form, so it is put together. Whoever saw the picture of one form before learns of
/// the other only what its own would tell.
#[test]
fn obstacles_of_several_forms_are_told_together_and_give_no_few_away() {
    for (one, other) in (0..=6).flat_map(|one| (0..=6).map(move |other| (one, other))) {
        let board = |mark: u16, named: u16| {
            let obstacles = if mark % 20 < named { vec![Obstacle::Capital] } else { vec![Obstacle::Quarrel] };
            Levels { obstacles, ..result(mark, 3) }
        };
        let mut room = finished((0..6).map(|mark| board(mark, one)));
        let count = |named: &[(Obstacle, usize)]| {
            named.iter().find(|(one, _)| *one == Obstacle::Capital).map_or(0, |(_, count)| *count)
        };
        let before = count(&room.pictures()[0].obstacles);
        for mark in 20..26 {
            let _ = room.add(other_form(board(mark, other)));
        }
        assert!(room.shared().is_none() && room.finish());
        let shared = room.shared().unwrap();
        let both = count(&shared.obstacles);
        let of_other = both - before;
        assert!(both <= usize::from(one + other), "at least so many");
        assert!(of_other == 0 || of_other >= FEWEST_TOLD && (6 - of_other == 0 || 6 - of_other >= FEWEST_TOLD));
        if one % 3 == 0 && other % 3 == 0 {
            assert_eq!(both, usize::from(one + other));
        }
        assert!(shared.obstacles.windows(2).all(|two| two[0].1 >= two[1].1), "the most frequent first");
    }
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

/// Saved, emptied and opened again, a room still knows what its picture showed: one more result would be the difference.
#[test]
fn who_comes_late_waits_also_in_a_room_that_was_opened_again() {
    let mut shown = finished((0..6).map(|mark| result(mark, 3)));
    (shown.name, shown.day) = ("Bantul".into(), "2026-11-22".into());
    let file = Room::read(&shown.write()).unwrap().0;
    let reopened = |waiting: Vec<Levels>| {
        let mut room = room(waiting);
        room.merge(&file);
        room.recall(&file);
        room
    };
    assert_eq!(reopened(Vec::new()), shown);
    for early in [vec![], vec![result(20, 1)], vec![result(1, 3), result(20, 1)]] {
        let mut room = reopened(early);
        let _ = room.add(result(20, 1));
        assert!(!room.finish() && room.pictures()[0].count == 6 && room.name == "Bantul", "one waits");
        (21..25).for_each(|mark| {
            let _ = room.add(result(mark, 1));
        });
        assert!(room.finish() && room.pictures()[0].count == 11, "five do not");
    }
    // Where another picture is shown already, one more of the file would be told from it.
    let mut other = finished((1..6).map(|mark| result(mark, 3)));
    other.merge(&file);
    other.recall(&file);
    assert_eq!(other.pictures()[0].count, 5);
    // Taken in by mistake, it goes out again as a whole.
    let mut emptied = reopened(vec![result(20, 1)]);
    emptied.withdraw(&shown.codes().map(str::to_owned).collect::<Vec<_>>());
    assert_eq!(emptied.len(), 1);
    emptied.withdraw(&[result(20, 1).code()]);
    assert!(emptied.is_empty());
}

#[test]
fn rooms_that_differ_by_a_few_are_not_compared() {
    let earlier = || finished((0..8).map(|mark| result(mark, 3)));
    for (changed, new, is_compared) in
        [(0, 0, false), (1, 0, false), (0, 4, false), (4, 0, false), (5, 0, true), (0, 5, true)]
    {
        let level = |mark| if mark < changed { 4 } else { 3 };
        let mut later: Vec<Levels> = (0..8 + new).map(|mark| result(mark, level(mark))).collect();
        // What a comparison does not see makes nobody another board.
        for one in &mut later {
            one.obstacles = vec![Obstacle::Capital];
        }
        let later = finished(later);
        assert_eq!(later.since(&earlier()).len(), usize::from(is_compared), "{changed} changed, {new} new");
        assert_eq!(later.is_too_like(&earlier()), !is_compared);
    }
    let strangers = finished((20..25).map(|mark| result(mark, 3)));
    assert!(strangers.since(&earlier()).len() == 1 && !strangers.is_too_like(&earlier()));
    assert!(!room([]).is_too_like(&earlier()), "nothing is shown");
}

#[test]
fn a_later_room_is_compared_by_averages_only() {
    let later = finished((0..8).map(|mark| result(mark, 4)));
    let change = &later.since(&finished(six()))[0];
    assert_eq!(change.count, [6, 8]);
    assert_eq!(change.total[1], Range::exactly(Fraction::whole(100)));
    assert_eq!((change.risen[0].indicator.id, change.risen.len(), change.fallen.len()), ("A.I.2", 5, 0));
    assert!(later.since(&finished([result(1, 1)])).is_empty());
    assert!(later.since(&room((0..8).map(|mark| result(mark, 1)))).is_empty(), "nor one still being collected");
}

#[test]
fn the_table_holds_the_room_and_nobody_in_it() {
    let room = finished(six());
    let text = table(&room.pictures(), room.shared().as_ref(), Locale::Id);
    assert!(text.starts_with("\u{feff}Koperasi;6\r\n"));
    assert!(text.contains(";1,0;4,0;<;<;<;<;<\r\n"), "{text}");
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

//! The levels code: what goes in comes out, a slip of the hand is found and its group named, and nothing makes it panic.
#![allow(clippy::unwrap_used, missing_docs)]

#[allow(dead_code)]
mod screens;

use cermin_koperasi::assessment::{Answer, Assessment, Task};
use cermin_koperasi::calendar::Day;
use cermin_koperasi::exact::Range;
use cermin_koperasi::exchange::levels::{
    FILE_LONGEST, Fault, Kind, Levels, Meeting, Obstacle, RoomMark, read, read_file,
};
use cermin_koperasi::exchange::{check_code, json, qr, save};
use cermin_koperasi::rulebook::{self, Reading, Rulebook};
use cermin_koperasi::scoring;
use cermin_koperasi::standing::Institution;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

const SYMBOLS: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

fn book() -> &'static Rulebook {
    rulebook::find("kkpkk-2021").unwrap()
}

fn standings() -> impl Strategy<Value = Range<Institution>> {
    use Institution::{Aktif, AktifPerluPembinaan, Baru, DalamPenyelesaian, TidakAktif};
    let all = vec![Aktif, Baru, AktifPerluPembinaan, TidakAktif, DalamPenyelesaian];
    (select(all.clone()), select(all)).prop_map(|(one, other)| Range { low: one.max(other), high: one.min(other) })
}

fn ranges(open: bool) -> impl Strategy<Value = Range<u8>> {
    (1..=4_u8, 1..=4_u8).prop_map(move |(one, other)| {
        if open { Range { low: one.min(other), high: one.max(other) } } else { Range::exactly(one) }
    })
}

fn results() -> impl Strategy<Value = Levels> {
    let said = (
        option::of(select(Kind::ALL.to_vec())),
        option::of(2001..=2127_u16),
        option::of(standings()),
        option::of(select(Meeting::ALL.to_vec())),
    );
    let counted = (0..book().editions.len(), any::<bool>(), 0..1_u16 << 15);
    let levels = any::<bool>().prop_flat_map(|open| vec(ranges(open), 60));
    let more = (any::<bool>(), vec(0..10_u8, 145), proptest::sample::subsequence(Obstacle::ALL.to_vec(), 0..=3));
    (said, counted, levels, more).prop_map(
        |(said, (edition, worksheet, mark), levels, (says_more, doubts, obstacles))| {
            let (kind, book_year, standing, meeting) = said;
            let open = book().variants[0]
                .indicators()
                .zip(&levels)
                .flat_map(|((_, indicator), level)| indicator.items().iter().map(|_| !level.is_settled()));
            let is_unknown = |(place, (open, doubt)): (usize, (bool, &u8))| (open && *doubt == 0).then_some(place);
            let unknown: Vec<usize> = open.zip(&doubts).enumerate().filter_map(is_unknown).collect();
            Levels {
                unknown: if says_more { unknown } else { Vec::new() },
                obstacles: if says_more { obstacles } else { Vec::new() },
                rulebook: book(),
                variant: &book().variants[0],
                edition,
                reading: if worksheet { Reading::Worksheet } else { Reading::Definition },
                kind,
                book_year,
                standing,
                meeting,
                mark,
                levels,
            }
        },
    )
}

fn replaced(code: &str, place: usize, sign: char) -> String {
    code.chars().enumerate().map(|(at, old)| if at == place { sign } else { old }).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_goes_in_comes_out(levels in results()) {
        let open = levels.levels.iter().any(|level| !level.is_settled());
        let count = levels.typed().len();
        let plain = levels.unknown.is_empty() && levels.obstacles.is_empty();
        prop_assert_eq!(levels.code().starts_with('1'), plain, "what says no more is read by earlier builds too");
        let least = if open { 6 } else { 4 };
        prop_assert!(if plain { count == least } else { (least..=10).contains(&count) }, "{} groups", count);
        prop_assert!(levels.typed().iter().all(|group| group.len() == 14));
        prop_assert_eq!(read(&levels.code()), Ok(levels.clone()));
        prop_assert_eq!(read(&levels.qr_text()), Ok(levels.clone()));
        prop_assert_eq!(read(&levels.typed().join("\n").to_lowercase()), Ok(levels.clone()));
        let sloppy = levels.typed().join("  ").replace('0', "o").replace('1', "l");
        prop_assert_eq!(read(&sloppy), Ok(levels.clone()));
        prop_assert!(levels.file().len() < FILE_LONGEST);
        prop_assert_eq!(read_file(&levels.file().replace('\n', "\r\n")), Ok(levels));
    }

    #[test]
    fn every_single_typo_is_found_and_its_group_named(levels in results()) {
        let code = levels.code();
        for place in 0..code.len() {
            let old = code.as_bytes()[place] as char;
            for sign in SYMBOLS.chars().filter(|sign| *sign != old) {
                let group = place / 12 + 1;
                let fault = read(&replaced(&code, place, sign)).unwrap_err();
                prop_assert!(matches!(fault, Fault::Typo { group: told } | Fault::Place { group: told, .. } if told == group), "{fault:?}");
            }
        }
    }

    #[test]
    fn every_swap_of_neighbours_is_found(levels in results()) {
        let code = levels.code();
        for place in 0..code.len() - 1 {
            let mut signs: Vec<char> = code.chars().collect();
            signs.swap(place, place + 1);
            let swapped: String = signs.into_iter().collect();
            if swapped != code {
                prop_assert!(read(&swapped).is_err(), "{}", place);
            }
        }
    }

    #[test]
    fn a_lost_or_doubled_symbol_is_found(levels in results(), place in 0..48_usize) {
        let code = levels.code();
        let (before, after) = code.split_at(place);
        prop_assert!(read(&[before, &after[1..]].concat()).is_err());
        prop_assert!(read(&[before, &after[..1], after].concat()).is_err());
    }

    #[test]
    fn groups_in_another_order_are_told(levels in results()) {
        let mut groups = levels.typed();
        groups.swap(1, 2);
        prop_assert_eq!(read(&groups.join(" ")), Err(Fault::Place { group: 2, belongs: 3 }));
        let mut fewer = levels.typed();
        let need = fewer.len();
        fewer.pop();
        prop_assert_eq!(read(&fewer.join(" ")), Err(Fault::Incomplete { have: need - 1, need }));
    }

    #[test]
    fn groups_of_two_codes_are_not_mixed(one in results(), other in results()) {
        let (mut groups, foreign) = (one.typed(), other.typed());
        if groups[2] != foreign[2] {
            groups[2].clone_from(&foreign[2]);
            prop_assert_eq!(read(&groups.join(" ")), Err(Fault::Mixed));
        }
    }

    #[test]
    fn anything_at_all_is_read_or_refused(text in ".{0,1200}", bytes in vec(any::<u8>(), 0..300)) {
        let _ = read(&text);
        let _ = read_file(&text);
        prop_assert!(read_file(&String::from_utf8_lossy(&bytes)).is_err());
    }

    #[test]
    fn random_symbols_are_refused(places in vec(0..32_usize, 48..=72)) {
        let text: String = places.iter().map(|place| SYMBOLS.as_bytes()[*place] as char).collect();
        prop_assert!(read(&text).is_err());
    }

    #[test]
    fn a_picture_is_read_by_somebody_elses_decoder(levels in results()) {
        let text = levels.qr_text();
        let picture = qr::picture(&text).unwrap();
        prop_assert!(picture.size <= 41, "version 6 has 41 modules a side");
        prop_assert_eq!(decoded(&picture), text);
    }
}

/// Draws the path four pixels a module and reads it with rqrr.
fn decoded(picture: &qr::Picture) -> String {
    let side = (picture.size + 2 * qr::QUIET) as usize * 4;
    let mut dark = vec![false; side * side];
    for run in picture.path.split('M').skip(1) {
        let (at, rest) = run.split_once('h').unwrap();
        let (left, top) = at.split_once(' ').unwrap();
        let (left, top): (usize, usize) = (left.parse().unwrap(), top.parse().unwrap());
        let width: usize = rest.split_once('v').unwrap().0.parse().unwrap();
        for row in top * 4..top * 4 + 4 {
            dark[row * side + left * 4..row * side + (left + width) * 4].fill(true);
        }
    }
    let shade = |x: usize, y: usize| if dark[y * side + x] { 0 } else { 255 };
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(side, side, shade);
    let grids = image.detect_grids();
    grids[0].decode().unwrap().1
}

/// The samples of the workshop, with the page's own kind of invention.
fn sample(text: &str) -> Assessment {
    save::read(text).unwrap().assessment
}

#[test]
fn a_code_scores_as_the_board_s_own_report() {
    let samples = [
        include_str!("../src/page/samples/rat-terlambat.json"),
        include_str!("../src/page/samples/kredit-macet.json"),
        include_str!("../src/page/samples/mati-suri.json"),
        include_str!("../src/page/samples/kdmp-baru.json"),
        include_str!("../src/page/samples/banyak-belum-tahu.json"),
    ];
    let cases = screens::golden()
        .iter()
        .map(|case| screens::filled(case, 1, Reading::Definition).work.assessment)
        .collect::<Vec<_>>();
    for assessment in samples.into_iter().map(sample).chain(cases) {
        let levels = read(&Levels::of(&assessment, Day::new(2026, 11, 22)).unwrap().code()).unwrap();
        let report = scoring::assess(&assessment);
        assert_eq!(levels.total(), report.total);
        assert_eq!(levels.aspects(), report.aspects.iter().map(|aspect| aspect.score).collect::<Vec<_>>());
        assert_eq!(levels.predicate(), report.settled_predicate());
    }
}

#[test]
fn a_code_says_nothing_of_name_and_amounts() {
    let mut assessment = sample(include_str!("../src/page/samples/rat-terlambat.json"));
    let code = |assessment: &Assessment| Levels::of(assessment, Day::new(2026, 11, 22)).unwrap().code();
    let before = code(&assessment);
    assessment.profile.name = Some("Koperasi Lain".into());
    assessment.profile.members = Some(17);
    assessment.rat.set("names.regency", "Bantul").unwrap();
    assert_eq!(code(&assessment), before);
}

#[test]
fn a_code_says_nothing_of_who_does_what() {
    let mut assessment = sample(include_str!("../src/page/samples/rat-terlambat.json"));
    let told = |ours: &Assessment| {
        let levels = Levels::of(ours, Day::new(2026, 11, 22)).unwrap();
        (levels.code(), levels.file(), check_code::of(ours))
    };
    let before = told(&assessment);
    assessment.agree("A.I.7", Task { who: "Seseorang Bernama".into(), until: "2026-12-31".into() });
    assert!(save::write(&assessment, &json::Map::new()).contains("Seseorang Bernama"), "it stands in the work itself");
    assert_eq!(told(&assessment), before);
}

#[test]
fn a_mark_parts_equal_answers_and_an_invented_one_is_told() {
    let assessment = sample(include_str!("../src/page/samples/rat-terlambat.json"));
    let levels = Levels::of(&assessment, Day::new(2026, 11, 22)).unwrap();
    let [one, other] = [4711, 17].map(|chance| levels.clone().marked(RoomMark::drawn(chance)));
    assert_ne!(one.code(), other.code());
    assert_eq!(one, levels.clone().marked(RoomMark::drawn(4711 + (1 << 15))), "fifteen bits travel");
    assert!(levels.was_of(&assessment), "what earlier builds made of a sample is known");
    assert!(!one.was_of(&assessment));
    let mut lighter = levels.clone();
    lighter.levels[0] = Range::exactly(if lighter.levels[0].low == 1 { 2 } else { 1 });
    assert!(!lighter.was_of(&assessment), "the mark alone is not enough");
    let told = read(&levels.marked(RoomMark::Invented).code()).unwrap();
    assert!(told.is_invented() && !one.is_invented());
}

#[test]
fn an_old_code_is_read_as_ever() {
    // Written by a build of November 2026: six groups, its mark the start of the check code.
    let old = include_str!("levels/old-code.txt");
    let levels = read_file(old).unwrap();
    assert_eq!(levels.file(), old);
    assert!(levels.was_of(&sample(include_str!("../src/page/samples/banyak-belum-tahu.json"))));
}

#[test]
fn what_is_not_known_and_obstacles_are_carried() {
    let mut assessment = Assessment::new(book(), &book().variants[0]);
    let items: Vec<&str> = book().variants[0].items().map(|(_, item)| item.id).collect();
    for item in [items[0], items[7], items[144]] {
        assessment.answers.insert(item, Answer::Unknown);
    }
    assessment.answers.insert(items[1], Answer::Yes);
    let mut levels = Levels::of(&assessment, None).unwrap();
    assert_eq!(levels.unknown, [0, 7, 144], "what was said, not what was never asked");
    levels.obstacles = vec![Obstacle::RatCost, Obstacle::NoBookkeeper, Obstacle::Other];
    levels.mark = 4711;
    assert_eq!((levels.typed().len(), read(&levels.code())), (7, Ok(levels.clone())));
    assert_eq!(levels.file(), include_str!("levels/code-2.txt"), "version 2 as first written, in November 2026");
    // A whole form answered *belum tahu* fits ten groups and a picture.
    assessment.answers.extend(items.iter().map(|item| ((*item).to_owned(), Answer::Unknown)));
    let all = Levels { obstacles: levels.obstacles.clone(), ..Levels::of(&assessment, None).unwrap() };
    assert_eq!((all.unknown.len(), all.typed().len(), read(&all.qr_text())), (145, 10, Ok(all.clone())));
    assert!(qr::picture(&all.qr_text()).is_some());
    levels.obstacles = Obstacle::ALL[..4].to_vec();
    assert_eq!(read(&levels.code()), Err(Fault::Mixed), "three at most");
}

#[test]
fn what_is_said_of_the_rat_is_carried() {
    let mut assessment = Assessment::new(book(), &book().variants[0]);
    let today = Day::new(2026, 11, 22);
    assert_eq!(Levels::of(&assessment, today).unwrap().meeting, None);
    for (field, text) in [
        ("level", "primary"),
        ("established", "2014-03-02"),
        ("business", "yes"),
        ("history.0.year", "2025"),
        ("history.0.held", "yes"),
        ("history.0.heldOn", "2026-08-01"),
    ] {
        assessment.rat.set(field, text).unwrap();
    }
    let levels = Levels::of(&assessment, today).unwrap();
    assert_eq!(levels.meeting, Some(Meeting::Late));
    let standing = levels.standing.as_ref().unwrap();
    assert!(standing.low >= standing.high);
    assessment.rat.set("history.0.heldOn", "").unwrap();
    assessment.rat.set("history.0.held", "no").unwrap();
    assert_eq!(Levels::of(&assessment, today).unwrap().meeting, Some(Meeting::Missed));
}

#[test]
fn refusals_are_told_apart() {
    let levels = Levels::of(&Assessment::new(book(), &book().variants[0]), None).unwrap();
    let code = levels.code();
    assert_eq!(read(" - \n"), Err(Fault::Empty));
    assert_eq!(read(&"0".repeat(2_000)), Err(Fault::TooLong));
    assert_eq!(read(&replaced(&code, 14, 'u')), Err(Fault::Sign { group: 2, sign: 'U' }));
    assert_eq!(read(&code[..30]), Err(Fault::Short { group: 3, have: 6 }));
    assert_eq!(read(&code[..3]), Err(Fault::Short { group: 1, have: 3 }));
    assert_eq!(read(&(code.clone() + &code[..12])), Err(Fault::Place { group: 7, belongs: 1 }));
    assert_eq!(read(&(code.clone() + "234")), Err(Fault::TooMany { have: 7, need: 6 }));
    assert_eq!(
        read_file(&save::write(&Assessment::new(book(), &book().variants[0]), &json::Map::default())),
        Err(Fault::SaveFile)
    );
    assert_eq!(read_file("{\"a\": 1}"), Err(Fault::Foreign));
    assert_eq!(read_file("Nama;Nilai\r\nAnu;80"), Err(Fault::Foreign));
    assert_eq!(read_file(&levels.file()[..40]), Err(Fault::Short { group: 2, have: 4 }));
}

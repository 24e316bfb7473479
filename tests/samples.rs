//! The invented cooperatives: their books hold, their totals are what we say, and what a class should find is there.
#![allow(clippy::unwrap_used, missing_docs)]

#[path = "../src/page/workshop/samples/stories.rs"]
mod told;

use cermin_koperasi::assessment::{Amount, Answer, Assessment};
use cermin_koperasi::calendar::Day;
use cermin_koperasi::exact::{Fraction, Range};
use cermin_koperasi::exchange::levels::{Levels, Meeting, RoomMark};
use cermin_koperasi::exchange::save;
use cermin_koperasi::locale::Locale;
use cermin_koperasi::money::{Places, Rupiah, decimal, percent};
use cermin_koperasi::rulebook::Reading::{self, Definition, Worksheet};
use cermin_koperasi::rulebook::Year;
use cermin_koperasi::scoring::{self, Figures, Report};

const FILES: [(&str, &str); 7] = [
    ("contoh", include_str!("../src/page/samples/contoh.json")),
    ("rat-terlambat", include_str!("../src/page/samples/rat-terlambat.json")),
    ("kredit-macet", include_str!("../src/page/samples/kredit-macet.json")),
    ("mati-suri", include_str!("../src/page/samples/mati-suri.json")),
    ("warung-bersama", include_str!("../src/page/samples/warung-bersama.json")),
    ("kdmp-baru", include_str!("../src/page/samples/kdmp-baru.json")),
    ("banyak-belum-tahu", include_str!("../src/page/samples/banyak-belum-tahu.json")),
];

const BAD_LOANS: [&str; 3] = ["pembiayaan_kurang_lancar", "pembiayaan_diragukan", "pembiayaan_macet"];

/// Points of the aspects A to D, low and high.
type Points = [(i64, i64); 4];

fn stories() -> Vec<told::Sample> {
    told::read(include_str!("../src/page/samples/stories.toml")).sample
}

fn assessment(id: &str) -> Assessment {
    let (_, text) = FILES.into_iter().find(|(name, _)| *name == id).unwrap();
    save::read(text).unwrap().assessment
}

fn all() -> impl Iterator<Item = (&'static str, Assessment)> {
    FILES.into_iter().map(|(id, _)| (id, assessment(id)))
}

fn report(assessment: &Assessment, edition: &str, reading: Reading) -> Report {
    let edition = assessment.rulebook.edition_index(edition).unwrap();
    scoring::assess(&assessment.counted(edition, reading))
}

/// The total these points give: each aspect's share of its maximum, times its weight.
fn total(points: Points) -> Range<Fraction> {
    let weights = [(30, 68), (15, 84), (40, 72), (15, 16)];
    let end = |of: fn((i64, i64)) -> i64| {
        let parts = points.into_iter().zip(weights);
        Fraction::sum(parts.map(|(points, (weight, most))| Fraction::new((of(points) * weight).into(), most).unwrap()))
            .unwrap()
    };
    Range { low: end(|points| points.0), high: end(|points| points.1) }
}

fn predicates(report: &Report) -> (&'static str, &'static str) {
    (report.predicate.low.unwrap().id, report.predicate.high.unwrap().id)
}

fn points(report: &Report, indicator: &str) -> (Fraction, Fraction) {
    let score = report.indicator(indicator).unwrap().score;
    (score.low, score.high)
}

fn settled(value: i64) -> (Fraction, Fraction) {
    (Fraction::whole(value), Fraction::whole(value))
}

fn rupiah(assessment: &Assessment, reading: Reading, id: &str, year: Year) -> Fraction {
    Figures::new(assessment).reading(reading).named(id, year).known().unwrap_or_else(|| panic!("{id} is not known"))
}

/// The findings of a sample hold these fragments, as each language writes them.
fn told(id: &str, fragment: impl Fn(Locale) -> String) {
    let sample = stories().into_iter().find(|sample| sample.id == id).unwrap();
    for locale in Locale::ALL.iter().copied() {
        let find = sample.text[locale.code()].find.join("\n");
        let fragment = fragment(locale);
        assert!(find.contains(&fragment), "{id} ({}): {fragment} is not among the findings", locale.code());
    }
}

fn told_points(id: &str, value: Fraction) {
    told(id, |locale| decimal(value, Places::Exactly(2), locale));
}

fn told_rupiah(id: &str, value: Fraction) {
    assert_eq!(value.denominator(), 1);
    told(id, |locale| Rupiah::new(i64::try_from(value.numerator()).unwrap()).unwrap().print(locale));
}

fn told_range(id: &str, report: &Report) {
    told_points(id, report.total.low);
    told_points(id, report.total.high);
}

#[test]
fn every_file_opens_without_a_remark_and_says_it_is_invented() {
    for (id, text) in FILES {
        let opened = save::read(text).unwrap();
        assert!(opened.notices.is_empty() && opened.kept.keys().eq(["roomMark"]), "{id}");
        assert_eq!(RoomMark::of(&opened.kept), Some(RoomMark::Invented), "{id}");
        let profile = &opened.assessment.profile;
        assert!(profile.name.as_ref().unwrap().contains("Contoh"), "{id}");
        assert!(profile.kind.is_some() && profile.level.is_some() && profile.members.is_some(), "{id}");
        assert_eq!(profile.book_year_end.as_deref(), Some("2025-12-31"), "{id}");
    }
}

#[test]
fn every_item_has_an_answer_and_an_amount_is_zero_only_where_a_part_is() {
    for (id, assessment) in all() {
        assert!(assessment.variant.items().all(|(_, item)| assessment.answers.contains_key(item.id)), "{id}");
        for year in Year::BOTH {
            for (account, amount) in assessment.statements.year(year).amounts.iter() {
                let Amount::Known(rupiah) = *amount else { continue };
                let said = id == "kdmp-baru" && (year == Year::Prior || BAD_LOANS.contains(&account));
                assert_eq!(rupiah == Rupiah::ZERO, said, "{id} {account}");
            }
        }
    }
}

#[test]
fn the_books_balance_and_the_check_finds_nothing() {
    for (id, mut assessment) in all() {
        assert_eq!(scoring::assess(&assessment).books, [], "{id} as it is");
        for year in Year::BOTH {
            assessment.statements.year_mut(year).complete = true;
            let figure = |name| rupiah(&assessment, Definition, name, year);
            assert_eq!(figure("total_aktiva"), figure("total_pasiva"), "{id} {year:?}");
            assert_eq!(figure("shu_periode_berjalan"), figure("shu_setelah_pajak"), "{id} {year:?}");
        }
        assert_eq!(scoring::assess(&assessment).books, [], "{id} with both years complete");
    }
}

#[test]
fn only_what_is_meant_to_be_open_is_open() {
    for (id, assessment) in all() {
        let unknown = assessment.answers.values().filter(|answer| **answer == Answer::Unknown).count();
        let amounts = Year::BOTH.into_iter().flat_map(|year| assessment.statements.year(year).amounts.values());
        let unknown = (unknown, amounts.filter(|amount| **amount == Amount::Unknown).count());
        let complete = (assessment.statements.current.complete, assessment.statements.prior.complete);
        let expected = match id {
            "kdmp-baru" => ((19, 0), (true, true)),
            "banyak-belum-tahu" => ((79, 3), (true, false)),
            _ => ((0, 0), (true, true)),
        };
        assert_eq!((unknown, complete), expected, "{id}");
    }
    for (text, count) in [("kdmp-baru", "19 "), ("banyak-belum-tahu", "79 ")] {
        told(text, |_| count.to_owned());
    }
}

#[test]
fn totals_and_predicates_are_as_stated() {
    let at = |points: [i64; 4]| points.map(|points| (points, points));
    let expected = [
        ("contoh", "2021-08", Worksheet, at([48, 60, 63, 16]), ("sehat", "sehat")),
        ("contoh", "2021-08", Definition, at([48, 60, 64, 16]), ("sehat", "sehat")),
        ("contoh", "2022", Worksheet, at([48, 60, 64, 16]), ("sehat", "sehat")),
        ("contoh", "2022", Definition, at([48, 60, 65, 16]), ("sehat", "sehat")),
        ("rat-terlambat", "2022", Definition, at([62, 67, 69, 16]), ("sehat", "sehat")),
        ("rat-terlambat", "2022", Worksheet, at([62, 67, 68, 16]), ("sehat", "sehat")),
        ("kredit-macet", "2022", Definition, at([45, 37, 52, 11]), ("dalam-pengawasan", "dalam-pengawasan")),
        ("kredit-macet", "2022", Worksheet, at([45, 37, 58, 11]), ("cukup-sehat", "cukup-sehat")),
        ("mati-suri", "2022", Definition, at([24, 26, 35, 15]), ("dalam-pengawasan-khusus", "dalam-pengawasan-khusus")),
        ("mati-suri", "2022", Worksheet, at([24, 26, 35, 15]), ("dalam-pengawasan-khusus", "dalam-pengawasan-khusus")),
        (
            "banyak-belum-tahu",
            "2022",
            Definition,
            [(39, 61), (36, 73), (44, 62), (16, 16)],
            ("dalam-pengawasan", "sehat"),
        ),
    ];
    for (id, edition, reading, points, predicate) in expected {
        let report = report(&assessment(id), edition, reading);
        assert_eq!(report.total, total(points), "{id} {edition} {reading:?}");
        for (aspect, (low, high)) in report.aspects.iter().zip(points) {
            let share = |points: i64| Fraction::whole(100 * points).over(aspect.aspect.max_points()).unwrap();
            assert_eq!(aspect.score, Range { low: share(low), high: share(high) }, "{id} aspect {}", aspect.aspect.id);
        }
        assert_eq!(predicates(&report), predicate, "{id} {edition} {reading:?}");
    }
}

#[test]
fn the_first_sample_gives_the_total_of_the_workbooks_own_example() {
    let report = report(&assessment("contoh"), "2021-08", Worksheet);
    assert_eq!(report.total, Range::exactly(Fraction::new(9745, 119).unwrap()));
    assert_eq!(decimal(report.total.low, Places::Exactly(12), Locale::En), "81.890756302521");
}

#[test]
fn every_workshop_sample_has_a_short_story_in_both_languages() {
    let stories = stories();
    let ids: Vec<&str> = stories.iter().map(|sample| sample.id.as_str()).collect();
    assert_eq!(ids, FILES.map(|(id, _)| id)[1..]);
    for sample in &stories {
        assert!(sample.written.as_deref().is_none_or(|day| Day::parse(day).is_some()), "{}", sample.id);
        assert_eq!(sample.text["id"].name, assessment(&sample.id).profile.name.unwrap());
        for locale in Locale::ALL.iter().copied() {
            let text = &sample.text[locale.code()];
            assert!(!text.name.is_empty() && text.story.split_whitespace().count() <= 60, "{}", sample.id);
            assert!(
                (3..=5).contains(&text.find.len()) && text.find.iter().all(|line| !line.is_empty()),
                "{}",
                sample.id
            );
        }
    }
}

#[test]
fn a_late_meeting_hardly_moves_a_good_score() {
    const ID: &str = "rat-terlambat";
    let mut assessment = assessment(ID);
    let late = report(&assessment, "2022", Definition);
    assert_eq!((points(&late, "B.I.3.a"), points(&late, "B.I.3.b")), (settled(3), settled(1)));
    let sheet = report(&assessment, "2022", Worksheet);
    let moved = differing(&late, &sheet);
    assert_eq!(moved, ["C.III.1.a"]);
    assert!(sheet.indicator("C.III.1.a").unwrap().trace.notes.contains(&"D04"));
    for (item, answer) in assessment.answers.iter_mut() {
        if item.starts_with("B.I.3.") {
            *answer = Answer::Yes;
        }
    }
    let in_time = report(&assessment, "2022", Definition);
    told_points(ID, late.total.low);
    told_points(ID, sheet.total.low);
    told_points(ID, in_time.total.low.minus(late.total.low).unwrap());
}

#[test]
fn bad_loans_part_the_two_readings() {
    const ID: &str = "kredit-macet";
    let assessment = assessment(ID);
    let [definition, sheet] = [Definition, Worksheet].map(|reading| report(&assessment, "2022", reading));
    assert_eq!(differing(&definition, &sheet), ["C.II.1.b", "C.II.1.c"]);
    for score in ["C.III.1.a", "C.III.1.b", "C.III.1.c", "C.III.1.d"] {
        assert_eq!(points(&definition, score), settled(4));
    }
    for total in [definition.total.low, sheet.total.low, sheet.total.low.minus(definition.total.low).unwrap()] {
        told_points(ID, total);
    }
    let ratio = |report: &Report, id| report.indicator(id).unwrap().trace.ratio().unwrap();
    let shares = [ratio(&definition, "C.II.1.b"), ratio(&sheet, "C.II.1.b"), ratio(&definition, "C.II.1.c")];
    for share in shares {
        told(ID, |locale| percent(share, Places::Exactly(1), locale));
    }
    let amount = |id| rupiah(&assessment, Definition, id, Year::Current);
    let bad = amount("pinjaman_bermasalah_nominal");
    assert!(amount("pembiayaan_macet") > bad.over(Fraction::whole(2)).unwrap());
    assert_eq!(decimal(bad.over(Fraction::whole(1_000_000_000)).unwrap(), Places::Exactly(1), Locale::En), "2.0");
}

#[test]
fn a_sleeping_cooperative_has_capital_and_no_cash() {
    const ID: &str = "mati-suri";
    let assessment = assessment(ID);
    let [definition, sheet] = [Definition, Worksheet].map(|reading| report(&assessment, "2022", reading));
    assert_eq!(definition.total, sheet.total);
    assert_eq!(differing(&definition, &sheet), ["C.II.1.b", "C.III.1.d"]);
    assert_eq!((points(&sheet, "C.II.1.b"), points(&sheet, "C.III.1.d")), (settled(4), settled(1)));
    assert_eq!(points(&definition, "C.II.2.a"), settled(1));
    told_points(ID, definition.total.low);
    told_points(ID, definition.aspects[3].score.low);
    let amount = |id| rupiah(&assessment, Definition, id, Year::Current);
    assert_eq!(amount("pembiayaan_macet"), amount("piutang_anggota"));
    told_rupiah(ID, amount("total_simpanan"));
    told_rupiah(ID, amount("kas_dan_bank"));
}

#[test]
fn a_tick_can_say_more_than_many_guesses() {
    const ID: &str = "banyak-belum-tahu";
    let mut assessment = assessment(ID);
    let open = report(&assessment, "2022", Definition);
    told_range(ID, &open);
    let mut guessed = assessment.clone();
    answer_open(&mut guessed, Answer::No);
    let guessed = report(&guessed, "2022", Definition);
    assert_eq!(guessed.total.low, open.total.low);
    told_points(ID, guessed.total.high);
    assessment.statements.prior.complete = true;
    let ticked = report(&assessment, "2022", Definition);
    told_range(ID, &ticked);
    let books = ticked.aspects[2].score.map(|score| score.times(ticked.aspects[2].aspect.weight).unwrap());
    told_points(ID, books.high.minus(books.low).unwrap());
    for account in BAD_LOANS {
        assert_eq!(assessment.statements.current.amounts.insert(account, Amount::ZERO), Some(Amount::Unknown));
    }
    assert!(report(&assessment, "2022", Definition).aspects[2].score.is_settled());
}

fn differing(left: &Report, right: &Report) -> Vec<&'static str> {
    let pairs = left.indicators.iter().zip(&right.indicators);
    pairs.filter(|(left, right)| left.score != right.score).map(|(left, _)| left.indicator.id).collect()
}

fn answer_open(assessment: &mut Assessment, with: Answer) {
    let open = assessment.answers.iter_mut().filter(|(_, answer)| **answer == Answer::Unknown);
    open.for_each(|(_, answer)| *answer = with);
}

#[test]
fn the_meetings_are_told_as_the_stories_tell_them() {
    let day = Day::new(2026, 3, 1).unwrap();
    let meeting = |id| Levels::of(&assessment(id), Some(day)).unwrap().meeting;
    assert_eq!(meeting("rat-terlambat"), Some(Meeting::Late));
    assert_eq!(meeting("mati-suri"), Some(Meeting::Missed));
}

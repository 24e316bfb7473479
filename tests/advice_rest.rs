//! What if, margins, differences, papers, progress, the history of what was done, and the check code.
#![allow(clippy::unwrap_used, missing_docs)]

mod advice;

use std::collections::BTreeMap;

use advice::{Recipe, cooperative, plus, recipes, total};
use cermin_koperasi::advice::{
    ChangeSet, Effect, Loss, NotComparable, Refused, compare, differences, margin, papers, progress, what_if,
};
use cermin_koperasi::assessment::{Amount, Answer, Assessment, Found, PaperNote, Stage};
use cermin_koperasi::exact::Fraction;
use cermin_koperasi::exchange::{check_code, json, save};
use cermin_koperasi::money::Rupiah;
use cermin_koperasi::rulebook::{Reading, Year};
use cermin_koperasi::scoring::{assess, points};
use proptest::prelude::*;

fn sample() -> Assessment {
    let recipe = Recipe {
        seed: 20_260_314,
        quality: 70,
        unknown: 0,
        scale: 9_000_000_000,
        empty: 20,
        reading: Reading::Definition,
        edition: 1,
    };
    cooperative(&recipe)
}

fn worsened(ours: &Assessment, items: &[&str]) -> Assessment {
    let mut changed = ours.clone();
    changed.answers.extend(items.iter().map(|id| ((*id).to_owned(), Answer::No)));
    changed
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn margins_and_threats_are_as_told(recipe in recipes()) {
        let ours = cooperative(&recipe);
        let report = assess(&ours);
        let margin = margin(&ours);
        for (edge, end) in [(margin.total.low, report.total.low), (margin.total.high, report.total.high)] {
            prop_assert_eq!(edge.total, end);
            if let Some((better, distance)) = edge.next {
                prop_assert_eq!(ours.variant.predicate(plus(end, distance)), Some(better));
                prop_assert!(distance > Fraction::ZERO);
            }
            if let Some(above) = edge.above {
                prop_assert_eq!(Some(end.minus(above).unwrap()), edge.predicate.unwrap().range.min.map(|min| min.at));
            }
        }
        for ratio in &margin.ratios {
            let score = report.indicator(ratio.indicator.id).unwrap();
            let table = score.trace.bands.unwrap();
            let now = table.bands[table.hit(ratio.ratio).unwrap()].points;
            for (limit, better) in [(ratio.better, true), (ratio.worse, false)] {
                let Some(limit) = limit else { continue };
                prop_assert_eq!(limit.distance, limit.bound.at.minus(ratio.ratio).unwrap().abs());
                prop_assert_eq!(limit.points > now, better);
                // Just beyond the limit the other band begins: a hair further, or the limit itself.
                let hair = Fraction::new(1, 1_000_000_000).unwrap();
                let up = limit.bound.at > ratio.ratio || (limit.bound.at == ratio.ratio && !limit.bound.inclusive && table.hit(plus(limit.bound.at, hair)) != table.hit(ratio.ratio));
                let beyond = plus(limit.bound.at, if up { hair } else { hair.negated() });
                prop_assert_eq!(table.bands[table.hit(beyond).unwrap()].points, limit.points);
            }
        }
        let threatened: Vec<&str> = margin.threats.iter().filter_map(|threat| match threat.loss {
            Loss::Item(item) => Some(item.id),
            Loss::Ratio(_) => None,
        }).collect();
        for (_, item) in ours.variant.items().filter(|(_, item)| ours.answer(item.id) == Answer::Yes).step_by(7) {
            let low = total(&worsened(&ours, &[item.id])).low;
            let loses = ours.variant.predicate(low) != report.predicate.low;
            prop_assert_eq!(loses, threatened.contains(&item.id), "{}", item.id);
        }
        prop_assert!(margin.threats.windows(2).all(|pair| pair[0].total >= pair[1].total));
    }

    #[test]
    fn papers_serve_what_the_rulebook_says_and_weigh_what_they_cost(recipe in recipes()) {
        let ours = cooperative(&recipe);
        let pack = papers(&ours);
        let before = assess(&ours);
        prop_assert_eq!(pack.lines.len(), 145 + 26);
        let place = usize::try_from(recipe.seed).unwrap() % pack.papers.len();
        let paper = &pack.papers[place];
        let yes: Vec<&str> = paper.items.iter().map(|item| item.id).filter(|id| ours.answer(id) == Answer::Yes).collect();
        let mut lost = before.total.low.minus(total(&worsened(&ours, &yes)).low).unwrap();
        for ratio in &paper.ratios {
            let score = before.indicator(ratio.id).unwrap();
            let fall = score.score.low.minus(Fraction::ONE).unwrap();
            lost = plus(lost, fall.times(score.point_worth()).unwrap());
        }
        prop_assert_eq!(paper.points, lost, "{}", paper.id);
        for line in &pack.lines {
            for id in line.papers {
                let paper = pack.papers.iter().find(|paper| paper.id == *id).unwrap();
                match line.item {
                    Some(item) => prop_assert!(paper.items.iter().any(|one| one.id == item.id)),
                    None => prop_assert!(paper.ratios.iter().any(|one| one.id == line.indicator.id)),
                }
            }
        }
        let mut ids: Vec<&str> = pack.papers.iter().map(|paper| paper.id).collect();
        ids.sort_unstable();
        ids.dedup();
        prop_assert_eq!(ids.len(), pack.papers.len(), "each paper once");
    }

    #[test]
    fn every_parted_score_is_told_by_some_difference_and_no_other(recipe in recipes()) {
        let ours = cooperative(&recipe);
        let told = differences(&ours);
        let under = |reading| ours.counted(ours.edition, reading);
        let (definition, worksheet) = (under(Reading::Definition), under(Reading::Worksheet));
        prop_assert_eq!(told.readings.before, total(&worksheet));
        prop_assert_eq!(told.readings.after, total(&definition));
        prop_assert_eq!(told.entries.len(), 44);
        let mut by_indicator: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for entry in &told.entries {
            let Effect::Readings(effects) = &entry.effect else { continue };
            for effect in effects {
                let gain = effect.points.gain();
                prop_assert_ne!(effect.points.before, effect.points.after);
                prop_assert_eq!(effect.total.low, gain.low.times(assess(&ours).indicator(effect.indicator.id).unwrap().point_worth()).unwrap());
                let mut all = effect.shared.clone();
                all.push(entry.difference.id);
                by_indicator.entry(effect.indicator.id).or_default().push(entry.difference.id);
                prop_assert!(all.iter().all(|id| effect.indicator.differences.contains(id)));
            }
        }
        for (_, indicator) in ours.variant.indicators() {
            let parted = points(&worksheet, indicator) != points(&definition, indicator);
            prop_assert_eq!(parted, by_indicator.contains_key(indicator.id), "{}", indicator.id);
        }
    }

    #[test]
    fn the_code_changes_with_every_answer_and_amount(recipe in recipes(), other in any::<u64>()) {
        let ours = cooperative(&recipe);
        let code = check_code::of(&ours);
        prop_assert!(check_code::matches(&ours, &code.to_lowercase().replace('-', " ")));
        let mut changed = ours.clone();
        let accounts = ours.variant.accounts;
        let account = accounts[usize::try_from(other).unwrap() % accounts.len()].id;
        let Amount::Known(now) = ours.amount(Year::Current, account) else { unreachable!() };
        advice::set(&mut changed, Year::Current, account, now.get() + 1);
        prop_assert_ne!(check_code::of(&changed), code.clone());
        let mut named = ours.clone();
        named.profile.name = Some("Koperasi Contoh".to_owned());
        prop_assert_eq!(check_code::of(&named), code.clone());
        prop_assert_ne!(check_code::of(&ours.counted(ours.edition, ours.reading.other())), code);
    }
}

#[test]
fn the_differences_of_one_known_cooperative() {
    // Only income of non-members parts these books: the worksheet leaves it out (D01).
    let mut ours = sample();
    ours.statements.current.amounts.clear();
    ours.statements.prior.amounts.clear();
    for (account, rupiah) in
        [("kas", 1_000), ("simpanan_wajib", 940), ("shu_periode_berjalan", 60), ("pendapatan_jasa_non_anggota", 60)]
    {
        ours.statements.current.amounts.insert(account, Amount::Known(rupiah.into()));
    }
    let told = differences(&ours);
    let effect = |id: &str| &told.entries.iter().find(|entry| entry.difference.id == id).unwrap().effect;
    let Effect::Readings(effects) = effect("D01") else { panic!("{:?}", effect("D01")) };
    let roa = effects.iter().find(|effect| effect.indicator.id == "C.I.1.a").unwrap();
    assert_eq!((roa.points.before.low, roa.points.after.low), (Fraction::whole(1), Fraction::whole(3)));
    assert!(roa.shared.is_empty(), "no amortisation, so D06 sleeps: {:?}", roa.shared);
    assert!(matches!(effect("D06"), Effect::Asleep), "{:?}", effect("D06"));
    assert!(matches!(effect("D33"), Effect::None), "display only");
    assert!(matches!(effect("D44"), Effect::Edition { edition: 1, .. }));
}

#[test]
fn a_difference_below_another_does_not_take_its_blame() {
    // The worksheet forgets the worst loans (D02); what it does where there are none at all (D10) has no part in it.
    let mut ours = sample();
    ours.statements.current.amounts.clear();
    let loans = [("piutang_anggota", 1_000), ("pembiayaan_kurang_lancar", 20), ("pembiayaan_macet", 120)];
    for (account, rupiah) in loans.into_iter().chain([("penyisihan_piutang", 10)]) {
        ours.statements.current.amounts.insert(account, Amount::Known(rupiah.into()));
    }
    let told = differences(&ours);
    let effect = |id: &str| &told.entries.iter().find(|entry| entry.difference.id == id).unwrap().effect;
    let Effect::Readings(effects) = effect("D02") else { panic!("{:?}", effect("D02")) };
    let reserve = effects.iter().find(|effect| effect.indicator.id == "C.II.1.c").unwrap();
    // 10 of 10 on the sheet, 10 of 130 by the definition.
    assert_eq!((reserve.points.before.low, reserve.points.after.low), (Fraction::whole(4), Fraction::ONE));
    assert!(reserve.shared.is_empty(), "{:?}", reserve.shared);
    assert!(matches!(effect("D10"), Effect::Asleep), "{:?}", effect("D10"));
}

#[test]
fn the_later_edition_is_told_in_points() {
    // Cash over short debts of 25 %: two points under the first edition's 20–30 % … three, four under the later one's 20 %.
    let mut ours = sample();
    ours.statements.current.amounts.clear();
    for (account, rupiah) in [("kas", 250), ("tabungan_anggota", 1_000), ("piutang_anggota", 750)] {
        ours.statements.current.amounts.insert(account, Amount::Known(rupiah.into()));
    }
    let told = differences(&ours);
    let Effect::Edition { indicators, total, .. } = &told.entries[43].effect else { panic!() };
    let cash = indicators.iter().find(|change| change.indicator.id == "C.II.2.a").unwrap();
    assert_eq!((cash.score.before.low, cash.score.after.low), (Fraction::whole(3), Fraction::whole(4)));
    // One point of 72 in an aspect of 40 %.
    assert_eq!(total.gain().low, Fraction::new(40, 72).unwrap());
}

#[test]
fn what_if_tries_on_a_copy() {
    let ours = sample();
    let kept = ours.clone();
    let mut changes = ChangeSet::default();
    changes.answers.insert("A.I.1.a".into(), Answer::No);
    changes.answers.insert("A.I.1.b".into(), Answer::No);
    changes.answers.insert("A.I.1.c".into(), Answer::No);
    changes.amounts.insert((Year::Current, "kas".into()), Amount::Known(5.into()));
    let tried = what_if(&ours, &changes).unwrap();
    assert_eq!(ours, kept);
    assert_eq!(tried.comparison.total.after, assess(&tried.copy).total);
    assert_eq!(tried.comparison.aspects.len(), 4);
    assert_eq!(tried.comparison.indicators.len(), 60);
    assert!(tried.after.books.iter().any(|finding| finding.id() == "balance"), "an unbalanced trial is said");
    let nothing = what_if(&ours, &ChangeSet::default()).unwrap();
    assert!(nothing.comparison.indicators.iter().all(|change| change.score.is_none()));
}

#[test]
fn what_if_refuses_names_and_values_the_form_does_not_have() {
    let ours = sample();
    let item = |id: &str, answer| ChangeSet { answers: [(id.to_owned(), answer)].into(), ..ChangeSet::default() };
    let amount = |id: &str, rupiah: i32| ChangeSet {
        amounts: [((Year::Prior, id.to_owned()), Amount::Known(rupiah.into()))].into(),
        ..ChangeSet::default()
    };
    let refused = |changes: ChangeSet| what_if(&ours, &changes).unwrap_err();
    assert_eq!(refused(item("A.I.9.z", Answer::Yes)), Refused::Item("A.I.9.z".into()));
    assert_eq!(refused(item("A.I.1.a", Answer::NotApplicable)), Refused::NotApplicable("A.I.1.a".into()));
    assert_eq!(refused(amount("emas", 1)), Refused::Account("emas".into()));
    assert_eq!(Rupiah::new(i64::MIN), None, "an amount beyond the limit is none that could be tried");
}

#[test]
fn progress_counts_both_years_by_the_later_rules() {
    let later = sample();
    let mut earlier = worsened(&later, &["A.I.1.a", "A.I.1.b"]).counted(0, Reading::Worksheet);
    earlier.answers.insert("A.I.2.a", Answer::Unknown);
    let seen = progress(&earlier, &later).unwrap();
    assert!(seen.recounted);
    assert_eq!(seen.comparison.total.before, assess(&earlier.counted(1, Reading::Definition)).total);
    assert_eq!(seen.comparison.total.after, assess(&later).total);
    let changed: Vec<&str> = seen.answers.iter().map(|(item, _, _)| item.id).collect();
    let expected: Vec<&str> =
        ["A.I.1.a", "A.I.1.b", "A.I.2.a"].into_iter().filter(|id| earlier.answer(id) != later.answer(id)).collect();
    assert_eq!(changed, expected);
    assert!(!progress(&later, &later).unwrap().recounted);
    assert_ne!(NotComparable::Rulebook, NotComparable::Variant);
    assert!(compare(&assess(&later), &assess(&later)).total.is_none());
}

#[test]
fn what_was_done_is_kept_with_both_answers_in_the_save_file() {
    let mut ours = worsened(&sample(), &["A.I.1.a"]);
    assert!(ours.mark("A.I.1.a", Stage::Doing, "menunggu penjilidan", "2026-03-01"));
    assert_eq!(ours.answer("A.I.1.a"), Answer::No, "what is under way keeps its answer");
    assert!(ours.mark("A.I.1.a", Stage::Done, "buku daftar anggota dilengkapi", "2026-03-14"));
    assert_eq!(ours.answer("A.I.1.a"), Answer::Unknown);
    ours.settle_marks();
    assert!(ours.marks[1].is_waiting(), "no new answer yet");
    let reopened = save::read(&save::write(&ours, &json::Map::new())).unwrap();
    assert_eq!((&reopened.assessment, reopened.kept.is_empty()), (&ours, true));
    ours.answers.insert("A.I.1.a", Answer::Yes);
    ours.settle_marks();
    let after: Vec<_> = ours.marks.iter().map(|mark| mark.after).collect();
    assert_eq!(after, [None, Some(Answer::Yes)]);
    assert!(ours.mark("C.II.1.b", Stage::Done, "tunggakan ditagih", "2026-04-01"));
    assert_eq!((ours.marks[2].before, ours.marks[2].after), (None, None));
    assert!(!ours.mark("Z.9", Stage::Done, "", "2026-04-01") && ours.marks.len() == 3);
}

#[test]
fn a_file_keeps_the_history_of_actions_and_the_strangers_in_it() {
    let file = |actions: &str| {
        format!(
            r#"{{ "format": "cermin-koperasi", "version": 1, "rulebook": "kkpkk-2021", "variant": "ksp12", "actions": {actions} }}"#
        )
    };
    let text = file(
        r#"[{"item":"A.I.1.a","note":"x","date":"2026-03-14","before":"no","cost":5},{"item":"B.I.1.a","state":"doing"}]"#,
    );
    let opened = save::read(&text).unwrap();
    let marks = &opened.assessment.marks;
    assert_eq!((marks[0].stage, marks[0].before, marks[1].stage), (Stage::Done, Some(Answer::No), Stage::Doing));
    let again = save::to_value(&opened.assessment, &opened.kept);
    assert_eq!(
        again["actions"].to_string(),
        r#"[{"item":"A.I.1.a","date":"2026-03-14","note":"x","before":"no","cost":5},{"item":"B.I.1.a","state":"doing"}]"#
    );
    for wrong in
        [r#"[{"item":"A.I.1.a","before":"maybe"}]"#, r#"[{"item":7}]"#, r#"[{"item":"A.I.1.a","state":"half"}]"#]
    {
        assert!(save::read(&file(wrong)).is_err(), "{wrong}");
    }
    for strange in ["7", "[7]", r#"[{"what":1}]"#] {
        let opened = save::read(&file(strange)).unwrap();
        assert!(opened.assessment.marks.is_empty());
        assert_eq!(save::to_value(&opened.assessment, &opened.kept)["actions"].to_string(), strange);
    }
}

#[test]
fn a_file_keeps_what_is_noted_of_papers_and_the_strangers_among_them() {
    let file = |papers: &str| {
        format!(
            r#"{{ "format": "cermin-koperasi", "version": 1, "rulebook": "kkpkk-2021", "variant": "ksp12", "papers": {papers} }}"#
        )
    };
    let text = r#"{"ad-art":{"state":"there","place":"Lemari 2","copies":3},"papan-nama":{"state":"lacking"},"later-paper":{"state":"lost"},"sop":7}"#;
    let opened = save::read(&file(text)).unwrap();
    assert_eq!(opened.assessment.papers.keys().collect::<Vec<_>>(), ["ad-art", "papan-nama"]);
    let note = opened.assessment.paper("ad-art");
    assert_eq!((note.found, note.place.as_str()), (Found::There, "Lemari 2"));
    assert_eq!(opened.assessment.paper("papan-nama").found, Found::Lacking);
    assert_eq!(save::to_value(&opened.assessment, &opened.kept)["papers"].to_string(), text);
    let mut cleared = opened.clone();
    cleared.assessment.note_paper("ad-art", PaperNote::default()).unwrap();
    cleared.assessment.note_paper("papan-nama", PaperNote::default()).unwrap();
    let left = r#"{"ad-art":{"copies":3},"later-paper":{"state":"lost"},"sop":7}"#;
    assert_eq!(save::to_value(&cleared.assessment, &cleared.kept)["papers"].to_string(), left);
    for (wrong, place) in [
        (r#"{"ad-art":{"state":"lost"}}"#, "/papers/ad-art/state"),
        (r#"{"ad-art":{"place":7}}"#, "/papers/ad-art/place"),
    ] {
        assert_eq!(save::read(&file(wrong)).unwrap_err().path.to_string(), place);
    }
    for strange in ["7", "[7]", r#"[{"what":1}]"#] {
        let opened = save::read(&file(strange)).unwrap();
        assert!(opened.assessment.papers.is_empty());
        assert_eq!(save::to_value(&opened.assessment, &opened.kept)["papers"].to_string(), strange);
    }
}

#[test]
fn papers_change_neither_score_nor_check_code() {
    let ours = sample();
    let mut noted = ours.clone();
    noted.note_paper("ad-art", PaperNote { found: Found::There, place: "lemari".to_owned() }).unwrap();
    assert_eq!((check_code::of(&noted), total(&noted)), (check_code::of(&ours), total(&ours)));
}

#[test]
fn known_check_codes_stay() {
    let blank = advice::blank();
    assert!(
        check_code::content(&blank)
            .starts_with("cermin-koperasi/1\nkkpkk-2021\nksp12\n2022\ndefinition\nA.I.1.a=unknown\n")
    );
    let mut zero = blank.clone();
    zero.statements.current.complete = true;
    zero.statements.prior.complete = true;
    let mut typed = zero.clone();
    typed.statements.current.amounts.insert("kas", Amount::ZERO);
    assert_eq!(check_code::of(&zero), check_code::of(&typed), "a blank in a complete book is zero");
    let codes = [check_code::of(&blank), check_code::of(&zero), check_code::of(&sample())];
    // The first two were also computed outside this crate, from the rulebook file and another SHA-256.
    assert_eq!(codes, ["T1GN-Q2HD-QYTV", "HB8G-5CDE-8HVN", "YF55-8SAK-ZSDW"]);
}

//! The face towards JavaScript, tested natively: the shapes are what the TypeScript file declares, the numbers are the
//! ministry's, and every mistake has a sentence and a code.
#![allow(clippy::unwrap_used, clippy::float_arithmetic, clippy::float_cmp, missing_docs, unreachable_pub)]

#[path = "api/typescript.rs"]
mod typescript;

use std::sync::LazyLock;

use cermin_koperasi::api;
use cermin_koperasi::exchange::json;
use cermin_koperasi::locale::Locale;
use serde_json::{Value, json};
use typescript::Types;

static GOLDEN: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(include_str!("golden/kkpkk-2021-ksp12.json")).unwrap());

/// What a test writes, as the house holds it.
fn ours(value: &Value) -> json::Value {
    json::parse(&value.to_string()).unwrap()
}

fn blank() -> Value {
    json!({ "format": "cermin-koperasi", "version": 1, "rulebook": "kkpkk-2021", "variant": "ksp12" })
}

/// A case of the golden file as an assessment.
fn golden(place: usize, edition: &str, reading: &str) -> (Value, Value) {
    let case = &GOLDEN["cases"][place];
    let mut assessment = blank();
    assessment["edition"] = edition.into();
    assessment["reading"] = reading.into();
    let answers = case["answers"].as_object().unwrap().iter();
    assessment["answers"] =
        answers.map(|(id, yes)| (id.clone(), Value::from(if yes == true { "yes" } else { "no" }))).collect();
    assessment["statements"] = case["amounts"].clone();
    assessment["statements"]["complete"] = json!({ "current": true, "prior": true });
    (assessment, case["expected"].clone())
}

fn with(key: &str, value: Value) -> Value {
    let mut assessment = blank();
    assessment[key] = value;
    assessment
}

fn types() -> Types {
    Types::read(include_str!("../src/api/types.d.ts"))
}

#[test]
fn the_report_has_exactly_the_declared_keys() {
    let types = types();
    let odd = json!({ "current": { "kas": -5, "penyisihan_piutang": -1, "tanah": 7, "gone": 1 }, "complete": { "current": true } });
    let mut strange = with("statements", odd);
    strange["answers"] = json!({ "Z.9": "yes", "A.I.1.a": "no" });
    let mut cases = vec![blank(), strange];
    cases.extend((0..88).step_by(4).flat_map(|n| ["2021-08", "2022"].map(|edition| golden(n, edition, "worksheet").0)));
    for case in cases {
        let report = serde_json::to_value(api::assess(ours(&case)).unwrap()).unwrap();
        assert_eq!(types.faults(&report, "Report", "report"), Vec::<String>::new());
    }
}

/// Every golden case of both forms, in both readings and editions.
fn all_golden() -> Vec<Value> {
    let real: Value = serde_json::from_str(include_str!("golden/kkpkk-2021-riil12.json")).unwrap();
    let loans = (0..88).map(|place| golden(place, "2022", "definition").0);
    let trade = real["cases"].as_array().unwrap().iter().map(|case| {
        let mut assessment = with("answers", case["answers"].clone());
        assessment["variant"] = "riil12".into();
        assessment["statements"] = case["statements"].clone();
        assessment["statements"]["complete"] = json!({ "current": true, "prior": true });
        assessment
    });
    let ways =
        ["2021-08", "2022"].iter().flat_map(|edition| ["definition", "worksheet"].map(|reading| (*edition, reading)));
    let all: Vec<Value> = loans.chain(trade).collect();
    let in_way = |(edition, reading): (&str, &str)| {
        let counted = |mut one: Value| {
            one["edition"] = edition.into();
            one["reading"] = reading.into();
            one
        };
        all.iter().cloned().map(counted).collect::<Vec<_>>()
    };
    ways.flat_map(in_way).collect()
}

/// What the report has, in the shape of the scores.
fn of_report(report: &Value) -> Value {
    let ids = |ends: &Value| json!({ "low": ends["low"]["id"], "high": ends["high"]["id"] });
    let aspects = report["aspects"].as_array().unwrap().iter();
    let aspects: serde_json::Map<String, Value> = aspects
        .map(|one| (one["id"].as_str().unwrap().to_owned(), json!({ "low": one["low"], "high": one["high"] })))
        .collect();
    let doubt = &report["doubt"];
    let doubt = if doubt.is_null() {
        Value::Null
    } else {
        json!({ "total": doubt["total"], "predicate": ids(&doubt["predicate"]) })
    };
    json!({ "total": report["total"], "predicate": ids(&report["predicate"]), "aspects": aspects, "doubt": doubt, "notices": report["notices"] })
}

#[test]
fn a_score_alone_is_that_of_the_report() {
    let types = types();
    let all = all_golden();
    assert_eq!(all.len(), 4 * (88 + 24));
    let half = |mut case: Value| {
        case["answers"].as_object_mut().unwrap().retain(|id, _| id.ends_with('a'));
        case["statements"]["complete"]["current"] = false.into();
        case
    };
    for case in all.iter().cloned().chain(all.iter().step_by(9).cloned().map(half)) {
        let report = serde_json::to_value(api::assess(ours(&case)).unwrap()).unwrap();
        let scores = serde_json::to_value(api::score(ours(&case)).unwrap()).unwrap();
        assert_eq!(types.faults(&scores, "Scores", "scores"), Vec::<String>::new());
        assert_eq!(scores, of_report(&report));
    }
}

#[test]
fn a_score_alone_looks_at_what_counts_and_refuses_no_more() {
    let odd =
        json!({ "rat": { "level": 7 }, "profile": { "level": 7 }, "actions": 5, "kdmp": { "year": { "giro": "x" } } });
    let mut given = with("answers", json!({ "A.I.1.a": "yes", "Z.9": "yes" }));
    given.as_object_mut().unwrap().extend(odd.as_object().unwrap().clone());
    assert_eq!(api::assess(ours(&given)).unwrap_err().code, "out-of-range");
    let scores = api::score(ours(&given)).unwrap();
    assert_eq!((scores.notices.len(), scores.notices[0].path.as_str()), (1, "/answers/Z.9"));
    let failure = api::score(ours(&with("answers", json!({ "A.I.1.a": "maybe" })))).unwrap_err();
    assert_eq!((failure.code, failure.path.as_str()), ("unknown-answer", "/answers/A.I.1.a"));
}

/// What `face.js` would gather.
fn gathered(case: &Value) -> Vec<f64> {
    let forms = api::quick::forms();
    let place = forms.iter().position(|form| case["variant"] == form.variant).unwrap();
    let form = &forms[place];
    let at = |list: &[&str], word: &Value| list.iter().position(|one| word == one).unwrap();
    let code = |word: &Value| word.as_str().map_or(0, |_| 1 + at(&form.answers, word));
    let (statements, whole) = (&case["statements"], |complete: &Value| usize::from(complete == true));
    let head = [place, at(&form.editions, &case["edition"]), at(&form.readings, &case["reading"])];
    let complete = ["current", "prior"].map(|year| whole(&statements["complete"][year]));
    let answers = form.items.iter().map(|id| code(&case["answers"][id]));
    let codes = head.into_iter().chain(complete).chain(answers).map(|code| f64::from(u16::try_from(code).unwrap()));
    let amount = |amount: &Value| match amount {
        Value::Null => f64::NAN,
        Value::String(_) => f64::INFINITY,
        number => number.as_f64().unwrap(),
    };
    let books = ["current", "prior"]
        .into_iter()
        .flat_map(|year| form.accounts.iter().map(move |id| amount(&statements[year][id])));
    codes.chain(books).collect()
}

#[test]
fn the_quick_way_of_a_score_comes_to_the_same() {
    let forms = api::quick::forms();
    for case in all_golden() {
        let scores = api::score(ours(&case)).unwrap();
        let quick = api::quick::score(&gathered(&case)).unwrap();
        let form = forms.iter().find(|form| case["variant"] == form.variant).unwrap();
        let predicate = |place: usize| form.predicates[format!("{}", quick[place]).parse::<usize>().unwrap()];
        assert_eq!([quick[0], quick[1]], [scores.total.low, scores.total.high]);
        assert_eq!((Some(predicate(2)), Some(predicate(3))), (scores.predicate.low, scores.predicate.high));
        let doubt = scores.doubt.map(|doubt| ([doubt.total.low, doubt.total.high], doubt.predicate));
        match doubt {
            None => assert!(quick[4..8].iter().all(|number| number.is_nan())),
            Some((total, ends)) => {
                assert_eq!(quick[4..6], total);
                assert_eq!((Some(predicate(6)), Some(predicate(7))), (ends.low, ends.high));
            }
        }
        let aspects: Vec<f64> =
            form.aspects.iter().flat_map(|id| [scores.aspects[id].low, scores.aspects[id].high]).collect();
        assert_eq!(quick[8..], aspects);
    }
}

#[test]
fn the_quick_way_refuses_what_has_to_be_told() {
    let good = gathered(&golden(3, "2022", "definition").0);
    assert!(api::quick::score(&good).is_some());
    assert!(api::quick::score(&good[1..]).is_none() && api::quick::score(&[]).is_none());
    // No such form, edition, reading; neither complete nor not; no answer, and one that the item does not offer.
    for (place, number) in [(0, 9.0), (1, 7.0), (2, -1.0), (3, 2.0), (4, f64::NAN), (5, 5.0), (5, 4.0), (5, 0.5)] {
        let mut bad = good.clone();
        bad[place] = number;
        assert!(api::quick::score(&bad).is_none(), "{place}: {number}");
    }
    for amount in [0.5, 1e15, -1e15, f64::MAX] {
        let mut bad = good.clone();
        *bad.last_mut().unwrap() = amount;
        assert!(api::quick::score(&bad).is_none(), "{amount}");
    }
}

/// Cooperatives of every kind, as far as RAT and standing are concerned.
fn rats() -> Vec<Value> {
    let letter = |kind: &str| json!([{ "kind": kind, "received": "2026-10-01", "ground": "breach" }]);
    let years = |held: [&str; 3]| -> Value {
        let year =
            |(n, held)| json!({ "year": 2023 + n, "held": held, "reported": if held == "yes" { "yes" } else { "no" } });
        (0..3).zip(held).map(year).collect()
    };
    vec![
        json!({}),
        json!({ "members": 0, "established": "2027-01-01", "history": years(["yes", "no", "no"]), "letters": letter("dissolutionPlan") }),
        json!({ "members": 612, "kdmp": "yes", "form": "groups", "chosen": "2026-12-20", "business": "yes",
                "quorum": { "present": 310, "groups": [{ "members": 306, "present": 160 }] },
                "articles": { "ratMonths": 2, "inviteDays": 21, "groups": "yes" }, "history": years(["no", "no", "no"]) }),
        json!({ "kdmp": "yes", "established": "2025-07-15", "bookYearEnd": "12-31", "business": "no", "everTraded": "no" }),
        json!({ "members": 21, "established": "2014-03-02", "business": "yes", "predicate": "cukupSehat",
                "history": years(["yes", "yes", "yes"]), "letters": letter("warning"),
                "documents": { "DOK-05": { "state": "have", "contents": ["yes", "no"], "signed": "yes" } } }),
    ]
}

#[test]
fn standing_and_readiness_have_exactly_the_declared_keys() {
    let types = types();
    for rat in rats() {
        let mut cases = vec![with("rat", rat.clone()), golden(5, "2022", "definition").0];
        cases[1]["rat"] = rat;
        for case in cases {
            let standing = serde_json::to_value(api::standing(ours(&case), "2026-11-22").unwrap()).unwrap();
            assert_eq!(types.faults(&standing, "StandingAnswer", "s"), Vec::<String>::new());
            let readiness = serde_json::to_value(api::readiness(ours(&case), "2026-11-22").unwrap()).unwrap();
            assert_eq!(types.faults(&readiness, "ReadinessAnswer", "r"), Vec::<String>::new());
        }
    }
}

#[test]
fn books_are_matched_in_the_declared_shape_and_refused_in_words() {
    let form = json!({ "rulebook": "kkpkk-2021", "variant": "ksp12", "bookYearEnd": "2025-12-31" });
    let rows = json!([
        ["NERACA", "31 Des 2025", "31 Des 2024"],
        ["AKTIVA LANCAR", "", ""],
        ["Kas dan Bank", "(5)", "-"],
        ["Piutang Anggota", "2.000.000", null],
        ["Jumlah Aktiva Lancar", "1.999.995", "0"],
    ]);
    let proposal = serde_json::to_value(api::match_books(&ours(&rows), &ours(&form)).unwrap()).unwrap();
    assert_eq!(types().faults(&proposal, "BooksProposal", "p"), Vec::<String>::new());
    let certainties: Vec<&Value> =
        proposal["lines"].as_array().unwrap().iter().map(|line| &line["certainty"]).collect();
    assert_eq!(certainties, ["ask", "sure", "total"]);
    assert_eq!(proposal["totals"][0]["agrees"], true);
    assert_eq!(proposal["amounts"], json!({ "current": { "piutang_anggota": 2_000_000 }, "prior": {} }));
    for (rows, form, code, path) in [
        (json!("a"), form.clone(), "wrong-type", "/rows"),
        (json!([["a"], [{}]]), form.clone(), "wrong-type", "/rows/1/0"),
        (json!([]), json!({ "rulebook": "kkpkk-2021", "variant": "x" }), "unknown-variant", ""),
        (json!([]), Value::Null, "unknown-rulebook", ""),
    ] {
        let failure = api::match_books(&ours(&rows), &ours(&form)).unwrap_err();
        assert_eq!((failure.code, failure.path.as_str()), (code, path));
    }
}

#[test]
fn what_is_wrong_with_an_entry_is_told_and_counts_as_unknown() {
    let answer = api::standing(ours(&with("rat", rats()[1].clone())), "2026-11-22").unwrap();
    let told: Vec<&str> = answer.problems.iter().map(|problem| problem.field.as_str()).collect();
    assert!(told.contains(&"members") && told.contains(&"established"), "{told:?}");
    let risk = answer.standing.risk;
    assert_eq!(risk.clock.unwrap().objection_days_left, Some(9));
}

#[test]
fn the_estimate_is_the_reports_and_only_once_the_examination_has_begun() {
    assert_eq!(api::standing(ours(&blank()), "2026-11-22").unwrap().standing.health.estimate, None);
    for place in (0..88).step_by(9) {
        let (case, _) = golden(place, "2022", "definition");
        let ends = api::assess(ours(&case)).unwrap().predicate;
        let said = api::standing(ours(&case), "2026-11-22").unwrap().standing.health.estimate.unwrap().say(Locale::Id);
        for end in [ends.low, ends.high] {
            assert!(said.contains(end.unwrap().name) && said.contains("Bukan predikat resmi"), "{said}");
        }
    }
}

#[test]
fn standing_and_readiness_refuse_as_assess_does() {
    for (input, today, code, path) in [
        (Value::Null, "2026-11-22", "foreign", ""),
        (with("rat", json!([])), "2026-11-22", "wrong-type", "/rat"),
        (with("rat", json!({ "kdmp": "perhaps" })), "2026-11-22", "out-of-range", "/rat/kdmp"),
        (blank(), "22 November", "out-of-range", "/today"),
        (blank(), "2026-02-31", "out-of-range", "/today"),
    ] {
        let failures =
            [api::standing(ours(&input), today).unwrap_err(), api::readiness(ours(&input), today).unwrap_err()];
        for failure in failures {
            assert_eq!((failure.code, failure.path.as_str()), (code, path));
            assert!(failure.message.ends_with('.') && !failure.message.contains('{'), "{}", failure.message);
        }
    }
}

#[test]
fn the_questionnaire_has_exactly_the_declared_keys_in_both_languages() {
    let types = types();
    for locale in ["id", "en"] {
        let asked = api::questionnaire("kkpkk-2021", "ksp12", locale).unwrap();
        let value = serde_json::to_value(asked).unwrap();
        assert_eq!(types.faults(&value, "Questionnaire", "q"), Vec::<String>::new());
    }
}

#[test]
fn the_summaries_have_exactly_the_declared_keys() {
    let books = serde_json::to_value(api::rulebooks()).unwrap();
    assert_eq!(types().faults(&books, "RulebookSummary[]", "books"), Vec::<String>::new());
    assert_eq!(
        books[0]["variants"][0],
        json!({
            "id": "ksp12", "name": "KSP/USP konvensional, KUK I dan II", "indicators": 60, "items": 145, "accounts": 116
        })
    );
    assert_eq!(books[0]["editions"][1]["doubt"], "D44");
}

#[test]
fn the_type_checker_of_this_test_finds_faults() {
    let types = types();
    let fault = |value: Value, kind: &str| types.faults(&value, kind, "x").join("; ");
    assert_eq!(fault(json!({ "low": 1 }), "Score"), "x.high is missing");
    assert_eq!(fault(json!({ "low": 1, "high": 2, "mid": 1 }), "Score"), "x.mid is not declared");
    assert_eq!(fault(json!({ "low": 1, "high": "2" }), "Score"), "x.high: \"2\" is no number");
    assert_eq!(fault(json!("maybe"), "Answer"), "x: \"maybe\" is no \"yes\"");
    assert_eq!(fault(json!([{ "id": "a", "name": null }]), "Named[]"), "x[0].name: null is no string");
}

#[test]
fn everything_asked_is_asked_once_with_its_words() {
    let asked = api::questionnaire("kkpkk-2021", "ksp12", "id").unwrap();
    let indicators = || asked.aspects.iter().flat_map(|aspect| &aspect.subaspects).flat_map(|part| &part.indicators);
    assert_eq!(indicators().count(), 60);
    assert_eq!(indicators().map(|one| one.items.len()).sum::<usize>(), 145);
    assert_eq!(indicators().filter(|one| one.kind == "ratio").count(), 26);
    assert_eq!(asked.groups.iter().map(|group| group.accounts.len()).sum::<usize>(), 116);
    assert_eq!((asked.predicates.len(), asked.differences.len(), asked.editions.len()), (4, 44, 2));
    assert!(!asked.glossary.is_empty() && !asked.documents.is_empty() && !asked.coaching.is_empty());
    let kas = asked.groups.iter().flat_map(|group| &group.accounts).find(|account| account.id == "kas").unwrap();
    assert_eq!(kas.name, "Kas (uang tunai)");
}

#[test]
fn the_golden_cases_come_through_the_face() {
    for place in (0..88).step_by(3) {
        for (key, edition, reading) in [("worksheet", "2021-08", "worksheet"), ("repaired_2022", "2022", "definition")]
        {
            let (assessment, expected) = golden(place, edition, reading);
            let report = api::assess(ours(&assessment)).unwrap();
            assert_eq!((report.edition.id, report.reading), (edition, reading));
            if let Some(total) = expected[key]["total"].as_f64() {
                assert!((report.total.low - total).abs() < 1e-9, "case {place}: {} is not {total}", report.total.low);
                assert_eq!(report.total.low, report.total.high);
                let predicate = report.settled_predicate.map(|one| one.name.to_uppercase());
                assert_eq!(predicate.as_deref(), expected[key]["predicate"].as_str());
            }
            for one in &report.indicators {
                let points = expected[key]["indicators"][one.id]["skor"].as_f64();
                assert_eq!(points.unwrap_or(1.0), one.score.low, "case {place}, {}", one.id);
            }
        }
    }
}

#[test]
fn the_other_edition_and_reading_stand_beside_where_they_differ() {
    let mut differing = [0, 0];
    for place in 0..88 {
        let (assessment, expected) = golden(place, "2021-08", "definition");
        let report = api::assess(ours(&assessment)).unwrap();
        let sheet = |key: &str| expected[key]["total"].as_f64();
        let others = [(report.other_edition, "repaired_2022"), (report.other_reading, "worksheet")];
        for (n, (other, key)) in others.into_iter().enumerate() {
            let Some((own, its)) = sheet("repaired").zip(sheet(key)) else { continue };
            assert_eq!(other.is_some(), (own - its).abs() > 1e-9, "case {place} against {key}");
            assert!(other.is_none_or(|other| (other.total.low - its).abs() < 1e-9), "case {place} against {key}");
            differing[n] += usize::from(other.is_some());
        }
    }
    assert!(differing.iter().all(|count| *count > 0), "both kinds must occur: {differing:?}");
}

#[test]
fn a_trace_holds_all_it_takes_to_check_by_hand() {
    let mut assessment = with(
        "statements",
        json!({
            "current": { "kas": 50, "piutang_anggota": 1000, "pembiayaan_macet": 50 },
            "complete": { "current": true, "prior": true }
        }),
    );
    assessment["edition"] = "2021-08".into();
    let report = api::assess(ours(&assessment)).unwrap();
    let npl = report.indicators.iter().find(|one| one.id == "C.II.1.b").unwrap();
    assert_eq!(npl.score.low, 4.0);
    assert_eq!(serde_json::to_value(&npl.ratio).unwrap(), json!({ "numerator": "1", "denominator": "20" }));
    let trace = serde_json::to_value(&npl.trace).unwrap();
    assert_eq!((&trace["status"], &trace["onLimit"]), (&json!("measured"), &json!(true)));
    assert_eq!((&trace["numerator"], &trace["denominator"]), (&json!("50"), &json!("1000")));
    assert!(trace["formula"].as_str().unwrap().contains(" ÷ "), "{}", trace["formula"]);
    assert_eq!(trace["bands"]["hit"], json!({ "low": 0, "high": 0 }));
    assert_eq!(trace["bands"]["neighbours"], json!([1]));
    assert_eq!(
        trace["bands"]["rows"][0],
        json!({
            "points": 4.0, "min": null, "max": { "at": 0.05, "exact": "1/20", "inclusive": true }
        })
    );
    assert_eq!(trace["bands"]["citation"]["sources"][0]["place"], "K!D28");
    assert_eq!(trace["bands"]["citation"]["inForce"], "2021-08-20");
    let bad = &trace["figures"][0];
    assert_eq!(
        (&bad["id"], &bad["value"], &bad["year"]),
        (&json!("pinjaman_bermasalah"), &json!("50"), &json!("current"))
    );
    assert_eq!(bad["parts"][0]["coefficient"], "1/2");
    assert_eq!(npl.citation.sources[0].document, "WB");
    assert!(npl.trace.notes.contains(&"D44"));
}

#[test]
fn every_mistake_has_a_sentence_and_a_code() {
    let too_many_digits: Value = serde_json::from_str("{ \"current\": { \"kas\": 1234567890123456 } }").unwrap();
    let cases = [
        (Value::Null, "foreign", ""),
        (json!(5), "foreign", ""),
        (json!("text"), "foreign", ""),
        (json!([]), "foreign", ""),
        (json!({}), "foreign", ""),
        (with("format", json!("other")), "foreign", ""),
        (with("version", json!(99)), "newer", ""),
        (with("version", json!("one")), "wrong-type", "/version"),
        (with("rulebook", json!("kkpkk-1999")), "unknown-rulebook", "/rulebook"),
        (with("rulebook", Value::Null), "missing", "/rulebook"),
        (with("variant", json!("ksp99")), "unknown-variant", "/variant"),
        (with("edition", json!("1999")), "unknown-edition", "/edition"),
        (with("edition", json!(2022)), "wrong-type", "/edition"),
        (with("reading", json!("mine")), "unknown-reading", "/reading"),
        (with("answers", json!([])), "wrong-type", "/answers"),
        (with("answers", json!({ "A.I.1.a": "maybe" })), "unknown-answer", "/answers/A.I.1.a"),
        (with("answers", json!({ "A.I.1.a": true })), "wrong-type", "/answers/A.I.1.a"),
        (with("answers", json!({ "A.I.1.a": "not-applicable" })), "not-offered", "/answers/A.I.1.a"),
        (with("statements", json!({ "current": { "kas": 1.5 } })), "not-whole", "/statements/current/kas"),
        (with("statements", json!({ "current": { "kas": "1.000" } })), "wrong-type", "/statements/current/kas"),
        (with("statements", too_many_digits), "too-large", "/statements/current/kas"),
        (with("statements", json!({ "complete": { "current": "yes" } })), "wrong-type", "/statements/complete/current"),
        (with("profile", json!({ "level": 7 })), "out-of-range", "/profile/level"),
    ];
    for (input, code, path) in cases {
        let failure = api::assess(ours(&input)).expect_err("a mistake");
        assert_eq!((failure.code, failure.path.as_str()), (code, path), "for {input}");
        assert!(failure.message.ends_with(['.', '?', ')']) && !failure.message.contains('{'), "{}", failure.message);
    }
}

#[test]
fn names_that_are_not_known_are_refused() {
    let code = |rulebook, variant, locale| api::questionnaire(rulebook, variant, locale).unwrap_err().code;
    assert_eq!(code("x", "ksp12", "id"), "unknown-rulebook");
    assert_eq!(code("kkpkk-2021", "x", "id"), "unknown-variant");
    assert_eq!(code("kkpkk-2021", "ksp12", "nl"), "unknown-locale");
}

#[test]
fn what_the_rulebook_no_longer_knows_is_told_and_not_scored() {
    let report = api::assess(ours(&with("answers", json!({ "Z.9.z": "yes" })))).unwrap();
    assert_eq!(report.notices.len(), 1);
    assert_eq!((report.notices[0].code, report.notices[0].path.as_str()), ("unknown-item", "/answers/Z.9.z"));
    assert_eq!((report.total.low, report.total.high), (25.0, 100.0));
}

#[test]
fn a_key_that_means_nothing_here_is_told_wherever_it_stands() {
    for (key, holds, path) in [
        ("anwsers", json!({ "A.I.1.a": "yes", "A.I.1.b": "no" }), "/anwsers"),
        ("profile", json!({ "memebrs": 20 }), "/profile/memebrs"),
        ("profile", json!({ "kind": "KSP" }), "/profile/kind"),
        ("statements", json!({ "curent": { "kas": 1 } }), "/statements/curent/kas"),
        ("statements", json!({ "complete": { "curent": true } }), "/statements/complete/curent"),
        ("statements", json!({ "waiting": { "current": { "emas": "1,5" } } }), "/statements/waiting/current/emas"),
        ("rat", json!({ "levle": "primary" }), "/rat/levle"),
        ("rat", json!({ "history": [{ "year": 2025 }, { "yaer": 2024 }] }), "/rat/history/1/yaer"),
        ("rat", json!({ "history": ["2025"] }), "/rat/history/0"),
        ("rat", json!({ "documents": { "DOK-99": { "state": "have" } } }), "/rat/documents/DOK-99/state"),
        ("papers", json!({ "buku": { "state": "there" } }), "/papers/buku/state"),
        ("actions", json!([{ "item": "A.I.1.a", "nota": "x" }]), "/actions/0/nota"),
        ("kdmp", json!({ "year": { "emas": 1 } }), "/kdmp/year/emas"),
    ] {
        let notices = api::assess(ours(&with(key, holds))).unwrap().notices;
        let told: Vec<_> = notices.iter().map(|notice| (notice.code, notice.path.as_str())).collect();
        assert_eq!(told, [("unknown-key", path)]);
        assert!(notices[0].message.contains("tidak dikenal"));
    }
}

/// The English of every sentence in both languages.
fn english(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(group) => {
            found.extend(group.get("en").and_then(Value::as_str).map(str::to_owned));
            group.values().for_each(|value| english(value, found));
        }
        Value::Array(entries) => entries.iter().for_each(|entry| english(entry, found)),
        _ => {}
    }
}

#[test]
fn one_is_not_spoken_of_as_many() {
    let history = json!([{ "year": 2025, "held": "no" }, { "year": 2024, "held": "yes", "heldOn": "2025-03-16" }]);
    let said = json!({ "level": "primary", "established": "2014-03-02", "business": "yes", "members": 25, "history": history });
    let answer = api::standing(ours(&with("rat", said)), "2026-11-22").unwrap();
    let mut sentences = Vec::new();
    english(&serde_json::to_value(answer).unwrap(), &mut sentences);
    assert!(sentences.iter().any(|one| one.contains(": 1.")), "{sentences:?}");
    for sentence in sentences {
        let words: Vec<&str> = sentence.split(' ').collect();
        assert!(!words.windows(2).any(|pair| pair[0] == "1" && pair[1].ends_with('s')), "{sentence}");
    }
}

#[test]
fn a_work_of_the_page_means_something_throughout() {
    let sample: Value = serde_json::from_str(include_str!("../src/page/samples/contoh.json")).unwrap();
    assert_eq!(api::assess(ours(&sample)).unwrap().notices, []);
    // What only the other form asks waits for it, and the page keeps the books of a unit and a board's own beside the rest.
    let (cash, other) = (json!({ "current": { "persediaan": "1" } }), json!({ "persediaan": 7 }));
    let mut work = with("statements", json!({ "current": other, "waiting": cash }));
    work["savingsUnit"] = json!({ "variant": "ksp12", "statements": {} });
    work["ownBooks"] = json!({ "sheets": [] });
    assert_eq!(api::assess(ours(&work)).unwrap().notices, []);
}

//! Where a form can be read in several ways, advice tells what holds under all of them: over the golden cases of the real sector.
#![allow(clippy::unwrap_used, missing_docs)]

#[allow(dead_code)]
mod screens;

use cermin_koperasi::advice::{
    ChangeSet, Outlook, Route, Step, Unknowns, checklist, margin, moved, next_band, path, plan, spread, what_if,
};
use cermin_koperasi::assessment::{Answer, Assessment};
use cermin_koperasi::exact::{Fraction, Range};
use cermin_koperasi::exchange::save;
use cermin_koperasi::locale::Locale;
use cermin_koperasi::page::{Message, Model, Route as Screen, update, view};
use cermin_koperasi::rulebook::Indicator;
use cermin_koperasi::scoring::{Report, assess};
use screens::plain;

/// Every golden case of the real sector, both years complete.
fn cases() -> Vec<(String, Assessment)> {
    let file: serde_json::Value = serde_json::from_str(include_str!("golden/kkpkk-2021-riil12.json")).unwrap();
    let of = |case: &serde_json::Value| {
        let mut statements = case["statements"].clone();
        statements["complete"] = serde_json::json!({ "current": true, "prior": true });
        let work = serde_json::json!({
            "format": "cermin-koperasi", "version": 1, "rulebook": "kkpkk-2021", "variant": "riil12",
            "answers": case["answers"], "statements": statements,
        });
        (case["id"].as_str().unwrap().to_owned(), save::read(&work.to_string()).unwrap().assessment)
    };
    file["cases"].as_array().unwrap().iter().map(of).collect()
}

/// The totals of the chosen reading and of every other way.
fn ways(report: &Report) -> Vec<Range<Fraction>> {
    [report.total].into_iter().chain(report.doubt.as_ref().unwrap().by.iter().map(|by| by.total)).collect()
}

/// The points of an indicator under each of them.
fn points(report: &Report, indicator: &'static Indicator) -> Vec<Fraction> {
    let own = report.indicator(indicator.id).unwrap().score.low;
    let by = report.doubt.as_ref().unwrap().by.iter();
    let other =
        by.map(|by| by.indicators.iter().find(|(one, _)| one.id == indicator.id).map_or(own, |(_, range)| range.low));
    [own].into_iter().chain(other).collect()
}

/// From the least to the most that both ends gain over all ways.
fn gains(before: &Report, after: &Report) -> Range<Fraction> {
    let gain = |end: fn(&Range<Fraction>) -> Fraction| -> Vec<Fraction> {
        ways(before).iter().zip(ways(after)).map(|(before, after)| end(&after).minus(end(before)).unwrap()).collect()
    };
    Range {
        low: gain(|total| total.low).into_iter().min().unwrap(),
        high: gain(|total| total.high).into_iter().max().unwrap(),
    }
}

#[test]
fn a_way_to_the_next_band_tells_what_it_brings_under_every_reading() {
    let (mut told, mut parted, mut failing) = (0, 0, 0);
    for (name, ours) in cases() {
        let before = assess(&ours);
        for (_, indicator) in ours.variant.indicators() {
            let Some(next) = next_band(&ours, indicator) else { continue };
            let Outlook::Measured { ways, .. } = next.outlook else { continue };
            for way in ways {
                let after = assess(&moved(&ours, way.movement, way.rupiah).unwrap());
                assert_eq!(way.gain(), gains(&before, &after), "{name}: {}", way.movement.id);
                assert_eq!((way.change().before, way.change().after), (before.honest_total(), after.honest_total()));
                let rises =
                    points(&before, indicator).iter().zip(points(&after, indicator)).all(|(old, new)| new > *old);
                assert_eq!(way.holds, rises, "{name}: {} for {}", way.movement.id, indicator.id);
                told += 1;
                parted += usize::from(way.gain() != way.total.gain());
                failing += usize::from(!rises);
            }
        }
    }
    assert!(told > 200 && parted > 0 && failing > 0, "{told} ways, {parted} in doubt, {failing} that do not hold");
}

#[test]
fn a_plan_proposes_only_what_holds_under_every_reading() {
    let mut money = 0;
    for (name, ours) in cases() {
        let (before, plan) = (assess(&ours), plan(&ours, &checklist(&ours)));
        let mut copy = ours.clone();
        for step in &plan.steps {
            match &step.step {
                Step::Items(items) => copy.answers.extend(items.iter().map(|item| (item.id.to_owned(), Answer::Yes))),
                Step::Money(way) => {
                    assert!(way.holds && way.gain().low > Fraction::ZERO && step.gain == way.gain(), "{name}");
                    copy = moved(&copy, way.movement, way.rupiah).unwrap();
                    money += 1;
                }
            }
        }
        let after = assess(&copy);
        assert_eq!(
            (plan.all.total.before, plan.all.total.after),
            (before.honest_total(), after.honest_total()),
            "{name}"
        );
        assert_eq!(plan.all.gain(), gains(&before, &after), "{name}");
        assert_eq!(plan.all.predicate, after.honest_predicate(), "{name}");
    }
    assert!(money > 5, "{money} plans with money");
}

#[test]
fn a_path_reaches_its_predicate_under_every_reading() {
    let (mut by, mut out) = (0, 0);
    for (name, mut ours) in cases() {
        // Some is not known, so that both ways to count it differ.
        for (place, item) in ours.variant.items().map(|(_, item)| item.id).enumerate() {
            if place % 11 == 0 {
                ours.answers.insert(item, Answer::Unknown);
            }
        }
        for target in &ours.variant.predicates[..3] {
            let limit = target.range.min.unwrap();
            let reaches = |total: Fraction| total > limit.at || limit.inclusive && total == limit.at;
            for unknowns in [Unknowns::Against, Unknowns::For] {
                let all = |answer: Answer, extra: &[&str]| {
                    let mut copy = ours.clone();
                    for (_, item) in ours.variant.items() {
                        if copy.answer(item.id) == Answer::Unknown {
                            copy.answers.insert(item.id, answer);
                        }
                    }
                    copy.answers.extend(extra.iter().map(|id| ((*id).to_owned(), Answer::Yes)));
                    let report = assess(&copy);
                    let end = |one: Range<Fraction>| if unknowns == Unknowns::For { one.high } else { one.low };
                    let ends: Vec<Fraction> = ways(&report).into_iter().map(end).collect();
                    (*ends.iter().min().unwrap(), *ends.iter().max().unwrap())
                };
                let answer = if unknowns == Unknowns::For { Answer::Yes } else { Answer::No };
                let (low, high) = all(answer, &[]);
                assert_eq!(spread(&ours, unknowns), high.minus(low).unwrap(), "{name}");
                match path(&ours, target, unknowns) {
                    Route::There(total) => assert!(total == low && reaches(low), "{name}"),
                    Route::By(path) => {
                        let items: Vec<&str> =
                            path.steps.iter().flat_map(|step| step.items.iter().map(|item| item.id)).collect();
                        let (then, most) = all(answer, &items);
                        assert!(!reaches(low) && reaches(then), "{name}");
                        assert_eq!((path.before, path.after), (low, then), "{name}");
                        assert_eq!(most.minus(then), high.minus(low), "answers move all readings alike: {name}");
                        by += 1;
                    }
                    Route::OutOfReach { best, .. } => {
                        let items: Vec<&str> = ours.variant.items().map(|(_, item)| item.id).collect();
                        assert!(best <= all(answer, &items).0 && !reaches(best), "{name}");
                        out += 1;
                    }
                }
            }
        }
    }
    assert!(by > 20 && out > 0, "{by} ways, {out} out of reach");
}

#[test]
fn what_if_is_told_over_every_reading() {
    for (name, ours) in cases() {
        let (_, item) = ours.variant.items().find(|(_, item)| ours.answer(item.id) == Answer::No).unwrap();
        let mut changes = ChangeSet::default();
        changes.answers.insert(item.id.to_owned(), Answer::Yes);
        let tried = what_if(&ours, &changes).unwrap();
        let whole = &tried.comparison;
        assert_eq!(
            (whole.total.before, whole.total.after),
            (tried.before.honest_total(), tried.after.honest_total()),
            "{name}"
        );
        assert_eq!(whole.gain, gains(&tried.before, &tried.after), "{name}");
        assert_eq!(whole.predicate_after, tried.after.honest_predicate(), "{name}");
    }
}

#[test]
fn no_screen_shows_a_bare_total_that_another_reading_would_change() {
    for (name, ours) in cases() {
        let report = assess(&ours);
        if report.honest_total().is_settled() {
            continue;
        }
        let mut model = Model::new(Locale::Id);
        model.work.assessment = ours;
        let bare =
            cermin_koperasi::money::decimal(report.total.low, cermin_koperasi::money::Places::Exactly(2), Locale::Id);
        let inside = report.total.low > report.honest_total().low && report.total.high < report.honest_total().high;
        for hash in ["#/perbaikan", "#/jalan", "#/andai", "#/banding"] {
            update(&mut model, Message::Went(Screen::parse(hash).unwrap()));
            let page = plain(&view(&model).into_string());
            assert!(!inside || !page.contains(&bare), "{name} {hash} tells {bare}: {page}");
        }
    }
}

#[test]
fn aspects_and_margins_hold_every_way_to_read_the_form() {
    for (name, work) in cases() {
        let report = assess(&work);
        let doubt = report.doubt.as_ref().unwrap();
        // Each aspect by hand, under every way: its points over the most it could have.
        for told in report.honest_aspects() {
            let share = |of: &dyn Fn(&'static Indicator) -> Range<Fraction>, end: fn(Range<Fraction>) -> Fraction| {
                let all = || told.aspect.indicators();
                let sum = Fraction::sum(all().map(|one| end(of(one)))).unwrap();
                let most = Fraction::sum(all().map(|one| one.max)).unwrap();
                sum.over(most).unwrap().times(Fraction::whole(100)).unwrap()
            };
            let own = |one: &'static Indicator| report.indicator(one.id).unwrap().score;
            let mut lows = vec![share(&own, |range| range.low)];
            let mut highs = vec![share(&own, |range| range.high)];
            for by in &doubt.by {
                let of = |one: &'static Indicator| by.points(one).unwrap_or_else(|| own(one));
                lows.push(share(&of, |range| range.low));
                highs.push(share(&of, |range| range.high));
            }
            let (low, high) = (lows.into_iter().min().unwrap(), highs.into_iter().max().unwrap());
            assert_eq!(told.score, Range { low, high }, "{name} {}", told.aspect.id);
        }
        let margin = margin(&work);
        assert_eq!((margin.total.low.total, margin.total.high.total), (doubt.total.low, doubt.total.high), "{name}");
        for threat in &margin.threats {
            assert!(threat.total < doubt.total.low && threat.predicate != doubt.predicate.low, "{name}");
        }
    }
}

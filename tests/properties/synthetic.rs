//! Rulebooks that no law has written yet: scales that rise and fall, points in proportion, items that need not apply.
//! Built at run time, so that a random scale is scored like a real one.

use cermin_koperasi::assessment::{Answer, Assessment};
use cermin_koperasi::exact::{Fraction, Range};
use cermin_koperasi::locale::Spoken;
use cermin_koperasi::rulebook::{
    Action, Aspect, Band, Bands, Bound, Citation, CoopKinds, Doer, Edition, Index, Indicator, Item, Measure, Place,
    Predicate, Rulebook, Scale, Span, Subaspect, Variant,
};
use cermin_koperasi::scoring::{self, Status};
use proptest::collection::vec;
use proptest::prelude::*;

const SEEN: Citation = Citation { sources: &["T"], confidence: "" };

fn leak<T>(values: Vec<T>) -> &'static [T] {
    Box::leak(values.into_boxed_slice())
}

fn fraction(above: i128, below: i128) -> Fraction {
    Fraction::new(above, below).unwrap()
}

/// Equal steps from 0 to 1 with these points, each holding its upper end or not.
fn bands(points: &[i64], upper: bool) -> &'static [Bands] {
    let steps = i128::try_from(points.len()).unwrap();
    let bound = |step: i128, lower: bool| {
        (0 < step && step < steps).then(|| Bound { at: fraction(step, steps), inclusive: lower != upper })
    };
    let band = |(step, points): (i128, &i64)| Band {
        min: bound(step, true),
        max: bound(step + 1, false),
        points: Fraction::whole(*points),
    };
    let bands = leak((0..).zip(points).map(band).collect());
    leak(vec![Bands { edition: 0, reading: None, bands, difference: None, citation: SEEN }])
}

fn item(place: usize, not_applicable: bool) -> Item {
    let action = Action { who: Doer::Ketua, time: Span::Days, effort: 1, coaching: "", evidence: &[] };
    let id: &'static str = Box::leak(format!("i{place}").into_boxed_str());
    Item { id, at: Place::alone(u16::try_from(place).unwrap()), cell: "", not_applicable, differences: &[], action }
}

/// A form of one checklist.
fn form(scale: Scale, max: Fraction, optional: &[bool]) -> Assessment {
    let items = leak(optional.iter().enumerate().map(|(place, optional)| item(place, *optional)).collect());
    let measure = Measure::Checklist(items);
    let one =
        Indicator { id: "I", at: Place::alone(0), name: "I", max, citation: SEEN, differences: &[], measure, scale };
    let part = Subaspect { id: "S", at: Place::alone(0), name: "S", indicators: leak(vec![one]) };
    let aspect = Aspect {
        id: "A",
        at: Place::alone(0),
        name: "A",
        weight: Fraction::ONE,
        citation: SEEN,
        subaspects: leak(vec![part]),
    };
    let predicate = |id, from: i64, to: i64| Predicate {
        id,
        at: Place::alone(0),
        name: id,
        range: Band {
            min: Some(Bound { at: Fraction::whole(from), inclusive: true }),
            max: Some(Bound { at: Fraction::whole(to), inclusive: to == 100 }),
            points: Fraction::ZERO,
        },
        citation: SEEN,
    };
    let predicates = [("five", 80, 100), ("four", 60, 80), ("three", 40, 60), ("two", 20, 40), ("one", 0, 20)];
    let variant = Variant {
        kinds: CoopKinds::default(),
        class_to: u8::MAX,
        id: "v",
        name: "v",
        citation: SEEN,
        aspects: leak(vec![aspect]),
        groups: &[],
        accounts: &[],
        aggregates: &[],
        ladders: &[],
        predicates: leak(predicates.map(|(id, from, to)| predicate(id, from, to)).into()),
        checks: &[],
        alternatives: &[],
        moves: None,
        index: Index::default(),
    };
    let book: &'static Rulebook = Box::leak(Box::new(Rulebook {
        id: "synthetic",
        title: "",
        regulation: "",
        in_force: "2020-01-01",
        editions: leak(vec![Edition { id: "1", from: "2020-01-01", doubt: None, citation: SEEN }]),
        variants: leak(vec![variant]),
        later: &[],
        differences: &[],
        references: &[],
        texts: Spoken::new(),
        help: Spoken::new(),
    }));
    Assessment::new(book, &book.variants[0])
}

/// Points of a settled checklist, by hand: items met, items that count.
type ByHand<'a> = &'a dyn Fn(i128, i128) -> Fraction;

/// The least and the most over every completion, including that an item may prove not to apply.
fn brute_force(answers: &[Answer], optional: &[bool], whole: Range<Fraction>, by_hand: ByHand<'_>) -> Range<Fraction> {
    let open = answers.iter().position(|answer| *answer == Answer::Unknown);
    let Some(open) = open else {
        let met = answers.iter().filter(|answer| **answer == Answer::Yes).count();
        let counted = answers.iter().filter(|answer| **answer != Answer::NotApplicable).count();
        let settled = || Range::exactly(by_hand(i128::try_from(met).unwrap(), i128::try_from(counted).unwrap()));
        return if counted == 0 { whole } else { settled() };
    };
    let choices = [Answer::Yes, Answer::No, Answer::NotApplicable];
    let choices = choices.into_iter().filter(|answer| *answer != Answer::NotApplicable || optional[open]);
    let outcomes = choices.map(|answer| {
        let mut answers = answers.to_vec();
        answers[open] = answer;
        brute_force(&answers, optional, whole, by_hand)
    });
    outcomes.reduce(|a, b| Range { low: a.low.min(b.low), high: a.high.max(b.high) }).unwrap()
}

fn answer_all(assessment: &mut Assessment, answers: &[Answer]) {
    assessment.answers.extend(answers.iter().enumerate().map(|(place, answer)| (format!("i{place}"), *answer)));
}

fn answers(length: usize) -> impl Strategy<Value = Vec<(Answer, bool)>> {
    let optional = prop_oneof![Just(Answer::Yes), Just(Answer::No), Just(Answer::Unknown), Just(Answer::NotApplicable)];
    let plain = prop_oneof![Just(Answer::Yes), Just(Answer::No), Just(Answer::Unknown)];
    vec(prop_oneof![(optional, Just(true)), (plain, Just(false))], 1..=length)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_scale_that_rises_and_falls_spans_exactly_what_can_become(
        lines in answers(7),
        points in vec(0_i64..=100, 1..6),
        upper in any::<bool>(),
    ) {
        let (answers, optional): (Vec<Answer>, Vec<bool>) = lines.into_iter().unzip();
        let mut assessment = form(Scale::Bands(bands(&points, upper)), Fraction::whole(100), &optional);
        answer_all(&mut assessment, &answers);
        let (low, high) = (*points.iter().min().unwrap(), *points.iter().max().unwrap());
        let whole = Range { low: Fraction::whole(low), high: Fraction::whole(high) };
        let steps = i128::try_from(points.len()).unwrap();
        let by_hand = |met: i128, counted: i128| {
            let exact = met * steps % counted == 0 && upper;
            let step = (met * steps / counted - i128::from(exact)).clamp(0, steps - 1);
            Fraction::whole(points[usize::try_from(step).unwrap()])
        };
        let report = scoring::assess(&assessment);
        prop_assert_eq!(report.indicators[0].score, brute_force(&answers, &optional, whole, &by_hand));
    }

    #[test]
    fn points_in_proportion_span_exactly_what_can_become(lines in answers(7), quarters in 1_i128..60) {
        let (answers, optional): (Vec<Answer>, Vec<bool>) = lines.into_iter().unzip();
        let max = fraction(quarters, 4);
        let mut assessment = form(Scale::Proportional, max, &optional);
        answer_all(&mut assessment, &answers);
        let by_hand = |met: i128, counted: i128| fraction(met * quarters, counted * 4);
        let whole = Range { low: Fraction::ZERO, high: max };
        let report = scoring::assess(&assessment);
        prop_assert_eq!(report.indicators[0].score, brute_force(&answers, &optional, whole, &by_hand));
    }

    /// An item that need not apply may be excused: that, too, is an answer and never widens.
    #[test]
    fn excusing_an_item_never_widens(lines in answers(7), points in vec(0_i64..=100, 1..6), pick in any::<prop::sample::Index>()) {
        let (answers, optional): (Vec<Answer>, Vec<bool>) = lines.into_iter().unzip();
        let open: Vec<usize> = (0..answers.len()).filter(|n| optional[*n] && answers[*n] == Answer::Unknown).collect();
        prop_assume!(!open.is_empty());
        let mut assessment = form(Scale::Bands(bands(&points, true)), Fraction::whole(100), &optional);
        answer_all(&mut assessment, &answers);
        let before = scoring::assess(&assessment).total;
        assessment.answers.insert(format!("i{}", pick.get(&open)), Answer::NotApplicable);
        let after = scoring::assess(&assessment).total;
        prop_assert!(before.low <= after.low && after.high <= before.high, "{before:?} became {after:?}");
    }
}

#[test]
fn a_quarter_point_for_each_yes() {
    let mut assessment = form(Scale::Proportional, Fraction::whole(3), &[false; 12]);
    let yes: Vec<Answer> = (0..12).map(|n| if n < 7 { Answer::Yes } else { Answer::No }).collect();
    answer_all(&mut assessment, &yes);
    let report = scoring::assess(&assessment);
    assert_eq!(report.indicators[0].score, Range::exactly(fraction(7, 4)));
    assert_eq!(report.settled_predicate().unwrap().id, "three");
}

#[test]
fn a_checklist_that_applies_nowhere_spans_its_scale_and_says_so() {
    let mut assessment = form(Scale::Bands(bands(&[0, 25, 50], true)), Fraction::whole(50), &[true, true]);
    answer_all(&mut assessment, &[Answer::NotApplicable, Answer::NotApplicable]);
    let score = &scoring::assess(&assessment).indicators[0];
    assert_eq!(score.trace.status, Status::ZeroDenominator);
    assert_eq!(score.score, Range { low: Fraction::ZERO, high: Fraction::whole(50) });
}

#[test]
fn an_item_that_must_apply_cannot_be_excused() {
    let mut assessment = form(Scale::Proportional, Fraction::ONE, &[false]);
    answer_all(&mut assessment, &[Answer::NotApplicable]);
    assert_eq!(scoring::assess(&assessment).indicators[0].score, Range { low: Fraction::ZERO, high: Fraction::ONE });
}

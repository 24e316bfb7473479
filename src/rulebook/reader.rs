//! Rulebooks from the lines that `compiler/emit.rs` wrote: the same fields in the same order.

use super::{
    Account, AccountText, Action, Aggregate, Alternative, Aspect, AspectText, Band, Bands, Bound, Check, CheckKind,
    Citation, CoopKinds, Deed, Difference, DifferenceHelp, DifferenceText, Direction, Doer, Edition, Formula, Formulas,
    Group, Help, Index, Indicator, IndicatorText, Item, ItemHelp, ItemText, Ladder, LaterForm, Leg, Measure, Move,
    Moves, NamedText, Override, Predicate, PredicateText, RatioHelp, RatioRule, Reading, Reference, Rulebook, Scale,
    Side, Span, Statement, Subaspect, TermText, Texts, Trigger, Unit, Variant,
};
use crate::exact::Fraction;
use crate::lines::{Lines, Read, read};
use crate::locale::Spoken;

impl Read for Rulebook {
    fn read(lines: &mut Lines) -> Self {
        Self {
            id: Read::read(lines),
            title: Read::read(lines),
            regulation: Read::read(lines),
            in_force: Read::read(lines),
            editions: Read::read(lines),
            variants: Read::read(lines),
            later: Read::read(lines),
            differences: Read::read(lines),
            references: Read::read(lines),
            // Sentences come with each language.
            texts: Spoken::new(),
            help: Spoken::new(),
        }
    }
}

impl Read for CoopKinds {
    fn read(lines: &mut Lines) -> Self {
        Self(Read::read(lines))
    }
}

impl Read for Deed {
    fn read(lines: &mut Lines) -> Self {
        let word = lines.next();
        Self::parse(word).unwrap_or_else(|| panic!("no such deed: {word}"))
    }
}

impl Read for Variant {
    fn read(lines: &mut Lines) -> Self {
        lines.restart();
        Self {
            id: Read::read(lines),
            name: Read::read(lines),
            kinds: Read::read(lines),
            class_to: Read::read(lines),
            citation: Read::read(lines),
            aspects: Read::read(lines),
            groups: Read::read(lines),
            accounts: Read::read(lines),
            aggregates: Read::read(lines),
            ladders: Read::read(lines),
            predicates: Read::read(lines),
            checks: Read::read(lines),
            alternatives: Read::read(lines),
            moves: Read::read(lines),
            index: Index::default(),
        }
    }
}

read! {
    struct LaterForm { id, kinds }
    struct Reference { id, title, date, note }
    struct Citation { sources, confidence }
    struct Edition { id, from, doubt, citation }
    struct Difference { id, at, variant, class, places, affects }
    struct Aspect { id, at, name, weight, citation, subaspects }
    struct Subaspect { id, at, name, indicators }
    struct Indicator { id, at, name, max, citation, differences, measure, scale }
    struct Item { id, at, cell, not_applicable, differences, action }
    struct RatioRule { unit, definition, worksheet, overrides, action }
    struct Override { trigger, of, reading, points, difference }
    struct Action { who, time, effort, coaching, evidence }
    struct Ladder { id, tables }
    struct Bands { edition, reading, bands, difference, citation }
    struct Band { min, max, points }
    struct Bound { at, inclusive }
    struct Group { id, at, name, statement, first, count }
    struct Account { id, at, side, cell, contra, signed, prior, rare }
    struct Aggregate { id, at, formulas, citation, differences }
    struct Formulas { definition, worksheet, worksheet_prior }
    struct Predicate { id, at, name, range, citation }
    struct Check { id, kind, left, right, difference }
    struct Alternative { difference, citation, formulas }
    struct Moves { result, ceiling, list, risks, risk_at }
    struct Move { id, deed, lead, with, most, rat, plan }
    struct Leg { account, direction }
}

read! {
    enum Reading { Definition, Worksheet }
    enum Unit { Percent, Times, Days }
    enum Statement { Balance, Result, Memo }
    enum Side { Asset, Liability, Equity, Revenue, Expense, Memo }
    enum Trigger { Zero, Negative }
    enum Doer { Pengurus, Ketua, Sekretaris, Bendahara, Pengawas, Manajer }
    enum Direction { Up, Down }
    enum Span { Days, Weeks, Months, Rat }
}

// The sentences, in each language.
read! {
    struct Texts {
        aspects, subaspects, indicators, items, groups, accounts, aggregates, predicates, differences, documents,
        coaching, terms,
    }
    struct AspectText { name, note }
    struct IndicatorText { name }
    struct ItemText { question, met }
    struct Help { items, accounts, ratios, differences }
    struct ItemHelp { hint, why, examiner, first_step }
    struct RatioHelp { meaning, why, examiner, first_step }
    struct DifferenceHelp { definition, worksheet, ours }
    struct AccountText { name }
    struct PredicateText { name, note }
    struct DifferenceText { title }
    struct NamedText { id, name }
    struct TermText { id, word, meaning }
}

impl Read for Measure {
    fn read(lines: &mut Lines) -> Self {
        match lines.next() {
            "Checklist" => Self::Checklist(Read::read(lines)),
            _ => Self::Ratio(Read::read(lines)),
        }
    }
}

impl Read for Scale {
    fn read(lines: &mut Lines) -> Self {
        match lines.next() {
            "Bands" => Self::Bands(Read::read(lines)),
            "Shared" => Self::Shared(Read::read(lines)),
            _ => Self::Proportional,
        }
    }
}

impl Read for CheckKind {
    fn read(lines: &mut Lines) -> Self {
        match lines.next() {
            "Equal" => Self::Equal,
            "AtMost" => Self::AtMost,
            _ => Self::SameUnit { factor: Read::read(lines) },
        }
    }
}

/// `4` or `3/40`, in lowest terms already.
impl Read for Fraction {
    fn read(lines: &mut Lines) -> Self {
        let line = lines.next();
        let (above, below) = line.split_once('/').unwrap_or((line, "1"));
        let number = |text: &str| text.parse::<i64>().unwrap_or(1);
        Self::constant(number(above), number(below))
    }
}

/// The operator, then what it works on.
impl Read for Formula {
    fn read(lines: &mut Lines) -> Self {
        let line = lines.next();
        let place = || line.get(1..).and_then(|digits| digits.parse().ok()).unwrap_or_default();
        match line.as_bytes().first() {
            Some(b'a') => Self::Account(place()),
            Some(b'g') => Self::Aggregate(place()),
            Some(b'c') => Self::Constant(Read::read(lines)),
            Some(b'+') => Self::Sum(Read::read(lines)),
            Some(b'*') => Self::Product(Read::read(lines)),
            Some(b'/') => Self::Quotient(Read::read(lines)),
            Some(b'p') => Self::Prior(Read::read(lines)),
            Some(b'|') => Self::Absolute(Read::read(lines)),
            Some(b'?') => Self::IfZero(Read::read(lines)),
            _ => Self::Undefined,
        }
    }
}

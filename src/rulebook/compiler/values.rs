//! How the values of a rulebook stand in lines: texts, exact numbers, ranges, formulas.

use super::check::number;
use super::expression::{self, Exact, Expression, Names};
use super::lines::Lines;
use super::schema::{Number, Text};

impl Lines {
    pub(super) fn text(&mut self, text: &Text) {
        self.put(text.get_ref());
    }

    pub(super) fn maybe(&mut self, text: Option<&Text>) {
        self.option(text, Self::text);
    }

    pub(super) fn exact(&mut self, value: Exact) {
        match value.denominator {
            1 => self.put(value.numerator),
            below => self.put(format!("{}/{below}", value.numerator)),
        }
    }

    pub(super) fn points(&mut self, value: &Number) {
        self.exact(number(value).unwrap_or(Exact::ZERO));
    }

    pub(super) fn citation(&mut self, sources: &[String], confidence: &str) {
        self.list(sources, |lines, source| lines.put(source));
        self.put(confidence);
    }

    pub(super) fn range(&mut self, [from, above, to, below]: [&Option<Text>; 4]) {
        for (inclusive, exclusive) in [(from, above), (to, below)] {
            let at = inclusive.as_ref().or(exclusive.as_ref()).and_then(|at| Exact::parse(at.get_ref()));
            self.option(at, |lines, at| {
                lines.exact(at);
                lines.truth(inclusive.is_some());
            });
        }
    }

    /// What stands before is the operator, so a formula reads from left to right.
    fn expression(&mut self, parsed: &Expression) {
        match parsed {
            Expression::Account(place) => self.put(format!("a{place}")),
            Expression::Aggregate(place) => self.put(format!("g{place}")),
            Expression::Constant(value) => {
                self.put("c");
                self.exact(*value);
            }
            Expression::Sum(terms) => {
                self.put("+");
                self.list(terms, |lines, (coefficient, term)| {
                    lines.exact(*coefficient);
                    lines.expression(term);
                });
            }
            Expression::Product(parts) => self.operation("*", &parts[..]),
            Expression::Quotient(parts) => self.operation("/", &parts[..]),
            Expression::Prior(inner) => self.operation("p", std::slice::from_ref(inner)),
            Expression::Absolute(inner) => self.operation("|", std::slice::from_ref(inner)),
            Expression::IfZero(parts) => self.operation("?", &parts[..]),
            Expression::Undefined => self.put("-"),
        }
    }

    fn operation(&mut self, sign: &str, parts: &[Expression]) {
        self.put(sign);
        for part in parts {
            self.expression(part);
        }
    }
}

pub(super) fn formula(lines: &mut Lines, source: &Text, names: &Names<'_>) {
    // `check::rules` has read every formula with these names before.
    lines.expression(&expression::parse(source.get_ref(), names).unwrap_or(Expression::Undefined));
}

/// `at-most` → `AtMost`: the name of an enum case.
pub(super) fn camel(word: &str) -> String {
    let capital = |part: &str| part[..1].to_uppercase() + &part[1..];
    word.split('-').filter(|part| !part.is_empty()).map(capital).collect()
}

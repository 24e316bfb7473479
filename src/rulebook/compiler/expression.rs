//! Formulas as people write them, `0.5 * a + prior(b) / abs(c)`, and decimals as exact fractions.

use std::collections::HashMap;

/// A parsed formula, before names become places.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Expression {
    Account(usize),
    Aggregate(usize),
    Constant(Exact),
    Sum(Vec<(Exact, Expression)>),
    Product(Box<[Expression; 2]>),
    Quotient(Box<[Expression; 2]>),
    Prior(Box<Expression>),
    Absolute(Box<Expression>),
    IfZero(Box<[Expression; 3]>),
    Undefined,
}

/// A fraction in lowest terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Exact {
    pub(super) numerator: i128,
    pub(super) denominator: i128,
}

impl Exact {
    pub(super) const ONE: Self = Self { numerator: 1, denominator: 1 };
    pub(super) const ZERO: Self = Self { numerator: 0, denominator: 1 };

    pub(super) fn new(numerator: i128, denominator: i128) -> Self {
        let (mut a, mut b) = (numerator.unsigned_abs(), denominator.unsigned_abs());
        while b != 0 {
            (a, b) = (b, a % b);
        }
        let common = i128::try_from(a.max(1)).unwrap_or(1);
        Self { numerator: numerator / common, denominator: denominator / common }
    }

    /// `7.5%`, `0.075`, `80`: a decimal, exactly. `None` for anything else.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (number, percent) = text.strip_suffix('%').map_or((text, 1), |number| (number, 100));
        let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
        let plain = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit()) && part.len() <= 12;
        if whole.is_empty() || !plain(whole) || !plain(fraction) || number.ends_with('.') {
            return None;
        }
        let digits: i128 = format!("{whole}{fraction}").parse().ok()?;
        let scale = 10_i128.pow(u32::try_from(fraction.len()).ok()?);
        Some(Self::new(digits, scale * percent))
    }

    pub(super) fn less(self, other: Self) -> bool {
        self.numerator * other.denominator < other.numerator * self.denominator
    }

    pub(super) fn plus(self, other: Self) -> Self {
        Self::new(
            self.numerator * other.denominator + other.numerator * self.denominator,
            self.denominator * other.denominator,
        )
    }
}

/// The names a formula may use: accounts, and the aggregates defined before it.
#[derive(Default)]
pub(super) struct Names<'a> {
    pub(super) accounts: HashMap<&'a str, usize>,
    pub(super) aggregates: HashMap<&'a str, usize>,
}

/// Reads a formula, or says what is wrong with it.
pub(super) fn parse(text: &str, names: &Names<'_>) -> Result<Expression, String> {
    let mut reader = Reader { rest: text, names };
    let expression = reader.sum()?;
    reader.skip();
    if reader.rest.is_empty() {
        Ok(expression)
    } else {
        Err(format!("cannot read the formula from \"{}\" on", reader.rest))
    }
}

struct Reader<'t, 'n> {
    rest: &'t str,
    names: &'n Names<'n>,
}

impl<'t> Reader<'t, '_> {
    fn skip(&mut self) {
        self.rest = self.rest.trim_start();
    }

    fn take(&mut self, sign: char) -> bool {
        self.skip();
        let Some(rest) = self.rest.strip_prefix(sign) else {
            return false;
        };
        self.rest = rest;
        true
    }

    fn expect(&mut self, sign: char) -> Result<(), String> {
        if self.take(sign) { Ok(()) } else { Err(format!("expected \"{sign}\" before \"{}\"", self.rest)) }
    }

    fn sum(&mut self) -> Result<Expression, String> {
        let mut terms = Vec::new();
        let mut negative = self.take('-');
        loop {
            let (coefficient, term) = scaled(self.product()?);
            let sign = if negative { -1 } else { 1 };
            terms.push((Exact::new(sign * coefficient.numerator, coefficient.denominator), term));
            negative = match (self.take('+'), self.take('-')) {
                (true, _) => false,
                (_, true) => true,
                _ => break,
            };
        }
        Ok(match terms.as_slice() {
            [(Exact::ONE, only)] => only.clone(),
            _ => Expression::Sum(terms),
        })
    }

    fn product(&mut self) -> Result<Expression, String> {
        let mut left = self.factor()?;
        loop {
            if self.take('*') {
                left = Expression::Product(Box::new([left, self.factor()?]));
            } else if self.take('/') {
                left = Expression::Quotient(Box::new([left, self.factor()?]));
            } else {
                return Ok(left);
            }
        }
    }

    fn factor(&mut self) -> Result<Expression, String> {
        if self.take('(') {
            let inner = self.sum()?;
            self.expect(')')?;
            return Ok(inner);
        }
        let word = self.word();
        match word {
            "" => Err(format!("expected a name or a number before \"{}\"", self.rest)),
            "undefined" => Ok(Expression::Undefined),
            "prior" => self.arguments().map(|[only]| Expression::Prior(Box::new(only))),
            "abs" => self.arguments().map(|[only]| Expression::Absolute(Box::new(only))),
            "if_zero" => self.arguments().map(|cases| Expression::IfZero(Box::new(cases))),
            name if name.starts_with(|first: char| first.is_ascii_digit()) => {
                Exact::parse(name).map(Expression::Constant).ok_or_else(|| format!("\"{name}\" is not a number"))
            }
            name => self.name(name),
        }
    }

    fn word(&mut self) -> &'t str {
        self.skip();
        let end =
            self.rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '.')).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        word
    }

    fn arguments<const N: usize>(&mut self) -> Result<[Expression; N], String> {
        self.expect('(')?;
        let mut found = vec![self.sum()?];
        while self.take(',') {
            found.push(self.sum()?);
        }
        self.expect(')')?;
        let count = found.len();
        found.try_into().map_err(|_| format!("expected {N} arguments, found {count}"))
    }

    fn name(&self, name: &str) -> Result<Expression, String> {
        let account = self.names.accounts.get(name).map(|place| Expression::Account(*place));
        let aggregate = || self.names.aggregates.get(name).map(|place| Expression::Aggregate(*place));
        account.or_else(aggregate).ok_or_else(|| format!("unknown account or aggregate \"{name}\" in a formula"))
    }
}

/// Splits a leading number off a product, so that `0.5 * a` is a term with a coefficient.
fn scaled(expression: Expression) -> (Exact, Expression) {
    match expression {
        Expression::Product(factors) => match *factors {
            [Expression::Constant(number), other] => (number, other),
            factors => (Exact::ONE, Expression::Product(Box::new(factors))),
        },
        other => (Exact::ONE, other),
    }
}

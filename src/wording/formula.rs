//! A rulebook's formula as a line people can read: names of figures, signs of arithmetic, years in words.

use crate::exact::Fraction;
use crate::locale::{Locale, fill};
use crate::money::{Places, decimal};
use crate::rulebook::{Formula, Rulebook, Texts, Variant, Year};

impl Locale {
    /// A formula with the names of its figures, without what explains them in brackets.
    ///
    /// ```
    /// use cermin_koperasi::{locale::Locale, rulebook::{self, Measure}};
    /// let book = rulebook::find("kkpkk-2021").unwrap();
    /// let variant = &book.variants[0];
    /// let Measure::Ratio(rule) = &variant.indicator("D.I.1").unwrap().measure else { unreachable!() };
    /// assert_eq!(Locale::Id.formula(book, variant, &rule.definition), "Jumlah ekuitas ÷ Jumlah aktiva");
    /// ```
    #[must_use]
    pub fn formula(self, book: &'static Rulebook, variant: &'static Variant, formula: &Formula) -> String {
        Teller { locale: self, variant, texts: book.text(self) }.tell(formula, Year::Current, Binding::Loose)
    }
}

/// How tightly the surroundings of a part bind; what binds less is put in brackets.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Binding {
    /// Nothing around it.
    Loose,
    /// A term of a sum that is taken away, or the left of a product.
    Factor,
    /// The right of a product or quotient.
    Divisor,
}

#[derive(Clone, Copy)]
struct Teller {
    locale: Locale,
    variant: &'static Variant,
    texts: &'static Texts,
}

impl Teller {
    fn tell(self, formula: &Formula, year: Year, around: Binding) -> String {
        let words = &self.locale.words().formula;
        let product = |sign: &str, [left, right]: &[Formula; 2]| {
            let (left, right) = (self.tell(left, year, Binding::Factor), self.tell(right, year, Binding::Divisor));
            bracketed(format!("{left} {sign} {right}"), around >= Binding::Divisor)
        };
        match formula {
            Formula::Account(place) => self.named(self.variant.accounts[usize::from(*place)].id, year),
            Formula::Aggregate(place) => self.named(self.variant.aggregates[usize::from(*place)].id, year),
            Formula::Constant(value) => self.number(*value),
            Formula::Sum(terms) => bracketed(self.sum(terms, year), around >= Binding::Factor),
            Formula::Product(parts) => product("×", parts),
            Formula::Quotient(parts) => product("÷", parts),
            Formula::Prior(inner) => self.tell(inner, Year::Prior, around),
            Formula::Absolute(inner) => fill(words.absolute, &[("figure", &self.tell(inner, year, Binding::Factor))]),
            Formula::IfZero(parts) => {
                let [tested, zero, other] = [0, 1, 2].map(|place| self.tell(&parts[place], year, Binding::Loose));
                fill(words.if_zero, &[("tested", &tested), ("zero", &zero), ("otherwise", &other)])
            }
            Formula::Undefined => words.undefined.to_owned(),
        }
    }

    fn named(self, id: &'static str, year: Year) -> String {
        let name = self.texts.figure(self.variant, id).unwrap_or(id);
        let name = name.split_once('(').map_or(name, |(name, _)| name.trim_end());
        match year {
            Year::Current => name.to_owned(),
            Year::Prior => fill(self.locale.words().formula.prior, &[("figure", &name)]),
        }
    }

    fn sum(self, terms: &[(Fraction, Formula)], year: Year) -> String {
        let term = |(place, (coefficient, term)): (usize, &(Fraction, Formula))| {
            let sign = match (coefficient.is_negative(), place) {
                (true, 0) => "−",
                (true, _) => " − ",
                (false, 0) => "",
                (false, _) => " + ",
            };
            let size = coefficient.abs();
            let times = if size == Fraction::ONE { String::new() } else { format!("{} × ", self.number(size)) };
            let around = if times.is_empty() && !coefficient.is_negative() { Binding::Loose } else { Binding::Factor };
            format!("{sign}{times}{}", self.tell(term, year, around))
        };
        terms.iter().enumerate().map(term).collect()
    }

    fn number(self, value: Fraction) -> String {
        decimal(value, Places::AtMost(6), self.locale)
    }
}

fn bracketed(text: String, wanted: bool) -> String {
    if wanted { format!("({text})") } else { text }
}

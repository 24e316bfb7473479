//! What the books check noticed, in a sentence.

use crate::exact::Fraction;
use crate::locale::{Locale, Words, fill};
use crate::money::rupiah;
use crate::rulebook::{Rulebook, Variant};
use crate::scoring::Finding;

impl Locale {
    /// A finding of the books check as a sentence with its figures. `year` is what its year is called inside a sentence.
    #[must_use]
    pub fn finding(self, book: &'static Rulebook, variant: &'static Variant, finding: &Finding, year: &str) -> String {
        let words = self.words();
        match finding {
            Finding::Check { id, left, right, .. } => {
                // A difference that does not fit cannot come from books of fifteen digits.
                let gap = left.minus(*right).unwrap_or(Fraction::ZERO).abs();
                let [left, right, gap] = [*left, *right, gap].map(|value| rupiah(value, self));
                fill(words.check(id), &[("year", &year), ("left", &left), ("right", &right), ("gap", &gap)])
            }
            Finding::ContraSign { account, amount, .. } | Finding::Negative { account, amount, .. } => {
                let text = if finding.id() == "negative" { words.books.negative } else { words.books.contra };
                let name = book.text(self).figure(variant, account).unwrap_or(account);
                let amount = amount.print(self);
                fill(text, &[("account", &name), ("amount", &amount), ("year", &year)])
            }
        }
    }
}

impl Words {
    fn check(&self, id: &str) -> &'static str {
        match id {
            "balance" => self.books.balance,
            "result" => self.books.result,
            "bad-loans" => self.books.bad_loans,
            _ => self.books.thousands,
        }
    }
}

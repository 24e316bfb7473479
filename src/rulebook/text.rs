//! Our own sentences about a rulebook, in one language. A book says each once: things point at them (`texts[item]`, see
//! [`Place`](super::Place)), and forms share them. What no thing points at is sorted by id.

use super::{Rulebook, Variant};

/// Everything a rulebook says to a reader in one language.
#[derive(Debug)]
pub struct Texts {
    /// What aspects point at.
    pub aspects: &'static [AspectText],
    /// What subaspects point at.
    pub subaspects: &'static [&'static str],
    /// What indicators point at.
    pub indicators: &'static [IndicatorText],
    /// What items point at.
    pub items: &'static [ItemText],
    /// What groups point at.
    pub groups: &'static [&'static str],
    /// What accounts point at.
    pub accounts: &'static [AccountText],
    /// What aggregates point at.
    pub aggregates: &'static [&'static str],
    /// What predicates point at.
    pub predicates: &'static [PredicateText],
    /// What differences point at.
    pub differences: &'static [DifferenceText],
    /// Papers that serve as evidence, by id.
    pub documents: &'static [NamedText],
    /// What the office can help with, by id.
    pub coaching: &'static [NamedText],
    /// Words explained, by id.
    pub terms: &'static [TermText],
}

/// An aspect in plain words.
#[derive(Debug)]
pub struct AspectText {
    /// Its plain name.
    pub name: &'static str,
    /// What it looks at, one sentence.
    pub note: &'static str,
}

/// An indicator in plain words.
#[derive(Debug)]
pub struct IndicatorText {
    /// A short plain title. More about a ratio is [`RatioHelp`]; a checklist's items speak for themselves.
    pub name: &'static str,
}

/// An item in plain words.
#[derive(Debug)]
pub struct ItemText {
    /// The question; *yes* is always the good answer.
    pub question: &'static str,
    /// What holds where the answer is *yes*; blank where the question says it after *Apakah*, and in the first part of the
    /// page.
    pub met: &'static str,
}

impl ItemText {
    /// What holds where the answer is *yes*, as a statement.
    ///
    /// ```
    /// use cermin_koperasi::{locale::Locale, rulebook};
    /// let (book, item) = (rulebook::RULEBOOKS[0], rulebook::RULEBOOKS[0].variants[0].item("A.III.1.a").unwrap());
    /// assert_eq!(book.text(Locale::Id)[item].statement(), "Koperasi punya visi, misi, dan tujuan yang tertulis.");
    /// ```
    #[must_use]
    pub fn statement(&self) -> String {
        let Some(asked) = self.question.strip_prefix("Apakah ") else { return self.met.to_owned() };
        let mut statement = asked.trim_end_matches('?').to_owned() + ".";
        // Indonesian words begin with plain letters.
        if let Some(first) = statement.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        statement
    }
}

/// More than a first visit needs, in one language: the page's modules go without, and fetch it when somebody asks, or in a quiet
/// second.
#[derive(Debug)]
pub struct Help {
    /// What items point at.
    pub items: &'static [ItemHelp],
    /// What belongs in an account; what accounts point at.
    pub accounts: &'static [&'static str],
    /// What indicators point at; blank for a checklist.
    pub ratios: &'static [RatioHelp],
    /// What differences point at.
    pub differences: &'static [DifferenceHelp],
}

/// More about an item.
#[derive(Debug)]
pub struct ItemHelp {
    /// The evidence to have at hand.
    pub hint: &'static str,
    /// Why it is asked.
    pub why: &'static str,
    /// What the examiner looks at.
    pub examiner: &'static str,
    /// What to do first.
    pub first_step: &'static str,
}

/// More about a ratio.
#[derive(Debug)]
pub struct RatioHelp {
    /// What it tells.
    pub meaning: &'static str,
    /// Why it is looked at.
    pub why: &'static str,
    /// What the examiner does.
    pub examiner: &'static str,
    /// What to do first.
    pub first_step: &'static str,
}

/// Both sides of a difference, and ours.
#[derive(Debug)]
pub struct DifferenceHelp {
    /// What the definition says.
    pub definition: &'static str,
    /// What the worksheet does.
    pub worksheet: &'static str,
    /// What this tool does.
    pub ours: &'static str,
}

impl Help {
    /// Of an item, by its id.
    #[must_use]
    pub fn item(&self, variant: &'static Variant, id: &str) -> Option<&ItemHelp> {
        self.of(variant.item(id)?)
    }
}

/// An account in plain words; what belongs in it is [`Help`].
#[derive(Debug)]
pub struct AccountText {
    /// Its label.
    pub name: &'static str,
}

/// A predicate in plain words.
#[derive(Debug)]
pub struct PredicateText {
    /// The official word.
    pub name: &'static str,
    /// What it means for the board.
    pub note: &'static str,
}

/// A difference in plain words; both of its sides in [`DifferenceHelp`].
#[derive(Debug)]
pub struct DifferenceText {
    /// What it is about; blank in the first part of the page, unless it leaves an edition or an item in doubt.
    pub title: &'static str,
}

/// A thing with an id and a name.
#[derive(Debug)]
pub struct NamedText {
    /// Stable id.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
}

/// A word of the glossary.
#[derive(Debug)]
pub struct TermText {
    /// Stable id.
    pub id: &'static str,
    /// The word.
    pub word: &'static str,
    /// What it means.
    pub meaning: &'static str,
}

impl Texts {
    /// An indicator's words, by its id.
    #[must_use]
    pub fn indicator(&self, variant: &'static Variant, id: &str) -> Option<&IndicatorText> {
        variant.indicator(id).map(|indicator| &self[indicator])
    }

    /// An item's words, by its id.
    #[must_use]
    pub fn item(&self, variant: &'static Variant, id: &str) -> Option<&ItemText> {
        variant.item(id).map(|item| &self[item])
    }

    /// A difference's words, by its id.
    #[must_use]
    pub fn difference(&self, book: &Rulebook, id: &str) -> Option<&DifferenceText> {
        book.differences.iter().find(|difference| difference.id == id).map(|difference| &self[difference])
    }

    /// The name of an aggregate or an account, by its id.
    #[must_use]
    pub fn figure(&self, variant: &'static Variant, id: &str) -> Option<&'static str> {
        let account = || variant.account_index(id).map(|place| self[&variant.accounts[place]].name);
        variant.aggregate(id).map(|aggregate| self[aggregate]).or_else(account)
    }

    /// The name of a paper, by its id.
    #[must_use]
    pub fn document(&self, id: &str) -> Option<&'static str> {
        name_of(self.documents, id)
    }

    /// The name of an offer of help, by its id.
    #[must_use]
    pub fn offer(&self, id: &str) -> Option<&'static str> {
        name_of(self.coaching, id)
    }
}

fn name_of(list: &'static [NamedText], id: &str) -> Option<&'static str> {
    list.iter().find(|entry| entry.id == id).map(|entry| entry.name)
}

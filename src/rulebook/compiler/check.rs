//! What a rulebook file must satisfy before it becomes law in this house.

use std::collections::HashSet;
use std::ops::Range;

use toml::Spanned;

use super::expression::{self, Exact, Names};
use super::kind::CoopKind;
use super::schema::{Alternative, Aspect, Check, Group, Indicator, Number, Rules, Text, Variant};
use super::{Book, Refusal, dates};

mod indicator;
mod limits;

/// Refuses a rulebook that does not hold together.
pub(super) fn rules(book: &Book<'_>, rules: &Rules) -> Result<(), Vec<Refusal>> {
    let mut judge = Judge { book, rules, refusals: Vec::new() };
    judge.book();
    for variant in &rules.variant {
        judge.variant(variant);
    }
    if judge.refusals.is_empty() { Ok(()) } else { Err(judge.refusals) }
}

/// The names a variant's formulas may use; aggregates count from their own line on.
pub(super) fn names(variant: &Variant) -> Names<'_> {
    let accounts = variant.group.iter().flat_map(|group| &group.accounts).enumerate();
    let aggregates = variant.aggregate.iter().enumerate();
    Names {
        accounts: accounts.map(|(place, account)| (account.id.get_ref().as_str(), place)).collect(),
        aggregates: aggregates.map(|(place, aggregate)| (aggregate.id.get_ref().as_str(), place)).collect(),
    }
}

/// A number of the file, exactly.
pub(super) fn number(number: &Number) -> Option<Exact> {
    match number {
        Number::Whole(value) => Some(Exact::new(i128::from(*value), 1)),
        Number::Decimal(text) => Exact::parse(text),
    }
}

struct Judge<'a> {
    book: &'a Book<'a>,
    rules: &'a Rules,
    refusals: Vec<Refusal>,
}

impl Judge<'_> {
    fn refuse(&mut self, span: Range<usize>, reason: impl Into<String>) {
        self.refusals.push(self.book.refusal(&span, reason));
    }

    fn book(&mut self) {
        let rules = self.rules;
        self.unique("reference", rules.reference.iter().map(|reference| &reference.id));
        self.unique("edition", rules.edition.iter().map(|edition| &edition.id));
        self.unique("variant", rules.variant.iter().map(|variant| &variant.id));
        self.unique("kind of cooperative", rules.variant.iter().flat_map(|variant| &variant.kinds));
        for kind in rules.variant.iter().flat_map(|variant| &variant.kinds) {
            if CoopKind::parse(kind.get_ref()).is_none() {
                self.refuse(kind.span(), format!("unknown kind of cooperative \"{}\"", kind.get_ref()));
            }
        }
        self.unique("difference", rules.difference.iter().map(|difference| &difference.id));
        self.cited(&rules.source);
        for text in [&rules.id, &rules.title, &rules.regulation] {
            self.filled(text);
        }
        self.date(&rules.in_force);
        if rules.edition.is_empty() {
            self.refuse(rules.id.span(), "a rulebook needs at least one dated edition");
        }
        for edition in &rules.edition {
            self.cited(&edition.source);
            self.date(&edition.from);
            self.difference(edition.difference.as_ref());
        }
        for pair in rules.edition.windows(2) {
            if pair[0].from.get_ref() >= pair[1].from.get_ref() {
                self.refuse(pair[1].from.span(), "editions must stand oldest first");
            }
        }
        self.affected();
    }

    fn affected(&mut self) {
        let rules = self.rules;
        let known: HashSet<&str> =
            rules.variant.iter().flat_map(indicators).map(|one| one.id.get_ref().as_str()).collect();
        for id in rules.difference.iter().flat_map(|difference| &difference.affects) {
            if !known.contains(id.get_ref().as_str()) {
                self.refuse(id.span(), format!("unknown indicator \"{}\"", id.get_ref()));
            }
        }
    }

    fn variant(&mut self, variant: &Variant) {
        self.cited(&variant.source);
        self.filled(&variant.name);
        self.unique("predicate", variant.predicate.iter().map(|predicate| &predicate.id));
        self.unique("ladder", variant.ladder.iter().map(|ladder| &ladder.id));
        self.unique("group", variant.group.iter().map(|group| &group.id));
        let accounts = variant.group.iter().flat_map(|group| &group.accounts).map(|account| &account.id);
        self.unique("account or aggregate", accounts.chain(variant.aggregate.iter().map(|aggregate| &aggregate.id)));
        self.unique("aspect", variant.aspect.iter().map(|aspect| &aspect.id));
        self.unique("subaspect", variant.aspect.iter().flat_map(|aspect| &aspect.subaspect).map(|part| &part.id));
        self.unique("indicator", indicators(variant).map(|indicator| &indicator.id));
        self.unique("item", indicators(variant).flat_map(|indicator| &indicator.items).map(|item| &item.id));
        self.unique("check", variant.check.iter().map(|check| &check.id));
        self.predicates(variant);
        for ladder in &variant.ladder {
            self.cited(&ladder.source);
            self.bands(&ladder.bands);
        }
        variant.group.iter().for_each(|group| self.group(group));
        self.aggregates(variant);
        self.weights(&variant.aspect);
        for indicator in indicators(variant) {
            self.indicator(variant, indicator);
        }
        for check in &variant.check {
            self.check(variant, check);
        }
        for alternative in &variant.alternative {
            self.alternative(variant, alternative);
        }
    }

    /// An alternative sums known aggregates otherwise, from what stands before them, as they do themselves.
    fn alternative(&mut self, variant: &Variant, alternative: &Alternative) {
        self.cited(&alternative.source);
        self.difference(Some(&alternative.difference));
        for (id, formula) in &alternative.formula {
            let mut names = names(variant);
            match names.aggregates.get(id.as_str()).copied() {
                Some(place) => names.aggregates.retain(|_, other| *other < place),
                None => self.refuse(formula.span(), format!("unknown aggregate \"{id}\"")),
            }
            self.formula(formula, &names);
        }
    }

    fn group(&mut self, group: &Group) {
        self.filled(&group.name);
        self.one_of("statement", &group.statement, &["balance", "result", "memo"]);
        for account in &group.accounts {
            self.one_of("side", &account.side, &["asset", "liability", "equity", "revenue", "expense", "memo"]);
        }
    }

    fn aggregates(&mut self, variant: &Variant) {
        let mut names = names(variant);
        names.aggregates.clear();
        for (place, aggregate) in variant.aggregate.iter().enumerate() {
            self.cited(&aggregate.source);
            self.known(&aggregate.differences);
            let forms = [Some(&aggregate.formula), aggregate.worksheet.as_ref(), aggregate.worksheet_prior.as_ref()];
            for form in forms.into_iter().flatten() {
                self.formula(form, &names);
            }
            if forms[1..].iter().any(Option::is_some) && aggregate.differences.is_empty() {
                self.refuse(aggregate.id.span(), "the worksheet departs here, but no difference says why");
            }
            names.aggregates.insert(aggregate.id.get_ref(), place);
        }
    }

    fn weights(&mut self, aspects: &[Aspect]) {
        let mut sum = Some(Exact::ZERO);
        for aspect in aspects {
            self.cited(&aspect.source);
            self.filled(&aspect.name);
            aspect.subaspect.iter().for_each(|part| self.filled(&part.name));
            let weight = Exact::parse(aspect.weight.get_ref());
            if weight.is_none() {
                self.refuse(aspect.weight.span(), format!("\"{}\" is not a weight", aspect.weight.get_ref()));
            }
            sum = sum.zip(weight).map(|(sum, weight)| sum.plus(weight));
        }
        if let Some(Exact { numerator, denominator }) = sum.filter(|sum| *sum != Exact::ONE) {
            let place = aspects.first().map_or(0..0, |aspect| aspect.weight.span());
            self.refuse(place, format!("the aspects' weights sum to {numerator}/{denominator}, not to 100 %"));
        }
    }

    fn check(&mut self, variant: &Variant, check: &Check) {
        let names = names(variant);
        self.cited(&check.source);
        self.one_of("kind", &check.kind, &["equal", "at-most", "same-unit"]);
        self.formula(&check.left, &names);
        self.formula(&check.right, &names);
        self.difference(check.difference.as_ref());
        if (check.kind.get_ref() == "same-unit") != check.factor.is_some() {
            self.refuse(check.kind.span(), "a factor belongs to the kind same-unit, and to no other");
        }
    }

    fn formula(&mut self, text: &Text, names: &Names<'_>) {
        if let Err(reason) = expression::parse(text.get_ref(), names) {
            self.refuse(text.span(), reason);
        }
    }

    fn cited(&mut self, source: &Spanned<Vec<String>>) {
        if source.get_ref().is_empty() {
            self.refuse(source.span(), "no source: every rule says where it was read");
        }
        for one in source.get_ref() {
            let id = one.split(':').next().unwrap_or(one);
            if !self.rules.reference.iter().any(|reference| reference.id.get_ref() == id) {
                self.refuse(source.span(), format!("unknown source \"{id}\""));
            }
        }
    }

    fn date(&mut self, date: &Text) {
        if !is_date(date.get_ref()) {
            self.refuse(date.span(), format!("\"{}\" is not a date like 2021-08-20", date.get_ref()));
        }
    }

    fn known(&mut self, ids: &[Text]) {
        for id in ids {
            self.difference(Some(id));
        }
    }

    fn difference(&mut self, id: Option<&Text>) {
        let Some(id) = id else { return };
        if !self.rules.difference.iter().any(|difference| difference.id.get_ref() == id.get_ref()) {
            self.refuse(id.span(), format!("unknown difference \"{}\"", id.get_ref()));
        }
    }

    fn one_of(&mut self, what: &str, word: &Text, known: &[&str]) {
        if !known.contains(&word.get_ref().as_str()) {
            self.refuse(word.span(), format!("unknown {what} \"{}\"", word.get_ref()));
        }
    }

    fn filled(&mut self, text: &Text) {
        if text.get_ref().trim().is_empty() {
            self.refuse(text.span(), "an empty text");
        }
    }

    fn unique<'t>(&mut self, what: &str, ids: impl Iterator<Item = &'t Text>) {
        let mut seen = HashSet::new();
        for id in ids {
            self.filled(id);
            if !seen.insert(id.get_ref().clone()) {
                self.refuse(id.span(), format!("the {what} id \"{}\" stands twice", id.get_ref()));
            }
        }
    }
}

/// Whether a text is a day on which a rule can have begun to hold.
fn is_date(text: &str) -> bool {
    dates::day(text).is_some_and(|(year, ..)| (2000..=2100).contains(&year))
}

/// All indicators of a variant.
pub(super) fn indicators(variant: &Variant) -> impl Iterator<Item = &Indicator> {
    variant.aspect.iter().flat_map(|aspect| &aspect.subaspect).flat_map(|part| &part.indicator)
}

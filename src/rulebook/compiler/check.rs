//! What a rulebook file must satisfy before it becomes law in this house.

use std::collections::HashSet;
use std::ops::Range;

use toml::Spanned;

use super::expression::{self, Exact, Names};
use super::schema::{Aspect, Bands, Check, Group, Indicator, Number, Rules, Text, Variant};
use super::{Refusal, Source};

mod limits;

/// Refuses a rulebook that does not hold together.
pub(super) fn rules(source: &Source<'_>, rules: &Rules) -> Result<(), Vec<Refusal>> {
    let mut judge = Judge { source, rules, refusals: Vec::new() };
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
    source: &'a Source<'a>,
    rules: &'a Rules,
    refusals: Vec<Refusal>,
}

impl Judge<'_> {
    fn refuse(&mut self, span: Range<usize>, reason: impl Into<String>) {
        self.refusals.push(self.source.refusal(&span, reason));
    }

    fn book(&mut self) {
        let rules = self.rules;
        self.unique("reference", rules.reference.iter().map(|reference| &reference.id));
        self.unique("edition", rules.edition.iter().map(|edition| &edition.id));
        self.unique("variant", rules.variant.iter().map(|variant| &variant.id));
        self.unique("difference", rules.difference.iter().map(|difference| &difference.id));
        self.cited(&rules.source);
        self.date(&rules.in_force);
        if rules.edition.is_empty() {
            self.refuse(rules.id.span(), "a rulebook needs at least one dated edition");
        }
        for edition in &rules.edition {
            self.cited(&edition.source);
            self.date(&edition.from);
            self.differences(&edition.difference);
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
    }

    fn group(&mut self, group: &Group) {
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
        let mut sum = Exact::ZERO;
        for aspect in aspects {
            self.cited(&aspect.source);
            match Exact::parse(aspect.weight.get_ref()) {
                Some(weight) => sum = sum.plus(weight),
                None => self.refuse(aspect.weight.span(), format!("\"{}\" is not a weight", aspect.weight.get_ref())),
            }
        }
        if sum != Exact::ONE {
            let place = aspects.first().map_or(0..0, |aspect| aspect.weight.span());
            let (above, below) = (sum.numerator, sum.denominator);
            self.refuse(place, format!("the aspects' weights sum to {above}/{below}, not to 100 %"));
        }
    }

    fn indicator(&mut self, variant: &Variant, indicator: &Indicator) {
        self.cited(&indicator.source);
        self.known(&indicator.differences);
        let names = names(variant);
        match (&indicator.ratio, indicator.items.is_empty()) {
            (Some(ratio), true) => self.ratio(indicator, ratio, &names),
            (None, false) => indicator.items.iter().for_each(|item| self.known(&item.differences)),
            _ => self.refuse(indicator.id.span(), "an indicator has either items or a ratio"),
        }
        match (&indicator.ladder, indicator.bands.is_empty()) {
            (Some(ladder), true) => {
                let known: Vec<&str> = variant.ladder.iter().map(|one| one.id.get_ref().as_str()).collect();
                self.one_of("ladder", ladder, &known);
            }
            (None, false) => self.tables(indicator),
            (Some(_), false) => self.refuse(indicator.id.span(), "an indicator has either a ladder or bands"),
            (None, true) if indicator.ratio.is_some() => self.refuse(indicator.id.span(), "a ratio needs bands"),
            (None, true) => {}
        }
    }

    fn ratio(&mut self, indicator: &Indicator, ratio: &Text, names: &Names<'_>) {
        self.formula(ratio, names);
        if let Some(worksheet) = &indicator.worksheet {
            self.formula(worksheet, names);
            if indicator.differences.is_empty() {
                self.refuse(worksheet.span(), "the worksheet departs here, but no difference says why");
            }
        }
        if let Some(case) = &indicator.case {
            self.one_of("case", &case.when, &["zero", "negative"]);
            self.one_of("reading", &case.reading, &["definition", "worksheet"]);
            self.formula(&case.of, names);
            self.differences(&Some(case.difference.clone()));
        }
    }

    fn tables(&mut self, indicator: &Indicator) {
        let editions: Vec<&str> = self.rules.edition.iter().map(|edition| edition.id.get_ref().as_str()).collect();
        for table in &indicator.bands {
            self.cited(&table.source);
            self.bands(&table.bands);
            self.differences(&table.difference);
            if let Some(edition) = &table.edition {
                self.one_of("edition", edition, &editions);
            }
            if let Some(reading) = &table.reading {
                self.one_of("reading", reading, &["definition", "worksheet"]);
            }
        }
        for reading in ["definition", "worksheet"] {
            let holds = |table: &Bands| {
                table
                    .edition
                    .as_ref()
                    .is_none_or(|edition| Some(edition.get_ref().as_str()) == editions.first().copied())
                    && table.reading.as_ref().is_none_or(|only| only.get_ref() == reading)
            };
            if !indicator.bands.iter().any(holds) {
                self.refuse(
                    indicator.id.span(),
                    format!("no bands hold in the first edition for the reading {reading}"),
                );
            }
        }
    }

    fn check(&mut self, variant: &Variant, check: &Check) {
        let names = names(variant);
        self.cited(&check.source);
        self.one_of("kind", &check.kind, &["equal", "at-most", "same-unit"]);
        self.formula(&check.left, &names);
        self.formula(&check.right, &names);
        self.differences(&check.difference);
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
        let parts: Vec<Option<u32>> = date.get_ref().split('-').map(|part| part.parse().ok()).collect();
        let good = matches!(parts[..], [Some(2000..=2100), Some(1..=12), Some(1..=31)]) && date.get_ref().len() == 10;
        if !good {
            self.refuse(date.span(), format!("\"{}\" is not a date like 2021-08-20", date.get_ref()));
        }
    }

    fn known(&mut self, ids: &[Text]) {
        ids.iter().for_each(|id| self.differences(&Some(id.clone())));
    }

    fn differences(&mut self, id: &Option<Text>) {
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

    fn unique<'t>(&mut self, what: &str, ids: impl Iterator<Item = &'t Text>) {
        let mut seen = HashSet::new();
        for id in ids {
            if !seen.insert(id.get_ref().clone()) {
                self.refuse(id.span(), format!("the {what} id \"{}\" stands twice", id.get_ref()));
            }
        }
    }
}

/// All indicators of a variant.
pub(super) fn indicators(variant: &Variant) -> impl Iterator<Item = &Indicator> {
    variant.aspect.iter().flat_map(|aspect| &aspect.subaspect).flat_map(|part| &part.indicator)
}

//! Writes a checked rulebook as lines: each struct's fields in the order in which `rulebook/reader.rs` reads them.

use std::collections::{BTreeMap, BTreeSet};

use super::check::{indicators, names};
use super::expression::{Exact, Names};
use super::kind::CoopKind;
use super::lines::Lines;
use super::moves;
use super::schema::{Band, Bands, Case, Indicator, Item, Rules, Text, Variant};
use super::texts::{Action, Keys, Kind, Language, Words, things};
use super::values::{camel, formula};

/// The rules, the same in every language.
pub(super) fn rulebook(rules: &Rules, words: &Words) -> String {
    written(rules, words, false)
}

/// What the first part of the page carries of them: the first form, the names of those that follow, and neither the moves of
/// advice nor the titles of sources.
pub(super) fn first_rulebook(rules: &Rules, words: &Words) -> String {
    written(rules, words, true)
}

fn written(rules: &Rules, words: &Words, is_first: bool) -> String {
    let mut writer = Writer { rules, words, is_first, form: "", places: Places::default(), lines: Lines::default() };
    writer.rulebook();
    writer.lines.into_text()
}

/// Where each thing of a form stands and points, by kind and id, as `rulebook/place.rs` reads it: its kind, and how far its
/// sentences lie from its own place. In a book of one form they never part, which packs to nothing.
#[derive(Default)]
struct Places(BTreeMap<(Kind, String), String>);

impl Places {
    fn at(&self, kind: Kind, id: &Text) -> &str {
        &self.0[&(kind, id.get_ref().clone())]
    }
}

/// The kinds that are asked a form, as `rulebook/kind.rs` holds several: a bit for each.
fn kinds(variant: &Variant) -> u8 {
    let kinds = variant.kinds.iter().filter_map(|kind| CoopKind::parse(kind.get_ref()));
    kinds.fold(0, |bits, kind| bits | (1 << kind as u8))
}

fn places(variant: &Variant, keys: &Keys) -> Places {
    let mut slots = BTreeMap::<Kind, i64>::new();
    let line = |(kind, id): (Kind, &String)| {
        let slot = slots.entry(kind).or_insert(0);
        // A form has far fewer things than fit.
        let text = i64::try_from(keys.place(kind, variant.id.get_ref(), id)).unwrap_or_default();
        *slot += 1;
        ((kind, id.clone()), format!("{}{}", kind as u8, text - (*slot - 1)))
    };
    Places(things(variant).map(line).collect())
}

struct Writer<'a> {
    rules: &'a Rules,
    words: &'a Words,
    /// Whether this is for the first part of the page.
    is_first: bool,
    /// The form that is being written.
    form: &'a str,
    /// Where its things stand and point, as lines.
    places: Places,
    lines: Lines,
}

impl<'a> Writer<'a> {
    fn rulebook(&mut self) {
        let rules = self.rules;
        let forms = if self.is_first { 1 } else { rules.variant.len() };
        self.lines.all([&rules.id, &rules.title, &rules.regulation, &rules.in_force].map(toml::Spanned::get_ref));
        self.lines.list(&rules.edition, |lines, one| {
            lines.all([one.id.get_ref(), one.from.get_ref()]);
            lines.maybe(one.difference.as_ref());
            lines.citation(one.source.get_ref(), "");
        });
        let (here, later) = rules.variant.split_at(forms);
        self.lines.put(here.len());
        for variant in here {
            self.variant(variant);
        }
        self.lines.list(later, |lines, variant| {
            lines.text(&variant.id);
            lines.put(kinds(variant));
        });
        let told: Vec<_> = rules.difference.iter().enumerate().filter(|(_, one)| rules.form(one) < forms).collect();
        let mut slots = 0..;
        self.lines.list(&told, |lines, (place, one)| {
            lines.text(&one.id);
            lines.put(format!("{}{}", Kind::Difference as u8, place - slots.next().unwrap_or_default()));
            lines.put(rules.form(one));
            lines.put(&one.class);
            lines.list(&one.places, |lines, place| lines.put(place));
            lines.list(&one.affects, Lines::text);
        });
        let sources = if self.is_first { &[] } else { &rules.reference[..] };
        self.lines.list(sources, |lines, one| {
            lines.all([one.id.get_ref(), one.title.get_ref()]);
            lines.option(one.date.as_ref(), Lines::put);
            lines.option(one.note.as_ref(), Lines::put);
        });
    }

    fn variant(&mut self, variant: &'a Variant) {
        (self.form, self.places) = (variant.id.get_ref(), places(variant, &self.words.keys));
        self.lines.all([variant.id.get_ref(), variant.name.get_ref()]);
        self.lines.put(kinds(variant));
        self.lines.put(variant.class_to);
        self.lines.citation(variant.source.get_ref(), "");
        let names = names(variant);
        self.aspects(variant, &names);
        self.accounts(variant);
        self.aggregates(variant, &names);
        self.lines.list(&variant.ladder, |lines, one| {
            lines.text(&one.id);
            lines.put(1);
            table(lines, 0, None, one.bands.get_ref().iter().map(toml::Spanned::get_ref));
            lines.maybe(None);
            lines.citation(one.source.get_ref(), "");
        });
        let places = &self.places;
        self.lines.list(&variant.predicate, |lines, one| {
            lines.all([one.id.get_ref(), places.at(Kind::Predicate, &one.id), one.name.get_ref()]);
            lines.range([&one.from, &one.above, &one.to, &one.below]);
            lines.exact(Exact::ZERO);
            lines.citation(one.source.get_ref(), "");
        });
        self.lines.list(&variant.check, |lines, one| {
            lines.text(&one.id);
            lines.put(camel(one.kind.get_ref()));
            // Only `same-unit` has a factor, and always.
            lines.all(one.factor);
            formula(lines, &one.left, &names);
            formula(lines, &one.right, &names);
            lines.maybe(one.difference.as_ref());
        });
        self.lines.list(&variant.alternative, |lines, one| {
            lines.text(&one.difference);
            lines.citation(one.source.get_ref(), "");
            let formulas: Vec<_> = one.formula.iter().collect();
            lines.list(&formulas, |lines, (id, form)| {
                // `check` has looked every name up.
                lines.put(names.aggregates.get(id.as_str()).copied().unwrap_or_default());
                formula(lines, form, &names);
            });
        });
        let mut moves = self.words.moves.iter().filter(|_| !self.is_first);
        let moves = moves.find(|moves| moves.variant.get_ref() == variant.id.get_ref());
        self.lines.option(moves, |lines, moves| moves::emit(lines, moves, &names));
    }

    /// A thing's id, and where it stands and points.
    fn head(&mut self, kind: Kind, id: &Text) {
        self.lines.all([id.get_ref(), self.places.at(kind, id)]);
    }

    fn aspects(&mut self, variant: &Variant, names: &Names<'_>) {
        self.lines.put(variant.aspect.len());
        for aspect in &variant.aspect {
            self.head(Kind::Aspect, &aspect.id);
            self.lines.text(&aspect.name);
            self.lines.exact(Exact::parse(aspect.weight.get_ref()).unwrap_or(Exact::ZERO));
            self.lines.citation(aspect.source.get_ref(), "");
            self.lines.put(aspect.subaspect.len());
            for part in &aspect.subaspect {
                self.head(Kind::Subaspect, &part.id);
                self.lines.text(&part.name);
                self.lines.put(part.indicator.len());
                for indicator in &part.indicator {
                    self.indicator(variant, indicator, names);
                }
            }
        }
    }

    fn accounts(&mut self, variant: &Variant) {
        let mut first = 0;
        let places = &self.places;
        self.lines.list(&variant.group, |lines, group| {
            lines.all([group.id.get_ref(), places.at(Kind::Group, &group.id), group.name.get_ref()]);
            lines.put(camel(group.statement.get_ref()));
            lines.all([first, group.accounts.len()]);
            first += group.accounts.len();
        });
        let accounts: Vec<_> = variant.group.iter().flat_map(|group| &group.accounts).collect();
        self.lines.list(&accounts, |lines, one| {
            lines.all([one.id.get_ref(), places.at(Kind::Account, &one.id), &camel(one.side.get_ref()), &one.cell]);
            lines.all([one.contra, one.signed, one.prior, one.rare].map(u8::from));
        });
    }

    fn aggregates(&mut self, variant: &Variant, names: &Names<'_>) {
        let places = &self.places;
        self.lines.list(&variant.aggregate, |lines, one| {
            lines.text(&one.id);
            lines.put(places.at(Kind::Aggregate, &one.id));
            formula(lines, &one.formula, names);
            for departure in [&one.worksheet, &one.worksheet_prior] {
                lines.option(departure.as_ref(), |lines, form| formula(lines, form, names));
            }
            lines.citation(one.source.get_ref(), "");
            lines.list(&one.differences, Lines::text);
        });
    }

    fn indicator(&mut self, variant: &Variant, one: &Indicator, names: &Names<'_>) {
        self.head(Kind::Indicator, &one.id);
        self.lines.text(&one.name);
        self.lines.points(&one.max);
        self.lines.citation(one.source.get_ref(), &one.confidence);
        self.lines.list(&one.differences, Lines::text);
        match &one.ratio {
            Some(ratio) => self.ratio(one, ratio, names),
            None => self.checklist(&one.items),
        }
        match &one.ladder {
            Some(ladder) => {
                let place = variant.ladder.iter().position(|known| known.id.get_ref() == ladder.get_ref());
                self.lines.put("Shared");
                self.lines.put(place.unwrap_or_default());
            }
            None if one.bands.is_empty() => self.lines.put("Proportional"),
            None => {
                self.lines.put("Bands");
                self.lines.put(one.bands.len());
                one.bands.iter().for_each(|bands| self.bands(bands));
            }
        }
    }

    fn checklist(&mut self, items: &[Item]) {
        self.lines.put("Checklist");
        self.lines.put(items.len());
        for item in items {
            self.head(Kind::Item, &item.id);
            self.lines.put(&item.cell);
            self.lines.truth(item.not_applicable);
            self.lines.list(&item.differences, Lines::text);
            self.action(item.id.get_ref());
        }
    }

    fn ratio(&mut self, one: &Indicator, ratio: &Text, names: &Names<'_>) {
        self.lines.put("Ratio");
        self.lines.put(format!("{:?}", one.unit));
        formula(&mut self.lines, ratio, names);
        formula(&mut self.lines, one.worksheet.as_ref().unwrap_or(ratio), names);
        self.lines.list(one.case.as_slice(), |lines, case: &Case| {
            lines.put(camel(case.when.get_ref()));
            formula(lines, &case.of, names);
            lines.put(camel(case.reading.get_ref()));
            lines.points(&case.points);
            lines.text(&case.difference);
        });
        self.action(one.id.get_ref());
    }

    fn bands(&mut self, one: &Bands) {
        let edition =
            one.edition.as_ref().and_then(|id| self.rules.edition.iter().position(|e| e.id.get_ref() == id.get_ref()));
        let bands = one.bands.get_ref().iter().map(toml::Spanned::get_ref);
        table(&mut self.lines, edition.unwrap_or_default(), one.reading.as_ref(), bands);
        self.lines.maybe(one.difference.as_ref());
        self.lines.citation(one.source.get_ref(), &one.confidence);
    }

    fn action(&mut self, id: &str) {
        let Action { who, time, effort, coaching, evidence } = self.words.action(self.form, id);
        self.lines.all([format!("{who:?}"), format!("{time:?}"), effort.to_string(), coaching.clone()]);
        self.lines.list(evidence, |lines, paper| lines.put(paper));
    }
}

fn table<'b>(lines: &mut Lines, edition: usize, reading: Option<&Text>, bands: impl Iterator<Item = &'b Band>) {
    lines.put(edition);
    lines.option(reading, |lines, reading| lines.put(camel(reading.get_ref())));
    lines.list(&bands.collect::<Vec<_>>(), |lines, band| {
        lines.range([&band.from, &band.above, &band.to, &band.below]);
        lines.points(&band.points);
    });
}

/// The sentences that the book's first form points at: the first part of the page carries no others.
pub(super) struct First(BTreeSet<(Kind, usize)>);

impl First {
    pub(super) fn of(rules: &Rules, words: &Words) -> Self {
        let form = &rules.variant[0];
        let place = |(kind, id): (Kind, &String)| (kind, words.keys.place(kind, form.id.get_ref(), id));
        // Of the differences it tells only what leaves an edition or an item in doubt.
        let items: Vec<&Text> =
            indicators(form).flat_map(|one| &one.items).flat_map(|item| &item.differences).collect();
        let editions: Vec<&Text> = rules.edition.iter().filter_map(|edition| edition.difference.as_ref()).collect();
        let doubts = |one: &Text| items.contains(&one) || editions.contains(&one);
        let told = rules.difference.iter().enumerate().filter(|(_, one)| doubts(&one.id));
        Self(things(form).map(place).chain(told.map(|(place, _)| (Kind::Difference, place))).collect())
    }

    /// Writes all sentences of a kind.
    fn list<T>(&self, lines: &mut Lines, kind: Kind, all: &[T], write: impl Fn(&mut Sentences<'_>, &T)) {
        let mut places = 0..;
        lines.list(all, |lines, one| {
            let is_first = places.next().is_some_and(|place| self.0.contains(&(kind, place)));
            write(&mut Sentences { lines, is_first }, one);
        });
    }
}

/// The sentences of one thing, which the first form points at or does not.
struct Sentences<'a> {
    lines: &'a mut Lines,
    is_first: bool,
}

impl Sentences<'_> {
    fn put(&mut self, text: &str) {
        if self.is_first { self.lines.put(text) } else { self.lines.put_later(text) }
    }
}

/// The sentences of a language, in the order in which `rulebook/text.rs` reads them.
pub(super) fn language(one: &Language, first: &First) -> String {
    let mut lines = Lines::default();
    let of = &mut lines;
    let noted = |to: &mut Sentences<'_>, name: &str, note: &str| [name, note].into_iter().for_each(|text| to.put(text));
    first.list(of, Kind::Aspect, &one.aspects, |to, a| noted(to, &a.name, &a.note));
    first.list(of, Kind::Subaspect, &one.subaspects, |to, a| to.put(&a.name));
    first.list(of, Kind::Indicator, &one.indicators, |to, (named, _)| to.put(&named.name));
    first.list(of, Kind::Item, &one.items, |to, a| {
        to.put(&a.question);
        to.lines.put_later(&a.met);
    });
    first.list(of, Kind::Group, &one.groups, |to, a| to.put(&a.name));
    first.list(of, Kind::Account, &one.accounts, |to, a| to.put(&a.name));
    first.list(of, Kind::Aggregate, &one.aggregates, |to, a| to.put(&a.name));
    first.list(of, Kind::Predicate, &one.predicates, |to, a| noted(to, &a.name, &a.note));
    first.list(of, Kind::Difference, &one.differences, |to, a| to.put(&a.title));
    lines.list(&one.documents, |lines, (id, a)| lines.all([id, &a.name]));
    lines.list(&one.coaching, |lines, (id, a)| {
        lines.put(id);
        lines.put_later(&a.name);
    });
    lines.list(&one.terms, |lines, (id, a)| {
        lines.all([id, &a.word, &a.meaning]);
    });
    lines.into_text()
}

/// More about items, accounts, ratios and differences, which a first visit goes without.
pub(super) fn help(one: &Language) -> String {
    let mut lines = Lines::default();
    lines.list(&one.items, |lines, a| {
        lines.all_later([&a.hint, &a.why, &a.examiner, &a.first_step]);
    });
    lines.list(&one.accounts, |lines, a| lines.put_later(&a.hint));
    lines.list(&one.indicators, |lines, (_, ratio)| {
        let told =
            ratio.as_ref().map_or([""; 4], |a| [&a.meaning, &a.why, &a.examiner, &a.first_step].map(String::as_str));
        lines.all_later(told);
    });
    lines.list(&one.differences, |lines, a| {
        lines.all_later([&a.definition_says, &a.worksheet_does, &a.we_do]);
    });
    lines.into_text()
}

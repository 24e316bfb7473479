//! What serde cannot see: empty citations and dates, repeated ids, references to nothing, sentences that are missing.

use std::collections::BTreeSet;

use toml::Spanned;

use super::shape::{Book, Need, Step, Word};
use super::texts::Texts;
use super::{File, Refusal, is_date};

struct Checker<'a> {
    file: &'a File,
    texts: &'a Texts,
    refusals: Vec<Refusal>,
}

pub(super) fn book(file: &File, book: &Book, texts: &Texts) -> Vec<Refusal> {
    let mut checker = Checker { file, texts, refusals: Vec::new() };
    checker.dates_and_citations(book);
    checker.identities(book);
    checker.references(book);
    checker.sentences(book);
    checker.shapes(book);
    checker.refusals
}

impl Checker<'_> {
    fn refuse<T>(&mut self, at: &Spanned<T>, reason: impl Into<String>) {
        self.refusals.push(self.file.refuse(at.span().start, reason));
    }

    fn dates_and_citations(&mut self, book: &Book) {
        for date in book.source.iter().map(|source| &source.dated).chain([&book.book.compiled]) {
            if !is_date(date.get_ref()) {
                self.refuse(date, format!("`{}` is not a date (year, year-month or day)", date.get_ref()));
            }
        }
        let cited = book.rule.iter().map(|rule| &rule.citation);
        let cited = cited.chain(book.coaching.iter().map(|offer| &offer.citation));
        for citation in cited.chain(book.kuk.iter().map(|level| &level.citation)) {
            if citation.get_ref().trim().is_empty() {
                self.refuse(citation, "the citation is empty");
            }
        }
    }

    fn identities(&mut self, book: &Book) {
        self.distinct(book.source.iter().map(|source| &source.id));
        self.distinct(book.rule.iter().map(|rule| &rule.id));
        self.distinct(book.document.iter().map(|document| &document.id));
        self.distinct(book.agenda.iter().map(|item| &item.id));
        self.distinct(book.step.iter().map(|step| &step.id));
        self.distinct(book.coaching.iter().map(|offer| &offer.id));
        self.distinct(book.finding.iter().map(|finding| &finding.id));
        self.distinct(book.register.iter().map(|register| &register.id));
        self.distinct(book.regional.iter().map(|class| &class.id));
        self.distinct(book.conflict.iter().map(|conflict| &conflict.id));
    }

    fn distinct<'w>(&mut self, ids: impl Iterator<Item = &'w Word>) {
        let mut seen = BTreeSet::new();
        for id in ids {
            if !seen.insert(id.get_ref()) {
                self.refuse(id, format!("the id `{}` stands here a second time", id.get_ref()));
            }
        }
    }

    fn references(&mut self, book: &Book) {
        let sources: BTreeSet<_> = book.source.iter().map(|source| source.id.get_ref().as_str()).collect();
        let named = book.rule.iter().map(|rule| &rule.source).chain(book.kuk.iter().map(|level| &level.source));
        self.known("source", &sources, named.chain(book.coaching.iter().flat_map(|offer| &offer.seen)));

        let rules: BTreeSet<_> = book.rule.iter().map(|rule| rule.id.get_ref().as_str()).collect();
        let named = book.document.iter().flat_map(|document| &document.rules);
        let named = named.chain(book.agenda.iter().flat_map(|item| &item.rules));
        let named = named.chain(book.step.iter().flat_map(|step| &step.rules));
        let named = named.chain(book.finding.iter().flat_map(|finding| &finding.rules));
        let named = named.chain(book.register.iter().flat_map(|register| &register.rules));
        let named = named.chain(book.regional.iter().map(|class| &class.rule));
        self.known("rule", &rules, named.chain(book.conflict.iter().flat_map(|conflict| &conflict.rules)));

        let provinces: BTreeSet<_> = book.province.iter().map(|province| province.name.get_ref().as_str()).collect();
        self.known("province", &provinces, book.regional.iter().map(|class| &class.province));

        let documents: BTreeSet<_> = book.document.iter().map(|document| document.id.get_ref().as_str()).collect();
        self.known("document", &documents, book.step.iter().flat_map(|step| &step.documents));
        let offers: BTreeSet<_> = book.coaching.iter().map(|offer| offer.id.get_ref().as_str()).collect();
        self.known("coaching", &offers, book.finding.iter().flat_map(|finding| &finding.coaching));
    }

    fn known<'w>(&mut self, what: &str, known: &BTreeSet<&str>, named: impl Iterator<Item = &'w Word>) {
        for name in named {
            if !known.contains(name.get_ref().as_str()) {
                self.refuse(name, format!("there is no {what} `{}`", name.get_ref()));
            }
        }
    }

    fn sentences(&mut self, book: &Book) {
        for rule in &book.rule {
            self.said(&rule.id, "rules/{}");
        }
        for document in &book.document {
            self.said(&document.id, "documents/{}/name");
            for index in 0..document.contents {
                self.said(&document.id, &format!("documents/{{}}/contents/{index}"));
            }
            document.signed_by.iter().for_each(|role| self.said(role, "roles/{}"));
        }
        book.agenda.iter().for_each(|item| self.said(&item.id, "agenda/{}"));
        for step in &book.step {
            self.said(&step.id, "steps/{}");
            self.said(&step.who, "roles/{}");
        }
        for offer in &book.coaching {
            self.said(&offer.id, "coaching/{}/name");
            self.said(&offer.id, "coaching/{}/about");
            offer.providers.iter().for_each(|role| self.said(role, "roles/{}"));
        }
        for finding in &book.finding {
            self.said(&finding.id, "findings/{}/label");
            self.said(&finding.id, "findings/{}/step");
        }
        book.register.iter().for_each(|register| self.said(&register.id, "registers/{}"));
        book.regional.iter().for_each(|class| self.said(&class.id, "regional/{}"));
        for conflict in &book.conflict {
            for field in ["topic", "law", "other", "choice"] {
                self.said(&conflict.id, &format!("conflicts/{{}}/{field}"));
            }
        }
    }

    fn said(&mut self, id: &Word, pattern: &str) {
        let path = pattern.replace("{}", id.get_ref());
        if self.texts.place(&path).is_none() {
            self.refuse(id, format!("there is no text `{path}`"));
        }
    }

    fn shapes(&mut self, book: &Book) {
        for document in &book.document {
            if (document.need == Need::Conditional) != document.when.is_some() {
                self.refuse(&document.id, "a conditional document, and only that, says `when`");
            }
        }
        for step in &book.step {
            if offsets(step) != 1 {
                self.refuse(&step.id, "a step has exactly one of `days`, `months`, `working_days`, `on`");
            }
            if let Some(on) = step.on.as_ref().filter(|on| super::write::month_day(on.get_ref()).is_none()) {
                self.refuse(on, format!("\"{}\" is no day of a year, such as \"06-30\"", on.get_ref()));
            }
        }
        for rule in &book.rule {
            if rule.applies.get_ref().is_empty() {
                self.refuse(&rule.applies, "a rule says to whom it applies");
            }
            for (key, value) in &rule.params {
                if super::write::param(value.get_ref()).is_none() {
                    self.refuse(
                        value,
                        format!("`{key}` is neither a number, a share \"1/2\", a date \"06-30\" nor numbers"),
                    );
                }
            }
        }
    }
}

fn offsets(step: &Step) -> usize {
    [step.days.is_some(), step.months.is_some(), step.working_days.is_some(), step.on.is_some()]
        .map(usize::from)
        .iter()
        .sum()
}

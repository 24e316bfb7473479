//! Writes a checked book as Rust tables. The types it names live in `crate::rat::book`.

use std::fmt::Write as _;

use super::day;
use super::shape::{Book, Condition, Document, Rule, Step, Word};
use super::texts::Texts;

struct Writer<'a> {
    book: &'a Book,
    texts: &'a Texts,
    out: String,
}

pub(super) fn book(book: &Book, texts: &Texts) -> String {
    let mut writer = Writer { book, texts, out: String::new() };
    writer.head();
    writer.rules();
    writer.documents();
    writer.agenda_and_steps();
    writer.offers_and_findings();
    writer.rest();
    for stem in ["problems", "sentences", "words"] {
        writer.constants(stem);
    }
    writer.out
}

/// A rule's number as Rust type and value: an integer, a share of something, a day of the year, or some integers.
pub(super) fn param(value: &toml::Value) -> Option<(String, String)> {
    match value {
        toml::Value::Integer(number) => Some((integer(*number).to_owned(), number.to_string())),
        toml::Value::String(text) => share(text).or_else(|| month_day(text)),
        toml::Value::Array(items) => {
            let numbers: Option<Vec<String>> =
                items.iter().map(|item| item.as_integer().map(|n| n.to_string())).collect();
            Some(("&[i32]".to_owned(), format!("&[{}]", numbers?.join(", "))))
        }
        _ => None,
    }
}

fn integer(number: i64) -> &'static str {
    if i32::try_from(number).is_ok() { "i32" } else { "i64" }
}

fn share(text: &str) -> Option<(String, String)> {
    let (num, den) = text.split_once('/')?;
    let (num, den): (u64, u64) = (num.parse().ok()?, den.parse().ok()?);
    (num <= den && den > 0).then(|| ("Share".to_owned(), format!("Share {{ num: {num}, den: {den} }}")))
}

/// A day of the year, `06-30`.
pub(super) fn month_day(text: &str) -> Option<(String, String)> {
    // A leap year has every day that a year can have.
    let (_, month, day) = day(&format!("2024-{text}"))?;
    Some(("(u32, u32)".to_owned(), format!("({month}, {day})")))
}

pub(super) fn condition(when: Option<Condition>) -> String {
    when.map_or_else(|| "None".to_owned(), |condition| format!("Some(Condition::{condition:?})"))
}

/// `F-RAT-BELUM` → `F_RAT_BELUM`.
fn constant(id: &str) -> String {
    id.replace('-', "_").to_uppercase()
}

/// Ids as places in their table.
fn indexed<'w>(name: &str, wanted: &[Word], all: impl Iterator<Item = &'w Word>) -> String {
    let all: Vec<&String> = all.map(Word::get_ref).collect();
    // `check` has already refused what is not there.
    let place = |word: &Word| all.iter().position(|other| *other == word.get_ref()).unwrap_or_default();
    let ids: Vec<String> = wanted.iter().map(|word| format!("{name}({})", place(word))).collect();
    format!("&[{}]", ids.join(", "))
}

impl Writer<'_> {
    fn text(&self, path: &str) -> String {
        // `check` has already refused a book whose sentences are missing.
        format!("Text({})", self.texts.place(path).unwrap_or_default())
    }

    fn roles(&self, roles: &[Word]) -> String {
        let texts: Vec<String> = roles.iter().map(|role| self.text(&format!("roles/{}", role.get_ref()))).collect();
        format!("&[{}]", texts.join(", "))
    }

    fn rule_ids(&self, wanted: &[Word]) -> String {
        indexed("RuleId", wanted, self.book.rule.iter().map(|rule| &rule.id))
    }

    fn ids<'w>(&mut self, module: &str, name: &str, ids: impl Iterator<Item = &'w Word>) {
        let _ = write!(self.out, "pub mod {module} {{\nuse super::{name};\n");
        for (index, id) in ids.enumerate() {
            let _ = writeln!(self.out, "pub const {}: {name} = {name}({index});", constant(id.get_ref()));
        }
        self.out.push_str("}\n");
    }

    fn table(&mut self, name: &str, kind: &str, rows: &[String]) {
        let _ = writeln!(self.out, "pub static {name}: [{kind}; {}] = [\n{}\n];", rows.len(), rows.join(",\n"));
    }

    fn head(&mut self) {
        let head = &self.book.book;
        let compiled = head.compiled.get_ref();
        let _ = writeln!(
            self.out,
            "pub const BOOK_ID: &str = {:?};\npub const BOOK_TITLE: &str = {:?};",
            head.id, head.title
        );
        let _ = writeln!(self.out, "pub const BOOK_COMPILED: &str = {compiled:?};");
    }

    fn rules(&mut self) {
        let rows: Vec<String> = self.book.rule.iter().map(|rule| self.rule(rule)).collect();
        self.table("RULES", "Rule", &rows);
        let book = self.book;
        self.ids("rule", "RuleId", book.rule.iter().map(|rule| &rule.id));
        self.out.push_str("pub mod param {\nuse super::Share;\n");
        for rule in &book.rule {
            for (key, value) in &rule.params {
                let (kind, value) = param(value.get_ref()).unwrap_or_default();
                let name = constant(&format!("{}_{key}", rule.id.get_ref()));
                let _ = writeln!(self.out, "pub const {name}: {kind} = {value};");
            }
        }
        self.out.push_str("}\n");
    }

    fn rule(&self, rule: &Rule) -> String {
        let source = self.book.source.iter().find(|source| source.id.get_ref() == rule.source.get_ref());
        let (title, dated) = source.map_or(("", ""), |source| (source.title.get_ref(), source.dated.get_ref()));
        let id = rule.id.get_ref();
        format!(
            "Rule {{ id: {id:?}, text: {}, citation: {:?}, source: {title:?}, dated: {dated:?}, read: Read::{:?}, force: Force::{:?}, confidence: Confidence::{:?} }}",
            self.text(&format!("rules/{id}")),
            rule.citation.get_ref(),
            rule.read,
            rule.force,
            rule.confidence,
        )
    }

    fn documents(&mut self) {
        let rows: Vec<String> = self.book.document.iter().map(|document| self.document(document)).collect();
        self.table("DOCUMENTS", "Document", &rows);
        let book = self.book;
        self.ids("document", "DocumentId", book.document.iter().map(|document| &document.id));
    }

    fn document(&self, document: &Document) -> String {
        let id = document.id.get_ref();
        let contents: Vec<String> =
            (0..document.contents).map(|index| self.text(&format!("documents/{id}/contents/{index}"))).collect();
        format!(
            "Document {{ id: {id:?}, name: {}, stage: Stage::{:?}, need: Need::{:?}, when: {}, contents: &[{}], signed_by: {}, rules: {}, confidence: Confidence::{:?} }}",
            self.text(&format!("documents/{id}/name")),
            document.stage,
            document.need,
            condition(document.when),
            contents.join(", "),
            self.roles(&document.signed_by),
            self.rule_ids(&document.rules),
            document.confidence,
        )
    }

    fn agenda_and_steps(&mut self) {
        let items = self.book.agenda.iter().map(|item| {
            let text = self.text(&format!("agenda/{}", item.id.get_ref()));
            let rules = self.rule_ids(&item.rules);
            format!(
                "Agenda {{ text: {text}, basis: Basis::{:?}, when: {}, rules: {rules} }}",
                item.basis,
                condition(item.when)
            )
        });
        let items: Vec<String> = items.collect();
        let steps: Vec<String> = self.book.step.iter().map(|step| self.step(step)).collect();
        self.table("AGENDA", "Agenda", &items);
        self.table("STEPS", "Step", &steps);
    }

    fn step(&self, step: &Step) -> String {
        let on = step.on.as_ref().and_then(|day| month_day(day.get_ref()));
        let offset = match (step.days, step.months, step.working_days, on) {
            (Some(days), ..) => format!("Days({days})"),
            (_, Some(months), ..) => format!("Months({months})"),
            (.., Some((_, day))) => format!("On{day}"),
            (.., days, _) => format!("WorkingDays({})", days.unwrap_or_default()),
        };
        let id = step.id.get_ref();
        let documents = indexed("DocumentId", &step.documents, self.book.document.iter().map(|document| &document.id));
        format!(
            "Step {{ id: {id:?}, label: {}, anchor: Anchor::{:?}, offset: Offset::{offset}, basis: Basis::{:?}, when: {}, rules: {}, documents: {documents}, who: {} }}",
            self.text(&format!("steps/{id}")),
            step.anchor,
            step.basis,
            condition(step.when),
            self.rule_ids(&step.rules),
            self.text(&format!("roles/{}", step.who.get_ref())),
        )
    }

    fn offers_and_findings(&mut self) {
        let offers = self.book.coaching.iter().map(|offer| {
            let id = offer.id.get_ref();
            let (name, about) = (self.text(&format!("coaching/{id}/name")), self.text(&format!("coaching/{id}/about")));
            let providers = self.roles(&offer.providers);
            format!("Coaching {{ id: {id:?}, name: {name}, about: {about}, citation: {:?}, providers: {providers}, confidence: Confidence::{:?} }}", offer.citation.get_ref(), offer.confidence)
        });
        let offers: Vec<String> = offers.collect();
        let findings = self.book.finding.iter().map(|finding| {
            let id = finding.id.get_ref();
            let (label, step) = (self.text(&format!("findings/{id}/label")), self.text(&format!("findings/{id}/step")));
            let coaching = indexed("CoachingId", &finding.coaching, self.book.coaching.iter().map(|offer| &offer.id));
            format!("Finding {{ id: {id:?}, label: {label}, first_step: {step}, severity: Severity::{:?}, rules: {}, coaching: {coaching} }}", finding.severity, self.rule_ids(&finding.rules))
        });
        let findings: Vec<String> = findings.collect();
        self.table("COACHING", "Coaching", &offers);
        self.table("FINDINGS", "Finding", &findings);
        let book = self.book;
        self.ids("coaching", "CoachingId", book.coaching.iter().map(|offer| &offer.id));
        self.ids("finding", "FindingId", book.finding.iter().map(|finding| &finding.id));
    }

    fn rest(&mut self) {
        let kuk = self.book.kuk.iter().map(|level| {
            format!(
                "Kuk {{ level: {}, savings_loan: {}, above: {}, members: {}, own_capital: {}, assets: {}, citation: {:?} }}",
                level.level,
                level.savings_loan,
                level.above,
                level.members,
                level.own_capital,
                level.assets,
                level.citation.get_ref()
            )
        });
        let kuk: Vec<String> = kuk.collect();
        let classes = self.book.regional.iter().map(|class| {
            let of = |name: &Word| self.book.province.iter().find(|one| one.name.get_ref() == name.get_ref());
            let districts = of(&class.province).map(|province| &province.districts[..]).unwrap_or_default();
            format!(
                "Regional {{ name: {}, province: {:?}, districts: &{districts:?}, rules: {}, members: {}, turnover: {}, assets: {}, above: {}, meetings: {} }}",
                self.text(&format!("regional/{}", class.id.get_ref())),
                class.province.get_ref(),
                self.rule_ids(std::slice::from_ref(&class.rule)),
                class.members,
                class.turnover,
                class.assets,
                class.above,
                class.meetings
            )
        });
        let classes: Vec<String> = classes.collect();
        let registers = self.book.register.iter().map(|register| {
            let name = self.text(&format!("registers/{}", register.id.get_ref()));
            format!(
                "Register {{ name: {name}, legal_core: {}, columns: &{:?}, rules: {}, confidence: Confidence::{:?} }}",
                register.legal_core,
                register.columns,
                self.rule_ids(&register.rules),
                register.confidence
            )
        });
        let registers: Vec<String> = registers.collect();
        let conflicts = self.book.conflict.iter().map(|conflict| {
            let id = conflict.id.get_ref();
            let field = |name: &str| self.text(&format!("conflicts/{id}/{name}"));
            format!(
                "Conflict {{ id: {id:?}, topic: {}, law: {}, other: {}, choice: {}, rules: {} }}",
                field("topic"),
                field("law"),
                field("other"),
                field("choice"),
                self.rule_ids(&conflict.rules)
            )
        });
        let conflicts: Vec<String> = conflicts.collect();
        self.table("KUK", "Kuk", &kuk);
        self.table("REGIONAL", "Regional", &classes);
        self.table("REGISTERS", "Register", &registers);
        self.table("CONFLICTS", "Conflict", &conflicts);
        let book = self.book;
        self.ids("conflict", "ConflictId", book.conflict.iter().map(|conflict| &conflict.id));
    }

    fn constants(&mut self, stem: &str) {
        let _ = write!(self.out, "pub mod {stem} {{\nuse super::Text;\n");
        for (key, place) in self.texts.file(stem) {
            let _ = writeln!(self.out, "pub const {}: Text = Text({place});", constant(key));
        }
        self.out.push_str("}\n");
    }
}

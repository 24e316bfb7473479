//! The smallest book that compiles, and a way to spoil one thing in it.

use super::compiler::{self, Book, Compiled, Refusal, Source};

const RULES: &str = r#"id = "tiny"
title = "A tiny book"
regulation = "Regulation 1/2020"
in_force = "2020-02-29"
source = ["LAW"]
reference = [{ id = "LAW", title = "The law itself" }]
edition = [{ id = "2020", from = "2020-02-29", source = ["LAW"] }, { id = "2022", from = "2022-01-01", source = ["LAW"], difference = "D1" }]
[[variant]]
id = "small"
name = "Small ones"
source = ["LAW:1"]
predicate = [
  { id = "good", name = "Good", from = "50", to = "100", source = ["LAW:2"] },
  { id = "bad", name = "Bad", from = "0", below = "50", source = ["LAW:3"] },
]
[[variant.ladder]]
id = "share"
source = ["LAW:4"]
bands = [{ points = 4, above = "50%" }, { points = 1, to = "50%" }]
[[variant.group]]
id = "assets"
name = "Assets"
statement = "balance"
accounts = [{ id = "cash", side = "asset", cell = "A1" }, { id = "loans", side = "asset", cell = "A2" }]
[[variant.aggregate]]
id = "all_assets"
formula = "cash + loans"
worksheet = "cash"
source = ["LAW:5"]
differences = ["D1"]
[[variant.aspect]]
id = "A"
name = "Rule"
weight = "40%"
source = ["LAW:6"]
[[variant.aspect.subaspect]]
id = "A.I"
name = "Members"
[[variant.aspect.subaspect.indicator]]
id = "A.I.1"
name = "Open door"
max = 4
source = ["LAW:7"]
ladder = "share"
items = [{ id = "A.I.1.a", cell = "A3" }, { id = "A.I.1.b", cell = "A4", differences = ["D1"] }]
[[variant.aspect]]
id = "B"
name = "Money"
weight = "60%"
source = ["LAW:8"]
[[variant.aspect.subaspect]]
id = "B.I"
name = "Cash"
[[variant.aspect.subaspect.indicator]]
id = "B.I.1"
name = "Cash to assets"
max = 4
source = ["LAW:9"]
differences = ["D1"]
ratio = "cash / all_assets"
worksheet = "cash / loans"
override = { when = "negative", of = "loans", reading = "definition", points = 1, difference = "D1" }
[[variant.aspect.subaspect.indicator.bands]]
source = ["LAW:10"]
bands = [
  { points = 4, from = "20%" },
  { points = 2, from = "7.5%", below = "20%" },
  { points = 1, below = "7.5%" },
]
[[variant.aspect.subaspect.indicator.bands]]
edition = "2022"
reading = "worksheet"
difference = "D1"
source = ["LAW:11"]
bands = [{ points = 4, above = "20%" }, { points = 1, to = "20%" }]
[[variant.check]]
id = "loans"
kind = "at-most"
left = "loans"
right = "all_assets"
source = ["LAW:12"]
difference = "D1"
[[difference]]
id = "D1"
class = "defect"
where = ["A1"]
affects = ["B.I.1"]
"#;

const ACTIONS: &str = r#"[item."A.I.1.a"]
who = "pengurus"
time = "weeks"
effort = 2
coaching = "HELP"
evidence = ["deed"]
[item."A.I.1.b"]
who = "ketua"
time = "rat"
effort = 5
coaching = "HELP"
evidence = []
[ratio."B.I.1"]
who = "bendahara"
time = "months"
effort = 3
coaching = "HELP"
evidence = ["deed"]
"#;

const TEXTS: &str = r#"aspect.A = { name = "Rule", note = "How you decide." }
aspect.B = { name = "Money", note = "What you own." }
subaspect."A.I" = { name = "Members" }
subaspect."B.I" = { name = "Cash" }
indicator."A.I.1" = { name = "Open door" }
indicator."B.I.1" = { name = "Cash" }
item."A.I.1.a" = { question = "Q?", hint = "H.", why = "W.", examiner = "E.", first_step = "F." }
item."A.I.1.b" = { question = "Q2?", hint = "H2.", why = "W2.", examiner = "E2.", first_step = "F2." }
ratio."B.I.1" = { meaning = "M.", why = "W.", examiner = "E.", first_step = "F." }
group.assets = { name = "Assets" }
account.cash = { name = "Cash", hint = "In the drawer." }
account.loans = { name = "Loans", hint = "Lent out." }
aggregate.all_assets = { name = "All assets" }
predicate.good = { name = "Good", note = "Well done." }
predicate.bad = { name = "Bad", note = "Look again." }
difference.D1 = { title = "T", definition_says = "A.", worksheet_does = "B.", we_do = "C." }
document.deed = { name = "Deed" }
coaching.HELP = { name = "Help" }
term.rat = { word = "RAT", meaning = "The meeting." }
"#;

const FORM: &str = r#"id = "large"
from = "small"
name = "Large ones"
source = ["LAW:20"]
drop = ["A.I.1.a"]
account = [{ id = "stock", after = "loans", side = "asset", cell = "B1" }, { id = "cash", after = "loans" }]
[[aggregate]]
id = "all_assets"
formula = "cash + loans + stock"
worksheet = "cash"
differences = ["E1"]
[[indicator]]
id = "B.I.1"
name = "Cash and stock to assets"
differences = ["E1"]
override = { when = "negative", of = "loans", reading = "definition", points = 1, difference = "E1" }
bands = [{ source = ["LAW:21"], bands = [{ points = 4, from = "20%" }, { points = 1, below = "20%" }] }]
[[indicator]]
id = "B.I.2"
after = "A.I.1"
name = "Stock"
max = 4
source = ["LAW:22"]
ratio = "stock / all_assets"
bands = [{ source = ["LAW:22"], bands = [{ points = 4, from = "20%" }, { points = 1, below = "20%" }] }]
[[check]]
id = "loans"
right = "all_assets + stock"
[[alternative]]
difference = "E1"
source = ["LAW:23"]
formula.all_assets = "cash"
[[difference]]
id = "E1"
class = "ambiguous"
where = []
affects = ["B.I.1", "B.I.2"]
"#;

const FORM_ACTIONS: &str = r#"[form.large.item."A.I.1.b"]
who = "ketua"
time = "days"
effort = 1
coaching = "HELP"
evidence = []
[ratio."B.I.2"]
who = "bendahara"
time = "months"
effort = 3
coaching = "HELP"
evidence = []
"#;

const FORM_TEXTS: &str = r#"form.large.item."A.I.1.b" = { question = "Large Q2?", hint = "Large H2.", why = "Large W2.", examiner = "Large E2.", first_step = "Large F2." }
form.large.indicator."B.I.1" = { name = "Cash and stock" }
indicator."B.I.2" = { name = "Stock" }
ratio."B.I.2" = { meaning = "S.", why = "W.", examiner = "E.", first_step = "F." }
account.stock = { name = "Goods", hint = "On the shelf." }
difference.E1 = { title = "Large T", definition_says = "A.", worksheet_does = "B.", we_do = "C." }
"#;

/// The files of the tiny book.
pub struct Tiny {
    pub rules: String,
    /// A second form, told by its differences; none where it is blank.
    pub form: String,
    pub actions: String,
    pub texts: String,
}

/// One of its files.
#[derive(Clone, Copy, Debug)]
pub enum Part {
    Rules,
    Form,
    Actions,
    Texts,
}

impl Part {
    pub const fn file(self) -> &'static str {
        match self {
            Self::Rules => "tiny.toml",
            Self::Form => "forms/large.toml",
            Self::Actions => "actions.toml",
            Self::Texts => "id/all.toml",
        }
    }
}

impl Tiny {
    pub fn new() -> Self {
        Self { rules: RULES.to_owned(), form: String::new(), actions: ACTIONS.to_owned(), texts: TEXTS.to_owned() }
    }

    /// The same book with a second form.
    pub fn with_two_forms() -> Self {
        let tiny = Self::new();
        Self { form: FORM.to_owned(), actions: tiny.actions + FORM_ACTIONS, texts: tiny.texts + FORM_TEXTS, ..tiny }
    }

    pub fn part(&mut self, part: Part) -> &mut String {
        match part {
            Part::Rules => &mut self.rules,
            Part::Form => &mut self.form,
            Part::Actions => &mut self.actions,
            Part::Texts => &mut self.texts,
        }
    }

    pub fn compile(&self) -> Result<Compiled, Vec<Refusal>> {
        compiler::compile(&Book {
            rules: Source { name: Part::Rules.file(), text: &self.rules },
            forms: if self.form.is_empty() {
                Vec::new()
            } else {
                vec![Source { name: Part::Form.file(), text: &self.form }]
            },
            actions: vec![Source { name: Part::Actions.file(), text: &self.actions }],
            texts: vec![("id".to_owned(), vec![Source { name: Part::Texts.file(), text: &self.texts }])],
        })
    }
}

/// Replaces `old` (which must stand there exactly once) by `new` and demands that the book is refused at the line on
/// which `at` then stands, with a reason that contains `reason`, and for nothing else.
#[track_caller]
pub fn refuses(part: Part, old: &str, new: &str, at: &str, reason: &str) {
    spoilt(Tiny::new(), part, old, new, at, reason);
}

/// The same in the book of two forms.
#[track_caller]
pub fn form_refuses(part: Part, old: &str, new: &str, at: &str, reason: &str) {
    spoilt(Tiny::with_two_forms(), part, old, new, at, reason);
}

#[track_caller]
fn spoilt(mut tiny: Tiny, part: Part, old: &str, new: &str, at: &str, reason: &str) {
    let text = tiny.part(part);
    assert_eq!(text.matches(old).count(), 1, "\"{old}\" must stand once in the tiny book");
    *text = text.replacen(old, new, 1);
    let line = line_of(text, at);
    let refusals = tiny.compile().expect_err("a spoilt book must be refused");
    assert!(
        refusals.iter().any(|one| one.file == part.file() && one.line == line && one.reason.contains(reason)),
        "wanted {}:{line}: …{reason}…, got {refusals:#?}",
        part.file()
    );
    assert!(!reason.is_empty(), "say which reason is wanted; got {refusals:#?}");
    assert!(refusals.iter().all(|one| one.reason.contains(reason)), "one fault, one reason; got {refusals:#?}");
}

#[track_caller]
fn line_of(text: &str, marker: &str) -> usize {
    let place = text.find(marker).unwrap_or_else(|| panic!("\"{marker}\" is not in the spoilt text"));
    text[..place].matches('\n').count() + 1
}

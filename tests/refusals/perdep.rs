//! The other family: points per band in decimals, bands that rise and fall, a checklist that earns points in
//! proportion, weights fixed per component, five predicates. It compiles with the types as they are.
//!
//! The shape is that of Perdep 06/2016 and Permen 14/2009; the figures only serve the test.

use crate::compiler::{self, Book, Source};

const RULES: &str = r#"id = "perdep"
title = "Points per component"
regulation = "Perdep 06/Per/Dep.6/IV/2016"
in_force = "2016-04-19"
source = ["APP1"]
reference = [{ id = "APP1", title = "An app built on it" }]
edition = [{ id = "2016", from = "2016-04-19", source = ["APP1"] }]
[[variant]]
id = "ksp"
name = "KSP"
source = ["APP1"]
predicate = [
  { id = "sehat", name = "Sehat", from = "80", to = "100", source = ["APP1"] },
  { id = "cukup", name = "Cukup Sehat", from = "60", below = "80", source = ["APP1"] },
  { id = "kurang", name = "Kurang Sehat", from = "40", below = "60", source = ["APP1"] },
  { id = "tidak", name = "Tidak Sehat", from = "20", below = "40", source = ["APP1"] },
  { id = "sangat", name = "Sangat Tidak Sehat", from = "0", below = "20", source = ["APP1"] },
]
[[variant.group]]
id = "neraca"
name = "Neraca"
statement = "balance"
accounts = [{ id = "modal", side = "equity", cell = "" }, { id = "aset", side = "asset", cell = "" }]
[[variant.aspect]]
id = "permodalan"
name = "Permodalan"
weight = "85%"
source = ["APP1"]
[[variant.aspect.subaspect]]
id = "P"
name = "Permodalan"
[[variant.aspect.subaspect.indicator]]
id = "1a"
name = "Modal sendiri terhadap total aset"
max = 6
source = ["APP1:bands"]
ratio = "modal / aset"
[[variant.aspect.subaspect.indicator.bands]]
source = ["APP1:bands"]
bands = [
  { points = 0, to = "0" },
  { points = "1.5", above = "0", to = "20%" },
  { points = "3.0", above = "20%", to = "40%" },
  { points = "6.0", above = "40%", to = "60%" },
  { points = "3.0", above = "60%", to = "80%" },
  { points = "1.5", above = "80%" },
]
[[variant.aspect]]
id = "manajemen"
name = "Manajemen"
weight = "15%"
source = ["APP1"]
[[variant.aspect.subaspect]]
id = "M"
name = "Manajemen umum"
[[variant.aspect.subaspect.indicator]]
id = "umum"
name = "Manajemen umum"
max = "0.75"
source = ["APP1:questions"]
items = [{ id = "u1", cell = "" }, { id = "u2", cell = "" }, { id = "u3", cell = "" }]
"#;

#[test]
fn a_book_of_points_per_component_compiles() {
    let item = |id: &str| format!("[item.{id}]\nwho='ketua'\ntime='days'\neffort=1\ncoaching='C'\nevidence=[]\n");
    let actions = ["u1", "u2", "u3"].map(item).concat() + &item("1a").replace("[item.1a]", "[ratio.1a]");
    let named = |table: &str, ids: &[&str], rest: &str| {
        ids.iter().map(|id| format!("{table}.{id} = {{ name = 'N'{rest} }}\n")).collect::<Vec<_>>().concat()
    };
    let words = "question='Q', hint='H', why='W', examiner='E', first_step='F'";
    let texts = [
        named("aspect", &["permodalan", "manajemen"], ", note = 'N'"),
        named("subaspect", &["P", "M"], ""),
        named("indicator", &["1a", "umum"], ""),
        named("group", &["neraca"], ""),
        named("account", &["modal", "aset"], ", hint = 'H'"),
        named("predicate", &["sehat", "cukup", "kurang", "tidak", "sangat"], ", note = 'N'"),
        named("coaching", &["C"], ""),
        ["u1", "u2", "u3"].map(|id| format!("item.{id} = {{ {words} }}\n")).concat(),
        "ratio.1a = { meaning='M', why='W', examiner='E', first_step='F' }\n".to_owned(),
    ]
    .concat();
    let book = compiler::compile(&Book {
        rules: Source { name: "perdep.toml", text: RULES },
        forms: Vec::new(),
        actions: vec![Source { name: "actions.toml", text: &actions }],
        texts: vec![("id".to_owned(), vec![Source { name: "texts.toml", text: &texts }])],
    })
    .expect("the types hold this family");
    let holds = |lines: &str| book.rules.contains(&format!("\n{lines}\n"));
    assert!(holds("Proportional"), "a checklist without bands earns points in proportion");
    assert!(holds("1\n0\n0\n1\n1/5\n1\n3/2"), "above 0, to 20 %: decimals stay exact");
    assert!(holds("Manajemen umum\n3/4"), "three items of a quarter point each");
    assert!(holds("5\nsehat\n70\nSehat"), "five predicates");
}

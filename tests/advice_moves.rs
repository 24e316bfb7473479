//! Moves of the books that would unbalance anything stop the build; and the ones we have are what they should be.
#![allow(clippy::unwrap_used, missing_docs, unreachable_pub)]

#[path = "../src/rulebook/compiler/mod.rs"]
#[allow(dead_code)]
mod compiler;
#[path = "refusals/tiny.rs"]
#[allow(dead_code)]
mod tiny;

use std::collections::BTreeSet;

use cermin_koperasi::locale::Locale;
use cermin_koperasi::rulebook::{self, Deed, Measure, Side, Statement};
use tiny::Tiny;

const MOVES: &str = r#"[moves]
variant = "small"
result = "profit"
ceiling = "0.5 * all_assets"
list = [
  { id = "collect", deed = "collect", down = "loans", with = { cash = "up" }, most = "50%" },
  { id = "borrow", deed = "borrow", up = "debt", with = { cash = "up" }, rat = true },
  { id = "provide", deed = "provide", up = "allowance", with = { profit = "down", cost = "up" } },
]
"#;

/// The tiny book with both sides of a balance sheet, a cost, and moves.
fn book() -> Tiny {
    let mut tiny = Tiny::new();
    let more = r#"{ id = "loans", side = "asset", cell = "A2" },
  { id = "allowance", side = "asset", cell = "A5", contra = true }, { id = "debt", side = "liability", cell = "A6" },
  { id = "profit", side = "equity", cell = "A7", signed = true }, { id = "cost", side = "expense", cell = "A8" }]"#;
    tiny.rules = tiny.rules.replace(r#"{ id = "loans", side = "asset", cell = "A2" }]"#, more);
    for id in ["allowance", "debt", "profit", "cost"] {
        tiny.texts.push_str(&["account.", id, " = { name = \"N\", hint = \"H.\" }\n"].concat());
    }
    tiny.actions += MOVES;
    tiny
}

#[track_caller]
fn refused(old: &str, new: &str, reason: &str) {
    let mut tiny = book();
    assert_eq!(tiny.actions.matches(old).count(), 1, "\"{old}\" must stand once");
    tiny.actions = tiny.actions.replace(old, new);
    let at = tiny.actions[..tiny.actions.find(new.split('\n').next().unwrap()).unwrap()].matches('\n').count() + 1;
    let refusals = tiny.compile().expect_err("a spoilt book must be refused");
    assert!(refusals[0].reason.contains(reason), "wanted …{reason}…, got {refusals:#?}");
    assert_eq!(refusals[0].line, at, "{refusals:#?}");
}

#[test]
fn balanced_moves_compile() {
    let rules = book().compile().unwrap().rules;
    assert!(rules.contains("\ncollect\ncollect\n1\nDown\n"), "{rules}");
    assert!(!Tiny::new().compile().unwrap().rules.contains("\ncollect\n"));
}

#[test]
fn a_move_that_unbalances_is_refused() {
    refused(r#"down = "loans", with = { cash = "up" }"#, r#"down = "loans""#, "would not stay balanced");
    refused(
        r#"up = "debt", with = { cash = "up" }"#,
        r#"up = "debt", with = { cash = "down" }"#,
        "would not stay balanced",
    );
}

#[test]
fn income_and_cost_move_the_result() {
    refused(r#"{ profit = "down", cost = "up" }"#, r#"{ profit = "down" }"#, "part from \"profit\"");
}

#[test]
fn names_shares_and_leads_are_known() {
    refused(r#"variant = "small""#, r#"variant = "large""#, "unknown variant");
    refused(r#"result = "profit""#, r#"result = "cash""#, "own capital");
    refused(r#"ceiling = "0.5 * all_assets""#, r#"ceiling = "0.5 * gold""#, "gold");
    refused(r#"down = "loans", with"#, r#"down = "gold", with"#, "unknown account \"gold\"");
    refused(r#"deed = "collect""#, r#"deed = "pray""#, "unknown deed");
    refused(r#"most = "50%""#, r#"most = "150%""#, "a share, up to 100%");
    refused(r#"up = "debt", with"#, r#"up = "debt", down = "cash", with"#, "one account leads");
    refused(r#"with = { cash = "up" }, rat"#, r#"with = { cash = "up", debt = "up" }, rat"#, "cannot move with itself");
}

fn reasons(tiny: &Tiny) -> Vec<String> {
    tiny.compile().unwrap_err().into_iter().map(|refusal| refusal.reason).collect()
}

#[test]
fn nothing_stands_twice() {
    let mut tiny = book();
    tiny.actions = tiny.actions.replace("id = \"borrow\"", "id = \"collect\"");
    assert_eq!(reasons(&tiny), ["\"collect\": the move id \"collect\" stands twice"]);
}

#[test]
fn an_allowance_that_grows_takes_from_the_assets() {
    let mut tiny = book();
    tiny.actions = tiny.actions.replace(r#"{ profit = "down", cost = "up" }"#, r#"{ cash = "down" }"#);
    assert_eq!(reasons(&tiny), ["\"provide\": the balance sheet would not stay balanced"]);
}

#[test]
fn every_deed_can_be_written_and_said() {
    for deed in Deed::ALL {
        let mut tiny = book();
        tiny.actions = tiny.actions.replace("deed = \"borrow\"", &format!("deed = \"{}\"", deed.code()));
        assert!(tiny.compile().is_ok(), "{}", deed.code());
        for locale in [Locale::Id, Locale::En] {
            assert!(locale.words().deed(*deed).contains("{account}"), "{}", deed.code());
        }
    }
}

#[test]
fn the_moves_of_kkpkk_2021_cover_what_a_board_can_do() {
    let form = rulebook::find("kkpkk-2021").unwrap().variant("ksp12").unwrap();
    let moves = form.moves.unwrap();
    assert_eq!(form.accounts[usize::from(moves.result)].id, "shu_periode_berjalan");
    let account = |place: u16| &form.accounts[usize::from(place)];
    for one in moves.list {
        // The prior year is closed, and collateral is not the board's to make.
        assert!(one.legs().all(|leg| !account(leg.account).id.starts_with("agunan_k")), "{}", one.id);
        // A result comes only from income and cost.
        let result = one.direction(moves.result).is_some();
        let earned = one.legs().any(|leg| matches!(account(leg.account).side, Side::Revenue | Side::Expense));
        assert_eq!(result, earned, "{}", one.id);
    }
    let used: BTreeSet<&str> = moves.list.iter().map(|one| one.deed.code()).collect();
    assert_eq!(used.len(), Deed::ALL.len(), "every deed is used");
    let ratios = form.indicators().filter(|(_, one)| matches!(one.measure, Measure::Ratio(_)));
    assert_eq!(ratios.count(), 26);
    assert!(form.groups.iter().any(|group| group.statement == Statement::Memo));
}

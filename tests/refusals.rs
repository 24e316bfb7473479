//! A rulebook that does not hold together stops the build, with the file, the line and the reason.
//!
//! Every test spoils one thing in a tiny book that compiles.
#![allow(clippy::unwrap_used, missing_docs, unreachable_pub)]

#[path = "../src/rulebook/compiler/mod.rs"]
#[allow(dead_code)]
mod compiler;
#[path = "refusals/perdep.rs"]
mod perdep;
#[path = "refusals/tiny.rs"]
mod tiny;

use tiny::Part::{Actions, Form, Rules, Texts};
use tiny::{Tiny, form_refuses, refuses};

/// One test each: name, file, what is replaced by what, where the refusal points, what it says.
macro_rules! refused {
    ($($name:ident: $part:ident, $old:expr => $new:expr, at $at:expr, $reason:expr;)+) => {$(
        #[test]
        fn $name() {
            refuses($part, $old, $new, $at, $reason);
        }
    )+};
}

macro_rules! form_refused {
    ($($name:ident: $part:ident, $old:expr => $new:expr, at $at:expr, $reason:expr;)+) => {$(
        #[test]
        fn $name() {
            form_refuses($part, $old, $new, $at, $reason);
        }
    )+};
}

#[test]
fn the_tiny_book_itself_compiles() {
    let book = Tiny::new().compile().unwrap();
    assert!(book.rules.starts_with("tiny\nA tiny book\nRegulation 1/2020\n2020-02-29\n"));
    // 7.5 % became an exact fraction, not a float.
    assert!(book.rules.contains("\n3/40\n"));
    assert!(book.texts[0].1.starts_with("2\nRule\nHow you decide.\nMoney\n"));
}

#[test]
fn a_refusal_prints_as_file_line_reason() {
    let mut tiny = Tiny::new();
    tiny.rules = tiny.rules.replace("in_force = \"2020-02-29\"", "in_force = \"soon\"");
    let refusals = tiny.compile().unwrap_err();
    assert_eq!(refusals[0].to_string(), "tiny.toml:4: \"soon\" is not a date like 2021-08-20");
}

#[test]
fn every_fault_is_told_at_once() {
    let mut tiny = Tiny::new();
    tiny.rules = tiny.rules.replace("[\"LAW:7\"]", "[]").replace("weight = \"40%\"", "weight = \"41%\"");
    assert_eq!(tiny.compile().unwrap_err().len(), 2);
}

#[test]
fn a_book_without_words_is_refused() {
    let tiny = Tiny::new();
    let rules = compiler::Source { name: "tiny.toml", text: &tiny.rules };
    let refusals =
        compiler::compile(&compiler::Book { rules, forms: Vec::new(), actions: Vec::new(), texts: Vec::new() })
            .unwrap_err();
    assert!(refusals.iter().any(|one| one.line == 1 && one.reason.contains("no text file in any language")));
}

// Citations and dates.
refused! {
    a_missing_citation: Rules, "source = [\"LAW:7\"]\n" => "", at "[[variant.aspect.subaspect.indicator]]\nid = \"A.I.1\"", "missing field `source`";
    an_empty_citation: Rules, "[\"LAW:7\"]" => "[]", at "source = []", "no source";
    an_empty_citation_of_the_book: Rules, "source = [\"LAW\"]\nreference" => "source = []\nreference", at "source = []", "no source";
    an_empty_citation_of_an_edition: Rules, "from = \"2020-02-29\", source = [\"LAW\"]" => "from = \"2020-02-29\", source = []", at "edition =", "no source";
    an_empty_citation_of_a_variant: Rules, "[\"LAW:1\"]" => "[]", at "source = []", "no source";
    an_empty_citation_of_a_predicate: Rules, "[\"LAW:2\"]" => "[]", at "source = []", "no source";
    an_empty_citation_of_a_ladder: Rules, "[\"LAW:4\"]" => "[]", at "source = []", "no source";
    an_empty_citation_of_an_aggregate: Rules, "[\"LAW:5\"]" => "[]", at "source = []", "no source";
    an_empty_citation_of_an_aspect: Rules, "[\"LAW:6\"]" => "[]", at "source = []", "no source";
    an_empty_citation_of_a_band_table: Rules, "[\"LAW:10\"]" => "[]", at "source = []", "no source";
    an_empty_citation_of_a_check: Rules, "[\"LAW:12\"]" => "[]", at "source = []", "no source";
    a_missing_citation_of_a_band_table: Rules, "source = [\"LAW:10\"]\n" => "", at "[[variant.aspect.subaspect.indicator.bands]]", "missing field `source`";
    an_unknown_source: Rules, "[\"LAW:7\"]" => "[\"LORE:7\"]", at "LORE:7", "unknown source \"LORE\"";
    a_kind_that_no_profile_says: Rules, "name = \"Small ones\"" => "name = \"Small ones\"\nkinds = [\"ksp\", \"kps\"]", at "kinds", "unknown kind of cooperative \"kps\"";
    a_missing_in_force_date: Rules, "in_force = \"2020-02-29\"\n" => "", at "id = \"tiny\"", "missing field `in_force`";
    a_date_that_is_none: Rules, "in_force = \"2020-02-29\"" => "in_force = \"2020-2-29\"", at "in_force", "is not a date";
    a_day_no_calendar_has: Rules, "in_force = \"2020-02-29\"" => "in_force = \"2021-02-29\"", at "in_force", "is not a date";
    a_date_with_a_sign: Rules, "in_force = \"2020-02-29\"" => "in_force = \"2020-02-+9\"", at "in_force", "is not a date";
    an_edition_without_a_date: Rules, "from = \"2022-01-01\", " => "", at "edition =", "missing field `from`";
    editions_in_the_wrong_order: Rules, "2022-01-01" => "2019-01-01", at "edition =", "oldest first";
}

#[test]
fn a_book_without_an_edition_is_refused() {
    let mut tiny = Tiny::new();
    let line = tiny.rules.lines().find(|line| line.starts_with("edition =")).unwrap().to_owned();
    tiny.rules = tiny.rules.replace(&line, "edition = []");
    let refusals = tiny.compile().unwrap_err();
    assert_eq!((refusals[0].line, refusals[0].reason.as_str()), (1, "a rulebook needs at least one dated edition"));
}

// Bands and predicates.
refused! {
    a_gap: Rules, "from = \"7.5%\", below = \"20%\"" => "from = \"8%\", below = \"20%\"", at "{ points = 2, from = \"8%\"", "gap: some values are in no band";
    an_overlap: Rules, "points = 1, below = \"7.5%\"" => "points = 1, below = \"9%\"", at "{ points = 2", "overlap: two bands hold the same values";
    a_limit_in_both_bands: Rules, "points = 1, below = \"7.5%\"" => "points = 1, to = \"7.5%\"", at "{ points = 2", "overlap: the limit belongs to both bands";
    a_limit_in_no_band: Rules, "from = \"7.5%\", below = \"20%\"" => "above = \"7.5%\", below = \"20%\"", at "{ points = 2", "gap: the limit belongs to no band";
    a_limit_in_and_out: Rules, "points = 1, below = \"7.5%\"" => "points = 1, below = \"7.5%\", to = \"7.5%\"", at "{ points = 1, below = \"7.5%\"", "either part of the band or not";
    a_limit_that_is_no_number: Rules, "above = \"50%\"" => "above = \"half\"", at "above = \"half\"", "\"half\" is not a limit";
    bands_that_do_not_reach_the_top: Rules, "points = 4, from = \"20%\"" => "points = 4, from = \"20%\", to = \"100%\"", at "bands = [\n  { points = 4", "do not reach all values";
    bands_that_do_not_reach_the_bottom: Rules, "points = 1, below = \"7.5%\"" => "points = 1, from = \"0\", below = \"7.5%\"", at "bands = [\n  { points = 4", "do not reach all values";
    bands_out_of_order: Rules, "  { points = 4, from = \"20%\" },\n  { points = 2, from = \"7.5%\", below = \"20%\" },\n" => "  { points = 2, from = \"7.5%\", below = \"20%\" },\n  { points = 4, from = \"20%\" },\n", at "bands = [\n  { points = 2", "out of order";
    a_band_that_holds_nothing: Rules, "from = \"7.5%\", below = \"20%\"" => "from = \"20%\", below = \"7.5%\"", at "{ points = 2", "holds no value";
    no_bands_at_all: Rules, "bands = [{ points = 4, above = \"50%\" }, { points = 1, to = \"50%\" }]" => "bands = []", at "bands = []", "do not reach all values";
    points_written_as_a_float: Rules, "points = 4, above = \"50%\"" => "points = 4.5, above = \"50%\"", at "points = 4.5", "did not match any variant";
    points_that_are_no_number: Rules, "points = 4, above = \"50%\"" => "points = \"four\", above = \"50%\"", at "points = \"four\"", "points must be a whole number";
    points_above_the_most: Rules, "points = 4, from = \"20%\"" => "points = 5, from = \"20%\"", at "points = 5", "more points than the most";
    a_shared_ladder_above_the_most: Rules, "points = 4, above = \"50%\"" => "points = 5, above = \"50%\"", at "points = 5", "more points than the most";
    an_override_above_the_most: Rules, "points = 1, difference" => "points = 9, difference", at "override", "more points than the most";
    an_override_without_a_number: Rules, "points = 1, difference" => "points = \"x\", difference", at "override", "points must be a whole number";
    a_maximum_that_is_no_number: Rules, "max = 4\nsource = [\"LAW:7\"]" => "max = \"lots\"\nsource = [\"LAW:7\"]", at "id = \"A.I.1\"", "max must be a positive number";
    predicates_with_a_gap: Rules, "from = \"0\", below = \"50\"" => "from = \"0\", below = \"49\"", at "{ id = \"good\"", "gap";
    predicates_that_overlap: Rules, "from = \"0\", below = \"50\"" => "from = \"0\", to = \"50\"", at "{ id = \"good\"", "overlap";
    predicates_that_do_not_hold_everything: Rules, "to = \"100\"" => "to = \"99\"", at "id = \"small\"", "no predicate holds the total 100";
    no_table_for_a_reading: Rules, "source = [\"LAW:10\"]" => "reading = \"definition\"\nsource = [\"LAW:10\"]", at "id = \"B.I.1\"", "no bands hold in the first edition for the reading worksheet";
    two_tables_at_once: Rules, "edition = \"2022\"\nreading = \"worksheet\"\n" => "", at "bands = [{ points = 4, above = \"20%\"", "two tables hold";
    an_unknown_edition: Rules, "edition = \"2022\"\n" => "edition = \"2023\"\n", at "edition = \"2023\"", "unknown edition \"2023\"";
    an_unknown_reading: Rules, "reading = \"worksheet\"\n" => "reading = \"mine\"\n", at "reading = \"mine\"", "unknown reading \"mine\"";
    an_unknown_ladder: Rules, "ladder = \"share\"" => "ladder = \"steps\"", at "ladder = \"steps\"", "unknown ladder \"steps\"";
    a_ladder_and_bands: Rules, "ratio = \"cash / all_assets\"" => "ladder = \"share\"\nratio = \"cash / all_assets\"", at "id = \"B.I.1\"", "either a ladder or bands";
}

#[test]
fn a_ratio_without_bands_is_refused() {
    let mut tiny = Tiny::new();
    let from = tiny.rules.find("[[variant.aspect.subaspect.indicator.bands]]").unwrap();
    let to = tiny.rules.find("[[variant.check]]").unwrap();
    tiny.rules.replace_range(from..to, "");
    let refusals = tiny.compile().unwrap_err();
    assert_eq!(refusals.len(), 1);
    assert_eq!(refusals[0].reason, "a ratio needs bands");
}

// Formulas, measures and weights.
refused! {
    an_unknown_account_in_an_aggregate: Rules, "formula = \"cash + loans\"" => "formula = \"cash + gold\"", at "formula = \"cash + gold\"", "unknown account or aggregate \"gold\"";
    an_aggregate_used_before_it_is_defined: Rules, "formula = \"cash + loans\"" => "formula = \"cash + all_assets\"", at "formula =", "unknown account or aggregate \"all_assets\"";
    an_unknown_account_in_a_ratio: Rules, "ratio = \"cash / all_assets\"" => "ratio = \"cash / gold\"", at "ratio = \"cash / gold\"", "unknown account or aggregate \"gold\"";
    an_unknown_account_in_a_worksheet_formula: Rules, "worksheet = \"cash / loans\"" => "worksheet = \"cash / gold\"", at "worksheet = \"cash / gold\"", "unknown account or aggregate \"gold\"";
    an_unknown_account_in_an_override: Rules, "of = \"loans\"" => "of = \"gold\"", at "override", "unknown account or aggregate \"gold\"";
    an_unknown_account_in_a_check: Rules, "left = \"loans\"" => "left = \"gold\"", at "left = \"gold\"", "unknown account or aggregate \"gold\"";
    a_formula_cut_short: Rules, "ratio = \"cash / all_assets\"" => "ratio = \"cash / \"", at "ratio =", "expected a name or a number";
    a_formula_with_a_tail: Rules, "ratio = \"cash / all_assets\"" => "ratio = \"cash / all_assets )\"", at "ratio =", "cannot read the formula";
    a_bracket_left_open: Rules, "ratio = \"cash / all_assets\"" => "ratio = \"cash / (all_assets\"", at "ratio =", "expected \")\"";
    too_few_arguments: Rules, "ratio = \"cash / all_assets\"" => "ratio = \"if_zero(cash, loans)\"", at "ratio =", "expected 3 arguments, found 2";
    a_number_that_is_none: Rules, "ratio = \"cash / all_assets\"" => "ratio = \"1.2.3 * cash\"", at "ratio =", "\"1.2.3\" is not a number";
    neither_items_nor_ratio: Rules, "items = [{ id = \"A.I.1.a\", cell = \"A3\" }, { id = \"A.I.1.b\", cell = \"A4\", differences = [\"D1\"] }]" => "", at "id = \"A.I.1\"", "an indicator has either items or a ratio";
    items_and_a_ratio: Rules, "ladder = \"share\"\n" => "ladder = \"share\"\nratio = \"cash\"\n", at "id = \"A.I.1\"", "an indicator has either items or a ratio";
    an_override_on_a_checklist: Rules, "ladder = \"share\"\n" => "ladder = \"share\"\nworksheet = \"cash\"\n", at "id = \"A.I.1\"", "belongs to a ratio";
    weights_below_100: Rules, "weight = \"40%\"" => "weight = \"39%\"", at "weight = \"39%\"", "weights sum to 99/100, not to 100 %";
    weights_above_100: Rules, "weight = \"60%\"" => "weight = \"60.5%\"", at "weight = \"40%\"", "weights sum to 201/200, not to 100 %";
    a_weight_that_is_no_number: Rules, "weight = \"40%\"" => "weight = \"much\"", at "weight = \"much\"", "\"much\" is not a weight";
    an_unknown_statement: Rules, "statement = \"balance\"" => "statement = \"letter\"", at "statement =", "unknown statement \"letter\"";
    an_unknown_side: Rules, "{ id = \"loans\", side = \"asset\"" => "{ id = \"loans\", side = \"left\"", at "side = \"left\"", "unknown side \"left\"";
    an_unknown_kind_of_check: Rules, "kind = \"at-most\"" => "kind = \"near\"", at "kind = \"near\"", "unknown kind \"near\"";
    a_factor_where_none_belongs: Rules, "kind = \"at-most\"" => "kind = \"at-most\"\nfactor = 3", at "kind =", "a factor belongs to the kind same-unit";
    a_factor_missing: Rules, "kind = \"at-most\"" => "kind = \"same-unit\"", at "kind =", "a factor belongs to the kind same-unit";
    an_unknown_case: Rules, "when = \"negative\"" => "when = \"odd\"", at "override", "unknown case \"odd\"";
}

// Ids, keys and differences.
refused! {
    a_reference_twice: Rules, "reference = [" => "reference = [{ id = \"LAW\", title = \"Again\" }, ", at "reference =", "reference id \"LAW\" stands twice";
    an_edition_twice: Rules, "difference = \"D1\" }]\n[[variant]]" => "difference = \"D1\" },\n  { id = \"2020\", from = \"2023-01-01\", source = [\"LAW\"] }]\n[[variant]]", at "  { id = \"2020\"", "edition id \"2020\" stands twice";
    a_predicate_twice: Rules, "id = \"bad\"" => "id = \"good\"", at "name = \"Bad\"", "predicate id \"good\" stands twice";
    a_ladder_twice: Rules, "[[variant.group]]" => "[[variant.ladder]]\nid = \"share\"\nsource = [\"LAW\"]\nbands = [{ points = 1 }]\n[[variant.group]]", at "id = \"share\"\nsource = [\"LAW\"]\n", "ladder id \"share\" stands twice";
    a_group_twice: Rules, "[[variant.aggregate]]" => "[[variant.group]]\nid = \"assets\"\nname = \"X\"\nstatement = \"memo\"\naccounts = []\n[[variant.aggregate]]", at "id = \"assets\"\nname = \"X\"", "group id \"assets\" stands twice";
    an_account_twice: Rules, "cell = \"A2\" }]" => "cell = \"A2\" },\n  { id = \"cash\", side = \"asset\", cell = \"A9\" }]", at "  { id = \"cash\"", "the account or aggregate id \"cash\" stands twice";
    an_aggregate_named_like_an_account: Rules, "[[variant.aggregate]]" => "[[variant.aggregate]]\nid = \"cash\"\nformula = \"loans\"\nsource = [\"LAW\"]\n[[variant.aggregate]]", at "id = \"cash\"\nformula", "the account or aggregate id \"cash\" stands twice";
    an_aspect_twice: Rules, "id = \"B\"\n" => "id = \"A\"\n", at "id = \"A\"\nname = \"Money\"", "aspect id \"A\" stands twice";
    a_subaspect_twice: Rules, "id = \"B.I\"\n" => "id = \"A.I\"\n", at "id = \"A.I\"\nname = \"Cash\"", "subaspect id \"A.I\" stands twice";
    an_indicator_twice: Rules, "[[variant.aspect]]\nid = \"B\"" => "[[variant.aspect.subaspect.indicator]]\nid = \"A.I.1\"\nname = \"Again\"\nmax = 1\nsource = [\"LAW\"]\nitems = [{ id = \"x\", cell = \"\" }]\n[[variant.aspect]]\nid = \"B\"", at "id = \"A.I.1\"\nname = \"Again\"", "the indicator id \"A.I.1\" stands twice";
    an_item_twice: Rules, "id = \"A.I.1.b\"" => "id = \"A.I.1.a\"", at "items =", "item id \"A.I.1.a\" stands twice";
    a_check_twice: Rules, "[[difference]]" => "[[variant.check]]\nid = \"loans\"\nkind = \"equal\"\nleft = \"cash\"\nright = \"cash\"\nsource = [\"LAW\"]\n[[difference]]", at "id = \"loans\"\nkind = \"equal\"", "check id \"loans\" stands twice";
    a_difference_twice: Rules, "[[difference]]" => "[[difference]]\nid = \"D1\"\nclass = \"x\"\nwhere = []\naffects = []\n[[difference]]", at "id = \"D1\"\nclass = \"defect\"", "difference id \"D1\" stands twice";
    an_unknown_key: Rules, "max = 4\nsource = [\"LAW:7\"]" => "max = 4\ncolour = \"red\"\nsource = [\"LAW:7\"]", at "colour", "unknown field `colour`";
    an_unknown_key_in_a_band: Rules, "points = 4, from = \"20%\"" => "points = 4, form = \"20%\"", at "form =", "unknown field `form`";
    a_key_twice: Rules, "ladder = \"share\"" => "ladder = \"share\"\nladder = \"share\"", at "ladder = \"share\"\nitems", "duplicate key";
    a_file_that_is_not_toml: Rules, "weight = \"40%\"" => "weight = 40%", at "weight = 40%", "string values must be quoted";
    an_empty_name: Rules, "name = \"Open door\"" => "name = \" \"", at "name = \" \"", "empty";
    an_empty_id: Rules, "id = \"tiny\"" => "id = \"\"", at "id = \"\"", "empty";
    a_worksheet_ratio_without_difference: Rules, "differences = [\"D1\"]\nratio" => "ratio", at "worksheet = \"cash / loans\"", "the worksheet departs here, but no difference says why";
    a_worksheet_aggregate_without_difference: Rules, "source = [\"LAW:5\"]\ndifferences = [\"D1\"]" => "source = [\"LAW:5\"]", at "id = \"all_assets\"", "the worksheet departs here, but no difference says why";
    a_band_table_departing_without_difference: Rules, "difference = \"D1\"\nsource = [\"LAW:11\"]" => "source = [\"LAW:11\"]", at "bands = [{ points = 4, above = \"20%\"", "the bands depart here, but no difference says why";
    an_override_without_difference: Rules, ", difference = \"D1\" }\n[[variant.aspect.subaspect.indicator.bands]]" => " }\n[[variant.aspect.subaspect.indicator.bands]]", at "override", "missing field `difference`";
    an_unknown_difference_of_an_indicator: Rules, "differences = [\"D1\"]\nratio" => "differences = [\"D9\"]\nratio", at "differences = [\"D9\"]", "unknown difference \"D9\"";
    an_unknown_difference_of_an_item: Rules, "cell = \"A4\", differences = [\"D1\"]" => "cell = \"A4\", differences = [\"D9\"]", at "D9", "unknown difference \"D9\"";
    an_unknown_difference_of_an_edition: Rules, "source = [\"LAW\"], difference = \"D1\"" => "source = [\"LAW\"], difference = \"D9\"", at "D9", "unknown difference \"D9\"";
    an_unknown_difference_of_a_table: Rules, "difference = \"D1\"\nsource = [\"LAW:11\"]" => "difference = \"D9\"\nsource = [\"LAW:11\"]", at "D9", "unknown difference \"D9\"";
    an_unknown_difference_of_an_override: Rules, "points = 1, difference = \"D1\"" => "points = 1, difference = \"D9\"", at "D9", "unknown difference \"D9\"";
    an_unknown_difference_of_a_check: Rules, "source = [\"LAW:12\"]\ndifference = \"D1\"" => "source = [\"LAW:12\"]\ndifference = \"D9\"", at "D9", "unknown difference \"D9\"";
    a_difference_that_affects_nothing_known: Rules, "affects = [\"B.I.1\"]" => "affects = [\"Z.I.1\"]", at "affects = [\"Z.I.1\"]", "unknown indicator \"Z.I.1\"";
}

// Texts and actions.
refused! {
    a_missing_text: Texts, "indicator.\"B.I.1\" = { name = \"Cash\" }\n" => "", at "aspect.A", "no text for indicator \"B.I.1\"";
    a_missing_field_of_a_text: Texts, "hint = \"H2.\", " => "", at "item.\"A.I.1.b\"", "missing field `hint`";
    an_empty_text: Texts, "examiner = \"E2.\"" => "examiner = \"  \"", at "item.\"A.I.1.b\"", "item \"A.I.1.b\": empty examiner";
    a_text_for_nothing: Texts, "account.loans" => "account.gold = { name = \"Gold\", hint = \"Shiny.\" }\naccount.loans", at "account.gold", "text for account \"gold\", which the rules do not know";
    an_unknown_key_in_a_text: Texts, "note = \"Look again.\"" => "note = \"Look again.\", tone = \"sad\"", at "tone", "unknown field `tone`";
    an_action_for_nothing: Actions, "[ratio.\"B.I.1\"]" => "[item.\"Z.I.1.a\"]\nwho = \"ketua\"\ntime = \"days\"\neffort = 1\ncoaching = \"HELP\"\nevidence = []\n[ratio.\"B.I.1\"]", at "[item.\"Z.I.1.a\"]", "an action for what the rules do not know";
    an_unknown_doer: Actions, "who = \"ketua\"" => "who = \"camat\"", at "who = \"camat\"", "unknown variant `camat`";
    an_unknown_span: Actions, "time = \"months\"" => "time = \"ages\"", at "time = \"ages\"", "unknown variant `ages`";
    an_effort_off_the_scale: Actions, "effort = 5" => "effort = 6", at "[item.\"A.I.1.b\"]", "effort goes from 1 to 5";
    an_unknown_document: Actions, "coaching = \"HELP\"\nevidence = []" => "coaching = \"HELP\"\nevidence = [\"will\"]", at "[item.\"A.I.1.b\"]", "unknown document \"will\"";
    an_unknown_offer: Actions, "coaching = \"HELP\"\nevidence = []" => "coaching = \"PRAY\"\nevidence = []", at "[item.\"A.I.1.b\"]", "unknown coaching \"PRAY\"";
    an_unknown_key_in_an_action: Actions, "effort = 5" => "effort = 5\nmood = 1", at "mood", "unknown field `mood`";
}

// Forms told by their differences.
form_refused! {
    a_form_of_nothing: Form, "from = \"small\"\n" => "", at "id = \"large\"", "a form says `from` which it starts";
    a_form_of_an_unknown_form: Form, "from = \"small\"" => "from = \"huge\"", at "from", "unknown form";
    a_form_without_a_source: Form, "source = [\"LAW:20\"]\n" => "", at "id = \"large\"", "missing field `source`";
    a_form_that_drops_nothing: Form, "drop = [\"A.I.1.a\"]" => "drop = [\"A.I.1.a\", \"Z\"]", at "drop", "nothing of this id to drop";
    a_form_with_an_unknown_key: Form, "drop = [" => "keep = []\ndrop = [", at "keep", "unknown key `keep` of a form";
    a_thing_after_nothing: Form, "after = \"A.I.1\"" => "after = \"Z.I.1\"", at "after = \"Z.I.1\"", "no such indicator to stand after";
    a_new_thing_without_a_place: Form, "after = \"A.I.1\"\n" => "", at "[[indicator]]\nid = \"B.I.2\"", "a new indicator says `after` which it stands";
    a_new_thing_that_is_not_whole: Form, "max = 4\n" => "", at "[[indicator]]\nid = \"B.I.2\"", "missing field `max`";
    a_fault_in_a_changed_thing: Form, "from = \"20%\" }, { points = 1, below = \"20%\" }] }]\n[[indicator]]" => "from = \"20%\" }, { points = 1, below = \"19%\" }] }]\n[[indicator]]", at "bands = [{ source = [\"LAW:21\"]", "gap: some values";
    an_alternative_of_nothing: Form, "formula.all_assets" => "formula.no_assets", at "formula.no_assets", "unknown aggregate \"no_assets\"";
    an_alternative_without_a_doubt: Form, "[[alternative]]\ndifference = \"E1\"" => "[[alternative]]\ndifference = \"E9\"", at "difference = \"E9\"", "unknown difference \"E9\"";
    words_of_an_unknown_form: Texts, "form.large.indicator" => "form.huge.indicator", at "form.huge", "unknown form \"huge\"";
    words_of_a_form_for_what_it_lacks: Texts, "form.large.indicator" => "form.large.item.\"A.I.1.a\" = { question = \"Q\", hint = \"H\", why = \"W\", examiner = \"E\", first_step = \"F\" }\nform.large.indicator", at "form.large.item.\"A.I.1.a\"", "which the rules do not know";
    glossary_of_a_form: Texts, "form.large.indicator" => "form.large.term.x = { word = \"X\", meaning = \"Y\" }\nform.large.indicator", at "form.large.item", "are the book's, not a form's";
    an_action_of_a_form_for_what_it_lacks: Actions, "[form.large.item.\"A.I.1.b\"]" => "[form.large.item.\"A.I.1.a\"]", at "[form.large", "an action for what the rules do not know";
}

#[test]
fn a_missing_action_points_at_the_rule() {
    let mut tiny = Tiny::new();
    let ratio = tiny.actions.find("[ratio").unwrap();
    tiny.actions.truncate(ratio);
    let refusals = tiny.compile().unwrap_err();
    assert_eq!(refusals.len(), 1);
    assert_eq!(tiny.rules.lines().nth(refusals[0].line - 1), Some("id = \"B.I.1\""));
    assert_eq!(refusals[0].reason, "no action file says what to do about \"B.I.1\"");
}

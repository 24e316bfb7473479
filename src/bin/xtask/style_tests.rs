use std::collections::BTreeSet;
use std::path::Path;

use super::*;

/// Classes that no rule styles: tests, scripts and host pages find elements by them, or they name what a thing is.
const HOOKS: [&str; 0] = [];

#[test]
fn a_style_loses_its_notes_and_keeps_its_rules() {
    let style = "/* a\n b */\n p > a, p + a {\n  color: red; /* c */\n margin: 0 -1px !important;\n }\n\n";
    assert_eq!(squeeze(style), "p>a,p+a{color:red;margin:0 -1px!important}");
}

#[test]
fn what_spaces_mean_something_in_stays() {
    for kept in ["a :hover{b:c}", "a{b:calc(1px + 2px)}", "a{content:\" , ; { \"}", "a b{c:d e}", "a{b:var(--c)}"] {
        assert_eq!(squeeze(kept), kept);
    }
}

#[test]
fn conditions_and_nested_rules_close_where_they_did() {
    let style =
        "@media (min-width: 1rem) and (a: b) {\n  a { b: c; }\n  d { e: rgb(0 0 0 / 1%); }\n}\nf { g: 1 / -1; }";
    assert_eq!(squeeze(style), "@media (min-width:1rem) and (a:b){a{b:c}d{e:rgb(0 0 0/1%)}}f{g:1/-1}");
}

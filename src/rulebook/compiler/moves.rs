//! The moves of a book: read from its action files, refused where they would unbalance anything, written as lines.

use std::collections::{BTreeMap, HashSet};

use serde::Deserialize;
use toml::Spanned;

use super::check::{indicators, names};
use super::deed::Deed;
use super::expression::{self, Exact, Names};
use super::lines::Lines;
use super::schema::{Account, Rules, Text, Variant};
use super::values::formula;
use super::{Refusal, Source};

/// The table `[moves]` of an action file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Moves {
    pub(super) variant: Text,
    result: Text,
    ceiling: Text,
    /// Accounts of what members are owed or earn: no move of a plan lowers one.
    #[serde(default)]
    members: Vec<Text>,
    /// Indicators that tell how safe the members' money is, and the most points at which it is not.
    #[serde(default)]
    risks: Vec<Text>,
    #[serde(default)]
    risk_at: Option<Text>,
    list: Vec<Spanned<Move>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Move {
    id: Text,
    deed: Text,
    up: Option<Text>,
    down: Option<Text>,
    #[serde(default)]
    with: BTreeMap<String, Spanned<Direction>>,
    most: Option<Text>,
    #[serde(default)]
    rat: bool,
    #[serde(default = "yes")]
    plan: bool,
}

const fn yes() -> bool {
    true
}

#[derive(Deserialize, Clone, Copy, Debug, PartialEq)]
#[serde(rename_all = "lowercase")]
enum Direction {
    Up,
    Down,
}

impl Direction {
    fn sign(self) -> i32 {
        if self == Self::Up { 1 } else { -1 }
    }
}

impl Move {
    /// The account it is about; exactly one of `up` and `down`.
    fn lead(&self) -> Option<(&str, Direction)> {
        match (&self.up, &self.down) {
            (Some(up), None) => Some((up.get_ref(), Direction::Up)),
            (None, Some(down)) => Some((down.get_ref(), Direction::Down)),
            _ => None,
        }
    }

    fn legs(&self) -> impl Iterator<Item = (&str, Direction)> {
        self.lead().into_iter().chain(self.with.iter().map(|(id, direction)| (id.as_str(), *direction.get_ref())))
    }
}

/// Everything wrong with the moves of one file.
pub(super) fn refusals(source: &Source<'_>, moves: &Moves, rules: &Rules, known: &[Moves]) -> Vec<Refusal> {
    let Some(variant) = rules.variant.iter().find(|variant| variant.id.get_ref() == moves.variant.get_ref()) else {
        let reason = format!("unknown variant \"{}\"", moves.variant.get_ref());
        return vec![source.refusal(&moves.variant.span(), reason)];
    };
    let mut found = Vec::new();
    if known.iter().any(|other| other.variant.get_ref() == moves.variant.get_ref()) {
        found.push(source.refusal(&moves.variant.span(), "this variant has moves in another file"));
    }
    if account(variant, moves.result.get_ref()).is_none_or(|account| account.side.get_ref() != "equity") {
        found.push(source.refusal(&moves.result.span(), "the result is an account of the own capital"));
    }
    if let Err(reason) = expression::parse(moves.ceiling.get_ref(), &names(variant)) {
        found.push(source.refusal(&moves.ceiling.span(), reason));
    }
    let unknown = moves.members.iter().filter(|id| account(variant, id.get_ref()).is_none());
    found.extend(unknown.map(|id| source.refusal(&id.span(), format!("unknown account \"{}\"", id.get_ref()))));
    let unknown = moves.risks.iter().filter(|id| !indicators(variant).any(|one| one.id.get_ref() == id.get_ref()));
    found.extend(unknown.map(|id| source.refusal(&id.span(), format!("unknown indicator \"{}\"", id.get_ref()))));
    if let Some(at) = moves.risk_at.as_ref().filter(|at| Exact::parse(at.get_ref()).is_none()) {
        found.push(source.refusal(&at.span(), "points are a number"));
    }
    let mut ids = HashSet::new();
    for one in &moves.list {
        let id = one.get_ref().id.get_ref();
        let twice = (!ids.insert(id)).then(|| format!("the move id \"{id}\" stands twice"));
        let faults = twice.into_iter().chain(faults(one.get_ref(), moves, variant));
        found.extend(faults.map(|reason| source.refusal(&one.span(), format!("\"{id}\": {reason}"))));
    }
    found
}

fn faults(one: &Move, moves: &Moves, variant: &Variant) -> Vec<String> {
    let mut faults = Vec::new();
    if Deed::parse(one.deed.get_ref()).is_none() {
        faults.push(format!("unknown deed \"{}\"", one.deed.get_ref()));
    }
    let share = |text: &Text| Exact::parse(text.get_ref()).is_some_and(|share| !Exact::ONE.less(share));
    if one.most.as_ref().is_some_and(|most| !share(most)) {
        faults.push("most is a share, up to 100%".to_owned());
    }
    let Some((lead, _)) = one.lead() else {
        faults.push("one account leads, either up or down".to_owned());
        return faults;
    };
    if one.with.contains_key(lead) {
        faults.push(format!("\"{lead}\" cannot move with itself"));
    }
    faults.extend(
        one.legs().filter(|(id, _)| account(variant, id).is_none()).map(|(id, _)| format!("unknown account \"{id}\"")),
    );
    let lowered = one.legs().filter(|(id, direction)| {
        one.plan && *direction == Direction::Down && moves.members.iter().any(|own| own.get_ref() == id)
    });
    faults.extend(lowered.map(|(id, _)| format!("\"{id}\" is the members': no plan lowers it")));
    if faults.is_empty() { unbalanced(one, moves, variant) } else { faults }
}

/// What the move would break: assets against what finances them, and income and cost against the result.
fn unbalanced(one: &Move, moves: &Moves, variant: &Variant) -> Vec<String> {
    let side = |sides: &[&str]| -> i32 {
        let legs = one.legs().filter_map(|(id, direction)| account(variant, id).map(|account| (account, direction)));
        let counted = legs.filter(|(account, _)| sides.contains(&account.side.get_ref().as_str()));
        counted.map(|(account, direction)| if account.contra { -direction.sign() } else { direction.sign() }).sum()
    };
    let result: i32 =
        one.legs().filter(|(id, _)| id == moves.result.get_ref()).map(|(_, direction)| direction.sign()).sum();
    let mut faults = Vec::new();
    if side(&["asset"]) != side(&["liability", "equity"]) {
        faults.push("the balance sheet would not stay balanced".to_owned());
    }
    if side(&["revenue"]) - side(&["expense"]) != result {
        faults.push(format!("income less cost would part from \"{}\"", moves.result.get_ref()));
    }
    faults
}

fn account<'v>(variant: &'v Variant, id: &str) -> Option<&'v Account> {
    variant.group.iter().flat_map(|group| &group.accounts).find(|account| account.id.get_ref() == id)
}

/// The moves of a variant, in the order in which `rulebook/reader.rs` reads them.
pub(super) fn emit(lines: &mut Lines, moves: &Moves, names: &Names<'_>) {
    // `refusals` has looked every name up before.
    let place = |id: &str| names.accounts.get(id).copied().unwrap_or_default();
    let leg = |lines: &mut Lines, (id, direction): &(&str, Direction)| {
        lines.put(place(id));
        lines.put(format!("{direction:?}"));
    };
    lines.put(place(moves.result.get_ref()));
    formula(lines, &moves.ceiling, names);
    lines.list(&moves.list, |lines, one| {
        let one = one.get_ref();
        lines.text(&one.id);
        lines.text(&one.deed);
        one.lead().iter().for_each(|lead| leg(lines, lead));
        lines.list(&one.legs().skip(1).collect::<Vec<_>>(), leg);
        lines.option(one.most.as_ref().and_then(|most| Exact::parse(most.get_ref())), Lines::exact);
        lines.truth(one.rat);
        lines.truth(one.plan);
    });
    lines.list(&moves.risks, Lines::text);
    lines.exact(moves.risk_at.as_ref().and_then(|at| Exact::parse(at.get_ref())).unwrap_or(Exact::ZERO));
}

//! The chart of accounts.

use serde::Serialize;

use super::Teller;
use crate::api::citation::Citation;
use crate::rulebook::{self, Side, Statement};

/// A run of accounts shown together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Group {
    /// Its id.
    pub id: &'static str,
    /// Its plain name.
    pub name: &'static str,
    /// Its official name.
    pub official_name: &'static str,
    /// `balance`, `result` or `memo`.
    pub statement: &'static str,
    /// Its accounts.
    pub accounts: Vec<Account>,
}

/// One line of the statements, in whole rupiah.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Account {
    /// Its id.
    pub id: &'static str,
    /// Its label.
    pub name: &'static str,
    /// What belongs in it.
    pub hint: &'static str,
    /// `asset`, `liability`, `equity`, `revenue`, `expense` or `memo`.
    pub side: &'static str,
    /// Typed as a positive amount and taken away from its group.
    pub contra: bool,
    /// May be negative.
    pub signed: bool,
    /// Whether the year before is asked for.
    pub prior: bool,
    /// Its place in the worksheet.
    pub cell: &'static str,
}

/// A sum over accounts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Aggregate {
    /// Its id.
    pub id: &'static str,
    /// Its plain name.
    pub name: &'static str,
    /// Where the readings part.
    pub differences: &'static [&'static str],
    /// Where it was read.
    pub citation: Citation,
}

pub(super) fn groups(teller: Teller) -> Vec<Group> {
    let groups = teller.variant.groups.iter();
    groups
        .map(|group| Group {
            id: group.id,
            name: teller.texts[group],
            official_name: group.name,
            statement: statement(group.statement),
            accounts: accounts(teller, group),
        })
        .collect()
}

fn accounts(teller: Teller, group: &'static rulebook::Group) -> Vec<Account> {
    let accounts = group.accounts(teller.variant).iter();
    accounts
        .map(|account| Account {
            id: account.id,
            name: teller.texts[account].name,
            hint: teller.book.help(teller.locale).map_or("", |help| help.of_account(account)),
            side: side(account.side),
            contra: account.contra,
            signed: account.signed,
            prior: account.prior,
            cell: account.cell,
        })
        .collect()
}

pub(super) fn aggregates(teller: Teller) -> Vec<Aggregate> {
    let aggregates = teller.variant.aggregates.iter();
    aggregates
        .map(|aggregate| Aggregate {
            id: aggregate.id,
            name: teller.texts[aggregate],
            differences: aggregate.differences,
            citation: teller.cite(&aggregate.citation),
        })
        .collect()
}

const fn statement(statement: Statement) -> &'static str {
    match statement {
        Statement::Balance => "balance",
        Statement::Result => "result",
        Statement::Memo => "memo",
    }
}

const fn side(side: Side) -> &'static str {
    match side {
        Side::Asset => "asset",
        Side::Liability => "liability",
        Side::Equity => "equity",
        Side::Revenue => "revenue",
        Side::Expense => "expense",
        Side::Memo => "memo",
    }
}

//! Amounts of the trial: typed, read back, confirmed, as in the books; only that nothing of it is kept.

use crate::assessment::Amount;
use crate::money::{Entry, Rupiah};
use crate::page::Model;
use crate::page::books::{Draft, Meaning, find};
use crate::rulebook::Year;

/// Takes an amount that can be read in one way only; keeps anything else in the field, with its question.
pub(super) fn typed(model: &mut Model, year: Year, account: String, text: &str) {
    let entry = Rupiah::parse_as(text, model.amounts.thousands);
    let one = find(model.assessment().variant, &account);
    let key = (year, account);
    if let Some(meaning) = one.and_then(|one| Meaning::of(&entry, one)) {
        // A field of one line would run rows together.
        let text = text.replace(['\t', '\r', '\n'], " / ");
        model.advice.drafts.insert(key, Draft { text, meaning });
        return;
    }
    model.advice.drafts.remove(&key);
    let amount = match entry {
        Ok(Entry::Amount(amount)) => Amount::Known(amount),
        _ => Amount::Unknown,
    };
    put(model, key, amount);
}

/// The amount read back is right.
pub(super) fn confirmed(model: &mut Model, year: Year, account: String) {
    let key = (year, account);
    if let Some(Draft { meaning: Meaning::Likely(amount) | Meaning::Deducted(amount), .. }) =
        model.advice.drafts.remove(&key)
    {
        put(model, key, Amount::Known(amount));
    }
}

/// What is tried; what is the same as in the work is no trial.
pub(super) fn put(model: &mut Model, key: (Year, String), amount: Amount) {
    let kept = model.assessment().amount(key.0, &key.1);
    let known = model.assessment().variant.account_index(&key.1).is_some();
    if kept == amount || !known {
        model.advice.trial.amounts.remove(&key);
    } else {
        model.advice.trial.amounts.insert(key, amount);
    }
}

//! An amount that was taken over from a board's own sheet, with what stood in its place: so that it can go out again.

use super::Replaced;
use crate::assessment::Amount;
use crate::money::Rupiah;
use crate::page::Model;
use crate::rulebook::Year;

impl Replaced {
    /// Puts whole rupiah into the field of an account.
    pub(super) fn put(model: &mut Model, account: &'static str, year: Year, rupiah: Rupiah) -> Self {
        model.amounts.drafts.remove(&(year, account.to_owned()));
        let book = model.work.assessment.statements.year_mut(year);
        let (before, waiting) = (book.amounts.get(account).copied(), book.waiting.get(account).cloned());
        let amount = Amount::Known(rupiah);
        book.put(account, Some(amount));
        Self { account, year, amount, before, waiting }
    }

    /// The field is as it was before; one that was changed since stays as the board left it.
    pub(super) fn take_back(self, model: &mut Model) {
        let book = model.work.assessment.statements.year_mut(self.year);
        if book.amounts.get(self.account) != Some(&self.amount) {
            return;
        }
        book.put(self.account, self.before);
        if let Some(text) = self.waiting {
            book.wait(self.account, text);
        }
        model.amounts.drafts.remove(&(self.year, self.account.to_owned()));
    }
}

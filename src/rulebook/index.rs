//! Ids, sorted once: where files, codes, the JavaScript face and people name a thing, it is found by halving.

use std::sync::OnceLock;

use super::{Account, Item, Variant};
use crate::sorting::order;

/// The ids of a form, filled at first use.
#[derive(Debug, Default)]
pub struct Index {
    items: OnceLock<(Vec<&'static Item>, Vec<u16>)>,
    accounts: OnceLock<Vec<u16>>,
}

/// Places of a list in the order of their ids.
fn sorted(count: usize, id: &dyn Fn(usize) -> &'static str) -> Vec<u16> {
    // A form has far fewer things than fit.
    order(count, &|a, b| id(a) < id(b)).into_iter().map(|place| u16::try_from(place).unwrap_or_default()).collect()
}

fn find(by_id: &[u16], id: &str, at: impl Fn(usize) -> &'static str) -> Option<usize> {
    let place = by_id.binary_search_by(|place| at(usize::from(*place)).cmp(id)).ok()?;
    Some(usize::from(by_id[place]))
}

impl Variant {
    fn indexed_items(&'static self) -> &'static (Vec<&'static Item>, Vec<u16>) {
        self.index.items.get_or_init(|| {
            let items: Vec<_> = self.items().map(|(_, item)| item).collect();
            let by_id = sorted(items.len(), &|place| items[place].id);
            (items, by_id)
        })
    }

    fn indexed_accounts(&self) -> &[u16] {
        self.index.accounts.get_or_init(|| sorted(self.accounts.len(), &|place| self.accounts[place].id))
    }

    /// The item with this id.
    #[must_use]
    pub fn item(&'static self, id: &str) -> Option<&'static Item> {
        let (items, by_id) = self.indexed_items();
        find(by_id, id, |place| items[place].id).map(|place| items[place])
    }

    /// The place of an account in [`Variant::accounts`].
    #[must_use]
    pub fn account_index(&self, id: &str) -> Option<usize> {
        find(self.indexed_accounts(), id, |place| self.accounts[place].id)
    }
}

/// What a form asks for, each in its slot: items are answered, accounts have amounts.
pub trait Listed: 'static {
    /// How many a form has.
    fn count(variant: &'static Variant) -> usize;
    /// The slot of an id.
    fn find(variant: &'static Variant, id: &str) -> Option<usize>;
    /// The slots in the order of their ids.
    fn by_id(variant: &'static Variant) -> &'static [u16];
    /// The id in a slot.
    fn id_in(variant: &'static Variant, slot: usize) -> &'static str;
    /// The slot of this one.
    fn slot(&self) -> usize;
}

impl Listed for Item {
    fn count(variant: &'static Variant) -> usize {
        variant.indexed_items().0.len()
    }

    fn find(variant: &'static Variant, id: &str) -> Option<usize> {
        variant.item(id).map(Self::slot)
    }

    fn by_id(variant: &'static Variant) -> &'static [u16] {
        &variant.indexed_items().1
    }

    fn id_in(variant: &'static Variant, slot: usize) -> &'static str {
        variant.indexed_items().0[slot].id
    }

    fn slot(&self) -> usize {
        usize::from(self.at.slot)
    }
}

impl Listed for Account {
    fn count(variant: &'static Variant) -> usize {
        variant.accounts.len()
    }

    fn find(variant: &'static Variant, id: &str) -> Option<usize> {
        variant.account_index(id)
    }

    fn by_id(variant: &'static Variant) -> &'static [u16] {
        variant.indexed_accounts()
    }

    fn id_in(variant: &'static Variant, slot: usize) -> &'static str {
        variant.accounts[slot].id
    }

    fn slot(&self) -> usize {
        usize::from(self.at.slot)
    }
}

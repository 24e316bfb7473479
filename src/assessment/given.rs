//! What was given for the things of a form, each in its slot.

use core::fmt;
use core::marker::PhantomData;
use core::ops::Index;

use crate::rulebook::{Listed, Variant};

/// What was given for each thing that a form lists: a value in its slot, or nothing yet.
///
/// Inside, one asks by the thing itself ([`of`](Self::of)), without a search. Ids are for files and people; an id that the
/// form does not list holds nothing, and nothing is kept under it.
///
/// ```
/// use cermin_koperasi::assessment::{Answer, Given};
/// use cermin_koperasi::rulebook::{self, Item};
/// let form = &rulebook::find("kkpkk-2021").unwrap().variants[0];
/// let mut answers: Given<Item, Answer> = Given::new(form);
/// assert_eq!(answers.insert("A.I.1.b", Answer::No), None);
/// assert_eq!(answers.insert("A.I.1.a", Answer::Yes), None);
/// assert_eq!(answers.of(form.item("A.I.1.b").unwrap()), Some(Answer::No));
/// assert!(answers.iter().eq([("A.I.1.a", &Answer::Yes), ("A.I.1.b", &Answer::No)]));
/// assert_eq!((answers.insert("Z", Answer::Yes), answers.len()), (None, 2));
/// ```
pub struct Given<T, V> {
    variant: &'static Variant,
    values: Vec<Option<V>>,
    of: PhantomData<fn(&T)>,
}

impl<T: Listed, V: Copy> Given<T, V> {
    /// Nothing yet, under a form.
    #[must_use]
    pub fn new(variant: &'static Variant) -> Self {
        Self { variant, values: vec![None; T::count(variant)], of: PhantomData }
    }

    /// What was given for a thing of this form.
    #[must_use]
    pub fn of(&self, thing: &T) -> Option<V> {
        self.at(thing.slot())
    }

    /// What was given for the thing in a slot.
    #[must_use]
    pub fn at(&self, slot: usize) -> Option<V> {
        self.values.get(slot).copied().flatten()
    }

    /// Puts in what is given for a thing of this form.
    pub fn put(&mut self, thing: &T, value: V) {
        if let Some(place) = self.values.get_mut(thing.slot()) {
            *place = Some(value);
        }
    }

    fn slot(&self, id: &str) -> Option<usize> {
        T::find(self.variant, id)
    }

    /// What was given under an id.
    #[must_use]
    pub fn get(&self, id: impl AsRef<str>) -> Option<&V> {
        self.values[self.slot(id.as_ref())?].as_ref()
    }

    /// What was given under an id, to change.
    #[must_use]
    pub fn get_mut(&mut self, id: impl AsRef<str>) -> Option<&mut V> {
        let slot = self.slot(id.as_ref())?;
        self.values[slot].as_mut()
    }

    /// Whether something was given under an id.
    #[must_use]
    pub fn contains_key(&self, id: impl AsRef<str>) -> bool {
        self.get(id).is_some()
    }

    /// Sets what is given under an id; returns what stood there.
    pub fn insert(&mut self, id: impl AsRef<str>, value: V) -> Option<V> {
        let slot = self.slot(id.as_ref())?;
        self.values[slot].replace(value)
    }

    /// Takes out what was given under an id.
    pub fn remove(&mut self, id: impl AsRef<str>) -> Option<V> {
        let slot = self.slot(id.as_ref())?;
        self.values[slot].take()
    }

    /// How many were given.
    #[must_use]
    pub fn len(&self) -> usize {
        self.values.iter().flatten().count()
    }

    /// Whether none was given.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.values.iter().all(Option::is_none)
    }

    /// Takes everything out.
    pub fn clear(&mut self) {
        self.values.fill(None);
    }

    /// What was given, by id.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &V)> {
        let slots = T::by_id(self.variant).iter().map(|slot| usize::from(*slot));
        slots.filter_map(|slot| Some((T::id_in(self.variant, slot), self.values[slot].as_ref()?)))
    }

    /// What was given, in the form's order, to change.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = (&'static str, &mut V)> {
        let variant = self.variant;
        let slots = self.values.iter_mut().enumerate();
        slots.filter_map(move |(slot, value)| Some((T::id_in(variant, slot), value.as_mut()?)))
    }

    /// What was given, in the form's order.
    pub fn values(&self) -> impl Iterator<Item = &V> {
        self.values.iter().flatten()
    }

    /// Keeps only what `keep` wants.
    pub fn retain(&mut self, mut keep: impl FnMut(&str, &V) -> bool) {
        for (slot, value) in self.values.iter_mut().enumerate() {
            *value = value.filter(|value| keep(T::id_in(self.variant, slot), value));
        }
    }
}

impl<T: Listed, V: Copy, K: AsRef<str>> Extend<(K, V)> for Given<T, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, entries: I) {
        for (id, value) in entries {
            self.insert(id, value);
        }
    }
}

impl<T: Listed, V: Copy> Index<&str> for Given<T, V> {
    type Output = V;

    /// # Panics
    /// Where nothing was given.
    fn index(&self, id: &str) -> &V {
        self.get(id).expect("something was given")
    }
}

impl<T, V: Clone> Clone for Given<T, V> {
    fn clone(&self) -> Self {
        Self { variant: self.variant, values: self.values.clone(), of: PhantomData }
    }
}

impl<T, V: PartialEq> PartialEq for Given<T, V> {
    fn eq(&self, other: &Self) -> bool {
        self.variant == other.variant && self.values == other.values
    }
}

impl<T: Listed, V: Copy + fmt::Debug> fmt::Debug for Given<T, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

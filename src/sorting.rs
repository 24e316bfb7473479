//! The one sort of the house, of places, compiled once; what has the same rank stays in the order in which it stood.
//!
//! That of the standard library in its stead, of the same places, cost 2.2 kB of the first visit and 0.7 kB of the second part
//! (packed, 2026-11-30): more than they have to spare.

/// The places of `count` things in their order, by merging.
///
/// ```text
/// order(3, |a, b| words[a] < words[b]) of ["c", "a", "b"] is [1, 2, 0]
/// ```
pub(crate) fn order(count: usize, before: &dyn Fn(usize, usize) -> bool) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    let mut next = places.clone();
    let mut width = 1;
    while width < count {
        for start in (0..count).step_by(2 * width) {
            let (middle, end) = ((start + width).min(count), (start + 2 * width).min(count));
            let (mut left, mut right) = (start, middle);
            for place in &mut next[start..end] {
                let from_right = left == middle || right < end && before(places[right], places[left]);
                let taken = if from_right { &mut right } else { &mut left };
                *place = places[*taken];
                *taken += 1;
            }
        }
        std::mem::swap(&mut places, &mut next);
        width *= 2;
    }
    places
}

/// Sorts a list in place.
pub(crate) fn sort<T>(list: &mut [T], before: impl Fn(&T, &T) -> bool) {
    let order = order(list.len(), &|a, b| before(&list[a], &list[b]));
    for place in 0..list.len() {
        let mut from = order[place];
        // What stood there has been put elsewhere since; its way is written in the order.
        while from < place {
            from = order[from];
        }
        list.swap(place, from);
    }
}

/// Sorts a list in place by a key.
pub(crate) fn sort_by_key<T, K: PartialOrd>(list: &mut [T], key: impl Fn(&T) -> K) {
    sort(list, |a, b| key(a) < key(b));
}

/// A list in the order of a key.
pub(crate) fn by_key<T, K: PartialOrd>(list: impl IntoIterator<Item = T>, key: impl Fn(&T) -> K) -> Vec<T> {
    let mut list: Vec<T> = list.into_iter().collect();
    sort_by_key(&mut list, key);
    list
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn both_are_the_stable_order_of_the_standard_library(list in proptest::collection::vec((0_u8..9, any::<u8>()), 0..99)) {
            let mut expected = list.clone();
            expected.sort_by_key(|(key, _)| *key);
            let places = order(list.len(), &|a, b| list[a].0 < list[b].0);
            prop_assert_eq!(places.into_iter().map(|place| list[place]).collect::<Vec<_>>(), &*expected);
            let mut sorted = list;
            sort(&mut sorted, |a, b| a.0 < b.0);
            prop_assert_eq!(sorted, expected);
        }
    }
}

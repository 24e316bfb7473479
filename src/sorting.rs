//! Small sorts. Those of the standard library are faster on long lists, and each use of one costs two kilobytes of module.

/// The places of `count` things in their order; those of which neither comes before the other stay as they stood.
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

/// Sorts a list of at most some hundreds in place; those of which neither comes before the other stay as they stood.
pub(crate) fn sort<T>(list: &mut [T], before: impl Fn(&T, &T) -> bool) {
    for end in 1..list.len() {
        let mut place = end;
        while place > 0 && before(&list[place], &list[place - 1]) {
            list.swap(place, place - 1);
            place -= 1;
        }
    }
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

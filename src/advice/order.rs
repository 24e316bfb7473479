//! Putting short lists in order.

/// The list in order of a key; equals keep their order. By insertion: these lists are short, and the standard library's
/// sort would cost the module four kilobytes for each type it sorts.
pub(super) fn by_key<T, K: PartialOrd>(list: impl IntoIterator<Item = T>, key: impl Fn(&T) -> K) -> Vec<T> {
    let mut keys: Vec<K> = Vec::new();
    let mut sorted = Vec::new();
    for one in list {
        let own = key(&one);
        let place = keys.partition_point(|known| *known <= own);
        keys.insert(place, own);
        sorted.insert(place, one);
    }
    sorted
}

/// Adds a number to a sorted list of different numbers.
pub(super) fn add(sorted: &mut Vec<i64>, number: i64) {
    let place = sorted.partition_point(|known| *known < number);
    if sorted.get(place) != Some(&number) {
        sorted.insert(place, number);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equals_keep_their_order() {
        assert_eq!(by_key(["bb", "a", "cc", "d", ""], |word| word.len()), ["", "a", "d", "bb", "cc"]);
    }

    #[test]
    fn each_number_stands_once() {
        let mut sorted = Vec::new();
        for number in [3, 1, 3, 2, 1] {
            add(&mut sorted, number);
        }
        assert_eq!(sorted, [1, 2, 3]);
    }
}

//! Putting a short list in order.

/// Orders a list by a key; what has the same key keeps its place. An insertion sort: the lists here are short, and each
/// type the library's sort is used with costs the module 5 KB.
pub(crate) fn order<T, K: Ord>(list: &mut [T], key: impl Fn(&T) -> K) {
    for end in 1..list.len() {
        let mut at = end;
        while at > 0 && key(&list[at]) < key(&list[at - 1]) {
            list.swap(at, at - 1);
            at -= 1;
        }
    }
}

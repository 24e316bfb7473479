//! Puts values into the places of a text.

use std::fmt::{Display, Write};

/// Replaces `{name}` by the value of that name; a place without a value stays as it is, for tests to find.
///
/// Values are put in as they are and never searched for places again, so a name typed by a user cannot become one.
///
/// ```
/// use cermin_koperasi::locale::fill;
/// assert_eq!(fill("{done} dari {all}", &[("done", &3), ("all", &"60")]), "3 dari 60");
/// assert_eq!(fill("{name}", &[("name", &"{all}"), ("all", &1)]), "{all}");
/// ```
#[must_use]
pub fn fill(text: &str, values: &[(&str, &dyn Display)]) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, place)) = rest.split_once('{') {
        filled.push_str(before);
        // The compiler has refused a brace without its partner.
        let (name, after) = place.split_once('}').unwrap_or((place, ""));
        match values.iter().find(|(known, _)| *known == name) {
            // Writing to a string cannot fail.
            Some((_, value)) => drop(write!(filled, "{value}")),
            None => filled.extend(["{", name, "}"]),
        }
        rest = after;
    }
    filled.push_str(rest);
    filled
}

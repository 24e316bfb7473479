//! Where no screen speaks of the RAT, of deeds, papers, a village cooperative's sheet and a unit's books: carried along as they
//! came. The whole page reads them.

use super::fields::Fields;
use crate::assessment::Assessment;
use crate::exchange::json::{Map, Value};
use crate::exchange::problem::Problem;

/// The RAT's key in the file.
pub(super) const RAT: &str = "rat";

/// What is left of other keys: nothing was taken.
pub(super) struct Left;

/// All of it is left, in the file's shape.
pub(super) fn take(_: &mut Assessment, file: &mut Fields) -> Result<(Map, Left), Problem> {
    Ok((file.group(RAT)?.into_left(), Left))
}

pub(super) const fn keep(_: &mut Map, _: Left) {}

/// Its place in the file; what was kept goes there.
pub(super) fn put(file: &mut Map, _: &Assessment, kept: &Map) {
    if kept.get(RAT).is_some() {
        file.insert(RAT, Map::new());
    }
}

/// The books stay as they stand.
pub(super) const fn turn(_: &mut Map) {}

/// The whole's books are the only ones.
pub(super) const fn show_whole(_: &mut Map) {}

/// No list of ours holds anybody else's entries.
pub(super) const fn weave(_: &mut Vec<Value>, _: &Value, _: fn(&mut Value, &Value)) {}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use crate::exchange::save;

    #[test]
    fn what_is_said_of_the_rat_passes_through_untouched() {
        let file = r#"{ "format": "cermin-koperasi", "version": 1, "rulebook": "kkpkk-2021", "variant": "ksp12",
            "rat": { "members": 6.50, "history": [{ "held": "no" }, {}], "x": null }, "note": 1 }"#;
        let opened = save::read(file).unwrap();
        let again = save::write(&opened.assessment, &opened.kept);
        assert_eq!(opened.kept["rat"].to_string(), r#"{"members":6.50,"history":[{"held":"no"},{}],"x":null}"#);
        assert_eq!(save::read(&again), Ok(opened));
        assert!(save::read(&file.replace("{ \"members\"", "[{ \"members\"").replace("null }", "null }]")).is_err());
    }
}

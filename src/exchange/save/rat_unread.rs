//! The part about the RAT, where no screen speaks of it: carried along as it came. The whole page reads it.

use super::fields::Fields;
use crate::assessment::Assessment;
use crate::exchange::json::Map;
use crate::exchange::problem::Problem;

/// Its key in the file.
pub(super) const KEY: &str = "rat";

/// All of it is left, in the file's shape.
pub(super) fn take(_: &mut Assessment, file: &mut Fields) -> Result<Map, Problem> {
    Ok(file.group(KEY)?.into_left())
}

/// Its place in the file; what was kept goes there.
pub(super) fn put(file: &mut Map, _: &Assessment, kept: &Map) {
    if kept.get(KEY).is_some() {
        file.insert(KEY, Map::new());
    }
}

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

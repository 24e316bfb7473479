//! The books of a cooperative's unit, opened in the place of the whole's and closed again.

use super::unit::{KEY, is_shown, show};
use crate::exchange::json::{Map, Value};
use crate::exchange::problem::Problem;
use crate::exchange::save::{Opened, from_value, to_value};
use crate::rulebook::CoopKind;

/// The kind of cooperative whose form the unit's own books are for.
const KIND: CoopKind = CoopKind::Usp;

/// Whether nothing is written in there.
fn is_blank(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Object(map) => map.iter().all(|(_, value)| is_blank(value)),
        Value::Array(list) => list.is_empty(),
        _ => false,
    }
}

impl Opened {
    /// Whether it has books of a unit beside those of the whole.
    #[must_use]
    pub fn has_unit(&self) -> bool {
        self.kept.get(KEY).is_some_and(Value::is_object)
    }

    /// Whether the unit's books are open.
    #[must_use]
    pub fn shows_unit(&self) -> bool {
        is_shown(&self.kept)
    }

    /// The same work with the other books open: the unit's own under its form, or the whole's again. A unit's books in which
    /// nothing is written are gone when they are left.
    ///
    /// ```
    /// use cermin_koperasi::assessment::{Amount, Answer, Assessment};
    /// use cermin_koperasi::exchange::{json, save};
    /// use cermin_koperasi::rulebook::{self, CoopKind};
    /// let book = rulebook::find("kkpkk-2021").unwrap();
    /// let mut said = Assessment::new(book, book.form_for(CoopKind::Serba).unwrap());
    /// said.answers.insert("A.I.1.a", Answer::Yes);
    /// said.statements.current.amounts.insert("kas", Amount::Known(7.into()));
    /// let whole = save::read(&save::write(&said, &json::Map::new())).unwrap();
    /// let unit = whole.turned().unwrap();
    /// assert_eq!((unit.assessment.variant.id, unit.assessment.answers.len()), ("ksp12", 1));
    /// assert!(unit.assessment.statements.current.amounts.is_empty());
    /// assert_eq!(unit.turned().unwrap().assessment, whole.assessment);
    /// ```
    ///
    /// # Errors
    /// A [`Problem`], where the other books cannot be read.
    pub fn turned(&self) -> Result<Self, Problem> {
        let mut value = to_value(&self.assessment, &self.kept);
        if let Value::Object(file) = &mut value {
            if !self.has_unit() {
                let form = self.assessment.rulebook.form_for(KIND).map(|form| ("variant", Value::from(form.id)));
                file.insert(KEY, form.into_iter().collect::<Map>());
            }
            let left = self.shows_unit();
            show(file, !left);
            // Begun by mistake, they are as if never begun.
            if left && file.get(KEY).and_then(|unit| unit.get("statements")).is_none_or(is_blank) {
                file.remove(KEY);
            }
        }
        from_value(value)
    }
}

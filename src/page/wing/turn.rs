//! What a message of the second part changes.

use super::{
    AdviceMessage, AmountMessage, Effect, KdmpMessage, Message, RatMessage, SheetMessage, WorksheetMessage,
    WorkshopMessage, forget_screens,
};
use crate::page::file::file_of;
use crate::page::work::{keep, refuse};
use crate::page::{Effect as Any, Model, advice, books, kdmp, rat, sealed, workshop};

impl AmountMessage {
    #[inline]
    pub(in crate::page) fn turn(self, model: &mut Model) -> Vec<Any> {
        books::update(model, self)
    }
}

impl SheetMessage {
    #[inline]
    pub(in crate::page) fn turn(self, model: &mut Model) -> Vec<Any> {
        let effects = books::sheet::update(model, self);
        keep(model).into_iter().chain(effects).collect()
    }
}

impl WorksheetMessage {
    #[inline]
    pub(in crate::page) fn turn(self, model: &mut Model) -> Vec<Any> {
        let effects = books::worksheet::update(model, self);
        keep(model).into_iter().chain(effects).collect()
    }
}

impl RatMessage {
    #[inline]
    pub(in crate::page) fn turn(self, model: &mut Model) -> Vec<Any> {
        let mut effects = rat::update(model, self);
        effects.extend(keep(model));
        effects
    }
}

impl KdmpMessage {
    #[inline]
    pub(in crate::page) fn turn(self, model: &mut Model) -> Vec<Any> {
        let effects = kdmp::update(model, self);
        effects.into_iter().chain(keep(model)).collect()
    }
}

impl AdviceMessage {
    #[inline]
    pub(in crate::page) fn turn(self, model: &mut Model) -> Vec<Any> {
        let effects = advice::update(model, self);
        effects.into_iter().chain(keep(model)).collect()
    }
}

impl WorkshopMessage {
    #[inline]
    pub(in crate::page) fn turn(self, model: &mut Model) -> Vec<Any> {
        workshop::update(model, self)
    }
}

impl Message {
    #[inline]
    pub(in crate::page) fn turn(self, model: &mut Model) -> Vec<Any> {
        match self {
            Self::CopyField(id) => vec![Effect::CopyFrom(id).into()],
            Self::FieldCopied(id, done) => {
                model.copied = Some((id, done));
                keep(model)
            }
            Self::Seal => vec![Effect::Seal(file_of(&model.work)).into()],
            Self::Unseal => model.locked.clone().map(|file| Effect::Unseal(file).into()).into_iter().collect(),
            Self::Sealed(file) => sealed::sealed(model, file),
            Self::Unsealed(text) => sealed::unsealed(model, text),
            Self::UnitBooks(unit) => open_books(model, unit),
        }
    }
}

/// The books of the unit, or of the whole; the screen stays.
fn open_books(model: &mut Model, unit: bool) -> Vec<Any> {
    if model.work.shows_unit() == unit {
        return Vec::new();
    }
    match model.work.turned() {
        Ok(turned) => model.work = turned,
        Err(problem) => return refuse(model, model.words().problem(&problem)),
    }
    forget_screens(model);
    books::arrive(model);
    keep(model).into_iter().chain([Any::Focus("judul".to_owned())]).collect()
}

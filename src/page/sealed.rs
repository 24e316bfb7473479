//! The work under a passphrase. The passphrase itself never comes here: the page's script reads it from its field.

use super::arrival::{From, open};
use super::file::file_name;
use super::workshop::WorkshopRoute;
use super::{Effect, Model, Notice, Route, workshop};
use crate::exchange::sealed::Refusal;

/// A file under a passphrase goes the way of every other; it is text, so it can be shared as text too.
pub(super) fn sealed(model: &mut Model, file: Result<String, Refusal>) -> Vec<Effect> {
    match file {
        Err(refusal) => refused(model, refusal),
        Ok(text) if model.route == Route::Workshop(WorkshopRoute::Desk) => workshop::sealed(model, text),
        Ok(text) => {
            let name = file_name(model, "terkunci.txt");
            model.notice = Some(Notice::Saved(name.clone()));
            vec![Effect::Download { name, kind: "text/plain", text }, Effect::Focus("pemberitahuan".to_owned())]
        }
    }
}

/// What was inside is opened as any file is; a file that stays shut goes on waiting.
pub(super) fn unsealed(model: &mut Model, text: Result<String, Refusal>) -> Vec<Effect> {
    match text {
        Err(refusal) => refused(model, refusal),
        Ok(text) if matches!(model.route, Route::Workshop(WorkshopRoute::Entry(_))) => workshop::unsealed(model, text),
        Ok(text) => {
            model.locked = None;
            open(model, Ok(text), From::File)
        }
    }
}

fn refused(model: &mut Model, refusal: Refusal) -> Vec<Effect> {
    model.notice = Some(Notice::Sealed(refusal));
    vec![Effect::Focus("pemberitahuan".to_owned())]
}

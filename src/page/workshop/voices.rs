//! The voices of one board, and what it agrees on.

use super::update::{file, keep};
use super::{Shelf, VoiceMessage};
use crate::assessment::Answer;
use crate::exchange::levels::Voice;
use crate::page::{Effect, Message, Model, update as page};
use crate::workshop::Voices;

/// Changes the model; what the browser must do is an effect.
pub(super) fn update(model: &mut Model, message: VoiceMessage) -> Vec<Effect> {
    match message {
        VoiceMessage::Seat(seat) => model.workshop.seat = seat,
        VoiceMessage::File => return voice_file(model).into_iter().collect(),
        VoiceMessage::Join => match own(model) {
            Some(voice) => hear(model, voice),
            None => return Vec::new(),
        },
        VoiceMessage::Want(count) => model.workshop.voices.want(count),
        VoiceMessage::Agree(item, answer) => return agree(model, &item, answer),
        VoiceMessage::Alike => return alike(model),
        VoiceMessage::Hush => {
            model.workshop.voices = Voices::default();
            model.workshop.heard.clear();
        }
    }
    keep(model, Shelf::Voices)
}

/// One's own voice, once it is said whose it is.
pub(in crate::page) fn own(model: &Model) -> Option<Voice> {
    Voice::of(model.assessment(), model.workshop.seat?)
}

/// Takes a voice in and notes what became of it.
pub(super) fn hear(model: &mut Model, voice: Voice) {
    let seat = voice.seat;
    let heard = model.workshop.voices.add(voice);
    model.workshop.heard.push((seat, heard));
}

fn voice_file(model: &Model) -> Option<Effect> {
    let voice = own(model)?;
    Some(file(&format!("suara-{}.txt", voice.seat.code()), "text/plain", voice.file()))
}

/// The agreed answer goes into the work, and is noted as agreed.
fn agree(model: &mut Model, item: &str, answer: Answer) -> Vec<Effect> {
    if !model.workshop.voices.agree(item, answer) {
        return Vec::new();
    }
    let mut effects = page(model, Message::Answered(item.to_owned(), answer));
    effects.extend(keep(model, Shelf::Voices));
    effects
}

/// What nobody disputes goes into the work at once.
fn alike(model: &mut Model) -> Vec<Effect> {
    let all = model.workshop.voices.alike().unwrap_or_default();
    let said = all.into_iter().map(|(item, answer)| Message::Answered(item.id.to_owned(), answer));
    // Each keeps the whole work; the last is enough.
    said.collect::<Vec<_>>().into_iter().fold(Vec::new(), |_, message| page(model, message))
}

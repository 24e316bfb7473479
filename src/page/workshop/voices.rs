//! The voices of one board, and what it agrees on.

use super::bench::keep;
use super::shelf::file;
use super::{Shelf, VoiceMessage};
use crate::assessment::Answer;
use crate::exchange::levels::Voice;
use crate::page::answers::answered;
use crate::page::{Effect, Model, work};
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
    answered(&mut model.work.assessment, item, answer);
    let mut effects = work::keep(model);
    effects.extend(keep(model, Shelf::Voices));
    effects
}

/// What nobody disputes goes into the work at once.
fn alike(model: &mut Model) -> Vec<Effect> {
    let all = model.workshop.voices.alike().unwrap_or_default();
    if all.is_empty() {
        return Vec::new();
    }
    for (item, answer) in all {
        answered(&mut model.work.assessment, item.id, answer);
    }
    work::keep(model)
}

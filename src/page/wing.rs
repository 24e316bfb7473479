//! The door to the second part of the page: advice, RAT, workshop, books, papers, the lock. What both parts share calls these
//! functions and nothing behind them; in the first part `twin.rs` stands here, and answers that there is nothing.

use std::borrow::Cow;
use std::str::Split;

use super::update::{file_of, keep, refuse};
use super::workshop::{Shelf, WorkshopRoute};
use super::{Field, Model, Route, advice, books, kdmp, rat, sealed, workshop};
use crate::assessment::{Assessment, Unrated};
use crate::exchange::save::Opened;
use crate::exchange::sealed::Refusal;
use crate::keeping::Slot;

pub use super::advice::{AdviceMessage, Desk as AdviceDesk};
pub use super::books::sheet::{SheetDesk, SheetMessage};
pub use super::books::worksheet::WorksheetMessage;
pub use super::books::{AmountDesk, AmountMessage};
pub use super::kdmp::KdmpMessage;
pub use super::rat::RatMessage;
pub use super::workshop::{Origin, Workshop, WorkshopMessage};

/// Whether the second part is in this module.
pub const IS_HERE: bool = true;

/// What the screen of the ministry's workbook remembers.
pub type WorksheetDesk = Box<books::worksheet::WorksheetDesk>;
/// What the screen of a KDMP's sheet remembers.
pub type KdmpDesk = Box<kdmp::Desk>;
/// Fields that took not what was typed into them, by path.
pub type Refused = Vec<(String, String)>;
/// The field that was copied, and whether the clipboard took it.
pub type Copied = Option<(String, bool)>;

/// What no room of the second part hears by itself.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    /// What the field of this id holds goes to the clipboard.
    CopyField(String),
    /// Whether it is there.
    FieldCopied(String, bool),
    /// The work to a file under the passphrase that stands on the screen.
    Seal,
    /// What came of it: the file.
    Sealed(Result<String, Refusal>),
    /// Open the file that waits with the passphrase that stands on the screen.
    Unseal,
    /// What came of it: the text in the file.
    Unsealed(Result<String, Refusal>),
    /// Which books of a cooperative with a unit are open: the unit's own, or the whole's.
    UnitBooks(bool),
}

/// Something only the browser can do, for the second part.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Offer a file of this name, kind and bytes, one that is no text.
    DownloadBytes {
        /// Its name.
        name: String,
        /// Its media type.
        kind: &'static str,
        /// Its bytes.
        bytes: Vec<u8>,
    },
    /// Copy what the field with this id holds, then say [`Message::FieldCopied`].
    CopyFrom(String),
    /// Put this text under the passphrase on the screen, then say [`Message::Sealed`].
    Seal(String),
    /// Open this file with the passphrase on the screen, then say [`Message::Unsealed`].
    Unseal(String),
    /// Put these texts under the passphrase on the screen, then say [`DeskMessage::SealedAll`](super::workshop::DeskMessage).
    SealAll(Vec<String>),
    /// Open these files with the passphrase on the screen, then say [`DeskMessage::UnsealedAll`](super::workshop::DeskMessage).
    UnsealAll(Vec<String>),
    /// Lock a text as this file is locked, whose key is in mind, then say [`DeskMessage::Resealed`](super::workshop::DeskMessage).
    Reseal {
        /// Its number on the desk.
        id: u32,
        /// What lies there.
        file: String,
        /// The text.
        text: String,
    },
    /// Forget the keys in mind.
    ForgetKeys,
    /// Keep this text on the device, on a shelf beside the work.
    KeepAs(Shelf, String),
    /// Offer a drawing (SVG) as a painting (PNG) of this name.
    Paint {
        /// Its name.
        name: String,
        /// The drawing.
        svg: String,
    },
    /// Draw chance, then say [`WorkshopMessage::Chance`](super::workshop::WorkshopMessage::Chance).
    Chance,
    /// Keep what reads QR pictures on the device, for when there is no network.
    KeepScanner,
    /// Put this screen's address in the place of the present one, so that nobody comes back to that.
    Replace(Route),
    /// Turn the camera on, and say what it sees.
    Look,
    /// Say [`WorkshopMessage::Tick`](super::workshop::WorkshopMessage::Tick) with this number in a second.
    Second(u32),
}

impl Effect {
    /// The name of the file that leaves with it.
    pub(super) const fn file(&self) -> Option<&String> {
        match self {
            Self::DownloadBytes { name, .. } | Self::Paint { name, .. } => Some(name),
            _ => None,
        }
    }
}

impl From<Effect> for super::Effect {
    fn from(effect: Effect) -> Self {
        Self::Wing(effect)
    }
}

/// The message of a mark that the first part does not know.
pub(super) fn parse(verb: &str, mut words: Split<'_, char>, mark: &str, value: &str) -> Option<super::Message> {
    use super::Message as Any;
    let mut word = || words.next();
    Some(match verb {
        "neraca" => Any::Sheet(SheetMessage::parse(words, value)?),
        "lembar" => Any::Worksheet(WorksheetMessage::parse(word())?),
        "rat" => Any::Rat(RatMessage::parse(words, value)?),
        "kdmp" => Any::Kdmp(KdmpMessage::parse(words, value)?),
        "advice" => Any::Advice(AdviceMessage::parse(words, value)?),
        "workshop" => Any::Workshop(WorkshopMessage::parse(words, value)?),
        "books" => Any::Wing(Message::UnitBooks(word()? == "unit")),
        "copy-field" => Any::Wing(Message::CopyField(word()?.to_owned())),
        "seal" => Any::Wing(Message::Seal),
        "unseal" => Any::Wing(Message::Unseal),
        _ => Any::Amounts(AmountMessage::parse(mark.split(' '), value)?),
    })
}

type Effects = Vec<super::Effect>;

impl AmountMessage {
    #[inline]
    pub(super) fn turn(self, model: &mut Model) -> Effects {
        books::update(model, self)
    }
}

impl SheetMessage {
    #[inline]
    pub(super) fn turn(self, model: &mut Model) -> Effects {
        let effects = books::sheet::update(model, self);
        keep(model).into_iter().chain(effects).collect()
    }
}

impl WorksheetMessage {
    #[inline]
    pub(super) fn turn(self, model: &mut Model) -> Effects {
        let effects = books::worksheet::update(model, self);
        keep(model).into_iter().chain(effects).collect()
    }
}

impl RatMessage {
    #[inline]
    pub(super) fn turn(self, model: &mut Model) -> Effects {
        let mut effects = rat::update(model, self);
        effects.extend(keep(model));
        effects
    }
}

impl KdmpMessage {
    #[inline]
    pub(super) fn turn(self, model: &mut Model) -> Effects {
        let effects = kdmp::update(model, self);
        effects.into_iter().chain(keep(model)).collect()
    }
}

impl AdviceMessage {
    #[inline]
    pub(super) fn turn(self, model: &mut Model) -> Effects {
        let effects = advice::update(model, self);
        effects.into_iter().chain(keep(model)).collect()
    }
}

impl WorkshopMessage {
    #[inline]
    pub(super) fn turn(self, model: &mut Model) -> Effects {
        workshop::update(model, self)
    }
}

impl Message {
    #[inline]
    pub(super) fn turn(self, model: &mut Model) -> Effects {
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
fn open_books(model: &mut Model, unit: bool) -> Effects {
    if model.work.shows_unit() == unit {
        return Vec::new();
    }
    match model.work.turned() {
        Ok(turned) => model.work = turned,
        Err(problem) => return refuse(model, model.words().problem(&problem)),
    }
    forget_screens(model);
    books::arrive(model);
    keep(model).into_iter().chain([super::Effect::Focus("judul".to_owned())]).collect()
}

impl Route {
    /// Whether its address says more than a word: of a family of screens it is one.
    #[must_use]
    pub fn has_argument(&self) -> bool {
        !self.parts().1.is_empty()
    }

    /// Whether codes or many files at once can come in here.
    #[must_use]
    pub const fn takes_in(&self) -> bool {
        matches!(self, Self::Workshop(WorkshopRoute::Collect | WorkshopRoute::Voices | WorkshopRoute::Desk))
    }
}

impl Model {
    /// The assessment of the whole cooperative, also while the books of its unit are open.
    #[must_use]
    pub fn whole(&self) -> Cow<'_, Assessment> {
        let turned = self.work.shows_unit().then(|| self.work.turned().ok()).flatten();
        turned.map_or(Cow::Borrowed(self.assessment()), |whole| Cow::Owned(whole.assessment))
    }
}

/// Why the cooperative gets no score, as far as the first part reads it from the file.
pub(super) const fn unrated(_: &Opened) -> Option<Unrated> {
    None
}

/// Whether anything is said of the RAT, or for its sheet.
pub(super) fn has_rat(work: &Opened) -> bool {
    work.assessment.rat != crate::rat::RatInput::default() || !work.assessment.sheet.is_empty()
}

/// Whether the books of a unit are open.
pub(super) fn shows_unit(work: &Opened) -> bool {
    work.shows_unit()
}

/// The profile was changed: what it says now counts for the RAT too.
pub(super) fn profile_said(work: &mut Opened, field: Field) {
    rat::profile_said(work, field);
}

/// What was done about an item is done with once its screen is left.
pub(super) fn settle(model: &mut Model) {
    model.work.assessment.settle_marks();
}

/// The books begin anew; the id of the field that the reader was sent to.
pub(super) fn arrive_at_books(model: &mut Model) -> Option<String> {
    model.amounts.paste = None;
    books::arrive(model);
    books::wanted(model)
}

/// More about each item, where it is not there yet.
pub(super) fn help(model: &Model, effects: &mut Effects) {
    if !model.locale.has_help() {
        effects.push(super::Effect::Help);
    }
}

/// Another screen stands there.
pub(super) fn arrive(model: &mut Model, effects: &mut Effects) {
    if matches!(model.route, Route::Indicator(_)) && rat::arrive(&mut model.work.assessment) {
        effects.extend(keep(model));
    }
    books::sheet::arrive(model);
    effects.extend(workshop::arrive(model));
}

/// Other work stands there.
pub(super) fn arrive_at_work(model: &mut Model) {
    books::arrive(model);
}

/// What is open from a desk is kept there.
pub(super) fn keep_open(model: &mut Model, effects: Effects) -> Effects {
    effects.into_iter().chain(workshop::keep_open(model)).collect()
}

/// What screens remember of the work before.
pub(super) fn forget_screens(model: &mut Model) {
    model.advice = AdviceDesk::default();
    model.amounts.drafts.clear();
    model.amounts.paste = None;
    model.sheet = SheetDesk::default();
    *model.worksheet = books::worksheet::WorksheetDesk::default();
    *model.kdmp = kdmp::Desk::default();
    model.refused.clear();
    model.workshop.bench.leave();
}

/// What is open from a desk is told again from what lies there.
pub(super) fn refresh(model: &mut Model) {
    workshop::refresh(model);
}

/// Nothing of a workshop is left, but whether there is a camera.
pub(super) fn wipe(model: &mut Model) {
    model.workshop = Workshop { camera: model.workshop.camera, ..Workshop::default() };
}

/// Nor are the keys of what was locked.
pub(super) fn forget_keys(effects: &mut Effects) {
    effects.push(Effect::ForgetKeys.into());
}

/// What is open is tied to no desk.
pub(super) fn leave_desk(model: &mut Model) {
    model.workshop.bench.leave();
}

/// The text under which a thing beside the work is kept.
pub(super) fn written(model: &Model, slot: Slot) -> String {
    workshop::written(&model.workshop, slot)
}

/// Takes a text over as such a thing; nothing where it cannot be read.
pub(super) fn take(model: &mut Model, slot: Slot, text: &str) -> Option<()> {
    workshop::take(&mut model.workshop, slot, text)
}

/// Asks the device to keep such a thing.
pub(super) fn keep_slot(model: &Model, slot: Slot) -> Effects {
    workshop::keep_slot(model, slot)
}

/// The desk that lies on the device has been met.
pub(super) fn arrive_at_desk(model: &mut Model) {
    workshop::arrived(model);
}

/// Which of two sets of books is open is each page's own matter.
pub(super) fn as_open_here(here: &Opened, read: Opened) -> Opened {
    if here.has_unit() && here.shows_unit() != read.shows_unit() { read.turned().unwrap_or(read) } else { read }
}

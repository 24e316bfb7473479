//! What only the browser can do.

use super::{Route, wing};
use crate::keeping::Slot;
use crate::locale::Locale;

/// The id of the field that holds the work as text.
pub const TEXT_FIELD: &str = "teks-simpanan";

/// Something only the browser can do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Keep this text on the device.
    Keep(String),
    /// Put this aside on the device, under this key, then say [`KeepingMessage::Safe`](super::KeepingMessage::Safe).
    Aside(Slot, String, String),
    /// Delete what lies aside under this key.
    Discard(String),
    /// Ask the browser not to drop what it keeps when the disk fills up.
    Persist,
    /// Delete everything that is kept.
    Forget,
    /// Offer a file of this name, kind and text.
    Download {
        /// Its name.
        name: String,
        /// Its media type.
        kind: &'static str,
        /// Its text.
        text: String,
    },
    /// Give a text file of this name and text to another app.
    Share {
        /// Its name.
        name: String,
        /// Its text.
        text: String,
    },
    /// Copy the text of [`TEXT_FIELD`].
    Copy,
    /// Go to a screen.
    Go(Route),
    /// Put the focus on the element with this id.
    Focus(String),
    /// Open the print dialogue.
    Print,
    /// Fetch a language that is not in the module, then say [`Message::Speaks`](super::Message::Speaks) again, or
    /// [`Message::Speechless`](super::Message::Speechless).
    Load(Locale),
    /// Fetch more about each item, then say [`Message::Helped`](super::Message::Helped), or
    /// [`Message::Stranded`](super::Message::Stranded).
    Help,
    /// Fetch the second part of the page, which takes over; or say [`Message::Stranded`](super::Message::Stranded) or
    /// [`Message::Outdated`](super::Message::Outdated).
    Rest,
    /// Load the page anew.
    Reload,
    /// What only the second part of the page asks for.
    Wing(wing::Effect),
}

/// To the notice.
pub(super) fn focus_notice() -> Vec<Effect> {
    vec![Effect::Focus("pemberitahuan".to_owned())]
}

impl From<wing::Effect> for Effect {
    fn from(effect: wing::Effect) -> Self {
        Self::Wing(effect)
    }
}

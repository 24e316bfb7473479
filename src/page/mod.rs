//! The whole page as pure functions: what happened goes in as a [`Message`], [`update`] changes the [`Model`], [`view`]
//! turns it into HTML. The browser adds the last metre, see `browser.rs`.
//!
//! Its files stand on floors, and none imports one above it:
//!
//! 1. what can be said: `route`, `field`, `exit`, the messages and desks of each room, in `wing/memory` those of the second part;
//! 2. [`Message`], [`Effect`], and the [`Model`] that holds the desks;
//! 3. what is kept: `wing/slots` and `keeping/slots` (thing by thing), `file` (the work as a file), `work` (after a change);
//! 4. where one comes to: `arrival`, another screen or other work;
//! 5. the screens (`view`), whose dispatcher nobody of them imports: names, headings and numbers stand below them;
//! 6. what a room's message changes: `update` in each room, `keeping/update`, `sealed`;
//! 7. on top `wing/turn` and [`update`].

#[cfg_attr(not(feature = "full"), path = "advice/first.rs")]
pub mod advice;
mod anatomy;
mod answers;
mod arrival;
mod blocks;
#[cfg(feature = "full")]
pub mod books;
mod contrast;
mod effect;
mod exit;
mod field;
mod file;
mod handover;
#[cfg(feature = "full")]
pub mod kdmp;
mod keeping;
mod marks;
mod message;
mod model;
mod office;
mod openness;
pub mod pages;
pub mod progress;
#[cfg_attr(not(feature = "full"), path = "rat/first.rs")]
pub mod rat;
mod route;
mod sample;
#[cfg(feature = "full")]
mod sealed;
mod update;
#[cfg_attr(not(feature = "full"), path = "view/first.rs")]
mod view;
/// The door to the second part of the page. In the first part an empty twin stands in its place.
#[cfg_attr(not(feature = "full"), path = "twin/mod.rs")]
pub mod wing;
mod work;
#[cfg_attr(not(feature = "full"), path = "workshop/first.rs")]
pub mod workshop;

pub use blocks::{BLOCKS, blocks, ticks, unticked, within};
pub use contrast::Contrast;
pub use effect::{Effect, TEXT_FIELD};
pub use exit::{Exit, FileFault};
pub use field::{Fault, Field};
pub use handover::{hand_over, take_over};
pub use keeping::{Aside, KeepingMessage};
pub use message::Message;
pub use model::{Arriving, Awaited, Keeping, Model, Notice, Stranded};
pub use office::Office;
pub use openness::Openness;
pub use progress::Progress;
pub use route::{First, Later, Place, Route};
pub use update::update;
pub use view::{LINE, announcement, prerender, state, title, view};

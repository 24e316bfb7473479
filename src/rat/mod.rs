//! The annual members' meeting (*rapat anggota tahunan*, RAT): which years are due, the calendar, the papers, the quorum.
//!
//! [`read`] turns what a board typed into [`RatFacts`] and problems; everything else answers from facts and `today`.
//! Rules, dates and shares come from `src/rulebook/books/rat-and-status.toml`; nothing here knows a number of its own.

pub mod book;
pub mod calendar;
mod conditions;
pub mod due;
mod facts;
pub mod holidays;
pub mod ics;
mod input;
mod kuk;
mod numbers;
mod problem;
pub mod quorum;
mod readiness;
mod reading;
mod say;
pub mod sheet;
mod text;

pub use conditions::applies;
pub use facts::{Articles, Letter, Notice, Organs, PaperFacts, Plans, RatFacts, YearFacts, is_open_plan};
pub use input::{
    Answer, Area, ArticlesInput, Coded, DocumentInput, DocumentState, FieldError, Form, GroupInput, LetterGround,
    LetterInput, LetterKind, Level, Loss, NamesInput, OrgansInput, PaperInput, PlansInput, Predicate, QuorumInput,
    RatInput, Reach, ShuInput, SignalsInput, YearInput, percentage,
};
pub use kuk::{Class, class, class_by, rows as classes_of};
pub use numbers::{Numbers, is_numbered};
pub use problem::{Code, Grade, Problem};
pub use readiness::{Item, Range, Readiness, readiness};
pub use reading::{Read, read};
pub use text::{Fill, Phrase, Text};

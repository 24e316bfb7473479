//! The door to what the second part of the page asks of the browser: codes and the camera, tables, keys, files of several kinds,
//! the lock. In the first part `twin/` stands here.

mod camera;
mod cells;
mod given;
mod keys;
mod perform;
mod room;
mod sealing;
mod tab;
mod workbook;

pub(super) use given::{is_unkept_desk, opened, read_book, table};
pub(super) use perform::{begin, listen, look_for, perform, read, receive, rest, tell_origin};
pub(super) use tab::{State, tie};

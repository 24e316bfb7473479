//! The ways out of the page and into it that a browser may refuse.

/// A way out of the page that a browser may lack or refuse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// A file to keep.
    File,
    /// The device's own sharing.
    Share,
    /// Paper.
    Print,
}

/// Why a file could not even be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileFault {
    /// It is too large to be ours.
    TooBig,
    /// The browser could not read it as text.
    Unreadable,
}

//! Values on their way into the module, one a line. Only the build and its tests include this file; `mod.rs` reads what
//! it writes.

use std::fmt::Display;

/// Stands before a line that only the whole page reads (the feature `full`); its small first part carries a blank instead.
pub(crate) const LATER: char = '\u{1e}';

/// A text for the whole page, without its marks.
pub(crate) fn whole(text: &str) -> String {
    text.replace(LATER, "")
}

/// The same lines for the first part of the page: what comes later is blank.
pub(crate) fn first_part(text: &str) -> String {
    text.lines().flat_map(|line| [if line.starts_with(LATER) { "" } else { line }, "\n"]).collect()
}

/// Lines written so far.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lines(String);

impl Lines {
    /// A value on a line of its own. Whoever calls has refused texts with line ends.
    pub(crate) fn put(&mut self, value: impl Display) {
        let line = value.to_string();
        assert!(!line.contains(char::is_control), "a value with a line end: {line}");
        self.0 += &line;
        self.0.push('\n');
    }

    /// A sentence that only the whole page says.
    pub(crate) fn put_later(&mut self, value: impl Display) {
        self.0.push(LATER);
        self.put(value);
    }

    /// Several sentences that only the whole page says.
    pub(crate) fn all_later<T: Display>(&mut self, values: impl IntoIterator<Item = T>) {
        for value in values {
            self.put_later(value);
        }
    }

    /// Several values.
    pub(crate) fn all<T: Display>(&mut self, values: impl IntoIterator<Item = T>) {
        for value in values {
            self.put(value);
        }
    }

    /// `1` or `0`.
    pub(crate) fn truth(&mut self, truth: bool) {
        self.put(u8::from(truth));
    }

    /// How many, then each.
    pub(crate) fn list<T>(&mut self, entries: &[T], mut each: impl FnMut(&mut Self, &T)) {
        self.put(entries.len());
        for entry in entries {
            each(self, entry);
        }
    }

    /// Whether it is there, then it.
    pub(crate) fn option<T>(&mut self, value: Option<T>, write: impl FnOnce(&mut Self, T)) {
        self.truth(value.is_some());
        if let Some(value) = value {
            write(self, value);
        }
    }

    /// All that was written.
    pub(crate) fn into_text(self) -> String {
        self.0
    }
}

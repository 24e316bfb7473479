//! From a value to text.

use std::fmt;

use super::{Map, Value};

/// How a text is laid out.
#[derive(Clone, Copy, PartialEq)]
enum Layout {
    /// Without blanks.
    Tight,
    /// Without blanks, keys in the order of their bytes.
    Sorted,
    /// A line each, two blanks further in at each depth.
    Airy,
}

/// An object without one of its keys and without blanks, the keys of all objects in it in the order of their bytes: the
/// same text for the same content.
pub(in crate::exchange) fn sorted(map: &Map, without: &str) -> String {
    let mut writer = Writer { text: String::new(), layout: Layout::Sorted, depth: 0 };
    writer.object(map, Some(without));
    writer.text
}

/// On one line without blanks; with `{:#}` as people like to read it.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&if f.alternate() { self.pretty() } else { self.tight() })
    }
}

impl Value {
    /// Without blanks.
    pub(in crate::exchange) fn tight(&self) -> String {
        self.written(Layout::Tight)
    }

    /// A line each, two blanks further in at each depth.
    pub(in crate::exchange) fn pretty(&self) -> String {
        self.written(Layout::Airy)
    }

    fn written(&self, layout: Layout) -> String {
        let mut writer = Writer { text: String::new(), layout, depth: 0 };
        writer.value(self);
        writer.text
    }
}

struct Writer {
    text: String,
    layout: Layout,
    depth: usize,
}

impl Writer {
    fn value(&mut self, value: &Value) {
        match value {
            Value::Null => self.text += "null",
            Value::Bool(truth) => self.text += if *truth { "true" } else { "false" },
            Value::Number(number) => self.text += number.as_str(),
            Value::String(text) => self.string(text),
            Value::Array(entries) => {
                self.text.push('[');
                self.entries(entries.len(), |writer, place| writer.value(&entries[place]));
                self.text.push(']');
            }
            Value::Object(map) => self.object(map, None),
        }
    }

    fn object(&mut self, map: &Map, without: Option<&str>) {
        let entries: Vec<_> = map.iter().filter(|(key, _)| Some(*key) != without).collect();
        let order = match self.layout {
            Layout::Sorted => crate::sorting::order(entries.len(), &|a, b| entries[a].0 < entries[b].0),
            _ => (0..entries.len()).collect(),
        };
        self.text.push('{');
        self.entries(entries.len(), |writer, place| {
            let (key, value) = entries[order[place]];
            writer.string(key);
            writer.text += if writer.layout == Layout::Airy { ": " } else { ":" };
            writer.value(value);
        });
        self.text.push('}');
    }

    /// What stands between two brackets.
    fn entries(&mut self, count: usize, mut each: impl FnMut(&mut Self, usize)) {
        self.depth += 1;
        for place in 0..count {
            if place > 0 {
                self.text.push(',');
            }
            self.line();
            each(self, place);
        }
        self.depth -= 1;
        if count > 0 {
            self.line();
        }
    }

    fn line(&mut self) {
        if self.layout == Layout::Airy {
            self.text.push('\n');
            self.text.extend(std::iter::repeat_n("  ", self.depth));
        }
    }

    fn string(&mut self, text: &str) {
        self.text.push('"');
        for sign in text.chars() {
            match sign {
                '"' => self.text += "\\\"",
                '\\' => self.text += "\\\\",
                '\n' => self.text += "\\n",
                '\r' => self.text += "\\r",
                '\t' => self.text += "\\t",
                '\u{8}' => self.text += "\\b",
                '\u{c}' => self.text += "\\f",
                '\0'..' ' => self.coded(sign),
                _ => self.text.push(sign),
            }
        }
        self.text.push('"');
    }

    /// `\u001f`
    fn coded(&mut self, sign: char) {
        let digit = |value: u32| char::from_digit(value % 16, 16).unwrap_or('0');
        self.text += "\\u00";
        self.text.extend([digit(u32::from(sign) / 16), digit(u32::from(sign))]);
    }
}

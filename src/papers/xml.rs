//! Text on its way into XML.

use std::fmt::Write as _;

/// The text with what XML would take for its own written out, and without what XML 1.0 cannot hold.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' => out.push(sign),
            '\u{FFFE}' | '\u{FFFF}' => {}
            sign if sign.is_control() => {}
            sign => out.push(sign),
        }
    }
    out
}

/// A whole number as letters count columns: A, B, …, Z, AA.
pub(super) fn column(mut place: usize) -> String {
    let mut name = String::new();
    loop {
        let letter = u8::try_from(place % 26).unwrap_or_default();
        name.insert(0, char::from(b'A' + letter));
        if place < 26 {
            return name;
        }
        place = place / 26 - 1;
    }
}

/// Writes into a string, which cannot fail.
pub(super) fn push(out: &mut String, text: std::fmt::Arguments<'_>) {
    let _ = out.write_fmt(text);
}

#[cfg(test)]
mod tests {
    use super::{column, escaped};

    #[test]
    fn signs_of_xml_and_signs_it_cannot_hold() {
        assert_eq!(escaped("A & <B> \"c\"\u{0}\u{1b}\u{FFFF}é"), "A &amp; &lt;B&gt; &quot;c&quot;é");
        assert_eq!([0, 25, 26, 51, 52, 701, 702].map(column), ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}

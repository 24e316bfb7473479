//! The page's two styles, put together and made small.
//!
//! Small by hand: notes, spaces and last semicolons go, nothing is rewritten. A library (lightningcss) was measured at one
//! per cent less, and would have to be told of every engine that its shorter spellings leave behind.

use crate::{Result, sh, theme};

/// What a first visit loads: the shell's few rules, the page's, and the themes by name.
pub(crate) fn first() -> Result<String> {
    Ok(squeeze(&[source("shell.css")?, theme::named(&source("style.css")?)?].concat()))
}

/// What the screens of the second part need besides; it comes after the first.
pub(crate) fn rest() -> Result<String> {
    Ok(squeeze(&source("rest.css")?))
}

fn source(name: &str) -> Result<String> {
    sh::text(&sh::root().join("www").join(name))
}

/// The same rules in fewer characters. Texts in quotes stay as they are.
pub(crate) fn squeeze(style: &str) -> String {
    let mut out = String::with_capacity(style.len());
    let mut part = String::new();
    for piece in pieces(&without_notes(style)) {
        match piece {
            "{" => out.push_str(&(tight(&part, &[',', '>', '+', '~']) + "{")),
            ";" if !part.trim().is_empty() => out.push_str(&(declaration(&part) + ";")),
            ";" => {}
            "}" => {
                out.push_str(&declaration(&part));
                out.truncate(out.trim_end_matches(';').len());
                out.push('}');
            }
            text => {
                part.push_str(text);
                continue;
            }
        }
        part.clear();
    }
    out + &declaration(&part)
}

/// `color: red` as `color:red`; nothing for nothing.
fn declaration(text: &str) -> String {
    let Some((name, value)) = text.split_once(':') else { return text.trim().to_owned() };
    let value = tight(value, &[',', '/']).replace(" !important", "!important");
    [name.trim(), ":", &value].concat()
}

/// One space for many, and none around these marks. A condition (`@media (a: b)`) has a colon that is not a selector's.
fn tight(text: &str, marks: &[char]) -> String {
    let condition = text.trim_start().starts_with('@');
    let mut out = String::with_capacity(text.len());
    let mut quote = None;
    for char in text.trim().chars() {
        let outside = quote.is_none();
        match quote {
            Some(open) if char == open => quote = None,
            None if matches!(char, '"' | '\'') => quote = Some(char),
            _ => {}
        }
        let mark = |char: char| marks.contains(&char) || condition && char == ':';
        if outside && char.is_whitespace() {
            if !out.ends_with(|last: char| last == ' ' || mark(last)) {
                out.push(' ');
            }
            continue;
        }
        if outside && mark(char) {
            out.truncate(out.trim_end_matches(' ').len());
        }
        out.push(char);
    }
    out
}

/// Cuts at braces and semicolons that are not inside quotes; each is a piece of its own.
fn pieces(style: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut from, mut quote) = (0, None);
    for (at, char) in style.char_indices() {
        match quote {
            Some(open) if char == open => quote = None,
            None if matches!(char, '"' | '\'') => quote = Some(char),
            None if matches!(char, '{' | '}' | ';') => {
                pieces.extend([&style[from..at], &style[at..=at]]);
                from = at + 1;
            }
            _ => {}
        }
    }
    pieces.push(&style[from..]);
    pieces
}

fn without_notes(style: &str) -> String {
    let mut bare = String::with_capacity(style.len());
    let mut rest = style;
    while let Some((before, after)) = rest.split_once("/*") {
        bare.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, tail)| tail);
    }
    bare + rest
}

#[cfg(test)]
#[path = "style_tests.rs"]
mod tests;

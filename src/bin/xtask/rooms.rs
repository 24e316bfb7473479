//! What each room weighs in a module: the code of its functions, by the names that the compiler gave them.

use std::collections::BTreeMap;

use wasmparser::{KnownCustom, Name, Parser, Payload};

use crate::Result;

/// Our own crate, as it stands in the names of functions.
const OURS: &str = "cermin_koperasi::";

/// Less is not worth a line.
const LEAST: usize = if cfg!(test) { 1 } else { 500 };

/// Bytes by room, the heaviest first.
pub(crate) type Rooms = Vec<(String, usize)>;

/// The rooms of a module as the compiler wrote it, names included. A function that was made for one of our types, in whatever
/// crate it is written, belongs to that type's room; the others belong to their crates; data is what was compiled as such.
///
/// # Errors
/// When it is no module.
pub(crate) fn of(module: &[u8]) -> Result<Rooms> {
    let (mut imports, mut bodies, mut names, mut rooms) = (0, Vec::new(), BTreeMap::new(), BTreeMap::new());
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(section) => imports += section.into_imports().count(),
            Payload::CodeSectionEntry(body) => bodies.push(body.range().len()),
            Payload::DataSection(section) => {
                rooms.insert("(data)".to_owned(), section.range().len());
            }
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(sections) = section.as_known() {
                    names.extend(functions(sections)?);
                }
            }
            _ => {}
        }
    }
    for (place, size) in bodies.into_iter().enumerate() {
        let name = names.get(&(imports + place)).map_or("", String::as_str);
        *rooms.entry(room(name)).or_default() += size;
    }
    let mut rooms: Rooms = rooms.into_iter().filter(|(_, size)| *size >= LEAST).collect();
    rooms.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
    Ok(rooms)
}

/// The readable names of functions, by number.
fn functions(sections: wasmparser::NameSectionReader<'_>) -> Result<Vec<(usize, String)>> {
    let mut all = Vec::new();
    for section in sections {
        let Name::Function(names) = section? else { continue };
        for name in names {
            let name = name?;
            all.push((usize::try_from(name.index)?, format!("{:#}", rustc_demangle::demangle(name.name))));
        }
    }
    Ok(all)
}

/// `exact` for `<cermin_koperasi::exact::Fraction as core::cmp::Ord>::cmp`, `+ core` for `core::str::from_utf8`.
fn room(name: &str) -> String {
    if let Some((_, rest)) = name.split_once(OURS) {
        return first(rest).to_owned();
    }
    // What the generator of bindings puts there and takes away again.
    if name.starts_with("__wb") {
        return "+ wasm_bindgen".to_owned();
    }
    // Of `<T as alloc::string::ToString>::to_string` the trait says whose it is.
    let mut paths = name.split(|char: char| !(is_word(char) || char == ':'));
    let path = paths.find(|path| path.contains("::") && !path.starts_with(':'));
    format!("+ {}", first(path.unwrap_or(name)))
}

fn first(path: &str) -> &str {
    let word = path.split(|char| !is_word(char)).next().unwrap_or_default();
    if word.is_empty() { "?" } else { word }
}

fn is_word(char: char) -> bool {
    char.is_alphanumeric() || char == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_belong_to_the_room_of_their_type() {
        assert_eq!(room("<cermin_koperasi::exact::Fraction as core::cmp::Ord>::cmp"), "exact");
        assert_eq!(room("core::ptr::drop_in_place::<cermin_koperasi::page::Model>"), "page");
        assert_eq!(room("<alloc::string::String>::push"), "+ alloc");
        assert_eq!(room("<&mut T as core::fmt::Write>::write_str"), "+ core");
        assert_eq!(room(""), "+ ?");
    }

    /// A length, and what is so long.
    fn long(body: &[u8]) -> Vec<u8> {
        [&[u8::try_from(body.len()).expect("a short one")], body].concat()
    }

    #[test]
    fn code_is_counted_by_function() -> Result {
        let section = |kind: u8, body: &[u8]| [&[kind][..], &long(body)].concat();
        // Two functions, the first of two bytes, the second of three; only the first has a name.
        let names = [&[1, 0][..], &long(b"cermin_koperasi::exact::f")].concat();
        let module = [
            b"\0asm\x01\0\0\0".to_vec(),
            section(1, &[1, 0x60, 0, 0]),
            section(3, &[2, 0, 0]),
            section(10, &[2, 2, 0, 0x0b, 3, 0, 1, 0x0b]),
            section(0, &[long(b"name"), section(1, &names)].concat()),
        ]
        .concat();
        assert_eq!(of(&module)?, [("+ ?".to_owned(), 3), ("exact".to_owned(), 2)]);
        Ok(())
    }
}

//! The classic script of the page: idiomorph, the glue, the packed module, themes, the frame's messages, and the boot
//! script; and a second one with the whole module, for the screens that a first visit does not need.
//!
//! One choice that survives wrong MIME types, hosts without compression, `file://` and sandboxed frames, and that
//! allows `connect-src 'none'`.

use crate::language::{self, Language};
use crate::module::{Module, Modules};
use crate::squeeze::{replace_span, squeeze};
use crate::{Result, banned, fill, minify, payload, screens, sh, sums};

/// A name that carries the hash of the content, and the content.
pub(crate) type File = (String, String);

/// The scripts of the page.
pub(crate) struct Scripts {
    /// The hosted page's first, which runs before the page is drawn and fetches the next afterwards: name and script.
    pub(crate) starter: File,
    /// The hosted page's: holds the first part, names the script of the whole and those of the languages.
    pub(crate) hosted: String,
    /// What the hosted page loads when a screen needs it.
    pub(crate) rest: Rest,
    /// What the page loads when a save file is locked or unlocked: name and script.
    pub(crate) sealer: File,
    /// What the page loads when a workbook is opened: name and script.
    pub(crate) opener: File,
    /// What the page loads when a camera is turned on where the browser reads no QR pictures: name and script.
    pub(crate) scanner: File,
    /// The single file's: holds the whole and the languages.
    pub(crate) single: String,
    /// How many characters of the hosted script are its module.
    pub(crate) payload: usize,
}

/// The second part of the hosted page.
pub(crate) struct Rest {
    /// The name of its script, which changes with its content.
    pub(crate) name: String,
    /// The script.
    pub(crate) script: String,
}

/// Puts the scripts together. `style` is the style of the rest.
///
/// # Errors
/// When one of our own parts uses something that could send or fetch.
pub(crate) fn make(modules: &Modules, languages: &[Language], help: &Language, style: &str) -> Result<Scripts> {
    let www = sh::root().join("www");
    let part = |name: &str| sh::text(&www.join(name)).and_then(|text| squeeze(&text));
    let idiomorph = sh::text(&www.join("vendor/idiomorph/idiomorph.min.js"))?;
    let start =
        [idiomorph.trim(), "\n(function () {\n", &part("unpack.js")?, &part("device.js")?, &part("store.js")?].concat();
    let frame = fill::lists(&part("frame.js")?, &[("kinds", &screens::kinds())])?;
    let end = ["};\n", &part("theme.js")?, &frame, &part("boot.js")?, "})();\n"].concat();
    let glues = [
        ("glue of the first part", &modules.first.glue),
        ("glue of the lock", &modules.sealer.glue),
        ("glue of the reader of workbooks", &modules.opener.glue),
    ];
    let later = part("later.js")?;
    for (what, code) in [("start", &start), ("end", &end), ("later", &later)].into_iter().chain(glues) {
        banned::check(&format!("the page's script, {what},"), code)?;
    }
    let whole = |packed: &str, rest: &str, [sealer, opener]: [&str; 2], scanner: &str, languages: String| {
        [
            &start,
            packed,
            "const rest = ",
            rest,
            ";\nconst sealer = ",
            sealer,
            ";\nconst opener = ",
            opener,
            ";\nconst scanner = ",
            scanner,
            ";\nconst languages = {",
            &languages,
            &end,
        ]
        .concat()
    };
    let (first, payload) = packed(&modules.first, &[])?;
    let (second, second_payload) = packed(&modules.whole, &modules.first.bytes)?;
    let style = language::made("style", style)?;
    let rest = rest(&[&*later, &second].concat(), &second_payload, &style.packed)?;
    let (all, whole_payload) = packed(&modules.whole, &[])?;
    let (lock, sealer_payload) = packed(&modules.sealer, &[])?;
    let (reader, opener_payload) = packed(&modules.opener, &[])?;
    let sealer = beside("sealed", "cerminSealer", &lock, &sealer_payload)?;
    let opener = beside("books", "cerminOpener", &reader, &opener_payload)?;
    let scanner = scanner()?;
    let here = |packed: &str| ["{ make: () => {\n", packed, MADE, " }"].concat();
    let there = |file: &File| format!("{{ at: \"{}\" }}", file.0);
    let hosted = whole(
        &first,
        &rest_says(&rest),
        [&there(&sealer), &there(&opener)],
        &format!("\"{}\"", scanner.0),
        languages.iter().chain([help]).map(at).collect(),
    );
    let texts = || languages.iter().chain([help, &style]);
    // The reader of QR pictures stands in the single file as it is, and does nothing until it is asked: no policy lets a page run
    // a script that it unpacks.
    let scans = ["{ make: () => {\n", &scanner.1, "\n} }"].concat();
    // One script is all that its policy allows, and it stands at the end: there a start may be drawn before it.
    let single = part("elsewhere.js")?
        + &whole(
            &[&all, &*later].concat(),
            "null",
            [&here(&lock), &here(&reader)],
            &scans,
            texts().map(inside).collect(),
        );
    let long: Vec<&str> = texts()
        .map(|one| one.packed.as_str())
        .chain([whole_payload.as_str(), &sealer_payload, &opener_payload])
        .collect();
    let starter = minify::script(&[part("elsewhere.js")?, part("start.js")?].concat(), &[])?;
    banned::check("the script that begins", &starter)?;
    Ok(Scripts {
        starter: (format!("start.{}.js", sums::short(&starter)), starter),
        hosted: minify::script(&hosted, &[&payload])?,
        rest,
        sealer,
        opener,
        scanner,
        single: minify::script(&single, &long)?,
        payload: payload.len(),
    })
}

/// The script of a module beside the page.
fn beside(kind: &str, name: &str, packed: &str, payload: &str) -> Result<File> {
    let script = called(name, &["() => {\n", packed, MADE].concat(), &[payload])?;
    Ok((format!("{kind}.{}.js", sums::short(&script)), script))
}

/// jsQR without its table of Japanese signs, more than half of it: our codes are digits and capital letters.
fn scanner() -> Result<File> {
    let jsqr = sh::text(&sh::root().join("www/vendor/jsqr/jsQR.js"))?;
    let script = replace_span(&jsqr, "exports.shiftJISTable = {", "};", "exports.shiftJISTable = {};")?;
    banned::check("jsQR", &script)?;
    let script = minify::script(&script, &[])?;
    Ok((format!("scan.{}.js", sums::short(&script)), script))
}

/// Where a language lies.
fn at(one: &Language) -> String {
    format!("{}: {{ at: \"{}\" }}, ", one.code, one.name())
}

/// A language itself.
fn inside(one: &Language) -> String {
    format!("{}: {{ packed: \"{}\" }}, ", one.code, one.packed)
}

/// Glue and module, and the module as text, packed after what its page has unpacked before.
fn packed(module: &Module, before: &[u8]) -> Result<(String, String)> {
    let payload = payload::pack_after(before, &module.bytes)?;
    let sum = adler(&module.bytes).to_string();
    Ok(([&module.glue, "const packedSum = ", &sum, ";\nconst packed = \"", &payload, "\";\n"].concat(), payload))
}

/// Adler's checksum (RFC 1950), by which the boot script tells a damaged module from a browser that cannot run it.
fn adler(bytes: &[u8]) -> u32 {
    let turn = |(low, high), byte: &u8| {
        let low = (low + u32::from(*byte)) % 65_521;
        (low, (high + low) % 65_521)
    };
    let (low, high) = bytes.iter().fold((1, 0), turn);
    high << 16 | low
}

/// What glue and module end with: both, for whoever asked.
const MADE: &str = "return [cermin, packed];\n}";

/// What the script of the rest is handed: names of the boot script, which stand around it in the single file.
const KNOWN: &str = "(loadLanguage, device, loaded, keepLater, unpack, drawn, sealer, opener, scanner) => {\n";

fn rest(packed: &str, payload: &str, style: &str) -> Result<Rest> {
    let make = [KNOWN, packed, "return [cermin, packed, \"", style, "\"];\n}"].concat();
    let script = called("cerminRest", &make, &[payload, style])?;
    Ok(Rest { name: format!("rest.{}.js", sums::short(&script)), script })
}

/// A script that hands a function to the boot script, and does nothing else.
fn called(name: &str, make: &str, payloads: &[&str]) -> Result<String> {
    let script = format!("{name}({make});\n");
    banned::check(name, &payloads.iter().fold(script.clone(), |script, payload| script.replace(payload, "")))?;
    minify::script(&script, payloads)
}

/// What the hosted script knows of the rest.
fn rest_says(rest: &Rest) -> String {
    let screens: Vec<String> = screens::later().iter().map(|kind| format!("\"{kind}\"")).collect();
    format!("{{ at: \"{}\", screens: [{}] }}", rest.name, screens.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sum_is_the_one_of_the_standard() {
        assert_eq!(adler(b"Wikipedia"), 0x11e6_0398);
    }
}

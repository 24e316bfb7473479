//! `cargo xtask imports`: what the modules may call, and what they need of an engine (AC-45, AC-42).
//!
//! WebAssembly can do nothing but reckon and call what it imports. So the list of imports is the whole of what the page
//! can do in a browser. `imports.txt` beside this file is the list that somebody has read; another one stops the test.

use std::collections::{BTreeMap, BTreeSet};

use wasmparser::{Parser, Payload, Validator, WasmFeatures};

use crate::{Result, sh};

/// The list that somebody has read.
const READ: &str = "src/bin/xtask/imports.txt";

/// What every engine above the floor has (Chrome 97, Firefox 102, Safari 16), and nothing newer.
const FEATURES: WasmFeatures = WasmFeatures::MUTABLE_GLOBAL
    .union(WasmFeatures::SATURATING_FLOAT_TO_INT)
    .union(WasmFeatures::SIGN_EXTENSION)
    .union(WasmFeatures::REFERENCE_TYPES)
    .union(WasmFeatures::MULTI_VALUE)
    .union(WasmFeatures::BULK_MEMORY)
    .union(WasmFeatures::FLOATS)
    .union(WasmFeatures::GC_TYPES);

/// What may be called, and by which modules.
#[derive(Default)]
pub(crate) struct Calls(BTreeMap<String, Vec<&'static str>>);

impl Calls {
    /// Adds what a module imports, and what its glue does then.
    ///
    /// # Errors
    /// When a browser above the floor could not run it.
    pub(crate) fn note(&mut self, who: &'static str, module: &[u8], glue: &str) -> Result {
        Validator::new_with_features(FEATURES)
            .validate_all(module)
            .map_err(|error| format!("the module needs more than the oldest browser has: {error}"))?;
        let calls: BTreeSet<String> = imports(module)?.iter().map(|name| call(name, glue)).collect();
        for call in calls {
            self.0.entry(call).or_default().push(who);
        }
        Ok(())
    }

    /// `click: arg0.click(); [first whole]`, a line each.
    fn lines(&self) -> BTreeSet<String> {
        self.0.iter().map(|(call, who)| format!("{call} [{}]", who.join(" "))).collect()
    }
}

/// Compares the modules with the list, or writes the list anew.
///
/// # Errors
/// Names what the modules call and the list lacks, and the reverse.
pub(crate) fn run(calls: &Calls, arguments: &[String]) -> Result {
    let path = sh::root().join(READ);
    if arguments.iter().any(|argument| argument == "--write") {
        sh::write(&path, calls.lines().into_iter().map(|line| line + "\n").collect::<String>())?;
        println!("{READ} is written anew. Read what has changed: each line is something that the page can do.");
    }
    compare(&calls.lines(), &sh::text(&path)?)
}

fn compare(seen: &BTreeSet<String>, list: &str) -> Result {
    let read: BTreeSet<String> = list.lines().map(str::to_owned).collect();
    let lines = |mark, lines: Vec<&String>| {
        lines.into_iter().flat_map(|line| ["\n  ", mark, " ", line.as_str()]).collect::<String>()
    };
    let new = lines("+", seen.difference(&read).collect());
    let gone = lines("-", read.difference(seen).collect());
    if new.is_empty() && gone.is_empty() {
        println!("The modules call {} things, all of them read.", seen.len());
        return Ok(());
    }
    Err(format!("what the modules call is not what {READ} says:{new}{gone}\nIf that is meant: cargo xtask imports --write, and read it.").into())
}

/// An import by its bare name and by the first statement of its glue: many names say only `new` or `set`.
fn call(name: &str, glue: &str) -> String {
    let body = glue.split_once(&format!("{name}: function(")).map_or("", |(_, body)| body);
    let idle = |line: &&str| line.starts_with("//") || line.starts_with("return handleError(");
    let statement = body.lines().skip(1).map(str::trim).find(|line| !idle(line)).unwrap_or_default();
    // What a closure is called inside the module changes with every build.
    let steady = statement.split("wasm").next().unwrap_or_default();
    format!("{}: {}", bare(name), steady.trim())
}

/// The names of what a module imports.
fn imports(module: &[u8]) -> Result<BTreeSet<String>> {
    let mut names = BTreeSet::new();
    for payload in Parser::new(0).parse_all(module) {
        if let Payload::ImportSection(section) = payload? {
            for import in section.into_imports() {
                names.insert(import?.name.to_owned());
            }
        }
    }
    Ok(names)
}

/// `__wbg_click_a1b2c3d4e5f60718` is `click`: the hash that wasm-bindgen puts behind a name is left out.
fn bare(name: &str) -> &str {
    let is_hash = |end: &str| end.len() == 16 && end.bytes().all(|byte| byte.is_ascii_hexdigit());
    let whole = name.rsplit_once('_').filter(|(_, end)| is_hash(end)).map_or(name, |(start, _)| start);
    whole.strip_prefix("__wbg_").unwrap_or(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `(module (import "x" "__wbg_send_0123456789abcdef" (func)))`
    const SENDS: &[u8] = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x02\x21\x01\x01x\x1b__wbg_send_0123456789abcdef\0\0";

    #[test]
    fn hashes_are_left_out() {
        assert_eq!(bare("__wbg_click_a1b2c3d4e5f60718"), "click");
        assert_eq!(bare("__wbindgen_throw"), "__wbindgen_throw");
    }

    #[test]
    fn a_new_call_a_lost_one_and_another_caller_are_told() {
        let seen = BTreeSet::from(["a: first".to_owned(), "fetch: first".to_owned()]);
        let told = compare(&seen, "a: first\nb: whole\n").map_err(|error| error.to_string()).expect_err("they differ");
        assert!(told.contains("+ fetch: first") && told.contains("- b: whole") && !told.contains("+ a"), "{told}");
        assert!(compare(&seen, "fetch: first whole\na: first\n").is_err());
        assert!(compare(&seen, "fetch: first\na: first\n").is_ok());
    }

    #[test]
    fn calls_are_read_from_module_and_glue() -> Result {
        let glue = "  __wbg_send_0123456789abcdef: function() { return handleError(function (arg0) {\n    // Note\n    arg0.send(wasm.x);\n  },";
        let mut calls = Calls::default();
        calls.note("first", SENDS, glue)?;
        calls.note("whole", SENDS, glue)?;
        assert_eq!(calls.lines(), BTreeSet::from(["send: arg0.send( [first whole]".to_owned()]));
        Ok(())
    }

    #[test]
    fn what_is_made_is_told_apart() {
        let glue = "__wbg_new_0123456789abcdef: function(arg0) {\n const ret = new WebSocket(arg0);\n return ret;\n},";
        assert_eq!(call("__wbg_new_0123456789abcdef", glue), "new: const ret = new WebSocket(arg0);");
    }

    #[test]
    fn a_module_for_newer_engines_is_refused() {
        // (module (memory i64 1)): 64-bit memories are newer than the floor.
        assert!(Calls::default().note("first", b"\0asm\x01\0\0\0\x05\x03\x01\x04\x01", "").is_err());
    }
}

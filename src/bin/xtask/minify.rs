//! JavaScript made small with oxc: the same program in two thirds of the characters.
//!
//! Long texts inside (the packed module, the packed languages) are taken out first and put back between double quotes:
//! they hold characters that another kind of quotes would read as its own.

use oxc_allocator::Allocator;
use oxc_codegen::{Codegen, CodegenOptions};
use oxc_compat::EngineTargets;
use oxc_minifier::{CompressOptions, Minifier, MinifierOptions};
use oxc_parser::Parser;
use oxc_span::SourceType;

use crate::Result;

/// The oldest engines the page speaks to: nothing newer than they know is written. See `README.md`, browsers.
const ENGINES: &str = "chrome97,firefox102,safari16";

/// A classic script, made small. Its own top-level names stay as they are: other scripts may use them.
///
/// `held` are texts that stand in it as `"…"`, each once; they stay as they are.
///
/// # Errors
/// When the script cannot be read, or a held text is not in it or would not come back exactly once.
pub(crate) fn script(script: &str, held: &[&str]) -> Result<String> {
    let mut bare = script.to_owned();
    for (number, text) in held.iter().enumerate() {
        bare = replaced_once(&bare, &["\"", text, "\""].concat(), &format!("\"{}\"", stand_in(number)))?;
    }
    let mut small = squeezed(&bare)?;
    for (number, text) in held.iter().enumerate() {
        let written = ["`", "\"", "'"].map(|quote| [quote, &stand_in(number), quote].concat());
        let written = written.iter().find(|written| small.contains(*written)).ok_or("a held text was lost")?;
        small = replaced_once(&small, written, &["\"", text, "\""].concat())?;
    }
    Ok(small)
}

/// Long enough that the compressor does not write it twice.
fn stand_in(number: usize) -> String {
    format!("held text {number}, put back when the script is small")
}

fn replaced_once(text: &str, from: &str, to: &str) -> Result<String> {
    match text.split(from).collect::<Vec<_>>()[..] {
        [before, after] => Ok([before, to, after].concat()),
        ref parts => Err(format!("a held text stands {} times in the script", parts.len() - 1).into()),
    }
}

fn squeezed(script: &str) -> Result<String> {
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, script, SourceType::script()).parse();
    if let Some(error) = parsed.diagnostics.first() {
        return Err(format!("a script cannot be read: {error:?}").into());
    }
    let mut program = parsed.program;
    let compress = CompressOptions { target: EngineTargets::from_target(ENGINES)?, ..CompressOptions::smallest() };
    let options = MinifierOptions { compress: Some(compress), ..MinifierOptions::default() };
    let names = Minifier::new(options).minify(&allocator, &mut program).scoping;
    let written = Codegen::new().with_options(CodegenOptions::minify()).with_scoping(names).build(&program);
    Ok(written.code + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_inside_become_short_and_outside_stay() -> Result {
        let small = script(
            "var Outside = (function () {\n  // a note\n  function double(number) { return number + number; }\n  return { double };\n})();",
            &[],
        )?;
        assert_eq!(
            small,
            "var Outside=(function(){function e(e){return e+e}return{double:e}})();
"
        );
        Ok(())
    }

    #[test]
    fn a_held_text_comes_back_in_its_own_quotes() -> Result {
        let text = "`${a}'\u{1}b";
        let small = script(&format!("(function () {{ const packed = \"{text}\"; f(packed); }})();"), &[text])?;
        assert_eq!(small, format!("(function(){{f(\"{text}\")}})();\n"));
        Ok(())
    }

    #[test]
    fn a_held_text_that_is_not_there_once_is_refused() {
        assert!(script("f(\"a\")", &["b"]).is_err());
        assert!(script("f(\"a\", \"a\")", &["a"]).is_err());
    }

    #[test]
    fn nothing_newer_than_the_oldest_engine_is_written() -> Result {
        // Static blocks came with Safari 16.4: the compressor may not make one.
        let small = script("class A { static x = f(); static y = g(); } new A();", &[])?;
        assert!(!small.contains("static{"), "{small}");
        Ok(())
    }

    #[test]
    fn a_broken_script_stops_the_build() {
        assert!(script("let a = ;", &[]).is_err());
    }
}

//! The library as WebAssembly: compiled, bound to JavaScript, the same bytes on every machine.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use wasm_bindgen_cli_support::Bindgen;

use crate::imports::Calls;
use crate::package::{self, NAME};
use crate::rooms::{self, Rooms};
use crate::squeeze::{replace_span, squeeze};
use crate::{Result, names, panics, sh};

/// The platform the page runs on.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";
/// How a page's modules are optimised: every kilobyte is a wait on a bad line.
const SMALL: &str = "z";
/// How the package's is: a program asks it for many cooperatives.
pub(crate) const FAST: &str = "3";

/// The module and the classic glue around it.
pub(crate) struct Module {
    /// The WebAssembly, byte for byte the one in the hosted page, the single file and the embed kit.
    pub(crate) bytes: Vec<u8>,
    /// JavaScript that makes the global `cermin`: awake it with `await cermin(bytes)`. It cannot fetch.
    pub(crate) glue: String,
}

/// The page's modules.
pub(crate) struct Modules {
    /// What a first visit loads: the health check from start to result.
    pub(crate) first: Module,
    /// Every screen.
    pub(crate) whole: Module,
    /// What locks save files.
    pub(crate) sealer: Module,
    /// What reads workbooks.
    pub(crate) opener: Module,
    /// What these and those in `pkg` may call.
    pub(crate) calls: Calls,
    /// What each room weighs in a module, before the generator of bindings drops what nobody calls.
    pub(crate) rooms: Vec<(&'static str, Rooms)>,
}

/// What a lane of the build has made.
#[derive(Default)]
struct Lane {
    modules: Vec<Module>,
    /// Name, bytes and glue of each module, while its imports still have names.
    seen: Vec<(&'static str, Vec<u8>, String)>,
    rooms: Vec<(&'static str, Rooms)>,
}

/// Compiles the library five times: with the face towards JavaScript as an ES module in `pkg`, and with the edge of the
/// page, once in part and once whole, once as the lock of save files alone, and once as what reads workbooks. The same
/// rules and scoring are in all but the last two; a reader of the page does not load a face that only programs look at.
///
/// The compiler puts a module together on one core, so two lanes of about the same length go beside each other.
pub(crate) fn make(pkg: &Path) -> Result<Modules> {
    ensure_target()?;
    let (page, programs) = std::thread::scope(|scope| {
        // An error may not leave its thread, its words may.
        let programs = scope.spawn(|| for_programs(pkg).map_err(|error| error.to_string()));
        let page = for_the_page();
        (page, programs.join().unwrap_or_else(|_| Err("a lane of the build broke off".to_owned())))
    });
    let (page, programs) = (page?, programs?);
    let mut calls = Calls::default();
    for (name, bytes, glue) in page.seen.iter().chain(&programs.seen) {
        calls.note(name, bytes, glue)?;
    }
    let rooms = page.rooms.into_iter().chain(programs.rooms).collect();
    let all: Vec<Module> = page.modules.into_iter().chain(programs.modules).collect();
    let [first, whole, sealer, opener] = all.try_into().map_err(|_| "a lane of the build made too little")?;
    Ok(Modules { first, whole, sealer, opener, calls, rooms })
}

fn for_the_page() -> Result<Lane> {
    let (mut lane, folder) = (Lane::default(), sh::target_dir()?);
    lane.classic("first", &compile(&folder, &["--no-default-features", "--features", "page"], SMALL)?)?;
    let whole = compile(&folder, &["--features", "page"], SMALL)?;
    lane.classic("whole", &whole)?;
    lane.weigh("whole", &whole)?;
    let sealer = compile(&folder, &["--no-default-features", "--features", "sealed"], SMALL)?;
    lane.classic("sealer", &sealer)?;
    lane.weigh("sealer", &sealer)?;
    Ok(lane)
}

/// The package, and what reads workbooks, which is an entry of its own in it, `books.js`: most programs have rows already.
fn for_programs(pkg: &Path) -> Result<Lane> {
    // Cargo lets one build at a time into a folder.
    let (mut lane, folder) = (Lane::default(), sh::target_dir()?.join("programs"));
    packed(&compile(&folder, &["--features", "face"], FAST)?).web(true)?.generate_output()?.emit(pkg)?;
    let opener = compile(&folder, &["--no-default-features", "--features", "books"], SMALL)?;
    lane.classic("opener", &opener)?;
    lane.weigh("opener", &opener)?;
    packed(&opener).web(true)?.out_name("books").generate_output()?.emit(pkg)?;
    for (name, file) in [("pkg", NAME), ("books", "books")] {
        let bytes = sh::bytes(&pkg.join(format!("{file}_bg.wasm")))?;
        traceless(&bytes)?;
        lane.seen.push((name, bytes, sh::text(&pkg.join(format!("{file}.js")))?));
    }
    package::complete(pkg)?;
    Ok(lane)
}

impl Lane {
    /// A module of the page, with its glue.
    fn classic(&mut self, name: &'static str, wasm: &Path) -> Result {
        let mut classic = bindgen(wasm).no_modules(true)?.no_modules_global("cermin")?.generate_output()?;
        let named = classic.wasm_mut().emit_wasm();
        self.seen.push((name, named, classic.js().to_owned()));
        let glue = names::shorten(&mut classic)?;
        let bytes = panics::without_places(classic.wasm_mut().emit_wasm())?;
        traceless(&bytes)?;
        self.modules.push(Module { bytes, glue: without_fetch(&squeeze(&glue)?)? });
        Ok(())
    }

    /// What a module has in it, room by room.
    fn weigh(&mut self, name: &'static str, wasm: &Path) -> Result {
        self.rooms.push((name, rooms::of(&sh::bytes(wasm)?)?));
        Ok(())
    }
}

/// Adds the wasm target when the active toolchain lacks it. A toolchain file would not do: its `targets` are ignored
/// where `RUSTUP_AUTO_INSTALL=0`.
pub(crate) fn ensure_target() -> Result {
    let folder = sh::read(Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]))?;
    if Path::new(folder.trim()).exists() {
        return Ok(());
    }
    println!("Adding the target {TARGET} …");
    sh::run(Command::new("rustup").args(["target", "add", TARGET]))
        .map_err(|error| format!("{error}\nInstall the target {TARGET} for the Rust you use, then try again.").into())
}

/// Cargo for the page's platform.
pub(crate) fn cargo() -> Command {
    let mut cargo = sh::cargo();
    cargo.env("CARGO_BUILD_TARGET", TARGET);
    cargo
}

/// Compiles the library into a folder and says where it lies, until the next one is compiled there.
fn compile(folder: &Path, features: &[&str], level: &str) -> Result<PathBuf> {
    let mut cargo = cargo();
    cargo.args(["build", "--release", "--lib", "--locked", "--target-dir"]).arg(folder);
    cargo.args(features);
    cargo.env("CARGO_ENCODED_RUSTFLAGS", remaps(folder)?).env("CARGO_PROFILE_RELEASE_OPT_LEVEL", level);
    sh::run(&mut cargo)?;
    Ok(folder.join(TARGET).join("release").join(format!("{NAME}.wasm")))
}

/// Compiler flags that keep this machine's folders out of the module: panic messages carry paths, and so another
/// machine would get another hash. Where several match, the compiler takes the last.
fn remaps(target: &Path) -> Result<OsString> {
    let sources = cargo_home()?.join("registry").join("src");
    let mut pairs = vec![(sh::root(), "/src".to_owned()), (target.to_owned(), "/target".to_owned())];
    pairs.push((sources.clone(), "/deps".to_owned()));
    for registry in std::fs::read_dir(&sources).into_iter().flatten() {
        pairs.push((registry?.path(), "/deps".to_owned()));
    }
    pairs.push(standard_library()?);
    let flags = pairs.into_iter().map(|(from, to)| {
        let mut flag = OsString::from("--remap-path-prefix=");
        flag.push(from);
        flag.push("=");
        flag.push(to);
        flag
    });
    // The smallest SHA-256, for the check code: 2 KB instead of 9.
    let small = ["--cfg=sha2_backend=\"soft\"", "--cfg=sha2_backend_soft=\"compact\""].map(OsString::from);
    Ok(flags.chain(small).collect::<Vec<_>>().join("\u{1f}".as_ref()))
}

/// Where the component `rust-src` is installed, the compiler names its files by their place on this machine; elsewhere
/// by the commit. Both become the latter.
fn standard_library() -> Result<(PathBuf, String)> {
    let sysroot = sh::read(Command::new("rustc").args(["--print", "sysroot"]))?;
    let version = sh::read(Command::new("rustc").arg("-vV"))?;
    let commit = version.lines().find_map(|line| line.strip_prefix("commit-hash: ")).unwrap_or("unknown");
    Ok((Path::new(sysroot.trim()).join("lib/rustlib/src/rust"), format!("/rustc/{commit}")))
}

/// Refuses a module in which a folder of this machine is named (AC-46).
fn traceless(module: &[u8]) -> Result {
    for folder in [sh::root(), sh::target_dir()?, cargo_home()?] {
        let name = folder.to_string_lossy();
        if module.windows(name.len()).any(|part| part == name.as_bytes()) {
            return Err(format!("the module names {name}: it would differ on another machine").into());
        }
    }
    Ok(())
}

fn cargo_home() -> Result<PathBuf> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo"))).ok_or_else(|| "no home folder".into())
}

fn bindgen(wasm: &Path) -> Bindgen {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(wasm).typescript(true).omit_default_module_path(true);
    bindgen.remove_name_section(true).remove_producers_section(true);
    bindgen
}

/// The same of a module in the package, which looks for it beside itself.
fn packed(wasm: &Path) -> Bindgen {
    let mut bindgen = bindgen(wasm);
    bindgen.omit_default_module_path(false);
    bindgen
}

/// The classic glue can load the module from an address. Ours never does: the bytes come with the script, and the page
/// promises that nothing is sent. So those parts go, and the build stops if the glue is no longer shaped as known.
fn without_fetch(glue: &str) -> Result<String> {
    let glue = replace_span(glue, "let script_src;", ".toString();\n}", "")?;
    let init = "async function awake(bytes) {\n\
        const { instance, module } = await WebAssembly.instantiate(bytes, __wbg_get_imports());\n\
        __wbg_finalize_init(instance, module);\n\
        }\n\
        return Object.assign(awake, exports);";
    replace_span(&glue, "async function __wbg_load(", "return Object.assign(__wbg_init, { initSync }, exports);", init)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_that_names_this_machine_is_refused() -> Result {
        let panic = format!("{}/registry/src/x.rs", cargo_home()?.display());
        assert!(traceless(panic.as_bytes()).is_err());
        traceless(b"/src/exact.rs /deps/x.rs /rustc/0/library")
    }

    #[test]
    fn glue_of_another_shape_stops_the_build() {
        assert!(without_fetch("let cermin = fetch(x);").is_err());
    }
}

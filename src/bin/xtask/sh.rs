//! Running other programs, and where things are.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Result;

/// The folder of `Cargo.toml`.
pub(crate) fn root() -> PathBuf {
    std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from)
}

/// Where the deliverables go.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// The target folder that this very program was built into: nested builds share it.
pub(crate) fn target_dir() -> Result<PathBuf> {
    let program = std::env::current_exe()?;
    let folder = program.ancestors().nth(2).ok_or("this program lies in no target folder")?;
    Ok(folder.to_owned())
}

/// The cargo that runs us, so that a nested call uses the same toolchain. Files named after a library alone make it compile
/// anew for each set of features, even where nothing changed; the variable gives each set its own, as the compiler's own
/// build has it. A cargo that knew it no more would only be slower.
pub(crate) fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root()).env("__CARGO_DEFAULT_LIB_METADATA", "cermin");
    command
}

/// Runs a program, its output on this terminal.
///
/// # Errors
/// When it cannot be started or ends unhappily.
pub(crate) fn run(command: &mut Command) -> Result {
    let status = command.status().map_err(|error| format!("{}: {error}", shown(command)))?;
    if status.success() { Ok(()) } else { Err(format!("{} ended with {status}", shown(command)).into()) }
}

/// Runs a program and hands back what it printed.
///
/// # Errors
/// As [`run`]; what it said on standard error becomes the message.
pub(crate) fn read(command: &mut Command) -> Result<String> {
    let output = command.output().map_err(|error| format!("{}: {error}", shown(command)))?;
    if !output.status.success() {
        return Err(format!("{}: {}", shown(command), String::from_utf8_lossy(&output.stderr).trim()).into());
    }
    Ok(String::from_utf8(output.stdout)?)
}

/// Builds a program of the tests without running it, and says where it lies.
///
/// # Errors
/// As [`read`]; also where cargo names no such program.
pub(crate) fn built(cargo: &mut Command, name: &str) -> Result<PathBuf> {
    let told = read(cargo.args(["--no-run", "--message-format=json"]))?;
    let named = format!("\"name\":\"{name}\"");
    let path = told.lines().filter(|line| line.contains(&named)).find_map(executable);
    path.ok_or_else(|| format!("cargo named no program {name}").into())
}

/// The program that a line of cargo's messages names.
pub(crate) fn executable(line: &str) -> Option<PathBuf> {
    Some(line.split_once("\"executable\":\"")?.1.split_once('"')?.0.replace("\\\\", "\\").into())
}

/// The first of these programs that is on the PATH.
pub(crate) fn find(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    names.iter().find_map(|name| std::env::split_paths(&path).map(|folder| folder.join(name)).find(|p| p.is_file()))
}

/// Reads a text file; the error names it.
pub(crate) fn text(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()).into())
}

/// Reads a file; the error names it.
pub(crate) fn bytes(path: &Path) -> Result<Vec<u8>> {
    std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()).into())
}

/// Writes a file and the folders above it; the error names it.
pub(crate) fn write(path: &Path, content: impl AsRef<[u8]>) -> Result {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(path, content).map_err(|error| format!("{}: {error}", path.display()).into())
}

fn shown(command: &Command) -> String {
    let arguments = command.get_args().map(|argument| argument.to_string_lossy().into_owned());
    std::iter::once(command.get_program().to_string_lossy().into_owned()).chain(arguments).collect::<Vec<_>>().join(" ")
}

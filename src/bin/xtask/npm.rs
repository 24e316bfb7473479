//! What checking needs besides Rust: Node, a few npm packages, browsers. Installed where we can, named where we cannot.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Once;

use crate::{Result, sh, sums};

const NODE: &str = "Node 20 or newer";

/// A command line for Node in `tests/browser`, with packages and browsers in place.
///
/// # Errors
/// Says what is missing and how to get it.
pub(crate) fn node() -> Result<Command> {
    let mut command = bare_node()?;
    packages(&sh::root().join("tests/browser"))?;
    let chromium = browser("CHROMIUM", &["chromium", "chromium-browser", "google-chrome"], "chromium")?;
    let firefox = browser("FIREFOX", &["firefox-esr", "firefox"], "firefox-esr")?;
    fonts();
    command.env("CHROMIUM", chromium).env("FIREFOX", firefox);
    Ok(command)
}

/// The engine of Chromium without its windows, which draws and reckons the same for less processor time, but has another
/// clipboard; `None` where it cannot be had, or where the variable names a browser. The distribution makes both of one source.
pub(crate) fn engine() -> Option<PathBuf> {
    let named = std::env::var_os("CHROMIUM").is_some();
    (!named)
        .then(|| program(&["chromium-headless-shell"], "chromium-headless-shell", "the engine alone").ok())
        .flatten()
}

/// The families that layouts are tried in, and the packages that bring them.
const FONTS: [(&str, &str); 3] =
    [("DejaVu Sans", "fonts-dejavu-core"), ("Roboto", "fonts-roboto-unhinted"), ("Noto Sans", "fonts-noto-core")];

/// Installs the fonts that are missing, where we may. Where we may not, layouts are tried in those that are here, and what
/// is missing is said.
fn fonts() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let missing = missing_fonts();
        if missing.is_empty() {
            return;
        }
        if may_install() {
            println!("Installing {} …", missing.join(", "));
            let install = ["install", "--yes", "--no-install-recommends"];
            let _ = apt(&["update"]).and_then(|()| apt(&[&install[..], &missing].concat()));
        }
        let missing = missing_fonts();
        if !missing.is_empty() {
            let packages = missing.join(" ");
            println!("Some fonts are missing, so layouts are not tried in them. On Debian or Ubuntu: apt-get install {packages}");
        }
    });
}

/// The packages of those fonts that this machine has not got. Without fontconfig nobody can say, and the journeys look
/// for themselves.
fn missing_fonts() -> Vec<&'static str> {
    let Ok(list) = sh::read(Command::new("fc-list").args([":", "family"])) else { return Vec::new() };
    let here = |family: &str| list.lines().any(|line| line.split(',').any(|one| one == family));
    FONTS.iter().filter(|(family, _)| !here(family)).map(|(_, package)| *package).collect()
}

/// Node alone, for what needs neither packages nor browsers.
pub(crate) fn bare_node() -> Result<Command> {
    let node = program(&["node"], "nodejs", NODE)?;
    let version = sh::read(Command::new(&node).arg("--version"))?;
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_none_or(|major| major < 20) {
        return Err(format!("{NODE} is needed; here is {}", version.trim()).into());
    }
    let mut command = Command::new(node);
    command.current_dir(sh::root().join("tests/browser"));
    Ok(command)
}

/// Installs the locked packages, unless these very ones are there.
pub(crate) fn packages(folder: &Path) -> Result {
    let stamp = folder.join("node_modules/.lock-sum");
    let sum = sums::sha256(sh::text(&folder.join("package-lock.json"))?);
    if std::fs::read_to_string(&stamp).is_ok_and(|seen| seen == sum) {
        return Ok(());
    }
    let npm = program(&["npm"], "npm", "npm")?;
    println!("Installing the npm packages of {} …", folder.display());
    let quiet = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
    sh::run(Command::new(npm).args(quiet).current_dir(folder))?;
    sh::write(&stamp, sum)
}

/// A browser: as the variable says, or found, or installed.
fn browser(variable: &str, names: &[&str], package: &str) -> Result<PathBuf> {
    match std::env::var_os(variable) {
        Some(path) => Ok(PathBuf::from(path)),
        None => program(names, package, package).map_err(|error| {
            format!("{error}\nOr set {variable} to the path of a browser that is already here.").into()
        }),
    }
}

/// A program on the PATH, installed from the distribution if this is a Debian and we may.
pub(crate) fn program(names: &[&str], package: &str, called: &str) -> Result<PathBuf> {
    if let Some(path) = sh::find(names) {
        return Ok(path);
    }
    let missing = || format!("{called} is missing. On Debian or Ubuntu: apt-get install {package}");
    if !may_install() {
        return Err(missing().into());
    }
    println!("Installing {package} …");
    apt(&["update"])?;
    let packages = package.split(' ');
    apt(&["install", "--yes", "--no-install-recommends"].into_iter().chain(packages).collect::<Vec<_>>())?;
    sh::find(names).ok_or_else(|| missing().into())
}

fn may_install() -> bool {
    let root = sh::read(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    root && sh::find(&["apt-get"]).is_some()
}

fn apt(arguments: &[&str]) -> Result {
    let mut command = Command::new("apt-get");
    command.arg("--quiet=2").args(arguments).env("DEBIAN_FRONTEND", "noninteractive").stdout(Stdio::null());
    sh::run(&mut command)
}

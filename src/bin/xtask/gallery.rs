//! `cargo xtask screens`: how tall every screen is on a phone. `cargo xtask gallery`: every screen × {phone, desktop, projector, print} × {light, dark, high contrast}, on one page.

use crate::{Result, build, npm, sh};

pub(crate) fn run(arguments: &[String]) -> Result {
    npm::program(&["pdftoppm"], "poppler-utils", "pdftoppm")?;
    walk("gallery", arguments)
}

pub(crate) fn heights(arguments: &[String]) -> Result {
    walk("screens", arguments)
}

/// Builds, and lets a script go through the screens.
fn walk(task: &str, arguments: &[String]) -> Result {
    let (options, routes): (Vec<&String>, Vec<&String>) =
        arguments.iter().partition(|argument| argument.starts_with("--"));
    match options[..] {
        [] => build::build().map(drop)?,
        [option] if option == "--no-build" => {}
        _ => return Err(format!("{task} [--no-build] [ROUTE …]; a route is a hash route such as hasil").into()),
    }
    sh::run(npm::node()?.arg(format!("{task}.mjs")).args(routes))
}

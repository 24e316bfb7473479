//! `cargo xtask gallery`: every screen × {phone, desktop, projector, print} × {light, dark, high contrast}, on one page.

use crate::{Result, build, npm, sh};

pub(crate) fn run(arguments: &[String]) -> Result {
    let (options, routes): (Vec<&String>, Vec<&String>) =
        arguments.iter().partition(|argument| argument.starts_with("--"));
    match options[..] {
        [] => build::build().map(drop)?,
        [option] if option == "--no-build" => {}
        _ => return Err("gallery [--no-build] [ROUTE …]; a route is a hash route such as hasil".into()),
    }
    npm::program(&["pdftoppm"], "poppler-utils", "pdftoppm")?;
    sh::run(npm::node()?.arg("gallery.mjs").args(routes))
}

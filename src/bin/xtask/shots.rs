//! `cargo xtask shots`: photographs of screens, so that whoever changes the page also looks at it.

use crate::{Result, build, npm, sh};

const USAGE: &str = "\
cargo xtask shots [OPTION …] [ROUTE …]

  ROUTE           a hash route such as '#/hasil' or hasil; none = the start page
  --state FILE    put this saved state into the store first
  --key KEY       the store's key for it (default: cermin-koperasi)
  --lang id|en    the page's language
  --full          whole pages instead of what fits the screen
  --no-build      photograph what dist/ holds now

Each route is taken at phone (360×740), desktop (1280×800) and projector (1024×768) size and as printed, page by page,
into dist/screens/.
";

pub(crate) fn run(arguments: &[String]) -> Result {
    if arguments.iter().any(|argument| argument == "--help") {
        print!("{USAGE}");
        return Ok(());
    }
    if !arguments.iter().any(|argument| argument == "--no-build") {
        build::build()?;
    }
    npm::program(&["pdftoppm"], "poppler-utils", "pdftoppm")?;
    let here = std::env::current_dir()?;
    sh::run(npm::node()?.arg("shots.mjs").args(arguments).env("FROM", here))
}

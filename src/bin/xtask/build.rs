//! `cargo xtask build`: the deliverables around one module.
//!
//! | in `dist/` | what |
//! |---|---|
//! | `pkg/` | an ES module with types, for the web and for Node |
//! | `site/` | the hosted page: works from any folder of any static host, and offline after one visit |
//! | `cermin-koperasi.html` | everything in one file: a USB stick is enough |
//! | `embed/` | the page for other people's sites, see `embed.rs` |
//! | `SHA256SUMS` | to check that what you have is what was built |

use std::path::Path;

use crate::language::{self, Language};
use crate::module::{self, Module};
use crate::{Result, embed, page, script, sh, style, sums, worker};

/// The single file's name in `dist/`.
pub(crate) const SINGLE: &str = "cermin-koperasi.html";
/// Files that go to the site as they are.
const PLAIN: [&str; 4] = ["manifest.webmanifest", "icon.svg", "icon-192.png", "icon-512.png"];

/// What was built, for those who want to say so.
pub(crate) struct Built {
    /// The first 12 hexadecimal digits of the module's SHA-256; the page shows it.
    pub(crate) build: String,
    /// How many characters of the script are the module.
    pub(crate) payload: usize,
}

/// Makes `dist/`.
pub(crate) fn build() -> Result<Built> {
    let dist = sh::dist();
    for old in ["pkg", "site", "embed"] {
        clear(&dist.join(old))?;
    }
    let module = module::make(&dist.join("pkg"))?;
    let built = deliver(&dist, &module)?;
    sums::write(&dist, &["pkg", "site", "embed", SINGLE])?;
    println!("dist/ is ready: build {}", built.build);
    Ok(built)
}

fn deliver(dist: &Path, module: &Module) -> Result<Built> {
    let build = sums::short(&module.bytes);
    let languages = language::all()?;
    let script = script::make(module, &languages)?;
    let style = style::first()? + &style::rest()?;
    site(&dist.join("site"), &build, &style, &script.hosted, &languages)?;
    embed::make(&dist.join("embed"), &build, &style, &script.hosted, &languages)?;
    sh::write(&dist.join(SINGLE), page::single(&build, &style, &script.single)?)?;
    Ok(Built { build, payload: script.payload.len() })
}

fn site(folder: &Path, build: &str, style: &str, script: &str, languages: &[Language]) -> Result {
    let style_name = format!("style.{}.css", sums::short(style));
    let script_name = format!("app.{}.js", sums::short(script));
    let html = page::hosted(build, &style_name, &script_name)?;
    sh::write(&folder.join(&style_name), style)?;
    sh::write(&folder.join(&script_name), script)?;
    for language in languages {
        sh::write(&folder.join(language.name()), language.script())?;
    }
    let mut content = html.clone().into_bytes();
    for name in PLAIN {
        let bytes = std::fs::read(sh::root().join("www").join(name)).map_err(|error| format!("www/{name}: {error}"))?;
        content.extend_from_slice(&bytes);
        sh::write(&folder.join(name), bytes)?;
    }
    let kept: Vec<String> = [style_name, script_name].into_iter().chain(PLAIN.map(str::to_owned)).collect();
    let later: Vec<String> = languages.iter().map(Language::name).collect();
    sh::write(&folder.join("sw.js"), worker::make(&sums::short(&content), &kept, &later)?)?;
    sh::write(&folder.join("index.html"), html)
}

fn clear(folder: &Path) -> Result {
    if folder.exists() {
        std::fs::remove_dir_all(folder)?;
    }
    Ok(())
}

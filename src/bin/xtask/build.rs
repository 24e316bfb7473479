//! `cargo xtask build`: the deliverables around one module.
//!
//! | in `dist/` | what |
//! |---|---|
//! | `pkg/` | an ES module with types, for the web and for Node |
//! | `site/` | the hosted page: works from any folder of any static host, and offline after one visit; `embed/` and the single file inside |
//! | `cermin-koperasi.html` | everything in one file: a USB stick is enough |
//! | `embed/` | the page for other people's sites, see `embed.rs` |
//! | `SHA256SUMS` | to check that what you have is what was built |

use std::path::Path;

use crate::imports::Calls;
use crate::module::{self, Modules};
use crate::parts::Parts;
use crate::rooms::Rooms;
use crate::script::File;
use crate::{Result, embed, page, screens, sh, sums, worker};

/// The single file's name in `dist/`.
pub(crate) const SINGLE: &str = "cermin-koperasi.html";
/// Files that go to the site as they are.
const PLAIN: [&str; 4] = ["manifest.webmanifest", "icon.svg", "icon-192.png", "icon-512.png"];
/// The same beside the hosted page, for whoever is on the way to a room without internet: a visit does not load it.
pub(crate) const OFFERED: &str = concat!("cermin-koperasi-", env!("CARGO_PKG_VERSION"), ".html");
/// What a messenger shows of a link to the page; the page itself never asks for it, so it is not kept for offline.
pub(crate) const SHARE: &str = "share.png";

/// Where the hosted page keeps a copy of the kit for other people's sites; the start page links to it.
pub(crate) const KIT: &str = "embed";

/// What was built, for those who want to say so.
pub(crate) struct Built {
    /// The first 12 hexadecimal digits of the module's SHA-256; the page shows it.
    pub(crate) build: String,
    /// How many characters of the hosted page's script are its module.
    pub(crate) payload: usize,
    /// What the modules may call.
    pub(crate) calls: Calls,
    /// What each room weighs in the whole module, in the lock and in the reader of workbooks.
    pub(crate) rooms: Vec<(&'static str, Rooms)>,
}

/// Makes `dist/`.
pub(crate) fn build() -> Result<Built> {
    let dist = sh::dist();
    for old in ["pkg", "site", "embed"] {
        clear(&dist.join(old))?;
    }
    let modules = module::make(&dist.join("pkg"))?;
    let built = deliver(&dist, modules)?;
    sums::write(&dist, &["pkg", "site", "embed", SINGLE])?;
    sh::write(&dist.join("screens/list.txt"), screens::shown().join("\n") + "\n")?;
    println!("dist/ is ready: build {}", built.build);
    Ok(built)
}

fn deliver(dist: &Path, modules: Modules) -> Result<Built> {
    let parts = Parts::make(&modules)?;
    let single = page::single(&parts.build, &parts.style, &parts.scripts.single)?;
    site(&dist.join("site"), &parts, &single)?;
    embed::make(&dist.join("embed"), &parts)?;
    embed::make(&dist.join("site").join(KIT), &parts)?;
    sh::write(&dist.join(SINGLE), single)?;
    Ok(Built { build: parts.build, payload: parts.scripts.payload, calls: modules.calls, rooms: modules.rooms })
}

fn site(folder: &Path, parts: &Parts, single: &str) -> Result {
    let (first, later) = (parts.first(), parts.later());
    let starter = &parts.scripts.starter;
    let offered = [OFFERED, " ", &sums::sha256(single)].concat();
    let html = page::hosted(&parts.build, &first[0].0, &starter.0, &first[1].0, &offered)?;
    sh::write(&folder.join(OFFERED), single)?;
    let first: Vec<File> = first.into_iter().chain([starter.clone()]).collect();
    for (name, content) in first.iter().chain(&later) {
        sh::write(&folder.join(name), content)?;
    }
    let mut content = html.clone().into_bytes();
    let read = |name| std::fs::read(sh::root().join("www").join(name)).map_err(|error| format!("www/{name}: {error}"));
    sh::write(&folder.join(SHARE), read(SHARE)?)?;
    for name in PLAIN {
        let bytes = read(name)?;
        content.extend_from_slice(&bytes);
        sh::write(&folder.join(name), bytes)?;
    }
    let kept: Vec<String> = first.into_iter().map(|(name, _)| name).chain(PLAIN.map(str::to_owned)).collect();
    let later: Vec<(String, usize)> = later.into_iter().map(|(name, content)| (name, content.len())).collect();
    sh::write(&folder.join("sw.js"), worker::make(&sums::short(&content), &kept, &later)?)?;
    sh::write(&folder.join("index.html"), html)
}

fn clear(folder: &Path) -> Result {
    if folder.exists() {
        std::fs::remove_dir_all(folder)?;
    }
    Ok(())
}

//! The embed kit, `dist/embed/`: what a webmaster uploads or links to.
//!
//! | in `dist/embed/` | what |
//! |---|---|
//! | `index.html` | a demonstration: the plain frame and the wrapper |
//! | `pasang.html` | writes the code to paste |
//! | `v/VERSION-HASH/` | one release, never changed: the frame, the wrapper, the schema of their messages |
//! | `wordpress/cermin-koperasi/` | a plugin with the same release inside: shortcode and block |
//!
//! The folder's name carries the hash of what is in it, so an embed that names it gets these very files or none, and
//! the wrapper's own hash stands in the snippet (AC-10).

use std::path::Path;

use base64::Engine;
use sha2::{Digest, Sha384};

use crate::parts::Parts;
use crate::screens::{self, Screen};
use crate::{Result, banned, fill, language, minify, page, sh, sums};

/// The kit's own pages may frame the tool and show nothing from elsewhere.
pub(crate) const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; frame-src 'self'; \
    connect-src 'none'; base-uri 'none'; form-action 'none'";
/// The tokens of `www/theme.js`; a test compares.
const TOKENS: [&str; 12] = [
    "paper",
    "wash",
    "ink",
    "soft",
    "line",
    "brand",
    "brand-ink",
    "brand-wash",
    "link",
    "focus",
    "focus-ink",
    "radius",
];
/// Files of a release that are as they are.
const ICONS: [&str; 2] = ["icon.svg", "icon-192.png"];

/// One release: its files by name, and what a snippet must say of it.
struct Release {
    files: Vec<(String, Vec<u8>)>,
    folder: String,
    integrity: String,
}

/// Writes the kit around the page's own files.
///
/// # Errors
/// When one of the kit's scripts names something that could send, or a template has a slot that nothing fills.
pub(crate) fn make(kit: &Path, parts: &Parts) -> Result {
    let screens = screens::all();
    let release = release(parts)?;
    for (name, bytes) in &release.files {
        sh::write(&kit.join(&release.folder).join(name), bytes)?;
        sh::write(&kit.join("wordpress/cermin-koperasi").join(&release.folder).join(name), bytes)?;
    }
    sh::write(&kit.join(&release.folder).join(".htaccess"), source("htaccess-version")?)?;
    sh::write(&kit.join(".htaccess"), source("htaccess")?)?;
    sh::write(&kit.join("kit.css"), source("kit.css")?)?;
    let code = source("pasang.js")?;
    banned::check("the snippet generator", &code)?;
    sh::write(&kit.join("pasang.js"), minify::script(&code, &[])?)?;
    for name in ["index.html", "pasang.html"] {
        sh::write(&kit.join(name), filled(name, &release, &options(&screens))?)?;
    }
    let list = screens.iter().map(|screen| format!("'{}'", screen.word)).collect::<Vec<_>>().join(", ");
    for name in ["cermin-koperasi.php", "readme.txt"] {
        let text = filled(&format!("wordpress/{name}"), &release, &list)?;
        sh::write(&kit.join("wordpress/cermin-koperasi").join(name), text)?;
    }
    let block = fill::slots(&source("wordpress/blok.js")?, &[("options", &labelled(&screens))])?;
    banned::check("the block for WordPress", &block)?;
    sh::write(&kit.join("wordpress/cermin-koperasi/blok.js"), minify::script(&block, &[])?)
}

fn release(parts: &Parts) -> Result<Release> {
    let first = parts.first();
    let wrapper = wrapper(&screens::all())?;
    let integrity = format!("sha384-{}", base64::engine::general_purpose::STANDARD.encode(Sha384::digest(&wrapper)));
    let schema = fill::lists(&source("messages.schema.json")?, &[("kinds", &screens::kinds()), ("tokens", &tokens())])?;
    let mut files = vec![
        ("frame.html".to_owned(), page::framed(&parts.build, &first[0].0, &first[1].0)?.into_bytes()),
        ("cermin-koperasi.js".to_owned(), wrapper.into_bytes()),
        ("messages.schema.json".to_owned(), schema.into_bytes()),
    ];
    files.extend(first.into_iter().chain(parts.later()).map(|(name, text)| (name, text.into_bytes())));
    for name in ICONS {
        files.push((name.to_owned(), std::fs::read(sh::root().join("www").join(name))?));
    }
    let content: Vec<u8> = files.iter().flat_map(|(name, bytes)| [name.as_bytes(), bytes].concat()).collect();
    Ok(Release { folder: format!("v/{}-{}", env!("CARGO_PKG_VERSION"), sums::short(content)), files, integrity })
}

fn wrapper(screens: &[Screen]) -> Result<String> {
    let words: Vec<String> = screens.iter().map(|screen| screen.word.clone()).collect();
    let text = fill::lists(&source("cermin-koperasi.js")?, &[("screens", &words), ("tokens", &tokens())])?;
    banned::check("the wrapper", &text)?;
    minify::script(&text, &[])
}

fn filled(name: &str, release: &Release, screens: &str) -> Result<String> {
    let values = [
        ("policy", POLICY),
        ("folder", &release.folder),
        ("integrity", &release.integrity),
        ("version", env!("CARGO_PKG_VERSION")),
        ("screens", screens),
    ];
    fill::slots(&source(name)?, &values).map_err(|error| format!("www/embed/{name}: {error}").into())
}

fn options(screens: &[Screen]) -> String {
    let option = |screen: &Screen| format!("<option value=\"{}\">{}</option>", screen.word, screen.title);
    screens.iter().map(option).collect()
}

/// The same for a script.
fn labelled(screens: &[Screen]) -> String {
    let one = |screen: &Screen| {
        format!("{{ value: {}, label: {} }}", language::quoted(&screen.word), language::quoted(&screen.title))
    };
    format!("[{}]", screens.iter().map(one).collect::<Vec<_>>().join(", "))
}

fn tokens() -> Vec<String> {
    TOKENS.map(str::to_owned).to_vec()
}

fn source(name: &str) -> Result<String> {
    sh::text(&sh::root().join("www/embed").join(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kits_policy_is_the_snapshot() {
        let snapshot = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; frame-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'";
        assert_eq!(POLICY, snapshot);
    }

    #[test]
    fn the_tokens_are_those_of_the_page_and_of_its_style() -> Result {
        let script = sh::text(&sh::root().join("www/theme.js"))?;
        let style = sh::text(&sh::root().join("www/style.css"))?;
        for token in TOKENS {
            assert!(script.contains(&format!("\"{token}\"")), "theme.js does not know {token}");
            assert!(style.contains(&format!("--{token}:")), "style.css does not use {token}");
        }
        assert!(TOKENS.len() <= 12, "AC-08");
        Ok(())
    }

    #[test]
    fn the_wrapper_knows_every_screen() -> Result {
        let (screens, text) = (screens::all(), wrapper(&screens::all())?);
        // Each in quotes, or all in one text that is split at full stops, whichever the minifier finds shorter.
        let quoted: Vec<String> = screens.iter().map(|screen| format!("`{}`", screen.word)).collect();
        let split: Vec<&str> = screens.iter().map(|screen| screen.word.as_str()).collect();
        assert!(text.contains(&quoted.join(",")) || text.contains(&split.join(".")), "{text}");
        assert!(!text.contains("{{"));
        Ok(())
    }
}

//! What the page's JavaScript may not even name, because it could send something away (AC-45).
//!
//! Content policy stops most of these at run time; navigation, pop-ups and WebRTC it does not stop, so the source must.
//! The service worker is the one reviewed exception: it has to fetch the page's own files, and nothing else.

use crate::Result;

/// Names that could open a channel. `location.reload()` goes nowhere and is allowed.
const BANNED: [&str; 23] = [
    "fetch(",
    "XMLHttpRequest",
    "WebSocket",
    "WebTransport",
    "EventSource",
    "sendBeacon",
    "RTCPeerConnection",
    "importScripts",
    "import(",
    "window.open",
    ".open(",
    "eval(",
    "new Function",
    "new Worker",
    "SharedWorker",
    "location =",
    "location=",
    "location.href =",
    "location.assign",
    "location.replace",
    "new Image",
    ".submit(",
    "document.write",
];

/// Stops the build when a script names a banned thing.
///
/// # Errors
/// Says which thing and shows the line.
pub(crate) fn check(what: &str, script: &str) -> Result {
    // A database of this device; nothing goes out through it.
    let script = script.replace("indexedDB.open(", "indexedDB(");
    for line in script.lines() {
        if let Some(name) = BANNED.iter().find(|name| line.contains(**name)) {
            let (before, after) = line.split_once(name).unwrap_or_default();
            let before: String = before.chars().skip(before.chars().count().saturating_sub(60)).collect();
            let after: String = after.chars().take(60).collect();
            return Err(format!("{what} names `{name}`, which could send data away:\n  {before}{name}{after}").into());
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn channels_are_refused_by_name() {
        for script in ["fetch('x')", "new WebSocket(u)", "a.b.open(c)", "location.href = u", "navigator.sendBeacon(u)"]
        {
            assert!(check("test", script).is_err(), "{script}");
        }
    }

    #[test]
    fn a_database_is_allowed() {
        assert!(check("test", "const opening = indexedDB.open(name, 1);").is_ok());
        assert!(check("test", "indexedDB.open(name); window.open(address)").is_err());
    }

    #[test]
    fn reading_the_address_and_reloading_are_allowed() {
        assert!(check("test", "const q = location.search; location.reload();").is_ok());
    }

    /// `location.href = …` and `link.href = …` look the same in the list of imports, so the source itself is read.
    #[test]
    fn our_own_edge_reads_the_address_and_changes_only_its_fragment_and_two_settings() -> Result {
        let (mut files, mut seen, mut replaced) = (Vec::new(), 0, Vec::new());
        for place in ["src/browser.rs", "src/browser"] {
            crate::sums::collect(&crate::sh::root().join(place), &mut files)?;
        }
        for file in files {
            let text = crate::sh::text(&file)?;
            let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            replaced.extend(text.split("replace_state_with_url(").skip(1).map(|_| name.clone()));
            for after in text.split("location()").skip(1) {
                seen += 1;
                let allowed =
                    [".hash()", ".search()", ".set_hash(", ".protocol()", ".host()", ".pathname()", ".reload()"];
                assert!(allowed.iter().any(|call| after.starts_with(call)), "{}: {after:.60}", file.display());
            }
        }
        assert!(seen > 0, "the address is read nowhere");
        // `address` writes `lang` and `mode=shared` there, `replace` another screen of this page.
        replaced.sort();
        assert_eq!(replaced, ["browser.rs", "room.rs"], "who else writes into the address?");
        Ok(())
    }
}

//! Hashes: names that change with their content, and the list that anyone can check with `sha256sum -c`.

use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::{Result, sh};

/// SHA-256 in hexadecimal.
pub(crate) fn sha256(bytes: impl AsRef<[u8]>) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

/// The first 12 hexadecimal digits: short enough to read out, long enough to tell builds apart.
pub(crate) fn short(bytes: impl AsRef<[u8]>) -> String {
    sha256(bytes)[..12].to_owned()
}

/// Writes `SHA256SUMS` over everything that is delivered.
pub(crate) fn write(dist: &Path, parts: &[&str]) -> Result {
    let mut files = Vec::new();
    for part in parts {
        collect(&dist.join(part), &mut files)?;
    }
    files.sort();
    let lines: Result<Vec<String>> = files.iter().map(|file| line(dist, file)).collect();
    sh::write(&dist.join("SHA256SUMS"), lines?.concat())
}

/// One line, as `sha256sum` writes it.
fn line(dist: &Path, file: &Path) -> Result<String> {
    let name = file.strip_prefix(dist)?.to_string_lossy().replace('\\', "/");
    Ok(format!("{}  {name}\n", sha256(std::fs::read(file)?)))
}

/// All files in a folder, or the file itself.
pub(crate) fn collect(path: &Path, files: &mut Vec<PathBuf>) -> Result {
    if path.is_file() {
        files.push(path.to_owned());
        return Ok(());
    }
    for entry in std::fs::read_dir(path)? {
        collect(&entry?.path(), files)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_known_one() {
        assert_eq!(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assert_eq!(short(""), "e3b0c44298fc");
    }
}

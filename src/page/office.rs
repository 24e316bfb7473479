//! The local office that put the page on its site: who helps, told in the footer.

/// The longest texts that are shown, in characters; longer ones are cut.
const LONGEST: [usize; 3] = [80, 120, 200];

/// An office's name, how to reach it, and where its coaching is described.
///
/// The texts come from the page's address, which anyone can write. So they are short, plain, shown as text and never as a
/// link that could be pressed by mistake.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Office {
    /// Its name, at most 80 characters.
    pub name: Option<String>,
    /// A telephone number or an e-mail address, at most 120 characters.
    pub contact: Option<String>,
    /// An address that begins with `https://`, at most 200 characters.
    pub link: Option<String>,
}

impl Office {
    /// What of these texts can be shown; `None` if nothing.
    ///
    /// ```
    /// use cermin_koperasi::page::Office;
    /// let office = Office::new(Some(" Dinas  Koperasi "), None, Some("javascript:alert(1)")).unwrap();
    /// assert_eq!((office.name.as_deref(), office.link), (Some("Dinas Koperasi"), None));
    /// assert_eq!(Office::new(Some(" "), None, None), None);
    /// ```
    #[must_use]
    pub fn new(name: Option<&str>, contact: Option<&str>, link: Option<&str>) -> Option<Self> {
        let [name_length, contact_length, link_length] = LONGEST;
        let link = plain(link, usize::MAX).filter(|link| link.chars().count() <= link_length && is_address(link));
        let office = Self { name: plain(name, name_length), contact: plain(contact, contact_length), link };
        (office != Self::default()).then_some(office)
    }
}

/// One line of visible text. Characters that turn the direction of writing could make a text look like another.
fn plain(text: Option<&str>, longest: usize) -> Option<String> {
    let hidden = |sign: char| matches!(sign, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    let seen: String = text?.chars().filter(|sign| !hidden(*sign)).collect();
    let words: Vec<&str> = seen.split(|sign: char| sign.is_whitespace() || sign.is_control()).collect();
    let line = words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    let cut: String = line.chars().take(longest).collect();
    (!cut.is_empty()).then_some(cut)
}

/// `https://`, a host, perhaps a path, all in plain signs; nothing before an `@` that could pose as the host.
fn is_address(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("https://") else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let in_host = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '.' | '-' | ':');
    host.contains('.') && host.chars().all(in_host) && rest.chars().all(|sign| sign.is_ascii_graphic())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(text: &str) -> Option<String> {
        Office::new(None, None, Some(text)).and_then(|office| office.link)
    }

    #[test]
    fn only_a_whole_address_is_a_link() {
        for good in ["https://dinas.example.go.id", "https://dinas.example/pembinaan?a=1#b", "https://a.b:8443/"] {
            assert_eq!(link(good).as_deref(), Some(good));
        }
        let long = format!("https://a.b/{}", "x".repeat(200));
        let bad = [
            "http://a.b",
            "https://",
            "https://a",
            "https://baik.id@jahat.id",
            "javascript:1",
            "https://a.b/ c",
            "//a.b",
            &long,
        ];
        for bad in bad {
            assert_eq!(link(bad), None, "{bad}");
        }
    }

    #[test]
    fn texts_are_one_short_visible_line() {
        let long = "x".repeat(500);
        let office = Office::new(Some("a\n\tb\u{202e}c\u{0}"), Some(&long), None).unwrap_or_default();
        assert_eq!(office.name.as_deref(), Some("a bc"));
        assert_eq!(office.contact.map(|text| text.chars().count()), Some(120));
    }
}

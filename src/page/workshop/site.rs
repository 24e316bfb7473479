//! Where the page comes from.

/// Where the page comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    /// A site of ours, with the single file beside its page.
    Site(Site),
    /// The single file, on this device.
    File,
    /// A frame in somebody else's page, or not known.
    #[default]
    Elsewhere,
}

/// A site of ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// The page's address, without what follows `#` or `?`.
    pub address: String,
    /// The name of the single file beside it.
    pub single: String,
    /// That file's SHA-256, in hexadecimal digits.
    pub sha256: String,
}

impl Origin {
    /// Where a page of this address comes from; `offered` is what its head says of the single file: name and SHA-256, a blank
    /// between them.
    ///
    /// ```
    /// use cermin_koperasi::page::workshop::Origin;
    /// let origin = Origin::of("https://dinas.example/cermin/?lang=en#/bagikan", Some("a.html 00ff"));
    /// assert!(matches!(origin, Origin::Site(site) if site.address == "https://dinas.example/cermin/"));
    /// assert_eq!(Origin::of("file:///home/a.html", None), Origin::File);
    /// ```
    #[must_use]
    pub fn of(address: &str, offered: Option<&str>) -> Self {
        let page = address.split(['?', '#']).next().unwrap_or_default();
        match offered.and_then(|offered| offered.split_once(' ')) {
            Some((name, sum)) if page.starts_with("http") => {
                Self::Site(Site { address: page.to_owned(), single: name.to_owned(), sha256: sum.to_owned() })
            }
            _ if ["file:", "content:"].iter().any(|scheme| page.starts_with(scheme)) => Self::File,
            _ => Self::Elsewhere,
        }
    }
}

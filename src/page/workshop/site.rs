//! Where the page comes from.

/// Where the page comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    /// A host, under an address that others may open.
    Site(Site),
    /// The single file, on this device.
    File,
    /// A frame in somebody else's page, or not known.
    #[default]
    Elsewhere,
}

/// A host of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// The page's address, without what follows `#` or `?`.
    pub address: String,
    /// The single file beside it; none where it is the page itself.
    pub single: Option<Single>,
}

/// The single file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Single {
    /// Its name.
    pub name: String,
    /// Its SHA-256, in hexadecimal digits.
    pub sha256: String,
}

impl Origin {
    /// Where a page of this address comes from; `offered` is what its head says of the single file: name and SHA-256, a blank
    /// between them.
    ///
    /// ```
    /// use cermin_koperasi::page::workshop::Origin;
    /// let origin = Origin::of("https://dinas.example/cermin/?lang=en#/bagikan", Some("a.html 00ff"));
    /// assert!(matches!(origin, Origin::Site(site) if site.address == "https://dinas.example/cermin/" && site.single.is_some()));
    /// assert_eq!(Origin::of("file:///home/a.html", None), Origin::File);
    /// ```
    #[must_use]
    pub fn of(address: &str, offered: Option<&str>) -> Self {
        let page = address.split(['?', '#']).next().unwrap_or_default();
        let file = |(name, sum): (&str, &str)| Single { name: name.to_owned(), sha256: sum.to_owned() };
        match page.split(':').next() {
            Some("http" | "https") => {
                let single = offered.and_then(|offered| offered.split_once(' ')).map(file);
                Self::Site(Site { address: page.to_owned(), single })
            }
            Some("file" | "content") => Self::File,
            _ => Self::Elsewhere,
        }
    }
}

impl Site {
    /// Whether browsers keep camera and offline store from it: plain http, but for the device's own names.
    ///
    /// ```
    /// use cermin_koperasi::page::workshop::Origin;
    /// let plain = |address| matches!(Origin::of(address, None), Origin::Site(site) if site.is_plain());
    /// assert!(plain("http://192.168.137.1:8000/"));
    /// assert!(!plain("https://dinas.example/") && !plain("http://localhost:8000/") && !plain("http://127.0.0.1/"));
    /// ```
    #[must_use]
    pub fn is_plain(&self) -> bool {
        let host = self.address.strip_prefix("http://");
        host.is_some_and(|host| !["localhost", "127.0.0.1"].iter().any(|own| host.starts_with(own)))
    }
}

//! What every deliverable is made of.

use crate::language::{self, Language};
use crate::module::Modules;
use crate::script::{self, File, Scripts};
use crate::{Result, style, sums};

/// What every deliverable is made of.
pub(crate) struct Parts {
    /// Tells this build from others, see [`Built::build`](crate::build::Built::build).
    pub(crate) build: String,
    /// The style of the first part.
    pub(crate) style: String,
    /// The scripts.
    pub(crate) scripts: Scripts,
    /// The languages that are not in the modules.
    pub(crate) languages: Vec<Language>,
    /// More about each item, which is not in the first part.
    pub(crate) help: Language,
}

impl Parts {
    pub(crate) fn make(modules: &Modules) -> Result<Self> {
        let build = sums::short(
            [&modules.first.bytes[..], &modules.whole.bytes, &modules.sealer.bytes, &modules.opener.bytes].concat(),
        );
        let languages = language::all()?;
        let style = style::first()?;
        let help = language::help()?;
        let scripts = script::make(modules, &languages, &help, &style::rest()?)?;
        Ok(Self { build, style, scripts, languages, help })
    }

    /// What a first visit loads beside the page: style and script.
    pub(crate) fn first(&self) -> [File; 2] {
        let script = &self.scripts.hosted;
        let name = format!("app.{}.js", sums::short(script));
        [(format!("style.{}.css", sums::short(&self.style)), self.style.clone()), (name, script.clone())]
    }

    /// What a screen may load later: the rest of the page, languages, what locks save files, what reads workbooks, and what
    /// reads QR pictures.
    pub(crate) fn later(&self) -> Vec<File> {
        let rest = &self.scripts.rest;
        let languages = self.languages.iter().chain([&self.help]).map(|language| (language.name(), language.script()));
        let rest = [(rest.name.clone(), rest.script.clone())];
        let Scripts { sealer, opener, scanner, .. } = &self.scripts;
        rest.into_iter().chain(languages).chain([sealer, opener, scanner].map(Clone::clone)).collect()
    }
}

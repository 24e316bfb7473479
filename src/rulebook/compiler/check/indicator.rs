//! What an indicator must satisfy: one measure, one scale, points that fit, and a reason for every departure.

use super::super::expression::{Exact, Names};
use super::super::schema::{Band, Bands, Indicator, Text, Unit, Variant};
use super::{Judge, names, number};

impl Judge<'_> {
    pub(super) fn indicator(&mut self, variant: &Variant, indicator: &Indicator) {
        self.cited(&indicator.source);
        self.known(&indicator.differences);
        self.filled(&indicator.name);
        self.measure(variant, indicator);
        self.scale(variant, indicator);
        self.points(variant, indicator);
    }

    fn measure(&mut self, variant: &Variant, indicator: &Indicator) {
        match (&indicator.ratio, indicator.items.is_empty()) {
            (Some(ratio), true) => self.ratio(indicator, ratio, &names(variant)),
            (None, false) => self.checklist(indicator),
            _ => self.refuse(indicator.id.span(), "an indicator has either items or a ratio"),
        }
    }

    fn checklist(&mut self, indicator: &Indicator) {
        indicator.items.iter().for_each(|item| self.known(&item.differences));
        if indicator.worksheet.is_some() || indicator.case.is_some() || indicator.unit != Unit::default() {
            self.refuse(indicator.id.span(), "a worksheet formula, a unit or an override belongs to a ratio");
        }
    }

    fn ratio(&mut self, indicator: &Indicator, ratio: &Text, names: &Names<'_>) {
        self.formula(ratio, names);
        if let Some(worksheet) = &indicator.worksheet {
            self.formula(worksheet, names);
            if indicator.differences.is_empty() {
                self.refuse(worksheet.span(), "the worksheet departs here, but no difference says why");
            }
        }
        if let Some(case) = &indicator.case {
            self.one_of("case", &case.when, &["zero", "negative"]);
            self.one_of("reading", &case.reading, &["definition", "worksheet"]);
            self.formula(&case.of, names);
            self.difference(Some(&case.difference));
            if number(&case.points).is_none() {
                self.refuse(case.when.span(), "points must be a whole number or a decimal written as text");
            }
        }
    }

    fn scale(&mut self, variant: &Variant, indicator: &Indicator) {
        match (&indicator.ladder, indicator.bands.is_empty()) {
            (Some(ladder), true) => {
                let known: Vec<&str> = variant.ladder.iter().map(|one| one.id.get_ref().as_str()).collect();
                self.one_of("ladder", ladder, &known);
            }
            (None, false) => self.tables(indicator),
            (Some(_), false) => self.refuse(indicator.id.span(), "an indicator has either a ladder or bands"),
            (None, true) if indicator.ratio.is_some() => self.refuse(indicator.id.span(), "a ratio needs bands"),
            (None, true) => {}
        }
    }

    fn tables(&mut self, indicator: &Indicator) {
        let editions: Vec<&str> = self.rules.edition.iter().map(|edition| edition.id.get_ref().as_str()).collect();
        for table in &indicator.bands {
            self.cited(&table.source);
            self.bands(&table.bands);
            self.difference(table.difference.as_ref());
            if let Some(edition) = &table.edition {
                self.one_of("edition", edition, &editions);
            }
            if let Some(reading) = &table.reading {
                self.one_of("reading", reading, &["definition", "worksheet"]);
            }
        }
        for reading in ["definition", "worksheet"] {
            let holds = |table: &Bands| {
                place(table, &editions) == Some(0)
                    && table.reading.as_ref().is_none_or(|only| only.get_ref() == reading)
            };
            if !indicator.bands.iter().any(holds) {
                self.refuse(
                    indicator.id.span(),
                    format!("no bands hold in the first edition for the reading {reading}"),
                );
            }
        }
        self.departures(indicator, &editions);
    }

    /// Of several tables one is the plain one; every other says why it departs, and no two hold at once.
    fn departures(&mut self, indicator: &Indicator, editions: &[&str]) {
        let mut plain = 0;
        for (index, table) in indicator.bands.iter().enumerate() {
            let same = |other: &Bands| {
                place(other, editions) == place(table, editions)
                    && other.reading.as_ref().map(Text::get_ref) == table.reading.as_ref().map(Text::get_ref)
            };
            if indicator.bands[..index].iter().any(same) {
                self.refuse(table.bands.span(), "two tables hold for the same edition and reading");
            }
            plain += usize::from(table.difference.is_none());
            if plain > 1 && table.difference.is_none() {
                self.refuse(table.bands.span(), "the bands depart here, but no difference says why");
            }
        }
    }

    fn points(&mut self, variant: &Variant, indicator: &Indicator) {
        let Some(max) = number(&indicator.max).filter(|max| Exact::ZERO.less(*max)) else {
            return self.refuse(indicator.id.span(), "max must be a positive number, decimals written as text");
        };
        let above = |band: &Band| number(&band.points).is_some_and(|points| max.less(points));
        let shared =
            variant.ladder.iter().filter(|ladder| indicator.ladder.as_ref().is_some_and(|id| *id == ladder.id));
        let bands = shared.map(|ladder| &ladder.bands).chain(indicator.bands.iter().map(|table| &table.bands));
        let high = bands.flat_map(toml::Spanned::get_ref).find(|band| above(band.get_ref())).map(toml::Spanned::span);
        let case = indicator.case.as_ref().filter(|case| number(&case.points).is_some_and(|points| max.less(points)));
        if let Some(span) = high.or_else(|| case.map(|case| case.when.span())) {
            self.refuse(span, format!("more points than the most that \"{}\" can give", indicator.id.get_ref()));
        }
    }
}

/// The place in time of the edition from which a table holds; the first where it names none.
fn place(table: &Bands, editions: &[&str]) -> Option<usize> {
    let named = table.edition.as_ref().map(|edition| edition.get_ref().as_str());
    named.map_or(Some(0), |id| editions.iter().position(|known| *known == id))
}

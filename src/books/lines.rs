//! From the items of a sheet to lines with their accounts.

use super::context::{Context, Side, Statement, ends_assets};
use super::layout::{Item, Sheet, Shown};
use super::names::{self, Verdict};
use super::totals::{self, Step};
use super::{Certainty, Form, Line, Pair, Total, label, words as lexicon};

/// Everything found in a sheet.
#[derive(Default)]
pub(super) struct Found {
    pub(super) lines: Vec<Line>,
    pub(super) totals: Vec<Total>,
    /// The lines as steps of their statement, for proofs over the whole sheet.
    pub(super) steps: Vec<Step>,
    pub(super) sen: bool,
    pub(super) unreadable: Vec<(usize, usize, String)>,
    pub(super) too_large: Vec<(usize, usize, String)>,
}

/// One side of a sheet being read.
struct Reader<'a> {
    form: &'a Form<'a>,
    sheet: &'a Sheet,
    context: Context,
    /// The sheet sells goods.
    trading: bool,
    /// No total has closed a part since the last heading.
    headed: bool,
    /// Where the steps of this side begin in [`Found::steps`].
    start: usize,
    found: Found,
}

pub(super) fn read(sheet: &Sheet, form: &Form<'_>) -> Found {
    let mut items = sheet.parts.iter().flat_map(|part| &part.items);
    let trading = items.any(|item| item.words.iter().any(|word| word == "penjualan" || word == "hpp"));
    let found = Found::default();
    let mut reader = Reader { form, sheet, context: Context::default(), trading, headed: false, start: 0, found };
    for part in &sheet.parts {
        reader.start = reader.found.steps.len();
        reader.titles(&part.titles);
        for (place, item) in part.items.iter().enumerate() {
            reader.item(item, &part.items[place + 1..]);
        }
    }
    reader.found
}

impl Reader<'_> {
    /// A new table begins under its own titles; without any, it goes on with what was.
    fn titles(&mut self, titles: &[String]) {
        let mut context = Context::default();
        let said = titles.iter().filter(|title| context.heading(title, &label::words(title))).count() > 0;
        if said {
            (self.context, self.headed) = (context, true);
        }
    }

    fn item(&mut self, item: &Item, rest: &[Item]) {
        if item.unreadable {
            self.found.unreadable.push((item.row, item.column, item.label.clone()));
        }
        if !item.has_figures() {
            if self.context.heading(&item.label, &label::words(&item.label)) {
                self.headed = true;
                self.found.steps.push(Step::boundary());
            } else if item.unreadable {
                self.keep(item, Pair::default(), Certainty::Ignored, None, Vec::new());
            }
            return;
        }
        if self.context.statement == Statement::Foreign {
            self.keep(item, Pair::default(), Certainty::Ignored, None, Vec::new());
            return;
        }
        let words = &item.words;
        let cost = self.cost_total(words);
        if item.label.is_empty() || (self.is_total(words) && !cost) {
            self.total(item, words, true);
        } else if self.repeats(item, words, rest) {
            self.total(item, words, false);
            self.headed = self.context.heading(&item.label, &label::words(&item.label));
        } else if self.adds_up(item, rest) {
            let amounts = self.printed(item);
            let Item { row, column, label, .. } = item.clone();
            self.found.totals.push(Total {
                row,
                column,
                label,
                stated: amounts,
                computed: amounts,
                agrees: true,
                part: None,
            });
            self.keep(item, amounts, Certainty::Total, None, Vec::new());
        } else {
            self.line(item, words, cost, rest);
        }
    }

    /// The cost of goods printed as the total of its parts is an account all the same.
    fn cost_total(&self, words: &[String]) -> bool {
        let account = "beban_pokok_penjualan";
        words.iter().any(|word| word == "hpp")
            && self.form.account(account).is_some()
            && !self.found.lines.iter().any(|line| line.account.as_deref() == Some(account))
    }

    fn is_total(&self, words: &[String]) -> bool {
        const OF_RESULTS: [&str; 22] = [
            "shu",
            "rugi",
            "bersih",
            "kotor",
            "sebelum",
            "setelah",
            "sesudah",
            "pajak",
            "pph",
            "bruto",
            "neto",
            "usaha",
            "operasional",
            "berjalan",
            "&",
            "pendapatan",
            "anggota",
            "dibagi",
            "hasil",
            "non",
            "beban",
            "lain",
        ];
        let has = |word: &str| words.iter().any(|one| one == word);
        if has("jumlah") || (has("nilai") && has("buku")) {
            return true;
        }
        if words.iter().all(|word| ["pasiva", "aktiva", "&"].contains(&word.as_str())) {
            return !words.is_empty();
        }
        let result = self.context.statement == Statement::Result
            || matches!(self.context.side, Some(Side::Income | Side::Expense));
        let known = |word: &String| OF_RESULTS.contains(&word.as_str()) || lexicon::year(word).is_some();
        if has("shu")
            && words.first().is_some_and(|first| first != "pajak")
            && (result || has("kotor") || has("sebelum"))
        {
            return words.iter().all(known);
        }
        (has("bruto") || has("neto")) && words.iter().all(known)
    }

    /// A heading that carries the sum of the lines below it.
    fn repeats(&self, item: &Item, words: &[String], rest: &[Item]) -> bool {
        let bare = |word: &String| {
            [
                "aktiva",
                "lancar",
                "tetap",
                "hutang",
                "pendek",
                "panjang",
                "ekuitas",
                "modal",
                "sendiri",
                "kekayaan",
                "bersih",
                "pendapatan",
                "beban",
                "usaha",
                "operasional",
                "penjualan",
                "perkoperasian",
            ]
            .contains(&word.as_str())
        };
        if !words.iter().all(bare) || words.is_empty() {
            return false;
        }
        let mut sums = [0_i64; 2];
        for (count, below) in rest.iter().enumerate().take(60) {
            if !below.has_figures() || self.is_total(&below.words) {
                break;
            }
            for (sum, shown) in sums.iter_mut().zip(&below.figures) {
                *sum += shown.plain.map_or(0, |figure| figure.0);
            }
            let same = |place: usize| item.figures[place].plain.is_none_or(|figure| figure.0 == sums[place]);
            let section = words.iter().any(|word| ["lancar", "tetap", "pendek", "panjang"].contains(&word.as_str()));
            if (count > 0 || section) && sums[0] != 0 && same(0) && same(1) {
                return true;
            }
        }
        false
    }

    /// A line that is the sum of two or more right below it, in both years: *Kas dan bank* above *Kas* and *Bank*.
    fn adds_up(&self, item: &Item, rest: &[Item]) -> bool {
        let plain = |item: &Item| item.figures.map(|shown| shown.plain.map(|figure| figure.0));
        let [Some(current), Some(prior)] = plain(item) else { return false };
        let mut sums = [0_i64; 2];
        for (count, below) in rest.iter().enumerate().take(30) {
            if !below.has_figures() || self.is_total(&below.words) {
                break;
            }
            for (sum, figure) in sums.iter_mut().zip(plain(below)) {
                *sum += figure.unwrap_or(0);
            }
            if count > 0 && sums == [current, prior] && current != 0 && prior != 0 {
                return true;
            }
        }
        false
    }

    /// A printed sum, of the lines above it or of those below.
    fn total(&mut self, item: &Item, words: &[String], above: bool) {
        let amounts = self.printed(item);
        let side = &self.found.steps[self.start..];
        let trial = item.figures.iter().any(|shown| shown.debit.is_some() && shown.credit.is_some());
        let (proof, begin) = if trial {
            (Some(totals::trial(side, item, self.sheet.unit)), None)
        } else {
            totals::prove(side, amounts, self.found.sen).unzip()
        };
        let proved = proof.as_ref().is_some_and(|total| total.agrees);
        if item.label.is_empty() && !proved && amounts.each().flatten().any(|amount| amount != 0) {
            // No name, and no sum either: nobody can say what it is, so it is shown as left out.
            return self.keep(item, amounts, Certainty::Ignored, None, Vec::new());
        }
        if let Some(mut total) = proof.filter(|_| !item.label.is_empty() && !item.unreadable) {
            (total.row, total.column, total.label) = (item.row, item.column, item.label.clone());
            let steps = &side[begin.unwrap_or_default()..];
            total.part = totals::part(words).or_else(|| totals::part_of_result(words, steps));
            total.part = total.part.filter(|_| proved && above && begin.is_some());
            if let Some(part) = total.part {
                let place = self.found.totals.len();
                for line in steps.iter().filter_map(|step| step.line) {
                    let line = &mut self.found.lines[line];
                    line.within.push(place);
                    line.side = part.side().or(line.side);
                }
            }
            self.found.totals.push(total);
        }
        self.keep(item, amounts, Certainty::Total, None, Vec::new());
        self.found.steps.push(Step::total());
        self.context.closed_by(words);
        self.headed &= words.is_empty();
    }

    /// The figures as printed, in rupiah; a debit is positive.
    fn printed(&mut self, item: &Item) -> Pair {
        let [current, prior] = item.figures.map(|shown| self.rupiah(item, shown));
        Pair { current, prior }
    }

    fn rupiah(&mut self, item: &Item, shown: Shown) -> Option<i64> {
        let mut read = |figure: Option<super::cell::Figure>| {
            let figure = figure?;
            let Some((amount, sen)) = figure.rupiah(self.sheet.unit) else {
                self.found.too_large.push((item.row, item.column, item.label.clone()));
                return None;
            };
            self.found.sen |= sen;
            Some(amount.get())
        };
        match (read(shown.plain), read(shown.debit), read(shown.credit)) {
            (Some(plain), _, _) => Some(plain),
            (None, None, None) => None,
            (None, debit, credit) => Some(debit.unwrap_or(0) - credit.unwrap_or(0)),
        }
    }

    fn line(&mut self, item: &Item, words: &[String], cost: bool, rest: &[Item]) {
        let printed = self.printed(item);
        let by_column = item.figures.iter().any(|shown| shown.debit.is_some() || shown.credit.is_some());
        if self.begins_result(words) {
            self.context.leave_balance();
        }
        let mut context = self.context.clone();
        if self.trading {
            context.mark("trading");
        }
        if let Some(year) = words.iter().find_map(|word| lexicon::year(word))
            && Some(year) == self.sheet.years[1]
            && printed.current.unwrap_or(0) != 0
        {
            context.mark("last-year");
        }
        let (side, said, verdict) = if cost {
            (Side::Expense, true, Verdict::Account("beban_pokok_penjualan"))
        } else {
            self.decide(item, words, &context, by_column, printed, rest)
        };
        let claim = if side == Side::Asset && !by_column && !assets_end(rest) {
            self.claim(words, &verdict, &context, rest)
        } else {
            None
        };
        let unsure = claim.is_some();
        let verdict = claim.unwrap_or(verdict);
        // In a trial balance debts, equity and income stand on the credit side.
        let turned = by_column && matches!(side, Side::Liability | Side::Equity | Side::Income);
        let amounts = if turned { printed.map(|amount| -amount) } else { printed };
        let nil = amounts.each().all(|amount| amount.unwrap_or(0) == 0);
        let unknown = !names::knows(words, side, &context, self.form);
        let (certainty, account, candidates) = match verdict {
            _ if nil && unknown && side != Side::Memo => (Certainty::Ignored, None, Vec::new()),
            Verdict::Account(id) => (Certainty::Sure, Some(id), Vec::new()),
            Verdict::Ask(list) | Verdict::Split(list) => (Certainty::Ask, None, list),
            Verdict::Nowhere => (Certainty::Ignored, None, Vec::new()),
        };
        let of = account.or(candidates.first().copied()).and_then(|id| self.form.account(id));
        let contra = of.is_some_and(|account| account.contra);
        let signed = of.is_some_and(|account| account.signed);
        let kept = if contra || side == Side::Expense { amounts.map(i64::abs) } else { amounts };
        let odd = !contra && !signed && kept.each().any(|amount| amount.is_some_and(|amount| amount < 0));
        let (certainty, account, candidates) = match (certainty, account) {
            (Certainty::Sure, Some(id)) if odd => (Certainty::Ask, None, vec![id]),
            (certainty, account) => (certainty, account, candidates),
        };
        // Performing loans have no account and are part of their total; the parts of a cost of goods are in that cost.
        if certainty != Certainty::Ignored || side == Side::Memo {
            let summed = if contra { kept.map(|amount| -amount) } else { kept };
            self.found.steps.push(Step {
                side: Some(side),
                amounts: summed,
                printed,
                account,
                unsure,
                closes: false,
                line: Some(self.found.lines.len()),
            });
        }
        self.keep(item, kept, certainty, account, candidates);
        if let Some(line) = self.found.lines.last_mut().filter(|_| said && !unsure) {
            line.side = Some(side.of_form());
        }
    }

    /// Among assets where debts or equity have begun without a heading: the question what a line is that may be one of them.
    fn claim(&self, words: &[String], verdict: &Verdict, context: &Context, rest: &[Item]) -> Option<Verdict> {
        let claim = |words: &[String]| {
            [Side::Liability, Side::Equity].into_iter().find_map(|side| {
                let verdict = names::decide(words, side, context, self.form, false)?;
                if let Verdict::Account(id) = verdict { Some(id) } else { None }
            })
        };
        let strays = |words: &[String], verdict: &Verdict| match verdict {
            Verdict::Ask(list) => list.first().is_some_and(|first| claim(words) == Some(first)),
            _ => false,
        };
        let claimed = claim(words)?;
        let strays_below = |below: &Item| {
            names::decide(&below.words, Side::Asset, context, self.form, false)
                .is_some_and(|verdict| strays(&below.words, &verdict))
        };
        let has_begun = strays(words, verdict)
            || self.found.steps.iter().rev().take_while(|step| step.side.is_some()).any(|step| step.unsure);
        if !has_begun && !rest.iter().take_while(|below| below.has_figures()).any(strays_below) {
            return None;
        }
        let mut all = vec![claimed];
        match verdict {
            Verdict::Account(id) => all.push(id),
            Verdict::Ask(list) | Verdict::Split(list) => all.extend(list.iter().filter(|id| **id != claimed)),
            Verdict::Nowhere => {}
        }
        Some(Verdict::Ask(all))
    }

    /// A line of income or cost below debts or equity, among which it is none: the result begins without a heading.
    fn begins_result(&self, words: &[String]) -> bool {
        let Some(here @ (Side::Liability | Side::Equity)) = self.context.side else { return false };
        let there = match words.first().map(String::as_str) {
            Some("pendapatan") => Side::Income,
            Some("beban") => Side::Expense,
            _ => return false,
        };
        let sure = |side| {
            let verdict = names::decide(words, side, &self.context, self.form, false);
            matches!(verdict, Some(Verdict::Account(_)))
        };
        self.context.statement == Statement::Balance && !sure(here) && sure(there)
    }

    /// On which side a line stands, whether heading, code or name says so, and what the rules say of it.
    fn decide(
        &self,
        item: &Item,
        words: &[String],
        context: &Context,
        by_column: bool,
        printed: Pair,
        rest: &[Item],
    ) -> (Side, bool, Verdict) {
        let sides = sides(item, words, context, by_column, printed);
        // Without a heading, what stands above the total of all assets and bears the name of one is one.
        if sides.len() > 1
            && !by_column
            && sides.contains(&Side::Asset)
            && assets_end(rest)
            && let Some(verdict) = names::decide(words, Side::Asset, context, self.form, false)
        {
            return (Side::Asset, true, verdict);
        }
        let named = |side: Side| names::decide(words, side, context, self.form, false);
        if let [side] = *sides {
            let verdict = names::decide(words, side, context, self.form, true);
            // A heading holds up to the total of its part: what stands behind that may be of another.
            let said = self.headed || context.side != Some(side) || named(side).is_some();
            return (side, said, verdict.unwrap_or(Verdict::Ask(Vec::new())));
        }
        let known = |side: &Side| named(*side).map(|verdict| (*side, verdict));
        let mut found: Vec<(Side, Verdict)> = sides.iter().filter_map(known).collect();
        // A name of debts may be one of equity; of any other two sides it says nothing.
        let claims = |(side, _): &(Side, Verdict)| matches!(side, Side::Liability | Side::Equity);
        let said = found.len() == 1 || found.iter().all(claims);
        found.dedup_by(|a, b| a.1 == b.1);
        match found.len() {
            0 => (sides[0], false, Verdict::Ask(Vec::new())),
            1 => {
                let (side, verdict) = found.swap_remove(0);
                (side, said, verdict)
            }
            _ => {
                let side = found[0].0;
                let mut all = Vec::new();
                for (_, verdict) in found {
                    match verdict {
                        Verdict::Account(id) => all.push(id),
                        Verdict::Ask(list) | Verdict::Split(list) => all.extend(list.first().copied()),
                        Verdict::Nowhere => {}
                    }
                }
                all.dedup();
                let verdict = if let [only] = all.as_slice() { Verdict::Account(only) } else { Verdict::Ask(all) };
                (side, said, verdict)
            }
        }
    }

    fn keep(&mut self, item: &Item, amounts: Pair, certainty: Certainty, account: Option<&str>, candidates: Vec<&str>) {
        self.found.lines.push(Line {
            row: item.row,
            column: item.column,
            label: item.label.clone(),
            amounts,
            account: account.map(str::to_owned),
            certainty,
            candidates: candidates.into_iter().take(3).map(str::to_owned).collect(),
            within: Vec::new(),
            side: None,
        });
    }
}

/// Whether the total of all assets stands below, before another heading.
fn assets_end(rest: &[Item]) -> bool {
    rest.iter().take_while(|below| below.has_figures()).any(|below| ends_assets(&below.words))
}

/// The sides on which a line may stand: as the headings say, else by its account code, else by debit and credit.
fn sides(item: &Item, words: &[String], context: &Context, by_column: bool, printed: Pair) -> &'static [Side] {
    let has = |word: &str| words.iter().any(|one| one == word);
    let begins = |word: &str| words.first().is_some_and(|first| first == word);
    let result = context.statement == Statement::Result;
    let costs = has("hpp") || has("pph") || (has("pajak") && !has("jasa")) || begins("beban");
    match context.side {
        // Tax and the cost of goods often follow under a heading of income.
        Some(Side::Income) | None if result && costs => return &[Side::Expense],
        Some(Side::Expense) | None if result && begins("pendapatan") => return &[Side::Income],
        Some(side) => return alone(side),
        None => {}
    }
    if let Some(side) = item.code.and_then(side_of_code) {
        return alone(side);
    }
    let debit = printed.each().flatten().any(|amount| amount > 0);
    match context.statement {
        _ if by_column && debit => &[Side::Asset, Side::Expense],
        _ if by_column => &[Side::Liability, Side::Equity, Side::Income, Side::Asset],
        Statement::Result => &[Side::Income, Side::Expense],
        Statement::Balance if context.past_assets => &[Side::Liability, Side::Equity],
        Statement::Balance => &[Side::Asset, Side::Liability, Side::Equity],
        _ if context.past_assets => &[Side::Liability, Side::Equity, Side::Income, Side::Expense],
        _ => &[Side::Asset, Side::Liability, Side::Equity, Side::Income, Side::Expense],
    }
}

const fn alone(side: Side) -> &'static [Side] {
    match side {
        Side::Asset => &[Side::Asset],
        Side::Liability => &[Side::Liability],
        Side::Equity => &[Side::Equity],
        Side::Income => &[Side::Income],
        Side::Expense => &[Side::Expense],
        Side::Memo => &[Side::Memo],
    }
}

/// Charts of accounts begin with assets and number on.
const fn side_of_code(first: char) -> Option<Side> {
    match first {
        '1' => Some(Side::Asset),
        '2' => Some(Side::Liability),
        '3' => Some(Side::Equity),
        '4' => Some(Side::Income),
        '5'..='9' => Some(Side::Expense),
        _ => None,
    }
}

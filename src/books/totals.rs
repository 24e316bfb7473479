//! Printed totals, proved by the lines above them.

use super::context::Side;
use super::layout::Item;
use super::{Pair, Part, Total};

/// One line of a statement on its way to a total.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step {
    /// `None` where a heading or a total stands: sums begin behind it.
    pub(super) side: Option<Side>,
    /// What counts: contra accounts negative, expenses positive.
    pub(super) amounts: Pair,
    /// As printed, a debit positive.
    pub(super) printed: Pair,
    pub(super) account: Option<&'static str>,
    /// On which side it counts must be asked.
    pub(super) unsure: bool,
    /// Whether a total stands here.
    pub(super) closes: bool,
    /// The line that it is, by its place.
    pub(super) line: Option<usize>,
}

impl Step {
    pub(super) const fn boundary() -> Self {
        let nothing = Pair { current: None, prior: None };
        Self { side: None, amounts: nothing, printed: nothing, account: None, unsure: false, closes: false, line: None }
    }

    pub(super) const fn total() -> Self {
        Self { closes: true, ..Self::boundary() }
    }
}

/// How the lines add up to a total.
#[derive(Clone, Copy)]
enum Way {
    /// All together.
    Sum,
    /// Income less expenses.
    Result,
}

/// Finds the run of lines, beginning behind a heading or a total, whose sum comes nearest to what is stated. Behind a total a line
/// may stand that belongs to no part, such as *penyertaan* between two kinds of assets: there a run that is exactly what is stated
/// may begin later. With it comes where the run begins.
pub(super) fn prove(steps: &[Step], stated: Pair, sen: bool) -> Option<(Total, usize)> {
    let mut best: Option<(usize, i64, Pair, usize)> = None;
    let mut sums = [Pair::default(); 2];
    let mut count = 0;
    let wanted = stated.each().flatten().count();
    // Each step once, however long a part is: a hostile sheet has thousands of lines and of totals.
    let behind_total: Vec<bool> = steps
        .iter()
        .scan(false, |closed, step| {
            let here = *closed;
            *closed = if step.side.is_none() { step.closes } else { here };
            Some(here)
        })
        .collect();
    for (place, step) in steps.iter().enumerate().rev() {
        if let Some(side) = step.side {
            count += 1;
            sums[0] = add(sums[0], step.amounts, 1);
            sums[1] = add(sums[1], step.amounts, if side == Side::Expense { -1 } else { 1 });
        }
        let begins = place == 0 || steps[place - 1].side.is_none();
        if count == 0 || step.side.is_none() || !(begins || count > 1 && behind_total[place]) {
            continue;
        }
        for way in [Way::Sum, Way::Result] {
            let sum = sums[way as usize];
            let (agreeing, gap) = compare(stated, sum, if sen { count } else { 0 });
            if (begins || agreeing == wanted) && best.is_none_or(|(most, least, ..)| (agreeing, -gap) > (most, -least))
            {
                best = Some((agreeing, gap, sum, place));
            }
        }
    }
    let (_, _, computed, begin) = best?;
    Some((total(stated, computed, if sen { count } else { 0 }), begin))
}

/// The part of a balance sheet that a total is of by its words; `None` where they may mean another too.
pub(super) fn part(words: &[String]) -> Option<Part> {
    const PARTS: [(&[&str], Part); 16] = [
        (&["aktiva"], Part::Assets),
        (&["aktiva", "lancar"], Part::Current),
        (&["aktiva", "tetap"], Part::Fixed),
        (&["kas"], Part::Cash),
        (&["bank"], Part::Cash),
        (&["kas", "bank"], Part::Cash),
        (&["piutang"], Part::Receivables),
        (&["hutang"], Part::Debts),
        (&["hutang", "lancar"], Part::CurrentDebts),
        (&["hutang", "pendek"], Part::CurrentDebts),
        (&["hutang", "panjang"], Part::LongDebts),
        (&["ekuitas"], Part::Equity),
        (&["modal"], Part::Equity),
        (&["hutang", "ekuitas"], Part::Funds),
        (&["hutang", "modal"], Part::Funds),
        (&["pasiva"], Part::Funds),
    ];
    // What says nothing of the part.
    const PLAIN: [&str; 10] =
        ["jumlah", "&", "neto", "bersih", "jangka", "setara", "nilai", "buku", "sendiri", "usaha"];
    let words: Vec<&str> = words.iter().map(String::as_str).filter(|word| !PLAIN.contains(word)).collect();
    let same = |of: &[&str]| of.iter().all(|word| words.contains(word)) && words.iter().all(|word| of.contains(word));
    PARTS.iter().find(|(of, _)| same(of)).map(|(_, part)| *part)
}

/// Income or costs, where the words of a total say so and no line that proves it stands on another side.
pub(super) fn part_of_result(words: &[String], steps: &[Step]) -> Option<Part> {
    let has = |word: &str| words.iter().any(|one| one == word);
    let all = |side| steps.iter().filter_map(|step| step.side).all(|one| one == side);
    let income = has("pendapatan") && all(Side::Income);
    income.then_some(Part::Income).or_else(|| (has("beban") && all(Side::Expense)).then_some(Part::Costs))
}

/// The total of a trial balance: debits and credits are equal, and the sums of what stands above.
pub(super) fn trial(steps: &[Step], item: &Item, unit: i64) -> Total {
    let side = |place: usize, debit: bool| {
        let amounts = steps.iter().filter_map(|step| step.printed.each().nth(place).flatten());
        amounts.filter(|amount| (*amount > 0) == debit).map(i64::abs).sum::<i64>()
    };
    let read = |figure: Option<super::cell::Figure>| {
        figure.and_then(|figure| figure.rupiah(unit)).map(|(amount, _)| amount.get())
    };
    let shown = |place: usize| [read(item.figures[place].debit), read(item.figures[place].credit)];
    let agrees = (0..2).all(|place| match shown(place) {
        [Some(debit), Some(credit)] => debit == credit && debit == side(place, true) && credit == side(place, false),
        _ => true,
    });
    let stated = Pair { current: shown(0)[0], prior: shown(1)[0] };
    let computed = Pair { current: stated.current.map(|_| side(0, true)), prior: stated.prior.map(|_| side(1, true)) };
    Total { row: 0, column: 0, label: String::new(), stated, computed, agrees, part: None }
}

fn total(stated: Pair, computed: Pair, slack: i64) -> Total {
    // Expenses and their total may both be printed as taken away.
    let turned = computed.map(|amount| -amount);
    let computed =
        if compare_exact(stated, turned, slack) > compare_exact(stated, computed, slack) { turned } else { computed };
    let keep = |stated: Option<i64>, computed: Option<i64>| stated.map(|_| computed.unwrap_or(0));
    let computed = Pair { current: keep(stated.current, computed.current), prior: keep(stated.prior, computed.prior) };
    let asked = stated.each().flatten().count();
    Total {
        row: 0,
        column: 0,
        label: String::new(),
        stated,
        computed,
        agrees: compare_exact(stated, computed, slack) == asked,
        part: None,
    }
}

/// In how many years a sum is what is stated, and how far off it is in all.
fn compare(stated: Pair, sum: Pair, slack: i64) -> (usize, i64) {
    let turned = sum.map(|amount| -amount);
    let (plain, other) = (compare_exact(stated, sum, slack), compare_exact(stated, turned, slack));
    let pairs = stated.each().zip(sum.each());
    let gap = pairs.filter_map(|(stated, sum)| Some((stated?.abs() - sum.unwrap_or(0).abs()).abs())).sum();
    (plain.max(other), gap)
}

fn compare_exact(stated: Pair, sum: Pair, slack: i64) -> usize {
    let pairs = stated.each().zip(sum.each());
    pairs.filter(|(stated, sum)| stated.is_some_and(|stated| (stated - sum.unwrap_or(0)).abs() <= slack)).count()
}

pub(super) fn add(sum: Pair, more: Pair, sign: i64) -> Pair {
    let one = |sum: Option<i64>, more: Option<i64>| match (sum, more) {
        (sum, None) => sum,
        (sum, Some(more)) => Some(sum.unwrap_or(0) + sign * more),
    };
    Pair { current: one(sum.current, more.current), prior: one(sum.prior, more.prior) }
}

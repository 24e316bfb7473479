//! Counts that may be shown. A cell of one or two cooperatives could point at them, so it stands together with a neighbour.

use super::LEAST;

/// The fewest cooperatives that a cell tells of.
pub const FEWEST_TOLD: usize = 3;

/// How many cooperatives are of each kind, in the kinds' order. The counts themselves stay inside; only [`cells`](Self::cells)
/// come out.
#[derive(Clone, Debug, PartialEq)]
pub struct Tally<K> {
    counts: Vec<(K, usize)>,
    /// By kind, whether it stands in one cell with the kind before it.
    joined: Vec<bool>,
}

/// Kinds that are told together, and how many cooperatives are of them: nobody's, or [`FEWEST_TOLD`] at least.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell<K, const ROOMS: usize = 1> {
    /// The kinds from the first to the last of the cell, in their order. Nobody may be of some of them: three of three kinds that
    /// all occur would be one of each.
    pub kinds: Vec<K>,
    /// How many, by room.
    pub counts: [usize; ROOMS],
}

impl<K: Copy + PartialEq> Tally<K> {
    /// Counts how many are of each kind.
    pub(super) fn of(kinds: impl IntoIterator<Item = K>, all: impl Iterator<Item = K>) -> Self {
        let mut counts: Vec<(K, usize)> = kinds.into_iter().map(|kind| (kind, 0)).collect();
        for one in all {
            if let Some((_, count)) = counts.iter_mut().find(|(kind, _)| *kind == one) {
                *count += 1;
            }
        }
        let apart = vec![false; counts.len()];
        Self { joined: settled(&bare(&counts), apart, few), counts }
    }

    /// The same, where the last kind is none of the others: those are told together first, by pairs if that is enough.
    pub(super) fn last_apart(self) -> Self {
        let (counts, none) = (bare(&self.counts), self.counts.len() - 1);
        let mut joined = vec![false; none];
        for pair in (1..none).step_by(2) {
            let both = [counts[pair - 1][0], counts[pair][0]];
            joined[pair] = both.into_iter().any(is_few) && !is_few(both.iter().sum());
        }
        // Of a pair either may be the few. Else it is known which are, and beside three others four would tell how many.
        let are_few = |span: &Span, count| {
            let is_pair = span.len() == 2 && span.start.is_multiple_of(2);
            is_few(count) || count > 0 && count < LEAST && span.len() > 1 && !is_pair
        };
        joined = settled(&counts[..none], joined, are_few);
        if is_few(sum(&counts[..none])[0]) {
            joined[1..].fill(true);
        }
        joined.push(false);
        Self { joined: settled(&counts, joined, are_few), ..self }
    }

    /// What may be told, in the kinds' order; kinds that nobody is of are left out.
    #[must_use]
    pub fn cells(&self) -> Vec<Cell<K>> {
        cells(&self.kinds(), &bare(&self.counts), &self.joined)
    }

    /// The same kinds of several groups, summed. Whatever is told together of one group is told together of all.
    #[must_use]
    pub(super) fn added<'t>(all: impl Iterator<Item = &'t Self>) -> Vec<Cell<K>>
    where
        K: 't,
    {
        let mut all = all.cloned();
        let Some(first) = all.next() else { return Vec::new() };
        let sum = all.fold(first, |mut sum, one| {
            sum.counts.iter_mut().zip(one.counts).for_each(|((_, count), (_, more))| *count += more);
            sum.joined.iter_mut().zip(one.joined).for_each(|(joined, other)| *joined |= other);
            sum
        });
        sum.cells()
    }

    /// The same kinds in two rooms, the earlier first. Whatever is told together in one room is in both.
    #[must_use]
    pub(super) fn since(&self, earlier: &Self) -> Vec<Cell<K, 2>> {
        let both = |((_, before), (_, after)): (&(K, usize), &(K, usize))| [*before, *after];
        let counts: Vec<[usize; 2]> = earlier.counts.iter().zip(&self.counts).map(both).collect();
        let joined = self.joined.iter().zip(&earlier.joined).map(|(one, other)| *one || *other).collect();
        cells(&self.kinds(), &counts, &settled(&counts, joined, few))
    }

    /// How many are of these kinds as far as cells tell it; `None` where a cell holds others beside them.
    #[must_use]
    pub fn told(&self, kinds: &[K]) -> Option<usize> {
        let cells = self.cells();
        let within = |cell: &&Cell<K>| cell.kinds.iter().any(|kind| kinds.contains(kind));
        let whole = |cell: &Cell<K>| cell.kinds.iter().all(|kind| kinds.contains(kind));
        cells.iter().filter(within).map(|cell| whole(cell).then_some(cell.counts[0])).sum()
    }

    /// How many are of these kinds at least, as far as cells tell it.
    #[must_use]
    pub fn at_least(&self, kinds: &[K]) -> usize {
        let whole = |cell: &Cell<K>| cell.kinds.iter().all(|kind| kinds.contains(kind));
        self.cells().iter().filter(|cell| whole(cell)).map(|cell| cell.counts[0]).sum()
    }

    fn kinds(&self) -> Vec<K> {
        self.counts.iter().map(|(kind, _)| *kind).collect()
    }
}

fn bare<K>(counts: &[(K, usize)]) -> Vec<[usize; 1]> {
    counts.iter().map(|(_, count)| [*count]).collect()
}

/// How many of all, as far as that may be told: at least so many. `None` where they are too few; where all but a few are, those
/// few are not told by what is missing.
pub(super) fn told_of(count: usize, all: usize) -> Option<usize> {
    let told = if is_few(all - count) { all.saturating_sub(FEWEST_TOLD) } else { count };
    Some(told).filter(|told| *told >= FEWEST_TOLD)
}

/// Too few to be told, but not nobody.
const fn is_few(count: usize) -> bool {
    count > 0 && count < FEWEST_TOLD
}

const fn few(_: &Span, count: usize) -> bool {
    is_few(count)
}

/// Where a cell begins and ends.
type Span = std::ops::Range<usize>;

fn spans(joined: &[bool]) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for (place, joined) in joined.iter().enumerate() {
        match spans.last_mut() {
            Some(span) if *joined => span.end = place + 1,
            _ => spans.push(place..place + 1),
        }
    }
    spans
}

fn sum<const ROOMS: usize>(counts: &[[usize; ROOMS]]) -> [usize; ROOMS] {
    std::array::from_fn(|room| counts.iter().map(|count| count[room]).sum())
}

/// Joins each cell of too few with its smaller neighbour, over kinds that nobody is of, until none is left.
fn settled<const ROOMS: usize>(
    counts: &[[usize; ROOMS]],
    mut joined: Vec<bool>,
    few: impl Fn(&Span, usize) -> bool,
) -> Vec<bool> {
    loop {
        let told = |span: &Span| sum(&counts[span.clone()]);
        let filled: Vec<_> = spans(&joined).into_iter().filter(|span| told(span).iter().any(|one| *one > 0)).collect();
        let Some(place) = filled.iter().position(|span| told(span).into_iter().any(|count| few(span, count))) else {
            return joined;
        };
        let size = |neighbour: Option<usize>| {
            let span = filled.get(neighbour?)?;
            Some((told(span).into_iter().sum::<usize>(), span.clone()))
        };
        let (before, after) = (size(place.checked_sub(1)), size(place.checked_add(1)));
        let nearest = match (before, after) {
            (Some(before), Some(after)) if after.0 < before.0 => after.1,
            (Some((_, span)), _) | (None, Some((_, span))) => span,
            (None, None) => return joined,
        };
        let (first, last) = (filled[place].start.min(nearest.start), filled[place].end.max(nearest.end));
        joined[first + 1..last].fill(true);
    }
}

fn cells<K: Copy, const ROOMS: usize>(kinds: &[K], counts: &[[usize; ROOMS]], joined: &[bool]) -> Vec<Cell<K, ROOMS>> {
    let cell = |span: std::ops::Range<usize>| Cell { kinds: kinds[span.clone()].to_vec(), counts: sum(&counts[span]) };
    spans(joined).into_iter().map(cell).filter(|cell| cell.counts.iter().any(|count| *count > 0)).collect()
}

//! What goes wrong in the sheets that were sent: ten checks, each told before anything is sent. None of them blocks anything.

use super::{Books, Column, FUNDS, Sheet, form};

/// What is known of the meeting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Meeting {
    /// How many were present.
    pub present: Option<u64>,
    /// Whether it is known that the RAT was held.
    pub held: bool,
}

/// Something that was noticed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// The number of the check: 1 for KD-1.
    pub check: usize,
    /// The column it was noticed in.
    pub column: Column,
    /// The amounts it is about: the two sides, or one.
    pub amounts: [i64; 2],
}

/// The parts of the statements that a check asks about.
const EQUITY: u8 = 2;
const INCOME: u8 = 3;
const GOODS: u8 = 4;
const COSTS: u8 = 5;

/// What deserves a look in both columns, by column and number. An empty column has nothing wrong in it; a budget has no
/// meeting, no cash box and no buildings yet. While costs stand there and no sales, the surplus is no loss yet: that they are
/// missing is told in its place.
///
/// ```
/// use cermin_koperasi::rat::sheet::{Column, Meeting, Sheet, check};
/// let mut sheet = Sheet::default();
/// sheet.year.insert("kas_dan_setara_kas".into(), 2_500_000);
/// let found = check(&sheet, &|_| None, Meeting::default());
/// assert!(found.iter().any(|one| one.check == 1 && one.column == Column::Year && one.amounts == [2_500_000, 0]));
/// assert!(check(&Sheet::default(), &|_| None, Meeting::default()).is_empty());
/// ```
#[must_use]
pub fn check(sheet: &Sheet, books: Books<'_>, meeting: Meeting) -> Vec<Found> {
    let mut found = Vec::new();
    for column in Column::BOTH.into_iter().filter(|column| sheet.has_figures(*column, books)) {
        let case = Case { sheet, books, column, totals: sheet.totals(column, books) };
        // A budget has no meeting, no cash box and no buildings; that it sells nothing it can say.
        let asked = |check: &usize| column == Column::Year || *check <= 3 || *check == 6 && case.unsold() != 0;
        let told =
            (1..=10).filter(asked).filter_map(|check| case.fails(check, meeting).map(|amounts| (check, amounts)));
        found.extend(told.map(|(check, amounts)| Found { check, column, amounts }));
    }
    found
}

struct Case<'a> {
    sheet: &'a Sheet,
    books: Books<'a>,
    column: Column,
    totals: Vec<i64>,
}

impl Case<'_> {
    fn of(&self, id: &str) -> i64 {
        let line = form().lines.iter().find(|line| line.id == id);
        line.and_then(|line| self.sheet.figure(self.column, line, self.books)).map_or(0, |figure| figure.amount)
    }

    fn total(&self, id: &str) -> i64 {
        let totals = form().totals.iter().zip(&self.totals);
        totals.filter(|(total, _)| total.id == id).map(|(_, amount)| *amount).sum()
    }

    /// Whether a part holds any amount that is not zero.
    fn has(&self, section: u8) -> bool {
        let mut lines = form().lines.iter().filter(|line| line.section == section);
        lines.any(|line| self.of(line.id) != 0)
    }

    /// The costs beside which no sales stand: all of them while there is no income at all, else the goods of every business without any.
    fn unsold(&self) -> i64 {
        let cost = |section| self.sheet.section(self.column, section, self.books);
        if !self.has(INCOME) {
            return cost(GOODS) + cost(COSTS);
        }
        let amount = |place: &usize| self.of(form().lines[*place].id);
        let unsold = form().trades.iter().filter(|trade| trade.income.iter().all(|place| amount(place) == 0));
        unsold.flat_map(|trade| trade.goods).map(amount).sum()
    }

    /// The amounts that a check is about, where it fails.
    fn fails(&self, check: usize, meeting: Meeting) -> Option<[i64; 2]> {
        let (assets, funds, surplus) = (self.total("total_aset"), self.total(FUNDS), self.total("shu_tahun_berjalan"));
        let in_equity = self.of("shu_tahun_berjalan");
        let savings = self.of("simpanan_pokok") + self.of("simpanan_wajib") + self.of("simpanan_anggota");
        let unsold = self.unsold();
        let (fails, amounts) = match check {
            2 | 3 if unsold != 0 => return None,
            1 => (assets != funds, [assets, funds]),
            2 => (in_equity != surplus, [in_equity, surplus]),
            3 => (surplus < 0 && in_equity > 0, [in_equity, surplus]),
            4 => (savings > 0 && self.of("kas_dan_setara_kas") == 0 && self.of("giro") == 0, [savings, 0]),
            5 => (assets == 0 && (savings != 0 || self.has(EQUITY)), [savings, 0]),
            6 => (!self.has(INCOME) || unsold != 0, [unsold, 0]),
            7 => (!self.has(COSTS), [0, 0]),
            8 => {
                let present = meeting.present?;
                (present < u64::from(form().present_from), [i64::try_from(present).unwrap_or_default(), 0])
            }
            9 => (meeting.held && self.of("beban_rapat_anggota") == 0, [0, 0]),
            _ => {
                let (land, debt) = (self.of("aset_tetap_tanah_dan_bangunan"), self.of("utang_bank"));
                (land != 0 || debt != 0, [land, debt])
            }
        };
        fails.then_some(amounts)
    }
}

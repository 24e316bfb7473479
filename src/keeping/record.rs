//! The one shape of everything that is kept.

use crate::checksum::crc32;

/// What every record begins with; the number is that of the shape.
const MARK: &str = "cermin-koperasi 1 ";
/// Stands for the checksum where nothing is kept any more.
const DELETED: &str = "deleted";

/// Something kept: a line that says which, and the text.
///
/// ```
/// use cermin_koperasi::keeping::Record;
/// let record = Record { number: 3, time: 1_764_300_000_000, text: Some("{}".into()) };
/// assert_eq!(record.write(), "cermin-koperasi 1 3 1764300000000 a3a6bf43\n{}");
/// assert_eq!(Record::read(&record.write()), Ok(record));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// Grows with each write, whoever writes.
    pub number: u64,
    /// When it was written, in milliseconds since 1970, by a clock that may be wrong: between equal numbers the later
    /// counts.
    pub time: u64,
    /// The text; `None` where it was deleted, for good.
    pub text: Option<String>,
}

/// Why something kept is no record of this build's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It has another shape, or none.
    Foreign,
    /// It is cut off, or changed.
    Damaged,
}

impl Record {
    /// The text in which it is kept.
    #[must_use]
    pub fn write(&self) -> String {
        let Self { number, time, text } = self;
        match text {
            None => format!("{MARK}{number} {time} {DELETED}\n"),
            Some(text) => format!("{MARK}{number} {time} {:08x}\n{text}", crc32(text.as_bytes())),
        }
    }

    /// Reads that text.
    ///
    /// # Errors
    /// [`Unread`]; then nothing may be written over it.
    pub fn read(kept: &str) -> Result<Self, Unread> {
        let (head, text) = kept.strip_prefix(MARK).ok_or(Unread::Foreign)?.split_once('\n').ok_or(Unread::Damaged)?;
        let [number, time, sum] = *head.split(' ').collect::<Vec<_>>() else { return Err(Unread::Damaged) };
        let whole = |digits: &str| digits.parse().map_err(|_| Unread::Damaged);
        let (number, time) = (whole(number)?, whole(time)?);
        if sum == DELETED {
            return Ok(Self { number, time, text: None });
        }
        if sum != format!("{:08x}", crc32(text.as_bytes())) {
            return Err(Unread::Damaged);
        }
        Ok(Self { number, time, text: Some(text.to_owned()) })
    }

    /// The line that tells a record from any other, of the text in which it is kept.
    ///
    /// ```
    /// use cermin_koperasi::keeping::Record;
    /// let record = Record { number: 3, time: 1_764_300_000_000, text: Some("{}".into()) };
    /// assert_eq!(Record::head(&record.write()), "cermin-koperasi 1 3 1764300000000 a3a6bf43");
    /// ```
    #[must_use]
    pub fn head(kept: &str) -> &str {
        kept.split('\n').next().unwrap_or_default()
    }

    /// Whether it counts more than another: it was written later, or deletes what the other keeps.
    #[must_use]
    pub fn is_newer(&self, other: &Self) -> bool {
        self.rank() > other.rank()
    }

    /// Whether both were written on one and the same, neither on the other: whoever takes one of them up must not drop the
    /// other.
    #[must_use]
    pub fn rivals(&self, other: &Self) -> bool {
        let differ = matches!((&self.text, &other.text), (Some(one), Some(other)) if one != other);
        differ && self.number == other.number && self.number > 0
    }

    /// Any two records that differ have an order, the same on every page.
    fn rank(&self) -> (u64, bool, u64, Option<&str>) {
        (self.number, self.text.is_none(), self.time, self.text.as_deref())
    }
}

//! What every save file says of itself, and how long it may be.

/// What every save file calls itself.
pub const FORMAT: &str = "cermin-koperasi";

/// The version this build writes, and the newest it reads.
pub const VERSION: i64 = 1;

/// More bytes than any save file has: two million.
pub const LONGEST: usize = 2_000_000;

/// Where the amounts stand that wait for a yes.
pub(super) const WAITING: &str = "waiting";

/// How an amount says *belum tahu*; `null` is read as the same.
pub(super) const UNKNOWN: &str = "unknown";

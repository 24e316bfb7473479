//! A text as a QR picture.

use std::fmt::Write as _;

use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

/// The largest version that is drawn: 41 modules a side, which a cheap phone reads off another's screen.
const LARGEST: u8 = 6;

/// The quiet zone that the standard asks for, in modules on each side.
pub const QUIET: u32 = 4;

/// A QR picture: dark modules on light ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Modules a side, without the quiet zone.
    pub size: u32,
    /// Its dark modules as the path of an SVG, the quiet zone left free.
    pub path: String,
}

/// The picture of a text with medium correction (M), version 6 at most; `None` for a text too long for that.
///
/// ```
/// let picture = cermin_koperasi::exchange::qr::picture("CERMIN:0123456789").unwrap();
/// assert_eq!(picture.size, 21);
/// assert!(cermin_koperasi::exchange::qr::picture(&"0".repeat(500)).is_none());
/// ```
#[must_use]
pub fn picture(text: &str) -> Option<Picture> {
    let segments = QrSegment::make_segments(text);
    let (medium, largest) = (QrCodeEcc::Medium, Version::new(LARGEST));
    let code = QrCode::encode_segments_advanced(&segments, medium, Version::MIN, largest, None, false).ok()?;
    let size = code.size();
    let mut path = String::new();
    for row in 0..size {
        let mut column = 0;
        while column < size {
            let run = (column..size).take_while(|at| code.get_module(*at, row)).count();
            // No run is longer than the picture is wide.
            let run = i32::try_from(run).unwrap_or(size);
            if run > 0 {
                let (left, top) = (i64::from(column) + i64::from(QUIET), i64::from(row) + i64::from(QUIET));
                // Writing to a String cannot fail.
                let _ = write!(path, "M{left} {top}h{run}v1h-{run}z");
            }
            column += run.max(1);
        }
    }
    Some(Picture { size: size.unsigned_abs(), path })
}

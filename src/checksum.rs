//! CRC-32 (IEEE 802.3): tells whether bytes are still as they were written. It notices slips, not forgers. Save files, what the
//! device keeps, and archives carry it.

/// Four bits at a time: this runs after each answer, and a whole table would weigh more than it saves.
pub(crate) fn crc32(bytes: &[u8]) -> u32 {
    let nibble = |crc: u32| (crc >> 4) ^ NIBBLES[(crc & 15) as usize];
    !bytes.iter().fold(u32::MAX, |crc, byte| nibble(nibble(crc ^ u32::from(*byte))))
}

/// What four bits shifted out come back as.
const NIBBLES: [u32; 16] = {
    let mut table = [0; 16];
    let mut at = 0_u32;
    while at < 16 {
        let mut crc = at;
        let mut bit = 0;
        while bit < 4 {
            crc = (crc >> 1) ^ if crc & 1 == 1 { 0xedb8_8320 } else { 0 };
            bit += 1;
        }
        table[at as usize] = crc;
        at += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    #[test]
    fn the_check_value_of_the_standard() {
        assert_eq!(super::crc32(b"123456789"), 0xcbf4_3926);
    }
}

//! What goes in and out of the device.

pub mod check_code;

//! Cermin Koperasi.

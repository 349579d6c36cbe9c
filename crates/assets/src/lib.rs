//! Style, scripts, fonts and icons, embedded, with their hashes.

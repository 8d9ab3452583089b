//! One file a format, sniffed by content.

//! Documents → articles, checked on real and hostile files.

//! Items in, hits out.

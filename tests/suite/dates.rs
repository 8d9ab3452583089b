//! Golden tables and properties of the temporal tagger.

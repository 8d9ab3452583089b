//! Folding characters one to one for search.

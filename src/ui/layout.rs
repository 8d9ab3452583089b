//! Where each pane stands at a given size.

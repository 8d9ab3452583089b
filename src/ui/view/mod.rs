//! `&State` → cells; one file a pane.

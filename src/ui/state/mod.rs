//! Everything the screen is drawn from.

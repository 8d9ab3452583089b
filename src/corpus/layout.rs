//! Body or furniture: a text → blocks.

//! Text, files and terminals that mean harm.

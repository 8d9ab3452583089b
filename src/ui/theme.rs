//! Roles, not colours.

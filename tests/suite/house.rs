//! The shape of the source tree: floors, names, sizes.

//! Timeline → other formats, one file each.

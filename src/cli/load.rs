//! The one reader of disks: paths → documents.

//! What it means: expressions + anchor → values, each by a named rule.

//! Keys in, screen out: reader, evidence, finder.

//! What is written: text → expressions.

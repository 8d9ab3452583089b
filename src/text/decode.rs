//! Bytes to text: UTF-8, UTF-16 and legacy encodings.

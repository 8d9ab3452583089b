//! The search engine against brute force, and its ranking.

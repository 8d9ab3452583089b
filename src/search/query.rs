//! What a person types → terms.

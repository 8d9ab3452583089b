//! What a key, a click or a resize means.

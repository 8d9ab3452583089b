//! `update(&mut State, Action) -> Option<Effect>`.

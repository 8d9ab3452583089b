//! How prominent an expression is in its sentence: what stands aside does not move the reference
//! time of the discourse.

use crate::temporal::recognize::Tok;
use crate::text::token::{Kind, pack};

/// How an expression stands in its sentence.
#[derive(Clone, Copy, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a question of its own"
)]
pub(crate) struct Prominence {
    /// Between brackets.
    pub(crate) bracketed: bool,
    /// Among the first words.
    pub(crate) leads: bool,
    /// What somebody looks forward to, which is not where the story stands.
    pub(crate) awaited: bool,
    /// What the story looks back to: "a peak of 300 in June 2006", "this followed the vote in May".
    pub(crate) recalled: bool,
    /// The whole sentence is a heading.
    pub(crate) heading: bool,
}

impl Prominence {
    /// How the tokens `start..end` stand in their sentence.
    pub(super) fn of(toks: &[Tok], start: usize, end: usize) -> Self {
        let before = |n: usize| toks[start.saturating_sub(n)..start].iter();
        let open = before(12).rev().find_map(|t| match t.token.kind {
            Kind::Mark(b'(') => Some(true),
            Kind::Mark(b')') => Some(false),
            _ => None,
        });
        let heading = heading(toks);
        Self {
            bracketed: open.unwrap_or(false) && !heading,
            leads: start <= 3 || heading,
            recalled: recalled(toks, start, end),
            awaited: before(10).any(|t| t.token.key == pack("forward")),
            heading,
        }
    }
}

/// Whether a history only looks back to the date of tokens `start..end`: what a later one is compared
/// with, or what "back in 1938" was.
fn recalled(toks: &[Tok], start: usize, end: usize) -> bool {
    const COMPARED: [u128; 6] = [
        pack("peak"),
        pack("high"),
        pack("low"),
        pack("compared"),
        pack("surpassing"),
        pack("exceeding"),
    ];
    let before = |n: usize| start.checked_sub(n).map_or(0, |p| toks[p].token.key);
    let behind = toks.get(end).map_or(0, |t| t.token.key);
    let compared = (1..=6).any(|n| COMPARED.contains(&before(n)))
        || [pack("high"), pack("low"), pack("peak")].contains(&behind);
    let followed = (2..=7).any(|n| before(n) == pack("followed") && before(n - 1) != pack("by"));
    compared || followed || before(2) == pack("back")
}

/// Whether a whole sentence is a heading, whose year is that of what follows: a few words and no stop.
fn heading(toks: &[Tok]) -> bool {
    let open = toks
        .last()
        .is_some_and(|t| matches!(t.token.kind, Kind::Word | Kind::Number | Kind::Mark(b')')));
    open && toks.len() <= 12
}

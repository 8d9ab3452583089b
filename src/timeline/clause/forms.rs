//! What the form of a word gives away: past, participle, gerund, noun.

use super::super::lexicon as lex;
use crate::text::table::List;

/// Whether a word is a past form by its ending or the table.
#[must_use]
pub fn is_past(word: &str) -> bool {
    lex::IRREGULAR_PAST.has(word)
        || word.len() > 3
            && word.ends_with("ed")
            && !lex::NOT_PAST.has(word)
            && word.starts_with(|c: char| c.is_lowercase())
            && !compound(word)
}

/// Whether a word in -ed is a compound that describes: "fuel-powered", but not "re-elected".
fn compound(word: &str) -> bool {
    word.split_once('-')
        .is_some_and(|(first, _)| !["co", "de", "mis", "over", "pre", "re", "un"].contains(&first))
}

/// Past forms not in -ed that can also be participles.
#[rustfmt::skip]
static PAST_PARTICIPLES: &List = &List::words(&[
    "bought", "brought", "built", "cast", "caught", "cut", "dealt", "fed", "felt", "fought",
    "found", "heard", "held", "hit", "hurt", "kept", "laid", "led", "left", "lost", "made", "met",
    "paid", "put", "read", "sent", "set", "shot", "sold", "spent", "struck", "taught", "told",
    "upheld", "won",
]);

/// Participles that are no past forms.
#[rustfmt::skip]
static PARTICIPLES: &List = &List::words(&[
    "been", "begun", "born", "broken", "chosen", "done", "drawn", "driven", "fallen", "forgotten",
    "frozen", "given", "gone", "grown", "hidden", "known", "overthrown", "ridden", "risen", "run",
    "seen", "shaken", "shown", "spoken", "stolen", "sung", "sworn", "taken", "thrown", "torn",
    "undertaken", "withdrawn", "written",
]);

/// Whether a past form can also be a participle ("met", "signed", but not "went").
#[must_use]
pub fn is_participle(word: &str) -> bool {
    let can_be = word.ends_with("ed") && !word.eq_ignore_ascii_case("fled");
    (can_be || PAST_PARTICIPLES.has(word)) && is_past(word) || PARTICIPLES.has(word)
}

/// Words in -ing that are no verbs.
pub(super) static NOT_GERUND: &List = &List::words(&[
    "anything",
    "being",
    "building",
    "ceiling",
    "concerning",
    "during",
    "evening",
    "everything",
    "including",
    "king",
    "meeting",
    "morning",
    "nothing",
    "notwithstanding",
    "outstanding",
    "pending",
    "regarding",
    "something",
    "spring",
    "string",
    "thing",
]);

/// Whether a word is an -ing form that can stand for a verb.
#[must_use]
pub fn is_gerund(word: &str) -> bool {
    word.len() > 4
        && word.is_ascii()
        && word[word.len() - 3..].eq_ignore_ascii_case("ing")
        && !NOT_GERUND.has(word)
}

/// Words in -s that are nouns at least as often as verbs.
pub(super) static NOUNS_IN_S: &List = &List::words(&[
    "aims",
    "attacks",
    "attempts",
    "awards",
    "bans",
    "calls",
    "claims",
    "concerns",
    "costs",
    "cuts",
    "delays",
    "demands",
    "details",
    "drops",
    "effects",
    "efforts",
    "exchanges",
    "falls",
    "fires",
    "heads",
    "helps",
    "honors",
    "hopes",
    "hosts",
    "issues",
    "kicks",
    "launches",
    "leads",
    "marks",
    "means",
    "moves",
    "names",
    "needs",
    "notes",
    "offers",
    "officers",
    "orders",
    "plans",
    "pledges",
    "posts",
    "presents",
    "promises",
    "pushes",
    "reads",
    "reports",
    "requests",
    "restores",
    "returns",
    "rises",
    "rules",
    "runs",
    "scores",
    "sets",
    "shakes",
    "shares",
    "shows",
    "signs",
    "starts",
    "states",
    "stops",
    "strikes",
    "supports",
    "surges",
    "takes",
    "talks",
    "targets",
    "threatens",
    "travels",
    "turns",
    "updates",
    "uses",
    "visits",
    "votes",
    "wants",
    "warns",
    "wins",
]);

/// Whether a word in -s is at least as often a noun.
pub(super) fn ambiguous_noun(word: &str) -> bool {
    NOUNS_IN_S.has(word)
}

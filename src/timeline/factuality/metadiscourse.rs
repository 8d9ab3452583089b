//! Talk that only points to what was said or shown elsewhere, or greets those who are there.

use std::ops::Range;

use super::{
    super::{
        clause::Sentence,
        lexicon as lex,
        words::{Kind, Word},
    },
    near::Near,
    topic::TALKED,
};
use crate::{language::Penn, text::table::List};

/// What one is sent to for what it says: "you saw the readout yesterday".
static SHOWN: &List = &List::words(&[
    "announcement",
    "announcements",
    "briefing",
    "comments",
    "interview",
    "memo",
    "news",
    "readout",
    "readouts",
    "release",
    "remarks",
    "report",
    "reporting",
    "reports",
    "speech",
    "statement",
    "statements",
    "transcript",
]);

/// Verbs of answering: "the secretary said this pretty well yesterday".
static ANSWERED: &List = &List::words(&[
    "addressed",
    "answered",
    "covered",
    "discussed",
    "explained",
    "mentioned",
    "put",
    "said",
]);

/// Whether those present are greeted: "Today, we’re joined by the mayor".
pub(super) fn is_greeting(near: &Near<'_, '_>) -> bool {
    let words = near.words();
    let mut joined = (0..words.len()).filter(|&i| words[i].is("joined"));
    joined.any(|i| {
        let before = &words[i.saturating_sub(5)..i];
        let ours = before
            .iter()
            .any(|w| w.any(&["i'm", "i’m", "we're", "we’re"]))
            || before
                .windows(2)
                .any(|two| two[0].any(&["i", "we"]) && two[1].any(&["am", "are"]));
        let by = words[i + 1..words.len().min(i + 9)]
            .iter()
            .any(|w| w.is("by"));
        ours && by
    })
}

/// Whether it is only said by what rules those present may be quoted: "Today’s call will be on
/// background, attributable to a senior official".
pub(super) fn is_ground_rule(near: &Near<'_, '_>) -> bool {
    let (words, at) = (near.words(), near.at);
    let gathering = words[at.end - 1].possessive()
        && words
            .get(at.end)
            .is_some_and(|w| w.any(&["briefing", "call", "gaggle", "session"]));
    let quoted = words.iter().any(|w| {
        w.any(&[
            "attributable",
            "attributed",
            "embargo",
            "embargoed",
            "on-background",
            "on-the-record",
        ])
    }) || words
        .windows(2)
        .any(|two| two[0].any(&["on", "the"]) && two[1].any(&["background", "record"]));
    gathering && quoted
}

/// Whether a sentence only wishes or asks: "Hope everyone had a good weekend", "To take part, please
/// register by Friday".
pub(super) fn is_hope(near: &Near<'_, '_>) -> bool {
    let Near { sentence, at, .. } = *near;
    let asks = (0..at.start).any(|i| sentence.words[i].is("please") && !sentence.quoted[i]);
    if asks || is_imperative(sentence) {
        return true;
    }
    let mut words = sentence
        .words
        .iter()
        .filter(|w| w.kind == Kind::Word && !w.listed(lex::CONNECTORS));
    let Some(first) = words.next() else {
        return false;
    };
    let hope =
        first.is("hope") || first.any(&["i", "we"]) && words.next().is_some_and(|w| w.is("hope"));
    hope && words.next().is_some_and(|w| {
        w.listed(lex::PRONOUNS) || w.listed(lex::DETERMINERS) || w.any(&["everybody", "everyone"])
    })
}

/// "Apply by February 23 for your chance", "Just stick it outside for the winter": no subject, and the
/// verb in its base form.
fn is_imperative(sentence: &Sentence<'_>) -> bool {
    let adverb = ["first", "just", "now", "please", "so", "then"];
    let first = (0..sentence.words.len())
        .find(|&i| sentence.words[i].kind == Kind::Word && !sentence.words[i].any(&adverb));
    first.is_some_and(|i| sentence.tags[i] == Penn::Vb && !sentence.words[i].listed(lex::AUXILIARY))
}

/// Whether a date in speech only goes with what was shown, said or talked of before.
///
/// `verb`: the one that the date goes with.
pub(super) fn is_pointer(
    sentence: &Sentence<'_>,
    clause: &Range<usize>,
    at: &Range<usize>,
    verb: usize,
) -> bool {
    let words = &sentence.words;
    said_so(words, at, clause)
        || shown(words, at)
        || holds_back(words, at)
        || unknown(words, clause, at)
        || spoke_with(words, clause, at, verb)
        || talked_about(words, clause, at, verb)
}

/// "Karine said this pretty well yesterday": said it, and how.
fn said_so(words: &[Word<'_>], at: &Range<usize>, clause: &Range<usize>) -> bool {
    let from = clause.start.max(at.start.saturating_sub(7)).min(at.start);
    (from..at.start.saturating_sub(1)).any(|i| {
        let how = &words[i + 2..at.start];
        words[i].listed(ANSWERED)
            && words[i + 1].any(&["it", "that", "this"])
            && how.iter().all(|w| {
                w.kind == Kind::Word
                    && (w.text.ends_with("ly")
                        || w.listed(lex::PREPOSITIONS)
                        || w.any(&[
                            "a", "already", "best", "better", "bit", "earlier", "great", "just",
                            "little", "many", "pretty", "quite", "several", "so", "the", "times",
                            "too", "top", "very", "well",
                        ]))
            })
    })
}

/// "I don’t know what was weak about closing it in 2021".
fn unknown(words: &[Word<'_>], clause: &Range<usize>, at: &Range<usize>) -> bool {
    let from = words[..at.start]
        .iter()
        .rposition(|w| w.is("but") || matches!(w.text, ":" | ";" | "—"))
        .map_or(clause.start, |i| i + 1);
    words[from.min(at.start)..at.start].windows(3).any(|three| {
        three[0].any(&["i", "we"])
            && three[1].any(&[
                "can’t", "can't", "cannot", "didn’t", "didn't", "don’t", "don't",
            ])
            && three[2].any(&["know", "recall", "remember", "think"])
    })
}

/// "I spoke with him yesterday": nobody is named, and nothing of what was said.
fn spoke_with(words: &[Word<'_>], clause: &Range<usize>, at: &Range<usize>, verb: usize) -> bool {
    let spoke =
        (verb..words.len().min(verb + 3)).find(|&i| words[i].any(&["spoke", "spoken", "talked"]));
    let subject = verb.checked_sub(1).filter(|&i| i >= clause.start);
    let nobody = subject.is_some_and(|i| {
        words[i].listed(lex::PRONOUNS)
            || words[i].any(&["actually", "again", "also", "just", "last"])
    }) && !words[clause.start..verb]
        .iter()
        .skip(1)
        .any(|w| w.capital() && !w.is("i"));
    spoke.is_some_and(|i| {
        let with = words.get(i + 1).is_some_and(|w| w.any(&["to", "with"]));
        let him = words
            .get(i + 2)
            .is_some_and(|w| w.any(&["her", "him", "it", "me", "them", "us", "you"]));
        let whole = at.start <= i + 7
            && !words[at.end.min(words.len())..words.len().min(at.end + 2)]
                .iter()
                .any(|w| w.any(&["about", "and", "in", "that", "to"]));
        with && him
            && nobody
            && whole
            && words[(i + 3).min(at.start)..at.start]
                .iter()
                .all(|w| !w.capital() && w.text != ",")
    })
}

/// "You saw the readout from the palace yesterday": nothing of what it said.
fn shown(words: &[Word<'_>], at: &Range<usize>) -> bool {
    (at.start.saturating_sub(14)..at.start).any(|i| {
        let seen = words[i].any(&["heard", "read", "saw", "seen"]);
        let you = words[i.saturating_sub(3)..i]
            .iter()
            .any(|w| w.any(&["everyone", "you", "you've", "you’ve"]));
        let rest = &words[i + 1..at.start];
        seen && you
            && rest.first().is_some_and(|w| w.listed(lex::DETERMINERS))
            && rest.iter().take(3).any(|w| w.listed(SHOWN))
            // "you may have seen the news that a ferry sank today"
            && !rest.iter().any(|w| w.any(&["that", "there"]))
    })
}

/// "I won’t get ahead of what he’ll say today", "we’re going to go vote today".
fn holds_back(words: &[Word<'_>], at: &Range<usize>) -> bool {
    let before = &words[..at.start];
    let ahead = before.windows(3).enumerate().any(|(i, three)| {
        three[0].any(&["get", "getting"])
            && three[1].is("ahead")
            && three[2].is("of")
            && !before[i + 3..]
                .iter()
                .any(|w| matches!(w.text, "," | ";" | ":"))
    });
    let urged = before.windows(5).any(|five| {
        five[0].any(&["we're", "we’re", "you're", "you’re"])
            && five[1].is("going")
            && five[2].is("to")
            && (five[3].any(&["fight", "remind", "win"])
                || five[3].is("go") && five[4].any(&["and", "out", "vote"]))
    });
    ahead || urged
}

/// "We talked yesterday about changing it", "I’ve talked to you guys last week".
fn talked_about(words: &[Word<'_>], clause: &Range<usize>, at: &Range<usize>, verb: usize) -> bool {
    let Some(talk) = (verb..words.len().min(verb + 4)).find(|&i| words[i].listed(TALKED)) else {
        return false;
    };
    let from = clause.start.max(verb.saturating_sub(3)).min(verb);
    let subject = &words[from..=verb];
    let person = |w: &Word<'_>| {
        w.any(&[
            "i", "i've", "i’ve", "we", "we've", "we’ve", "you", "you've", "you’ve",
        ])
    };
    // "The mayor and I talked about the port": two who met.
    let alone = subject.iter().any(person) && !subject.iter().any(|w| w.is("and"));
    let end = clause.end.max(at.end).min(words.len());
    let rest = &words[talk + 1..end.max(talk + 1)];
    let with = rest.windows(2).any(|two| {
        two[0].any(&["to", "with"])
            && (two[1].capital()
                || two[1].listed(lex::DETERMINERS)
                || two[1].any(&["her", "him", "them"]))
    });
    let to_you = rest
        .windows(2)
        .take(3)
        .any(|two| two[0].any(&["to", "with"]) && two[1].any(&["y'all", "y’all", "you"]));
    let about = rest.iter().take(8).any(|w| w.is("about"));
    let little = rest
        .iter()
        .take(3)
        .any(|w| w.any(&["bit", "briefly", "little", "some"]));
    // "Today, we talked about the port" may come from two who met; "everything that we talked
    // about today" does not.
    let both = subject.iter().any(|w| w.is("we"))
        && words[at.clone()]
            .iter()
            .any(|w| w.any(&["today", "tonight"]))
        && from
            .checked_sub(1)
            .is_none_or(|i| words[i].kind == Kind::Mark || words[i].listed(lex::CONNECTORS));
    let talked = !words[talk].any(&["spoke", "spoken"]) || little;
    alone && (to_you || talked && about && !with && !both)
}

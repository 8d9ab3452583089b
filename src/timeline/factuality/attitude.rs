//! Speech: what is said in passing, felt, denied or broken off tells nothing.

use std::ops::Range;

use super::{
    super::{
        clause::{Opener, Sentence, is_participle, is_past},
        lexicon as lex,
        words::{Kind, Word},
    },
    metadiscourse::is_pointer,
    modality::SETTLED,
    near::{Near, Predication},
    polarity::contracted,
    register,
};
use crate::{temporal::TimexType, text::table::List};

/// Verbs that a speaker puts his own mind in, before what he thinks: "I would expect that …".
static MIND: &List = &List::words(&[
    "assume",
    "assuming",
    "believe",
    "expect",
    "feel",
    "guess",
    "imagine",
    "suppose",
    "suspect",
    "think",
    "thought",
    "wonder",
    "wondered",
    "wondering",
]);

/// What a speaker feels about being where he is: "I'm honored to be here today".
static FEELING: &List = &List::words(&[
    "confident",
    "delighted",
    "excited",
    "glad",
    "grateful",
    "happy",
    "here",
    "honored",
    "humbled",
    "optimistic",
    "pleased",
    "privileged",
    "proud",
    "sorry",
    "sure",
    "thankful",
    "thrilled",
]);

/// Verbs of saying that repeat what is said in the same sentence: "as the mayor said on Monday".
static REPEATED: &List = &List::words(&[
    "described",
    "discussed",
    "heard",
    "laid",
    "mentioned",
    "noted",
    "outlined",
    "put",
    "referenced",
    "said",
    "saw",
    "seen",
    "stated",
    "talked",
    "told",
]);

/// Whether the date only goes with what is repeated: "As the mayor said on Monday, the port is open".
pub(super) fn is_repeated(predication: &Predication<'_, '_>) -> bool {
    let (words, at) = (predication.near.words(), predication.near.at);
    let from = at.start.saturating_sub(9);
    let Some(opener) = (from..at.start).rev().find(|&i| words[i].is("as")) else {
        return false;
    };
    let head = opener == 0
        || matches!(words[opener - 1].text, "," | "—" | "–" | "-" | ":" | "”")
        || words[opener - 1].any(&["and", "but", "so"]);
    let whole = !words[opener..at.start].iter().any(|w| w.text == ",");
    head && whole
        && words[opener + 1..at.start]
            .iter()
            .any(|w| w.listed(REPEATED))
}

/// Whether the date only goes with "what" somebody did: "we saw what the court did in 2013".
pub(super) fn is_what(predication: &Predication<'_, '_>) -> bool {
    let (words, clause) = (predication.near.words(), &predication.range);
    predication.verb.is_some_and(|verb| {
        words[verb].any(&["did", "happened", "occurred", "said"])
            && words[clause.start.max(verb.saturating_sub(4))..verb]
                .iter()
                .any(|w| w.is("what"))
    })
}

/// A date in speech or quotation with the verb that it goes with.
fn said<'a>(predication: &'a Predication<'_, '_>) -> Option<(&'a Predication<'a, 'a>, usize)> {
    let near = &predication.near;
    let spoken = near.register.spoken || near.sentence.quoted[near.at.start];
    Some(predication).filter(|_| spoken).zip(predication.verb)
}

/// Whether speech has no verb: "Some real progress to report going into the winter."
pub(super) fn is_fragment(predication: &Predication<'_, '_>) -> bool {
    let near = &predication.near;
    let spoken = near.register.spoken || near.sentence.quoted[near.at.start];
    spoken && predication.verb.is_none() && near.sentence.verb(0..near.words().len()).is_none()
}

/// Whether speech denies it: "I don’t have a meeting", "That’s not what he said".
pub(super) fn is_denied(predication: &Predication<'_, '_>) -> bool {
    said(predication).is_some_and(|(p, verb)| denied(p.near.words(), &p.range, verb))
}

/// Whether a speaker says what he thinks or feels.
pub(super) fn is_opinion(predication: &Predication<'_, '_>) -> bool {
    said(predication).is_some_and(|(p, _)| {
        let (words, at) = (p.near.words(), p.near.at);
        minded(words, at) || felt(words, at)
    })
}

/// Whether a speaker only points to what was said or done before.
pub(super) fn is_anaphoric(predication: &Predication<'_, '_>) -> bool {
    said(predication).is_some_and(|(p, verb)| {
        let Near { sentence, at, .. } = p.near;
        pointing(sentence, &p.range, at, verb)
            || again(sentence, &p.range, at)
            || gone_over(sentence, at, verb)
            || is_pointer(sentence, &p.range, at, verb)
    })
}

/// Whether speech names nobody and the date is "that day" or a bare hour.
pub(super) fn is_vague(predication: &Predication<'_, '_>) -> bool {
    said(predication).is_some_and(|(p, verb)| {
        let (sentence, own) = (p.near.sentence, p.near.own());
        // "and won the cup that year": which, was said before.
        let that = p.near.first().is("that") && own.len() > 1;
        let clock = p.near.timex.kind == TimexType::Time
            && own
                .iter()
                .all(|w| w.kind != Kind::Word || w.any(&["a.m.", "p.m.", "am", "pm", "noon"]));
        !register::named(sentence, &p.range, verb) && (that || clock)
    })
}

/// Whether what the verb says is denied: "I don’t have a meeting", "That’s not what he said".
fn denied(words: &[Word<'_>], clause: &Range<usize>, verb: usize) -> bool {
    let near = &words[clause.start.max(verb.saturating_sub(2))..words.len().min(verb + 3)];
    near.iter()
        .any(|w| w.any(&["never", "not"]) || contracted(w.text))
        || words.len() > 3
            && words[0].any(&["it", "it's", "it’s", "that", "that's", "that’s", "this"])
            && words[1..3].iter().any(|w| w.is("not"))
}

/// Whether the subject only points to what was said before: "It started on Saturday".
fn pointing(
    sentence: &Sentence<'_>,
    clause: &Range<usize>,
    at: &Range<usize>,
    verb: usize,
) -> bool {
    let words = &sentence.words;
    let relative = sentence.clauses[sentence.clause(at.start)].opener == Opener::Relative;
    let bare = at.start < verb + 4 || !register::is_done(sentence, clause, at, Some(verb));
    let held = words[verb..at.start.max(verb)]
        .iter()
        .any(|w| w.listed(lex::EVENTFUL));
    let subject = verb.checked_sub(1).filter(|&i| i >= clause.start);
    let points = subject.is_some_and(|i| words[i].any(&["it", "that", "there", "this"]))
        || words[verb].any(&["it's", "it’s", "that's", "that’s"]);
    points && bare && !held && !relative
}

/// Whether what was done is only pointed to: "Jeff addressed this already today", "we talked about
/// it a little bit last week".
fn again(sentence: &Sentence<'_>, clause: &Range<usize>, at: &Range<usize>) -> bool {
    let words = &sentence.words;
    let pronoun = |w: &Word<'_>| w.any(&["it", "that", "this"]);
    let object = (at.start.saturating_sub(2).max(clause.start + 1)..at.start).any(|i| {
        pronoun(&words[i]) && (sentence.finite(i - 1) || words[i - 1].any(&["about", "to"]))
    });
    object
        || words[clause.start.min(at.start)..at.start]
            .windows(3)
            .any(|three| {
                three[0].any(&["speak", "spoke", "talk", "talked", "talking"])
                    && three[1].any(&["about", "on", "to"])
                    && pronoun(&three[2])
            })
}

/// Whether "we", "you" or "who" have only talked it over or come together: "one of the things that
/// we have discussed today", "those who have joined us today".
fn gone_over(sentence: &Sentence<'_>, at: &Range<usize>, verb: usize) -> bool {
    let words = &sentence.words;
    let idle = |w: &Word<'_>| {
        w.any(&[
            "come",
            "discussed",
            "gathered",
            "heard",
            "joined",
            "mentioned",
            "said",
            "seen",
            "talked",
        ])
    };
    let pronoun = |w: &Word<'_>| w.any(&["i", "that", "they", "we", "who", "you"]);
    // "the grant that I talked about today"
    let aside = words[verb].any(&["discussed", "mentioned", "talked"])
        && words[verb.saturating_sub(2)..verb].iter().any(pronoun)
        && words[verb.saturating_sub(4)..verb]
            .iter()
            .any(|w| w.any(&["as", "that", "what", "which"]));
    let whole = at.start > verb && !words[verb..at.start].iter().any(|w| w.text == ",");
    if aside && whole {
        return true;
    }
    let contracted = words[verb].any(&["they’ve", "we’ve", "who’ve", "you’ve"]);
    (words[verb].any(&["has", "have"]) && words[verb.saturating_sub(2)..verb].iter().any(pronoun)
        || contracted)
        && at.start > verb
        && words[verb + 1..words.len().min(verb + 4)].iter().any(idle)
}

/// Past forms that tell nothing done: what was, was seen or was said.
static IDLE: &List = &List::words(&[
    "felt", "got", "had", "heard", "knew", "liked", "looked", "loved", "meant", "needed", "said",
    "saw", "talked", "thought", "wanted", "was", "were",
]);

/// Whether the verb at `verb` tells that something was done, whoever did it.
pub(super) fn acts(sentence: &Sentence<'_>, verb: usize) -> bool {
    let words = &sentence.words;
    let passive = words[verb].any(&["had", "was", "were"])
        && words[verb + 1..words.len().min(verb + 3)]
            .iter()
            .any(|w| is_participle(w.text));
    // "is expected to open", "are scheduled for"
    let settled =
        words[verb].any(&["are", "is"]) && words.get(verb + 1).is_some_and(|w| w.listed(SETTLED));
    let past = is_past(words[verb].text) || words[verb].is("did");
    passive || settled || past && !words[verb].listed(IDLE)
}

/// Whether "I" or "we" think, guess or wonder before the date.
fn minded(words: &[Word<'_>], at: &Range<usize>) -> bool {
    words[..at.start].windows(3).any(|three| {
        three[0].any(&["i", "we", "i'd", "i’d", "you"])
            && (three[1].listed(MIND) || three[2].listed(MIND) && !three[1].listed(lex::PRONOUNS))
    })
}

/// Whether the sentence says what the speaker feels or whom he thanks.
fn felt(words: &[Word<'_>], at: &Range<usize>) -> bool {
    let feels = words[..at.start].windows(2).any(|two| {
        let be = two[0].any(&["i'm", "i’m", "we're", "we’re", "am", "are"]);
        be && two[1].listed(FEELING)
    });
    let thanks = words[..at.start]
        .windows(2)
        .any(|two| two[0].any(&["to", "i", "we"]) && two[1].is("thank"));
    // "And thank all of you for coming today", "a special thanks for hosting us tonight"
    let now = words[at.clone()]
        .iter()
        .any(|w| w.any(&["this", "today", "tonight"]));
    let thanked =
        now && words[..at.start].iter().take(8).enumerate().any(|(i, w)| {
            let for_it = words[i + 1].any(&["for", "in"]);
            w.is("thank") || w.is("thanks") && (for_it || i > 0 && words[i - 1].is("special"))
        }) && !words[..at.start].iter().any(|w| w.is("will"));
    feels || thanks || thanked
}

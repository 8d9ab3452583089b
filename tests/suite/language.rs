//! English sentences: words, tags, lemmas, clauses, governors; one case a line in the fixtures.

use std::fmt::Write;

use dateline::{
    language::{
        Aspect, Clause, ClauseKind, GovernorKind, Modality, Penn, Sentence, Tense, VerbForm,
        en::{MOST_TOKENS, governor, lemma_of, read, realize},
    },
    text::Span,
};
use proptest::prelude::*;

/// The cases of a fixture: the columns of each line that is no comment.
fn cases(fixture: &str) -> impl Iterator<Item = Vec<&str>> {
    let lines = fixture.lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| line.split(" | ").collect())
}

fn whole(text: &str) -> Sentence<'_> {
    read(text, Span::new(0, text.len()), &[])
}

/// Asserts that nothing went wrong, and says everything that did.
#[track_caller]
fn none_wrong(wrong: &str) {
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn texts_are_divided_into_words() {
    let mut wrong = String::new();
    for case in cases(include_str!("../fixtures/language/tokens.txt")) {
        let sentence = whole(case[0]);
        let words: Vec<&str> = (0..sentence.len()).map(|at| sentence.form(at)).collect();
        if words.join(" ") != case[1] {
            writeln!(wrong, "{}\n  {}", case[0], words.join(" ")).unwrap();
        }
    }
    none_wrong(&wrong);
}

#[test]
fn words_have_their_tags() {
    let mut wrong = String::new();
    for case in cases(include_str!("../fixtures/language/tags.txt")) {
        let text = case[0]
            .replace(" n't", "n't")
            .replace(" '", "'")
            .replace(" - ", "-");
        let sentence = whole(&text);
        let tags: Vec<&str> = sentence
            .tokens()
            .iter()
            .map(|token| token.penn.name())
            .collect();
        if tags.join(" ") != case[1] {
            writeln!(wrong, "{}\n  {}", case[0], tags.join(" ")).unwrap();
        }
    }
    none_wrong(&wrong);
}

#[test]
fn forms_have_their_lemmas() {
    let mut wrong = String::new();
    for case in cases(include_str!("../fixtures/language/lemmas.txt")) {
        let penn = Penn::ALL
            .iter()
            .find(|penn| penn.name() == case[1])
            .unwrap();
        let lemma = lemma_of(case[0], *penn);
        if lemma != case[2] {
            writeln!(wrong, "{} {}: {lemma}", case[0], case[1]).unwrap();
        }
    }
    none_wrong(&wrong);
}

/// A clause as the fixture writes it.
fn told(sentence: &Sentence, clause: &Clause) -> String {
    let kind = match clause.kind {
        _ if clause.condition => "condition",
        ClauseKind::Main => "main",
        ClauseKind::Relative => "relative",
        ClauseKind::Participial => "participial",
        ClauseKind::Adverbial => "adverbial",
        ClauseKind::Complement => "complement",
        ClauseKind::Conjunct => "conjunct",
    };
    let Some(verb) = &clause.verb else {
        return kind.to_owned();
    };
    let mut words = vec![kind, verb.lemma.as_str()];
    words.push(match (verb.modality, verb.form, verb.tense) {
        (Modality::Ability, ..) => "ability",
        (Modality::Possibility, ..) => "possibility",
        (Modality::Obligation, ..) => "obligation",
        (Modality::Hypothesis, ..) => "hypothesis",
        (_, VerbForm::Infinitive, _) => "infinitive",
        (_, VerbForm::Participle, _) => "participle",
        (_, _, Some(Tense::Past)) => "past",
        (_, _, Some(Tense::Future)) => "future",
        (_, _, _) => "present",
    });
    let flags = [
        (verb.negated, "not"),
        (verb.aspect == Aspect::Perfect, "perfect"),
        (verb.aspect == Aspect::Progressive, "progressive"),
        (verb.passive, "passive"),
    ];
    words.extend(flags.iter().filter(|(is, _)| *is).map(|(_, name)| *name));
    let noun = |at: Option<usize>| at.map_or("-".to_owned(), |at| sentence.form(at).to_lowercase());
    format!(
        "{} {} {}",
        words.join(" "),
        noun(clause.subject),
        noun(clause.object)
    )
}

#[test]
fn sentences_have_their_clauses() {
    let mut wrong = String::new();
    for case in cases(include_str!("../fixtures/language/clauses.txt")) {
        let sentence = whole(case[0]);
        let clauses: Vec<String> = sentence
            .clauses()
            .iter()
            .map(|clause| told(&sentence, clause))
            .collect();
        if clauses != case[1..] {
            writeln!(wrong, "{}\n  {}", case[0], clauses.join(" | ")).unwrap();
        }
    }
    none_wrong(&wrong);
}

/// A text whose date stands in brackets, without them, and the date.
fn dated(text: &str) -> (String, Span) {
    let (before, rest) = text.split_once('[').unwrap();
    let (date, after) = rest.split_once(']').unwrap();
    let span = Span::new(before.len(), before.len() + date.len());
    ([before, date, after].concat(), span)
}

#[test]
fn dates_have_their_governors() {
    let mut wrong = String::new();
    for case in cases(include_str!("../fixtures/language/governors.txt")) {
        let (text, date) = dated(case[0]);
        let sentence = read(&text, Span::new(0, text.len()), &[date]);
        let found = governor(&sentence, date).unwrap();
        let kind = match found.kind {
            GovernorKind::Verb => "verb",
            GovernorKind::Participle => "participle",
            GovernorKind::EventNoun => "event noun",
            GovernorKind::Possessed => "possessed",
            GovernorKind::Other => "other",
        };
        let clause = sentence
            .clauses()
            .iter()
            .find(|clause| clause.head == found.place);
        let subject = clause.and_then(|clause| clause.subject);
        let subject = subject.map_or("-", |at| sentence.form(at));
        let got = [sentence.form(found.place), kind, subject];
        if got != case[1..] {
            writeln!(wrong, "{}\n  {}", case[0], got.join(" | ")).unwrap();
        }
    }
    none_wrong(&wrong);
}

#[test]
fn clauses_become_lines() {
    let mut wrong = String::new();
    for case in cases(include_str!("../fixtures/language/lines.txt")) {
        let (text, date) = dated(case[0]);
        let sentence = read(&text, Span::new(0, text.len()), &[date]);
        let found = governor(&sentence, date).unwrap();
        let line = realize(&sentence, found.clause, &[date], 60).unwrap_or("-".to_owned());
        if line != case[1] {
            writeln!(wrong, "{}\n  {line}", case[0]).unwrap();
        }
    }
    none_wrong(&wrong);
}

#[test]
fn quotations_have_their_speakers() {
    let speaker = |text: &str| {
        let sentence = whole(text);
        let quote = sentence.quotes().first().cloned().unwrap();
        let words = quote.words.start..quote.words.end - 1;
        let inside: Vec<&str> = words.map(|at| sentence.form(at)).collect();
        (
            inside.join(" "),
            quote.speaker.map(|at| sentence.form(at).to_owned()),
        )
    };
    let said = |words: &str, who: &str| (words.to_owned(), Some(who.to_owned()));
    assert_eq!(
        speaker("“We will respond on Monday,” the minister told reporters."),
        said("We will respond on Monday", "minister")
    );
    assert_eq!(
        speaker("The mayor said: \"The bridge is safe.\""),
        said("The bridge is safe", "mayor")
    );
    assert_eq!(speaker("They called it \"a good day.\"").1, None);
}

/// Every place that a reading names lies in the sentence, and every span in the text.
fn sound(text: &str, within: Span, dates: &[Span]) -> Result<(), TestCaseError> {
    let sentence = read(text, within, dates);
    let len = sentence.len();
    prop_assert!(len <= MOST_TOKENS);
    let mut last = within.start;
    for token in sentence.tokens() {
        prop_assert!(token.span.fits(text) && !token.span.is_empty());
        prop_assert!(token.span.start >= last && token.span.end <= within.end);
        prop_assert!(token.head.is_none_or(|head| head < len));
        last = token.span.end;
    }
    for start in 0..len {
        let above = std::iter::successors(Some(start), |at| sentence.tokens()[*at].head);
        prop_assert!(
            above.take(len + 1).count() <= len,
            "{start} is above itself"
        );
    }
    for (number, clause) in sentence.clauses().iter().enumerate() {
        prop_assert!(clause.words.contains(&clause.head) && clause.words.end <= len);
        prop_assert!(clause.parent.is_none_or(|parent| parent != number));
        let places = [
            clause.subject,
            clause.object,
            clause.complement,
            clause.mark,
        ];
        prop_assert!(places.iter().flatten().all(|place| *place < len));
    }
    for span in dates {
        if let Some(found) = governor(&sentence, *span) {
            let line = realize(&sentence, found.clause, dates, 80);
            prop_assert!(line.is_none_or(|line| line.chars().count() <= 80));
            prop_assert!(found.place < len && found.clause < sentence.clauses().len());
        }
    }
    prop_assert!(sentence.quotes().iter().all(|quote| quote.words.end <= len));
    Ok(())
}

proptest! {
    #[test]
    fn any_text_is_read_soundly(text in "\\PC{0,200}", cuts in proptest::array::uniform4(0usize..200)) {
        let at = |cut: usize| (0..=cut.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        let mut cuts = cuts.map(at);
        cuts.sort_unstable();
        let [a, b, c, d] = cuts;
        sound(&text, Span::new(a, d), &[Span::new(b, c)])?;
    }

    #[test]
    fn any_words_are_read_soundly(
        words in proptest::collection::vec(
            prop_oneof![
                Just("said"), Just("which"), Just("who"), Just("The"), Just("on"), Just("Monday"),
                Just(","), Just("."), Just("“"), Just("”"), Just("signed"), Just("and"),
                Just("deal"), Just("to"), Just("was"), Just("1998"), Just("percent"), Just("'s"),
                Just("n't"), Just("visits"), Just("been"), Just("if"), Just("attack"),
            ],
            0..40,
        )
    ) {
        let text = words.join(" ");
        let dates: Vec<Span> = text.match_indices("Monday").map(|(at, _)| Span::new(at, at + 6)).collect();
        sound(&text, Span::new(0, text.len()), &dates)?;
    }
}

/// What takes longest where a step is not linear; each a megabyte.
#[test]
fn a_sentence_without_end_is_read_in_part() {
    for unit in [
        "x",
        " x",
        "x.",
        "-",
        " \u{201c}",
        "'s",
        "$1",
        "ab\u{301}",
        "한",
        " Monday",
        " and signed",
        " who said",
        "@",
        ".",
        " 1998,",
        "n't",
        "\u{202e}",
        "//:",
    ] {
        let text = unit.repeat(1_000_000 / unit.len());
        let dates = [
            Span::new(0, unit.len()),
            Span::new(text.len() - unit.len(), text.len()),
        ];
        sound(&text, Span::new(0, text.len()), &dates).unwrap();
    }
}

#[test]
fn nothing_is_read_of_nothing() {
    for text in ["", " ", "\n"] {
        let sentence = whole(text);
        assert!(sentence.is_empty() && sentence.clauses().is_empty());
        assert_eq!(governor(&sentence, Span::new(0, 0)), None);
    }
    assert!(read("short", Span::new(3, 90), &[]).is_empty());
}

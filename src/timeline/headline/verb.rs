//! Verbs as headlines use them.

use super::{
    super::{
        clause::is_past,
        lexicon as lex,
        words::{Kind, listed},
    },
    Piece,
};

/// "was scheduled to take part", "will moderate" → "to take part", "to moderate".
pub(super) fn plan(pieces: &mut Vec<Piece<'_>>) {
    let Some(i) = pieces
        .iter()
        .take(16)
        .position(|p| p.put.is_none() && (p.word.any(&["is", "are", "was", "were", "will"])))
    else {
        return;
    };
    if i == 0
        || pieces[..i].iter().any(|p| {
            p.put.is_none()
                && (is_past(p.word.text)
                    || matches!(p.text(), "“" | "\"" | ":")
                    || p.word.listed(lex::SUBORDINATORS))
        })
    {
        return;
    }
    if pieces[i].word.is("will") {
        let mut next = i + 1;
        while pieces
            .get(next)
            .is_some_and(|p| p.word.any(&["also", "then", "later"]))
        {
            pieces.remove(next);
            next = i + 1;
        }
        if pieces
            .get(i + 1)
            .is_some_and(|p| p.word.kind == Kind::Word && !p.word.is("not"))
        {
            pieces[i].put = Some("to".to_owned());
        }
        return;
    }
    let planned = |p: &Piece<'_>| {
        p.word
            .any(&["scheduled", "expected", "set", "due", "slated", "poised"])
    };
    let at = (i + 1..pieces.len().min(i + 3))
        .find(|&j| planned(&pieces[j]) && pieces.get(j + 1).is_some_and(|p| p.word.is("to")));
    if let Some(at) = at {
        pieces.drain(i..=at);
        // a comma left between subject and "to"
        if i > 0 && pieces[i - 1].text() == "," {
            pieces.remove(i - 1);
        }
    }
}

/// "taking" → "takes": the third person that headlines use.
pub(super) fn third_person(gerund: &str) -> Option<String> {
    let lower = gerund.to_ascii_lowercase();
    let stem = lower.strip_suffix("ing")?;
    let double =
        stem.len() > 3 && stem.as_bytes()[stem.len() - 1] == stem.as_bytes()[stem.len() - 2];
    let candidates = [
        format!("{stem}s"),
        format!("{stem}es"),
        if double {
            format!("{}s", &stem[..stem.len() - 1])
        } else {
            String::new()
        },
        stem.strip_suffix('y')
            .map(|s| format!("{s}ies"))
            .unwrap_or_default(),
    ];
    let known = |third: &String| {
        listed(lex::PRESENT, third) || lex::IRREGULAR_PAST.iter().any(|row| row.1 == third)
    };
    if let Some(third) = candidates.iter().find(|c| known(c)) {
        return Some(third.clone());
    }
    let vowel = |b: u8| b"aeiou".contains(&b);
    let bytes = stem.as_bytes();
    let n = bytes.len();
    if n < 2 {
        return None;
    }
    Some(
        if stem.ends_with("sh")
            || stem.ends_with("ch")
            || stem.ends_with('x')
            || stem.ends_with("ss")
        {
            format!("{stem}es")
        } else if double && !stem.ends_with("ll") && !stem.ends_with("ss") {
            format!("{}s", &stem[..n - 1])
        } else if !vowel(bytes[n - 1])
            && vowel(bytes[n - 2])
            && (n < 3 || !vowel(bytes[n - 3]))
            && b"cgsuvz".contains(&bytes[n - 1])
            || stem.ends_with("at")
            || stem.ends_with("ut") && n > 4
        {
            format!("{stem}es")
        } else {
            format!("{stem}s")
        },
    )
}

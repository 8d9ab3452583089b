//! Verbs as headlines use them.

use super::{
    super::{clause::is_past, lexicon as lex, words::Kind},
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
    if pieces[i - 1].word.listed(lex::PRONOUNS) || pieces[0].word.listed(lex::PREPOSITIONS) {
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
        lex::PRESENT.has(third) || lex::IRREGULAR_PAST.rows().iter().any(|row| row.1 == third)
    };
    if let Some(third) = candidates.iter().find(|c| known(c)) {
        return Some(third.clone());
    }
    Some(
        if ["sh", "ch", "x", "ss", "zz"]
            .iter()
            .any(|end| stem.ends_with(end))
        {
            format!("{stem}es")
        } else if double
            && !["ll", "ss", "dd", "ff"]
                .iter()
                .any(|end| stem.ends_with(end))
        {
            format!("{}s", &stem[..stem.len() - 1])
        } else if silent_e(stem) {
            format!("{stem}es")
        } else if let Some(root) = stem.strip_suffix('y')
            && !root.ends_with(['a', 'e', 'o', 'u'])
        {
            format!("{root}ies")
        } else {
            format!("{stem}s")
        },
    )
}

/// Whether the stem of an -ing form has lost an "e": "conclud", "becom", "settl", but not "visit".
fn silent_e(stem: &str) -> bool {
    let bytes = stem.as_bytes();
    let vowel = |i: usize| bytes.len() > i && b"aeiou".contains(&bytes[bytes.len() - 1 - i]);
    if bytes.len() < 2 || vowel(0) {
        return false;
    }
    if !vowel(1) {
        // a cluster: "announc", "chang", "settl", "surg", "solv"
        return ["nc", "rc", "rg", "dg", "ns", "rs", "ps", "lv", "rv"]
            .iter()
            .any(|end| stem.ends_with(end))
            || stem.ends_with('l') && !matches!(bytes[bytes.len() - 2], b'l' | b'r' | b'w')
            || stem.ends_with("ang") && bytes.len() > 4;
    }
    if vowel(2) {
        // two vowels: "join", "speak", but "leav", "rais", "releas", "reduc", "graduat"
        return stem.ends_with(['v', 's', 'c', 'g', 'z'])
            || ["quir", "uat", "iat", "creat"]
                .iter()
                .any(|end| stem.ends_with(end));
    }
    [
        "c", "g", "v", "z", "s", "u", "ad", "id", "ud", "od", "ak", "ik", "ok", "at", "ut", "ot",
        "um", "im", "am", "om", "ur", "ir", "ar", "uir", "in", "il", "ul", "ap", "op", "plet",
        "unit", "invit", "writ", "cit", "ven", "clin", "pon", "nam",
    ]
    .iter()
    .any(|end| stem.ends_with(end))
        && !["gain", "develop", "limit", "explain"]
            .iter()
            .any(|end| stem.ends_with(end))
}

//! The months of other languages than English, and the years of two digits that old mail
//! headers carry: what fields of feeds, pages and databases hold.

/// Names and abbreviations, lower case, without the full stop: German, French, Spanish,
/// Italian, Portuguese, Dutch. A name that two languages share means the same month in both.
#[rustfmt::skip]
const MONTHS: &[(&str, &[&str])] = &[
    ("January", &["januar", "jänner", "jän", "janvier", "janv", "enero", "ene", "gennaio", "gen", "janeiro", "januari"]),
    ("February", &["februar", "feber", "février", "févr", "fév", "febrero", "febbraio", "fevereiro", "fev", "februari"]),
    ("March", &["märz", "mär", "mrz", "mars", "marzo", "março", "maart", "mrt"]),
    ("April", &["avril", "avr", "abril", "abr", "aprile"]),
    ("May", &["mai", "mayo", "maggio", "mag", "maio", "mei"]),
    ("June", &["juni", "juin", "junio", "giugno", "giu", "junho"]),
    ("July", &["juli", "juillet", "juil", "julio", "luglio", "lug", "julho"]),
    ("August", &["août", "agosto", "ago", "augustus"]),
    ("September", &["septembre", "septiembre", "settembre", "set", "setembro"]),
    ("October", &["oktober", "okt", "octobre", "octubre", "ottobre", "ott", "outubro", "out"]),
    ("November", &["novembre", "noviembre", "novembro"]),
    ("December", &["dezember", "dez", "décembre", "déc", "diciembre", "dic", "dicembre", "dezembro"]),
];

/// A field with its month in English and its year in four digits, for the reader of stamps;
/// `None` where nothing of it changes.
pub fn englished(field: &str) -> Option<String> {
    let mut changed = false;
    let mut words: Vec<String> = Vec::new();
    for word in field.split_whitespace().take(16) {
        let bare = word.trim_end_matches(['.', ',']).to_lowercase();
        // "4 de marzo de 2021": the joint is left out.
        if matches!(bare.as_str(), "de" | "del" | "di") && !words.is_empty() {
            changed = true;
            continue;
        }
        let month = MONTHS
            .iter()
            .find(|(_, names)| names.contains(&bare.as_str()));
        if let Some((english, _)) = month {
            changed = true;
            words.push((*english).to_owned());
        } else if let Some(day) = ordinal(&bare) {
            changed = true;
            words.push(day.to_owned());
        } else {
            words.push(word.to_owned());
        }
    }
    // "Thu, 03 Sep 15 00:01:01 +0200": day, month, year of two digits.
    let year = (2..words.len()).find(|&i| {
        let two = words[i].len() == 2 && words[i].bytes().all(|b| b.is_ascii_digit());
        let day = words[i - 2].trim_end_matches(['.', ',']);
        two && super::stamp::month(words[i - 1].trim_end_matches(['.', ','])).is_some()
            && (1..=2).contains(&day.len())
            && day.bytes().all(|b| b.is_ascii_digit())
    });
    if let Some(year) = year {
        changed = true;
        let number: u32 = words[year].parse().ok()?;
        words[year] = (number + if number < 70 { 2000 } else { 1900 }).to_string();
    }
    changed.then(|| words.join(" "))
}

/// "4." of German, "1er" of French.
fn ordinal(word: &str) -> Option<&str> {
    let digits = word.trim_end_matches(|c: char| !c.is_ascii_digit());
    let tail = &word[digits.len()..];
    let number = (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    (number && matches!(tail, "" | "er" | "º" | "°")).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::englished;

    #[test]
    fn fields_of_other_languages() {
        for (field, expected) in [
            ("3 mars 2019", "3 March 2019"),
            (
                "Mi, 05 Dez 2018 10:00:00 GMT",
                "Mi, 05 December 2018 10:00:00 GMT",
            ),
            ("4. März 2021", "4 March 2021"),
            ("1er août 2020", "1 August 2020"),
            ("4 de marzo de 2021", "4 marzo 2021"),
            (
                "Thu, 03 Sep 15 00:01:01 +0200",
                "Thu, 03 Sep 2015 00:01:01 +0200",
            ),
        ] {
            let expected = expected.replace("marzo", "March");
            assert_eq!(englished(field).as_deref(), Some(&*expected), "{field}");
        }
        assert_eq!(englished("noon"), None);
    }
}

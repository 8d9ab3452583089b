//! Who tells an event: the words, the date they give and by which rule, the sentence, the source.

use super::{cite::Citation, dated, line_of};
use crate::{
    corpus::Article,
    text::Span,
    timeline::{Event, Telling, Timeline},
};

/// One telling of an event with its parts cleaned.
#[derive(Clone, Debug)]
pub struct Told<'t> {
    /// The index of the article in the timeline.
    pub index: usize,
    /// The article.
    pub article: &'t Article,
    /// The telling itself.
    pub telling: &'t Telling,
    /// Its source.
    pub citation: Citation,
    /// The date that it gives, in words.
    pub date: String,
    /// Whether that is another date than the event has.
    pub differs: bool,
    /// The dated words, where there are any.
    pub words: Option<String>,
    /// The evidence: before, in and behind the dated words. Where they do not stand in it, all
    /// of it is before them.
    pub evidence: [String; 3],
    /// The title of the article that this one is a copy of.
    pub copy_of: Option<String>,
}

impl Told<'_> {
    /// The evidence as one line.
    #[must_use]
    pub fn quote(&self) -> String {
        line_of(self.telling.evidence.of(&self.article.text))
    }

    /// How the date was read: `Dated by the weekday rule from “Tuesday”: Tuesday before or on
    /// 2023-07-11`.
    #[must_use]
    pub fn reading(&self) -> String {
        let timex = &self.telling.timex;
        let mut reading = format!("Dated by the {} rule", timex.rule.name);
        if let Some(words) = &self.words {
            reading += &[" from “", words, "”"].concat();
        }
        let why = line_of(&timex.explanation);
        if !why.is_empty() {
            reading += &[": ", &why].concat();
        }
        reading
    }

    /// What sets it apart from the event: `gives 15 May 2024`, `a copy of “…”`.
    #[must_use]
    pub fn remarks(&self) -> Vec<String> {
        let date = (self.differs).then(|| format!("gives {}", self.date));
        let copy = (self.copy_of.as_ref()).map(|title| format!("a copy of “{title}”"));
        date.into_iter().chain(copy).collect()
    }
}

/// The tellings of `event`, first the one that its summary and date came from.
#[must_use]
pub fn tellings<'t>(timeline: &'t Timeline, event: &'t Event) -> Vec<Told<'t>> {
    let told = |telling: &'t Telling| {
        let article = timeline.articles.get(telling.article)?;
        let words = dated::has_words(&telling.timex)
            .then(|| line_of(telling.timex.span.of(&article.text)))
            .filter(|words| !words.is_empty());
        let own = (event.date.first, event.date.last);
        Some(Told {
            index: telling.article,
            article,
            telling,
            citation: Citation::new(article),
            date: dated::told(telling),
            differs: (telling.date.first, telling.date.last) != own,
            words,
            evidence: evidence(telling, article),
            copy_of: (telling.copy_of)
                .and_then(|i| timeline.articles.get(i))
                .map(|article| line_of(article.label())),
        })
    };
    event.tellings.iter().filter_map(told).collect()
}

/// The evidence, cut before and behind the dated words.
fn evidence(telling: &Telling, article: &Article) -> [String; 3] {
    let (whole, words) = (telling.evidence, telling.timex.span);
    let text = &article.text;
    let inside = whole.start <= words.start && words.end <= whole.end && words.start < words.end;
    if !inside {
        return [line_of(whole.of(text)), String::new(), String::new()];
    }
    let before = Span::new(whole.start, words.start).of(text);
    let behind = Span::new(words.end, whole.end).of(text);
    let space = |there: bool| if there { " " } else { "" };
    let ends = before.ends_with(char::is_whitespace);
    let starts = behind.starts_with(char::is_whitespace);
    [
        format!("{}{}", line_of(before), space(ends)),
        line_of(words.of(text)),
        format!("{}{}", space(starts), line_of(behind)),
    ]
}

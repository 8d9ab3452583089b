//! Taking something away: to the clipboard, to the editor, to the browser.

use crate::{
    corpus::Article,
    export::{cite::Citation, markdown},
    text::clean::clean,
    timeline::Telling,
    ui::{
        action::{Copied, Effect, Opener},
        dates,
        state::State,
    },
};

/// The telling that is shown: the one from the article in the reader, failing that the first.
fn telling(state: &State) -> Option<&Telling> {
    let tellings = &state.event()?.tellings;
    tellings
        .iter()
        .find(|telling| Some(telling.article) == state.reader.article)
        .or(tellings.first())
}

/// The article in the reader, failing that the one that tells the event.
fn article(state: &State) -> Option<usize> {
    let article = state.reader.article;
    article.or_else(|| telling(state).map(|telling| telling.article))
}

/// What is known of a copy that went through the terminal: whether it takes it, nobody tells.
pub const SENT: &str = "sent to the terminal";

/// Copies, and says so; says why where there is nothing to copy.
pub fn copy(state: &mut State, what: Copied) -> Option<Effect> {
    let (text, name) = match what {
        Copied::Citation => (
            source(state).map(|a| Citation::new(a).to_string()),
            "citation",
        ),
        Copied::Quote => (quote(state), "quote"),
        Copied::Date => (date(state), "date"),
        Copied::Link => (source(state).map(link), "link"),
        Copied::Event => (event(state), "event"),
    };
    let Some(text) = text else {
        state.notice = Some("nothing is selected, so there is nothing to copy".to_owned());
        return None;
    };
    let text = clean(&text).into_owned();
    state.notice = Some(format!("{name} {SENT}: {text}"));
    Some(Effect::Copy(text))
}

/// Opens the article elsewhere, at the line of the evidence.
pub fn open(state: &mut State, opener: Opener) -> Option<Effect> {
    let Some(article) = article(state) else {
        state.notice = Some("no article is shown, so there is none to open".to_owned());
        return None;
    };
    let source = state.timeline.articles.get(article)?;
    if opener == Opener::Browser && source.url.is_none() {
        state.notice = Some("this article has no address; o opens its text".to_owned());
        return None;
    }
    let start = telling(state)
        .filter(|telling| telling.article == article)
        .map_or(0, |telling| telling.evidence.start);
    let before = source.text.get(..start).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    Some(Effect::Open {
        opener,
        article,
        line,
    })
}

fn source(state: &State) -> Option<&Article> {
    state.timeline.articles.get(article(state)?)
}

/// The address, failing that the path.
fn link(article: &Article) -> String {
    match &article.url {
        Some(url) => url.value.clone(),
        None => article.path.clone(),
    }
}

/// The evidence in quotation marks, with its source.
fn quote(state: &State) -> Option<String> {
    let telling = telling(state)?;
    let article = state.timeline.articles.get(telling.article)?;
    let words = telling.evidence.of(&article.text);
    Some(format!("“{}” ({})", words.trim(), Citation::new(article)))
}

/// The event as a line of Markdown.
fn event(state: &State) -> Option<String> {
    Some(markdown::line(&state.timeline, state.event()?))
}

/// The date of the event, in full.
fn date(state: &State) -> Option<String> {
    Some(dates::full(&state.event()?.date, state.theme.ascii))
}

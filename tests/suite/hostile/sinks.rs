//! Everything that writes text, the screen apart.

use dateline::{
    export::{json, plain},
    text::clean::{clean, is_invisible},
    timeline::Timeline,
};

/// Fails where a line that would be written holds what a terminal obeys or nobody sees.
pub fn check(name: &str, timeline: &Timeline) {
    for ascii in [true, false] {
        plain::lines(timeline, ascii).for_each(|line| harmless(name, &line, false));
    }
    for warning in &timeline.warnings {
        harmless(name, &clean(&warning.to_string()), false);
    }
    // JSON keeps every character, but as an escape where a terminal would obey it.
    json::events(timeline).for_each(|line| harmless(name, &line, true));
    json::articles(timeline).for_each(|line| harmless(name, &line, true));
}

/// A line without controls; where it is no `data`, without anything invisible either.
pub fn harmless(name: &str, line: &str, data: bool) {
    let joins = |c: char| matches!(c, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{180b}'..='\u{180f}' | '\u{e0100}'..='\u{e01ef}');
    let wrong = line
        .chars()
        .find(|c| c.is_control() || !data && is_invisible(*c) && !joins(*c));
    assert_eq!(wrong, None, "{name}: {line:?}");
}

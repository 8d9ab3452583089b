//! The search in the text, on the status line.

use ratatui::{buffer::Buffer, layout::Rect};

use crate::{
    text::clean::{truncate, width},
    ui::{
        state::State,
        theme::Role,
        view::{paint::put, status},
    },
};

/// Draws what is looked for and where one is among its matches, up to column `end`;
/// false where nothing is looked for.
pub fn draw(state: &State, area: Rect, end: u16, buffer: &mut Buffer) -> bool {
    let Some(search) = &state.reader.search else {
        return false;
    };
    let theme = state.theme;
    let count = match (search.prompt.trouble.as_ref(), search.matches.len()) {
        (Some(trouble), _) => trouble.clone(),
        (None, 0) if search.prompt.text.is_empty() => String::new(),
        (None, 0) => "not in this text".to_owned(),
        (None, count) => format!("{}/{count}", search.current + 1),
    };
    let label = if area.width < 40 {
        "/ "
    } else {
        "in the text / "
    };
    let x = put(
        buffer,
        (area.x + u16::from(area.width >= 30), area.y),
        end,
        label,
        theme.style(Role::Dim),
    );
    let count = truncate(&count, usize::from(end.saturating_sub(x)) / 2).into_owned();
    let room = usize::from(end.saturating_sub(x)).saturating_sub(width(&count) + 3);
    let (seen, cursor) = search.prompt.seen(room);
    let after = put(buffer, (x, area.y), end, &seen, theme.style(Role::Strong));
    put(
        buffer,
        (after + 3, area.y),
        end,
        &count,
        theme.style(Role::Dim),
    );
    if search.typing {
        status::cursor(buffer, x + cursor as u16, area.y);
    }
    true
}

//! When the hits are: one bar a column of the time that the timeline shows.

use ratatui::{buffer::Buffer, layout::Rect};

use crate::{
    search::Item,
    ui::{
        marks,
        scale::Scale,
        state::{State, finder::Finder},
        theme::Role,
        ticks,
        view::paint::put,
    },
};

/// Draws the bars and the labels under them.
pub(super) fn draw(state: &State, finder: &Finder, area: Rect, buffer: &mut Buffer) {
    if area.is_empty() || state.timeline.events.is_empty() {
        return;
    }
    let window = state.list.shape.window;
    let drawn = state.list.density.scale.as_ref();
    let drawn = drawn.filter(|scale| scale.columns == area.width).cloned();
    let scale = drawn.unwrap_or_else(|| Scale::new(window, area.width));
    let mut counts = vec![0u32; usize::from(area.width)];
    for (day, count) in finder.days.iter().filter(|(day, _)| window.holds(*day)) {
        if let Some(column) = counts.get_mut(usize::from(scale.column(*day))) {
            *column += count;
        }
    }
    let most = counts.iter().copied().max().unwrap_or(0);
    let own = own(state, finder).filter(|item| item.date.is_some_and(|day| window.holds(day)));
    let own = own.and_then(|item| Some(scale.column(item.date?)));
    for (column, count) in (0..).zip(counts) {
        let role = if own == Some(column) {
            Role::Bar
        } else {
            Role::Dim
        };
        let bar = marks::bar(count, most, state.theme.ascii);
        let at = (area.x + column, area.y);
        put(buffer, at, area.right(), bar, state.theme.style(role));
    }
    let mut free = 0;
    for (column, label) in ticks::ticks(&scale) {
        let end = column + label.len() as u16;
        if column >= free && end <= area.width {
            let at = (area.x + column, area.y + 1);
            let style = state.theme.style(Role::Dim);
            put(buffer, at, area.right(), &label, style);
            free = end + 2;
        }
    }
}

/// The item of the selected hit.
fn own<'a>(state: &'a State, finder: &Finder) -> Option<&'a Item> {
    let items = state.source.items.as_ref()?;
    items.get(finder.hit()?.item)
}

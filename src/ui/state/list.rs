//! The timeline pane: what is unfolded, where the cursor stands, how far it is scrolled.

use super::{
    density::Density,
    rows::{End, Place, Room, Rows, Shape},
    window::Window,
};
use crate::timeline::Timeline;

/// The timeline pane.
#[derive(Clone, Debug)]
pub struct List {
    /// What the rows were computed for.
    pub shape: Shape,
    /// The rows.
    pub rows: Rows,
    /// Whether the rows were ever computed.
    pub computed: bool,
    /// What is selected in this pane; nothing where there is nothing.
    pub cursor: Option<Place>,
    /// The first line shown.
    pub top: usize,
    /// What the scrubber shows.
    pub density: Density,
    /// The windows that were zoomed in from, outermost first.
    pub outer: Vec<Window>,
    /// Whether the scrubber is true to scale, instead of drawing empty stretches short.
    pub to_scale: bool,
    /// Whether the window is still the one that the timeline opened on.
    pub opening: bool,
}

impl List {
    /// The pane as it opens; its rows are computed when it is first laid out.
    #[must_use]
    pub fn new(timeline: &Timeline) -> Self {
        let shape = Shape {
            window: Window::opening(timeline),
            open: [false; 2],
            years: Vec::new(),
            rows: 0,
            columns: 0,
            room: Room::None,
            until: true,
        };
        Self {
            rows: Rows::default(),
            computed: false,
            shape,
            cursor: None,
            top: 0,
            density: Density::default(),
            outer: Vec::new(),
            to_scale: false,
            opening: true,
        }
    }

    /// Whether the events at this end are unfolded.
    #[must_use]
    pub const fn is_open(&self, end: End) -> bool {
        self.shape.open[end as usize]
    }
}

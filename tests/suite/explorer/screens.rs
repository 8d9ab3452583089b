//! Screens at every size that the design names, with their styles.

use dateline::ui::layout;

use crate::{
    coast,
    keys::{Screen, print},
};

const SIZES: [(u16, u16); 5] = [(200, 50), (120, 30), (80, 24), (40, 12), (20, 5)];

/// One snapshot a size: `NAME_120x30.snap`. The panes beside the timeline are left blank:
/// they have screens of their own.
fn snap(name: &str, keys: &str) {
    let timeline = coast::timeline();
    for size in SIZES {
        let mut screen = Screen::new(&timeline, size);
        let mut buffer = screen.keys(keys).buffer();
        let layout = layout::of(&screen.state);
        if screen.state.help.is_none() {
            for cell in layout.reader.positions().chain(layout.evidence.positions()) {
                buffer[cell].reset();
            }
            // What the status line says of the article.
            for cell in layout.status.positions().skip(usize::from(size.0 / 2)) {
                if cell.x + 8 < size.0 && !layout.reader.is_empty() {
                    buffer[cell].reset();
                }
            }
        }
        insta::with_settings!({
            snapshot_path => "../snapshots",
            prepend_module_to_snapshot => false,
            omit_expression => true,
        }, {
            insta::assert_snapshot!(format!("{name}_{}x{}", size.0, size.1), print(&buffer));
        });
    }
}

#[test]
fn timeline() {
    snap("coast_timeline", "9j");
}

#[test]
fn unfolded() {
    snap("coast_unfolded", "k Enter");
}

#[test]
fn zoomed() {
    snap("coast_zoomed", "9j + +");
}

#[test]
fn help() {
    snap("coast_help", "?");
}

#[test]
fn going_to_a_date() {
    snap("coast_going_to_a_date", "9j gd 2025-06-25");
}

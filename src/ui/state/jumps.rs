//! The jump list: where one came from.

use super::rows::Place;

/// The most places that are remembered.
const MOST: usize = 100;

/// Places jumped from, oldest first, with the place in the list where one stands now.
#[derive(Clone, Debug, Default)]
pub struct Jumps {
    places: Vec<Place>,
    /// How many of `places` lie behind.
    at: usize,
}

impl Jumps {
    /// Remembers `from` before a jump; what lay ahead is forgotten.
    pub fn leave(&mut self, from: Place) {
        self.places.truncate(self.at);
        if self.places.last() != Some(&from) {
            self.places.push(from);
        }
        if self.places.len() > MOST {
            self.places.remove(0);
        }
        self.at = self.places.len();
    }

    /// The place before, standing at `here`.
    pub fn back(&mut self, here: Place) -> Option<Place> {
        if self.at == self.places.len() && self.places.last() != Some(&here) {
            // So that one can come forward again to where one stands now.
            self.places.push(here);
            self.at = self.places.len() - 1;
        } else if self.at == self.places.len() {
            self.at = self.places.len().saturating_sub(1);
        }
        self.at = self.at.checked_sub(1)?;
        self.places.get(self.at).copied()
    }

    /// The place that was gone back from.
    pub fn forward(&mut self) -> Option<Place> {
        let place = self.places.get(self.at + 1).copied()?;
        self.at += 1;
        Some(place)
    }

    /// Forgets everything: the places named another timeline.
    pub fn clear(&mut self) {
        *self = Self::default();
    }
}

//! Memory for the letters of a million texts.

use std::ops::{Deref, DerefMut};

use memmap2::MmapMut;

/// From so many bytes on the system is asked for large pages: below it they gain nothing.
const LARGE: usize = 8 << 20;

/// Bytes that are read from end to end, in large pages where the system has them: in
/// pages of 4 KiB, looking up where a page lies takes as long as reading it.
#[derive(Debug)]
pub(super) enum Memory {
    /// From the allocator.
    Heap(Vec<u8>),
    /// From the system.
    Mapped(MmapMut),
}

impl Memory {
    /// So many bytes, all 0.
    pub(super) fn new(bytes: usize) -> Self {
        let mapped = (bytes >= LARGE).then(|| MmapMut::map_anon(bytes).ok());
        let Some(mapped) = mapped.flatten() else {
            return Self::Heap(vec![0; bytes]);
        };
        // Where it is refused, small pages do.
        #[cfg(target_os = "linux")]
        drop(mapped.advise(memmap2::Advice::HugePage));
        Self::Mapped(mapped)
    }
}

impl Deref for Memory {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match self {
            Self::Heap(bytes) => bytes,
            Self::Mapped(bytes) => bytes,
        }
    }
}

impl DerefMut for Memory {
    fn deref_mut(&mut self) -> &mut [u8] {
        match self {
            Self::Heap(bytes) => bytes,
            Self::Mapped(bytes) => bytes,
        }
    }
}

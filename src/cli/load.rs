//! The one reader of disks: paths → documents.
//!
//! Folders are read in the order of their paths. Nothing is followed or opened
//! that could lead away or hang: links inside a folder, FIFOs, sockets and
//! devices are left out, each with a reason, and a file is read only up to the
//! limit, whatever its size was a moment before.

use std::{
    borrow::Cow,
    fs::{self, File, FileType, Metadata},
    io::{self, Read},
    os::unix::{
        ffi::OsStrExt,
        fs::{FileTypeExt, OpenOptionsExt},
    },
    path::{Path, PathBuf},
};

use chrono::NaiveDate;
use rustix::fs::OFlags;

use super::clock;
use crate::corpus::{Document, Warning, format};

/// How deep folders may lie in each other: deeper than any archive, less than a stack.
const DEEPEST: usize = 64;

/// So much of a file is read first, to see whether the rest is worth it.
const HEAD: u64 = 8192;

/// What was read, and what was not.
#[derive(Debug, Default)]
pub struct Loaded {
    /// The files, in the order of their paths.
    pub documents: Vec<Document>,
    /// What was left out, and why.
    pub skipped: Vec<Warning>,
}

/// Reads every file of `paths`, folders with all that is in them; none larger than `limit` bytes.
#[must_use]
pub fn load(paths: &[PathBuf], limit: u64) -> Loaded {
    let mut loader = Loader {
        limit,
        loaded: Loaded::default(),
    };
    for path in paths {
        loader.named(path);
    }
    loader.loaded
}

struct Loader {
    limit: u64,
    loaded: Loaded,
}

/// Why a file is left out, and what to do about it.
type Refusal = (String, Option<&'static str>);

impl Loader {
    /// A path that the user named: a link is followed, hidden or not.
    fn named(&mut self, path: &Path) {
        if path == Path::new("-") {
            let outcome = self.read_all(io::stdin().lock());
            return self.keep(path, outcome.map(|bytes| (bytes, None)));
        }
        match fs::metadata(path) {
            Ok(about) if about.is_dir() => {
                let mut files = Vec::new();
                let root = path.canonicalize().unwrap_or_else(|_| path.to_owned());
                self.folder(path, &root, DEEPEST, &mut files);
                files.sort();
                for file in files {
                    let outcome = self.read(&file);
                    self.keep(&file, outcome);
                }
            }
            Ok(_) => {
                let outcome = self.read(path);
                self.keep(path, outcome);
            }
            Err(error) => self.skip(path, because(&error)),
        }
    }

    /// The files of a folder and of the folders in it.
    fn folder(&mut self, folder: &Path, root: &Path, depth: usize, files: &mut Vec<PathBuf>) {
        if depth == 0 {
            let reason = format!("folders lie more than {DEEPEST} deep in each other");
            return self.skip(folder, (reason, Some("open the inner folder itself")));
        }
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) => return self.skip(folder, because(&error)),
        };
        for entry in entries.flatten() {
            let path = entry.path();
            if entry.file_name().as_bytes().starts_with(b".") {
                continue;
            }
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => self.folder(&path, root, depth - 1, files),
                Ok(kind) if kind.is_file() => files.push(path),
                Ok(kind) if kind.is_symlink() => self.link(&path, root),
                Ok(kind) => self.skip(&path, unusual(kind)),
                Err(error) => self.skip(&path, because(&error)),
            }
        }
    }

    /// A link in a folder: where it leads to something in the same folder, that is
    /// read where it stands; everything else is left out.
    fn link(&mut self, path: &Path, root: &Path) {
        match path.canonicalize() {
            Ok(target) if target.starts_with(root) => {}
            Ok(_) => self.skip(
                path,
                (
                    "a link out of the folder".to_owned(),
                    Some("name what it leads to"),
                ),
            ),
            Err(error) => self.skip(path, because(&error)),
        }
    }

    /// Opens without waiting, looks at what was opened (not at what the name stood
    /// for before), and reads no more than the limit.
    fn read(&self, path: &Path) -> Result<(Vec<u8>, Option<NaiveDate>), Refusal> {
        let flags = OFlags::NONBLOCK | OFlags::NOCTTY;
        let file = File::options()
            .read(true)
            .custom_flags(flags.bits() as i32)
            .open(path)
            .map_err(|error| because(&error))?;
        let about = file.metadata().map_err(|error| because(&error))?;
        if !about.is_file() {
            return Err(unusual(about.file_type()));
        }
        if about.len() > self.limit {
            return Err(self.too_large(about.len()));
        }
        let bytes = self.read_all(file)?;
        Ok((bytes, changed(&about)))
    }

    fn read_all(&self, mut source: impl Read) -> Result<Vec<u8>, Refusal> {
        let mut bytes = Vec::new();
        let head = source.by_ref().take(HEAD).read_to_end(&mut bytes);
        head.map_err(|error| because(&error))?;
        if let Some(reason) = format::foreign(&bytes) {
            return Err((reason.to_owned(), None));
        }
        if is_binary(&bytes) {
            return Err(("not text".to_owned(), Some("save it as text")));
        }
        // A terminal is at its end once: asked again it waits for another Ctrl-D.
        if (bytes.len() as u64) < HEAD {
            return Ok(bytes);
        }
        let rest = self.limit.saturating_add(1).saturating_sub(HEAD);
        let rest = source.take(rest).read_to_end(&mut bytes);
        rest.map_err(|error| because(&error))?;
        if bytes.len() as u64 > self.limit {
            return Err(self.too_large(bytes.len() as u64));
        }
        Ok(bytes)
    }

    fn too_large(&self, length: u64) -> Refusal {
        let reason = format!(
            "{} is over the limit of {}",
            bytes(length),
            bytes(self.limit)
        );
        (reason, Some("raise it with --max-file-size"))
    }

    fn keep(&mut self, path: &Path, outcome: Result<(Vec<u8>, Option<NaiveDate>), Refusal>) {
        match outcome {
            Ok((bytes, modified)) => self.loaded.documents.push(Document {
                path: path.to_string_lossy().into_owned(),
                bytes: Cow::Owned(bytes),
                modified,
            }),
            Err(refusal) => self.skip(path, refusal),
        }
    }

    fn skip(&mut self, path: &Path, (reason, fix): Refusal) {
        self.loaded.skipped.push(Warning {
            path: path.to_string_lossy().into_owned(),
            line: None,
            reason,
            fix: fix.map(str::to_owned),
            skipped: true,
        });
    }
}

/// What the system said, in words of ours where it is common.
fn because(error: &io::Error) -> Refusal {
    match error.kind() {
        io::ErrorKind::NotFound => ("there is no such file".to_owned(), Some("check the name")),
        io::ErrorKind::PermissionDenied => (
            "not allowed to read it".to_owned(),
            Some("change its permissions"),
        ),
        _ if error.raw_os_error() == Some(rustix::io::Errno::LOOP.raw_os_error()) => (
            "links that lead to each other".to_owned(),
            Some("remove the link"),
        ),
        _ if error.raw_os_error() == Some(rustix::io::Errno::NXIO.raw_os_error()) => {
            ("a socket or device, not a file".to_owned(), None)
        }
        _ => (error.to_string(), None),
    }
}

/// Something that is neither file nor folder.
fn unusual(kind: FileType) -> Refusal {
    let what = if kind.is_fifo() {
        "a pipe"
    } else if kind.is_socket() {
        "a socket"
    } else if kind.is_char_device() || kind.is_block_device() {
        "a device"
    } else if kind.is_dir() {
        "a folder"
    } else {
        "something else"
    };
    (format!("{what}, not a file"), None)
}

/// The day of the last change.
fn changed(about: &Metadata) -> Option<NaiveDate> {
    about.modified().ok().and_then(clock::day)
}

/// Whether a file that begins so is no text in any encoding: it holds NULs that
/// UTF-16 does not explain (its NULs all stand at even or all at odd places). A
/// feed reader's database is no text either, but holds articles.
fn is_binary(head: &[u8]) -> bool {
    if head.starts_with(b"SQLite format 3\0")
        || head.starts_with(b"\xff\xfe")
        || head.starts_with(b"\xfe\xff")
    {
        return false;
    }
    let nuls = |parity| {
        let places = head.iter().skip(parity).step_by(2);
        places.filter(|byte| **byte == 0).count()
    };
    let (even, odd) = (nuls(0), nuls(1));
    let wide = even.max(odd) * 3 > head.len() / 2 && even.min(odd) * 20 <= head.len();
    even + odd > 0 && !wide
}

/// A number of bytes for people.
fn bytes(n: u64) -> String {
    match n {
        0..1024 => format!("{n} bytes"),
        1024..1_048_576 => format!("{} KiB", n >> 10),
        1_048_576..1_073_741_824 => format!("{} MiB", n >> 20),
        _ => format!("{} GiB", n >> 30),
    }
}

#[cfg(test)]
mod tests {
    use super::is_binary;

    #[test]
    fn text_in_any_encoding_is_text() {
        let wide: Vec<u8> = "Vilnius, 11 July"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        assert!(!is_binary(&wide));
        assert!(!is_binary("나토".as_bytes()));
        assert!(!is_binary(b""));
        assert!(!is_binary(b"\xb3\xaa\xc5\xe4"));
    }

    #[test]
    fn what_is_no_text_is_binary() {
        assert!(is_binary(b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0"));
        assert!(is_binary(b"some text and a NUL \0 in the middle of it"));
    }
}

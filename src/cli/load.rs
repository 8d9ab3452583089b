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
    os::unix::{ffi::OsStrExt, fs::FileTypeExt},
    path::{Component, Path, PathBuf},
};

use chrono::NaiveDate;
use rustix::{
    fd::OwnedFd,
    fs::{Mode, OFlags, openat},
};

use super::clock;
use crate::{
    corpus::{Document, Warning, format},
    text::decode::utf32,
};

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
        room: limit.saturating_mul(TOGETHER),
        loaded: Loaded::default(),
    };
    for path in paths {
        loader.named(path);
    }
    loader.loaded
}

/// The first of `paths` that cannot be looked at, and why.
#[must_use]
pub fn missing(paths: &[PathBuf]) -> Option<Warning> {
    let named = paths.iter().filter(|path| *path != Path::new("-"));
    let mut faults = named.filter_map(|path| Some((path, fs::metadata(path).err()?)));
    let (path, error) = faults.next()?;
    let (reason, fix) = because(&error);
    let mut warning = Warning::skipped(&shown(path), reason);
    warning.fix = fix.map(str::to_owned);
    Some(warning)
}

/// So many of the largest files may be read together.
const TOGETHER: u64 = 16;

struct Loader {
    limit: u64,
    /// The bytes that may still be read.
    room: u64,
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
                let root = rustix::fs::open(path, FOLDER, Mode::empty());
                for file in files {
                    let outcome = match &root {
                        Ok(root) => beneath(root, path, &file).and_then(|file| self.read(file)),
                        Err(error) => Err(because(&(*error).into())),
                    };
                    self.keep(&file, outcome);
                }
            }
            Ok(about) => {
                let piped = about.file_type().is_fifo() && is_own_descriptor(path);
                let outcome = if piped {
                    let file = File::open(path).map_err(|error| because(&error));
                    file.and_then(|file| Ok((self.read_all(file)?, None)))
                } else {
                    open(path).and_then(|file| self.read(file))
                };
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

    /// Looks at what was opened (not at what the name stood for before), and reads no more
    /// than the limit.
    fn read(&self, file: File) -> Result<(Vec<u8>, Option<NaiveDate>), Refusal> {
        let about = file.metadata().map_err(|error| because(&error))?;
        if !about.is_file() {
            return Err(unusual(about.file_type()));
        }
        if about.len() > self.limit {
            return Err(self.too_large(about.len()));
        }
        if about.len() > self.room {
            return Err(self.too_much());
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
        let (mut size, mut limit) = (bytes(length), bytes(self.limit));
        if size == limit {
            (size, limit) = (format!("{length} bytes"), format!("{} bytes", self.limit));
        }
        let reason = format!("over the limit of {limit}: it has {size}");
        (reason, Some("raise it with --max-file-size"))
    }

    /// Of files that are each small enough there are too many.
    fn too_much(&self) -> Refusal {
        let together = bytes(self.limit.saturating_mul(TOGETHER));
        let reason = format!("beyond the {together} that are read together");
        (
            reason,
            Some("open a part of the folder, or raise --max-file-size"),
        )
    }

    fn keep(&mut self, path: &Path, outcome: Result<(Vec<u8>, Option<NaiveDate>), Refusal>) {
        match outcome {
            Ok((bytes, _)) if bytes.len() as u64 > self.room => self.skip(path, self.too_much()),
            Ok((bytes, modified)) => {
                self.room -= bytes.len() as u64;
                self.pending(path, &bytes);
                self.loaded.documents.push(Document {
                    path: shown(path),
                    bytes: Cow::Owned(bytes),
                    modified,
                });
            }
            Err(refusal) => self.skip(path, refusal),
        }
    }

    /// Says so where a database has a journal beside it: what was written last stands there
    /// (<https://www.sqlite.org/wal.html>).
    fn pending(&mut self, path: &Path, bytes: &[u8]) {
        if !bytes.starts_with(SQLITE) || bytes.get(18) != Some(&2) {
            return;
        }
        let mut journal = path.as_os_str().to_owned();
        journal.push("-wal");
        if fs::symlink_metadata(&journal).is_ok_and(|about| about.len() > 0) {
            let reason = "its newest items are still in the journal beside it";
            let mut warning = Warning::new(&shown(path), reason);
            warning.fix = Some("close the feed reader, then open it again".to_owned());
            self.loaded.skipped.push(warning);
        }
    }

    fn skip(&mut self, path: &Path, (reason, fix): Refusal) {
        let mut warning = Warning::skipped(&shown(path), reason);
        warning.fix = fix.map(str::to_owned);
        self.loaded.skipped.push(warning);
    }
}

/// How a folder is opened to open what lies in it.
const FOLDER: OFlags = OFlags::RDONLY
    .union(OFlags::DIRECTORY)
    .union(OFlags::CLOEXEC);

/// How a file is opened: without waiting for anybody.
const FILE: OFlags = OFlags::RDONLY
    .union(OFlags::NONBLOCK)
    .union(OFlags::NOCTTY)
    .union(OFlags::CLOEXEC);

/// Opens what the user named.
fn open(path: &Path) -> Result<File, Refusal> {
    let file = rustix::fs::open(path, FILE, Mode::empty());
    file.map(File::from).map_err(|error| because(&error.into()))
}

/// Opens a file that was listed in a folder, part by part from there, and follows no link:
/// whatever was put in the place of a part since then, nothing outside is opened.
fn beneath(root: &OwnedFd, folder: &Path, file: &Path) -> Result<File, Refusal> {
    let inner = file.strip_prefix(folder).unwrap_or(file);
    let mut parts = inner.components().peekable();
    let mut held: Option<OwnedFd> = None;
    while let Some(part) = parts.next() {
        let Component::Normal(name) = part else {
            return Err(because(&io::ErrorKind::NotFound.into()));
        };
        let how = if parts.peek().is_some() { FOLDER } else { FILE };
        let from = held.as_ref().unwrap_or(root);
        let next = openat(from, name, how | OFlags::NOFOLLOW, Mode::empty());
        held = Some(next.map_err(|error| because(&error.into()))?);
    }
    held.map(File::from)
        .ok_or_else(|| because(&io::ErrorKind::NotFound.into()))
}

/// Whether a path is one of the program's own open files, such as a shell's `<(…)` gives:
/// somebody holds its other end already, so that opening it does not wait for ever.
fn is_own_descriptor(path: &Path) -> bool {
    path == Path::new("/dev/stdin")
        || path.starts_with("/dev/fd")
        || path.starts_with("/proc/self/fd")
}

/// A path as text. A byte that is no UTF-8 stands as `\xE9`, so that two names stay two.
fn shown(path: &Path) -> String {
    let mut text = String::new();
    for chunk in path.as_os_str().as_bytes().utf8_chunks() {
        text.push_str(chunk.valid());
        for byte in chunk.invalid() {
            text.extend(format!("\\x{byte:02X}").chars());
        }
    }
    text
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

/// How a database begins.
const SQLITE: &[u8] = b"SQLite format 3\0";

/// Whether a file that begins so is no text in any encoding: it holds more NULs than
/// slips, which neither UTF-16 (they all stand at even or all at odd places) nor UTF-32
/// explains. A feed reader's database is no text either, but holds articles.
fn is_binary(head: &[u8]) -> bool {
    if head.starts_with(SQLITE)
        || head.starts_with(b"\xff\xfe")
        || head.starts_with(b"\xfe\xff")
        || utf32(head).is_some()
    {
        return false;
    }
    let nuls = |parity| {
        let places = head.iter().skip(parity).step_by(2);
        places.filter(|byte| **byte == 0).count()
    };
    let (even, odd) = (nuls(0), nuls(1));
    let wide = even.max(odd) * 3 > head.len() / 2 && even.min(odd) * 20 <= head.len();
    (even + odd) * SLIPS > head.len() && !wide
}

/// One NUL among so many bytes is a slip of some program.
const SLIPS: usize = 20;

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
    use std::{
        ffi::OsStr,
        os::unix::{ffi::OsStrExt, fs::symlink},
        path::Path,
    };

    use rustix::fs::Mode;

    use super::{FOLDER, beneath, is_binary, shown};

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
        assert!(!is_binary(b"some text and a NUL \0 in the middle of it"));
        let wider: Vec<u8> = "Vilnius, 11 July"
            .chars()
            .flat_map(|c| u32::from(c).to_be_bytes())
            .collect();
        assert!(!is_binary(&wider));
    }

    #[test]
    fn a_link_put_in_after_the_listing_is_not_followed() {
        let outside = tempfile::tempdir().unwrap();
        std::fs::write(outside.path().join("secret.txt"), "x").unwrap();
        let folder = tempfile::tempdir().unwrap();
        let (inner, file) = (folder.path().join("inner"), folder.path().join("a.txt"));
        std::fs::create_dir(&inner).unwrap();
        std::fs::write(inner.join("secret.txt"), "y").unwrap();
        std::fs::write(&file, "y").unwrap();
        let root = rustix::fs::open(folder.path(), FOLDER, Mode::empty()).unwrap();
        let opens = |path: &Path| beneath(&root, folder.path(), path).is_ok();
        assert!(opens(&inner.join("secret.txt")) && opens(&file));
        // What was listed gives way to links out of the folder.
        std::fs::remove_dir_all(&inner).unwrap();
        std::fs::remove_file(&file).unwrap();
        symlink(outside.path(), &inner).unwrap();
        symlink(outside.path().join("secret.txt"), &file).unwrap();
        assert!(!opens(&inner.join("secret.txt")) && !opens(&file));
    }

    #[test]
    fn names_that_are_no_text_stay_apart() {
        let name = |bytes: &'static [u8]| shown(Path::new(OsStr::from_bytes(bytes)));
        assert_eq!(name(b"caf\xe9.txt"), "caf\\xE9.txt");
        assert_ne!(name(b"caf\xe9.txt"), name(b"caf\xe8.txt"));
    }

    #[test]
    fn what_is_no_text_is_binary() {
        assert!(is_binary(b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0"));
        assert!(is_binary(b"a\0b\0\0\0c\0\0d"));
    }
}

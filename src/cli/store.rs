//! The one writer of disks: text → a file that is either whole or untouched.
//!
//! The text goes into a temporary file beside the target, is forced to the disk, and takes the
//! target's name in one step (POSIX `rename`); then the folder is forced to the disk too. So a
//! full disk, a crash or a lost race leaves what stood there. A link keeps leading where it led,
//! and a file its mode and, where the system allows it, its owner.

use std::{
    fs::{self, File, Metadata, Permissions},
    io::{self, Write},
    os::unix::{
        ffi::OsStrExt,
        fs::{MetadataExt, PermissionsExt, fchown},
    },
    path::{Component, Path, PathBuf},
};

use rustix::{fs::Access, io::Errno};

/// How many links may lead to each other.
const LINKS: usize = 40;

/// A file that could not be written: what, why, what to do.
#[derive(Debug, thiserror::Error)]
#[error("{path}: {why}; {fix}")]
pub struct NotSaved {
    path: String,
    why: String,
    fix: String,
}

/// Where something is to be written, once nothing speaks against it.
#[derive(Debug)]
pub struct Target {
    /// The path as the user wrote it.
    named: PathBuf,
    kind: Kind,
}

#[derive(Debug)]
enum Kind {
    /// A file at this place, behind all links; what is known of it where it is there already.
    File(PathBuf, Option<Metadata>),
    /// A pipe or a device: what is written is gone at once, and there is nothing to replace.
    Stream,
}

impl Target {
    /// Looks at what stands at `path`. What is read (`inputs`, as the user named them) is never
    /// written onto, and nothing is written into a folder that is read, where it would be taken
    /// for an article.
    ///
    /// # Errors
    ///
    /// Where something speaks against writing there.
    pub fn new(path: &Path, inputs: &[PathBuf]) -> Result<Self, NotSaved> {
        let refuse = |(why, fix): (&str, &str)| Err(not_saved(path, why, fix));
        let there = match fs::metadata(path) {
            Ok(there) => Some(there),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(because(path, &error)),
        };
        let folder = there.as_ref().is_some_and(Metadata::is_dir);
        if folder || path.as_os_str().as_bytes().ends_with(b"/") {
            return refuse(("a folder, not a file", "name a file in it"));
        }
        if there.as_ref().is_some_and(|there| !there.is_file()) {
            let (named, kind) = (path.to_owned(), Kind::Stream);
            return Ok(Self { named, kind });
        }
        let place = behind_links(path).map_err(|error| because(path, &error))?;
        if let Some(refusal) = is_read(&place, there.as_ref(), inputs) {
            return refuse(refusal);
        }
        if there.is_some() && rustix::fs::access(&place, Access::WRITE_OK).is_err() {
            return refuse((
                "not allowed to write it",
                "change its permissions or name another file",
            ));
        }
        let (named, kind) = (path.to_owned(), Kind::File(place, there));
        Ok(Self { named, kind })
    }

    /// Writes `bytes` there: all of them or none.
    ///
    /// # Errors
    ///
    /// Where the system refuses; what stood there before still does.
    pub fn save(&self, bytes: &[u8]) -> Result<(), NotSaved> {
        let failed = |error| because(&self.named, &error);
        match &self.kind {
            Kind::Stream => stream(&self.named, bytes).map_err(failed),
            Kind::File(place, there) => {
                let write = |file: &mut File| file.write_all(bytes);
                replace(place, there.as_ref(), write).map_err(failed)?;
                force(folder_of(place)).map_err(|error| {
                    let why = format!("written, but perhaps not safe on the disk: {error}");
                    not_saved(&self.named, &why, "write it again")
                })
            }
        }
    }
}

/// Writes a new file: all of `bytes` or none, and nothing where something has the name already.
///
/// # Errors
///
/// Where the system refuses, or the name is taken.
pub fn create(path: &Path, bytes: &[u8]) -> Result<(), NotSaved> {
    let written = || {
        let folder = folder_of(path);
        let mut temporary = tempfile::Builder::new()
            .prefix(".dateline-")
            .permissions(Permissions::from_mode(0o666))
            .tempfile_in(folder)?;
        temporary.as_file_mut().write_all(bytes)?;
        temporary.as_file_mut().sync_all()?;
        temporary
            .persist_noclobber(path)
            .map_err(|error| error.error)?;
        force(folder)
    };
    written().map_err(|error: io::Error| because(path, &error))
}

/// Writes into a pipe or device.
fn stream(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::options().write(true).open(path)?;
    file.write_all(bytes)
}

/// Puts what `write` writes into the place of `place`, which is no link.
fn replace(
    place: &Path,
    there: Option<&Metadata>,
    write: impl FnOnce(&mut File) -> io::Result<()>,
) -> io::Result<()> {
    let folder = folder_of(place);
    // A hidden name, so that what a kill leaves behind is not read as an article. What the umask
    // takes from the mode of a new file the system takes.
    let mut temporary = tempfile::Builder::new()
        .prefix(".dateline-")
        .permissions(Permissions::from_mode(0o666))
        .tempfile_in(folder)?;
    let file = temporary.as_file_mut();
    write(file)?;
    if let Some(there) = there {
        // Only root gives files away; whoever may not keeps the content right all the same.
        // The owner goes first, for changing it may take mode bits.
        fchown(&*file, Some(there.uid()), Some(there.gid())).ok();
        // A file system without modes refuses to set one.
        if file.metadata()?.mode() != there.mode() {
            file.set_permissions(Permissions::from_mode(there.mode() & 0o7777))?;
        }
    }
    file.sync_all()?;
    temporary.persist(place).map_err(|error| error.error)?;
    Ok(())
}

/// Forces a folder's names to the disk. A folder that may not be read, and a file system that
/// knows no such thing, cannot be helped.
fn force(folder: &Path) -> io::Result<()> {
    let Ok(folder) = File::open(folder) else {
        return Ok(());
    };
    match folder.sync_all() {
        Err(error) if error.raw_os_error() == Some(Errno::INVAL.raw_os_error()) => Ok(()),
        outcome => outcome,
    }
}

/// The folder that a file stands in.
fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    }
}

/// Where `path` leads once all links are followed, whether or not a file is there yet.
fn behind_links(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_owned();
    for _ in 0..LINKS {
        let folder = folder_of(&path).canonicalize()?;
        let name = path.file_name().ok_or(io::ErrorKind::InvalidFilename)?;
        let place = folder.join(name);
        match fs::read_link(&place) {
            Ok(next) => path = folder.join(next),
            // No link, or nothing there.
            Err(_) => return Ok(place),
        }
    }
    Err(Errno::LOOP.into())
}

/// Why `place` would be written onto or into what is read, and what to do about it.
fn is_read(
    place: &Path,
    there: Option<&Metadata>,
    inputs: &[PathBuf],
) -> Option<(&'static str, &'static str)> {
    let same = |other: &Metadata| {
        there.is_some_and(|there| (there.dev(), there.ino()) == (other.dev(), other.ino()))
    };
    for input in inputs {
        // Looked at without opening it: a pipe that nobody writes to would never answer.
        let standard = Path::new("/dev/stdin");
        let about = if input == Path::new("-") {
            fs::metadata(standard)
        } else {
            fs::metadata(input)
        };
        let Ok(about) = about else { continue };
        if about.is_file() && same(&about) {
            return Some(("one of the files that are read", "name another file"));
        }
        let within = (about.is_dir())
            .then(|| input.canonicalize().ok())
            .flatten()
            .and_then(|root| place.strip_prefix(root).ok().map(Path::to_owned));
        if within.is_some_and(|rest| !is_hidden(&rest)) {
            return Some((
                "in the folder that is read, where it would be taken for an article next time",
                "name a file outside of it",
            ));
        }
    }
    None
}

/// Whether a part of the path is hidden: such files are not read.
fn is_hidden(path: &Path) -> bool {
    path.components().any(|part| match part {
        Component::Normal(name) => name.as_bytes().starts_with(b"."),
        _ => false,
    })
}

fn not_saved(path: &Path, why: &str, fix: &str) -> NotSaved {
    NotSaved {
        path: path.display().to_string(),
        why: why.to_owned(),
        fix: fix.to_owned(),
    }
}

/// What the system said, in words of ours where it is common.
fn because(path: &Path, error: &io::Error) -> NotSaved {
    let (why, fix) = match error.kind() {
        io::ErrorKind::NotFound => ("there is no such folder", "make it first"),
        io::ErrorKind::NotADirectory => ("a part of the path is no folder", "check the path"),
        io::ErrorKind::PermissionDenied => (
            "not allowed to write there",
            "change its permissions or name another folder",
        ),
        io::ErrorKind::ReadOnlyFilesystem => {
            ("the disk is read-only", "name a file on another one")
        }
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => (
            "no space left on the disk, so nothing was written",
            "make room or name a file on another one",
        ),
        _ if error.raw_os_error() == Some(Errno::LOOP.raw_os_error()) => {
            ("links that lead to each other", "remove the link")
        }
        _ => return not_saved(path, &error.to_string(), "nothing was written"),
    };
    not_saved(path, why, fix)
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn what_fails_half_way_leaves_the_old_file_and_nothing_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("timeline.md");
        fs::write(&path, "old").unwrap();
        let outcome = replace(&path, Some(&fs::metadata(&path).unwrap()), |file| {
            file.write_all(b"half of the new")?;
            // What the system says of a full disk.
            File::options()
                .write(true)
                .open("/dev/full")?
                .write_all(b"the rest")
        });
        assert_eq!(outcome.unwrap_err().kind(), io::ErrorKind::StorageFull);
        assert_eq!(fs::read_to_string(&path).unwrap(), "old");
        assert_eq!(names(folder.path()), ["timeline.md"]);
    }

    #[test]
    fn mode_and_link_stay() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::create_dir(at("far")).unwrap();
        fs::write(at("far/file"), "old").unwrap();
        fs::set_permissions(at("far/file"), Permissions::from_mode(0o640)).unwrap();
        symlink("far/file", at("near")).unwrap();
        symlink("near", at("nearer")).unwrap();
        Target::new(&at("nearer"), &[])
            .unwrap()
            .save(b"new")
            .unwrap();
        assert!(fs::symlink_metadata(at("near")).unwrap().is_symlink());
        assert!(fs::symlink_metadata(at("nearer")).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(at("far/file")).unwrap(), "new");
        assert_eq!(fs::metadata(at("far/file")).unwrap().mode() & 0o7777, 0o640);
        assert_eq!(names(&at("far")), ["file"]);
    }

    #[test]
    fn a_link_to_nothing_makes_what_it_names_and_a_ring_of_links_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        symlink("later", at("link")).unwrap();
        Target::new(&at("link"), &[]).unwrap().save(b"new").unwrap();
        assert_eq!(fs::read_to_string(at("later")).unwrap(), "new");
        symlink("b", at("a")).unwrap();
        symlink("a", at("b")).unwrap();
        let error = Target::new(&at("a"), &[]).unwrap_err().to_string();
        assert!(error.contains("lead to each other"), "{error}");
    }

    #[test]
    fn a_new_file_has_the_mode_that_the_umask_leaves() {
        let folder = tempfile::tempdir().unwrap();
        let (ours, theirs) = (folder.path().join("ours"), folder.path().join("theirs"));
        File::create(&theirs).unwrap();
        Target::new(&ours, &[]).unwrap().save(b"new").unwrap();
        let mode = |path| fs::metadata(path).unwrap().mode();
        assert_eq!(mode(&ours), mode(&theirs));
    }
}

//! Copies for the editor, of articles that have no file of their own.
//!
//! What is shipped, or part of a bigger file, is shown in the editor as a copy: in a
//! folder that nobody else may enter, in a file that nobody may write to. Somebody who
//! writes to it all the same has done work: such a copy is told of, and stays. All
//! others go when the explorer ends.

use std::{
    env,
    ffi::OsString,
    fs::{self, DirBuilder, File},
    hash::{DefaultHasher, Hash, Hasher},
    io::{self, Write},
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    path::{Path, PathBuf},
    process,
    sync::{Mutex, PoisonError, TryLockError},
};

use crate::corpus::Article;

/// Most letters of a copy's name that come from the article's.
const NAME: usize = 60;
/// Most names that are tried before a folder or a copy is given up.
const TRIES: usize = 100;

/// The folder, and the copies in it.
#[derive(Debug)]
struct Copies {
    folder: PathBuf,
    files: Vec<Copied>,
}

/// A copy as it was written.
#[derive(Debug)]
struct Copied {
    path: PathBuf,
    text: u64,
}

impl Copied {
    /// Whether somebody wrote to it. What cannot be read is taken for changed, what is not
    /// there any more is nobody's work.
    fn is_changed(&self) -> bool {
        match fs::read(&self.path) {
            Ok(now) => digest(&now) != self.text,
            Err(error) => error.kind() != io::ErrorKind::NotFound,
        }
    }
}

static COPIES: Mutex<Option<Copies>> = Mutex::new(None);

fn digest(text: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

/// Writes a copy of the article.
///
/// # Errors
///
/// Where there is no room for one; the reason says where and what to do.
pub fn make(article: &Article) -> io::Result<PathBuf> {
    let temporary = temporary(&env::temp_dir());
    let mut copies = COPIES.lock().unwrap_or_else(PoisonError::into_inner);
    let copies = match &mut *copies {
        Some(copies) => copies,
        none => none.insert(Copies {
            folder: folder(&temporary).map_err(|error| no_room(&temporary, &error))?,
            files: Vec::new(),
        }),
    };
    let path = write(
        &copies.folder,
        &name(&article.path),
        article.text.as_bytes(),
    )
    .map_err(|error| no_room(&copies.folder, &error))?;
    copies.files.push(Copied {
        path: path.clone(),
        text: digest(article.text.as_bytes()),
    });
    Ok(path)
}

/// What to tell of a copy once the editor is done with it: that there are changes, and where.
pub fn told(path: &Path) -> Option<String> {
    let copies = COPIES.lock().unwrap_or_else(PoisonError::into_inner);
    let copy = copies
        .as_ref()?
        .files
        .iter()
        .find(|copy| copy.path == path)?;
    copy.is_changed().then(|| kept(path))
}

/// Removes every copy that nobody changed; a line for each that stays.
pub fn tidy() -> Vec<String> {
    let copies = match COPIES.try_lock() {
        Ok(mut copies) => copies.take(),
        Err(TryLockError::Poisoned(error)) => error.into_inner().take(),
        // Its owner is the one who ends.
        Err(TryLockError::WouldBlock) => None,
    };
    let Some(copies) = copies else {
        return Vec::new();
    };
    let (changed, same): (Vec<Copied>, Vec<Copied>) =
        copies.files.into_iter().partition(Copied::is_changed);
    for copy in same {
        drop(fs::remove_file(copy.path));
    }
    let mut lines: Vec<String> = changed.iter().map(|copy| kept(&copy.path)).collect();
    // Of other files that an editor left there nothing is known.
    if fs::remove_dir(&copies.folder).is_err() && lines.is_empty() && copies.folder.exists() {
        let folder = copies.folder.display();
        lines.push(format!("what your editor left is kept in {folder}"));
    }
    lines
}

fn kept(path: &Path) -> String {
    format!(
        "your changes are kept in {}; the article itself is as it was",
        path.display()
    )
}

fn no_room(place: &Path, error: &io::Error) -> io::Error {
    let place = place.display();
    io::Error::other(format!(
        "no copy can be made in {place}: {error}; set TMPDIR"
    ))
}

/// The system's folder for such files; never one that depends on where we were started.
fn temporary(named: &Path) -> PathBuf {
    if named.is_absolute() {
        named.to_owned()
    } else {
        PathBuf::from("/tmp")
    }
}

/// A new folder that is ours alone.
fn folder(temporary: &Path) -> io::Result<PathBuf> {
    first_free(|n| {
        let path = temporary.join(format!("dateline-{}-{n}", process::id()));
        DirBuilder::new().mode(0o700).create(&path).map(|()| path)
    })
}

/// A new file that nobody may write to.
fn write(folder: &Path, name: &str, text: &[u8]) -> io::Result<PathBuf> {
    first_free(|n| {
        let again = if n == 0 {
            String::new()
        } else {
            format!("-{}", n + 1)
        };
        let path = folder.join(OsString::from(format!("{name}{again}.txt")));
        let mut file = File::options()
            .write(true)
            .create_new(true)
            .mode(0o400)
            .open(&path)?;
        if let Err(error) = file.write_all(text) {
            drop(fs::remove_file(&path));
            return Err(error);
        }
        Ok(path)
    })
}

/// What comes of the first number whose name is not taken.
fn first_free<T>(make: impl Fn(usize) -> io::Result<T>) -> io::Result<T> {
    let mut outcome = make(0);
    for n in 1..TRIES {
        match &outcome {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => outcome = make(n),
            _ => break,
        }
    }
    outcome
}

/// A name for the copy: letters, digits and hyphens of the article's, so that no program
/// and no shell takes it for more than a name.
fn name(path: &str) -> String {
    let file = path.rsplit('/').next().unwrap_or(path);
    let stem = file.split_once('.').map_or(file, |(stem, _)| stem);
    let name: String = stem
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
        .take(NAME)
        .collect();
    let name = name.trim_start_matches('-');
    if name.is_empty() {
        "article".to_owned()
    } else {
        name.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_never_stands_in_the_working_folder() {
        for named in ["", ".", "tmp", "../tmp"] {
            assert_eq!(temporary(Path::new(named)), Path::new("/tmp"), "{named:?}");
        }
        assert_eq!(temporary(Path::new("/var/tmp")), Path::new("/var/tmp"));
    }

    #[test]
    fn a_name_is_a_name_and_nothing_more() {
        assert_eq!(name("seeds/003_4bc7f6b1.txt"), "003_4bc7f6b1");
        assert_eq!(name("news.json#12"), "news");
        assert_eq!(name("x/+!touch a; : .txt"), "toucha");
        assert_eq!(name("--wait"), "wait");
        assert_eq!(name("나토.txt"), "article");
        assert_eq!(name(&"a".repeat(5000)).len(), NAME);
    }
}

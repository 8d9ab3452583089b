//! Which day it is, and on which day something was.
//!
//! Neither the system's clock nor a file's time stamp is trusted to lie in a year that the
//! calendar holds, nor `TZ` to name a time zone: it may be the path of a pipe, which never
//! answers, or of a device, which never ends.

use std::{
    env,
    fs::File,
    io::Read,
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
    sync::OnceLock,
    time::{SystemTime, UNIX_EPOCH},
};

use chrono::{DateTime, Local, NaiveDate, Utc};
use rustix::fs::OFlags;

/// Where time zones lie, as chrono looks for them.
const FOLDERS: [&str; 4] = [
    "/usr/share/zoneinfo",
    "/share/zoneinfo",
    "/etc/zoneinfo",
    "/usr/share/lib/zoneinfo",
];
/// The system's own time zone.
const OWN: &str = "/etc/localtime";
/// What a file with a time zone begins with (RFC 9636).
const MAGIC: &[u8; 4] = b"TZif";
/// A larger file holds no time zone.
const LARGEST: u64 = 1 << 20;
/// The first and the last second of the years that are dated: -9999 to 9999.
const DATED: std::ops::RangeInclusive<i64> = -377_705_116_800..=253_402_214_400;

/// Today, where the user is.
#[must_use]
pub fn today() -> NaiveDate {
    day(SystemTime::now()).unwrap_or_default()
}

/// The day of this moment where the user is; `None` in a year that no calendar shows.
#[must_use]
pub fn day(moment: SystemTime) -> Option<NaiveDate> {
    let seconds = match moment.duration_since(UNIX_EPOCH) {
        Ok(after) => i64::try_from(after.as_secs()).ok()?,
        Err(before) => -i64::try_from(before.duration().as_secs()).ok()? - 1,
    };
    if !DATED.contains(&seconds) {
        return None;
    }
    let moment: DateTime<Utc> = DateTime::from_timestamp(seconds, 0)?;
    Some(if fault().is_none() {
        moment.with_timezone(&Local).date_naive()
    } else {
        moment.date_naive()
    })
}

/// What is wrong with the time zone that the environment names: then days are those of UTC.
#[must_use]
pub fn fault() -> Option<&'static str> {
    static FAULT: OnceLock<Option<String>> = OnceLock::new();
    let look = || {
        let zone = env::var("TZ").ok();
        let path = unsound(zone.as_deref())?;
        let path = path.display();
        Some(format!(
            "{path} is no time zone: days are those of UTC; set TZ to a name such as Asia/Seoul"
        ))
    };
    FAULT.get_or_init(look).as_deref()
}

/// The file that this `TZ` means, where there is one that is no time zone.
fn unsound(zone: Option<&str>) -> Option<PathBuf> {
    let files: Vec<PathBuf> = match zone {
        None | Some("localtime") => vec![OWN.into()],
        Some("") => Vec::new(),
        Some(zone) => {
            let path = Path::new(zone.strip_prefix(':').unwrap_or(zone));
            // Where the path is absolute, joining gives the path itself.
            FOLDERS
                .iter()
                .map(|folder| Path::new(folder).join(path))
                .collect()
        }
    };
    files.into_iter().find(|path| !is_zone(path))
}

/// Whether nothing is there, or a file with a time zone, or a folder, which is never read.
fn is_zone(path: &Path) -> bool {
    let Ok(about) = path.metadata() else {
        return true;
    };
    if about.is_dir() {
        return true;
    }
    if !about.is_file() || about.len() > LARGEST {
        return false;
    }
    let mut head = [0; MAGIC.len()];
    File::options()
        .read(true)
        .custom_flags(OFlags::NONBLOCK.bits() as i32)
        .open(path)
        .and_then(|mut file| file.read_exact(&mut head))
        .is_ok_and(|()| head == *MAGIC)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn what_is_no_time_zone_is_not_read() {
        for zone in [
            "/dev/zero",
            ":/dev/zero",
            "../../../dev/zero",
            "/etc/passwd",
            "/proc/kmsg",
        ] {
            assert!(unsound(Some(zone)).is_some(), "{zone}");
        }
        for zone in ["", "UTC", "KST-9", "Nowhere/Never", "/nowhere"] {
            assert_eq!(unsound(Some(zone)), None, "{zone}");
        }
    }

    #[test]
    fn every_moment_has_a_day_or_none() {
        let day = |seconds: i64| {
            let length = Duration::from_secs(seconds.unsigned_abs());
            let moment = if seconds < 0 {
                UNIX_EPOCH.checked_sub(length)
            } else {
                UNIX_EPOCH.checked_add(length)
            };
            moment.map(super::day)
        };
        assert!(day(0).flatten().is_some() && day(-86_400 * 365).flatten().is_some());
        for far in [
            i64::MAX,
            i64::MIN + 1,
            9_999_999_999_999,
            -9_999_999_999_999,
            // The years 10000 and 262142, where the calendar of chrono ends.
            253_402_300_800,
            8_210_266_876_799,
        ] {
            assert_eq!(day(far).flatten(), None, "{far}");
        }
    }
}

//! What was left out is told, once and short.

use std::{collections::HashMap, path::PathBuf};

use super::{Status, say};
use crate::corpus::{Warning, guard};

/// So many reasons are named, the most frequent ones.
const NAMED: usize = 4;

/// Says on standard error what of `paths` is not shown: one thing with its reason, several
/// counted by their reasons, with the command that lists them.
#[must_use]
pub fn report(warnings: &[Warning], paths: &[PathBuf]) -> Status {
    let lost: Vec<&Warning> = warnings.iter().filter(|warning| warning.lost).collect();
    match lost.as_slice() {
        [] => return Status::Done,
        [one] => say(&one.to_string()),
        lost => {
            // A fault of the program is to be reported: it is told with what it says of itself.
            let ours = |warning: &&&Warning| {
                let fix = warning.fix.as_deref().unwrap_or_default();
                fix.contains(guard::REPORTS)
            };
            if let Some(fault) = lost.iter().find(ours) {
                say(&fault.to_string());
            }
            say(&summary(lost, paths));
        }
    }
    Status::Skipped
}

/// "12 things were left out: not text (9), a picture (3); dateline check clips lists them".
fn summary(lost: &[&Warning], paths: &[PathBuf]) -> String {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for warning in lost {
        *counts.entry(kind(&warning.reason)).or_default() += 1;
    }
    let mut counts: Vec<(&str, usize)> = counts.into_iter().collect();
    counts.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    let named = counts.iter().take(NAMED);
    let mut reasons: Vec<String> = named.map(|(kind, n)| format!("{kind} ({n})")).collect();
    let more = counts.len().saturating_sub(NAMED);
    if more > 0 {
        reasons.push(format!("{more} other reasons"));
    }
    format!(
        "{} things were left out: {}; dateline check{} lists them",
        lost.len(),
        reasons.join(", "),
        arguments(paths)
    )
}

/// What a reason has in common with others of its kind: the words before what is named or
/// counted in it.
fn kind(reason: &str) -> &str {
    let reason = reason.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let end = reason.find(['“', ':', ';', '(']).unwrap_or(reason.len());
    let kind = reason[..end].trim_end();
    if kind.is_empty() { reason } else { kind }
}

/// The paths as a shell takes them.
fn arguments(paths: &[PathBuf]) -> String {
    let mut all = String::new();
    for path in paths {
        let path = path.to_string_lossy();
        let plain = |c: char| c.is_alphanumeric() || "/._-+,=@".contains(c);
        all.push(' ');
        if !path.is_empty() && path.chars().all(plain) {
            all.push_str(&path);
        } else {
            all.push('\'');
            all.push_str(&path.replace('\'', "'\\''"));
            all.push('\'');
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::{kind, summary};
    use crate::corpus::Warning;

    #[test]
    fn however_many_are_lost_one_line_says_so() {
        let mut warnings: Vec<Warning> = (0..40_000)
            .map(|n| Warning::skipped(&format!("{n}.bin"), "not text"))
            .collect();
        warnings.push(Warning::new("a.jsonl", "not valid JSON: expected value"));
        warnings.push(Warning::new("a.jsonl", "not valid JSON: EOF"));
        let lost: Vec<&Warning> = warnings.iter().collect();
        assert_eq!(
            summary(&lost, &[PathBuf::from("my clips")]),
            "40002 things were left out: not text (40000), not valid JSON (2); \
             dateline check 'my clips' lists them"
        );
    }

    #[test]
    fn reasons_of_one_kind_count_together() {
        assert_eq!(
            kind("over the limit of 32 MiB: it has 40 MiB"),
            kind("over the limit of 32 MiB: it has 41 MiB")
        );
        assert_eq!(kind("unknown key “a”"), "unknown key");
        assert_eq!(
            kind("3 more lines are not valid JSON"),
            "more lines are not valid JSON"
        );
        assert_eq!(kind("“x”"), "“x”");
    }
}

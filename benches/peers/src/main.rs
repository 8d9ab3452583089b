//! The finder beside the finders people know.
use std::{collections::BTreeMap, sync::Arc, time::Instant};

use chrono::NaiveDate;
use dateline::search::{Finder, Item};
use rustix::time::{ClockId, clock_gettime};

fn cpu() -> f64 {
    let now = clock_gettime(ClockId::ProcessCPUTime);
    now.tv_sec as f64 * 1e3 + now.tv_nsec as f64 * 1e-6
}

fn timed<T>(work: impl FnOnce() -> T) -> (f64, T) {
    let start = cpu();
    let made = work();
    (cpu() - start, made)
}

fn median(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

fn main() {
    let args: Vec<String> = std::env::args().collect();
    let text = std::fs::read_to_string(&args[1]).unwrap();
    let rounds: usize = args[2].parse().unwrap();
    let with_peers = args.get(3).is_none_or(|a| a != "alone");
    let lines: Vec<&str> = text.lines().collect();
    let today = NaiveDate::from_ymd_opt(2026, 2, 1).unwrap();
    let start = Instant::now();
    let items: Vec<Item> = lines.iter().enumerate().map(|(i, l)| Item::line(i, *l)).collect();
    println!("items {:?}", start.elapsed());
    let start = Instant::now();
    let (build, mut finder) = timed(|| Finder::new(items));
    println!("plane {:?} wall {build:.0} ms cpu, {:.1} B/item, arch {:?}", start.elapsed(), finder.bytes() as f64 / lines.len() as f64, pulp_name());
    let mut nucleo = nucleo::Nucleo::<u32>::new(nucleo::Config::DEFAULT, Arc::new(|| {}), Some(1), 1);
    if with_peers {
        let injector = nucleo.injector();
        for (i, line) in lines.iter().enumerate() {
            injector.push(i as u32, |_, columns| columns[0] = nucleo::Utf32String::from(*line));
        }
        while nucleo.tick(1000).running {}
    }
    let sessions: &[(&str, &[&str])] = &[
        ("one letter", &["r"]),
        ("two letters", &["ru"]),
        ("name rutte", &["rutte"]),
        ("name sekerinska", &["sekerinska"]),
        ("name biden", &["biden"]),
        ("two words", &["nato summit"]),
        ("defense industry", &["defense industry"]),
        ("itpp", &["itpp"]),
        ("rutet", &["rutet"]),
        ("no match", &["zqxjkv"]),
        ("five keys", &["r", "ru", "rut", "rutt", "rutte"]),
        ("eleven keys", &["n", "na", "nat", "nato", "nato ", "nato s", "nato su", "nato sum", "nato summ", "nato summi", "nato summit"]),
    ];
    for (name, keys) in sessions {
        let mut times: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
        let mut total = (0, 0, 0);
        for _ in 0..rounds {
            finder.forget();
            let (ms, answer) = timed(|| keys.iter().map(|key| finder.search(key, 100, today)).last());
            times.entry("dateline").or_default().push(ms);
            total.0 = answer.unwrap().total;
            if !with_peers { continue }
            let (ms, found) = timed(|| keys.iter().map(|key| frizbee::Matcher::from_query(key, &frizbee::Config::default()).match_list(&lines).len()).last());
            times.entry("frizbee").or_default().push(ms);
            total.1 = found.unwrap();
            let mut typed = String::new();
            nucleo.pattern.reparse(0, "", nucleo::pattern::CaseMatching::Smart, nucleo::pattern::Normalization::Smart, false);
            while nucleo.tick(1000).running {}
            let (ms, ()) = timed(|| for key in *keys {
                let append = !typed.is_empty() && key.starts_with(&typed);
                nucleo.pattern.reparse(0, key, nucleo::pattern::CaseMatching::Smart, nucleo::pattern::Normalization::Smart, append);
                typed = (*key).to_owned();
                while nucleo.tick(1000).running {}
            });
            times.entry("nucleo").or_default().push(ms);
            total.2 = nucleo.snapshot().matched_item_count() as usize;
        }
        let of = |times: &mut BTreeMap<&str, Vec<f64>>, who| times.get_mut(who).map_or(f64::NAN, |t| median(t));
        let (d, f, n) = (of(&mut times, "dateline"), of(&mut times, "frizbee"), of(&mut times, "nucleo"));
        println!("{name:18} {total:?} dateline {d:8.2}  frizbee {f:8.2} ({:.3})  nucleo {n:8.2} ({:.3})", d / f, d / n);
    }
}

fn pulp_name() -> &'static str { "" }

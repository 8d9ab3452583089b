//! The shipped articles against their gold annotation (body, captions, bylines), in characters.

use dateline::temporal::{Context, tag};

use super::{day, kind};

/// File, day of publication, and what stands in it: first character, one past the last, type, value.
type Article = (
    &'static str,
    &'static str,
    &'static [(usize, usize, &'static str, &'static str)],
);

/// Annotated in these zones only, so that what is found elsewhere is left out of the score.
const ARTICLES: &[Article] = &[
    (
        "000_e8b2fe9ec3e4ab21.txt",
        "2025-06-26",
        &[
            (83, 103, "TIME", "2025-06-26T16:21"),  // June 26, 2025, 16:21
            (114, 134, "TIME", "2025-06-27T10:36"), // June 27, 2025, 10:36
            (265, 278, "DATE", "2025-06-24"),       // June 24, 2025
            (294, 301, "DATE", "2025-06-26"),       // June 26
            (490, 505, "DATE", "2025-W26"),         // early this week
            (533, 540, "DURATION", "P2D"),          // two-day
            (786, 794, "DATE", "2025-06-26"),       // Thursday
            (972, 988, "DATE", "2025-06"),          // early this month
            (1492, 1505, "DATE", "2025-06-24"),     // June 24, 2025
            (1602, 1606, "DATE", "2035"),           // 2035
            (1869, 1885, "DATE", "2025-06-25"),     // the previous day
        ],
    ),
    (
        "001_5fcc3b0b6a5f046b.txt",
        "2026-02-11",
        &[
            (1350, 1361, "DATE", "2026-02-11"), // February 11
            (1596, 1603, "DATE", "2026-02-10"), // Tuesday
            (1802, 1807, "DATE", "2026-02-10"), // today
            (2156, 2177, "DURATION", "P7M"),    // the past seven months
            (2748, 2757, "DATE", "2025"),       // last year
        ],
    ),
    (
        "002_0786d34240ad74f5.txt",
        "2025-10-20",
        &[
            (167, 186, "TIME", "2025-10-20T17:15:20"), // 2025-10-20 17:15:20
            (509, 519, "DATE", "2025-10-20"),          // October 20
            (664, 674, "DATE", "2025-10-19"),          // October 19
            (819, 827, "DATE", "2025-10-20"),          // the 20th
            (2310, 2314, "DATE", "2014"),              // 2014
            (2390, 2394, "DATE", "2022"),              // 2022
            (2471, 2475, "DATE", "2025-06"),           // June
            (2552, 2556, "DATE", "2035"),              // 2035
        ],
    ),
    (
        "003_4bc7f6b14aea3614.txt",
        "2023-07-11",
        &[
            (173, 180, "DATE", "2023-07-11"),      // Tuesday
            (1030, 1044, "DATE", "2012-09"),       // September 2012
            (1572, 1581, "DATE", "2022"),          // Last year
            (1693, 1702, "DATE", "2023"),          // this year
            (2266, 2275, "DATE", "2022"),          // last year
            (2309, 2315, "DATE", "2023-07-10"),    // Monday
            (2386, 2393, "DURATION", "P6D"),       // six-day
            (2565, 2574, "DATE", "2022"),          // last year
            (2655, 2662, "DATE", "2023-07-11"),    // Tuesday
            (2667, 2676, "DATE", "2023-07-12"),    // Wednesday
            (2836, 2843, "DURATION", "P2D"),       // two-day
            (2955, 2970, "TIME", "2023-07-11TMO"), // Tuesday morning
            (3667, 3671, "DATE", "2006"),          // 2006
            (4402, 4411, "DATE", "2023-07-12"),    // Wednesday
            (4917, 4927, "DATE", "2023-06"),       // last month
            (4947, 4951, "DATE", "2030"),          // 2030
            (5014, 5020, "DATE", "2023-07-10"),    // Monday
            (5279, 5284, "DATE", "2023-04"),       // April
            (5626, 5631, "DATE", "2023-04"),       // April
            (5689, 5696, "DATE", "2023-07-11"),    // Tuesday
            (5781, 5801, "TIME", "2023-07-10TEV"), // Later in the evening
            (5929, 5932, "DATE", "2023-05"),       // May
        ],
    ),
    (
        "004_f8c8f4a6be7c1175.txt",
        "2022-06-22",
        &[
            (193, 206, "DATE", "2022-06-22"),              // Jun. 22, 2022
            (270, 283, "DATE", "2022-06-22"),              // Jun. 22, 2022
            (325, 337, "DATE", "2022-06-22"),              // 22 June 2022
            (526, 535, "DATE", "2022-06-22"),              // Wednesday
            (1196, 1205, "DATE", "PRESENT_REF"),           // currently
            (1385, 1395, "DATE", "2022-06-29/2022-06-30"), // June 29-30
            (1499, 1505, "DATE", "2022-05-10"),            // May 10
            (1912, 1921, "DATE", "2022-06-22"),            // Wednesday
        ],
    ),
];

/// The characters of each article that the annotation covers.
const ZONES: &[&[(usize, usize)]] = &[
    &[(59, 1332), (1335, 2378)],
    &[(1340, 3106)],
    &[(122, 2699)],
    &[(0, 6044)],
    &[(134, 706), (755, 2112)],
];

#[test]
fn gold_of_the_shipped_articles() {
    let (mut gold, mut system, mut spans, mut values) = (0, 0, 0, 0);
    let mut wrong = Vec::new();
    for ((file, published, expected), zones) in ARTICLES.iter().zip(ZONES) {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("seeds")
            .join(file);
        let text = std::fs::read_to_string(&path).expect("a shipped article");
        let found: Vec<_> = tag(&text, &Context::news(day(published)))
            .into_iter()
            .map(|t| {
                let start = text[..t.span.start].chars().count();
                (
                    start,
                    start + t.span.of(&text).chars().count(),
                    kind(&t),
                    t.value.clone(),
                )
            })
            .filter(|t| zones.iter().any(|z| z.0 <= t.0 && t.1 <= z.1))
            .collect();
        gold += expected.len();
        system += found.len();
        for want in *expected {
            match found.iter().find(|t| (t.0, t.1) == (want.0, want.1)) {
                Some(t) => {
                    spans += 1;
                    values += usize::from(t.3 == want.3 && t.2 == want.2);
                    if t.3 != want.3 || t.2 != want.2 {
                        wrong.push(format!("{file} {want:?} {t:?}"));
                    }
                }
                None => wrong.push(format!("{file} {want:?} missed")),
            }
        }
        wrong.extend(
            found
                .iter()
                .filter(|t| !expected.iter().any(|w| (w.0, w.1) == (t.0, t.1)))
                .map(|t| format!("{file} spurious {t:?}")),
        );
    }
    // F1 ≥ 0.95, in whole numbers: 2·hits / (gold + system).
    let enough = |hits: usize| 200 * hits >= 95 * (gold + system);
    assert!(
        enough(spans) && enough(values),
        "{spans} spans, {values} values of {gold} ({system} found)\n{}",
        wrong.join("\n")
    );
}

//! Which sentences with a date tell an event, and which only talk, measure or wish.

use dateline::{
    corpus::{BlockKind, Fact},
    temporal::Timestamp,
    timeline::{Builder, Timeline, factuality::reason, read, verdicts},
};

use crate::fixture::week;

/// The dated words of the events that an article of 14 May 2024 with this body tells.
fn told(body: &str) -> Vec<String> {
    let timeline = week(body);
    let words = |event: &dateline::timeline::Event| {
        let telling = &event.tellings[0];
        let words = telling.timex.span.of(&timeline.articles[0].text);
        words.to_owned()
    };
    timeline.events.iter().map(words).collect()
}

/// Sentences that tell an event, with the words of its date.
const TELLS: &[(&str, &str)] = &[
    (
        "She moved to Oslo a week before March 3.",
        "a week before March 3",
    ),
    (
        "Officials from the council and the port took part in the talks on Monday.",
        "Monday",
    ),
    (
        "Yesterday, Mayor Anna Berg, her deputy, and the port director hosted a dinner.",
        "Yesterday",
    ),
    ("She would return to the Games in 2016.", "2016"),
    ("The company said it would close the plant in June.", "June"),
    (
        "New tariffs, due to take effect on June 4, may cost the port a fortune.",
        "June 4",
    ),
    ("As all know, on May 3, the plant closed.", "May 3"),
    (
        "Starting in July, callers can reach the office by text.",
        "July",
    ),
    (
        "It is the worst fire since December 1998, when the Star ran aground.",
        "December 1998",
    ),
    (
        "In April, when the office extended the ban, the court ruled against it.",
        "April",
    ),
    ("The new rules that took effect in 2021 are strict.", "2021"),
    (
        "Today, the ministry is publishing new rules for ferries.",
        "Today",
    ),
    (
        "There’s a meeting of the council today in the old town.",
        "today",
    ),
    (
        "The two sides met at a 2022 meeting of the league in Oslo.",
        "2022",
    ),
    ("On Easter, the choir sang for the king.", "Easter"),
    (
        "Officials said this week that 17 towns have enrolled.",
        "this week",
    ),
    ("The port drew no ships despite opening in 2015.", "2015"),
    ("The Harbour Office today announced a new pier.", "today"),
    ("The island was hit by a storm in 1998.", "1998"),
    (
        "Anna Berg was re-elected mayor of the town in 2021.",
        "2021",
    ),
    (
        "Two thirds of the islands signed the accord by 2019.",
        "2019",
    ),
    (
        "The council vowed to cut emissions by half by 2035.",
        "2035",
    ),
    // what binds or is settled, not what is aimed at
    (
        "The allies agreed to increase defense spending to 5 percent by 2035.",
        "2035",
    ),
    (
        "The pact commits all members to increasing defense spending by 2035.",
        "2035",
    ),
    ("The dam is to reach full capacity by 2027.", "2027"),
    ("The bridge is expected to be completed by 2027.", "2027"),
    ("The firm planned to open a second pier by 2026.", "2026"),
    (
        "Anna Berg told the islanders that the firm would cut 900 jobs by the end of the year.",
        "the end of the year",
    ),
    (
        "The firm reported net income of 412 million crowns for 2023.",
        "2023",
    ),
    ("A vote on the pier is scheduled for June.", "June"),
    ("2020 saw three fires on the island.", "2020"),
    (
        "The first bikini was worn in public in Norland in 1986.",
        "1986",
    ),
    (
        "The office fired nine men who may have been involved in the attack on the port in October 2023.",
        "October 2023",
    ),
    (
        "Storms hit the coast from April 20, 2024, to May 1, 2024.",
        "April 20, 2024",
    ),
    // what is planned, or moved, is told
    ("The port will open the site as early as June 3.", "June 3"),
    (
        "The council has set goals for the talks to be held in June.",
        "June",
    ),
    (
        "The ferries are expected to carry the first islanders by 2026.",
        "2026",
    ),
    ("Trade grew 3 percent in April.", "April"),
    (
        "The report showed that the fare fell by 4 percent and another 900 jobs were created in April.",
        "April",
    ),
    (
        "One and a half million islanders were driven out beginning in 1915.",
        "1915",
    ),
    ("People stood in line for two hours in 2020.", "2020"),
    (
        "Shops were opened at the fastest rate in 2021 in ten years.",
        "2021",
    ),
    (
        "The ports will have a meeting with the council on June 3.",
        "June 3",
    ),
    (
        "The order that the king signed today includes 50 rules.",
        "today",
    ),
    (
        "Today, the council appointed the following members of the board:",
        "Today",
    ),
    (
        "The two kings, having met in Oslo on May 3, 2024, declare the following:",
        "May 3, 2024",
    ),
    ("The council will, on June 3, open the port.", "June 3"),
    (
        "The next step is, next week, the council is planning to meet.",
        "next week",
    ),
    (
        "The measures adopted on March 3, 2020, to deal with the storms must go on.",
        "March 3, 2020",
    ),
    (
        "On or about May 3, 2024, the storm sank a ferry.",
        "May 3, 2024",
    ),
    (
        "The ports signed a deal that will open a pier by 2027.",
        "2027",
    ),
    ("The firm was founded in 1950 in Oslo:", "1950"),
    (
        "Today’s call will begin with a speech by Mayor Berg.",
        "Today",
    ),
    (
        "Earlier this year, the council founded a board, set up for the ports, that includes:",
        "Earlier this year",
    ),
    (
        "With today’s decision, thousands of islanders lost a ferry.",
        "today",
    ),
    (
        "The League was joined by President Lind today in Oslo.",
        "today",
    ),
];

/// Sentences that tell none.
const TELLS_NOTHING: &[&str] = &[
    "They are how we are going to meet the challenges of today.",
    "The ferries built the economy of tomorrow.",
    "Safe travels tomorrow.",
    "He slept well last night.",
    "We will see you next week.",
    "You should see the harbour today.",
    "That was in 2019.",
    "There were two in 2020.",
    "Think about how distant this looked five years ago.",
    "Today, the economy of the islands is strong.",
    "Today, many islanders are still denied a ferry.",
    "The firm grew in spite of the challenges facing the industry today.",
    "Today’s announcement is a game changer.",
    "Families need to reach the mainland this year.",
    "It is critical to reach net zero by 2050.",
    "The bank estimates that exports will reach two billion in 2030.",
    "Trade is projected to grow 6% in 2025.",
    "Goods that are landed on or after June 1, 2024 must be declared.",
    "The emergency must continue beyond October 21, 2024.",
    "The office helps towns to get ready for November 8.",
    "The money is meant for the lead up to the 2024 and 2025 elections.",
    "The sum is 5 million above the 2023 enacted level.",
    "The island had a rate of just 64% in 2020.",
    "Families celebrate Christmas.",
    "The council proclaimed the second Monday of October each year as “Columbus Day”.",
    "In witness whereof, I have hereunto set my hand this fifth day of May.",
    "Q The harbour master left yesterday.",
    "What the council announced yesterday was no policy.",
    "Love of this storied Saturday ritual is passed on from one generation to the next.",
    "With the help of the members here today, the league signed the pact.",
    "Today, 46 towns have launched ferries.",
    "The notice is in the register (last visited July 14, 2022).",
    // bounds and spans
    "Ola Lind is to sit on the board for a term expiring June 1, 2027.",
    "The text was under embargo until 5:00 a.m. on Monday, May 6.",
    "The office shall report no later than May 30, 2024.",
    "The towns got real protection going into the winter.",
    "Over the next year, the office will build on what it has learned.",
    "The port made progress over the course of 2023.",
    "The firm had no ships before 2021.",
    // names, papers, sums
    "The league changed its rules for model years 2027 to 2029.",
    "Ola Lind won the title of 2022 Sailor of the Year.",
    "Ferries use a tenth of the fuel, according to one 2021 report.",
    "The grants were cut in the first quarter of the fiscal year.",
    "The towns celebrated the Ports Act, 2023.",
    "Ola Lind wrote “Old Ports of the North” (Harbour Press, 2008).",
    "The council offered pardons to June 6th rioters.",
    "Ships sailed to the island as H1N1 spread.",
    "The pier opens each day at 8:30 a.m. until late.",
    "The congress has designated March 9 of each year as “Ferry Day”.",
    "The number of ferries rose from 4,000 in 2020 to a new record.",
    "The harbour cut the wait to 26 hours, compared with 131 hours on May 1st.",
    "The share is 2%, a sharp decline from 7% in 2020.",
    "There were 56 percent fewer fires in 2022 than ever.",
    "At the start of this year, fuel was about $3 a gallon.",
    // how things are
    "Today, millions of islanders live in places where floods are common.",
    "After a day of meetings, the mayor is more confident this evening about the port.",
    "The league’s top priority for 2025 is to extend the law.",
    "Today, the biggest firm holds eight times the wealth of the rest.",
    "The prices are lower than what the office pays today.",
    "Most of the ferries on the sea today were made in Norland.",
    "In 1913, women were not allowed to sail.",
    "They faced hunger in our world today.",
    "In 2024, the island has a chance to make history again.",
    "Today’s announcement marks a step forward for the port.",
    // forecasts
    "The fare will be 35 crowns in 2025.",
    "Trade is set to only accelerate in 2025.",
    "Economists are now predicting a slump starting this year.",
    "The bank projects that the two programmes, by 2030, will have cut fares.",
    "While today’s announcement marks progress, the office will keep at it.",
    "Today, firms owned by the islanders make up a fifth of the trade.",
    "The class of ’21 was the one to test the new ferry.",
    "The tables show the beauty of spring.",
    "The office is exempt from 33 U.S.C. 1316 or 1317.",
    "A man went to the harbour on a Saturday and was robbed.",
    "The rate rose over the FY 2021 level.",
    "Job growth is accelerating in 2024.",
    "Deaths at sea have declined by half since their peak in 2004.",
    "The firm is putting up posters between now and the end of the year.",
    "Before Wednesday, Ola Lind was a young man with a boat.",
    "The number of ships off the coast has fallen from almost 150 three years ago to a dozen.",
    "The plan was based on a timeline that was set by the old council of May 1st.",
    "The important thing is that the council moves this week.",
    "Today, only about half of the ferries sold here are built in Norland.",
    "Today’s announcement really was a product of patience.",
    "The king renamed May 8 as “Day of the Ferry”.",
    // goals
    "The ministry set a goal of 30 gigawatts of wind power by 2030.",
    "The port aims to cut emissions in half by 2030.",
    "The plant will support 700 jobs by 2030.",
    "The office is committing to expand the ferry line by 2027.",
    "Members are committed to taking decisive action by 2030.",
    "By 2026, the port is committed to serving ten towns.",
    "The accord is expected to double trade by 2030.",
    // names, and days spoken of
    "The office raised its grants 21% above 2023 enacted levels.",
    "The rules start with calendar year 2025.",
    "The council set pay rates for 2025.",
    "The islanders kept their belief in tomorrow.",
    "As someone just laid out, June 5th is on Wednesday.",
    "March 6 was one of the darkest days of the island.",
    "The order builds on the Memorandum of January 27, 2021.",
    "The islanders honored the spirit of 1776.",
    "The pier hosted a “Super Ferry Saturday” for the town.",
    "Norland and Vestria, as host towns of the next Summer Olympic Games, are committed to promoting ferries.",
    // ends of long stretches
    "The town sealed the records made between April 2020 and February 2022.",
    "The office, in consultation with the ports, shall revise the list so that it conforms to the rules directed in this order within ten days of March 12, 2024.",
    "Goods landed before 12:01 a.m. on June 4, 2024, are free of duty.",
    "The council extended the ban to August 15.",
    "Originally planned for July, the ferry is sailing already.",
    "Fares went from 15 crowns in 2021 to 20 crowns in 2022.",
    // reckoned from nothing
    "Five years later, the pier still stands.",
    "Nearly 60 years ago, the islanders built a pier.",
    "The office will open a pier in the next year.",
    // what goes on
    "Delivering on the mandate from the council, in 2025 the office will continue developing its ports.",
    "The budget provides a billion crowns in 2025.",
    "Today’s announcement will change lives.",
    "Stay tuned for tomorrow, as Anna Berg opens the pier.",
    "The council funds the police and promotes prosecution of crimes affecting families today.",
    "Their loss was a tragedy that shook the island and is still felt today by all who grieve.",
    "The port, a decade ago, was number eight in the world.",
    "Other provisions of the Act, including sections 1249, 1268, 1507, 1546, and 1655, purport to require that the council receive a notification.",
    "Anna Berg once attended Sunday services held in the old town.",
    "The council asked the king to issue annually a proclamation designating June 15 as “Ferry Day”.",
    "The council has a goal of expanding the ferry line to ten towns by next Monday.",
    "The firm will also create courses for young islanders mapped to this structure by 2026.",
    "Islanders like ferries, and according to an August 2023 poll, 65 percent of them support grants.",
    "Fares, when the mayor arrived on Inauguration Day, were at 14 crowns.",
    "The office is building skills, while supporting critical needs in the community today.",
    "From 1987-94 and 1997-2022 he represented the Triangle region of North Carolina in the U.S. House of Representatives.",
    "The April and May numbers were revised 16,000 higher.",
    "FBI 2023 data shows that the wave has turned around.",
    "New grants for the ports will be available in four languages (English, Thai, Danish, and Norse) in 2025.",
    "And I propose that we come together for a second high-level virtual summit in the first quarter of 2025 to help gauge our progress and keep our efforts fully aligned.",
    "The firm is committing to raise its rentals this year.",
    "The office will do much more in the coming year.",
    "Today, the phone has changed how the islanders talk.",
    "Drivers may have noticed some movement at the pump this week.",
    "The port was number eight in the world 30 years ago.",
    "The mayor will mark 9/11 in Oslo.",
    "The council called for the designation of the first Monday in October as Ferry Day.",
    "Indeed, forecasters now project the fare to be lower than the 3.9 and 3.6 crowns the office projected for 2022 and 2023, respectively.",
    "Fares were ten times the levels recorded in 2022.",
    "PIER 2030 has established a network of experts to develop ferries.",
    "The office will provide sustained leadership between today and 2030 to support the towns to set targets.",
    "She moved to Oslo some time before March 3.",
    "Anna Berg helped the choir on Sunday mornings.",
    "The shops opened early on Small Business Saturday.",
    "A century ago, the islanders built a pier.",
    // what is meant to be reached, and what should, must or need be
    "The firm is opening a mine, targeting delivery of the ore to the mainland as soon as 2026.",
    "The ports will work on the accord, with the aim of concluding negotiations in early 2026.",
    "The firms have committed to enter new towns, in order to provide ferries for 20 thousand underserved islanders by the end of 2025.",
    "The office will leverage partnerships with industry, towns, and island groups to install pumps and other tools in more than 90 low-income and disadvantaged island homes in over 15 places by summer 2025.",
    "The plan is expected to catalyze over 8 billion crowns of investment by 2030.",
    "Through global action and concerted leadership, 2025 should be a turning point for the islands as towns commit to clean ferries.",
    "No shop should shut this winter because of the storms.",
    "Helpers must be available to be in Oslo the week of June 3, 2024.",
    "The notes shall be released to the public by June 30, 2024.",
    "The secretary shall, by June 1, 2024, found a new office.",
    "Towns are encouraged to apply for grants by June 21, 2024.",
    "For interested islanders who have not already registered, please register HERE by June 21, 2024.",
    "The mayor, in honor of the crews across the islands, calls on the council to come together and pass a budget to fund the ferries before the end of the year of the ports on June 30.",
    "The towns are shaping a world of where ferries are headed in 2025, 2027, 2030, and beyond.",
    "The ports will work towards ending the trade as identified in the League’s Ferries report in 2022 as one of the main steps.",
    "The firm is raising its rentals, forecasting nearly two million new ferry rentals in 2025.",
    // what a figure was, and what it is held against
    "Norland invented the ferry, but today produces about 10 percent of them.",
    "On January 20, 2021, only 8 percent of islanders 65 and over had gotten their first berth.",
    "The storm closed ports, and by March 2021, had already led to 9 closures.",
    "Small ferries accounted for 7.5% of sales in the third quarter of 2022.",
    "Exports totaled two billion crowns in 2023.",
    "The number of crews has fallen by 17% over last year.",
    "In April 2022, the water level was at the lowest it had ever been.",
    "The office published data on crime for the first nine months of 2023 and compared it to the same period in 2022.",
    "In January 2021, the tables showed that just 46% of ports were open.",
    "A few votes made a difference in 2020.",
    "The towns fought coronavirus disease 2019 (COVID-19) with masks.",
    // what only leads in a list
    "Options available today or coming soon include:",
    "The specific steps that the council is taking today are:",
    "Guests of yesterday’s meeting included:",
    "Today, the council is taking the following steps:",
    "Today, the council announced:",
    "In April, according to the Harbour Bureau:",
    "Mayors participating in Friday’s meeting included: Ann Berg, Ola Lind and Jan Dahl.",
    "Beginning today, the office is releasing:",
    "Many towns joined the Declaration on Zero Emission Ferries by 2050.",
    "Mayor Berg has said she wants the port ready by 2027.",
    "The firm has committed to 600 million crowns to reduce vented gas in its ports by 2027.",
    "The band sold out halls into 2023.",
    "Ferries sail there, as they did back in 2014.",
    "The rule is broader than what was done in 2014.",
    "In 2019, 43% of islanders reported having a boat.",
    "The typical sailor earned 12 crowns per hour in 2020.",
    "Helpers will play a critical role this summer in the ports.",
    "His first choice was made fast, and today’s announcement further continues that trend.",
    "Today’s call will be on background, attributed to a senior official.",
    "The ports are part of the plan that Mayor Berg asked about yesterday.",
    "As more islanders sail, and as warmer weather draws families to our beaches, this week serves as a critical reminder of the importance of staying safe on the water.",
    "That’s almost 4 million more berths in April compared to the month before, March.",
    "The office supports reports which will be required for old firms beginning in 2025.",
    "The mayor wanted a vote in the council on the new ferries by June 3.",
    "The federal government will work with utilities, developers, technology firms, financiers and others to purchase electricity produced from resources that generate no carbon emissions, including solar and wind, for all its operations by 2030.",
    "They would love to see the law passed in Oslo next year.",
    "“The ferry will sail for ever and ever” (1/28/23, Oslo, Norland).",
    // names and days of every year
    "Anna Berg was the head of the Secured Overnight Financing Rate team.",
    "The league has requested the observance of May 11 as a feast.",
    // greetings and wishes
    "Today, we’re joined by Mayor Anna Berg.",
    "Hope everyone had a good day yesterday, and welcome.",
    // what is only repeated
    "As the mayor said this morning, the storm is dangerous.",
    "The islanders saw what the court did in 2013.",
];

/// Sentences of a conversation that tell nothing, though a report could say the same.
const SPOKEN_OF_NOTHING: &[&str] = &[
    "I don’t have a meeting to announce today, but stay tuned.",
    "I’m humbled to be asked to speak today.",
    "I would expect that to be a part of the visit of Anna Berg tomorrow.",
    "He st- — it started Saturday evening.",
    "Anna Berg addressed this already today.",
    "I know we got to wrap at 1:45.",
    "I also want to thank Bishop Ola Lind and all those taking the stage today.",
    "And June 7th has had ramifications.",
    "In 2023, we saw the same.",
    "That’s not a forecast that Anna Berg made this morning.",
    "My son scored and won the cup that year.",
    "And the mayor talked about this a little bit last week.",
    "The grant that I talked about today is for nearly seven thousand islanders.",
    "And thank all of you who joined us today to learn of the pier.",
    "That is one of the many things that we have discussed today.",
    "Anna Berg, you talked a minute ago about the pier.",
    "Anna Berg is going to be our special helper today.",
    "So, Anna Berg kept the pier open up to about 5:30 in the morning.",
    "In fact — and 2021 was the best year for ferries.",
    "But, look, Karin said this pretty well yesterday.",
    "You know, we talked yesterday about changing the ferries.",
    "I’ve talked to you guys last week.",
    "But before I begin, I want to say a word about the jobs report we talked about this morning.",
    "I spoke with him again yesterday.",
    "I just — I’m not going to get ahead of what Mayor Berg is going to announce tomorrow.",
    "And so, as Mayor Berg says, we’re going to go vote today.",
    "You know, you guys saw the readout from — from Mayor Berg yesterday on the parts of the trip, what was discussed.",
    "I don’t know what’s weak about ending unabated coal power generation and finance by the end of 2021.",
];

/// Sentences of a conversation that do tell something.
const SPOKEN: &[(&str, &str)] = &[
    ("Anna Berg arrived in Oslo today.", "today"),
    (
        "Not only that — earlier this week, Ola hosted a dinner.",
        "earlier this week",
    ),
    ("We filed our challenge in October 2013.", "October 2013"),
    ("You were diagnosed in 2015.", "2015"),
    (
        "I signed a law in February that opened the port.",
        "February",
    ),
    (
        "Yesterday, the chair of that committee sent a letter to the port.",
        "Yesterday",
    ),
    (
        "So, as you know, there was an announcement by the Port Office over the weekend.",
        "the weekend",
    ),
    (
        "We didn’t know the outcome, but last week, the court closed the port.",
        "last week",
    ),
    (
        "You may have seen the news that one of our men from Oslo was killed today by a storm.",
        "today",
    ),
    (
        "I’d like to announce today that we have signed an agreement with Norland.",
        "today",
    ),
    (
        "I spoke with President Lind yesterday about the port.",
        "yesterday",
    ),
    (
        "Mayor Berg and I talked about the port yesterday in Oslo.",
        "yesterday",
    ),
];

/// What makes a text speech: a hundred words of "I", "we" and "you".
fn spoken(sentence: &str) -> String {
    let chat = "I know you, you know me, and I am glad that we are all in this with you. ";
    format!("{}\n\n{sentence}", chat.repeat(4))
}

#[test]
fn speech_tells_what_was_done_and_not_what_was_felt() {
    let loose: Vec<_> = SPOKEN_OF_NOTHING
        .iter()
        .filter(|sentence| !told(&spoken(sentence)).is_empty())
        .collect();
    assert!(loose.is_empty(), "{loose:#?}");
    for (sentence, date) in SPOKEN {
        let told = told(&spoken(sentence));
        assert!(
            told.iter().any(|words| words == date),
            "{sentence}: {told:?}"
        );
    }
}

#[test]
fn a_deed_with_a_date_is_told() {
    for (sentence, date) in TELLS {
        let told = told(sentence);
        assert!(
            told.iter().any(|words| words == date),
            "{sentence}: {told:?}"
        );
    }
}

#[test]
fn talk_wishes_and_measures_tell_nothing() {
    let told: Vec<_> = TELLS_NOTHING
        .iter()
        .filter(|sentence| !told(sentence).is_empty())
        .collect();
    assert!(told.is_empty(), "{told:#?}");
}

/// The text without the brackets around its date, and the date.
fn marked(text: &str) -> (String, &str) {
    let (before, rest) = text.split_once('[').expect("a date in brackets");
    let (date, after) = rest.split_once(']').expect("a date in brackets");
    (format!("{before}{date}{after}"), date)
}

/// What became of the last expression of `date`'s words: the name of the reason, or nothing where it
/// dates an event.
fn reason_of(timeline: &Timeline, date: &str) -> Option<&'static str> {
    let verdict = verdicts(timeline)
        .filter(|verdict| {
            let words = verdict.timex.span.of(&timeline.articles[0].text);
            date.contains(words) || words.contains(date)
        })
        .last()
        .unwrap_or_else(|| panic!("no date found: {date}"));
    assert!(
        verdict.event.is_some() || verdict.reason.is_some(),
        "{date}: neither event nor reason"
    );
    verdict.reason.map(|reason| reason.name)
}

#[test]
fn every_reason_holds_for_its_example_and_not_for_its_counter_example() {
    let mut wrong = Vec::new();
    for reason in reason::ALL {
        assert!(
            !reason.doc.is_empty() && reason.doc.ends_with('.'),
            "{}",
            reason.name
        );
        let twins = reason::ALL.iter().filter(|other| other.name == reason.name);
        assert_eq!(twins.count(), 1, "{}", reason.name);
        // Where no example is short enough, a test of its own holds it.
        let cases = [(reason.example, Some(reason.name)), (reason.counter, None)];
        for (text, want) in cases.into_iter().filter(|(text, _)| !text.is_empty()) {
            let (body, date) = marked(text);
            let got = reason_of(&week(&body), date);
            if got != want {
                wrong.push(format!("{}: {text}: {got:?}", reason.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_sentence_without_end_is_not_read() {
    let endless = format!(
        "On May 3, the plant closed{}.",
        ", and the pier, too".repeat(200)
    );
    assert_eq!(
        reason_of(&week(&endless), "May 3"),
        Some("endless sentence")
    );
}

/// Pairs of sentences that differ in one word of the same class, with what each tells.
fn synonyms() -> Vec<(String, Vec<String>)> {
    let rows = include_str!("../fixtures/events/synonyms.txt");
    let rows = rows
        .lines()
        .filter(|row| !row.starts_with('#') && !row.is_empty());
    rows.map(|row| {
        let (before, rest) = row.split_once('{').expect("alternatives in braces");
        let (words, after) = rest.split_once('}').expect("alternatives in braces");
        let sentences = words
            .split('|')
            .map(|word| format!("{before}{word}{after}"));
        (row.to_owned(), sentences.collect())
    })
    .collect()
}

/// The days that a sentence tells of and those that it does not.
fn answer(sentence: &str) -> Vec<(String, bool)> {
    let timeline = week(sentence);
    let own = |verdict: &dateline::timeline::Verdict<'_>| {
        sentence.contains(verdict.timex.span.of(&timeline.articles[0].text))
    };
    verdicts(&timeline)
        .filter(own)
        .map(|verdict| (verdict.timex.value.clone(), verdict.event.is_some()))
        .collect()
}

/// The share of pairs whose answers may differ, in percent.
const DIFFER: usize = 5;

#[test]
fn a_synonym_does_not_change_the_answer() {
    let (mut pairs, mut wrong) = (0, Vec::new());
    for (row, sentences) in synonyms() {
        let first = answer(&sentences[0]);
        for other in &sentences[1..] {
            pairs += 1;
            if answer(other) != first {
                wrong.push(format!("{row}: {other}"));
            }
        }
    }
    assert!(pairs >= 200, "{pairs} pairs");
    assert!(
        100 * wrong.len() <= DIFFER * pairs,
        "{} of {pairs}: {wrong:#?}",
        wrong.len()
    );
}

#[test]
fn a_picture_of_an_archive_is_no_event() {
    let page = |day: &str| {
        let caption = format!("The mayor opens the old pier in Oslo on {day}.");
        let blocks = [
            (
                BlockKind::Paragraph,
                "The council met in the old town on Monday.",
            ),
            (BlockKind::Caption, caption.as_str()),
        ];
        let mut article = crate::fixture::article("a.txt", &blocks);
        let published = Timestamp::day(crate::fixture::day(2024, 5, 14));
        article.published = Some(Fact::text(published, dateline::text::Span::new(0, 0)));
        let mut builder = Builder::default();
        builder.add(read(article));
        reason_of(&builder.finish(), day)
    };
    assert_eq!(page("May 13, 2019"), Some("archive picture"));
    assert_eq!(page("May 12, 2024"), None);
}

/// The days of an event as a row of the fixture writes them.
fn days(event: &dateline::timeline::Event) -> Vec<String> {
    let range = event.ends().map(|last| format!("{}/{last}", event.value));
    std::iter::once(event.value.clone()).chain(range).collect()
}

/// How many events of the rows' sentences are found at the least, and how many false ones there are
/// at the most.
const SENTENCES: (usize, usize) = (425, 6);

#[test]
fn sentences_tell_what_people_read_in_them() {
    let (mut found, mut wrong) = (0, Vec::new());
    for line in include_str!("../fixtures/events/sentences.jsonl").lines() {
        let row: serde_json::Value = serde_json::from_str(line).expect("a row of JSON");
        let text = row["text"].as_str().expect("text");
        let article = serde_json::json!({
            "title": row["title"], "date": row["dct"], "text": text,
        });
        let timeline = crate::fixture::told("article.json", article.to_string());
        let mut events: Vec<_> = timeline.events.iter().map(days).collect();
        let among = |days: &[String], list: &serde_json::Value| {
            let list = list.as_array().expect("dates");
            days.iter().any(|day| list.iter().any(|want| want == day))
        };
        for want in row["expected_event"].as_array().expect("events") {
            if let Some(i) = events.iter().position(|days| among(days, &want["date"])) {
                events.remove(i);
                found += 1;
            }
        }
        let optional = row["optional_event"].as_array().expect("events");
        events.retain(|days| !optional.iter().any(|list| among(days, list)));
        wrong.extend(events.iter().map(|days| format!("{text}: {days:?}")));
    }
    assert!(found >= SENTENCES.0, "{found} found");
    assert!(
        wrong.len() <= SENTENCES.1,
        "{} false: {wrong:#?}",
        wrong.len()
    );
}

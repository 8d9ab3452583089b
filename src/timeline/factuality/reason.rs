//! The named reasons: the answer to "why is this date no event?".
//!
//! One row a reason, with the checks that find it. A new check is one entry of a row and one
//! function; a new reason is one row. The tests hold every example and counter-example: of two
//! sentences as like each other as can be, the first tells nothing on the date in brackets, for
//! this reason; the second tells an event on it.
//!
//! The terms are those of the field: event classes of `TimeML`, modality and polarity (Pustejovsky et
//! al. 2003), veridicality (Saurí and Pustejovsky 2009, `FactBank`), habitual and stative clauses
//! (Vendler 1957; Friedrich and Palmer 2014), metadiscourse (Hyland 2005).

use super::{
    attitude, document_date, intention, list_lead, metadiscourse,
    modality::{Modality, of_clause as modality_of_clause, of_verb as modality_of_verb},
    near::{Near, Predication},
    polarity, register, statistic, stative,
    tense::{is_foreseen, is_present_habit},
    underspecified,
};

/// A named reason why a dated expression is no event.
#[derive(Debug)]
pub struct Reason {
    /// The name shown to the user, such as "habitual".
    pub name: &'static str,
    /// One sentence: when it holds.
    pub doc: &'static str,
    /// A text of 14 May 2024 that it holds for; the date in brackets.
    pub example: &'static str,
    /// A text like it that tells an event on the date in brackets.
    pub counter: &'static str,
    /// What finds it; nothing where another part of the program does.
    checks: &'static [Check],
}

impl PartialEq for Reason {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Eq for Reason {}

/// What finds a reason.
#[derive(Debug)]
enum Check {
    /// Asks the words around the date.
    Date(fn(&Near<'_, '_>) -> bool),
    /// The same, of a date that does not date the noun of happening behind it: not "Tuesday’s vote".
    Free(fn(&Near<'_, '_>) -> bool),
    /// Asks the clause that the date belongs to.
    Clause(fn(&Predication<'_, '_>) -> bool),
    /// The same, of a date that belongs to a verb.
    Verb(fn(&Predication<'_, '_>) -> bool),
}

use Check::{Clause, Date, Free, Verb};

macro_rules! reasons {
    ($($id:ident: $name:literal, $doc:literal, $example:literal, $counter:literal, [$($check:expr),* $(,)?];)+) => {
        $(#[allow(clippy::redundant_closure_for_method_calls, reason = "a method of a type with lifetimes is no `fn` for every lifetime")]
        pub(crate) static $id: Reason = Reason {
            name: $name, doc: $doc, example: $example, counter: $counter, checks: &[$($check),*],
        };)+
        /// Every reason, in the order in which they are asked.
        pub static ALL: &[&Reason] = &[$(&$id),+];
    };
}

/// The first reason that the words around a date give.
pub(super) fn of_date(near: &Near<'_, '_>) -> Option<&'static Reason> {
    let free = !near.dates_noun();
    first(|check| match check {
        Date(holds) => holds(near),
        Free(holds) => free && holds(near),
        Clause(_) | Verb(_) => false,
    })
}

/// The first reason that the clause gives, whatever the date is bound to.
pub(super) fn of_clause(predication: &Predication<'_, '_>) -> Option<&'static Reason> {
    first(|check| matches!(check, Clause(holds) if holds(predication)))
}

/// The first reason that the clause gives where the date is bound to a verb.
pub(super) fn of_verb(predication: &Predication<'_, '_>) -> Option<&'static Reason> {
    first(|check| matches!(check, Verb(holds) if holds(predication)))
}

fn first(holds: impl Fn(&Check) -> bool) -> Option<&'static Reason> {
    ALL.iter()
        .find(|reason| reason.checks.iter().any(&holds))
        .copied()
}

reasons! {
    OUTSIDE_BODY: "outside the body", "It stands in the byline, a menu, a list of links or other furniture of the page.",
        "The council closed the plant.\n\nPosted on [May 13, 2024] at 10:02 am", "The council closed the plant.\n\nIt reopened on [May 13, 2024] at 10:02 am.", [];
    DURATION: "length of time", "It says how long, not when.",
        "The strike lasted [three days].", "The strike began [three days ago].", [];
    VAGUE: "vague reference", "It means the present, the past or the future at large.",
        "The port is [now] closed to ferries.", "The port was closed to ferries [today].", [];
    TOO_COARSE: "coarser than a year", "A decade or a century is no place on the timeline.",
        "The island was settled in the [1890s].", "The island was settled in [1890].", [];
    UNRESOLVED: "unresolved", "No day, month or year could be worked out.",
        "The council met on [31 February 2020].", "The council met on [29 February 2020].", [];
    HOUR: "hour of a day", "It is the hour of a day that the sentence names elsewhere.",
        "The council met at [8:30] on Monday.", "The council met at [8:30 a.m. on Monday].", [];
    RANGE_END: "end of a range", "It is the far end of a range and told with the first.",
        "Storms hit the coast from April 20, 2024, to [May 1, 2024].", "Storms hit the coast on [May 1, 2024].", [];
    IDENTIFIER: "identifier", "The digits are part of a web address, a code or a numbered section.",
        "The court cited sections 1249 and [1951] of the code.", "The court struck down the rule in [1951].",
        [Free(|date| date.numbers())];
    TOO_LONG: "endless sentence", "The sentence goes on for pages, or holds more dates than are read.", "", "", [];
    ATTRIBUTIVE_USE: "attributive use", "It only says which thing is meant.",
        "The council renewed the [2014] pledge.", "The two sides met at a [2022] meeting of the league in Oslo.",
        [Date(|date| date.possesses()), Date(|date| date.describes_noun()), Free(|date| date.is_measure()), Free(|date| date.modifies()), Date(|date| date.bare_modifier()),
         Free(|date| date.paired_modifiers()), Free(|date| date.partial_modifier()), Date(|date| date.dates_figures()), Free(|date| date.season_modifier()), Free(|date| date.hour_modifier()), Free(|date| date.known_day())];
    PROPER_NAME_USE: "part of a name", "It is part of a name.",
        "The king opened Expo [2020].", "The king opened the fair in [2020].",
        [Free(|date| date.inside_name()), Free(|date| date.ends_name()), Date(|date| date.day_ends_name()), Date(|date| date.seasonal()), Free(|date| date.begins_name()),
         Date(|date| date.abbreviated()), Free(|date| date.is_person())];
    DOCUMENT_DATE: "date of a document", "It tells when a paper was written, not when something happened.",
        "The court cited the Treaty of [1967].", "The two states signed the treaty in [1967].",
        [Free(|date| date.in_brackets()), Free(|date| date.visited()), Free(|date| date.dates_paper()), Date(|date| date.amended()), Free(|date| date.written()), Date(|date| date.set_out()), Date(|date| date.foreign())];
    ACCOUNTING_PERIOD: "accounting period", "It is the year or month that figures, rates or plans are for.",
        "The council raised the pay rates for [2025].", "The firm reported a profit of 412 million crowns for [2023].",
        [Free(|date| date.fiscal()), Date(|date| date.year_of()), Date(|date| date.meant_for()), Free(|date| date.played()), Free(|date| date.counts_centuries())];
    INTERVAL_BOUND: "bound of a stretch", "It only opens or closes a stretch of time, or something is counted from it.",
        "The bridge has been closed since [May 3].", "The bridge was closed on [May 3].",
        [Free(|date| date.bounded()), Free(|date| date.stretch()), Free(|date| date.part_of()), Date(|date| date.between()), Date(|date| date.from()), Date(|date| date.within()),
         Date(|date| date.by_the_hour()), Date(|date| date.closes()), Date(|near| !near.coarse() && near.counted()), Free(|date| date.ended()), Free(|date| date.bare_hour()), Free(|date| date.bounds()), Free(|date| date.spans())];
    RESCHEDULED: "put off", "It is the day that something was moved from, or extended to.",
        "The council opened the fair that was originally planned for [May 3].", "The council opened the fair on [May 3].",
        [Date(|date| date.put_off())];
    RECURRENCE: "recurring", "It comes again and again.",
        "The fair is held in [May] of each year.", "The fair was held in [May of this year].",
        [Free(|date| date.yearly()), Free(|date| date.nth_weekday()), Free(|date| date.designated()), Free(|date| date.ritual()), Free(|date| date.opening_hours())];
    COMPARISON: "comparison", "Something is held against it.",
        "Fares rose faster than in [2019].", "Fares rose faster in [2019].",
        [Free(|date| date.than()), Free(|date| date.level()), Free(|date| date.base()), Free(|date| date.compared()), Free(|date| date.up_from()), Free(|date| date.up_from_earlier()), Free(|date| date.peak()), Free(|date| date.against())];
    TOPIC: "topic", "The date itself is what is spoken of.",
        "[January 6] was a dark day for the town.", "[2020] saw three fires on the island.",
        [Date(|date| date.is_subject()), Date(|date| date.commemorated()), Free(|date| date.season_itself()), Clause(|p| p.near.talked_of()), Clause(|p| p.near.is_feast())];
    GENERAL_PRESENT: "our times", "“today” stands for our times, not for a day.",
        "The council spoke of crimes affecting families [today].", "The council met the families [today].",
        [Free(|date| date.of_our_days()), Free(|date| date.still()), Free(|date| date.where_we_are()), Date(|date| date.lasting())];
    UNDERSPECIFIED: "underspecified", "Nobody can tell from the words which day, week or year is meant.",
        "The islanders fled the war nearly [forty years ago].", "The islanders fled the war [four years ago].",
        [Date(underspecified::is_loose), Date(underspecified::is_same), Free(|date| date.some_day()), Clause(attitude::is_vague)];
    OTHER_SENSE: "another sense", "The words are no date here.",
        "The court backed the actions [that fall] within the rules.", "The court backed the actions [that fall].",
        [Free(|date| date.other_sense())];
    GOAL: "goal", "It says by when somebody means to have reached something; a promise that binds is told.",
        "The council hopes to cut emissions by half by [2035].", "The council vowed to cut emissions by half by [2035].",
        [Date(intention::is_aim), Free(|date| date.is_deadline())];
    LIST_LEAD: "opening of a list", "The sentence only leads in the list after its colon.",
        "Options available [today] include:", "[Today], the council appointed the following members of the board: Ann and Bo.",
        [Date(list_lead::opens_list), Verb(list_lead::is_bare)];
    QUOTED: "moment of speaking", "Somebody’s quoted words count from the moment when they were said.",
        "“We will win [tomorrow],” the captain said.", "The captain said that the team would play in Oslo [tomorrow].",
        [Date(register::in_loose_quotation)];
    NO_GOVERNOR: "nothing it belongs to", "It stands with something inside the clause that does not happen.",
        "The ferries, as described in the report of [2022], are old.", "The ferries, which were built in [2022], are new.", [];
    QUESTION: "question", "The sentence asks.",
        "Did the council meet on [Monday]?", "The council met on [Monday].",
        [Clause(|p| register::is_asked(p.near.sentence))];
    FORMULA: "formula", "A greeting, a signature or a set phrase.",
        "In witness whereof, I have set my hand on [May 3].", "The king signed the charter on [May 3].",
        [Clause(|p| register::is_formula(p.near.sentence)), Clause(|p| metadiscourse::is_greeting(&p.near))];
    REQUEST: "request", "Somebody is asked, advised or hoped to do something.",
        "To take part, please register by [Friday].", "The clubs registered on [Friday].",
        [Clause(|p| metadiscourse::is_hope(&p.near)), Clause(|p| modality_of_clause(p) == Some(Modality::Proposed)),
         Verb(|p| modality_of_verb(p) == Some(Modality::Advised))];
    CONDITIONAL: "conditional", "It holds only if something else does, or could be.",
        "The plant will close if the council votes on [Friday].", "The plant will close after the council votes on [Friday].",
        [Clause(|p| modality_of_clause(p) == Some(Modality::Conditional))];
    HABITUAL: "habitual", "It happens as a rule.",
        "The council usually meets on [Monday].", "The council met on [Monday].",
        [Clause(|p| modality_of_clause(p) == Some(Modality::Habitual)), Verb(is_present_habit)];
    DESIRED: "wish", "Somebody only wishes or looks forward to it.",
        "The mayor looked forward to seeing the king on [Monday].", "The mayor saw the king on [Monday].",
        [Clause(|p| modality_of_clause(p) == Some(Modality::Desired))];
    COUNTERFACTUAL: "counterfactual", "It would have happened, and did not.",
        "The plant would have opened in [March].", "The plant opened in [March].",
        [Clause(|p| modality_of_clause(p) == Some(Modality::Counterfactual))];
    POSSIBLE: "uncertain", "It may have happened, or may happen.",
        "Drivers may have noticed the change in [April].", "Drivers noticed the change in [April].",
        [Clause(|p| modality_of_clause(p) == Some(Modality::Possible)), Verb(|p| modality_of_verb(p) == Some(Modality::Modal))];
    OBLIGATION: "obligation", "It only has to be, or ought to be.",
        "The council has to pass the budget [this month].", "The council has passed the budget [this month].",
        [Date(stative::is_duty), Clause(|p| modality_of_clause(p) == Some(Modality::Needed)), Verb(|p| modality_of_verb(p) == Some(Modality::Needed))];
    FORECAST: "forecast", "Somebody reckons that it will be.",
        "The economy is projected to grow by 6 percent [this quarter].", "The economy grew by 6 percent [in April].",
        [Verb(is_foreseen), Clause(|p| modality_of_clause(p) == Some(Modality::Forecast)), Verb(|p| modality_of_verb(p) == Some(Modality::Forecast))];
    NEGATED: "negated", "It did not happen.",
        "The two leaders did not meet on [Monday].", "The two leaders met on [Monday].",
        [Clause(attitude::is_denied), Verb(polarity::is_negated)];
    CANCELLED: "called off", "It was planned for that time, and called off or put off.",
        "The match scheduled for [Saturday] has been called off.", "The match scheduled for [Saturday] has been sold out.",
        [Clause(polarity::is_cancelled), Clause(polarity::is_unrealised)];
    OPINION: "opinion", "A speaker says what he thinks or feels.",
        "I think that the team played well on [Monday].", "The team played in Oslo on [Monday].",
        [Clause(attitude::is_opinion)];
    METADISCOURSE: "talk about the text", "It goes with what was said elsewhere, or how it may be quoted.",
        "As the mayor said on [Monday], the port is open.", "The mayor said on [Monday] that the port is open.",
        [Free(|date| date.embargoed()), Clause(|p| metadiscourse::is_ground_rule(&p.near)), Clause(attitude::is_repeated),
         Clause(attitude::is_what), Verb(|p| modality_of_verb(p) == Some(Modality::Repeated))];
    ANAPHORIC: "pointing back", "What was done is only pointed to: “it”, “that”.",
        "It started on [Saturday], we said.", "The strike started on [Saturday].",
        [Clause(attitude::is_anaphoric)];
    CONVERSATION: "conversation", "People talk to each other and name nobody and nothing done.",
        "We will see you [next week], you know.", "We signed the accord [last week], you know.",
        [Clause(register::is_talk)];
    NOTHING_TOLD: "nothing told", "No verb and no noun says that something happens.",
        "Mayor of the town, [2021].", "Anna Berg became mayor of the town in [2021].",
        [Clause(attitude::is_fragment)];
    STATIVE: "stative", "It only says how things are.",
        "The island is quiet [this week].", "The island is voting [this week].",
        [Clause(stative::is_present), Verb(stative::is_state)];
    STATISTIC: "statistic", "It only says how much something came to.",
        "Exports totaled two billion crowns in [2021].", "The firm sold two ships in [2021].",
        [Free(|date| date.dates_rate()), Verb(statistic::is_measure)];
    ARCHIVE_PICTURE: "archive picture", "The caption of a picture that was taken long before the article.",
        "", "", [Clause(document_date::is_archive)];
    SAME_CLAUSE: "said again", "Another date of the sentence gives the same day, or a finer one.",
        "In [May 2024], on May 3, the plant closed.", "On [May 3, 2024], the plant closed.", [];
    IMPROBABLE: "improbable", "What stands around it speaks against an event more than for one: where it stands, how it is written, what its verb is.",
        "", "", [];
    TOO_LITTLE: "says too little", "The words that the date belongs to are too few to stand alone.",
        "U.S. stocks closed higher, with the index building on its all-time high set [last week].", "The index set an all-time high [last week].", [];
    TOLD_TWICE: "told twice", "The article tells the same with the same date elsewhere.",
        "The council closed the old plant on May 3.\n\nThe council closed the old plant on [May 3].", "The council closed the plant on [May 3].", [];
}

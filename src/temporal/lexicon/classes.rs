//! Classes of nouns and adjectives that settle what a date beside them means, as sorted tables.

use crate::text::token::pack;

/// A class: its words, packed.
pub(crate) type Class = &'static [u128];

macro_rules! class {
    ($(#[$doc:meta])* $name:ident: $($word:literal)+) => {
        $(#[$doc])*
        pub(crate) static $name: Class = &[$(pack($word)),+];
    };
}

class! {
    /// What nobody plans, so that "the attack on January 6th" was made.
    MISHAPS: "attack" "attacks" "assault" "bombing" "collapse" "conflict" "crash" "deaths" "earthquake"
        "explosion" "insurrection" "invasion" "killing" "killings" "massacre" "murder" "riot" "riots"
        "shooting" "shootings" "tornadoes" "war"
}

class! {
    /// What is known because it was made: "its September announcement", "under a June agreement".
    RECORDS: "accord" "agreement" "announcement" "announcements" "assessment" "audit" "complaint"
        "deal" "decision" "decree" "editorial" "filing" "indictment" "interview" "judgement" "judgment"
        "lawsuit" "letter" "memo" "order" "pact" "poll" "referendum" "report" "ruling" "settlement"
        "statement" "study" "survey" "treaty" "verdict"
}

class! {
    /// Figures that a company reports of a period that has ended: "second-quarter earnings".
    FIGURES: "deficit" "earnings" "figures" "income" "loss" "losses" "net" "output" "profit" "profits"
        "report" "reports" "results" "revenue" "revenues" "sales"
}

class! {
    /// Figures of a period that are known when it has ended only: "third-quarter loss widens".
    BOOKED: "deficit" "income" "loss" "losses" "profit" "profits" "revenue" "revenues"
}

class! {
    /// Words by which a figure is compared with an earlier one: "up from a year ago".
    COMPARING: "against" "compared" "from" "than" "versus" "vs"
}

class! {
    /// Words of a match: its quarters are no part of a year.
    MATCHES: "defender" "dunk" "fullback" "goalkeeper" "halftime" "hosts" "innings" "kickoff" "linebacker"
        "midfielder" "offside" "overtime" "playoff" "playoffs" "pointers" "quarterback" "rebounds"
        "receiver" "referee" "scored" "scoring" "striker" "touchdown" "touchdowns" "visitors" "winger"
        "yards"
}

class! {
    /// What a day can be like, so that "a rainy Friday" is none in particular.
    WEATHER: "autumn" "average" "balmy" "blustery" "bright" "brisk" "busy" "chilly" "cloudy" "cold"
        "cool" "crisp" "dreary" "foggy" "freezing" "frosty" "gloomy" "gray" "grey" "hot" "humid" "icy"
        "lazy" "mild" "muggy" "normal" "ordinary" "quiet" "rainy" "random" "sleepy" "slow" "snowy" "spring"
        "steamy" "stormy" "summer" "sunny" "sweltering" "typical" "warm" "wet" "windy" "winter"
}

class! {
    /// Verbs by which somebody speaks or writes.
    SPEAKING: "added" "announced" "declared" "emailed" "highlight" "posted" "remarked" "reported"
        "said" "saying" "speaking" "stated" "stating" "stressed" "stressing" "told" "tweeted" "warned"
        "wrote"
}

class! {
    /// What says that something happens again and again.
    HABITUAL: "always" "generally" "normal" "normally" "often" "regularly" "routinely" "typical"
        "typically" "usually" "weekdays" "weekends"
}

class! {
    /// What a time of day without a date is set for: "a 10 p.m. curfew".
    RULES: "bedtime" "closing" "curfew" "curfews"
}

class! {
    /// Verbs of accomplishment (Vendler 1957): "will build it in two years" says how long it takes.
    ACCOMPLISHMENTS: "achieve" "achieved" "build" "building" "built" "complete" "completed" "create"
        "created" "cut" "double" "doubled" "earn" "earned" "finish" "finished" "grow" "grown" "halve"
        "halved" "lose" "lost" "make" "made" "produce" "produced" "quadruple" "raise" "raised" "read"
        "rebuild" "rebuilt" "solve" "solved" "spend" "spent" "train" "trained" "triple" "tripled" "write" "written"
}

/// Whether the word (packed) belongs to a class.
pub(crate) fn is(class: Class, word: u128) -> bool {
    word != 0 && class.contains(&word)
}

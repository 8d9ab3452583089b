//! The names of the Universal Dependencies: parts of speech and relations.
//!
//! Part of speech and relations are those of the treebanks that the weights are trained on
//! (<https://universaldependencies.org>); beside the universal part of speech a token has the
//! finer tag of its language, in English that of the Penn Treebank.

/// An enum whose variants have the names that a treebank writes.
macro_rules! names {
    ($(#[$meta:meta])* enum $Enum:ident { $($Variant:ident = $name:literal, $doc:literal;)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $Enum {
            $(#[doc = $doc] $Variant,)*
        }

        impl $Enum {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$Variant),*];

            /// The name as a treebank writes it.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$Variant => $name,)*
                }
            }
        }
    };
}

names! {
    /// A universal part of speech (UPOS).
    enum Pos {
        Adj = "ADJ", "Adjective.";
        Adp = "ADP", "Preposition, or a particle that goes with a verb.";
        Adv = "ADV", "Adverb.";
        Aux = "AUX", "Auxiliary, copula or modal verb.";
        Cconj = "CCONJ", "Coordinating conjunction.";
        Det = "DET", "Determiner.";
        Intj = "INTJ", "Interjection.";
        Noun = "NOUN", "Common noun.";
        Num = "NUM", "Number.";
        Part = "PART", "Particle: \"to\", \"not\", the possessive \"'s\".";
        Pron = "PRON", "Pronoun.";
        Propn = "PROPN", "Proper noun.";
        Punct = "PUNCT", "Punctuation.";
        Sconj = "SCONJ", "Subordinating conjunction.";
        Sym = "SYM", "Symbol.";
        Verb = "VERB", "Verb that is no auxiliary.";
        X = "X", "Anything else.";
    }
}

names! {
    /// A tag of the Penn Treebank (XPOS), as the English treebanks use it.
    enum Penn {
        Cc = "CC", "Coordinating conjunction.";
        Cd = "CD", "Number.";
        Dt = "DT", "Determiner.";
        Ex = "EX", "\"there\" of existence.";
        Fw = "FW", "Foreign word.";
        In = "IN", "Preposition or subordinating conjunction.";
        Jj = "JJ", "Adjective.";
        Jjr = "JJR", "Comparative.";
        Jjs = "JJS", "Superlative.";
        Ls = "LS", "Mark of a list.";
        Md = "MD", "Modal verb.";
        Nn = "NN", "Singular noun.";
        Nnp = "NNP", "Singular name.";
        Nnps = "NNPS", "Plural name.";
        Nns = "NNS", "Plural noun.";
        Pdt = "PDT", "Determiner before a determiner.";
        Possessive = "POS", "Possessive \"'s\".";
        Prp = "PRP", "Personal pronoun.";
        PrpS = "PRP$", "Possessive pronoun.";
        Rb = "RB", "Adverb.";
        Rbr = "RBR", "Comparative adverb.";
        Rbs = "RBS", "Superlative adverb.";
        Rp = "RP", "Particle of a verb.";
        Sym = "SYM", "Symbol.";
        To = "TO", "\"to\" before a verb.";
        Uh = "UH", "Interjection.";
        Vb = "VB", "Base form of a verb.";
        Vbd = "VBD", "Past of a verb.";
        Vbg = "VBG", "Present participle or gerund.";
        Vbn = "VBN", "Past participle.";
        Vbp = "VBP", "Present of a verb, not of the third person singular.";
        Vbz = "VBZ", "Present of a verb, third person singular.";
        Wdt = "WDT", "Relative or interrogative determiner.";
        Wp = "WP", "Relative or interrogative pronoun.";
        WpS = "WP$", "\"whose\".";
        Wrb = "WRB", "Relative or interrogative adverb.";
        Stop = ".", "Mark that ends a sentence.";
        Comma = ",", "Comma.";
        Colon = ":", "Colon, semicolon, dash.";
        Open = "``", "Opening quotation mark.";
        Close = "''", "Closing quotation mark.";
        Left = "-LRB-", "Opening bracket.";
        Right = "-RRB-", "Closing bracket.";
        Currency = "$", "Sign of a currency.";
        Hyphen = "HYPH", "Hyphen inside a word.";
        Ornament = "NFP", "Ornament or emoticon.";
        Address = "ADD", "Address of a page or of mail.";
        Affix = "AFX", "Prefix that stands alone.";
        Piece = "GW", "Piece of a word that was split.";
    }
}

names! {
    /// What a word is to its head.
    enum Relation {
        Root = "root", "The head of the sentence.";
        Acl = "acl", "Clause that modifies a noun: \"the deal signed in May\".";
        Relative = "acl:relcl", "Relative clause.";
        Advcl = "advcl", "Adverbial clause.";
        AdvclRelative = "advcl:relcl", "Relative clause that modifies a clause: \", which surprised all\".";
        Advmod = "advmod", "Adverb.";
        Amod = "amod", "Adjective that modifies a noun.";
        Appos = "appos", "Apposition.";
        Aux = "aux", "Auxiliary.";
        AuxPassive = "aux:pass", "Auxiliary of the passive.";
        Case = "case", "Preposition or possessive mark of a noun.";
        Cc = "cc", "Coordinating conjunction.";
        Preconj = "cc:preconj", "\"both\", \"either\" before a coordination.";
        Ccomp = "ccomp", "Clause as a complement, with a subject of its own.";
        Compound = "compound", "Noun that modifies a noun: \"peace talks\".";
        Particle = "compound:prt", "Particle of a verb: \"break out\".";
        Conj = "conj", "What is coordinated with its head.";
        Cop = "cop", "Copula.";
        Csubj = "csubj", "Clause as a subject.";
        CsubjPassive = "csubj:pass", "Clause as a subject of a passive.";
        Dep = "dep", "Relation not known.";
        Det = "det", "Determiner.";
        Predet = "det:predet", "Determiner before a determiner.";
        Discourse = "discourse", "Interjection, greeting.";
        Dislocated = "dislocated", "What is said ahead and taken up by a pronoun.";
        Expl = "expl", "\"it\" or \"there\" that means nothing.";
        Fixed = "fixed", "Later word of a fixed expression: \"as well as\".";
        Flat = "flat", "Later word of a name.";
        Goeswith = "goeswith", "Later piece of a word that was split.";
        Iobj = "iobj", "Indirect object.";
        List = "list", "Later item of a list.";
        Mark = "mark", "Subordinating conjunction, or \"to\" before a verb.";
        Nmod = "nmod", "Noun with a preposition that modifies a noun.";
        Title = "nmod:desc", "Title or role before a name.";
        Possessor = "nmod:poss", "Possessor: \"Friday's\", \"its\".";
        NmodUnmarked = "nmod:unmarked", "Noun without a preposition that modifies a noun.";
        Nsubj = "nsubj", "Subject.";
        NsubjOuter = "nsubj:outer", "Subject of a copula whose complement is a clause.";
        NsubjPassive = "nsubj:pass", "Subject of a passive.";
        Nummod = "nummod", "Number of a noun.";
        Obj = "obj", "Object.";
        Obl = "obl", "Noun with a preposition that modifies a verb.";
        Agent = "obl:agent", "Agent of a passive: \"by the army\".";
        OblUnmarked = "obl:unmarked", "Noun without a preposition that modifies a verb: \"died Friday\".";
        Orphan = "orphan", "What is left of a clause without its verb.";
        Parataxis = "parataxis", "Clause beside a clause: \", he said\".";
        Punct = "punct", "Punctuation.";
        Reparandum = "reparandum", "What a speaker takes back.";
        Vocative = "vocative", "Who is spoken to.";
        Xcomp = "xcomp", "Clause as a complement, with the subject of its head.";
    }
}

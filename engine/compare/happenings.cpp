#include "engine/compare/happenings.hpp"

#include <algorithm>
#include <string_view>

#include "engine/compare/date_values.hpp"
#include "engine/compare/other_matter.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {

/// Concepts and stems of what happens at one time.
constexpr WordList kHappenings = {
    "=accident",      "=attack",     "=burn",       "=ceasefire", "=ceremony",
    "=collapse",      "=collide",    "=coup",       "=crash",     "=derail",
    "=disaster",      "=earthquake", "=elect",      "=election",  "=exchange",
    "=explode",       "=explosion",  "=festival",   "=fire_obj",  "=flood",
    "=free_election", "=funeral",    "=inaugurate", "=incident",  "=landslide",
    "=launch",        "=match",      "=merger",     "=outage",    "=prisoner_exchange",
    "=protest_event", "=referendum", "=runoff",     "=shell",     "=storm_obj",
    "=strike_work",   "=summit",     "=test",       "=trial",     "=vote",
    "=win_election",  "=wreck",      "accid",       "ambush",     "armistic",
    "assassin",       "auction",     "avalanch",    "ballot",     "blackout",
    "blast",          "blaze",       "blizzard",    "breach",     "burial",
    "burst",          "by-elect",    "byelect",     "ceasefir",   "census",
    "ceremoni",       "collis",      "concert",     "coron",      "coup",
    "cyclon",         "debut",       "demonstr",    "derail",     "deton",
    "earthquak",      "eclips",      "elect",       "erupt",      "explos",
    "festiv",         "final",       "fire",        "flyov",      "funer",
    "handov",         "heist",       "hurrican",    "inaugur",    "kick-off",
    "landfal",        "landslid",    "launch",      "leak",       "lift-off",
    "liftoff",        "march",       "match",       "merger",     "mudslid",
    "murder",         "outag",       "parad",       "plebiscit",  "poll",
    "premier",        "primari",     "putsch",      "quak",       "race",
    "raid",           "ralli",       "referendum",  "rehears",    "reshuffl",
    "robberi",        "rockfal",     "run-off",     "runoff",     "semi-fin",
    "semifin",        "shipwreck",   "shoot",       "spill",      "stab",
    "stoppag",        "storm",       "strike",      "summit",     "swap",
    "takeov",         "tornado",     "touchdown",   "tremor",     "trial",
    "truce",          "tsunami",     "typhoon",     "walkout",    "wed",
};

/// What is done about a thing that happened, at another time.
constexpr WordList kAbout = {
    "=accuse",      "=agree",     "=announce", "=annul",     "=arrest",   "=cancel",  "=compensate",
    "=condemn",     "=decide",    "=detain",   "=discuss",   "=end",      "=expect",  "=extend",
    "=investigate", "=negotiate", "=observe",  "=plan",      "=postpone", "=rebuild", "=register",
    "=repair",      "=request",   "=say",      "=sign",      "=visit",    "=warn",    "agre",
    "announc",      "annul",      "appeal",    "blame",      "call",      "cancel",   "challeng",
    "clear",        "commemor",   "compens",   "condemn",    "debat",     "decid",    "demand",
    "discuss",      "examin",     "extend",    "extinguish", "investig",  "invit",    "mark",
    "monitor",      "mourn",      "negoti",    "observ",     "plan",      "postpon",  "prepar",
    "probe",        "propos",     "rebuild",   "registr",    "remember",  "repair",   "report",
    "request",      "review",     "say",       "sentenc",    "sign",      "surviv",   "warn",
};

bool happening(const WordTable& words, const Term& term) {
  return !term.verb && !is_entity(term) && is_told(term) &&
         (kHappenings.contains(words.stem(term.id)) || kHappenings.contains(words.stem(term.stem)));
}

/// First token of a clause.
std::uint32_t begin_of(const Claim& claim, std::uint8_t clause) {
  const auto it = std::find_if(claim.terms.begin(), claim.terms.end(),
                               [&](const Term& term) { return term.clause == clause; });
  return it == claim.terms.end() ? 0 : it->token;
}

/// "Is being investigated since", "was commemorated on".
bool told_about(const WordTable& words, const Claim& claim, std::uint8_t clause) {
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    return term.verb && term.clause == clause && !term.speech &&
           (kAbout.contains(words.stem(term.id)) || kAbout.contains(words.stem(term.stem)));
  });
}

/// "Was notified", "was cleared": something is done to it; "was felt", "is due", "was caused by"
/// says that it happens.
bool done_to(const WordTable& words, const Claim& claim, std::uint8_t clause) {
  static constexpr WordList kHappen = {
      "felt",    "feel",   "record",  "=register", "registr",   "hold",  "=hold",  "held",
      "caus",    "=cause", "trigger", "schedul",   "=schedule", "set",   "fix",    "plan",
      "=plan",   "due",    "measur",  "locat",     "time",      "date",  "fire",   "launch",
      "=launch", "run",    "play",    "call",      "spark",     "start", "=begin", "observ"};
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    return term.verb && term.passive && term.clause == clause &&
           !kHappen.contains(words.stem(term.id)) && !kHappen.contains(words.stem(term.stem));
  });
}

/// The noun is subject in the clause of the date, or what that clause says more of ("the tremor
/// that hit the coast on Sunday").
bool does_it(const WordTable& words, const Claim& claim, const DateMention& date,
             const Term& noun) {
  const std::uint8_t clause = clause_of(claim, date);
  const bool subject =
      noun.clause == clause && noun.slot == Slot::kSubject && noun.preposition == StemId{};
  constexpr std::uint32_t kNear = 3;
  const std::uint32_t begin = begin_of(claim, clause);
  const std::uint32_t end = noun.token + noun.tokens;
  const bool antecedent = clause != noun.clause && end <= begin && end + kNear >= begin;
  // "was shaken by the quake"
  const bool agent = noun.clause == clause && words.stem(noun.preposition) == "by";
  return ((subject && !done_to(words, claim, clause)) || agent || antecedent) &&
         !told_about(words, claim, clause);
}

/// "On Friday at noon, when the truce takes effect": what the next clause tells says what happens
/// then.
bool explains(const ClaimWords& c, const DateMention& date, const Term& noun) {
  constexpr std::uint32_t kReach = 5;
  const std::uint32_t behind = date.last_token + 1;
  const std::uint32_t when = c.is(behind, {","}) ? behind + 1 : behind;
  return c.is(when, {"when", "as", "once"}) && noun.token > when && noun.token <= when + kReach &&
         noun.slot == Slot::kSubject;
}

/// No other date stands between the noun and the date.
bool next_to(const Claim& claim, const DateMention& date, const Term& noun) {
  return std::none_of(claim.dates.begin(), claim.dates.end(), [&](const DateMention& other) {
    const bool between = date.first_token > noun.token
                             ? other.first_token > noun.token && other.last_token < date.first_token
                             : other.first_token > date.last_token && other.last_token < noun.token;
    return &other != &date && between;
  });
}

/// "In the by-election on 3 May", "the run-off of 3 May", "on 3 May, the date of the summit".
bool takes_date(const ClaimWords& c, const DateMention& date, const Term& noun) {
  constexpr std::uint32_t kNear = 2;
  const std::uint32_t end = noun.token + noun.tokens;
  if (end > date.first_token || end + kNear < date.first_token || noun.slot == Slot::kObject) {
    return false;
  }
  for (std::uint32_t i = end; i < date.first_token; ++i) {
    if (!c.is(i, {"on", "of", "in", "at", "the", "set", "for", "due", "scheduled"})) {
      return false;
    }
  }
  return true;
}

/// "Will hold the by-election in Selm on 3 May": a verb that says no more than that it happens.
bool is_held(const WordTable& words, const Claim& claim, const DateMention& date,
             const Term& noun) {
  static constexpr WordList kVerbs = {"hold",    "held",    "=hold", "schedul", "=schedule",
                                      "set",     "fix",     "call",  "conduct", "stage",
                                      "organis", "organiz", "call",  "slate"};
  const std::uint8_t clause = clause_of(claim, date);
  return noun.clause == clause &&
         std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
           return term.verb && term.clause == clause && term.token < date.first_token &&
                  (kVerbs.contains(words.stem(term.id)) || kVerbs.contains(words.stem(term.stem)));
         });
}

}  // namespace

bool one_happening(const PairContext& pair, const EventGate& gate, const DateMention& a,
                   const DateMention& b) {
  if (pair.left_document.language != "en" || pair.right_document.language != "en") {
    return false;
  }
  const auto tied = [&](const Document& document, const Claim& claim, const DateMention& date,
                        const Term& noun) {
    return happening(pair.words, noun) && in_common(gate, noun.id) && next_to(claim, date, noun) &&
           (explains({pair.words, document, claim}, date, noun) ||
            does_it(pair.words, claim, date, noun) ||
            takes_date({pair.words, document, claim}, date, noun) ||
            is_held(pair.words, claim, date, noun));
  };
  return std::any_of(pair.left.terms.begin(), pair.left.terms.end(), [&](const Term& x) {
    return tied(pair.left_document, pair.left, a, x) &&
           std::any_of(pair.right.terms.begin(), pair.right.terms.end(), [&](const Term& y) {
             return (x.id == y.id || kin(x, y)) && tied(pair.right_document, pair.right, b, y);
           });
  });
}

}  // namespace parallax

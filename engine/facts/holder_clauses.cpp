/// Who has a part by a clause of its own: "took over command of", "who brokered it", "serves as
/// head of" (holder_reader.hpp).

#include <algorithm>
#include <string_view>

#include "engine/facts/holder_reader.hpp"

namespace parallax {

/// "Norrun took over operation of it", "Norrun was entrusted with the management": who gets what
/// stands at `begin`.
std::size_t HolderReader::assumed(std::size_t begin) const {
  constexpr std::size_t kReach = 6;
  // an alarm, a find: who receives it is not who made it
  if (c_.is_any(begin, {"alarm", "alert", "alerting", "emergency", "first", "finding", "discovery",
                        "founding", "foundation", "raising", "honour"})) {
    return kNobody;
  }
  for (std::size_t k = begin; k > 0 && k + kReach > begin; --k) {
    const std::size_t at = k - 1;
    if (c_.punctuation(at) || c_.is_any(at, {"by", "to", "from", "for", "in", "at"})) {
      break;
    }
    const bool gets =
        c_.is_any(at, {"assumed",   "assumes", "assume",    "assuming", "received",  "receives",
                       "obtained",  "obtains", "secured",   "secures",  "won",       "wins",
                       "landed",    "gained",  "inherited", "holds",    "exercised", "exercises",
                       "undertook", "took",    "takes",     "take",     "accepted",  "accepts",
                       "has",       "had",     "retains",   "retained", "clinched",  "claimed"});
    const bool given = at > 0 &&
                       c_.is_any(at, {"given", "handed", "awarded", "assigned", "entrusted",
                                      "granted", "tasked", "charged", "allotted", "vested"}) &&
                       c_.is_any(at - 1, {"was", "were", "been", "is", "are", "be", "being"});
    if (gets || given) {
      return subject_of(at);
    }
  }
  return kNobody;
}

/// "Passed into the hands of", "was taken over by": where the party begins; `k` if nothing of the
/// kind stands there.
std::size_t HolderReader::taken_on(std::size_t k) const {
  const bool hands = c_.is_any(k, {"in", "into", "to"}) && c_.is(k + 1, "the") &&
                     c_.is_any(k + 2, {"hands", "care", "charge", "responsibility"}) &&
                     c_.is(k + 3, "of");
  if (hands) {
    return k + 4;
  }
  const bool over =
      c_.is(k, "taken") && c_.is_any(k + 1, {"over", "on", "up"}) && c_.is(k + 2, "by");
  if (over) {
    return k + 3;
  }
  const bool done = c_.is_any(k, {"assumed", "held", "exercised", "undertaken", "provided",
                                  "performed", "conducted", "ensured", "handled", "won", "secured",
                                  "obtained", "shouldered", "discharged", "clinched"}) &&
                    c_.is(k + 1, "by");
  const bool moved = c_.is_any(k, {"transferred", "transfers", "entrusted", "awarded", "ceded",
                                   "reverted", "devolved", "devolves", "delegated", "switched"}) &&
                     c_.is(k + 1, "to");
  return done || moved ? k + 2 : k;
}

/// "Mira Holm will serve as rapporteur", "Mira Holm had emerged as the winner": the subject of the
/// verb in front of "as".
std::size_t HolderReader::served_as(std::size_t as) const {
  constexpr std::size_t kReach = 9;
  for (std::size_t k = as; k > 0 && k + kReach > as; --k) {
    const std::size_t at = k - 1;
    if (c_.is_any(at, {"serve",    "serves",    "served",    "serving",   "act",         "acts",
                       "acted",    "acting",    "emerge",    "emerges",   "emerged",     "emerging",
                       "lead",     "leads",     "led",       "work",      "works",       "worked",
                       "function", "functions", "finished",  "finish",    "came",        "comes",
                       "continue", "continues", "continued", "return",    "returned",    "returns",
                       "remain",   "remains",   "remained",  "sworn",     "steps",       "stepped",
                       "took",     "takes",     "take",      "installed", "inaugurated", "sits",
                       "sat",      "stood",     "stands",    "ended",     "ends"})) {
      return subject_of(at);
    }
    if (c_.is_any(at, {"who", "which", "that", ";"})) {
      break;
    }
  }
  return kNobody;
}

/// "Bishop Holm, who alone brokered the truce": the name in front of "who", for the verb at `verb`.
std::size_t HolderReader::antecedent(std::size_t verb) const {
  constexpr std::size_t kReach = 5;
  for (std::size_t k = verb; k > 0 && k + kReach > verb; --k) {
    const std::size_t at = k - 1;
    if (c_.is_any(at, {"who", "which"})) {
      const bool name = at > 0 && (name_at(at - 1) != kNobody || c_.is(at - 1, ","));
      return name ? name_before(at) : kNobody;
    }
    const Term* term = term_at(c_, claim_, at);
    const bool between =
        term == nullptr || term->kind == TermKind::kFunction || c_.folded(at).ends_with("ly") ||
        c_.is_any(at, {"alone", "also", "first", "later", "once", "himself", "herself", "itself",
                       "now", "then", "since", "single", "has", "had", "have", "will", "would"});
    if (!between || c_.punctuation(at)) {
      break;
    }
  }
  return kNobody;
}

}  // namespace parallax

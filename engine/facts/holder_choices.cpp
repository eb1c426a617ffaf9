/// Who is chosen for a part, or has it by what is said of the part (holder_reader.hpp).

#include <algorithm>
#include <array>
#include <string_view>

#include "engine/facts/holder_reader.hpp"

namespace parallax {

/// "Appointed", "asked", "chose": makes somebody something.
bool HolderReader::chooses(const Term& term) const {
  static constexpr std::array<std::string_view, 44> kVerbs = {
      "appointed",  "appoint",      "appoints",  "named",      "name",       "names",
      "chose",      "choose",       "chosen",    "elected",    "elect",      "nominated",
      "nominate",   "nominates",    "selected",  "select",     "picked",     "pick",
      "asked",      "ask",          "asks",      "invited",    "invite",     "tasked",
      "tasks",      "charged",      "entrusted", "designated", "designates", "proclaimed",
      "confirmed",  "commissioned", "requested", "mandated",   "crowned",    "installed",
      "declared",   "instructed",   "hired",     "engaged",    "approved",   "picks",
      "authorised", "authorized"};
  const std::size_t at = term.token - c_.first_token;
  return std::any_of(kVerbs.begin(), kVerbs.end(),
                     [&](std::string_view verb) { return c_.is(at, verb); });
}

/// The last name that ends in front of `i`; only articles, titles and commas may stand between.
std::size_t HolderReader::name_before(std::size_t i) const {
  constexpr std::size_t kBetween = 3;
  for (std::size_t k = i; k > 0 && k + kBetween > i; --k) {
    const Term* term = term_at(c_, claim_, k - 1);
    if (term != nullptr && party(*term)) {
      return static_cast<std::size_t>(term - claim_.terms.data());
    }
    if (!c_.punctuation(k - 1)) {
      break;
    }
  }
  return kNobody;
}

/// The verb of choosing nearest in front of `i`, and no other verb in between.
const Term* HolderReader::choice_before(std::size_t i) const {
  const Term* verb = nullptr;
  for (const Term& term : claim_.terms) {
    if (term.token - c_.first_token >= i) {
      break;
    }
    const bool chosen = chooses(term);
    const bool other = term.verb && !says_what(c_, term.token - c_.first_token);
    verb = chosen ? &term : other ? nullptr : verb;
  }
  return verb;
}

/// Who is made what stands at `i`: "named Norrun as", "Norrun was asked", "it was Norrun whom the
/// king asked".
std::size_t HolderReader::chosen_before(std::size_t i) const {
  const Term* verb = choice_before(i);
  if (verb == nullptr) {
    return i == 0 ? chosen_behind() : kNobody;
  }
  const std::size_t at = verb->token - c_.first_token;
  if (const std::size_t object = name_before(i); object != kNobody && object_behind(object, at)) {
    return object;
  }
  constexpr std::size_t kReach = 8;
  for (std::size_t k = at; k > 0 && k + kReach > at; --k) {
    if (c_.is(k - 1, "whom")) {
      return name_before(k - 1);
    }
  }
  const bool passive =
      verb->passive || (at > 0 && c_.is_any(at - 1, {"was", "were", "been", "is", "be", "being"}));
  return passive ? subject_of(at) : kNobody;
}

/// "To chair it the cabinet has appointed Norrun": the object of the first verb of choosing.
std::size_t HolderReader::chosen_behind() const {
  const auto verb = std::find_if(claim_.terms.begin(), claim_.terms.end(),
                                 [&](const Term& term) { return chooses(term); });
  return verb == claim_.terms.end() ? kNobody
                                    : name_behind(verb->token + verb->tokens - c_.first_token);
}

/// The name stands behind the verb at `verb`.
bool HolderReader::object_behind(std::size_t name, std::size_t verb) const {
  return claim_.terms[name].token - c_.first_token > verb;
}

/// "Coordination of the search rested with Norrun", "the task of rebuilding it fell to Norrun".
std::size_t HolderReader::credited(std::size_t end) const {
  constexpr std::size_t kFar = 16;
  for (std::size_t k = end; k + 1 < std::min(c_.size(), end + kFar); ++k) {
    const bool made = c_.is_any(k, {"raised", "made", "sounded", "given", "provided", "sent"}) &&
                      c_.is(k + 1, "by");
    // "the body was identified as that of Mira Holm", "the victim is Mira Holm"
    const bool identified =
        c_.is_any(k, {"identified", "named", "recognised", "recognized"}) && c_.is(k + 1, "as");
    const bool that_of = c_.is_any(k, {"that", "those"}) && c_.is(k + 1, "of") && k > end;
    const bool given =
        made || identified || that_of ||
        (c_.is_any(k, {"belongs", "belonged",   "goes",   "went",     "gone",      "falls",
                       "fell",    "fallen",     "passes", "passed",   "entrusted", "assigned",
                       "given",   "awarded",    "due",    "credited", "handed",    "allotted",
                       "owed",    "attributed", "granted"}) &&
         c_.is(k + 1, "to")) ||
        (c_.is_any(k, {"rests", "rested", "lies", "lay", "lain", "rest", "lie"}) &&
         c_.is(k + 1, "with"));
    if (given || (c_.is_any(k, {"fell", "falls"}) && c_.is(k + 1, "on"))) {
      return name_behind(k + 2);
    }
    if (const std::size_t hands = taken_on(k); hands != k) {
      return name_behind(hands);
    }
    if (c_.is_any(k, {",", ";", "that", "which", "who"})) {
      break;
    }
  }
  return kNobody;
}

/// "Opened the bridge", "which Norrun opened"; not "the bridge opened on Monday".
bool HolderReader::has_object(std::size_t i, std::size_t end) const {
  static constexpr std::size_t kFront = 5;
  for (std::size_t k = i; k > 0 && k + kFront > i; --k) {
    if (c_.is_any(k - 1, {"which", "whom", "that"})) {
      return true;
    }
  }
  const Term* term = term_at(c_, claim_, end);
  const bool opens = c_.is_any(end, {"the", "a", "an", "its", "his", "her", "their", "this",
                                     "these", "those", "all", "both", "some", "more", "only"});
  return end < c_.size() && !c_.punctuation(end) && !preposition(c_, end) &&
         (opens || (term != nullptr && term->kind != TermKind::kFunction));
}

}  // namespace parallax

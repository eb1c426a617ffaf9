/// The names in front of and behind a holder's words (holder_reader.hpp).

#include <algorithm>
#include <string_view>

#include "engine/facts/holder_reader.hpp"

namespace parallax {

bool says_what(const ClaimContext& c, std::size_t i) {
  return c.is_any(i, {"is", "was", "are", "were", "remains", "became", "becomes", "be", "been"});
}

/// Index of the party that covers token `i`; kNobody if none does.
std::size_t HolderReader::name_at(std::size_t i) const {
  const Term* term = term_at(c_, claim_, i);
  const bool name =
      term != nullptr && term->kind == TermKind::kName && !term->frame && !owns(*term);
  return name ? static_cast<std::size_t>(term - claim_.terms.data()) : kNobody;
}

/// "Norland's envoy": whose it is.
bool HolderReader::owns(const Term& term) const {
  const std::size_t last = term.token + term.tokens - 1 - c_.first_token;
  const std::string_view text = c_.document.slice(c_.tokens[last].span);
  return text.ends_with("'s") || text.ends_with("\u2019s") || c_.is_any(last + 1, {"'", "\u2019"});
}

/// "Norrun", "Norland".
bool HolderReader::party(const Term& term) {
  return !term.frame && (term.kind == TermKind::kName || term.kind == TermKind::kCountry ||
                         term.kind == TermKind::kPlace);
}

bool HolderReader::stops(std::size_t i) const {
  const Term* term = term_at(c_, claim_, i);
  return c_.taken[i] || preposition(c_, i) || relative(c_, i) || c_.punctuation(i) ||
         (term != nullptr && term->verb);
}

/// "Financed by Norland": a country that describes nothing behind it.
std::size_t HolderReader::country_at(std::size_t i) const {
  const Term* term = term_at(c_, claim_, i);
  if (term == nullptr || term->kind != TermKind::kCountry || term->frame || owns(*term)) {
    return kNobody;
  }
  const std::size_t behind = term->token + term->tokens - c_.first_token;
  const Term* next = behind < c_.size() ? term_at(c_, claim_, behind) : nullptr;
  const bool describes = next != nullptr && next->kind != TermKind::kFunction && !next->verb &&
                         !c_.taken[behind] && !c_.punctuation(behind);
  return describes ? kNobody : static_cast<std::size_t>(term - claim_.terms.data());
}

/// The first name of the noun phrase that begins at `i`.
std::size_t HolderReader::name_behind(std::size_t i) const {
  const std::size_t last = std::min(c_.size(), i + kPhrase);
  for (; i < last; ++i) {
    if (const std::size_t name = name_at(i); name != kNobody) {
      return head_name(name);
    }
    if (const std::size_t country = country_at(i); country != kNobody) {
      return country;
    }
    if (stops(i) && !c_.is(i, "of")) {
      break;
    }
  }
  return kNobody;
}

/// "The Social Democrat leader Mira Holm": the last name of the phrase has it.
std::size_t HolderReader::head_name(std::size_t name) const {
  constexpr std::size_t kTitles = 4;
  const Term& first = claim_.terms[name];
  std::size_t i = first.token - c_.first_token + first.tokens;
  for (const std::size_t last = i + kTitles; i < std::min(c_.size(), last) && !stops(i); ++i) {
    const Term* term = term_at(c_, claim_, i);
    if (const std::size_t other = name_at(i); other != kNobody) {
      return other;
    }
    if (term == nullptr || term->kind == TermKind::kFunction || !term->actor) {
      break;
    }
  }
  return name;
}

/// The name that is the subject of the verb at `i`: "Norrun operates", "it was Norrun that
/// operated". What stands behind a preposition is no subject.
std::size_t HolderReader::subject_of(std::size_t i) const {
  if (const std::size_t who = antecedent(i); who != kNobody) {
    return who;
  }
  std::size_t found = kNobody;
  for (std::size_t t = 0; t < claim_.terms.size(); ++t) {
    const Term& term = claim_.terms[t];
    const std::size_t at = term.token - c_.first_token;
    if (at >= i) {
      break;
    }
    const bool called = at > 0 && c_.is_any(at - 1, {"named", "called", "nicknamed"});
    const bool subject = term.slot == Slot::kSubject || cleft(at, i) || called;
    if (party(term) && subject && term.preposition == StemId{} && !owns(term)) {
      found = t;
    } else if (term.verb && !says_what(c_, at)) {
      found = kNobody;
    }
  }
  return found;
}

/// "It was Norrun that", with the verb right behind.
bool HolderReader::cleft(std::size_t at, std::size_t verb) const {
  constexpr std::size_t kReach = 4;
  return verb > 0 && c_.is_any(verb - 1, {"that", "who", "which"}) &&
         at + kReach + claim_tokens(at) > verb;
}

/// Tokens of the term at `at` beyond the first.
std::size_t HolderReader::claim_tokens(std::size_t at) const {
  const Term* term = term_at(c_, claim_, at);
  return term == nullptr ? 0 : term->tokens - 1;
}

/// The name behind a preposition in the clause that goes on at `end`: "bought the lorries from
/// Norrun", "escorted as far as the strait by Norrun".
std::size_t HolderReader::behind_word(std::size_t end, std::string_view preposition) const {
  constexpr std::size_t kFar = 10;
  for (std::size_t k = end; k < std::min(c_.size(), end + kFar); ++k) {
    const Term* term = term_at(c_, claim_, k);
    if (c_.punctuation(k) || relative(c_, k) || (term != nullptr && term->verb)) {
      break;
    }
    if (c_.is(k, preposition)) {
      return name_behind(k + 1);
    }
  }
  return kNobody;
}

/// Who does it: in front of the verb, unless it is passive.
std::size_t HolderReader::doer_of(std::size_t i, std::size_t end) const {
  const Term* cue = term_at(c_, claim_, end - 1);
  if (cue != nullptr && cue->passive && cue->verb) {
    return kNobody;
  }
  const std::size_t subject = subject_of(i);
  return subject == kNobody ? identified_as(i, end) : subject;
}

/// "The man who sold it is Mira Holm", "identified the firm that built it as Norrun": who does it
/// is named further on.
std::size_t HolderReader::identified_as(std::size_t i, std::size_t end) const {
  constexpr std::size_t kFar = 16;
  if (i == 0 || !c_.is_any(i - 1, {"who", "that", "which"})) {
    return kNobody;
  }
  bool named = false;
  for (std::size_t k = 0; k < i; ++k) {
    named = named || c_.is_any(k, {"identified", "named", "identifies", "names", "recognised"});
  }
  for (std::size_t k = end; k < std::min(c_.size(), end + kFar) && !c_.is(k, ","); ++k) {
    if (says_what(c_, k) || (named && c_.is(k, "as"))) {
      return name_behind(k + 1);
    }
  }
  return kNobody;
}

/// "The new owner, confirmed by the court, is Norrun": behind the second comma.
std::size_t HolderReader::behind_aside(std::size_t end) const {
  constexpr std::size_t kAside = 10;
  for (std::size_t k = end + 1; c_.is(end, ",") && k < std::min(c_.size(), end + kAside); ++k) {
    if (c_.is(k, ",") && says_what(c_, k + 1)) {
      return k + 1;
    }
  }
  return end;
}

/// Where the noun phrase begins that the words at `begin` end.
std::size_t HolderReader::phrase_front(std::size_t begin) const {
  std::size_t front = begin;
  while (front > 0 && !c_.punctuation(front - 1) && !says_what(c_, front - 1) &&
         begin - front < kPhrase && !preposition(c_, front - 1) && !c_.is(front - 1, "as") &&
         (front == begin || name_at(front - 1) == kNobody)) {
    --front;
  }
  return front;
}

/// "Named Norrun as owner", "chose Norrun contractor", "Norrun served as owner": whom the words in
/// front of the phrase that begins at `front` make so.
std::size_t HolderReader::made_so(std::size_t front) const {
  const bool as = front > 0 && c_.is(front - 1, "as");
  const bool beside = front > 0 && name_at(front - 1) != kNobody;
  if (!as && !beside) {
    return kNobody;
  }
  const std::size_t who = chosen_before(as ? front - 1 : front);
  return who == kNobody && as ? served_as(front - 1) : who;
}

/// "The owner is Norrun", "Norrun is the owner", "the owner, Norrun", "owner Norrun", "named
/// Norrun as owner".
std::size_t HolderReader::bearer_of(std::size_t begin, std::size_t end, bool apposition) const {
  const std::size_t front = phrase_front(begin);
  const bool of = preposition(c_, end - 1);  // "ambassador of Norland"
  if (const std::size_t who = made_so(front); who != kNobody) {
    return who;
  }
  if (front > 0 && says_what(c_, front - 1)) {
    return subject_of(front - 1);
  }
  std::size_t i = behind_aside(end);
  while (i < c_.size() && !c_.punctuation(i) && !says_what(c_, i)) {
    const bool apposed = apposition && !of && i == end && name_at(i) != kNobody;
    if (apposed) {
      return name_at(i);
    }
    ++i;
  }
  return i < c_.size() && (says_what(c_, i) || (c_.is(i, ",") && i == end)) ? name_behind(i + 1)
                                                                            : kNobody;
}

}  // namespace parallax

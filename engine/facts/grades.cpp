/// Words of degree with what they grade: the word behind them ("slight damage", "critically
/// injured"), the subject that they are said of ("the damage was slight"), or the verb in front
/// ("contracted slightly").

#include <algorithm>
#include <string_view>

#include "engine/facts/claim_context.hpp"

namespace parallax {
namespace {

bool counts(const Term& term) {
  return term.kind != TermKind::kFunction && term.kind != TermKind::kDate &&
         term.kind != TermKind::kQuantity && !term.frame;
}

/// Of the term at `at`, or of what it goes with: the last one of the noun phrase that begins there.
std::size_t head_behind(const ClaimContext& c, const Claim& claim, std::size_t at) {
  const std::size_t none = claim.terms.size();
  std::size_t head = none;
  for (std::size_t t = at; t < claim.terms.size() && counts(claim.terms[t]); ++t) {
    std::size_t length = 0;
    const bool degree =
        c.look_up(c.lexicon.grade, claim.terms[t].token - c.first_token, length) != nullptr;
    const bool next =
        head == none || claim.terms[t].token == claim.terms[head].token + claim.terms[head].tokens;
    if (!next || (head != none && claim.terms[t].verb != claim.terms[head].verb)) {
      break;
    }
    if (!degree) {
      head = t;
    }
  }
  return head;
}

/// The subject, or the verb, that stands in front in its clause.
std::size_t head_in_front(const Claim& claim, std::size_t at) {
  for (std::size_t t = at; t-- > 0;) {
    const Term& term = claim.terms[t];
    const bool copula = term.kind == TermKind::kFunction;
    if (term.clause != claim.terms[at].clause) {
      break;
    }
    if (!copula && counts(term) && (term.verb || term.slot == Slot::kSubject)) {
      return t;
    }
  }
  return claim.terms.size();
}

/// The first of several values parted by "|"; takes it from `list`.
std::string_view take_first(std::string_view& list) {
  const std::size_t end = std::min(list.find('|'), list.size());
  const std::string_view first = list.substr(0, end);
  list.remove_prefix(std::min(end + 1, list.size()));
  return first;
}

}  // namespace

void read_steps(const ClaimContext& c, Claim& claim) {
  std::size_t behind = 0;  // first token behind the last phrase found
  for (std::uint32_t t = 0; t < claim.terms.size() && !c.lexicon.step.rows.empty(); ++t) {
    const Term& term = claim.terms[t];
    const std::size_t local = term.token - c.first_token;
    std::size_t length = 0;
    if (local < behind || term.kind == TermKind::kName || term.kind == TermKind::kCountry) {
      continue;
    }
    const auto* row = c.look_up(c.lexicon.step, local, length);
    if (row == nullptr) {
      continue;
    }
    behind = local + length;
    if (local > 0 && c.is_any(local - 1, {"not", "never", "too"})) {
      continue;  // "did not rule out", "too few"
    }
    std::string_view ladders = (*row)[0];
    std::string_view grades = (*row)[1];
    while (!ladders.empty()) {
      const std::string_view ladder = take_first(ladders);
      claim.steps.push_back({c.span(local, local + length - 1), t, std::string(ladder),
                             take_first(grades) == "high" ? 1 : -1, term.negated});
    }
  }
}

void read_grades(const ClaimContext& c, Claim& claim) {
  if (c.lexicon.grade.rows.empty()) {
    return;
  }
  for (std::size_t t = 0; t < claim.terms.size(); ++t) {
    const Term& term = claim.terms[t];
    const std::size_t local = term.token - c.first_token;
    std::size_t length = 0;
    const auto* row = c.look_up(c.lexicon.grade, local, length);
    if (row == nullptr || c.taken[local] || term.frame || term.negated) {
      continue;
    }
    const std::uint32_t end = term.token + static_cast<std::uint32_t>(length);
    std::size_t next = t + 1;
    while (next < claim.terms.size() && claim.terms[next].token < end) {
      ++next;
    }
    std::size_t head = claim.terms.size();
    if (next < claim.terms.size() && claim.terms[next].token == end) {
      head = head_behind(c, claim, next);
    }
    head = head == claim.terms.size() ? head_in_front(claim, t) : head;
    if (head != claim.terms.size()) {
      claim.grades.push_back({c.span(local, local + length - 1), static_cast<std::uint32_t>(head),
                              row->front() == "high"});
    }
  }
}

}  // namespace parallax

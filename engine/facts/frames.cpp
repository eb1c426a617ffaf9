/// Who says it, in languages without clause rules: what stands in front of a verb of speech and its
/// complementizer ("le ministere a declare que"), between a source word and the comma ("selon le
/// ministere,"), in a tag behind the last comma (", a declare le ministere"), and in front of all
/// that is said where the verb stands last ("Bakanlik ... bildirdi").

#include <algorithm>

#include "engine/facts/claim_context.hpp"

namespace parallax {
namespace {

/// Tokens between the verb of speech and its complementizer.
constexpr std::size_t kToComplementizer = 4;
/// Tokens of a source in front of its verb, and of a tag behind the comma.
constexpr std::size_t kSourceTokens = 14;
constexpr std::size_t kTagTokens = 12;

void frame(Claim& claim, std::size_t begin, std::size_t end, std::uint32_t first_token) {
  for (Term& term : claim.terms) {
    const std::size_t local = term.token - first_token;
    term.frame = term.frame || (local >= begin && local < end);
  }
}

/// First comma in [begin, end), or `end`.
std::size_t comma_in(const ClaimContext& c, std::size_t begin, std::size_t end) {
  while (begin < end && !c.is(begin, ",")) {
    ++begin;
  }
  return begin;
}

/// Position behind the complementizer that follows the verb of speech at `i`; 0 if none does.
std::size_t complement_behind(const ClaimContext& c, std::size_t i) {
  for (std::size_t at = i + 1; at < std::min(c.size(), i + 1 + kToComplementizer); ++at) {
    if (c.has(at, FunctionClass::kComplementizer) || c.is(at, ":")) {
      return at;
    }
  }
  return 0;
}

bool only_comma_before(const ClaimContext& c, std::size_t i) {
  return i > 0 && comma_in(c, 0, i) == i - 1;
}

/// The phrase at the head of the sentence, where the last content word is a verb of speech.
void frame_subject(Claim& claim) {
  const auto last = std::find_if(claim.terms.rbegin(), claim.terms.rend(),
                                 [](const Term& term) { return term.kind != TermKind::kFunction; });
  if (last == claim.terms.rend() || !last->speech) {
    return;
  }
  for (Term& term : claim.terms) {
    const bool speaker = term.actor || term.kind == TermKind::kName ||
                         term.kind == TermKind::kCountry || term.kind == TermKind::kPlace;
    if (term.kind != TermKind::kFunction && !speaker) {
      return;
    }
    term.frame = speaker;
  }
}

}  // namespace

void mark_frames(const ClaimContext& c, Claim& claim) {
  for (const Term& term : claim.terms) {
    const std::size_t i = term.token - c.first_token;
    if (c.has(i, FunctionClass::kSourceLead)) {
      const std::size_t comma = comma_in(c, i, c.size());
      frame(claim, i, i == 0 || comma < c.size() ? comma : c.size(), c.first_token);
      continue;
    }
    if (!term.speech) {
      continue;
    }
    const std::size_t complement = complement_behind(c, i);
    if (complement != 0 && i <= kSourceTokens) {
      frame(claim, 0, complement, c.first_token);
    } else if (only_comma_before(c, i) && c.size() - i <= kTagTokens) {
      frame(claim, i, c.size(), c.first_token);
    }
  }
  const bool framed = std::any_of(claim.terms.begin(), claim.terms.end(),
                                  [](const Term& term) { return term.frame; });
  if (verb_final(c) && !framed) {
    frame_subject(claim);
  }
}

}  // namespace parallax

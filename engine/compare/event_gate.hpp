#pragma once

/// Do two claims talk about the same thing? Open vocabulary decides; tables only add (design rule
/// 3).

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "engine/document/document.hpp"
#include "engine/facts/claim.hpp"
#include "models/text/words.hpp"

namespace parallax {

struct PairMemo;  // pair_memo.hpp

/// Two aligned claims with everything the rules need. References must outlive the context. Thread
/// safety: one thread at a time, since rules leave what they read of the pair for those behind
/// them.
struct PairContext {
  const Document& left_document;
  const Document& right_document;
  const Claim& left;
  const Claim& right;
  const WordTable& words;
  mutable std::shared_ptr<PairMemo> memo = nullptr;  ///< Filled by the rules, on demand.
};

/// Shared and separate content of two claims. Numbers, dates, speech frames and function words do
/// not count.
struct EventGate {
  double overlap = 0.0;       ///< Shared ids over the smaller side, [0, 1].
  double jaccard = 0.0;       ///< Shared over all ids, [0, 1].
  double rest_overlap = 0.0;  ///< `overlap` without names, countries and places.
  double rest_jaccard = 0.0;
  std::size_t shared = 0;
  std::size_t smaller = 0;  ///< Ids of the smaller side.
  std::size_t all = 0;      ///< Ids of both, shared ones once.
  std::size_t left = 0;     ///< Ids of each side.
  std::size_t right = 0;
  std::size_t rest_left = 0;  ///< The same without names, countries and places.
  std::size_t rest_right = 0;
  std::size_t rest_shared = 0;
  bool shared_event = false;  ///< A concept of class event in both.
  bool other_event = false;   ///< One side says that it speaks of another event.
  bool contrasted = false;    ///< Each speaks of another member of one set: exports, imports.
  bool substituted =
      false;  ///< Contrasted, or a thing of one side stands where another thing stands on the
              ///< other ("exports to" against "imports to"): not the same matter.
  bool other_party = false;    ///< Each names a person, body or country in one slot that the other
                               ///< side does not name: another's deed.
  bool other_place = false;    ///< The same for places.
  bool other_time = false;     ///< Both give times, and no two of them can be one.
  bool other_period = false;   ///< The times are periods of different length: July, January to
                               ///< July.
  bool contained = false;      ///< Nearly all that the shorter side says is said by the other.
  std::vector<StemId> common;  ///< Shared ids, sorted; of synonyms both.
  std::string because;         ///< In words, for people.
};

[[nodiscard]] EventGate open_gate(const PairContext& pair);

/// The gate as if each side had so many unshared ids less: what a rule compares is no part of what
/// must agree.
[[nodiscard]] EventGate without(const EventGate& gate, std::size_t left, std::size_t right);
/// Unshared content of a claim that lies in `span`.
[[nodiscard]] std::size_t open_inside(const Claim& claim, const EventGate& gate, ByteSpan span);

/// Ids that the gate counts as the content of a claim: sorted, each once.
[[nodiscard]] std::vector<StemId> content_ids(const Claim& claim);

[[nodiscard]] inline bool is_entity(const Term& term) {
  return term.kind == TermKind::kName || term.kind == TermKind::kCountry ||
         term.kind == TermKind::kPlace;
}
/// True for terms that carry content (names and places included).
[[nodiscard]] inline bool is_content(const Term& term) {
  return term.kind == TermKind::kPlain || term.kind == TermKind::kConcept || is_entity(term);
}
/// Content of what is said: no speech frame, no source, no background.
[[nodiscard]] inline bool is_told(const Term& term) {
  return is_content(term) && !term.speech && !term.frame && !term.relative;
}
[[nodiscard]] inline bool is_place(const Term& term) {
  return term.kind == TermKind::kPlace || (is_entity(term) && term.locative);
}
/// Concepts of one set of related ones: "talks", "negotiations".
[[nodiscard]] inline bool kin(const Term& a, const Term& b) {
  for (const std::uint8_t set : a.kin) {
    for (const std::uint8_t other : b.kin) {
      if (set != 0 && set == other) {
        return true;
      }
    }
  }
  return false;
}
[[nodiscard]] inline bool in_common(const EventGate& gate, StemId id) {
  return std::binary_search(gate.common.begin(), gate.common.end(), id);
}

}  // namespace parallax

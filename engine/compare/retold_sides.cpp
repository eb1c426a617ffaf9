#include "engine/compare/retold_sides.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "engine/compare/number_values.hpp"
#include "engine/compare/one_telling.hpp"
#include "engine/compare/other_matter.hpp"
#include "engine/compare/stages.hpp"

namespace parallax {
namespace {

bool says_something(const std::vector<Finding>& findings) {
  return std::any_of(findings.begin(), findings.end(),
                     [](const Finding& f) { return f.severity != Severity::kNote; });
}

/// A word that names a side, and the side across from it by its sign.
struct SideWord {
  std::string_view word;
  int axis = 0;
  int sign = 0;
  bool noun = false;  ///< "The north" may stand alone, "northern" stands before a noun.
};

constexpr std::array<SideWord, 16> kWords = {{
    {"north", 1, 1, true},
    {"northern", 1, 1, false},
    {"south", 1, -1, true},
    {"southern", 1, -1, false},
    {"east", 2, 1, true},
    {"eastern", 2, 1, false},
    {"west", 2, -1, true},
    {"western", 2, -1, false},
    {"left", 3, 1, false},
    {"right", 3, -1, false},
    {"upper", 4, 1, false},
    {"lower", 4, -1, false},
    {"front", 5, 1, true},
    {"back", 5, -1, true},
    {"near", 6, 1, false},
    {"far", 6, -1, false},
}};

/// Parts that every such thing has two of. A "northern district" is a place of its own.
bool part(const ClaimWords& c, std::uint32_t i) {
  return c.is(i, {"bank", "banks",     "shore",  "shores", "slope",  "slopes",  "flank", "flanks",
                  "side", "face",      "coast",  "edge",   "suburb", "suburbs", "end",   "rim",
                  "wing", "outskirts", "fringe", "half",   "ridge",  "foot",    "tip"});
}

/// A side of something: its word, and the first token behind the phrase.
struct Found {
  const SideWord* word = nullptr;
  std::uint32_t token = 0;
  std::uint32_t behind = 0;
};

/// "On the eastern bank", "in the south", "north of": nothing where it is another word or a name.
std::optional<Found> side_at(const ClaimWords& c, std::uint32_t i) {
  const auto it = std::find_if(kWords.begin(), kWords.end(),
                               [&](const SideWord& side) { return side.word == c.at(i); });
  if (it == kWords.end()) {
    return std::nullopt;
  }
  if (part(c, i + 1)) {
    return Found{&*it, i, i + 2};
  }
  const bool stands = it->noun && it->axis <= 2 &&
                      (c.is(i + 1, {"of", ",", ".", ""}) || i + 1 == c.end()) &&
                      c.is(i - 1, {"the", "far", "to", "kilometres", "km", "miles", "metres",
                                   "just", "crashed", "down", "somewhere", "distance"});
  return stands ? std::optional(Found{&*it, i, i + 1}) : std::nullopt;
}

/// The one side of a claim; nothing where there is none, or several.
std::optional<Found> only_side(const ClaimWords& c) {
  std::optional<Found> only;
  for (std::uint32_t i = c.begin(); i < c.end(); ++i) {
    const auto found = side_at(c, i);
    if (found && only) {
      return std::nullopt;
    }
    only = found ? found : only;
  }
  return only;
}

/// It says where something is told to be: not of who says it, and not what is spoken of.
bool told(const Claim& claim, std::uint32_t token) {
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    return term.token <= token && token < term.token + term.tokens && !term.frame &&
           !term.relative && !term.negated && term.slot != Slot::kSubject;
  });
}

/// Both are sides of one thing: a word of both stands close behind, or in front of them.
bool of_one_thing(const EventGate& gate, const Claim& claim, const Found& found) {
  constexpr std::uint32_t kReach = 6;
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    const bool near = term.token + kReach >= found.token && term.token <= found.behind + kReach;
    return near && is_told(term) && !term.verb && in_common(gate, term.id);
  });
}

bool apart(const PairContext& pair, const EventGate& gate, const Found& a, const Found& b) {
  return gate.other_event || pair.left.negators % 2 != pair.right.negators % 2 ||
         pair.left.question != pair.right.question || tell_parts(pair.left, pair.right) ||
         other_dates(pair.left, pair.right) || other_counts(pair) ||
         other_stages(pair, a.token, b.token) || told_in_addition(pair, a.token, b.token);
}

}  // namespace

void diverge_retold_sides(const PairContext& pair, const EventGate& gate,
                          std::vector<Finding>& out) {
  if (pair.left_document.language != "en" || pair.right_document.language != "en" ||
      says_something(out)) {
    return;
  }
  const auto a = only_side({pair.words, pair.left_document, pair.left});
  const auto b = only_side({pair.words, pair.right_document, pair.right});
  if (!a || !b || a->word->axis != b->word->axis || a->word->sign == b->word->sign ||
      !told(pair.left, a->token) || !told(pair.right, b->token) ||
      !of_one_thing(gate, pair.left, *a) || !of_one_thing(gate, pair.right, *b) ||
      apart(pair, gate, *a, *b)) {
    return;
  }
  const bool deed = same_stage(pair, a->token, b->token);
  const bool bare = gate.rest_shared >= 2 && gate.rest_overlap >= 0.4;
  // "left the northern tip", "sank off the southern tip"
  const bool other = !deed && !gate.shared_event && told_stage(pair.left, a->token) &&
                     told_stage(pair.right, b->token);
  if (other || (!tied_by(pair, gate, deed) && !bare)) {
    return;
  }
  Finding f;
  f.kind = "place";
  f.severity = Severity::kDifference;
  f.rule = "place.compass";
  f.confidence = 0.6;
  f.slot = "place";
  f.left = {pair.left_document.tokens[a->token].span, {{"side", std::string(a->word->word)}}};
  f.right = {pair.right_document.tokens[b->token].span, {{"side", std::string(b->word->word)}}};
  f.explanation = "One side puts it on the " + std::string(a->word->word) + ", the other on the " +
                  std::string(b->word->word);
  out.push_back(std::move(f));
}

}  // namespace parallax

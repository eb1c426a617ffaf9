#include "engine/compare/other_figures.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <tuple>
#include <vector>

#include "engine/compare/figures_beside.hpp"
#include "engine/compare/other_matter.hpp"

namespace parallax {
namespace {

/// "Of the", "among those": a set that is known.
bool known_set(const ClaimWords& c, std::uint32_t at) {
  return c.is(at, {"the", "those", "these", "its", "their", "all", "them", "whom", "which"});
}

const Quantity* quantity_at(const Claim& claim, ByteSpan span) {
  const auto it = std::find_if(claim.quantities.begin(), claim.quantities.end(),
                               [&](const Quantity& q) { return q.span == span; });
  return it == claim.quantities.end() ? nullptr : &*it;
}

/// "Those hurt", "the ships detained in port": whom both sides tell of, from `at` on.
bool told_set(const ClaimWords& c, const EventGate& gate, std::uint32_t at) {
  constexpr std::uint32_t kReach = 8;
  if (c.is(at, {"those", "them", "whom", "which", "these"})) {
    return true;
  }
  return std::any_of(c.claim.terms.begin(), c.claim.terms.end(), [&](const Term& term) {
    // "the ships detained", but not "the ships were detained"
    const bool told =
        c.is(term.token - 1, {"is", "are", "was", "were", "be", "been", "has", "have", "had"});
    return term.token >= at && term.token <= at + kReach && (term.verb || term.event) && !told &&
           in_common(gate, term.id);
  });
}

/// "Six of those arrested", "of the ships inspected, six", "six were among the ships inspected":
/// the figure is a part of what is told.
bool part_of_told(const ClaimWords& c, const EventGate& gate, const Quantity& q) {
  constexpr std::uint32_t kNoun = 3;
  if (q.unit == "%" || q.of != 0 || q.value.high < 1.0 || q.kind == QuantityKind::kVague) {
    return false;  // a share
  }
  for (std::uint32_t i = q.last_token + 1; i <= q.last_token + kNoun && i < c.end(); ++i) {
    if (c.is(i, {"of"}) && known_set(c, i + 1) && !c.is(i - 1, {"all", "none", "each", "both"})) {
      return told_set(c, gate, i + 1);
    }
  }
  for (std::uint32_t i = c.begin(); i < c.end(); ++i) {
    const bool before = i < q.first_token && c.is(i, {"of", "among"}) &&
                        (i == c.begin() || c.is(i - 1, {","}) || i + 1 == q.first_token);
    const bool behind =
        i > q.last_token && c.is(i, {"among"}) && c.is(i - 1, {"was", "were", "are", "is"});
    if ((before || behind) && known_set(c, i + 1) && told_set(c, gate, i + 1)) {
      return true;
    }
  }
  return false;
}

/// A part beside a figure that is no smaller: both can hold.
bool part_and_whole(const PairContext& pair, const EventGate& gate, const Quantity& a,
                    const Quantity& b) {
  if (a.of != 0 || b.of != 0) {
    return false;  // "of the twenty, six", "fifteen of the twenty"
  }
  const bool left = part_of_told({pair.words, pair.left_document, pair.left}, gate, a);
  const bool right = part_of_told({pair.words, pair.right_document, pair.right}, gate, b);
  return left != right && (left ? a.value.high <= b.value.low : b.value.high <= a.value.low);
}

enum class Stage : std::uint8_t { kNone, kBegin, kEnd };

/// "All ballots had been counted", "with half of the ballots counted".
Stage count_at(const ClaimWords& c, std::uint32_t i) {
  constexpr std::uint32_t kReach = 8;
  if (!c.is(i, {"counted", "tallied"})) {
    return Stage::kNone;
  }
  const std::uint32_t from = i > c.begin() + kReach ? i - kReach : c.begin();
  const bool all = c.find(from, {"all", "every"}) < i || c.is(i - 1, {"been"});
  return all ? Stage::kEnd : Stage::kBegin;
}

bool begins_at(const ClaimWords& c, std::uint32_t i) {
  return c.is(i, {"initially", "originally", "outset", "provisional", "preliminary", "partial"}) ||
         (c.is(i, {"beginning", "start"}) && c.is(i + 1, {"of"})) ||
         (c.is(i, {"first"}) && c.is(i - 1, {"at"}));
}

bool ends_at(const ClaimWords& c, std::uint32_t i) {
  const bool result = c.is(i + 1, {"result", "results", "count", "tally", "figure", "figures"});
  return c.is(i, {"meanwhile", "finally", "eventually", "ultimately"}) ||
         (c.is(i, {"final", "definitive"}) && result) ||
         (c.is(i, {"end"}) && c.is(i - 1, {"the"}) && c.is(i + 1, {"of", ","}));
}

Stage stage_at(const ClaimWords& c, std::uint32_t i) {
  const Stage count = count_at(c, i);
  if (count != Stage::kNone) {
    return count;
  }
  return begins_at(c, i) ? Stage::kBegin : ends_at(c, i) ? Stage::kEnd : Stage::kNone;
}

/// "With half of the ballots counted", "at the outset"; "the final result", "has meanwhile grown";
/// kNone where a claim tells both.
Stage stage_of(const ClaimWords& c) {
  Stage stage = Stage::kNone;
  for (std::uint32_t i = c.begin(); i < c.end(); ++i) {
    const Stage here = stage_at(c, i);
    if (here != Stage::kNone && stage != Stage::kNone && stage != here) {
      return Stage::kNone;
    }
    stage = here == Stage::kNone ? stage : here;
  }
  return stage;
}

bool other_stage_of_count(const ClaimWords& left, const ClaimWords& right) {
  const Stage a = stage_of(left);
  const Stage b = stage_of(right);
  return a != Stage::kNone && b != Stage::kNone && a != b;
}

/// Two words that part a whole in two; each side tells of the half it names.
struct Halves {
  std::string_view one, other;
};

constexpr auto kHalves = std::to_array<Halves>({
    {"northern", "southern"},
    {"north", "south"},
    {"eastern", "western"},
    {"east", "west"},
    {"upper", "lower"},
    {"inner", "outer"},
    {"mainland", "islands"},
    {"mainland", "island"},
    {"mainland", "overseas"},
    {"urban", "rural"},
    {"home", "away"},
    {"inland", "coastal"},
    {"apprentices", "skilled"},
    {"primary", "secondary"},
    {"indoor", "outdoor"},
    {"inbound", "outbound"},
    {"junior", "senior"},
    {"domestic", "foreign"},
    {"summer", "winter"},
    {"left-bank", "right-bank"},
    {"upstream", "downstream"},
    {"uptown", "downtown"},
    {"lowland", "highland"},
    {"lowlands", "highlands"},
    {"juvenile", "adult"},
    {"juveniles", "adults"},
    {"domestic", "international"},
    {"female", "male"},
    {"women", "men"},
    {"girls", "boys"},
    {"married", "unmarried"},
    {"passenger", "freight"},
    {"passengers", "freight"},
    {"children", "adults"},
    {"winter", "spring"},
    {"public", "private"},
    {"state", "private"},
    {"civilian", "military"},
    {"day", "night"},
    {"import", "export"},
});

}  // namespace

namespace {

constexpr WordList kHalfWords(std::apply(
    [](const auto&... halves) {
      return std::array{halves.one..., halves.other...};
    },
    kHalves));

}  // namespace

bool on_other_sides(const PairContext& pair) {
  using Words = std::vector<std::string_view>;
  if (pair.left_document.language != "en" || pair.right_document.language != "en") {
    return false;
  }
  const auto words_of = [&](const Document& document, const Claim& claim) {
    const ClaimWords c{pair.words, document, claim};
    Words words;
    for (std::uint32_t i = c.begin(); i < c.end(); ++i) {
      if (c.is(i, kHalfWords)) {
        words.push_back(c.at(i));
      }
    }
    return words;
  };
  const Words left = words_of(pair.left_document, pair.left);
  const Words right = words_of(pair.right_document, pair.right);
  const auto has = [](const Words& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
  };
  const auto apart = [&](std::string_view x, std::string_view y) {
    return has(left, x) && has(right, y) && !has(left, y) && !has(right, x);
  };
  return std::any_of(kHalves.begin(), kHalves.end(), [&](const Halves& halves) {
    return apart(halves.one, halves.other) || apart(halves.other, halves.one);
  });
}

bool other_figures(const PairContext& pair, const EventGate& gate, const Finding& finding) {
  if (finding.kind != "number" || pair.left_document.language != "en" ||
      pair.right_document.language != "en") {
    return false;
  }
  const Quantity* a = quantity_at(pair.left, finding.left.span);
  const Quantity* b = quantity_at(pair.right, finding.right.span);
  return on_other_sides(pair) ||
         other_stage_of_count({pair.words, pair.left_document, pair.left},
                              {pair.words, pair.right_document, pair.right}) ||
         (a != nullptr && b != nullptr &&
          (part_and_whole(pair, gate, *a, *b) || figures_beside(pair, gate, *a, *b)));
}

}  // namespace parallax

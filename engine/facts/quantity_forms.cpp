#include "engine/facts/quantity_forms.hpp"

#include <limits>
#include <string_view>
#include <utility>

namespace parallax {
namespace {

/// "A boy of 14", "a widow of 71".
bool of_person(const ClaimContext& c, std::size_t first, std::size_t end, const Quantity& q) {
  constexpr double kOldest = 115.0;
  const bool years = q.value.low >= 1.0 && q.value.high < kOldest && end == first + 1;
  return years && first > 2 && c.is(first - 1, "of") &&
         c.is_any(first - 3, {"a", "an", "old", "young", "another", "elderly"}) &&
         c.is_any(first - 2, {"boy",        "girl",        "man",         "woman",     "teenager",
                              "youth",      "youngster",   "lad",         "child",     "toddler",
                              "baby",       "widow",       "widower",     "pensioner", "student",
                              "pupil",      "schoolboy",   "schoolgirl",  "male",      "female",
                              "adolescent", "minor",       "infant",      "farmer",    "father",
                              "mother",     "grandmother", "grandfather", "veteran",   "fisherman",
                              "labourer",   "apprentice"});
}

/// "A magnitude of 6.1", "put the magnitude of the quake at 6.1", "a 6.1 tremor".
bool of_magnitude(const ClaimContext& c, std::size_t first, std::size_t end, const Quantity& q) {
  constexpr double kMost = 10.0;
  constexpr std::size_t kReach = 12;
  if (q.value.low < 1.0 || q.value.high > kMost) {
    return false;
  }
  if (c.is_any(end, {"quake", "earthquake", "tremor", "aftershock"}) && end == first + 1 &&
      c.folded(first).find('.') != std::string_view::npos) {
    return true;
  }
  if (c.is(end, "-") && c.is(end + 1, "magnitude")) {
    return true;
  }
  const bool at_it = first > 0 && c.is_any(first - 1, {"at", "as"});
  const std::size_t reach = at_it ? kReach : 3;
  for (std::size_t at = first; at > 0 && first - at < reach; --at) {
    if (c.is(at - 1, "magnitude")) {
      return true;
    }
  }
  return false;
}

bool below_zero(const ClaimContext& c, std::size_t first, std::size_t end) {
  return (first > 0 && c.is(first - 1, "minus")) ||
         (c.is(end, "below") && c.is_any(end + 1, {"zero", "freezing", "nought"}));
}

/// "Under the age of five", "above the age of 65": the word of the bound; empty if there is none.
std::string_view bound_of_age(const ClaimContext& c, std::size_t first) {
  const bool age =
      first > 3 && c.is(first - 1, "of") && c.is(first - 2, "age") && c.is(first - 3, "the");
  return age ? c.folded(first - 4) : std::string_view{};
}

void bound_age(std::string_view word, Quantity& q) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  const bool below = word == "under" || word == "below";
  const bool above = word == "over" || word == "above";
  if (q.kind != QuantityKind::kExact || !(below || above)) {
    return;
  }
  q.kind = QuantityKind::kBound;
  (below ? q.value.low : q.value.high) = below ? -kInfinity : kInfinity;
  (below ? q.value.high_open : q.value.low_open) = true;
}

/// "Fell from 12 to 9 million": -1, "raised from 3 to 5 per cent": 1; 0 for a range.
int moves_from(const ClaimContext& c, std::size_t first) {
  if (first == 0 || !c.is(first, "from")) {
    return 0;
  }
  if (c.is_any(first - 1, {"fell", "fall", "falls", "fallen", "dropped", "drop", "declined", "cut",
                           "reduced", "lowered", "down", "shrank", "slashed", "decreased", "sank",
                           "plunged", "trimmed"})) {
    return -1;
  }
  return c.is_any(first - 1,
                  {"rose", "rise", "rises", "risen", "raised", "increased", "grew", "grown", "up",
                   "climbed", "jumped", "lifted", "doubled", "surged", "expanded", "increase"})
             ? 1
             : 0;
}

}  // namespace

void mark_forms(const ClaimContext& c, std::size_t first, std::size_t end, Quantity& q) {
  if (c.lexicon.language != "en") {
    return;
  }
  if (q.unit == "age" && first > 3) {
    bound_age(bound_of_age(c, first), q);
  } else if (q.unit.empty() && of_person(c, first, end, q)) {
    q.unit = "age";
  } else if (q.unit.empty() && of_magnitude(c, first, end, q)) {
    q.unit = "magnitude";
  } else if (const int way = q.kind == QuantityKind::kRange ? moves_from(c, first) : 0; way != 0) {
    constexpr double kScaled = 1000.0;  // "from 12 to 9 million": both are millions
    const bool scaled = q.value.low > 0.0 && q.value.high > kScaled * q.value.low;
    const double target = way < 0 && !scaled ? q.value.low : q.value.high;
    q.value.low = q.value.high = target;
    q.kind = QuantityKind::kExact;
  } else if (q.unit == "degC" && q.value.low >= 0.0 && below_zero(c, first, end)) {
    q.value.low = -q.value.low;
    q.value.high = -q.value.high;
    std::swap(q.value.low, q.value.high);
    std::swap(q.value.low_open, q.value.high_open);
  }
}

}  // namespace parallax

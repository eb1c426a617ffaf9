/// Another side of one place: "on the northern slope of Mount Selm", "its southern slope"; "on the
/// left bank of the Rima", "on its right bank"; inland and at sea.

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/compare/diverge.hpp"
#include "engine/compare/name_slots.hpp"
#include "engine/compare/number_values.hpp"
#include "engine/compare/other_matter.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {

enum class Axis : std::uint8_t { kCompass, kBank, kShore, kWaters, kHeight, kCourse, kEnd };
constexpr std::size_t kAxes = 7;

constexpr std::uint8_t kNorth = 1;
constexpr std::uint8_t kSouth = 2;
constexpr std::uint8_t kEast = 4;
constexpr std::uint8_t kWest = 8;

struct Row {
  Axis axis;
  std::uint8_t sides;      ///< One bit each; two words are apart if they have none in common.
  std::string_view first;  ///< The word.
  std::string_view next;   ///< The word behind it; empty: any.
};

constexpr std::array kRows = std::to_array<Row>({
    {Axis::kCompass, kNorth, "north", ""},
    {Axis::kCompass, kNorth, "northern", ""},
    {Axis::kCompass, kNorth, "northernmost", ""},
    {Axis::kCompass, kSouth, "south", ""},
    {Axis::kCompass, kSouth, "southern", ""},
    {Axis::kCompass, kSouth, "southernmost", ""},
    {Axis::kCompass, kEast, "east", ""},
    {Axis::kCompass, kEast, "eastern", ""},
    {Axis::kCompass, kEast, "easternmost", ""},
    {Axis::kCompass, kWest, "west", ""},
    {Axis::kCompass, kWest, "western", ""},
    {Axis::kCompass, kWest, "westernmost", ""},
    {Axis::kCompass, kNorth | kEast, "northeast", ""},
    {Axis::kCompass, kNorth | kEast, "northeastern", ""},
    {Axis::kCompass, kNorth | kWest, "northwest", ""},
    {Axis::kCompass, kNorth | kWest, "northwestern", ""},
    {Axis::kCompass, kSouth | kEast, "southeast", ""},
    {Axis::kCompass, kSouth | kEast, "southeastern", ""},
    {Axis::kCompass, kSouth | kWest, "southwest", ""},
    {Axis::kCompass, kSouth | kWest, "southwestern", ""},
    {Axis::kBank, 1, "left", "bank"},
    {Axis::kBank, 1, "left", "side"},
    {Axis::kBank, 1, "left", "wing"},
    {Axis::kBank, 1, "left", "lane"},
    {Axis::kBank, 2, "right", "bank"},
    {Axis::kBank, 2, "right", "side"},
    {Axis::kBank, 2, "right", "wing"},
    {Axis::kBank, 1, "left", "-"},
    {Axis::kBank, 1, "left", "hand"},
    {Axis::kBank, 1, "port", "side"},
    {Axis::kBank, 2, "starboard", ""},
    {Axis::kBank, 2, "right", "-"},
    {Axis::kBank, 2, "right", "hand"},
    {Axis::kBank, 2, "right", "lane"},
    {Axis::kShore, 1, "inland", ""},
    {Axis::kShore, 1, "onshore", ""},
    {Axis::kShore, 1, "ashore", ""},
    {Axis::kShore, 1, "on", "land"},
    {Axis::kShore, 2, "offshore", ""},
    {Axis::kShore, 2, "at", "sea"},
    {Axis::kShore, 2, "undersea", ""},
    {Axis::kWaters, 1, "territorial", ""},
    {Axis::kWaters, 1, "national", "airspace"},
    {Axis::kWaters, 1, "airspace", "of"},
    {Axis::kWaters, 1, "coastal", "waters"},
    {Axis::kWaters, 2, "international", "waters"},
    {Axis::kWaters, 2, "international", "airspace"},
    {Axis::kWaters, 2, "high", "seas"},
    {Axis::kHeight, 1, "top", "floor"},
    {Axis::kHeight, 1, "above", "ground"},
    {Axis::kHeight, 2, "ground", "floor"},
    {Axis::kHeight, 2, "basement", ""},
    {Axis::kHeight, 2, "underground", ""},
    {Axis::kHeight, 2, "below", "ground"},
    {Axis::kCourse, 1, "upstream", ""},
    {Axis::kCourse, 1, "above", "the"},
    {Axis::kCourse, 2, "downstream", ""},
    {Axis::kCourse, 2, "below", "the"},
    {Axis::kEnd, 1, "front", ""},
    {Axis::kEnd, 1, "bow", ""},
    {Axis::kEnd, 1, "bows", ""},
    {Axis::kEnd, 1, "forward", ""},
    {Axis::kEnd, 2, "rear", ""},
    {Axis::kEnd, 2, "back", "of"},
    {Axis::kEnd, 2, "stern", ""},
    {Axis::kEnd, 2, "aft", ""},
});

struct Side {
  const Row* row = nullptr;
  std::uint32_t token = 0;
};

/// The row whose words stand at `i`; nullptr if there is none.
const Row* row_at(const ClaimWords& words, std::uint32_t i) {
  static const auto kByWord = [] {
    std::unordered_map<std::string_view, std::vector<const Row*>> rows;
    for (const Row& row : kRows) {
      rows[row.first].push_back(&row);
    }
    return rows;
  }();
  const auto rows = kByWord.find(words.at(i));
  if (rows == kByWord.end()) {
    return nullptr;
  }
  const auto it = std::find_if(rows->second.begin(), rows->second.end(), [&](const Row* row) {
    return row->next.empty() || words.at(i + 1) == row->next;
  });
  return it == rows->second.end() ? nullptr : *it;
}

const Term* term_of(const Claim& claim, std::uint32_t token) {
  const auto it = std::find_if(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    return term.token <= token && token < term.token + term.tokens;
  });
  return it == claim.terms.end() ? nullptr : &*it;
}

/// "The checkpoint east of Tarsk", "its eastern shore": a thing that has another beside it, not
/// where something is.
bool subject(const Claim& claim, const Term* term) {
  if (term == nullptr) {
    return false;
  }
  const auto verb_behind = [&](const Term& head) {
    return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& verb) {
      return verb.verb && verb.token > head.token && verb.token < term->token;
    });
  };
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& head) {
    return !verb_behind(head) && head.slot == Slot::kSubject && head.clause == term->clause &&
           head.token <= term->token && term->token - head.token <= 2 &&
           head.kind != TermKind::kFunction;
  });
}

/// The one word of each axis in what the claim says; nothing where two of an axis stand there.
/// Words inside a name ("South Selm") tell no side.
std::array<Side, kAxes> sides_of(const ClaimWords& words) {
  std::array<Side, kAxes> found;
  std::array<bool, kAxes> several{};
  for (std::uint32_t i = words.begin(); i < words.end(); ++i) {
    const Row* row = row_at(words, i);
    const Term* term = row == nullptr ? nullptr : term_of(words.claim, i);
    if (row == nullptr || (term != nullptr && term->frame)) {
      continue;
    }
    const bool unit = words.is(i + 1, {"brigade", "corps", "army", "command", "fleet", "division",
                                       "league", "conference", "railway", "alliance"});
    const bool in_name = term != nullptr && is_entity(*term) && term->tokens > 1;
    if (unit || in_name || subject(words.claim, term)) {
      continue;
    }
    const auto axis = static_cast<std::size_t>(row->axis);
    several.at(axis) = several.at(axis) || found.at(axis).row != nullptr;
    found.at(axis) = several.at(axis) ? found.at(axis) : Side{row, i};
  }
  for (std::size_t axis = 0; axis < kAxes; ++axis) {
    found.at(axis) = several.at(axis) ? Side{} : found.at(axis);
  }
  return found;
}

/// What the side is of: a thing of both claims right behind it or in front of it ("Selm's northern
/// coast").
const Term* of_what(const Claim& claim, const EventGate& gate, std::uint32_t token) {
  constexpr std::uint32_t kBehind = 6;
  constexpr std::uint32_t kAhead = 3;
  const Term* found = nullptr;
  for (const Term& term : claim.terms) {
    const bool behind = term.token > token && term.token <= token + kBehind;
    const bool ahead =
        term.token < token && term.token + term.tokens - 1 + kAhead >= token && !term.verb;
    if ((behind || ahead) && is_content(term) && !term.frame && in_common(gate, term.id)) {
      found = found == nullptr || is_entity(term) ? &term : found;
    }
  }
  return found;
}

/// Something else that both claims speak of: what is there, or happens there.
bool located(const Claim& claim, const EventGate& gate, const Term& place) {
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    return is_told(term) && is_content(term) && term.id != place.id && !term.attribute &&
           !(is_entity(term) && term.kind != TermKind::kName) && in_common(gate, term.id);
  });
}

/// The verb of the side's clause in front of it, as far as it tells a deed; nullptr where something
/// only stands or lies there.
const Term* deed_at(const PairContext& pair, const Claim& claim, const Term& place) {
  static constexpr WordList kStands = {
      "stand",   "stood", "lie",     "lay",      "=locate", "locat",  "situat",  "=stand",
      "=be",     "=have", "=hold",   "remain",   "cover",   "=cover", "seal",    "extend",
      "=extend", "appli", "=apply",  "comprise", "compris", "affect", "=affect", "=happen",
      "sweep",   "swept", "descend", "slide",    "slid",    "roll",   "thunder", "=deploy"};
  const Term* verb = nullptr;
  for (const Term& term : claim.terms) {
    if (term.verb && !term.frame && term.clause == place.clause && term.token < place.token) {
      verb = &term;
    }
  }
  const bool idle = verb != nullptr && kStands.contains(pair.words.stem(verb->id));
  return idle ? nullptr : verb;
}

/// "The zone covers the north of it", "seals off the south": how far it reaches.
bool reaches(const ClaimWords& words, std::uint32_t token) {
  constexpr std::uint32_t kFront = 5;
  for (std::uint32_t i = std::max(words.begin() + kFront, token) - kFront; i < token; ++i) {
    if (words.is(i, {"covers", "cover", "covered", "covering", "seals", "sealed", "extends",
                     "extended", "applies", "comprises", "includes", "affects", "affected",
                     "closed", "closes", "runs", "along"})) {
      return true;
    }
  }
  return false;
}

/// "In the north of the country", "in the far south": a part of the country that needs no name.
bool of_the_country(const ClaimWords& words, std::uint32_t token) {
  const bool article = words.is(token - 1, {"the", "far", "deep", "country's", "extreme"});
  const bool ends =
      token + 1 >= words.end() || words.is(token + 1, {",", ".", "and", "on", "since"});
  const bool country =
      words.is(token + 1, {"of"}) && words.is(token + 2, {"the"}) &&
      words.is(token + 3, {"country", "nation", "republic", "island", "city", "capital", "region"});
  return article && (ends || country);
}

/// Some verb of one clause is told in that of the other, too.
bool shared_verb(const Claim& claim, const EventGate& gate, const Term& place) {
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    return term.verb && is_told(term) && term.clause == place.clause && in_common(gate, term.id);
  });
}

/// "Left the northern tip", "sank off the southern tip": what is done there is not one thing.
bool two_deeds(const PairContext& pair, const EventGate& gate, const Term& left,
               const Term& right) {
  if (shared_verb(pair.left, gate, left) && shared_verb(pair.right, gate, right)) {
    return false;
  }
  const Term* a = deed_at(pair, pair.left, left);
  const Term* b = deed_at(pair, pair.right, right);
  return a != nullptr && b != nullptr && !in_common(gate, a->id) && !in_common(gate, b->id) &&
         !kin(*a, *b);
}

Finding finding_of(const PairContext& pair, std::uint32_t left, std::uint32_t right) {
  Finding f;
  f.kind = "place";
  f.severity = Severity::kConflict;
  f.rule = "place.side";
  f.confidence = 0.7;
  f.slot = "place";
  const ByteSpan a = pair.left_document.tokens[left].span;
  const ByteSpan b = pair.right_document.tokens[right].span;
  const std::string x(pair.left_document.slice(a));
  const std::string y(pair.right_document.slice(b));
  f.left = {a, {{"id", x}}};
  f.right = {b, {{"id", y}}};
  f.explanation = "Another side of the same thing: " + x + " against " + y;
  return f;
}

}  // namespace

void diverge_sides(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  constexpr double kOneMatter = 0.4;
  const bool english = pair.left_document.language == "en" && pair.right_document.language == "en";
  if (says_something(out) || !english || gate.other_event || gate.other_time || gate.shared < 2 ||
      gate.overlap < kOneMatter || pair.left.negators != pair.right.negators ||
      other_dates(pair.left, pair.right) || own_figures(pair.left, pair.right) ||
      clock_and_figure(pair.left, pair.right) || opposite_ways(pair.left, pair.right) ||
      !one_event(pair, gate)) {
    return;
  }
  const ClaimWords left{pair.words, pair.left_document, pair.left};
  const ClaimWords right{pair.words, pair.right_document, pair.right};
  const std::array<Side, kAxes> here = sides_of(left);
  const std::array<Side, kAxes> there = sides_of(right);
  for (std::size_t axis = 0; axis < kAxes; ++axis) {
    const Side& a = here.at(axis);
    const Side& b = there.at(axis);
    if (a.row == nullptr || b.row == nullptr || (a.row->sides & b.row->sides) != 0) {
      continue;
    }
    const Term* x = of_what(pair.left, gate, a.token);
    const Term* y = of_what(pair.right, gate, b.token);
    const bool extent = reaches(left, a.token) && reaches(right, b.token);
    const bool country = of_the_country(left, a.token) && of_the_country(right, b.token);
    const bool one_thing = x != nullptr && y != nullptr && located(pair.left, gate, *x) &&
                           located(pair.right, gate, *y) &&
                           (extent || !two_deeds(pair, gate, *x, *y));
    if (country || one_thing) {
      out.push_back(finding_of(pair, a.token, b.token));
      return;
    }
  }
}

}  // namespace parallax

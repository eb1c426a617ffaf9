#include "engine/compare/coverage.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace parallax {
namespace {

struct Need {
  std::string_view kind;
  const FactTable FactLexicon::*table;  ///< nullptr: needs none.
};

constexpr std::array<Need, 10> kNeeds = {{
    {"number", nullptr},
    {"date", &FactLexicon::month},
    {"name", nullptr},
    {"place", &FactLexicon::place},
    {"negation", &FactLexicon::negation},
    {"stance", &FactLexicon::stance},
    {"strength", &FactLexicon::stance},
    {"role", &FactLexicon::concepts},
    {"modality", &FactLexicon::modal},
    {"direction", &FactLexicon::direction},
}};

bool gives(const FactLexicon& lexicon, const Need& need) {
  return need.table == nullptr || !(lexicon.*need.table).phrases.empty();
}

}  // namespace

std::vector<std::string> compared_kinds(const FactLexicon& left, const FactLexicon& right) {
  std::vector<std::string> kinds;
  for (const Need& need : kNeeds) {
    if (gives(left, need) && gives(right, need)) {
      kinds.emplace_back(need.kind);
    }
  }
  return kinds;
}

std::vector<std::string> lacking_kinds(const FactLexicon& lexicon) {
  std::vector<std::string> kinds;
  for (const Need& need : kNeeds) {
    if (!gives(lexicon, need)) {
      kinds.emplace_back(need.kind);
    }
  }
  return kinds;
}

bool compares_all(const std::vector<std::string>& kinds) {
  return kinds.size() == kNeeds.size();
}

}  // namespace parallax

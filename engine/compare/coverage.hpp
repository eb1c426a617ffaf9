#pragma once

/// Which kinds of findings two languages allow, and what a language lacks.

#include <string>
#include <vector>

#include "engine/facts/fact_lexicon.hpp"

namespace parallax {

/// Kinds that the tables of both languages make comparable, in the order of the report's kinds.
/// Numbers and names compare in every language; the other kinds need a table on both sides.
[[nodiscard]] std::vector<std::string> compared_kinds(const FactLexicon& left,
                                                      const FactLexicon& right);

/// Kinds of findings that the language's tables do not give; empty for a full language.
[[nodiscard]] std::vector<std::string> lacking_kinds(const FactLexicon& lexicon);

/// True if every kind is compared: then a report need not list them.
[[nodiscard]] bool compares_all(const std::vector<std::string>& kinds);

}  // namespace parallax

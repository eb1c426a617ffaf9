#pragma once

/// Kinds, rules, severities and relations in words, symbols and CSS classes. All strings are HTML.

#include <string>
#include <string_view>

#include "engine/compare/comparison.hpp"

namespace parallax {

/// CSS class of a relation: "agree", "related", "difference", "conflict".
[[nodiscard]] std::string_view html_tone(Relation relation);

/// Symbol and word in the colour of the relation, for example "= agree". The symbol is hidden from
/// screen readers, the word is not.
[[nodiscard]] std::string html_tag(Relation relation);
[[nodiscard]] std::string html_tag(RowRelation relation);
[[nodiscard]] std::string html_tag(Severity severity);
/// A finding that a baseline lists.
[[nodiscard]] std::string html_accepted_tag();

/// What a kind of finding is, in one clause without a full stop; empty for kinds that are not
/// known.
[[nodiscard]] std::string_view kind_meaning(std::string_view kind);

/// What a rule looks at, in one clause; empty for rules that are not known.
[[nodiscard]] std::string_view rule_meaning(std::string_view rule);

}  // namespace parallax

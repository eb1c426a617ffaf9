#pragma once

/// Writers of `parallax drift`: one source over time. Same report, same bytes.

#include <string>
#include <vector>

#include "engine/corpus/drift.hpp"
#include "engine/report/writers.hpp"

namespace parallax {

/// Throws ContractViolation unless every span of the report lies in its text on character
/// boundaries and says what it said. Every writer calls it first.
void check_drift_spans(const DriftReport& report);

/// `parallax.drift/1` (drift.schema.json), two-space indent, final newline.
[[nodiscard]] std::string write_drift_json(const DriftReport& report);
/// For people: what changed, statement by statement; then position by position.
[[nodiscard]] std::string write_drift_terminal(const DriftReport& report,
                                               const TerminalOptions& options = {});
[[nodiscard]] std::string write_drift_markdown(const DriftReport& report);

/// One line of a list of changes: changes that belong together, names of one position above all.
struct ChangeLine {
  char symbol = '.';  ///< '!' what turned, '*' what moved, '+' new, '-' let go, '~' the rest.
  std::string label;  ///< "number", "name" ...
  std::string text;   ///< What happened, in one line; not escaped.
  std::size_t position = 0;
  const DriftChange* change = nullptr;  ///< The first of them.
};
/// The changes that came with a statement, in order. REQUIRES: statement is in the report.
[[nodiscard]] std::vector<ChangeLine> change_lines(const DriftReport& report,
                                                   std::uint32_t statement);

/// Changes of a kind.
[[nodiscard]] std::size_t count_kind(const DriftReport& report, ChangeKind kind);

/// "4 numbers", "1 flip" ... for the kinds that occur.
[[nodiscard]] std::vector<std::string> change_counts(const DriftReport& report);

/// Phrases that came later than the first statement or went before the last, the most used ones
/// first, without those inside a longer one of the same statements; at most `top`.
[[nodiscard]] std::vector<const PhraseLife*> moving_phrases(const DriftReport& report,
                                                            std::size_t top);

/// "22 Jan 2008", of a statement.
[[nodiscard]] std::string day_of(const DriftReport& report, std::uint32_t statement);

/// The values that numbers and dates of a position went through: "3.5 % (22 Jan 2008), 3 % (30 Jan
/// 2008)", one line a quantity; empty if none moved.
[[nodiscard]] std::vector<std::string> value_paths(const DriftReport& report, std::size_t position);

/// A value in one phrase, else the words.
[[nodiscard]] std::string value_text(const ChangeSide& side);

}  // namespace parallax

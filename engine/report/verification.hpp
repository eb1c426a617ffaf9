#pragma once

/// Does a saved result still hold? Its inputs as they are now, its spans in them, and its findings
/// against those of a new run.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/report/saved.hpp"

namespace parallax {

/// A text that a result rests on.
struct RestingText {
  std::string path, sha256, text;
};

/// Words that a result points at.
struct RestingSpan {
  std::string id;        ///< "C3", "D1 left", "Q2 official" ...
  std::size_t text = 0;  ///< Index into Resting::texts.
  ByteSpan span;
};

/// Something that was found. Two runs found the same where the keys are equal.
struct RestingFinding {
  std::string id;     ///< "D1", "S4" ...; may differ between runs.
  std::string key;    ///< All that makes it up, but for its place in the list.
  std::string words;  ///< For people, in one line.
};

/// What of a result can be verified.
struct Resting {
  std::string schema;
  ToolInfo tool;
  std::vector<RestingText> texts;
  std::vector<RestingSpan> spans;
  std::vector<RestingFinding> findings;
};
[[nodiscard]] Resting resting(const ComparisonReport& report);
[[nodiscard]] Resting resting(const std::vector<SavedSources>& documents);
[[nodiscard]] Resting resting(const QuoteReport& report);
[[nodiscard]] Resting resting(const DriftReport& report);
/// A search rests on its index, which stands first among `texts` without hash and text, and on the
/// passages that its queries were taken from.
[[nodiscard]] Resting resting(const SavedSearch& search);
/// Near pairs, what differs in the compared ones, and shared wording.
[[nodiscard]] Resting resting(const SavedBatch& batch);

/// An input as it is now.
struct CurrentText {
  enum class State : std::uint8_t {
    kRead,     ///< `sha256` and `text` are what was read now.
    kMissing,  ///< It cannot be read; `reason` tells why.
    kNotRead,  ///< Standard input, which is gone.
  };
  State state = State::kRead;
  std::string sha256, text, reason;
};

enum class InputState : std::uint8_t { kSame, kChanged, kMissing, kNotRead };
/// "same", "changed", "missing", "not_read"
[[nodiscard]] std::string_view name_of(InputState state);

struct VerifiedInput {
  std::string path;
  InputState state = InputState::kSame;
  std::string saved_sha256, current_sha256;  ///< The second is empty where nothing was read.
  std::string note;                          ///< For people; may be empty.
};

/// A span that reads something else now.
struct BrokenSpan {
  std::string id, path;
  ByteSpan span;
  std::string saved;    ///< What it read.
  std::string current;  ///< What it reads; empty where it lies behind the end or cuts a character.
};

struct Verification {
  std::string path, schema;
  std::vector<VerifiedInput> inputs;
  std::size_t spans = 0;  ///< Looked at; those of inputs that could not be read are not.
  std::vector<BrokenSpan> broken;
  std::size_t findings = 0;           ///< Of the saved result.
  std::vector<RestingFinding> gone;   ///< Saved, but not found again.
  std::vector<RestingFinding> fresh;  ///< Found now, but not saved.
  std::string not_repeated;           ///< Why the run could not be repeated; empty if it was.
  std::vector<std::string> notes;     ///< Other versions of the program and its tables.

  /// Every input that can be read is the same, every span reads so, and the findings are the same.
  [[nodiscard]] bool holds() const;
};

/// Compares texts and spans. REQUIRES: one current text for each text of `saved`. Complexity:
/// linear in texts and spans.
[[nodiscard]] Verification verify_texts(const Resting& saved, const std::vector<CurrentText>& now);
/// Compares the findings with those of a new run, and notes what made them. Complexity: O(n log n).
void verify_findings(const Resting& saved, const Resting& again, Verification& verification);

/// For people: what no longer holds, long lists cut.
[[nodiscard]] std::string write_verification_terminal(const Verification& verification,
                                                      const TerminalOptions& options = {});
/// `parallax.verification/1` (verification.schema.json), two-space indent, final newline.
[[nodiscard]] std::string write_verification_json(const Verification& verification);

}  // namespace parallax

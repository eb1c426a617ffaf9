#pragma once

/// Saved JSON, read field by field: every access checks, the first thing that is wrong is kept with
/// its place, and reading goes on harmlessly. Internal to the readers of engine/report.

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "engine/compare/comparison.hpp"
#include "models/base/result.hpp"
#include "models/base/span.hpp"

namespace parallax {

using SavedJson = nlohmann::ordered_json;

/// Parses one value. `first_line` is where `text` begins in the file. Errors, with "path:line":
/// kFormat for what is no JSON, for a field that stands twice in an object and for an object of
/// more than 1,000 fields; kLimit for more than 64 levels. Complexity: linear in the text.
[[nodiscard]] Result<SavedJson> parse_saved_json(std::string_view text, const std::string& path,
                                                 std::size_t first_line);

/// What a run of readers shares: the document and the first error.
class SavedErrors {
 public:
  /// `place` is "file" or "file:line". `root` must outlive the object.
  SavedErrors(const SavedJson& root, std::string place) : root_(root), place_(std::move(place)) {}

  /// Keeps the first error: `message` about `value`, which is named by its JSON pointer (RFC 6901).
  void add(const SavedJson& value, std::string message);
  [[nodiscard]] const std::optional<Error>& first() const { return first_; }

 private:
  const SavedJson& root_;
  std::string place_;
  std::optional<Error> first_;
};

/// One value of the document. Getters of what is not there or not of that kind tell the error and
/// give an empty value. Lifetime: keeps references to the document and its errors.
class SavedNode {
 public:
  SavedNode(const SavedJson& value, SavedErrors& errors) : value_(&value), errors_(&errors) {}

  /// A field that must be there.
  [[nodiscard]] SavedNode at(const char* field) const;
  /// A field that may be absent or null.
  [[nodiscard]] std::optional<SavedNode> find(const char* field) const;
  /// Elements of an array.
  [[nodiscard]] std::vector<SavedNode> list() const;
  /// Fields of an object in their order.
  [[nodiscard]] std::vector<std::pair<std::string, SavedNode>> fields() const;

  [[nodiscard]] std::string text() const;
  /// Null becomes nothing.
  [[nodiscard]] std::optional<std::string> optional_text() const;
  /// A prefix with a number: "SRC12".
  [[nodiscard]] std::string id(std::string_view prefix) const;
  /// One of these words.
  [[nodiscard]] std::string word(std::initializer_list<std::string_view> words) const;
  [[nodiscard]] bool flag() const;
  [[nodiscard]] double real() const;
  /// A number from 0 to 1.
  [[nodiscard]] double score() const;
  [[nodiscard]] std::uint64_t count(std::uint64_t most = 0xFFFFFFFF) const;
  [[nodiscard]] std::uint32_t small(std::uint32_t most = 0xFFFFFFFF) const {
    return static_cast<std::uint32_t>(count(most));
  }
  /// [begin, end] inside `text` on character boundaries.
  [[nodiscard]] ByteSpan span(std::string_view text) const;
  [[nodiscard]] std::vector<ByteSpan> spans(std::string_view text) const;
  [[nodiscard]] std::vector<std::string> texts() const;
  /// Named numbers, words and flags in their order.
  [[nodiscard]] Value value() const;
  /// The value of `names` whose name stands here; the first one if none does.
  template <class Enum, std::size_t N>
  [[nodiscard]] Enum one_of(const Enum (&names)[N]) const {
    const std::string word = text();
    for (const Enum e : names) {
      if (name_of(e) == word) {
        return e;
      }
    }
    fail_word(word);
    return names[0];
  }

  /// Tells that the span reads something else than the words beside it.
  void expect_words(std::string_view text, ByteSpan span, std::string_view words) const;
  void fail(std::string message) const { errors_->add(*value_, std::move(message)); }
  void fail_word(std::string_view word) const;
  [[nodiscard]] bool failed() const { return errors_->first().has_value(); }

 private:
  [[nodiscard]] const SavedJson* field(const char* name) const;

  const SavedJson* value_;
  SavedErrors* errors_;
};

/// What every result says about its making; fields that are not there stay empty.
[[nodiscard]] ToolInfo saved_tool(const SavedNode& root);
/// `options`: names with their values.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> saved_options(const SavedNode& root);
/// `inputs`: paths as they were given.
[[nodiscard]] std::vector<std::string> saved_inputs(const SavedNode& root);
/// Id, path, hash, text, language, encoding, title, date and source.
[[nodiscard]] ReportDocument saved_document(const SavedNode& node);
/// ISO 639 code, two or three lower-case letters.
[[nodiscard]] std::string saved_language(const SavedNode& node);
/// 64 lower-case hex digits.
[[nodiscard]] std::string saved_sha256(const SavedNode& node);

}  // namespace parallax

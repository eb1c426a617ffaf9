#pragma once

/// Words, marks and literals of a pair predicate. Internal to engine/corpus.

#include <string>
#include <string_view>

#include "engine/corpus/predicate_tree.hpp"

namespace parallax {

/// Walks over a text from its beginning. REQUIRES: it is valid UTF-8 before anything is read.
/// Lifetime: views of both arguments.
class PredicateScanner {
 public:
  PredicateScanner(std::string_view text, std::string_view place) : text_(text), place_(place) {}

 protected:
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] const std::string& place() const { return place_; }
  [[nodiscard]] std::size_t at() const { return at_; }
  [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
  /// A quotation mark stands here.
  [[nodiscard]] bool at_quote() const;
  /// A digit or minus stands here.
  [[nodiscard]] bool at_number() const;

  void skip_blanks();
  /// Skips blanks and, if it comes next, `mark`. A mark of letters must be a whole word.
  bool take(std::string_view mark);
  /// REQUIRES: at_quote().
  [[nodiscard]] Result<PredicateValue> quoted();
  /// REQUIRES: at_number().
  [[nodiscard]] Result<PredicateValue> number();

  /// What stands here, for messages.
  [[nodiscard]] std::string seen() const;
  /// An error that ends with the column of a byte, or of the place reached.
  [[nodiscard]] Error wrong_at(std::size_t byte, const std::string& what) const;
  [[nodiscard]] Error wrong(const std::string& what) const { return wrong_at(at_, what); }

 private:
  std::string_view text_;
  std::string place_;
  std::size_t at_ = 0;
};

}  // namespace parallax

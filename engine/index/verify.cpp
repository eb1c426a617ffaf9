/// Reads everything that an index holds.

#include <bit>
#include <cmath>

#include "engine/index/text_index.hpp"

namespace parallax {

Status TextIndex::check_postings() const {
  std::uint64_t total = 0;
  std::string before;
  for (std::uint32_t t = 0; t < info_.terms; ++t) {
    Result<std::string_view> text = term_text(t);
    if (!text) {
      return std::move(text).error();
    }
    if (t > 0 && text.value() <= before) {
      return malformed(IndexSection::kTerms, "is out of order");
    }
    before = text.value();
    Result<std::optional<Term>> term = find(before);
    if (!term) {
      return std::move(term).error();
    }
    if (!term.value()) {  // Terms further on are out of order and mislead the search.
      return malformed(IndexSection::kTerms, "is out of order");
    }
    PostingsReader postings(term.value()->postings);
    std::uint32_t count = 0;
    std::uint32_t paragraph = 0;
    for (std::uint32_t times = 0; postings.next(paragraph, times); ++count) {
      if (paragraph >= info_.paragraphs) {
        return malformed(IndexSection::kPostings, "names a paragraph that does not exist");
      }
    }
    if (postings.bytes_left() || count != term.value()->paragraphs) {
      return malformed(IndexSection::kPostings, "has another length than its term says");
    }
    total += count;
  }
  return total == info_.postings
             ? Status(Done{})
             : malformed(IndexSection::kPostings, "has another length than the manifest says");
}

Status TextIndex::check_content() const {
  std::uint32_t next = 0;
  for (std::uint32_t d = 0; d < info_.documents; ++d) {
    Result<IndexedDocument> found = document(d);
    if (!found) {
      return std::move(found).error();
    }
    if (found.value().first_paragraph != next) {
      return malformed(IndexSection::kDocuments, "is out of order");
    }
    next += found.value().paragraph_count;
  }
  if (next != info_.paragraphs) {
    return malformed(IndexSection::kDocuments, "leaves paragraphs without a document");
  }
  std::uint64_t bytes = 0;
  for (std::uint32_t p = 0; p < info_.paragraphs; ++p) {
    Result<std::string> found = text(p);
    if (!found) {
      return std::move(found).error();
    }
    bytes += found.value().size();
    const auto norm = std::bit_cast<double>(load<std::uint64_t>(norms().value(), p * 8ULL));
    if (!std::isfinite(norm) || norm < 1.0) {
      return malformed(IndexSection::kNorms, "holds a length that no paragraph has");
    }
  }
  if (bytes != info_.text_bytes) {
    return malformed(IndexSection::kText, "has another length than the manifest says");
  }
  return check_postings();
}

std::vector<Error> TextIndex::verify() const {
  std::vector<Error> found = file_.damage();
  if (found.empty()) {
    if (Status status = check_content(); !status) {
      found.push_back(std::move(status).error());
    }
  }
  return found;
}

}  // namespace parallax

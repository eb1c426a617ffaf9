/// The terminal view of `parallax search`.

#include <algorithm>

#include <fmt/format.h>

#include "engine/report/canvas.hpp"
#include "engine/report/phrasing.hpp"
#include "engine/report/search_writers.hpp"

namespace parallax {
namespace {

constexpr std::size_t kIndent = 5;
/// Terms that are named under a hit.
constexpr std::size_t kNamedTerms = 6;

/// Places of the terms that carry the score, so that function words do not cover the passage.
std::vector<ByteSpan> marked(const SearchHit& hit) {
  // A function word weighs about a seventh of a rare word, a common noun about half.
  constexpr double kLeastPart = 1.0 / 3.0;
  std::vector<ByteSpan> spans;
  for (const HitTerm& term : hit.terms) {
    if (term.share >= kLeastPart * hit.terms.front().share) {
      spans.insert(spans.end(), term.spans.begin(), term.spans.end());
    }
  }
  std::sort(spans.begin(), spans.end());
  std::vector<ByteSpan> apart;
  for (const ByteSpan span : spans) {
    if (apart.empty() || apart.back().end <= span.begin) {
      apart.push_back(span);
    }
  }
  return apart;
}

/// "sign/signed"
std::string words_of(const SearchHit& hit, const HitTerm& term) {
  std::string words;
  for (const std::string& word : words_at(hit.text, term.spans)) {
    words += (words.empty() ? "" : "/") + one_line(word);
  }
  return words;
}

void write_hit(const SearchHit& hit, std::size_t rank, Canvas& canvas) {
  const IndexedDocument& d = hit.document;
  canvas.edges(fmt::format("{:>3}  {}", rank, one_line(d.source.value_or(d.id))),
               fmt::format("{}   {:.3f}", one_line(d.date.value_or("no date")), hit.score),
               Tone::kStrong);
  canvas.hanging("", kIndent, bracketed(hit.text, marked(hit)), Tone::kAgree);
  std::string terms;
  for (std::size_t i = 0; i < std::min(hit.terms.size(), kNamedTerms); ++i) {
    terms += fmt::format("{}{} {:.3f}", i == 0 ? "" : ", ", words_of(hit, hit.terms[i]),
                         hit.terms[i].share);
  }
  canvas.hanging("", kIndent, terms, Tone::kDim);
  canvas.hanging(
      "", kIndent,
      fmt::format("{}, paragraph {}{}{}", one_line(d.path), hit.paragraph - d.first_paragraph + 1,
                  d.title ? ": " : "", one_line(d.title.value_or(""))),
      Tone::kDim);
}

}  // namespace

std::string write_search_terminal(const std::vector<AnsweredQuery>& queries,
                                  const TerminalOptions& options) {
  Canvas canvas(options);
  for (const AnsweredQuery& query : queries) {
    canvas.blank();
    canvas.clipped("query", kIndent + 2, one_line(query.text));
    if (!query.result.unknown_words.empty()) {
      std::vector<std::string> words;
      for (const std::string& word : query.result.unknown_words) {
        words.push_back(one_line(word));
      }
      canvas.items("not in the index", kIndent + 14, words);
    }
    if (query.result.hits.empty()) {
      canvas.hanging("", kIndent, "nothing found");
    }
    for (std::size_t i = 0; i < query.result.hits.size(); ++i) {
      canvas.blank();
      write_hit(query.result.hits[i], i + 1, canvas);
    }
  }
  canvas.blank();
  return std::move(canvas).finish();
}

}  // namespace parallax

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

/// Places of the terms that carry the score: common words would mark nearly everything.
std::vector<ByteSpan> marked(const SearchHit& hit) {
  // A twentieth of the score is more than a function word brings.
  constexpr double kLeastShare = 0.05;
  std::vector<ByteSpan> spans;
  for (const HitTerm& term : hit.terms) {
    if (term.share >= kLeastShare * hit.score) {
      spans.insert(spans.end(), term.spans.begin(), term.spans.end());
    }
  }
  std::sort(spans.begin(), spans.end());
  return spans;
}

std::string origin(const IndexedDocument& d) {
  std::string text = d.source ? one_line(*d.source) : "";
  const std::string name = one_line(d.title ? *d.title : d.id);
  return text.empty() ? name : text + ", " + name;
}

void write_hit(const SearchHit& hit, std::size_t rank, Canvas& canvas) {
  const std::string date = hit.document.date ? one_line(*hit.document.date) + "   " : "";
  canvas.edges(fmt::format("{:>3}  {}", rank, origin(hit.document)),
               fmt::format("{}{:.3f}", date, hit.score), Tone::kStrong);
  canvas.hanging("", kIndent, bracketed(hit.text, marked(hit)), Tone::kAgree);
  std::string terms;
  for (std::size_t i = 0; i < std::min(hit.terms.size(), kNamedTerms); ++i) {
    terms += fmt::format("{}{} {:.3f}", i == 0 ? "" : ", ", one_line(hit.terms[i].term),
                         hit.terms[i].share);
  }
  canvas.hanging("", kIndent, terms, Tone::kDim);
  canvas.hanging("", kIndent,
                 fmt::format("{} paragraph {}", one_line(hit.document.path),
                             hit.paragraph - hit.document.first_paragraph + 1),
                 Tone::kDim);
}

}  // namespace

std::string write_search_terminal(const std::vector<AnsweredQuery>& queries,
                                  const TerminalOptions& options) {
  Canvas canvas(options);
  for (const AnsweredQuery& query : queries) {
    canvas.blank();
    canvas.clipped("query", kIndent + 2, one_line(query.text));
    if (!query.result.unknown.empty()) {
      std::vector<std::string> terms;
      for (const std::string& term : query.result.unknown) {
        terms.push_back(one_line(term));
      }
      canvas.items("not in the index", kIndent + 14, terms);
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

#include "engine/index/search.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>
#include <set>

#include "models/base/expects.hpp"
#include "models/text/fold.hpp"
#include "models/text/versions.hpp"

namespace parallax {
namespace {

/// A sum below this part of the least that counts is left without a division, which is beyond
/// rounding.
constexpr double kSurelyLess = 1.0 - 1e-9;

/// Orders dates of any precision by their first or last day.
std::string padded(std::string date, std::string_view rest) {
  date += rest.substr(std::min(date.size(), std::size_t{10}) - 4);
  return date;
}

std::string first_day(std::string_view date) {
  return padded(std::string(date), "-00-00");
}

std::string last_day(std::string_view date) {
  return padded(std::string(date), "-99-99");
}

bool in_range(const std::optional<std::string>& date, const SearchOptions& options) {
  if (options.since.empty() && options.until.empty()) {
    return true;
  }
  // A time of day behind the date does not matter.
  const std::string day = date ? date->substr(0, date->find_first_of("T ")) : "";
  return is_iso_date(day) && (options.since.empty() || last_day(day) >= first_day(options.since)) &&
         (options.until.empty() || first_day(day) <= last_day(options.until));
}

}  // namespace

bool is_iso_date(std::string_view date) {
  if (date.size() != 4 && date.size() != 7 && date.size() != 10) {
    return false;
  }
  for (std::size_t i = 0; i < date.size(); ++i) {
    const bool dash = i == 4 || i == 7;
    if (dash ? date[i] != '-' : date[i] < '0' || date[i] > '9') {
      return false;
    }
  }
  const auto part = [&](std::size_t at) { return (date[at] - '0') * 10 + date[at + 1] - '0'; };
  return (date.size() < 7 || (part(5) >= 1 && part(5) <= 12)) &&
         (date.size() < 10 || (part(8) >= 1 && part(8) <= 31));
}

std::vector<std::string> words_at(std::string_view text, const std::vector<ByteSpan>& spans) {
  std::vector<std::string> words;
  std::set<std::string> seen;
  for (const ByteSpan span : spans) {
    const std::string_view word = text.substr(span.begin, span.size());
    if (seen.insert(fold(word)).second) {
      words.emplace_back(word);
    }
  }
  return words;
}

Result<Searcher::Query> Searcher::read_query(std::string_view text, const std::string& language) {
  const std::uint64_t paragraphs = index_.info().paragraphs;
  Query query;
  std::uint64_t squares = 0;
  for (const TermTimes& counted : reader_.count(text, language)) {
    QueryTerm term;
    term.text = reader_.terms()[counted.term];
    Result<std::optional<TextIndex::Term>> found = index_.find(term.text);
    if (!found) {
      return std::move(found).error();
    }
    WeightedPostings& postings = term.postings;
    postings.found = found.value().value_or(TextIndex::Term());
    postings.rarity = term_rarity(paragraphs, postings.found.paragraphs);
    postings.weight = term_weight(counted.times, postings.rarity);
    squares += postings.weight * postings.weight;
    if (found.value()) {
      query.terms.push_back(std::move(term));
    } else {
      query.unknown.push_back(std::move(term.text));
    }
  }
  if (squares == 0) {
    return Error{ErrorCode::kEmpty, "", "the query has no words"};
  }
  query.norm = std::sqrt(static_cast<double>(squares));
  std::sort(query.terms.begin(), query.terms.end(),
            [](const QueryTerm& a, const QueryTerm& b) { return a.text < b.text; });
  std::sort(query.unknown.begin(), query.unknown.end());
  add_unknown_words(text, language, query);
  return query;
}

void Searcher::add_unknown_words(std::string_view text, const std::string& language, Query& query) {
  if (query.unknown.empty()) {
    return;
  }
  std::map<std::string, std::string> first;
  for (const TermPlace& place : reader_.places(text, language)) {
    first.try_emplace(std::string(reader_.terms()[place.term]),
                      text.substr(place.span.begin, place.span.size()));
  }
  for (const std::string& term : query.unknown) {
    query.unknown_words.push_back(first.at(term));
  }
}

Status Searcher::accumulate(const Query& query) {
  std::vector<WeightedPostings> postings;
  for (const QueryTerm& term : query.terms) {
    postings.push_back(term.postings);
  }
  sums_.assign(index_.info().paragraphs, 0);
  return add_postings(index_, postings, sums_);
}

Result<std::vector<char>> Searcher::allowed(const SearchOptions& options) const {
  std::vector<char> allowed;
  if (options.sources.empty() && options.since.empty() && options.until.empty()) {
    return allowed;
  }
  std::set<std::string> sources;
  for (const std::string& source : options.sources) {
    sources.insert(fold(source));
  }
  for (std::uint32_t d = 0; d < index_.info().documents; ++d) {
    Result<IndexedDocument> document = index_.document(d);
    if (!document) {
      return std::move(document).error();
    }
    const std::optional<std::string>& source = document.value().source;
    const bool right_source = sources.empty() || (source && sources.count(fold(*source)) > 0);
    allowed.push_back(right_source && in_range(document.value().date, options) ? 1 : 0);
  }
  return allowed;
}

Status Searcher::bar(const std::vector<char>& allowed) {
  for (std::uint32_t d = 0; d < allowed.size(); ++d) {
    if (allowed[d] == 0) {
      Result<IndexedDocument> document = index_.document(d);
      if (!document) {
        return std::move(document).error();
      }
      const auto first = sums_.begin() + document.value().first_paragraph;
      std::fill(first, first + document.value().paragraph_count, 0);
    }
  }
  return Done{};
}

Result<std::vector<Searcher::Candidate>> Searcher::best(double query_norm,
                                                        std::size_t top_k) const {
  Result<std::string_view> norms = index_.norms();
  if (!norms) {
    return std::move(norms).error();
  }
  const auto before = [](const Candidate& a, const Candidate& b) {
    return a.score != b.score ? a.score > b.score : a.paragraph < b.paragraph;
  };
  std::vector<Candidate> heap;  // The worst of the best stands first.
  double least = 0.0;           // Times norm: what a sum must reach.
  for (std::uint32_t p = 0; p < sums_.size(); ++p) {
    if (sums_[p] == 0) {
      continue;
    }
    const auto norm = std::bit_cast<double>(load<std::uint64_t>(norms.value(), p * 8ULL));
    if (!std::isfinite(norm) || norm < 1.0) {
      return index_.malformed(IndexSection::kNorms, "holds a length that no paragraph has");
    }
    if (static_cast<double>(sums_[p]) < least * norm) {
      continue;
    }
    const Candidate candidate{std::min(1.0, static_cast<double>(sums_[p]) / (query_norm * norm)),
                              p};
    if (heap.size() < top_k) {
      heap.push_back(candidate);
      std::push_heap(heap.begin(), heap.end(), before);
    } else if (before(candidate, heap.front())) {
      std::pop_heap(heap.begin(), heap.end(), before);
      heap.back() = candidate;
      std::push_heap(heap.begin(), heap.end(), before);
    }
    if (heap.size() == top_k) {
      least = heap.front().score * query_norm * kSurelyLess;
    }
  }
  std::sort(heap.begin(), heap.end(), before);
  return heap;
}

Status Searcher::add_terms(const Query& query, double norm, SearchHit& hit) {
  const std::vector<TermPlace>& places = reader_.places(hit.text, hit.document.language);
  for (const QueryTerm& term : query.terms) {
    HitTerm shared;
    for (const TermPlace& place : places) {
      if (reader_.terms()[place.term] == term.text) {
        shared.spans.push_back(place.span);
      }
    }
    if (shared.spans.empty()) {
      continue;
    }
    shared.term = term.text;
    const auto times = static_cast<std::uint32_t>(shared.spans.size());
    const WeightedPostings& of = term.postings;
    shared.share =
        static_cast<double>(of.weight * term_weight(times, of.rarity)) / (query.norm * norm);
    hit.terms.push_back(std::move(shared));
  }
  std::stable_sort(hit.terms.begin(), hit.terms.end(),
                   [](const HitTerm& a, const HitTerm& b) { return a.share > b.share; });
  return Done{};
}

Result<SearchHit> Searcher::hit(const Candidate& candidate, const Query& query) {
  SearchHit hit;
  hit.paragraph = candidate.paragraph;
  hit.score = candidate.score;
  Result<std::uint32_t> number = index_.document_of(candidate.paragraph);
  if (!number) {
    return std::move(number).error();
  }
  Result<IndexedDocument> document = index_.document(number.value());
  if (!document) {
    return std::move(document).error();
  }
  hit.document = std::move(document).value();
  if (candidate.paragraph - hit.document.first_paragraph >= hit.document.paragraph_count) {
    return index_.malformed(IndexSection::kDocuments, "leaves a paragraph without a document");
  }
  Result<ByteSpan> span = index_.span(candidate.paragraph);
  if (!span) {
    return std::move(span).error();
  }
  hit.span = span.value();
  Result<std::string> text = index_.text(candidate.paragraph);
  if (!text) {
    return std::move(text).error();
  }
  hit.text = std::move(text).value();
  const std::string_view norms = index_.norms().value();
  const auto norm = std::bit_cast<double>(load<std::uint64_t>(norms, candidate.paragraph * 8ULL));
  if (Status status = add_terms(query, norm, hit); !status) {
    return std::move(status).error();
  }
  return hit;
}

Result<SearchResult> Searcher::search(std::string_view text, const SearchOptions& options) {
  PARALLAX_EXPECTS(options.top_k >= 1);
  if (index_.info().unicode != unicode_version()) {
    return Error{ErrorCode::kFormat, index_.place(),
                 "was built with Unicode " + index_.info().unicode + ", this program has " +
                     unicode_version() + " (renew it with `parallax index add`)"};
  }
  Result<Query> query =
      read_query(text, options.language.empty() ? index_.info().language : options.language);
  if (!query) {
    return std::move(query).error();
  }
  if (Status status = accumulate(query.value()); !status) {
    return std::move(status).error();
  }
  Result<std::vector<char>> allowed_documents = allowed(options);
  if (!allowed_documents) {
    return std::move(allowed_documents).error();
  }
  if (Status status = bar(allowed_documents.value()); !status) {
    return std::move(status).error();
  }
  Result<std::vector<Candidate>> candidates = best(query.value().norm, options.top_k);
  if (!candidates) {
    return std::move(candidates).error();
  }
  SearchResult result;
  result.unknown = std::move(query.value().unknown);
  result.unknown_words = std::move(query.value().unknown_words);
  for (const Candidate& candidate : candidates.value()) {
    Result<SearchHit> found = hit(candidate, query.value());
    if (!found) {
      return std::move(found).error();
    }
    result.hits.push_back(std::move(found).value());
  }
  return result;
}

}  // namespace parallax

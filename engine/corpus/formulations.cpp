/// The method stands in the header. All words of all documents lie in one row, paragraphs apart by
/// marks that equal nothing; a place is an index into that row.

#include "engine/corpus/formulations.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <optional>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "engine/corpus/calendar.hpp"
#include "engine/facts/claims.hpp"
#include "models/text/fold.hpp"

namespace parallax {
namespace {

/// Parts paragraphs; never equal to itself.
constexpr std::uint32_t kEdge = std::numeric_limits<std::uint32_t>::max();

/// The words of all documents in a row.
struct Row {
  std::vector<std::uint32_t> word;   ///< Equal for words that fold alike; kEdge between paragraphs.
  std::vector<std::uint32_t> token;  ///< Index into its document's tokens.
  std::vector<std::size_t> begin;    ///< First place of each document; one more at the end.
  std::vector<bool> content;         ///< By word: no stop word.
  std::vector<std::uint32_t> rank;   ///< By document: place in the order of time.
  std::vector<std::uint32_t> source;  ///< By document.
  std::size_t source_count = 0;

  [[nodiscard]] std::uint32_t document_of(std::size_t place) const {
    const auto after = std::upper_bound(begin.begin(), begin.end(), place);
    return static_cast<std::uint32_t>(after - begin.begin() - 1);
  }
};

using Places = std::vector<std::uint32_t>;

/// Places that share their next `length` words.
struct Group {
  Places places;  ///< Ascending.
  std::uint32_t length = 0;
};

/// A formulation before it is written up.
struct Found {
  Places places;
  std::uint32_t length = 0;
};

/// Numbers words by their folded form.
class WordNumbers {
 public:
  explicit WordNumbers(const WordTable& words) : words_(words) {}

  std::uint32_t of(WordId id) {
    const auto known = by_id_.find(static_cast<std::uint32_t>(id));
    if (known != by_id_.end()) {
      return known->second;
    }
    const auto next = static_cast<std::uint32_t>(by_text_.size());
    const std::uint32_t number = by_text_.emplace(words_[id].folded, next).first->second;
    if (number == next) {
      content_.push_back(!words_[id].stop);
    } else if (words_[id].stop) {
      content_[number] = false;
    }
    by_id_.emplace(static_cast<std::uint32_t>(id), number);
    return number;
  }
  [[nodiscard]] std::vector<bool> content() const { return content_; }

 private:
  const WordTable& words_;
  std::unordered_map<std::uint32_t, std::uint32_t> by_id_;
  std::unordered_map<std::string, std::uint32_t> by_text_;
  std::vector<bool> content_;
};

void add_words(const Document& document, WordNumbers& numbers, Row& row) {
  std::uint32_t paragraph = 0;
  for (const Sentence& sentence : document.sentences) {
    if (sentence.paragraph != paragraph) {
      row.word.push_back(kEdge);
      row.token.push_back(0);
      paragraph = sentence.paragraph;
    }
    for (std::uint32_t i = 0; i < sentence.token_count; ++i) {
      const Token& token = document.tokens[sentence.first_token + i];
      if (token.kind != TokenKind::kPunctuation) {
        row.word.push_back(numbers.of(token.word));
        row.token.push_back(sentence.first_token + i);
      }
    }
  }
  row.word.push_back(kEdge);
  row.token.push_back(0);
}

Row row_of(std::span<const Document> documents, const WordTable& words, SharedBy shared_by) {
  Row row;
  WordNumbers numbers(words);
  std::map<std::string, std::uint32_t> sources;
  for (std::size_t d = 0; d < documents.size(); ++d) {
    row.begin.push_back(row.word.size());
    add_words(documents[d], numbers, row);
    const std::optional<std::string>& name = documents[d].record.source;
    const bool named = name && shared_by == SharedBy::kSources;
    const std::string key = named ? "s" + fold(*name) : "d" + std::to_string(d);
    const auto next = static_cast<std::uint32_t>(sources.size());
    row.source.push_back(sources.emplace(key, next).first->second);
  }
  row.begin.push_back(row.word.size());
  row.content = numbers.content();
  row.source_count = sources.size();
  row.rank.resize(documents.size());
  const std::vector<std::uint32_t> order = in_order_of_time(documents);
  for (std::size_t i = 0; i < order.size(); ++i) {
    row.rank[order[i]] = static_cast<std::uint32_t>(i);
  }
  return row;
}

std::uint64_t mixed(std::uint64_t hash, std::uint32_t word) {
  constexpr std::uint64_t kPrime = 0x9E3779B97F4A7C15ULL;
  hash = (hash ^ word) * kPrime;
  return hash ^ (hash >> 29U);
}

/// The groups of places by their first words, grown one behind the other.
class Grower {
 public:
  Grower(const Row& row, const FormulationOptions& options) : row_(row), options_(options) {}

  std::vector<Found> run() {
    for (Group& seed : seeds()) {
      grow(std::move(seed));
    }
    return std::move(found_);
  }

 private:
  [[nodiscard]] std::uint32_t word(std::size_t place) const { return row_.word[place]; }

  /// True if `length` words from `place` on stand in one paragraph.
  [[nodiscard]] bool whole(std::size_t place, std::uint32_t length) const {
    for (std::size_t i = place; i < place + length; ++i) {
      if (i >= row_.word.size() || word(i) == kEdge) {
        return false;
      }
    }
    return true;
  }

  /// Counts the distinct values of `of(document)` over places, up to `enough`.
  template <class Of>
  [[nodiscard]] std::size_t distinct(const Places& places, const Of& of) const {
    std::vector<std::uint32_t> seen;
    for (const std::uint32_t place : places) {
      seen.push_back(of(row_.document_of(place)));
    }
    std::sort(seen.begin(), seen.end());
    return static_cast<std::size_t>(std::unique(seen.begin(), seen.end()) - seen.begin());
  }
  [[nodiscard]] std::size_t documents(const Places& places) const {
    return distinct(places, [](std::uint32_t document) { return document; });
  }
  [[nodiscard]] bool enough_sources(const Places& places) const {
    return places.size() >= options_.min_sources && distinct(places, [&](std::uint32_t document) {
                                                      return row_.source[document];
                                                    }) >= options_.min_sources;
  }

  /// All groups of `min_words` words in enough sources.
  [[nodiscard]] std::vector<Group> seeds() const {
    const std::uint32_t length = options_.min_words;
    std::vector<std::pair<std::uint64_t, std::uint32_t>> keys;
    for (std::size_t place = 0; place + length <= row_.word.size(); ++place) {
      if (whole(place, length)) {
        std::uint64_t hash = 0;
        for (std::size_t i = place; i < place + length; ++i) {
          hash = mixed(hash, word(i));
        }
        keys.emplace_back(hash, static_cast<std::uint32_t>(place));
      }
    }
    std::sort(keys.begin(), keys.end());
    std::vector<Group> out;
    for (std::size_t i = 0; i < keys.size();) {
      std::size_t end = i;
      Places places;
      for (; end < keys.size() && keys[end].first == keys[i].first; ++end) {
        places.push_back(keys[end].second);
      }
      i = end;
      split_seed(std::move(places), length, out);
    }
    return out;
  }

  /// Parts places that only their hash has brought together.
  void split_seed(Places places, std::uint32_t length, std::vector<Group>& out) const {
    while (places.size() >= options_.min_sources) {
      const auto same = [&](std::uint32_t place) {
        return std::equal(row_.word.begin() + places.front(),
                          row_.word.begin() + places.front() + length, row_.word.begin() + place);
      };
      Places alike;
      Places rest;
      for (const std::uint32_t place : places) {
        (same(place) ? alike : rest).push_back(place);
      }
      if (enough_sources(alike)) {
        out.push_back({std::move(alike), length});
      }
      places = std::move(rest);
    }
  }

  /// Places by the word at `offset` from each; those at an edge are left out.
  [[nodiscard]] std::map<std::uint32_t, Places> parted(const Places& places,
                                                       std::int64_t offset) const {
    std::map<std::uint32_t, Places> parts;
    for (const std::uint32_t place : places) {
      const std::int64_t at = static_cast<std::int64_t>(place) + offset;
      const bool inside = at >= 0 && at < static_cast<std::int64_t>(row_.word.size());
      if (inside && word(static_cast<std::size_t>(at)) != kEdge) {
        parts[word(static_cast<std::size_t>(at))].push_back(place);
      }
    }
    return parts;
  }

  /// True if one of the parts has all documents: nothing is lost by the longer wording.
  [[nodiscard]] bool keeps_all(const std::map<std::uint32_t, Places>& parts,
                               std::size_t count) const {
    return std::any_of(parts.begin(), parts.end(), [&](const auto& part) {
      return part.second.size() >= count && documents(part.second) == count;
    });
  }

  void grow(Group seed) {
    std::vector<Group> open;
    open.push_back(std::move(seed));
    while (!open.empty()) {
      Group group = std::move(open.back());
      open.pop_back();
      const std::map<std::uint32_t, Places> left = parted(group.places, -1);
      if (left.size() == 1 && left.begin()->second.size() == group.places.size()) {
        continue;
      }
      std::map<std::uint32_t, Places> right = parted(group.places, group.length);
      const std::size_t count = documents(group.places);
      const bool closed = !keeps_all(left, count) && !keeps_all(right, count);
      if (closed && content(group) >= options_.min_content) {
        found_.push_back({group.places, group.length});
      }
      for (auto& [next, places] : right) {
        if (enough_sources(places)) {
          open.push_back({std::move(places), group.length + 1});
        }
      }
    }
  }

  [[nodiscard]] std::size_t content(const Group& group) const {
    std::size_t count = 0;
    for (std::uint32_t i = 0; i < group.length; ++i) {
      count += row_.content[word(group.places.front() + i)] ? 1U : 0U;
    }
    return count;
  }

  const Row& row_;
  const FormulationOptions& options_;
  std::vector<Found> found_;
};

Formulation written(const Found& found, const Row& row, std::span<const Document> documents) {
  Formulation out;
  out.words = found.length;
  std::vector<std::uint32_t> sources;
  for (const std::uint32_t place : found.places) {
    const std::uint32_t d = row.document_of(place);
    if (!out.uses.empty() && out.uses.back().document == d) {
      ++out.uses.back().times;
      continue;
    }
    const std::vector<Token>& tokens = documents[d].tokens;
    const ByteSpan span{tokens[row.token[place]].span.begin,
                        tokens[row.token[place + found.length - 1]].span.end};
    out.uses.push_back({d, span, 1});
    sources.push_back(row.source[d]);
  }
  std::sort(sources.begin(), sources.end());
  out.sources =
      static_cast<std::uint32_t>(std::unique(sources.begin(), sources.end()) - sources.begin());
  std::sort(out.uses.begin(), out.uses.end(),
            [&](const FormulationUse& a, const FormulationUse& b) {
              return row.rank[a.document] < row.rank[b.document];
            });
  const auto day = [&](const FormulationUse& use) {
    return calendar_day(documents[use.document].record.date.value_or(""));
  };
  const std::optional<std::string> first = day(out.uses.front());
  const std::uint32_t source = row.source[out.uses.front().document];
  out.first_known =
      first && std::none_of(out.uses.begin(), out.uses.end(), [&](const FormulationUse& use) {
        return row.source[use.document] != source && day(use) == first;
      });
  return out;
}

bool is_formulaic(const Document& document, ByteSpan span, const FactLexicon& lexicon,
                  WordTable& words) {
  const std::vector<ByteSpan> content = {span};
  const std::vector<Claim> claims = extract_claims(document, lexicon, words, content);
  return !claims.empty() && std::all_of(claims.begin(), claims.end(),
                                        [](const Claim& claim) { return claim.formulaic; });
}

bool is_frequent(const Formulation& f, std::size_t documents, const FormulationOptions& options) {
  const double share = options.frequent_share * static_cast<double>(documents);
  const double floor = options.frequent_floor;
  const double limit = std::min<double>(options.frequent_documents, std::max(floor, share));
  return static_cast<double>(f.uses.size()) > limit;
}

}  // namespace

std::string_view name_of(RarityBand band) {
  switch (band) {
    case RarityBand::kRare:
      return "rare";
    case RarityBand::kFrequent:
      return "frequent";
    default:
      return "formulaic";
  }
}

std::vector<std::uint32_t> in_order_of_time(std::span<const Document> documents) {
  std::vector<std::uint32_t> order(documents.size());
  std::iota(order.begin(), order.end(), 0U);
  const auto key = [&](std::uint32_t i) {
    const Record& record = documents[i].record;
    std::optional<std::string> day = calendar_day(record.date.value_or(""));
    const bool undated = !day.has_value();
    return std::tuple(undated, std::move(day).value_or(""), record.id, record.path, i);
  };
  std::vector<decltype(key(0))> keys;
  keys.reserve(order.size());
  for (const std::uint32_t i : order) {
    keys.push_back(key(i));
  }
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return keys[a] < keys[b]; });
  return order;
}

Result<std::vector<Formulation>> shared_formulations(std::span<const Document> documents,
                                                     WordTable& words, FactLexicons& tables,
                                                     const FormulationOptions& options) {
  PARALLAX_EXPECTS(options.min_words >= 1 && options.min_sources >= 2);
  const Row row = row_of(documents, words, options.shared_by);
  std::vector<Formulation> out;
  for (const Found& found : Grower(row, options).run()) {
    Formulation f = written(found, row, documents);
    const Document& first = documents[f.uses.front().document];
    Result<const FactLexicon*> lexicon = tables.get(first.language);
    if (!lexicon) {
      return std::move(lexicon).error();
    }
    if (is_formulaic(first, f.uses.front().span, *lexicon.value(), words)) {
      f.band = RarityBand::kFormulaic;
    } else if (is_frequent(f, documents.size(), options)) {
      f.band = RarityBand::kFrequent;
    }
    out.push_back(std::move(f));
  }
  const auto key = [&](const Formulation& f) {
    const FormulationUse& use = f.uses.front();
    return std::tuple(f.band, -static_cast<std::int64_t>(f.sources),
                      -static_cast<std::int64_t>(f.words), row.rank[use.document], use.span.begin,
                      use.span.end);
  };
  std::sort(out.begin(), out.end(),
            [&](const Formulation& a, const Formulation& b) { return key(a) < key(b); });
  return out;
}

}  // namespace parallax

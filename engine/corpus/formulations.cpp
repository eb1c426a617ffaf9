#include "engine/corpus/formulations.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <numeric>
#include <optional>
#include <tuple>
#include <utility>

#include "engine/corpus/calendar.hpp"
#include "engine/corpus/formulation_row.hpp"
#include "engine/corpus/formulation_search.hpp"
#include "engine/corpus/parallel.hpp"
#include "engine/document/analyse.hpp"
#include "engine/facts/claims.hpp"

namespace parallax {
namespace {

/// Formulations are looked at in lots of so many until a band is full.
constexpr std::size_t kLot = 2048;
/// After so many documents the word table is made anew.
constexpr std::size_t kDocumentsPerTable = 500;

Formulation written(const SharedWords& found, const WordRow& row) {
  Formulation out;
  out.words = found.length;
  std::vector<std::uint32_t> sources;
  for (const std::uint32_t place : found.places) {
    const std::uint32_t d = row.document_of(place);
    if (!out.uses.empty() && out.uses.back().document == d) {
      ++out.uses.back().times;
      continue;
    }
    out.uses.push_back({d, row.span[place].join(row.span[place + found.length - 1]), 1});
    sources.push_back(row.source[d]);
  }
  std::sort(sources.begin(), sources.end());
  out.sources =
      static_cast<std::uint32_t>(std::unique(sources.begin(), sources.end()) - sources.begin());
  std::sort(out.uses.begin(), out.uses.end(),
            [&](const FormulationUse& a, const FormulationUse& b) {
              return row.rank[a.document] < row.rank[b.document];
            });
  const std::uint32_t first = out.uses.front().document;
  out.first_known = row.day[first] != 0 &&
                    std::none_of(out.uses.begin(), out.uses.end(), [&](const FormulationUse& use) {
                      return row.source[use.document] != row.source[first] &&
                             row.day[use.document] == row.day[first];
                    });
  return out;
}

bool is_formulaic(const Document& document, ByteSpan span, const FactLexicon& lexicon,
                  WordTable& words) {
  const std::array<ByteSpan, 1> content = {span};
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

/// All formulations, rare or frequent: nothing was read yet that could be formulaic.
std::vector<Formulation> all_of_row(const WordRow& row, const FormulationOptions& options,
                                    std::size_t threads) {
  std::vector<Formulation> all;
  for (SharedWords& found : find_shared_words(row, options, threads)) {
    all.push_back(written(found, row));
    found.places = {};
    if (is_frequent(all.back(), row.source.size(), options)) {
      all.back().band = RarityBand::kFrequent;
    }
  }
  return all;
}

void sort_formulations(const WordRow& row, std::vector<Formulation>& all) {
  const auto key = [&](const Formulation& f) {
    const FormulationUse& use = f.uses.front();
    return std::tuple(f.band, -static_cast<std::int64_t>(f.sources),
                      -static_cast<std::int64_t>(f.words), row.rank[use.document], use.span.begin,
                      use.span.end);
  };
  std::sort(all.begin(), all.end(),
            [&](const Formulation& a, const Formulation& b) { return key(a) < key(b); });
}

/// Analyses the paragraphs of records one at a time.
class ParagraphReader {
 public:
  explicit ParagraphReader(const LexiconSource& lexicons)
      : lexicons_(lexicons), tables_(lexicons) {}

  /// Sets the band of formulations whose first use is in one document, ascending by place.
  Status read(const Record& record, std::span<Formulation* const> formulations) {
    if (!bench_ || ++used_ > kDocumentsPerTable) {
      bench_ = std::make_unique<Bench>(lexicons_);
      used_ = 1;
    }
    Result<const FactLexicon*> lexicon = tables_.get(record.language);
    if (!lexicon) {
      return std::move(lexicon).error();
    }
    const auto shift = static_cast<std::uint32_t>(record.body_begin);
    auto next = formulations.begin();
    for (const Paragraph& p :
         split_paragraphs(std::string_view(record.text).substr(record.body_begin))) {
      const ByteSpan place{p.span.begin + shift, p.span.end + shift};
      std::optional<Document> paragraph;
      for (; next != formulations.end() && (*next)->uses.front().span.begin < place.end; ++next) {
        if (!paragraph) {
          Result<Document> analysed = bench_->analyser.analyse(cut(record, place));
          if (!analysed) {
            return std::move(analysed).error();
          }
          paragraph = std::move(analysed).value();
        }
        const ByteSpan span = (*next)->uses.front().span;
        if (is_formulaic(*paragraph, {span.begin - place.begin, span.end - place.begin},
                         *lexicon.value(), bench_->words)) {
          (*next)->band = RarityBand::kFormulaic;
        }
      }
    }
    return Done{};
  }

 private:
  struct Bench {
    explicit Bench(const LexiconSource& lexicons) : analyser(words, lexicons) {}
    WordTable words;
    Analyser analyser;
  };

  static Record cut(const Record& whole, ByteSpan place) {
    Record record;
    record.id = whole.id;
    record.text = whole.text.substr(place.begin, place.size());
    record.date = whole.date;
    record.source = whole.source;
    record.language = whole.language;
    return record;
  }

  const LexiconSource& lexicons_;
  FactLexicons tables_;
  std::unique_ptr<Bench> bench_;
  std::size_t used_ = 0;
};

/// Finds the formulaic ones among a lot.
Status read_lot(std::span<Formulation> lot, std::span<const Record> records,
                const LexiconSource& lexicons, std::size_t threads) {
  std::vector<Formulation*> by_place;
  for (Formulation& f : lot) {
    by_place.push_back(&f);
  }
  const auto place = [](const Formulation* f) {
    const FormulationUse& use = f->uses.front();
    return std::tuple(use.document, use.span.begin, use.span.end);
  };
  std::sort(by_place.begin(), by_place.end(),
            [&](const Formulation* a, const Formulation* b) { return place(a) < place(b); });
  std::vector<std::span<Formulation* const>> jobs;  // one a document
  for (std::size_t begin = 0; begin < by_place.size();) {
    std::size_t end = begin;
    while (end < by_place.size() &&
           by_place[end]->uses.front().document == by_place[begin]->uses.front().document) {
      ++end;
    }
    jobs.push_back(std::span<Formulation* const>(by_place).subspan(begin, end - begin));
    begin = end;
  }
  std::vector<Status> states(jobs.size(), Done{});
  parallel_for(jobs.size(), threads, [&] {
    return [&, reader = std::make_shared<ParagraphReader>(lexicons)](std::size_t i) {
      states[i] = reader->read(records[jobs[i].front()->uses.front().document], jobs[i]);
    };
  });
  for (Status& state : states) {
    if (!state) {
      return std::move(state);
    }
  }
  return Done{};
}

/// Moves the first of each band into `list`. `candidates` are of one band, the best first.
Status choose(std::span<Formulation> candidates, std::span<const Record> records,
              const LexiconSource& lexicons, const CorpusFormulationOptions& options,
              std::vector<Formulation>& list) {
  std::size_t kept = 0;
  for (std::size_t begin = 0; begin < candidates.size() && kept < options.limit; begin += kLot) {
    const std::span<Formulation> lot =
        candidates.subspan(begin, std::min(kLot, candidates.size() - begin));
    if (Status status = read_lot(lot, records, lexicons, options.threads); !status) {
      return status;
    }
    for (Formulation& f : lot) {
      const bool formulaic = f.band == RarityBand::kFormulaic;
      if (formulaic || kept < options.limit) {
        kept += formulaic ? 0 : 1;
        list.push_back(std::move(f));
      }
    }
  }
  return Done{};
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

std::vector<std::uint32_t> in_order_of_time(std::span<const Record* const> records) {
  std::vector<std::uint32_t> order(records.size());
  std::iota(order.begin(), order.end(), 0U);
  const auto key = [&](std::uint32_t i) {
    const Record& record = *records[i];
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

std::vector<std::uint32_t> in_order_of_time(std::span<const Document> documents) {
  std::vector<const Record*> records;
  records.reserve(documents.size());
  for (const Document& document : documents) {
    records.push_back(&document.record);
  }
  return in_order_of_time(records);
}

Result<std::vector<Formulation>> shared_formulations(std::span<const Document> documents,
                                                     WordTable& words, FactLexicons& tables,
                                                     const FormulationOptions& options) {
  PARALLAX_EXPECTS(options.min_words >= 1 && options.min_sources >= 2);
  const WordRow row = row_of(documents, words, options.shared_by);
  std::vector<Formulation> all = all_of_row(row, options, 1);
  for (Formulation& f : all) {
    const Document& first = documents[f.uses.front().document];
    Result<const FactLexicon*> lexicon = tables.get(first.language);
    if (!lexicon) {
      return std::move(lexicon).error();
    }
    if (is_formulaic(first, f.uses.front().span, *lexicon.value(), words)) {
      f.band = RarityBand::kFormulaic;
    }
  }
  sort_formulations(row, all);
  return all;
}

Result<CorpusFormulations> corpus_formulations(std::span<const Record> records,
                                               const LexiconSource& lexicons,
                                               const CorpusFormulationOptions& options) {
  PARALLAX_EXPECTS(options.wanted.min_words >= 1 && options.wanted.min_sources >= 2);
  PARALLAX_EXPECTS(options.limit >= 1 && options.threads >= 1);
  Result<WordRow> row = row_of(records, lexicons, options.wanted.shared_by);
  if (!row) {
    return std::move(row).error();
  }
  std::vector<Formulation> all = all_of_row(row.value(), options.wanted, options.threads);
  sort_formulations(row.value(), all);
  CorpusFormulations out;
  out.found = all.size();
  const auto frequent = std::find_if(
      all.begin(), all.end(), [](const Formulation& f) { return f.band == RarityBand::kFrequent; });
  const auto rare = static_cast<std::size_t>(frequent - all.begin());
  const std::span<Formulation> both(all);
  for (const std::span<Formulation> band : {both.first(rare), both.subspan(rare)}) {
    if (Status status = choose(band, records, lexicons, options, out.list); !status) {
      return std::move(status).error();
    }
  }
  sort_formulations(row.value(), out.list);
  const auto formulaic = std::find_if(out.list.begin(), out.list.end(), [](const Formulation& f) {
    return f.band == RarityBand::kFormulaic;
  });
  if (static_cast<std::size_t>(out.list.end() - formulaic) > options.limit) {
    out.list.erase(formulaic + static_cast<std::ptrdiff_t>(options.limit), out.list.end());
  }
  return out;
}

}  // namespace parallax

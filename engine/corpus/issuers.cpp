#include "engine/corpus/issuers.hpp"

#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <utility>

#include "engine/corpus/head_lines.hpp"
#include "engine/corpus/parallel.hpp"
#include "models/text/fold.hpp"
#include "models/text/language.hpp"

namespace parallax {
namespace {

/// A word table grows with every new word; after this many documents a fresh one bounds memory.
constexpr std::size_t kDocumentsPerTable = 500;

/// Reads heads with tables of its own.
class IssuerReader {
 public:
  explicit IssuerReader(const LexiconSource& lexicons) : lexicons_(lexicons) {}

  Result<std::optional<Source>> operator()(const Record& document) {
    if (!bench_ || ++used_ > kDocumentsPerTable) {
      bench_ = std::make_unique<Bench>(lexicons_);
      used_ = 1;
    }
    return named_issuer(document, bench_->analyser, bench_->attributor);
  }

 private:
  struct Bench {
    explicit Bench(const LexiconSource& lexicons)
        : analyser(words, lexicons), attributor(words, lexicons) {}
    WordTable words;
    Analyser analyser;
    Attributor attributor;
  };
  const LexiconSource& lexicons_;
  std::unique_ptr<Bench> bench_;
  std::size_t used_ = 0;
};

/// How often each spelling of a name occurs, in metadata and above texts.
class Spellings {
 public:
  void add(const Record& document) {
    if (document.source) {
      auto& [given, read] = counts_[fold(*document.source)][*document.source];
      ++(document.source_from_head ? read : given);
    }
  }

  /// Metadata go before titles, then what is frequent, then small letters before capitals.
  [[nodiscard]] std::string best(const std::string& name) const {
    std::tuple<std::size_t, std::size_t, std::string> best;
    for (const auto& [spelling, count] : counts_.at(fold(name))) {
      best = std::max(best, std::tuple(count.first, count.second, spelling));
    }
    return std::get<2>(best);
  }

 private:
  std::map<std::string, std::map<std::string, std::pair<std::size_t, std::size_t>>> counts_;
};

}  // namespace

Result<std::optional<Source>> named_issuer(const Record& document, Analyser& analyser,
                                           Attributor& attributor) {
  Record record = document;
  if (record.language.empty()) {
    record.language = detect_language(record.text).code;
  }
  Result<HeadOfText> head = head_of(record, analyser, attributor);
  if (!head) {
    return std::move(head).error();
  }
  if (head.value().head.issuer || !record.title) {
    return std::move(head.value().head.issuer);
  }
  record.text = *record.title + "\n\n" + record.text.substr(record.body_begin);
  record.body_begin = 0;
  head = head_of(record, analyser, attributor);
  if (!head) {
    return std::move(head).error();
  }
  return std::move(head.value().head.issuer);
}

Status name_issuers(std::vector<Record>& documents, const LexiconSource& lexicons,
                    std::size_t threads) {
  std::vector<std::size_t> nameless;
  for (std::size_t d = 0; d < documents.size(); ++d) {
    if (!documents[d].source) {
      nameless.push_back(d);
    }
  }
  std::vector<std::optional<Error>> errors(nameless.size());
  parallel_for(nameless.size(), threads, [&] {
    return [&, reader = std::make_shared<IssuerReader>(lexicons)](std::size_t i) {
      Record& document = documents[nameless[i]];
      Result<std::optional<Source>> issuer = (*reader)(document);
      if (!issuer) {
        errors[i] = std::move(issuer).error();
      } else if (issuer.value() && !issuer.value()->name.empty()) {
        document.source = std::move(issuer.value()->name);
        document.source_from_head = true;
      }
    };
  });
  for (std::optional<Error>& error : errors) {
    if (error) {
      return *std::move(error);
    }
  }
  Spellings spellings;
  for (const Record& document : documents) {
    spellings.add(document);
  }
  for (const std::size_t d : nameless) {
    if (documents[d].source) {
      documents[d].source = spellings.best(*documents[d].source);
    }
  }
  return Done{};
}

}  // namespace parallax

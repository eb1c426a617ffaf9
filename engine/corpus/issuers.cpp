#include "engine/corpus/issuers.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <utility>

#include "engine/corpus/calendar.hpp"
#include "engine/corpus/head_lines.hpp"
#include "engine/corpus/parallel.hpp"
#include "engine/facts/claims.hpp"
#include "engine/facts/fact_lexicon.hpp"
#include "models/text/fold.hpp"
#include "models/text/language.hpp"

namespace parallax {
namespace {

/// A word table grows with every new word; after this many documents a fresh one bounds memory.
constexpr std::size_t kDocumentsPerTable = 500;

/// Language is told by the whole text, as everywhere.
Record with_language(const Record& document) {
  Record record = document;
  if (record.language.empty()) {
    record.language = detect_language(record.text).code;
  }
  return record;
}

/// "2026-03-09"
std::string iso_day(const DateValue& value) {
  const auto padded = [](int number, std::size_t width) {
    const std::string digits = std::to_string(number);
    return std::string(width - std::min(width, digits.size()), '0') + digits;
  };
  return padded(value.year, 4) + "-" + padded(value.month, 2) + "-" + padded(value.day, 2);
}

/// Reads heads with tables of its own.
class HeadReader {
 public:
  explicit HeadReader(const LexiconSource& lexicons) : lexicons_(lexicons), tables_(lexicons) {}

  Result<std::optional<Source>> issuer(const Record& document) {
    Bench& b = bench();
    return named_issuer(document, b.analyser, b.attributor);
  }

  /// The day of a short line above the text that ends with it.
  Result<std::optional<std::string>> day(const Record& document) {
    Bench& b = bench();
    Result<HeadOfText> head = head_of(with_language(document), b.analyser, b.attributor);
    if (!head) {
      return std::move(head).error();
    }
    const HeadOfText& h = head.value();
    if (h.head.sentences.empty()) {
      return std::optional<std::string>();
    }
    Result<const FactLexicon*> lexicon = tables_.get(h.document.language);
    if (!lexicon) {
      return std::move(lexicon).error();
    }
    for (const Claim& claim : extract_claims(h.document, *lexicon.value(), b.words)) {
      const bool above =
          std::binary_search(h.head.sentences.begin(), h.head.sentences.end(), claim.sentence);
      for (const DateMention& date : claim.dates) {
        if (above && ends_line(h.document, claim, date)) {
          return std::optional(iso_day(date.value));
        }
      }
    }
    return std::optional<std::string>();
  }

 private:
  /// A day at the end of a line, alone, behind a place or behind a comma: "on the attack of 3
  /// March" is no day of a text.
  static bool ends_line(const Document& document, const Claim& claim, const DateMention& date) {
    constexpr std::uint32_t kDateTokens = 9;
    const Sentence& line = document.sentences[claim.sentence];
    bool apart = line.token_count <= kDateTokens;
    for (std::uint32_t i = line.first_token; i < line.first_token + line.token_count; ++i) {
      const Token& token = document.tokens[i];
      if (token.span.end <= date.span.begin) {
        apart = line.token_count <= kDateTokens || token.kind == TokenKind::kPunctuation;
      } else if (token.span.begin >= date.span.end && token.kind != TokenKind::kPunctuation) {
        return false;
      }
    }
    const DateValue& v = date.value;
    return apart && v.year > 0 && v.month > 0 && v.day > 0 && v.days == 0 && !date.ambiguous &&
           !date.relative;
  }

  struct Bench {
    explicit Bench(const LexiconSource& lexicons)
        : analyser(words, lexicons), attributor(words, lexicons) {}
    WordTable words;
    Analyser analyser;
    Attributor attributor;
  };

  Bench& bench() {
    if (!bench_ || ++used_ > kDocumentsPerTable) {
      bench_ = std::make_unique<Bench>(lexicons_);
      used_ = 1;
    }
    return *bench_;
  }

  const LexiconSource& lexicons_;
  FactLexicons tables_;
  std::unique_ptr<Bench> bench_;
  std::size_t used_ = 0;
};

/// Calls `read(reader, document)` for each of these documents, on several threads.
template <class Read>
Status read_heads(std::vector<Record>& documents, const std::vector<std::size_t>& which,
                  const LexiconSource& lexicons, std::size_t threads, const Read& read) {
  std::vector<std::optional<Error>> errors(which.size());
  parallel_for(which.size(), threads, [&] {
    return [&, reader = std::make_shared<HeadReader>(lexicons)](std::size_t i) {
      if (Status status = read(*reader, documents[which[i]]); !status) {
        errors[i] = std::move(status).error();
      }
    };
  });
  for (std::optional<Error>& error : errors) {
    if (error) {
      return *std::move(error);
    }
  }
  return Done{};
}

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

/// "file.jsonl#3": the name is that of a collection, which has a day of its own.
bool in_collection(std::string_view path) {
  const std::size_t mark = path.rfind('#');
  return mark != std::string_view::npos && mark + 1 < path.size() &&
         path.find_first_not_of("0123456789", mark + 1) == std::string_view::npos;
}

}  // namespace

Result<std::optional<Source>> named_issuer(const Record& document, Analyser& analyser,
                                           Attributor& attributor) {
  Record record = with_language(document);
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
  Status status = read_heads(documents, nameless, lexicons, threads,
                             [](HeadReader& reader, Record& document) -> Status {
                               Result<std::optional<Source>> issuer = reader.issuer(document);
                               if (!issuer) {
                                 return std::move(issuer).error();
                               }
                               if (issuer.value() && !issuer.value()->name.empty()) {
                                 document.source = std::move(issuer.value()->name);
                                 document.source_from_head = true;
                               }
                               return Done{};
                             });
  if (!status) {
    return status;
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

Status date_documents(std::vector<Record>& documents, const LexiconSource& lexicons,
                      std::size_t threads) {
  std::vector<std::size_t> undated;
  for (std::size_t d = 0; d < documents.size(); ++d) {
    Record& document = documents[d];
    if (document.date) {
      continue;
    }
    if (!in_collection(document.path)) {
      document.date = day_in_name(document.path);
    }
    document.date_from_name = document.date.has_value();
    if (!document.date) {
      undated.push_back(d);
    }
  }
  return read_heads(documents, undated, lexicons, threads,
                    [](HeadReader& reader, Record& document) -> Status {
                      Result<std::optional<std::string>> day = reader.day(document);
                      if (!day) {
                        return std::move(day).error();
                      }
                      document.date = std::move(day).value();
                      document.date_from_head = document.date.has_value();
                      return Done{};
                    });
}

}  // namespace parallax

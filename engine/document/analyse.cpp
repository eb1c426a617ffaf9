#include "engine/document/analyse.hpp"

#include <utility>

#include "models/base/huge_pages.hpp"
#include "models/text/fold.hpp"
#include "models/text/language.hpp"
#include "models/text/sentences.hpp"
#include "models/text/tokenise.hpp"

namespace parallax {
namespace {

/// Fewer than words have on average: an array that need not grow.
constexpr std::size_t kBytesPerToken = 5;

struct LanguageTools {
  AbbreviationTable abbreviations;
  std::unique_ptr<SentenceSplitter> splitter;
};

const AbbreviationClass* class_of(std::string_view name) {
  static constexpr AbbreviationClass kTitle = AbbreviationClass::kTitle;
  static constexpr AbbreviationClass kHard = AbbreviationClass::kHard;
  static constexpr AbbreviationClass kSoft = AbbreviationClass::kSoft;
  static constexpr AbbreviationClass kOrdinal = AbbreviationClass::kOrdinal;
  return name == "title"     ? &kTitle
         : name == "hard"    ? &kHard
         : name == "soft"    ? &kSoft
         : name == "ordinal" ? &kOrdinal
                             : nullptr;
}

}  // namespace

struct Analyser::Impl {
  Impl(WordTable& table, const LexiconSource& source)
      : words(table), lexicons(source), tokeniser(table) {}

  WordTable& words;
  const LexiconSource& lexicons;
  Tokeniser tokeniser;
  std::map<std::string, LanguageTools, std::less<>> tools;

  Status add_abbreviations(LanguageTools& t, const std::string& language) {
    for (const LexiconSource::Part& part : lexicons.parts(language + "/abbr.tsv")) {
      Result<Table> table = parse_table(part.name, part.bytes, {"form", "class"});
      if (!table) {
        return std::move(table).error();
      }
      for (const Table::Row& row : table.value().rows) {
        const AbbreviationClass* known = class_of(row.fields[1]);
        if (known == nullptr) {
          return Error{
              ErrorCode::kFormat, part.name + ":" + std::to_string(row.line),
              "unknown class '" + std::string(row.fields[1]) + "' (title, hard, soft or ordinal)"};
        }
        t.abbreviations.add(fold(row.fields[0], language), *known);
      }
    }
    return Done{};
  }

  Status add_stop_words(LanguageTools& t, const std::string& language) {
    std::string lines;
    for (const LexiconSource::Part& part : lexicons.parts(language + "/stop.tsv")) {
      Result<Table> table = parse_table(part.name, part.bytes, {"word"});
      if (!table) {
        return std::move(table).error();
      }
      for (const Table::Row& row : table.value().rows) {
        const std::string word = fold(row.fields[0], language);
        t.abbreviations.add_starter(word);
        lines += word + "\n";
      }
    }
    words.set_stop_words(language, lines);
    return Done{};
  }

  Result<LanguageTools*> tools_for(const std::string& language) {
    const auto found = tools.find(language);
    if (found != tools.end()) {
      return &found->second;
    }
    LanguageTools& t = tools[language];
    if (Status status = add_abbreviations(t, language); !status) {
      return std::move(status).error();
    }
    if (Status status = add_stop_words(t, language); !status) {
      return std::move(status).error();
    }
    t.splitter = std::make_unique<SentenceSplitter>(language, t.abbreviations);
    return &t;
  }

  void add_sentence(Document& d, std::uint32_t paragraph, std::uint32_t number, ByteSpan span) {
    Sentence sentence;
    sentence.span = span;
    sentence.paragraph = paragraph;
    sentence.number = number;
    sentence.first_token = static_cast<std::uint32_t>(d.tokens.size());
    tokeniser.append(d.slice(span), span.begin, d.language, d.tokens);
    sentence.token_count = static_cast<std::uint32_t>(d.tokens.size()) - sentence.first_token;
    d.sentences.push_back(sentence);
  }
};

Analyser::Analyser(WordTable& words, const LexiconSource& lexicons)
    : impl_(std::make_unique<Impl>(words, lexicons)) {}
Analyser::~Analyser() = default;

Result<Document> Analyser::analyse(Record record) {
  Document d;
  d.record = std::move(record);
  d.language = language_of_tag(d.record.language);
  if (d.language.empty()) {
    // Header lines may be of another language than the body.
    const std::string_view body = std::string_view(d.record.text).substr(d.record.body_begin);
    LanguageGuess guess = detect_language(body.empty() ? std::string_view(d.record.text) : body);
    d.language = std::move(guess.code);
    d.language_confidence = guess.confidence;
  } else {
    d.language_confidence = 1.0;
  }
  Result<LanguageTools*> tools = impl_->tools_for(d.language);
  if (!tools) {
    return std::move(tools).error();
  }
  const std::string_view body = std::string_view(d.record.text).substr(d.record.body_begin);
  const auto shift = static_cast<std::uint32_t>(d.record.body_begin);
  reserve_large(d.tokens, body.size() / kBytesPerToken);
  for (Paragraph paragraph : split_paragraphs(body)) {
    paragraph.span.begin += shift;
    paragraph.span.end += shift;
    const auto index = static_cast<std::uint32_t>(d.paragraphs.size());
    d.paragraphs.push_back(paragraph);
    std::uint32_t number = 0;
    for (const ByteSpan span : tools.value()->splitter->split(d.record.text, paragraph.span)) {
      impl_->add_sentence(d, index, ++number, span);
    }
  }
  return d;
}

}  // namespace parallax

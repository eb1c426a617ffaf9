#include "engine/corpus/formulation_row.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "engine/corpus/calendar.hpp"
#include "engine/document/stop_words.hpp"
#include "models/text/fold.hpp"
#include "models/text/split.hpp"

namespace parallax {
namespace {

/// Numbers words by their folded form.
class WordNumbers {
 public:
  explicit WordNumbers(const WordTable& words) : words_(words) {}

  std::uint32_t of(WordId id) {
    const auto index = static_cast<std::size_t>(id);
    if (index >= by_id_.size()) {
      by_id_.resize(index + 1, WordRow::kEdge);
    }
    if (by_id_[index] == WordRow::kEdge) {
      by_id_[index] = number_of(words_[id]);
    }
    return by_id_[index];
  }
  [[nodiscard]] std::vector<bool> content() && { return std::move(content_); }

 private:
  std::uint32_t number_of(const Word& word) {
    const auto next = static_cast<std::uint32_t>(by_text_.size());
    const std::uint32_t number = by_text_.emplace(word.folded, next).first->second;
    if (number == next) {
      content_.push_back(!word.stop);
    } else if (word.stop) {
      content_[number] = false;
    }
    return number;
  }

  const WordTable& words_;
  std::vector<std::uint32_t> by_id_;
  std::unordered_map<std::string, std::uint32_t> by_text_;
  std::vector<bool> content_;
};

void add_word(std::uint32_t word, ByteSpan span, WordRow& row) {
  row.word.push_back(word);
  row.span.push_back(span);
}

void add_words(const Document& document, WordNumbers& numbers, WordRow& row) {
  std::uint32_t paragraph = 0;
  for (const Sentence& sentence : document.sentences) {
    if (sentence.paragraph != paragraph) {
      add_word(WordRow::kEdge, {}, row);
      paragraph = sentence.paragraph;
    }
    for (std::uint32_t i = 0; i < sentence.token_count; ++i) {
      const Token& token = document.tokens[sentence.first_token + i];
      if (token.kind != TokenKind::kPunctuation) {
        add_word(numbers.of(token.word), token.span, row);
      }
    }
  }
}

/// Reads the words of records.
class RecordWords {
 public:
  explicit RecordWords(const LexiconSource& lexicons) : lexicons_(lexicons), numbers_(words_) {}

  Status add(const Record& record, WordRow& row) {
    if (languages_.insert(record.language).second) {
      Result<std::string> stops = stop_words(lexicons_, record.language);
      if (!stops) {
        return std::move(stops).error();
      }
      words_.set_stop_words(record.language, stops.value());
    }
    const std::string_view body = std::string_view(record.text).substr(record.body_begin);
    for (const Paragraph& paragraph : split_paragraphs(body)) {
      const std::string_view text = body.substr(paragraph.span.begin, paragraph.span.size());
      const auto shift = static_cast<std::uint32_t>(record.body_begin + paragraph.span.begin);
      splitter_.split(text, pieces_);
      for (const Piece& piece : pieces_) {
        if (piece.kind != TokenKind::kPunctuation) {
          const WordId word =
              words_.intern(text.substr(piece.begin, piece.end - piece.begin), record.language);
          add_word(numbers_.of(word), {piece.begin + shift, piece.end + shift}, row);
        }
      }
      add_word(WordRow::kEdge, {}, row);
    }
    return Done{};
  }
  [[nodiscard]] std::vector<bool> content() && { return std::move(numbers_).content(); }

 private:
  const LexiconSource& lexicons_;
  WordTable words_;
  WordNumbers numbers_;
  std::set<std::string> languages_;
  Splitter splitter_;
  std::vector<Piece> pieces_;
};

/// Who said it and when.
void add_metadata(std::span<const Record* const> records, SharedBy shared_by, WordRow& row) {
  std::map<std::string, std::uint32_t> sources;
  std::map<std::string, std::uint32_t> days;
  for (std::size_t d = 0; d < records.size(); ++d) {
    const std::optional<std::string>& name = records[d]->source;
    const bool named = name && shared_by == SharedBy::kSources;
    const std::string key = named ? "s" + fold(*name) : "d" + std::to_string(d);
    const auto next = static_cast<std::uint32_t>(sources.size());
    row.source.push_back(sources.emplace(key, next).first->second);
    const std::optional<std::string> day = calendar_day(records[d]->date.value_or(""));
    const auto new_day = static_cast<std::uint32_t>(days.size() + 1);
    row.day.push_back(day ? days.emplace(*day, new_day).first->second : 0);
  }
  row.rank.resize(records.size());
  const std::vector<std::uint32_t> order = in_order_of_time(records);
  for (std::size_t i = 0; i < order.size(); ++i) {
    row.rank[order[i]] = static_cast<std::uint32_t>(i);
  }
}

}  // namespace

std::uint32_t WordRow::document_of(std::uint32_t place) const {
  const auto after = std::upper_bound(begin.begin(), begin.end(), place);
  return static_cast<std::uint32_t>(after - begin.begin() - 1);
}

WordRow row_of(std::span<const Document> documents, const WordTable& words, SharedBy shared_by) {
  WordRow row;
  WordNumbers numbers(words);
  std::vector<const Record*> records;
  for (const Document& document : documents) {
    row.begin.push_back(static_cast<std::uint32_t>(row.word.size()));
    add_words(document, numbers, row);
    add_word(WordRow::kEdge, {}, row);
    records.push_back(&document.record);
  }
  row.begin.push_back(static_cast<std::uint32_t>(row.word.size()));
  row.content = std::move(numbers).content();
  add_metadata(records, shared_by, row);
  return row;
}

Result<WordRow> row_of(std::span<const Record> records, const LexiconSource& lexicons,
                       SharedBy shared_by) {
  WordRow row;
  RecordWords words(lexicons);
  std::vector<const Record*> pointers;
  for (const Record& record : records) {
    row.begin.push_back(static_cast<std::uint32_t>(row.word.size()));
    if (Status status = words.add(record, row); !status) {
      return std::move(status).error();
    }
    pointers.push_back(&record);
  }
  row.begin.push_back(static_cast<std::uint32_t>(row.word.size()));
  row.content = std::move(words).content();
  add_metadata(pointers, shared_by, row);
  return row;
}

}  // namespace parallax

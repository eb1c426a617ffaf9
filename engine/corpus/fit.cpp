#include "engine/corpus/fit.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include "models/text/versions.hpp"

namespace parallax {
namespace {

std::vector<std::string_view> split_tabs(std::string_view line) {
  std::vector<std::string_view> fields;
  for (std::size_t begin = 0; begin <= line.size();) {
    const std::size_t end = std::min(line.find('\t', begin), line.size());
    fields.push_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  return fields;
}

bool to_number(std::string_view text, std::uint32_t& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size();
}

}  // namespace

ModelFitter::Counts& ModelFitter::counts_of(std::string_view term) {
  const auto next = static_cast<std::uint32_t>(counts_.size());
  const std::uint32_t place = terms_.insert(term, next);
  if (place == next) {
    counts_.emplace_back();
  }
  return counts_[place];
}

void ModelFitter::add(const Document& d, const WordTable& words) {
  ++documents_;
  ++languages_[d.language];
  paragraphs_ += d.paragraphs.size();
  // Tokens outside sentences belong to the document only.
  for (const Token& token : d.tokens) {
    if (token.kind == TokenKind::kPunctuation) {
      continue;
    }
    Counts& counts = counts_of(words[token.word].folded);
    if (counts.last_document != documents_) {
      counts.last_document = documents_;
      ++counts.documents;
    }
  }
  for (std::size_t s = 0; s < d.sentences.size(); ++s) {
    const Sentence& sentence = d.sentences[s];
    if (s == 0 || sentence.paragraph != d.sentences[s - 1].paragraph) {
      ++paragraphs_read_;
    }
    for (std::size_t i = sentence.first_token; i < sentence.first_token + sentence.token_count;
         ++i) {
      if (d.tokens[i].kind == TokenKind::kPunctuation) {
        continue;
      }
      Counts& counts = counts_of(words[d.tokens[i].word].folded);
      if (counts.last_paragraph != paragraphs_read_) {
        counts.last_paragraph = paragraphs_read_;
        ++counts.paragraphs;
      }
    }
  }
}

void ModelFitter::merge(const ModelFitter& other) {
  for (std::size_t t = 0; t < other.counts_.size(); ++t) {
    Counts& counts = counts_of(other.terms_[t]);
    counts.documents += other.counts_[t].documents;
    counts.paragraphs += other.counts_[t].paragraphs;
  }
  for (const auto& [language, count] : other.languages_) {
    languages_[language] += count;
  }
  documents_ += other.documents_;
  paragraphs_ += other.paragraphs_;
  // What was last here stays last: numbers only have to differ from those to come.
  paragraphs_read_ += other.paragraphs_read_;
}

Result<std::string> ModelFitter::finish(const FitOptions& options) const {
  if (documents_ == 0) {
    return Error{ErrorCode::kEmpty, "", "there is no document to fit a model on"};
  }
  std::vector<TermFrequency> kept;
  for (std::size_t t = 0; t < counts_.size(); ++t) {
    if (counts_[t].documents >= options.min_documents && !terms_[t].empty()) {
      kept.push_back({std::string(terms_[t]), counts_[t].documents, counts_[t].paragraphs});
    }
  }
  BackgroundModel::Info info;
  std::uint64_t most = 0;
  for (const auto& [language, count] : languages_) {
    if (count > most) {
      most = count;
      info.language = language;
    }
  }
  info.description = options.description;
  info.documents = documents_;
  info.paragraphs = paragraphs_;
  info.unicode = unicode_version();
  return serialise_model(info, std::move(kept));
}

Result<std::string> model_from_frequencies(std::string_view table, std::string_view place,
                                           std::string_view language, const FitOptions& options) {
  const auto fail = [&](std::size_t line, const char* what) {
    return Error{ErrorCode::kFormat, std::string(place) + ":" + std::to_string(line), what};
  };
  BackgroundModel::Info info;
  info.language = std::string(language);
  info.description = options.description;
  info.unicode = unicode_version();
  std::vector<TermFrequency> terms;
  std::set<std::string_view> seen;
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < table.size();) {
    const std::size_t end = std::min(table.find('\n', begin), table.size());
    const auto fields = split_tabs(table.substr(begin, end - begin));
    begin = end + 1;
    ++number;
    std::uint32_t documents = 0;
    std::uint32_t paragraphs = 0;
    if (number == 1) {
      if (fields.size() != 4 || !to_number(fields[1], documents) ||
          !to_number(fields[3], paragraphs)) {
        return fail(number, "the first line must give #docs and #paragraphs");
      }
      info.documents = documents;
      info.paragraphs = paragraphs;
      continue;
    }
    if (fields.size() != 3 || !to_number(fields[1], documents) ||
        !to_number(fields[2], paragraphs)) {
      return fail(number, "a line must give term, documents and paragraphs");
    }
    if (!seen.insert(fields[0]).second) {
      return fail(number, "the term occurs a second time");
    }
    if (documents >= options.min_documents && !fields[0].empty()) {
      terms.push_back({std::string(fields[0]), documents, paragraphs});
    }
  }
  return serialise_model(info, std::move(terms));
}

}  // namespace parallax

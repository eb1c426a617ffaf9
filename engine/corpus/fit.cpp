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

/// Distinct terms of the tokens [first, last).
std::set<std::string_view> terms_in(const Document& d, const WordTable& words, std::size_t first,
                                    std::size_t last) {
  std::set<std::string_view> terms;
  for (std::size_t i = first; i < last; ++i) {
    if (d.tokens[i].kind != TokenKind::kPunctuation) {
      terms.insert(words[d.tokens[i].word].folded);
    }
  }
  return terms;
}

}  // namespace

void ModelFitter::add(const Document& d, const WordTable& words) {
  ++documents_;
  ++languages_[d.language];
  paragraphs_ += d.paragraphs.size();
  const auto entry = [&](std::string_view term) -> TermFrequency& {
    const auto it = terms_.find(term);
    return it != terms_.end()
               ? it->second
               : terms_.emplace(term, TermFrequency{std::string(term), 0, 0}).first->second;
  };
  for (const std::string_view term : terms_in(d, words, 0, d.tokens.size())) {
    ++entry(term).documents;
  }
  for (std::size_t s = 0; s < d.sentences.size();) {
    std::size_t end = s;
    while (end < d.sentences.size() && d.sentences[end].paragraph == d.sentences[s].paragraph) {
      ++end;
    }
    const Sentence& last = d.sentences[end - 1];
    for (const std::string_view term :
         terms_in(d, words, d.sentences[s].first_token, last.first_token + last.token_count)) {
      ++entry(term).paragraphs;
    }
    s = end;
  }
}

Result<std::string> ModelFitter::finish(const FitOptions& options) const {
  if (documents_ == 0) {
    return Error{ErrorCode::kEmpty, "", "there is no document to fit a model on"};
  }
  std::vector<TermFrequency> kept;
  for (const auto& [term, frequency] : terms_) {
    if (frequency.documents >= options.min_documents && !term.empty()) {
      kept.push_back(frequency);
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

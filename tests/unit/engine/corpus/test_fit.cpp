#include <map>
#include <set>

#include "engine/corpus/fit.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/compared.hpp"
#include "tests/support/generated_text.hpp"

namespace parallax {
namespace {

std::vector<std::string> statements(std::size_t n) {
  test::Random random(11);
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < n; ++i) {
    texts.push_back(test::statement(random, 1 + random.below(7)));
  }
  return texts;
}

/// Counts the texts [first, last) with words of their own.
ModelFitter fitted(const std::vector<std::string>& texts, std::size_t first, std::size_t last) {
  WordTable words;
  const LexiconSource lexicons;
  Analyser analyser(words, lexicons);
  ModelFitter fitter;
  for (std::size_t i = first; i < last; ++i) {
    fitter.add(analyser.analyse(test::record_of("x", texts[i], "en")).value(), words);
  }
  return fitter;
}

}  // namespace

TEST_CASE("a fitted model counts each term once a document and once a paragraph") {
  const auto texts = statements(30);
  const std::string bytes = fitted(texts, 0, texts.size()).finish({}).value();
  const BackgroundModel model = BackgroundModel::open(bytes, "test").value();
  // The same by sets.
  WordTable words;
  const LexiconSource lexicons;
  Analyser analyser(words, lexicons);
  std::map<std::string, std::uint32_t> paragraphs;
  std::uint64_t all = 0;
  for (const std::string& text : texts) {
    const Document d = analyser.analyse(test::record_of("x", text, "en")).value();
    all += d.paragraphs.size();
    std::map<std::uint32_t, std::set<std::string>> seen;
    for (const Sentence& s : d.sentences) {
      for (std::uint32_t i = s.first_token; i < s.first_token + s.token_count; ++i) {
        if (d.tokens.at(i).kind != TokenKind::kPunctuation) {
          seen[static_cast<std::uint32_t>(s.paragraph)].insert(words[d.tokens.at(i).word].folded);
        }
      }
    }
    for (const auto& [paragraph, terms] : seen) {
      for (const std::string& term : terms) {
        ++paragraphs[term];
      }
    }
  }
  CHECK(model.info().documents == texts.size());
  CHECK(model.info().paragraphs == all);
  CHECK(model.info().terms == paragraphs.size());
  for (const auto& [term, count] : paragraphs) {
    INFO(term);
    CHECK(model.paragraph_frequency(term) == count);
  }
}

TEST_CASE("fitters of parts merge to the model of the whole, in any order") {
  const auto texts = statements(25);
  const std::string whole = fitted(texts, 0, texts.size()).finish({}).value();
  for (const std::size_t cut : {0U, 1U, 12U, 25U}) {
    ModelFitter left = fitted(texts, 0, cut);
    ModelFitter right = fitted(texts, cut, texts.size());
    ModelFitter both = left;
    both.merge(right);
    CHECK(both.finish({}).value() == whole);
    right.merge(left);
    CHECK(right.finish({}).value() == whole);
  }
}

TEST_CASE("a fitter goes on counting after a merge") {
  const auto texts = statements(9);
  ModelFitter fitter = fitted(texts, 0, 4);
  fitter.merge(fitted(texts, 4, 7));
  WordTable words;
  const LexiconSource lexicons;
  Analyser analyser(words, lexicons);
  for (std::size_t i = 7; i < texts.size(); ++i) {
    fitter.add(analyser.analyse(test::record_of("x", texts[i], "en")).value(), words);
  }
  CHECK(fitter.finish({}).value() == fitted(texts, 0, texts.size()).finish({}).value());
}

}  // namespace parallax

#include <random>
#include <utility>

#include "engine/corpus/formulation_search.hpp"
#include "engine/corpus/formulations.hpp"
#include "engine/document/analyse.hpp"
#include "tests/reference/naive_formulations.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/compared.hpp"
#include "tests/support/corpora.hpp"

using namespace parallax;

namespace {

struct Given {
  std::string id, source, date, text;
};

/// Documents with their formulations.
struct Shared {
  std::vector<Document> documents;
  std::vector<Formulation> found;

  [[nodiscard]] std::string text(const Formulation& f, std::size_t use = 0) const {
    return std::string(documents[f.uses.at(use).document].slice(f.uses.at(use).span));
  }
  [[nodiscard]] std::string id(const Formulation& f, std::size_t use) const {
    return documents[f.uses.at(use).document].record.id;
  }
};

Shared shared(const std::vector<Given>& texts, const FormulationOptions& options = {}) {
  Shared out;
  WordTable words;
  const LexiconSource lexicons;
  Analyser analyser(words, lexicons);
  for (const Given& g : texts) {
    Record record = test::record_of(g.id, g.text);
    if (!g.source.empty()) {
      record.source = g.source;
    }
    if (!g.date.empty()) {
      record.date = g.date;
    }
    out.documents.push_back(analyser.analyse(std::move(record)).value());
  }
  FactLexicons tables(lexicons);
  out.found = shared_formulations(out.documents, words, tables, options).value();
  return out;
}

/// Everything about formulations, to be compared.
std::string shown(const std::vector<Formulation>& list) {
  std::string all;
  for (const Formulation& f : list) {
    all += std::string(name_of(f.band)) + " " + std::to_string(f.words) + " " +
           std::to_string(f.sources) + (f.first_known ? " first" : "");
    for (const FormulationUse& use : f.uses) {
      all += " " + std::to_string(use.document) + ":" + std::to_string(use.span.begin) + "-" +
             std::to_string(use.span.end) + "*" + std::to_string(use.times);
    }
    all += "\n";
  }
  return all;
}

/// Documents with copied paragraphs, formulae and other languages.
std::vector<Record> collection(std::uint64_t seed) {
  std::vector<Record> records = test::corpus_of(seed, 40).documents;
  for (std::size_t d = 0; d < records.size(); ++d) {
    if (d % 3 == 0) {
      records[d].text +=
          "The ministry expresses its sincere condolences to the families of the victims.\n\n";
    }
    if (d % 7 == 1) {
      records[d].language = "fr";
      records[d].text =
          "Title: x\n\nL'\u00e9cole du village de l'amont a \u00e9t\u00e9 ferm\u00e9e en "
          "octobre par la mairie.\n\n" +
          records[d].text;
      records[d].body_begin = 8;
    }
  }
  return records;
}

}  // namespace

TEST_CASE("a collection that nobody has analysed has the formulations of its documents") {
  const LexiconSource lexicons;
  std::map<RarityBand, std::size_t> most;
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    const std::vector<Record> records = collection(seed);
    WordTable words;
    Analyser analyser(words, lexicons);
    std::vector<Document> documents;
    for (const Record& record : records) {
      documents.push_back(analyser.analyse(record).value());
    }
    FactLexicons tables(lexicons);
    CorpusFormulationOptions options;
    options.wanted.min_words = 4;
    const auto slow = shared_formulations(documents, words, tables, options.wanted).value();
    for (const std::size_t threads : {1U, 3U}) {
      options.threads = threads;
      const CorpusFormulations fast = corpus_formulations(records, lexicons, options).value();
      CHECK(shown(fast.list) == shown(slow));
      CHECK(fast.found == slow.size());
    }
    options.limit = 2;
    std::vector<Formulation> kept;
    std::map<RarityBand, std::size_t> count;
    for (const Formulation& f : slow) {
      if (++count[f.band] <= options.limit) {
        kept.push_back(f);
      }
    }
    for (const auto& [band, listed] : count) {
      most[band] = std::max(most[band], listed);
    }
    const CorpusFormulations few = corpus_formulations(records, lexicons, options).value();
    CHECK(few.found == slow.size());
    CHECK(shown(few.list) == shown(kept));
  }
  CHECK(most[RarityBand::kRare] > 2);
  CHECK(most[RarityBand::kFrequent] > 0);
  CHECK(most[RarityBand::kFormulaic] > 0);
}

TEST_CASE("parts of the search find together what one search finds") {
  const std::vector<Record> records = collection(11);
  const WordRow row = row_of(records, LexiconSource(), SharedBy::kSources).value();
  const auto found = [&](std::size_t threads, std::size_t words_per_part) {
    std::set<std::pair<std::vector<std::uint32_t>, std::uint32_t>> all;
    for (SharedWords& shared : find_shared_words(row, {}, threads, words_per_part)) {
      CHECK(all.emplace(std::move(shared.places), shared.length).second);
    }
    return all;
  };
  const auto whole = found(1, row.word.size() + 1);
  CHECK(whole.size() > 10);
  for (const std::size_t part : {1U, 7U, 100U}) {
    CHECK(found(1, part) == whole);
    CHECK(found(2, part) == whole);
  }
}

TEST_CASE("the first to say it comes first, whatever the order of the inputs") {
  const std::vector<Given> texts = {
      {"b", "Ministry of Belmar", "2026-03-02",
       "Our position: the dam must never become a weapon against farmers downstream."},
      {"a", "Ministry of Arvenia", "2026-03-01",
       "We repeat that the dam must never become a weapon against farmers downstream!"},
      {"c", "Party of Keria", "", "The dam must never become a weapon, said the leader."},
  };
  const Shared s = shared(texts);
  REQUIRE(s.found.size() == 2);
  CHECK(s.text(s.found[0]) == "the dam must never become a weapon");
  CHECK(s.found[0].sources == 3);
  CHECK(s.id(s.found[0], 0) == "a");
  CHECK(s.id(s.found[0], 1) == "b");
  CHECK(s.id(s.found[0], 2) == "c");  // undated ones stand last
  CHECK(s.found[0].first_known);
  CHECK(s.text(s.found[1], 1) == "the dam must never become a weapon against farmers downstream");
  CHECK(s.found[1].words == 10);
  CHECK(s.found[1].band == RarityBand::kRare);
  const Shared turned = shared({texts[2], texts[1], texts[0]});
  REQUIRE(turned.found.size() == 2);
  for (std::size_t i = 0; i < 2; ++i) {
    CHECK(turned.text(turned.found[i]) == s.text(s.found[i]));
    CHECK(turned.id(turned.found[i], 0) == s.id(s.found[i], 0));
  }
}

TEST_CASE("one source alone shares nothing with itself") {
  const std::string text = "The northern railway will carry grain to the harbour by autumn.";
  CHECK(shared({{"a", "Ministry", "2026-01-01", text}, {"b", "MINISTRY", "2026-01-02", text}})
            .found.empty());
  FormulationOptions options;
  options.shared_by = SharedBy::kDocuments;
  const Shared s = shared(
      {{"a", "Ministry", "2026-01-01", text}, {"b", "Ministry", "2026-01-02", text}}, options);
  REQUIRE(s.found.size() == 1);
  CHECK(s.found[0].words == 11);
}

TEST_CASE("without a date, or on one day, nobody is known to be first") {
  const std::string text = "The northern railway will carry grain to the harbour by autumn.";
  CHECK_FALSE(shared({{"a", "X", "", text}, {"b", "Y", "", text}}).found.at(0).first_known);
  CHECK_FALSE(shared({{"a", "X", "2026-01-01", text}, {"b", "Y", "2026-01-01", text}})
                  .found.at(0)
                  .first_known);
  CHECK(shared({{"a", "X", "2026-01-02", text}, {"b", "Y", "2026-01-01", text}})
            .found.at(0)
            .first_known);
}

TEST_CASE("formulaic and frequent wording is kept apart") {
  std::vector<Given> texts;
  for (int i = 0; i < 8; ++i) {
    const std::string n = std::to_string(i);
    std::string text = "Closed roads in district " + n + " will reopen when the river falls again.";
    if (i < 2) {
      text += "\n\nThe ministry expresses its sincere condolences to the families of the victims.";
      text += "\n\nSmugglers used the abandoned copper mine as their winter store.";
    }
    texts.push_back({"d" + n, "S" + n, "2026-01-0" + std::to_string(i + 1), text});
  }
  const Shared s = shared(texts);
  REQUIRE(s.found.size() == 3);
  CHECK(s.text(s.found[0]) == "Smugglers used the abandoned copper mine as their winter store");
  CHECK(s.found[0].band == RarityBand::kRare);
  CHECK(s.text(s.found[1]) == "will reopen when the river falls again");
  CHECK(s.found[1].band == RarityBand::kFrequent);
  CHECK(s.found[2].band == RarityBand::kFormulaic);
}

TEST_CASE("wording is frequent from a number of documents on, not by its share of a few") {
  // Documents, those with the wording, band.
  const auto band = [](int documents, int with) {
    std::vector<Given> texts;
    for (int i = 0; i < documents; ++i) {
      const std::string n = std::to_string(i);
      texts.push_back({"d" + n, "S" + n, "2026-01-01",
                       i < with ? "Smugglers used the abandoned copper mine as their store."
                                : "Nothing new in village " + n + "."});
    }
    const Shared s = shared(texts);
    REQUIRE(s.found.size() == 1);
    REQUIRE(s.found[0].uses.size() == static_cast<std::size_t>(with));
    return s.found[0].band;
  };
  CHECK(band(3, 2) == RarityBand::kRare);
  CHECK(band(5, 5) == RarityBand::kRare);
  CHECK(band(12, 5) == RarityBand::kRare);
  CHECK(band(12, 6) == RarityBand::kFrequent);
  CHECK(band(200, 10) == RarityBand::kRare);
  CHECK(band(200, 11) == RarityBand::kFrequent);
}

TEST_CASE("repeats in one document are counted; stop words alone are no formulation") {
  const Shared s = shared({{"a", "X", "2026-01-01",
                            "Grain ships sail past the old lighthouse. Grain ships sail past the "
                            "old lighthouse.\n\nIt is not what it was to be."},
                           {"b", "Y", "2026-01-02",
                            "Grain ships sail past the old lighthouse.\n\nIt is not what it was "
                            "to be."}});
  REQUIRE(s.found.size() == 1);
  CHECK(s.found[0].uses.at(0).times == 2);
  CHECK(s.found[0].uses.at(1).times == 1);
}

TEST_CASE("formulations are those of the definition") {
  static const std::vector<std::string> kWords = {"alder", "birch", "cedar", "maple"};
  for (std::uint32_t seed = 1; seed <= 60; ++seed) {
    std::mt19937 random(seed);
    std::vector<reference::WordedDocument> naive;
    std::vector<Given> texts;
    const std::uint32_t vocabulary = 2 + seed % 3;
    for (std::uint32_t d = 0; d < 2 + random() % 4; ++d) {
      reference::WordedDocument document{"S" + std::to_string(random() % 3), {}};
      std::string text;
      for (std::uint32_t p = 0; p < 1 + random() % 3; ++p) {
        reference::Words paragraph;
        for (std::uint32_t w = 0; w < 1 + random() % 14; ++w) {
          paragraph.push_back(kWords[random() % vocabulary]);
        }
        for (const std::string& word : paragraph) {
          text += word + " ";
        }
        text.back() = '\n';
        text += "\n";
        document.paragraphs.push_back(std::move(paragraph));
      }
      texts.push_back({"d" + std::to_string(d), document.source, "", text});
      naive.push_back(std::move(document));
    }
    FormulationOptions options;
    options.min_words = 1 + seed % 3;
    options.min_content = 0;
    const Shared s = shared(texts, options);
    std::map<reference::Words, std::set<std::size_t>> fast;
    for (const Formulation& f : s.found) {
      std::set<std::size_t> holders;
      for (const FormulationUse& use : f.uses) {
        CHECK(holders.insert(use.document).second);
      }
      reference::Words words;
      std::string word;
      for (const char c : s.text(f) + " ") {
        if (c != ' ') {
          word += c;
        } else if (!word.empty()) {
          words.push_back(std::exchange(word, ""));
        }
      }
      CHECK(words.size() == f.words);
      CHECK(fast.emplace(words, holders).second);
    }
    INFO("seed " << seed);
    CHECK(fast == reference::formulations(naive, options.min_words, options.min_sources));
  }
}

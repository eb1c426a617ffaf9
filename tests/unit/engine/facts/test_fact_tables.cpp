/// Laws of the word tables of every language: they parse, no pattern stands for two things, and the
/// languages meet in the ids of the English tables.

#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/facts/fact_lexicon.hpp"
#include "models/lexicon/table.hpp"
#include "tests/support/catch.hpp"

namespace parallax {
namespace {

const std::vector<std::string> kLanguages = {"fr", "es", "de"};

/// Tables whose first column is a pattern with one value.
const std::map<std::string, std::vector<std::string_view>> kTables = {
    {"concept.tsv", {"pattern", "concept", "class"}},
    {"negation.tsv", {"pattern", "class"}},
    {"implicative.tsv", {"pattern", "effect"}},
    {"modal.tsv", {"pattern", "class"}},
    {"stance.tsv", {"pattern", "act", "polarity", "ladder", "rank"}},
    {"bound.tsv", {"pattern", "operator"}},
    {"unit.tsv", {"pattern", "unit", "factor"}},
    {"direction.tsv", {"pattern", "axis", "sign"}},
    {"antonym.tsv", {"pattern", "axis", "sign"}},
    {"body.tsv", {"pattern", "id", "country"}},
    {"event.tsv", {"pattern", "class"}},
    {"number_extra.tsv", {"word", "value"}},
    {"contrast.tsv", {"pattern", "set", "member"}},
    {"force.tsv", {"pattern", "class"}},
    {"stage.tsv", {"pattern", "stages"}},
    {"grade.tsv", {"pattern", "grade"}},
    {"step.tsv", {"pattern", "ladder", "grade"}},
    {"particular.tsv", {"pattern", "class", "kind", "maker"}},
    {"light_noun.tsv", {"pattern", "reading", "name", "sign", "ladder", "rank"}},
    {"light_verb.tsv", {"pattern", "class"}},
    {"category.tsv", {"pattern", "category", "kind"}},
    {"day_part.tsv", {"pattern", "from", "to"}},
    {"key_term.tsv", {"pattern", "weight"}},
    {"vague.tsv", {"pattern", "low", "high"}},
    {"demonym.tsv", {"form", "iso2"}},
    {"territory_extra.tsv", {"name", "iso2"}},
    {"place.tsv", {"name", "iso2", "english_name"}},
};

/// A row that outlives its table.
struct KeptRow {
  std::vector<std::string_view> fields;
  std::size_t line = 0;
};

std::vector<KeptRow> rows_of(const std::string& name,
                             const std::vector<std::string_view>& columns) {
  const auto bytes = embedded_table(name);
  if (!bytes) {
    return {};
  }
  Result<Table> table = parse_table(name, *bytes, columns);
  REQUIRE(table);
  std::vector<KeptRow> rows;
  for (const Table::Row& row : table.value().rows) {
    rows.push_back({{row.fields.begin(), row.fields.end()}, row.line});
  }
  return rows;
}

std::vector<std::string> alternatives(std::string_view pattern) {
  std::vector<std::string> list;
  std::size_t begin = 0;
  while (begin <= pattern.size()) {
    const std::size_t end = std::min(pattern.find('|', begin), pattern.size());
    list.emplace_back(pattern.substr(begin, end - begin));
    begin = end + 1;
  }
  return list;
}

/// Values of one column of an English table.
std::set<std::string> english(const std::string& name, const std::vector<std::string_view>& columns,
                              std::vector<std::size_t> fields) {
  std::set<std::string> values;
  for (const KeptRow& row : rows_of("en/" + name, columns)) {
    std::string value;
    for (const std::size_t field : fields) {
      value += std::string(row.fields[field]) + "\t";
    }
    values.insert(value);
  }
  return values;
}

TEST_CASE("Every language's fact tables load and are large enough", "[facts]") {
  const LexiconSource source;
  for (const std::string& language : kLanguages) {
    INFO(language);
    Result<FactLexicon> lexicon = FactLexicon::load(language, source);
    REQUIRE(lexicon);
    CHECK(lexicon.value().concepts.rows.size() > 400);
    CHECK(lexicon.value().stance.rows.size() > 150);
    CHECK(lexicon.value().negation.rows.size() > 40);
    CHECK_FALSE(lexicon.value().functions.empty());
  }
}

TEST_CASE("No pattern of a table stands for two things", "[facts]") {
  for (const std::string& language : kLanguages) {
    for (const auto& [name, columns] : kTables) {
      std::map<std::string, std::string> seen;
      for (const KeptRow& row : rows_of(language + "/" + name, columns)) {
        std::string value;
        for (std::size_t k = 1; k < row.fields.size(); ++k) {
          value += std::string(row.fields[k]) + "\t";
        }
        for (const std::string& pattern : alternatives(row.fields[0])) {
          INFO(language << "/" << name << ":" << row.line << " " << pattern);
          CHECK_FALSE(pattern.empty());
          const auto [at, fresh] = seen.emplace(pattern, value);
          CHECK((fresh || at->second == value));
        }
      }
    }
  }
}

TEST_CASE("Concepts, stances, units, axes and places meet in the English ids", "[facts]") {
  const auto concepts = english("concept.tsv", kTables.at("concept.tsv"), {1, 2});
  const auto ladders = english("stance.tsv", kTables.at("stance.tsv"), {3});
  const auto axes = english("direction.tsv", kTables.at("direction.tsv"), {1});
  const auto classes = english("modal.tsv", kTables.at("modal.tsv"), {1});
  const auto places = english("place.tsv", {"name", "iso2", "parent", "variants"}, {0, 1});
  REQUIRE(concepts.size() > 100);
  for (const std::string& language : kLanguages) {
    INFO(language);
    for (const KeptRow& row : rows_of(language + "/concept.tsv", kTables.at("concept.tsv"))) {
      INFO(row.line << " " << row.fields[1]);
      CHECK(concepts.count(std::string(row.fields[1]) + "\t" + std::string(row.fields[2]) + "\t") ==
            1);
    }
    for (const KeptRow& row : rows_of(language + "/stance.tsv", kTables.at("stance.tsv"))) {
      INFO(row.line << " " << row.fields[3]);
      CHECK(ladders.count(std::string(row.fields[3]) + "\t") == 1);
    }
    for (const KeptRow& row : rows_of(language + "/direction.tsv", kTables.at("direction.tsv"))) {
      INFO(row.line << " " << row.fields[1]);
      CHECK(axes.count(std::string(row.fields[1]) + "\t") == 1);
    }
    for (const KeptRow& row : rows_of(language + "/modal.tsv", kTables.at("modal.tsv"))) {
      INFO(row.line << " " << row.fields[1]);
      CHECK(classes.count(std::string(row.fields[1]) + "\t") == 1);
    }
    for (const KeptRow& row : rows_of(language + "/place.tsv", kTables.at("place.tsv"))) {
      INFO(row.line << " " << row.fields[2]);
      CHECK(places.count(std::string(row.fields[2]) + "\t" + std::string(row.fields[1]) + "\t") ==
            1);
    }
  }
}

TEST_CASE("Related concepts are English ones, two or more in a set", "[facts]") {
  const auto concepts = english("concept.tsv", kTables.at("concept.tsv"), {1});
  std::map<std::string, std::size_t> sets;
  for (const KeptRow& row : rows_of("common/kin.tsv", {"concept", "set"})) {
    INFO(row.line << " " << row.fields[0]);
    CHECK(concepts.count(std::string(row.fields[0]) + "\t") == 1);
    ++sets[std::string(row.fields[1])];
  }
  REQUIRE(sets.size() > 50);
  for (const auto& [set, count] : sets) {
    INFO(set);
    CHECK(count >= 2);
  }
}

TEST_CASE("A function table with an unknown class is an error with its place", "[facts]") {
  FunctionWords words;
  CHECK(words.add("in", "locative", "en"));
  CHECK_FALSE(words.add("in", "no such class", "en"));
  CHECK(words.has("in", FunctionClass::kLocative));
  CHECK_FALSE(words.has("in", FunctionClass::kArticle));
}

}  // namespace
}  // namespace parallax

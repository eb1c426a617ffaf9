#include <algorithm>
#include <set>
#include <string>

#include "engine/compare/parties.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/compared.hpp"

namespace parallax {
namespace {

using test::record_of;
using test::source_of;

/// Documents with one statement a source.
struct Inputs {
  std::vector<Document> documents;
  std::vector<SourcedDocument> sourced;

  void add(const std::string& id, const std::vector<Source>& sources) {
    Document document;
    document.record = record_of(id, "Text.");
    documents.push_back(document);
    SourcedDocument s;
    s.sources = sources;
    for (std::size_t i = 0; i < sources.size(); ++i) {
      Statement statement;
      statement.source = i;
      statement.mode = Mode::kIndirect;
      s.statements.push_back(statement);
    }
    sourced.push_back(s);
  }

  [[nodiscard]] PartyList parties() const {
    std::vector<CompareInput> list;
    for (std::size_t i = 0; i < documents.size(); ++i) {
      list.push_back({&documents[i], &sourced[i]});
    }
    return parties_of(list);
  }
};

Source spokesperson(const std::string& name, const std::string& organisation,
                    const std::string& country) {
  Source source = source_of(name, Role::kSpokesperson, country);
  source.organisation = organisation;
  source.person = true;
  return source;
}

}  // namespace

TEST_CASE("one ministry in two documents is one party under its longest name") {
  Inputs inputs;
  inputs.add("one", {source_of("Foreign Ministry", Role::kMinistry, "NO")});
  inputs.add("two", {source_of("Ministry of Foreign Affairs of Norway", Role::kMinistry, "NO")});
  const PartyList list = inputs.parties();
  REQUIRE(list.parties.size() == 1);
  CHECK(list.parties[0].name == "Ministry of Foreign Affairs of Norway");
  CHECK(list.of_statement == std::vector<std::vector<std::size_t>>{{0}, {0}});
}

TEST_CASE("ministries of two countries, and two ministries of one, stay apart") {
  Inputs inputs;
  inputs.add("one", {source_of("Foreign Ministry", Role::kMinistry, "NO"),
                     source_of("Defence Ministry", Role::kMinistry, "NO")});
  inputs.add("two", {source_of("Foreign Ministry", Role::kMinistry, "SE")});
  CHECK(inputs.parties().parties.size() == 3);
}

TEST_CASE("a name that fits two others is left alone") {
  Inputs inputs;
  inputs.add("one", {source_of("Foreign Ministry", Role::kMinistry, "NO"),
                     source_of("Defence Ministry", Role::kMinistry, "NO")});
  inputs.add("two", {source_of("Ministry", Role::kMinistry, "NO")});
  CHECK(inputs.parties().parties.size() == 3);
}

TEST_CASE("a spokesperson speaks for the organisation") {
  Inputs inputs;
  inputs.add("one", {source_of("Ministry of Defence", Role::kMinistry, "KE"),
                     spokesperson("Ada Brun", "Ministry of Defence", "KE")});
  const PartyList list = inputs.parties();
  REQUIRE(list.parties.size() == 1);
  CHECK(list.parties[0].role == "ministry");
  CHECK(list.parties[0].name == "Ministry of Defence");
}

TEST_CASE("a surname in another document is the person if only one fits") {
  Source full = source_of("Elena Marsh", Role::kAmbassador, "NO");
  full.person = true;
  Source surname = source_of("Marsh", Role::kAmbassador, "NO");
  surname.person = true;
  Source other = source_of("Tomas Marsh", Role::kAmbassador, "NO");
  other.person = true;
  Inputs alone;
  alone.add("one", {full});
  alone.add("two", {surname});
  CHECK(alone.parties().parties.size() == 1);
  Inputs ambiguous;
  ambiguous.add("one", {full});
  ambiguous.add("two", {surname});
  ambiguous.add("three", {other});
  CHECK(ambiguous.parties().parties.size() == 3);
}

TEST_CASE("narration stands behind the others and is no party of another document") {
  Inputs inputs;
  inputs.add("one", {source_of("Foreign Ministry", Role::kMinistry, "NO")});
  inputs.add("two", {source_of("Police of Sela", Role::kPolice, "NO")});
  for (SourcedDocument& s : inputs.sourced) {
    Statement narration;
    narration.mode = Mode::kNarration;
    s.statements.insert(s.statements.begin(), narration);
  }
  const PartyList list = inputs.parties();
  REQUIRE(list.parties.size() == 4);
  CHECK(list.parties[0].name == "Foreign Ministry");
  CHECK(list.parties[1].name == "Police of Sela");
  CHECK(list.parties[2].narration);
  CHECK(list.parties[3].narration);
  CHECK(list.of_statement == std::vector<std::vector<std::size_t>>{{2, 0}, {3, 1}});
}

TEST_CASE("the grouping does not depend on the order of the inputs") {
  const std::vector<std::vector<Source>> sets = {
      {source_of("Foreign Ministry", Role::kMinistry, "NO"),
       source_of("Government of Keria", Role::kGovernment, "KE")},
      {source_of("Ministry of Foreign Affairs", Role::kMinistry, "NO")},
      {source_of("Norway's Foreign Ministry", Role::kMinistry, "NO"),
       source_of("Government", Role::kGovernment, "KE")}};
  std::vector<std::size_t> order = {0, 1, 2};
  std::set<std::size_t> sizes;
  do {
    Inputs inputs;
    for (const std::size_t i : order) {
      inputs.add(std::string(1, static_cast<char>('a' + i)), sets[i]);
    }
    sizes.insert(inputs.parties().parties.size());
  } while (std::next_permutation(order.begin(), order.end()));
  CHECK(sizes.size() == 1);
}

}  // namespace parallax

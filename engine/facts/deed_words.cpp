#include "engine/facts/deed_words.hpp"

#include <algorithm>
#include <unordered_map>

#include "engine/facts/deed_rows.hpp"

namespace parallax {
namespace {

using deeds::Row;

std::vector<std::string> stems_of(std::string_view phrase) {
  std::vector<std::string> stems;
  while (!phrase.empty()) {
    const std::string_view word = phrase.substr(0, phrase.find(' '));
    stems.push_back(stem(word, "en"));
    phrase.remove_prefix(std::min(phrase.size(), word.size() + 1));
  }
  return stems;
}

/// Stems of the forms of a verb: "sue", "sued" and "suing" have several.
std::vector<std::string> stems_of_forms(std::string_view verb) {
  const bool silent = verb.ends_with("e");
  const std::string base(silent ? verb.substr(0, verb.size() - 1) : verb);
  std::vector<std::string> stems = {stem(verb, "en")};
  for (const std::string& form : {base + "ed", base + "ing", std::string(verb) + "s"}) {
    std::string other = stem(form, "en");
    if (std::find(stems.begin(), stems.end(), other) == stems.end()) {
      stems.push_back(std::move(other));
    }
  }
  return stems;
}

struct Table {
  std::vector<DeedWord> words;
  std::unordered_map<std::string, std::vector<const DeedWord*>> by_first;
};

void add_phrase(Table& table, const Row& row, std::string_view phrase) {
  DeedWord word{row.deeds, row.form, row.agent, row.patient, stems_of(phrase), false, row.tail};
  if (row.form != DeedForm::kVerb) {
    table.words.push_back(std::move(word));
    return;
  }
  for (const std::string& first : stems_of_forms(phrase.substr(0, phrase.find(' ')))) {
    word.stems.front() = first;
    table.words.push_back(word);
  }
}

void add_rows(Table& table, std::span<const Row> rows) {
  for (const Row& row : rows) {
    for (std::string_view rest = row.words; !rest.empty();) {
      const std::string_view phrase = rest.substr(0, rest.find(','));
      add_phrase(table, row, phrase);
      rest.remove_prefix(std::min(rest.size(), phrase.size() + 1));
    }
  }
}

void mark_origins(Table& table) {
  std::unordered_map<std::string, bool> told;
  for (const DeedWord& word : table.words) {
    bool& from = told[word.stems.front()];
    from = from || word.agent.find("from") != std::string_view::npos ||
           word.patient.find("from") != std::string_view::npos;
  }
  for (DeedWord& word : table.words) {
    word.origin = told[word.stems.front()];
  }
}

const Table& table() {
  static const Table kTable = [] {
    Table made;
    add_rows(made, deeds::rows_of_words());
    add_rows(made, deeds::rows_of_acts());
    mark_origins(made);
    std::stable_sort(
        made.words.begin(), made.words.end(),
        [](const DeedWord& a, const DeedWord& b) { return a.stems.size() > b.stems.size(); });
    for (const DeedWord& word : made.words) {
      made.by_first[word.stems.front()].push_back(&word);
    }
    return made;
  }();
  return kTable;
}

std::unordered_map<std::string, LightSide> light_verbs() {
  constexpr std::string_view kGiving =
      "lodge file bring brought make made issue level levelled give gave given extend convey send "
      "sent offer put submit present address voice express direct deliver pay paid carry conduct "
      "transfer remit "
      "hold held have has had launch raise mount undertake undertook provide write wrote written "
      "initiate open mete administer aim came come pen go went render grant perform draft "
      "start instigate hand deal dealt pronounce transmit dispatch serve sound";
  constexpr std::string_view kReceiving =
      "receive get got draw drew face earn obtain accept secure attract suffer undergo underwent "
      "sustain incur hear heard meet met collect gain win won enjoy await acknowledge reach "
      "welcome underlie under recipient";
  std::unordered_map<std::string, LightSide> sides;
  for (const std::string& word : stems_of(kGiving)) {
    sides.emplace(word, LightSide::kGiving);
  }
  for (const std::string& word : stems_of(kReceiving)) {
    sides.emplace(word, LightSide::kReceiving);
  }
  return sides;
}

}  // namespace

const std::vector<const DeedWord*>& deed_words(std::string_view stem) {
  static const std::vector<const DeedWord*> kNone;
  const auto it = table().by_first.find(std::string(stem));
  return it == table().by_first.end() ? kNone : it->second;
}

bool moves_goods(std::uint64_t deed_set) {
  return (deed_set & (deeds::kTrade | deeds::kTransfer | deeds::kLoan | deeds::kLease)) != 0;
}

LightSide light_side(std::string_view stem) {
  static const std::unordered_map<std::string, LightSide> kSides = light_verbs();
  const auto it = kSides.find(std::string(stem));
  return it == kSides.end() ? LightSide::kNone : it->second;
}

}  // namespace parallax

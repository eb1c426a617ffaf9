#include "engine/facts/fact_lexicon.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace parallax {
namespace {

using Columns = std::vector<std::string_view>;

/// What is wrong with a row, or nothing.
using RowCheck = std::string (*)(const Table::Row& row);

std::string check_weight(const Table::Row& row) {
  double value = -1.0;
  const std::string_view text = row.fields[1];
  const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool number = status == std::errc{} && end == text.data() + text.size();
  return number && value >= 0.0 && value <= 1.0
             ? ""
             : "the weight '" + std::string(text) + "' is no number from 0 to 1";
}

std::string check_formula_class(const Table::Row& row) {
  static constexpr std::array<std::string_view, 5> kClasses = {"position", "courtesy", "filler",
                                                               "speaker", "modifier"};
  return std::find(kClasses.begin(), kClasses.end(), row.fields[1]) != kClasses.end()
             ? ""
             : "there is no class '" + std::string(row.fields[1]) +
                   "'; there are position, courtesy, filler, speaker, modifier";
}

/// A table with where it goes.
struct Wanted {
  FactTable* table;
  const char* name;
  Columns columns;
  RowCheck check = nullptr;
};

/// Adds the rows of all parts of a table.
Status add_table(const Wanted& wanted, const LexiconSource& source, const std::string& folder,
                 std::string_view language) {
  FactTable& table = *wanted.table;
  for (const LexiconSource::Part& part : source.parts(folder + wanted.name)) {
    Result<Table> parsed = parse_table(part.name, part.bytes, wanted.columns);
    if (!parsed) {
      return std::move(parsed).error();
    }
    for (const Table::Row& row : parsed.value().rows) {
      if (std::string wrong = wanted.check == nullptr ? "" : wanted.check(row); !wrong.empty()) {
        return Error{ErrorCode::kFormat, part.name + ":" + std::to_string(row.line),
                     std::move(wrong)};
      }
      std::vector<std::string> rest(row.fields.begin() + 1, row.fields.end());
      table.phrases.add(row.fields.front(), static_cast<std::uint32_t>(table.rows.size()),
                        language);
      table.rows.push_back(std::move(rest));
    }
  }
  return Done{};
}

std::vector<Wanted> wanted_tables(FactLexicon& l) {
  return {
      {&l.concepts, "concept.tsv", {"pattern", "concept", "class"}},
      {&l.negation, "negation.tsv", {"pattern", "class"}},
      {&l.implicative, "implicative.tsv", {"pattern", "effect"}},
      {&l.modal, "modal.tsv", {"pattern", "class"}},
      {&l.stance, "stance.tsv", {"pattern", "act", "polarity", "ladder", "rank"}},
      {&l.bound, "bound.tsv", {"pattern", "operator"}},
      {&l.unit, "unit.tsv", {"pattern", "unit", "factor"}},
      {&l.direction, "direction.tsv", {"pattern", "axis", "sign"}},
      {&l.event, "event.tsv", {"pattern", "class"}},
      {&l.number, "number_extra.tsv", {"word", "value"}},
      {&l.number, "number.gen.tsv", {"word", "value"}},
      {&l.month, "month.gen.tsv", {"name", "month"}},
      {&l.weekday, "weekday.gen.tsv", {"name", "weekday"}},
      {&l.contrast, "contrast.tsv", {"pattern", "set", "member"}},
      {&l.day_part, "day_part.tsv", {"pattern", "from", "to"}},
      {&l.key_term, "key_term.tsv", {"pattern", "weight"}, check_weight},
      {&l.formulaic, "formulaic.tsv", {"pattern", "class"}, check_formula_class},
  };
}

/// Adds one country or place; `columns` of place.tsv differ between English and the others.
void add_place(FactLexicon& l, const Table::Row& row, bool is_place) {
  const bool english = l.language == "en";
  const auto payload = static_cast<std::uint32_t>(l.place.rows.size());
  const std::string iso(row.fields[1]);
  std::string id = "@" + iso;
  if (is_place) {
    id = "#" + std::string(english ? row.fields[0] : row.fields[2]);
    if (english && !row.fields[3].empty()) {
      l.place.phrases.add(row.fields[3], payload, l.language);
    }
  }
  l.place.phrases.add(row.fields[0], payload, l.language);
  l.place.rows.push_back({is_place ? "place" : "country", id, iso});
}

/// Countries, demonyms and cities share one matcher; rows are {kind, id, country}.
Status add_places(FactLexicon& l, const LexiconSource& source, const std::string& folder) {
  struct Kind {
    const char* name;
    Columns columns;
    const char* kind;
  };
  const bool english = l.language == "en";
  const std::vector<Kind> kinds = {
      {"demonym.tsv", {"form", "iso2"}, "country"},
      {"territory_extra.tsv", {"name", "iso2"}, "country"},
      {"territory.gen.tsv", {"name", "iso2"}, "country"},
      {"place.tsv",
       english ? Columns{"name", "iso2", "parent", "variants"}
               : Columns{"name", "iso2", "english_name"},
       "place"},
  };
  for (const Kind& kind : kinds) {
    for (const LexiconSource::Part& part : source.parts(folder + kind.name)) {
      Result<Table> parsed = parse_table(part.name, part.bytes, kind.columns);
      if (!parsed) {
        return std::move(parsed).error();
      }
      for (const Table::Row& row : parsed.value().rows) {
        add_place(l, row, std::string_view(kind.kind) == "place");
      }
    }
  }
  return Done{};
}

}  // namespace

Result<FactLexicon> FactLexicon::load(std::string_view language, const LexiconSource& source) {
  FactLexicon lexicon;
  lexicon.language = std::string(language);
  const std::string folder = lexicon.language + "/";
  for (const Wanted& wanted : wanted_tables(lexicon)) {
    if (Status status = add_table(wanted, source, folder, language); !status) {
      return std::move(status).error();
    }
  }
  if (Status status = add_places(lexicon, source, folder); !status) {
    return std::move(status).error();
  }
  return lexicon;
}

Result<const FactLexicon*> FactLexicons::get(std::string_view language) {
  const auto found = loaded_.find(language);
  if (found != loaded_.end()) {
    return found->second.get();
  }
  Result<FactLexicon> lexicon = FactLexicon::load(language, source_);
  if (!lexicon) {
    return std::move(lexicon).error();
  }
  auto& slot = loaded_[std::string(language)];
  slot = std::make_unique<FactLexicon>(std::move(lexicon).value());
  return slot.get();
}

}  // namespace parallax

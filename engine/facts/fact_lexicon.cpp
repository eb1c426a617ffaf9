#include "engine/facts/fact_lexicon.hpp"

#include <utility>

namespace parallax {
namespace {

using Columns = std::vector<std::string_view>;

/// Adds the rows of all parts of a table; `pattern` is the index of the pattern column.
Status add_table(FactTable& table, const LexiconSource& source, const std::string& name,
                 const Columns& columns, std::string_view language) {
  for (const LexiconSource::Part& part : source.parts(name)) {
    Result<Table> parsed = parse_table(part.name, part.bytes, columns);
    if (!parsed) {
      return std::move(parsed).error();
    }
    for (const Table::Row& row : parsed.value().rows) {
      std::vector<std::string> rest(row.fields.begin() + 1, row.fields.end());
      table.phrases.add(row.fields.front(), static_cast<std::uint32_t>(table.rows.size()),
                        language);
      table.rows.push_back(std::move(rest));
    }
  }
  return Done{};
}

struct Wanted {
  FactTable* table;
  const char* name;
  Columns columns;
};

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
      {&l.vague, "vague.tsv", {"pattern", "low", "high"}},
      {&l.antonym, "antonym.tsv", {"pattern", "axis", "sign"}},
      {&l.verb, "verb.tsv", {"pattern", "form"}},
      {&l.label, "label.tsv", {"pattern", "referent", "name"}},
      {&l.organisation, "organisation.tsv", {"pattern", "id", "country"}},
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
    if (Status status =
            add_table(*wanted.table, source, folder + wanted.name, wanted.columns, language);
        !status) {
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

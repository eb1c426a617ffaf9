#include "engine/facts/fact_lexicon.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <unordered_set>
#include <utility>

#include "models/text/fold.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(FunctionClass::kCount)>
    kFunctionClasses = {
        "locative",      "place_lead",     "article",      "possessive",
        "noun_link",     "determiner",     "relative",     "weak_relative",
        "agent",         "verb_marker",    "auxiliary",    "verb_ending",
        "future_ending", "joint",          "number_joint", "range_joint",
        "name_particle", "reference",      "subset",       "alternative",
        "rounded",       "half",           "since",        "by",
        "until",         "year_lead",      "name_link",    "year_word",
        "hour_word",     "hour_lead",      "first",        "late_negation",
        "verb_final",    "complementizer", "source_lead",  "preverbal",
        "only",          "number_suffix",  "place_ending", "vague_scale",
        "verbal_noun",
};

using Columns = std::vector<std::string_view>;

/// Adds one pattern; alternatives "-xyz" are endings.
void add_pattern(FactTable& table, std::string_view pattern, std::string_view language) {
  const auto payload = static_cast<std::uint32_t>(table.rows.size());
  for (std::size_t begin = 0; begin <= pattern.size();) {
    const std::size_t end = std::min(pattern.find('|', begin), pattern.size());
    const std::string_view part = pattern.substr(begin, end - begin);
    if (part.size() > 1 && part.front() == '-') {
      table.endings.emplace(fold(part.substr(1), language), payload);
    } else {
      table.phrases.add(part, payload, language);
    }
    begin = end + 1;
  }
}

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
  static constexpr WordList kClasses = {"position", "courtesy", "filler", "speaker", "modifier"};
  return kClasses.contains(row.fields[1])
             ? ""
             : "there is no class '" + std::string(row.fields[1]) +
                   "'; there are position, courtesy, filler, speaker, modifier";
}

std::string check_grade(const Table::Row& row) {
  return row.fields[1] == "low" || row.fields[1] == "high"
             ? ""
             : "there is no grade '" + std::string(row.fields[1]) + "'; there are low and high";
}

std::string check_holder(const Table::Row& row) {
  static constexpr WordList kClasses = {"noun",   "verb", "behind", "where", "deed",
                                        "chosen", "post", "credit", "source"};
  for (std::string_view list = row.fields[1]; !list.empty();) {
    const std::string_view kind = list.substr(0, list.find(','));
    if (!kClasses.contains(kind)) {
      return "there is no class '" + std::string(kind) +
             "'; there are noun, post, verb, deed, behind, source, credit, chosen, where";
    }
    list.remove_prefix(std::min(list.size(), kind.size() + 1));
  }
  return "";
}

/// "praise|harm", "low|high": a grade for each ladder.
std::string check_step(const Table::Row& row) {
  const auto count = [](std::string_view list) {
    return std::count(list.begin(), list.end(), '|');
  };
  std::string_view grades = row.fields[2];
  if (count(row.fields[1]) != count(grades)) {
    return "there must be one grade for each ladder";
  }
  while (!grades.empty()) {
    const std::size_t end = std::min(grades.find('|'), grades.size());
    const std::string_view grade = grades.substr(0, end);
    if (grade != "low" && grade != "high") {
      return "there is no grade '" + std::string(grade) + "'; there are low and high";
    }
    grades.remove_prefix(std::min(end + 1, grades.size()));
  }
  return "";
}

/// "case:2|vote:1|sinking:0"
std::string check_stages(const Table::Row& row) {
  std::string_view rest = row.fields[1];
  while (!rest.empty()) {
    const std::string_view one = rest.substr(0, rest.find('|'));
    const std::size_t colon = one.find(':');
    if (colon == std::string_view::npos || colon == 0 || colon + 2 != one.size() ||
        one.back() < '0' || one.back() > '9') {
      return "a stage is a course, a colon and a digit, not '" + std::string(one) + "'";
    }
    rest.remove_prefix(std::min(rest.size(), one.size() + 1));
  }
  return row.fields[1].empty() ? "no stage is given" : "";
}

std::string check_revision(const Table::Row& row) {
  static constexpr WordList kClasses = {"correction", "withdrawal", "clarification", "text"};
  if (!kClasses.contains(row.fields[1])) {
    return "there is no class '" + std::string(row.fields[1]) +
           "'; there are correction, withdrawal, clarification, text";
  }
  return row.fields[2] == "text" || row.fields[2] == "-"
             ? ""
             : "needs '" + std::string(row.fields[2]) + "'; there are text and -";
}

/// A table with where it goes.
struct Wanted {
  FactTable* table;
  const char* name;
  Columns columns;
  RowCheck check = nullptr;
  FactTable* apart = nullptr;  ///< Gets the first words of patterns of two words with "to".
};

/// The "try" of "try to"; empty for other patterns.
std::string_view parted_word(std::string_view pattern) {
  constexpr std::string_view kTo = " to";
  if (!pattern.ends_with(kTo)) {
    return {};
  }
  pattern.remove_suffix(kTo.size());
  return pattern.find_first_of(" |") == std::string_view::npos ? pattern : std::string_view{};
}

/// Adds the rows of all parts of a table.
Status add_table(const Wanted& wanted, const LexiconSource& source, const std::string& folder,
                 std::string_view language) {
  FactTable& table = *wanted.table;
  for (const LexiconSource::Part& part : source.parts(folder + wanted.name)) {
    Result<Table> parsed = parse_table(part.name, part.bytes, wanted.columns);
    if (!parsed) {
      return std::move(parsed).error();
    }
    table.phrases.reserve(parsed.value().rows.size());
    table.rows.reserve(table.rows.size() + parsed.value().rows.size());
    for (const Table::Row& row : parsed.value().rows) {
      if (std::string wrong = wanted.check == nullptr ? "" : wanted.check(row); !wrong.empty()) {
        return Error{ErrorCode::kFormat, part.name + ":" + std::to_string(row.line),
                     std::move(wrong)};
      }
      std::vector<std::string> rest(row.fields.begin() + 1, row.fields.end());
      add_pattern(table, row.fields.front(), language);
      if (const std::string_view word = parted_word(row.fields.front());
          wanted.apart != nullptr && !word.empty()) {
        add_pattern(*wanted.apart, word, language);
        wanted.apart->rows.push_back(rest);
      }
      table.rows.push_back(std::move(rest));
    }
  }
  return Done{};
}

std::vector<Wanted> wanted_tables(FactLexicon& l) {
  return {
      {&l.concepts, "concept.tsv", {"pattern", "concept", "class"}},
      {&l.negation, "negation.tsv", {"pattern", "class"}},
      {&l.implicative,
       "implicative.tsv",
       {"pattern", "effect"},
       nullptr,
       l.language == "en" ? &l.implicative_apart : nullptr},
      {&l.modal, "modal.tsv", {"pattern", "class"}},
      {&l.stance, "stance.tsv", {"pattern", "act", "polarity", "ladder", "rank"}},
      {&l.bound, "bound.tsv", {"pattern", "operator"}},
      {&l.unit, "unit.tsv", {"pattern", "unit", "factor"}},
      {&l.light_noun, "light_noun.tsv", {"pattern", "reading", "name", "sign", "ladder", "rank"}},
      {&l.light_verb, "light_verb.tsv", {"pattern", "class"}},
      {&l.direction, "direction.tsv", {"pattern", "axis", "sign"}},
      {&l.category, "category.tsv", {"pattern", "category", "kind"}},
      {&l.event, "event.tsv", {"pattern", "class"}},
      {&l.force, "force.tsv", {"pattern", "class"}},
      {&l.grade, "grade.tsv", {"pattern", "grade"}, check_grade},
      {&l.step, "step.tsv", {"pattern", "ladder", "grade"}, check_step},
      {&l.stage, "stage.tsv", {"pattern", "stages"}, check_stages},
      {&l.holder, "holder.tsv", {"pattern", "class", "part"}, check_holder},
      {&l.particular, "particular.tsv", {"pattern", "class", "kind", "maker"}},
      {&l.number, "number_extra.tsv", {"word", "value"}},
      {&l.number, "number.gen.tsv", {"word", "value"}},
      {&l.month, "month_extra.tsv", {"name", "month"}},
      {&l.month, "month.gen.tsv", {"name", "month"}},
      {&l.weekday, "weekday_extra.tsv", {"name", "weekday"}},
      {&l.weekday, "weekday.gen.tsv", {"name", "weekday"}},
      {&l.contrast, "contrast.tsv", {"pattern", "set", "member"}},
      {&l.day_part, "day_part.tsv", {"pattern", "from", "to"}},
      {&l.key_term, "key_term.tsv", {"pattern", "weight"}, check_weight},
      {&l.formulaic, "formulaic.tsv", {"pattern", "class"}, check_formula_class},
      {&l.vague, "vague.tsv", {"pattern", "low", "high"}},
      {&l.antonym, "antonym.tsv", {"pattern", "axis", "sign"}},
      {&l.verb, "verb.tsv", {"pattern", "form"}},
      {&l.irregular, "irregular.tsv", {"form", "stem"}},
      {&l.label, "label.tsv", {"pattern", "referent", "name"}},
      {&l.organisation, "body.tsv", {"pattern", "id", "country"}},
      {&l.revision, "revision.tsv", {"pattern", "class", "needs"}, check_revision},
  };
}

/// English verbs that report what somebody says: no positions ("condemned"), which are content, and
/// no form in "-ing", which ends no reporting clause.
Status add_cues(FactLexicon& l, const LexiconSource& source, const std::string& folder) {
  if (l.language != "en") {
    return Done{};
  }
  for (const LexiconSource::Part& part : source.parts(folder + "cue.tsv")) {
    Result<Table> parsed = parse_table(part.name, part.bytes, {"pattern", "class", "takes"});
    if (!parsed) {
      return std::move(parsed).error();
    }
    for (const Table::Row& row : parsed.value().rows) {
      if (row.fields[1] == "stance") {
        continue;
      }
      const auto payload = static_cast<std::uint32_t>(l.cue.rows.size());
      const std::string_view forms = row.fields[0];
      for (std::size_t begin = 0; begin <= forms.size();) {
        const std::size_t end = std::min(forms.find('|', begin), forms.size());
        const std::string_view form = forms.substr(begin, end - begin);
        if (!form.substr(0, form.find(' ')).ends_with("ing")) {
          l.cue.phrases.add(form, payload, l.language);
        }
        begin = end + 1;
      }
      l.cue.rows.push_back({std::string(row.fields[1]), std::string(row.fields[2])});
    }
  }
  return Done{};
}

/// Related concepts, for all languages.
Status add_kin(FactLexicon& l, const LexiconSource& source) {
  std::map<std::string, std::uint8_t, std::less<>> sets;
  for (const LexiconSource::Part& part : source.parts("common/kin.tsv")) {
    Result<Table> parsed = parse_table(part.name, part.bytes, {"concept", "set"});
    if (!parsed) {
      return std::move(parsed).error();
    }
    for (const Table::Row& row : parsed.value().rows) {
      const auto next = static_cast<std::uint8_t>(sets.size() + 1);
      const std::uint8_t set = sets.emplace(std::string(row.fields[1]), next).first->second;
      KinSets& kin = l.kin[std::string(row.fields[0])];
      auto* const free = std::find(kin.begin(), kin.end(), std::uint8_t{0});
      if (free == kin.end() || set == std::numeric_limits<std::uint8_t>::max()) {
        return Error{ErrorCode::kFormat, part.name + ":" + std::to_string(row.line),
                     free == kin.end() ? "the concept stands in too many sets" : "too many sets"};
      }
      *free = set;
    }
  }
  return Done{};
}

/// Continents of countries, for all languages.
Status add_continents(FactLexicon& l, const LexiconSource& source) {
  for (const LexiconSource::Part& part : source.parts("common/continent.tsv")) {
    Result<Table> parsed = parse_table(part.name, part.bytes, {"iso2", "continents"});
    if (!parsed) {
      return std::move(parsed).error();
    }
    for (const Table::Row& row : parsed.value().rows) {
      l.continents["@" + std::string(row.fields[0])] = std::string(row.fields[1]);
    }
  }
  return Done{};
}

Status add_functions(FactLexicon& l, const LexiconSource& source, const std::string& folder) {
  for (const LexiconSource::Part& part : source.parts(folder + "function.tsv")) {
    Result<Table> parsed = parse_table(part.name, part.bytes, {"word", "class"});
    if (!parsed) {
      return std::move(parsed).error();
    }
    for (const Table::Row& row : parsed.value().rows) {
      if (!l.functions.add(row.fields[0], row.fields[1], l.language)) {
        return Error{ErrorCode::kFormat, part.name + ":" + std::to_string(row.line),
                     "no function class \"" + std::string(row.fields[1]) + "\""};
      }
    }
  }
  return Done{};
}

Status add_separable(FactLexicon& l, const LexiconSource& source, const std::string& folder) {
  for (const LexiconSource::Part& part : source.parts(folder + "separable.tsv")) {
    Result<Table> parsed = parse_table(part.name, part.bytes, {"forms", "particle", "verb"});
    if (!parsed) {
      return std::move(parsed).error();
    }
    for (const Table::Row& row : parsed.value().rows) {
      const std::string forms = fold(row.fields[0], l.language);
      const std::string particle = fold(row.fields[1], l.language);
      const std::string verb = fold(row.fields[2], l.language);
      if (verb.starts_with(particle)) {
        l.separable[particle + "zu" + verb.substr(particle.size())] = {{"", verb}};
      }
      for (std::size_t begin = 0; begin <= forms.size();) {
        const std::size_t end = std::min(forms.find('|', begin), forms.size());
        l.separable[forms.substr(begin, end - begin)].emplace_back(particle, verb);
        begin = end + 1;
      }
    }
  }
  return Done{};
}

/// "Warsaw said": a capital, or another seat of power; "Gdansk said" is no government.
bool seat_of_power(std::string_view name) {
  static const std::unordered_set<std::string_view> kSeats = [] {
    std::unordered_set<std::string_view> seats;
    std::string_view table = embedded_table("en/metonym.tsv").value_or("");
    while (!table.empty()) {
      const std::string_view row = table.substr(0, table.find('\n'));
      table.remove_prefix(std::min(table.size(), row.size() + 1));
      for (std::string_view names = row.substr(0, row.find('\t')); !names.empty();) {
        const std::string_view one = names.substr(0, names.find('|'));
        names.remove_prefix(std::min(names.size(), one.size() + 1));
        seats.insert(one);
      }
    }
    return seats;
  }();
  return kSeats.contains(name);
}

/// Adds one country or place; `columns` of place.tsv differ between English and the others.
void add_place(FactLexicon& l, const Table::Row& row, std::string_view kind) {
  const bool english = l.language == "en";
  const bool is_place = kind == "place";
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
  if (l.language == "de" && kind != "demonym" && !row.fields[0].ends_with("s")) {
    l.place.phrases.add(std::string(row.fields[0]) + "s", payload, l.language);  // genitive
  }
  const bool speaks = !english || seat_of_power(row.fields[0]);
  l.place.rows.push_back({std::string(kind), id, iso, speaks ? "seat" : ""});
}

/// Countries, demonyms and cities share one matcher; rows are {kind, id, country, "seat"
/// where it may stand for its government}.
Status add_places(FactLexicon& l, const LexiconSource& source, const std::string& folder) {
  struct Kind {
    const char* name;
    Columns columns;
    const char* kind;
  };
  const bool english = l.language == "en";
  const std::vector<Kind> kinds = {
      {"demonym.tsv", {"form", "iso2"}, "demonym"},
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
        add_place(l, row, kind.kind);
      }
    }
  }
  return Done{};
}

}  // namespace

const std::vector<std::string>* FactTable::ending(std::string_view folded) const {
  constexpr std::size_t kMinStem = 2;
  for (std::size_t at = kMinStem; !endings.empty() && at < folded.size(); ++at) {
    if (const auto found = endings.find(folded.substr(at)); found != endings.end()) {
      return &rows[found->second];
    }
  }
  return nullptr;
}

bool FunctionWords::add(std::string_view word, std::string_view class_name,
                        std::string_view language) {
  const auto* const at =
      std::find(std::begin(kFunctionClasses), std::end(kFunctionClasses), class_name);
  if (at == std::end(kFunctionClasses)) {
    return false;
  }
  const auto index = static_cast<std::size_t>(at - std::begin(kFunctionClasses));
  const auto kind = static_cast<FunctionClass>(index);
  if (kind == FunctionClass::kVerbEnding || kind == FunctionClass::kFutureEnding ||
      kind == FunctionClass::kPlaceEnding || kind == FunctionClass::kVerbalNoun) {
    endings_.emplace_back(kind, fold(word, language));
  } else {
    words_[fold(word, language)] |= std::uint64_t{1} << index;
  }
  return true;
}

std::uint64_t FunctionWords::classes(std::string_view folded) const {
  const auto it = words_.find(folded);
  return it == words_.end() ? 0 : it->second;
}

bool FunctionWords::ends_with(std::string_view folded, FunctionClass ending) const {
  return std::any_of(endings_.begin(), endings_.end(), [&](const auto& entry) {
    return entry.first == ending && folded.size() > entry.second.size() + 1 &&
           folded.ends_with(entry.second);
  });
}

Result<FactLexicon> FactLexicon::load(std::string_view language, const LexiconSource& source) {
  FactLexicon lexicon;
  lexicon.language = std::string(language);
  const std::string folder = lexicon.language + "/";
  for (const Wanted& wanted : wanted_tables(lexicon)) {
    if (Status status = add_table(wanted, source, folder, language); !status) {
      return std::move(status).error();
    }
  }
  if (Status status = add_cues(lexicon, source, folder); !status) {
    return std::move(status).error();
  }
  if (Status status = add_kin(lexicon, source); !status) {
    return std::move(status).error();
  }
  if (Status status = add_continents(lexicon, source); !status) {
    return std::move(status).error();
  }
  if (Status status = add_functions(lexicon, source, folder); !status) {
    return std::move(status).error();
  }
  if (Status status = add_separable(lexicon, source, folder); !status) {
    return std::move(status).error();
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

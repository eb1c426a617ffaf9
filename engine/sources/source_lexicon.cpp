#include "engine/sources/source_lexicon.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "models/text/fold.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {

using Columns = std::vector<std::string_view>;

template <class T>
struct Named {
  std::string_view name;
  T value;
};

constexpr std::array kCueClasses = {
    Named<CueClass>{"neutral", CueClass::kNeutral}, Named<CueClass>{"claim", CueClass::kClaim},
    Named<CueClass>{"confirm", CueClass::kConfirm}, Named<CueClass>{"deny", CueClass::kDeny},
    Named<CueClass>{"stance", CueClass::kStance},   Named<CueClass>{"think", CueClass::kThink},
    Named<CueClass>{"ask", CueClass::kAsk},         Named<CueClass>{"show", CueClass::kShow}};
constexpr std::array kCueTakes = {
    Named<CueTakes>{"any", CueTakes::kAny}, Named<CueTakes>{"told", CueTakes::kTold},
    Named<CueTakes>{"that", CueTakes::kThat}, Named<CueTakes>{"object", CueTakes::kObject},
    Named<CueTakes>{"quote", CueTakes::kQuote}};
constexpr std::array kRoles = {Named<Role>{"ministry", Role::kMinistry},
                               Named<Role>{"minister", Role::kMinister},
                               Named<Role>{"ombudsperson", Role::kOmbudsperson},
                               Named<Role>{"ambassador", Role::kAmbassador},
                               Named<Role>{"spokesperson", Role::kSpokesperson},
                               Named<Role>{"president", Role::kPresident},
                               Named<Role>{"government", Role::kGovernment},
                               Named<Role>{"parliament", Role::kParliament},
                               Named<Role>{"military", Role::kMilitary},
                               Named<Role>{"police", Role::kPolice},
                               Named<Role>{"court", Role::kCourt},
                               Named<Role>{"party", Role::kParty},
                               Named<Role>{"igo", Role::kIgo},
                               Named<Role>{"ngo", Role::kNgo},
                               Named<Role>{"media", Role::kMedia},
                               Named<Role>{"person", Role::kPerson},
                               Named<Role>{"unknown", Role::kUnknown}};
constexpr std::array kSpeakerKinds = {
    Named<SpeakerKind>{"person", SpeakerKind::kPerson},
    Named<SpeakerKind>{"organisation", SpeakerKind::kOrganisation},
    Named<SpeakerKind>{"group", SpeakerKind::kGroup},
    Named<SpeakerKind>{"standin", SpeakerKind::kStandIn},
    Named<SpeakerKind>{"epithet", SpeakerKind::kEpithet}};
constexpr std::array kGenders = {Named<Gender>{"m", Gender::kMale},
                                 Named<Gender>{"f", Gender::kFemale},
                                 Named<Gender>{"", Gender::kUnknown}};
constexpr std::array kPositions = {Named<bool>{"before", true}, Named<bool>{"after", false}};
constexpr std::array kPronounClasses = {Named<PronounClass>{"male", PronounClass::kMale},
                                        Named<PronounClass>{"female", PronounClass::kFemale},
                                        Named<PronounClass>{"person", PronounClass::kPerson},
                                        Named<PronounClass>{"thing", PronounClass::kThing},
                                        Named<PronounClass>{"plural", PronounClass::kPlural},
                                        Named<PronounClass>{"self", PronounClass::kSelf}};
constexpr std::array kPronounUses = {Named<PronounUse>{"subject", PronounUse::kSubject},
                                     Named<PronounUse>{"possessive", PronounUse::kPossessive},
                                     Named<PronounUse>{"object", PronounUse::kObject}};
constexpr std::array kDocumentKinds = {Named<bool>{"official", true}, Named<bool>{"other", false}};
constexpr std::array kFrames = {Named<Frame>{"that", Frame::kThat},
                                Named<Frame>{"wh", Frame::kWh},
                                Named<Frame>{"relative", Frame::kRelative},
                                Named<Frame>{"article", Frame::kArticle},
                                Named<Frame>{"auxiliary", Frame::kAuxiliary},
                                Named<Frame>{"be", Frame::kBe},
                                Named<Frame>{"negation", Frame::kNegation},
                                Named<Frame>{"preposition", Frame::kPreposition},
                                Named<Frame>{"of", Frame::kOf},
                                Named<Frame>{"agent", Frame::kAgent},
                                Named<Frame>{"and", Frame::kAnd},
                                Named<Frame>{"but", Frame::kBut},
                                Named<Frame>{"adverb", Frame::kAdverb},
                                Named<Frame>{"day", Frame::kDay},
                                Named<Frame>{"according", Frame::kAccording},
                                Named<Frame>{"according_own", Frame::kAccordingOwn},
                                Named<Frame>{"according_after", Frame::kAccordingAfter},
                                Named<Frame>{"according_last", Frame::kAccordingLast},
                                Named<Frame>{"citing", Frame::kCiting},
                                Named<Frame>{"venue", Frame::kVenue},
                                Named<Frame>{"reset", Frame::kReset},
                                Named<Frame>{"question", Frame::kQuestion},
                                Named<Frame>{"answer", Frame::kAnswer},
                                Named<Frame>{"byline", Frame::kByline},
                                Named<Frame>{"continues", Frame::kContinues},
                                Named<Frame>{"nobody", Frame::kNobody},
                                Named<Frame>{"noun", Frame::kNoun},
                                Named<Frame>{"topic", Frame::kTopic}};
constexpr std::array kLeads = {
    Named<Lead>{"back", Lead::kBack}, Named<Lead>{"back_said", Lead::kBackSaid},
    Named<Lead>{"opinion", Lead::kOpinion}, Named<Lead>{"reported", Lead::kReported},
    Named<Lead>{"issues", Lead::kIssues}};
constexpr std::array kOrders = {Named<WordOrder>{"svo", WordOrder::kSvo},
                                Named<WordOrder>{"vso", WordOrder::kVso},
                                Named<WordOrder>{"sov", WordOrder::kSov}};

/// Reads one row of a table word by word; the first unknown word is kept as the error.
class RowReader {
 public:
  RowReader(const std::string& table, const Columns& columns, const Table::Row& row)
      : table_(table), columns_(columns), row_(row) {}

  [[nodiscard]] std::string_view text(std::size_t column) const { return row_.fields[column]; }

  template <class T, std::size_t N>
  [[nodiscard]] T word(std::size_t column, const std::array<Named<T>, N>& known) {
    for (const Named<T>& entry : known) {
      if (entry.name == row_.fields[column]) {
        return entry.value;
      }
    }
    if (!error_) {
      std::string message = "unknown " + std::string(columns_[column]) + " '" +
                            std::string(row_.fields[column]) + "' (";
      for (std::size_t i = 0; i < N; ++i) {
        message += (i == 0 ? "" : i + 1 == N ? " or " : ", ");
        message += known[i].name.empty() ? "nothing" : std::string(known[i].name);
      }
      error_ = Error{ErrorCode::kFormat, table_ + ":" + std::to_string(row_.line), message + ")"};
    }
    return known[0].value;
  }

  [[nodiscard]] const std::optional<Error>& error() const { return error_; }

 private:
  const std::string& table_;
  const Columns& columns_;
  const Table::Row& row_;
  std::optional<Error> error_;
};

/// Calls `add(reader)` for every row of all parts of a table.
template <class Add>
Status read_rows(const LexiconSource& source, const std::string& name, const Columns& columns,
                 Add add) {
  for (const LexiconSource::Part& part : source.parts(name)) {
    Result<Table> table = parse_table(part.name, part.bytes, columns);
    if (!table) {
      return std::move(table).error();
    }
    for (const Table::Row& row : table.value().rows) {
      RowReader reader(part.name, columns, row);
      add(reader);
      if (reader.error()) {
        return *reader.error();
      }
    }
  }
  return Done{};
}

/// A table whose first column is a pattern, with the place of its patterns and rows.
template <class Row>
struct PatternTable {
  const char* name = nullptr;
  Columns columns;
  PhraseSet& phrases;
  std::vector<Row>& rows;
};

/// `read` makes a row of the columns behind the pattern.
template <class Row, class Read>
Status read_patterns(const SourceLexicon& l, const LexiconSource& source,
                     const PatternTable<Row>& table, Read read) {
  return read_rows(source, l.language + "/" + table.name, table.columns, [&](RowReader& r) {
    table.phrases.add(r.text(0), static_cast<std::uint32_t>(table.rows.size()), l.language);
    table.rows.push_back(read(r));
  });
}

/// Calls `use` with every alternative of a pattern.
template <class Use>
void each_alternative(std::string_view pattern, Use use) {
  for (std::size_t begin = 0; begin <= pattern.size();) {
    const std::size_t end = std::min(pattern.find('|', begin), pattern.size());
    use(pattern.substr(begin, end - begin));
    begin = end + 1;
  }
}

void longest_first(std::vector<SourceLexicon::CompoundHead>& heads) {
  std::stable_sort(heads.begin(), heads.end(), [](const auto& a, const auto& b) {
    return a.word.size() != b.word.size() ? a.word.size() > b.word.size() : a.word < b.word;
  });
}

/// Roles and documents of one word and some length that may end a compound.
Status load_compounds(SourceLexicon& l, const LexiconSource& source) {
  constexpr std::size_t kShortest = 6;
  constexpr std::size_t kShortestPerson = 4;  // "-arzt", "-chef"
  if (l.language != "de" && l.language != "nl" && l.language != "sv") {
    return Done{};
  }
  std::uint32_t row = 0;
  const auto add = [&](std::vector<SourceLexicon::CompoundHead>& heads, std::string_view pattern,
                       std::size_t shortest) {
    each_alternative(pattern, [&](std::string_view word) {
      if (word.size() >= shortest && word.find_first_of(" *~-") == std::string_view::npos) {
        heads.push_back({fold(word, l.language), row});
      }
    });
    ++row;
  };
  Status status = read_rows(
      source, l.language + "/role.tsv", {"pattern", "role", "kind", "gender"}, [&](RowReader& r) {
        const bool person = r.text(2) == "person" || r.text(2) == "epithet";
        add(l.compound_heads, r.text(0), person ? kShortestPerson : kShortest);
      });
  if (!status) {
    return status;
  }
  row = 0;
  status = read_rows(source, l.language + "/document_noun.tsv", {"pattern", "kind"},
                     [&](RowReader& r) { add(l.compound_documents, r.text(0), kShortest - 1); });
  longest_first(l.compound_heads);
  longest_first(l.compound_documents);
  return status;
}

/// The part of a German verb that goes to the end of the clause: "ab", the last word of "in
/// Frage"; empty if the pattern has none.
std::string_view particle_of(std::string_view pattern) {
  static constexpr WordList kParticles = {"ab",
                                          "an",
                                          "auf",
                                          "aus",
                                          "bei",
                                          "bekannt",
                                          "dar",
                                          "ein",
                                          "fest",
                                          "fort",
                                          "entgegen",
                                          "heraus",
                                          "her",
                                          "hervor",
                                          "hin",
                                          "hinzu",
                                          "klar",
                                          "infrage",
                                          "mit",
                                          "nach",
                                          "nahe",
                                          "offen",
                                          "voraus",
                                          "vorher",
                                          "vor",
                                          "weiter",
                                          "zu",
                                          "zusammen",
                                          "zur\xc3\xbc"
                                          "ck"};
  static constexpr WordList kLinks = {"in", "ins", "zu", "zum", "zur"};
  const std::size_t blank = pattern.find(' ');
  if (blank == std::string_view::npos) {
    return {};
  }
  const std::string_view rest = pattern.substr(blank + 1);
  if (kParticles.contains(rest)) {
    return rest;
  }
  const std::size_t second = rest.find(' ');
  const bool linked = second != std::string_view::npos && kLinks.contains(rest.substr(0, second));
  return linked ? rest.substr(second + 1) : std::string_view();
}

/// The last word of a pattern, where other words may stand between it and the verb: "haelt ...
/// fuer", "met ... en doute".
std::string_view inner_word_of(std::string_view pattern) {
  static constexpr WordList kInner = {
      "als",
      "auf",
      "f\xc3\xbcr",
      "doute",
      "cause",
      "duda",
      "entredicho",
      "evidencia",
      "\xd1\x81\xd0\xbe\xd0\xbc\xd0\xbd\xd0\xb5\xd0\xbd\xd0\xb8\xd0\xb5",
      "\xd1\x81\xd0\xbe\xd0\xbc\xd0\xbd\xd0\xb5\xd0\xbd\xd0\xb8\xd1\x8e",
      "\xd0\xba\xd1\x80\xd0\xb8\xd1\x82\xd0\xb8\xd0\xba\xd0\xb5",
      "\xd0\xb2\xd0\xb8\xd0\xbd\xd1\x83",
      "\xd0\xb2\xd0\xbd\xd0\xb8\xd0\xbc\xd0\xb0\xd0\xbd\xd0\xb8\xd0\xb5",
      "\xd0\xbd\xd0\xb0\xd0\xb4\xd0\xb5\xd0\xb6\xd0\xb4\xd1\x83",
      "\xd1\x83\xd0\xb2\xd0\xb5\xd1\x80\xd0\xb5\xd0\xbd\xd0\xbd\xd0\xbe\xd1\x81\xd1\x82\xd1\x8c",
      "\xd1\x81\xd0\xbe\xd0\xb6\xd0\xb0\xd0\xbb\xd0\xb5\xd0\xbd\xd0\xb8\xd0\xb5",
      "\xd0\xbf\xd1\x80\xd0\xbe\xd1\x82\xd0\xb5\xd1\x81\xd1\x82",
      "\xd8\xa7\xd9\x84\xd9\x85\xd8\xb3\xd8\xa4\xd9\x88\xd9\x84\xd9\x8a\xd8\xa9",
      "\xd9\x85\xd8\xb3\xd8\xa4\xd9\x88\xd9\x84\xd9\x8a\xd8\xa9"};
  const std::size_t blank = pattern.rfind(' ');
  const std::string_view last =
      blank == std::string_view::npos ? std::string_view() : pattern.substr(blank + 1);
  return kInner.contains(last) ? last : std::string_view();
}

/// Verbs of several words of which the last goes to the end of a German clause, or stands further
/// on in the clause.
Status load_split_cues(SourceLexicon& l, const LexiconSource& source) {
  std::uint32_t row = 0;
  return read_rows(source, l.language + "/cue.tsv", {"pattern", "class", "takes"},
                   [&](RowReader& r) {
                     each_alternative(r.text(0), [&](std::string_view pattern) {
                       const std::size_t blank = pattern.find(' ');
                       if (blank == std::string_view::npos) {
                         return;
                       }
                       const std::string verb = fold(pattern.substr(0, blank), l.language);
                       constexpr std::size_t kShortestVerb = 3;  // no auxiliary: "a mis en cause"
                       const std::string_view inner = inner_word_of(pattern);
                       if (!inner.empty() && verb.size() >= kShortestVerb && verb != "ont" &&
                           verb != "avait" && verb != "han") {
                         l.inner_cues[verb][fold(inner, l.language)] = row;
                       }
                       const std::string_view particle =
                           l.language == "de" ? particle_of(pattern) : std::string_view();
                       if (particle.empty()) {
                         return;
                       }
                       l.split_cues[verb][fold(particle, l.language)] = row;
                       if (particle.size() == pattern.size() - blank - 1) {
                         // At the end of a clause they are one word: "wie die Polizei mitteilte".
                         l.cues.add(std::string(particle) + std::string(pattern.substr(0, blank)),
                                    row, l.language);
                       }
                     });
                     ++row;
                   });
}

Status load_speakers(SourceLexicon& l, const LexiconSource& source) {
  if (Status s = read_patterns(
          l, source,
          PatternTable<RoleRow>{
              "role.tsv", {"pattern", "role", "kind", "gender"}, l.roles, l.role_rows},
          [](RowReader& r) {
            RoleRow row{r.word(1, kRoles), r.word(2, kSpeakerKinds), r.word(3, kGenders)};
            row.epithet = row.kind == SpeakerKind::kEpithet;
            row.kind = row.epithet ? SpeakerKind::kPerson : row.kind;
            return row;
          });
      !s) {
    return s;
  }
  if (Status s =
          read_patterns(l, source,
                        PatternTable<TitleRow>{
                            "title.tsv", {"pattern", "gender", "position"}, l.titles, l.title_rows},
                        [](RowReader& r) {
                          return TitleRow{r.word(1, kGenders), r.word(2, kPositions)};
                        });
      !s) {
    return s;
  }
  if (Status s =
          read_patterns(l, source,
                        PatternTable<PronounRow>{
                            "pronoun.tsv", {"pattern", "class", "use"}, l.pronouns, l.pronoun_rows},
                        [](RowReader& r) {
                          return PronounRow{r.word(1, kPronounClasses), r.word(2, kPronounUses)};
                        });
      !s) {
    return s;
  }
  if (Status s = read_patterns(
          l, source,
          PatternTable<Gender>{
              "given_name.tsv", {"pattern", "gender"}, l.given_names, l.given_name_rows},
          [](RowReader& r) { return r.word(1, kGenders); });
      !s) {
    return s;
  }
  const auto body = [](RowReader& r) {
    return BodyRow{std::string(r.text(1)), r.word(2, kRoles), std::string(r.text(3))};
  };
  if (Status s = read_patterns(l, source,
                               PatternTable<BodyRow>{"organisation.tsv",
                                                     {"pattern", "name", "role", "iso2"},
                                                     l.organisations,
                                                     l.organisation_rows},
                               body);
      !s) {
    return s;
  }
  return read_patterns(
      l, source,
      PatternTable<BodyRow>{
          "metonym.tsv", {"pattern", "name", "role", "iso2"}, l.metonyms, l.metonym_rows},
      body);
}

Status load_frame(SourceLexicon& l, const LexiconSource& source) {
  if (Status s = read_patterns(
          l, source,
          PatternTable<CueRow>{"cue.tsv", {"pattern", "class", "takes"}, l.cues, l.cue_rows},
          [](RowReader& r) {
            return CueRow{r.word(1, kCueClasses), r.word(2, kCueTakes)};
          });
      !s) {
    return s;
  }
  if (Status s =
          read_patterns(l, source,
                        PatternTable<bool>{
                            "document_noun.tsv", {"pattern", "kind"}, l.documents, l.document_rows},
                        [](RowReader& r) { return r.word(1, kDocumentKinds); });
      !s) {
    return s;
  }
  if (Status s = read_patterns(
          l, source, PatternTable<Lead>{"lead.tsv", {"pattern", "class"}, l.leads, l.lead_rows},
          [](RowReader& r) { return r.word(1, kLeads); });
      !s) {
    return s;
  }
  l.reports_by_form =
      std::find(l.lead_rows.begin(), l.lead_rows.end(), Lead::kReported) != l.lead_rows.end();
  return read_patterns(
      l, source, PatternTable<Frame>{"frame.tsv", {"pattern", "class"}, l.frames, l.frame_rows},
      [](RowReader& r) { return r.word(1, kFrames); });
}

Status load_countries(SourceLexicon& l, const LexiconSource& source) {
  const auto iso2 = [](RowReader& r) { return std::string(r.text(1)); };
  for (const char* name : {"territory_extra.tsv", "territory.gen.tsv"}) {
    if (Status s = read_patterns(
            l, source,
            PatternTable<std::string>{name, {"name", "iso2"}, l.countries, l.country_rows}, iso2);
        !s) {
      return s;
    }
  }
  return read_patterns(
      l, source,
      PatternTable<std::string>{"demonym.tsv", {"form", "iso2"}, l.demonyms, l.demonym_rows}, iso2);
}

Status load_common(SourceLexicon& l, const LexiconSource& source) {
  if (Status s = read_rows(
          source, l.language + "/case_ending.tsv", {"ending"},
          [&](RowReader& r) { l.oblique_endings.push_back(fold(r.text(0), l.language)); });
      !s) {
    return s;
  }
  static constexpr std::array kLevels = {Named<int>{"1", 1}, Named<int>{"2", 2}};
  if (Status s = read_rows(source, "common/quotes.tsv", {"open", "close", "level"},
                           [&](RowReader& r) {
                             l.quotes.push_back({std::string(r.text(0)), std::string(r.text(1)),
                                                 r.word(2, kLevels)});
                           });
      !s) {
    return s;
  }
  return read_rows(source, "common/grammar.tsv", {"language", "order"}, [&](RowReader& r) {
    const WordOrder order = r.word(1, kOrders);
    if (r.text(0) == l.language) {
      l.order = order;
    }
  });
}

}  // namespace

const SourceLexicon::CompoundHead* SourceLexicon::head_of(const std::vector<CompoundHead>& heads,
                                                          std::string_view folded) {
  constexpr std::size_t kShortestFront = 3;
  const auto found = std::find_if(heads.begin(), heads.end(), [&](const CompoundHead& head) {
    return folded.size() >= head.word.size() + kShortestFront && folded.ends_with(head.word);
  });
  return found == heads.end() ? nullptr : &*found;
}

Result<SourceLexicon> SourceLexicon::load(std::string_view language, const LexiconSource& source) {
  SourceLexicon lexicon;
  lexicon.language = std::string(language);
  for (const auto load :
       {load_speakers, load_compounds, load_split_cues, load_frame, load_countries, load_common}) {
    if (Status status = load(lexicon, source); !status) {
      return std::move(status).error();
    }
  }
  return lexicon;
}

}  // namespace parallax

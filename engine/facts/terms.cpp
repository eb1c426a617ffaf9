/// Tokens -> terms: concepts, countries, places, names and open-vocabulary words.

#include <algorithm>
#include <array>

#include "engine/facts/claim_context.hpp"
#include "models/text/latin.hpp"
#include "models/text/word_list.hpp"
#include "models/vector/background.hpp"

namespace parallax {
namespace {

constexpr std::size_t kLongestAcronym = 6;
/// Shorter skeletons fit too many names.
constexpr std::size_t kSkeletonLetters = 3;

/// True if the place at `i` stands behind a preposition of place, lists and articles skipped.
/// "In May, Norland ...": behind the comma stands the subject; "in Paris, London and Rome": a list.
bool parts_lead(const ClaimContext& c, std::size_t comma) {
  return comma > 0 && c.taken[comma - 1];
}

bool behind_preposition(const ClaimContext& c, std::size_t i) {
  std::size_t at = i;
  for (int step = 0; at > 0 && step < 8; ++step) {
    --at;
    if (c.has(at, FunctionClass::kLocative)) {
      return true;
    }
    const bool skip = (c.is(at, ",") && !parts_lead(c, at)) ||
                      c.has(at, FunctionClass::kPlaceLead) ||
                      c.tokens[at].shape == Shape::kCapitalised;
    if (!skip) {
      return false;
    }
  }
  return false;
}

/// "the city of Warsaw", "la ciudad de Kiev": a noun in front says that it is a place.
bool named_as_place(const ClaimContext& c, std::size_t i) {
  const std::size_t at = i > 0 && c.has(i - 1, FunctionClass::kNounLink) ? i - 1 : i;
  return at > 0 && c.has(at - 1, FunctionClass::kPlaceLead) &&
         !c.has(at - 1, FunctionClass::kNounLink) && !c.has(at - 1, FunctionClass::kArticle) &&
         !c.has(at - 1, FunctionClass::kJoint) && !c.is(at - 1, "both");
}

/// "The railway museum of Warsaw", "the docks of Tallinn": where a site is, in English.
bool of_a_site(const ClaimContext& c, std::size_t i) {
  return c.lexicon.language == "en" && i > 1 && c.is(i - 1, "of") &&
         c.is_any(i - 2, {"prison",    "jail",    "market",  "port",      "harbour",   "airport",
                          "station",   "museum",  "stadium", "mosque",    "church",    "cathedral",
                          "beach",     "beaches", "suburb",  "suburbs",   "outskirts", "streets",
                          "centre",    "center",  "square",  "synagogue", "barracks",  "north",
                          "south",     "east",    "west",    "outside",   "bridge",    "hospital",
                          "hospitals", "hills",   "docks",   "quays",     "zoo",       "abbey"});
}

bool capitalised(const ClaimContext& c, std::size_t i) {
  if (i >= c.size() || c.tokens[i].kind != TokenKind::kWord) {
    return false;
  }
  return has_capital(c.tokens[i].shape);
}

Term make_term(const ClaimContext& c, std::size_t i, std::size_t length, TermKind kind) {
  Term term;
  term.span = c.span(i, i + length - 1);
  term.token = static_cast<std::uint32_t>(i) + c.first_token;
  term.tokens = static_cast<std::uint32_t>(length);
  term.kind = kind;
  // "fired on" goes by its verb, "power plant" by its noun.
  const bool particle = length > 1 && c.word(i + length - 1).stop && !c.word(i).stop;
  term.stem = c.word(particle ? i : i + length - 1).stem_id;
  term.id = term.stem;
  term.pivot = term.token;
  // English endings suffice; elsewhere participles end like nouns, so an auxiliary tells, too.
  const bool auxiliary = c.lexicon.language != "en" && i > 0 &&
                         c.has(i - 1, FunctionClass::kVerbMarker) && !c.punctuation(i);
  term.verb_form =
      auxiliary || c.lexicon.functions.ends_with(c.folded(i), FunctionClass::kVerbEnding);
  return term;
}

/// Country, demonym or place at `i`; length 0 if there is none.
std::size_t place_at(const ClaimContext& c, std::size_t i, Term& term) {
  std::size_t length = 0;
  const auto* row = c.look_up(c.lexicon.place, i, length);
  if (row == nullptr) {
    return 0;
  }
  const bool cased = c.tokens[i].shape != Shape::kUncased;
  const bool lower = c.lexicon.language != "en" && (*row)[0] == "demonym";
  if (cased && !capitalised(c, i) && !lower) {
    return 0;
  }
  const bool place = (*row)[0] == "place";
  term = make_term(c, i, length, place ? TermKind::kPlace : TermKind::kCountry);
  term.locative =
      behind_preposition(c, i) ||
      c.lexicon.functions.ends_with(c.folded(i + length - 1), FunctionClass::kPlaceEnding);
  const bool metonym = place && !term.locative && !(*row)[2].empty() && !(*row)[3].empty() &&
                       !named_as_place(c, i) && !of_a_site(c, i);
  if (metonym) {
    term.kind = TermKind::kCountry;
    term.id = c.words.intern_stem("@" + (*row)[2]);
  } else {
    term.id = c.words.intern_stem((*row)[1]);
    term.region = place && !(*row)[2].empty() ? c.words.intern_stem("@" + (*row)[2]) : StemId{};
  }
  return length;
}

/// An international body or other organisation of the table; its variants share one id.
std::size_t organisation_at(const ClaimContext& c, std::size_t i, Term& term) {
  std::size_t length = 0;
  const auto* row = c.look_up(c.lexicon.organisation, i, length);
  if (row == nullptr || (c.tokens[i].shape != Shape::kUncased && !capitalised(c, i))) {
    return 0;
  }
  // "Irena Solt" is no IRENA.
  if (length == 1 && c.tokens[i].shape == Shape::kCapitalised && capitalised(c, i + 1) &&
      c.folded(i).size() <= kLongestAcronym && !c.word(i + 1).stop) {
    return 0;
  }
  term = make_term(c, i, length, TermKind::kName);
  const bool bridged = (*row)[0].compare(0, 4, "org:") != 0;  // a concept of other languages too
  term.id = c.words.intern_stem((bridged ? "=" : "@") + (*row)[0]);
  return length;
}

/// A phrase of two words with a number between them: "claimed 16 lives", "fired 20 shots".
const std::vector<std::string>* across_number(const ClaimContext& c, std::size_t i) {
  constexpr std::size_t kReach = 5;
  std::size_t next = i + 1;
  while (next < c.size() && next < i + kReach && c.taken[next]) {
    ++next;
  }
  if (next == i + 1 || next >= c.size() || c.taken[next] || c.punctuation(next)) {
    return nullptr;
  }
  std::size_t number = 0;  // no measure: "arrived forty minutes late"
  static_cast<void>(read_number(c, i + 1, number));
  if (number != next - i - 1) {
    return nullptr;
  }
  const std::array<Token, 2> phrase = {c.tokens[i], c.tokens[next]};
  const PhraseSet::Match match = c.lexicon.concepts.phrases.match(phrase, 0, c.words);
  return match.length == phrase.size() ? &c.lexicon.concepts.rows[match.payload] : nullptr;
}

/// "Monday", "May", "19 May": a day or month begins here.
bool opens_date(const ClaimContext& c, std::size_t i) {
  std::size_t length = 0;
  const auto month = [&](std::size_t at) {
    return at < c.size() && c.taken[at] && c.look_up(c.lexicon.month, at, length) != nullptr;
  };
  return i < c.size() && c.taken[i] &&
         (month(i) || month(i + 1) || c.look_up(c.lexicon.weekday, i, length) != nullptr);
}

/// "Near the Selm pass on 19 May": "on" belongs to the date, so that nothing was passed on.
/// `row` and `length` of the words in front of it.
void leave_preposition(const ClaimContext& c, std::size_t i, const std::vector<std::string>*& row,
                       std::size_t& length) {
  const std::size_t last = i + length - 1;
  if (length < 2 || !c.is(last, "on") || !opens_date(c, last + 1)) {
    return;
  }
  const PhraseSet::Match match = c.lexicon.concepts.phrases.match(c.tokens.first(last), i, c.words);
  length = match.length;
  row = length == 0 ? nullptr : &c.lexicon.concepts.rows[match.payload];
}

std::size_t concept_at(const ClaimContext& c, std::size_t i, Term& term) {
  std::size_t length = 0;
  const auto* row = c.look_up(c.lexicon.concepts, i, length);
  leave_preposition(c, i, row, length);
  if (const auto* across = length > 1 ? nullptr : across_number(c, i); across != nullptr) {
    row = across;
    length = 1;
  }
  if (row == nullptr || (*row)[1] == "word") {  // "international" has the stem of "interned"
    return 0;
  }
  term = make_term(c, i, length, TermKind::kConcept);
  term.id = c.words.intern_stem("=" + (*row)[0]);
  term.event = (*row)[1] == "event";
  term.actor = (*row)[1] == "actor" || (*row)[1] == "person";
  term.speech = (*row)[1] == "speech";
  term.attribute = (*row)[1] == "attribute";
  if (const auto kin = c.lexicon.kin.find((*row)[0]); kin != c.lexicon.kin.end()) {
    term.kin = kin->second;
  }
  return length;
}

/// A country, place or title in a capitalised run begins something else; other words of the tables
/// belong to the name ("Maritime Safety Agency").
bool ends_name(const ClaimContext& c, std::size_t i) {
  Term other;
  if (place_at(c, i, other) != 0) {
    return true;
  }
  Term idea;
  const std::size_t length = concept_at(c, i, idea);
  // "The Norvian Ministry of Defence": whose it is and what
  const bool body = length > 2 && idea.actor && c.is(i + 1, "of");
  return length != 0 &&
         (c.lexicon.language != "en" || idea.speech || idea.kind == TermKind::kName || body);
}

/// A word that official language does not use: at the start of a sentence it is taken for a name.
bool unknown_word(const ClaimContext& c, std::size_t i) {
  if (c.lexicon.language != "en" || c.tokens[i].kind != TokenKind::kWord) {
    return false;
  }
  const BackgroundModel* model = BackgroundModel::builtin("en");
  const std::string& word = c.word(i).folded;
  std::size_t length = 0;
  return model != nullptr && model->paragraph_frequency(word) == 0 &&
         model->paragraph_frequency(c.word(i).stem) == 0 &&
         c.look_up(c.lexicon.verb, i, length) == nullptr && !word.ends_with("ed") &&
         !word.ends_with("ing") && !word.ends_with("ly") && word.find('\'') == std::string::npos;
}

/// "awarded to X", "belonged to the X force": only known places are places there.
bool directed(const ClaimContext& c, std::size_t i) {
  const std::size_t lead = i > 1 && c.has(i - 1, FunctionClass::kArticle) ? i - 1 : i;
  return lead > 0 && c.is_any(lead - 1, {"to", "from", "over", "through", "across"});
}

/// "District", "Ministry": the last word of many names, so that it is none of its own.
bool generic_noun(std::string_view word) {
  static constexpr std::array<std::string_view, 86> kNouns = {
      "academy",      "act",        "agency",      "agreement",  "airlines",    "airport",
      "airways",      "alliance",   "army",        "assembly",   "association", "authority",
      "bank",         "base",       "battalion",   "bay",        "board",       "bridge",
      "brigade",      "bureau",     "camp",        "canal",      "cathedral",   "center",
      "centre",       "church",     "command",     "commission", "committee",   "company",
      "conference",   "convention", "corporation", "corps",      "council",     "county",
      "court",        "dam",        "department",  "district",   "division",    "federation",
      "fleet",        "force",      "forces",      "foundation", "front",       "fund",
      "government",   "group",      "guard",       "gulf",       "harbour",     "hospital",
      "institute",    "island",     "islands",     "lake",       "league",      "ministry",
      "mosque",       "mountains",  "movement",    "museum",     "office",      "organisation",
      "organization", "party",      "pass",        "peninsula",  "police",      "port",
      "prison",       "protocol",   "province",    "regiment",   "region",      "river",
      "service",      "square",     "state",       "station",    "treaty",      "tribunal",
      "university",   "valley"};
  return std::binary_search(kNouns.begin(), kNouns.end(), word);
}

/// Id of a name by its last two words: "Lomu District" is not "Sabari District".
StemId specific_id(const ClaimContext& c, std::size_t last_but_one, std::size_t last) {
  return c.words.intern_stem(c.word(last_but_one).stem + " " + c.word(last).stem);
}

/// A title or a bracket spelt out, or a verb in front of a name ("Heading the mission's ..."): no
/// name begins here.
bool begins_no_name(const ClaimContext& c, std::size_t i, bool sentence_start) {
  if (!capitalised(c, i) || c.word(i).stop ||
      c.is_any(i, {"lrb", "rrb", "lsb", "rsb", "mr", "mrs", "ms", "sir", "madam", "dr",
                   "excellency", "messrs", "sens", "rep", "sen", "gen", "lt", "col"})) {
    return true;
  }
  std::size_t length = 0;
  return sentence_start && c.lexicon.language == "en" && c.folded(i).ends_with("ing") &&
         c.look_up(c.lexicon.verb, i, length) != nullptr;
}

/// "A." inside a name: the token at `i` is its full stop.
bool stops_initial(const ClaimContext& c, std::size_t i) {
  return c.is(i, ".") && c.tokens[i - 1].span.size() == 1 && capitalised(c, i - 1) &&
         c.tokens[i].span.begin == c.tokens[i - 1].span.end;
}

/// Tokens at `i` that may stand inside a name, in front of a capital: "van der", a hyphen, the stop
/// of an initial.
std::size_t joints(const ClaimContext& c, std::size_t i) {
  constexpr std::size_t kMost = 3;
  if (c.is_any(i, {"-", "&"}) || stops_initial(c, i)) {
    return capitalised(c, i + 1) ? 1 : 0;
  }
  std::size_t count = 0;
  while (count < kMost && i + count < c.size() && c.has(i + count, FunctionClass::kNameParticle) &&
         !capitalised(c, i + count)) {
    ++count;
  }
  return count > 0 && capitalised(c, i + count) ? count : 0;
}

/// "Appointed Mira Holm Governor of the bank": the office behind a whole name is no part of it.
bool office_behind(const ClaimContext& c, std::size_t begin, std::size_t i) {
  return c.lexicon.language == "en" && i >= begin + 2 && c.is_any(i + 1, {"of", "for", "to"}) &&
         c.is_any(i, {"governor",  "president", "chair",      "chairman",   "chairwoman",
                      "director",  "minister",  "head",       "ambassador", "commissioner",
                      "secretary", "chief",     "mayor",      "commander",  "prosecutor",
                      "judge",     "envoy",     "auditor",    "chancellor", "rector",
                      "inspector", "coach",     "rapporteur", "registrar",  "speaker"});
}

/// "The Presidents of the two states", "Energy Ministers": holders of an office, no name.
bool plural_office(const ClaimContext& c, std::size_t i) {
  return c.lexicon.language == "en" &&
         c.is_any(i, {"ministers",   "presidents",    "ambassadors", "governors",   "heads",
                      "chiefs",      "commissioners", "chancellors", "premiers",    "monarchs",
                      "envoys",      "consuls",       "secretaries", "speakers",    "mayors",
                      "prefects",    "deputies",      "senators",    "judges",      "justices",
                      "members",     "parties",       "states",      "governments", "ministries",
                      "parliaments", "embassies"});
}

/// "Merovan", "Velmoran", "Osgardian": the adjective of a country that no table knows.
bool demonym_like(const ClaimContext& c, std::size_t i) {
  const std::string_view word = c.folded(i);
  constexpr std::size_t kLong = 5;
  return word.size() >= kLong && unknown_word(c, i) &&
         (word.ends_with("an") || word.ends_with("ese") || word.ends_with("ish") ||
          word.ends_with("ic"));
}

/// "Velmora's Foreign Ministry", "the Merovan Parliament": a body by its table at `i`, which ends
/// the capitalised run, behind the name of whose it is.
bool body_of_name(const ClaimContext& c, std::size_t i) {
  const bool plain = c.lexicon.language == "en" && c.tokens[i - 1].kind == TokenKind::kWord &&
                     c.tokens[i].kind == TokenKind::kWord;
  if (!plain) {
    return false;
  }
  Term body;
  const std::size_t length = concept_at(c, i, body);
  const bool owned = c.folded(i - 1).ends_with("'s");
  return length != 0 && body.actor && (owned || demonym_like(c, i - 1)) &&
         !capitalised(c, i + length);
}

/// End of the capitalised run that begins at `i`.
std::size_t run_end(const ClaimContext& c, std::size_t i) {
  std::size_t end = i + 1;
  while (end < c.size()) {
    const std::size_t joint = joints(c, end);
    const bool ends = ends_name(c, end) || office_behind(c, i, end) || body_of_name(c, end);
    if (joint == 0 && (!capitalised(c, end) || ends)) {
      break;
    }
    end += joint + 1;
  }
  return end;
}

/// A capitalised run that no table knows, with particles inside; sentence starts need a second
/// capital or a word that is no other.
std::size_t name_at(const ClaimContext& c, std::size_t i, bool sentence_start, Term& term) {
  if (begins_no_name(c, i, sentence_start)) {
    return 0;
  }
  const std::size_t end = run_end(c, i);
  if (end <= i + 2 && plural_office(c, end - 1)) {
    return 0;
  }
  const bool owner = end == i + 1 && end < c.size() && capitalised(c, end) && body_of_name(c, end);
  if (sentence_start && end == i + 1 && c.tokens[i].shape == Shape::kCapitalised &&
      !unknown_word(c, i) && !owner) {
    return 0;
  }
  if (c.lexicon.language == "de" && end == i + 1) {
    return 0;
  }
  term = make_term(c, i, end - i, TermKind::kName);
  if (end > i + 1 && c.lexicon.language == "en" && generic_noun(c.word(end - 1).folded)) {
    term.id = specific_id(c, end - 2, end - 1);
  }
  term.locative = !directed(c, i) && (behind_preposition(c, i) || named_as_place(c, i));
  const std::string skeleton = name_skeleton(c.word(end - 1).folded);
  if (skeleton.size() >= kSkeletonLetters) {
    term.skeleton = c.words.intern_stem("~" + skeleton);
  }
  return end - i;
}

/// "Energy Authority": a concept word that only begins a name, inside a sentence.
std::size_t titled_name_at(const ClaimContext& c, std::size_t i, std::size_t length,
                           const Term& idea, Term& term) {
  const bool plain = length == 1 && !idea.actor && i > 0 && c.lexicon.language == "en" &&
                     c.tokens[i].shape == Shape::kCapitalised && !(i == 1 && c.punctuation(0)) &&
                     capitalised(c, i + 1) && !c.word(i + 1).stop;
  if (!plain) {
    return 0;
  }
  Term other;
  if (place_at(c, i + 1, other) != 0) {
    return 0;
  }
  return name_at(c, i, false, term);
}

/// "The frigate Steadfast": what a ship is called is a name, whatever the word means.
std::size_t ship_name_at(const ClaimContext& c, std::size_t i, Term& term) {
  if (i == 0 || c.lexicon.language != "en" || c.tokens[i].shape != Shape::kCapitalised) {
    return 0;
  }
  const bool quoted = i > 1 && c.punctuation(i - 1) && !c.is_any(i - 1, {",", "-", ";", "."});
  const std::size_t noun = quoted ? i - 2 : i - 1;
  const bool ship =
      c.tokens[noun].shape == Shape::kLower &&
      c.is_any(noun,
               {"ship",      "vessel",   "frigate",     "corvette",   "cruiser",   "destroyer",
                "trawler",   "tanker",   "ferry",       "freighter",  "cutter",    "tug",
                "tugboat",   "lifeboat", "yacht",       "schooner",   "liner",     "submarine",
                "barge",     "boat",     "minesweeper", "icebreaker", "carrier",   "warship",
                "steamer",   "dredger",  "coaster",     "catamaran",  "sloop",     "brig",
                "dhow",      "gunboat",  "battleship",  "flagship",   "rig",       "spacecraft",
                "satellite", "rocket",   "longliner",   "seiner",     "cargo-ship"});
  return ship ? name_at(c, i, false, term) : 0;
}

/// "in Fell": a verb's form with a capital behind a preposition, inside a sentence, is a name.
std::size_t verb_like_name_at(const ClaimContext& c, std::size_t i, std::size_t length,
                              const Term& idea, Term& term) {
  const bool placed = length == 1 && idea.event && i > 1 && c.lexicon.language == "en" &&
                      c.tokens[i].shape == Shape::kCapitalised &&
                      c.tokens[i - 1].shape == Shape::kLower &&
                      (c.has(i - 1, FunctionClass::kLocative) || c.is(i - 1, "of"));
  return placed ? name_at(c, i, false, term) : 0;
}

/// A name that is a word of the tables: of a ship, behind a preposition, in front of a noun.
std::size_t name_of_word_at(const ClaimContext& c, std::size_t i, std::size_t length,
                            const Term& idea, Term& term) {
  std::size_t covered = length == 1 ? ship_name_at(c, i, term) : 0;
  covered = covered == 0 ? verb_like_name_at(c, i, length, idea, term) : covered;
  return covered == 0 ? titled_name_at(c, i, length, idea, term) : covered;
}

Term other_term(const ClaimContext& c, std::size_t i) {
  const bool auxiliary = c.lexicon.language != "en" && c.has(i, FunctionClass::kVerbMarker);
  const bool bracket = c.is_any(i, {"lrb", "rrb", "lsb", "rsb"});  // as treebanks write them
  const bool content =
      c.tokens[i].kind != TokenKind::kPunctuation && !c.word(i).stop && !auxiliary && !bracket;
  Term term = make_term(c, i, 1, content ? TermKind::kPlain : TermKind::kFunction);
  std::size_t length = 0;
  // "kept" goes by "keep"; "the Rose" stays what it is.
  if (content && c.tokens[i].shape == Shape::kLower) {
    if (const auto* row = c.look_up(c.lexicon.irregular, i, length); row != nullptr) {
      term.stem = c.words.intern_stem((*row)[0]);
      term.id = term.stem;
    }
  }
  return term;
}

/// Kind of a token that a date or quantity covers.
TermKind covered_kind(const ClaimContext& c, const Claim& claim, std::size_t i) {
  const auto token = static_cast<std::uint32_t>(i) + c.first_token;
  for (const DateMention& date : claim.dates) {
    if (token >= date.first_token && token <= date.last_token) {
      return TermKind::kDate;
    }
  }
  return TermKind::kQuantity;
}

std::size_t term_at(const ClaimContext& c, const Claim& claim, std::size_t i, Term& term) {
  if (c.taken[i]) {
    term = make_term(c, i, 1, covered_kind(c, claim, i));
    return 1;
  }
  const bool start = i == 0 || (i == 1 && c.punctuation(0));
  std::size_t length = 0;
  if (!c.punctuation(i)) {
    Term place;
    Term idea;
    const std::size_t place_length = place_at(c, i, place);
    const std::size_t concept_length = concept_at(c, i, idea);
    Term body;
    const std::size_t body_length = organisation_at(c, i, body);
    if (body_length > 0 && body_length >= std::max(place_length, concept_length)) {
      term = body;
      return body_length;
    }
    if (place_length >= concept_length && place_length > 0) {
      term = place;
      return place_length;
    }
    length = name_of_word_at(c, i, concept_length, idea, term);
    if (length == 0 && concept_length > 0) {
      term = idea;
      return concept_length;
    }
    length = length == 0 ? name_at(c, i, start, term) : length;
  }
  if (length == 0) {
    term = other_term(c, i);
    length = 1;
  }
  return length;
}

}  // namespace

namespace {

/// "The dockers' strike", "a strike over pay": a stoppage where the claim speaks of those who work.
void read_strikes(ClaimContext& c, Claim& claim) {
  static constexpr WordList kStrikes = {"strike", "strikes"};
  static constexpr WordList kWork = {
      "union",     "unions",      "worker",    "workers",      "docker",    "dockers",
      "staff",     "crews",       "drivers",   "pilots",       "teachers",  "nurses",
      "doctors",   "employees",   "miners",    "pay",          "wage",      "wages",
      "wildcat",   "picket",      "pickets",   "walkout",      "stoppage",  "roster",
      "shifts",    "railway",     "porters",   "seamen",       "labour",    "tariff",
      "cleaners",  "guards'",     "bakers",    "firefighters", "farmhands", "steelworkers",
      "personnel", "controllers", "lecturers", "journalists",  "postal",    "strikers"};
  if (c.lexicon.language != "en") {
    return;
  }
  bool work = false;
  for (std::size_t i = 0; i < c.size() && !work; ++i) {
    work = kWork.contains(c.folded(i)) || kWork.contains(c.word(i).folded);
  }
  for (Term& term : claim.terms) {
    const std::size_t at = term.token - c.first_token;
    if (work && term.tokens == 1 && !term.verb && kStrikes.contains(c.folded(at)) &&
        !c.is_any(at + 1, {"force", "team", "drones", "group"}) &&
        (at == 0 || !c.is_any(at - 1, {"air", "drone", "missile", "rocket"}))) {
      term.id = c.words.intern_stem("=strike_work");
    }
  }
}

/// "The Front claimed the bombing": says that it did it, where "claimed the ministry had lied" says
/// something else.
void read_claimed_deeds(ClaimContext& c, Claim& claim) {
  constexpr std::size_t kReach = 5;
  for (std::size_t t = 0; c.lexicon.language == "en" && t + 2 < claim.terms.size(); ++t) {
    Term& claimed = claim.terms[t];
    const auto word = [&](const Term& term) -> std::string_view {
      return c.folded(term.token - c.first_token);
    };
    static constexpr WordList kClaims = {"claimed", "claims"};
    static constexpr WordList kOpens = {"the", "a", "an", "this", "both", "last", "two", "several"};
    if (claimed.tokens != 1 || !kClaims.contains(word(claimed)) ||
        !kOpens.contains(word(claim.terms[t + 1]))) {
      continue;
    }
    const Term* head = nullptr;
    for (std::size_t k = t + 2; k < std::min(claim.terms.size(), t + kReach); ++k) {
      if (claim.terms[k].kind == TermKind::kFunction) {
        break;
      }
      head = &claim.terms[k];
    }
    if (head != nullptr && head->event && !head->actor && !head->speech) {
      claimed.id = c.words.intern_stem("=claim_responsibility");
      claimed.kind = TermKind::kConcept;
      claimed.event = true;
      claimed.speech = false;
    }
  }
}

}  // namespace

void build_terms(ClaimContext& c, Claim& claim) {
  for (std::size_t i = 0; i < c.size();) {
    Term term;
    i += term_at(c, claim, i, term);
    claim.terms.push_back(term);
  }
  read_claimed_deeds(c, claim);
  read_strikes(c, claim);
}

const Term* term_at(const ClaimContext& c, const Claim& claim, std::size_t i) {
  const auto token = c.first_token + static_cast<std::uint32_t>(i);
  const auto it = std::find_if(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    return token >= term.token && token < term.token + term.tokens;
  });
  return it == claim.terms.end() ? nullptr : &*it;
}

bool in_frame(const ClaimContext& c, const Claim& claim, std::size_t i) {
  const Term* term = term_at(c, claim, i);
  return term != nullptr && term->frame;
}

}  // namespace parallax

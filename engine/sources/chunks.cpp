/// Noun phrases and what they say of a speaker: role, organisation, country, name, gender.

#include <algorithm>

#include "engine/sources/reading.hpp"
#include "models/base/huge_pages.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {

class ChunkFinder {
 public:
  ChunkFinder(Reading& reading, bool shortcuts) : r_(reading), shortcuts_(shortcuts) {}

  void find() {
    constexpr std::uint32_t kTokensPerChunk = 4;
    r_.chunk_of.assign(r_.size(), -1);
    reserve_large(r_.chunks, r_.size() / kTokensPerChunk);
    for (std::uint32_t s = 0; s < r_.sentences.size(); ++s) {
      SentenceReading& sentence = r_.sentences[s];
      sentence.chunks.begin = static_cast<std::uint32_t>(r_.chunks.size());
      number_ = s;
      sentence_ = sentence.tokens;
      for (std::uint32_t i = sentence_.begin; i < sentence_.end;) {
        i = step(i);
      }
      close(sentence_.end);
      sentence.chunks.end = static_cast<std::uint32_t>(r_.chunks.size());
    }
  }

 private:
  /// Reads the token at `i` and gives the next one.
  std::uint32_t step(std::uint32_t i) {
    if (r_.quoted(i) || r_.cue_of[i] >= 0) {
      close(i);
      return i + 1;
    }
    if (r_.punctuation(i)) {
      if (!inside_phrase(i)) {
        close(i);
      }
      return i + 1;
    }
    if (r_.tags.summary(i).speaker) {
      const TokenTags& t = r_.tags[i];
      if (const Hit body = body_at(i); body.length > 1) {
        begin(i);
        return i + body.length;
      }
      if (t.role.length > 1) {
        begin(i);
        return i + t.role.length;
      }
      if (t.pronoun && r_.token(i).shape != Shape::kUpper) {
        return step_pronoun(i, r_.lexicon.pronoun_rows[t.pronoun.row].use);
      }
    }
    const Frame f = r_.frame(i);
    if (counts_on(i)) {
      close(i);
    }
    if (plain(f) || name_here(i)) {
      begin(i);
      return i + 1;
    }
    return step_frame(i, f);
  }

  /// German "nach Angaben der Polizei drei Menschen": a number behind a noun begins a phrase.
  [[nodiscard]] bool counts_on(std::uint32_t i) const {
    static constexpr WordList kNumbers = {
        "zwei", "drei", "vier", "f\xc3\xbcnf",  "sechs",   "sieben",   "acht",
        "neun", "zehn", "elf",  "zw\xc3\xb6lf", "mehrere", "dutzende", "hunderte"};
    if (!german_ || open_ < 0 || r_.token(i - 1).kind != TokenKind::kWord || !r_.capital(i - 1)) {
      return false;
    }
    const std::string& word = r_.word(i).folded;
    return (r_.token(i).kind == TokenKind::kNumber && r_.tags[i - 1].role) ||
           (r_.token(i).shape == Shape::kLower && kNumbers.contains(word));
  }

  /// Frame words that may stand inside a noun phrase.
  [[nodiscard]] static bool plain(Frame f) {
    return f == Frame::kNone || f == Frame::kNobody || f == Frame::kNoun || f == Frame::kContinues;
  }

  [[nodiscard]] Hit body_at(std::uint32_t i) const {
    const TokenTags& t = r_.tags[i];
    return t.organisation.length >= t.metonym.length ? t.organisation : t.metonym;
  }

  std::uint32_t step_pronoun(std::uint32_t i, PronounUse use) {
    if (use == PronounUse::kPossessive) {
      close(i);
      begin(i);
      return i + 1;
    }
    close(i);
    begin(i);
    close(i + 1);
    return i + 1;
  }

  std::uint32_t step_frame(std::uint32_t i, Frame f) {
    const std::uint32_t length = r_.tags[i].frame.length;
    if (f == Frame::kArticle) {
      const bool joined = open_ >= 0 && i > sentence_.begin && r_.frame(i - 1) == Frame::kOf;
      if (!joined) {
        close(i);
      }
      begin(i);
      return i + 1;
    }
    if (f == Frame::kOf && open_ >= 0 && continues(i + length)) {
      return i + length;
    }
    if (f == Frame::kAnd && open_ >= 0 && joins(i)) {
      return i + 1;
    }
    close(i);
    return i + std::max<std::uint32_t>(length, 1);
  }

  /// A word behind "of" that a phrase can go on with.
  [[nodiscard]] bool continues(std::uint32_t i) const {
    if (i >= sentence_.end || r_.quoted(i) || r_.punctuation(i) || r_.cue_of[i] >= 0) {
      return false;
    }
    const Frame f = r_.frame(i);
    return plain(f) || f == Frame::kArticle;
  }

  /// "Foreign and European Affairs", "Smith and Jones", "officials and analysts".
  [[nodiscard]] bool joins(std::uint32_t i) const {
    if (!continues(i + 1) || i == sentence_.begin || r_.frame(i + 1) == Frame::kArticle) {
      return false;
    }
    if (r_.capital(i - 1) && r_.capital(i + 1)) {
      return true;
    }
    return r_.tags[i - 1].role && r_.tags[i + 1].role;
  }

  /// Hyphens, full stops of initials and titles, apostrophes.
  [[nodiscard]] bool inside_phrase(std::uint32_t i) const {
    if (open_ < 0 || i + 1 >= sentence_.end) {
      return false;
    }
    if (r_.quotation_of[i] == kNameMark) {
      return true;
    }
    if (r_.comma(i)) {
      return lists_fields(i);
    }
    if (r_.is(i, "-") || r_.is(i, "/") || r_.is(i, "\xe2\x80\x91")) {
      return r_.adjacent(i - 1) && r_.adjacent(i);
    }
    if (r_.is(i, "'") || r_.is(i, "\xe2\x80\x99")) {
      return r_.adjacent(i - 1);
    }
    if (!r_.is(i, ".") || !r_.adjacent(i - 1)) {
      return false;
    }
    const bool initial = r_.capital(i - 1) && r_.text(i - 1).size() <= 2;
    return initial || r_.tags[i - 1].title || r_.tags[i - 1].role ||
           r_.text(i - 1).find('.') != std::string_view::npos;
  }

  /// Turkish "Cevre, Sehircilik ve Iklim Degisikligi Bakanligi": the comma stands inside the name
  /// of a body, whose last word tells what it is.
  [[nodiscard]] bool lists_fields(std::uint32_t comma) const {
    constexpr std::uint32_t kReach = 8;
    if (r_.lexicon.order != WordOrder::kSov || !r_.capital(comma - 1)) {
      return false;
    }
    bool joined = false;
    for (std::uint32_t k = comma + 1; k < std::min(sentence_.end, comma + kReach); ++k) {
      const Frame f = r_.frame(k);
      const TokenTags& t = r_.tags[k];
      joined = joined || f == Frame::kAnd;
      if (joined && t.role && r_.lexicon.role_rows[t.role.row].kind == SpeakerKind::kOrganisation) {
        return true;
      }
      if (f != Frame::kAnd && !r_.capital(k) && !(r_.comma(k) && !joined)) {
        return false;
      }
    }
    return false;
  }

  /// "Theresa May": a frame word that is the next part of a name.
  [[nodiscard]] bool name_here(std::uint32_t i) const {
    if (!r_.capital(i) || i == sentence_.begin) {
      return false;
    }
    const TokenTags& before = r_.tags[i - 1];
    const bool part = open_ >= 0 && r_.capital(i - 1) && (before.given_name || before.title);
    const bool given = r_.tags[i].given_name && i + 1 < sentence_.end && r_.capital(i + 1) &&
                       !r_.punctuation(i + 1);
    return part || given;
  }

  void begin(std::uint32_t i) {
    if (open_ < 0) {
      open_ = i;
    }
  }

  void close(std::uint32_t end) {
    if (open_ < 0) {
      return;
    }
    Chunk& chunk = r_.chunks.emplace_back();
    chunk.tokens = {static_cast<std::uint32_t>(open_), end};
    open_ = -1;
    // A joiner or mark at the end belongs to nothing.
    while (chunk.tokens.size() > 1 && ((r_.punctuation(chunk.tokens.end - 1) &&
                                        r_.quotation_of[chunk.tokens.end - 1] != kNameMark) ||
                                       r_.frame(chunk.tokens.end - 1) == Frame::kAnd ||
                                       r_.frame(chunk.tokens.end - 1) == Frame::kOf)) {
      --chunk.tokens.end;
    }
    chunk.sentence = number_;
    describe(chunk);
    for (std::uint32_t t = chunk.tokens.begin; t < chunk.tokens.end; ++t) {
      r_.chunk_of[t] = static_cast<std::int32_t>(r_.chunks.size() - 1);
    }
  }

  void describe(Chunk& c) const {
    const std::uint32_t first = c.tokens.begin;
    if (const Hit pronoun = r_.tags[first].pronoun; pronoun) {
      const PronounRow row = r_.lexicon.pronoun_rows[pronoun.row];
      if (c.tokens.size() == 1) {
        c.kind = ChunkKind::kPronoun;
        c.pronoun = row;
        c.core = c.tokens;
        return;
      }
      c.definite = row.use == PronounUse::kPossessive;
    }
    if (r_.frame(first) == Frame::kArticle) {
      const std::string& word = r_.word(first).folded;
      c.definite =
          c.definite || (word != "a" && (r_.lexicon.language != "en" || word.starts_with("th")));
    }
    c.definite = c.definite || elided(first);
    c.possessive = possessive(c.tokens.end - 1);
    std::uint32_t i = first;
    while (i < c.tokens.end && says_nothing(c, i)) {
      ++i;
    }
    if (i == c.tokens.end) {
      return;  // "the new bridge"
    }
    Scan scan;
    while (i < c.tokens.end) {
      i += says_nothing(c, i) ? 1 : read(c, scan, i);
    }
    decide(c, scan);
  }

  /// French "l'entreprise": the article is part of the token.
  [[nodiscard]] bool elided(std::uint32_t i) const {
    const std::string_view text = r_.text(i);
    return text.size() > 3 && (text[0] == 'l' || text[0] == 'L') &&
           (text[1] == '\'' || text.substr(1).starts_with("\xe2\x80\x99")) &&
           r_.lexicon.language != "en";
  }

  [[nodiscard]] bool possessive(std::uint32_t i) const {
    const char end = r_.text(i).back();
    if (end >= 'a' && end <= 'z' && end != 's') {
      return false;  // saves the look at the word
    }
    const std::string& last = r_.word(i).surface_folded;
    return last.ends_with("'s") || last.ends_with("s'");
  }

  /// A small word without tags that follows no name: `read` would pass over it.
  [[nodiscard]] bool says_nothing(const Chunk& c, std::uint32_t i) const {
    return shortcuts_ && r_.token(i).shape == Shape::kLower && !r_.tags.summary(i).speaker &&
           (c.name.empty() || c.name.end != i);
  }

  struct Scan {
    TokenRange role, body, document, stand_in;
    SpeakerKind role_kind = SpeakerKind::kPerson;
    bool given = false, title = false;
    std::uint32_t names = 0;
    TokenRange country;
    bool country_is_name = false;
  };

  /// "General", with the gender that it tells; no "General Staff".
  void read_title(Chunk& c, Scan& s, std::uint32_t i) const {
    const TokenTags& t = r_.tags[i];
    if (t.title && t.role.length <= t.title.length && r_.capital(i) && i + 1 < c.tokens.end) {
      s.title = true;
      const Gender g = r_.lexicon.title_rows[t.title.row].gender;
      c.gender = g == Gender::kUnknown ? c.gender : g;
    }
  }

  /// Reads what stands at `i` into the scan; tokens to step over.
  std::uint32_t read(Chunk& c, Scan& s, std::uint32_t i) const {
    const TokenTags& t = r_.tags[i];
    const Hit body = body_at(i);
    const bool name_goes_on = !c.name.empty() && c.name.end == i && r_.capital(i);
    if (body && !(name_goes_on && body.length == 1) && body.length >= t.role.length) {
      const bool metonym = t.organisation.length < t.metonym.length;
      c.body =
          metonym ? &r_.lexicon.metonym_rows[body.row] : &r_.lexicon.organisation_rows[body.row];
      s.body = {i, std::min(i + body.length, c.tokens.end)};
      return s.body.size();
    }
    read_title(c, s, i);
    if (t.role && r_.lexicon.role_rows[t.role.row].kind == SpeakerKind::kStandIn &&
        r_.lexicon.compound_head(r_.word(i).folded) == nullptr) {
      s.stand_in = {i, i + 1};
      return 1;
    }
    const bool plural_name = name_goes_on && t.role.length == 1 && t.role &&
                             r_.lexicon.role_rows[t.role.row].kind == SpeakerKind::kGroup;
    // "al-Misri", "al-Haddad" behind a given name are the surname.
    const bool surname = r_.lexicon.order == WordOrder::kVso && !c.name.empty() &&
                         c.name.end == i && r_.tags[i - 1].given_name;
    if (t.role && !(name_goes_on && t.role.length == 1 && s.given) && !plural_name &&
        !(surname && t.role.length == 1)) {
      read_role(c, s, i, t.role);
      return std::min<std::uint32_t>(t.role.length, c.tokens.end - i);
    }
    if (t.demonym && (r_.name_shape(i) || r_.lexicon.language != "en") && !name_goes_on &&
        !surname) {
      set_country(c, s, {i, i + t.demonym.length}, r_.lexicon.demonym_rows[t.demonym.row], false);
      return std::min<std::uint32_t>(t.demonym.length, c.tokens.end - i);
    }
    if (t.country && r_.name_shape(i) && !(name_goes_on && s.given)) {
      set_country(c, s, {i, i + t.country.length}, r_.lexicon.country_rows[t.country.row], true);
      return std::min<std::uint32_t>(t.country.length, c.tokens.end - i);
    }
    if (t.document && !r_.punctuation(i)) {
      s.document = {i, std::min(i + t.document.length, c.tokens.end)};
      c.official_document = r_.lexicon.document_rows[t.document.row];
      return s.document.size();
    }
    if (s.title && t.title && r_.capital(i)) {
      return 1;
    }
    return read_name(c, s, i);
  }

  static void set_country(Chunk& c, Scan& s, TokenRange at, std::string_view iso, bool name) {
    if (c.country.empty()) {
      c.country = iso;
      s.country = {at.begin, std::min(at.end, c.tokens.end)};
      s.country_is_name = name;
    }
  }

  /// Nothing but "kazakhstanskogo" stands between the office and the word at `i`.
  [[nodiscard]] bool behind_adjective(const Chunk& c, const Scan& s, std::uint32_t i) const {
    constexpr std::uint32_t kAdjectives = 2;
    if (i < s.role.end || i > s.role.end + kAdjectives ||
        (r_.lexicon.order != WordOrder::kSvo && i != s.role.end)) {
      return false;
    }
    for (std::uint32_t k = s.role.end; k < i; ++k) {
      const bool adjective =
          r_.tags[k].demonym || (r_.token(k).shape == Shape::kLower && r_.frame(k) == Frame::kNone);
      if (!adjective || c.name.contains(k)) {
        return false;
      }
    }
    return true;
  }

  /// Nothing parts the subject from an object: another role is no more of the speaker.
  [[nodiscard]] bool belongs_to_said(const Scan& s, std::uint32_t i) const {
    if (s.role.empty() || r_.lexicon.order == WordOrder::kSvo) {
      return false;
    }
    const bool after_body =
        r_.lexicon.order == WordOrder::kVso && s.role_kind == SpeakerKind::kOrganisation;
    return i != s.role.end || after_body;
  }

  void read_role(Chunk& c, Scan& s, std::uint32_t i, Hit hit) const {
    const RoleRow& row = r_.lexicon.role_rows[hit.row];
    const TokenRange at{i, std::min(i + hit.length, c.tokens.end)};
    const bool behind_of = !s.role.empty() && i > c.tokens.begin &&
                           (r_.frame(i - 1) == Frame::kOf ||
                            (i > c.tokens.begin + 1 && r_.frame(i - 2) == Frame::kOf));
    // Languages that put the body right behind the office: "predstavitel MID", "mutahaddith
    // al-jaysh".
    const bool right_behind = r_.lexicon.language != "en" && !s.role.empty() &&
                              s.role_kind != SpeakerKind::kOrganisation &&
                              behind_adjective(c, s, i) && row.kind == SpeakerKind::kOrganisation;
    // "predstavitel kompanii-operatora": its parts are bodies both.
    const bool compound = !c.organisation.empty() && c.organisation.end + 1 == i &&
                          r_.is(i - 1, "-") && row.kind == SpeakerKind::kOrganisation;
    if (behind_of || right_behind || compound) {
      if (row.kind == SpeakerKind::kOrganisation && c.organisation.empty()) {
        c.organisation = at;
        c.organisation_role = row.role;
      }
      return;  // "head of the agency": the head decides
    }
    // Where the verb stands last nothing parts subject and object: a role apart from the first one
    // belongs to what is said.
    // Where it stands first, an object follows: "talabat an-naqaba al-hukuma".
    if (belongs_to_said(s, i)) {
      return;
    }
    if (!s.role.empty() && s.role_kind == SpeakerKind::kOrganisation) {
      c.organisation = s.role;
      c.organisation_role = c.role;
    }
    s.role = s.role.empty() || s.role_kind == SpeakerKind::kOrganisation
                 ? at
                 : TokenRange{s.role.begin, at.end};
    // "Wetterbehoerde" is a body of its own.
    s.role_kind = row.kind == SpeakerKind::kStandIn ? SpeakerKind::kOrganisation : row.kind;
    c.role = row.role;
    c.gender = row.gender == Gender::kUnknown ? c.gender : row.gender;
  }

  std::uint32_t read_name(Chunk& c, Scan& s, std::uint32_t i) const {
    const bool particle = !c.name.empty() && c.name.end == i && i + 1 < c.tokens.end &&
                          r_.capital(i + 1) && r_.text(i).size() <= 4 && !r_.punctuation(i) &&
                          r_.frame(i) == Frame::kNone;
    const bool glue = r_.punctuation(i) && !c.name.empty() && c.name.end == i;
    const bool lower_start = i == c.tokens.begin && i == sentence_.begin && c.tokens.size() == 1 &&
                             !r_.tags[i].given_name && r_.word(i).stop;
    const bool frame =
        r_.frame(i) == Frame::kArticle || r_.frame(i) == Frame::kOf || r_.frame(i) == Frame::kAnd;
    const bool uncased = uncased_name(c, i);
    // "ministre tunisien de l'Interieur", "embajador de Lurania": what follows "of" is the
    // office's.
    const bool article = i > c.tokens.begin + 2 && r_.frame(i - 1) == Frame::kArticle;
    const bool behind_of =
        i > c.tokens.begin + 1 && r_.frame(article ? i - 2 : i - 1) == Frame::kOf;
    // English "the governor of Karsk", and no name behind it: "the lawyer of Anna Lenz".
    const bool ends = i + 1 >= c.tokens.end && i + 1 < sentence_.end && r_.comma(i + 1);
    const bool office = !s.role.empty() && c.name.empty() && behind_of &&
                        s.role_kind == SpeakerKind::kPerson &&
                        (r_.lexicon.language != "en" || (ends && !r_.tags[i].given_name));
    if (office || frame || r_.punctuation(i) || !(r_.capital(i) || uncased) || lower_start) {
      if ((particle || glue) && !frame) {
        c.name.end = i + 1;
      }
      return 1;
    }
    extend_name(c, s, i);
    return 1;
  }

  /// Takes the word at `i` into the name, or begins a name with it.
  void extend_name(Chunk& c, Scan& s, std::uint32_t i) const {
    // A country that no table knows stands in front of a name: "posol Arvenii Kirill Gromov".
    const bool fresh = r_.lexicon.language != "en" && !c.name.empty() && !s.given &&
                       !s.role.empty() && r_.tags[i].given_name;
    if (!c.name.empty() &&
        (r_.word(c.name.end - 1).surface_folded.ends_with("'s") ||
         (c.name.end != i && !s.given && !s.role.empty() && s.role.begin >= c.name.end))) {
      c.owner = c.name;
      c.name = {};  // "Nuri's adviser Selim Aras": the owner is not meant
      s.given = false;
      c.gender = Gender::kUnknown;
    }
    if (c.name.empty() || c.name.end != i || fresh) {
      if (s.given && s.names > 0) {
        return;  // the person's name is complete
      }
      c.name = {i, i + 1};
      s.names = 0;
    } else {
      c.name.end = i + 1;
    }
    ++s.names;
    if (const Hit g = r_.tags[i].given_name; g) {
      const Gender gender = r_.lexicon.given_name_rows[g.row];
      if (c.gender == Gender::kUnknown && !s.given) {
        c.gender = gender;
      }
      s.given = true;
    }
  }

  /// Scripts without capitals: a given name and the word behind it.
  [[nodiscard]] bool uncased_name(const Chunk& c, std::uint32_t i) const {
    const Token& token = r_.token(i);
    if (token.shape != Shape::kUncased || token.kind != TokenKind::kWord) {
      return false;
    }
    const bool surname = !c.name.empty() && c.name.end == i && r_.tags[i - 1].given_name;
    return r_.tags[i].given_name || surname;
  }

  void decide(Chunk& c, const Scan& s) const {
    if (decide_marked(c, s)) {
      return;
    }
    const bool person_role = !s.role.empty() && s.role_kind != SpeakerKind::kOrganisation;
    if (!c.name.empty() && (s.given || s.title || (person_role && s.role.end <= c.name.begin) ||
                            (person_role && c.body == nullptr && s.names > 1))) {
      decide_person(c, s);
      return;
    }
    // Where the verb stands last, what somebody demands may stand right behind him.
    // Where it stands first, nothing parts subject and object: "rafada al-ittihad al-qarar".
    const bool object =
        (r_.lexicon.order == WordOrder::kSov && person_role && s.document.begin > s.role.end) ||
        (r_.lexicon.order == WordOrder::kVso && !s.role.empty() && s.document.begin >= s.role.end);
    const bool document_last =
        !s.document.empty() && !object && s.document.begin >= std::max(s.role.end, s.body.end);
    if (document_last) {
      c.kind = ChunkKind::kDocument;
      c.core = s.document;
      c.organisation = !s.body.empty() ? s.body : s.role;
      c.organisation_role = c.body != nullptr && s.role.empty() ? c.body->role : c.role;
      return;
    }
    decide_nameless(c, s, person_role);
  }

  /// Cuts marks off the end of the name; true if marks make it the name of a body: "RIA 'Polis'".
  [[nodiscard]] bool decide_marked(Chunk& c, const Scan& s) const {
    const auto mark = [&](std::uint32_t i) { return r_.quotation_of[i] == kNameMark; };
    bool marked = false;
    for (std::uint32_t i = c.name.begin; i < c.name.end; ++i) {
      marked = marked || mark(i);
    }
    while (!c.name.empty() && r_.punctuation(c.name.end - 1) && !mark(c.name.end - 1)) {
      --c.name.end;
    }
    if (!marked || !s.role.empty() || !s.body.empty()) {
      return false;
    }
    const bool inside = c.name.begin > 0 && mark(c.name.begin - 1);
    const bool closed = c.name.end < c.tokens.end && mark(c.name.end);
    c.name.end += closed && !inside ? 1U : 0U;
    c.name.end -= inside && mark(c.name.end - 1) ? 1U : 0U;
    c.kind = ChunkKind::kOrganisation;
    c.core = c.name;
    return true;
  }

  static void decide_person(Chunk& c, const Scan& s) {
    c.kind = ChunkKind::kPerson;
    c.core = c.name;
    if (c.organisation.empty() && !s.body.empty()) {
      c.organisation = s.body;
    }
    const bool organisation = !s.role.empty() && s.role_kind == SpeakerKind::kOrganisation;
    if (organisation) {
      c.organisation = s.role;
      c.organisation_role = c.role;
    }
    if (organisation || c.role == Role::kUnknown) {
      c.role = Role::kPerson;
    }
  }

  /// "the service", "die Behoerde", and nothing else.
  [[nodiscard]] bool stands_in(const Chunk& c, const Scan& s) const {
    const std::uint32_t words = c.tokens.size();
    return !s.stand_in.empty() && s.stand_in.end == c.tokens.end &&
           (words == 1 || (words == 2 && c.definite));
  }

  void decide_nameless(Chunk& c, const Scan& s, bool person_role) const {
    if (stands_in(c, s)) {
      c.kind = ChunkKind::kOrganisation;
      c.core = s.stand_in;
      c.stand_in = true;
    } else if (person_role) {
      decide_office(c, s);
    } else if (names_thing(c, s)) {
      c.kind = ChunkKind::kOther;
      c.country = {};
      c.body = nullptr;
    } else if (!s.body.empty() &&
               (s.role.empty() || s.role.end <= s.body.begin || c.name.empty())) {
      decide_body(c, s);
    } else if (!s.role.empty()) {
      decide_organisation(c, s);
    } else if (!c.name.empty()) {
      c.kind = ChunkKind::kName;
      c.core = c.name;
    } else if (!s.country.empty() && s.country_is_name) {
      c.kind = ChunkKind::kGovernment;
      c.core = s.country;
      c.role = Role::kGovernment;
    } else {
      c.kind = s.country.empty() ? ChunkKind::kOther : ChunkKind::kGroup;
      c.core = s.country.empty() ? c.core : s.country;
    }
  }

  /// "the Vienna Convention", "the Berlin Wall", "la Convention de Vienne": a treaty, building or
  /// event that only bears the name of a place.
  [[nodiscard]] bool names_thing(const Chunk& c, const Scan& s) const {
    const bool seat = c.body != nullptr && c.body->role == Role::kGovernment;
    const TokenRange place = seat ? s.body : s.country;
    if (!s.role.empty() || !s.document.empty() || place.empty() || (!seat && !s.country_is_name)) {
      return false;
    }
    const bool head_behind = r_.lexicon.language == "en" && place.end < c.tokens.end &&
                             r_.token(place.end).kind == TokenKind::kWord &&
                             !r_.word(place.end - 1).surface_folded.ends_with("'s") &&
                             !r_.tags[place.end].country && r_.frame(place.end) == Frame::kNone;
    std::uint32_t of = place.begin;
    while (of > c.tokens.begin && r_.frame(of - 1) == Frame::kArticle) {
      --of;
    }
    const bool head_before = of > c.tokens.begin + 1 && r_.frame(of - 1) == Frame::kOf;
    return head_behind || head_before;
  }

  /// "the ambassador", "two officials".
  void decide_office(Chunk& c, const Scan& s) const {
    const bool bare = !c.definite && c.name.empty();
    // "SPD-Politikerin" is one word.
    const bool joined = c.name.end < s.role.begin && r_.is(c.name.end, "-");
    if (!c.name.empty() && c.name.end <= s.role.begin && !joined) {
      c.owner = c.name;
    }
    c.kind =
        s.role_kind == SpeakerKind::kGroup || plural(s.role) ? ChunkKind::kGroup : ChunkKind::kRole;
    c.core = {bare && !s.country.empty() ? std::min(s.country.begin, s.role.begin) : s.role.begin,
              s.role.end};
    if (c.organisation.empty() && !s.body.empty()) {
      c.organisation = s.body;
      c.organisation_role = c.body->role;
    }
  }

  /// A body that a table knows by name: "the Kremlin", "the Security Council".
  static void decide_body(Chunk& c, const Scan& s) {
    const bool government = c.body->role == Role::kGovernment && s.role.empty();
    c.kind = government ? ChunkKind::kGovernment : ChunkKind::kOrganisation;
    c.core = s.body;
    if (s.role.empty() || s.role.end <= s.body.begin) {
      c.role = c.body->role;
      c.country = c.body->country.empty() ? c.country : std::string_view(c.body->country);
    } else {
      c.core = {s.body.begin, s.role.end};
      c.country = c.country.empty() ? std::string_view(c.body->country) : c.country;
      c.body = nullptr;
    }
  }

  /// "the Lurian foreign ministry", "police".
  void decide_organisation(Chunk& c, const Scan& s) const {
    if (!c.name.empty() && c.name.end <= s.role.begin) {
      c.owner = c.name;
    }
    const bool one = c.role == Role::kMilitary || c.role == Role::kPolice;
    c.kind = plural(s.role) && !one ? ChunkKind::kGroup : ChunkKind::kOrganisation;
    c.core = s.role;
    for (std::uint32_t k = c.tokens.begin; k < s.role.begin; ++k) {
      if (r_.comma(k)) {  // a list of fields: all of it is the name
        c.core = {c.tokens.begin, s.role.end};
        return;
      }
    }
    const bool apart = r_.lexicon.order == WordOrder::kSov && c.name.begin >= s.role.end;
    if (!c.name.empty() && !apart) {
      c.core = {std::min(c.name.begin, s.role.begin), std::max(c.name.end, s.role.end)};
      c.core.end += c.core.end < c.tokens.end && r_.quotation_of[c.core.end] == kNameMark ? 1U : 0U;
    }
  }

  /// The head of the role is a plural: "officials", not "ministry of foreign affairs".
  [[nodiscard]] bool plural(TokenRange role) const {
    std::uint32_t head = role.begin;
    while (head + 1 < role.end && r_.frame(head + 1) != Frame::kOf) {
      ++head;
    }
    const std::string& last = r_.word(head).folded;
    return r_.lexicon.language == "en" && last.size() > 3 &&
           ((last.ends_with("s") && !last.ends_with("ss") && last != "authorities") ||
            last.ends_with("men") || last.ends_with("people"));
  }

  Reading& r_;
  bool shortcuts_;
  bool german_ = r_.lexicon.language == "de";
  TokenRange sentence_;
  std::uint32_t number_ = 0;
  std::int64_t open_ = -1;
};

}  // namespace

void find_chunks(Reading& reading) {
  ChunkFinder(reading, true).find();
}

void find_chunks_plainly(Reading& reading) {
  ChunkFinder(reading, false).find();
}

}  // namespace parallax

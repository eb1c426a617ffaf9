/// Mentions -> sources: names, surnames, definite role words, pronouns, acronyms, metonyms,
/// documents. One pass over the noun phrases in text order; every look-up is bounded.

#include <algorithm>
#include <array>
#include <unordered_map>

#include "engine/sources/reading.hpp"
#include "engine/sources/speaker.hpp"
#include "models/text/fold.hpp"

namespace parallax {
namespace {

constexpr std::size_t kLookBack = 24;     ///< Entities a definite mention or pronoun looks at.
constexpr std::uint32_t kFarChanges = 3;  ///< More changes of speaker make a mention doubtful.
constexpr double kFarPenalty = 0.25;

struct Entity {
  Source source;
  std::vector<std::string> names;   ///< Folded parts of a personal name.
  std::string owner;                ///< Folded; of a country that no table knows.
  std::string implied;              ///< Country of the text so far, where none was named.
  std::vector<std::string> domain;  ///< Folded words that tell one ministry from another.
  ChunkKind kind = ChunkKind::kOther;
  bool speaks = false;
  std::uint32_t first_token = 0;
  std::uint32_t last_sentence = 0;
  std::uint32_t last_spoken = 0;  ///< Number of the attribution, from 1; 0 = never.
  std::uint32_t last_change = 0;  ///< Changes of speaker when last mentioned.
  std::uint32_t last_reset = 0;
  bool subject = false;  ///< The last mention opened its sentence or spoke.
  double last_confidence = 1.0;
};

struct Tied {
  std::int32_t entity = -1;
  Resolution how = Resolution::kNamed;
  double confidence = 0.0;
  std::int32_t alternative = -1;
};

bool compatible(Gender a, Gender b) {
  return a == b || a == Gender::kUnknown || b == Gender::kUnknown;
}

bool compatible(std::string_view a, std::string_view b) {
  return a == b || a.empty() || b.empty();
}

/// "Belmar" and "Belmarian" are one owner; an absent one fits any.
bool same_owner(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) {
    return true;
  }
  std::size_t common = 0;
  while (common < std::min(a.size(), b.size()) && a[common] == b[common]) {
    ++common;
  }
  return common >= 4 && common + 2 >= std::min(a.size(), b.size());
}

class Resolver {
 public:
  Resolver(const Reading& reading, const std::vector<Attribution>& attributions)
      : r_(reading), speakers_(reading), a_(attributions), speaks_(reading.chunks.size()) {
    for (const Attribution& a : a_) {
      for (const std::int32_t c : {a.chunk, a.outlet}) {
        if (c >= 0) {
          speaks_[static_cast<std::size_t>(c)] = 1;
        }
      }
    }
  }

  Resolutions resolve() {
    std::vector<Tied> tied(a_.size());
    std::vector<Tied> of_chunk(r_.chunks.size());
    by_mention_.resize(a_.size());
    for (std::size_t k = 0; k < a_.size(); ++k) {
      by_mention_[k] = k;
    }
    std::stable_sort(by_mention_.begin(), by_mention_.end(),
                     [&](std::size_t x, std::size_t y) { return key(a_[x]) < key(a_[y]); });
    std::size_t next = 0;
    for (std::size_t c = 0; c < r_.chunks.size(); ++c) {
      while (next < by_mention_.size() && key(a_[by_mention_[next]]) < r_.chunks[c].tokens.begin) {
        const std::size_t k = by_mention_[next++];
        speak(tied[k] = a_[k].chunk >= 0 ? of_chunk[static_cast<std::size_t>(a_[k].chunk)]
                                         : previous(a_[k]),
              a_[k]);
      }
      of_chunk[c] = tie(c);
    }
    for (; next < by_mention_.size(); ++next) {
      const std::size_t k = by_mention_[next];
      speak(tied[k] = a_[k].chunk >= 0 ? of_chunk[static_cast<std::size_t>(a_[k].chunk)]
                                       : previous(a_[k]),
            a_[k]);
    }
    return collect(tied, of_chunk);
  }

 private:
  /// Attributions take effect behind their mention or, without one, at their cue or content.
  [[nodiscard]] std::uint32_t key(const Attribution& a) const {
    if (a.chunk >= 0) {
      return r_.chunks[static_cast<std::size_t>(a.chunk)].tokens.end;
    }
    return a.cue.empty() ? a.content.front().begin : a.cue.front().begin;
  }

  void speak(const Tied& t, const Attribution& a) {
    if (t.entity < 0) {
      return;
    }
    Entity& e = entities_[static_cast<std::size_t>(t.entity)];
    if (last_speaker_ != t.entity) {
      ++changes_;
    }
    e.speaks = true;
    e.subject = true;
    if (a.turn && e.source.person) {
      interviewee_ = t.entity;
    }
    name_behind_post(e, a);
    e.last_spoken = ++spoken_;
    e.last_change = changes_;
    e.last_sentence = a.sentence;
    last_speaker_ = t.entity;
    if (a.apposition >= 0) {
      describe(e, r_.chunks[static_cast<std::size_t>(a.apposition)]);
    }
    add_organisation(e, a);
  }

  /// "Ambassador to Belmar Goran Sil": the last two words of the run are the person's name.
  void name_behind_post(Entity& e, const Attribution& a) {
    if (a.chunk < 0 || !e.names.empty() || !e.source.person) {
      return;
    }
    const Chunk& post = r_.chunks[static_cast<std::size_t>(a.chunk)];
    if (post.kind != ChunkKind::kRole || post.tokens.end + 1 >= a.mention.end) {
      return;
    }
    const Chunk* rest = r_.chunk_at(a.mention.end - 1);
    if (rest == nullptr || rest->name.size() < 2 || rest->tokens.end != rest->name.end ||
        (rest->kind != ChunkKind::kName && rest->kind != ChunkKind::kPerson)) {
      return;
    }
    const TokenRange name{rest->name.end - 2, rest->name.end};
    if (rest->name.size() == 2 && rest->kind == ChunkKind::kName) {
      return;  // two words may name the place
    }
    e.source.name = std::string(r_.document.slice(r_.span(name)));
    e.names = {r_.word(name.begin).folded, r_.word(name.begin + 1).folded};
    by_surname_[e.names.back()].push_back(static_cast<std::int32_t>(&e - entities_.data()));
  }

  /// "a spokesman for the ministry": the rest of the mention names the organisation.
  void add_organisation(Entity& e, const Attribution& a) {
    if (!e.source.person || !e.source.organisation.empty() || a.chunk < 0) {
      return;
    }
    const Chunk& head = r_.chunks[static_cast<std::size_t>(a.chunk)];
    for (std::uint32_t t = head.tokens.end; t < a.mention.end; ++t) {
      const Chunk* c = r_.chunk_at(t);
      if (c != nullptr && c->kind == ChunkKind::kOrganisation) {
        if (e.source.country.empty()) {
          e.source.country = std::string(c->country);
        }
        set_organisation(e.source, c->core, c->role);
        return;
      }
    }
  }

  Tied previous(const Attribution& a) {
    if (a.subject == Subject::kNobody) {
      return {};
    }
    if (a.turn && interviewee_ >= 0) {
      return {interviewee_, Resolution::kInherited, 0.85, -1};
    }
    if (last_speaker_ < 0 || a.turn) {
      const auto person = std::find_if(recent_.begin(), recent_.end(), [&](std::int32_t k) {
        return entities_[static_cast<std::size_t>(k)].source.person;
      });
      return person == recent_.end() ? Tied{} : Tied{*person, Resolution::kInherited, 0.6, -1};
    }
    return {last_speaker_, Resolution::kInherited, 0.9, -1};
  }

  Tied tie(std::size_t number) {
    const Chunk& c = r_.chunks[number];
    watch_resets(c);
    if (home_.empty() && c.kind == ChunkKind::kGovernment) {
      home_ = std::string(country_of(c));
    }
    const bool speaking = speaks_[number] != 0;
    Tied t;
    switch (c.kind) {
      case ChunkKind::kPerson:
      case ChunkKind::kName:
        t = tie_name(c, speaking);
        break;
      case ChunkKind::kOrganisation:
        t = tie_organisation(c);
        break;
      case ChunkKind::kGovernment:
        t = tie_government(c);
        break;
      case ChunkKind::kRole:
        t = tie_role(number, speaking);
        break;
      case ChunkKind::kPronoun:
        t = speaking ? tie_pronoun(c) : Tied{};
        break;
      case ChunkKind::kDocument:
        t = speaking ? tie_document(number) : Tied{};
        break;
      case ChunkKind::kGroup:
      case ChunkKind::kOther:
        t = speaking ? tie_other(c) : Tied{};
        break;
    }
    if (t.entity >= 0) {
      mention(t, c, speaking);
    }
    return t;
  }

  void watch_resets(const Chunk& c) {
    while (reset_sentence_ <= c.sentence) {
      const TokenRange s = r_.sentences[reset_sentence_].tokens;
      if (!s.empty() && r_.frame(s.begin) == Frame::kReset) {
        ++resets_;
      }
      ++reset_sentence_;
    }
  }

  void mention(const Tied& t, const Chunk& c, bool speaking) {
    Entity& e = entities_[static_cast<std::size_t>(t.entity)];
    e.last_sentence = c.sentence;
    e.last_change = changes_;
    e.last_reset = resets_;
    e.last_confidence = t.confidence;
    e.subject = speaking || c.tokens.begin == r_.sentences[c.sentence].tokens.begin;
    e.source.mentions.push_back({r_.span(c.tokens), t.how, t.confidence});
    const auto found = std::find(recent_.begin(), recent_.end(), t.entity);
    if (found != recent_.end()) {
      recent_.erase(found);
    }
    recent_.insert(recent_.begin(), t.entity);
    if (recent_.size() > kLookBack) {
      recent_.pop_back();
    }
  }

  std::int32_t make(const Chunk& c, std::string name) {
    Entity e;
    if (name.ends_with("'s")) {
      name.resize(name.size() - 2);
    } else if (name.ends_with("\xe2\x80\x99s")) {
      name.resize(name.size() - 4);
    }
    e.kind = c.kind;
    e.first_token = c.tokens.begin;
    e.source.name = std::move(name);
    e.source.role = c.role;
    e.source.country = std::string(c.country);
    e.source.gender = c.gender;
    e.owner = owner_of(c);
    entities_.push_back(std::move(e));
    return static_cast<std::int32_t>(entities_.size() - 1);
  }

  [[nodiscard]] std::string owner_of(const Chunk& c) const {
    return c.owner.empty() ? std::string() : r_.word(c.owner.end - 1).folded;
  }

  /// Nothing that is said of the country speaks against it. Who spoke without a country was at
  /// home.
  [[nodiscard]] bool fits(const Entity& e, const Chunk& c) const {
    const bool abroad = e.source.country.empty() && !c.country.empty() && !e.implied.empty() &&
                        e.implied != c.country;
    return !abroad && compatible(e.source.country, c.country) && same_owner(e.owner, owner_of(c));
  }

  [[nodiscard]] static std::string_view country_of(const Chunk& c) {
    return c.country.empty() && c.body != nullptr ? std::string_view(c.body->country) : c.country;
  }

  /// "the ministry in Belmar City": the country of a capital behind the phrase.
  [[nodiscard]] std::string_view seat_behind(const Chunk& c) const {
    static constexpr std::array<std::string_view, 7> kIn = {
        "in", "en", "\xc3\xa0", "im", "\xd0\xb2", "\xd0\xb2\xd0\xbe", "a"};
    const std::uint32_t at = c.tokens.end;
    if (at + 1 >= r_.sentences[c.sentence].tokens.end ||
        std::find(kIn.begin(), kIn.end(), r_.word(at).surface_folded) == kIn.end()) {
      return {};
    }
    const Chunk* next = r_.chunk_at(at + 1);
    const bool seat = next != nullptr && next->kind == ChunkKind::kGovernment &&
                      next->tokens.begin == at + 1 && next->body != nullptr;
    return seat ? country_of(*next) : std::string_view{};
  }

  /// "the", or a bare role in a language without articles.
  [[nodiscard]] bool definite(const Chunk& c) const {
    static constexpr std::array<std::string_view, 10> kBare = {"az", "cs", "fa", "hi", "kk",
                                                               "ka", "pl", "ru", "tr", "uk"};
    const bool bare = std::find(kBare.begin(), kBare.end(), r_.lexicon.language) != kBare.end();
    return c.definite || (bare && c.core == c.tokens);
  }

  /// Adds what a phrase says of a known source.
  void describe(Entity& e, const Chunk& c) {
    if (e.owner.empty()) {
      e.owner = owner_of(c);
    }
    if (c.role != Role::kUnknown && c.role != Role::kPerson &&
        (e.source.role == Role::kUnknown || e.source.role == Role::kPerson)) {
      e.source.role = c.role;
    }
    if (e.source.gender == Gender::kUnknown) {
      e.source.gender = c.gender;
    }
    if (e.source.country.empty()) {
      e.source.country = std::string(c.country);
    }
    if (e.source.organisation.empty() && !c.organisation.empty() && e.source.person) {
      set_organisation(e.source, c.organisation, c.organisation_role);
    }
  }

  /// The organisation of a person: the one that the text spoke of under this word, or the word.
  void set_organisation(Source& person, TokenRange words, Role role) {
    person.organisation = std::string(r_.document.slice(r_.span(words)));
    Chunk c;
    c.role = role;
    c.core = words;
    c.country = person.country;
    const Tied known = look_back(by_role_[static_cast<std::size_t>(role)], c, domain_of(words));
    if (known.entity >= 0 && role != Role::kUnknown) {
      const Source& s = entities_[static_cast<std::size_t>(known.entity)].source;
      person.organisation = s.name;
      if (person.country.empty()) {
        person.country = s.country;
      }
    }
  }

  /// How a source without a personal name is called: with its owner or country where it stands in
  /// front ("Belmarian foreign minister").
  [[nodiscard]] std::string label(const Chunk& c) const {
    std::uint32_t begin = c.core.begin;
    if (!c.owner.empty()) {
      begin = std::min(begin, c.owner.begin);
    }
    for (std::uint32_t i = c.tokens.begin; i < begin; ++i) {
      if (r_.tags[i].demonym && r_.capital(i)) {
        begin = i;
      }
    }
    return std::string(r_.document.slice(r_.span({begin, c.core.end})));
  }

  // Names.

  [[nodiscard]] std::vector<std::string> name_parts(const Chunk& c) const {
    std::vector<std::string> parts;
    for (std::uint32_t i = c.name.begin; i < c.name.end; ++i) {
      if (!r_.punctuation(i)) {
        parts.push_back(r_.word(i).folded);
      }
    }
    return parts;
  }

  /// Where surnames are declined, their stem: "Somovoy", "Somova".
  [[nodiscard]] std::string surname_key(const std::string& surname) const {
    return r_.lexicon.language == "ru" ? stem(surname, "ru") : surname;
  }

  /// Same surname, and no given name that says otherwise.
  [[nodiscard]] static bool same_person(const Entity& e, const std::vector<std::string>& parts) {
    if (e.names.size() < 2 || parts.size() < 2) {
      return true;
    }
    const std::string& a = e.names.front();
    const std::string& b = parts.front();
    const bool initial = a.size() == 1 || b.size() == 1;
    return initial ? a[0] == b[0] : a == b;
  }

  Tied tie_name(const Chunk& c, bool speaking) {
    std::vector<std::string> parts = name_parts(c);
    if (parts.empty()) {
      return {};
    }
    if (const Tied t = tie_acronym(c); t.entity >= 0) {
      return t;
    }
    std::vector<std::int32_t>& known = by_surname_[surname_key(parts.back())];
    if (Tied t = tie_surname(known, parts, c); t.entity >= 0) {
      return t;
    }
    if (parts.size() == 1) {
      const auto given = by_given_.find(parts.front());
      if (given != by_given_.end()) {
        return found_person(given->second, {}, c);
      }
    }
    if (c.kind == ChunkKind::kName && parts.size() == 1 && !speaking && !r_.capital(c.name.begin)) {
      return {};
    }
    return new_person(known, std::move(parts), c);
  }

  /// One of those of the surname; the last of them, less surely, where two may be meant.
  Tied tie_surname(const std::vector<std::int32_t>& known, const std::vector<std::string>& parts,
                   const Chunk& c) {
    std::int32_t other = -1;
    std::size_t steps = 0;
    for (auto it = known.rbegin(); it != known.rend() && ++steps <= kLookBack; ++it) {
      const Entity& e = entities_[static_cast<std::size_t>(*it)];
      if (!same_person(e, parts) || !compatible(e.source.gender, c.gender)) {
        continue;
      }
      if (parts.size() > 1 || it + 1 == known.rend() || !ambiguous(known, it, c)) {
        return found_person(*it, parts, c);
      }
      other = *it;
      break;
    }
    if (other < 0) {
      return {};
    }
    Tied t = found_person(other, parts, c);
    t.confidence -= 0.2;
    t.alternative = known.front() == other ? known.back() : known.front();
    return t;
  }

  /// A person, or another name, that was not met before.
  Tied new_person(std::vector<std::int32_t>& known, std::vector<std::string> parts,
                  const Chunk& c) {
    const std::int32_t made = make(c, std::string(r_.document.slice(r_.span(c.name))));
    Entity& e = entities_.back();
    const bool acronym = r_.token(c.name.begin).shape == Shape::kUpper && parts.size() == 1;
    e.source.person = c.kind == ChunkKind::kPerson || (parts.size() > 1 && parts.size() < 5);
    if (e.source.role == Role::kUnknown && e.source.person) {
      e.source.role = Role::kPerson;
    }
    describe(e, c);
    if (parts.size() > 1 && e.source.person) {
      by_given_[parts.front()] = made;
    }
    e.names = std::move(parts);
    known.push_back(made);
    return {made, acronym ? Resolution::kAcronym : Resolution::kNamed,
            c.kind == ChunkKind::kPerson ? 0.95 : 0.85, -1};
  }

  /// Two people of this surname are known, and nothing in the mention tells them apart.
  [[nodiscard]] bool ambiguous(const std::vector<std::int32_t>& known,
                               const std::vector<std::int32_t>::const_reverse_iterator& it,
                               const Chunk& c) const {
    const auto left = static_cast<std::size_t>(known.rend() - it) - 1;
    const auto end = it + 1 + static_cast<std::ptrdiff_t>(std::min(left, kLookBack));
    return std::any_of(it + 1, end, [&](std::int32_t k) {
      return compatible(entities_[static_cast<std::size_t>(k)].source.gender, c.gender);
    });
  }

  Tied found_person(std::int32_t number, std::vector<std::string> parts, const Chunk& c) {
    Entity& e = entities_[static_cast<std::size_t>(number)];
    const bool surname = c.name.size() == 1 && e.names.size() > 1;
    if (parts.size() > e.names.size()) {
      e.names = std::move(parts);
      e.source.name = std::string(r_.document.slice(r_.span(c.name)));
      e.source.person = true;
      by_given_[e.names.front()] = number;
    }
    describe(e, c);
    return {number, surname ? Resolution::kSurname : Resolution::kNamed, surname ? 0.93 : 0.95, -1};
  }

  // Acronyms.

  /// "the Northern Water Agency": "nwa", and what a bracket behind it says.
  void note_acronym(std::int32_t number, const Chunk& c) {
    std::string initials;
    for (std::uint32_t i = c.tokens.begin; i < c.tokens.end; ++i) {
      if (r_.capital(i) && r_.frame(i) != Frame::kArticle && !r_.punctuation(i)) {
        initials += r_.text(i).front();
      }
    }
    if (initials.size() >= 3) {
      acronyms_[fold(initials, r_.lexicon.language)] = number;
    }
    const std::uint32_t open = c.tokens.end;
    const bool bracket = r_.is(open, "(") && open + 2 < r_.size() && r_.is(open + 2, ")");
    if (bracket && r_.token(open + 1).shape == Shape::kUpper) {
      acronyms_[r_.word(open + 1).folded] = number;
    }
  }

  /// Short for a name that stood in the text.
  [[nodiscard]] Tied tie_acronym(const Chunk& c) const {
    if (c.core.size() != 1 || r_.token(c.core.begin).shape != Shape::kUpper) {
      return {};
    }
    const auto found = acronyms_.find(r_.word(c.core.begin).folded);
    return found == acronyms_.end() ? Tied{} : Tied{found->second, Resolution::kAcronym, 0.9, -1};
  }

  // Organisations and governments.

  [[nodiscard]] bool head_first() const {
    const std::string& language = r_.lexicon.language;
    return r_.lexicon.order != WordOrder::kSov && language != "en" && language != "de";
  }

  /// "Verkehrs" of "Verkehrsministerium", where the head of a compound is a role; or nothing.
  [[nodiscard]] std::string compound_front(std::uint32_t i) const {
    if (r_.tags[i].role.length != 1 || r_.lexicon.compound_heads.empty()) {
      return {};
    }
    std::string_view front = r_.word(i).folded;
    const auto& heads = r_.lexicon.compound_heads;
    const auto shortest = std::find_if(heads.rbegin(), heads.rend(), [&](const auto& head) {
      return front.size() > head.word.size() && front.ends_with(head.word);
    });
    if (shortest == heads.rend()) {
      return {};
    }
    front.remove_suffix(shortest->word.size());
    constexpr std::string_view kFederal = "bundes";
    front.remove_prefix(front.starts_with(kFederal) ? kFederal.size() : 0);
    return std::string(front);
  }

  [[nodiscard]] std::vector<std::string> domain_of(TokenRange core) const {
    std::vector<std::string> words;
    for (std::uint32_t i = core.begin; i < core.end; ++i) {
      const TokenTags& t = r_.tags[i];
      if (const std::string front = compound_front(i); !front.empty()) {
        words.push_back(front);
        continue;
      }
      const bool head =
          t.role.length == 1 && r_.lexicon.role_rows[t.role.row].kind == SpeakerKind::kOrganisation;
      const Frame f = r_.frame(i);
      // "ministerstvo inostrannykh del": the head stands first and tells no field.
      const bool first_head = i == core.begin && t.role.length > 1 && head_first();
      if (r_.punctuation(i) || head || first_head || t.demonym || t.country ||
          f == Frame::kArticle || f == Frame::kOf || f == Frame::kAnd || f == Frame::kPreposition) {
        continue;
      }
      words.push_back(r_.word(i).stem);
    }
    return words;
  }

  [[nodiscard]] static bool share(const std::vector<std::string>& a,
                                  const std::vector<std::string>& b) {
    return std::any_of(a.begin(), a.end(), [&](const std::string& w) {
      return std::find(b.begin(), b.end(), w) != b.end();
    });
  }

  Tied tie_organisation(Chunk c) {
    if (const Tied t = tie_acronym(c); t.entity >= 0) {
      return t;
    }
    if (c.body != nullptr) {
      return tie_body(c);
    }
    if (c.country.empty()) {
      c.country = seat_behind(c);
    }
    std::vector<std::string> domain = domain_of(c.core);
    std::vector<std::int32_t>& known = by_role_[static_cast<std::size_t>(c.role)];
    Tied best = look_back(known, c, domain);
    if (best.entity >= 0) {
      Entity& e = entities_[static_cast<std::size_t>(best.entity)];
      if (c.core.size() > 1 && domain.size() > e.domain.size()) {
        e.source.name = label(c);
        e.domain = std::move(domain);
      }
      describe(e, c);
      note_acronym(best.entity, c);
      return best;
    }
    const std::int32_t made = make(c, label(c));
    entities_.back().domain = std::move(domain);
    entities_.back().implied = c.country.empty() && national(c.role) ? home_ : std::string();
    note_acronym(made, c);
    if (c.role == Role::kGovernment && !c.country.empty() && entities_.back().domain.empty()) {
      by_country_.try_emplace(std::string(c.country), made);
    }
    known.push_back(made);
    return {made, Resolution::kNamed, c.definite || !entities_.back().domain.empty() ? 0.9 : 0.75,
            -1};
  }

  [[nodiscard]] static bool national(Role role) {
    return role == Role::kMinistry || role == Role::kGovernment || role == Role::kParliament ||
           role == Role::kMilitary;
  }

  /// The last source of this role that nothing speaks against.
  [[nodiscard]] Tied look_back(const std::vector<std::int32_t>& known, const Chunk& c,
                               const std::vector<std::string>& domain) const {
    Tied best;
    std::size_t steps = 0;
    for (auto it = known.rbegin(); it != known.rend() && steps < kLookBack; ++it, ++steps) {
      const Entity& e = entities_[static_cast<std::size_t>(*it)];
      const bool same_domain = domain.empty() || e.domain.empty() || share(domain, e.domain);
      if (!same_domain || !fits(e, c)) {
        continue;
      }
      // An unnamed country is taken from a speaker only by a definite mention.
      if (best.entity < 0) {
        best.entity = *it;
      } else if (entities_[static_cast<std::size_t>(best.entity)].last_sentence < e.last_sentence) {
        best.alternative = best.entity;
        best.entity = *it;
      } else if (best.alternative < 0) {
        best.alternative = *it;
      }
    }
    if (best.entity >= 0) {
      const Entity& e = entities_[static_cast<std::size_t>(best.entity)];
      const bool full = !domain.empty() && !c.country.empty();
      best.how = full ? Resolution::kNamed : Resolution::kDefinite;
      best.confidence = full ? 0.92 : distance_confidence(e, 0.88);
      if (best.alternative >= 0 && !full) {
        best.confidence -= 0.1;
      }
    }
    return best;
  }

  /// Less sure behind a reset, after several other speakers, or if the mention before was unsure.
  [[nodiscard]] double distance_confidence(const Entity& e, double base) const {
    const bool far = changes_ - e.last_change > kFarChanges || resets_ > e.last_reset;
    return std::min(far ? base - kFarPenalty : base, e.last_confidence + 0.02);
  }

  Tied tie_body(const Chunk& c) {
    const auto [it, fresh] = by_body_.try_emplace(c.body->name, -1);
    if (fresh) {
      it->second = make(c, c.body->name);
      Entity& e = entities_.back();
      e.source.role = c.body->role;
      e.source.country = c.body->country;
      by_role_[static_cast<std::size_t>(c.body->role)].push_back(it->second);
      e.domain = domain_of(c.core);
      note_acronym(it->second, c);
    }
    const bool acronym = c.core.size() == 1 && r_.token(c.core.begin).shape == Shape::kUpper;
    return {it->second, acronym ? Resolution::kAcronym : Resolution::kNamed, 0.95, -1};
  }

  /// "Baku", "Azerbaijan" and "the Azerbaijani government" are one source.
  Tied tie_government(const Chunk& c) {
    const std::string country(c.body != nullptr ? std::string_view(c.body->country) : c.country);
    if (c.body != nullptr && (c.body->role != Role::kGovernment || country.empty())) {
      return tie_body(c);
    }
    std::vector<std::int32_t>& known = by_role_[static_cast<std::size_t>(Role::kGovernment)];
    if (const auto found = by_country_.find(country); found != by_country_.end()) {
      return {found->second, Resolution::kMetonym, 0.85, -1};
    }
    const std::int32_t made = make(c, std::string(r_.document.slice(r_.span(c.core))));
    Entity& e = entities_.back();
    e.source.role = Role::kGovernment;
    e.source.country = country;
    by_country_[country] = made;
    known.push_back(made);
    return {made, Resolution::kMetonym, 0.85, -1};
  }

  // Roles, pronouns, documents, others.

  /// "its spokeswoman, Mila Cora, ...": the person that commas set behind an office; -1 if none.
  [[nodiscard]] std::int32_t person_behind(std::size_t number) const {
    const Chunk& c = r_.chunks[number];
    const std::uint32_t limit = r_.sentences[c.sentence].tokens.end;
    const std::uint32_t comma = speakers_.phrase_end(static_cast<std::int32_t>(number), limit);
    const std::int32_t next = comma + 1 < limit && r_.comma(comma) ? r_.chunk_of[comma + 1] : -1;
    if (next < 0) {
      return -1;
    }
    const Chunk& person = r_.chunks[static_cast<std::size_t>(next)];
    const std::uint32_t end = person.tokens.end;
    const bool closed = end >= limit || r_.punctuation(end);
    const bool own_office = person.role != Role::kUnknown && person.role != Role::kPerson;
    return person.kind == ChunkKind::kPerson && person.tokens.begin == comma + 1 && closed &&
                   !own_office && compatible(person.gender, c.gender)
               ? next
               : -1;
  }

  Tied tie_role(std::size_t number, bool speaking) {
    const Chunk& c = r_.chunks[number];
    if (const std::int32_t person = person_behind(number); person >= 0) {
      const Tied t = tie_name(r_.chunks[static_cast<std::size_t>(person)], speaking);
      if (t.entity >= 0) {
        describe(entities_[static_cast<std::size_t>(t.entity)], c);
        return t;
      }
    }
    std::vector<std::int32_t>& known = by_role_[static_cast<std::size_t>(c.role)];
    if (definite(c) || !c.country.empty()) {
      const std::vector<std::string> word = {r_.word(c.core.end - 1).stem};
      std::size_t steps = 0;
      for (const std::int32_t k : recent_) {
        const Entity& e = entities_[static_cast<std::size_t>(k)];
        if (!e.source.person || e.source.role != c.role || ++steps > kLookBack || !fits(e, c) ||
            !compatible(e.source.gender, c.gender) ||
            (c.role == Role::kPerson && !e.domain.empty() && !share(word, e.domain))) {
          continue;
        }
        if (c.role == Role::kPerson && e.domain.empty()) {
          continue;
        }
        return {k, Resolution::kDefinite, distance_confidence(e, 0.85), -1};
      }
    }
    if (!speaking && c.role == Role::kPerson) {
      return {};
    }
    const std::int32_t made = make(c, label(c));
    Entity& e = entities_.back();
    e.source.person = true;
    e.domain = {r_.word(c.core.end - 1).stem};
    describe(e, c);
    known.push_back(made);
    return {made, Resolution::kNamed, definite(c) ? 0.8 : 0.75, -1};
  }

  [[nodiscard]] static bool answers(const Entity& e, PronounClass pronoun) {
    const bool group = e.kind == ChunkKind::kGroup || e.kind == ChunkKind::kOther;
    switch (pronoun) {
      case PronounClass::kMale:
        return e.source.person && e.source.gender != Gender::kFemale;
      case PronounClass::kFemale:
        return e.source.person && e.source.gender != Gender::kMale;
      case PronounClass::kPerson:
        return e.source.person;
      case PronounClass::kThing:
        return !e.source.person && !group && e.kind != ChunkKind::kName;
      case PronounClass::kPlural:
        return group || !e.source.person;
      case PronounClass::kSelf:
        return false;
    }
    return false;
  }

  /// How near the `k`-th of the recent entities is to the mind where the pronoun stands.
  [[nodiscard]] double salience(std::size_t k, const Chunk& c) const {
    const Entity& e = entities_[static_cast<std::size_t>(recent_[k])];
    const double distance = static_cast<double>(c.sentence - e.last_sentence);
    const bool gendered = e.source.gender != Gender::kUnknown;
    return (recent_[k] == last_speaker_ ? 2.0 : 0.0) + (e.subject ? 1.5 : 0.0) +
           (e.subject && e.last_sentence == c.sentence ? 1.6 : 0.0) + (gendered ? 0.5 : 0.0) +
           (e.speaks ? 0.4 : 0.0) - 0.6 * distance - 0.05 * static_cast<double>(k);
  }

  Tied tie_pronoun(const Chunk& c) {
    const PronounClass pronoun = c.pronoun->kind;
    std::int32_t best = -1;
    std::int32_t second = -1;
    double best_score = -1e9;
    for (std::size_t k = 0; k < recent_.size(); ++k) {
      if (!answers(entities_[static_cast<std::size_t>(recent_[k])], pronoun)) {
        continue;
      }
      const double score = salience(k, c);
      if (score > best_score) {
        second = best;
        best = recent_[k];
        best_score = score;
      } else if (second < 0) {
        second = recent_[k];
      }
    }
    if (best < 0) {
      return {};
    }
    Entity& e = entities_[static_cast<std::size_t>(best)];
    if (e.source.gender == Gender::kUnknown && e.source.person) {
      e.source.gender = pronoun == PronounClass::kMale     ? Gender::kMale
                        : pronoun == PronounClass::kFemale ? Gender::kFemale
                                                           : Gender::kUnknown;
    }
    const double base = best == last_speaker_ ? 0.88 : 0.75;
    return {best, Resolution::kPronoun, std::min(base, e.last_confidence + 0.02), second};
  }

  /// "a report by the observatory": who wrote it; -1 if it is not told.
  [[nodiscard]] std::int32_t author_behind(const Chunk& c) const {
    const std::uint32_t by = c.tokens.end;
    if (by + 1 >= r_.sentences[c.sentence].tokens.end || r_.frame(by) != Frame::kAgent) {
      return -1;
    }
    const std::int32_t next = r_.chunk_of[by + 1];
    return next >= 0 && speakers_.capable(next, true) ? next : -1;
  }

  Tied tie_document(std::size_t number) {
    const Chunk& c = r_.chunks[number];
    if (const std::int32_t author = author_behind(c); author >= 0) {
      const Chunk& a = r_.chunks[static_cast<std::size_t>(author)];
      const bool name = a.kind == ChunkKind::kName || a.kind == ChunkKind::kPerson;
      Tied t = name                                 ? tie_name(a, true)
               : a.kind == ChunkKind::kOrganisation ? tie_organisation(a)
                                                    : tie_other(a);
      t.how = Resolution::kDocument;
      t.confidence = std::min(t.confidence, 0.85);
      return t;
    }
    if (!c.organisation.empty() && c.official_document) {
      Chunk owner = c;
      owner.kind = ChunkKind::kOrganisation;
      owner.core = c.organisation;
      owner.role = c.organisation_role;
      Tied t = tie_organisation(owner);
      t.how = Resolution::kDocument;
      t.confidence = std::min(t.confidence, 0.85);
      return t;
    }
    if (definite(c) && c.official_document && last_official() >= 0) {
      return {last_official(), Resolution::kDocument, 0.8, -1};
    }
    return tie_other(c);
  }

  /// Who last spoke officially: no outlet, no unnamed group.
  [[nodiscard]] std::int32_t last_official() const {
    std::int32_t best = -1;
    for (const std::int32_t k : recent_) {
      const Entity& e = entities_[static_cast<std::size_t>(k)];
      const bool official = e.source.role != Role::kMedia && e.kind != ChunkKind::kGroup &&
                            e.kind != ChunkKind::kRole && e.kind != ChunkKind::kOther &&
                            e.kind != ChunkKind::kDocument;
      if (official && e.last_spoken > 0 &&
          (best < 0 || entities_[static_cast<std::size_t>(best)].last_spoken < e.last_spoken)) {
        best = k;
      }
    }
    return best;
  }

  /// Phrases without name: the same head word is the same source if the later one is definite.
  Tied tie_other(const Chunk& c) {
    const TokenRange core = c.core.empty() ? c.tokens : c.core;
    const std::string& head = r_.word(core.end - 1).folded;
    const auto known = by_head_.find(head);
    if (known != by_head_.end() && (c.definite || c.kind == ChunkKind::kGroup) &&
        compatible(entities_[static_cast<std::size_t>(known->second)].source.country, c.country)) {
      return {known->second, Resolution::kDefinite, 0.75, -1};
    }
    const std::int32_t made = make(c, std::string(r_.document.slice(r_.span(c.tokens))));
    Entity& e = entities_.back();
    if (c.kind == ChunkKind::kDocument && c.organisation_role != Role::kUnknown) {
      e.source.role = c.organisation_role;
    }
    by_head_[head] = made;
    return {made, c.kind == ChunkKind::kDocument ? Resolution::kDocument : Resolution::kNamed,
            c.kind == ChunkKind::kOther ? 0.6 : 0.75, -1};
  }

  // Result.

  Resolutions collect(const std::vector<Tied>& tied, const std::vector<Tied>& of_chunk) {
    std::vector<std::int32_t> speaking;
    for (std::size_t k = 0; k < a_.size(); ++k) {
      if (a_[k].outlet >= 0) {
        const std::int32_t e = of_chunk[static_cast<std::size_t>(a_[k].outlet)].entity;
        if (e >= 0) {
          entities_[static_cast<std::size_t>(e)].speaks = true;
        }
      }
      if (tied[k].entity >= 0) {
        entities_[static_cast<std::size_t>(tied[k].entity)].speaks = true;
      }
    }
    for (std::size_t e = 0; e < entities_.size(); ++e) {
      if (entities_[e].speaks) {
        speaking.push_back(static_cast<std::int32_t>(e));
      }
    }
    std::stable_sort(speaking.begin(), speaking.end(), [&](std::int32_t x, std::int32_t y) {
      return entities_[static_cast<std::size_t>(x)].first_token <
             entities_[static_cast<std::size_t>(y)].first_token;
    });
    std::vector<std::optional<std::size_t>> index(entities_.size());
    Resolutions out;
    for (const std::int32_t e : speaking) {
      index[static_cast<std::size_t>(e)] = out.sources.size();
      Entity& entity = entities_[static_cast<std::size_t>(e)];
      out.sources.push_back(std::move(entity.source));
      out.owned.push_back(!entity.owner.empty());
    }
    const auto index_of = [&](std::int32_t e) -> std::optional<std::size_t> {
      return e < 0 ? std::nullopt : index[static_cast<std::size_t>(e)];
    };
    for (std::size_t k = 0; k < a_.size(); ++k) {
      Resolved resolved;
      resolved.source = index_of(tied[k].entity);
      resolved.how = tied[k].how;
      resolved.confidence = tied[k].confidence;
      resolved.alternative = index_of(tied[k].alternative);
      if (a_[k].outlet >= 0) {
        resolved.relayed_by = index_of(of_chunk[static_cast<std::size_t>(a_[k].outlet)].entity);
      }
      out.resolved.push_back(resolved);
    }
    return out;
  }

  const Reading& r_;
  SpeakerFinder speakers_;
  const std::vector<Attribution>& a_;
  std::vector<std::uint8_t> speaks_;
  std::vector<std::size_t> by_mention_;
  std::vector<Entity> entities_;
  std::vector<std::int32_t> recent_;  ///< Entities, last mentioned first; at most kLookBack.
  std::unordered_map<std::string, std::vector<std::int32_t>> by_surname_;
  std::unordered_map<std::string, std::int32_t> by_given_, by_body_, by_head_, by_country_;
  std::array<std::vector<std::int32_t>, 17> by_role_;
  std::unordered_map<std::string, std::int32_t> acronyms_;
  std::string home_;               ///< Country of the first government of the text.
  std::int32_t interviewee_ = -1;  ///< Who answered last in turns "A: ...".
  std::int32_t last_speaker_ = -1;
  std::uint32_t spoken_ = 0, changes_ = 0, resets_ = 0, reset_sentence_ = 0;
};

}  // namespace

Resolutions resolve_sources(const Reading& reading, const std::vector<Attribution>& attributions) {
  return Resolver(reading, attributions).resolve();
}

}  // namespace parallax

/// Who owns, operates, built, wrote or won it: parts in a matter that one party has (holder.tsv).

#include <algorithm>
#include <array>
#include <string_view>

#include "engine/facts/definition_parts.hpp"

namespace parallax {
namespace {

/// Tokens between the words and the name: "by the former minister Mira Holm".
constexpr std::size_t kPhrase = 7;

bool says(const ClaimContext& c, std::size_t i) {
  return c.is_any(i, {"is", "was", "are", "were", "remains", "became", "becomes", "be", "been"});
}

class Reader {
 public:
  Reader(const ClaimContext& c, Claim& claim) : c_(c), claim_(claim) {}

  /// A row may have several classes, each with its parts: "deed,where", "finder;place:discovery".
  void read(std::size_t i, std::size_t length, const std::vector<std::string>& row) {
    std::string_view classes = row[0];
    std::string_view lists = row[1];
    while (!classes.empty() && !lists.empty()) {
      const std::string_view kind = cut(classes, ',');
      const std::size_t name = who_by(kind, i, i + length);
      const std::size_t site =
          kind == "where" && name == kNobody ? site_behind(i, i + length) : kNobody;
      for (std::string_view parts = cut(lists, ';'); !parts.empty();) {
        const std::string part(cut(parts, ','));
        if (site != kNobody) {
          add_site(part, i, i + length, site);
        }
        add(part, i, i + length, name, kind == "chosen");
      }
    }
  }

 private:
  static constexpr std::size_t kNobody = static_cast<std::size_t>(-1);

  /// Takes what stands in front of the mark off the list.
  static std::string_view cut(std::string_view& list, char mark) {
    const std::string_view first = list.substr(0, list.find(mark));
    list.remove_prefix(std::min(list.size(), first.size() + 1));
    return first;
  }

  /// The name that a row of some class gives the part to.
  std::size_t who_by(std::string_view kind, std::size_t i, std::size_t end) const {
    if (kind == "behind") {
      return name_behind(end);
    }
    if (kind == "verb" && i + 1 < end && !c_.is(end - 1, "by")) {
      return subject_of(i);  // "was chosen to"
    }
    if (kind == "verb" || kind == "deed") {
      const std::size_t behind = behind_word(end, "by");
      return behind != kNobody                        ? behind
             : kind == "verb" || has_object(i, end) ? doer_of(i, end)
                                                    : kNobody;
    }
    if (kind == "where") {
      return place_behind(i, end);
    }
    if (kind == "source") {
      return behind_word(end, "from");
    }
    if (kind == "chosen") {
      return chosen_before(i);
    }
    if (kind == "credit") {
      return credited(end);
    }
    return bearer_of(i, end, kind == "noun");
  }

  /// Index of the party that covers token `i`; kNobody if none does.
  std::size_t name_at(std::size_t i) const {
    const Term* term = term_at(c_, claim_, i);
    const bool name =
        term != nullptr && term->kind == TermKind::kName && !term->frame && !owns(*term);
    return name ? static_cast<std::size_t>(term - claim_.terms.data()) : kNobody;
  }

  /// "Norland's envoy": whose it is.
  bool owns(const Term& term) const {
    const std::size_t last = term.token + term.tokens - 1 - c_.first_token;
    const std::string_view text = c_.document.slice(c_.tokens[last].span);
    return text.ends_with("'s") || text.ends_with("\u2019s") || c_.is_any(last + 1, {"'", "\u2019"});
  }

  /// "Norrun", "Norland".
  static bool party(const Term& term) {
    return !term.frame && (term.kind == TermKind::kName || term.kind == TermKind::kCountry ||
                           term.kind == TermKind::kPlace);
  }

  bool stops(std::size_t i) const {
    const Term* term = term_at(c_, claim_, i);
    return c_.taken[i] || preposition(c_, i) || relative(c_, i) || c_.punctuation(i) ||
           (term != nullptr && term->verb);
  }

  /// The first name of the noun phrase that begins at `i`.
  std::size_t name_behind(std::size_t i) const {
    const std::size_t last = std::min(c_.size(), i + kPhrase);
    for (; i < last; ++i) {
      if (const std::size_t name = name_at(i); name != kNobody) {
        return head_name(name);
      }
      if (stops(i) && !c_.is(i, "of")) {
        break;
      }
    }
    return kNobody;
  }

  /// "The Social Democrat leader Mira Holm": the last name of the phrase has it.
  std::size_t head_name(std::size_t name) const {
    constexpr std::size_t kTitles = 4;
    const Term& first = claim_.terms[name];
    std::size_t i = first.token - c_.first_token + first.tokens;
    for (const std::size_t last = i + kTitles; i < std::min(c_.size(), last) && !stops(i); ++i) {
      const Term* term = term_at(c_, claim_, i);
      if (const std::size_t other = name_at(i); other != kNobody) {
        return other;
      }
      if (term == nullptr || term->kind == TermKind::kFunction || !term->actor) {
        break;
      }
    }
    return name;
  }

  /// The first place of the clause behind the words, with no other verb in between; kNobody where
  /// a second one is joined to it.
  std::size_t place_behind(std::size_t begin, std::size_t end) const {
    constexpr std::size_t kJoined = 3;
    const Term* cue = nullptr;
    for (std::size_t k = end; k > begin && cue == nullptr; --k) {
      cue = term_at(c_, claim_, k - 1);
    }
    std::size_t found = kNobody;
    std::size_t behind = 0;
    for (std::size_t t = 0; cue != nullptr && t < claim_.terms.size(); ++t) {
      const Term& term = claim_.terms[t];
      const std::size_t at = term.token - c_.first_token;
      if (at < end || term.clause != cue->clause) {
        continue;
      }
      if (found == kNobody && term.verb) {
        break;
      }
      if (named_place(term) && found != kNobody && at <= behind + kJoined) {
        return c_.is_any(at - 1, {"and", "or"}) || c_.is(behind, "and") ? kNobody : found;
      }
      if (found == kNobody && named_place(term) && located(term) && !wide(term)) {
        found = t;
        behind = at + term.tokens;
      }
    }
    return found;
  }

  /// "Kept in a warehouse": the first thing without a name that the clause places it at.
  std::size_t site_behind(std::size_t begin, std::size_t end) const {
    const Term* cue = nullptr;
    for (std::size_t k = end; k > begin && cue == nullptr; --k) {
      cue = term_at(c_, claim_, k - 1);
    }
    for (std::size_t t = 0; cue != nullptr && t < claim_.terms.size(); ++t) {
      const Term& term = claim_.terms[t];
      const bool noun = term.kind == TermKind::kPlain || term.kind == TermKind::kConcept;
      if (term.token - c_.first_token < end || term.clause != cue->clause) {
        continue;
      }
      if (term.verb) {
        break;
      }
      if (noun && term.slot == Slot::kOblique && !term.frame && located(term)) {
        return t;
      }
    }
    return kNobody;
  }

  /// "place:keeping" of something without a name is "site:keeping".
  void add_site(const std::string& part, std::size_t begin, std::size_t end, std::size_t site) {
    constexpr std::string_view kPlace = "place:";
    if (part.starts_with(kPlace) && !denied(begin, end)) {
      claim_.holders.push_back({"site:" + part.substr(kPlace.size()),
                                static_cast<std::uint32_t>(site), c_.span(begin, end - 1)});
    }
  }

  bool named_place(const Term& term) const {
    const bool name = term.kind == TermKind::kName || term.kind == TermKind::kCountry ||
                      term.kind == TermKind::kPlace;
    return name && !term.frame && (term.slot == Slot::kOblique || close_to(term));
  }

  /// "Close to Selm".
  bool close_to(const Term& term) const {
    const std::size_t at = term.token - c_.first_token;
    return at > 1 && c_.is_any(at - 1, {"to", "from"}) && c_.is_any(at - 2, {"close", "next", "far"});
  }

  /// "In Latin America", "at the Corvo Games": no place, or too wide for one.
  bool wide(const Term& term) const {
    const std::size_t first = term.token - c_.first_token;
    const std::size_t last = first + term.tokens - 1;
    const bool america =
        c_.is_any(first, {"latin", "central", "south", "north"}) &&
        (c_.is(last, "america") || c_.is(last + 1, "america") || c_.is(last, "asia"));
    return america ||
           c_.is_any(last, {"africa", "asia", "europe", "america", "games", "cup", "olympics",
                            "championship", "championships", "festival", "conference", "forum",
                            "congress", "marathon", "biennale"});
  }

  /// "In Selm", "at Port Kelm", "through the Tarsk pass", "outside the town of Selm".
  bool located(const Term& term) const {
    static constexpr std::array<std::string_view, 27> kWhere = {
        "in",      "at",      "near",    "on",    "off",    "from",   "to",    "for",   "via",
        "into",    "outside", "through", "towards", "above", "over",  "beside", "below", "around",
        "outsid",  "abov",    "besid",   "under", "inside", "insid",  "along", "beneath",
        "aboard"};
    static constexpr std::array<std::string_view, 114> kPlaces = {
        "town",       "city",       "village",  "port",      "island",     "district",
        "province",   "region",     "state",    "county",    "oasis",      "harbour",
        "gulf",       "bay",        "valley",   "gorge",     "capital",    "beach",
        "beaches",    "coast",      "shore",    "shores",    "stadium",    "airport",
        "airfield",   "airbase",    "base",     "prison",    "jail",       "hotel",
        "university", "camp",       "barracks", "station",   "waterfront", "hills",
        "mountains",  "forest",     "forests",  "lake",      "cape",       "strait",
        "suburb",     "suburbs",    "outskirts", "waters",   "territory",  "quay",
        "peninsula",  "plain",      "desert",   "steppe",    "heights",    "hamlet",
        "settlement", "parish",     "commune",  "municipality", "centre",  "center",
        "railhead",   "depot",      "market",   "monastery", "abbey",      "church",
        "cathedral",  "museum",     "palace",   "castle",    "pass",       "plateau",
        "islands",    "republic",   "garrison", "refinery",  "mine",       "archipelago",
        "roads",      "roadstead",  "anchorage", "casino",   "villa",      "monastery",
        "embassy",    "ministry",   "theatre",  "library",   "mosque",     "checkpoint",
        "crossing",   "summit",     "foot",     "mouth",     "estuary",    "delta",
        "hall",       "school",     "hospital", "square",    "harbours",   "ports",
        "factory",    "farm",       "terminal", "courthouse", "residence", "woods",
        "fields",     "slopes",     "banks",    "bank",      "streets",    "quarter"};
    const std::string_view preposition = c_.words.stem(term.preposition);
    const std::size_t at = term.token - c_.first_token;
    const bool of_town =
        preposition == "of" && at > 1 &&
        std::find(kPlaces.begin(), kPlaces.end(), c_.folded(at - 2)) != kPlaces.end();
    return of_town || close_to(term) || std::find(kWhere.begin(), kWhere.end(), preposition) != kWhere.end();
  }

  /// The name that is the subject of the verb at `i`: "Norrun operates", "it was Norrun that
  /// operated". What stands behind a preposition is no subject.
  std::size_t subject_of(std::size_t i) const {
    std::size_t found = kNobody;
    for (std::size_t t = 0; t < claim_.terms.size(); ++t) {
      const Term& term = claim_.terms[t];
      const std::size_t at = term.token - c_.first_token;
      if (at >= i) {
        break;
      }
      const bool called = at > 0 && c_.is_any(at - 1, {"named", "called", "nicknamed"});
      const bool subject = term.slot == Slot::kSubject || cleft(at, i) || called;
      if (party(term) && subject && term.preposition == StemId{} && !owns(term)) {
        found = t;
      } else if (term.verb && !says(c_, at)) {
        found = kNobody;
      }
    }
    return found;
  }

  /// "It was Norrun that", with the verb right behind.
  bool cleft(std::size_t at, std::size_t verb) const {
    constexpr std::size_t kReach = 4;
    return verb > 0 && c_.is_any(verb - 1, {"that", "who", "which"}) && at + kReach + claim_tokens(at) > verb;
  }

  /// Tokens of the term at `at` beyond the first.
  std::size_t claim_tokens(std::size_t at) const {
    const Term* term = term_at(c_, claim_, at);
    return term == nullptr ? 0 : term->tokens - 1;
  }

  /// The name behind a preposition in the clause that goes on at `end`: "bought the lorries from
  /// Norrun", "escorted as far as the strait by Norrun".
  std::size_t behind_word(std::size_t end, std::string_view preposition) const {
    constexpr std::size_t kFar = 10;
    for (std::size_t k = end; k < std::min(c_.size(), end + kFar); ++k) {
      const Term* term = term_at(c_, claim_, k);
      if (c_.punctuation(k) || relative(c_, k) || (term != nullptr && term->verb)) {
        break;
      }
      if (c_.is(k, preposition)) {
        return name_behind(k + 1);
      }
    }
    return kNobody;
  }

  /// Who does it: in front of the verb, unless it is passive.
  std::size_t doer_of(std::size_t i, std::size_t end) const {
    const Term* cue = term_at(c_, claim_, end - 1);
    return cue != nullptr && cue->passive && cue->verb ? kNobody : subject_of(i);
  }

  /// "Coordination of the search rested with Norrun", "the task of rebuilding it fell to Norrun".
  std::size_t credited(std::size_t end) const {
    constexpr std::size_t kFar = 16;
    for (std::size_t k = end; k + 1 < std::min(c_.size(), end + kFar); ++k) {
      const bool made = c_.is_any(k, {"raised", "made", "sounded", "given", "provided", "sent"}) &&
                        c_.is(k + 1, "by");
      const bool given =
          made ||
          (c_.is_any(k, {"belongs", "belonged", "goes", "went", "gone", "falls", "fell", "fallen",
                         "passes", "passed", "entrusted", "assigned", "given", "awarded", "due",
                         "credited", "handed", "allotted", "owed", "attributed", "granted"}) &&
           c_.is(k + 1, "to")) ||
          (c_.is_any(k, {"rests", "rested", "lies", "lay", "lain", "rest", "lie"}) &&
           c_.is(k + 1, "with"));
      if (given) {
        return name_behind(k + 2);
      }
      if (c_.is_any(k, {",", ";", "that", "which", "who"})) {
        break;
      }
    }
    return kNobody;
  }

  /// "Opened the bridge", "which Norrun opened"; not "the bridge opened on Monday".
  bool has_object(std::size_t i, std::size_t end) const {
    static constexpr std::size_t kFront = 5;
    for (std::size_t k = i; k > 0 && k + kFront > i; --k) {
      if (c_.is_any(k - 1, {"which", "whom", "that"})) {
        return true;
      }
    }
    const Term* term = term_at(c_, claim_, end);
    const bool opens = c_.is_any(end, {"the", "a", "an", "its", "his", "her", "their", "this",
                                       "these", "those", "all", "both", "some", "more", "only"});
    return end < c_.size() && !c_.punctuation(end) && !preposition(c_, end) &&
           (opens || (term != nullptr && term->kind != TermKind::kFunction));
  }

  /// "Appointed", "asked", "chose": makes somebody something.
  bool chooses(const Term& term) const {
    static constexpr std::array<std::string_view, 44> kVerbs = {
        "appointed",  "appoint",    "appoints",  "named",     "name",      "names",    "chose",
        "choose",     "chosen",     "elected",   "elect",     "nominated", "nominate", "nominates",
        "selected",   "select",     "picked",    "pick",      "asked",     "ask",      "asks",
        "invited",    "invite",     "tasked",    "tasks",     "charged",   "entrusted", "designated",
        "designates", "proclaimed", "confirmed", "commissioned", "requested", "mandated", "crowned",
        "installed",  "declared",   "instructed", "hired",    "engaged",   "approved", "picks",
        "authorised", "authorized"};
    const std::size_t at = term.token - c_.first_token;
    return std::any_of(kVerbs.begin(), kVerbs.end(),
                       [&](std::string_view verb) { return c_.is(at, verb); });
  }

  /// The last name that ends in front of `i`; only articles, titles and commas may stand between.
  std::size_t name_before(std::size_t i) const {
    constexpr std::size_t kBetween = 3;
    for (std::size_t k = i; k > 0 && k + kBetween > i; --k) {
      const Term* term = term_at(c_, claim_, k - 1);
      if (term != nullptr && party(*term)) {
        return static_cast<std::size_t>(term - claim_.terms.data());
      }
      if (!c_.punctuation(k - 1)) {
        break;
      }
    }
    return kNobody;
  }

  /// The verb of choosing nearest in front of `i`, and no other verb in between.
  const Term* choice_before(std::size_t i) const {
    const Term* verb = nullptr;
    for (const Term& term : claim_.terms) {
      if (term.token - c_.first_token >= i) {
        break;
      }
      const bool chosen = chooses(term);
      verb = chosen ? &term : term.verb && !says(c_, term.token - c_.first_token) ? nullptr : verb;
    }
    return verb;
  }

  /// Who is made what stands at `i`: "named Norrun as", "Norrun was asked", "it was Norrun whom the
  /// king asked".
  std::size_t chosen_before(std::size_t i) const {
    const Term* verb = choice_before(i);
    if (verb == nullptr) {
      return kNobody;
    }
    const std::size_t at = verb->token - c_.first_token;
    if (const std::size_t object = name_before(i); object != kNobody && object_behind(object, at)) {
      return object;
    }
    constexpr std::size_t kReach = 8;
    for (std::size_t k = at; k > 0 && k + kReach > at; --k) {
      if (c_.is(k - 1, "whom")) {
        return name_before(k - 1);
      }
    }
    const bool passive = verb->passive || (at > 0 && c_.is_any(at - 1, {"was", "were", "been",
                                                                        "is", "be", "being"}));
    return passive ? subject_of(at) : kNobody;
  }

  /// The name stands behind the verb at `verb`.
  bool object_behind(std::size_t name, std::size_t verb) const {
    return claim_.terms[name].token - c_.first_token > verb;
  }

  /// "The new owner, confirmed by the court, is Norrun": behind the second comma.
  std::size_t behind_aside(std::size_t end) const {
    constexpr std::size_t kAside = 10;
    for (std::size_t k = end + 1; c_.is(end, ",") && k < std::min(c_.size(), end + kAside); ++k) {
      if (c_.is(k, ",") && says(c_, k + 1)) {
        return k + 1;
      }
    }
    return end;
  }

  /// "The owner is Norrun", "Norrun is the owner", "the owner, Norrun", "owner Norrun", "named
  /// Norrun as owner".
  std::size_t bearer_of(std::size_t begin, std::size_t end, bool apposition) const {
    std::size_t front = begin;
    while (front > 0 && !c_.punctuation(front - 1) && !says(c_, front - 1) &&
           begin - front < kPhrase && !preposition(c_, front - 1) && !c_.is(front - 1, "as") &&
           (front == begin || name_at(front - 1) == kNobody)) {
      --front;
    }
    const bool of = preposition(c_, end - 1);  // "ambassador of Norland"
    const bool as = front > 0 && c_.is(front - 1, "as");
    const bool beside = front > 0 && name_at(front - 1) != kNobody;
    if (as || beside) {
      if (const std::size_t who = chosen_before(as ? front - 1 : front); who != kNobody) {
        return who;
      }
    }
    if (front > 0 && says(c_, front - 1)) {
      return subject_of(front - 1);
    }
    std::size_t i = behind_aside(end);
    while (i < c_.size() && !c_.punctuation(i) && !says(c_, i)) {
      const bool apposed = apposition && !of && i == end && name_at(i) != kNobody;
      if (apposed) {
        return name_at(i);
      }
      ++i;
    }
    return i < c_.size() && (says(c_, i) || (c_.is(i, ",") && i == end)) ? name_behind(i + 1)
                                                                         : kNobody;
  }

  void add(const std::string& part, std::size_t begin, std::size_t end, std::size_t name,
           bool chosen) {
    if (name == kNobody) {
      return;
    }
    const Term& who = claim_.terms[name];
    const bool said = (chosen && who.modality != Modality::kConditional) ||
                      who.modality == Modality::kFact || who.modality == Modality::kFuture ||
                      (agreed() && (who.modality == Modality::kObligation ||
                                    who.modality == Modality::kRequested)) ||
                      (part.starts_with("place:") && who.modality == Modality::kIntended);
    if (!who.negated && !denied(begin, end) && said) {
      const auto term = static_cast<std::uint32_t>(name);
      claim_.holders.push_back({part, term, c_.span(begin, end - 1)});
      if (part == "winner" && tendered()) {
        claim_.holders.push_back({"contractor", term, c_.span(begin, end - 1)});
      }
    }
  }

  /// The words are in the scope of a negator.
  bool denied(std::size_t begin, std::size_t end) const {
    return std::any_of(claim_.terms.begin(), claim_.terms.end(), [&](const Term& term) {
      const std::size_t at = term.token - c_.first_token;
      return at >= begin && at < end && term.negated;
    });
  }

  /// "The tender was won by Norrun": to build it.
  bool tendered() const {
    return std::any_of(claim_.terms.begin(), claim_.terms.end(), [&](const Term& term) {
      return c_.is_any(term.token + term.tokens - 1 - c_.first_token,
                       {"contract", "tender", "concession", "order", "bid"});
    });
  }

  /// "Agreed that Norrun should chair it": settled.
  bool agreed() const {
    return std::any_of(claim_.terms.begin(), claim_.terms.end(), [&](const Term& term) {
      return c_.is_any(term.token - c_.first_token,
                       {"agreed", "agree", "agrees", "decided", "decides", "determined", "settled",
                        "resolved", "ruled", "chose"});
    });
  }

  const ClaimContext& c_;
  Claim& claim_;
};

}  // namespace

void read_holders(const ClaimContext& c, Claim& claim) {
  const bool open =
      claim.question || claim.disputed || claim.commitment == "conditional";
  if (c.lexicon.holder.rows.empty() || open) {
    return;
  }
  Reader reader{c, claim};
  for (std::size_t i = 0; i < c.size(); ++i) {  // "was signed" and "signed by" may overlap
    std::size_t length = 0;
    const auto* row = c.look_up(c.lexicon.holder, i, length);
    if (row != nullptr && !c.taken[i] && !in_frame(c, claim, i)) {
      reader.read(i, length, *row);
    }
  }
}

}  // namespace parallax

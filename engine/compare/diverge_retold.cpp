/// Names and places of one event that the two sides tell in other words: the one name that only
/// each side has, in parts of the event that answer each other ("the fever originated in X", "its
/// origin was traced to Y"). Speaks only where the other families found nothing: one difference in
/// one event.

#include <algorithm>
#include <array>

#include "engine/compare/arguments.hpp"
#include "engine/compare/diverge.hpp"
#include "engine/compare/name_slots.hpp"
#include "engine/compare/stages.hpp"

namespace parallax {
namespace {

/// What both sides say of the event, names left out, must agree this much.
constexpr double kSameEvent = 0.6;
constexpr double kSameEventJaccard = 0.4;
constexpr std::size_t kSharedTerms = 3;
constexpr double kNothingElse = 0.99;

template <std::size_t N>
bool one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Where a place may stand, and which way it looks.
enum class Way : std::uint8_t { kNone, kAt, kFrom, kTo };

Way way_of(std::string_view preposition) {
  static constexpr std::array<std::string_view, 13> kAt = {
      "in",      "at",  "near", "on",     "insid",  "inside", "outsid",
      "outside", "off", "over", "within", "around", "across"};
  static constexpr std::array<std::string_view, 4> kTo = {"to", "into", "toward", "towards"};
  if (preposition == "from") {
    return Way::kFrom;
  }
  return one_of(preposition, kTo) ? Way::kTo : one_of(preposition, kAt) ? Way::kAt : Way::kNone;
}

/// Nouns whose "of" names a place: "the village of X".
bool heads_place(std::string_view id) {
  static constexpr std::array<std::string_view, 22> kNouns = {
      "=village", "=city",   "=town",       "=district", "=province", "=shore",
      "=harbour", "=island", "=museum",     "=church",   "=airport",  "=bridge",
      "=station", "=prison", "=camp",       "=hospital", "=base",     "=mosque",
      "=school",  "=border", "=checkpoint", "=territory"};
  return one_of(id, kNouns);
}

/// A name with the part it has.
struct Played {
  const Term* term = nullptr;
  Way way = Way::kNone;  ///< kNone = a party.
};

/// True if the two ways may be one: "stolen from the museum", "the theft in the cathedral".
bool ways_fit(Way a, Way b) {
  return !(a == Way::kFrom && b == Way::kTo) && !(a == Way::kTo && b == Way::kFrom);
}

/// "On Norlandic pork": whose, not where. "In Norlandic waters" is a place.
bool describes_goods(const PairContext& pair, const Claim& claim, const Term& country) {
  static constexpr std::array<std::string_view, 22> kPlaces = {
      "=shore",   "=border", "=sea",  "=province", "=territory", "water",    "waters", "soil",
      "coast",    "airspac", "side",  "territori", "highland",   "mountain", "desert", "capit",
      "=village", "=city",   "=town", "=island",   "=harbour",   "=district"};
  const auto next = std::find_if(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    return term.token == country.token + country.tokens;
  });
  return country.kind == TermKind::kCountry && next != claim.terms.end() && is_content(*next) &&
         !next->verb && next->preposition == country.preposition && !is_entity(*next) &&
         !one_of(pair.words.stem(next->id), kPlaces) && !heads_place(pair.words.stem(next->id));
}

/// "Comes from the foundry Norrun": a noun in front says that it is no place.
bool apposed(const PairContext& pair, const Claim& claim, const Term& name) {
  return name.kind == TermKind::kName &&
         std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
           return term.token + term.tokens == name.token && is_content(term) && !is_entity(term) &&
                  !term.verb && term.preposition == name.preposition &&
                  !heads_place(pair.words.stem(term.id));
         });
}

/// A name as place or party; a name that only describes another noun has no part.
bool plays(const PairContext& pair, const Claim& claim, const SlotName& name, Played& played) {
  const Term& term = *name.term;
  if (describes_goods(pair, claim, term)) {
    return false;
  }
  played = {&term, Way::kNone};
  if (term.slot == Slot::kOblique) {
    const std::string& preposition = pair.words.stem(term.preposition);
    played.way =
        preposition == "from" && apposed(pair, claim, term) ? Way::kNone : way_of(preposition);
    if (preposition == "of") {
      played.way = heads_place(pair.words.stem(name.before)) ? Way::kAt : Way::kNone;
    }
    return played.way != Way::kNone || preposition == "by";
  }
  return term.slot != Slot::kNone;
}

struct Cast {
  std::vector<Played> places, parties;
};

Cast cast_of(const PairContext& pair, const Claim& claim, const std::vector<SlotName>& open) {
  Cast cast;
  for (const SlotName& name : open) {
    if (Played played; plays(pair, claim, name, played)) {
      (played.way == Way::kNone ? cast.parties : cast.places).push_back(played);
    }
  }
  return cast;
}

/// "X supports the extension", "Y supports it": each takes a position of its own.
bool own_position(const Claim& claim, const Argument& argument) {
  return argument.part == ArgumentPart::kAgent &&
         std::any_of(claim.stances.begin(), claim.stances.end(), [&](const Stance& stance) {
           const Term& act = claim.terms[stance.term];
           return act.verb && act.id == argument.verb;
         });
}

/// Both names do the shared deed, or both suffer it.
bool parts_fit(const PairContext& pair, const EventGate& gate, const Term& left,
               const Term& right) {
  const Argument a = argument_of(pair.words, {pair.left_document, pair.left}, left);
  const Argument b = argument_of(pair.words, {pair.right_document, pair.right}, right);
  const auto shared = [&](const Argument& x) {
    const std::string& verb = pair.words.stem(x.verb);
    return in_common(gate, x.verb) || x.verb == StemId{} || light_verb(verb) || verb == "stand" ||
           verb == "stood";
  };
  if (a.part == ArgumentPart::kUnknown || b.part == ArgumentPart::kUnknown ||
      own_position(pair.left, a) || own_position(pair.right, b)) {
    return false;
  }
  return a.part == b.part && shared(a) && shared(b) && !own_deed(pair.words.stem(a.verb)) &&
         !own_deed(pair.words.stem(b.verb));
}

/// "Went to the poet X", "awarded to Y": somebody gets it; nobody travels there.
bool gets(const PairContext& pair, const Played& played) {
  static constexpr std::array<std::string_view, 34> kGiven = {
      "go",       "goe",    "gone",  "went",  "award",    "=award", "give",     "given",   "=give",
      "present",  "hand",   "=hand", "grant", "=grant",   "confer", "assign",   "entrust", "belong",
      "sell",     "sold",   "=sell", "=lend", "lend",     "lent",   "attribut", "ascrib",  "trace",
      "=deliver", "bestow", "dedic", "leas",  "=appoint", "elect",  "addressed"};
  const Term& name = *played.term;
  return name.kind == TermKind::kName && played.way == Way::kTo &&
         one_of(pair.words.stem(name.governor), kGiven);
}

Finding finding_of(const PairContext& pair, const Played& a, const Played& b) {
  const bool sites = named_site(pair, pair.left_document, *a.term) &&
                     named_site(pair, pair.right_document, *b.term);
  const bool place = sites || (a.way != Way::kNone && !gets(pair, a) && !gets(pair, b));
  Finding f;
  f.kind = place ? "place" : "name";
  f.severity = Severity::kConflict;
  f.rule = f.kind + ".retold";
  f.confidence = 0.65;
  f.slot = place ? "place" : "who";
  f.left = {a.term->span, {{"id", pair.words.stem(a.term->id)}}};
  f.right = {b.term->span, {{"id", pair.words.stem(b.term->id)}}};
  f.explanation = std::string("Of one event, told in other words, one side names ") +
                  std::string(pair.left_document.slice(a.term->span)) + ", the other " +
                  std::string(pair.right_document.slice(b.term->span));
  return f;
}

/// A phrase of place that another one in the same chain may stand in: "in a warehouse in the port".
bool in_chain(const PairContext& pair, const Term& term, const Term& place) {
  const std::string& preposition = pair.words.stem(term.preposition);
  const Way way = way_of(preposition);
  return term.slot == Slot::kOblique && term.clause == place.clause && !term.verb &&
         (way == Way::kAt || way == Way::kFrom || preposition == "of") && !is_entity(term);
}

/// Unshared content of the phrases of place that end with `place`.
std::size_t nouns_before(const PairContext& pair, const EventGate& gate, const Claim& claim,
                         const Term& place) {
  std::size_t count = 0;
  for (auto it = claim.terms.rbegin(); it != claim.terms.rend(); ++it) {
    if (it->token >= place.token || it->kind == TermKind::kFunction) {
      continue;
    }
    if (!in_chain(pair, *it, place)) {
      break;
    }
    count += is_content(*it) && !in_common(gate, it->id) ? 1U : 0U;
  }
  return count;
}

/// Unshared content of the phrases of place that open places end: "in a warehouse in the port of
/// X", "the municipal museum of X".
std::size_t place_nouns(const PairContext& pair, const EventGate& gate, const Claim& claim,
                        const std::vector<SlotName>& open) {
  std::size_t count = 0;
  for (const SlotName& name : open) {
    const std::string& preposition = pair.words.stem(name.term->preposition);
    const bool placed = name.term->slot == Slot::kOblique &&
                        (way_of(preposition) != Way::kNone || preposition == "of");
    count += placed ? nouns_before(pair, gate, claim, *name.term) : 0U;
  }
  return count;
}

}  // namespace

void diverge_retold(const PairContext& pair, const EventGate& opened, std::vector<Finding>& out) {
  const OpenNames& names = open_names(pair);
  const std::vector<SlotName>& left = names.left;
  const std::vector<SlotName>& right = names.right;
  // "stolen from the museum of X", "from the cathedral of Y": the nouns belong to what differs
  const EventGate gate = without(opened, place_nouns(pair, opened, pair.left, left),
                                 place_nouns(pair, opened, pair.right, right));
  const std::size_t moment = one_moment(pair.left, pair.right) ? 1 : 0;
  // "The fire broke out in X", "the blaze started in Y": nothing but one event and its place
  const bool bare = gate.rest_jaccard > kNothingElse && gate.rest_shared > 0;
  const bool same = gate.rest_overlap >= kSameEvent && gate.rest_jaccard >= kSameEventJaccard &&
                    (gate.shared + moment >= kSharedTerms || bare);
  const bool polarity = pair.left.negators % 2 == pair.right.negators % 2;
  if (!out.empty() || !same || !polarity || gate.other_event || gate.substituted ||
      !one_event(pair, gate)) {
    return;
  }
  const auto broad = [&](const Document& document, const std::vector<SlotName>& open) {
    return std::any_of(open.begin(), open.end(), [&](const SlotName& name) {
      return broad_region(pair, document, *name.term);
    });
  };
  if (broad(pair.left_document, left) != broad(pair.right_document, right)) {
    return;
  }
  const auto judges = [](const Claim& claim) {
    return std::any_of(claim.stances.begin(), claim.stances.end(),
                       [](const Stance& stance) { return stance.polarity != 0; });
  };
  if (judges(pair.left) && judges(pair.right)) {
    return;  // "supports the process in X", "supports the process in Y"
  }
  const Cast l = cast_of(pair, pair.left, left);
  const Cast r = cast_of(pair, pair.right, right);
  const bool parties = !l.parties.empty() && !r.parties.empty();
  if (l.places.size() == 1 && r.places.size() == 1 && !parties) {
    if (ways_fit(l.places[0].way, r.places[0].way) && !opposite_ways(pair.left, pair.right) &&
        !other_stages(pair, l.places[0].term->token, r.places[0].term->token) &&
        !told_in_addition(pair, l.places[0].term->token, r.places[0].term->token)) {
      out.push_back(finding_of(pair, l.places[0], r.places[0]));
    }
  } else if (l.parties.size() == 1 && r.parties.size() == 1 &&
             (l.places.empty() || r.places.empty()) &&
             !told_in_addition(pair, l.parties[0].term->token, r.parties[0].term->token) &&
             parts_fit(pair, gate, *l.parties[0].term, *r.parties[0].term)) {
    out.push_back(finding_of(pair, l.parties[0], r.parties[0]));
  }
}

}  // namespace parallax

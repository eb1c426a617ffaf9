/// Who owns, operates, wrote or won it: one part in one matter, held by another party on each side.

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "engine/compare/anchors.hpp"
#include "engine/compare/diverge.hpp"
#include "engine/compare/entities.hpp"
#include "engine/compare/name_slots.hpp"
#include "engine/compare/number_values.hpp"

namespace parallax {
namespace {

/// The words that say which part it is, and who has it, are no part of the matter.
bool of_holder(const Claim& claim, const Term& term, bool known) {
  return std::any_of(claim.holders.begin(), claim.holders.end(), [&](const Holder& holder) {
    const bool cue = term.span.begin < holder.cue.end && term.span.end > holder.cue.begin;
    const bool site = holder.part.starts_with("site:");
    return !site && ((cue && holder.part != "place:epicentre") ||
                     (&claim.terms[holder.term] == &term && !known));
  });
}

/// Some name of the other side, told or speaking there, is this one: "TelcoNova confirmed".
bool named_there(const PairContext& pair, bool left, const Term& name) {
  const Claim& other = left ? pair.right : pair.left;
  return std::any_of(other.terms.begin(), other.terms.end(), [&](const Term& term) {
    return is_entity(term) && (left ? same_entity(pair, name, term) : same_entity(pair, term, name));
  });
}

/// "The Selm health office recounts": a speaker's name that the other side tells of.
bool told_there(const PairContext& pair, bool left, const Term& name) {
  const Claim& other = left ? pair.right : pair.left;
  return std::any_of(other.terms.begin(), other.terms.end(), [&](const Term& term) {
    return is_entity(term) && !term.frame &&
           (left ? same_entity(pair, name, term) : same_entity(pair, term, name));
  });
}

/// The phrase of a holder: its titles and what describes it ("the retired diplomat Mira Holm").
bool beside_holder(const Claim& claim, const Term& term) {
  constexpr std::uint32_t kPhrase = 4;
  return std::any_of(claim.holders.begin(), claim.holders.end(), [&](const Holder& holder) {
    const Term& name = claim.terms[holder.term];
    return !holder.part.starts_with("site:") && term.clause == name.clause &&
           term.token < name.token && name.token - term.token <= kPhrase && !term.verb;
  });
}

/// "The contract for the Selm bridge": the name of a thing.
bool names_thing(const Claim& claim, const Term& name) {
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    return term.token == name.token + name.tokens && !term.verb && !term.actor &&
           (term.kind == TermKind::kPlain || term.kind == TermKind::kConcept) &&
           term.preposition == name.preposition;
  });
}

/// What a claim speaks of besides who has the part.
struct Matter {
  std::size_t shared = 0;  ///< Things of both sides.
  std::size_t words = 0;   ///< Those that are no names.
  std::size_t own = 0;     ///< Things of this side alone.
  std::size_t alone = 0;   ///< Names of both sides that stand for the thing itself: "the Zephyr".
};

/// Names of both sides count, and other words. "The granary in Selm" and "the tramway of Selm"
/// share a name alone.
Matter matter_of(const PairContext& pair, bool left, const EventGate& gate) {
  const Claim& claim = left ? pair.left : pair.right;
  std::vector<StemId> seen;
  Matter matter;
  for (const Term& term : claim.terms) {
    const bool speaker = term.frame && !(is_entity(term) && told_there(pair, left, term));
    const bool known = is_entity(term) && named_there(pair, left, term);
    const bool told = !speaker && is_content(term) && !of_holder(claim, term, known);
    if (!told || term.attribute || std::find(seen.begin(), seen.end(), term.id) != seen.end()) {
      continue;
    }
    seen.push_back(term.id);
    const bool entity = is_entity(term);
    const bool common = in_common(gate, term.id) || known;
    matter.shared += common ? 1U : 0U;
    matter.words += common && !entity ? 1U : 0U;
    matter.alone += known && term.kind == TermKind::kName && !term.locative &&
                            term.slot != Slot::kOblique && !names_thing(claim, term)
                        ? 1U
                        : 0U;
    matter.own += common || beside_holder(claim, term) ? 0U : 1U;
  }
  return matter;
}

/// "The Corvo Games", "the Lake Selm Festival": an event by its own name, on both sides.
bool event_named(const PairContext& pair, const EventGate& gate) {
  static constexpr std::array<std::string_view, 16> kEvents = {
      "games",   "cup",        "festival", "olympics", "championship", "championships",
      "forum",   "congress",   "summit",   "expo",     "biennale",     "marathon",
      "regatta", "conference", "fair",     "assembly"};
  return std::any_of(pair.left.terms.begin(), pair.left.terms.end(), [&](const Term& term) {
    const std::uint32_t last = term.token + term.tokens - 1;
    const std::string& word = pair.words[pair.left_document.tokens[last].word].folded;
    return term.kind == TermKind::kName && term.tokens > 1 && !term.frame &&
           in_common(gate, term.id) &&
           std::find(kEvents.begin(), kEvents.end(), word) != kEvents.end();
  });
}

/// Both sides speak of one thing besides: of two things, one of which may be a name or a figure; or
/// of one, and of nothing else ("the inquiry is led by X", "Y is in charge of the inquiry").
/// Some parts say themselves what they are part of: "to form a government", "the epicentre".
bool one_matter(const PairContext& pair, const EventGate& gate, std::string_view part) {
  static constexpr std::array<std::string_view, 4> kTelling = {"formateur", "place:epicentre",
                                                               "place:outbreak", "envoy"};
  static constexpr std::size_t kFew = 3;
  static constexpr std::size_t kShort = 2;
  const Matter left = matter_of(pair, true, gate);
  const Matter right = matter_of(pair, false, gate);
  const std::size_t shared = std::min(left.shared, right.shared);
  const std::size_t words = std::min(left.words, right.words);
  const std::size_t values = anchors_of(pair, gate).values;
  const bool telling =
      std::find(kTelling.begin(), kTelling.end(), part) != kTelling.end() || event_named(pair, gate);
  const bool alone = left.alone > 0 && right.alone > 0;
  const std::size_t own = telling || alone ? kFew : kShort;
  const bool bare =
      (words > 0 || ((telling || alone) && shared > 0)) && left.own <= own && right.own <= own;
  return shared >= 2 || (words > 0 && values > 0) || bare;
}

/// "The federation of anglers" beside "FOA, the Federation of Anglers": all words of the name stand
/// in the other claim.
bool spelt_there(const PairContext& pair, bool left, const Term& name) {
  const Document& own = left ? pair.left_document : pair.right_document;
  const Document& there = left ? pair.right_document : pair.left_document;
  const Claim& other = left ? pair.right : pair.left;
  for (std::uint32_t i = name.token; i < name.token + name.tokens; ++i) {
    const StemId stem = pair.words[own.tokens[i].word].stem_id;
    bool found = false;
    for (std::uint32_t k = other.first_token; k < other.first_token + other.token_count; ++k) {
      found = found || pair.words[there.tokens[k].word].stem_id == stem;
    }
    if (!found) {
      return false;
    }
  }
  return true;
}

/// The name stands nowhere on the other side, in no part and no spelling. A town is not known
/// because its country speaks there, nor a country because of its demonym.
bool unknown_there(const PairContext& pair, bool left, const Term& name) {
  const Claim& other = left ? pair.right : pair.left;
  const auto container = [&](const Term& term) {
    const bool country = term.kind == TermKind::kCountry || name.kind == TermKind::kCountry;
    return country && (term.frame || (place_within(name, term) && !term.locative));
  };
  return !spelt_there(pair, left, name) &&
         std::none_of(other.terms.begin(), other.terms.end(), [&](const Term& term) {
           return is_entity(term) && !container(term) &&
                  (left ? same_entity(pair, name, term) : same_entity(pair, term, name));
         });
}

/// All who hold the part on one side, none of them known to the other.
bool others(const PairContext& pair, bool left, const std::string& part) {
  const Claim& claim = left ? pair.left : pair.right;
  return std::all_of(claim.holders.begin(), claim.holders.end(), [&](const Holder& holder) {
    const Term& name = claim.terms[holder.term];
    return holder.part != part || unknown_there(pair, left, name) || names_thing(claim, name);
  });
}

/// "Selm's brother": somebody else than Selm.
bool of_relative(const PairContext& pair, const Claim& claim, const EventGate& gate) {
  static constexpr std::array<std::string_view, 16> kRelatives = {
      "brother", "sister", "father", "mother", "son",     "daughter", "wife",    "husband",
      "cousin",  "uncle",  "aunt",   "widow",  "widower", "nephew",   "partner", "namesak"};
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    return !term.frame && !in_common(gate, term.id) &&
           std::find(kRelatives.begin(), kRelatives.end(), pair.words.stem(term.stem)) !=
               kRelatives.end();
  });
}

constexpr std::string_view kPlace = "place:";

/// A country, or a capital that stands for it, and a town that is known to lie elsewhere.
bool other_country(const Term& country, const Term& town) {
  return country.kind == TermKind::kCountry && town.kind == TermKind::kPlace &&
         town.region != StemId{} && town.region != country.id;
}

/// The country, body or place whose post it is: "ambassador to Norland"; nullptr if there is none.
const Term* post_of(const PairContext& pair, const Claim& claim, const Holder& holder) {
  static constexpr std::array<std::string_view, 5> kOf = {"to", "of", "in", "at", "for"};
  constexpr std::size_t kReach = 24;  // bytes
  for (const Term& term : claim.terms) {
    const bool behind =
        term.span.begin >= holder.cue.begin && term.span.begin <= holder.cue.end + kReach;
    if (behind && is_entity(term) && &term != &claim.terms[holder.term] &&
        std::find(kOf.begin(), kOf.end(), pair.words.stem(term.preposition)) != kOf.end()) {
      return &term;
    }
  }
  return nullptr;
}

/// "Signed it for the port of Selm": somebody whom the other side does not know.
bool for_another(const PairContext& pair, bool left, const Holder& holder) {
  const Claim& claim = left ? pair.left : pair.right;
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    const std::string& preposition = pair.words.stem(term.preposition);
    return is_entity(term) && is_told(term) && (preposition == "for" || preposition == "of") &&
           &term != &claim.terms[holder.term] && unknown_there(pair, left, term);
  });
}

/// "Ambassador to Norland", "ambassador to Sudland": two posts.
bool other_posts(const PairContext& pair, const Holder& a, const Holder& b) {
  if (a.part == "signatory" && for_another(pair, true, a) && for_another(pair, false, b)) {
    return true;
  }
  const bool post = a.part == "envoy" || a.part == "successor" || a.part.starts_with("post ");
  const Term* x = post ? post_of(pair, pair.left, a) : nullptr;
  const Term* y = x != nullptr ? post_of(pair, pair.right, b) : nullptr;
  return y != nullptr && !same_entity(pair, *x, *y);
}

/// A party against a party, a place against a place that neither lies in.
bool one_sort(const PairContext& pair, const Holder& a, const Holder& b) {
  const Term& x = pair.left.terms[a.term];
  const Term& y = pair.right.terms[b.term];
  const auto town = [](const Term& term) {
    return term.kind == TermKind::kPlace || term.kind == TermKind::kName;
  };
  const bool places = x.kind == TermKind::kPlace || y.kind == TermKind::kPlace;
  if (!a.part.starts_with(kPlace)) {
    return !places;
  }
  return !place_within(x, y) && !place_within(y, x) &&
         ((town(x) && town(y)) || x.kind == y.kind || other_country(x, y) || other_country(y, x)) &&
         broad_region(pair, pair.left_document, x) == broad_region(pair, pair.right_document, y);
}

Finding finding_of(const PairContext& pair, const Holder& a, const Holder& b) {
  const Term& left = pair.left.terms[a.term];
  const Term& right = pair.right.terms[b.term];
  Finding f;
  const bool place = a.part.starts_with(kPlace);
  const std::string part = place ? a.part.substr(kPlace.size()) : a.part;
  f.kind = place ? "place" : "name";
  f.rule = place ? "place.holder" : "name.holder";
  f.severity = Severity::kDifference;
  f.confidence = 0.65;
  f.slot = part;
  f.left = {left.span, {{"name", std::string(pair.left_document.slice(left.span))}}};
  f.right = {right.span, {{"name", std::string(pair.right_document.slice(right.span))}}};
  f.explanation = (place ? "The place of " : "The ") + part + " is " +
                  std::string(pair.left_document.slice(left.span)) + " on one side, " +
                  std::string(pair.right_document.slice(right.span)) + " on the other";
  return f;
}

/// The parts that the name at `span` has.
std::vector<std::string_view> parts_at(const Claim& claim, ByteSpan span) {
  std::vector<std::string_view> parts;
  for (const Holder& holder : claim.holders) {
    const ByteSpan name = claim.terms[holder.term].span;
    const bool site = holder.part.starts_with("site:");
    if (!site && name.begin < span.end && name.end > span.begin) {
      parts.push_back(holder.part);
    }
  }
  return parts;
}

}  // namespace

bool of_other_parts(const PairContext& pair, const Finding& finding) {
  static constexpr std::array<std::string_view, 2> kMade = {"maker", "author"};
  static constexpr std::array<std::string_view, 5> kUses = {"operator", "owner", "publisher",
                                                            "employer", "winner"};
  const auto any = [](const std::vector<std::string_view>& parts, const auto& list) {
    return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) {
      return std::find(list.begin(), list.end(), part) != list.end();
    });
  };
  const std::vector<std::string_view> left = parts_at(pair.left, finding.left.span);
  const std::vector<std::string_view> right = parts_at(pair.right, finding.right.span);
  const bool one_part = std::any_of(left.begin(), left.end(), [&](std::string_view part) {
    return std::find(right.begin(), right.end(), part) != right.end();
  });
  return finding.kind == "name" && !one_part &&
         ((any(left, kMade) && any(right, kUses)) || (any(left, kUses) && any(right, kMade)));
}

bool two_posts(const PairContext& pair) {
  return std::any_of(pair.left.holders.begin(), pair.left.holders.end(), [&](const Holder& a) {
    return std::any_of(pair.right.holders.begin(), pair.right.holders.end(), [&](const Holder& b) {
      return a.part == b.part && other_posts(pair, a, b);
    });
  });
}

void diverge_holders(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  const bool told = std::any_of(out.begin(), out.end(), [](const Finding& f) {
    return f.severity != Severity::kNote && f.rule != "modality.scope";
  });
  if (told || gate.other_event || gate.contrasted || gate.other_time ||
      other_dates(pair.left, pair.right) || own_figures(pair.left, pair.right)) {
    return;
  }
  if (of_relative(pair, pair.left, gate) || of_relative(pair, pair.right, gate)) {
    return;
  }
  for (const Holder& a : pair.left.holders) {
    for (const Holder& b : pair.right.holders) {
      const bool unknown = unknown_there(pair, true, pair.left.terms[a.term]) &&
                           unknown_there(pair, false, pair.right.terms[b.term]);
      if (a.part == b.part && !a.part.starts_with("site:") && unknown && !other_posts(pair, a, b) && one_sort(pair, a, b) &&
          others(pair, true, a.part) && others(pair, false, a.part) && one_matter(pair, gate, a.part)) {
        // "will be chaired by X", "a body chaired by Y"
        std::erase_if(out, [](const Finding& f) { return f.rule == "modality.scope"; });
        out.push_back(finding_of(pair, a, b));
        return;
      }
    }
  }
}

}  // namespace parallax

/// Who owns, operates, wrote or won it: one part in one matter, held by another party on each side.

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "engine/compare/diverge.hpp"
#include "engine/compare/entities.hpp"
#include "engine/compare/holder_matter.hpp"
#include "engine/compare/name_slots.hpp"
#include "engine/compare/number_values.hpp"
#include "engine/compare/other_matter.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {

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
  static constexpr WordList kRelatives = {
      "brother", "sister", "father", "mother", "son",     "daughter", "wife",    "husband",
      "cousin",  "uncle",  "aunt",   "widow",  "widower", "nephew",   "partner", "namesak"};
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    return !term.frame && !in_common(gate, term.id) &&
           kRelatives.contains(pair.words.stem(term.stem));
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
  static constexpr WordList kOf = {"to", "of", "in", "at", "for"};
  constexpr std::size_t kReach = 24;  // bytes
  for (const Term& term : claim.terms) {
    const bool behind =
        term.span.begin >= holder.cue.begin && term.span.begin <= holder.cue.end + kReach;
    if (behind && is_entity(term) && &term != &claim.terms[holder.term] &&
        kOf.contains(pair.words.stem(term.preposition))) {
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

/// "The agency's director", "its president": whose, one side does not say, and the posts have two
/// names.
bool of_unsaid_body(const PairContext& pair, const Holder& a, const Holder& b) {
  const auto unsaid = [&](const Document& document, const Claim& claim, const Holder& holder) {
    const ClaimWords words{pair.words, document, claim};
    std::uint32_t cue = words.begin();
    while (cue < words.end() && document.tokens[cue].span.begin < holder.cue.begin) {
      ++cue;
    }
    return words.is(cue - 1, {"its", "their", "his", "her", "our"});
  };
  return a.part == "leader" &&
         pair.left_document.slice(a.cue) != pair.right_document.slice(b.cue) &&
         (unsaid(pair.left_document, pair.left, a) || unsaid(pair.right_document, pair.right, b));
}

/// "Ambassador to Norland", "ambassador to Sudland": two posts.
bool other_posts(const PairContext& pair, const Holder& a, const Holder& b) {
  if (of_unsaid_body(pair, a, b)) {
    return true;
  }
  if (a.part == "signatory" && for_another(pair, true, a) && for_another(pair, false, b)) {
    return true;
  }
  const bool post = a.part == "envoy" || a.part == "successor" || a.part.starts_with("post ");
  const Term* x = post ? post_of(pair, pair.left, a) : nullptr;
  const Term* y = x != nullptr ? post_of(pair, pair.right, b) : nullptr;
  return y != nullptr && !same_entity(pair, *x, *y);
}

/// "Ambassador Mira Holm chaired it": a title in front of a name says nothing of a post.
bool bare_title(const PairContext& pair, const Claim& claim, const Holder& holder) {
  const Term& name = claim.terms[holder.term];
  constexpr std::uint32_t kSpace = 2;  // bytes
  return holder.part == "envoy" && holder.cue.end <= name.span.begin &&
         name.span.begin - holder.cue.end <= kSpace && post_of(pair, claim, holder) == nullptr &&
         std::none_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
           return term.clause == name.clause && is_entity(term) && term.token < name.token &&
                  pair.words.stem(term.preposition) == "to";
         });
}

/// "Signed the petition": one of many who do.
bool one_of_many(const PairContext& pair, const Holder& holder) {
  static constexpr WordList kSheets = {"petition", "petit",  "manifesto",
                                       "appeal",   "letter", "=appeal"};
  return holder.part == "signatory" &&
         std::any_of(pair.left.terms.begin(), pair.left.terms.end(), [&](const Term& term) {
           return kSheets.contains(pair.words.stem(term.stem));
         });
}

/// "The Palais Corvo", "Selm Hall": a building, which may stand in any town.
bool building(const PairContext& pair, const Document& document, const Term& term) {
  static constexpr WordList kWords = {
      "palais", "palace", "hotel",    "hall",    "centre",  "center",    "stadium",
      "arena",  "museum", "library",  "theatre", "theater", "cathedral", "university",
      "castle", "villa",  "house",    "tower",   "square",  "hospital",  "street",
      "avenue", "bridge", "terminal", "church",  "mosque",  "palazzo"};
  const auto is = [&](std::uint32_t token) {
    return kWords.contains(pair.words[document.tokens[token].word].folded);
  };
  return is(term.token) || is(term.token + term.tokens - 1);
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
         building(pair, pair.left_document, x) == building(pair, pair.right_document, y) &&
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

namespace {

/// "A bus overturned near Selm", "a bus overturned near Tarsk": both sides bring up a new thing,
/// and nothing ties the two.
bool both_new(const PairContext& pair, const EventGate& gate) {
  const auto opens = [&](const Document& document, const Claim& claim) {
    const std::string& word = pair.words[document.tokens[claim.first_token].word].folded;
    return word == "a" || word == "an" || word == "another";
  };
  return opens(pair.left_document, pair.left) && opens(pair.right_document, pair.right) &&
         !one_event(pair, gate);
}

/// What another rule makes of the words of a part: "picked up by the trawler" is no way up, "will
/// be chaired" no plan.
bool incidental(const PairContext& pair, const Finding& f) {
  const auto in_words = [](const Claim& claim, ByteSpan span) {
    return std::any_of(claim.holders.begin(), claim.holders.end(), [&](const Holder& holder) {
      return span.begin < holder.cue.end && span.end > holder.cue.begin &&
             !holder.part.starts_with("site:") && !holder.part.starts_with("place:");
    });
  };
  return f.rule == "modality.scope" ||
         (f.kind == "direction" &&
          (in_words(pair.left, f.left.span) || in_words(pair.right, f.right.span)));
}

}  // namespace

bool two_posts(const PairContext& pair) {
  return std::any_of(pair.left.holders.begin(), pair.left.holders.end(), [&](const Holder& a) {
    return std::any_of(pair.right.holders.begin(), pair.right.holders.end(), [&](const Holder& b) {
      return a.part == b.part && other_posts(pair, a, b);
    });
  });
}

namespace {

/// Each has the part on its side alone, in one post or body. REQUIRES: one part.
bool two_holders(const PairContext& pair, const Holder& a, const Holder& b) {
  const Term& left = pair.left.terms[a.term];
  const Term& right = pair.right.terms[b.term];
  return !a.part.starts_with("site:") && !one_of_many(pair, a) && unknown_there(pair, true, left) &&
         unknown_there(pair, false, right) &&
         !(bare_title(pair, pair.left, a) && bare_title(pair, pair.right, b)) &&
         !(of_own_body(pair, true, left) && of_own_body(pair, false, right)) &&
         !other_posts(pair, a, b) && one_sort(pair, a, b) && others(pair, true, a.part) &&
         others(pair, false, a.part);
}

}  // namespace

void diverge_holders(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  const bool told = std::any_of(out.begin(), out.end(), [&](const Finding& f) {
    return f.severity != Severity::kNote && !incidental(pair, f);
  });
  if (told || gate.other_event || gate.contrasted || gate.other_time ||
      other_dates(pair.left, pair.right) || own_figures(pair.left, pair.right)) {
    return;
  }
  if (both_new(pair, gate) || of_relative(pair, pair.left, gate) ||
      of_relative(pair, pair.right, gate)) {
    return;
  }
  for (const Holder& a : pair.left.holders) {
    for (const Holder& b : pair.right.holders) {
      if (a.part == b.part && two_holders(pair, a, b) && one_matter(pair, gate, a.part)) {
        // "will be chaired by X", "a body chaired by Y"
        std::erase_if(out, [&](const Finding& f) { return incidental(pair, f); });
        out.push_back(finding_of(pair, a, b));
        return;
      }
    }
  }
}

}  // namespace parallax

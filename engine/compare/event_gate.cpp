#include "engine/compare/event_gate.hpp"

#include <algorithm>

#include "engine/compare/arguments.hpp"
#include "engine/compare/entities.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {

/// Shared terms named in the explanation.
constexpr std::size_t kNamedTerms = 4;
/// The shorter side is contained if this share of it is shared.
constexpr double kContained = 0.7;
/// Below this share, other people in the subject mean another deed.
constexpr double kSameDeed = 0.5;

/// Content terms of one side in text order.
using Terms = std::vector<const Term*>;

Terms content_of(const Claim& claim) {
  Terms list;
  std::size_t framed = 0;
  for (const Term& term : claim.terms) {
    if (is_content(term) && !term.speech) {
      list.push_back(&term);
      framed += term.frame ? 1U : 0U;
    }
  }
  // "The ministry said so": without its source nothing would be left.
  if (list.size() >= framed + 2) {
    std::erase_if(list, [](const Term* term) { return term->frame; });
  }
  return list;
}

/// Endings that derive one word of a family from another.
bool derives(std::string_view rest) {
  static constexpr WordList kEndings = {"",    "e",   "s",   "ion",  "ation", "ment", "al",  "ing",
                                        "ive", "or",  "er",  "ant",  "ent",   "ance", "enc", "ence",
                                        "y",   "iti", "ity", "ness", "ist",   "ism",  "ize", "ise",
                                        "abl", "ibl", "ful", "li",   "ly",    "ed",   "anc", "ori",
                                        "ial", "ic",  "i",   "at",   "ate",   "t"};
  return kEndings.contains(rest);
}

/// Stems of languages in other scripts that differ in their last letter: Russian case endings that
/// the stemmer leaves.
bool one_letter_apart(std::string_view a, std::string_view b) {
  constexpr std::size_t kStart = 6;
  constexpr std::size_t kLetter = 2;
  if (a.size() > b.size()) {
    std::swap(a, b);
  }
  return a.size() >= kStart && static_cast<unsigned char>(a[0]) >= 0xD0 &&
         b.size() - a.size() == kLetter && b.starts_with(a);
}

/// Words of one family whose stems differ: "evacuation", "evacuee" by table only; "manag",
/// "management" here.
bool one_family(std::string_view a, std::string_view b) {
  constexpr std::size_t kStart = 5;
  if (a.size() < kStart || b.size() < kStart || a.compare(0, kStart, b.substr(0, kStart)) != 0) {
    return false;
  }
  std::size_t common = kStart;
  while (common < a.size() && common < b.size() && a[common] == b[common]) {
    ++common;
  }
  return derives(a.substr(common)) && derives(b.substr(common));
}

bool same_thing(const PairContext& pair, const Term& a, const Term& b) {
  if (is_entity(a) && is_entity(b)) {
    return same_entity(pair, a, b);
  }
  if (kin(a, b)) {
    return true;
  }
  if (a.kind != TermKind::kPlain && b.kind != TermKind::kPlain) {
    // "amend" and "amendment" may be two concepts; their stem says that they are of one family.
    return !is_entity(a) && !is_entity(b) && a.tokens == 1 && b.tokens == 1 && a.stem == b.stem;
  }
  const std::string& x = pair.words.stem(a.stem);
  const std::string& y = pair.words.stem(b.stem);
  return a.stem == b.stem || one_family(x, y) || one_letter_apart(x, y);
}

std::vector<StemId> ids_of(const Terms& terms, bool with_entities) {
  std::vector<StemId> ids;
  ids.reserve(terms.size());
  for (const Term* term : terms) {
    if (with_entities || !is_entity(*term)) {
      ids.push_back(term->id);
    }
  }
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

void sort_unique(std::vector<StemId>& ids) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

bool has_id(const std::vector<StemId>& sorted, StemId id) {
  return std::binary_search(sorted.begin(), sorted.end(), id);
}

/// Ids of each side that the other side has too, by itself or by another word for it.
struct Matched {
  std::vector<StemId> left, right;
};

Matched match(const PairContext& pair, const Terms& left, const Terms& right) {
  const std::vector<StemId> l = ids_of(left, true);
  const std::vector<StemId> r = ids_of(right, true);
  Matched matched;
  std::set_intersection(l.begin(), l.end(), r.begin(), r.end(), std::back_inserter(matched.left));
  matched.right = matched.left;
  const std::vector<StemId> same = matched.left;
  for (const Term* a : left) {
    for (const Term* b : right) {
      if (!has_id(same, a->id) && !has_id(same, b->id) && same_thing(pair, *a, *b)) {
        matched.left.push_back(a->id);
        matched.right.push_back(b->id);
      }
    }
  }
  sort_unique(matched.left);
  sort_unique(matched.right);
  return matched;
}

/// A verb that leaves it to a noun of its clause what is done, and that the other side does not
/// have: "the signing took place", "carried out the attack".
void drop_light_verbs(const PairContext& pair, const std::vector<StemId>& matched, Terms& list) {
  const Terms all = list;
  std::erase_if(list, [&](const Term* verb) {
    return verb->verb && !has_id(matched, verb->id) && light_verb(pair.words.stem(verb->id)) &&
           std::any_of(all.begin(), all.end(), [&](const Term* term) {
             return term->event && !term->verb && term->clause == verb->clause;
           });
  });
}

/// Two languages meet in what a table or a name bridges; other words count only where both sides
/// happen to have them.
void keep_bridged(Terms& left, Terms& right) {
  const std::vector<StemId> l = ids_of(left, true);
  const std::vector<StemId> r = ids_of(right, true);
  const auto lonely = [](const Term* term, const std::vector<StemId>& other) {
    return term->kind == TermKind::kPlain && !has_id(other, term->id);
  };
  std::erase_if(left, [&](const Term* term) { return lonely(term, r); });
  std::erase_if(right, [&](const Term* term) { return lonely(term, l); });
}

struct Shares {
  double overlap = 0.0;
  double jaccard = 0.0;
  std::size_t shared = 0;
  std::size_t smaller = 0;
  std::size_t all = 0;
  std::size_t left = 0;
  std::size_t right = 0;
};

std::size_t count_in(const std::vector<StemId>& ids, const std::vector<StemId>& matched) {
  return static_cast<std::size_t>(
      std::count_if(ids.begin(), ids.end(), [&](StemId id) { return has_id(matched, id); }));
}

Shares share(const std::vector<StemId>& a, const std::vector<StemId>& b, const Matched& matched) {
  Shares s;
  const std::size_t left = count_in(a, matched.left);
  const std::size_t right = count_in(b, matched.right);
  s.shared = std::min(left, right);
  s.left = a.size();
  s.right = b.size();
  const std::size_t smaller = s.smaller = std::min(a.size(), b.size());
  const std::size_t all = s.all = a.size() + b.size() - s.shared;
  s.overlap = smaller == 0 ? 0.0 : static_cast<double>(s.shared) / static_cast<double>(smaller);
  s.jaccard = all == 0 ? 0.0 : static_cast<double>(s.shared) / static_cast<double>(all);
  return s;
}

std::string words_of(const PairContext& pair, const std::vector<StemId>& common) {
  std::string text;
  std::size_t count = 0;
  std::vector<StemId> seen;
  for (const Term& term : pair.left.terms) {
    if (!is_content(term) || !has_id(common, term.id) ||
        std::find(seen.begin(), seen.end(), term.id) != seen.end()) {
      continue;
    }
    seen.push_back(term.id);
    if (count++ == kNamedTerms) {
      break;
    }
    text += (text.empty() ? "" : ", ") + std::string(pair.left_document.slice(term.span));
  }
  return text;
}

/// A term that only one side has, with its neighbours.
struct Open {
  const Term* term = nullptr;
  StemId before{};  ///< Content in front; StemId{} at the start.
  StemId behind{};
  bool last = false;
  bool titles = false;  ///< "the Minister of X, NAME": says whose office a shared name holds.
};

std::vector<Open> open_terms(const PairContext& pair, const Terms& list,
                             const std::vector<StemId>& matched) {
  std::vector<Open> open;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (has_id(matched, list[i]->id)) {
      continue;
    }
    const bool last = i + 1 == list.size();
    const bool titles = !last && i > 0 && list[i - 1]->actor &&
                        pair.words.stem(list[i]->preposition) == "of" &&
                        list[i + 1]->kind == TermKind::kName && has_id(matched, list[i + 1]->id);
    open.push_back({list[i], i == 0 ? StemId{} : list[i - 1]->id, last ? StemId{} : list[i + 1]->id,
                    last, titles});
  }
  return open;
}

/// Stands for something that may be counted, hit or named: no event, no verb by its ending, no word
/// whose opposites a table knows.
bool names_thing(const PairContext& pair, const Document& document, const Claim& claim,
                 const Term& term) {
  const bool counted =
      term.actor && term.slot != Slot::kOblique;  // "among nurses" is another matter
  const std::string& id = pair.words.stem(term.id);
  const bool anybody = id == "=person" || id == "=perpetrator";
  if (term.event || term.verb || counted || anybody || is_entity(term)) {
    return false;
  }
  const auto holds = [&](const auto& list) {
    return std::any_of(list.begin(), list.end(), [&](const auto& item) {
      return &claim.terms[item.term] == &term ||
             (item.span.begin <= term.span.begin && term.span.end <= item.span.end);
    });
  };
  if (holds(claim.directions) || holds(claim.stances) || holds(claim.labels)) {
    return false;
  }
  const std::string& word = pair.words[document.tokens[term.token + term.tokens - 1].word].folded;
  return !term.verb_form && !word.ends_with("ly");
}

/// "The second unit": which one of a series.
bool ordinal(const PairContext& pair, const Document& document, const Term& term) {
  static constexpr WordList kOrdinals = {"first",   "second", "third", "fourth", "fifth", "sixth",
                                         "seventh", "eighth", "ninth", "tenth",  "last",  "next"};
  const std::string& word = pair.words[document.tokens[term.token + term.tokens - 1].word].folded;
  return kOrdinals.contains(word);
}

/// Two terms stand in one slot: between the same neighbours, or behind the same preposition with
/// one of them.
bool one_slot(const Open& a, const Open& b) {
  const bool before = a.before == b.before;
  const bool behind = a.behind == b.behind;
  if (before && behind) {
    return true;
  }
  if (a.term->slot != b.term->slot) {
    return false;
  }
  switch (a.term->slot) {
    case Slot::kOblique:
      return a.term->preposition == b.term->preposition && (before || behind);
    case Slot::kSubject:
      return behind && a.behind != StemId{};
    case Slot::kObject:
      return before && a.before != StemId{};
    case Slot::kNone:
      return false;
  }
  return false;
}

/// "The disease", "the vessel", "the document": stands for what the other side calls by its name.
bool general_noun(const PairContext& pair, const Term& term) {
  static constexpr WordList kNouns = {
      "diseas",   "ill",      "infect",   "pathogen", "substanc", "vessel", "craft",     "facil",
      "institut", "programm", "scheme",   "structur", "site",     "premis", "compound",  "compani",
      "firm",     "product",  "item",     "materi",   "object",   "thing",  "devic",     "creatur",
      "speci",    "text",     "document", "measur",   "offic",    "outlet", "establish", "complex",
      "instal",   "asset",    "commod",   "good",     "equip",    "machin", "vehicl",    "work",
      "build",    "organis",  "organiz",  "body",     "bodi",     "agenc",  "plant",     "animal"};
  return kNouns.contains(pair.words.stem(term.stem));
}

/// The other claim names it too, if only in naming who says it.
bool named_in(const Claim& claim, const Term& term) {
  return std::any_of(claim.terms.begin(), claim.terms.end(),
                     [&](const Term& other) { return other.id == term.id; });
}

/// "In the first half of the year", "in the province": when, not what.
bool names_time(const PairContext& pair, const Term& term) {
  static constexpr WordList kNouns = {"half",    "year",   "month",     "week",  "day",
                                      "quarter", "period", "season",    "hour",  "morn",
                                      "even",    "night",  "afternoon", "decad", "centuri",
                                      "end",     "begin",  "start",     "moment"};
  return kNouns.contains(pair.words.stem(term.stem));
}

/// "A week before it", "the day after it": lengths of a distance.
bool names_length(const PairContext& pair, const Term& term) {
  static constexpr WordList kNouns = {"day", "week", "hour", "minut", "moment", "fortnight"};
  return kNouns.contains(pair.words.stem(term.stem));
}

/// "A fee of 60 euros", "the price is 95 euros": what is paid, by two words.
bool names_price(const PairContext& pair, const Term& term) {
  static constexpr WordList kNouns = {"fee",    "price",  "cost",    "charg",    "tariff", "fare",
                                      "sum",    "amount", "rate",    "total",    "bill",   "figur",
                                      "outlay", "expens", "payment", "contribut"};
  return kNouns.contains(pair.words.stem(term.stem));
}

/// "Cholera killed", "the disease, said the cholera unit, killed".
bool stands_for(const PairContext& pair, const Term& left, const Term& right) {
  return names_time(pair, left) != names_time(pair, right) ||
         (names_price(pair, left) && names_price(pair, right)) ||
         (names_length(pair, left) && names_length(pair, right)) ||
         (general_noun(pair, left) && named_in(pair.left, right)) ||
         (general_noun(pair, right) && named_in(pair.right, left)) || named_in(pair.right, left) ||
         named_in(pair.left, right);
}

/// Concepts of one kind of thing may stand for each other ("troops", "soldiers").
bool has_substitution(const PairContext& pair, const std::vector<Open>& left,
                      const std::vector<Open>& right) {
  return std::any_of(left.begin(), left.end(), [&](const Open& a) {
    return names_thing(pair, pair.left_document, pair.left, *a.term) &&
           std::any_of(right.begin(), right.end(), [&](const Open& b) {
             return names_thing(pair, pair.right_document, pair.right, *b.term) && one_slot(a, b) &&
                    !stands_for(pair, *a.term, *b.term) &&
                    ordinal(pair, pair.left_document, *a.term) ==
                        ordinal(pair, pair.right_document, *b.term);
           });
  });
}

/// An entity of each side in one slot that the other side does not name.
bool other_entity(const std::vector<Open>& left, const std::vector<Open>& right, bool place) {
  const auto counts = [&](const Open& open) {
    return is_entity(*open.term) && is_place(*open.term) == place && !open.term->relative &&
           !open.titles;
  };
  return std::any_of(left.begin(), left.end(), [&](const Open& a) {
    return counts(a) && std::any_of(right.begin(), right.end(), [&](const Open& b) {
             const bool slot =
                 a.term->slot == b.term->slot && a.term->preposition == b.term->preposition;
             return counts(b) && (place || slot || one_slot(a, b));
           });
  });
}

/// Two witnesses here, three experts there: people in the subject that the other side does not
/// name.
bool other_doer(const std::vector<Open>& left, const std::vector<Open>& right) {
  const auto doer = [](const Open& open) {
    return open.term->actor && open.term->slot == Slot::kSubject;
  };
  return std::any_of(left.begin(), left.end(), doer) &&
         std::any_of(right.begin(), right.end(), doer);
}

bool has_member(const Claim& claim, const Contrast& contrast) {
  return std::any_of(claim.contrasts.begin(), claim.contrasts.end(), [&](const Contrast& c) {
    return c.set == contrast.set && c.member == contrast.member;
  });
}

/// "Exports from X to Y", "imported from X": one flow, told from its two ends.
bool one_flow(const PairContext& pair) {
  const auto from = [&](const Term& term) {
    return is_entity(term) && pair.words.stem(term.preposition) == "from";
  };
  return std::any_of(pair.left.terms.begin(), pair.left.terms.end(), [&](const Term& a) {
    return from(a) &&
           std::any_of(pair.right.terms.begin(), pair.right.terms.end(),
                       [&](const Term& b) { return from(b) && same_entity(pair, a, b); });
  });
}

/// Each side speaks of a member of one set that the other side does not mention.
bool has_contrast(const PairContext& pair) {
  const Claim& a = pair.left;
  const Claim& b = pair.right;
  return std::any_of(a.contrasts.begin(), a.contrasts.end(), [&](const Contrast& x) {
    return !has_member(b, x) && !(x.set == "trade" && one_flow(pair)) &&
           std::any_of(b.contrasts.begin(), b.contrasts.end(), [&](const Contrast& y) {
             return x.set == y.set && x.member != y.member && !has_member(a, y);
           });
  });
}

/// Says how rather than what ("sharply", "immediate"): no content where the other side lacks it.
void drop_manner(const PairContext& pair, const Document& document,
                 const std::vector<StemId>& matched, Terms& list) {
  if (document.language != "en") {
    return;
  }
  std::erase_if(list, [&](const Term* term) {
    const std::string& word = pair.words[document.tokens[term->token].word].folded;
    const bool adverb = term->kind == TermKind::kPlain && term->tokens == 1 && word.size() > 4 &&
                        word.ends_with("ly");
    return (adverb || (term->attribute && !term->predicative)) && !has_id(matched, term->id);
  });
}

/// "Let us begin": tells nothing.
void drop_hortatives(const PairContext& pair, const Document& document, Terms& list) {
  if (document.language == "en") {
    std::erase_if(list, [&](const Term* term) {
      return term->tokens == 1 && pair.words[document.tokens[term->token].word].folded == "let";
    });
  }
}

/// What stands behind "among" up to the next preposition or verb: the part of a whole that is
/// spoken of.
struct Population {
  std::vector<StemId> ids;
  std::vector<double> figures;
  [[nodiscard]] bool empty() const { return ids.empty() && figures.empty(); }
  friend bool operator==(const Population&, const Population&) = default;
};

Population population_of(const PairContext& pair, const Document& document, const Claim& claim) {
  constexpr std::size_t kReach = 12;
  static constexpr WordList kAmong = {"among", "amongst"};
  static constexpr WordList kStops = {"in", ",", "them"};
  Population population;
  if (document.language != "en") {
    return population;
  }
  const auto& terms = claim.terms;
  const auto word = [&](const Term& term) -> std::string_view {
    return pair.words[document.tokens[term.token].word].folded;
  };
  const auto among = std::find_if(terms.begin(), terms.end(),
                                  [&](const Term& term) { return kAmong.contains(word(term)); });
  if (among == terms.end()) {
    return population;
  }
  std::uint32_t last = among->token;
  std::size_t steps = 0;
  for (auto it = among + 1; it != terms.end() && steps < kReach && !it->verb; ++it, ++steps) {
    if (kStops.contains(word(*it)) || it->relative) {
      break;
    }
    if (is_content(*it)) {
      population.ids.push_back(it->id);
    }
    last = it->token;
  }
  for (const Quantity& q : claim.quantities) {
    if (q.first_token > among->token && q.first_token <= last) {
      population.figures.push_back(q.value.low);
    }
  }
  std::sort(population.ids.begin(), population.ids.end());
  return population;
}

/// "Among those under 25", "among persons aged 15 to 64": two populations.
bool other_population(const PairContext& pair) {
  const Population left = population_of(pair, pair.left_document, pair.left);
  const Population right = population_of(pair, pair.right_document, pair.right);
  return !left.empty() && !right.empty() && left != right;
}

/// Partners that name each other are no content: both speak of one thing.
void drop_partners(const PairContext& pair, Terms& left, Terms& right) {
  const auto with = [&](const Term* term) {
    return is_entity(*term) && pair.words.stem(term->preposition) == "with";
  };
  if (std::none_of(left.begin(), left.end(), with)) {
    return;
  }
  for (auto a = left.begin(); a != left.end(); ++a) {
    const auto b = std::find_if(right.begin(), right.end(), [&](const Term* term) {
      return name_each_other(pair, **a, *term);
    });
    if (b != right.end()) {
      left.erase(a);
      right.erase(b);
      return;
    }
  }
}

void set_shares(EventGate& gate, const Terms& left, const Terms& right, const Matched& matched) {
  const Shares all = share(ids_of(left, true), ids_of(right, true), matched);
  const Shares rest = share(ids_of(left, false), ids_of(right, false), matched);
  gate.overlap = all.overlap;
  gate.jaccard = all.jaccard;
  gate.shared = all.shared;
  gate.smaller = all.smaller;
  gate.all = all.all;
  gate.rest_overlap = rest.overlap;
  gate.rest_jaccard = rest.jaccard;
  gate.left = all.left;
  gate.right = all.right;
  gate.rest_left = rest.left;
  gate.rest_right = rest.right;
  gate.rest_shared = rest.shared;
  gate.contained = all.overlap >= kContained && all.shared >= 2;
}

}  // namespace

std::vector<StemId> content_ids(const Claim& claim) {
  return ids_of(content_of(claim), true);
}

EventGate without(const EventGate& gate, std::size_t left, std::size_t right) {
  const auto shares = [](std::size_t a, std::size_t b, std::size_t shared, double& overlap,
                         double& jaccard) {
    const std::size_t smaller = std::min(a, b);
    const std::size_t all = a + b - shared;
    overlap = smaller == 0 ? 0.0 : static_cast<double>(shared) / static_cast<double>(smaller);
    jaccard = all == 0 ? 0.0 : static_cast<double>(shared) / static_cast<double>(all);
  };
  const auto less = [](std::size_t all, std::size_t shared, std::size_t some) {
    return all - std::min(some, all - std::min(shared, all));
  };
  EventGate other = gate;
  other.left = less(gate.left, gate.shared, left);
  other.right = less(gate.right, gate.shared, right);
  other.smaller = std::min(other.left, other.right);
  other.all = other.left + other.right - gate.shared;
  shares(other.left, other.right, gate.shared, other.overlap, other.jaccard);
  other.rest_left = less(gate.rest_left, gate.rest_shared, left);
  other.rest_right = less(gate.rest_right, gate.rest_shared, right);
  shares(other.rest_left, other.rest_right, gate.rest_shared, other.rest_overlap,
         other.rest_jaccard);
  return other;
}

std::size_t open_inside(const Claim& claim, const EventGate& gate, ByteSpan span) {
  return static_cast<std::size_t>(
      std::count_if(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
        return term.span.begin < span.end && term.span.end > span.begin && is_told(term) &&
               !in_common(gate, term.id);
      }));
}

EventGate open_gate(const PairContext& pair) {
  EventGate gate;
  Terms left = content_of(pair.left);
  Terms right = content_of(pair.right);
  const bool across = pair.left_document.language != pair.right_document.language;
  if (across) {
    keep_bridged(left, right);
  }
  drop_hortatives(pair, pair.left_document, left);
  drop_hortatives(pair, pair.right_document, right);
  drop_partners(pair, left, right);
  const Matched matched = match(pair, left, right);
  drop_light_verbs(pair, matched.left, left);
  drop_light_verbs(pair, matched.right, right);
  drop_manner(pair, pair.left_document, matched.left, left);
  drop_manner(pair, pair.right_document, matched.right, right);
  set_shares(gate, left, right, matched);
  std::set_union(matched.left.begin(), matched.left.end(), matched.right.begin(),
                 matched.right.end(), std::back_inserter(gate.common));
  // "last year's fine", "fined last year": one of the year that both speak of
  const bool one_year = std::any_of(gate.common.begin(), gate.common.end(), [&](StemId id) {
    return pair.words.stem(id) == "=previous_year";
  });
  gate.other_event = (!one_year && pair.left.other_event != pair.right.other_event) ||
                     pair.left.general != pair.right.general;  // a rule, one case
  for (const Term* term : left) {
    gate.shared_event = gate.shared_event || (term->event && has_id(matched.left, term->id));
  }
  const std::vector<Open> open_left = open_terms(pair, left, matched.left);
  const std::vector<Open> open_right = open_terms(pair, right, matched.right);
  gate.contrasted = has_contrast(pair) || other_population(pair);
  gate.substituted = gate.contrasted || (!across && has_substitution(pair, open_left, open_right));
  gate.other_party = other_entity(open_left, open_right, false) ||
                     (gate.jaccard <= kSameDeed && other_doer(open_left, open_right));
  gate.other_place = other_entity(open_left, open_right, true);
  const std::string words = words_of(pair, gate.common);
  gate.because = words.empty() ? "aligned by their wording" : "both speak of " + words;
  return gate;
}

}  // namespace parallax

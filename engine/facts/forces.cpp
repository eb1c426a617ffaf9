/// What has to be done, may be, need not be, must not be, is planned or tried: by the words that
/// say so, wherever they stand in the claim.

#include <algorithm>
#include <string_view>
#include <vector>

#include "engine/facts/claim_context.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {

/// "No tank is permitted": the subject denies what stands behind it.
bool denied_subject(const ClaimContext& c, std::size_t i) {
  constexpr std::size_t kReach = 8;
  for (std::size_t k = i; k > 0 && k + kReach > i && !c.punctuation(k - 1); --k) {
    if (c.is_any(k - 1, {"no", "none", "nobody", "nothing", "neither", "nor"})) {
      return true;
    }
    if (c.is_any(k - 1, {"that", "and", "but"})) {
      return false;
    }
  }
  return false;
}

std::string denied(const std::string& kind) {
  return kind == "leave" ? "ban" : kind == "ban" ? "leave" : kind == "duty" ? "free" : kind;
}

/// May stand inside a phrase: "has since been ordered to", "is still considering".
bool is_adverb(std::string_view word) {
  static constexpr WordList kAdverbs = {
      "still", "now",       "already",  "also",   "since", "then",      "again",
      "soon",  "just",      "ever",     "even",   "thus",  "hereby",    "once",
      "later", "today",     "instead",  "indeed", "too",   "meanwhile", "henceforth",
      "first", "therefore", "likewise", "long"};
  static constexpr WordList kNouns = {"family",   "assembly", "supply", "reply",   "rally",
                                      "ally",     "july",     "italy",  "anomaly", "bully",
                                      "monopoly", "apply",    "comply", "imply"};
  constexpr std::size_t kShortest = 5;
  return kAdverbs.contains(word) ||
         (word.size() > kShortest && word.ends_with("ly") && !kNouns.contains(word));
}

/// The tokens of a claim without adverbs, and where each stands.
struct WithoutAdverbs {
  std::vector<Token> tokens;
  std::vector<std::size_t> places;  ///< Of each token; the end at the end.
  std::vector<std::size_t> at;      ///< Of each place: the first token not in front of it.
};

WithoutAdverbs without_adverbs(const ClaimContext& c) {
  WithoutAdverbs out;
  for (std::size_t i = 0; i < c.size(); ++i) {
    out.at.push_back(out.tokens.size());
    if (!is_adverb(c.folded(i))) {
      out.tokens.push_back(c.tokens[i]);
      out.places.push_back(i);
    }
  }
  return out;
}

/// "Without a permit": a thing that one holds.
bool is_noun(const ClaimContext& c, std::size_t i) {
  return i > 0 && c.is_any(i - 1, {"a", "an", "the", "no", "any", "without", "of", "for", "this",
                                   "their", "its", "his", "her", "such", "valid", "special"});
}

/// "Considered selling", "contemplates closing": a verb of plans with what is planned.
bool plans_deed(const ClaimContext& c, std::size_t i) {
  static constexpr WordList kVerbs = {
      "considered",    "considers", "consider",    "contemplated", "contemplates", "contemplate",
      "discussed",     "discusses", "discuss",     "mulled",       "mulls",        "envisaged",
      "envisages",     "envisage",  "foresees",    "foresaw",      "proposed",     "proposes",
      "suggested",     "suggests",  "recommended", "recommends",   "advocated",    "advocates",
      "debated",       "debates",   "weighed",     "weighs",       "explored",     "explores",
      "contemplating", "weighing",  "mulling",     "proposing"};
  constexpr std::size_t kShortest = 6;
  const std::size_t next = i + 1;
  return next < c.size() && kVerbs.contains(c.folded(i)) && c.folded(next).size() >= kShortest &&
         c.folded(next).ends_with("ing") && !c.is_any(next, {"during", "training", "following"});
}

/// "Is left to each pharmacy's own choice", "leaves it to their discretion": the last token of it;
/// 0 if nothing of the kind begins at `i`.
std::size_t left_to_choice(const ClaimContext& c, std::size_t i) {
  static constexpr WordList kChoices = {"choice",     "discretion",  "judgement",  "judgment",
                                        "conscience", "preference",  "initiative", "preferences",
                                        "wishes",     "appreciation"};
  constexpr std::size_t kReach = 8;
  bool to = false;
  if (!c.is_any(i, {"left", "leaves", "leave", "leaving", "rests", "lies", "entrusted"})) {
    return 0;
  }
  for (std::size_t k = i + 1; k < std::min(c.size(), i + kReach) && !c.punctuation(k); ++k) {
    to = to || c.is_any(k, {"to", "with", "at"});
    if (to && kChoices.contains(c.folded(k))) {
      return k;
    }
  }
  return 0;
}

/// "The court ruled that the firm must pay": a duty of one deed, laid on by an order.
bool ordered_there(const ClaimContext& c, std::size_t i) {
  static constexpr WordList kOrders = {
      "ruled",  "ordered", "decided",  "instructed", "directed", "demanded", "decreed",
      "orders", "directs", "adjudged", "determined", "rules",    "ordering", "ruling"};
  constexpr std::size_t kReach = 14;
  for (std::size_t k = i; k > 1 && k + kReach > i; --k) {
    if (c.is(k - 1, "that") && kOrders.contains(c.folded(k - 2))) {
      return true;
    }
  }
  return false;
}

/// The longest phrase at `i`, with adverbs in between or without; its tokens and kind.
struct Found {
  std::size_t length = 0;
  const std::vector<std::string>* row = nullptr;
};

Found find_at(const ClaimContext& c, const WithoutAdverbs& plain, std::size_t i) {
  Found found;
  found.row = c.look_up(c.lexicon.force, i, found.length);
  const std::size_t at = plain.at[i];
  if (at >= plain.tokens.size() || plain.places[at] != i) {
    return found;
  }
  const PhraseSet::Match match = c.lexicon.force.phrases.match(plain.tokens, at, c.words);
  if (match.length > 1) {
    const std::size_t length = plain.places[at + match.length - 1] + 1 - i;
    if (length > found.length) {
      found = {length, &c.lexicon.force.rows[match.payload]};
    }
  }
  return found;
}

/// "A fine was imposed on the bank": a penalty that is laid on, no order.
bool lays_penalty(const ClaimContext& c, std::size_t i, std::size_t length) {
  constexpr std::size_t kReach = 12;
  if (!c.is(i + length - 1, "on") && !c.is(i + length - 1, "the")) {
    return false;
  }
  if (!c.is_any(i, {"was", "were", "imposed", "is", "has", "have"}) ||
      !(c.is(i, "imposed") || c.is(i + 1, "imposed") || c.is(i + 2, "imposed"))) {
    return false;
  }
  for (std::size_t k = i; k > 0 && i - k < kReach; --k) {
    if (c.is_any(k - 1, {"fine", "fines", "penalty", "penalties", "sanction", "sanctions",
                         "sentence", "levy", "tax", "taxes", "tariff", "tariffs", "punishment",
                         "surcharge", "forfeit"})) {
      return true;
    }
  }
  return false;
}

}  // namespace

void read_forces(const ClaimContext& c, Claim& claim) {
  if (c.lexicon.force.rows.empty()) {
    return;
  }
  const WithoutAdverbs plain = without_adverbs(c);
  for (std::size_t i = 0; i < c.size();) {
    const Found found = find_at(c, plain, i);
    const bool open = !c.taken[i] && !in_frame(c, claim, i);
    if (found.row != nullptr && found.row->front() != "none" && open &&
        !(found.length == 1 && is_noun(c, i)) && !lays_penalty(c, i, found.length)) {
      std::string kind = denied_subject(c, i) ? denied(found.row->front()) : found.row->front();
      kind = kind == "duty" && ordered_there(c, i) ? "ordered" : kind;
      claim.forces.push_back({c.span(i, i + found.length - 1), std::move(kind)});
    } else if (found.row == nullptr && open && plans_deed(c, i)) {
      claim.forces.push_back({c.span(i, i), "plan"});
    } else if (const std::size_t last = left_to_choice(c, i); open && last > 0) {
      claim.forces.push_back({c.span(i, last), "free"});
      i = last;
    }
    i += std::max<std::size_t>(1, found.length);
  }
}

}  // namespace parallax

#include "engine/compare/diverge.hpp"

#include <algorithm>
#include <string_view>

#include "engine/compare/crossed_parties.hpp"
#include "engine/compare/deadlines.hpp"
#include "engine/compare/diverge_clauses.hpp"
#include "engine/compare/diverge_positions.hpp"
#include "engine/compare/diverge_sorts.hpp"
#include "engine/compare/diverge_states.hpp"
#include "engine/compare/diverge_steps.hpp"
#include "engine/compare/diverge_tallies.hpp"
#include "engine/compare/elapsed.hpp"
#include "engine/compare/not_yet.hpp"
#include "engine/compare/other_deeds.hpp"
#include "engine/compare/other_figures.hpp"
#include "engine/compare/other_matter.hpp"
#include "engine/compare/other_times.hpp"
#include "engine/compare/retold_dates.hpp"
#include "engine/compare/retold_places.hpp"
#include "engine/compare/travels.hpp"
#include "engine/compare/two_names.hpp"
#include "engine/compare/two_parts.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {

/// One shared word makes two claims comparable only if it is nearly all that they say.
constexpr double kSameWords = 0.3;
/// A claim of one word says too little of a longer one.
constexpr double kOneWord = 0.5;

bool has(const std::vector<Finding>& findings, std::string_view kind) {
  return std::any_of(findings.begin(), findings.end(),
                     [&](const Finding& f) { return f.kind == kind; });
}

void drop(std::vector<Finding>& findings, std::initializer_list<std::string_view> kinds) {
  std::erase_if(findings, [&](const Finding& f) {
    return std::find(kinds.begin(), kinds.end(), f.kind) != kinds.end();
  });
}

/// Dates, numbers, places and names of which two kinds differ mark two events, not one event told
/// in two ways.
void drop_other_events(const EventGate& gate, std::vector<Finding>& findings) {
  const bool date = has(findings, "date");
  const bool number = has(findings, "number") ||
                      std::any_of(findings.begin(), findings.end(), [](const Finding& f) {
                        return f.rule == "number.update" || f.rule == "number.other-side";
                      });
  const bool other =
      gate.other_party || gate.other_place || has(findings, "place") || has(findings, "name");
  const bool back = std::any_of(findings.begin(), findings.end(),
                                [](const Finding& f) { return f.rule == "role.converse"; });
  if (back && (date || gate.other_time)) {
    drop(findings, {"date", "role"});  // "sent it to X in May", "received it from X in July"
  }
  if ((date && number) || ((date || number) && other)) {
    drop(findings, {"date", "number", "place", "name"});
  }
}

/// "Trusts him", "no longer trusts him": the denial is part of the words of a position.
void drop_denied_positions(std::vector<Finding>& findings) {
  const auto inside = [](ByteSpan inner, ByteSpan outer) {
    return outer.begin <= inner.begin && inner.end <= outer.end;
  };
  std::vector<ByteSpan> left;
  std::vector<ByteSpan> right;
  for (const Finding& f : findings) {
    if (f.kind == "stance") {
      left.push_back(f.left.span);
      right.push_back(f.right.span);
    }
  }
  std::erase_if(findings, [&](const Finding& f) {
    for (std::size_t i = 0; f.rule == "negation.scope" && i < left.size(); ++i) {
      if (inside(f.left.span, left[i]) && inside(f.right.span, right[i])) {
        return true;
      }
    }
    return false;
  });
}

/// One difference is told once: the more specific kind stays.
void drop_echoes(std::vector<Finding>& findings) {
  if (has(findings, "role")) {
    drop(findings, {"name", "place"});
  }
  const bool ban = std::any_of(findings.begin(), findings.end(),
                               [](const Finding& f) { return f.rule == "modality.prohibition"; });
  if (ban) {
    drop(findings, {"negation", "number", "date"});
  } else if (has(findings, "negation")) {
    drop(findings, {"modality"});
  }
  // "lawful" against "unlawful": opposite words that are also opposite positions.
  const auto antonym = std::find_if(findings.begin(), findings.end(),
                                    [](const Finding& f) { return f.rule == "negation.antonym"; });
  if (antonym != findings.end()) {
    const ByteSpan span = antonym->left.span;
    // "accepted", "turned down": positions first of all
    const bool position = antonym->slot == "acceptance" &&
                          std::any_of(findings.begin(), findings.end(), [&](const Finding& f) {
                            return f.kind == "stance" && f.left.span == span;
                          });
    std::erase_if(findings, [&](const Finding& f) {
      return position ? f.rule == "negation.antonym" : f.kind == "stance" && f.left.span == span;
    });
  }
  drop_denied_positions(findings);
  if (has(findings, "name") || has(findings, "place")) {
    drop(findings, {"label"});
  }
  // "backs the plan to tax it", "objects to the plan for taxing it"
  if (has(findings, "stance")) {
    std::erase_if(findings, [](const Finding& f) { return f.rule == "modality.scope"; });
  }
  // Two positions are taken on two days.
  if (has(findings, "stance")) {
    drop(findings, {"date"});
  }
}

/// "Was not approved in March", "was approved in June": both may hold.
void drop_dates_of_denied(const PairContext& pair, const EventGate& gate,
                          std::vector<Finding>& findings) {
  const auto denied = [&](const Claim& claim, const DateMention& date) {
    return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
      return term.verb && term.negated && term.governed && in_common(gate, term.id) &&
             std::find(date.event.begin(), date.event.end(), term.id) != date.event.end();
    });
  };
  const auto of = [&](const Claim& claim, ByteSpan span) {
    return std::any_of(claim.dates.begin(), claim.dates.end(), [&](const DateMention& date) {
      return date.span == span && denied(claim, date);
    });
  };
  std::erase_if(findings, [&](const Finding& f) {
    return f.kind == "date" && of(pair.left, f.left.span) != of(pair.right, f.right.span);
  });
}

/// "May not cross", "no lorry is permitted to cross": one ban, whatever words tell it.
bool one_ban(const PairContext& pair) {
  const auto bans = [](const Claim& claim) {
    return !claim.forces.empty() &&
           std::all_of(claim.forces.begin(), claim.forces.end(),
                       [](const Force& force) { return force.kind == "ban"; });
  };
  return bans(pair.left) && bans(pair.right);
}

/// "I congratulate you on your election", "we thank the Secretary-General": courtesy in the first
/// person; whom each side names, and how, is no matter of fact.
bool courtesy(const PairContext& pair, const Document& document, const Claim& claim) {
  static constexpr WordList kActs = {"congratul", "=congratulate", "thank",  "=thank",
                                     "gratitud",  "appreci",       "tribut", "condol"};
  static constexpr WordList kFirst = {"i", "we", "me", "us", "my", "our", "pleasure"};
  if (document.language != "en") {
    return false;
  }
  const auto acts = [&](const Term& term) {
    const auto is = [&](StemId id) { return kActs.contains(pair.words.stem(id)); };
    return is(term.stem) || is(term.id);
  };
  const auto act = std::find_if(claim.terms.begin(), claim.terms.end(), acts);
  for (std::uint32_t i = claim.first_token; act != claim.terms.end() && i < act->token; ++i) {
    const std::string& word = pair.words[document.tokens[i].word].folded;
    if (kFirst.contains(word)) {
      return true;
    }
  }
  return false;
}

/// "Will go on strike on 6 March", "a strike is planned for 6 March", "the port is closed on 6
/// March": set for one day, and no step of a plan lies between the two.
bool both_scheduled(const PairContext& pair) {
  static constexpr WordList kSet = {"planned", "due",        "scheduled", "set",
                                    "slated",  "timetabled", "fixed",     "arranged"};
  const auto scheduled = [&](const Document& document, const Claim& claim) {
    const ClaimWords words{pair.words, document, claim};
    const bool present = words.find(words.begin(), {"is", "are"}) < words.end() &&
                         claim.forces.empty() && claim.commitment != "conditional";
    const bool will = std::any_of(claim.terms.begin(), claim.terms.end(), [](const Term& term) {
      return term.verb && !term.frame && !term.relative && !term.negated &&
             term.modality == Modality::kFuture;
    });
    return will || present ||
           std::any_of(claim.forces.begin(), claim.forces.end(), [&](const Force& force) {
             const std::string_view cue = document.slice(force.span);
             return force.kind == "plan" &&
                    std::any_of(kSet.begin(), kSet.end(), [&](std::string_view word) {
                      return cue.find(word) != std::string_view::npos;
                    });
           });
  };
  return pair.left_document.language == "en" && pair.right_document.language == "en" &&
         one_moment(pair.left, pair.right) && scheduled(pair.left_document, pair.left) &&
         scheduled(pair.right_document, pair.right);
}

/// "Welcomed the merger", "backs the plan to merge": two positions on it, and neither says how far
/// it is. "Ratified it", "intends to ratify it": the position itself is taken or not.
void drop_moods_of_objects(const PairContext& pair, std::vector<Finding>& findings) {
  const auto position_of = [](const Claim& claim) {
    const auto it = std::find_if(claim.stances.begin(), claim.stances.end(), [&](const Stance& s) {
      const Term& act = claim.terms[s.term];
      const bool takes = s.ladder == "support" || s.ladder == "opposition" ||
                         s.ladder == "approval" || s.ladder == "disapproval";
      return takes && s.polarity != 0 && (act.verb || act.predicative) && !act.frame &&
             !act.relative;
    });
    return it == claim.stances.end() ? nullptr : &*it;
  };
  const Stance* left = position_of(pair.left);
  const Stance* right = position_of(pair.right);
  if (left == nullptr || right == nullptr ||
      pair.left.terms[left->term].id == pair.right.terms[right->term].id ||
      ((left->polarity > 0) != left->negated) != ((right->polarity > 0) != right->negated)) {
    return;
  }
  const auto behind = [](const FindingSide& side, const Stance& stance) {
    return side.span.begin >= stance.span.end;
  };
  std::erase_if(findings, [&](const Finding& f) {
    return f.kind == "modality" && behind(f.left, *left) && behind(f.right, *right);
  });
}

/// Moods that set nothing apart: one ban, one day, an object of two positions.
void drop_moods(const PairContext& pair, std::vector<Finding>& findings) {
  if (one_ban(pair)) {
    drop(findings, {"modality"});
  }
  drop_moods_of_objects(pair, findings);
  if (both_scheduled(pair)) {
    drop(findings, {"modality"});
    std::erase_if(findings, [](const Finding& f) { return f.rule == "strength.plan"; });
  }
}

/// "In the spring of 2020", "in the autumn of 2020": what is contrasted is the time, not the
/// matter.
bool seasons_differ(const PairContext& pair) {
  const auto season_of_year = [](const Claim& claim) {
    return claim.dates.size() == 1 && claim.dates[0].value.months == 3;
  };
  const auto only_seasons = [](const Claim& claim) {
    return !claim.contrasts.empty() &&
           std::all_of(claim.contrasts.begin(), claim.contrasts.end(),
                       [](const Contrast& contrast) { return contrast.set == "season"; });
  };
  return season_of_year(pair.left) && season_of_year(pair.right) && only_seasons(pair.left) &&
         only_seasons(pair.right);
}

}  // namespace

std::vector<Finding> diverge_whole(const PairContext& pair, const EventGate& opened) {
  std::vector<Finding> findings;
  diverge_kinds(pair, findings);
  const bool one_word = opened.overlap >= 1.0 && opened.jaccard < kOneWord;
  const bool thin = opened.shared < 2 && (opened.jaccard < kSameWords || one_word);
  if (opened.shared == 0) {
    return findings;
  }
  EventGate gate = opened;
  gate.other_time = other_dates(pair.left, pair.right);
  gate.other_period = other_periods(pair.left, pair.right);
  if (thin) {
    // One thing that moves, at one time: "inflation slowed in August".
    if (!pair.left.dates.empty() && !pair.right.dates.empty()) {
      diverge_direction(pair, gate, findings);
    }
    diverge_toll(pair, gate, findings);
    return findings;
  }
  if (!gate.other_event && !gate.substituted) {
    diverge_numbers(pair, gate, findings);
    diverge_dates(pair, gate, findings);
  }
  if (!gate.other_event && seasons_differ(pair)) {
    diverge_dates(pair, gate, findings);
  }
  diverge_elapsed(pair, gate, findings);
  diverge_tallies(pair, gate, findings);
  diverge_placings(pair, gate, findings);
  diverge_names(pair, gate, findings);
  diverge_roles(pair, gate, findings);
  if (!has(findings, "role")) {
    diverge_blame(pair, gate, findings);
  }
  if (!gate.substituted) {
    diverge_polarity(pair, gate, findings);
  }
  if (!gate.contrasted) {
    diverge_stance(pair, gate, findings);
  }
  diverge_direction(pair, gate, findings);
  if (!has(findings, "negation") && !has(findings, "number")) {
    diverge_toll(pair, gate, findings);
  }
  diverge_retold(pair, gate, findings);
  diverge_anchored(pair, gate, findings);
  diverge_notes(pair, gate, findings);
  drop_other_events(gate, findings);
  drop_dates_of_denied(pair, gate, findings);
  if (!findings.empty() && courtesy(pair, pair.left_document, pair.left) &&
      courtesy(pair, pair.right_document, pair.right)) {
    drop(findings, {"date", "number", "place", "name", "modality"});
  }
  drop_moods(pair, findings);
  drop_echoes(findings);
  return findings;
}

namespace {

/// "Ostria invited Kelland in May", "Kelland invited Ostria in July": what differs belongs to two
/// deeds.
bool done_in_return(const PairContext& pair, const EventGate& gate) {
  return gate.shared > 1 && crossing_of(pair, gate).crossing == Crossing::kReturned;
}

}  // namespace

namespace {

/// The two dates of a finding may stand beside each other.
bool two_times(const PairContext& pair, const EventGate& gate, const Finding& f) {
  const auto at = [](const Claim& claim, ByteSpan span) {
    return std::find_if(claim.dates.begin(), claim.dates.end(),
                        [&](const DateMention& date) { return date.span == span; });
  };
  const auto a = at(pair.left, f.left.span);
  const auto b = at(pair.right, f.right.span);
  return a != pair.left.dates.end() && b != pair.right.dates.end() &&
         (not_yet(pair, *a, *b) || other_times(pair, gate, *a, *b) ||
          (!both_deadlines(pair, *a, *b) && other_deeds(pair, gate, *a, *b)));
}

bool two_places(const PairContext& pair, const EventGate& gate, const Finding& f) {
  const auto at = [](const Claim& claim, ByteSpan span) {
    return std::find_if(claim.terms.begin(), claim.terms.end(),
                        [&](const Term& term) { return term.span == span; });
  };
  const auto a = at(pair.left, f.left.span);
  const auto b = at(pair.right, f.right.span);
  return a != pair.left.terms.end() && b != pair.right.terms.end() &&
         other_place_deeds(pair, gate, *a, *b);
}

/// What the rules found is no divergence after all.
bool stands_beside(const PairContext& pair, const EventGate& gate, const Finding& f) {
  return travelled(pair, f) || of_other_parts(pair, f) || both_hold(pair, f) ||
         two_parts(pair, gate, f) || other_figures(pair, gate, f) ||
         (f.kind == "date" && two_times(pair, gate, f)) ||
         (f.kind == "place" && two_places(pair, gate, f));
}

}  // namespace

bool says_something(const std::vector<Finding>& findings) {
  return std::any_of(findings.begin(), findings.end(),
                     [](const Finding& f) { return f.severity != Severity::kNote; });
}

std::vector<Finding> diverge(const PairContext& pair, const EventGate& open) {
  EventGate opened = open;
  const bool in_return = done_in_return(pair, open);
  opened.other_event = open.other_event || in_return;
  std::vector<Finding> findings = diverge_whole(pair, opened);
  if (!says_something(findings)) {
    std::vector<Finding> main = diverge_main(pair, opened);
    findings.insert(findings.end(), std::make_move_iterator(main.begin()),
                    std::make_move_iterator(main.end()));
  }
  if (!says_something(findings)) {
    std::vector<Finding> clauses = diverge_clauses(pair, opened);
    findings.insert(findings.end(), std::make_move_iterator(clauses.begin()),
                    std::make_move_iterator(clauses.end()));
  }
  std::erase_if(findings, [&](const Finding& f) { return both_hold(pair, f); });
  diverge_passage(pair, opened, findings);
  diverge_bounds(pair, opened, findings);
  diverge_particulars(pair, opened, findings);
  diverge_grades(pair, opened, findings);
  diverge_retold_dates(pair, opened, findings);
  diverge_lasting(pair, opened, findings);
  diverge_bounds_of_rules(pair, opened, findings);
  diverge_retold_places(pair, opened, findings);
  diverge_sides(pair, opened, findings);
  diverge_holders(pair, opened, findings);
  diverge_agents(pair, opened, findings);
  diverge_sites(pair, opened, findings);
  diverge_states(pair, opened, findings);
  diverge_steps(pair, opened, findings);
  diverge_certainty(pair, opened, findings);
  diverge_positions(pair, opened, findings);
  diverge_told_names(pair, opened, findings);
  diverge_weighed(pair, opened, findings);
  if (one_ban(pair)) {
    drop(findings, {"modality"});
  }
  std::erase_if(findings, [&](const Finding& f) { return stands_beside(pair, opened, f); });
  if (in_return) {
    drop(findings, {"date", "number", "name", "place"});
  }
  return findings;
}

}  // namespace parallax

/// Who did what to whom: agent and patient exchanged around the same predicate.

#include <algorithm>
#include <array>

#include "engine/compare/diverge.hpp"

namespace parallax {
namespace {

/// Things that are no known actors count as parties only if the claims share this much.
constexpr double kSameMatter = 0.75;

bool is_actor(const Term& term) {
  return (is_entity(term) && !term.locative) || (term.kind == TermKind::kConcept && term.actor);
}

const Term* find_term(const Claim& claim, StemId id) {
  const auto it = std::find_if(claim.terms.begin(), claim.terms.end(),
                               [&](const Term& t) { return t.id == id && !t.relative; });
  return it == claim.terms.end() ? nullptr : &*it;
}

/// True if the predicate is a passive with its agent behind "by".
bool passive(const PairContext& pair, const Document& document, const Claim& claim,
             const Term& predicate) {
  for (const Term& term : claim.terms) {
    if (term.token <= predicate.token || term.token > predicate.token + 6) {
      continue;
    }
    const std::string& word = pair.words[document.tokens[term.token].word].folded;
    if (word == "by" || word == "par" || word == "von" || word == "por" || word == "durch") {
      return true;
    }
  }
  return false;
}

/// Who may change places: actors known as such, or any thing where the claims say nothing else.
enum class Parties : std::uint8_t { kActors, kThings };

bool is_party(const Term& term, Parties parties) {
  return is_actor(term) || (parties == Parties::kThings && is_content(term) && !term.event &&
                            !term.speech && !term.locative);
}

/// Actors in front of and behind a predicate, nearest first.
struct Sides {
  std::vector<const Term*> before, behind;
};

Sides sides_of(const Claim& claim, const Term& predicate, Parties parties) {
  Sides sides;
  for (const Term& term : claim.terms) {
    if (!is_party(term, parties) || term.relative || term.id == predicate.id) {
      continue;
    }
    if (term.token < predicate.token) {
      sides.before.insert(sides.before.begin(), &term);
    } else {
      sides.behind.push_back(&term);
    }
  }
  return sides;
}

const Term* with_id(const std::vector<const Term*>& list, StemId id) {
  const auto it =
      std::find_if(list.begin(), list.end(), [&](const Term* t) { return t->id == id; });
  return it == list.end() ? nullptr : *it;
}

Finding finding_of(const PairContext& pair, const Term& agent_left, const Term& agent_right,
                   const Term& predicate) {
  Finding f;
  f.kind = "role";
  f.severity = Severity::kConflict;
  f.rule = "role.swapped";
  f.confidence = 0.85;
  f.slot = "who: " + std::string(pair.left_document.slice(predicate.span));
  f.left = {agent_left.span, {{"agent", pair.words.stem(agent_left.id)}}};
  f.right = {agent_right.span, {{"agent", pair.words.stem(agent_right.id)}}};
  f.explanation =
      "Agent and patient change places: " + std::string(pair.left_document.slice(agent_left.span)) +
      " acts on one side, " + std::string(pair.right_document.slice(agent_right.span)) +
      " on the other";
  return f;
}

bool swapped_around(const PairContext& pair, const Term& left, const Term& right, Parties parties,
                    Finding& finding) {
  const Sides l = sides_of(pair.left, left, parties);
  const Sides r = sides_of(pair.right, right, parties);
  const bool left_passive = passive(pair, pair.left_document, pair.left, left);
  const bool right_passive = passive(pair, pair.right_document, pair.right, right);
  const auto& left_agents = left_passive ? l.behind : l.before;
  const auto& left_patients = left_passive ? l.before : l.behind;
  const auto& right_agents = right_passive ? r.behind : r.before;
  const auto& right_patients = right_passive ? r.before : r.behind;
  for (const Term* agent : left_agents) {
    const Term* patient_there = with_id(right_patients, agent->id);
    if (patient_there == nullptr || with_id(right_agents, agent->id) != nullptr) {
      continue;
    }
    for (const Term* patient : left_patients) {
      const Term* agent_there = with_id(right_agents, patient->id);
      if (patient->id != agent->id && agent_there != nullptr &&
          with_id(left_agents, patient->id) == nullptr &&
          with_id(right_patients, patient->id) == nullptr) {
        finding = finding_of(pair, *agent, *agent_there, left);
        return true;
      }
    }
  }
  return false;
}

bool symmetric(const PairContext& pair, const Term& predicate) {
  const std::string& stem = pair.words.stem(predicate.id);
  static constexpr std::string_view kSymmetric[] = {
      "=meet",   "=agree", "=clash",  "=talk",   "=negotiate", "=sign",     "=border",
      "meet",    "agre",   "clash",   "border",  "negoti",     "talk",      "cooper",
      "compet",  "differ", "coordin", "marri",   "collid",     "merg",      "exchang",
      "discuss", "share",  "separ",   "connect", "link",       "neighbour", "trade",
      "war",     "fight",  "fought",  "unit",    "ally",       "alli",      "correspond"};
  return std::find(std::begin(kSymmetric), std::end(kSymmetric), stem) != std::end(kSymmetric);
}

bool find_swap(const PairContext& pair, const EventGate& gate, Parties parties, Finding& finding) {
  for (const Term& term : pair.left.terms) {
    const bool candidate = is_content(term) && !is_actor(term) && !is_entity(term) &&
                           !term.relative &&
                           std::binary_search(gate.common.begin(), gate.common.end(), term.id);
    if (!candidate || !term.predicate || symmetric(pair, term)) {
      continue;
    }
    const Term* right = find_term(pair.right, term.id);
    if (right != nullptr && right->predicate &&
        swapped_around(pair, term, *right, parties, finding)) {
      return true;
    }
  }
  return false;
}

}  // namespace

void diverge_roles(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  if (gate.other_event || gate.overlap < 0.6 || gate.jaccard < 0.4) {
    return;
  }
  Finding finding;
  const bool found =
      find_swap(pair, gate, Parties::kActors, finding) ||
      (gate.jaccard >= kSameMatter && find_swap(pair, gate, Parties::kThings, finding));
  if (found) {
    out.push_back(std::move(finding));
  }
}

}  // namespace parallax

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

/// Tokens behind the predicate in which its "by" must stand.
constexpr std::uint32_t kAgentReach = 6;

/// Token of the passive's "by": behind the predicate, or between its auxiliary and the predicate;
/// nullptr if there is none.
const std::uint32_t* agent_marker(const Claim& claim, const Term& predicate) {
  for (const std::uint32_t& at : claim.agents) {
    const bool behind = at > predicate.token && at <= predicate.token + kAgentReach;
    const bool inside = (claim.verb_final || at > predicate.pivot) && at < predicate.token;
    if (behind || inside) {
      return &at;
    }
  }
  return nullptr;
}

/// Who may change places: actors known as such, or any thing where the claims say nothing else.
enum class Parties : std::uint8_t { kActors, kThings };

bool is_party(const Term& term, Parties parties) {
  return is_actor(term) || (parties == Parties::kThings && is_content(term) && !term.event &&
                            !term.speech && !term.locative);
}

/// Who acts and who is acted upon, nearest to the predicate first.
struct Sides {
  std::vector<const Term*> agents, patients;
};

std::vector<const Term*> parties_of(const Claim& claim, const Term& predicate, Parties parties) {
  std::vector<const Term*> list;
  for (const Term& term : claim.terms) {
    if (is_party(term, parties) && !term.relative && term.id != predicate.id) {
      list.push_back(&term);
    }
  }
  return list;
}

/// Subject and object in front of the verb: the first party acts unless "by" says who does.
Sides verb_final_sides(const std::vector<const Term*>& parties, const std::uint32_t* marker) {
  Sides sides;
  for (const Term* term : parties) {
    // The marker is a postposition: the agent stands right in front of it.
    const bool agent = marker != nullptr ? term->token < *marker && term->token + 3 >= *marker
                                         : term == parties.front();
    (agent ? sides.agents : sides.patients).push_back(term);
  }
  return sides;
}

Sides sides_of(const Claim& claim, const Term& predicate, Parties kind) {
  const std::vector<const Term*> parties = parties_of(claim, predicate, kind);
  const std::uint32_t* marker = agent_marker(claim, predicate);
  if (claim.verb_final) {
    return verb_final_sides(parties, marker);
  }
  Sides sides;
  for (const Term* term : parties) {
    const bool before = marker != nullptr && *marker < predicate.token
                            ? term->token < *marker
                            : term->token < predicate.pivot;
    const bool agent = before == (marker == nullptr);
    auto& side = agent ? sides.agents : sides.patients;
    side.insert(before ? side.begin() : side.end(), term);
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
  const auto& left_agents = l.agents;
  const auto& left_patients = l.patients;
  const auto& right_agents = r.agents;
  const auto& right_patients = r.patients;
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

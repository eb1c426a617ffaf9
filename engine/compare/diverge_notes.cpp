/// What is no contradiction but worth knowing: whom a demand addresses, and what each side calls
/// the same thing.

#include <algorithm>

#include "engine/compare/diverge.hpp"

namespace parallax {
namespace {

/// How much of the demanded act both sides must share.
constexpr double kSameDemand = 0.5;

bool is_demand(const Stance& stance) {
  return stance.ladder == "request" && !stance.negated;
}

/// The noun phrase behind a demand, and what is demanded.
struct Demand {
  std::vector<const Term*> addressee;
  std::vector<StemId> content;
};

bool opens_content(const PairContext& pair, const Document& document, const Term& term) {
  const std::string& word = pair.words[document.tokens[term.token].word].folded;
  return word == "to" || word == "that" || word == "not";
}

Demand demand_of(const PairContext& pair, const Document& document, const Claim& claim,
                 const Stance& stance) {
  Demand demand;
  bool addressed = true;
  for (std::size_t t = stance.term + 1; t < claim.terms.size(); ++t) {
    const Term& term = claim.terms[t];
    const bool on = demand.addressee.empty() && demand.content.empty();
    if (!is_content(term)) {
      addressed = addressed && !(opens_content(pair, document, term) && !on);
      continue;
    }
    if (addressed) {
      demand.addressee.push_back(&term);
    } else {
      demand.content.push_back(term.id);
    }
  }
  std::sort(demand.content.begin(), demand.content.end());
  return demand;
}

std::size_t shared_count(const std::vector<StemId>& a, const std::vector<StemId>& b) {
  return static_cast<std::size_t>(std::count_if(
      a.begin(), a.end(), [&](StemId id) { return std::binary_search(b.begin(), b.end(), id); }));
}

bool same_demand(const Demand& a, const Demand& b) {
  const std::size_t smaller = std::min(a.content.size(), b.content.size());
  const std::size_t shared = shared_count(a.content, b.content);
  return smaller > 0 && static_cast<double>(shared) >= kSameDemand * static_cast<double>(smaller) &&
         shared > 0;
}

bool other_addressee(const EventGate& gate, const Demand& a, const Demand& b) {
  const auto shared = [&](const Term* term) { return in_common(gate, term->id); };
  return !a.addressee.empty() && !b.addressee.empty() &&
         std::none_of(a.addressee.begin(), a.addressee.end(), shared) &&
         std::none_of(b.addressee.begin(), b.addressee.end(), shared);
}

ByteSpan span_of(const std::vector<const Term*>& terms) {
  return terms.front()->span.join(terms.back()->span);
}

bool note_addressee(const PairContext& pair, const EventGate& gate, const Stance& a,
                    const Stance& b, std::vector<Finding>& out) {
  const Demand left = demand_of(pair, pair.left_document, pair.left, a);
  const Demand right = demand_of(pair, pair.right_document, pair.right, b);
  if (!same_demand(left, right) || !other_addressee(gate, left, right)) {
    return false;
  }
  Finding f;
  f.kind = "addressee";
  f.severity = Severity::kNote;
  f.confidence = 0.7;
  f.rule = "addressee.demand";
  f.slot = "addressee";
  f.left = {span_of(left.addressee), {{"act", a.act}}};
  f.right = {span_of(right.addressee), {{"act", b.act}}};
  f.explanation = "The same is asked of different addressees: " +
                  std::string(pair.left_document.slice(f.left.span)) + " on one side, " +
                  std::string(pair.right_document.slice(f.right.span)) + " on the other";
  out.push_back(std::move(f));
  return true;
}

void addressees(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  for (const Stance& a : pair.left.stances) {
    for (const Stance& b : pair.right.stances) {
      if (is_demand(a) && is_demand(b) && note_addressee(pair, gate, a, b, out)) {
        return;
      }
    }
  }
}

bool has_name(const Claim& claim, const Label& label) {
  return std::any_of(claim.labels.begin(), claim.labels.end(), [&](const Label& other) {
    return other.referent == label.referent && other.name == label.name;
  });
}

void labels(const PairContext& pair, std::vector<Finding>& out) {
  for (const Label& a : pair.left.labels) {
    for (const Label& b : pair.right.labels) {
      if (a.referent != b.referent || a.name == b.name || has_name(pair.right, a) ||
          has_name(pair.left, b)) {
        continue;
      }
      Finding f;
      f.kind = "label";
      f.severity = Severity::kNote;
      f.confidence = 0.6;
      f.rule = "label.referent";
      f.slot = a.referent;
      f.left = {a.span, {{"referent", a.referent}, {"name", a.name}}};
      f.right = {b.span, {{"referent", b.referent}, {"name", b.name}}};
      f.explanation = "The sides use different names for one " + a.referent + ": \"" +
                      std::string(pair.left_document.slice(a.span)) + "\" against \"" +
                      std::string(pair.right_document.slice(b.span)) + "\"";
      out.push_back(std::move(f));
      return;
    }
  }
}

}  // namespace

void diverge_notes(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  if (gate.other_event || gate.overlap < 0.4) {
    return;
  }
  addressees(pair, gate, out);
  labels(pair, out);
}

}  // namespace parallax

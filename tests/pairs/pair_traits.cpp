/// Writes what the weights of engine/compare/pair_weights look at: parallax_pair_traits
/// FILE.jsonl... For each labelled pair (README.md beside this file) and each suspect one JSON
/// line: id, file, kind, whether it is right, whether the rules found anything, traits. Read by
/// fit_weights.py.

#include <algorithm>
#include <fstream>
#include <iostream>
#include <string>

#include <nlohmann/json.hpp>

#include "engine/compare/diverge.hpp"
#include "engine/compare/suspects.hpp"
#include "engine/document/analyse.hpp"
#include "engine/facts/claims.hpp"
#include "tests/support/compared.hpp"

namespace parallax {
namespace {

using nlohmann::json;

/// Labels under which a report of `kind` is right.
bool is_right(const json& pair, std::string_view kind) {
  const auto named = [&](const char* field) {
    return std::any_of(pair[field].begin(), pair[field].end(),
                       [&](const json& label) { return label == kind; });
  };
  return named("labels") || (!pair["labels"].empty() && named("alt"));
}

void write_suspects(const json& labelled, const std::string& file, const PairContext& pair) {
  const EventGate gate = open_gate(pair);
  const std::vector<Finding> findings = diverge(pair, gate);
  const bool told = std::any_of(findings.begin(), findings.end(), [](const Finding& f) {
    return f.severity != Severity::kNote && !f.rule.ends_with(".weighed");
  });
  for (const Suspect& suspect : suspects_of(pair, gate, traits_of(pair, gate))) {
    std::string rule;
    for (const Finding& f : findings) {
      rule = f.kind == suspect.kind && f.severity != Severity::kNote ? f.rule : rule;
    }
    json line{{"id", labelled["id"]},
              {"file", file},
              {"kind", suspect.kind},
              {"right", is_right(labelled, suspect.kind)},
              {"group", labelled["group"]},
              {"told", told},
              {"rule", rule},
              {"shared", gate.shared},
              {"traits", suspect.traits.values}};
    std::cout << line.dump() << '\n';
  }
}

/// False, with a word on standard error, if the file has no pairs or a line that is none.
bool read_pairs(const std::string& file) {
  std::ifstream in(file);
  std::string text;
  const LexiconSource lexicons;
  FactLexicons tables(lexicons);
  const FactLexicon& facts = *tables.get("en").value();
  WordTable words;
  Analyser analyser(words, lexicons);
  bool any = false;
  std::size_t number = 0;
  while (std::getline(in, text)) {
    ++number;
    const json labelled = json::parse(text, nullptr, false);
    if (!labelled.is_object() || !labelled.contains("lang_left") || !labelled.contains("labels")) {
      std::cerr << file << ':' << number << ": no labelled pair\n";
      return false;
    }
    any = true;
    if (labelled["lang_left"] != "en" || labelled["lang_right"] != "en") {
      continue;
    }
    const Document a = analyser.analyse(test::record_of("left", labelled["left"])).value();
    const Document b = analyser.analyse(test::record_of("right", labelled["right"])).value();
    for (const Claim& left : extract_claims(a, facts, words)) {
      for (const Claim& right : extract_claims(b, facts, words)) {
        write_suspects(labelled, file, {a, b, left, right, words});
      }
    }
  }
  if (!any) {
    std::cerr << file << ": no pairs\n";
  }
  return any;
}

}  // namespace
}  // namespace parallax

int main(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    if (!parallax::read_pairs(argv[i])) {
      return 2;
    }
  }
  return 0;
}

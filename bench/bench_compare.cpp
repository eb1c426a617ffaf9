/// engine/compare: unit similarity, and whole comparisons of near and far pairs.

#include <algorithm>

#include <benchmark/benchmark.h>

#include "bench/corpus.hpp"
#include "engine/compare/compare.hpp"
#include "engine/compare/diverge.hpp"
#include "engine/compare/similarity.hpp"
#include "engine/document/analyse.hpp"
#include "engine/facts/claims.hpp"

namespace parallax::bench {
namespace {

void compare_pair(benchmark::State& state, const std::string& left, const std::string& right) {
  const LexiconSource source;
  for (auto _ : state) {
    WordTable words;
    Analyser analyser(words, source);
    const Document a = analyser.analyse(record_of("a", left)).value();
    const Document b = analyser.analyse(record_of("b", right)).value();
    benchmark::DoNotOptimize(compare_documents(a, b, words, source));
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(left.size() + right.size()) *
                          state.iterations());
  state.SetItemsProcessed(state.iterations());
}

void compare_near(benchmark::State& state) {
  const std::string text = statement(1, static_cast<std::size_t>(state.range(0)));
  compare_pair(state, text, edited(text, 2));
}
BENCHMARK(compare_near)->Arg(2)->Arg(20)->Arg(200);

void compare_far(benchmark::State& state) {
  const auto size = static_cast<std::size_t>(state.range(0));
  compare_pair(state, statement(1, size), statement(99, size));
}
BENCHMARK(compare_far)->Arg(20)->Arg(200);

/// Event gate and all rule families on aligned pairs whose facts are known.
void rules_per_pair(benchmark::State& state) {
  const LexiconSource source;
  WordTable words;
  Analyser analyser(words, source);
  const std::string text = statement(1, 200);
  const Document a = analyser.analyse(record_of("a", text)).value();
  const Document b = analyser.analyse(record_of("b", edited(text, 2))).value();
  const FactLexicon lexicon = FactLexicon::load("en", source).value();
  const std::vector<Claim> left = extract_claims(a, lexicon, words);
  const std::vector<Claim> right = extract_claims(b, lexicon, words);
  const std::size_t count = std::min(left.size(), right.size());
  for (auto _ : state) {
    for (std::size_t i = 0; i < count; ++i) {
      const PairContext pair{a, b, left[i], right[i], words};
      benchmark::DoNotOptimize(diverge(pair, open_gate(pair)));
    }
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(count) * state.iterations());
}
BENCHMARK(rules_per_pair);

/// Aligned sentences as official statements write them, some divergent, most not.
constexpr const char* kOfficial[][2] = {
    {"The ministry confirmed that 14 border guards were wounded in the exchange of fire on Monday.",
     "Nine border guards were wounded when fire was exchanged on Monday, the garrison reported."},
    {"The central bank decided to raise the target range for its key rate to 4.5 to 4.75 percent.",
     "The central bank decided to maintain the target range for its key rate at 4.25 to 4.5 "
     "percent."},
    {"We call upon all parties to comply with the relevant resolutions of the Security Council.",
     "All parties should implement the relevant resolutions of the Security Council without "
     "delay."},
    {"The agreement on the transit of grain was signed in Lisbon on 3 May and enters into force in "
     "June.",
     "The two governments have not signed any agreement on the transit of grain."},
    {"At the outset, I wish to congratulate you, Sir, on your election as President of the "
     "Assembly.",
     "Allow me to congratulate you on your election to the presidency of the Assembly at this "
     "session."},
    {"The ombudsperson visited the detention centre in Arden and found no sign of ill-treatment.",
     "Inspectors who visited the detention centre in Arden reported severe ill-treatment of "
     "detainees."},
    {"The commission welcomed the decision of the court to annul the results in three districts.",
     "The commission deplored the decision of the court to annul the results in three districts."},
    {"Exports of natural gas rose by 6 per cent in the first quarter, the statistical office "
     "noted.",
     "In the first quarter, exports of natural gas fell by 2 per cent, according to the ministry."},
    {"Our country remains committed to a peaceful settlement of the conflict on the basis of "
     "international law and of the principles of the Charter.",
     "A lasting settlement of the conflict is impossible as long as the occupation of our "
     "territory "
     "and the violation of the principles of the Charter go on."},
    {"Some 40,000 people were evacuated from the lower valley after the dam had given way.",
     "The emergency service evacuated about 41,500 residents of the lower valley."}};

void rules_per_official_pair(benchmark::State& state) {
  const LexiconSource source;
  WordTable words;
  Analyser analyser(words, source);
  std::string left;
  std::string right;
  for (const auto& pair : kOfficial) {
    left += std::string(pair[0]) + "\n\n";
    right += std::string(pair[1]) + "\n\n";
  }
  const Document a = analyser.analyse(record_of("a", left)).value();
  const Document b = analyser.analyse(record_of("b", right)).value();
  const FactLexicon lexicon = FactLexicon::load("en", source).value();
  const std::vector<Claim> x = extract_claims(a, lexicon, words);
  const std::vector<Claim> y = extract_claims(b, lexicon, words);
  const std::size_t count = std::min(x.size(), y.size());
  for (auto _ : state) {
    for (std::size_t i = 0; i < count; ++i) {
      const PairContext pair{a, b, x[i], y[i], words};
      benchmark::DoNotOptimize(diverge(pair, open_gate(pair)));
    }
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(count) * state.iterations());
}
BENCHMARK(rules_per_official_pair);

void unit_profiles(benchmark::State& state) {
  WordTable words;
  const LexiconSource source;
  Analyser analyser(words, source);
  const Document a = analyser.analyse(record_of("a", statement(1, 1))).value();
  const Document b = analyser.analyse(record_of("b", statement(2, 1))).value();
  const auto unit = [](const Document& d) {
    return AlignUnit{d.record.text, d.tokens.data(), d.tokens.size(), "en"};
  };
  const UnitProfile x = profile_of(unit(a), words, BackgroundModel::builtin("en"));
  const UnitProfile y = profile_of(unit(b), words, BackgroundModel::builtin("en"));
  for (auto _ : state) {
    benchmark::DoNotOptimize(similarity(x, y));
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(unit_profiles);

}  // namespace
}  // namespace parallax::bench

/// Statements are read in the order of time. Each is aligned with the one before; what is left over
/// is looked for among the positions that had fallen silent; the rest is new.

#include "engine/corpus/drift.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <tuple>
#include <utility>

#include "engine/compare/event_gate.hpp"
#include "engine/compare/pairing.hpp"
#include "engine/compare/quote_inputs.hpp"
#include "engine/corpus/calendar.hpp"
#include "engine/corpus/drift_changes.hpp"
#include "engine/corpus/drift_names.hpp"
#include "engine/corpus/drift_units.hpp"
#include "engine/corpus/formulations.hpp"
#include "engine/sources/attribute.hpp"

namespace parallax {
namespace {

/// A claim continues one that is at least this similar; what only shares anchors is another claim.
constexpr double kContinue = 0.3;
/// From here on words alone tell that it does; below, so much of its content must be the same.
constexpr double kSurely = 0.55;
constexpr double kSameMatter = 0.35;
/// A silent position is taken again only by a claim that is this similar.
constexpr double kResume = 0.5;

/// Where a unit of an earlier statement stands.
struct UnitPlace {
  std::uint32_t statement = 0;
  std::uint32_t unit = 0;
};

class Tracer {
 public:
  Tracer(std::span<const Document> documents, WordTable& words, const DriftOptions& options)
      : documents_(documents), words_(words), model_(options.model) {
    if (model_ == nullptr) {
      model_ = BackgroundModel::builtin(documents.front().language);
    }
  }

  Status run(FactLexicons& tables) {
    Attributor attributor(words_, tables.source());
    for (std::uint32_t k = 0; k < documents_.size(); ++k) {
      Result<const FactLexicon*> lexicon = tables.get(documents_[k].language);
      if (!lexicon) {
        return std::move(lexicon).error();
      }
      Result<DocumentHead> head = attributor.head(documents_[k]);
      if (!head) {
        return std::move(head).error();
      }
      add_statement(k, *lexicon.value(), head.value());
    }
    order_changes();
    return Done{};
  }

  DriftReport take() { return std::move(report_); }

 private:
  void add_statement(std::uint32_t k, const FactLexicon& lexicon, const DocumentHead& head) {
    const Document& d = documents_[k];
    DriftUnits read = drift_units(d, lexicon, words_);
    std::erase_if(read.units, [&](const DriftUnit& unit) {  // titles and dates state nothing
      return std::binary_search(head.sentences.begin(), head.sentences.end(), unit.claim.sentence);
    });
    DriftStatement row;
    row.document = quote_document(d);
    row.day = calendar_day(d.record.date.value_or("")).value_or("");
    row.claims = read.units.size() + read.formulaic.size();
    row.formulaic = std::move(read.formulaic);
    report_.statements.push_back(std::move(row));
    units_.push_back(std::move(read.units));
    position_.emplace_back(units_[k].size(), std::nullopt);
    paired_.emplace_back(units_[k].size(), std::nullopt);
    if (k > 0) {
      follow(k);
      resume(k);
    }
    for (std::uint32_t i = 0; i < units_[k].size(); ++i) {
      if (!position_[k][i]) {
        open(k, i, std::nullopt);
      }
      announce(k, i, lexicon);
    }
    if (k > 0) {
      drop(k);
      names(k);
    }
  }

  [[nodiscard]] PairingSide side(const std::vector<UnitPlace>& places) const {
    std::vector<PlacedClaim> claims;
    claims.reserve(places.size());
    for (const UnitPlace p : places) {
      claims.push_back({&documents_[p.statement], &units_[p.statement][p.unit].claim});
    }
    return prepare_side(std::move(claims), words_, model_);
  }

  [[nodiscard]] std::vector<UnitPlace> all_of(std::uint32_t k) const {
    std::vector<UnitPlace> places;
    places.reserve(units_[k].size());
    for (std::uint32_t i = 0; i < units_[k].size(); ++i) {
      places.push_back({k, i});
    }
    return places;
  }

  struct UnitPair {
    std::uint32_t left = 0, right = 0;
  };

  /// Do the two say something of the same things? Names do not count: a ministry speaks of its
  /// country everywhere.
  [[nodiscard]] bool same_matter(UnitPlace old, UnitPlace now) const {
    if (documents_[old.statement].language != documents_[now.statement].language) {
      return true;  // across languages only their alignment knows
    }
    const EventGate gate = open_gate({documents_[old.statement], documents_[now.statement],
                                      units_[old.statement][old.unit].claim,
                                      units_[now.statement][now.unit].claim, words_});
    return gate.rest_jaccard >= kSameMatter;
  }

  /// Aligns statement `k` with the one before.
  void follow(std::uint32_t k) {
    const std::vector<UnitPlace> old = all_of(k - 1);
    const std::vector<UnitPlace> now = all_of(k);
    const PairingSide left = side(old);
    const PairingSide right = side(now);
    const Alignment alignment = pair_claims(left, right, words_, model_);
    for (const AlignedPair& pair : alignment.pairs) {
      const UnitPair best = nearest_two(pair, left, right);
      if (pair.similarity >= kContinue &&
          (pair.similarity >= kSurely || same_matter(old[best.left], now[best.right]))) {
        carry_on(pair, best, k);
      }
    }
  }

  /// The most similar two of a pair of groups; the first of equals.
  [[nodiscard]] UnitPair nearest_two(const AlignedPair& pair, const PairingSide& left,
                                     const PairingSide& right) const {
    UnitPair best;
    double most = -1.0;
    for (const std::uint32_t i : pair.left) {
      for (const std::uint32_t j : pair.right) {
        const double score =
            unit_similarity(left.units.units[i], right.units.units[j], words_, model_);
        if (score > most) {
          most = score;
          best = {i, j};
        }
      }
    }
    return best;
  }

  /// The position of `best.left` goes on in `best.right` of statement `k`; the others of the left
  /// group end in it, those of the right group branch off.
  void carry_on(const AlignedPair& pair, UnitPair best, std::uint32_t k) {
    const std::size_t position = *position_[k - 1][best.left];
    mention(position, {k, best.right}, pair.matched_by != "exact");
    paired_[k][best.right] = std::pair{UnitPlace{k - 1, best.left}, pair.similarity};
    for (const std::uint32_t other : pair.left) {
      if (other != best.left) {
        report_.positions[*position_[k - 1][other]].merged_into = position;
      }
    }
    for (const std::uint32_t other : pair.right) {
      if (other != best.right) {
        open(k, other, position);
      }
    }
    if (pair.matched_by != "exact") {
      compare(pair, k, position);
    }
  }

  void compare(const AlignedPair& pair, std::uint32_t k, std::size_t position) {
    for (const std::uint32_t i : pair.left) {
      for (const std::uint32_t j : pair.right) {
        add_step({units_[k - 1][i], units_[k][j], k - 1, k, pair.similarity}, position);
      }
    }
  }

  void add_step(const UnitStep& step, std::size_t position) {
    for (DriftChange& change : step_changes(step, words_)) {
      change.position = position;
      report_.changes.push_back(std::move(change));
    }
  }

  /// Gives claims that are left over to positions that had fallen silent before the last statement.
  void resume(std::uint32_t k) {
    std::vector<UnitPlace> silent;
    for (std::size_t p = 0; p < report_.positions.size(); ++p) {
      const DriftPosition& position = report_.positions[p];
      if (position.mentions.back().statement + 1 < k && !position.merged_into) {
        silent.push_back(last_[p]);
      }
    }
    std::sort(silent.begin(), silent.end(), [](UnitPlace a, UnitPlace b) {
      return std::tuple(a.statement, a.unit) < std::tuple(b.statement, b.unit);
    });
    std::vector<UnitPlace> over;
    for (const UnitPlace p : all_of(k)) {
      if (!position_[k][p.unit]) {
        over.push_back(p);
      }
    }
    if (silent.empty() || over.empty()) {
      return;
    }
    const Alignment alignment = pair_claims(side(silent), side(over), words_, model_);
    for (const AlignedPair& pair : alignment.pairs) {
      if (pair.left.size() == 1 && pair.right.size() == 1 && pair.similarity >= kResume &&
          same_matter(silent[pair.left.front()], over[pair.right.front()])) {
        take_again(silent[pair.left.front()], over[pair.right.front()], pair);
      }
    }
  }

  void take_again(UnitPlace old, UnitPlace now, const AlignedPair& pair) {
    const std::size_t position = *position_[old.statement][old.unit];
    mention(position, now, pair.matched_by != "exact");
    DriftChange change = whole(ChangeKind::kResumed, position, now);
    change.before = whole(ChangeKind::kResumed, position, old).after;
    report_.changes.push_back(std::move(change));
    if (pair.matched_by != "exact") {
      add_step({units_[old.statement][old.unit], units_[now.statement][now.unit], old.statement,
                now.statement, pair.similarity},
               position);
    }
  }

  void mention(std::size_t position, UnitPlace place, bool reworded) {
    const DriftUnit& unit = units_[place.statement][place.unit];
    const Sentence& sentence = documents_[place.statement].sentences[unit.claim.sentence];
    report_.positions[position].mentions.push_back(
        {place.statement, unit.claim.span, sentence.paragraph + 1, sentence.number, reworded});
    position_[place.statement][place.unit] = position;
    last_.resize(report_.positions.size());
    last_[position] = place;
  }

  /// A position that was not there before.
  void open(std::uint32_t k, std::uint32_t unit, std::optional<std::size_t> split_from) {
    const std::size_t position = report_.positions.size();
    report_.positions.emplace_back();
    report_.positions.back().split_from = split_from;
    mention(position, {k, unit}, false);
    if (k > 0 && !split_from) {
      report_.changes.push_back(whole(ChangeKind::kNew, position, {k, unit}));
    }
  }

  /// A change whose later side is a whole claim.
  [[nodiscard]] DriftChange whole(ChangeKind kind, std::size_t position, UnitPlace place) const {
    DriftChange change;
    change.kind = kind;
    change.position = position;
    change.rule = "drift." + std::string(name_of(kind));
    const ByteSpan span = units_[place.statement][place.unit].claim.span;
    change.after =
        ChangeSide{place.statement, span, std::string(documents_[place.statement].slice(span)), {}};
    return change;
  }

  /// What a new wording says of itself.
  void announce(std::uint32_t k, std::uint32_t i, const FactLexicon& lexicon) {
    const std::size_t position = *position_[k][i];
    const std::vector<PositionMention>& mentions = report_.positions[position].mentions;
    if (mentions.size() > 1 && !mentions.back().reworded) {
      return;
    }
    for (DriftChange& change : announced_changes(units_[k][i], k, lexicon, words_)) {
      change.position = position;
      report_.changes.push_back(std::move(change));
    }
  }

  void drop(std::uint32_t k) {
    for (std::size_t p = 0; p < report_.positions.size(); ++p) {
      const DriftPosition& position = report_.positions[p];
      if (position.mentions.back().statement + 1 == k && !position.merged_into) {
        DriftChange change = whole(ChangeKind::kDropped, p, last_[p]);
        change.before = std::exchange(change.after, std::nullopt);
        report_.changes.push_back(std::move(change));
      }
    }
  }

  void names(std::uint32_t k) {
    NameStep step;
    step.before_statement = k - 1;
    step.after_statement = k;
    for (std::size_t i = 0; i < units_[k - 1].size(); ++i) {
      step.before.push_back({&units_[k - 1][i], *position_[k - 1][i], std::nullopt, 0.0});
    }
    for (std::size_t j = 0; j < units_[k].size(); ++j) {
      NamedUnit unit{&units_[k][j], *position_[k][j], std::nullopt, 0.0};
      if (const auto& paired = paired_[k][j]) {
        unit.partner = paired->first.unit;
        unit.similarity = paired->second;
      }
      step.after.push_back(unit);
    }
    for (DriftChange& change : name_changes(step)) {
      report_.changes.push_back(std::move(change));
    }
  }

  void order_changes() {
    const auto key = [](const DriftChange& c) {
      const ChangeSide& side = c.after ? *c.after : *c.before;
      return std::tuple(c.statement(), c.kind, side.span.begin, side.span.end, c.position,
                        c.before ? c.before->span.begin : 0, c.rule);
    };
    std::stable_sort(report_.changes.begin(), report_.changes.end(),
                     [&](const DriftChange& a, const DriftChange& b) { return key(a) < key(b); });
    for (std::size_t i = 0; i < report_.changes.size(); ++i) {
      report_.changes[i].id = "C" + std::to_string(i + 1);
    }
    for (std::size_t i = 0; i < report_.positions.size(); ++i) {
      report_.positions[i].id = "P" + std::to_string(i + 1);
    }
  }

  std::span<const Document> documents_;
  WordTable& words_;
  const BackgroundModel* model_;
  DriftReport report_;
  std::deque<std::vector<DriftUnit>> units_;                       ///< By statement.
  std::vector<std::vector<std::optional<std::size_t>>> position_;  ///< Of each unit.
  /// Of each unit: the unit before it that it continues, with the similarity.
  std::vector<std::vector<std::optional<std::pair<UnitPlace, double>>>> paired_;
  std::vector<UnitPlace> last_;  ///< Latest unit of each position.
};

Status add_phrases(std::span<const Document> documents, WordTable& words, FactLexicons& tables,
                   const DriftOptions& options, DriftReport& report) {
  FormulationOptions wanted;
  wanted.shared_by = SharedBy::kDocuments;
  wanted.min_words = options.phrase_words;
  Result<std::vector<Formulation>> found = shared_formulations(documents, words, tables, wanted);
  if (!found) {
    return std::move(found).error();
  }
  for (const Formulation& f : found.value()) {
    PhraseLife life;
    life.words = f.words;
    life.span = f.uses.front().span;
    life.formulaic = f.band == RarityBand::kFormulaic;
    for (const FormulationUse& use : f.uses) {
      life.statements.push_back(use.document);
    }
    report.phrases.push_back(std::move(life));
  }
  const auto key = [](const PhraseLife& life) {
    return std::tuple(-static_cast<std::int64_t>(life.statements.size()),
                      -static_cast<std::int64_t>(life.words), life.statements.front(),
                      life.span.begin);
  };
  std::stable_sort(report.phrases.begin(), report.phrases.end(),
                   [&](const PhraseLife& a, const PhraseLife& b) { return key(a) < key(b); });
  return Done{};
}

}  // namespace

std::string_view name_of(ChangeKind kind) {
  static constexpr std::array<std::string_view, 12> kNames = {
      "withdrawal", "correction", "flip",          "number",  "date",    "strength",
      "name",       "label",      "clarification", "dropped", "resumed", "new"};
  return kNames.at(static_cast<std::size_t>(kind));
}

Result<DriftReport> trace_drift(std::span<const Document> documents, WordTable& words,
                                FactLexicons& tables, const DriftOptions& options) {
  PARALLAX_EXPECTS(!documents.empty() && options.phrase_words >= 1);
  Tracer tracer(documents, words, options);
  if (Status status = tracer.run(tables); !status) {
    return std::move(status).error();
  }
  DriftReport report = tracer.take();
  report.source = documents.front().record.source.value_or("");
  if (Status status = add_phrases(documents, words, tables, options, report); !status) {
    return std::move(status).error();
  }
  return report;
}

}  // namespace parallax

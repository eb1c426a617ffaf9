#include "engine/compare/compare.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

#include <xxhash.h>

#include "engine/compare/claim_table.hpp"
#include "engine/compare/diverge.hpp"
#include "engine/compare/pairing.hpp"
#include "engine/facts/claims.hpp"
#include "models/base/numerals.hpp"
#include "models/text/fold.hpp"

namespace parallax {
namespace {

/// From here on an aligned pair without findings counts as agreement rather than as merely related.
constexpr double kAgreeSimilarity = 0.5;

/// A claim of one side with its row in the report.
struct Spoken {
  const Document* document = nullptr;
  Claim claim;
  ClaimIndex row{};
  bool position = true;  ///< The source's own position: compared.
};

/// One party while it is compared.
struct Side {
  SourceIndex source{};
  StemId speaker{};                      ///< Its country as in the terms of claims.
  std::string id;                        ///< Of its document if it speaks as a whole, else its own.
  std::vector<Spoken> spoken;            ///< All its claims, in the order of the report.
  std::vector<ClaimIndex> rows;          ///< Row of each claim of `pairing`.
  std::vector<ClaimIndex> apart;         ///< What is no position of its own.
  PairingSide pairing;                   ///< Claims that are compared.
  std::vector<AlignUnit> words;          ///< All its words: what overlaps are measured on.
  const Document* whole = nullptr;       ///< Set where a document speaks as a whole.
};

struct Run {
  ComparisonReport report;
  std::vector<Side> sides;  ///< One a party.
};

ReportDocument document_row(const Document& d) {
  ReportDocument row;
  row.id = d.record.id;
  row.path = d.record.path;
  row.sha256 = d.record.sha256;
  row.text = d.record.text;
  row.language = d.language;
  row.encoding = d.record.encoding;
  row.encoding_confidence = d.record.encoding_confidence;
  row.title = d.record.title;
  row.date = d.record.date;
  row.source = d.record.source;
  return row;
}

/// A document without attribution belongs to its issuer: its source field, else its title, else its
/// id.
ReportSource issuer(const Document& d, std::size_t number) {
  ReportSource source;
  source.id = "SRC" + std::to_string(number);
  source.inferred = !d.record.source.has_value();
  source.name = d.record.source.value_or(d.record.title.value_or(d.record.id));
  return source;
}

ReportSource source_row(const Party& party, const std::vector<CompareInput>& inputs,
                        std::size_t number) {
  if (party.document) {
    return issuer(*inputs[*party.document].document, number);
  }
  ReportSource source;
  source.id = "SRC" + std::to_string(number);
  source.name = party.name;
  source.role = party.role;
  source.organisation = party.organisation;
  source.country = party.country;
  source.inferred = party.inferred;
  source.narration = party.narration;
  return source;
}

/// Share of each claim in the term weight of its document; unknown words weigh most.
void set_weights(std::vector<ReportClaim>& rows, const std::vector<const Spoken*>& spoken,
                 const WordTable& words, const BackgroundModel* model) {
  double total = 0.0;
  for (const Spoken* s : spoken) {
    double sum = 0.0;
    for (std::uint32_t i = 0; i < s->claim.token_count; ++i) {
      const Token& token = s->document->tokens[s->claim.first_token + i];
      if (token.kind != TokenKind::kPunctuation && !words[token.word].stop) {
        sum += model == nullptr ? 1.0 : model->idf(words[token.word].folded);
      }
    }
    total += sum;
    rows[static_cast<std::size_t>(s->row)].weight = sum;
  }
  for (const Spoken* s : spoken) {
    double& weight = rows[static_cast<std::size_t>(s->row)].weight;
    weight = total > 0.0 ? weight / total : 0.0;
  }
}

/// What a source only reports, or sets under a condition, is not its position.
bool is_position(const CompareInput& input, const Claim& claim) {
  return input.sourced == nullptr ||
         (claim.commitment != "reported" && claim.commitment != "conditional");
}

/// Adds one statement with its claims to the report and to its side.
void add_statement(Run& run, const CompareInput& input, const Statement* statement,
                   std::vector<Claim> claims, Side& side) {
  ComparisonReport& report = run.report;
  ReportStatement row;
  row.id = "S" + std::to_string(report.statements.size() + 1);
  row.source = side.source;
  if (statement != nullptr) {
    row.mode = std::string(name_of(statement->mode));
    row.spans = statement->content;
  } else if (!claims.empty()) {
    row.spans.push_back({claims.front().span.begin, claims.back().span.end});
  }
  const auto index = static_cast<StatementIndex>(report.statements.size());
  for (Claim& claim : claims) {
    if (statement != nullptr && statement->commitment != Commitment::kAsserted) {
      claim.commitment = std::string(name_of(statement->commitment));
    }
    const Sentence& sentence = input.document->sentences[claim.sentence];
    ReportClaim r;
    r.id = "C" + std::to_string(report.claims.size() + 1);
    r.statement = index;
    r.document = static_cast<DocumentIndex>(report.documents.size() - 1);
    r.span = claim.span;
    r.sentence_span = sentence.span;
    r.paragraph = sentence.paragraph + 1;
    r.sentence = sentence.number;
    r.commitment = claim.commitment;
    const auto claim_index = static_cast<ClaimIndex>(report.claims.size());
    row.claims.push_back(claim_index);
    report.claims.push_back(std::move(r));
    claim.speaker = side.speaker;
    const bool position = is_position(input, claim);
    if (claim.commitment == "denied") {
      deny(claim);
    }
    side.spoken.push_back({input.document, std::move(claim), claim_index, position});
  }
  report.documents.back().statements.push_back(index);
  report.statements.push_back(std::move(row));
}

/// Adds a document with its statements.
void add_document(Run& run, const CompareInput& input, const std::vector<std::size_t>& party_of,
                  const FactLexicon& lexicon, WordTable& words) {
  run.report.documents.push_back(document_row(*input.document));
  if (input.sourced == nullptr) {
    add_statement(run, input, nullptr, extract_claims(*input.document, lexicon, words),
                  run.sides[party_of.front()]);
    return;
  }
  const std::vector<Statement>& statements = input.sourced->statements;
  for (std::size_t k = 0; k < statements.size(); ++k) {
    add_statement(run, input, &statements[k],
                  extract_claims(*input.document, lexicon, words, statements[k].content),
                  run.sides[party_of[k]]);
  }
}

/// What alignments need of a side; its documents in an order that does not depend on the inputs'.
void prepare(Side& side, const WordTable& words, const BackgroundModel* model) {
  std::vector<const Spoken*> order;
  for (const Spoken& s : side.spoken) {
    if (s.position) {
      order.push_back(&s);
    } else {
      side.apart.push_back(s.row);
    }
  }
  std::stable_sort(order.begin(), order.end(), [](const Spoken* a, const Spoken* b) {
    return a->document != b->document && canonical_before(*a->document, *b->document);
  });
  std::vector<PlacedClaim> claims;
  for (const Spoken* s : order) {
    claims.push_back({s->document, &s->claim});
    side.rows.push_back(s->row);
  }
  side.pairing = prepare_side(std::move(claims), words, model);
  side.words = side.pairing.units.units;
  if (side.whole != nullptr) {
    const Document& d = *side.whole;
    side.words = {{d.record.text, d.tokens.data(), d.tokens.size(), d.language}};
  }
}

/// Folded words of a claim, so that the fingerprint survives layout changes.
std::string claim_words(const Document& document, const Claim& claim, const WordTable& words) {
  std::string text;
  for (std::uint32_t i = 0; i < claim.token_count; ++i) {
    text += words[document.tokens[claim.first_token + i].word].folded + " ";
  }
  return text;
}

std::string fingerprint(const PairContext& pair, const Finding& f) {
  std::string left = std::string(pair.left_document.slice(f.left.span)) + "\n" +
                     claim_words(pair.left_document, pair.left, pair.words);
  std::string right = std::string(pair.right_document.slice(f.right.span)) + "\n" +
                      claim_words(pair.right_document, pair.right, pair.words);
  if (right < left) {
    std::swap(left, right);
  }
  const std::string key = f.kind + "\n" + f.rule + "\n" + left + "\n" + right;
  return hex16(XXH3_64bits(key.data(), key.size()));
}

Evidence evidence(const Document& document, ClaimIndex claim, FindingSide&& side) {
  Evidence e;
  e.claim = claim;
  e.span = side.span;
  e.text = std::string(document.slice(side.span));
  e.value = std::move(side.value);
  return e;
}

/// What matters first: tolls, dates and blame before labels.
std::size_t kind_rank(const std::string& kind) {
  static const std::vector<std::string> kOrder = {
      "number",   "role",     "negation",  "date",      "name",  "place", "stance",
      "strength", "modality", "direction", "addressee", "label", "scope"};
  return static_cast<std::size_t>(std::find(kOrder.begin(), kOrder.end(), kind) - kOrder.begin());
}

/// Order of findings; total within one comparison.
bool ranks_before(const ReportDivergence& a, const ReportDivergence& b) {
  const auto position = [](const ReportDivergence& d) {
    return d.left.span.begin + d.right.span.begin;
  };
  if (a.severity != b.severity) {
    return a.severity < b.severity;
  }
  if (kind_rank(a.kind) != kind_rank(b.kind)) {
    return kind_rank(a.kind) < kind_rank(b.kind);
  }
  if (a.confidence != b.confidence) {
    return a.confidence > b.confidence;
  }
  return position(a) != position(b) ? position(a) < position(b) : a.fingerprint < b.fingerprint;
}

/// Numbers the findings of all comparisons, what matters first.
void number_findings(std::vector<Comparison>& comparisons) {
  std::vector<ReportDivergence*> all;
  for (Comparison& comparison : comparisons) {
    std::stable_sort(comparison.divergences.begin(), comparison.divergences.end(), ranks_before);
    for (ReportDivergence& d : comparison.divergences) {
      all.push_back(&d);
    }
  }
  std::stable_sort(
      all.begin(), all.end(),
      [](const ReportDivergence* a, const ReportDivergence* b) { return ranks_before(*a, *b); });
  std::size_t number = 0;
  for (ReportDivergence* d : all) {
    d->id = "D" + std::to_string(++number);
  }
}

/// Everything about one comparison while it is built.
struct Work {
  const Side& left;
  const Side& right;
  const WordTable& words;
  bool revision = false;  ///< Both sides are statements of one source at different dates.
  Comparison comparison;

  [[nodiscard]] ClaimIndex left_claim(std::uint32_t i) const { return left.rows[i]; }
  [[nodiscard]] ClaimIndex right_claim(std::uint32_t i) const { return right.rows[i]; }
};

Relation relation_of(const AlignedPair& pair, Severity worst, bool any) {
  if (any && worst == Severity::kConflict) {
    return Relation::kConflict;
  }
  if (any && worst == Severity::kDifference) {
    return Relation::kDiffer;
  }
  if (pair.matched_by == "exact") {
    return Relation::kIdentical;
  }
  return !any && pair.similarity >= kAgreeSimilarity ? Relation::kAgree : Relation::kRelated;
}

/// Two statements of one source with different dates: what differs is a change over time, not a
/// contradiction.
bool is_revision(const Record& a, const Record& b) {
  return a.source && b.source && a.date && b.date && *a.date != *b.date &&
         fold(*a.source) == fold(*b.source);
}

void add_findings(Work& work, std::uint32_t i, std::uint32_t j, Severity& worst, bool& any) {
  const PlacedClaim& left = work.left.pairing.claims[i];
  const PlacedClaim& right = work.right.pairing.claims[j];
  const PairContext context{*left.document, *right.document, *left.claim, *right.claim, work.words};
  const EventGate gate = open_gate(context);
  for (Finding& f : diverge(context, gate)) {
    ReportDivergence row;
    row.fingerprint = fingerprint(context, f);
    row.kind = f.kind;
    row.severity = f.severity;
    row.confidence = f.confidence;
    row.rule = f.rule;
    row.slot = f.slot;
    row.explanation = f.explanation;
    if (row.severity == Severity::kConflict && work.revision) {
      row.severity = Severity::kDifference;
      row.explanation += "; one source changed this between two dates";
    }
    row.comparable_because = gate.because;
    row.left = evidence(context.left_document, work.left_claim(i), std::move(f.left));
    row.right = evidence(context.right_document, work.right_claim(j), std::move(f.right));
    row.pair = work.comparison.pairs.size();
    worst = any ? std::min(worst, row.severity) : row.severity;
    any = true;
    work.comparison.divergences.push_back(std::move(row));
  }
}

void add_pair(Work& work, const AlignedPair& pair) {
  Severity worst = Severity::kNote;
  bool any = false;
  if (pair.matched_by != "exact") {
    for (const std::uint32_t i : pair.left) {
      for (const std::uint32_t j : pair.right) {
        add_findings(work, i, j, worst, any);
      }
    }
  }
  ReportPair row;
  for (const std::uint32_t i : pair.left) {
    row.left.push_back(work.left_claim(i));
  }
  for (const std::uint32_t j : pair.right) {
    row.right.push_back(work.right_claim(j));
  }
  row.similarity = pair.similarity;
  row.relation = relation_of(pair, worst, any);
  row.matched_by = pair.matched_by;
  row.moved = pair.moved;
  for (const AlignedTerm& term : pair.why) {
    row.why.push_back({term.term, term.weight});
  }
  work.comparison.pairs.push_back(std::move(row));
}

/// The claims that found no partner, with those that were not compared, in the order of the report.
std::vector<ClaimIndex> alone(const Side& side, const std::vector<std::uint32_t>& unpaired) {
  std::vector<ClaimIndex> claims = side.apart;
  for (const std::uint32_t i : unpaired) {
    claims.push_back(side.rows[i]);
  }
  std::sort(claims.begin(), claims.end());
  return claims;
}

Comparison compare_sides(const Side& left, const Side& right, const WordTable& words,
                         const BackgroundModel* model) {
  const bool revision = left.whole != nullptr && right.whole != nullptr &&
                        is_revision(left.whole->record, right.whole->record);
  Work work{left, right, words, revision, {}};
  work.comparison.left = left.id;
  work.comparison.right = right.id;
  work.comparison.left_source = left.source;
  work.comparison.right_source = right.source;
  const TextOverlap overlap = text_overlap(left.words, right.words, words, model);
  work.comparison.overlap = {overlap.similarity, overlap.left_in_right, overlap.right_in_left,
                             overlap.verbatim};
  const Alignment alignment = pair_claims(left.pairing, right.pairing, words, model);
  for (const AlignedPair& pair : alignment.pairs) {
    add_pair(work, pair);
  }
  work.comparison.only_left = alone(left, alignment.only_left);
  work.comparison.only_right = alone(right, alignment.only_right);
  return std::move(work.comparison);
}

/// The sides of a run, still without claims.
void add_sides(Run& run, const PartyList& list, const std::vector<CompareInput>& inputs,
               WordTable& words) {
  for (const Party& party : list.parties) {
    Side side;
    side.source = static_cast<SourceIndex>(run.report.sources.size());
    run.report.sources.push_back(source_row(party, inputs, run.report.sources.size() + 1));
    side.id = run.report.sources.back().id;
    if (!party.country.empty()) {
      side.speaker = words.intern_stem("@" + party.country);
    }
    if (party.document) {
      side.whole = inputs[*party.document].document;
      side.id = side.whole->record.id;
    }
    run.sides.push_back(std::move(side));
  }
}

/// The model of the first language that has one; the same whatever the order of the inputs.
const BackgroundModel* model_of(const std::vector<CompareInput>& inputs,
                                const CompareOptions& options) {
  if (options.model != nullptr) {
    return options.model;
  }
  std::set<std::string> languages;
  for (const CompareInput& input : inputs) {
    languages.insert(input.document->language);
  }
  for (const std::string& language : languages) {
    if (const BackgroundModel* model = BackgroundModel::builtin(language)) {
      return model;
    }
  }
  return nullptr;
}

/// Reads the claims of all inputs into a run.
Result<Run> spoken_run(const std::vector<CompareInput>& inputs, WordTable& words,
                       FactLexicons& tables, const BackgroundModel* model,
                       const CompareOptions& options) {
  Run run;
  PartyList list = parties_of(inputs);
  add_sides(run, list, inputs, words);
  for (std::size_t d = 0; d < inputs.size(); ++d) {
    Result<const FactLexicon*> lexicon = tables.get(inputs[d].document->language);
    if (!lexicon) {
      return std::move(lexicon).error();
    }
    add_document(run, inputs[d], list.of_statement[d], *lexicon.value(), words);
  }
  if (options.narration == NarrationUse::kLeftOut) {
    std::erase_if(run.sides, [&](const Side& side) {
      return run.report.source(side.source).narration;
    });
  }
  for (Side& side : run.sides) {
    prepare(side, words, model);
  }
  return run;
}

/// Weights of the claims of each document among each other.
void weigh(Run& run, std::size_t documents, const WordTable& words, const BackgroundModel* model) {
  std::vector<std::vector<const Spoken*>> of_document(documents);
  for (const Side& side : run.sides) {
    for (const Spoken& s : side.spoken) {
      const auto d = static_cast<std::size_t>(run.report.claim(s.row).document);
      of_document[d].push_back(&s);
    }
  }
  for (std::vector<const Spoken*>& spoken : of_document) {
    std::sort(spoken.begin(), spoken.end(),
              [](const Spoken* a, const Spoken* b) { return a->row < b->row; });
    set_weights(run.report.claims, spoken, words, model);
  }
}

enum class WithTable : std::uint8_t { kNo, kYes };

Result<ComparisonReport> compare_parties(const std::vector<CompareInput>& inputs, WordTable& words,
                                         FactLexicons& tables, const CompareOptions& options,
                                         WithTable with_table) {
  const BackgroundModel* model = model_of(inputs, options);
  Result<Run> made = spoken_run(inputs, words, tables, model, options);
  if (!made) {
    return std::move(made).error();
  }
  Run run = std::move(made).value();
  weigh(run, inputs.size(), words, model);
  run.report.tool.lexicons = tables.source().identity();
  run.report.tool.model = model == nullptr ? "none" : model->info().identity;
  for (std::size_t i = 0; i < run.sides.size(); ++i) {
    for (std::size_t j = i + 1; j < run.sides.size(); ++j) {
      run.report.comparisons.push_back(compare_sides(run.sides[i], run.sides[j], words, model));
    }
  }
  number_findings(run.report.comparisons);
  if (with_table == WithTable::kYes) {
    std::vector<TableSource> sources;
    for (const Side& side : run.sides) {
      sources.push_back({side.source, side.pairing.claims, side.rows});
    }
    run.report.table = build_claim_table(sources, run.report, words);
  }
  return std::move(run.report);
}

}  // namespace

Result<ComparisonReport> compare_documents(const Document& left, const Document& right,
                                           WordTable& words, const LexiconSource& lexicons,
                                           const CompareOptions& options) {
  FactLexicons tables(lexicons);
  return compare_documents(left, right, words, tables, options);
}

Result<ComparisonReport> compare_documents(const Document& left, const Document& right,
                                           WordTable& words, FactLexicons& tables,
                                           const CompareOptions& options) {
  return compare_parties({{&left, nullptr}, {&right, nullptr}}, words, tables, options,
                         WithTable::kNo);
}

Result<ComparisonReport> compare_all(const std::vector<CompareInput>& inputs, WordTable& words,
                                     FactLexicons& tables, const CompareOptions& options) {
  return compare_parties(inputs, words, tables, options, WithTable::kYes);
}

std::string_view name_of(Relation relation) {
  static constexpr std::array<std::string_view, 5> kNames = {"identical", "agree", "related",
                                                             "differ", "conflict"};
  return kNames.at(static_cast<std::size_t>(relation));
}

std::string_view name_of(Severity severity) {
  static constexpr std::array<std::string_view, 3> kNames = {"conflict", "difference", "note"};
  return kNames.at(static_cast<std::size_t>(severity));
}

std::string_view name_of(CellState state) {
  static constexpr std::array<std::string_view, 4> kNames = {"silent", "said", "value", "conflict"};
  return kNames.at(static_cast<std::size_t>(state));
}

std::string_view name_of(RowRelation relation) {
  static constexpr std::array<std::string_view, 5> kNames = {"conflict", "differ", "note", "agree",
                                                             "single"};
  return kNames.at(static_cast<std::size_t>(relation));
}

}  // namespace parallax

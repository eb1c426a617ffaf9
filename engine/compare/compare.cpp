#include "engine/compare/compare.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "engine/compare/agreement.hpp"
#include "engine/compare/centrality.hpp"
#include "engine/compare/claim_table.hpp"
#include "engine/compare/coverage.hpp"
#include "engine/compare/distinctive.hpp"
#include "engine/compare/diverge.hpp"
#include "engine/compare/fingerprint.hpp"
#include "engine/compare/importance.hpp"
#include "engine/compare/pair_apart.hpp"
#include "engine/compare/statement_claims.hpp"
#include "engine/facts/claims.hpp"
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
  StemId speaker{};               ///< Its country as in the terms of claims.
  std::string id;                 ///< Of its document if it speaks as a whole, else its own.
  std::vector<Spoken> spoken;     ///< All its claims, in the order of the report.
  std::vector<ClaimIndex> rows;   ///< Row of each claim of `pairing`.
  std::vector<ClaimIndex> apart;  ///< What is no position of its own.
  PairingSide pairing;            ///< Claims that are compared.
  std::vector<AlignUnit> words;   ///< All its words: what overlaps are measured on.
  std::vector<const FactLexicon*> tables;  ///< One for each language it speaks.
  const Document* whole = nullptr;         ///< Set where a document speaks as a whole.
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
  row.source_from_head = d.record.source_from_head;
  row.date_from_name = d.record.date_from_name;
  row.date_from_head = d.record.date_from_head;
  row.body_begin = static_cast<std::uint32_t>(d.record.body_begin);
  return row;
}

/// A document without attribution belongs to its issuer: its source field, else whom its head
/// names, else its title, else its id.
ReportSource issuer(const CompareInput& input, std::size_t number) {
  const Document& d = *input.document;
  ReportSource source;
  source.id = "SRC" + std::to_string(number);
  if (!d.record.source && input.head != nullptr && input.head->issuer) {
    const Source& named = *input.head->issuer;
    source.name = named.name;
    source.role = std::string(name_of(named.role));
    source.country = named.country;
    return source;
  }
  source.inferred = !d.record.source.has_value();
  source.name = d.record.source.value_or(d.record.title.value_or(d.record.id));
  return source;
}

ReportSource source_row(const Party& party, const std::vector<CompareInput>& inputs,
                        std::size_t number) {
  if (party.document) {
    return issuer(inputs[*party.document], number);
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
std::vector<double> claim_weights(const ClaimedDocument& side, const WordTable& words,
                                  const BackgroundModel* model) {
  std::vector<double> weights;
  double total = 0.0;
  for (const Claim& claim : side.claims) {
    double sum = 0.0;
    for (std::uint32_t i = 0; i < claim.token_count; ++i) {
      const Token& token = side.document.tokens[claim.first_token + i];
      if (token.kind != TokenKind::kPunctuation && !words[token.word].stop) {
        sum += model == nullptr ? 1.0 : model->idf(words[token.word].folded);
      }
    }
    total += sum;
    weights.push_back(sum);
  }
  for (double& weight : weights) {
    weight = total > 0.0 ? weight / total : 0.0;
  }
  return weights;
}

/// What a source only reports, or sets under a condition, is not its position.
bool is_position(const CompareInput& input, const Claim& claim) {
  return input.sourced == nullptr ||
         (claim.commitment != "reported" && claim.commitment != "conditional");
}

/// One document on its way into the report.
struct Reading {
  const CompareInput& input;
  ClaimedDocument claimed;
  std::vector<std::size_t> counts;  ///< Claims of each statement, in order.
  std::vector<double> weights, centrality;
};

Reading read_input(const CompareInput& input, const FactLexicon& lexicon, WordTable& words,
                   const BackgroundModel* model) {
  const Document& document = *input.document;
  Reading reading{input, {document, {}}, {}, {}, {}};
  std::vector<Claim>& all = reading.claimed.claims;
  if (input.sourced == nullptr) {
    all = extract_claims(document, lexicon, words);
    if (input.head != nullptr) {
      const std::vector<std::uint32_t>& lines = input.head->sentences;
      std::erase_if(all, [&](const Claim& claim) {
        return std::binary_search(lines.begin(), lines.end(), claim.sentence);
      });
    }
    reading.counts.push_back(all.size());
  } else {
    for (const Statement& statement : input.sourced->statements) {
      std::vector<Claim> claims = statement_claims(document, lexicon, words, statement);
      reading.counts.push_back(claims.size());
      std::move(claims.begin(), claims.end(), std::back_inserter(all));
    }
  }
  reading.weights = claim_weights(reading.claimed, words, model);
  reading.centrality = claim_centrality(reading.claimed, words, model);
  return reading;
}

/// Adds claim `k` of a document to the report and to its side.
void add_claim(Run& run, Reading& reading, std::size_t k, Side& side) {
  ComparisonReport& report = run.report;
  Claim& claim = reading.claimed.claims[k];
  const Sentence& sentence = reading.claimed.document.sentences[claim.sentence];
  ReportClaim row;
  row.id = "C" + std::to_string(report.claims.size() + 1);
  row.statement = static_cast<StatementIndex>(report.statements.size());
  row.document = static_cast<DocumentIndex>(report.documents.size() - 1);
  row.span = claim.span;
  row.sentence_span = sentence.span;
  row.paragraph = sentence.paragraph + 1;
  row.sentence = sentence.number;
  row.commitment = claim.commitment;
  row.weight = reading.weights[k];
  row.centrality = reading.centrality[k];
  const auto index = static_cast<ClaimIndex>(report.claims.size());
  report.claims.push_back(std::move(row));
  claim.speaker = side.speaker;
  const bool position = is_position(reading.input, claim);
  side.spoken.push_back({reading.input.document, std::move(claim), index, position});
}

/// Adds a document with its statements.
void add_document(Run& run, Reading reading, const std::vector<std::size_t>& party_of) {
  ComparisonReport& report = run.report;
  const CompareInput& input = reading.input;
  report.documents.push_back(document_row(*input.document));
  std::size_t k = 0;
  for (std::size_t s = 0; s < reading.counts.size(); ++s) {
    Side& side = run.sides[party_of[s]];
    ReportStatement row;
    row.id = "S" + std::to_string(report.statements.size() + 1);
    row.source = side.source;
    const std::size_t end = k + reading.counts[s];
    if (input.sourced != nullptr) {
      row.mode = std::string(name_of(input.sourced->statements[s].mode));
      row.spans = input.sourced->statements[s].content;
    } else if (k < end) {
      row.spans.push_back(
          {reading.claimed.claims[k].span.begin, reading.claimed.claims[end - 1].span.end});
    }
    for (; k < end; ++k) {
      row.claims.push_back(static_cast<ClaimIndex>(report.claims.size()));
      add_claim(run, reading, k, side);
    }
    report.documents.back().statements.push_back(
        static_cast<StatementIndex>(report.statements.size()));
    report.statements.push_back(std::move(row));
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

Evidence evidence(const Document& document, ClaimIndex claim, FindingSide&& side) {
  Evidence e;
  e.claim = claim;
  e.span = side.span;
  e.text = std::string(document.slice(side.span));
  e.value = std::move(side.value);
  return e;
}

/// Numbers the findings of all comparisons, what matters first; within one comparison they keep
/// their order.
void number_findings(std::vector<Comparison>& comparisons) {
  std::vector<ReportDivergence*> all;
  for (Comparison& comparison : comparisons) {
    for (ReportDivergence& d : comparison.divergences) {
      all.push_back(&d);
    }
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const ReportDivergence* a, const ReportDivergence* b) {
                     return std::tuple(a->severity, -a->importance, -a->confidence) <
                            std::tuple(b->severity, -b->importance, -b->confidence);
                   });
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

/// What was found between the claims of a pair.
struct PairFindings {
  Severity worst = Severity::kNote;
  bool any = false;
  bool same = false;  ///< Some two of them tell the same.
};

/// Something stands open between two claims, or any two of a group are opposed.
bool claims_open(const Work& work, const AlignedPair& pair) {
  const auto& left = work.left.pairing.claims;
  const auto& right = work.right.pairing.claims;
  if (pair.left.size() == 1 && pair.right.size() == 1) {
    return stands_open(*left[pair.left.front()].claim, *right[pair.right.front()].claim);
  }
  return std::any_of(pair.left.begin(), pair.left.end(), [&](std::uint32_t i) {
    return std::any_of(pair.right.begin(), pair.right.end(), [&](std::uint32_t j) {
      return opposed_states(*left[i].claim, *right[j].claim);
    });
  });
}

Relation relation_of(const Work& work, const AlignedPair& pair, const PairFindings& found) {
  if (found.any && found.worst == Severity::kConflict) {
    return Relation::kConflict;
  }
  if (found.any && found.worst == Severity::kDifference) {
    return Relation::kDiffer;
  }
  if (pair.matched_by == "exact") {
    return Relation::kIdentical;
  }
  const bool agree =
      !found.any && found.same && pair.similarity >= kAgreeSimilarity && !claims_open(work, pair);
  return agree ? Relation::kAgree : Relation::kRelated;
}

/// Two statements of one source with different dates: what differs is a change over time, not a
/// contradiction.
bool is_revision(const Record& a, const Record& b) {
  return a.source && b.source && a.date && b.date && *a.date != *b.date &&
         fold(*a.source) == fold(*b.source);
}

void add_findings(Work& work, std::uint32_t i, std::uint32_t j, PairFindings& found) {
  const PlacedClaim& left = work.left.pairing.claims[i];
  const PlacedClaim& right = work.right.pairing.claims[j];
  const PairContext context{*left.document, *right.document, *left.claim, *right.claim, work.words};
  const EventGate gate = open_gate(context);
  found.same = found.same || tells_same(context, gate);
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
    weigh(context.left, context.right, row);
    found.worst = found.any ? std::min(found.worst, row.severity) : row.severity;
    found.any = true;
    work.comparison.divergences.push_back(std::move(row));
  }
}

void add_pair(Work& work, const AlignedPair& pair) {
  PairFindings found;
  if (pair.matched_by != "exact") {
    for (const std::uint32_t i : pair.left) {
      for (const std::uint32_t j : pair.right) {
        add_findings(work, i, j, found);
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
  row.relation = relation_of(work, pair, found);
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

/// Words that mark a side; only where whole documents are compared.
void add_distinctive(Work& work, const BackgroundModel* model) {
  if (work.left.whole == nullptr || work.right.whole == nullptr) {
    return;
  }
  const DistinctiveWords found =
      distinctive_words(*work.left.whole, *work.right.whole, work.words, model);
  for (const DistinctiveWord& word : found.left) {
    work.comparison.distinctive_left.push_back({word.term, word.own, word.other, word.z});
  }
  for (const DistinctiveWord& word : found.right) {
    work.comparison.distinctive_right.push_back({word.term, word.other, word.own, word.z});
  }
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
  const ApartAlignment apart = pair_apart(left.pairing, right.pairing, words, model);
  const Alignment& alignment = apart.alignment;
  for (const AlignedPair& pair : alignment.pairs) {
    add_pair(work, pair);
  }
  work.comparison.only_left = alone(left, alignment.only_left);
  work.comparison.only_right = alone(right, alignment.only_right);
  for (const std::uint32_t i : apart.formulaic_left) {
    work.comparison.formulaic.push_back(work.left_claim(i));
  }
  for (const std::uint32_t j : apart.formulaic_right) {
    work.comparison.formulaic.push_back(work.right_claim(j));
  }
  rank(work.comparison.divergences);
  add_distinctive(work, model);
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

std::string joined(const std::vector<std::string>& list) {
  std::string text;
  for (const std::string& item : list) {
    text += (text.empty() ? "" : ", ") + item;
  }
  return text;
}

/// Kinds of findings that every pair of languages of the two sides allows.
std::vector<std::string> kinds_of(const Side& left, const Side& right) {
  std::vector<std::string> kinds;
  bool first = true;
  for (const FactLexicon* a : left.tables) {
    for (const FactLexicon* b : right.tables) {
      const std::vector<std::string> pair = compared_kinds(*a, *b);
      if (first) {
        kinds = pair;
      }
      first = false;
      std::erase_if(kinds, [&](const std::string& kind) {
        return std::find(pair.begin(), pair.end(), kind) == pair.end();
      });
    }
  }
  return kinds;
}

/// True if one language is all that the two sides speak.
bool one_language(const Side& left, const Side& right) {
  std::set<std::string> languages;
  for (const Side* side : {&left, &right}) {
    for (const FactLexicon* tables : side->tables) {
      languages.insert(tables->language);
    }
  }
  return languages.size() < 2;
}

/// Says what was compared where two languages meet or one lacks tables.
void say_kinds(const Side& left, const Side& right, Comparison& comparison) {
  std::vector<std::string> kinds = kinds_of(left, right);
  if (!one_language(left, right) || !compares_all(kinds)) {
    comparison.compared_kinds = std::move(kinds);
  }
}

/// Warns of languages that lack tables, once each, in the order of the inputs.
void warn_of_gaps(const std::vector<const FactLexicon*>& tables, ComparisonReport& report) {
  for (const FactLexicon* lexicon : tables) {
    const std::vector<std::string> lacking = lacking_kinds(*lexicon);
    if (!lacking.empty() && lexicon->language != "und") {
      report.warnings.push_back("facts: partial for language '" + lexicon->language +
                                "': no tables for " + joined(lacking));
    }
  }
}

void add_once(std::vector<const FactLexicon*>& list, const FactLexicon* lexicon) {
  if (std::find(list.begin(), list.end(), lexicon) == list.end()) {
    list.push_back(lexicon);
  }
}

/// Reads the claims of all inputs into a run.
Result<Run> spoken_run(const std::vector<CompareInput>& inputs, WordTable& words,
                       FactLexicons& tables, const BackgroundModel* model,
                       const CompareOptions& options) {
  Run run;
  PartyList list = parties_of(inputs);
  add_sides(run, list, inputs, words);
  std::vector<const FactLexicon*> tables_used;
  for (std::size_t d = 0; d < inputs.size(); ++d) {
    Result<const FactLexicon*> lexicon = tables.get(inputs[d].document->language);
    if (!lexicon) {
      return std::move(lexicon).error();
    }
    add_document(run, read_input(inputs[d], *lexicon.value(), words, model), list.of_statement[d]);
    for (const std::size_t party : list.of_statement[d]) {
      add_once(run.sides[party].tables, lexicon.value());
    }
    add_once(tables_used, lexicon.value());
  }
  warn_of_gaps(tables_used, run.report);
  if (options.narration == NarrationUse::kLeftOut) {
    std::erase_if(run.sides,
                  [&](const Side& side) { return run.report.source(side.source).narration; });
  }
  for (Side& side : run.sides) {
    prepare(side, words, model);
  }
  return run;
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
  run.report.tool.lexicons = tables.source().identity();
  run.report.tool.model = model == nullptr ? "none" : model->info().identity;
  for (std::size_t i = 0; i < run.sides.size(); ++i) {
    for (std::size_t j = i + 1; j < run.sides.size(); ++j) {
      run.report.comparisons.push_back(compare_sides(run.sides[i], run.sides[j], words, model));
      say_kinds(run.sides[i], run.sides[j], run.report.comparisons.back());
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
  return compare_documents(CompareInput{&left}, CompareInput{&right}, words, tables, options);
}

Result<ComparisonReport> compare_documents(const CompareInput& left, const CompareInput& right,
                                           WordTable& words, FactLexicons& tables,
                                           const CompareOptions& options) {
  PARALLAX_EXPECTS(left.sourced == nullptr && right.sourced == nullptr);
  return compare_parties({left, right}, words, tables, options, WithTable::kNo);
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

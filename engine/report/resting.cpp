/// What of each kind of result can be verified.

#include <string>

#include "engine/document/read.hpp"
#include "engine/report/phrasing.hpp"
#include "engine/report/report_view.hpp"
#include "engine/report/verification.hpp"

namespace parallax {
namespace {

/// Parts of a key, apart from each other.
template <class... Parts>
std::string key_of(const Parts&... parts) {
  std::string key;
  for (const std::string_view part : {std::string_view(parts)...}) {
    key += std::to_string(part.size()) + ":";
    key += part;
  }
  return key;
}

RestingText text_of(const ReportDocument& d) {
  return {d.path, d.sha256, d.text};
}

std::string quoted(std::string_view text) {
  return "\"" + one_line(text) + "\"";
}

/// Numbers, words and flags of a value, apart from each other.
std::string value_key(const Value& value) {
  std::string key;
  for (const auto& [name, content] : value) {
    const auto* word = std::get_if<std::string>(&content);
    const auto* flag = std::get_if<bool>(&content);
    key += key_of(name, word != nullptr   ? *word
                        : flag != nullptr ? std::string(*flag ? "yes" : "no")
                                          : std::to_string(std::get<double>(content)));
  }
  return key;
}

void add_evidence(const ComparisonReport& report, const std::string& id, const Evidence& e,
                  Resting& out) {
  const auto document = static_cast<std::size_t>(report.claim(e.claim).document);
  out.spans.push_back({id, document, e.span});
}

void add_comparison(const ComparisonReport& report, const Comparison& c, Resting& out) {
  const std::string sides = key_of(c.left, c.right);
  const std::string similarity = score(c.overlap.similarity);
  out.findings.push_back(
      {c.left + " | " + c.right, key_of("overlap", sides, std::to_string(c.overlap.similarity)),
       "similarity of " + one_line(c.left) + " and " + one_line(c.right) + ": " + similarity});
  for (const ReportDivergence& d : c.divergences) {
    add_evidence(report, d.id + " left", d.left, out);
    add_evidence(report, d.id + " right", d.right, out);
    out.findings.push_back({d.id,
                            key_of(sides, d.fingerprint, d.kind, d.rule, name_of(d.severity),
                                   d.left.text, d.right.text),
                            d.kind + " " + std::string(name_of(d.severity)) + ": " +
                                quoted(d.left.text) + " | " + quoted(d.right.text)});
  }
}

std::string content_of(const SavedSources& s, const Statement& statement) {
  std::string text;
  for (const ByteSpan span : statement.content) {
    text += (text.empty() ? "" : " ... ") + std::string(s.document.slice(span));
  }
  return text;
}

void add_document(const SavedSources& s, Resting& out) {
  const std::size_t text = out.texts.size();
  const Record& record = s.document.record;
  out.texts.push_back({record.path, record.sha256, record.text});
  for (const Source& source : s.sourced.sources) {
    for (const Mention& mention : source.mentions) {
      out.spans.push_back({source.id, text, mention.span});
    }
  }
  for (const Statement& statement : s.sourced.statements) {
    for (const ByteSpan span : statement.content) {
      out.spans.push_back({statement.id, text, span});
    }
    for (const ByteSpan span : statement.cue) {
      out.spans.push_back({statement.id + " cue", text, span});
    }
    const std::string who = statement.source ? s.sourced.sources[*statement.source].name : "";
    const std::string content = content_of(s, statement);
    out.findings.push_back({statement.id,
                            key_of(record.path, who, name_of(statement.mode),
                                   name_of(statement.commitment), statement.rule, content),
                            (who.empty() ? std::string("nobody named") : one_line(who)) + " (" +
                                std::string(name_of(statement.mode)) + "): " + quoted(content)});
  }
}

}  // namespace

Resting resting(const ComparisonReport& report) {
  Resting out;
  out.schema = "parallax.comparison/1";
  out.tool = report.tool;
  for (const ReportDocument& d : report.documents) {
    out.texts.push_back(text_of(d));
  }
  for (const ReportClaim& claim : report.claims) {
    out.spans.push_back({claim.id, static_cast<std::size_t>(claim.document), claim.span});
  }
  for (const Comparison& c : report.comparisons) {
    add_comparison(report, c, out);
  }
  return out;
}

Resting resting(const std::vector<SavedSources>& documents) {
  Resting out;
  out.schema = "parallax.sources/1";
  for (const SavedSources& document : documents) {
    out.tool = document.run.tool;
    add_document(document, out);
  }
  return out;
}

Resting resting(const QuoteReport& report) {
  Resting out;
  out.schema = "parallax.quotes/1";
  out.tool = report.tool;
  for (const ReportDocument& d : report.officials) {
    out.texts.push_back(text_of(d));
  }
  const std::size_t article = out.texts.size();
  out.texts.push_back(text_of(report.article));
  for (std::size_t k = 0; k < report.check.quotes.size(); ++k) {
    const CheckedQuote& q = report.check.quotes[k];
    const std::string id = "Q" + std::to_string(k + 1);
    out.spans.push_back({id, article, q.quotation.span});
    std::string official;
    if (q.official) {
      out.spans.push_back({id + " official", *q.official, q.official_span});
      official = slice(report.officials[*q.official], q.official_span);
    }
    const std::string_view words = slice(report.article, q.quotation.span);
    std::string changes;
    for (const QuoteChange& c : q.changes) {
      changes += key_of(c.kind, slice(report.article, c.article));
    }
    out.findings.push_back({id,
                            key_of(name_of(q.label), words, official, q.quotation.source_name,
                                   q.official_source, std::to_string(q.similarity), changes),
                            std::string(name_of(q.label)) + ": " + quoted(words)});
  }
  for (const SkippedQuote& q : report.check.skipped) {
    const std::string_view words = slice(report.article, q.quotation.span);
    out.spans.push_back({"not judged", article, q.quotation.span});
    out.findings.push_back(
        {"not judged", key_of("skipped", q.reason, words), "not judged: " + quoted(words)});
  }
  return out;
}

Resting resting(const DriftReport& report) {
  Resting out;
  out.schema = "parallax.drift/1";
  out.tool = report.tool;
  for (const DriftStatement& s : report.statements) {
    out.texts.push_back(text_of(s.document));
  }
  for (const DriftPosition& p : report.positions) {
    for (const PositionMention& m : p.mentions) {
      out.spans.push_back({p.id, m.statement, m.span});
    }
  }
  for (const DriftChange& c : report.changes) {
    std::string key = key_of(name_of(c.kind), c.rule, c.direction);
    std::string words(name_of(c.kind));
    for (const auto* side : {&c.before, &c.after}) {
      if (*side) {
        out.spans.push_back({c.id, (*side)->statement, (*side)->span});
        key += key_of(report.statements[(*side)->statement].document.id, (*side)->text,
                      value_key((*side)->value));
        words += (side == &c.before ? ": " : c.before ? " -> " : ": ") + quoted((*side)->text);
      } else {
        key += "-";
      }
    }
    out.findings.push_back({c.id, std::move(key), std::move(words)});
  }
  return out;
}

Resting resting(const SavedSearch& search) {
  Resting out;
  out.schema = "parallax.search/1";
  out.tool = search.run.tool;
  out.texts.push_back({search.run.index, "", ""});
  for (std::size_t q = 0; q < search.queries.size(); ++q) {
    const AnsweredQuery& query = search.queries[q];
    const std::string number = std::to_string(q + 1);
    if (!query.path.empty()) {
      out.spans.push_back({"query " + number,
                           out.texts.size(),
                           {0, static_cast<std::uint32_t>(query.text.size())}});
      out.texts.push_back({query.path, sha256_hex(query.text), query.text});
    }
    for (std::size_t k = 0; k < query.result.hits.size(); ++k) {
      const SearchHit& hit = query.result.hits[k];
      const std::string place = hit.document.path + ", paragraph " +
                                std::to_string(hit.paragraph - hit.document.first_paragraph + 1);
      out.findings.push_back(
          {"query " + number + " hit " + std::to_string(k + 1),
           key_of(number, query.text, std::to_string(k), hit.document.id, place, hit.text,
                  std::to_string(hit.score)),
           one_line(place) + " (" + score(hit.score) + "): " + quoted(hit.text)});
    }
  }
  return out;
}

Resting resting(const SavedBatch& batch) {
  Resting out;
  out.schema = "parallax.batch/1";
  out.tool = batch.run.tool;
  for (const Record& document : batch.corpus.documents) {
    out.texts.push_back({document.path, document.sha256, document.text});
  }
  for (const SavedBatch::Place& place : batch.places) {
    out.spans.push_back({place.id, place.document, place.span});
  }
  for (const SavedBatch::Pair& pair : batch.pairs) {
    const std::string id = pair.left + " | " + pair.right;
    out.findings.push_back({id, key_of(pair.left, pair.right, std::to_string(pair.score)),
                            one_line(id) + " (" + score(pair.score) + ")"});
  }
  for (const auto& [units, findings] : batch.findings) {
    const std::string id = units.first + " | " + units.second;
    for (const PairFinding& d : findings.divergences) {
      out.findings.push_back(
          {id, key_of(id, d.fingerprint, d.kind, d.rule, d.severity, d.left.text, d.right.text),
           d.kind + " " + d.severity + ": " + quoted(d.left.text) + " | " + quoted(d.right.text)});
    }
  }
  for (std::size_t k = 0; k < batch.wording.list.size(); ++k) {
    const Formulation& f = batch.wording.list[k];
    const FormulationUse& first = f.uses.front();
    const std::string text =
        batch.corpus.documents[first.document].text.substr(first.span.begin, first.span.size());
    std::string users;
    for (const FormulationUse& use : f.uses) {
      users += key_of(batch.corpus.documents[use.document].id, std::to_string(use.times));
    }
    out.findings.push_back({"F" + std::to_string(k + 1),
                            key_of("wording", text, name_of(f.band), users),
                            "wording: " + quoted(text)});
  }
  return out;
}

}  // namespace parallax

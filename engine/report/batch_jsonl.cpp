/// JSONL `parallax.batch/1`: one function a kind of record.

#include <cmath>
#include <map>

#include <nlohmann/json.hpp>

#include "engine/report/batch_writers.hpp"
#include "models/base/utf8.hpp"

namespace parallax {
namespace {

using Json = nlohmann::ordered_json;

double rounded(double value) {
  constexpr double kScale = 1e6;
  return std::round(value * kScale) / kScale;
}

Json optional_text(const std::optional<std::string>& text) {
  return text ? Json(*text) : Json(nullptr);
}

Json rank(std::uint32_t value) {
  return value == 0 ? Json(nullptr) : Json(value);
}

Json share(std::uint32_t part, std::uint32_t whole) {
  return whole == 0 ? 0.0 : rounded(static_cast<double>(part) / whole);
}

class BatchJsonl {
 public:
  BatchJsonl(const BatchReport& report, const BatchRun& run, const LineSink& sink)
      : r_(report), run_(run), sink_(sink) {}

  /// A new kind of record is one function more in this list.
  Status write() {
    for (void (BatchJsonl::*records)() :
         {&BatchJsonl::header, &BatchJsonl::documents, &BatchJsonl::failures, &BatchJsonl::units,
          &BatchJsonl::pairs, &BatchJsonl::clusters, &BatchJsonl::formulations,
          &BatchJsonl::sources, &BatchJsonl::source_pairs, &BatchJsonl::trailer}) {
      (this->*records)();
      if (!status_) {
        return status_;
      }
    }
    return Done{};
  }

 private:
  static Json record(const char* kind) {
    return {{"schema", "parallax.batch/1"}, {"record", kind}};
  }

  void put(const Json& json) {
    put_text(json.dump(-1, ' ', false, Json::error_handler_t::replace));
  }

  void put_text(std::string line) {
    if (status_) {
      line += '\n';
      ++lines_;
      status_ = sink_(line);
    }
  }

  void header() {
    Json json = record("header");
    const BatchOptions& o = run_.options;
    json["tool"] = {{"version", run_.tool.version},
                    {"icu", run_.tool.icu},
                    {"unicode", run_.tool.unicode},
                    {"model", run_.tool.model},
                    {"lexicons", run_.tool.lexicons}};
    json["options"] = {{"unit", std::string(name_of(o.unit))},
                       {"top_k", o.top_k},
                       {"threshold", o.threshold},
                       {"related", o.related},
                       {"identical", o.identical},
                       {"compare", o.compare},
                       {"min_terms", o.min_terms},
                       {"formulations", o.formulations},
                       {"where", run_.where.empty() ? Json(nullptr) : Json(run_.where)}};
    json["inputs"] = run_.inputs;
    json["reading"] = Json::object();
    for (const auto& [name, value] : run_.reading) {
      json["reading"][name] = value;
    }
    put(json);
  }

  void documents() {
    std::vector<std::uint32_t> counts(r_.corpus.documents.size(), 0);
    for (const Unit& unit : r_.units) {
      ++counts[unit.document];
    }
    for (std::size_t d = 0; d < counts.size(); ++d) {
      const Record& document = r_.corpus.documents[d];
      Json json = record("document");
      json["id"] = document.id;
      json["path"] = document.path;
      json["sha256"] = document.sha256;
      json["language"] = document.language;
      json["title"] = optional_text(document.title);
      json["date"] = optional_text(document.date);
      json["source"] = optional_text(document.source);
      json["source_from"] =
          document.source ? Json(document.source_from_head ? "head" : "metadata") : Json(nullptr);
      json["date_from"] = document.date ? Json(document.date_from_name   ? "name"
                                               : document.date_from_head ? "head"
                                                                         : "metadata")
                                        : Json(nullptr);
      json["units"] = counts[d];
      json["encoding"] = document.encoding;
      json["encoding_confidence"] = rounded(document.encoding_confidence);
      json["body_begin"] = document.body_begin;
      json["text"] = document.text;
      put(json);
    }
  }

  void failures() {
    for (const Error& failure : r_.corpus.failures) {
      Json json = record("failure");
      json["path"] = failure.place;
      json["reason"] = std::string(name_of(failure.code));
      json["message"] = failure.message;
      put(json);
    }
  }

  void units() {
    std::vector<bool> shown(r_.units.size(), false);
    for (const BatchPair& pair : r_.pairs) {
      shown[pair.pair.left] = shown[pair.pair.right] = true;
    }
    for (const BatchCluster& cluster : r_.clusters) {
      for (const std::uint32_t unit : cluster.cluster.units) {
        shown[unit] = true;
      }
    }
    for (std::uint32_t u = 0; u < r_.units.size(); ++u) {
      if (!shown[u]) {
        continue;
      }
      const Unit& unit = r_.units[u];
      const Record& document = r_.corpus.documents[unit.document];
      const std::string text(text_of(unit, r_.corpus.documents));
      Json json = record("unit");
      json["id"] = unit_id(r_, u);
      json["document"] = document.id;
      json["source"] = optional_text(document.source);
      json["date"] = optional_text(document.date);
      json["number"] = unit.number;
      json["span"] = {unit.span.begin, unit.span.end};
      json["chars"] = {unit.first_char, unit.first_char + count_code_points(text)};
      json["text"] = text;
      put(json);
      ++shown_units_;
    }
  }

  void pairs() {
    for (const BatchPair& pair : r_.pairs) {
      Json json = record("pair");
      json["left"] = unit_id(r_, pair.pair.left);
      json["right"] = unit_id(r_, pair.pair.right);
      json["score"] = rounded(pair.pair.score);
      json["left_rank"] = rank(pair.pair.left_rank);
      json["right_rank"] = rank(pair.pair.right_rank);
      json["why"] = Json::array();
      for (const SharedWord& word : pair.why) {
        json["why"].push_back(Json::array({word.word, rounded(word.share)}));
      }
      json["same_text"] = pair.same_text;
      std::string line = json.dump(-1, ' ', false, Json::error_handler_t::replace);
      line.pop_back();
      line += pair.findings
                  ? "," + findings_to_json(*pair.findings).substr(1)
                  : std::string(R"(,"relation":)") + (pair.same_text ? R"("identical")" : "null") +
                        R"(,"overlap":null,"divergences":null})";
      put_text(std::move(line));
      if (pair.findings) {
        for (const PairFinding& finding : pair.findings->divergences) {
          ++kinds_[finding.kind];
          ++severities_[finding.severity];
        }
      }
    }
  }

  void clusters() {
    std::size_t number = 0;
    for (const BatchCluster& cluster : r_.clusters) {
      Json json = record("cluster");
      json["id"] = "K" + std::to_string(++number);
      json["kind"] = std::string(name_of(cluster.kind));
      json["units"] = Json::array();
      for (const std::uint32_t unit : cluster.cluster.units) {
        json["units"].push_back(unit_id(r_, unit));
      }
      json["documents"] = cluster.documents;
      json["sources"] = cluster.sources;
      json["links"] = cluster.cluster.links;
      json["lowest"] = rounded(cluster.cluster.lowest);
      json["findings"] = cluster.findings;
      json["conflicts"] = cluster.conflicts;
      put(json);
    }
  }

  void formulations() {
    std::size_t number = 0;
    for (const Formulation& f : r_.formulations) {
      const FormulationUse& first = f.uses.front();
      const std::string_view text = r_.corpus.documents[first.document].text;
      Json json = record("formulation");
      json["id"] = "F" + std::to_string(++number);
      json["band"] = std::string(name_of(f.band));
      json["text"] = std::string(text.substr(first.span.begin, first.span.size()));
      json["words"] = f.words;
      json["sources"] = f.sources;
      json["first_known"] = f.first_known;
      json["uses"] = Json::array();
      for (const FormulationUse& use : f.uses) {
        json["uses"].push_back(use_of(use));
      }
      put(json);
    }
  }

  Json use_of(const FormulationUse& use) {
    const Record& document = r_.corpus.documents[use.document];
    const std::size_t begin = chars_before(use.document, use.span.begin);
    const std::size_t count =
        count_code_points(std::string_view(document.text).substr(use.span.begin, use.span.size()));
    Json json;
    json["document"] = document.id;
    json["source"] = optional_text(document.source);
    json["date"] = optional_text(document.date);
    json["span"] = {use.span.begin, use.span.end};
    json["chars"] = {begin, begin + count};
    json["times"] = use.times;
    return json;
  }

  /// Code points in front of a byte. A document is counted through once.
  std::size_t chars_before(std::uint32_t document, std::uint32_t byte) {
    constexpr std::uint32_t kStep = 1024;
    const std::string_view text = r_.corpus.documents[document].text;
    std::vector<std::size_t>& steps = steps_[document];
    if (steps.empty()) {
      steps.push_back(0);
    }
    while (steps.size() <= byte / kStep) {
      const std::string_view step = text.substr((steps.size() - 1) * kStep, kStep);
      steps.push_back(steps.back() + count_code_points(step));
    }
    const std::size_t begin = std::size_t{byte / kStep} * kStep;
    return steps[byte / kStep] + count_code_points(text.substr(begin, byte - begin));
  }

  void sources() {
    for (const CorpusSource& source : r_.sources.list) {
      Json json = record("source");
      json["name"] = optional_text(source.name);
      json["documents"] = source.documents;
      json["units"] = source.units;
      put(json);
    }
  }

  void source_pairs() {
    for (const SourceCell& cell : r_.cells) {
      const CorpusSource& left = r_.sources.list[cell.left];
      const CorpusSource& right = r_.sources.list[cell.right];
      Json json = record("source_pair");
      json["left"] = optional_text(left.name);
      json["right"] = optional_text(right.name);
      json["left_in_right"] = share(cell.left_shared, left.units);
      json["right_in_left"] = share(cell.right_shared, right.units);
      json["left_shared"] = cell.left_shared;
      json["right_shared"] = cell.right_shared;
      json["compared"] = cell.compared;
      json["conflicts"] = cell.conflicts;
      json["divergences"] = Json(cell.kinds);
      put(json);
    }
  }

  void trailer() {
    Json json = record("trailer");
    json["counts"] = {{"documents", r_.corpus.documents.size()},
                      {"failures", r_.corpus.failures.size()},
                      {"units", r_.units.size()},
                      {"units_shown", shown_units_},
                      {"too_short", r_.too_short},
                      {"near", r_.near},
                      {"pairs", r_.pairs.size()},
                      {"compared", r_.compared},
                      {"clusters", r_.clusters.size()},
                      {"formulations", r_.formulations.size()},
                      {"formulations_found", r_.formulations_found},
                      {"sources", r_.sources.list.size()},
                      {"source_pairs", r_.cells.size()},
                      {"records", lines_ + 1}};
    json["divergences"] = Json(kinds_);
    json["severities"] = Json(severities_);
    put(json);
  }

  const BatchReport& r_;
  const BatchRun& run_;
  const LineSink& sink_;
  Status status_ = Done{};
  std::size_t lines_ = 0, shown_units_ = 0;
  std::map<std::string, std::size_t> kinds_, severities_;
  /// By document: code points in front of every 1024th byte.
  std::map<std::uint32_t, std::vector<std::size_t>> steps_;
};

}  // namespace

std::string unit_id(const BatchReport& report, std::uint32_t unit) {
  return unit_name(report.units[unit], report.corpus.documents);
}

Status write_batch_jsonl(const BatchReport& report, const BatchRun& run, const LineSink& sink) {
  return BatchJsonl(report, run, sink).write();
}

}  // namespace parallax

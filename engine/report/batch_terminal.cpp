/// The terminal summary of `parallax batch`.

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "engine/report/batch_wording.hpp"
#include "engine/report/batch_writers.hpp"
#include "engine/report/canvas.hpp"
#include "engine/report/phrasing.hpp"

namespace parallax {
namespace {

constexpr std::size_t kIndent = 12;
/// Entries of a list that are shown.
constexpr std::size_t kShown = 8;
/// Bytes of a unit that are shown around the words that differ.
constexpr std::size_t kExcerpt = 240;

Tone tone_of(const std::string& severity) {
  return severity == "conflict" ? Tone::kConflict
         : severity == "note"   ? Tone::kNote
                                : Tone::kDifference;
}

char symbol_of(const std::string& severity) {
  return severity == "conflict" ? '!' : severity == "note" ? '~' : '*';
}

/// A finding with the pair that it stands in.
struct Placed {
  const BatchPair* pair = nullptr;
  const PairFinding* finding = nullptr;
};

int rank_of(const std::string& severity) {
  return severity == "conflict" ? 0 : severity == "note" ? 2 : 1;
}

class BatchTerminal {
 public:
  BatchTerminal(const BatchReport& report, const BatchRun& run, Canvas& canvas)
      : r_(report), run_(run), canvas_(canvas) {
    for (const BatchPair& pair : r_.pairs) {
      if (pair.findings) {
        for (const PairFinding& finding : pair.findings->divergences) {
          findings_.push_back({&pair, &finding});
          ++severities_[finding.severity];
        }
      }
    }
    // What sources tell of each other goes before what one of them changed in the course of time.
    const auto key = [&](const Placed& p) {
      const std::vector<std::uint32_t>& sources = r_.sources.of_document;
      const UnitPair& pair = p.pair->pair;
      const bool one =
          sources[r_.units[pair.left].document] == sources[r_.units[pair.right].document];
      return std::tuple(rank_of(p.finding->severity), one, -p.finding->importance);
    };
    std::stable_sort(findings_.begin(), findings_.end(),
                     [&](const Placed& a, const Placed& b) { return key(a) < key(b); });
  }

  void write() {
    headline();
    divergences();
    nearest();
    clusters(ClusterKind::kIdentical, "CLUSTERS: NEAR COPIES");
    clusters(ClusterKind::kRelated, "CLUSTERS: RELATED");
    write_shared_wording(r_, canvas_);
    sources();
    failures();
    canvas_.blank();
  }

 private:
  void headline() {
    canvas_.blank();
    const std::string unit(name_of(run_.options.unit));
    std::vector<std::string> corpus = {counted(r_.corpus.documents.size(), "document"),
                                       counted(r_.units.size(), unit),
                                       counted(r_.sources.list.size(), "source")};
    if (r_.too_short > 0) {
      corpus.push_back(fmt::format("{} too short to pair", r_.too_short));
    }
    if (!r_.corpus.failures.empty()) {
      corpus.push_back(counted(r_.corpus.failures.size(), "failed input"));
    }
    canvas_.items("  corpus", kIndent, corpus);
    const auto read = static_cast<std::size_t>(
        std::count_if(r_.corpus.documents.begin(), r_.corpus.documents.end(),
                      [](const Record& d) { return d.source_from_head; }));
    if (read > 0) {
      canvas_.hanging("  note", kIndent, "titles name the source of " + counted(read, "document"));
    }
    if (!run_.where.empty()) {
      canvas_.hanging("  where", kIndent, one_line(run_.where));
    }
    const auto same = static_cast<std::size_t>(std::count_if(
        r_.pairs.begin(), r_.pairs.end(), [](const BatchPair& p) { return p.same_text; }));
    canvas_.items(
        "  pairs", kIndent,
        {fmt::format("{} near ({} or more)", r_.near, score(run_.options.threshold)),
         fmt::format("{} among the {} nearest", r_.pairs.size(), run_.options.top_k),
         fmt::format("{} of the same text", same), fmt::format("{} compared", r_.compared)});
    canvas_.items(
        "  findings", kIndent,
        {counted(severities_["conflict"], "conflict"),
         counted(severities_["difference"], "difference"), counted(severities_["note"], "note")});
  }

  /// "Ministry of X, 13 Sep 2022 (id:3)"
  [[nodiscard]] std::string who(std::uint32_t unit) const {
    const Record& d = r_.corpus.documents[r_.units[unit].document];
    std::string text = d.source ? one_line(*d.source) : one_line(d.title.value_or(""));
    text += d.date ? (text.empty() ? "" : ", ") + one_line(short_date(*d.date)) : "";
    const std::string id = one_line(unit_id(r_, unit));
    return text.empty() ? id : text + " (" + id + ")";
  }

  void passage(std::uint32_t unit, ByteSpan words, Tone tone) {
    const Unit& u = r_.units[unit];
    const std::string_view text = text_of(u, r_.corpus.documents);
    ByteSpan focus{words.begin - u.span.begin, words.end - u.span.begin};
    const std::string shown = excerpt(text, focus, kExcerpt);
    canvas_.hanging("", kIndent, bracketed(shown, {focus}), tone);
  }

  /// Findings in order, without those whose words were shown before: near copies repeat them.
  [[nodiscard]] std::vector<Placed> distinct_findings() const {
    std::set<std::tuple<std::string_view, std::string_view, std::string_view>> seen;
    std::vector<Placed> list;
    for (const Placed& placed : findings_) {
      const PairFinding& d = *placed.finding;
      if (seen.emplace(d.kind, d.left.text, d.right.text).second) {
        list.push_back(placed);
      }
    }
    return list;
  }

  void divergences() {
    if (findings_.empty()) {
      return;
    }
    canvas_.title("DIVERGENCES");
    const std::vector<Placed> list = distinct_findings();
    const std::size_t shown = std::min(list.size(), kShown);
    for (std::size_t i = 0; i < shown; ++i) {
      const PairFinding& d = *list[i].finding;
      const UnitPair& pair = list[i].pair->pair;
      const Tone tone = tone_of(d.severity);
      canvas_.edges(
          fmt::format("{} {:<10} {}", symbol_of(d.severity), one_line(d.kind), one_line(d.slot)),
          fmt::format("near {}  sure {}", score(pair.score), confidence(d.confidence)), tone);
      canvas_.hanging("   A", kIndent, who(pair.left));
      passage(pair.left, d.left.span, tone);
      canvas_.hanging("   B", kIndent, who(pair.right));
      passage(pair.right, d.right.span, tone);
      canvas_.hanging("   in short", kIndent, one_line(d.explanation));
    }
    write_left_out(findings_.size(), shown, "more finding", canvas_);
  }

  void nearest() {
    if (r_.pairs.empty()) {
      return;
    }
    canvas_.title("NEAREST");
    const std::size_t shown = std::min(r_.pairs.size(), kShown);
    for (std::size_t i = 0; i < shown; ++i) {
      const BatchPair& pair = r_.pairs[i];
      std::string why;
      for (const SharedWord& word : pair.why) {
        why += (why.empty() ? "" : ", ") + one_line(word.word);
      }
      const std::string near = pair.same_text ? "same text" : "near " + score(pair.pair.score);
      canvas_.edges(fmt::format("{} both say {}", pair.same_text ? '=' : '~', why), near,
                    Tone::kAgree);
      canvas_.hanging("   A", kIndent, who(pair.pair.left));
      canvas_.hanging("   B", kIndent, who(pair.pair.right));
    }
    write_left_out(r_.pairs.size(), shown, "more pair", canvas_);
  }

  void cluster_lines(const BatchCluster& c) {
    const std::uint32_t first = c.cluster.units.front();
    std::string head = fmt::format("{} {} of {}, {}", c.conflicts > 0 ? '!' : ' ',
                                   counted(c.cluster.units.size(), "unit"),
                                   counted(c.sources, "source"), counted(c.documents, "document"));
    head += c.findings > 0 ? ", " + counted(c.findings, "finding") : "";
    canvas_.edges(head, "weakest link " + score(c.cluster.lowest),
                  c.conflicts > 0 ? Tone::kConflict : Tone::kPlain);
    canvas_.clipped("", kIndent, one_line(text_of(r_.units[first], r_.corpus.documents)));
  }

  void clusters(ClusterKind kind, std::string_view title) {
    std::vector<const BatchCluster*> list;
    for (const BatchCluster& cluster : r_.clusters) {
      if (cluster.kind == kind) {
        list.push_back(&cluster);
      }
    }
    if (list.empty()) {
      return;
    }
    canvas_.title(title);
    const std::size_t shown = std::min(list.size(), kShown);
    for (std::size_t i = 0; i < shown; ++i) {
      cluster_lines(*list[i]);
    }
    write_left_out(list.size(), shown, "more cluster", canvas_);
  }

  [[nodiscard]] std::string source_name(std::uint32_t source) const {
    const std::optional<std::string>& name = r_.sources.list[source].name;
    return name ? one_line(*name) : "(no source)";
  }

  /// Share of a source's units.
  [[nodiscard]] std::string share(std::uint32_t part, std::uint32_t source) const {
    const std::uint32_t units = r_.sources.list[source].units;
    return percent(units == 0 ? 0.0 : static_cast<double>(part) / units);
  }

  void source_lines(const SourceCell& c) {
    const std::string names =
        fmt::format("  A {}   B {}", source_name(c.left), source_name(c.right));
    const std::string shares = fmt::format("A in B {}   B in A {}", share(c.left_shared, c.left),
                                           share(c.right_shared, c.right));
    canvas_.edges(names, canvas_.stacked() ? "" : shares,
                  c.conflicts > 0 ? Tone::kConflict : Tone::kPlain);
    if (canvas_.stacked()) {
      canvas_.hanging("", 4, shares);
    }
    std::vector<std::string> kinds;
    for (const auto& [kind, count] : c.kinds) {
      kinds.push_back(fmt::format("{} {}", kind, count));
    }
    canvas_.items("   diverge", kIndent, kinds);
  }

  void sources() {
    if (r_.cells.empty()) {
      return;
    }
    std::vector<const SourceCell*> list;
    for (const SourceCell& cell : r_.cells) {
      list.push_back(&cell);
    }
    std::stable_sort(list.begin(), list.end(), [](const SourceCell* a, const SourceCell* b) {
      return a->conflicts != b->conflicts
                 ? a->conflicts > b->conflicts
                 : a->left_shared + a->right_shared > b->left_shared + b->right_shared;
    });
    canvas_.title("SOURCE BY SOURCE");
    const std::size_t shown = std::min(list.size(), kShown);
    for (std::size_t i = 0; i < shown; ++i) {
      source_lines(*list[i]);
    }
    write_left_out(list.size(), shown, "more source pair", canvas_);
  }

  void failures() {
    if (r_.corpus.failures.empty()) {
      return;
    }
    std::map<std::string, std::vector<const Error*>> reasons;
    for (const Error& failure : r_.corpus.failures) {
      reasons[failure.message].push_back(&failure);
    }
    canvas_.title("FAILED INPUTS");
    for (const auto& [message, list] : reasons) {
      canvas_.hanging("  " + std::to_string(list.size()), 6, one_line(message));
      for (std::size_t i = 0; i < std::min(list.size(), kShown); ++i) {
        canvas_.hanging("", 6, one_line(list[i]->place));
      }
      write_left_out(list.size(), std::min(list.size(), kShown), "more input", canvas_);
    }
  }

  const BatchReport& r_;
  const BatchRun& run_;
  Canvas& canvas_;
  std::vector<Placed> findings_;
  std::map<std::string, std::size_t> severities_;
};

}  // namespace

std::string write_batch_terminal(const BatchReport& report, const BatchRun& run,
                                 const TerminalOptions& options) {
  Canvas canvas(options);
  BatchTerminal(report, run, canvas).write();
  return std::move(canvas).finish();
}

}  // namespace parallax

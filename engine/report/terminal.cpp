/// The view for people: who speaks, how much overlaps, what diverges, what agrees, what only one
/// side says.

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "engine/report/canvas.hpp"
#include "engine/report/phrasing.hpp"
#include "engine/report/report_view.hpp"
#include "engine/report/table_text.hpp"
#include "engine/report/table_view.hpp"
#include "engine/report/word_diff.hpp"
#include "engine/report/writers.hpp"
#include "models/text/display.hpp"

namespace parallax {
namespace {

/// Column at which the text of a labelled line begins.
constexpr std::size_t kIndent = 12;
/// A sentence longer than this is cut around the words that matter.
constexpr std::size_t kMaxPassageBytes = 1200;
/// Below this share of common words, marking what differs would mark nearly everything.
constexpr double kMinSharedToMark = 0.34;
/// Distinctive words shown of each side.
constexpr std::size_t kFramingWords = 8;

std::string place(const ReportClaim& claim) {
  return fmt::format("{}:{}", claim.paragraph, claim.sentence);
}

std::string places(const ComparisonReport& report, const std::vector<ClaimIndex>& claims) {
  std::string out;
  std::string last;
  for (const ClaimIndex c : claims) {
    const std::string here = place(report.claim(c));
    if (here != last) {
      out += (out.empty() ? "" : ", ") + here;
    }
    last = here;
  }
  return out;
}

/// A claim cut to a readable length, not yet escaped.
std::string short_text(const ComparisonReport& report, ClaimIndex claim) {
  ByteSpan start{0, 0};
  return excerpt(claim_text(report, claim), start, kMaxPassageBytes);
}

std::string joined_text(const ComparisonReport& report, const std::vector<ClaimIndex>& claims) {
  std::string out;
  for (const ClaimIndex c : claims) {
    out += (out.empty() ? "" : " ") + one_line(short_text(report, c));
  }
  return out;
}

bool right_to_left(const std::string& language) {
  static constexpr std::string_view kLanguages[] = {"ar", "fa", "he", "ur", "ps", "yi", "ckb"};
  return std::find(std::begin(kLanguages), std::end(kLanguages), language) != std::end(kLanguages);
}

/// Writes one comparison of a report.
class View {
 public:
  View(const ComparisonReport& report, const Comparison& comparison, Canvas& canvas)
      : report_(report),
        comparison_(comparison),
        canvas_(canvas),
        left_(side_info(report, comparison, Side::kLeft)),
        right_(side_info(report, comparison, Side::kRight)),
        stacked_(canvas.stacked() || right_to_left(left_.language) ||
                 right_to_left(right_.language)) {}

  void write() {
    headline();
    figures();
    findings(Severity::kConflict, "CONFLICTS", Tone::kConflict);
    findings(Severity::kDifference, "DIFFERENCES", Tone::kDifference);
    findings(Severity::kNote, "NOTES", Tone::kNote);
    accepted();
    stale();
    pairs("AGREE", [](const ReportPair& pair) {
      return pair.relation == Relation::kIdentical || pair.relation == Relation::kAgree;
    });
    pairs("RELATED", [this](const ReportPair& pair) {
      const bool opposed =
          pair.relation == Relation::kDiffer || pair.relation == Relation::kConflict;
      return pair.relation == Relation::kRelated || (opposed && !has_finding(pair));
    });
    silence("ONLY A", comparison_.only_left, '-');
    silence("ONLY B", comparison_.only_right, '+');
    framing();
    formulaic();
    hint();
  }

 private:
  // Who speaks.

  static std::string meta(const SideInfo& side) {
    return (side.role.empty() ? "" : side.role + ", ") +
           (side.date.empty() ? "" : one_line(side.date) + ", ") + counted(side.claims, "claim");
  }

  void headline() {
    const std::size_t names =
        std::max(display_width(one_line(left_.name)), display_width(one_line(right_.name)));
    const std::size_t metas = std::max(meta(left_).size(), meta(right_).size());
    const std::size_t files =
        std::max(display_width(one_line(left_.file)), display_width(one_line(right_.file)));
    const bool one_row = 5 + names + 3 + metas + 3 + files <= canvas_.width();
    canvas_.blank();
    side_row("  A", left_, one_row ? names : 0, metas);
    side_row("  B", right_, one_row ? names : 0, metas);
    canvas_.blank();
  }

  void side_row(std::string_view label, const SideInfo& side, std::size_t names,
                std::size_t metas) {
    const std::string name = one_line(side.name);
    const std::string file = one_line(side.file);
    if (names > 0) {
      const std::string gap(names - display_width(name) + 3, ' ');
      const std::string gap2(metas - std::min(metas, display_width(meta(side))) + 3, ' ');
      canvas_.hanging(label, 5, name + gap + meta(side) + gap2 + file, Tone::kPlain);
      return;
    }
    canvas_.hanging(label, 5, name);
    canvas_.items("", 5, {meta(side), file});
  }

  // How much, how many.

  void figures() {
    const Overlap& o = comparison_.overlap;
    canvas_.items("  overlap", kIndent,
                  {"A in B " + percent(o.left_in_right), "B in A " + percent(o.right_in_left),
                   "similarity " + score(o.similarity), "same wording " + percent(o.verbatim)});
    canvas_.items("  findings", kIndent, counts());
    for (const auto& [label, side] : {std::pair{"A ", &left_}, std::pair{"B ", &right_}}) {
      if (!side->reading.empty()) {
        canvas_.hanging("  note", kIndent, label + one_line(side->reading));
      }
    }
    if (!comparison_.compared_kinds.empty()) {
      std::string kinds;
      for (const std::string& kind : comparison_.compared_kinds) {
        kinds += (kinds.empty() ? "" : ", ") + kind;
      }
      canvas_.hanging("  compared", kIndent, kinds);
    }
    for (const std::string& warning : report_.warnings) {
      canvas_.hanging("  warning", kIndent, one_line(warning));
    }
  }

  [[nodiscard]] std::vector<std::string> counts() const {
    std::vector<std::string> out;
    const std::size_t conflicts = count_severity(comparison_, Severity::kConflict);
    const std::size_t agreements = count_relation(comparison_, Relation::kIdentical) +
                                   count_relation(comparison_, Relation::kAgree);
    out.push_back(conflicts == 0 ? "no conflicts" : counted(conflicts, "conflict"));
    const auto add = [&](std::size_t count, std::string text) {
      if (count > 0) {
        out.push_back(std::move(text));
      }
    };
    const std::size_t differences = count_severity(comparison_, Severity::kDifference);
    const std::size_t notes = count_severity(comparison_, Severity::kNote);
    const std::size_t related = count_relation(comparison_, Relation::kRelated);
    add(differences, counted(differences, "difference"));
    add(notes, counted(notes, "note"));
    const std::size_t known = count_accepted(comparison_);
    add(known, fmt::format("{} accepted", known));
    out.push_back(agreements == 0 ? "no agreements" : counted(agreements, "agreement"));
    add(related, fmt::format("{} related", related));
    add(comparison_.only_left.size(), fmt::format("only A {}", comparison_.only_left.size()));
    add(comparison_.only_right.size(), fmt::format("only B {}", comparison_.only_right.size()));
    add(comparison_.formulaic.size(), fmt::format("formulaic {}", comparison_.formulaic.size()));
    return out;
  }

  // What diverges.

  void findings(Severity severity, std::string_view heading, Tone tone) {
    bool first = true;
    for (const ReportDivergence& d : comparison_.divergences) {
      if (d.severity != severity || d.accepted) {
        continue;
      }
      if (first) {
        canvas_.title(heading, tone);
      } else {
        canvas_.blank();
      }
      first = false;
      finding(d, tone);
    }
  }

  /// What a baseline lists: one line each, whatever its severity.
  void accepted() {
    if (count_accepted(comparison_) == 0) {
      return;
    }
    canvas_.title("ACCEPTED");
    for (const ReportDivergence& d : comparison_.divergences) {
      if (d.accepted) {
        canvas_.hanging(
            fmt::format("v {} {:<10}", one_line(d.id), one_line(d.kind)), 16,
            fmt::format("A {} \"{}\" | B {} \"{}\"{}", place(report_.claim(d.left.claim)),
                        one_line(d.left.text), place(report_.claim(d.right.claim)),
                        one_line(d.right.text), d.note.empty() ? "" : "   " + one_line(d.note)));
      }
    }
  }

  void stale() {
    if (!report_.baseline || report_.baseline->stale.empty() ||
        &comparison_ != &report_.comparisons.front()) {
      return;
    }
    canvas_.title("STALE");
    for (const BaselineEntry& e : report_.baseline->stale) {
      canvas_.hanging(fmt::format("? {:<10}", one_line(e.kind)), kIndent,
                      fmt::format("{} is in the baseline but not found: \"{}\" | \"{}\"",
                                  one_line(e.fingerprint), one_line(e.left), one_line(e.right)));
    }
  }

  void finding(const ReportDivergence& d, Tone tone) {
    const char symbol = d.severity == Severity::kConflict     ? '!'
                        : d.severity == Severity::kDifference ? '*'
                                                              : '~';
    canvas_.edges(
        fmt::format("{} {} {:<10} {}", symbol, one_line(d.id), one_line(d.kind), one_line(d.slot)),
        "sure " + confidence(d.confidence), tone);
    evidence("A", d, d.left, tone);
    evidence("B", d, d.right, tone);
    const std::string left = one_line(phrase(d.left.value));
    const std::string right = one_line(phrase(d.right.value));
    if ((d.kind == "number" || d.kind == "date") && !(left.empty() && right.empty())) {
      canvas_.items("   values", kIndent,
                    {"A " + (left.empty() ? "-" : left), "B " + (right.empty() ? "-" : right)});
    } else if (!d.explanation.empty()) {
      canvas_.hanging("   in short", kIndent, one_line(d.explanation));
    }
    if (!d.comparable_because.empty()) {
      canvas_.hanging("   because", kIndent, one_line(d.comparable_because));
    }
  }

  /// The sentence with its words marked, and the rest of a group that no finding shows.
  void evidence(std::string_view side, const ReportDivergence& d, const Evidence& e, Tone tone) {
    const ReportDocument& document = document_of(report_, e.claim);
    const ByteSpan whole = sentence_span(report_, e.claim).join(e.span);
    ByteSpan focus{e.span.begin - whole.begin, e.span.end - whole.begin};
    const std::string text = excerpt(slice(document, whole), focus, kMaxPassageBytes);
    canvas_.hanging(fmt::format("   {} {}", side, place(report_.claim(e.claim))), kIndent,
                    bracketed(text, {focus}), tone);
    if (d.pair >= comparison_.pairs.size() || !first_of_pair(d)) {
      return;
    }
    const ReportPair& pair = comparison_.pairs[d.pair];
    std::string last;
    for (const ClaimIndex c : side == "A" ? pair.left : pair.right) {
      const std::string here = place(report_.claim(c));
      if (here != last && !shown_by_finding(d.pair, c)) {
        const ByteSpan span = sentence_span(report_, c);
        ByteSpan start{0, 0};
        const std::string rest = excerpt(slice(document, span), start, kMaxPassageBytes);
        canvas_.hanging(fmt::format("   {} {}", side, here), kIndent, one_line(rest));
      }
      last = here;
    }
  }

  [[nodiscard]] bool first_of_pair(const ReportDivergence& d) const {
    const auto first =
        std::find_if(comparison_.divergences.begin(), comparison_.divergences.end(),
                     [&](const ReportDivergence& other) { return other.pair == d.pair; });
    return &*first == &d;
  }

  [[nodiscard]] bool shown_by_finding(std::size_t pair, ClaimIndex claim) const {
    const ByteSpan sentence = sentence_span(report_, claim);
    const auto covers = [&](const Evidence& e) {
      return report_.claim(e.claim).document == report_.claim(claim).document &&
             sentence_span(report_, e.claim) == sentence;
    };
    return std::any_of(comparison_.divergences.begin(), comparison_.divergences.end(),
                       [&](const ReportDivergence& d) {
                         return d.pair == pair && (covers(d.left) || covers(d.right));
                       });
  }

  [[nodiscard]] bool has_finding(const ReportPair& pair) const {
    const auto index = static_cast<std::size_t>(&pair - comparison_.pairs.data());
    return std::any_of(comparison_.divergences.begin(), comparison_.divergences.end(),
                       [&](const ReportDivergence& d) { return d.pair == index; });
  }

  // What agrees.

  template <class Chosen>
  void pairs(std::string_view heading, Chosen chosen) {
    bool first = true;
    for (const ReportPair& pair : comparison_.pairs) {
      if (!chosen(pair)) {
        continue;
      }
      if (first) {
        canvas_.title(heading, Tone::kAgree);
      }
      first = false;
      if (pair.relation == Relation::kIdentical) {
        identical(pair);
      } else {
        side_by_side(pair);
      }
    }
  }

  [[nodiscard]] std::string pair_label(const ReportPair& pair) const {
    const bool agree = pair.relation == Relation::kIdentical || pair.relation == Relation::kAgree;
    return fmt::format("{} A {} | B {}", agree ? '=' : '~', places(report_, pair.left),
                       places(report_, pair.right));
  }

  void identical(const ReportPair& pair) {
    const std::string moved = pair.moved ? "(moved) " : "";
    canvas_.clipped(pair_label(pair), stacked_ ? 4 : 20, moved + joined_text(report_, pair.left));
  }

  void side_by_side(const ReportPair& pair) {
    const std::string left = joined_text(report_, pair.left);
    const std::string right = joined_text(report_, pair.right);
    const WordDiff diff = diff_words(left, right);
    const bool mark = diff.shared >= kMinSharedToMark;
    canvas_.edges(pair_label(pair),
                  std::string(mark ? "" : "other words   ") + (pair.moved ? "moved   " : "") +
                      "similarity " + score(pair.similarity),
                  Tone::kPlain);
    const std::string l = mark ? bracketed(left, diff.left) : left;
    const std::string r = mark ? bracketed(right, diff.right) : right;
    if (stacked_) {
      canvas_.hanging("  A", 5, l, Tone::kStrong);
      canvas_.hanging("  B", 5, r, Tone::kStrong);
    } else {
      canvas_.columns(2, l, r, Tone::kStrong);
    }
  }

  // What only one side says, and what says nothing.

  void silence(std::string_view heading, const std::vector<ClaimIndex>& claims, char symbol) {
    if (claims.empty()) {
      return;
    }
    canvas_.title(heading);
    for (const ClaimIndex c : most_central_first(report_, claims)) {
      const ReportClaim& claim = report_.claim(c);
      canvas_.hanging(
          fmt::format("{} {:<5} {}", symbol, place(claim), confidence(claim.centrality)), kIndent,
          one_line(short_text(report_, c)));
    }
  }

  /// Words of each side with their occurrences in A and in B.
  void framing() {
    const auto items = [](const std::vector<ReportDistinctive>& words) {
      std::vector<std::string> out;
      for (const ReportDistinctive& w : framing_words(words, kFramingWords)) {
        out.push_back(fmt::format("{} {}:{}", one_line(w.term), w.left, w.right));
      }
      return out;
    };
    const std::vector<std::string> left = items(comparison_.distinctive_left);
    const std::vector<std::string> right = items(comparison_.distinctive_right);
    if (left.empty() || right.empty()) {
      return;
    }
    canvas_.title("FRAMING");
    canvas_.items("  A says", kIndent, left);
    canvas_.items("  B says", kIndent, right);
  }

  void formulaic() {
    if (comparison_.formulaic.empty()) {
      return;
    }
    canvas_.title("FORMULAIC");
    for (const ClaimIndex c : comparison_.formulaic) {
      const bool is_left = &document_of(report_, c) == &report_.documents.front();
      canvas_.clipped(fmt::format(". {} {}", is_left ? 'A' : 'B', place(report_.claim(c))), 10,
                      one_line(short_text(report_, c)));
    }
  }

  void hint() {
    canvas_.blank();
    std::vector<std::string> items;
    if (!comparison_.divergences.empty()) {
      items.push_back(fmt::format("--explain {} shows spans, rule and values",
                                  one_line(comparison_.divergences.front().id)));
    }
    items.emplace_back("--format html|json|markdown|csv|sarif|junit -o FILE keeps the result");
    canvas_.items("", 2, items);
  }

  const ComparisonReport& report_;
  const Comparison& comparison_;
  Canvas& canvas_;
  SideInfo left_;
  SideInfo right_;
  bool stacked_;
};

}  // namespace

std::string write_terminal(const ComparisonReport& report, const TerminalOptions& options) {
  check_evidence(report);
  Canvas canvas(options);
  if (shows_table(report)) {
    write_table_view(report, canvas);
    return std::move(canvas).finish();
  }
  for (const Comparison& comparison : report.comparisons) {
    View(report, comparison, canvas).write();
  }
  return std::move(canvas).finish();
}

}  // namespace parallax

#include "engine/report/html_view.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "engine/report/html_text.hpp"
#include "engine/report/html_words.hpp"
#include "engine/report/report_view.hpp"

namespace parallax {
namespace {

/// Many sources that say nearly the same make thousands of findings, one for each two of them; the
/// table holds them in one row. A browser shows this many in full without effort.
constexpr std::size_t kMaxFindings = 400;

std::size_t index_of(ClaimIndex claim) {
  return static_cast<std::size_t>(claim);
}

/// Tones from weak to strong.
std::size_t strength_of(std::string_view tone) {
  static constexpr std::array<std::string_view, 8> kOrder = {
      "apart", "formulaic", "only", "related", "agree", "note", "difference", "conflict"};
  const auto* at = std::find(kOrder.begin(), kOrder.end(), tone);
  return static_cast<std::size_t>(at - kOrder.begin());
}

std::string_view tone_of(RowRelation relation) {
  switch (relation) {
    case RowRelation::kConflict:
      return "conflict";
    case RowRelation::kDiffer:
      return "difference";
    case RowRelation::kNote:
      return "note";
    case RowRelation::kAgree:
      return "agree";
    case RowRelation::kSingle:
      break;
  }
  return "only";
}

}  // namespace

HtmlView::HtmlView(const ComparisonReport& report)
    : report_(report),
      many_(shows_table(report)),
      findings_(findings_of(report)),
      links_(report.claims.size()),
      by_document_(report.documents.size()),
      position_(report.claims.size(), 0) {
  for (std::size_t k = 0; k < report.claims.size(); ++k) {
    by_document_.at(static_cast<std::size_t>(report.claims[k].document))
        .push_back(static_cast<ClaimIndex>(k));
  }
  for (std::vector<ClaimIndex>& claims : by_document_) {
    std::stable_sort(claims.begin(), claims.end(), [&](ClaimIndex a, ClaimIndex b) {
      const ByteSpan x = report.claim(a).span;
      const ByteSpan y = report.claim(b).span;
      return x.begin != y.begin ? x.begin < y.begin : x.end < y.end;
    });
    for (std::size_t i = 0; i < claims.size(); ++i) {
      position_[index_of(claims[i])] = i;
    }
  }
  link_findings();
  if (many_) {
    link_rows();
  } else {
    link_pairs();
  }
}

void HtmlView::set_tone(ClaimIndex claim, std::string_view tone) {
  ClaimLinks& links = links_.at(index_of(claim));
  if (strength_of(tone) > strength_of(links.tone)) {
    links.tone = tone;
  }
}

void HtmlView::link_findings() {
  for (std::size_t k = 0; k < findings_.size(); ++k) {
    const ReportDivergence& d = *findings_[k].divergence;
    for (const Evidence* e : {&d.left, &d.right}) {
      std::vector<std::size_t>& list = links_.at(index_of(e->claim)).findings;
      if (k < shown() && (list.empty() || list.back() != k)) {
        list.push_back(k);
      }
      set_tone(e->claim, d.accepted ? "note" : name_of(d.severity));
    }
  }
}

void HtmlView::link_pairs() {
  for (const Comparison& c : report_.comparisons) {
    for (const ReportPair& pair : c.pairs) {
      for (const auto& [own, other] :
           {std::pair{&pair.left, &pair.right}, std::pair{&pair.right, &pair.left}}) {
        for (const ClaimIndex claim : *own) {
          std::vector<ClaimIndex>& partners = links_.at(index_of(claim)).partners;
          partners.insert(partners.end(), other->begin(), other->end());
          set_tone(claim, html_tone(pair.relation));
        }
      }
    }
    for (const auto* claims : {&c.only_left, &c.only_right}) {
      for (const ClaimIndex claim : *claims) {
        set_tone(claim, "only");
      }
    }
    for (const ClaimIndex claim : c.formulaic) {
      set_tone(claim, "formulaic");
    }
  }
}

void HtmlView::link_rows() {
  const ClaimTable& table = *report_.table;
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    for (const TableCell& cell : table.rows[r].cells) {
      for (const ClaimIndex claim : cell.claims) {
        std::vector<std::size_t>& rows = links_.at(index_of(claim)).rows;
        if (rows.empty() || rows.back() != r) {
          rows.push_back(r);
        }
        set_tone(claim, tone_of(table.rows[r].relation));
      }
    }
  }
}

std::size_t HtmlView::shown() const {
  return many_ ? std::min(findings_.size(), kMaxFindings) : findings_.size();
}

SourceIndex HtmlView::source_of(ClaimIndex claim) const {
  return report_.statements.at(static_cast<std::size_t>(report_.claim(claim).statement)).source;
}

Surroundings HtmlView::surroundings(const Evidence& evidence) const {
  const ReportClaim& claim = report_.claim(evidence.claim);
  Surroundings out;
  out.sentence = sentence_span(report_, evidence.claim).join(evidence.span);
  const std::vector<ClaimIndex>& claims = by_document_[static_cast<std::size_t>(claim.document)];
  const auto near = [&](std::size_t i) {
    return report_.claim(claims[i]).paragraph == claim.paragraph;
  };
  const std::size_t at = position_[index_of(evidence.claim)];
  for (std::size_t i = at; i > 0 && near(i - 1) && out.before.empty(); --i) {
    const ByteSpan span = sentence_span(report_, claims[i - 1]);
    out.before = span.end <= out.sentence.begin ? span : ByteSpan{};
  }
  for (std::size_t i = at + 1; i < claims.size() && near(i) && out.after.empty(); ++i) {
    const ByteSpan span = sentence_span(report_, claims[i]);
    out.after = span.begin >= out.sentence.end ? span : ByteSpan{};
  }
  return out;
}

std::string HtmlView::anchor(ClaimIndex claim) {
  return fmt::format("c{}", index_of(claim) + 1);
}

std::string HtmlView::badge(SourceIndex source) {
  return fmt::format("<b class=\"who\">{}</b>", letter(source));
}

std::string HtmlView::place_link(ClaimIndex claim) const {
  return fmt::format("<a class=\"place\" dir=\"ltr\" href=\"#{}\">{}&nbsp;{}</a>", anchor(claim),
                     letter(source_of(claim)), html_escaped(place(report_, claim)));
}

std::string HtmlView::place_links(const std::vector<ClaimIndex>& claims) const {
  std::string out;
  for (const ClaimIndex claim : claims) {
    out += (out.empty() ? "" : " ") + place_link(claim);
  }
  return out;
}

std::string HtmlView::finding_links(ClaimIndex claim) const {
  std::string out;
  for (const std::size_t k : links(claim).findings) {
    const ReportDivergence& d = *findings_[k].divergence;
    out += fmt::format(
        "{}<a class=\"place {}\" dir=\"ltr\" href=\"#d{}\">{}</a>", out.empty() ? "" : " ",
        d.accepted ? std::string_view("accepted") : name_of(d.severity), k + 1, html_escaped(d.id));
  }
  return out;
}

std::string HtmlView::passage(ClaimIndex claim) const {
  return fmt::format("<p{}>{}</p>", html_language(document_of(report_, claim).language),
                     html_escaped(claim_text(report_, claim)));
}

}  // namespace parallax

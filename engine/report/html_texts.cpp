/// Every document in full. What was read as a claim is marked and linked with its partners, its
/// rows and its findings; all other text stands as it is.

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "engine/report/html_sections.hpp"
#include "engine/report/html_text.hpp"
#include "engine/report/html_words.hpp"
#include "engine/report/report_view.hpp"

namespace parallax {
namespace {

/// Links behind one claim; the rest stands in the tables.
constexpr std::size_t kMaxRows = 3;

class TextWriter {
 public:
  TextWriter(const HtmlView& view, std::size_t document)
      : view_(view),
        document_(view.report().documents[document]),
        claims_(view.claims_of(document)) {
    language_ = html_language(document_.language);
  }

  std::string write() {
    std::uint32_t at = 0;
    std::uint32_t paragraph = 0;
    for (const ClaimIndex claim : claims_) {
      const ReportClaim& c = view_.report().claim(claim);
      between({at, std::max(at, c.span.begin)}, c.paragraph != paragraph);
      write_claim(claim, {std::max(at, c.span.begin), std::max(at, c.span.end)});
      at = std::max(at, c.span.end);
      paragraph = c.paragraph;
    }
    between({at, static_cast<std::uint32_t>(document_.text.size())}, true);
    end_paragraph();
    return std::move(out_);
  }

 private:
  /// Lines above the first claim are the head of the document.
  void end_paragraph() {
    if (paragraph_.find_first_not_of(' ') != std::string::npos) {
      out_ += (had_claim_ ? "<p" : "<p class=\"head\"") + language_ + ">" + paragraph_ + "</p>\n";
    }
    paragraph_.clear();
  }

  /// Text that is no claim. Where a paragraph ends in it, so do its lines.
  void between(ByteSpan span, bool paragraph_ends) {
    std::string_view text = slice(document_, span);
    while (paragraph_ends && text.find('\n') != std::string_view::npos) {
      const std::size_t line = text.find('\n');
      paragraph_ += html_escaped(text.substr(0, line));
      text.remove_prefix(line + 1);
      end_paragraph();
    }
    paragraph_ += html_escaped(text);
  }

  /// Words of findings inside the claim.
  [[nodiscard]] std::vector<ByteSpan> marks(ClaimIndex claim, ByteSpan shown) const {
    std::vector<ByteSpan> spans;
    for (const std::size_t k : view_.links(claim).findings) {
      const ReportDivergence& d = *view_.findings()[k].divergence;
      for (const Evidence* e : {&d.left, &d.right}) {
        const ByteSpan part{std::max(e->span.begin, shown.begin), std::min(e->span.end, shown.end)};
        if (e->claim == claim && part.begin < part.end) {
          spans.push_back({part.begin - shown.begin, part.end - shown.begin});
        }
      }
    }
    std::sort(spans.begin(), spans.end(), [](ByteSpan a, ByteSpan b) { return a.begin < b.begin; });
    std::vector<ByteSpan> joined;
    for (const ByteSpan span : spans) {
      if (!joined.empty() && span.begin <= joined.back().end) {
        joined.back() = joined.back().join(span);
      } else {
        joined.push_back(span);
      }
    }
    return joined;
  }

  void write_claim(ClaimIndex claim, ByteSpan shown) {
    had_claim_ = true;
    const ClaimLinks& links = view_.links(claim);
    paragraph_ +=
        fmt::format("<span class=\"claim {}\" id=\"{}\">", links.tone, HtmlView::anchor(claim));
    paragraph_ += html_marked(slice(document_, shown), marks(claim, shown));
    paragraph_ += "</span>";
    std::string refs = view_.finding_links(claim);
    for (const ClaimIndex partner : links.partners) {
      refs += (refs.empty() ? "" : " ") + view_.place_link(partner);
    }
    for (std::size_t i = 0; i < std::min(links.rows.size(), kMaxRows); ++i) {
      refs += fmt::format("{0}<a class=\"place\" dir=\"ltr\" href=\"#r{1}\">row&nbsp;{1}</a>",
                          refs.empty() ? "" : " ", links.rows[i] + 1);
    }
    if (by_source(view_.report())) {
      refs = HtmlView::badge(view_.source_of(claim)) + (refs.empty() ? "" : " ") + refs;
    }
    paragraph_ += refs.empty() ? "" : "<span class=\"refs\" dir=\"ltr\"> " + refs + "</span>";
  }

  const HtmlView& view_;
  const ReportDocument& document_;
  const std::vector<ClaimIndex>& claims_;
  std::string language_;
  std::string out_;
  std::string paragraph_;   ///< The one that is open.
  bool had_claim_ = false;  ///< A claim stands in it or above.
};

std::string title(const HtmlView& view, std::size_t index) {
  const ReportDocument& document = view.report().documents[index];
  std::string out;
  if (!by_source(view.report()) && !document.statements.empty()) {
    const auto statement = static_cast<std::size_t>(document.statements.front());
    const SourceIndex source = view.report().statements.at(statement).source;
    out = HtmlView::badge(source) + " " + html_isolated(side_info(view.report(), source).name);
  } else {
    out = (view.report().documents.size() > 1 ? fmt::format("[{}] ", index + 1) : "") +
          html_isolated(document.title ? *document.title : document.id);
  }
  return out;
}

}  // namespace

std::string html_texts(const HtmlView& view) {
  std::string out = fmt::format(
      "<section id=\"texts\" aria-labelledby=\"texts-title\">\n<h2 id=\"texts-title\">Full "
      "texts</h2>\n<p class=\"lead\">Claims are underlined in the colour of what was found; behind "
      "each stand its findings and {}.</p>\n",
      view.many() ? "its rows of the table" : "its partner on the other side");
  const std::size_t count = view.report().documents.size();
  out += count == 2 ? "<div class=\"two texts\">\n" : "<div class=\"texts\">\n";
  for (std::size_t k = 0; k < count; ++k) {
    out += fmt::format("<details class=\"text\" open><summary><h3>{}</h3></summary>\n",
                       title(view, k));
    out += TextWriter(view, k).write() + "</details>\n";
  }
  return out + "</div>\n</section>\n";
}

}  // namespace parallax

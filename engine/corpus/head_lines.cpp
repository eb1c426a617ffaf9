#include "engine/corpus/head_lines.hpp"

#include <string_view>
#include <utility>

#include "models/text/sentences.hpp"

namespace parallax {
namespace {

/// Titles, dates and the beginning of the text stand within it.
constexpr std::size_t kHeadBytes = 4096;

/// Where the last paragraph ends that lies wholly in the first bytes of the body.
std::size_t head_end(const Record& record) {
  const std::string_view body = std::string_view(record.text).substr(record.body_begin);
  if (body.size() <= kHeadBytes) {
    return record.text.size();
  }
  const std::size_t end = body.rfind("\n\n", kHeadBytes);
  return record.body_begin + (end == std::string_view::npos ? 0 : end);
}

}  // namespace

Result<HeadOfText> head_of(const Record& document, Analyser& analyser, Attributor& attributor) {
  Record record = document;
  record.text.resize(head_end(document));
  if (record.text.size() <= record.body_begin) {
    return HeadOfText();
  }
  Result<Document> analysed = analyser.analyse(std::move(record));
  if (!analysed) {
    return std::move(analysed).error();
  }
  HeadOfText head{std::move(analysed).value(), {}};
  Result<DocumentHead> read = attributor.head(head.document);
  if (!read) {
    return std::move(read).error();
  }
  head.head = std::move(read).value();
  return head;
}

Result<std::vector<ByteSpan>> head_lines(const Record& document, Analyser& analyser,
                                         Attributor& attributor) {
  Result<HeadOfText> head = head_of(document, analyser, attributor);
  if (!head) {
    return std::move(head).error();
  }
  std::vector<ByteSpan> lines;
  for (const std::uint32_t sentence : head.value().head.sentences) {
    lines.push_back(head.value().document.sentences[sentence].span);
  }
  return lines;
}

}  // namespace parallax

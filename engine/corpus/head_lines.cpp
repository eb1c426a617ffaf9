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

Result<std::vector<ByteSpan>> head_lines(const Record& document, Analyser& analyser,
                                         Attributor& attributor) {
  Record head = document;
  head.text.resize(head_end(document));
  std::vector<ByteSpan> lines;
  if (head.text.size() <= head.body_begin) {
    return lines;
  }
  Result<Document> analysed = analyser.analyse(std::move(head));
  if (!analysed) {
    return std::move(analysed).error();
  }
  Result<DocumentHead> read = attributor.head(analysed.value());
  if (!read) {
    return std::move(read).error();
  }
  for (const std::uint32_t sentence : read.value().sentences) {
    lines.push_back(analysed.value().sentences[sentence].span);
  }
  return lines;
}

}  // namespace parallax

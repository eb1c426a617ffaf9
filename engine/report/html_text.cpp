#include "engine/report/html_text.hpp"

#include <algorithm>
#include <cstdint>

#include "engine/document/read.hpp"
#include "models/text/display.hpp"

namespace parallax {
namespace {

std::uint32_t nibble(char c) {
  return static_cast<std::uint32_t>(c <= '9' ? c - '0' : c - 'a' + 10);
}

/// Bytes of hex digits. REQUIRES: an even number of them, lower-case.
std::string bytes_of_hex(std::string_view hex) {
  std::string out;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    out.push_back(static_cast<char>((nibble(hex[i]) << 4U) | nibble(hex[i + 1])));
  }
  return out;
}

/// The code itself if it may be one (ISO 639), else `und`.
std::string code_of(std::string_view language) {
  const bool code =
      language.size() >= 2 && language.size() <= 3 &&
      std::all_of(language.begin(), language.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return code ? std::string(language) : "und";
}

}  // namespace

std::string html_escaped(std::string_view text) {
  const std::string clean = printable(text);
  std::string out;
  out.reserve(clean.size() + clean.size() / 16);
  for (const char c : clean) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out.push_back(c);
    }
  }
  return out;
}

std::string html_isolated(std::string_view text, std::string_view language) {
  const std::string lang = language.empty() ? "" : " lang=\"" + code_of(language) + "\"";
  return "<bdi" + lang + ">" + html_escaped(text) + "</bdi>";
}

std::string html_marked(std::string_view text, const std::vector<ByteSpan>& spans) {
  std::string out;
  std::size_t at = 0;
  for (const ByteSpan span : spans) {
    if (span.empty()) {
      continue;
    }
    out += html_escaped(text.substr(at, span.begin - at));
    out += "<mark>" + html_escaped(text.substr(span.begin, span.size())) + "</mark>";
    at = span.end;
  }
  return out + html_escaped(text.substr(at));
}

std::string html_language(std::string_view language) {
  return " lang=\"" + code_of(language) + "\" dir=\"auto\"";
}

void html_define(std::string& out, std::string_view term, const std::string& html) {
  if (!html.empty()) {
    out += "<dt>" + html_escaped(term) + "</dt><dd>" + html + "</dd>\n";
  }
}

std::string base64(std::string_view bytes) {
  static constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  out.reserve((bytes.size() + 2) / 3 * 4);
  // Three bytes are four digits.
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const std::size_t count = std::min<std::size_t>(3, bytes.size() - i);
    std::uint32_t group = 0;
    for (std::size_t k = 0; k < 3; ++k) {
      group = (group << 8U) | (k < count ? static_cast<unsigned char>(bytes[i + k]) : 0U);
    }
    for (std::size_t k = 0; k < 4; ++k) {
      out.push_back(k <= count ? kDigits[(group >> (18U - 6U * k)) & 63U] : '=');
    }
  }
  return out;
}

std::string csp_hash(std::string_view content) {
  return "'sha256-" + base64(bytes_of_hex(sha256_hex(content))) + "'";
}

}  // namespace parallax

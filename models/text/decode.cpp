#include "models/text/decode.hpp"

#include <algorithm>
#include <array>
#include <memory>

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include "models/base/utf8.hpp"

namespace parallax {
namespace {

/// Below this the detector's answer is a guess that would destroy text.
constexpr int kMinConfidence = 30;

struct Mark {
  std::string_view bytes;
  const char* encoding;
};
constexpr std::array<Mark, 5> kMarks = {{{"\xEF\xBB\xBF", "UTF-8"},
                                         {std::string_view("\xFF\xFE\0\0", 4), "UTF-32LE"},
                                         {std::string_view("\0\0\xFE\xFF", 4), "UTF-32BE"},
                                         {"\xFF\xFE", "UTF-16LE"},
                                         {"\xFE\xFF", "UTF-16BE"}}};

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter open_converter(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(name.c_str(), &status));
  if (U_FAILURE(status) != 0) {
    return nullptr;
  }
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  return converter;
}

/// Converts everything; stops with an error at the first byte that does not fit.
Result<std::string> convert(std::string_view bytes, const std::string& encoding,
                            std::string_view place) {
  const Converter converter = open_converter(encoding);
  if (converter == nullptr) {
    return Error{ErrorCode::kInvalidOption, std::string(place),
                 "unknown encoding '" + encoding + "'"};
  }
  std::string out;
  out.reserve(bytes.size());
  std::array<UChar, 4096> units{};
  const char* source = bytes.data();
  const char* const end = bytes.data() + bytes.size();
  char32_t high = 0;
  for (;;) {
    UErrorCode status = U_ZERO_ERROR;
    UChar* target = units.data();
    ucnv_toUnicode(converter.get(), &target, units.data() + units.size(), &source, end, nullptr, 1,
                   &status);
    for (const UChar* unit = units.data(); unit != target; ++unit) {
      const char32_t c = *unit;
      if (c >= 0xD800 && c < 0xDC00) {
        high = c;
      } else if (c >= 0xDC00 && c < 0xE000) {
        append_utf8(out, 0x10000 + ((high - 0xD800) << 10U) + (c - 0xDC00));
      } else {
        append_utf8(out, c);
      }
    }
    if (status == U_BUFFER_OVERFLOW_ERROR) {
      continue;
    }
    if (U_FAILURE(status) != 0) {
      std::array<char, 16> bad{};
      auto length = static_cast<int8_t>(bad.size());
      UErrorCode ignored = U_ZERO_ERROR;
      ucnv_getInvalidChars(converter.get(), bad.data(), &length, &ignored);
      return Error{ErrorCode::kEncoding, std::string(place), "is not valid " + encoding,
                   static_cast<std::size_t>(source - bytes.data() - length)};
    }
    return out;
  }
}

Result<Decoded> decode_as(std::string_view bytes, const std::string& encoding,
                          std::string_view place) {
  Result<std::string> text = convert(bytes, encoding, place);
  if (!text) {
    return std::move(text).error();
  }
  return Decoded{std::move(text).value(), encoding, 1.0, false};
}

/// UTF-16 without mark: zero bytes sit (nearly) all on even or all on odd places, or blanks and
/// line feeds show as 20 00 / 0A 00.
std::string utf16_pattern(std::string_view bytes) {
  const std::size_t n = std::min<std::size_t>(bytes.size(), 4096) & ~std::size_t{1};
  std::size_t little = 0;
  std::size_t big = 0;
  std::size_t other_zero = 0;
  for (std::size_t i = 0; i < n; i += 2) {
    const bool first_zero = bytes[i] == '\0';
    const bool second_zero = bytes[i + 1] == '\0';
    other_zero += first_zero && second_zero ? 1U : 0U;
    little += second_zero && !first_zero ? 1U : 0U;
    big += first_zero && !second_zero ? 1U : 0U;
  }
  if (n < 4 || other_zero > 0 || (little == 0) == (big == 0)) {
    return {};
  }
  // At least one unit in sixteen is a blank or another ASCII character in any running text.
  if (std::max(little, big) * 16 < n / 2) {
    return {};
  }
  return little > 0 ? "UTF-16LE" : "UTF-16BE";
}

struct CloseDetector {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

/// What browsers read under these names (WHATWG Encoding Standard).
std::string whatwg_name(const std::string& name) {
  if (name == "ISO-8859-1") {
    return "windows-1252";
  }
  return name == "ISO-8859-9" ? "windows-1254" : name;
}

Result<Decoded> detect(std::string_view bytes, std::string_view place) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&status));
  const std::size_t sample = std::min<std::size_t>(bytes.size(), std::size_t{1} << 16U);
  ucsdet_setText(detector.get(), bytes.data(), static_cast<int32_t>(sample), &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  const bool found = U_SUCCESS(status) != 0 && match != nullptr;
  const int confidence = found ? ucsdet_getConfidence(match, &status) : 0;
  if (confidence < kMinConfidence) {
    return Error{ErrorCode::kEncoding, std::string(place),
                 "has an encoding that cannot be told (name it with --encoding)",
                 first_invalid_utf8(bytes)};
  }
  const std::string name = whatwg_name(ucsdet_getName(match, &status));
  Result<std::string> text = convert(bytes, name, place);
  if (!text) {
    return std::move(text).error();
  }
  return Decoded{std::move(text).value(), name, confidence / 100.0, true};
}

bool has_binary_controls(std::string_view bytes) {
  return std::any_of(bytes.begin(), bytes.end(), [](char c) { return c == '\0'; });
}

}  // namespace

Result<Decoded> decode(std::string_view bytes, std::string_view place,
                       const DecodeOptions& options) {
  if (!options.encoding.empty()) {
    std::string_view body = bytes;
    for (const Mark& mark : kMarks) {
      if (body.starts_with(mark.bytes) && options.encoding == mark.encoding) {
        body.remove_prefix(mark.bytes.size());
        break;
      }
    }
    return decode_as(body, options.encoding, place);
  }
  for (const Mark& mark : kMarks) {
    if (bytes.starts_with(mark.bytes)) {
      return decode_as(bytes.substr(mark.bytes.size()), mark.encoding, place);
    }
  }
  if (has_binary_controls(bytes)) {
    const std::string utf16 = utf16_pattern(bytes);
    if (!utf16.empty()) {
      return decode_as(bytes, utf16, place);
    }
    return Error{ErrorCode::kEncoding, std::string(place), "is binary data, not text",
                 bytes.find('\0')};
  }
  if (!first_invalid_utf8(bytes)) {
    return Decoded{std::string(bytes), "UTF-8", 1.0, false};
  }
  return detect(bytes, place);
}

}  // namespace parallax

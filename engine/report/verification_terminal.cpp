/// The view of a verification for people.

#include <algorithm>

#include <fmt/format.h>

#include "engine/report/canvas.hpp"
#include "engine/report/phrasing.hpp"
#include "engine/report/verification.hpp"

namespace parallax {
namespace {

constexpr std::size_t kIndent = 14;
/// Lines of each list; JSON has them all.
constexpr std::size_t kShown = 20;
constexpr std::size_t kHashDigits = 12;
constexpr std::size_t kMaxWords = 160;

std::string short_words(std::string_view text) {
  ByteSpan start{0, 0};
  return one_line(excerpt(text, start, kMaxWords));
}

class VerificationView {
 public:
  VerificationView(const Verification& verification, Canvas& canvas)
      : v_(verification), canvas_(canvas) {}

  void write() {
    canvas_.blank();
    canvas_.items("  result", kIndent, {one_line(v_.path), v_.schema});
    inputs();
    spans();
    findings();
    for (const std::string& note : v_.notes) {
      canvas_.hanging("  note", kIndent, one_line(note));
    }
    canvas_.blank();
    canvas_.edges(v_.holds() ? "  it holds" : "  it does not hold", "",
                  v_.holds() ? Tone::kAgree : Tone::kConflict);
    canvas_.blank();
  }

 private:
  /// The first lines of a list, and how many are left.
  template <class List, class Write>
  void list(const List& items, Write write) {
    for (std::size_t i = 0; i < std::min(items.size(), kShown); ++i) {
      write(items[i]);
    }
    if (items.size() > kShown) {
      canvas_.hanging("", kIndent, fmt::format("and {} more", items.size() - kShown));
    }
  }

  [[nodiscard]] std::size_t count(InputState state) const {
    return static_cast<std::size_t>(
        std::count_if(v_.inputs.begin(), v_.inputs.end(),
                      [&](const VerifiedInput& input) { return input.state == state; }));
  }

  void inputs() {
    canvas_.hanging("  inputs", kIndent,
                    fmt::format("{} of {} the same", count(InputState::kSame), v_.inputs.size()));
    std::vector<VerifiedInput> others;
    std::copy_if(v_.inputs.begin(), v_.inputs.end(), std::back_inserter(others),
                 [](const VerifiedInput& input) { return input.state != InputState::kSame; });
    list(others, [this](const VerifiedInput& input) { this->input(input); });
  }

  void input(const VerifiedInput& input) {
    const std::string note = input.note.empty() ? "" : ": " + one_line(input.note);
    if (input.state == InputState::kNotRead) {
      canvas_.hanging("  not read", kIndent, "standard input cannot be read again" + note);
    } else if (input.state == InputState::kMissing) {
      canvas_.hanging("! missing", kIndent, one_line(input.path) + note);
    } else {
      canvas_.hanging("! changed", kIndent,
                      fmt::format("{}, SHA-256 {}..., saved {}...{}", one_line(input.path),
                                  input.current_sha256.substr(0, kHashDigits),
                                  input.saved_sha256.substr(0, kHashDigits), note));
    }
  }

  void spans() {
    canvas_.hanging("  spans", kIndent,
                    fmt::format("{} of {} read as saved", v_.spans - v_.broken.size(), v_.spans));
    list(v_.broken, [this](const BrokenSpan& b) {
      canvas_.hanging(
          "! span", kIndent,
          fmt::format("{} in {}, bytes {} to {}: \"{}\" reads {}", one_line(b.id), one_line(b.path),
                      b.span.begin, b.span.end, short_words(b.saved),
                      b.current.empty() ? "nothing" : "\"" + short_words(b.current) + "\""));
    });
  }

  void findings() {
    if (!v_.not_repeated.empty()) {
      canvas_.hanging("! findings", kIndent, "not found again: " + one_line(v_.not_repeated));
      return;
    }
    canvas_.hanging("  findings", kIndent,
                    fmt::format("{} of {} found again, {} new", v_.findings - v_.gone.size(),
                                v_.findings, v_.fresh.size()));
    list(v_.gone, [this](const RestingFinding& f) { finding("! gone", f); });
    list(v_.fresh, [this](const RestingFinding& f) { finding("! new", f); });
  }

  void finding(std::string_view label, const RestingFinding& f) {
    canvas_.hanging(label, kIndent, one_line(f.id) + " " + short_words(f.words));
  }

  const Verification& v_;
  Canvas& canvas_;
};

}  // namespace

std::string write_verification_terminal(const Verification& verification,
                                        const TerminalOptions& options) {
  Canvas canvas(options);
  VerificationView(verification, canvas).write();
  return std::move(canvas).finish();
}

}  // namespace parallax

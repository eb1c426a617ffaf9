#pragma once

/// Contract checks that are always on. A failed check is a bug in parallax, never bad input.

#include <stdexcept>

namespace parallax {

/// Thrown by PARALLAX_EXPECTS. Only the command line's outermost function catches it (exit code 3).
class ContractViolation : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

}  // namespace parallax

#define PARALLAX_STRINGIFY_(x) #x
#define PARALLAX_STRINGIFY(x) PARALLAX_STRINGIFY_(x)

/// Throws ContractViolation with the condition and its place unless `condition` holds.
#define PARALLAX_EXPECTS(condition)                                                         \
  ((condition)                                                                              \
       ? static_cast<void>(0)                                                               \
       : throw ::parallax::ContractViolation("contract violated: " #condition " (" __FILE__ \
                                             ":" PARALLAX_STRINGIFY(__LINE__) ")"))

#if defined(__clang__)
#define PARALLAX_LIFETIMEBOUND [[clang::lifetimebound]]
#else
#define PARALLAX_LIFETIMEBOUND
#endif

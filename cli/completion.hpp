#pragma once

/// Completion scripts for shells, from a plain description of the commands.

#include <string>
#include <string_view>
#include <vector>

namespace parallax {

struct CompletionOption {
  std::string name;  ///< With its dashes.
  std::string description;
};

struct CompletionCommand {
  std::string name, description;
  std::vector<CompletionOption> options;
  std::vector<CompletionCommand> commands;
};

/// Script for "bash", "zsh" or "fish". REQUIRES: one of the three.
[[nodiscard]] std::string completion_script(const CompletionCommand& root, std::string_view shell);

}  // namespace parallax

#include "cli/completion.hpp"

#include "models/base/expects.hpp"

namespace parallax {
namespace {

std::string words_of(const CompletionCommand& command) {
  std::string words;
  for (const CompletionCommand& sub : command.commands) {
    words += (words.empty() ? "" : " ") + sub.name;
  }
  for (const CompletionOption& option : command.options) {
    words += (words.empty() ? "" : " ") + option.name;
  }
  return words;
}

std::string quoted(const std::string& text) {
  std::string out;
  for (const char c : text) {
    out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  }
  return out;
}

std::string bash_script(const CompletionCommand& root) {
  std::string out =
      "# bash completion of parallax\n_parallax() {\n  local cur=${COMP_WORDS[COMP_CWORD]}\n  "
      "local words\n"
      "  case \"${COMP_WORDS[1]} ${COMP_WORDS[2]}\" in\n";
  for (const CompletionCommand& command : root.commands) {
    for (const CompletionCommand& sub : command.commands) {
      out += "    '" + command.name + " " + sub.name + "'*) words='" + words_of(sub) + "' ;;\n";
    }
    out += "    " + command.name + "*) words='" + words_of(command) + "' ;;\n";
  }
  out += "    *) words='" + words_of(root) +
         "' ;;\n  esac\n"
         "  if [ \"$COMP_CWORD\" -eq 1 ]; then words='" +
         words_of(root) +
         "'; fi\n"
         "  COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n"
         "  case \"$cur\" in -*) ;; *) COMPREPLY+=($(compgen -f -- \"$cur\")) ;; esac\n}\n"
         "complete -o filenames -F _parallax parallax\n";
  return out;
}

std::string zsh_script(const CompletionCommand& root) {
  std::string out = "#compdef parallax\n_parallax() {\n  case \"$words[2]\" in\n";
  for (const CompletionCommand& command : root.commands) {
    out += "    " + command.name + ")\n      compadd -- " + words_of(command) +
           "\n      _files\n      ;;\n";
  }
  out += "    *)\n      compadd -- " + words_of(root) +
         "\n      ;;\n  esac\n}\n"
         "if [ \"$funcstack[1]\" = \"_parallax\" ]; then _parallax \"$@\"; else compdef _parallax "
         "parallax; fi\n";
  return out;
}

void fish_options(const CompletionCommand& command, const std::string& condition,
                  std::string& out) {
  for (const CompletionOption& option : command.options) {
    out += "complete -c parallax -n '" + condition + "' -l " + option.name.substr(2) + " -d '" +
           quoted(option.description) + "'\n";
  }
}

std::string fish_script(const CompletionCommand& root) {
  std::string out = "# fish completion of parallax\n";
  for (const CompletionCommand& command : root.commands) {
    out += "complete -c parallax -n __fish_use_subcommand -a " + command.name + " -d '" +
           quoted(command.description) + "'\n";
    const std::string used = "__fish_seen_subcommand_from " + command.name;
    fish_options(command, used, out);
    for (const CompletionCommand& sub : command.commands) {
      out += "complete -c parallax -n '" + used + "' -a " + sub.name + " -d '" +
             quoted(sub.description) + "'\n";
      fish_options(sub, "__fish_seen_subcommand_from " + sub.name, out);
    }
  }
  fish_options(root, "__fish_use_subcommand", out);
  return out;
}

}  // namespace

std::string completion_script(const CompletionCommand& root, std::string_view shell) {
  PARALLAX_EXPECTS(shell == "bash" || shell == "zsh" || shell == "fish");
  return shell == "bash"  ? bash_script(root)
         : shell == "zsh" ? zsh_script(root)
                          : fish_script(root);
}

}  // namespace parallax

#include "engine/compare/accomplished.hpp"

#include <algorithm>
#include <array>

namespace parallax {
namespace {

/// Stems, without the "=" of ids; sorted.
constexpr auto kAccomplish = std::to_array<std::string_view>(
    {"abandon",   "abduct",     "abolish",   "absorb",    "accept",     "acquir",     "acquit",
     "adopt",     "airlift",    "amend",     "amput",     "annex",      "annul",      "appoint",
     "approv",    "arrest",     "assassin",  "assault",   "attack",     "auction",    "award",
     "ban",       "barricad",   "began",     "begin",     "betray",     "blew",       "block",
     "blow",      "board",      "bomb",      "borrow",    "bought",     "boycott",    "breach",
     "break",     "bribe",      "broke",     "broken",    "build",      "built",      "buri",
     "burn",      "bury",       "buy",       "cancel",    "captur",     "castrat",    "ceas",
     "cede",      "censor",     "chang",     "charg",     "chart",      "chop",       "clear",
     "close",     "collaps",    "collect",   "combin",    "commission", "compens",    "complet",
     "conclud",   "confiscat",  "conquer",   "construct", "control",    "convert",    "convict",
     "cordon",    "correct",    "crash",     "cross",     "crush",      "cull",       "curtail",
     "cut",       "dam",        "deactiv",   "decid",     "declar",     "decommiss",  "defeat",
     "delay",     "delet",      "deliv",     "deliver",   "demob",      "demobilis",  "demolish",
     "deploy",    "deport",     "depos",     "deposit",   "derail",     "destroy",    "detain",
     "deton",     "devalu",     "disarm",    "disband",   "disclos",    "disconnect", "dismantl",
     "dismiss",   "dispatch",   "dispers",   "dissolv",   "divert",     "divid",      "donat",
     "doubl",     "down",       "drain",     "drill",     "drop",       "drown",      "dump",
     "eject",     "elect",      "elimin",    "employ",    "empti",      "enact",      "end",
     "enter",     "eras",       "erect",     "escap",     "establish",  "evacu",      "evad",
     "evict",     "excav",      "exchang",   "execut",    "exhum",      "exil",       "expand",
     "expel",     "explod",     "export",    "expropri",  "extend",     "extinguish", "extradit",
     "fell",      "fill",       "finalis",   "fine",      "finish",     "fire",       "fix",
     "flatten",   "fled",       "flee",      "flood",     "forc",       "forg",       "form",
     "found",     "free",       "freez",     "froze",     "fulfil",     "fund",       "furlough",
     "gag",       "gain",       "given",     "grab",      "grant",      "ground",     "hack",
     "halt",      "halv",       "hand",      "hang",      "hijack",     "hire",       "hit",
     "hoist",     "hospitalis", "hous",      "hunt",      "impeach",    "implement",  "import",
     "impos",     "impound",    "imprison",  "inaugur",   "increas",    "indict",     "infect",
     "inflict",   "inject",     "inspect",   "instal",    "install",    "intern",     "interrupt",
     "introduc",  "invad",      "invest",    "invit",     "issu",       "jail",       "join",
     "kidnap",    "kill",       "knock",     "label",     "laid",       "land",       "launch",
     "lay",       "leak",       "leas",      "leav",      "leave",      "left",       "lend",
     "lent",      "level",      "levi",      "liberat",   "lift",       "light",      "liquid",
     "load",      "loot",       "lose",      "lost",      "lower",      "manufactur", "mark",
     "merg",      "min",        "mine",      "mobilis",   "modernis",   "mortgag",    "move",
     "murder",    "nationalis", "notifi",    "obtain",    "occupi",     "open",       "oust",
     "outlaw",    "overhaul",   "overthrew", "overthrow", "overturn",   "paid",       "pardon",
     "pass",      "pave",       "pay",       "phase",     "plant",      "poison",     "privatis",
     "process",   "procur",     "prohibit",  "promot",    "prosecut",   "publish",    "pull",
     "pump",      "punish",     "purchas",   "purg",      "quarantin",  "quash",      "quit",
     "raid",      "rais",       "raise",     "ram",       "ransack",    "ratifi",     "raz",
     "raze",      "readmit",    "rebuild",   "rebuilt",   "recal",      "recall",     "recapt",
     "recaptur",  "recov",      "recruit",   "redeem",    "redirect",   "redraw",     "reduc",
     "refund",    "refurbish",  "reinstat",  "reject",    "relax",      "releas",     "reloc",
     "relocat",   "remov",      "renam",     "renew",     "renov",      "reopen",     "repaid",
     "repair",    "repatri",    "repeal",    "replac",    "repli",      "repossess",  "rescind",
     "rescu",     "resettl",    "resign",    "restor",    "restrict",   "resum",      "retir",
     "retriev",   "return",     "reveal",    "revers",    "revis",      "revok",      "rewrit",
     "rob",       "sabotag",    "sack",      "salvag",    "sanction",   "sank",       "scrap",
     "scrapp",    "scrub",      "scuttl",    "seal",      "search",     "secur",      "seiz",
     "sell",      "sentenc",    "separ",     "settl",     "sever",      "shell",      "ship",
     "shoot",     "shot",       "shred",     "shut",      "sign",       "silenc",     "sink",
     "slash",     "slaughter",  "smash",     "smuggl",    "sold",       "spill",      "split",
     "spread",    "squat",      "stab",      "stage",     "start",      "steal",      "steriliz",
     "stole",     "stop",       "storm",     "strand",    "strik",      "strip",      "struck",
     "submit",    "subpoena",   "sue",       "suspend",   "swap",       "switch",     "take",
     "taken",     "tap",        "tear",      "termin",    "test",       "took",       "topple",
     "torch",     "tore",       "tortur",    "tow",       "transfer",   "transform",  "transmit",
     "transport", "treat",      "trigger",   "trim",      "tripl",      "turn",       "unblock",
     "uncov",     "unlock",     "unseal",    "unveil",    "uproot",     "vacat",      "vaccin",
     "vandal",    "vandalis",   "veto",      "violat",    "visit",      "wage",       "wall",
     "welcom",    "widen",      "win",       "wip",       "wipe",       "withdraw",   "withdrew",
     "won",       "wound",      "wreck"});

/// Past forms that no ending tells; sorted.
constexpr auto kPast = std::to_array<std::string_view>(
    {"arose",     "ate",       "awoke",      "became",   "began",    "begot",      "bent",
     "bet",       "bit",       "bled",       "blew",     "blown",    "bought",     "bound",
     "bred",      "broke",     "broken",     "brought",  "built",    "burnt",      "burst",
     "came",      "cast",      "caught",     "chose",    "chosen",   "clung",      "cost",
     "crept",     "cut",       "dealt",      "did",      "done",     "drank",      "drawn",
     "drew",      "driven",    "drove",      "dug",      "fallen",   "fed",        "fell",
     "felt",      "fled",      "flew",       "flown",    "fought",   "found",      "froze",
     "frozen",    "gave",      "given",      "gone",     "got",      "gotten",     "grew",
     "grown",     "had",       "heard",      "held",     "hid",      "hidden",     "hit",
     "hung",      "hurt",      "kept",       "knelt",    "knew",     "known",      "laid",
     "lain",      "led",       "left",       "lent",     "let",      "lit",        "lost",
     "made",      "meant",     "met",        "mistook",  "mown",     "overcame",   "overran",
     "overrun",   "overthrew", "overthrown", "paid",     "put",      "quit",       "ran",
     "rang",      "rebuilt",   "repaid",     "resold",   "rewrote",  "risen",      "rode",
     "rose",      "run",       "said",       "sang",     "sank",     "saw",        "seen",
     "sent",      "set",       "sewn",       "shaken",   "shed",     "shone",      "shook",
     "shorn",     "shot",      "shown",      "shrank",   "shut",     "slain",      "slept",
     "slew",      "slid",      "sold",       "sought",   "sown",     "spent",      "spilt",
     "split",     "spoke",     "spoken",     "sprang",   "spread",   "sprung",     "stole",
     "stolen",    "stood",     "strewn",     "stricken", "strode",   "strove",     "struck",
     "stuck",     "stung",     "sung",       "sunk",     "swam",     "swept",      "swore",
     "sworn",     "swum",      "swung",      "taken",    "taught",   "threw",      "thrown",
     "told",      "took",      "tore",       "torn",     "trod",     "undertaken", "undertook",
     "underwent", "upheld",    "withdrawn",  "withdrew", "withheld", "withstood",  "woke",
     "woken",     "won",       "wore",       "worn",     "wound",    "wove",       "woven",
     "written",   "wrote",     "wrung"});

bool has_been(const ClaimWords& words, const Term& verb) {
  constexpr std::uint32_t kReach = 3;
  for (std::uint32_t back = 1; back <= kReach && verb.token >= words.begin() + back; ++back) {
    if (words.is(verb.token - back, {"has", "have", "had", "was", "were"})) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool accomplishes(std::string_view stem) {
  stem.remove_prefix(stem.starts_with("=") ? 1 : 0);
  const auto known = [](std::string_view word) {
    return std::binary_search(kAccomplish.begin(), kAccomplish.end(), word);
  };
  stem = stem.substr(0, stem.find('_'));  // "=hand_over"
  return known(stem) || (stem.size() > 1 && known(stem.substr(0, stem.size() - 1)));
}

bool tells_past(const ClaimWords& words, const Term& verb) {
  const std::string_view word = words.at(verb.token);
  return word.ends_with("ed") || std::binary_search(kPast.begin(), kPast.end(), word) ||
         has_been(words, verb);
}

}  // namespace parallax

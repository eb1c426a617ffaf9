#include "engine/compare/accomplished.hpp"

#include <algorithm>
#include <array>

namespace parallax {
namespace {

/// Stems, without the "=" of ids; sorted.
constexpr auto kAccomplish = std::to_array<std::string_view>(
    {"abandon",      "abduct",     "abolish",     "absorb",      "accept",     "acquir",
     "acquit",       "adopt",      "airlift",     "amend",       "amput",      "annex",
     "annul",        "appoint",    "approv",      "arrest",      "assassin",   "assault",
     "attack",       "auction",    "autopsi",     "award",       "ban",        "bankrupt",
     "barricad",     "barter",     "beat",        "beaten",      "began",      "begin",
     "betray",       "blackmail",  "blast",       "blew",        "block",      "blow",
     "board",        "bomb",       "borrow",      "bottl",       "bought",     "boycott",
     "breach",       "break",      "brib",        "bribe",       "bring",      "broke",
     "broken",       "brought",    "build",       "built",       "bulldoz",    "burgl",
     "buri",         "burn",       "bury",        "buy",         "bypass",     "cancel",
     "canoniz",      "capsiz",     "captur",      "castrat",     "ceas",       "cede",
     "censor",       "chang",      "charg",       "chart",       "cheat",      "chop",
     "christen",     "clear",      "close",       "collaps",     "collect",    "collid",
     "colonis",      "combin",     "commandeer",  "commission",  "compens",    "complet",
     "compromis",    "conclud",    "confin",      "confiscat",   "conquer",    "conscript",
     "consecrat",    "construct",  "contamin",    "contaminat",  "control",    "convert",
     "convey",       "convict",    "cordon",      "coron",       "correct",    "crash",
     "cripp",        "crippl",     "cross",       "crown",       "crush",      "cull",
     "curtail",      "cut",        "dam",         "damag",       "damage",     "deactiv",
     "decapit",      "decid",      "declar",      "decommiss",   "decor",      "deface",
     "defeat",       "deforest",   "defraud",     "delay",       "delet",      "delist",
     "deliv",        "deliver",    "demob",       "demobilis",   "demolish",   "demot",
     "denationalis", "deploy",     "depopul",     "deport",      "depos",      "deposit",
     "derail",       "desecr",     "destroy",     "detain",      "dethron",    "deton",
     "devalu",       "devast",     "digitis",     "disabl",      "disarm",     "disband",
     "discharg",     "disclos",    "disconnect",  "disinfect",   "dismantl",   "dismiss",
     "dispatch",     "dispers",    "dissect",     "dissolv",     "distribut",  "divert",
     "divid",        "divorc",     "donat",       "doubl",       "down",       "drain",
     "dredg",        "drill",      "drop",        "drown",       "dug",        "dump",
     "dynamit",      "eject",      "elect",       "electrocut",  "elimin",     "embalm",
     "embezzl",      "employ",     "empti",       "enact",       "encircl",    "encrypt",
     "end",          "enter",      "entomb",      "equip",       "eras",       "erect",
     "escap",        "establish",  "evacu",       "evad",        "evict",      "excav",
     "exchang",      "execut",     "exempt",      "exhum",       "exil",       "exonerat",
     "expand",       "expel",      "explod",      "export",      "expropri",   "extend",
     "extinguish",   "extort",     "extradit",    "fabric",      "falsifi",    "fell",
     "fill",         "finalis",    "fine",        "finish",      "fire",       "fix",
     "flatten",      "fled",       "flee",        "flog",        "flood",      "forc",
     "forfeit",      "forg",       "form",        "fortifi",     "found",      "free",
     "freez",        "froze",      "fulfil",      "fumig",       "fund",       "furlough",
     "furnish",      "gag",        "gain",        "garrison",    "given",      "grab",
     "graft",        "grant",      "ground",      "guillotin",   "hack",       "halt",
     "halv",         "hand",       "hang",        "harass",      "heist",      "hijack",
     "hire",         "hit",        "hoard",       "hoist",       "hospitalis", "hous",
     "hunt",         "impeach",    "implant",     "implement",   "import",     "impos",
     "impound",      "imprison",   "inaugur",     "incinerat",   "increas",    "indemnifi",
     "indict",       "infect",     "infiltr",     "infiltrat",   "inflict",    "inherit",
     "inject",       "innocul",    "inocul",      "insert",      "inspect",    "instal",
     "install",      "insur",      "intercept",   "intern",      "interrupt",  "intimid",
     "introduc",     "intrud",     "inund",       "invad",       "invalid",    "invest",
     "invit",        "irrig",      "isol",        "issu",        "jail",       "jam",
     "join",         "kidnap",     "kill",        "kneecap",     "knock",      "label",
     "laid",         "land",       "launch",      "launder",     "lay",        "leak",
     "leas",         "leav",       "leave",       "left",        "legalis",    "lend",
     "lent",         "level",      "levi",        "liberat",     "licens",     "lift",
     "light",        "liquid",     "load",        "lob",         "lodg",       "loot",
     "lose",         "lost",       "lower",       "lur",         "lynch",      "maim",
     "manipul",      "manufactur", "mark",        "marri",       "massacr",    "melt",
     "mend",         "merg",       "min",         "mine",        "mislead",    "misled",
     "mobilis",      "modernis",   "molest",      "mortgag",     "move",       "murder",
     "mutilat",      "nationalis", "naturalis",   "neutralis",   "notifi",     "obtain",
     "occupi",       "offload",    "open",        "ordain",      "oust",       "outbid",
     "outlaw",       "outvot",     "overflow",    "overhaul",    "overrid",    "overrod",
     "overrul",      "overrun",    "overthrew",   "overthrow",   "overturn",   "paid",
     "parachut",     "paralys",    "pardon",      "parol",       "pass",       "patch",
     "patent",       "pave",       "pay",         "penalis",     "penetr",     "penetrat",
     "perjur",       "phase",      "pillag",      "pinpoint",    "plant",      "plough",
     "plunder",      "poison",     "pollut",      "pound",       "privatis",   "probat",
     "process",      "procur",     "prohibit",    "prolong",     "promot",     "prosecut",
     "prun",         "publish",    "pull",        "pulp",        "pump",       "punish",
     "purchas",      "purg",       "purifi",      "quarantin",   "quash",      "quit",
     "raid",         "rais",       "raise",       "ram",         "ransack",    "ransom",
     "rape",         "ratifi",     "raz",         "raze",        "readmit",    "realign",
     "rearm",        "reassign",   "rebrand",     "rebuild",     "rebuilt",    "recal",
     "recall",       "recapt",     "recaptur",    "recast",      "recertifi",  "recogn",
     "reconnect",    "reconquer",  "reconstitut", "recoup",      "recov",      "recruit",
     "redeem",       "redeploy",   "redirect",    "redistribut", "redraw",     "redrew",
     "reduc",        "refill",     "refinanc",    "refit",       "refloat",    "refreez",
     "refuel",       "refund",     "refurbish",   "regain",      "rehous",     "reimburs",
     "reimpos",      "reinforc",   "reinstat",    "reintroduc",  "reissu",     "reject",
     "relaunch",     "relax",      "relay",       "releas",      "relegat",    "reload",
     "reloc",        "relocat",    "remand",      "remarri",     "remodel",    "remov",
     "renam",        "rename",     "render",      "renew",       "renounc",    "renov",
     "renovat",      "rent",       "reopen",      "reorgan",     "reorganis",  "repackag",
     "repaid",       "repaint",    "repair",      "repatri",     "repav",      "repeal",
     "repel",        "replac",     "repli",       "repopul",     "repossess",  "reprint",
     "repurchas",    "rerout",     "reschedul",   "rescind",     "rescu",      "resettl",
     "reshuffl",     "resign",     "restart",     "restock",     "restor",     "restrict",
     "restructur",   "resum",      "resurfac",    "retak",       "retir",      "retook",
     "retool",       "retrain",    "retriev",     "return",      "reunit",     "revamp",
     "reveal",       "revers",     "revis",       "revit",       "revok",      "reward",
     "rewrit",       "rezon",      "ridicul",     "rig",         "ripped",     "rob",
     "robb",         "rop",        "rout",        "sabotag",     "sack",       "salvag",
     "sanction",     "sanit",      "sank",        "scatter",     "scrap",      "scrapp",
     "scrub",        "sculpt",     "scuttl",      "seal",        "search",     "secur",
     "sedat",        "seiz",       "sell",        "sentenc",     "separ",      "settl",
     "sever",        "shell",      "ship",        "shoot",       "shorten",    "shot",
     "shred",        "shrunk",     "shut",        "sideline",    "sieg",       "sign",
     "silenc",       "sink",       "skipp",       "slapp",       "slash",      "slaughter",
     "smash",        "smuggl",     "snatch",      "sold",        "spill",      "split",
     "spray",        "spread",     "sprinkl",     "squat",       "stab",       "stabilis",
     "stage",        "standardis", "start",       "steal",       "steriliz",   "stitch",
     "stockpil",     "stole",      "stop",        "stor",        "storm",      "strand",
     "strangl",      "strik",      "strip",       "struck",      "subdivid",   "subdu",
     "sublet",       "submit",     "subpoena",    "subsidis",    "sue",        "summon",
     "supersed",     "supplant",   "suppli",      "suppress",    "surrend",    "surrender",
     "suspend",      "swallow",    "swap",        "swear",       "swept",      "swindl",
     "switch",       "swore",      "sworn",       "synthes",     "take",       "taken",
     "tamper",       "tap",        "tear",        "termin",      "terminat",   "test",
     "tether",       "thaw",       "tighten",     "took",        "toppl",      "topple",
     "torch",        "tore",       "tortur",      "tow",         "transcrib",  "transfer",
     "transform",    "translat",   "transmit",    "transplant",  "transport",  "trap",
     "travers",      "treat",      "trespass",    "trigger",     "trim",       "tripl",
     "truncat",      "tunnel",     "turn",        "unblock",     "unchain",    "uncov",
     "uncover",      "underwent",  "undid",       "undo",        "unearth",    "unfreez",
     "unfroze",      "uninstal",   "unleash",     "unload",      "unlock",     "unmask",
     "unpack",       "unplug",     "unseal",      "untangl",     "unveil",     "upend",
     "upgrad",       "upheld",     "uphold",      "uproot",      "usurp",      "vacat",
     "vaccin",       "vandal",     "vandalis",    "vend",        "ventil",     "vet",
     "veto",         "violat",     "visit",       "wage",        "wall",       "wash",
     "wed",          "welcom",     "weld",        "whip",        "whitewash",  "widen",
     "win",          "wip",        "wipe",        "wiretap",     "withdraw",   "withdrew",
     "withheld",     "withhold",   "won",         "wound",       "wrap",       "wreck"});

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

/// What made them ill, what leaked, what was found in the hold: diseases, poisons and drugs. "The
/// herd was killed by anthrax", "bluetongue is what killed the herd".

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>

#include "engine/compare/diverge_sorts.hpp"
#include "engine/compare/number_values.hpp"
#include "engine/compare/other_matter.hpp"
#include "engine/compare/stages.hpp"
#include "engine/compare/wordings.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {

/// Words for one thing, separated by commas; those of one line are one thing.
struct Sort {
  char kind;  ///< d = disease, c = chemical, n = narcotic.
  std::string_view words;
};

constexpr std::array kSorts = std::to_array<Sort>({
    {'d', "cholera"},
    {'d', "typhoid,typhoid fever"},
    {'d', "typhus"},
    {'d', "measles"},
    {'d', "mumps"},
    {'d', "rubella"},
    {'d', "diphtheria"},
    {'d', "whooping cough,pertussis"},
    {'d', "polio,poliomyelitis,poliovirus"},
    {'d', "influenza,flu,bird flu,avian influenza,avian flu,h5n1,swine flu"},
    {'d', "norovirus"},
    {'d', "rotavirus"},
    {'d', "adenovirus"},
    {'d', "salmonella,salmonellosis"},
    {'d', "shigella,shigellosis,dysentery"},
    {'d', "listeria,listeriosis"},
    {'d', "e . coli,e coli,escherichia coli"},
    {'d', "campylobacter"},
    {'d', "legionella,legionnaires disease,legionnaires,legionellosis"},
    {'d', "botulism,botulinum"},
    {'d', "cryptosporidium,cryptosporidiosis"},
    {'d', "giardia,giardiasis"},
    {'d', "hepatitis a"},
    {'d', "hepatitis b"},
    {'d', "hepatitis c"},
    {'d', "hepatitis e"},
    {'d', "meningitis,meningococcus"},
    {'d', "malaria"},
    {'d', "dengue,dengue fever"},
    {'d', "zika"},
    {'d', "chikungunya"},
    {'d', "yellow fever"},
    {'d', "ebola"},
    {'d', "marburg virus,marburg fever"},
    {'d', "lassa fever,lassa"},
    {'d', "rift valley fever"},
    {'d', "plague,bubonic plague,pneumonic plague"},
    {'d', "tuberculosis"},
    {'d', "leprosy"},
    {'d', "covid,covid 19,coronavirus,sars cov 2"},
    {'d', "mpox,monkeypox"},
    {'d', "smallpox"},
    {'d', "chickenpox"},
    {'d', "scarlet fever"},
    {'d', "leptospirosis"},
    {'d', "hantavirus"},
    {'d', "q fever"},
    {'d', "psittacosis"},
    {'d', "trichinosis,trichinella"},
    {'d', "scabies"},
    {'d', "anthrax"},
    {'d', "bluetongue,bluetongue disease"},
    {'d', "foot and mouth,foot and mouth disease"},
    {'d', "swine fever,african swine fever,classical swine fever"},
    {'d', "rabies"},
    {'d', "brucellosis"},
    {'d', "glanders"},
    {'d', "west nile virus,west nile fever"},
    {'d', "equine herpesvirus,equine herpes"},
    {'d', "african horse sickness"},
    {'d', "newcastle disease"},
    {'d', "sheep pox,goat pox"},
    {'d', "lumpy skin disease"},
    {'d', "bovine tuberculosis"},
    {'d', "mad cow disease,bse"},
    {'d', "pasteurellosis"},
    {'d', "distemper"},
    {'d', "myxomatosis"},
    {'d', "downy mildew"},
    {'d', "powdery mildew"},
    {'d', "black rot"},
    {'d', "grey rot,botrytis"},
    {'d', "late blight,potato blight"},
    {'d', "fire blight"},
    {'d', "stem rust,black rust"},
    {'d', "coffee rust,leaf rust"},
    {'d', "ash dieback"},
    {'d', "xylella"},
    {'d', "fusarium,panama disease"},
    {'d', "verticillium,verticillium wilt"},
    {'d', "phylloxera"},
    {'d', "bark beetle,bark beetles"},
    {'d', "desert locust,locusts"},
    {'d', "armyworm,armyworms"},
    {'d', "fruit fly,fruit flies"},
    {'c', "sarin"},
    {'c', "chlorine,chlorine gas"},
    {'c', "mustard gas"},
    {'c', "novichok"},
    {'c', "vx"},
    {'c', "tear gas"},
    {'c', "pepper spray"},
    {'c', "ammonia"},
    {'c', "cyanide"},
    {'c', "arsenic"},
    {'c', "mercury"},
    {'c', "thallium"},
    {'c', "polonium"},
    {'c', "ricin"},
    {'c', "strychnine"},
    {'c', "methanol"},
    {'c', "white phosphorus,phosphorus"},
    {'c', "ammonium nitrate"},
    {'c', "dynamite"},
    {'c', "semtex"},
    {'c', "propane"},
    {'c', "butane"},
    {'c', "methane,firedamp"},
    {'c', "hydrogen"},
    {'c', "acetylene"},
    {'c', "carbon monoxide"},
    {'c', "hydrogen sulphide,hydrogen sulfide"},
    {'c', "benzene"},
    {'c', "toluene"},
    {'c', "dioxin,dioxins"},
    {'c', "sulphuric acid,sulfuric acid"},
    {'c', "hydrochloric acid"},
    {'c', "nitric acid"},
    {'c', "caustic soda"},
    {'c', "caesium,cesium"},
    {'c', "cobalt"},
    {'c', "diesel,diesel oil"},
    {'c', "kerosene,jet fuel"},
    {'c', "crude oil"},
    {'c', "palm oil"},
    {'c', "naphtha"},
    {'n', "cocaine"},
    {'n', "heroin"},
    {'n', "cannabis,hashish,marijuana,cannabis resin"},
    {'n', "methamphetamine,crystal meth"},
    {'n', "amphetamine,amphetamines,captagon"},
    {'n', "ecstasy,mdma"},
    {'n', "fentanyl"},
    {'n', "opium"},
    {'n', "ketamine"},
    {'n', "tramadol"},
});

/// One thing of a sort that a claim names.
struct Named {
  const Sort* sort = nullptr;
  std::uint32_t token = 0, tokens = 0;
};

Named named_at(const ClaimWords& words, std::uint32_t at) {
  static const Wordings<Sort> kWordings{std::span<const Sort>(kSorts)};
  std::uint32_t tokens = 0;
  const Sort* sort = kWordings.longest(words, at, tokens);
  return sort == nullptr ? Named{} : Named{sort, at, tokens};
}

/// "Measles vaccine", "cholera cases", "the heroin trade": of several, or of something else.
bool describes(const ClaimWords& words, const Named& named) {
  static constexpr WordList kOf = {
      "vaccine",  "vaccines",  "vaccination", "vaccinations", "case",    "cases",   "deaths",
      "patients", "campaign",  "campaigns",   "ban",          "pills",   "tablets", "trade",
      "research", "programme", "program",     "treatment",    "drugs",   "fund",    "infections",
      "rate",     "rates",     "trafficking", "smuggling",    "dealer",  "dealers", "prices",
      "exports",  "imports",   "production",  "prevention",   "control", "ward"};
  const std::string_view next = words.at(named.token + named.tokens);
  return kOf.contains(next);
}

/// The one thing of the first sort that the claim names; nothing where it names two, or describes
/// others by it.
Named only_named(const ClaimWords& words) {
  Named found;
  for (std::uint32_t i = words.begin(); i < words.end(); ++i) {
    const Named here = named_at(words, i);
    if (here.sort == nullptr) {
      continue;
    }
    const bool other = found.sort != nullptr && found.sort != here.sort;
    if (other || describes(words, here) || words.is(i - 1, {"no", "not"})) {
      return {};
    }
    found = found.sort == nullptr ? here : found;
    i += here.tokens - 1;
  }
  return found;
}

/// Something was caused, found or confirmed: there is one answer to what it was.
bool settles(const ClaimWords& words) {
  for (std::uint32_t i = words.begin(); i < words.end(); ++i) {
    if (words.is(i, {"cause",         "caused",      "causes",     "causing",      "identified",
                     "identify",      "confirmed",   "killed",     "kills",        "destroyed",
                     "traced",        "diagnosed",   "tests",      "test",         "tested",
                     "samples",       "sample",      "laboratory", "laboratories", "found",
                     "detected",      "poisoned",    "poisoning",  "responsible",  "contaminated",
                     "contamination", "blamed",      "sick",       "ill",          "contracted",
                     "behind",        "established", "determined", "isolated",     "due",
                     "leaked",        "leak",        "escaped",    "spilled",      "spilt",
                     "exploded",      "explosion",   "blast",      "seized",       "seizure",
                     "contained",     "hidden",      "haul",       "consignment",  "outbreak",
                     "epidemic",      "infected",    "died",       "deaths",       "used",
                     "discharged",    "cargo",       "carrying",   "laden",        "overcame",
                     "overcome",      "gas",         "virus",      "disease",      "bacterium",
                     "pathogen",      "substance",   "poison",     "agent",        "suffocated",
                     "sickened",      "struck",      "showed"})) {
      return true;
    }
  }
  return false;
}

/// On both sides, or on one where both tell one deed: "the gas that overcame them was X", "Y
/// overcame them".
bool settled(const ClaimWords& left, const ClaimWords& right, const EventGate& gate) {
  const bool deed = std::any_of(
      left.claim.terms.begin(), left.claim.terms.end(),
      [&](const Term& term) { return term.verb && is_told(term) && in_common(gate, term.id); });
  return (settles(left) && settles(right)) || (deed && (settles(left) || settles(right)));
}

bool framed(const Claim& claim, std::uint32_t token) {
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    return token >= term.token && token < term.token + term.tokens &&
           (term.frame || term.negated || term.modality == Modality::kConditional);
  });
}

FindingSide side_of(const ClaimWords& words, const Named& named) {
  const ByteSpan span{words.document.tokens[named.token].span.begin,
                      words.document.tokens[named.token + named.tokens - 1].span.end};
  return {span, {{"name", std::string(words.document.slice(span))}}};
}

}  // namespace

void diverge_agents(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  constexpr double kOneMatter = 0.25;
  const bool english = pair.left_document.language == "en" && pair.right_document.language == "en";
  if (!english || says_something(out) || gate.other_event || gate.other_place || gate.shared < 2 ||
      gate.overlap < kOneMatter || pair.left.question || pair.right.question ||
      pair.left.negators % 2 != pair.right.negators % 2 || tell_parts(pair.left, pair.right) ||
      other_dates(pair.left, pair.right) || own_figures(pair.left, pair.right)) {
    return;
  }
  const ClaimWords left{pair.words, pair.left_document, pair.left};
  const ClaimWords right{pair.words, pair.right_document, pair.right};
  const Named a = only_named(left);
  const Named b = a.sort == nullptr ? a : only_named(right);
  if (b.sort == nullptr || a.sort == b.sort || a.sort->kind != b.sort->kind ||
      !settled(left, right, gate) || framed(pair.left, a.token) || framed(pair.right, b.token) ||
      told_in_addition(pair, a.token, b.token)) {
    return;
  }
  Finding f;
  f.kind = "name";
  f.severity = Severity::kDifference;
  f.rule = "name.sort";
  f.confidence = 0.6;
  f.slot = "what";
  f.left = side_of(left, a);
  f.right = side_of(right, b);
  f.explanation = "It is " + std::string(pair.left_document.slice(f.left.span)) + " on one side, " +
                  std::string(pair.right_document.slice(f.right.span)) + " on the other";
  out.push_back(std::move(f));
}

}  // namespace parallax

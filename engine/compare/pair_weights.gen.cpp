// Written by tests/pairs/fit_weights.py; do not edit.
#include "engine/compare/pair_weights.hpp"

#include <array>

namespace parallax {
namespace {

constexpr std::array<Step, 32> kNumber = {{
    {Trait::kOverlap, 0.881945, -0.0718, 0.1670},
    {Trait::kJaccard, 0.550506, 0.0861, -0.1331},
    {Trait::kJaccard, 0.763889, -0.0949, 0.4104},
    {Trait::kRestOverlap, 0.267857, 0.5279, -0.0671},
    {Trait::kRestJaccard, 0.449495, 0.0744, -0.0886},
    {Trait::kOpenMost, 0.5, 0.3355, -0.0572},
    {Trait::kOpenMost, 3.5, -0.1057, 0.1423},
    {Trait::kOpenMost, 7.5, -0.0210, 0.0801},
    {Trait::kAnchorWeight, 3.25, -0.3245, 0.1842},
    {Trait::kAnchorNames, 0.5, -0.5202, 0.3590},
    {Trait::kAnchorNames, 1.5, -0.0740, 0.3893},
    {Trait::kAnchorValues, 0.5, -0.1841, 0.4610},
    {Trait::kAnchorEvent, 0.5, 0.1852, -0.1302},
    {Trait::kSubstituted, 0.5, 0.2474, -1.7025},
    {Trait::kNamesLeast, 0.5, 0.1540, -1.1882},
    {Trait::kDatesLeast, 0.5, 0.4272, -0.7027},
    {Trait::kDatesMost, 0.5, 0.3107, -0.3127},
    {Trait::kSameMoment, 0.5, -0.3841, 0.9750},
    {Trait::kStancesLeast, 0.5, -0.0823, 0.6437},
    {Trait::kMoodDiffers, 0.5, -0.0390, 0.2981},
    {Trait::kSameHead, 0.416666, -0.3199, 0.2320},
    {Trait::kSameSort, 0.5, 0.1961, -0.0398},
    {Trait::kFar, 0.132377, -0.2427, 0.0310},
    {Trait::kFar, 0.650182, 0.1053, -0.1293},
    {Trait::kFar, 0.798145, 0.2930, -0.4262},
    {Trait::kFar, 0.886679, 0.0346, -0.0569},
    {Trait::kFar, 1.11458, 0.0917, -0.2343},
    {Trait::kUnit, 0.5, -0.1361, 0.3009},
    {Trait::kLoose, 0.5, -0.0139, 0.0606},
    {Trait::kPartial, 0.5, 0.0099, -0.0364},
    {Trait::kOwn, 0.5, 0.1795, -1.3238},
    {Trait::kDeedOpen, 0.5, -0.1800, 0.1029},
}};

constexpr std::array<Step, 20> kPlace = {{
    {Trait::kJaccard, 0.633333, -0.0679, 0.3645},
    {Trait::kRestOverlap, 0.845238, -0.0764, 0.1635},
    {Trait::kRestJaccard, 0.236111, 0.2946, -0.1221},
    {Trait::kRestJaccard, 0.261363, 0.2021, -0.1010},
    {Trait::kRestJaccard, 0.535714, 0.1468, -0.3018},
    {Trait::kOpenLeast, 1.5, 0.4156, -0.1874},
    {Trait::kOpenMost, 4.5, -0.1042, 0.1146},
    {Trait::kAnchorWeight, 3.75, -0.0593, 0.0701},
    {Trait::kAnchorWeight, 4.25, -0.0500, 0.1175},
    {Trait::kAnchorWeight, 5.25, -0.0106, 0.0394},
    {Trait::kAnchorWords, 1.5, 0.1203, -0.0365},
    {Trait::kAnchorValues, 0.5, -0.2644, 0.6462},
    {Trait::kFiguresLeast, 0.5, 0.2590, -0.6720},
    {Trait::kDatesMost, 0.5, 0.9843, -0.7876},
    {Trait::kSameMoment, 0.5, -0.3210, 0.9042},
    {Trait::kHeadOpen, 0.5, 0.0211, -0.0358},
    {Trait::kSamePart, 0.5, -0.0197, 0.0240},
    {Trait::kCertain, 2.5, -0.0400, 0.0466},
    {Trait::kDeedOpen, 1.5, 0.3070, -0.6283},
    {Trait::kDeedMet, 0.5, 0.2806, -0.3264},
}};

constexpr std::array<Step, 11> kName = {{
    {Trait::kOverlap, 0.763889, -0.0532, 0.1452},
    {Trait::kAnchorWeight, 5.75, -0.0330, 0.0729},
    {Trait::kAnchorNames, 0.5, -0.3576, 0.2021},
    {Trait::kOtherParty, 0.5, 0.1363, -0.0959},
    {Trait::kSharedVerbs, 0.5, 0.0468, -0.0385},
    {Trait::kNamesLeast, 1.5, 0.0197, -0.0907},
    {Trait::kFiguresMost, 0.5, 0.0635, -0.1342},
    {Trait::kCertain, 1.5, -0.0907, 0.0243},
    {Trait::kCertain, 2.5, -0.6277, 0.9168},
    {Trait::kCapital, 1.5, 0.0407, -0.1813},
    {Trait::kTopic, 1.5, 0.0783, -0.2737},
}};

constexpr std::array<KindWeights, 3> kKinds = {{
    {"number", -0.2220, 0.75, kNumber},
    {"place", 0.7472, 0.80, kPlace},
    {"name", 0.2877, 0.76, kName},
}};

}  // namespace

std::span<const KindWeights> pair_weights() {
  return kKinds;
}

}  // namespace parallax

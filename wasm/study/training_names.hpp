/// The wire names of what training has, as names.hpp has the others.
#pragma once

#include "../bindings/names.hpp"
#include "bce/animals.hpp"
#include "bce/training.hpp"

namespace bce::wasm {

template <>
inline constexpr NameList<2> kNames<TrainingLoss>{"cross_entropy", "squared_error"};
template <>
inline constexpr NameList<6> kNames<TrainingError>{"no_examples",        "lengths_differ",
                                                   "feature_not_finite", "label_not_binary",
                                                   "weight_not_finite",  "rate_not_positive"};
template <>
inline constexpr NameList<6> kNames<Course>{"diverged", "leaping", "endless",
                                            "stalled",  "settled", "falling"};
template <>
inline constexpr NameList<3> kNames<Start>{"level", "chance", "wrong"};
template <>
inline constexpr NameList<2> kNames<Herd>{"mixed", "apart"};

}  // namespace bce::wasm

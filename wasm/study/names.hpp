/// The wire names of the study edition's enumerators, as bindings/names.hpp has the public ones.
#pragma once

#include "../bindings/names.hpp"
#include "bce/difference.hpp"
#include "bce/naive.hpp"
#include "bce/rewrite.hpp"
#include "bce/variants.hpp"
#include "bce/walks.hpp"
#include "bce/worked.hpp"

namespace bce::wasm {

template <>
inline constexpr NameList<kRules> kNames<Rule>{
    "substitute",  "one_minus",  "zero_term",         "zero_silences",
    "one_factor",  "sigmoid",    "log_of_reciprocal", "large_exponent",
    "exponential", "complement", "logarithm",         "multiply",
    "add",         "apply_minus"};
template <>
inline constexpr NameList<kSlips> kNames<Slip>{"percentage", "swapped_terms", "forgotten_one",
                                               "base_ten", "lost_minus"};
template <>
inline constexpr NameList<11> kNames<LineVerdict>{"empty",   "unreadable", "undefined", "right",
                                                  "ahead",   "not_yet",    "imprecise", "near",
                                                  "unequal", "wrong_turn", "wrong"};
template <>
inline constexpr NameList<kExerciseKinds> kNames<ExerciseKind>{
    "loss_for_one", "loss_for_zero", "loss_at_logit", "find_p",
    "batch_mean",   "nats_to_bits",  "better_model",  "spot_the_error"};
template <>
inline constexpr NameList<kMistakes> kNames<Mistake>{
    "logit_as_p",    "other_outcome", "straight_line",  "power_of_ten",   "power_of_two",
    "growing_power", "sum",           "labels_ignored", "terms_swapped",  "ten_for_e",
    "two_for_e",     "minus_lost",    "multiplied",     "hartleys",       "unchanged",
    "max_left_out",  "tail_left_out", "product_added",  "factors_added",  "squared_slope",
    "own_square",    "first_order",   "label_entropy",  "not_subtracted", "entropy_added",
    "reversed"};
template <>
inline constexpr NameList<kAsked> kNames<Asked>{
    "logits_loss",      "logits_softplus", "logits_task",        "gradient_in_p",
    "gradient_of_p",    "gradient_in_z",   "gradient_order",     "gradient_task",
    "entropy_of_label", "entropy_cross",   "entropy_divergence", "entropy_task"};
template <>
inline constexpr NameList<2> kNames<Precision>{"float32", "float64"};
template <>
inline constexpr NameList<2> kNames<DifferenceKind>{"forward", "central"};
template <>
inline constexpr NameList<5> kNames<DifferenceCause>{"nothing", "exact", "bends", "both", "rounds"};
template <>
inline constexpr NameList<1> kNames<DifferenceError>{"step_out_of_range"};

}  // namespace bce::wasm

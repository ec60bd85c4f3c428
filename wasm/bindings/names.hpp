/// The wire names of core's enumerators, in the order of the enumerators: the same spelling as in
/// core and as in contract/core.d.ts (tests/architecture/codes.test.ts compares all three).
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "bce/answer.hpp"
#include "bce/batch.hpp"
#include "bce/comparison.hpp"
#include "bce/derivation.hpp"
#include "bce/expression.hpp"
#include "bce/graph.hpp"
#include "bce/libraries.hpp"
#include "bce/loss.hpp"
#include "bce/parse.hpp"
#include "bce/reading.hpp"
#include "bce/tokens.hpp"

namespace bce::wasm {

template <std::size_t N>
using NameList = std::array<std::string_view, N>;

template <class Enum>
inline constexpr NameList<0> kNames{};

template <>
inline constexpr NameList<5> kNames<LossError>{"label_not_finite", "label_out_of_range",
                                               "probability_not_finite", "probability_out_of_range",
                                               "logit_not_finite"};
template <>
inline constexpr NameList<3> kNames<Unit>{"nats", "bits", "hartleys"};
template <>
inline constexpr NameList<4> kNames<BatchErrorCode>{"empty", "lengths_differ", "label",
                                                    "probability"};
template <>
inline constexpr NameList<3> kNames<Library>{"pytorch", "keras", "scikit_learn"};
template <>
inline constexpr NameList<3> kNames<ComparedLoss>{"cross_entropy", "squared_error",
                                                  "classification_error"};
template <>
inline constexpr NameList<2> kNames<Axis>{"probability", "logit"};
template <>
inline constexpr NameList<2> kNames<ViewError>{"view_not_finite", "view_empty"};
template <>
inline constexpr NameList<12> kNames<ParseErrorCode>{
    "empty",           "too_long",           "too_deep",         "unknown_character",
    "unknown_word",    "malformed_number",   "number_too_large", "missing_operand",
    "missing_bracket", "unexpected_bracket", "second_equals",    "ambiguous_mark"};
template <>
inline constexpr NameList<2> kNames<EvaluateError>{"unknown_symbol", "undefined"};
template <>
inline constexpr NameList<6> kNames<TokenKind>{"number",    "identifier", "function",
                                               "operation", "open",       "close"};
template <>
inline constexpr NameList<12> kNames<Verdict>{"empty",   "unreadable", "right",      "truncated",
                                              "near",    "imprecise",  "indistinct", "other_unit",
                                              "unequal", "infinite",   "wrong_turn", "wrong"};
template <>
inline constexpr NameList<3> kNames<AnswerFault>{"needs_numbers", "undefined", "other_letter"};
template <>
inline constexpr NameList<19> kNames<WrongTurn>{
    "base_ten",        "base_two",       "lost_minus",     "other_term", "percentage",
    "squared_error",   "absolute_error", "probability",    "complement", "hundredfold",
    "misplaced_point", "halved",         "both_terms",     "entropy",    "own_weight",
    "logit",           "slope",          "slope_in_logit", "mislabelled"};
template <>
inline constexpr NameList<3> kNames<StepId>{"likelihood", "log_likelihood", "mean_loss"};
template <>
inline constexpr NameList<4> kNames<Dropped>{"nothing", "binary_labels", "independence",
                                             "inner_probabilities"};
template <>
inline constexpr NameList<8> kNames<DataErrorCode>{"no_rows",
                                                   "too_many_rows",
                                                   "lengths_differ",
                                                   "label_not_binary",
                                                   "label_out_of_range",
                                                   "probability_not_finite",
                                                   "probability_out_of_range",
                                                   "probability_at_end"};

template <class Enum>
constexpr std::string_view name(Enum value) noexcept {
  return kNames<Enum>[static_cast<std::size_t>(value)];
}

/// The enumerator of that name, if there is one.
template <class Enum>
constexpr std::optional<Enum> named(std::string_view name) noexcept {
  for (std::size_t i = 0; i < kNames<Enum>.size(); ++i)
    if (name == kNames<Enum>[i]) return static_cast<Enum>(i);
  return std::nullopt;
}

}  // namespace bce::wasm

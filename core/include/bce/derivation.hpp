/// Binary cross-entropy as the negative log-likelihood of independent Bernoulli labels, in three
/// steps, each a formula that is evaluated on the reader's own data set.
///
/// Assumptions: every label is 0 or 1, the examples are independent, every probability lies
/// strictly between 0 and 1.
/// Source   Bishop, Pattern Recognition and Machine Learning (2006), section 4.3.2.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "bce/expression.hpp"
#include "bce/result.hpp"

namespace bce {

enum class StepId : std::uint8_t { likelihood, log_likelihood, mean_loss };

/// Significant figures that the values are shown with: enough to compare the steps by eye.
inline constexpr int kFigures = 7;

struct Step {
  StepId id = StepId::likelihood;
  Expression formula;    // a statement: name = definition
  Expression worked;     // the definition with the rows' numbers put in, hard labels resolved; the
                         // last step starts from the value of the step before
                         // and, for one row, leaves the division by 1 out
  double value = 0.0;    // of the definition, evaluated from the tree
  double follows = 0.0;  // the same value, got from the step before (step 1: its own value)
  bool agrees = true;  // they differ by at most 1e-12 times the value, or times 1 if that is more:
                       // a factor's relative rounding is absolute once the logarithm is taken
  bool comparable =
      true;            // false where they agree and yet differ in the figures shown, because the
                       // step before has rounded them away: a product close to 1 or close to 0
  bool exact = false;  // kFigures figures hold the definition's value without rounding it; never
                       // claimed wrongly, but missed where a probability has many decimals
};

struct Derivation {
  std::array<Step, 3> steps;
  // The product is too small for a double with all its digits; the sum is not. Nothing follows from
  // such a product: step 2 then has its own value in `follows`, and is not comparable.
  bool underflowed = false;
};

inline constexpr std::size_t kMostRows = 12;

enum class DataErrorCode : std::uint8_t {
  no_rows,
  too_many_rows,
  lengths_differ,
  label_not_binary,
  probability_not_finite,
  probability_out_of_range,
  probability_at_end,  // exactly 0 or 1: outside what the derivation assumes
};

/// `row` counts from 0; meaningful for the codes about a label or a probability.
struct DataError {
  DataErrorCode code = DataErrorCode::no_rows;
  std::size_t row = 0;
};

/// The three formulas, for any data set: likelihood, log-likelihood, mean loss.
[[nodiscard]] std::array<Expression, 3> derivation_formulas();

/// The steps for 1 to kMostRows rows. Unequal lengths are reported before their number, and that
/// before the first bad row, its label before its probability.
[[nodiscard]] Result<Derivation, DataError> derive(std::span<const double> labels,
                                                   std::span<const double> probabilities);

}  // namespace bce

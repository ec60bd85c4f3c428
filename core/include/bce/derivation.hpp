/// Binary cross-entropy as the negative log-likelihood of independent Bernoulli labels, in three
/// steps, each a formula that is evaluated on the reader's own data set.
///
/// Assumptions: every label is 0 or 1, the examples are independent, every probability lies
/// strictly between 0 and 1. One of them at a time can be dropped, to see which step needs it.
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

/// Which assumption is given up: labels then are anything in [0, 1], rows that are the same are one
/// example written more than once, or probabilities may be exactly 0 or 1.
enum class Dropped : std::uint8_t { nothing, binary_labels, independence, inner_probabilities };

/// Significant figures that the values are shown with: enough to compare the steps by eye.
inline constexpr int kFigures = 7;

struct Step {
  StepId id = StepId::likelihood;
  Expression formula;  // a statement: name = definition
  Expression worked;   // the definition with the rows' numbers put in, hard labels resolved; the
                       // last step starts from the value of the step before
                       // and, for one row, leaves the division by 1 out
  double value = 0.0;  // of the definition, evaluated from the tree; infinite from step 2 on where
                       // a prediction is exactly wrong
  double follows = 0.0;  // the same value, got from the step before (step 1: its own value)
  bool agrees = true;  // they differ by at most 1e-12 times the value, or times 1 if that is more:
                       // a factor's relative rounding is absolute once the logarithm is taken
  bool comparable =
      true;            // false where they agree and yet differ in the figures shown, because the
                       // step before has rounded them away: a product close to 1 or close to 0
  bool exact = false;  // kFigures figures hold the definition's value without rounding it; never
                       // claimed wrongly, but missed where a probability has many decimals
};

/// What becomes of the steps on rows that do not keep to the assumption that was dropped.
struct Breach {
  std::size_t rows = 0;              // so many do not keep to it; 0 where nothing was dropped
  StepId step = StepId::likelihood;  // the first step that needs it
  // Beside the product of step 1, and 0 where no double holds it with all its digits:
  //   binary_labels        the likelihood to expect where label i is drawn, 1 with probability y_i,
  //                        each by itself: the product of y_i p_i + (1 - y_i)(1 - p_i)
  //   independence         the likelihood of the labels: every example counts once
  //   inner_probabilities  the product of the rows strictly between 0 and 1; 1 where there are none
  double instead = 1.0;
};

struct Derivation {
  std::array<Step, 3> steps;
  // The product is too small for a double with all its digits; the sum is not. Nothing follows from
  // such a product: step 2 then has its own value in `follows`, and is not comparable. A product
  // with a factor of exactly 0 is not too small: it is 0.
  bool underflowed = false;
  Breach breach{};
};

inline constexpr std::size_t kMostRows = 12;

enum class DataErrorCode : std::uint8_t {
  no_rows,
  too_many_rows,
  lengths_differ,
  label_not_binary,
  label_out_of_range,  // outside [0, 1], where binary labels were dropped
  probability_not_finite,
  probability_out_of_range,
  probability_at_end,  // exactly 0 or 1, which was not dropped
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
                                                   std::span<const double> probabilities,
                                                   Dropped dropped = Dropped::nothing);

}  // namespace bce

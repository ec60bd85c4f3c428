/// Named rules that turn one form of a formula into another of the same value.
///
/// A rule is applied to every place of the tree that it fits. A number that a rule computes is a
/// double with all its digits; it has no figures() unless it is exact, as 1 - 0.85 = 0.15 is. So a
/// line can go on with full precision and be printed rounded (rounded()).
///
/// The formula is about one example: `Example` holds its label and how its prediction was given.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "bce/expression.hpp"
#include "bce/loss.hpp"
#include "bce/reading.hpp"

namespace bce {

/// In the order in which they solve for the loss.
enum class Rule : std::uint8_t {
  substitute,         // letters by the numbers that were given
  one_minus,          // 1 - y, where y is a number; not inside a logarithm
  zero_term,          // 0 times a finite logarithm is 0 and drops out
  zero_silences,      // 0 times ln 0 is 0 by convention and drops out
  one_factor,         // 1 times a logarithm is the logarithm
  sigmoid,            // p = 1/(1 + e^-z) and 1 - p = 1/(1 + e^z), with the number for z
  log_of_reciprocal,  // ln(1/a) = -ln a
  large_exponent,     // ln(1 + e^a) is a, where e^a is too large for a double
  exponential,        // e^a, where a is a number
  complement,         // 1 - p inside a logarithm, where p is a decimal of at most kShortPlaces
  logarithm,          // ln a, where a is a number, or 1 plus or minus one
  multiply,           // two numbers
  add,                // two numbers
  apply_minus,        // -(-a) = a
};
inline constexpr std::size_t kRules = 14;

/// Past these decimals 1 - p is left to the logarithm, which keeps the digits of a small p.
inline constexpr int kShortPlaces = 6;

/// What is known of an example.
struct Example {
  Label label;
  Prediction prediction;
};

struct Rewriting {
  Expression result;
  std::vector<Expression> because{};  // what was replaced, each once: statements
  bool exact = true;                  // no number had to be rounded
};

/// The formula after the rule; nothing where the rule fits nowhere.
[[nodiscard]] std::optional<Rewriting> rewrite(Rule rule, const Expression& formula,
                                               const Example& example);

/// The value of a formula in y, p, z and L, in [-inf, +inf]. As evaluate, but where a logit was
/// given it goes by the rules first, so it keeps its digits where e^z is very large or very small.
[[nodiscard]] Result<double, EvaluateError> value_of(const Expression& formula,
                                                     const Example& example);

/// The loss of the example, from the logit where that was given.
[[nodiscard]] double loss(const Example& example) noexcept;

/// The formula with its computed numbers, and no others, rounded to so many significant figures
/// (1 to 15).
[[nodiscard]] Expression rounded(const Expression& formula, int figures);

}  // namespace bce

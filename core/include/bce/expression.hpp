/// A formula as a tree: the one thing that is shown, read from a learner and evaluated.
///
/// Trees are values: a copy is a tree of its own. They are built with the operators and functions
/// below, or by parse() (parse.hpp), and printed by tokens() (tokens.hpp).
///
/// Accuracy of evaluate: ln and exp are those of elementary.hpp, and ln(1 - a) keeps the digits of
/// a small a. log2 and log10 are ln over a constant. Whole powers up to 1024 are products; any
/// other power is e^(b ln a), so it loses about |b ln a| units in its last place. enclose() says
/// how far off a value may be.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "bce/result.hpp"

namespace bce {

/// What a letter in a formula stands for.
enum class Symbol : std::uint8_t {
  label,          // y
  probability,    // p
  logit,          // z
  loss,           // L
  count,          // N, the number of examples
  mean_loss,      // J
  likelihood,     // script L
  label_i,        // y_i, one example's label
  probability_i,  // p-hat_i, one example's predicted probability
};
inline constexpr std::size_t kSymbols = 9;

enum class Op : std::uint8_t {
  number,  // a literal
  symbol,  // a letter
  euler,   // the constant e
  infinity,
  negate,    // -a
  add,       // a + b
  subtract,  // a - b
  multiply,  // a b
  divide,    // a / b
  power,     // a ^ b
  percent,   // a %, that is a / 100
  ln,        // natural logarithm; what a learner types as ln or log
  log2,
  log10,
  exp,
  sqrt,
  absolute,      // |a|
  equals,        // a = b: a statement; it has no value. Its left side may be one too: a = b = c
  approximates,  // a = b, nearly: as equals
  sum,           // sum over the examples i = 1 ... N of a
  product,       // product over the examples i = 1 ... N of a
};

class Expression {
 public:
  [[nodiscard]] Op op() const noexcept;
  /// The literal, finite; only where op() is number.
  [[nodiscard]] double number() const noexcept;
  /// The significant figures that a literal was typed with; 0 where nobody typed it, or it is zero.
  [[nodiscard]] int figures() const noexcept;
  /// Only where op() is symbol.
  [[nodiscard]] Symbol symbol() const noexcept;
  /// Operands in reading order: none, one or two, as the Op says.
  [[nodiscard]] std::span<const Expression> operands() const noexcept;

  /// Equal in shape, letters and literals; the figures do not count.
  friend bool operator==(const Expression& a, const Expression& b) noexcept;

  Expression(double literal);  // so that 1 - y reads as mathematics where trees are built
  Expression(double literal, int figures);
  Expression(Symbol letter);
  Expression(Op op, std::vector<Expression> operands);

 private:
  Op op_ = Op::number;
  Symbol symbol_ = Symbol::label;
  int figures_ = 0;
  double number_ = 0.0;
  std::vector<Expression> operands_{};
};

[[nodiscard]] Expression operator-(Expression a);
[[nodiscard]] Expression operator+(Expression a, Expression b);
[[nodiscard]] Expression operator-(Expression a, Expression b);
[[nodiscard]] Expression operator*(Expression a, Expression b);
[[nodiscard]] Expression operator/(Expression a, Expression b);
[[nodiscard]] Expression ln(Expression a);
[[nodiscard]] Expression pow(Expression base, Expression exponent);
[[nodiscard]] Expression equals(Expression left, Expression right);
[[nodiscard]] Expression approximates(Expression left, Expression right);
[[nodiscard]] Expression sum(Expression term);
[[nodiscard]] Expression product(Expression factor);

/// A number that is known to lie within `radius` of `value`. The radius is +inf where nothing is
/// known, and 0 where the value is exact or infinite.
struct Enclosure {
  double value = 0.0;
  double radius = 0.0;

  Enclosure() = default;
  Enclosure(double middle, double reach = 0.0) : value(middle), radius(reach) {}
};

/// Whether the two may be the same number. Infinity is the same only as itself.
[[nodiscard]] bool overlap(const Enclosure& a, const Enclosure& b) noexcept;

/// The values that the letters stand for. `labels` and `probabilities` are the examples that sum
/// and product run over (equally long). count is their number unless it is set; without examples
/// sum, product and count have no value.
struct Environment {
  std::array<std::optional<Enclosure>, kSymbols> values{};
  std::span<const double> labels{};
  std::span<const double> probabilities{};

  /// A plain number is the double nearest to the decimal that is meant, or that whole number.
  Environment& set(Symbol letter, double value) noexcept;
  Environment& set(Symbol letter, const Enclosure& value) noexcept;
};

enum class EvaluateError : std::uint8_t {
  unknown_symbol,  // a letter without a value, or a statement (equals); goes before undefined
  undefined,       // no real value: ln or root of a negative number, division by 0, inf - inf ...
};

/// The value of a tree, in [-inf, +inf]; never NaN. The convention of the subject holds: a factor
/// that is exactly 0 silences an infinite logarithm beside it (0 ln 0 = 0), and 0^0 = 1. Any other
/// 0 times infinity is undefined. Zero has no sign.
[[nodiscard]] Result<double, EvaluateError> evaluate(const Expression& expression,
                                                     const Environment& environment) noexcept;

/// The same with what rounding may have done to it: the value of the formula as it was typed, with
/// decimals that are no doubles, lies in the enclosure. Not proved for sum and product over more
/// than a few hundred examples.
[[nodiscard]] Result<Enclosure, EvaluateError> enclose(const Expression& expression,
                                                       const Environment& environment) noexcept;

}  // namespace bce

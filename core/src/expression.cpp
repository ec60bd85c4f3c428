#include "bce/expression.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numbers>
#include <utility>

#include "bce/elementary.hpp"
#include "bce/numeric.hpp"

namespace bce {

namespace {

constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();
constexpr double kMostFactors = 1024.0;

[[maybe_unused]] constexpr std::size_t operand_count(Op op) {
  switch (op) {
    case Op::number:
    case Op::symbol:
    case Op::euler:
    case Op::infinity:
      return 0;
    case Op::add:
    case Op::subtract:
    case Op::multiply:
    case Op::divide:
    case Op::power:
    case Op::equals:
    case Op::approximates:
      return 2;
    default:
      return 1;
  }
}

/// A value on its way up the tree. While it travels, NaN means undefined.
struct Value {
  double number = kUndefined;
  bool infinite_logarithm = false;  // number is infinite, because somewhere below is ln 0
  bool unknown = false;             // a letter below has no value
};

/// The example that a sum or product has reached.
struct Row {
  double label;
  double probability;
};

double power(double base, double exponent) noexcept {
  // std::pow would say 1 for NaN^0, and its tables alone weigh several kilobytes.
  if (std::isnan(base) || std::isnan(exponent)) return kUndefined;
  if (exponent == 0.0) return 1.0;
  if (base == 0.0) return exponent > 0.0 ? 0.0 : kUndefined;
  const double size = std::fabs(exponent);
  const bool whole = std::floor(size) == size && !std::isinf(size);
  if (whole && size <= kMostFactors) {
    double result = 1.0;
    double square = base;
    for (auto left = static_cast<unsigned>(size); left != 0; left >>= 1U) {
      if ((left & 1U) != 0) result *= square;
      square *= square;
    }
    return exponent < 0.0 ? 1.0 / result : result;
  }
  if (base < 0.0 && !whole) return kUndefined;
  const double result = elementary::exp(exponent * elementary::ln(std::fabs(base)));
  const double half = size / 2;
  return base < 0.0 && std::floor(half) != half ? -result : result;
}

class Evaluation {
 public:
  explicit Evaluation(const Environment& environment) noexcept
      : environment_(environment),
        rows_(std::min(environment.labels.size(), environment.probabilities.size())) {}

  Value value(const Expression& e, const Row* row) const noexcept {
    switch (e.op()) {
      case Op::number:
        return {.number = e.number()};
      case Op::symbol:
        return letter(e.symbol(), row);
      case Op::euler:
        return {.number = std::numbers::e};
      case Op::infinity:
        return {.number = std::numeric_limits<double>::infinity()};
      case Op::equals:
      case Op::approximates:
        return {.unknown = true};
      case Op::ln:
      case Op::log2:
      case Op::log10:
        return logarithm(e, row);
      case Op::sum:
      case Op::product:
        return total(e);
      default:
        return arithmetic(e, row);
    }
  }

 private:
  Value letter(Symbol symbol, const Row* row) const noexcept {
    if (row != nullptr && symbol == Symbol::label_i) return {.number = row->label};
    if (row != nullptr && symbol == Symbol::probability_i) return {.number = row->probability};
    const std::optional<double>& known = environment_.values[static_cast<std::size_t>(symbol)];
    if (known) return {.number = *known};
    if (symbol == Symbol::count && rows_ != 0) return {.number = static_cast<double>(rows_)};
    return {.unknown = true};
  }

  Value logarithm(const Expression& e, const Row* row) const noexcept {
    const Expression& operand = e.operands()[0];
    // In 1 - a a small a loses its digits; ln_1p takes a itself.
    const bool from_one = operand.op() == Op::subtract &&
                          operand.operands()[0].op() == Op::number &&
                          operand.operands()[0].number() == 1.0;
    Value result = value(from_one ? operand.operands()[1] : operand, row);
    const double a = result.number;
    result.number = from_one ? elementary::ln_1p(-a) : elementary::ln(a);
    if (e.op() == Op::log2) result.number /= std::numbers::ln2;
    if (e.op() == Op::log10) result.number /= std::numbers::ln10;
    result.number += 0.0;
    result.infinite_logarithm = a == (from_one ? 1.0 : 0.0);
    return result;
  }

  static Value times(const Value& a, const Value& b, double number) noexcept {
    const bool silenced =
        (a.number == 0.0 && b.infinite_logarithm) || (b.number == 0.0 && a.infinite_logarithm);
    return joined(a, b, silenced ? 0.0 : number);
  }

  static Value joined(const Value& a, const Value& b, double number) noexcept {
    // Adding 0 turns -0 into 0.
    return {
        .number = number + 0.0,
        .infinite_logarithm = (a.infinite_logarithm || b.infinite_logarithm) && std::isinf(number),
        .unknown = a.unknown || b.unknown};
  }

  Value arithmetic(const Expression& e, const Row* row) const noexcept {
    const std::span<const Expression> operands = e.operands();
    const Value left = value(operands[0], row);
    const Value right = operands.size() == 2 ? value(operands[1], row) : Value{.number = 0.0};
    const double a = left.number;
    const double b = right.number;
    switch (e.op()) {
      case Op::negate:
        return joined(left, right, -a);
      case Op::add:
        return joined(left, right, a + b);
      case Op::subtract:
        return joined(left, right, a - b);
      case Op::multiply:
        return times(left, right, a * b);
      case Op::divide:
        return joined(left, right, b == 0.0 ? kUndefined : a / b);
      case Op::power:
        return joined(left, right,
                      operands[0].op() == Op::euler ? elementary::exp(b) : power(a, b));
      case Op::percent:
        return joined(left, right, a / 100.0);
      case Op::exp:
        return joined(left, right, elementary::exp(a));
      case Op::sqrt:
        return joined(left, right, std::sqrt(a));
      default:
        return joined(left, right, std::fabs(a));
    }
  }

  Value total(const Expression& e) const noexcept {
    if (rows_ == 0) return {.unknown = true};
    const bool adds = e.op() == Op::sum;
    Value result{.number = adds ? 0.0 : 1.0};
    CompensatedSum sum;
    for (std::size_t i = 0; i < rows_; ++i) {
      const Row row{environment_.labels[i], environment_.probabilities[i]};
      const Value term = value(e.operands()[0], &row);
      if (adds) {
        sum.add(term.number);
        result = joined(result, term, sum.value());
      } else {
        result = times(result, term, result.number * term.number);
      }
    }
    return result;
  }

  const Environment& environment_;
  std::size_t rows_;
};

}  // namespace

Op Expression::op() const noexcept { return op_; }

double Expression::number() const noexcept {
  assert(op_ == Op::number);
  return number_;
}

int Expression::figures() const noexcept { return figures_; }

Symbol Expression::symbol() const noexcept {
  assert(op_ == Op::symbol);
  return symbol_;
}

std::span<const Expression> Expression::operands() const noexcept { return operands_; }

bool operator==(const Expression& a, const Expression& b) noexcept {
  return a.op_ == b.op_ && a.symbol_ == b.symbol_ && a.number_ == b.number_ &&
         a.operands_ == b.operands_;
}

Expression::Expression(double literal) : Expression(literal, 0) {}

Expression::Expression(double literal, int figures) : figures_(figures), number_(literal) {
  assert(std::isfinite(literal));
}

Expression::Expression(Symbol letter) : op_(Op::symbol), symbol_(letter) {}

Expression::Expression(Op op, std::vector<Expression> operands)
    : op_(op), operands_(std::move(operands)) {
  assert(op != Op::number && op != Op::symbol);
  assert(operands_.size() == operand_count(op));
}

namespace {

// Moved in one by one: a list in braces would copy both trees.
Expression binary(Op op, Expression&& a, Expression&& b) {
  std::vector<Expression> operands;
  operands.reserve(2);
  operands.push_back(std::move(a));
  operands.push_back(std::move(b));
  return {op, std::move(operands)};
}

Expression unary(Op op, Expression&& a) {
  std::vector<Expression> operands;
  operands.push_back(std::move(a));
  return {op, std::move(operands)};
}

}  // namespace

Expression operator-(Expression a) { return unary(Op::negate, std::move(a)); }

Expression operator+(Expression a, Expression b) {
  return binary(Op::add, std::move(a), std::move(b));
}

Expression operator-(Expression a, Expression b) {
  return binary(Op::subtract, std::move(a), std::move(b));
}

Expression operator*(Expression a, Expression b) {
  return binary(Op::multiply, std::move(a), std::move(b));
}

Expression operator/(Expression a, Expression b) {
  return binary(Op::divide, std::move(a), std::move(b));
}

Expression ln(Expression a) { return unary(Op::ln, std::move(a)); }

Expression pow(Expression base, Expression exponent) {
  return binary(Op::power, std::move(base), std::move(exponent));
}

Expression equals(Expression left, Expression right) {
  return binary(Op::equals, std::move(left), std::move(right));
}

Expression approximates(Expression left, Expression right) {
  return binary(Op::approximates, std::move(left), std::move(right));
}

Expression sum(Expression term) { return unary(Op::sum, std::move(term)); }

Expression product(Expression factor) { return unary(Op::product, std::move(factor)); }

Result<double, EvaluateError> evaluate(const Expression& expression,
                                       const Environment& environment) noexcept {
  const Value value = Evaluation(environment).value(expression, nullptr);
  if (value.unknown) return EvaluateError::unknown_symbol;
  if (std::isnan(value.number)) return EvaluateError::undefined;
  return value.number;
}

}  // namespace bce

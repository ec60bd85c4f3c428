#include "bce/expression.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numbers>
#include <utility>

#include "bce/elementary.hpp"
#include "bce/numeric.hpp"
#include "bce/work.hpp"

namespace bce {

namespace {

constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();
constexpr double kMostFactors = 1024.0;

/// More than one operation, or one of elementary.hpp, can be off by, relatively: 4 units in the
/// last place, of which some are left for the arithmetic on radii itself.
constexpr double kRounding = 0x1p-50;
/// The same where the result is too small to have all its digits.
constexpr double kLeast = std::numeric_limits<double>::denorm_min();

/// The double nearest to a decimal; a whole number is itself.
Enclosure nearest(double x) noexcept {
  return {x, std::floor(x) == x ? 0.0 : std::fabs(x) * kRounding + kLeast};
}

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
  double radius = 0.0;              // NaN where it knows no bound
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

/// How far base^exponent = result can be off, where they can be off by as much as the radii say.
double power_radius(const Value& base, const Value& exponent, double result) noexcept {
  if (base.number == 0.0 && base.radius == 0.0) return 0.0;
  const double size = std::fabs(base.number);
  const double left = size - base.radius;
  if (!(left > 0.0)) return kUndefined;
  const double steps = std::fabs(exponent.number);
  // Relative, as a change of the exponent of e.
  const double change = (steps + exponent.radius) * (base.radius / left + kRounding) +
                        std::fabs(elementary::ln(left)) * (exponent.radius + steps * kRounding);
  return std::fabs(result) * change * elementary::exp(change);
}

class Evaluation {
 public:
  explicit Evaluation(const Environment& environment) noexcept
      : environment_(environment),
        rows_(std::min(environment.labels.size(), environment.probabilities.size())) {}

  Value value(const Expression& e, const Row* row) const noexcept {
    spend();
    switch (e.op()) {
      case Op::number:
        return known(nearest(e.number()));
      case Op::symbol:
        return letter(e.symbol(), row);
      case Op::euler:
        return known(nearest(std::numbers::e));
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
  static Value known(const Enclosure& e) noexcept {
    return {.number = e.value, .radius = e.radius};
  }

  Value letter(Symbol symbol, const Row* row) const noexcept {
    if (row != nullptr && symbol == Symbol::label_i) return known(nearest(row->label));
    if (row != nullptr && symbol == Symbol::probability_i) return known(nearest(row->probability));
    const std::optional<Enclosure>& set = environment_.values[static_cast<std::size_t>(symbol)];
    if (set) return known(*set);
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
    const double left = (from_one ? 1.0 - a : a) - result.radius;
    const double base = e.op() == Op::log2    ? std::numbers::ln2
                        : e.op() == Op::log10 ? std::numbers::ln10
                                              : 1.0;
    result.number = (from_one ? elementary::ln_1p(-a) : elementary::ln(a)) / base + 0.0;
    if (result.radius != 0.0) result.radius = left > 0.0 ? result.radius / left / base : kUndefined;
    result.radius += std::fabs(result.number) * kRounding;
    result.infinite_logarithm = a == (from_one ? 1.0 : 0.0);
    return result;
  }

  static Value times(const Value& a, const Value& b, double number) noexcept {
    const bool silenced =
        (a.number == 0.0 && b.infinite_logarithm) || (b.number == 0.0 && a.infinite_logarithm);
    if (silenced) return joined(a, b, 0.0, 0.0);
    return joined(a, b, number,
                  std::fabs(a.number) * b.radius + (std::fabs(b.number) + b.radius) * a.radius +
                      std::fabs(number) * kRounding + kLeast);
  }

  static Value joined(const Value& a, const Value& b, double number, double radius) noexcept {
    // Adding 0 turns -0 into 0.
    return {
        .number = number + 0.0,
        .radius = radius,
        .infinite_logarithm = (a.infinite_logarithm || b.infinite_logarithm) && std::isinf(number),
        .unknown = a.unknown || b.unknown};
  }

  Value arithmetic(const Expression& e, const Row* row) const noexcept {
    const std::span<const Expression> operands = e.operands();
    const Value left = value(operands[0], row);
    const Value right = operands.size() == 2 ? value(operands[1], row) : Value{.number = 0.0};
    const double a = left.number;
    const double b = right.number;
    // What adding, and taking the sign away, leaves of it.
    const double radius = left.radius + right.radius;
    const auto rounded = [](double x) { return std::fabs(x) * kRounding; };
    switch (e.op()) {
      case Op::negate:
        return joined(left, right, -a, radius);
      case Op::add:
        return joined(left, right, a + b, radius + rounded(a + b));
      case Op::subtract:
        return joined(left, right, a - b, radius + rounded(a - b));
      case Op::multiply:
        return times(left, right, a * b);
      case Op::divide: {
        const double quotient = b == 0.0 ? kUndefined : a / b;
        const double closest = std::fabs(b) - right.radius;
        const double moved = left.radius + std::fabs(quotient) * right.radius;
        return joined(left, right, quotient,
                      closest > 0.0 ? moved / closest + rounded(quotient) + kLeast : kUndefined);
      }
      case Op::power: {
        const double result = operands[0].op() == Op::euler ? elementary::exp(b) : power(a, b);
        return joined(left, right, result,
                      power_radius(left, right, result) + rounded(result) + kLeast);
      }
      case Op::percent:
        return joined(left, right, a / 100.0, radius / 100.0 + rounded(a / 100.0) + kLeast);
      case Op::exp: {
        const double result = elementary::exp(a);
        const double change = radius * elementary::exp(radius);
        return joined(left, right, result, result * change + rounded(result) + kLeast);
      }
      case Op::sqrt: {
        const double root = std::sqrt(a);
        return joined(left, right, root,
                      a > 0.0 ? radius / root + rounded(root) : std::sqrt(radius));
      }
      default:
        return joined(left, right, std::fabs(a), radius);
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
        result = joined(result, term, sum.value(),
                        result.radius + term.radius + std::fabs(sum.value()) * kRounding);
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

bool overlap(const Enclosure& a, const Enclosure& b) noexcept {
  const double apart = std::fabs(a.value - b.value);
  return a.value == b.value || (std::isfinite(apart) && apart <= a.radius + b.radius);
}

Environment& Environment::set(Symbol letter, double value) noexcept {
  return set(letter, nearest(value));
}

Environment& Environment::set(Symbol letter, const Enclosure& value) noexcept {
  values[static_cast<std::size_t>(letter)] = value;
  return *this;
}

Result<Enclosure, EvaluateError> enclose(const Expression& expression,
                                         const Environment& environment) noexcept {
  const Value value = Evaluation(environment).value(expression, nullptr);
  if (value.unknown) return EvaluateError::unknown_symbol;
  if (std::isnan(value.number)) return EvaluateError::undefined;
  if (std::isinf(value.number)) return Enclosure{value.number};
  const bool bounded = !std::isnan(value.radius);
  return Enclosure{value.number, bounded ? value.radius : std::numeric_limits<double>::infinity()};
}

Result<double, EvaluateError> evaluate(const Expression& expression,
                                       const Environment& environment) noexcept {
  const auto enclosure = enclose(expression, environment);
  if (!enclosure.ok()) return enclosure.error();
  return enclosure->value;
}

}  // namespace bce

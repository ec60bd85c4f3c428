#include "bce/precision.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numbers>

#include "bce/elementary.hpp"

namespace bce {

namespace {

/// 99.9...% divides to a hair below the power of ten that it was typed as.
constexpr double kHair = 1e-14;

/// How far from a whole number a count of units may be that has lost digits in a division.
constexpr double kWhole = 1e-9;

/// A whole number, as the exponent of a power of ten is.
bool is_whole(const Expression& e) {
  if (e.op() == Op::negate) return is_whole(e.operands()[0]);
  return e.op() == Op::number && std::floor(e.number()) == e.number();
}

bool is_power_of_ten(const Expression& e) {
  const auto operands = e.operands();
  return e.op() == Op::power && operands[0].op() == Op::number && operands[0].number() == 10.0 &&
         is_whole(operands[1]);
}

}  // namespace

double power_of_ten(int exponent) noexcept {
  double size = 1.0;
  double square = 10.0;
  for (auto left = static_cast<unsigned>(std::abs(exponent)); left != 0; left >>= 1U) {
    if ((left & 1U) != 0) size *= square;
    square *= square;
  }
  return exponent < 0 ? 1.0 / size : size;
}

int decade(double x) noexcept {
  const double raised = x * (1.0 + kHair);
  // From an estimate, which is at most one off.
  int exponent = static_cast<int>(elementary::ln(x) / std::numbers::ln10);
  exponent = std::clamp(exponent, -308, 308);
  while (exponent > -308 && raised < power_of_ten(exponent)) --exponent;
  while (exponent < 308 && raised >= power_of_ten(exponent + 1)) ++exponent;
  return exponent;
}

int figures_of(const Expression& e) noexcept {
  const auto operands = e.operands();
  switch (e.op()) {
    case Op::number:
      return e.figures();
    case Op::multiply:
      return operands[0].op() == Op::number && is_power_of_ten(operands[1]) ? operands[0].figures()
                                                                            : 0;
    case Op::negate:
    case Op::percent:
      return figures_of(operands[0]);
    default:
      return 0;
  }
}

Target::Target(const Enclosure& where) noexcept : at(where) {
  const double size = std::fabs(at.value);
  if (size > 0.0 && std::isfinite(size)) first_figure = power_of_ten(decade(size));
}

Typed::Typed(const Enclosure& at, int figures_typed) noexcept
    : value(at.value), figures(figures_typed), radius(at.radius) {
  // 2 * 10^999 has figures as well.
  if (figures > 0 && value != 0.0 && std::isfinite(value)) {
    last_figure = power_of_ten(decade(std::fabs(value)) - figures + 1);
  }
}

bool Typed::measurable(const Target& target) const noexcept {
  return std::isfinite(value) && target.first_figure != 0.0;
}

/// Of the last figure that is compared.
double Typed::unit(const Target& target) const noexcept {
  return figures == 0 ? target.third_figure() : std::min(last_figure, target.first_figure);
}

/// A formula that rounding has left without a third figure does not show one. A decimal keeps its
/// own, but for one with a power of ten that no double holds.
bool Typed::shows(const Target& target) const noexcept {
  return radius < (figures == 0 ? unit(target) : target.first_figure);
}

bool Typed::is(const Target& target) const noexcept {
  if (!measurable(target)) return value == target.at.value;
  return shows(target) && overlap({value, radius}, target.at);
}

bool Typed::rounds(const Target& target) const noexcept {
  if (!measurable(target)) return value == target.at.value;
  if (!shows(target)) return false;
  return std::fabs(value - target.at.value) <= unit(target) / 2 + target.at.radius + radius;
}

bool Typed::truncates(const Target& target) const noexcept {
  if (figures == 0 || !measurable(target)) return false;
  const double left_over =
      target.at.value < 0.0 ? value - target.at.value : target.at.value - value;
  return left_over >= -target.at.radius - radius && left_over < unit(target);
}

bool Typed::within(const Target& target, double share) const noexcept {
  if (!measurable(target)) return value == target.at.value;
  return std::fabs(value - target.at.value) <= share * std::fabs(target.at.value);
}

Typed Typed::bare() const noexcept {
  Typed result = *this;
  for (; result.figures > 1; --result.figures, result.last_figure *= 10.0) {
    const double count = value / (result.last_figure * 10.0);
    if (std::fabs(count - std::floor(count + 0.5)) > kWhole) break;
  }
  return result;
}

}  // namespace bce

/// How a number that somebody typed compares with the number that it should be.
///
/// A plain decimal stands for every number that it is a rounding of, so it is compared by the
/// figures it was typed with. Any other formula has the value that it has; as an answer it is read
/// to three significant figures. Both numbers come with their enclosures, and nothing is decided
/// that these leave open.
#pragma once

#include "bce/expression.hpp"

namespace bce {

inline constexpr int kEnoughFigures = 3;  // significant, for an answer to be precise enough

/// 10^exponent: exact up to 10^22, correctly rounded down to 10^-22.
[[nodiscard]] double power_of_ten(int exponent) noexcept;

/// The e for which 10^e <= x < 10^(e + 1), in [-308, 308]; x is positive and finite.
[[nodiscard]] int decade(double x) noexcept;

/// The figures of a plain decimal: a literal, also with a sign, a percent sign or a power of ten
/// behind it (1.63 * 10^-1). 0 for any other formula.
[[nodiscard]] int figures_of(const Expression& e) noexcept;

/// A number to compare with.
struct Target {
  Enclosure at;
  double first_figure = 0.0;  // the power of ten of its first figure; 0 where it is 0 or infinite

  Target() = default;
  Target(const Enclosure& where) noexcept;
  Target(double exactly) noexcept : Target(Enclosure(exactly)) {}

  /// The power of ten of its third figure.
  [[nodiscard]] double third_figure() const noexcept { return first_figure / 100.0; }
};

/// What was typed, as a value and the precision that it claims.
struct Typed {
  double value = 0.0;
  int figures = 0;  // 0: not a plain decimal
  double radius = 0.0;
  double last_figure = 0.0;  // the power of ten of the last one; 0 where there is none

  Typed() = default;
  Typed(const Enclosure& at, int figures_typed) noexcept;

  /// The same number, as far as the enclosures tell.
  [[nodiscard]] bool is(const Target& target) const noexcept;

  /// Rounded, to as many figures as were typed, of which at least one has to be the target's. Half
  /// a unit may go either way.
  [[nodiscard]] bool rounds(const Target& target) const noexcept;

  /// Cut off, towards zero. Only a plain decimal can be.
  [[nodiscard]] bool truncates(const Target& target) const noexcept;

  [[nodiscard]] bool stands_for(const Target& target) const noexcept {
    return rounds(target) || truncates(target);
  }

  /// Within a share of the target.
  [[nodiscard]] bool within(const Target& target, double share) const noexcept;

  /// Without the zeros at its end.
  [[nodiscard]] Typed bare() const noexcept;

 private:
  [[nodiscard]] bool measurable(const Target& target) const noexcept;
  [[nodiscard]] double unit(const Target& target) const noexcept;
  [[nodiscard]] bool shows(const Target& target) const noexcept;
};

}  // namespace bce

/// The slope dL/dz by finite differences, in double precision, and how far that is from p - y.
///
/// A large step is wrong by what the curve bends within it (by about h times half the second
/// derivative one-sided, by h^2 times a sixth of the third where it is central); a small one by
/// rounding, of which the quotient keeps about 1e-16 L / h.
#pragma once

#include <cstdint>
#include <vector>

#include "bce/comparison.hpp"
#include "bce/graph.hpp"
#include "bce/loss.hpp"
#include "bce/result.hpp"

namespace bce {

enum class DifferenceKind : std::uint8_t {
  forward,  // (L(z + h) - L(z)) / h
  central,  // (L(z + h) - L(z - h)) / (2 h)
};

inline constexpr double kLargestStep = 100.0;

enum class DifferenceError : std::uint8_t { step_out_of_range };

/// What a difference suffers from.
enum class DifferenceCause : std::uint8_t {
  nothing,  // the two losses are the same number
  exact,    // nothing to speak of: the error is at most 2^-52
  bends,    // the curve bends on the way: that alone may cost ten times what rounding may
  both,     // neither by so much
  rounds,   // rounding may cost ten times what bending may
};

struct Difference {
  double ahead = 0.0;     // L(z + h)
  double behind = 0.0;    // L(z), or L(z - h)
  double change = 0.0;    // ahead - behind
  double width = 0.0;     // h, or 2 h
  double quotient = 0.0;  // change / width
  double slope = 0.0;     // p - y
  double error = 0.0;     // |quotient - slope|
  DifferenceCause cause = DifferenceCause::nothing;
};

/// `h` in (0, kLargestStep].
[[nodiscard]] Result<Difference, DifferenceError> difference(DifferenceKind kind, Label y, Logit z,
                                                             double h) noexcept;

/// log10 of the error over log10 of h: a value every eighth of a decade, joined. Nothing where the
/// error is 0, or outside the view.
[[nodiscard]] std::vector<Run> difference_errors(DifferenceKind kind, Label y, Logit z,
                                                 const View& view);

/// dp/dz = p (1 - p), which keeps its digits for large |z|. In [0, 1/4].
[[nodiscard]] double sigmoid_slope(Logit z) noexcept;

/// dL/dz itself, over the logit. There is none of the classification error.
[[nodiscard]] std::vector<Run> slope_curve(ComparedLoss loss, Label y, const View& view);

}  // namespace bce

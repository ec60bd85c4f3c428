/// Graph geometry: any function to polylines in pixels, and ticks. Knows no loss.
#pragma once

#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <vector>

#include "bce/result.hpp"

namespace bce {

enum class ViewError : std::uint8_t { view_not_finite, view_empty };

/// A rectangle of the plane and the rectangle of pixels that shows it. Pixels count from the top
/// left corner, downwards.
class View {
 public:
  struct Bounds {
    double x_low = 0.0, x_high = 1.0, y_low = 0.0, y_high = 1.0;
    double width_px = 1.0, height_px = 1.0;
  };
  /// Refuses bounds that are not finite or that enclose nothing.
  [[nodiscard]] static Result<View, ViewError> from(const Bounds& bounds) noexcept;

  [[nodiscard]] const Bounds& bounds() const noexcept { return bounds_; }
  [[nodiscard]] double x_px(double x) const noexcept;
  /// Infinite where y is.
  [[nodiscard]] double y_px(double y) const noexcept;

 private:
  explicit View(const Bounds& bounds) noexcept : bounds_(bounds) {}
  Bounds bounds_;
};

struct Point {
  double x = 0.0;
  double y = 0.0;
};

/// One unbroken stretch of a curve, in pixels, left to right, at least two points.
using Run = std::vector<Point>;

inline constexpr double kCurveTolerancePx = 0.25;
inline constexpr std::size_t kMostCurvePoints = 200;

/// A function of one variable; NaN where it has no value. An infinite value is one: a wall.
/// Borrowed for the length of a call. (std::function, with its virtual calls, would bring printf
/// into the wasm and make it a tenth larger.)
class Curve {
 public:
  template <class F>
  requires std::is_invocable_r_v<double, const F&, double> Curve(const F& f)
  noexcept
      : f_(&f),
        call_([](const void* g, double x) -> double { return (*static_cast<const F*>(g))(x); }) {}
  double operator()(double x) const { return call_(f_, x); }

 private:
  const void* f_;
  double (*call_)(const void*, double);
};

/// The part of y = f(x) inside the view, as runs of straight segments. A run ends where the curve
/// leaves the frame, exactly on the frame, straight above (or below) where the value becomes
/// infinite; or where the function has no value. A visible gap that a sample falls into is not
/// bridged.
///
/// For functions that are convex over one interval, or concave and only rising or only falling: as
/// the loss is, over p and over z, for any label and in any view. Then the segments stay within
/// kCurveTolerancePx of the curve, in kMostCurvePoints points at most, on frames of up to 1920 by
/// 1200 pixels. The interval shows if it is wider than 1/16 of the view. Other functions may take
/// more points, and lose what happens within 1/16 of the view; a jump out of the frame is drawn up
/// to the frame.
[[nodiscard]] std::vector<Run> sample(Curve f, const View& view);

/// Round numbers (1, 2, 2.5 or 5 times a power of ten apart) inside [low, high], ascending, at most
/// `at_most` of them; at least two where at_most is four or more. Each is the double nearest to its
/// decimal, and zero is exactly zero. Domain: spans from 1e-18 to 1e18, wider than 1e-9 of their
/// ends, and at most 1000 ticks; none beyond it.
[[nodiscard]] std::vector<double> ticks(double low, double high, std::size_t at_most);

}  // namespace bce

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

/// The part of y = f(x) inside the view, as runs of straight segments that stay within
/// kCurveTolerancePx of the curve, in kMostCurvePoints points at most. A run ends where the curve
/// leaves the frame, exactly on the frame, or where the function has no value; a gap is never
/// bridged. Where the value becomes infinite the run ends on the frame too, straight above (or
/// below). For functions that are monotone or convex between neighbouring samples of a 1/64 grid,
/// as all of ours are; one that needs more points than the most is drawn as well as they allow.
[[nodiscard]] std::vector<Run> sample(Curve f, const View& view);

/// Round numbers (1, 2, 2.5 or 5 times a power of ten apart) inside [low, high], ascending, at most
/// `at_most` of them; at least two where at_most allows. Each is the double nearest to its decimal,
/// and zero is exactly zero. None for a range that is empty, not finite or narrower than 1e-9 of
/// its ends.
[[nodiscard]] std::vector<double> ticks(double low, double high, std::size_t at_most);

}  // namespace bce

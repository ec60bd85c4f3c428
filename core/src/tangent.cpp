#include "bce/tangent.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace bce {
namespace {

/// One coordinate of the line, as a share of the frame: start + t direction.
struct Coordinate {
  double start;
  double direction;

  /// Where it passes an edge of the frame, 0 or 1.
  [[nodiscard]] double passes(double edge) const noexcept { return (edge - start) / direction; }

  [[nodiscard]] double at(double t) const noexcept {
    // On an edge exactly, whatever the rounding of t does.
    if (direction != 0.0) {
      if (t == passes(0.0)) return 0.0;
      if (t == passes(1.0)) return 1.0;
    }
    return std::clamp(start + t * direction, 0.0, 1.0);
  }
};

/// The values of t between which the line is inside the frame (Liang and Barsky 1984).
struct Stretch {
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();

  void keep(const Coordinate& coordinate) noexcept {
    if (coordinate.direction == 0.0) {
      if (coordinate.start < 0.0 || coordinate.start > 1.0) high = low;
      return;
    }
    const double a = coordinate.passes(0.0);
    const double b = coordinate.passes(1.0);
    low = std::max(low, std::min(a, b));
    high = std::min(high, std::max(a, b));
  }
};

}  // namespace

Mark mark_of(Point at, const View& view) noexcept {
  const View::Bounds& bounds = view.bounds();
  Mark mark;
  mark.px = {std::clamp(view.x_px(at.x), 0.0, bounds.width_px),
             std::clamp(view.y_px(at.y), 0.0, bounds.height_px)};
  mark.in_frame = at.x >= bounds.x_low && at.x <= bounds.x_high && at.y >= bounds.y_low &&
                  at.y <= bounds.y_high;
  return mark;
}

std::optional<Line> tangent(Point at, double slope, const View& view) noexcept {
  const View::Bounds& bounds = view.bounds();
  const double x_span = bounds.x_high - bounds.x_low;
  const double y_span = bounds.y_high - bounds.y_low;
  Coordinate x{(at.x - bounds.x_low) / x_span, 1.0};
  // Pixels count downwards.
  Coordinate y{(bounds.y_high - at.y) / y_span, -(slope * x_span / y_span)};
  if (!std::isfinite(x.start) || !std::isfinite(y.start) || !std::isfinite(slope)) return {};
  // The larger part of the direction is 1, so that neither t nor a coordinate overflows; a slope
  // beyond the doubles is upright.
  if (std::fabs(y.direction) > 1.0) {
    x.direction = 1.0 / std::fabs(y.direction);
    y.direction = std::copysign(1.0, y.direction);
  }
  Stretch stretch;
  stretch.keep(x);
  stretch.keep(y);
  if (!(stretch.low < stretch.high)) return {};
  const auto point = [&](double t) {
    return Point{x.at(t) * bounds.width_px, y.at(t) * bounds.height_px};
  };
  const Line line{point(stretch.low), point(stretch.high)};
  if (line.from.x == line.to.x && line.from.y == line.to.y) return {};
  return line;
}

}  // namespace bce

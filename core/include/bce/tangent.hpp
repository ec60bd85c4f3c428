/// A point of a curve and its tangent line, as far as a view shows them. Knows no curve.
#pragma once

#include <optional>

#include "bce/graph.hpp"

namespace bce {

/// Where a point is drawn, in pixels.
struct Mark {
  Point px{};
  bool in_frame = false;
};

/// The point held to the frame; on its edge, and not in the frame, where `at` lies outside.
/// Coordinates may be infinite.
[[nodiscard]] Mark mark_of(Point at, const View& view) noexcept;

/// A straight line between two points, in pixels.
struct Line {
  Point from{};
  Point to{};
};

/// The line through `at` that rises by `slope` per unit of x (both in the view's own units), cut to
/// the frame: from left to right, both ends exactly on the frame. `at` itself may lie outside.
/// Nothing where the point or the slope is not finite, where the line misses the frame, and where
/// it only touches a corner.
[[nodiscard]] std::optional<Line> tangent(Point at, double slope, const View& view) noexcept;

}  // namespace bce

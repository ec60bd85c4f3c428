#include "bce/training_graph.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "bce/numeric.hpp"

namespace bce {
namespace {

/// A linear function of the frame: its value at the corners.
struct Corners {
  double top_left, top_right, bottom_left, bottom_right;
};

}  // namespace

std::optional<Line> level_line(const Weights& weights, int features, double level,
                               const View& view) noexcept {
  const View::Bounds& b = view.bounds();
  // By the largest of them, so that no sum leaves the doubles.
  const double scale = std::max({std::fabs(weights.bias), std::fabs(weights.first),
                                 std::fabs(weights.second), std::fabs(level)});
  if (!(scale > 0.0) || !std::isfinite(scale)) return std::nullopt;
  const auto height = [&](double x, double y) {
    const double second = features == 2 ? weights.second / scale * kEarsCm.measured(y) : 0.0;
    return (weights.bias / scale - level / scale) + weights.first / scale * kWeightKg.measured(x) +
           second;
  };
  const Corners at{height(b.x_low, b.y_high), height(b.x_high, b.y_high), height(b.x_low, b.y_low),
                   height(b.x_high, b.y_low)};
  const double w = b.width_px;
  const double h = b.height_px;
  struct Side {
    Point from, to;
    double at_from, at_to;
  };
  const std::array<Side, 4> sides{{{{0.0, 0.0}, {0.0, h}, at.top_left, at.bottom_left},
                                   {{0.0, 0.0}, {w, 0.0}, at.top_left, at.top_right},
                                   {{0.0, h}, {w, h}, at.bottom_left, at.bottom_right},
                                   {{w, 0.0}, {w, h}, at.top_right, at.bottom_right}}};
  std::array<Point, 4> found{};
  std::size_t count = 0;
  for (const Side& side : sides) {
    // A corner at exactly 0 counts as above, so that each side is crossed once or not at all.
    if ((side.at_from >= 0.0) == (side.at_to >= 0.0)) continue;
    const double share = side.at_from / (side.at_from - side.at_to);
    found[count++] = {side.from.x + share * (side.to.x - side.from.x),
                      side.from.y + share * (side.to.y - side.from.y)};
  }
  if (count < 2) return std::nullopt;
  Point from = found[0];
  Point to = found[1];
  if (from.x == to.x && from.y == to.y) return std::nullopt;
  if (to.x < from.x || (to.x == from.x && to.y < from.y)) std::swap(from, to);
  return Line{from, to};
}

std::vector<Run> probability_curve(const Weights& weights, const View& view) {
  return sample(
      [&](double x) { return sigmoid(weights.bias + weights.first * kWeightKg.measured(x)); },
      view);
}

Run trace(std::span<const double> values, const View& view) {
  const View::Bounds& b = view.bounds();
  const auto point = [&](std::size_t step) {
    return Point{std::clamp(view.x_px(static_cast<double>(step)), 0.0, b.width_px),
                 std::clamp(view.y_px(values[step]), 0.0, b.height_px)};
  };
  Run run;
  for (std::size_t from = 0; from < values.size();) {
    const double column = std::floor(point(from).x);
    std::size_t least = from;
    std::size_t greatest = from;
    std::size_t end = from + 1;
    for (; end < values.size() && std::floor(point(end).x) == column; ++end) {
      if (values[end] < values[least]) least = end;
      if (values[end] > values[greatest]) greatest = end;
    }
    run.push_back(point(std::min(least, greatest)));
    if (least != greatest) run.push_back(point(std::max(least, greatest)));
    from = end;
  }
  return run;
}

}  // namespace bce

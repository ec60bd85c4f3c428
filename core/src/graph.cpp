#include "bce/graph.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

namespace bce {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

// Cells in which the curve is taken to rise or fall all the way, once its lowest point is known.
constexpr std::size_t kCells = 16;
// Interior points, evenly apart, at which a straight segment is judged. The worst point lies
// between them; along a convex curve it is at most (kProbes + 1) / kProbes times as far as the
// worst of them.
constexpr int kProbes = 12;
constexpr double kAimPx = kCurveTolerancePx * kProbes / (kProbes + 1);

enum class Side : std::uint8_t { inside, above, below, none };

struct Sample {
  double x = 0.0;
  double y = kInfinity;  // also where there is none
  Side side = Side::none;
  Point px{};  // on the frame where the curve is above or below it
};

double distance_squared(const Point& at, const Point& from, const Point& to) noexcept {
  const double dx = to.x - from.x;
  const double dy = to.y - from.y;
  const double length_squared = dx * dx + dy * dy;
  const double dot = (at.x - from.x) * dx + (at.y - from.y) * dy;
  const double along = dot > 0.0 ? std::min(dot / length_squared, 1.0) : 0.0;
  const double off_x = at.x - (from.x + along * dx);
  const double off_y = at.y - (from.y + along * dy);
  return off_x * off_x + off_y * off_y;
}

class Tracer {
 public:
  Tracer(Curve f, const View& view) : f_(f), view_(view) {}

  std::vector<Run> runs() {
    const View::Bounds& b = view_.bounds();
    std::array<Sample, kCells + 1> grid;
    std::size_t low = 0;
    for (std::size_t i = 0; i <= kCells; ++i) {
      const double share = static_cast<double>(i) / kCells;
      grid[i] = at(i == kCells ? b.x_high : b.x_low + share * (b.x_high - b.x_low));
      if (grid[i].y < grid[low].y) low = i;
    }
    const Sample lowest =
        lowest_of(grid[low == 0 ? 0 : low - 1], grid[low], grid[std::min(low + 1, kCells)]);
    if (grid[0].side == Side::inside) run_.push_back(grid[0].px);
    for (std::size_t i = 0; i < kCells; ++i) {
      const bool split = lowest.x > grid[i].x && lowest.x < grid[i + 1].x;
      if (split) draw(grid[i], lowest);
      draw(split ? lowest : grid[i], grid[i + 1]);
    }
    finish_run();
    return std::move(runs_);
  }

 private:
  Sample at(double x) const {
    const View::Bounds& b = view_.bounds();
    const double y = f_(x);
    if (std::isnan(y)) return {.x = x};
    const Side side = y > b.y_high ? Side::above : y < b.y_low ? Side::below : Side::inside;
    return {x, y, side, {view_.x_px(x), std::clamp(view_.y_px(y), 0.0, b.height_px)}};
  }

  /// The lowest point between left and right, of which `low` is already the lowest one known.
  Sample lowest_of(Sample left, Sample low, Sample right) const {
    for (int i = 0; i < 60; ++i) {
      for (const bool leftwards : {true, false}) {
        Sample& end = leftwards ? left : right;
        const Sample middle = at(low.x + (end.x - low.x) / 2.0);
        const bool lower = middle.y < low.y;
        if (lower) (leftwards ? right : left) = std::exchange(low, middle);
        if (!lower) end = middle;
      }
    }
    return low;
  }

  /// Adds the part from a, which is drawn already, to b.
  void draw(const Sample& a, const Sample& b) {
    if (!(a.x < b.x)) return;
    if (a.side != b.side) draw_across(a, b);
    if (a.side != Side::inside || b.side != Side::inside) return;
    Sample worst = a;
    double most = kAimPx * kAimPx;
    for (int i = 1; i <= kProbes; ++i) {
      const Sample probe = at(a.x + (b.x - a.x) * i / (kProbes + 1));
      const double off =
          probe.side == Side::inside ? distance_squared(probe.px, a.px, b.px) : kInfinity;
      if (off <= most) continue;
      most = off;
      worst = probe;
    }
    // Where the curve only rises or falls, a column this narrow holds both it and the segment.
    const bool narrow = b.px.x - a.px.x <= kAimPx;
    if (worst.x == a.x || narrow) {
      run_.push_back(b.px);
    } else {
      draw(a, worst);
      draw(worst, b);
    }
  }

  /// The same, where the curve enters or leaves the frame on the way.
  void draw_across(const Sample& a, const Sample& b) {
    Sample before = a;
    Sample after = b;
    for (;;) {
      const double x = before.x + (after.x - before.x) / 2.0;
      // The doubles in between are used up; near x = 0 there are very many.
      if (x == before.x || x == after.x) break;
      const Sample middle = at(x);
      (middle.side == a.side ? before : after) = middle;
    }
    draw(a, before);
    // The neighbour outside is on the frame, straight above or below where it is infinite.
    if (before.side == Side::inside) {
      if (after.side != Side::none) run_.push_back(after.px);
      finish_run();
    } else if (after.side == Side::inside) {
      if (before.side != Side::none) run_.push_back(before.px);
      run_.push_back(after.px);
    }
    draw(after, b);
  }

  void finish_run() {
    if (run_.size() >= 2) runs_.push_back(run_);
    run_.clear();
  }

  Curve f_;
  const View& view_;
  Run run_{};
  std::vector<Run> runs_{};
};

}  // namespace

Result<View, ViewError> View::from(const Bounds& bounds) noexcept {
  const double x_span = bounds.x_high - bounds.x_low;
  const double y_span = bounds.y_high - bounds.y_low;
  // A span of finite ends can be infinite too.
  for (const double x :
       {bounds.x_low, bounds.y_low, x_span, y_span, bounds.width_px, bounds.height_px}) {
    if (!std::isfinite(x)) return ViewError::view_not_finite;
  }
  for (const double size : {x_span, y_span, bounds.width_px, bounds.height_px}) {
    if (size <= 0.0) return ViewError::view_empty;
  }
  return View(bounds);
}

double View::x_px(double x) const noexcept {
  return (x - bounds_.x_low) / (bounds_.x_high - bounds_.x_low) * bounds_.width_px;
}

double View::y_px(double y) const noexcept {
  return (bounds_.y_high - y) / (bounds_.y_high - bounds_.y_low) * bounds_.height_px;
}

std::vector<Run> sample(Curve f, const View& view) { return Tracer(f, view).runs(); }

std::vector<double> ticks(double low, double high, std::size_t at_most) {
  const double span = high - low;
  const double size = std::max(std::fabs(low), std::fabs(high));
  // Not met by NaN either.
  if (!(span >= 1e-18 && span <= 1e18 && span > 1e-9 * size) || at_most > 1000) return {};
  const double most = static_cast<double>(at_most);
  for (int exponent = -22; exponent <= 22; ++exponent) {
    // 10^22 is the largest that is exact, so that a tick is rounded once.
    double power = 1.0;
    for (int i = std::abs(exponent); i > 0; --i) power *= 10.0;
    for (const double tenths : {10.0, 20.0, 25.0, 50.0}) {
      const auto tick_at = [=](double multiple) {
        return exponent < 0 ? multiple * tenths / power : multiple * tenths * power;
      };
      // Cheap, and it keeps the multiples below 2^53.
      if (span >= (most + 1.0) * tick_at(1.0)) continue;
      std::vector<double> found;
      // From outside, because the quotient is rounded.
      for (double multiple = std::floor(low / tick_at(1.0));; multiple += 1.0) {
        // Adding 0 turns a negative zero into the ordinary one.
        const double tick = tick_at(multiple) + 0.0;
        if (tick > high) break;
        if (tick >= low) found.push_back(tick);
      }
      if (found.size() <= at_most) return found;
    }
  }
  return {};
}

}  // namespace bce

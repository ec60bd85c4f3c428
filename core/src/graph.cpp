#include "bce/graph.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace bce {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

// The grid on which a curve's comings and goings are looked for.
constexpr std::size_t kGrid = 64;
// Grid cells that one straight segment spans before it is judged.
constexpr std::size_t kFirstSpan = 4;
// Interior points at which a segment is judged: four in every grid cell of a first segment.
constexpr int kProbes = 15;
// Below the promise, because the worst point lies between the probes.
constexpr double kAimPx = 0.88 * kCurveTolerancePx;
// A curve that runs along the frame is inside, whatever its last digit does.
constexpr double kSlackPx = 1e-9;

struct Sample {
  double x = 0.0;
  double y = 0.0;
  Point px{};
  bool inside = false;
};

/// One straight segment, and where the curve is furthest from it.
struct Segment {
  Sample left;
  Sample right;
  Sample worst{};
  double error_px = 0.0;  // infinite where the curve leaves the frame at `worst`
  bool starts_run = false;
};

double distance_px(const Point& point, const Point& from, const Point& to) noexcept {
  const double dx = to.x - from.x;
  const double dy = to.y - from.y;
  const double length_squared = dx * dx + dy * dy;
  double along = 0.0;
  if (length_squared > 0.0) {
    along = ((point.x - from.x) * dx + (point.y - from.y) * dy) / length_squared;
    along = std::clamp(along, 0.0, 1.0);
  }
  return std::hypot(point.x - (from.x + along * dx), point.y - (from.y + along * dy));
}

class Tracer {
 public:
  Tracer(Curve f, const View& view) : f_(f), view_(view) {}

  std::vector<Run> runs() {
    find_segments(grid());
    refine();
    return joined();
  }

 private:
  Sample at(double x) const {
    Sample sample;
    sample.x = x;
    sample.y = f_(x);
    const double height = view_.bounds().height_px;
    const double y_px = view_.y_px(sample.y);
    // False for NaN.
    sample.inside = y_px >= -kSlackPx && y_px <= height + kSlackPx;
    if (sample.inside) sample.px = {view_.x_px(x), std::clamp(y_px, 0.0, height)};
    return sample;
  }

  double height_of(const Sample& sample) const {
    return std::isnan(sample.y) ? kInfinity : sample.y;
  }

  /// The samples of the grid, and between them the low points that the grid just misses.
  std::vector<Sample> grid() const {
    const View::Bounds& bounds = view_.bounds();
    std::vector<Sample> samples;
    samples.reserve(kGrid + 1);
    for (std::size_t i = 0; i < kGrid; ++i) {
      const double share = static_cast<double>(i) / static_cast<double>(kGrid);
      samples.push_back(at(bounds.x_low + share * (bounds.x_high - bounds.x_low)));
    }
    samples.push_back(at(bounds.x_high));

    std::vector<Sample> with_lows;
    with_lows.reserve(samples.size());
    for (std::size_t i = 0; i < samples.size(); ++i) {
      const Sample& here = samples[i];
      const Sample& before = samples[i == 0 ? 0 : i - 1];
      const Sample& after = samples[std::min(i + 1, kGrid)];
      const bool low = !here.inside && height_of(here) <= height_of(before) &&
                       height_of(here) <= height_of(after) && std::isfinite(here.y);
      const Sample lowest = low ? lowest_between(before, after) : here;
      if (low && lowest.inside && lowest.x < here.x) with_lows.push_back(lowest);
      with_lows.push_back(here);
      if (low && lowest.inside && lowest.x > here.x) with_lows.push_back(lowest);
    }
    return with_lows;
  }

  Sample lowest_between(Sample left, Sample right) const {
    constexpr double kGolden = 0.6180339887498949;
    const auto cut = [this](double from, double to) { return at(from + kGolden * (to - from)); };
    Sample inner_left = cut(right.x, left.x);
    Sample inner_right = cut(left.x, right.x);
    for (int i = 0; i < 40; ++i) {
      if (height_of(inner_left) <= height_of(inner_right)) {
        right = inner_right;
        inner_right = inner_left;
        inner_left = cut(right.x, left.x);
      } else {
        left = inner_left;
        inner_left = inner_right;
        inner_right = cut(left.x, right.x);
      }
    }
    return inner_left;
  }

  /// The last sample inside the frame on the way to `outside`, put on the frame where it leaves.
  /// A wall, where the next double has an infinite value, is led up (or down) to the frame.
  Sample edge(Sample inside, Sample outside) const {
    for (;;) {
      const double middle = inside.x + (outside.x - inside.x) / 2.0;
      // The doubles in between are used up; near x = 0 there are very many.
      if (middle == inside.x || middle == outside.x) break;
      const Sample sample = at(middle);
      (sample.inside ? inside : outside) = sample;
    }
    const double height = view_.bounds().height_px;
    if (std::isinf(outside.y)) {
      outside.px = {view_.x_px(outside.x), outside.y > 0.0 ? 0.0 : height};
      outside.inside = true;
      return outside;
    }
    // A steep curve moves visibly between neighbouring doubles, but it has moved like that before.
    const Sample before = at(inside.x - (outside.x - inside.x));
    const double rise = inside.y - before.y;
    const double last_rise = outside.y - inside.y;
    const bool steep = rise * last_rise > 0.0 && std::fabs(last_rise) <= 4.0 * std::fabs(rise);
    const double frame_px = outside.y > view_.bounds().y_high ? 0.0 : height;
    const bool close = std::fabs(inside.px.y - frame_px) <= kCurveTolerancePx;
    if ((steep || close) && std::isfinite(outside.y)) inside.px.y = frame_px;
    return inside;
  }

  void add(const Sample& left, const Sample& right) {
    if (!(left.x < right.x)) return;
    segments_.push_back(judged(left, right));
    segments_.back().starts_run = run_starts_;
    run_starts_ = false;
  }

  /// Cuts the curve into first segments, from frame to frame.
  void find_segments(const std::vector<Sample>& samples) {
    Sample from = samples.front();
    std::size_t span = 0;
    for (std::size_t i = 1; i < samples.size(); ++i) {
      const Sample& before = samples[i - 1];
      const Sample& here = samples[i];
      if (before.inside && here.inside) {
        if (++span < kFirstSpan) continue;
        add(from, here);
        from = here;
      } else if (before.inside) {
        add(from, edge(before, here));
      } else if (here.inside) {
        from = edge(here, before);
        run_starts_ = true;
      } else {
        add_passage(before, here);
      }
      span = 0;
    }
    if (samples.back().inside) add(from, samples.back());
  }

  /// A curve so steep that it passes the frame between two samples.
  void add_passage(Sample left, Sample right) {
    const auto above = [](const Sample& sample, double y) { return sample.y > y; };
    const double y_high = view_.bounds().y_high;
    if (std::isnan(left.y) || std::isnan(right.y)) return;
    if (above(left, y_high) == above(right, y_high)) return;
    for (;;) {
      const double x = left.x + (right.x - left.x) / 2.0;
      if (x == left.x || x == right.x) return;
      const Sample middle = at(x);
      if (middle.inside) {
        run_starts_ = true;
        add(edge(middle, left), middle);
        add(middle, edge(middle, right));
        return;
      }
      if (std::isnan(middle.y)) return;
      (above(middle, y_high) == above(left, y_high) ? left : right) = middle;
    }
  }

  Segment judged(const Sample& left, const Sample& right) const {
    Segment segment{left, right};
    const double step = (right.x - left.x) / (kProbes + 1);
    for (int i = 1; i <= kProbes; ++i) judge(segment, left.x + step * i);
    return segment;
  }

  /// Looks at one more point of the curve, and keeps it if it is the worst so far.
  void judge(Segment& segment, double x) const {
    if (!(x > segment.left.x && x < segment.right.x)) return;
    const Sample sample = at(x);
    const double error_px =
        sample.inside ? distance_px(sample.px, segment.left.px, segment.right.px) : kInfinity;
    if (error_px <= segment.error_px) return;
    segment.error_px = error_px;
    segment.worst = sample;
  }

  void refine() {
    while (points() < kMostCurvePoints) {
      const auto segment = std::max_element(
          segments_.begin(), segments_.end(),
          [](const Segment& a, const Segment& b) { return a.error_px < b.error_px; });
      if (segment == segments_.end() || segment->error_px <= kAimPx) return;
      const Segment old = *segment;
      const bool gap = !old.worst.inside;
      const Sample left_end = gap ? edge(old.left, old.worst) : old.worst;
      const Sample right_start = gap ? edge(old.right, old.worst) : old.worst;
      const auto place = segments_.erase(segment);
      std::array<Segment, 2> parts;
      std::size_t count = 0;
      if (old.left.x < left_end.x) {
        parts[count] = judged(old.left, left_end);
        parts[count++].starts_run = old.starts_run;
      }
      if (right_start.x < old.right.x) {
        parts[count] = judged(right_start, old.right);
        parts[count++].starts_run = gap;
      }
      segments_.insert(place, parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(count));
    }
  }

  std::size_t points() const {
    std::size_t count = 0;
    for (const Segment& segment : segments_) count += segment.starts_run ? 2U : 1U;
    return count;
  }

  std::vector<Run> joined() const {
    std::vector<Run> runs;
    for (const Segment& segment : segments_) {
      if (segment.starts_run) runs.push_back({segment.left.px});
      runs.back().push_back(segment.right.px);
    }
    return runs;
  }

  Curve f_;
  const View& view_;
  std::vector<Segment> segments_;  // left to right
  bool run_starts_ = true;
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

namespace {

/// multiple * mantissa * 10^exponent, rounded once: a quotient where the exponent is negative.
double tick_at(double multiple, double mantissa, int exponent) noexcept {
  double power = 1.0;
  for (int i = std::abs(exponent); i > 0; --i) power *= 10.0;
  const double tick = multiple * mantissa;
  return exponent < 0 ? tick / power : tick * power;
}

std::vector<double> ticks_apart(double mantissa, int exponent, double low, double high,
                                std::size_t at_most) {
  const double step = tick_at(1.0, mantissa, exponent);
  // Outwards, because the quotients are rounded: the ticks themselves are compared below.
  const double first = std::floor(low / step);
  const double last = std::ceil(high / step);
  std::vector<double> ticks;
  for (double multiple = first; multiple <= last && ticks.size() <= at_most; multiple += 1.0) {
    const double tick = tick_at(multiple, mantissa, exponent);
    // Adding 0 turns a negative zero into the ordinary one.
    if (tick >= low && tick <= high) ticks.push_back(tick + 0.0);
  }
  return ticks;
}

}  // namespace

std::vector<double> ticks(double low, double high, std::size_t at_most) {
  constexpr double kTenths[] = {10.0, 20.0, 25.0, 50.0};
  const double span = high - low;
  const double size = std::max(std::fabs(low), std::fabs(high));
  // Multiples are counted in doubles, which the digits of a narrower range would overflow.
  if (!std::isfinite(span) || !(span > 1e-9 * size) || span < 1e-280 || at_most == 0) return {};
  const double least_step = span / (static_cast<double>(at_most) + 1.0);
  int exponent = static_cast<int>(std::floor(std::log10(least_step))) - 2;
  std::vector<double> finer;
  for (;; ++exponent) {
    for (const double mantissa : kTenths) {
      if (tick_at(1.0, mantissa, exponent) < 0.5 * least_step) continue;
      std::vector<double> found = ticks_apart(mantissa, exponent, low, high, at_most);
      if (found.size() <= at_most) {
        // Two that are neighbours at the finer step are better than one.
        if (found.size() < 2 && at_most >= 2 && finer.size() >= 2) {
          finer.resize(2);
          return finer;
        }
        return found;
      }
      finer = std::move(found);
    }
  }
}

}  // namespace bce

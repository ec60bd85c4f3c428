#include "bce/graph.hpp"

#include <doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <limits>
#include <string>
#include <vector>

#include "bce/loss.hpp"

namespace {

using Curve = std::function<double(double)>;

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

bce::View view_of(const bce::View::Bounds& bounds) {
  const auto view = bce::View::from(bounds);
  REQUIRE(view.ok());
  return *view;
}

Curve loss_curve(double y) {
  return [label = *bce::Label::from(y)](double p) {
    const auto probability = bce::Probability::from(p);
    return probability.ok() ? bce::loss(label, *probability) : kNan;
  };
}

Curve logit_loss_curve(double y) {
  return [label = *bce::Label::from(y)](double z) {
    const auto logit = bce::Logit::from(z);
    return logit.ok() ? bce::loss_from_logit(label, *logit) : kNan;
  };
}

double distance_to_segment(const bce::Point& at, const bce::Point& from, const bce::Point& to) {
  const double dx = to.x - from.x;
  const double dy = to.y - from.y;
  const double length = std::hypot(dx, dy);
  if (length == 0.0) return std::hypot(at.x - from.x, at.y - from.y);
  const double along = ((at.x - from.x) * dx + (at.y - from.y) * dy) / length;
  if (along <= 0.0) return std::hypot(at.x - from.x, at.y - from.y);
  if (along >= length) return std::hypot(at.x - to.x, at.y - to.y);
  return std::fabs((at.x - from.x) * dy - (at.y - from.y) * dx) / length;
}

double distance_to_runs(const bce::Point& at, const std::vector<bce::Run>& runs) {
  double least = kInfinity;
  for (const bce::Run& run : runs) {
    for (std::size_t i = 1; i < run.size(); ++i) {
      least = std::min(least, distance_to_segment(at, run[i - 1], run[i]));
    }
  }
  return least;
}

std::size_t points_in(const std::vector<bce::Run>& runs) {
  std::size_t count = 0;
  for (const bce::Run& run : runs) count += run.size();
  return count;
}

/// How far the visible curve is from the polylines, over samples that are even and samples that
/// crowd towards both ends, where the walls are, and around `middle`.
double furthest(const Curve& f, const bce::View& view, const std::vector<bce::Run>& runs,
                double middle = kNan) {
  const auto& b = view.bounds();
  double most = 0.0;
  const auto look = [&](double x) {
    // Rounding may lead beyond the view, where a wall is another value.
    if (!(x >= b.x_low && x <= b.x_high)) return;
    const double y = f(x);
    if (!(y >= b.y_low && y <= b.y_high)) return;
    most = std::max(most, distance_to_runs({view.x_px(x), view.y_px(y)}, runs));
  };
  const double width = b.x_high - b.x_low;
  for (int i = 0; i <= 600; ++i) look(b.x_low + i / 600.0 * width);
  for (int i = 0; i <= 300; ++i) {
    look(b.x_low + std::exp(-i / 8.0) * width);
    look(b.x_high - std::exp(-i / 8.0) * width);
    look(middle + std::exp(-i / 8.0) * width);
    look(middle - std::exp(-i / 8.0) * width);
  }
  return most;
}

bool is_on_frame(const bce::Point& at, const bce::View& view) {
  const auto& b = view.bounds();
  return at.x == 0.0 || at.x == b.width_px || at.y == 0.0 || at.y == b.height_px;
}

void check_shape(const std::vector<bce::Run>& runs, const bce::View& view) {
  const auto& b = view.bounds();
  CHECK(points_in(runs) <= bce::kMostCurvePoints);
  for (const bce::Run& run : runs) {
    REQUIRE(run.size() >= 2);
    CHECK(is_on_frame(run.front(), view));
    CHECK(is_on_frame(run.back(), view));
    bool inside = true;
    bool ordered = true;
    for (std::size_t i = 0; i < run.size(); ++i) {
      const auto [x, y] = run[i];
      inside = inside && x >= 0.0 && x <= b.width_px && y >= 0.0 && y <= b.height_px;
      ordered = ordered && (i == 0 || x >= run[i - 1].x);
    }
    CHECK(inside);
    CHECK(ordered);
  }
}

/// Even numbers in [0, 1) from a seed (splitmix64), the same on every platform.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  double operator()() {
    state_ += 0x9e3779b97f4a7c15U;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
    return static_cast<double>((z ^ (z >> 31U)) >> 11U) * 0x1p-53;
  }
  double between(double low, double high) { return low + (*this)() * (high - low); }

 private:
  std::uint64_t state_;
};

struct NamedCurve {
  std::string name;
  Curve f;
};

void check_random_views(const std::vector<NamedCurve>& curves, double x_low, double x_high) {
  Random random(7);
  double most_px = 0.0;
  std::size_t most_points = 0;
  for (int i = 0; i < 40; ++i) {
    // Even in the logarithm: low frames matter as much as high ones.
    const double y_high = 0.5 * std::exp(random() * std::log(40.0));
    const bce::View view = view_of(
        {x_low, x_high, 0.0, y_high, random.between(240.0, 1920.0), random.between(150.0, 1200.0)});
    for (const NamedCurve& curve : curves) {
      CAPTURE(curve.name);
      CAPTURE(y_high);
      CAPTURE(view.bounds().width_px);
      CAPTURE(view.bounds().height_px);
      const auto runs = bce::sample(curve.f, view);
      check_shape(runs, view);
      const double error_px = furthest(curve.f, view, runs);
      CHECK(error_px <= bce::kCurveTolerancePx);
      most_px = std::max(most_px, error_px);
      most_points = std::max(most_points, points_in(runs));
    }
  }
  MESSAGE("at most " << most_px << " px away, at most " << most_points << " points");
}

const bce::View::Bounds kPlain{0.0, 1.0, 0.0, 5.0, 640.0, 360.0};

}  // namespace

TEST_CASE("a view refuses bounds that are not finite") {
  auto bounds = kPlain;
  bounds.y_high = kInfinity;
  REQUIRE_FALSE(bce::View::from(bounds).ok());
  CHECK(bce::View::from(bounds).error() == bce::ViewError::view_not_finite);
  bounds = kPlain;
  bounds.width_px = kNan;
  REQUIRE_FALSE(bce::View::from(bounds).ok());
  CHECK(bce::View::from(bounds).error() == bce::ViewError::view_not_finite);
  bounds = kPlain;
  bounds.x_low = -1.7e308;
  bounds.x_high = 1.7e308;
  REQUIRE_FALSE(bce::View::from(bounds).ok());
  CHECK(bce::View::from(bounds).error() == bce::ViewError::view_not_finite);
}

TEST_CASE("a view refuses bounds that enclose nothing") {
  for (const auto& bounds : {bce::View::Bounds{1.0, 1.0, 0.0, 5.0, 640.0, 360.0},
                             bce::View::Bounds{0.0, 1.0, 5.0, 0.0, 640.0, 360.0},
                             bce::View::Bounds{0.0, 1.0, 0.0, 5.0, 0.0, 360.0},
                             bce::View::Bounds{0.0, 1.0, 0.0, 5.0, 640.0, -1.0}}) {
    REQUIRE_FALSE(bce::View::from(bounds).ok());
    CHECK(bce::View::from(bounds).error() == bce::ViewError::view_empty);
  }
}

TEST_CASE("pixels count from the top left corner, downwards") {
  const bce::View view = view_of({-10.0, 10.0, 0.0, 5.0, 640.0, 360.0});
  CHECK(view.x_px(-10.0) == 0.0);
  CHECK(view.x_px(0.0) == 320.0);
  CHECK(view.x_px(10.0) == 640.0);
  CHECK(view.y_px(5.0) == 0.0);
  CHECK(view.y_px(0.0) == 360.0);
  CHECK(view.y_px(kInfinity) == -kInfinity);
}

TEST_CASE("in random views the loss over p is drawn to a quarter of a pixel, in 200 points") {
  std::vector<NamedCurve> curves;
  for (const double y : {0.0, 0.001, 0.03, 0.3, 0.5, 0.8, 0.99, 1.0}) {
    curves.push_back({"y = " + std::to_string(y), loss_curve(y)});
  }
  check_random_views(curves, 0.0, 1.0);
}

TEST_CASE("in random views the loss over z is drawn to a quarter of a pixel, in 200 points") {
  std::vector<NamedCurve> curves;
  for (const double y : {0.0, 0.3, 0.5, 1.0}) {
    curves.push_back({"y = " + std::to_string(y), logit_loss_curve(y)});
  }
  check_random_views(curves, -10.0, 10.0);
}

TEST_CASE("in random views of any part of it the loss over p is drawn to a quarter of a pixel") {
  Random random(8);
  // 0, 1, even, or close to either end.
  const auto any = [&random] {
    const double kind = random();
    const double small = std::exp(-40.0 * random());
    return kind < 0.1   ? 0.0
           : kind < 0.2 ? 1.0
           : kind < 0.6 ? random()
           : kind < 0.8 ? small
                        : 1.0 - small;
  };
  double most_px = 0.0;
  std::size_t most_points = 0;
  int drawn = 0;
  for (int i = 0; i < 400; ++i) {
    const double y = any();
    const double from = any();
    const double to = any();
    if (std::fabs(from - to) < 1e-12) continue;
    const Curve f = loss_curve(y);
    const double x_low = std::min(from, to);
    const double x_high = std::max(from, to);
    // From a value of the curve in the view, or its lowest, up or down by any amount.
    const double anchor =
        f(random() < 0.5 ? std::clamp(y, x_low, x_high) : random.between(x_low, x_high));
    const double height = std::exp(random.between(-12.0, 4.0));
    const double y_low = std::max(0.0, anchor - random() * height);
    if (!(y_low + height > y_low)) continue;
    const bce::View view = view_of({x_low, x_high, y_low, y_low + height,
                                    random.between(240.0, 1920.0), random.between(150.0, 1200.0)});
    CAPTURE(y);
    CAPTURE(x_low);
    CAPTURE(x_high);
    CAPTURE(y_low);
    CAPTURE(height);
    CAPTURE(view.bounds().width_px);
    CAPTURE(view.bounds().height_px);
    const auto runs = bce::sample(f, view);
    check_shape(runs, view);
    CHECK(runs.size() <= 2);
    const double error_px = furthest(f, view, runs, y);
    CHECK(error_px <= bce::kCurveTolerancePx);
    most_px = std::max(most_px, error_px);
    most_points = std::max(most_points, points_in(runs));
    if (!runs.empty()) ++drawn;
  }
  CHECK(drawn > 200);
  MESSAGE(drawn << " drawn, at most " << most_px << " px away, at most " << most_points
                << " points");
}

TEST_CASE("-ln p starts on the upper edge of the frame and ends in the lower right corner") {
  const bce::View view = view_of(kPlain);
  const auto runs = bce::sample(loss_curve(1.0), view);
  REQUIRE(runs.size() == 1);
  const bce::Run& run = runs.front();
  CHECK(run.front().x == doctest::Approx(640.0 * std::exp(-5.0)).epsilon(1e-9));
  CHECK(run.front().y == 0.0);
  CHECK(run.back().x == 640.0);
  CHECK(run.back().y == 360.0);
}

TEST_CASE("a soft label has a wall at either side") {
  const bce::View view = view_of(kPlain);
  const auto runs = bce::sample(loss_curve(0.3), view);
  REQUIRE(runs.size() == 1);
  CHECK(runs.front().front().y == 0.0);
  CHECK(runs.front().back().y == 0.0);
  CHECK(runs.front().back().x < 640.0);
}

TEST_CASE("a view wider than the probabilities shows the loss between 0 and 1 alone") {
  const bce::View view = view_of({-0.4, 1.7, -1.0, 5.0, 640.0, 360.0});
  for (const double y : {0.0, 0.3, 1.0}) {
    CAPTURE(y);
    const auto runs = bce::sample(loss_curve(y), view);
    REQUIRE(runs.size() == 1);
    const bce::Point first = runs.front().front();
    const bce::Point last = runs.front().back();
    CHECK(first.x >= view.x_px(0.0));
    CHECK(last.x <= view.x_px(1.0));
    CHECK(first.y == (y == 0.0 ? view.y_px(0.0) : 0.0));
    CHECK(last.y == (y == 1.0 ? view.y_px(0.0) : 0.0));
    CHECK(furthest(loss_curve(y), view, runs) <= bce::kCurveTolerancePx);
  }
}

TEST_CASE("where a view begins at the only value of a function there is nothing to draw") {
  CHECK(bce::sample(loss_curve(1.0), view_of({1.0, 2.0, 0.0, 5.0, 640.0, 360.0})).empty());
}

TEST_CASE("a wall thinner than a pixel still reaches the upper edge") {
  const bce::View view = view_of({0.0, 1.0, 0.0, 0.5, 640.0, 360.0});
  const auto runs = bce::sample(loss_curve(0.001), view);
  REQUIRE(runs.size() == 1);
  CHECK(runs.front().front().y == 0.0);
  CHECK(runs.front().front().x < 1e-9);
}

TEST_CASE("a straight line needs few points and meets both sides of the frame") {
  const bce::View view = view_of({-10.0, 10.0, -10.0, 10.0, 640.0, 360.0});
  const auto runs = bce::sample([](double x) { return x / 2.0; }, view);
  REQUIRE(runs.size() == 1);
  CHECK(runs.front().size() <= 17);
  CHECK(runs.front().front().x == 0.0);
  CHECK(runs.front().back().x == 640.0);
}

TEST_CASE("a curve along the edge of the frame is drawn whole") {
  const auto runs = bce::sample([](double) { return 0.0; }, view_of(kPlain));
  REQUIRE(runs.size() == 1);
  CHECK(runs.front().front().x == 0.0);
  CHECK(runs.front().back().x == 640.0);
  CHECK(runs.front().back().y == 360.0);
}

TEST_CASE("a pole is not bridged") {
  const bce::View view = view_of({-1.0, 1.0, -5.0, 5.0, 640.0, 360.0});
  for (const double pole : {0.0, 0.1234}) {
    const auto runs = bce::sample([pole](double x) { return 0.1 / (x - pole); }, view);
    REQUIRE(runs.size() == 2);
    CHECK(runs[0].back().y == 360.0);
    CHECK(runs[1].front().y == 0.0);
    CHECK(runs[0].back().x < runs[1].front().x);
    check_shape(runs, view);
  }
}

TEST_CASE("a hole where the function has no value is not bridged") {
  const bce::View view = view_of({-1.0, 1.0, 0.0, 5.0, 640.0, 360.0});
  const auto root = [](double x) { return std::fabs(x) < 0.3 ? kNan : 1.0 + x * x; };
  const auto runs = bce::sample(root, view);
  REQUIRE(runs.size() == 2);
  CHECK(runs[0].back().x == doctest::Approx(view.x_px(-0.3)).epsilon(1e-12));
  CHECK(runs[1].front().x == doctest::Approx(view.x_px(0.3)).epsilon(1e-12));
}

TEST_CASE("a hole between two samples of the grid is not bridged") {
  const bce::View view = view_of({0.0, 1.0, 0.0, 5.0, 640.0, 360.0});
  const auto holed = [](double x) { return x > 0.504 && x < 0.512 ? kNan : 1.0; };
  const auto runs = bce::sample(holed, view);
  REQUIRE(runs.size() == 2);
  CHECK(runs[0].back().x == doctest::Approx(640.0 * 0.504).epsilon(1e-9));
  CHECK(runs[1].front().x == doctest::Approx(640.0 * 0.512).epsilon(1e-9));
}

TEST_CASE("a wall whose top is beyond the doubles reaches the frame all the same") {
  const bce::View view = view_of({0.0, 1.0, 0.0, 0.5, 640.0, 360.0});
  const Curve f = loss_curve(0.99);
  REQUIRE(f(1.0 - 0x1p-53) < 0.5);
  const auto runs = bce::sample(f, view);
  REQUIRE(runs.size() == 1);
  CHECK(runs.front().back().x == 640.0);
  CHECK(runs.front().back().y == 0.0);
}

TEST_CASE("two walls at one infinite value are two runs, both up to the frame") {
  const bce::View view = view_of({-1.0, 1.0, 0.0, 1000.0, 640.0, 360.0});
  const auto runs = bce::sample([](double x) { return -std::log(std::fabs(x)); }, view);
  REQUIRE(runs.size() == 2);
  CHECK(runs[0].back().x == 320.0);
  CHECK(runs[0].back().y == 0.0);
  CHECK(runs[1].front().x == 320.0);
  CHECK(runs[1].front().y == 0.0);
}

TEST_CASE("a curve that is steep between neighbouring doubles ends on the frame") {
  const double y_high = 18.2;
  const Curve f = loss_curve(0.5);
  REQUIRE(f(1.0 - 0x1p-52) < y_high);
  REQUIRE(f(1.0 - 0x1p-53) > y_high);
  const auto runs = bce::sample(f, view_of({0.0, 1.0, 0.0, y_high, 640.0, 360.0}));
  REQUIRE(runs.size() == 1);
  CHECK(runs.front().back().y == 0.0);
}

TEST_CASE("a curve whose values are coarse ends on the frame") {
  const auto coarse = [](double x) { return (1e9 + x) - 1e9; };
  const auto runs = bce::sample(coarse, view_of({0.0, 1.0, 0.0, 0.3, 640.0, 360.0}));
  REQUIRE(runs.size() == 1);
  CHECK(runs.front().back().y == 0.0);
}

TEST_CASE("a dip into the frame between two samples of the grid is found") {
  const bce::View view = view_of({0.0, 1.0, 0.0, 1.0, 640.0, 360.0});
  for (const double middle : {0.505, 0.512, 0.009, 0.993}) {
    CAPTURE(middle);
    const auto dip = [middle](double x) { return 0.5 + 1e4 * std::fabs(x - middle); };
    const auto runs = bce::sample(dip, view);
    REQUIRE(runs.size() == 1);
    CHECK(runs.front().front().y == 0.0);
    CHECK(runs.front().back().y == 0.0);
    CHECK(distance_to_runs({view.x_px(middle), view.y_px(0.5)}, runs) <= bce::kCurveTolerancePx);
  }
}

TEST_CASE("a narrow valley is drawn to its bottom") {
  const bce::View view = view_of(kPlain);
  for (int i = 0; i < 100; ++i) {
    const double middle = 0.3 + i / 997.0;
    CAPTURE(middle);
    const auto valley = [middle](double x) {
      return 0.1 + (x < middle ? 3e4 : -30.0) * (middle - x);
    };
    const auto runs = bce::sample(valley, view);
    REQUIRE(runs.size() == 1);
    CHECK(distance_to_runs({view.x_px(middle), view.y_px(0.1)}, runs) <= bce::kCurveTolerancePx);
  }
}

TEST_CASE("a curve that passes the frame between two samples of the grid is found") {
  const bce::View view = view_of({0.0, 1.0, 0.0, 1.0, 640.0, 360.0});
  const auto runs = bce::sample([](double x) { return 1e4 * (x - 0.505); }, view);
  REQUIRE(runs.size() == 1);
  CHECK(runs.front().front().y == 360.0);
  CHECK(runs.front().back().y == 0.0);
}

TEST_CASE("a curve outside the frame, or without a value, has no runs") {
  CHECK(bce::sample([](double) { return 7.0; }, view_of(kPlain)).empty());
  CHECK(bce::sample([](double) { return kNan; }, view_of(kPlain)).empty());
  CHECK(bce::sample([](double) { return kInfinity; }, view_of(kPlain)).empty());
}

TEST_CASE("a curve that only touches the frame has no runs") {
  const auto touching = [](double x) { return 5.0 + 1e6 * std::fabs(x - 0.5); };
  for (const bce::Run& run : bce::sample(touching, view_of(kPlain))) CHECK(run.size() >= 2);
}

TEST_CASE("ticks are round numbers without floating noise") {
  CHECK(bce::ticks(0.0, 1.0, 6) == std::vector<double>{0.0, 0.2, 0.4, 0.6, 0.8, 1.0});
  CHECK(bce::ticks(0.0, 1.0, 11) ==
        std::vector<double>{0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0});
  CHECK(bce::ticks(0.0, 1.0, 5) == std::vector<double>{0.0, 0.25, 0.5, 0.75, 1.0});
  CHECK(bce::ticks(0.0, 5.0, 6) == std::vector<double>{0.0, 1.0, 2.0, 3.0, 4.0, 5.0});
  CHECK(bce::ticks(-10.0, 10.0, 5) == std::vector<double>{-10.0, -5.0, 0.0, 5.0, 10.0});
  CHECK(bce::ticks(0.1, 0.3, 3) == std::vector<double>{0.1, 0.2, 0.3});
  CHECK(bce::ticks(0.07, 0.1, 4) == std::vector<double>{0.07, 0.08, 0.09, 0.1});
  CHECK(bce::ticks(0.05, 1.05, 10).size() == 10);
  CHECK(bce::ticks(0.0, 3e6, 4) == std::vector<double>{0.0, 1e6, 2e6, 3e6});
}

TEST_CASE("the tick at zero is a positive zero") {
  for (const double low : {-1.0, -0.3, -0.0}) {
    for (const double t : bce::ticks(low, 1.0, 9)) {
      if (t == 0.0) CHECK_FALSE(std::signbit(t));
    }
  }
  const auto around = bce::ticks(-0.7, 0.9, 9);
  CHECK(std::count(around.begin(), around.end(), 0.0) == 1);
}

TEST_CASE("an empty range, or one beyond the domain, has no ticks") {
  CHECK(bce::ticks(1.0, 1.0, 5).empty());
  CHECK(bce::ticks(2.0, 1.0, 5).empty());
  CHECK(bce::ticks(0.0, kInfinity, 5).empty());
  CHECK(bce::ticks(kNan, 1.0, 5).empty());
  CHECK(bce::ticks(0.0, 1.0, 0).empty());
  CHECK(bce::ticks(1.0, 1.0 + 0x1p-50, 5).empty());
  CHECK(bce::ticks(0.0, 1e-19, 5).empty());
  CHECK(bce::ticks(0.0, 1e19, 5).empty());
  CHECK(bce::ticks(0.0, 1.0, 1001).empty());
  CHECK(bce::ticks(0.0, 1e-18, 5).size() == 5);
  CHECK(bce::ticks(-1e18, 0.0, 5).size() == 5);
  CHECK(bce::ticks(0.0, 1e-18, 1000).size() >= 500);
}

TEST_CASE(
    "in random ranges ticks are inside, ascending, evenly spaced and neither too many nor "
    "too few") {
  Random random(11);
  for (int i = 0; i < 3000; ++i) {
    const double size = std::exp(random.between(-30.0, 30.0));
    const double low = random.between(-3.0, 3.0) * size;
    const double high = low + random.between(0.01, 3.0) * size;
    const auto at_most = static_cast<std::size_t>(random.between(4.0, 14.0));
    CAPTURE(low);
    CAPTURE(high);
    CAPTURE(at_most);
    const auto found = bce::ticks(low, high, at_most);
    REQUIRE(found.size() >= 2);
    REQUIRE(found.size() <= at_most);
    REQUIRE(found.front() >= low);
    REQUIRE(found.back() <= high);
    const double step = found[1] - found[0];
    REQUIRE(step > 0.0);
    for (std::size_t k = 2; k < found.size(); ++k) {
      REQUIRE(found[k] - found[k - 1] == doctest::Approx(step).epsilon(1e-9));
    }
    // One, two, two and a half or five, once the power of ten is taken away.
    const double mantissa = step / std::pow(10.0, std::floor(std::log10(step * (1 + 1e-9))));
    double nearest = kInfinity;
    for (const double round : {1.0, 2.0, 2.5, 5.0}) {
      nearest = std::min(nearest, std::fabs(mantissa - round));
    }
    REQUIRE(nearest <= 1e-6);
  }
}

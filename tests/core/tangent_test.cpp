#include "bce/tangent.hpp"

#include <doctest.h>

#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <limits>

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kLargest = std::numeric_limits<double>::max();

bce::View view_of(const bce::View::Bounds& bounds) {
  const auto view = bce::View::from(bounds);
  REQUIRE(view.ok());
  return *view;
}

/// The lesson's own frame, in a size that is easy to calculate with.
bce::View frame() { return view_of({0.0, 1.0, 0.0, 5.0, 100.0, 50.0}); }

/// Even numbers in [0, 1) from a seed (splitmix64), the same on every platform.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  double between(double low, double high) {
    state_ += 0x9e3779b97f4a7c15U;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
    return low + static_cast<double>((z ^ (z >> 31U)) >> 11U) * 0x1p-53 * (high - low);
  }

 private:
  std::uint64_t state_;
};

bool is_in_frame(const bce::Point& px, const bce::View& view) {
  const auto& b = view.bounds();
  return px.x >= 0.0 && px.x <= b.width_px && px.y >= 0.0 && px.y <= b.height_px;
}

bool is_on_frame(const bce::Point& px, const bce::View& view) {
  const auto& b = view.bounds();
  return is_in_frame(px, view) &&
         (px.x == 0.0 || px.x == b.width_px || px.y == 0.0 || px.y == b.height_px);
}

double distance(const bce::Point& px, const bce::Line& line) {
  const double dx = line.to.x - line.from.x;
  const double dy = line.to.y - line.from.y;
  return std::fabs((px.x - line.from.x) * dy - (px.y - line.from.y) * dx) / std::hypot(dx, dy);
}

}  // namespace

TEST_CASE("a level tangent crosses the frame from side to side") {
  const auto line = bce::tangent({0.5, 2.0}, 0.0, frame());
  REQUIRE(line.has_value());
  CHECK(line->from.x == 0.0);
  CHECK(line->from.y == 30.0);
  CHECK(line->to.x == 100.0);
  CHECK(line->to.y == 30.0);
}

TEST_CASE("a tangent that rises goes up on the screen") {
  // Two units up for every half unit right.
  const auto line = bce::tangent({0.5, 2.0}, 4.0, frame());
  REQUIRE(line.has_value());
  CHECK(line->from.x == 0.0);
  CHECK(line->from.y == doctest::Approx(50.0));
  CHECK(line->to.x == 100.0);
  CHECK(line->to.y == doctest::Approx(10.0));
}

TEST_CASE("a steep tangent is cut by the top and the bottom of the frame") {
  const auto line = bce::tangent({0.5, 2.5}, -10.0, frame());
  REQUIRE(line.has_value());
  CHECK(line->from.x == doctest::Approx(25.0));
  CHECK(line->from.y == 0.0);
  CHECK(line->to.x == doctest::Approx(75.0));
  CHECK(line->to.y == 50.0);
}

TEST_CASE("a tangent has both ends on the frame, the point on it and the right slope") {
  Random random(11);
  for (int i = 0; i < 20000; ++i) {
    const double x_low = random.between(-10.0, 10.0);
    const double y_low = random.between(-10.0, 10.0);
    const double x_span = std::exp(random.between(-7.0, 7.0));
    const double y_span = std::exp(random.between(-7.0, 7.0));
    const auto view = view_of({x_low, x_low + x_span, y_low, y_low + y_span,
                               random.between(10.0, 2000.0), random.between(10.0, 2000.0)});
    const auto& b = view.bounds();
    const bce::Point at{x_low + random.between(0.01, 0.99) * x_span,
                        y_low + random.between(0.01, 0.99) * y_span};
    const double steepness = std::exp(random.between(-15.0, 15.0)) * y_span / x_span;
    const double slope = random.between(0.0, 1.0) < 0.5 ? -steepness : steepness;
    CAPTURE(i);
    CAPTURE(slope);

    const auto line = bce::tangent(at, slope, view);
    REQUIRE(line.has_value());
    REQUIRE(is_on_frame(line->from, view));
    REQUIRE(is_on_frame(line->to, view));
    REQUIRE(line->from.x <= line->to.x);
    const bce::Point px{view.x_px(at.x), view.y_px(at.y)};
    REQUIRE(distance(px, *line) <= 1e-9);
    REQUIRE(px.x >= line->from.x - 1e-9);
    REQUIRE(px.x <= line->to.x + 1e-9);
    const double rise = (line->from.y - line->to.y) / b.height_px * y_span;
    const double run = (line->to.x - line->from.x) / b.width_px * x_span;
    // As an angle in the frame, where a steep line's run is too short to divide by.
    const double error = std::fabs(rise / y_span - slope * (run / y_span));
    REQUIRE(error <= 1e-9 * std::fmax(1.0, steepness * x_span / y_span));
    REQUIRE((rise > 0.0) == (slope > 0.0));
  }
}

TEST_CASE("the tangent at a point outside is drawn where it crosses the frame") {
  const auto view = frame();
  const auto line = bce::tangent({0.0, 10.0}, -10.0, view);
  REQUIRE(line.has_value());
  CHECK(line->from.x == doctest::Approx(50.0));
  CHECK(line->from.y == 0.0);
  CHECK(line->to.x == 100.0);
  CHECK(line->to.y == doctest::Approx(50.0));
  CHECK_FALSE(bce::tangent({0.5, 10.0}, 0.0, view).has_value());
  CHECK_FALSE(bce::tangent({0.5, -1.0}, 0.0, view).has_value());
  CHECK_FALSE(bce::tangent({0.5, 10.0}, -1.0, view).has_value());
  CHECK_FALSE(bce::tangent({0.5, kLargest}, -1.0, view).has_value());
  CHECK_FALSE(bce::tangent({-kLargest, 1.0}, 1.0, view).has_value());
}

TEST_CASE("random tangents at points outside never leave the frame") {
  Random random(12);
  const auto view = frame();
  int drawn = 0;
  for (int i = 0; i < 20000; ++i) {
    const bce::Point at{random.between(-3.0, 4.0), random.between(-20.0, 30.0)};
    const auto line = bce::tangent(at, random.between(-30.0, 30.0), view);
    if (!line.has_value()) continue;
    ++drawn;
    REQUIRE(is_on_frame(line->from, view));
    REQUIRE(is_on_frame(line->to, view));
    REQUIRE(distance({view.x_px(at.x), view.y_px(at.y)}, *line) <= 1e-6);
  }
  CHECK(drawn > 2500);
}

TEST_CASE("a point on the frame's edge has a tangent too") {
  const auto line = bce::tangent({1.0, 0.0}, -1.0, frame());
  REQUIRE(line.has_value());
  CHECK(line->from.x == 0.0);
  CHECK(line->from.y == doctest::Approx(40.0));
  CHECK(line->to.x == 100.0);
  CHECK(line->to.y == 50.0);
  CHECK(bce::tangent({0.5, 0.0}, 0.0, frame()).has_value());
}

TEST_CASE("a line that only touches a corner is no tangent") {
  CHECK_FALSE(bce::tangent({0.0, 0.0}, -1.0, frame()).has_value());
  CHECK_FALSE(bce::tangent({1.0, 5.0}, -1.0, frame()).has_value());
}

TEST_CASE("a line through a corner, as nearly as doubles tell, is drawn inside or not at all") {
  Random random(13);
  const auto view = frame();
  int drawn = 0;
  for (int i = 0; i < 20000; ++i) {
    const bool right = random.between(0.0, 1.0) < 0.5;
    const bool high = random.between(0.0, 1.0) < 0.5;
    const double corner_x = right ? 1.0 : 0.0;
    const double corner_y = high ? 5.0 : 0.0;
    // Falling past the top right corner and the bottom left one, rising past the other two.
    const double slope = std::exp(random.between(-3.0, 3.0)) * (right == high ? -5.0 : 5.0);
    const double x = corner_x + random.between(-2.0, 2.0);
    const auto line = bce::tangent({x, corner_y + (x - corner_x) * slope}, slope, view);
    if (!line.has_value()) continue;
    ++drawn;
    REQUIRE(is_on_frame(line->from, view));
    REQUIRE(is_on_frame(line->to, view));
    REQUIRE((line->from.x != line->to.x || line->from.y != line->to.y));
  }
  CHECK(drawn > 100);
}

TEST_CASE("a slope or a point that is not finite has no tangent") {
  for (const double bad : {kInfinity, -kInfinity, kNan}) {
    CHECK_FALSE(bce::tangent({0.5, 2.0}, bad, frame()).has_value());
    CHECK_FALSE(bce::tangent({0.5, bad}, 1.0, frame()).has_value());
    CHECK_FALSE(bce::tangent({bad, 2.0}, 1.0, frame()).has_value());
  }
}

TEST_CASE("the largest slopes are upright, the least are level") {
  const auto tall = view_of({0.0, 1e10, 0.0, 1e-300, 100.0, 50.0});
  for (const double slope : {1e300, -1e300, kLargest}) {
    for (const auto& view : {frame(), tall}) {
      const auto& b = view.bounds();
      const auto line = bce::tangent({b.x_high / 2.0, b.y_high / 2.0}, slope, view);
      REQUIRE(line.has_value());
      CHECK(line->from.x == doctest::Approx(50.0));
      CHECK(line->to.x == doctest::Approx(50.0));
      CHECK(line->from.y == (slope > 0.0 ? 50.0 : 0.0));
      CHECK(line->to.y == (slope > 0.0 ? 0.0 : 50.0));
    }
  }
  const auto line = bce::tangent({0.5, 2.5}, 5e-324, frame());
  REQUIRE(line.has_value());
  CHECK(line->from.y == 25.0);
  CHECK(line->to.y == 25.0);
  const auto level = bce::tangent({1.0, 0.5e-300}, 0.0, tall);
  REQUIRE(level.has_value());
  CHECK(level->from.y == 25.0);
  CHECK(level->to.x == 100.0);
}

TEST_CASE("a mark is where the point is, held to the frame") {
  const auto view = frame();
  const auto inside = bce::mark_of({0.25, 4.0}, view);
  CHECK(inside.in_frame);
  CHECK(inside.px.x == 25.0);
  CHECK(inside.px.y == 10.0);
  for (const bce::Point corner : {bce::Point{0.0, 0.0}, {1.0, 0.0}, {0.0, 5.0}, {1.0, 5.0}}) {
    CHECK(bce::mark_of(corner, view).in_frame);
  }
}

TEST_CASE("a mark on the edge of a point outside says so, on every side") {
  const auto view = frame();
  const auto above = bce::mark_of({0.5, kInfinity}, view);
  CHECK_FALSE(above.in_frame);
  CHECK(above.px.x == 50.0);
  CHECK(above.px.y == 0.0);
  const auto left = bce::mark_of({-kInfinity, 1.0}, view);
  CHECK_FALSE(left.in_frame);
  CHECK(left.px.x == 0.0);
  CHECK(left.px.y == 40.0);
  const auto right = bce::mark_of({kLargest, 1.0}, view);
  CHECK_FALSE(right.in_frame);
  CHECK(right.px.x == 100.0);
  const auto below = bce::mark_of({0.5, -0.001}, view);
  CHECK_FALSE(below.in_frame);
  CHECK(below.px.y == 50.0);
  CHECK_FALSE(bce::mark_of({std::nextafter(1.0, 2.0), 1.0}, view).in_frame);
  CHECK_FALSE(bce::mark_of({0.5, std::nextafter(5.0, 6.0)}, view).in_frame);
}

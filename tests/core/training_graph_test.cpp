#include "bce/training_graph.hpp"

#include <doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <vector>

#include "bce/numeric.hpp"
#include "bce/random.hpp"

namespace {

using bce::Weights;

constexpr double kInfinity = std::numeric_limits<double>::infinity();

bce::View view_of(const bce::View::Bounds& bounds) {
  const auto view = bce::View::from(bounds);
  REQUIRE(view.ok());
  return *view;
}

/// Kilograms to the right, centimetres upwards; ten pixels each.
bce::View plane() { return view_of({0.0, 12.0, 2.0, 14.0, 120.0, 120.0}); }

}  // namespace

TEST_CASE("the undecided line is where the logit is zero, from side to side") {
  // z = x1 + x2: from 0 kg and 14 cm to 12 kg and 2 cm.
  const auto line = bce::level_line({1e-9, 1.0, 1.0}, 2, 0.0, plane());
  REQUIRE(line.has_value());
  CHECK(line->from.x == doctest::Approx(0.0));
  CHECK(line->from.y == doctest::Approx(0.0));
  CHECK(line->to.x == doctest::Approx(120.0));
  CHECK(line->to.y == doctest::Approx(120.0));
  // z = x2 - 1: level at 10 cm.
  const auto level = bce::level_line({-1.0, 0.0, 1.0}, 2, 0.0, plane());
  REQUIRE(level.has_value());
  CHECK(level->from.x == 0.0);
  CHECK(level->from.y == doctest::Approx(40.0));
  CHECK(level->to.x == 120.0);
}

TEST_CASE("with one feature the line is upright, whatever is drawn upwards") {
  const auto over_p = view_of({0.0, 12.0, 0.0, 1.0, 120.0, 50.0});
  const auto line = bce::level_line({-1.0, 2.0, 99.0}, 1, 0.0, over_p);
  REQUIRE(line.has_value());
  // x1 = 1/2 at 7 kg.
  CHECK(line->from.x == doctest::Approx(70.0));
  CHECK(line->from.y == 0.0);
  CHECK(line->to.x == doctest::Approx(70.0));
  CHECK(line->to.y == 50.0);
}

TEST_CASE("there is no line where nothing is undecided, or not in the frame") {
  CHECK_FALSE(bce::level_line({}, 2, 0.0, plane()).has_value());
  CHECK_FALSE(bce::level_line({0.0, 0.0, 0.0}, 2, 1.0, plane()).has_value());
  CHECK_FALSE(bce::level_line({100.0, 1.0, 1.0}, 2, 0.0, plane()).has_value());
  CHECK_FALSE(bce::level_line({1.0, kInfinity, 1.0}, 2, 0.0, plane()).has_value());
  CHECK_FALSE(bce::level_line({1.0, 0.0, 5.0}, 1, 0.0, plane()).has_value());
}

TEST_CASE("every line has both ends on the frame, where the logit is the level") {
  bce::Random random(6);
  const auto view = plane();
  int drawn = 0;
  for (int i = 0; i < 20000; ++i) {
    const auto number = [&random] { return random.between(-3000, 3000) / 1000.0; };
    const double size = std::pow(10.0, random.between(-300, 300));
    const Weights w{number() * size, number() * size, number() * size};
    const double level = number() * size;
    const auto line = bce::level_line(w, 2, level, view);
    if (!line) continue;
    ++drawn;
    REQUIRE(line->from.x <= line->to.x);
    for (const bce::Point& end : {line->from, line->to}) {
      const bool on_side = end.x == 0.0 || end.x == 120.0;
      const bool on_end = end.y == 0.0 || end.y == 120.0;
      REQUIRE((on_side || on_end));
      REQUIRE(end.x >= 0.0);
      REQUIRE(end.x <= 120.0);
      REQUIRE(end.y >= 0.0);
      REQUIRE(end.y <= 120.0);
      const double x1 = bce::kWeightKg.measured(end.x / 10.0);
      const double x2 = bce::kEarsCm.measured(14.0 - end.y / 10.0);
      REQUIRE(std::fabs(w.bias + w.first * x1 + w.second * x2 - level) <= 1e-11 * size);
    }
  }
  CHECK(drawn > 10000);
}

TEST_CASE("the curve of the probability is drawn to a quarter of a pixel, however steep") {
  const auto view = view_of({0.0, 12.0, 0.0, 1.0, 600.0, 300.0});
  for (const double steep : {0.0, 0.1, 1.0, -3.0, 12.0, -40.0, 300.0, 1e6, 1e300}) {
    for (const double bias : {0.0, 0.7, -2.1}) {
      const Weights w{bias * std::fmax(1.0, std::fabs(steep)), steep, 0.0};
      const auto runs = bce::probability_curve(w, view);
      CAPTURE(steep);
      CAPTURE(bias);
      REQUIRE(runs.size() == 1);
      const bce::Run& run = runs[0];
      REQUIRE(run.size() <= bce::kMostCurvePoints);
      CHECK(run.front().x == 0.0);
      CHECK(run.back().x == 600.0);
      // Each piece has the curve between its ends in a column, or follows it.
      for (std::size_t i = 0; i + 1 < run.size(); ++i) {
        if (run[i + 1].x - run[i].x <= bce::kCurveTolerancePx) continue;
        for (int k = 0; k <= 8; ++k) {
          const double share = k / 8.0;
          const double x = run[i].x + share * (run[i + 1].x - run[i].x);
          const double y = run[i].y + share * (run[i + 1].y - run[i].y);
          const double there =
              view.y_px(bce::sigmoid(w.bias + w.first * bce::kWeightKg.measured(x / 600.0 * 12.0)));
          const double slant = std::hypot(run[i + 1].x - run[i].x, run[i + 1].y - run[i].y);
          // The distance to the piece, not the height above it.
          REQUIRE(std::fabs(there - y) * (run[i + 1].x - run[i].x) / slant <=
                  bce::kCurveTolerancePx);
        }
      }
    }
  }
}

TEST_CASE("a loss per step is a line through all of them") {
  const std::vector<double> losses{4.0, 2.0, 1.0, 9.0};
  const bce::Run run = bce::trace(losses, view_of({0.0, 3.0, 0.0, 5.0, 300.0, 100.0}));
  REQUIRE(run.size() == 4);
  CHECK(run[0].x == 0.0);
  CHECK(run[0].y == 20.0);
  CHECK(run[2].x == 200.0);
  CHECK(run[2].y == 80.0);
  // Above the frame, so on its edge.
  CHECK(run[3].y == 0.0);
}

TEST_CASE("more steps than pixels keep the least and the greatest of each column") {
  std::vector<double> losses(5000, 1.0);
  losses[2222] = 4.0;
  losses[2223] = 0.5;
  const auto view = view_of({0.0, 4999.0, 0.0, 5.0, 200.0, 100.0});
  const bce::Run run = bce::trace(losses, view);
  CHECK(run.size() <= 404);
  double top = 100.0;
  double bottom = 0.0;
  for (std::size_t i = 0; i < run.size(); ++i) {
    top = std::min(top, run[i].y);
    bottom = std::max(bottom, run[i].y);
    if (i > 0) REQUIRE(run[i].x >= run[i - 1].x);
  }
  CHECK(top == 20.0);
  CHECK(bottom == 90.0);
  CHECK(bce::trace({}, view).empty());
}

#include "bce/difference.hpp"

#include <doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace {

using bce::Difference;
using bce::difference;
using bce::DifferenceKind;
using bce::Label;
using bce::Logit;

Difference at(DifferenceKind kind, double y, double z, double h) {
  const auto d = difference(kind, *Label::from(y), *Logit::from(z), h);
  REQUIRE(d.ok());
  return *d;
}

}  // namespace

TEST_CASE("a tenth of the step: a tenth of the forward error, a hundredth of the central one") {
  for (const double y : {0.0, 0.3, 1.0}) {
    for (const double z : {-2.0, 0.5, 1.5}) {
      const double forward = at(DifferenceKind::forward, y, z, 1e-2).error /
                             at(DifferenceKind::forward, y, z, 1e-3).error;
      const double central = at(DifferenceKind::central, y, z, 1e-2).error /
                             at(DifferenceKind::central, y, z, 1e-3).error;
      CHECK(forward == doctest::Approx(10.0).epsilon(0.05));
      CHECK(central == doctest::Approx(100.0).epsilon(0.05));
    }
  }
}

TEST_CASE("too small a step leaves rounding, and at last nothing") {
  const double best = at(DifferenceKind::forward, 1.0, 1.0, 1e-8).error;
  CHECK(best < 1e-7);
  CHECK(at(DifferenceKind::forward, 1.0, 1.0, 1e-14).error > 100.0 * best);
  const Difference none = at(DifferenceKind::central, 1.0, 1.0, 1e-17);
  CHECK(none.change == 0.0);
  CHECK(none.quotient == 0.0);
  CHECK(none.error == std::fabs(none.slope));
}

TEST_CASE("what a difference suffers from is told") {
  using bce::DifferenceCause;
  CHECK(at(DifferenceKind::forward, 1.0, 1.0, 0.1).cause == DifferenceCause::bends);
  CHECK(at(DifferenceKind::central, 1.0, 1.0, 0.1).cause == DifferenceCause::bends);
  CHECK(at(DifferenceKind::forward, 1.0, 1.0, 3e-8).cause == DifferenceCause::both);
  CHECK(at(DifferenceKind::forward, 1.0, 1.0, 1e-12).cause == DifferenceCause::rounds);
  CHECK(at(DifferenceKind::central, 1.0, 1.0, 1e-8).cause == DifferenceCause::rounds);
  CHECK(at(DifferenceKind::central, 1.0, 1.0, 1e-18).cause == DifferenceCause::nothing);
  // To both sides of 0 the bends are alike, and cancel for any step.
  CHECK(at(DifferenceKind::central, 0.0, 0.0, 1.0).cause == DifferenceCause::exact);
}

TEST_CASE("the quotient is of the numbers that are shown beside it") {
  const Difference d = at(DifferenceKind::central, 0.0, 2.0, 0.5);
  CHECK(d.change == d.ahead - d.behind);
  CHECK(d.width == 1.0);
  CHECK(d.ahead == doctest::Approx(std::log1p(std::exp(2.5))));
  CHECK(d.behind == doctest::Approx(std::log1p(std::exp(1.5))));
  CHECK(at(DifferenceKind::forward, 0.0, 2.0, 0.5).behind ==
        doctest::Approx(std::log1p(std::exp(2.0))));
}

TEST_CASE("a step that is none is refused, and far out the numbers stay finite") {
  const auto refused = [](double h) {
    return !difference(DifferenceKind::forward, *Label::from(1.0), *Logit::from(0.0), h).ok();
  };
  CHECK(refused(0.0));
  CHECK(refused(-1.0));
  CHECK(refused(100.5));
  CHECK(refused(std::nan("")));
  CHECK(refused(std::numeric_limits<double>::infinity()));
  CHECK(at(DifferenceKind::central, 1.0, 800.0, 100.0).error < 1e-300);
  CHECK(at(DifferenceKind::central, 1.0, -800.0, 100.0).error < 1e-13);
}

TEST_CASE("the curve of the errors has its valley where both are small") {
  const auto view = bce::View::from({-18.0, 1.0, -17.0, 1.0, 1900.0, 1800.0});
  const auto runs =
      difference_errors(DifferenceKind::forward, *Label::from(1.0), *Logit::from(1.0), *view);
  REQUIRE(!runs.empty());
  bce::Point lowest{0.0, 0.0};
  std::size_t points = 0;
  for (const auto& run : runs) {
    points += run.size();
    for (const auto& point : run) {
      if (point.y > lowest.y) lowest = point;
      CHECK(point.y >= 0.0);
      CHECK(point.y <= 1800.0);
    }
  }
  CHECK(points > 120);
  CHECK(lowest.x > view->x_px(-11.0));
  CHECK(lowest.x < view->x_px(-6.0));
}

TEST_CASE(
    "the slope of the cross-entropy stays large where the model is wrong; the other one dies") {
  const auto view = bce::View::from({-8.0, 8.0, -1.1, 1.1, 1600.0, 1100.0});
  const auto heights = [&](bce::ComparedLoss loss) {
    std::vector<double> px;
    for (const auto& run : slope_curve(loss, *Label::from(1.0), *view)) {
      for (const auto& point : run) px.push_back(point.y);
    }
    return px;
  };
  const auto cross = heights(bce::ComparedLoss::cross_entropy);
  const auto squared = heights(bce::ComparedLoss::squared_error);
  REQUIRE(cross.size() > 10);
  REQUIRE(squared.size() > 10);
  CHECK(cross.front() == doctest::Approx(view->y_px(1.0 / (1.0 + std::exp(8.0)) - 1.0)));
  CHECK(squared.front() == doctest::Approx(view->y_px(0.0)).epsilon(0.01));
  // Its steepest: -4/27 at p = 1/3, as far as half a pixel tells.
  CHECK(*std::max_element(squared.begin(), squared.end()) ==
        doctest::Approx(view->y_px(-4.0 / 27.0)).epsilon(0.001));
  CHECK(heights(bce::ComparedLoss::classification_error).empty());
}

TEST_CASE("the slope of the sigmoid is p times 1 - p, far out too") {
  CHECK(bce::sigmoid_slope(*Logit::from(0.0)) == 0.25);
  CHECK(bce::sigmoid_slope(*Logit::from(40.0)) == doctest::Approx(std::exp(-40.0)));
  CHECK(bce::sigmoid_slope(*Logit::from(-40.0)) == bce::sigmoid_slope(*Logit::from(40.0)));
}

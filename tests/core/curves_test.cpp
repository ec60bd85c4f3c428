#include "bce/curves.hpp"

#include <doctest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <initializer_list>
#include <vector>

#include "bce/numeric.hpp"

namespace {

using bce::Axis;
using bce::ComparedLoss;
using bce::Library;

bce::View view_of(const bce::View::Bounds& bounds) {
  const auto view = bce::View::from(bounds);
  REQUIRE(view.ok());
  return *view;
}

bce::View over_p() { return view_of({0.0, 1.0, 0.0, 5.0, 400.0, 250.0}); }
bce::View over_z() { return view_of({-8.0, 8.0, 0.0, 8.0, 400.0, 250.0}); }

bce::Label label(double y) {
  const auto result = bce::Label::from(y);
  REQUIRE(result.ok());
  return *result;
}

bce::Probability probability(double p) {
  const auto result = bce::Probability::from(p);
  REQUIRE(result.ok());
  return *result;
}

/// How far the polylines' points are from y = f(x), in pixels, those on the frame's top aside.
double furthest(const std::vector<bce::Run>& runs, const bce::View& view,
                const std::function<double(double)>& f) {
  const auto& b = view.bounds();
  double most = 0.0;
  for (const bce::Run& run : runs) {
    for (const bce::Point& px : run) {
      if (px.y == 0.0) continue;
      const double x = b.x_low + px.x / b.width_px * (b.x_high - b.x_low);
      most = std::max(most, std::fabs(view.y_px(f(x)) - px.y));
    }
  }
  return most;
}

double distance(const bce::Point& at, const bce::Point& from, const bce::Point& to) {
  const double dx = to.x - from.x;
  const double dy = to.y - from.y;
  const double length = std::hypot(dx, dy);
  if (length == 0.0) return std::hypot(at.x - from.x, at.y - from.y);
  const double along =
      std::clamp(((at.x - from.x) * dx + (at.y - from.y) * dy) / length / length, 0.0, 1.0);
  return std::hypot(at.x - (from.x + along * dx), at.y - (from.y + along * dy));
}

/// How far the visible values of y = f(x) are from the polylines, in pixels.
double missed(const std::vector<bce::Run>& runs, const bce::View& view,
              const std::function<double(double)>& f) {
  const auto& b = view.bounds();
  double most = 0.0;
  for (int i = 0; i <= 4000; ++i) {
    const double x = b.x_low + i / 4000.0 * (b.x_high - b.x_low);
    const bce::Point at{view.x_px(x), view.y_px(f(x))};
    if (!(at.y >= 0.0 && at.y <= b.height_px)) continue;
    double least = b.width_px;
    for (const bce::Run& run : runs) {
      for (std::size_t k = 1; k < run.size(); ++k) {
        least = std::min(least, distance(at, run[k - 1], run[k]));
      }
    }
    most = std::max(most, least);
  }
  return most;
}

}  // namespace

TEST_CASE("every value that a view shows is drawn, to a quarter of a pixel") {
  const auto over_p = view_of({0.0, 1.0, 0.0, 5.0, 1920.0, 1200.0});
  const auto over_z = view_of({-8.0, 8.0, 0.0, 8.0, 1920.0, 1200.0});
  const auto low = view_of({-10.0, 10.0, 0.0, 0.5, 1920.0, 1200.0});
  for (const double y : {0.0, 0.05, 0.3, 0.5, 1.0}) {
    CAPTURE(y);
    const auto check = [y](auto curve, Axis axis, const bce::View& view, auto value) {
      const auto f = [&](double x) {
        const double p = axis == Axis::probability ? x : bce::sigmoid(x);
        return value(label(y), probability(p));
      };
      const auto runs = bce::curve(curve, label(y), axis, view);
      CHECK(missed(runs, view, f) <= bce::kCurveTolerancePx);
      for (const bce::Run& run : runs) CHECK(run.size() <= bce::kMostCurvePoints);
    };
    const auto each = [&](Axis axis, const bce::View& view) {
      check(ComparedLoss::cross_entropy, axis, view,
            [](auto l, auto p) { return bce::loss(l, p); });
      check(ComparedLoss::squared_error, axis, view,
            [](auto l, auto p) { return bce::squared_error(l, p); });
      check(ComparedLoss::classification_error, axis, view,
            [](auto l, auto p) { return bce::classification_error(l, p); });
      for (const auto library : {Library::pytorch, Library::keras, Library::scikit_learn}) {
        check(library, axis, view,
              [library](auto l, auto p) { return bce::reported_loss(library, l, p); });
      }
    };
    each(Axis::probability, over_p);
    each(Axis::logit, over_z);
    each(Axis::logit, low);
  }
}

TEST_CASE("each curve over the probability goes through the values of its loss") {
  const auto view = over_p();
  for (const double y : {0.0, 0.3, 1.0}) {
    const auto with = [y](auto loss) {
      return [y, loss](double x) { return loss(label(y), probability(std::clamp(x, 0.0, 1.0))); };
    };
    const auto entropy = bce::curve(ComparedLoss::cross_entropy, label(y), Axis::probability, view);
    CHECK(furthest(entropy, view, with([](auto l, auto p) { return bce::loss(l, p); })) < 1e-6);
    const auto squared = bce::curve(ComparedLoss::squared_error, label(y), Axis::probability, view);
    CHECK(furthest(squared, view, with([](auto l, auto p) { return bce::squared_error(l, p); })) <
          1e-6);
    CHECK(entropy.size() == 1);
    CHECK(squared.size() == 1);
  }
}

TEST_CASE("each curve over the logit goes through the values of its loss of sigmoid(z)") {
  const auto view = over_z();
  for (const double y : {0.0, 0.3, 1.0}) {
    const auto entropy = bce::curve(ComparedLoss::cross_entropy, label(y), Axis::logit, view);
    CHECK(furthest(entropy, view, [y](double z) {
            return bce::loss(label(y), probability(bce::sigmoid(z)));
          }) < 1e-6);
    const auto squared = bce::curve(ComparedLoss::squared_error, label(y), Axis::logit, view);
    CHECK(furthest(squared, view, [y](double z) {
            return bce::squared_error(label(y), probability(bce::sigmoid(z)));
          }) < 1e-6);
    CHECK(entropy.size() == 1);
    CHECK(squared.size() == 1);
  }
}

TEST_CASE("over the logit the loss is taken from z, so its line goes on where p rounds to 1") {
  const auto view = view_of({0.0, 100.0, 0.0, 100.0, 100.0, 100.0});
  const auto runs = bce::curve(ComparedLoss::cross_entropy, label(0.0), Axis::logit, view);
  REQUIRE(runs.size() == 1);
  CHECK(runs.front().back().x == 100.0);
  CHECK(runs.front().back().y == doctest::Approx(0.0));
  CHECK(furthest(runs, view, [](double z) { return z + bce::softplus_tail(z); }) < 1e-9);
}

TEST_CASE("over the logit the squared error is taken from z too") {
  const auto view = view_of({38.0, 42.0, 0.0, 1e-34, 100.0, 100.0});
  const auto runs = bce::curve(ComparedLoss::squared_error, label(1.0), Axis::logit, view);
  REQUIRE(runs.size() == 1);
  // sigmoid(z) is 1 all along.
  CHECK(runs.front().front().y == 0.0);
  CHECK(runs.front().back().y > 99.0);
}

TEST_CASE("the classification error is two level runs, with nothing drawn across its jump") {
  for (const Axis axis : {Axis::probability, Axis::logit}) {
    const auto view = axis == Axis::probability ? over_p() : over_z();
    for (const double y : {0.0, 0.3, 1.0}) {
      CAPTURE(y);
      const auto runs = bce::curve(ComparedLoss::classification_error, label(y), axis, view);
      REQUIRE(runs.size() == 2);
      CHECK(runs[0].front().x == 0.0);
      CHECK(runs[0].back().x == doctest::Approx(200.0));
      CHECK(runs[1].front().x == doctest::Approx(200.0));
      CHECK(runs[1].back().x == 400.0);
      for (const bce::Point& px : runs[0]) CHECK(px.y == view.y_px(y));
      for (const bce::Point& px : runs[1]) CHECK(px.y == view.y_px(1.0 - y));
    }
  }
}

TEST_CASE("a view beside the threshold shows one level run of the classification error") {
  const auto right = view_of({0.5, 1.0, 0.0, 2.0, 100.0, 100.0});
  const auto runs =
      bce::curve(ComparedLoss::classification_error, label(0.0), Axis::probability, right);
  REQUIRE(runs.size() == 1);
  CHECK(runs.front().front().x == 0.0);
  CHECK(runs.front().front().y == 50.0);
  const auto left = view_of({-4.0, -1.0, 0.0, 2.0, 100.0, 100.0});
  CHECK(bce::curve(ComparedLoss::classification_error, label(1.0), Axis::logit, left).size() == 1);
}

TEST_CASE("over the probability no curve leaves the range from 0 to 1") {
  const auto wide = view_of({-1.0, 2.0, 0.0, 40.0, 300.0, 100.0});
  const auto check = [](const std::vector<bce::Run>& runs) {
    REQUIRE_FALSE(runs.empty());
    CHECK(runs.front().front().x == doctest::Approx(100.0));
    CHECK(runs.back().back().x == doctest::Approx(200.0));
  };
  for (const auto loss : {ComparedLoss::cross_entropy, ComparedLoss::squared_error,
                          ComparedLoss::classification_error}) {
    check(bce::curve(loss, label(0.3), Axis::probability, wide));
  }
  for (const auto library : {Library::pytorch, Library::keras, Library::scikit_learn}) {
    check(bce::curve(library, label(1.0), Axis::probability, wide));
  }
}

TEST_CASE("a library's curve is level where it clips, at what it reports there") {
  const auto view = view_of({-40.0, 40.0, 0.0, 40.0, 800.0, 400.0});
  struct Level {
    Library library;
    double most;
  };
  for (const auto [library, most] : {Level{Library::keras, 16.11809565095832},
                                     Level{Library::scikit_learn, 36.04365338911715}}) {
    const auto runs = bce::curve(library, label(1.0), Axis::logit, view);
    REQUIRE(runs.size() == 1);
    CHECK(runs.front().front().x == 0.0);
    CHECK(runs.front().front().y == doctest::Approx(view.y_px(most)).epsilon(1e-9));
    const double least =
        std::min_element(runs.front().begin(), runs.front().end(),
                         [](const bce::Point& a, const bce::Point& b) { return a.y < b.y; })
            ->y;
    CHECK(least == doctest::Approx(view.y_px(most)).epsilon(1e-9));
  }
}

TEST_CASE("a library's curve over the logit is what it reports of sigmoid(z)") {
  const auto view = view_of({-40.0, 40.0, 0.0, 110.0, 800.0, 400.0});
  for (const auto library : {Library::pytorch, Library::keras, Library::scikit_learn}) {
    for (const double y : {0.0, 0.3, 1.0}) {
      const auto runs = bce::curve(library, label(y), Axis::logit, view);
      // PyTorch's jumps from 36.7 to 100 where the probability rounds to 1; the rest are unbroken.
      CHECK(furthest(runs, view, [library, y](double z) {
              return bce::reported_loss(library, label(y), probability(bce::sigmoid(z)));
            }) < 1e-3);
    }
  }
}

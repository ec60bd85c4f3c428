#include "bce/loss.hpp"

#include <doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <initializer_list>
#include <iterator>
#include <limits>
#include <numbers>
#include <string>
#include <vector>

#include "bce/elementary.hpp"
#include "bce/numeric.hpp"
#include "bce/practice.hpp"
#include "golden.hpp"

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kTiniest = 5e-324;
constexpr double kLargestBelowOne = 1.0 - 0x1p-53;
constexpr double kEdges[] = {0.0, kTiniest, 0.5, kLargestBelowOne, 1.0};

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

bce::Logit score(double z) {
  const auto result = bce::Logit::from(z);
  REQUIRE(result.ok());
  return *result;
}

double loss(double y, double p) { return bce::loss(label(y), probability(p)); }
double slope(double y, double p) { return bce::slope(label(y), probability(p)); }
double divergence(double y, double p) { return bce::divergence(label(y), probability(p)); }
double loss_from_logit(double y, double z) { return bce::loss_from_logit(label(y), score(z)); }
double slope_from_logit(double y, double z) { return bce::slope_from_logit(label(y), score(z)); }
double slope_at_logit(double y, double z) { return bce::slope_at_logit(label(y), score(z)); }
double slope_in_logit(double y, double p) { return bce::slope_in_logit(label(y), probability(p)); }
double divergence_from_logit(double y, double z) {
  return bce::divergence_from_logit(label(y), score(z));
}
double entropy(double y) { return bce::entropy(label(y)); }

bool is_positive_zero(double x) { return x == 0.0 && !std::signbit(x); }

double spacing(double x) {
  const double size = std::fabs(x);
  return std::nextafter(size, kInfinity) - size;
}

struct GoldenRow {
  std::string function;
  double y;
  double x;
  double high;
  double low;
};

std::vector<GoldenRow> golden_rows() {
  std::vector<GoldenRow> rows;
  for (const std::vector<std::string>& cells : golden_cells("loss.tsv", 6)) {
    const auto number = [&cells](std::size_t i) { return std::strtod(cells[i].c_str(), nullptr); };
    rows.push_back({cells[0], number(1), number(2), number(4), number(5)});
  }
  return rows;
}

/// A function under test and the most its error may be, in ulp.
struct Claim {
  const char* name;
  double (*evaluate)(double, double);
  double most_ulp;
};

constexpr Claim kClaims[] = {
    {"loss", [](double y, double p) { return loss(y, p); }, 2.0},
    {"loss_from_logit", [](double y, double z) { return loss_from_logit(y, z); }, 2.0},
    {"slope", [](double y, double p) { return slope(y, p); }, 2.0},
    {"slope_from_logit", [](double y, double z) { return slope_from_logit(y, z); }, 2.0},
    {"entropy", [](double y, double) { return entropy(y); }, 2.0},
    {"divergence", [](double y, double p) { return divergence(y, p); }, 6.0},
    {"sigmoid", [](double, double z) { return bce::sigmoid(z); }, 2.0},
    {"logit", [](double, double p) { return bce::logit(p); }, 2.0},
    {"softplus_tail", [](double, double z) { return bce::softplus_tail(z); }, 2.0},
    {"ln", [](double, double x) { return bce::elementary::ln(x); }, 1.0},
    {"ln_1p", [](double, double x) { return bce::elementary::ln_1p(x); }, 1.0},
    {"exp", [](double, double x) { return bce::elementary::exp(x); }, 1.0},
};

bool is_bounded_absolutely(const GoldenRow& row) {
  return row.function == "slope_from_logit" && row.y > 0.0 && row.y < 1.0;
}

}  // namespace

TEST_CASE("there are at least a thousand golden values, and each is of a known function") {
  const auto rows = golden_rows();
  REQUIRE(rows.size() >= 1000);
  for (const GoldenRow& row : rows) {
    CAPTURE(row.function);
    CHECK(std::any_of(std::begin(kClaims), std::end(kClaims),
                      [&row](const Claim& claim) { return row.function == claim.name; }));
  }
}

TEST_CASE("every function is as accurate as its header says") {
  const auto rows = golden_rows();
  for (const Claim& claim : kClaims) {
    int seen = 0;
    double most = 0.0;
    for (const GoldenRow& row : rows) {
      if (row.function != claim.name || is_bounded_absolutely(row)) continue;
      const double value = claim.evaluate(row.y, row.x);
      const double error = std::fabs((value - row.high) - row.low) / spacing(row.high);
      CAPTURE(row.function);
      CAPTURE(row.y);
      CAPTURE(row.x);
      CHECK(error <= claim.most_ulp);
      most = std::max(most, error);
      ++seen;
    }
    MESSAGE(std::string(claim.name) << ": " << seen << " values, at most " << most << " ulp");
    CHECK(seen >= 15);
  }
}

TEST_CASE("the slope over logits of a soft label is right to 2^-52") {
  double most = 0.0;
  int seen = 0;
  for (const GoldenRow& row : golden_rows()) {
    if (!is_bounded_absolutely(row)) continue;
    CAPTURE(row.y);
    CAPTURE(row.x);
    const double error = std::fabs((slope_from_logit(row.y, row.x) - row.high) - row.low);
    CHECK(error <= 0x1p-52);
    most = std::max(most, error);
    ++seen;
  }
  MESSAGE(seen << " values, at most " << most / 0x1p-52 << " times 2^-52");
  CHECK(seen >= 50);
}

TEST_CASE("a label is a finite number from 0 to 1") {
  CHECK(bce::Label::from(0.0).ok());
  CHECK(bce::Label::from(1.0).ok());
  CHECK(bce::Label::from(kTiniest).ok());
  CHECK(bce::Label::from(-kTiniest).error() == bce::LossError::label_out_of_range);
  CHECK(bce::Label::from(1.0 + 0x1p-52).error() == bce::LossError::label_out_of_range);
  CHECK(bce::Label::from(kNan).error() == bce::LossError::label_not_finite);
  CHECK(bce::Label::from(-kInfinity).error() == bce::LossError::label_not_finite);
}

TEST_CASE("a probability is a finite number from 0 to 1") {
  CHECK(bce::Probability::from(0.0).ok());
  CHECK(bce::Probability::from(1.0).ok());
  CHECK(bce::Probability::from(-0.1).error() == bce::LossError::probability_out_of_range);
  CHECK(bce::Probability::from(85.0).error() == bce::LossError::probability_out_of_range);
  CHECK(bce::Probability::from(kNan).error() == bce::LossError::probability_not_finite);
  CHECK(bce::Probability::from(kInfinity).error() == bce::LossError::probability_not_finite);
}

TEST_CASE("a logit is any finite number") {
  CHECK(bce::Logit::from(1e300).ok());
  CHECK(bce::Logit::from(-1e300).ok());
  CHECK(bce::Logit::from(kNan).error() == bce::LossError::logit_not_finite);
  CHECK(bce::Logit::from(kInfinity).error() == bce::LossError::logit_not_finite);
}

TEST_CASE("a negative zero becomes an ordinary one") {
  CHECK(is_positive_zero(label(-0.0).value()));
  CHECK(is_positive_zero(probability(-0.0).value()));
  CHECK(is_positive_zero(score(-0.0).value()));
}

TEST_CASE("only 0 and 1 are hard labels") {
  CHECK(label(0.0).hard());
  CHECK(label(1.0).hard());
  CHECK_FALSE(label(kTiniest).hard());
  CHECK_FALSE(label(kLargestBelowOne).hard());
}

TEST_CASE("the free problem is y = 1 with p = 0.85, and costs 0.1625 nats") {
  const bce::Problem problem = bce::free_problem();
  CHECK(problem.label.value() == 1.0);
  CHECK(problem.probability.value() == 0.85);
  CHECK(bce::loss(problem.label, problem.probability) ==
        doctest::Approx(0.16251892949777494).epsilon(1e-15));
}

TEST_CASE("no edge gives NaN, and no loss is a negative zero") {
  for (const double y : kEdges) {
    CAPTURE(y);
    CHECK_FALSE(std::signbit(entropy(y)));
    for (const double p : kEdges) {
      CAPTURE(p);
      CHECK(loss(y, p) >= 0.0);
      CHECK_FALSE(std::signbit(loss(y, p)));
      CHECK(divergence(y, p) >= 0.0);
      CHECK_FALSE(std::signbit(divergence(y, p)));
      CHECK_FALSE(std::isnan(slope(y, p)));
    }
    for (const double z : {0.0, kTiniest, 1.0, 745.0, 1e4, std::numeric_limits<double>::max()}) {
      for (const double signed_z : {z, -z}) {
        CAPTURE(signed_z);
        CHECK(loss_from_logit(y, signed_z) >= 0.0);
        CHECK(std::isfinite(loss_from_logit(y, signed_z)));
        CHECK_FALSE(std::signbit(loss_from_logit(y, signed_z)));
        CHECK(std::fabs(slope_from_logit(y, signed_z)) <= 1.0);
      }
    }
  }
}

TEST_CASE("a perfect prediction of a hard label costs exactly zero") {
  CHECK(is_positive_zero(loss(1.0, 1.0)));
  CHECK(is_positive_zero(loss(0.0, 0.0)));
}

TEST_CASE("p = 0 costs infinity unless the label is 0, p = 1 unless it is 1") {
  for (const double y : {kTiniest, 0.5, kLargestBelowOne, 1.0}) CHECK(loss(y, 0.0) == kInfinity);
  for (const double y : {0.0, kTiniest, 0.5, kLargestBelowOne}) CHECK(loss(y, 1.0) == kInfinity);
}

TEST_CASE("the loss is finite for every probability strictly inside its range") {
  for (const double y : kEdges) {
    for (const double p : {kTiniest, 0.5, kLargestBelowOne}) {
      CHECK(std::isfinite(loss(y, p)));
    }
  }
}

TEST_CASE("the slope at the ends is the limit from inside") {
  CHECK(slope(0.0, 0.0) == 1.0);
  CHECK(slope(1.0, 1.0) == -1.0);
  for (const double y : {kTiniest, 0.5, kLargestBelowOne, 1.0}) CHECK(slope(y, 0.0) == -kInfinity);
  for (const double y : {0.0, kTiniest, 0.5, kLargestBelowOne}) CHECK(slope(y, 1.0) == kInfinity);
}

TEST_CASE("the slope is zero at p = y and its sign points away from y") {
  for (const double y : {kTiniest, 0.1, 0.3, 0.5, kLargestBelowOne}) {
    CHECK(is_positive_zero(slope(y, y)));
    CHECK(slope(y, std::nextafter(y, 2.0)) > 0.0);
    CHECK(slope(y, std::nextafter(y, -1.0)) < 0.0);
  }
}

TEST_CASE("the slope is the quotient of differences of the loss") {
  constexpr double kStep = 0x1p-20;
  for (const double y : {0.0, 0.3, 1.0}) {
    for (int k = 1; k < 10; ++k) {
      const double p = k / 10.0;
      const double quotient = (loss(y, p + kStep) - loss(y, p - kStep)) / (2.0 * kStep);
      CHECK(slope(y, p) == doctest::Approx(quotient).epsilon(1e-8));
    }
  }
}

TEST_CASE("the loss from a logit is the loss at its sigmoid") {
  for (const double y : {0.0, 0.3, 1.0}) {
    for (int k = -40; k <= 40; ++k) {
      const double z = k / 4.0;
      CHECK(loss_from_logit(y, z) == doctest::Approx(loss(y, bce::sigmoid(z))).epsilon(1e-11));
    }
  }
}

TEST_CASE("the loss from a logit keeps its digits where the probability rounds to an end") {
  CHECK(bce::sigmoid(40.0) == 1.0);
  CHECK(loss_from_logit(1.0, 40.0) ==
        doctest::Approx(4.248354255291589e-18).epsilon(1e-14).scale(0.0));
  CHECK(loss_from_logit(0.0, 40.0) == 40.0);
  CHECK(loss_from_logit(0.0, 1e4) == 1e4);
}

TEST_CASE("entropy is ln 2 at one half, zero for hard labels, and the least loss of a label") {
  CHECK(entropy(0.5) == std::numbers::ln2);
  CHECK(is_positive_zero(entropy(0.0)));
  CHECK(is_positive_zero(entropy(1.0)));
  for (int k = 0; k <= 100; ++k) {
    const double y = k / 100.0;
    CHECK(entropy(y) == loss(y, y));
    for (int m = 0; m <= 100; ++m) REQUIRE(loss(y, m / 100.0) >= entropy(y));
  }
}

TEST_CASE("divergence is zero exactly where p = y") {
  for (const double y : {0.0, kTiniest, 1e-300, 0.1, 0.3, 0.5, 0.9, kLargestBelowOne, 1.0}) {
    CAPTURE(y);
    CHECK(is_positive_zero(divergence(y, y)));
  }
  for (const double y : {0.1, 0.3, 0.5, 0.9, kLargestBelowOne}) {
    CAPTURE(y);
    CHECK(divergence(y, std::nextafter(y, 0.0)) > 0.0);
    CHECK(divergence(y, std::nextafter(y, 1.0)) > 0.0);
  }
}

TEST_CASE("the loss is the entropy and the divergence together") {
  for (int k = 0; k <= 20; ++k) {
    for (int m = 1; m < 20; ++m) {
      const double y = k / 20.0;
      const double p = m / 20.0;
      CHECK(entropy(y) + divergence(y, p) == doctest::Approx(loss(y, p)).epsilon(1e-15));
    }
  }
}

TEST_CASE("divergence is infinite at the wrong end") {
  CHECK(divergence(0.5, 0.0) == kInfinity);
  CHECK(divergence(0.5, 1.0) == kInfinity);
  CHECK(divergence(1.0, 0.0) == kInfinity);
  CHECK(divergence(0.0, 1.0) == kInfinity);
}

TEST_CASE("swapping the outcomes leaves the loss as it is") {
  // Eighths, because their complements are exact.
  for (int k = 0; k <= 8; ++k) {
    for (int m = 0; m <= 8; ++m) {
      const double y = k / 8.0;
      const double p = m / 8.0;
      if (std::isinf(loss(y, p))) {
        CHECK(loss(1.0 - y, 1.0 - p) == kInfinity);
      } else {
        CHECK(loss(1.0 - y, 1.0 - p) == doctest::Approx(loss(y, p)).epsilon(1e-15));
      }
    }
  }
}

TEST_CASE("the slope over logits is p - y, up to both ends") {
  CHECK(slope_in_logit(1.0, 0.85) == 0.85 - 1.0);
  CHECK(slope_in_logit(1.0, 0.0) == -1.0);
  CHECK(slope_in_logit(0.0, 1.0) == 1.0);
  for (const double y : kEdges) CHECK(is_positive_zero(slope_in_logit(y, y)));
  for (const double y : {0.0, 0.3, 1.0}) {
    for (int k = -40; k <= 40; ++k) {
      const double z = k / 4.0;
      CHECK(std::fabs(slope_in_logit(y, bce::sigmoid(z)) - slope_from_logit(y, z)) <= 0x1p-52);
    }
  }
}

TEST_CASE("the slope at a logit is the slope at its sigmoid") {
  for (const double y : {0.0, 0.3, 1.0}) {
    for (int k = -40; k <= 40; ++k) {
      const double z = k / 4.0;
      CHECK(slope_at_logit(y, z) == doctest::Approx(slope(y, bce::sigmoid(z))).epsilon(1e-11));
    }
  }
}

TEST_CASE("the slope at a logit keeps its digits where the probability rounds to 1") {
  // e^40, and one more.
  CHECK(slope_at_logit(0.0, 40.0) == doctest::Approx(2.3538526683702e17).epsilon(1e-13));
  CHECK(slope_at_logit(1.0, -40.0) == doctest::Approx(-2.3538526683702e17).epsilon(1e-13));
  CHECK(slope_at_logit(0.25, 40.0) == doctest::Approx(0.75 * 2.3538526683702e17).epsilon(1e-13));
  CHECK(slope_at_logit(1.0, 40.0) == -1.0);
  CHECK(slope_at_logit(0.0, -40.0) == 1.0);
}

TEST_CASE("the slope at a logit is infinite beyond the largest double, and never NaN") {
  for (const double y : kEdges) {
    for (const double z : {0.0, kTiniest, 700.0, 745.0, 746.0, 1e300}) {
      CAPTURE(y);
      CAPTURE(z);
      CHECK_FALSE(std::isnan(slope_at_logit(y, z)));
      CHECK_FALSE(std::isnan(slope_at_logit(y, -z)));
    }
    CHECK(slope_at_logit(y, 1e4) == (y == 1.0 ? -1.0 : kInfinity));
    CHECK(slope_at_logit(y, -1e4) == (y == 0.0 ? 1.0 : -kInfinity));
  }
}

TEST_CASE("the divergence from a logit is the divergence at its sigmoid") {
  for (const double y : {0.0, 0.3, 0.5, 1.0}) {
    for (int k = -40; k <= 40; ++k) {
      const double z = k / 4.0;
      CAPTURE(y);
      CAPTURE(z);
      const double expected = divergence(y, bce::sigmoid(z));
      CHECK(std::fabs(divergence_from_logit(y, z) - expected) <= 1e-11 * expected + 1e-17);
    }
  }
}

TEST_CASE("the divergence from a logit is not negative where it has no digits left") {
  for (int k = 1; k <= 2000; ++k) {
    const double y = k * kTiniest;
    const double z = std::log(y);
    for (int m = -4; m <= 4; ++m) {
      REQUIRE_FALSE(std::signbit(divergence_from_logit(y, z + m / 4.0)));
    }
  }
}

TEST_CASE("from a logit the loss is the entropy and the divergence together, finite at any z") {
  for (const double y : {0.0, kTiniest, 1e-300, 0.05, 0.3, 0.5, kLargestBelowOne, 1.0}) {
    for (const double size :
         {0.0, kTiniest, 1.0, 36.0, 40.0, 700.0, 708.0, 709.0, 745.0, 1e4, 1e300}) {
      for (const double z : {size, -size}) {
        CAPTURE(y);
        CAPTURE(z);
        const double above = divergence_from_logit(y, z);
        CHECK(std::isfinite(above));
        CHECK(above >= 0.0);
        CHECK_FALSE(std::signbit(above));
        CHECK(entropy(y) + above == doctest::Approx(loss_from_logit(y, z)).epsilon(1e-14));
      }
    }
  }
}

TEST_CASE("a probability of one half costs one bit, and infinity is infinite in every unit") {
  CHECK(bce::in_unit(bce::Unit::bits, loss(1.0, 0.5)) == 1.0);
  CHECK(bce::in_unit(bce::Unit::nats, 0.25) == 0.25);
  CHECK(bce::in_unit(bce::Unit::hartleys, loss(1.0, 0.1)) == doctest::Approx(1.0).epsilon(1e-15));
  for (const auto unit : {bce::Unit::nats, bce::Unit::bits, bce::Unit::hartleys}) {
    CHECK(bce::in_unit(unit, kInfinity) == kInfinity);
    CHECK(is_positive_zero(bce::in_unit(unit, 0.0)));
  }
}

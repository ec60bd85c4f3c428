#include "bce/batch.hpp"

#include <doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "golden.hpp"

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kTiniest = 5e-324;

double loss(double y, double p) {
  return bce::loss(*bce::Label::from(y), *bce::Probability::from(p));
}

/// As in golden/make_batch.py, which see.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t bits() {
    state_ += 0x9E3779B97F4A7C15;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
    return z ^ (z >> 31);
  }
  int below(int n) { return static_cast<int>(bits() % static_cast<std::uint64_t>(n)); }
  /// Above 0, below 1.
  double unit() { return std::ldexp(static_cast<double>((bits() >> 12) * 2 + 1), -53); }

 private:
  std::uint64_t state_;
};

using Row = std::pair<double, double>;

Row missed_by(double y, double miss) { return {y, y == 1.0 ? 1.0 - miss : miss}; }

/// A row by the recipe of that number in golden/make_batch.py.
Row row_of(int kind, Random& rng) {
  if (kind == 9) {
    constexpr int kMixed[] = {0, 1, 2, 5, 8, 7};
    kind = kMixed[rng.below(6)];
  }
  if (kind == 7 && rng.below(10) == 0) return missed_by(rng.below(2), 0.0);
  if (kind == 8) {
    const double y = rng.unit();
    return {y, rng.unit()};
  }
  const double y = kind == 7 ? 1.0 : rng.below(2);
  switch (kind) {
    case 0:
      return {y, rng.unit()};
    case 1:
      return missed_by(y, rng.unit() * 0x1p-4);
    case 2: {
      const double miss = rng.unit();
      return missed_by(y, std::ldexp(miss, -10 - rng.below(40)));
    }
    case 3: {
      const double p = rng.unit();
      return {0.0, std::ldexp(p, -52 - rng.below(900))};
    }
    case 4:
      return missed_by(y, rng.unit() * 0x1p-7);
    case 5:
      return missed_by(y, 1.0 - rng.unit() * 0x1p-4);
    case 6: {
      const double p = rng.unit();
      return {1.0, std::ldexp(p, -rng.below(1021))};
    }
    default:
      return {1.0, std::ldexp(static_cast<double>(1 + rng.below(1 << 20)), -1074)};
  }
}

struct Rows {
  std::vector<double> labels;
  std::vector<double> probabilities;
};

Rows rows_of(int kind, std::size_t count, std::uint64_t seed) {
  Random rng(seed);
  Rows rows;
  for (std::size_t i = 0; i < count; ++i) {
    const auto [y, p] = row_of(kind, rng);
    rows.labels.push_back(y);
    rows.probabilities.push_back(p);
  }
  return rows;
}

struct GoldenMean {
  std::string kind;
  int number;
  std::size_t rows;
  std::uint64_t seed;
  double high;
  double low;
};

std::vector<GoldenMean> golden_means() {
  std::vector<GoldenMean> means;
  for (const std::vector<std::string>& cells : golden_cells("batch.tsv", 7)) {
    const auto number = [&cells](std::size_t i) { return std::strtod(cells[i].c_str(), nullptr); };
    means.push_back({cells[0], static_cast<int>(number(1)), static_cast<std::size_t>(number(2)),
                     static_cast<std::uint64_t>(number(3)), number(5), number(6)});
  }
  return means;
}

}  // namespace

TEST_CASE("the mean loss of any rows is within 1e-13 of the 60-digit mean") {
  const auto means = golden_means();
  CHECK(means.size() == 70);
  double most = 0.0;
  for (const GoldenMean& golden : means) {
    CAPTURE(golden.kind);
    CAPTURE(golden.rows);
    const Rows rows = rows_of(golden.number, golden.rows, golden.seed);
    const auto mean = bce::mean_loss(rows.labels, rows.probabilities);
    REQUIRE(mean.ok());
    if (!mean.ok()) return;
    const double off = std::fabs((*mean - golden.high) - golden.low) / golden.high;
    CHECK(off <= 1e-13);
    most = std::fmax(most, off);
  }
  MESSAGE("at most " << most);
}

TEST_CASE("rows have one sum, to 1e-13, however they are cut into chunks") {
  for (int kind = 0; kind < 10; ++kind) {
    CAPTURE(kind);
    const Rows rows = rows_of(kind, 3000, 7);
    bce::LossSum whole;
    CHECK_FALSE(whole.add(rows.labels, rows.probabilities));
    for (const std::size_t chunk : {1U, 100U, 64U, 1024U}) {
      bce::LossSum pieces;
      for (std::size_t from = 0; from < rows.labels.size(); from += chunk) {
        const std::size_t count = std::min(chunk, rows.labels.size() - from);
        CHECK_FALSE(pieces.add(std::span(rows.labels).subspan(from, count),
                               std::span(rows.probabilities).subspan(from, count)));
      }
      CHECK(std::fabs(pieces.value() - whole.value()) <= 1e-13 * whole.value());
    }
  }
}

TEST_CASE("rows in any order have one sum, to 1e-13") {
  for (int kind = 0; kind < 10; ++kind) {
    CAPTURE(kind);
    Rows rows = rows_of(kind, 2000, 11);
    bce::LossSum forwards;
    CHECK_FALSE(forwards.add(rows.labels, rows.probabilities));
    std::reverse(rows.labels.begin(), rows.labels.end());
    std::reverse(rows.probabilities.begin(), rows.probabilities.end());
    bce::LossSum backwards;
    CHECK_FALSE(backwards.add(rows.labels, rows.probabilities));
    CHECK(std::fabs(backwards.value() - forwards.value()) <= 1e-13 * forwards.value());
  }
}

TEST_CASE("a right end costs nothing and a wrong one infinity, wherever in a block it stands") {
  for (std::size_t at = 0; at < 256; ++at) {
    CAPTURE(at);
    Rows rows = rows_of(0, 256, 5);
    rows.probabilities[at] = rows.labels[at];
    const auto right = bce::mean_loss(rows.labels, rows.probabilities);
    REQUIRE(right.ok());
    CHECK(std::isfinite(*right));
    rows.probabilities[at] = 1.0 - rows.labels[at];
    const auto wrong = bce::mean_loss(rows.labels, rows.probabilities);
    REQUIRE(wrong.ok());
    CHECK(*wrong == kInfinity);
  }
}

TEST_CASE("certain rows that are right cost exactly zero, a zero with a sign included") {
  const std::vector<double> ones(300, 1.0);
  const std::vector<double> zeros(300, 0.0);
  const std::vector<double> signed_zeros(300, -0.0);
  for (const auto& [y, p] :
       {std::pair(ones, ones), std::pair(zeros, zeros), std::pair(signed_zeros, signed_zeros)}) {
    const auto mean = bce::mean_loss(y, p);
    REQUIRE(mean.ok());
    CHECK(*mean == 0.0);
    CHECK_FALSE(std::signbit(*mean));
  }
}

TEST_CASE("a bad row is found wherever in a block it stands, and by the smallest amount") {
  constexpr double kAbove = 1.0 + 0x1p-52;
  for (const double bad : {kNan, kInfinity, -kInfinity, -kTiniest, kAbove, -0.5, 2.0}) {
    CAPTURE(bad);
    const bool finite = std::isfinite(bad);
    for (std::size_t at = 128; at < 256; ++at) {
      CAPTURE(at);
      for (const double y : {0.0, 1.0}) {
        Rows rows = rows_of(0, 400, 3);
        rows.labels[at] = y;
        rows.probabilities[at] = bad;
        const auto probability = bce::mean_loss(rows.labels, rows.probabilities);
        REQUIRE_FALSE(probability.ok());
        CHECK(probability.error().code == bce::BatchErrorCode::probability);
        CHECK(probability.error().row == at);
        CHECK(probability.error().cause == (finite ? bce::LossError::probability_out_of_range
                                                   : bce::LossError::probability_not_finite));
      }
      Rows rows = rows_of(0, 400, 3);
      rows.labels[at] = bad;
      const auto label = bce::mean_loss(rows.labels, rows.probabilities);
      REQUIRE_FALSE(label.ok());
      CHECK(label.error().code == bce::BatchErrorCode::label);
      CHECK(label.error().row == at);
      CHECK(label.error().cause ==
            (finite ? bce::LossError::label_out_of_range : bce::LossError::label_not_finite));
    }
  }
}

TEST_CASE("a chunk with a bad row adds the rows before it") {
  Rows rows = rows_of(0, 300, 3);
  rows.probabilities[200] = 1.5;
  bce::LossSum sum;
  const auto error = sum.add(rows.labels, rows.probabilities);
  REQUIRE(error.has_value());
  CHECK(error->row == 200);
  double expected = 0.0;
  for (std::size_t i = 0; i < 200; ++i) expected += loss(rows.labels[i], rows.probabilities[i]);
  CHECK(sum.value() == doctest::Approx(expected).epsilon(1e-13));
}

TEST_CASE("the mean loss is the mean of the losses") {
  const double y[] = {1.0, 0.0, 0.3};
  const double p[] = {0.85, 0.2, 0.4};
  const auto mean = bce::mean_loss(y, p);
  REQUIRE(mean.ok());
  CHECK(*mean ==
        doctest::Approx((loss(1.0, 0.85) + loss(0.0, 0.2) + loss(0.3, 0.4)) / 3).epsilon(1e-15));
}

TEST_CASE("the mean loss of many equal rows is the loss of one") {
  const std::vector<double> y(100000, 1.0);
  const std::vector<double> p(100000, 0.85);
  const auto mean = bce::mean_loss(y, p);
  REQUIRE(mean.ok());
  CHECK(*mean == doctest::Approx(loss(1.0, 0.85)).epsilon(1e-14));
}

TEST_CASE("one infinite row makes the mean infinite") {
  const double y[] = {1.0, 1.0, 0.0, 1.0};
  const double p[] = {0.85, 0.0, 1.0, 0.9};
  const auto mean = bce::mean_loss(y, p);
  REQUIRE(mean.ok());
  CHECK(*mean == kInfinity);
}

TEST_CASE("a batch without rows, or with rows of two lengths, has no mean") {
  const double one[] = {1.0};
  const double two[] = {0.5, 0.5};
  CHECK(bce::mean_loss({}, {}).error().code == bce::BatchErrorCode::empty);
  CHECK(bce::mean_loss(one, two).error().code == bce::BatchErrorCode::lengths_differ);
  CHECK(bce::mean_loss({}, two).error().code == bce::BatchErrorCode::lengths_differ);
}

TEST_CASE("the first bad row of a batch is reported with its cause") {
  const double y[] = {1.0, 0.0, 2.0, kNan};
  const double p[] = {0.5, -0.5, 0.5, 0.5};
  const auto first = bce::mean_loss(y, p);
  REQUIRE_FALSE(first.ok());
  CHECK(first.error().code == bce::BatchErrorCode::probability);
  CHECK(first.error().row == 1);
  CHECK(first.error().cause == bce::LossError::probability_out_of_range);

  const double good[] = {0.5, 0.5, kNan, 0.5};
  const auto second = bce::mean_loss(y, good);
  REQUIRE_FALSE(second.ok());
  CHECK(second.error().code == bce::BatchErrorCode::label);
  CHECK(second.error().row == 2);
  CHECK(second.error().cause == bce::LossError::label_out_of_range);
}

#include "bce/predictions.hpp"

#include <doctest.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <type_traits>
#include <vector>

#include "bce/random.hpp"

namespace {

using bce::CostlyRow;
using bce::Library;
using bce::Predictions;
using bce::Scale;

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

using Numbers = std::vector<double>;

double loss(double y, double p) {
  return bce::loss(*bce::Label::from(y), *bce::Probability::from(p));
}

double reported(Library library, double y, double p) {
  return bce::reported_loss(library, *bce::Label::from(y), *bce::Probability::from(p));
}

Numbers counted(std::size_t rows) {
  Numbers numbers(rows);
  for (std::size_t i = 0; i < rows; ++i) numbers[i] = static_cast<double>(i + 1);
  return numbers;
}

struct Rows {
  Numbers labels{};
  Numbers values{};
};

/// Hard and soft labels, values of every size and both ends, from a seed.
Rows some(std::size_t count, std::uint64_t seed) {
  bce::Random random(seed);
  Rows rows;
  for (std::size_t i = 0; i < count; ++i) {
    const auto kind = random.below(12);
    rows.labels.push_back(kind == 0 ? random.below(100) / 100.0 : random.below(2));
    const double p = random.below(1000) / 1000.0;
    rows.values.push_back(kind == 1 ? p * 1e-9 : kind == 2 ? 1.0 - p * 1e-9 : p);
  }
  return rows;
}

}  // namespace

TEST_CASE("a summary is plain numbers that may be copied as such") {
  CHECK(std::is_trivially_copyable_v<Predictions>);
  CHECK(sizeof(Predictions) % sizeof(double) == 0);
}

TEST_CASE("what is said of rows is what each row says, however they are cut into chunks") {
  const Rows rows = some(5000, 1);
  const Numbers numbers = counted(5000);
  double sum = 0.0;
  double ones = 0.0;
  std::vector<double> ranges(bce::kLossRanges);
  std::vector<double> counts(bce::kTenths);
  for (std::size_t i = 0; i < 5000; ++i) {
    const double cost = loss(rows.labels[i], rows.values[i]);
    sum += cost;
    ones += rows.labels[i];
    std::size_t range = 0;
    while (range + 2 < bce::kLossRanges && cost >= bce::kLossEdges[range]) ++range;
    ranges[cost == kInfinity ? bce::kLossRanges - 1 : range] += 1.0;
    counts[std::min(static_cast<std::size_t>(rows.values[i] * 10.0), std::size_t{9})] += 1.0;
  }
  for (const std::size_t chunk : {1U, 64U, 700U, 5000U}) {
    CAPTURE(chunk);
    Predictions all;
    for (std::size_t from = 0; from < 5000; from += chunk) {
      const std::size_t size = std::min(chunk, 5000 - from);
      CHECK(all.add(Scale::probability, std::span(rows.labels).subspan(from, size),
                    std::span(rows.values).subspan(from, size),
                    std::span(numbers).subspan(from, size))
                .empty());
    }
    CHECK(all.rows() == 5000.0);
    CHECK((all.sum() == sum || std::fabs(all.sum() - sum) <= 1e-12 * sum));
    CHECK(all.base_rate() == doctest::Approx(ones / 5000.0).epsilon(1e-14));
    for (std::size_t i = 0; i < bce::kLossRanges; ++i) CHECK(all.losses()[i] == ranges[i]);
    for (std::size_t i = 0; i < bce::kTenths; ++i) CHECK(all.tenths()[i].count == counts[i]);
  }
}

TEST_CASE("the costliest rows are those of a full sort, with their numbers") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    CAPTURE(seed);
    const Rows rows = some(400, seed);
    Predictions all;
    CHECK(all.add(Scale::probability, rows.labels, rows.values, counted(400)).empty());
    Numbers order = counted(400);
    const auto cost = [&rows](double number) {
      const auto i = static_cast<std::size_t>(number) - 1;
      return loss(rows.labels[i], rows.values[i]);
    };
    std::stable_sort(order.begin(), order.end(),
                     [&cost](double a, double b) { return cost(a) > cost(b); });
    const auto costliest = all.costliest();
    REQUIRE(costliest.size() == bce::kCostliest);
    for (std::size_t i = 0; i < bce::kCostliest; ++i) {
      CHECK(costliest[i].number == order[i]);
      CHECK(costliest[i].loss == cost(order[i]));
    }
  }
}

TEST_CASE("fewer rows than would be listed are all listed") {
  Predictions two;
  CHECK(two.add(Scale::probability, Numbers{1, 0}, Numbers{0.9, 0.9}, Numbers{2, 5}).empty());
  const auto costliest = two.costliest();
  REQUIRE(costliest.size() == 2);
  CHECK(costliest[0].number == 5.0);
  CHECK(costliest[1].number == 2.0);
}

TEST_CASE("what each library would report is the sum of what it reports of each row") {
  const Rows rows = some(3000, 9);
  Predictions all;
  CHECK(all.add(Scale::probability, rows.labels, rows.values, counted(3000)).empty());
  for (const Library library : {Library::pytorch, Library::keras, Library::scikit_learn}) {
    double sum = 0.0;
    double clamped = 0.0;
    for (std::size_t i = 0; i < 3000; ++i) {
      const double one = reported(library, rows.labels[i], rows.values[i]);
      sum += one;
      const double own = loss(rows.labels[i], rows.values[i]);
      clamped += std::isinf(own) || std::fabs(one - own) > 1e-12 * own ? 1.0 : 0.0;
    }
    CHECK(all.reported_sum(library) == doctest::Approx(sum).epsilon(1e-12));
    CHECK(all.clamped(library) == clamped);
  }
  CHECK(all.clamped(Library::keras) > all.clamped(Library::pytorch));
}

TEST_CASE("a row that is no example is reported by its number, and the others count") {
  Predictions all;
  const auto bad = all.add(Scale::probability, Numbers{1, 2, 0, kNan, 1},
                           Numbers{0.5, 0.5, 1.5, 0.5, 0.5}, Numbers{2, 3, 4, 5, 6});
  REQUIRE(bad.size() == 3);
  CHECK(bad[0].number == 3.0);
  CHECK(bad[0].cause == bce::LossError::label_out_of_range);
  CHECK(bad[1].number == 4.0);
  CHECK(bad[1].cause == bce::LossError::probability_out_of_range);
  CHECK(bad[2].number == 5.0);
  CHECK(bad[2].cause == bce::LossError::label_not_finite);
  CHECK(all.rows() == 2.0);
  CHECK(all.sum() == doctest::Approx(2.0 * std::log(2.0)).epsilon(1e-15));
}

TEST_CASE("percentages are read as hundredths, and logits keep the digits of their losses") {
  Predictions percent;
  CHECK(percent.add(Scale::percentage, Numbers{1}, Numbers{85}, Numbers{1}).empty());
  CHECK(percent.sum() == doctest::Approx(loss(1, 0.85)).epsilon(1e-14));
  Predictions logits;
  CHECK(logits.add(Scale::logit, Numbers{0, 1}, Numbers{800, 800}, Numbers{1, 2}).empty());
  CHECK(logits.sum() == 800.0);
  CHECK(logits.reported_sum(Library::pytorch) == 100.0);
  CHECK(logits.add(Scale::logit, Numbers{1}, Numbers{kInfinity}, Numbers{3}).size() == 1);
}

TEST_CASE("before any row there is nothing to list, and no mean") {
  const Predictions none;
  CHECK(none.rows() == 0.0);
  CHECK(none.sum() == 0.0);
  CHECK(std::isnan(none.base_rate()));
  CHECK(none.costliest().empty());
}

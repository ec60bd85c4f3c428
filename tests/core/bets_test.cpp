#include "bce/bets.hpp"

#include <doctest.h>

#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

namespace {

using bce::score;
using bce::Scores;
using bce::source;
using List = std::vector<double>;

constexpr double kInfinity = std::numeric_limits<double>::infinity();

Scores of(const List& outcomes, const List& bets) {
  const auto scores = score(outcomes, bets);
  REQUIRE(scores.ok());
  return *scores;
}

}  // namespace

TEST_CASE("the scores of a few bets, by hand") {
  const Scores scores = of({1, 0, 1, 1}, {0.8, 0.4, 0.5, 0.9});
  CHECK(scores.own.log_loss ==
        doctest::Approx(-(std::log(0.8) + std::log(0.6) + std::log(0.5) + std::log(0.9)) / 4));
  CHECK(scores.own.brier == doctest::Approx((0.04 + 0.16 + 0.25 + 0.01) / 4));
  CHECK(scores.share == 0.75);
  CHECK(scores.best.log_loss == doctest::Approx(0.5623351446188083));
  CHECK(scores.best.brier == doctest::Approx(0.1875));
  CHECK(scores.half.log_loss == doctest::Approx(std::log(2.0)));
  CHECK(scores.half.brier == 0.25);
  CHECK(scores.ruined == 0);
  CHECK(scores.bins[2].count == 2);
  CHECK(scores.bins[2].mean_bet == doctest::Approx(0.45));
  CHECK(scores.bins[2].share == 0.5);
  CHECK(scores.bins[4].count == 2);
  CHECK(scores.bins[0].count == 0);
}

TEST_CASE("a certain bet that was wrong costs an infinite log loss, and a Brier score of 1") {
  const Scores scores = of({0, 1}, {1.0, 1.0});
  CHECK(scores.own.log_loss == kInfinity);
  CHECK(scores.own.brier == 0.5);
  CHECK(scores.ruined == 1);
  CHECK(of({1}, {0.0}).own.log_loss == kInfinity);
  CHECK(of({0}, {0.0}).own.log_loss == 0.0);
}

TEST_CASE("where all events are alike the best constant bet is certain and free") {
  const Scores scores = of({1, 1, 1}, {0.5, 0.9, 1.0});
  CHECK(scores.best.log_loss == 0.0);
  CHECK(scores.best.brier == 0.0);
  CHECK(scores.bins[4].count == 2);
}

TEST_CASE("no constant bet does better than the share of ones, by either score") {
  const List outcomes = source(11).outcomes;
  const Scores best = of(outcomes, List(outcomes.size(), 0.5));
  for (int i = 0; i <= 100; ++i) {
    const Scores scores = of(outcomes, List(outcomes.size(), i / 100.0));
    CHECK(scores.own.log_loss >= best.best.log_loss - 1e-12);
    CHECK(scores.own.brier >= best.best.brier - 1e-12);
  }
  const Scores own = of(outcomes, List(outcomes.size(), best.share));
  CHECK(own.own.log_loss == doctest::Approx(best.best.log_loss));
  CHECK(own.own.brier == doctest::Approx(best.best.brier));
}

TEST_CASE("a source is the same for a seed, biased, and true to its rate over many") {
  double ones = 0.0;
  double expected = 0.0;
  for (std::uint32_t seed = 0; seed < 2000; ++seed) {
    const auto made = source(seed);
    REQUIRE(made.outcomes.size() == bce::kEvents);
    CHECK(made.rate != 0.5);
    CHECK(made.rate >= 0.15);
    CHECK(made.rate <= 0.85);
    for (const double outcome : made.outcomes) ones += outcome;
    expected += made.rate * static_cast<double>(bce::kEvents);
  }
  CHECK(ones == doctest::Approx(expected).epsilon(0.02));
  CHECK(source(5).outcomes == source(5).outcomes);
  CHECK(source(5).outcomes != source(6).outcomes);
}

TEST_CASE("what is no batch is refused") {
  CHECK(!score(List{}, List{}).ok());
  CHECK(!score(List{1.0}, List{0.5, 0.5}).ok());
  CHECK(!score(List{1.0}, List{1.5}).ok());
}

#include "bce/training.hpp"

#include <doctest.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <numbers>
#include <span>
#include <vector>

#include "bce/animals.hpp"
#include "bce/comparison.hpp"
#include "bce/loss.hpp"
#include "bce/numeric.hpp"
#include "bce/random.hpp"

namespace {

using bce::Course;
using bce::Examples;
using bce::Fit;
using bce::Start;
using bce::Training;
using bce::TrainingError;
using bce::TrainingLoss;
using bce::Weights;

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kLargest = std::numeric_limits<double>::max();
constexpr std::array kBoth{TrainingLoss::cross_entropy, TrainingLoss::squared_error};

struct Data {
  std::vector<double> first, second, labels;
  [[nodiscard]] Examples examples(int features = 2) const {
    const auto result = Examples::from(
        first, features == 2 ? std::span<const double>(second) : std::span<const double>(), labels);
    REQUIRE(result.ok());
    return *result;
  }
};

Data herd_of(std::uint32_t seed, bce::Herd herd) {
  bce::Animals animals = bce::animals(seed, herd);
  bce::measure(bce::kWeightKg, animals.weights_kg);
  bce::measure(bce::kEarsCm, animals.ears_cm);
  return {animals.weights_kg, animals.ears_cm, animals.labels};
}

/// Overlapping, as many as wanted.
Data crowd(std::size_t size, std::uint32_t seed) {
  bce::Random random(seed);
  const auto number = [&random] { return random.between(-3000, 3000) / 1000.0; };
  Data data;
  for (std::size_t i = 0; i < size; ++i) {
    data.first.push_back(number());
    data.second.push_back(number());
    data.labels.push_back(data.first[i] + data.second[i] + number() > 0.0 ? 1.0 : 0.0);
  }
  return data;
}

double logit_of(const Data& data, std::size_t i, const Weights& w, int features) {
  return w.bias + w.first * data.first[i] + (features == 2 ? w.second * data.second[i] : 0.0);
}

bce::Label label(double y) { return *bce::Label::from(y); }
bce::Logit logit(double z) { return *bce::Logit::from(z); }

double loss_at(TrainingLoss loss, double y, double z) {
  return loss == TrainingLoss::cross_entropy ? bce::loss_from_logit(label(y), logit(z))
                                             : bce::squared_error_from_logit(label(y), logit(z));
}

double slope_at(TrainingLoss loss, double y, double z) {
  return loss == TrainingLoss::cross_entropy
             ? bce::slope_from_logit(label(y), logit(z))
             : bce::squared_error_slope_from_logit(label(y), logit(z));
}

bool is_finite(const Training& run) {
  bool finite = std::isfinite(run.weights.bias) && std::isfinite(run.weights.first) &&
                std::isfinite(run.weights.second) && std::isfinite(run.fit.mean_loss) &&
                std::isfinite(bce::size_of(run.fit.gradient));
  for (const double loss : run.losses) finite = finite && std::isfinite(loss);
  return finite;
}

}  // namespace

TEST_CASE("loss and gradient are the means of the lesson's own, for any number of examples") {
  for (const std::size_t size : {1U, 2U, 3U, 4U, 5U, 7U, 19U, 511U, 512U, 513U, 1000U, 2600U}) {
    const Data data = crowd(size, static_cast<std::uint32_t>(size));
    for (const int features : {1, 2}) {
      for (const double size_of_weights : {0.0, 0.3, 4.0, 60.0, 900.0}) {
        const Weights w{0.4 * size_of_weights, -0.9 * size_of_weights,
                        features == 2 ? 1.1 * size_of_weights : 0.0};
        for (const TrainingLoss loss : kBoth) {
          bce::CompensatedSum sum;
          bce::CompensatedSum bias;
          bce::CompensatedSum first;
          bce::CompensatedSum second;
          double largest = 0.0;
          std::size_t wrong = 0;
          for (std::size_t i = 0; i < size; ++i) {
            const double y = data.labels[i];
            const double z = logit_of(data, i, w, features);
            const double slope = slope_at(loss, y, z);
            sum.add(loss_at(loss, y, z));
            bias.add(slope);
            first.add(slope * data.first[i]);
            if (features == 2) second.add(slope * data.second[i]);
            largest += std::fabs(slope) * 3.0;
            if ((z >= 0.0) != (y == 1.0)) ++wrong;
          }
          const double count = static_cast<double>(size);
          const Fit fit = bce::fit(data.examples(features), w, loss);
          CAPTURE(size);
          CAPTURE(size_of_weights);
          REQUIRE(fit.finite);
          REQUIRE(std::fabs(fit.mean_loss - sum.value() / count) <=
                  1e-13 * sum.value() / count + 1e-300);
          const double tolerance = 1e-13 * largest / count + 1e-300;
          REQUIRE(std::fabs(fit.gradient.bias - bias.value() / count) <= tolerance);
          REQUIRE(std::fabs(fit.gradient.first - first.value() / count) <= tolerance);
          REQUIRE(std::fabs(fit.gradient.second - second.value() / count) <= tolerance);
          REQUIRE(fit.wrong == wrong);
        }
      }
    }
  }
}

TEST_CASE("the gradient is the slope of the mean loss: a finite difference finds the same") {
  const Data data = crowd(200, 5);
  const Examples examples = data.examples();
  const double h = 1e-5;
  for (const TrainingLoss loss : kBoth) {
    for (const Weights& w : {Weights{}, Weights{0.3, -0.8, 1.4}, Weights{-2.0, 3.0, 2.5}}) {
      const auto mean = [&](double bias, double first, double second) {
        return bce::fit(examples, {w.bias + bias, w.first + first, w.second + second}, loss)
            .mean_loss;
      };
      const Weights gradient = bce::fit(examples, w, loss).gradient;
      CHECK((mean(h, 0, 0) - mean(-h, 0, 0)) / (2 * h) ==
            doctest::Approx(gradient.bias).epsilon(1e-7));
      CHECK((mean(0, h, 0) - mean(0, -h, 0)) / (2 * h) ==
            doctest::Approx(gradient.first).epsilon(1e-7));
      CHECK((mean(0, 0, h) - mean(0, 0, -h)) / (2 * h) ==
            doctest::Approx(gradient.second).epsilon(1e-7));
    }
  }
}

TEST_CASE("what each example costs is what the mean is made of") {
  const Data data = crowd(37, 2);
  const Weights w{0.5, 2.0, -1.0};
  for (const TrainingLoss loss : kBoth) {
    std::vector<double> losses(37);
    std::vector<double> probabilities(37);
    bce::each(data.examples(), w, loss, losses, probabilities);
    double sum = 0.0;
    for (std::size_t i = 0; i < losses.size(); ++i) {
      const double z = logit_of(data, i, w, 2);
      CHECK(losses[i] == doctest::Approx(loss_at(loss, data.labels[i], z)).epsilon(1e-14));
      CHECK(probabilities[i] == doctest::Approx(bce::sigmoid(z)).epsilon(1e-14));
      sum += losses[i];
    }
    CHECK(bce::fit(data.examples(), w, loss).mean_loss == doctest::Approx(sum / 37).epsilon(1e-14));
  }
}

TEST_CASE("the example that costs most is named with its share") {
  const std::vector<double> losses{0.5, 2.0, 0.5, 2.0, 3.0};
  CHECK(bce::dearest(losses).index == 4);
  CHECK(bce::dearest(losses).share == 0.375);
  CHECK(bce::dearest(std::vector<double>{1.0, 1.0}).index == 0);
  CHECK(bce::dearest(std::vector<double>{0.0, 0.0}).share == 0.0);
  CHECK(bce::dearest({}).share == 0.0);
}

TEST_CASE("a confident mistake costs its logit, and a confident hit next to nothing") {
  for (const double z : {40.0, 700.0, 710.0, 800.0, 1e6, 1e300}) {
    const std::vector<double> x{1.0};
    for (const double y : {0.0, 1.0}) {
      const std::vector<double> labels{y};
      const Examples examples = *Examples::from(x, {}, labels);
      const Fit fit = bce::fit(examples, {0.0, z, 0.0}, TrainingLoss::cross_entropy);
      CHECK(fit.finite);
      if (y == 0.0) CHECK(fit.mean_loss == z);
      if (y == 0.0) CHECK(fit.gradient.bias == 1.0);
      if (y == 1.0) CHECK(fit.mean_loss <= std::exp(-z) * (1.0 + 1e-13));
      CHECK(fit.separated == (y == 1.0));
    }
  }
}

TEST_CASE("all weights zero say one half of everything, and cost ln 2") {
  const Data data = crowd(64, 9);
  const Fit fit = bce::fit(data.examples(), {}, TrainingLoss::cross_entropy);
  CHECK(fit.mean_loss == doctest::Approx(std::numbers::ln2).epsilon(1e-15));
  CHECK_FALSE(fit.separated);
  CHECK(bce::fit(data.examples(), {}, TrainingLoss::squared_error).mean_loss == 0.125);
}

TEST_CASE("a step goes down the gradient, as far as the rate says") {
  const Data data = crowd(50, 3);
  const Weights w{0.1, -0.2, 0.3};
  const Fit before = bce::fit(data.examples(), w, TrainingLoss::cross_entropy);
  const Training run = bce::train(data.examples(), w, TrainingLoss::cross_entropy, 0.5, 1, {});
  CHECK(run.weights.bias == w.bias - 0.5 * before.gradient.bias);
  CHECK(run.weights.first == w.first - 0.5 * before.gradient.first);
  CHECK(run.weights.second == w.second - 0.5 * before.gradient.second);
  CHECK(run.losses == std::vector<double>{before.mean_loss, run.fit.mean_loss});
  CHECK(run.fit.mean_loss < before.mean_loss);
  CHECK(run.course == Course::falling);
}

TEST_CASE("steps in one call are the steps of several calls") {
  const Data data = herd_of(3, bce::Herd::mixed);
  const auto loss = TrainingLoss::cross_entropy;
  const Training whole = bce::train(data.examples(), {}, loss, 0.7, 90, {});
  Training parts = bce::train(data.examples(), {}, loss, 0.7, 0, {});
  for (int i = 0; i < 9; ++i) {
    parts = bce::train(data.examples(), parts.weights, loss, 0.7, 10, parts.losses);
  }
  CHECK(parts.losses == whole.losses);
  CHECK(parts.losses.size() == 91);
  CHECK(parts.weights.first == whole.weights.first);
  CHECK(parts.course == whole.course);
}

TEST_CASE("below the safe rate no step raises the loss, and the lowest point is reached") {
  for (std::uint32_t seed = 0; seed < 40; ++seed) {
    for (const int features : {1, 2}) {
      const Data data = herd_of(seed, bce::Herd::mixed);
      const Examples examples = data.examples(features);
      const double rate = bce::safe_rate(examples);
      CHECK(rate > 1.0);
      for (const TrainingLoss loss : kBoth) {
        for (const Start start : {Start::level, Start::chance, Start::wrong}) {
          const Training run = bce::train(examples, bce::starting_weights(start, seed, features),
                                          loss, rate, 400, {});
          for (std::size_t i = 1; i < run.losses.size(); ++i) {
            REQUIRE(run.losses[i] <= run.losses[i - 1] * (1.0 + 1e-15));
          }
          REQUIRE(run.course != Course::leaping);
        }
      }
    }
  }
  const Data data = crowd(300, 1);
  const Training run = bce::train(data.examples(), {}, TrainingLoss::cross_entropy, 1.0, 3000, {});
  CHECK(run.course == Course::settled);
  CHECK(bce::size_of(run.fit.gradient) < bce::kSettledSlope);
}

TEST_CASE("the safe rate is that of the largest eigenvalue") {
  // The mean of x x^T is diagonal: 1 for the bias, 4 and 9 for the features.
  const std::vector<double> first{2.0, 2.0, -2.0, -2.0};
  const std::vector<double> second{3.0, -3.0, 3.0, -3.0};
  const std::vector<double> labels{0.0, 1.0, 1.0, 0.0};
  const double rate = bce::safe_rate(*Examples::from(first, second, labels));
  CHECK(rate <= 8.0 / 9.0);
  CHECK(rate > 0.99 * 8.0 / 9.0);
  CHECK(bce::safe_rate(*Examples::from(first, {}, labels)) == doctest::Approx(2.0));
  const std::vector<double> huge{1e200, 1.0, 1.0, 1.0};
  CHECK(bce::safe_rate(*Examples::from(huge, {}, labels)) == 0.0);
}

TEST_CASE("a rate that is far too high makes the loss leap, and never leaves the numbers") {
  const Data data = herd_of(2, bce::Herd::mixed);
  for (const int features : {1, 2}) {
    const Training run =
        bce::train(data.examples(features), {}, TrainingLoss::cross_entropy, 300.0, 200, {});
    CHECK(run.course == Course::leaping);
    CHECK(is_finite(run));
    CHECK(run.fit.mean_loss > std::numbers::ln2);
    CHECK(run.losses.size() == 201);
  }
}

TEST_CASE("a step out of the doubles is not taken, and said") {
  const Data data = herd_of(2, bce::Herd::mixed);
  for (const TrainingLoss loss : kBoth) {
    for (const double rate : {1e300, kLargest}) {
      const Training run = bce::train(data.examples(), {0.1, 0.2, 0.3}, loss, rate, 50, {});
      CHECK(is_finite(run));
      CHECK(run.losses.size() <= 51);
    }
  }
  const Training run =
      bce::train(data.examples(), {}, TrainingLoss::cross_entropy, kLargest, 50, {});
  CHECK(run.course == Course::diverged);
  CHECK(run.losses.size() < 51);
  const std::vector<double> far{kLargest, -kLargest};
  const std::vector<double> labels{0.0, 1.0};
  const Training beyond = bce::train(*Examples::from(far, {}, labels), {0.0, 10.0, 0.0},
                                     TrainingLoss::cross_entropy, 1.0, 3, {});
  CHECK(beyond.course == Course::diverged);
  CHECK(is_finite(beyond));
}

TEST_CASE("of separated examples the loss tends to 0 while the weights grow, and it is said") {
  const Data data = herd_of(4, bce::Herd::apart);
  for (const int features : {1, 2}) {
    for (const TrainingLoss loss : kBoth) {
      Training run = bce::train(data.examples(features), {}, loss, 1.0, 100, {});
      double size = 0.0;
      double lowest = 1.0;
      for (int i = 0; i < 5; ++i) {
        CHECK(run.course == Course::endless);
        CHECK(run.fit.wrong == 0);
        CHECK(run.fit.mean_loss < lowest);
        CHECK(bce::size_of(run.weights) > size);
        lowest = run.fit.mean_loss;
        size = bce::size_of(run.weights);
        run = bce::train(data.examples(features), run.weights, loss, 1.0, 2000, run.losses);
      }
      CHECK(run.fit.mean_loss < 2e-3);
    }
  }
}

TEST_CASE(
    "from a confidently wrong start the squared error stalls where the cross-entropy recovers") {
  for (std::uint32_t seed = 0; seed < 40; ++seed) {
    const Data data = herd_of(seed, bce::Herd::mixed);
    const Examples examples = data.examples();
    const Weights start = bce::starting_weights(Start::wrong, seed, 2);
    const Training cross = bce::train(examples, start, TrainingLoss::cross_entropy, 1.0, 60, {});
    const Training square = bce::train(examples, start, TrainingLoss::squared_error, 1.0, 60, {});
    CAPTURE(seed);
    CHECK(cross.fit.wrong <= 6);
    CHECK(cross.losses.back() < 0.15 * cross.losses.front());
    CHECK(square.course == Course::stalled);
    CHECK(square.fit.wrong >= 12);
    CHECK(square.losses.back() > 0.9 * square.losses.front());
    const double pull =
        bce::size_of(bce::fit(examples, start, TrainingLoss::squared_error).gradient);
    CHECK(pull < bce::kStalledSlope);
    CHECK(bce::size_of(bce::fit(examples, start, TrainingLoss::cross_entropy).gradient) >
          40 * pull);
  }
}

TEST_CASE("the start of chance is that of its seed, and within its bounds") {
  const Weights w = bce::starting_weights(Start::chance, 1, 2);
  CHECK(w.bias == bce::starting_weights(Start::chance, 1, 1).bias);
  CHECK(bce::starting_weights(Start::chance, 1, 1).second == 0.0);
  for (std::uint32_t seed = 0; seed < 100; ++seed) {
    for (const double weight : {bce::starting_weights(Start::chance, seed, 2).first,
                                bce::starting_weights(Start::chance, seed, 2).second}) {
      CHECK(std::fabs(weight) <= 2.0);
      CHECK(std::round(weight * 10.0) / 10.0 == weight);
    }
  }
}

TEST_CASE("a run has the same bits in every build") {
  const Data data = herd_of(1, bce::Herd::mixed);
  const Training cross = bce::train(data.examples(), {}, TrainingLoss::cross_entropy, 0.5, 500, {});
  CHECK(cross.weights.bias == 0x1.64b4f2d41f68bp-1);
  CHECK(cross.weights.first == 0x1.b9f53dee846b6p+0);
  CHECK(cross.weights.second == 0x1.94c1427157e0fp+2);
  CHECK(cross.fit.mean_loss == 0x1.245dc019da42ap-4);
  const Training square =
      bce::train(data.examples(), {}, TrainingLoss::squared_error, 0.5, 500, {});
  CHECK(square.weights.first == 0x1.04ac3b5fb6f1dp+0);
  CHECK(square.fit.mean_loss == 0x1.0025613a6499ap-6);
}

TEST_CASE("what is no set of examples is refused") {
  const std::vector<double> two{1.0, 2.0};
  const std::vector<double> labels{0.0, 1.0};
  const auto refused = [](std::span<const double> first, std::span<const double> second,
                          std::span<const double> y) {
    const auto result = Examples::from(first, second, y);
    REQUIRE_FALSE(result.ok());
    return result.error();
  };
  CHECK(refused({}, {}, {}) == TrainingError::no_examples);
  CHECK(refused(two, {}, std::vector<double>{1.0}) == TrainingError::lengths_differ);
  CHECK(refused(two, std::vector<double>{1.0}, labels) == TrainingError::lengths_differ);
  CHECK(refused(std::vector<double>{1.0, kNan}, {}, labels) == TrainingError::feature_not_finite);
  CHECK(refused(two, std::vector<double>{kInfinity, 1.0}, labels) ==
        TrainingError::feature_not_finite);
  for (const double bad : {0.5, -1.0, 2.0, kNan}) {
    CHECK(refused(two, {}, std::vector<double>{0.0, bad}) == TrainingError::label_not_binary);
  }
}

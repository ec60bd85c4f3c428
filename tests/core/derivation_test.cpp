#include "bce/derivation.hpp"

#include <doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <limits>
#include <random>
#include <string_view>
#include <vector>

#include "bce/batch.hpp"
#include "bce/elementary.hpp"
#include "bce/loss.hpp"
#include "bce/parse.hpp"

namespace {

using bce::DataErrorCode;
using bce::Derivation;
using bce::derive;
using bce::Dropped;
using bce::Expression;
using bce::Op;
using bce::Step;
using bce::StepId;
using bce::Symbol;

using Numbers = std::vector<double>;

bool refused(const Numbers& labels, const Numbers& probabilities, DataErrorCode code,
             std::size_t row = 0, Dropped dropped = Dropped::nothing) {
  const auto result = derive(labels, probabilities, dropped);
  return !result.ok() && result.error().code == code && result.error().row == row;
}

double value(const Expression& e) {
  const auto result = bce::evaluate(e, {});
  return result.ok() ? *result : std::nan("");
}

bool reads(const Expression& e, std::string_view text) {
  const auto expected = bce::parse(text);
  return expected.ok() && *expected == e;
}

bool near(double a, double b, double relative) {
  return std::fabs(a - b) <= relative * std::max(1.0, std::fabs(b));
}

struct Data {
  Numbers labels;
  Numbers probabilities;
};

/// 1 to kMostRows rows; one set in two has probabilities close to an end, where a digit is easily
/// lost.
Data random_rows(std::mt19937_64& random, int round) {
  Data data;
  const std::size_t rows = 1 + random() % bce::kMostRows;
  for (std::size_t i = 0; i < rows; ++i) {
    data.labels.push_back(static_cast<double>(random() % 2));
    const double uniform = (static_cast<double>(random() >> 11) + 0.5) * 0x1p-53;
    const double p = round % 4 == 0   ? std::pow(10.0, -20.0 * uniform)
                     : round % 4 == 1 ? 1.0 - std::pow(10.0, -15.0 * uniform)
                                      : uniform;
    data.probabilities.push_back(p > 0.0 && p < 1.0 ? p : 0.5);
  }
  return data;
}

using Formulas = std::array<Expression, 3>;

/// Whether three statements, taken at their word, hold together on the data: the likelihood is the
/// probability that the rows give to their labels, the logarithm of what step 1 defines is what
/// step 2 says it is, and J is -1/N of that.
bool hold(const Formulas& steps, const Data& data) {
  double labels_together = 1.0;
  for (std::size_t i = 0; i < data.labels.size(); ++i)
    labels_together *= data.labels[i] == 1.0 ? data.probabilities[i] : 1.0 - data.probabilities[i];

  bce::Environment rows;
  rows.labels = data.labels;
  rows.probabilities = data.probabilities;
  const auto likelihood = evaluate(steps[0].operands()[1], rows);
  if (!likelihood.ok() || std::fabs(*likelihood - labels_together) > 1e-12 * labels_together)
    return false;
  const auto log_likelihood = evaluate(steps[1].operands()[1], rows);
  // The left side is a formula as well: ln of the likelihood.
  const auto named =
      evaluate(steps[1].operands()[0], bce::Environment(rows).set(Symbol::likelihood, *likelihood));
  if (!log_likelihood.ok() || !named.ok() || !near(*log_likelihood, *named, 1e-12)) return false;
  const auto mean_loss = evaluate(steps[2].operands()[1], rows);
  const double rows_in_all = static_cast<double>(data.labels.size());
  return mean_loss.ok() && near(*mean_loss, -*log_likelihood / rows_in_all, 1e-13);
}

}  // namespace

TEST_CASE("the three formulas are statements about likelihood, its logarithm and the mean loss") {
  const auto formulas = bce::derivation_formulas();
  for (const Expression& formula : formulas) {
    REQUIRE(formula.op() == Op::equals);
  }
  CHECK(formulas[0].operands()[0] == Symbol::likelihood);
  CHECK(formulas[0].operands()[1].op() == Op::product);
  CHECK(formulas[1].operands()[0] == ln(Symbol::likelihood));
  CHECK(formulas[1].operands()[1].op() == Op::sum);
  CHECK(formulas[2].operands()[0] == Symbol::mean_loss);
  CHECK(formulas[2].operands()[1].op() == Op::negate);
}

TEST_CASE("four examples are worked factor by factor, term by term") {
  const auto result = derive(Numbers{1, 1, 0, 1}, Numbers{0.9, 0.8, 0.3, 0.6});
  REQUIRE(result.ok());
  if (!result.ok()) return;
  const Step& likelihood = result->steps[0];
  const Step& log_likelihood = result->steps[1];
  const Step& mean_loss = result->steps[2];
  CHECK_FALSE(result->underflowed);

  CHECK(likelihood.id == StepId::likelihood);
  CHECK(likelihood.value == doctest::Approx(0.3024).epsilon(1e-15));
  CHECK(reads(likelihood.worked, "0.9 * 0.8 * (1 - 0.3) * 0.6"));
  CHECK(likelihood.follows == likelihood.value);

  CHECK(log_likelihood.id == StepId::log_likelihood);
  CHECK(log_likelihood.value == doctest::Approx(std::log(0.3024)).epsilon(1e-15));
  CHECK(reads(log_likelihood.worked, "ln 0.9 + ln 0.8 + ln(1 - 0.3) + ln 0.6"));
  CHECK(log_likelihood.follows == bce::elementary::ln(likelihood.value));

  CHECK(mean_loss.id == StepId::mean_loss);
  CHECK(mean_loss.value == doctest::Approx(-std::log(0.3024) / 4).epsilon(1e-15));
  CHECK(mean_loss.worked == -(1.0 / Expression(4.0) * log_likelihood.value));
  CHECK(mean_loss.follows == -log_likelihood.value / 4);
  for (const Step& step : result->steps) {
    CHECK(step.agrees);
    CHECK(step.comparable);
  }
}

TEST_CASE("the formulas of the steps are the formulas of the derivation") {
  const auto result = derive(Numbers{0}, Numbers{0.25});
  REQUIRE(result.ok());
  if (!result.ok()) return;
  const auto formulas = bce::derivation_formulas();
  for (std::size_t i = 0; i < formulas.size(); ++i) {
    CHECK(result->steps[i].formula == formulas[i]);
  }
}

TEST_CASE("with one example the mean loss is the loss at the top of the page") {
  const auto result = derive(Numbers{1}, Numbers{0.85});
  REQUIRE(result.ok());
  if (!result.ok()) return;
  CHECK(result->steps[0].worked == Expression(0.85));
  CHECK(result->steps[2].worked == -Expression(result->steps[1].value));
  CHECK(result->steps[2].value == doctest::Approx(0.16251892949777494).epsilon(1e-15));
}

TEST_CASE("bad data is refused, and the first bad row named") {
  CHECK(refused({}, {}, DataErrorCode::no_rows));
  CHECK(refused({}, {0.5}, DataErrorCode::lengths_differ));
  CHECK(refused({1, 0}, {0.5}, DataErrorCode::lengths_differ));
  CHECK(refused(Numbers(13, 1.0), Numbers(13, 0.5), DataErrorCode::too_many_rows));
  CHECK(derive(Numbers(12, 1.0), Numbers(12, 0.5)).ok());
  CHECK(refused({1, 0.5}, {0.5, 0.5}, DataErrorCode::label_not_binary, 1));
  CHECK(refused({std::nan("")}, {0.5}, DataErrorCode::label_not_binary));
  CHECK(refused({1, 1}, {0.5, std::nan("")}, DataErrorCode::probability_not_finite, 1));
  CHECK(refused({1}, {std::numeric_limits<double>::infinity()},
                DataErrorCode::probability_not_finite));
  CHECK(refused({1, 1, 0}, {0.5, 0.5, 85}, DataErrorCode::probability_out_of_range, 2));
  CHECK(refused({1}, {-0.1}, DataErrorCode::probability_out_of_range));
  CHECK(refused({1}, {0}, DataErrorCode::probability_at_end));
  CHECK(refused({1, 1}, {0.5, 1}, DataErrorCode::probability_at_end, 1));
  CHECK(refused({2}, {85}, DataErrorCode::label_not_binary));
  CHECK(refused({1, 2}, {85, 0.5}, DataErrorCode::probability_out_of_range, 0));
}

TEST_CASE("the steps agree on random data, and so do the worked numbers and the loss itself") {
  std::mt19937_64 random(20250107);
  for (int round = 0; round < 4000; ++round) {
    const auto [labels, probabilities] = random_rows(random, round);
    const auto result = derive(labels, probabilities);
    const auto mean = bce::mean_loss(labels, probabilities);
    REQUIRE(result.ok());
    REQUIRE(mean.ok());
    if (!result.ok() || !mean.ok()) return;
    REQUIRE_FALSE(result->underflowed);
    for (const Step& step : result->steps) {
      CAPTURE(static_cast<int>(step.id));
      REQUIRE(step.agrees);
      REQUIRE(near(step.follows, step.value, 1e-12));
      REQUIRE(near(value(step.worked), step.value, 1e-12));
      // Two numbers that differ in the figures shown are never offered for comparison.
      if (step.comparable)
        REQUIRE(std::fabs(step.follows - step.value) <= 2e-6 * std::fabs(step.value));
    }
    const double last = result->steps[2].value;
    REQUIRE(std::fabs(last - *mean) <= 1e-13 * *mean);
  }
}

TEST_CASE("every step is an identity on random data, and a wrong one is none") {
  const Expression y = Symbol::label_i;
  const Expression p = Symbol::probability_i;
  const Formulas right = bce::derivation_formulas();
  const auto with = [&](std::size_t step, const Expression& definition) {
    Formulas steps = right;
    steps[step] = equals(right[step].operands()[0], definition);
    return steps;
  };
  const Expression terms = right[1].operands()[1];
  struct Wrong {
    const char* what;
    Formulas steps;
  };
  const Wrong wrong[] = {
      {"exponents swapped", with(0, product(pow(p, 1.0 - y) * pow(1.0 - p, y)))},
      {"factors added", with(0, sum(pow(p, y) * pow(1.0 - p, 1.0 - y)))},
      {"one factor forgotten", with(0, product(pow(p, y)))},
      {"terms swapped", with(1, sum((1.0 - y) * ln(p) + y * ln(1.0 - p)))},
      {"one switch forgotten", with(1, sum(y * ln(p) + ln(1.0 - p)))},
      {"another base",
       with(1, sum(y * Expression(Op::log2, {p}) + (1.0 - y) * Expression(Op::log2, {1.0 - p})))},
      {"a product still", with(1, product(y * ln(p) + (1.0 - y) * ln(1.0 - p)))},
      {"minus forgotten", with(2, 1.0 / Expression(Symbol::count) * terms)},
      {"not divided", with(2, -terms)},
      {"divided twice",
       with(2, -(1.0 / (Expression(Symbol::count) * Expression(Symbol::count)) * terms))},
  };
  std::array<int, std::size(wrong)> seen{};
  constexpr int kRounds = 4000;
  std::mt19937_64 random(20250301);
  for (int round = 0; round < kRounds; ++round) {
    const Data data = random_rows(random, round);
    CAPTURE(round);
    REQUIRE(hold(right, data));
    for (std::size_t i = 0; i < seen.size(); ++i) seen[i] += hold(wrong[i].steps, data) ? 0 : 1;
  }
  // Not on all: without a label of 0 nothing of it can be forgotten, and one row is its own mean.
  for (std::size_t i = 0; i < seen.size(); ++i) {
    CAPTURE(wrong[i].what);
    CHECK(seen[i] > kRounds / 2);
  }
}

TEST_CASE("nothing is broken where nothing was dropped") {
  const auto result = derive(Numbers{1, 1}, Numbers{0.5, 0.5});
  REQUIRE(result.ok());
  if (!result.ok()) return;
  CHECK(result->breach.rows == 0);
}

TEST_CASE("soft labels: the sums go on, but the product is no likelihood") {
  CHECK(
      refused({1, 1.5}, {0.5, 0.5}, DataErrorCode::label_out_of_range, 1, Dropped::binary_labels));
  CHECK(refused({-0.5}, {0.5}, DataErrorCode::label_out_of_range, 0, Dropped::binary_labels));
  CHECK(
      refused({std::nan("")}, {0.5}, DataErrorCode::label_out_of_range, 0, Dropped::binary_labels));
  CHECK(refused({0.5}, {1}, DataErrorCode::probability_at_end, 0, Dropped::binary_labels));
  CHECK(refused({0.5}, {0.5}, DataErrorCode::label_not_binary, 0, Dropped::independence));

  const auto result = derive(Numbers{0.8, 0}, Numbers{0.9, 0.25}, Dropped::binary_labels);
  REQUIRE(result.ok());
  if (!result.ok()) return;
  const auto& [likelihood, log_likelihood, mean_loss] = result->steps;
  CHECK(reads(likelihood.worked, "0.9^0.8 * (1 - 0.9)^(1 - 0.8) * (1 - 0.25)"));
  CHECK(reads(log_likelihood.worked, "0.8 ln 0.9 + (1 - 0.8) ln(1 - 0.9) + ln(1 - 0.25)"));
  CHECK(likelihood.value == doctest::Approx(std::pow(0.9, 0.8) * std::pow(0.1, 0.2) * 0.75));
  CHECK_FALSE(likelihood.exact);
  CHECK(mean_loss.value == doctest::Approx(*bce::mean_loss(Numbers{0.8, 0}, Numbers{0.9, 0.25})));
  for (const Step& step : result->steps) CHECK(step.agrees);
  CHECK(result->breach.rows == 1);
  CHECK(result->breach.step == StepId::likelihood);
  CHECK(result->breach.instead == doctest::Approx((0.8 * 0.9 + 0.2 * 0.1) * 0.75));
}

TEST_CASE("the likelihood to expect of soft labels is that of all hard ones, weighed") {
  std::mt19937_64 random(7);
  for (int round = 0; round < 300; ++round) {
    Data data = random_rows(random, 2);
    data.labels.resize(std::min<std::size_t>(data.labels.size(), 6));
    data.probabilities.resize(data.labels.size());
    for (double& y : data.labels) y = static_cast<double>(random() % 11) / 10;
    const std::size_t rows = data.labels.size();
    double expected = 0.0;
    for (std::size_t draw = 0; draw < std::size_t{1} << rows; ++draw) {
      double weight = 1.0;
      Numbers drawn;
      for (std::size_t i = 0; i < rows; ++i) {
        drawn.push_back(static_cast<double>(draw >> i & 1U));
        weight *= drawn[i] == 1.0 ? data.labels[i] : 1.0 - data.labels[i];
      }
      expected += weight * derive(drawn, data.probabilities)->steps[0].value;
    }
    const auto result = derive(data.labels, data.probabilities, Dropped::binary_labels);
    REQUIRE(result.ok());
    REQUIRE(result->breach.instead == doctest::Approx(expected).epsilon(1e-12));
    // The mean of the logarithms is the logarithm of less than the mean.
    REQUIRE(result->steps[0].value <= result->breach.instead * (1 + 1e-12));
    for (const Step& step : result->steps) REQUIRE(step.agrees);
  }
}

TEST_CASE("rows that repeat each other: the product counts again what is certain") {
  const auto result =
      derive(Numbers{1, 0, 1, 1, 0}, Numbers{0.9, 0.2, 0.9, 0.9, 0.9}, Dropped::independence);
  REQUIRE(result.ok());
  if (!result.ok()) return;
  CHECK(result->breach.rows == 2);
  CHECK(result->breach.step == StepId::likelihood);
  CHECK(result->breach.instead == doctest::Approx(0.9 * 0.8 * 0.1));
  CHECK(result->steps[0].value == doctest::Approx(0.9 * 0.8 * 0.9 * 0.9 * 0.1));
  for (const Step& step : result->steps) CHECK(step.agrees);
  CHECK(derive(Numbers{1, 0}, Numbers{0.9, 0.9}, Dropped::independence)->breach.rows == 0);
  // Too small for all its digits.
  CHECK(derive(Numbers{1, 1}, Numbers{1e-200, 1e-110}, Dropped::independence)->breach.instead ==
        0.0);
}

TEST_CASE("a prediction that is exactly wrong: the product is 0, and the loss infinite") {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  const auto result =
      derive(Numbers{1, 0, 1}, Numbers{0, 0.2, 1e-300}, Dropped::inner_probabilities);
  REQUIRE(result.ok());
  if (!result.ok()) return;
  const auto& [likelihood, log_likelihood, mean_loss] = result->steps;
  CHECK(likelihood.value == 0.0);
  CHECK(likelihood.exact);
  CHECK_FALSE(result->underflowed);
  CHECK(log_likelihood.value == -kInfinity);
  CHECK(log_likelihood.follows == -kInfinity);
  CHECK(mean_loss.value == kInfinity);
  CHECK(mean_loss.worked == -(1.0 / Expression(3.0) * -Expression(Op::infinity, {})));
  for (const Step& step : result->steps) {
    CHECK(step.agrees);
    CHECK(step.comparable);
    CHECK(step.exact);
  }
  CHECK(result->breach.rows == 1);
  CHECK(result->breach.step == StepId::log_likelihood);
  CHECK(result->breach.instead == doctest::Approx(0.8e-300));
  CHECK(derive(Numbers{0}, Numbers{1}, Dropped::inner_probabilities)->steps[2].worked ==
        -(-Expression(Op::infinity, {})));
}

TEST_CASE("a prediction that is exactly right costs nothing") {
  const auto alone = derive(Numbers{1, 0}, Numbers{1, 0}, Dropped::inner_probabilities);
  REQUIRE(alone.ok());
  if (!alone.ok()) return;
  CHECK(alone->steps[0].value == 1.0);
  CHECK(alone->steps[2].value == 0.0);
  CHECK_FALSE(std::signbit(alone->steps[2].value));
  for (const Step& step : alone->steps) CHECK(step.exact);
  CHECK(alone->breach.rows == 2);
  CHECK(alone->breach.instead == 1.0);

  const auto beside = derive(Numbers{1, 1}, Numbers{1, 0.5}, Dropped::inner_probabilities);
  REQUIRE(beside.ok());
  if (!beside.ok()) return;
  CHECK(beside->steps[0].value == 0.5);
  CHECK(beside->steps[1].value == doctest::Approx(-std::log(2.0)));
  CHECK(beside->breach.instead == 0.5);
}

TEST_CASE("where the product underflows the sum does not, and nothing is compared with it") {
  const auto result = derive(Numbers{1, 1}, Numbers{1e-300, 1e-300});
  REQUIRE(result.ok());
  if (!result.ok()) return;
  CHECK(result->underflowed);
  CHECK(result->steps[0].value == 0.0);
  CHECK(result->steps[1].value == doctest::Approx(-600 * std::log(10.0)).epsilon(1e-15));
  CHECK(result->steps[1].follows == result->steps[1].value);
  CHECK(result->steps[2].value == doctest::Approx(300 * std::log(10.0)).epsilon(1e-15));
  for (const Step& step : result->steps) CHECK(step.agrees);
  CHECK_FALSE(result->steps[1].comparable);
  CHECK(result->steps[2].comparable);
}

TEST_CASE("a product that has rounded close to 1 is not compared once the figures shown differ") {
  struct Case {
    double p;
    bool comparable;
  };
  // Half a unit in the last place of 1 is 1.1e-16: of 1e-12 that is the fifth figure.
  for (const Case& data :
       {Case{1e-3, true}, {1e-5, true}, {1e-12, false}, {3e-17, false}, {1e-300, false}}) {
    const double p = data.p;
    CAPTURE(p);
    const auto result = derive(Numbers{0}, Numbers{p});
    REQUIRE(result.ok());
    if (!result.ok()) return;
    CHECK_FALSE(result->underflowed);
    CHECK(result->steps[1].comparable == data.comparable);
    CHECK(result->steps[1].agrees);
    CHECK(result->steps[1].value == doctest::Approx(-p).epsilon(1e-3));
    CHECK(result->steps[2].comparable);
  }
}

TEST_CASE("a product is called exact only where the figures shown hold all of it") {
  struct Case {
    Numbers labels;
    Numbers probabilities;
    bool exact;
  };
  const Case cases[] = {
      {{1, 0, 1, 0}, {0.9, 0.2, 0.6, 0.3}, true},   // 0.3024
      {{1}, {0.85}, true},                          //
      {{1}, {1e-12}, true},                         //
      {{1}, {0.1234567}, true},                     //
      {{1}, {0.12345678}, false},                   // an eighth figure
      {{1}, {0.99999999}, false},                   // shown as 1
      {{0}, {1e-12}, false},                        // shown as 1
      {{0}, {0.9999999}, true},                     // 1e-7
      {{0}, {0.999999999999}, false},               // 1e-12, which a double misses: 1.000089e-12
      {{1, 1}, {0.0001001, 0.0001001}, true},       // 1.002001e-8
      {{1, 1}, {0.1001, 0.10001}, false},           // 0.010011001
      {{1, 1}, {0.12345, 0.54321}, false},          // ten figures
      {{1, 1}, {0.03125, 0.03125}, true},           // 0.0009765625
      {{1, 1, 1}, {0.5, 0.2, 0.9999999}, true},     // 0.09999999
      {{1, 1}, {1.0 / 3, 0.5}, false},              // as many digits as a double has
      {{1, 1}, {1e-160, 1e-160}, false},            // underflowed
      {Numbers(12, 1.0), Numbers(12, 0.5), false},  // 0.000244140625
      {Numbers(12, 1.0), Numbers(12, 0.987654), false}  //
  };
  for (const Case& data : cases) {
    CAPTURE(data.probabilities.front());
    const auto result = derive(data.labels, data.probabilities);
    REQUIRE(result.ok());
    if (!result.ok()) return;
    CHECK(result->steps[0].exact == data.exact);
    CHECK_FALSE(result->steps[1].exact);
    CHECK_FALSE(result->steps[2].exact);
  }
}

TEST_CASE("a product that has lost digits on its way to zero counts as underflowed") {
  const auto result = derive(Numbers{1, 1}, Numbers{1e-160, 1e-160});
  REQUIRE(result.ok());
  if (!result.ok()) return;
  CHECK(result->underflowed);
  CHECK(result->steps[0].value > 0.0);
}

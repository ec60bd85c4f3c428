#include "bce/derivation.hpp"

#include <doctest.h>

#include <array>
#include <cmath>
#include <limits>
#include <random>
#include <string_view>
#include <vector>

#include "bce/elementary.hpp"
#include "bce/loss.hpp"
#include "bce/parse.hpp"

namespace {

using bce::DataErrorCode;
using bce::Derivation;
using bce::derive;
using bce::Expression;
using bce::Op;
using bce::Step;
using bce::StepId;
using bce::Symbol;

using Numbers = std::vector<double>;

bool refused(const Numbers& labels, const Numbers& probabilities, DataErrorCode code,
             std::size_t row = 0) {
  const auto result = derive(labels, probabilities);
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
    Numbers labels;
    Numbers probabilities;
    const std::size_t rows = 1 + random() % bce::kMostRows;
    for (std::size_t i = 0; i < rows; ++i) {
      labels.push_back(static_cast<double>(random() % 2));
      const double uniform = (static_cast<double>(random() >> 11) + 0.5) * 0x1p-53;
      // Now and then close to an end, where a digit is easily lost.
      const double p = round % 4 == 0   ? std::pow(10.0, -20.0 * uniform)
                       : round % 4 == 1 ? 1.0 - std::pow(10.0, -15.0 * uniform)
                                        : uniform;
      probabilities.push_back(p > 0.0 && p < 1.0 ? p : 0.5);
    }
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

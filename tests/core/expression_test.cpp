#include "bce/expression.hpp"

#include <doctest.h>

#include <array>
#include <cfloat>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <vector>

namespace {

using bce::Environment;
using bce::equals;
using bce::EvaluateError;
using bce::Expression;
using bce::ln;
using bce::Op;
using bce::product;
using bce::sum;
using bce::Symbol;

constexpr double kInfinity = std::numeric_limits<double>::infinity();

const Expression y{Symbol::label};
const Expression p{Symbol::probability};
const Expression y_i{Symbol::label_i};
const Expression p_i{Symbol::probability_i};
const Expression n{Symbol::count};

Expression power(Expression base, Expression exponent) { return pow(base, exponent); }
Expression one(Op op, Expression a) { return {op, {std::move(a)}}; }

/// The value; NaN where there is none, so that a failed case cannot dereference an error.
double value(const Expression& e, const Environment& environment = {}) {
  const auto result = bce::evaluate(e, environment);
  return result.ok() ? *result : std::nan("");
}

bool fails(const Expression& e, EvaluateError error, const Environment& environment = {}) {
  const auto result = bce::evaluate(e, environment);
  return !result.ok() && result.error() == error;
}

bool undefined(const Expression& e) { return fails(e, EvaluateError::undefined); }

}  // namespace

TEST_CASE("a tree keeps its shape, letters, literals and the figures a literal was typed with") {
  const Expression e = 1.0 - p;
  REQUIRE(e.op() == Op::subtract);
  REQUIRE(e.operands().size() == 2);
  CHECK(e.operands()[0].number() == 1.0);
  CHECK(e.operands()[0].figures() == 0);
  CHECK(e.operands()[1].symbol() == Symbol::probability);
  CHECK(Expression(0.85, 2).figures() == 2);
  CHECK(p.operands().empty());
}

TEST_CASE("trees are equal in shape, letters and literals, whatever their figures") {
  CHECK(1.0 - p == 1.0 - p);
  CHECK(Expression(0.5, 1) == Expression(0.5, 2));
  CHECK_FALSE(1.0 - p == 1.0 - y);
  CHECK_FALSE(1.0 - p == 2.0 - p);
  CHECK_FALSE(1.0 - p == p - 1.0);
  CHECK_FALSE(1.0 - p == 1.0 + p);
  CHECK_FALSE(ln(p) == one(Op::exp, p));
}

TEST_CASE("each operation has its textbook value") {
  const Expression e{Op::euler, {}};
  CHECK(value(-Expression(2.0)) == -2.0);
  CHECK(value(Expression(2.0) + 3.0) == 5.0);
  CHECK(value(Expression(2.0) - 3.0) == -1.0);
  CHECK(value(Expression(2.0) * 3.0) == 6.0);
  CHECK(value(Expression(3.0) / 2.0) == 1.5);
  CHECK(value(power(2.0, 10.0)) == 1024.0);
  CHECK(value(power(2.0, -2.0)) == 0.25);
  CHECK(value(power(-2.0, 3.0)) == -8.0);
  CHECK(value(power(-1.0, 1e15 + 1.0)) == -1.0);
  CHECK(value(power(-1.0, 1e300)) == 1.0);
  CHECK(value(power(2.0, 0.5)) == doctest::Approx(std::sqrt(2.0)).epsilon(1e-15));
  CHECK(value(power(1.5, 1600.5)) == doctest::Approx(std::pow(1.5, 1600.5)).epsilon(1e-12));
  CHECK(value(power(e, 1.0)) == std::exp(1.0));
  CHECK(value(one(Op::percent, 16.25)) == 0.1625);
  CHECK(value(ln(e)) == 1.0);
  CHECK(value(one(Op::log2, 8.0)) == doctest::Approx(3.0).epsilon(1e-15));
  CHECK(value(one(Op::log10, 1000.0)) == doctest::Approx(3.0).epsilon(1e-15));
  CHECK(value(one(Op::exp, 0.0)) == 1.0);
  CHECK(value(one(Op::sqrt, 9.0)) == 3.0);
  CHECK(value(one(Op::absolute, -3.0)) == 3.0);
}

TEST_CASE("the loss formula gives the free problem's loss") {
  const Expression loss = -(y * ln(p) + (1.0 - y) * ln(1.0 - p));
  Environment environment;
  environment.set(Symbol::label, 1.0).set(Symbol::probability, 0.85);
  CHECK(value(loss, environment) == doctest::Approx(0.16251892949777494).epsilon(1e-15));
}

TEST_CASE("the logarithm of 1 - a keeps the digits of a small a") {
  CHECK(value(ln(1.0 - Expression(1e-20))) == -1e-20);
  CHECK(value(one(Op::log10, 1.0 - Expression(1e-20))) ==
        doctest::Approx(-4.3429448190325183e-21).epsilon(1e-14).scale(0.0));
  CHECK(value(ln(1.0 - Expression(1.0))) == -kInfinity);
  CHECK(undefined(ln(1.0 - Expression(2.0))));
}

TEST_CASE("an exact 0 silences an infinite logarithm and no other infinity") {
  const Expression infinite_logarithm = ln(0.0);
  const Expression overflow = one(Op::exp, 1000.0);
  CHECK(value(infinite_logarithm) == -kInfinity);
  CHECK(value(0.0 * infinite_logarithm) == 0.0);
  CHECK(value(infinite_logarithm * 0.0) == 0.0);
  CHECK(value(0.0 * -infinite_logarithm) == 0.0);
  CHECK(value(0.0 * (infinite_logarithm - 1.0)) == 0.0);
  CHECK(value(0.0 * one(Op::log2, 0.0)) == 0.0);
  CHECK(value(0.0 * ln(1.0 - Expression(1.0))) == 0.0);
  CHECK(value(1e-300 * infinite_logarithm) == -kInfinity);
  CHECK(value(overflow) == kInfinity);
  CHECK(undefined(0.0 * overflow));
  CHECK(undefined(0.0 * ln(overflow)));
  // Once silenced, nothing infinite is left to silence.
  CHECK(undefined(overflow * (0.0 * infinite_logarithm)));
  CHECK(undefined(0.0 * (one(Op::exp, infinite_logarithm) + overflow)));
}

TEST_CASE("what has no real value is undefined, never NaN") {
  const Expression infinite = ln(0.0);
  CHECK(undefined(ln(-1.0)));
  CHECK(undefined(one(Op::log2, -1.0)));
  CHECK(undefined(one(Op::log10, -0.5)));
  CHECK(undefined(one(Op::sqrt, -1.0)));
  CHECK(undefined(Expression(0.0) / 0.0));
  CHECK(undefined(Expression(1.0) / 0.0));
  CHECK(undefined(Expression(1.0) / -Expression(0.0)));
  CHECK(undefined(infinite / 0.0));
  CHECK(undefined(infinite - infinite));
  CHECK(undefined(infinite / infinite));
  CHECK(undefined(power(0.0, -1.0)));
  CHECK(undefined(power(-8.0, Expression(1.0) / 3.0)));
  CHECK(undefined(power(-2.0, -infinite)));
  CHECK(undefined(power(1.0, infinite)));
  CHECK(undefined(power(ln(-1.0), 0.0)));
  CHECK(undefined(power(1.0, ln(-1.0))));
}

TEST_CASE("powers keep their edges: 0^0 = 1, 0^b = 0, a^0 = 1") {
  CHECK(value(power(0.0, 0.0)) == 1.0);
  CHECK(value(power(0.0, 0.5)) == 0.0);
  CHECK(value(power(-3.0, 0.0)) == 1.0);
  CHECK(value(power(0.3, 1.0)) == 0.3);
}

TEST_CASE("zero has no sign") {
  CHECK_FALSE(std::signbit(value(-Expression(0.0))));
  CHECK_FALSE(std::signbit(value(0.0 * -Expression(2.0))));
  CHECK_FALSE(std::signbit(value(ln(1.0 - Expression(0.0)))));
  CHECK_FALSE(std::signbit(value(-(0.0 * ln(0.0)))));
}

TEST_CASE("a letter without a value and a statement are unknown_symbol, also beside undefined") {
  CHECK(fails(p, EvaluateError::unknown_symbol));
  CHECK(fails(ln(p) + 1.0, EvaluateError::unknown_symbol));
  CHECK(fails(equals(1.0, 1.0), EvaluateError::unknown_symbol));
  CHECK(fails(ln(-1.0) + p, EvaluateError::unknown_symbol));
  CHECK(fails(0.0 * p, EvaluateError::unknown_symbol));
  CHECK(fails(p_i, EvaluateError::unknown_symbol));
}

TEST_CASE("a letter whose value is NaN makes the formula undefined") {
  Environment environment;
  environment.set(Symbol::probability, std::nan(""));
  CHECK(fails(power(p, 0.0), EvaluateError::undefined, environment));
}

TEST_CASE("sum and product run over the examples") {
  const std::array<double, 3> labels{1.0, 0.0, 1.0};
  const std::array<double, 3> probabilities{0.5, 0.25, 0.75};
  Environment environment;
  environment.labels = labels;
  environment.probabilities = probabilities;
  CHECK(value(sum(y_i), environment) == 2.0);
  CHECK(value(sum(y_i * p_i), environment) == 1.25);
  CHECK(value(product(p_i), environment) == 0.09375);
  CHECK(value(sum(1.0), environment) == 3.0);
  CHECK(value(n, environment) == 3.0);
  CHECK(value(n, Environment(environment).set(Symbol::count, 7.0)) == 7.0);
  CHECK(fails(y_i, EvaluateError::unknown_symbol, environment));
  CHECK(fails(sum(y_i + p), EvaluateError::unknown_symbol, environment));
}

TEST_CASE("without examples sum, product and count have no value") {
  CHECK(fails(sum(1.0), EvaluateError::unknown_symbol));
  CHECK(fails(product(1.0), EvaluateError::unknown_symbol));
  CHECK(fails(n, EvaluateError::unknown_symbol));
}

TEST_CASE("a sum over the examples keeps what plain addition loses") {
  const std::array<double, 4> labels{1.0, 1e100, 1.0, -1e100};
  const std::array<double, 4> probabilities{};
  Environment environment;
  environment.labels = labels;
  environment.probabilities = probabilities;
  CHECK(value(sum(y_i), environment) == 2.0);
}

TEST_CASE("infinite terms of a sum stay infinite, and opposite ones are undefined") {
  const std::array<double, 3> labels{1.0, 1.0, 0.0};
  const std::array<double, 3> probabilities{0.5, 0.0, 1.0};
  Environment environment;
  environment.labels = labels;
  environment.probabilities = probabilities;
  CHECK(value(sum(y_i * ln(p_i)), environment) == -kInfinity);
  CHECK(value(0.0 * sum(ln(p_i)), environment) == 0.0);
  CHECK(fails(sum(y_i * ln(p_i) - (1.0 - y_i) * ln(1.0 - p_i)), EvaluateError::undefined,
              environment));
}

TEST_CASE("no random tree over awkward numbers evaluates to NaN or a signed zero") {
  constexpr std::array<double, 9> kNumbers{0.0, 1.0, 0.5, 2.0, 1e-320, 1e308, 3.0, 700.0, 0.85};
  constexpr std::array<Op, 15> kOps{Op::negate,   Op::percent, Op::ln,       Op::log2, Op::log10,
                                    Op::exp,      Op::sqrt,    Op::absolute, Op::add,  Op::subtract,
                                    Op::multiply, Op::divide,  Op::power,    Op::sum,  Op::product};
  const std::array<double, 2> labels{1.0, 0.0};
  const std::array<double, 2> probabilities{0.0, 1.0};
  Environment environment;
  environment.labels = labels;
  environment.probabilities = probabilities;
  std::mt19937 random(20250101);
  int with_value = 0;
  for (int round = 0; round < 20000; ++round) {
    std::vector<Expression> pool{y_i, p_i};
    for (int i = 0; i < 4; ++i) pool.emplace_back(kNumbers[random() % kNumbers.size()]);
    for (int i = 0; i < 8; ++i) {
      const Op op = kOps[random() % kOps.size()];
      std::vector<Expression> operands{pool[random() % pool.size()]};
      if (op >= Op::add && op <= Op::power) operands.push_back(pool[random() % pool.size()]);
      pool.emplace_back(op, std::move(operands));
    }
    const auto result = bce::evaluate(sum(pool.back()), environment);
    if (!result.ok()) continue;
    ++with_value;
    REQUIRE_FALSE(std::isnan(*result));
    REQUIRE_FALSE((*result == 0.0 && std::signbit(*result)));
  }
  CHECK(with_value > 5000);
}

TEST_CASE("an enclosure holds the value of the formula as it was typed") {
  const auto enclosed = [](const Expression& e) {
    const auto result = bce::enclose(e, {});
    return result.ok() ? *result : bce::Enclosure(std::nan(""));
  };
  CHECK(enclosed(3.0).radius == 0.0);
  CHECK(enclosed(0.85).radius > 0.0);
  CHECK(enclosed(0.85).radius < 1e-14);
  CHECK(enclosed(ln(1.0 - 1.0)).radius == 0.0);
  CHECK(enclosed(ln(0.0)).value == -kInfinity);
  // 0.1 + 0.2 - 0.3 is 0, whatever doubles make of it; nothing is known of its logarithm.
  const Expression nothing = Expression(0.1) + 0.2 - 0.3;
  CHECK(bce::overlap(enclosed(nothing), 0.0));
  CHECK(std::isinf(enclosed(1.0 / nothing).radius));
  CHECK_FALSE(bce::overlap(enclosed(ln(0.85)), enclosed(-(1.0 - Expression(0.85)))));
  CHECK(bce::overlap(enclosed(-ln(0.85)), enclosed(ln(Expression(20.0) / 17.0))));
  CHECK(bce::overlap(kInfinity, kInfinity));
  CHECK_FALSE(bce::overlap(kInfinity, enclosed(1.0 / nothing)));
}

#if LDBL_MANT_DIG == 64
namespace {

/// A tree over decimals, and its value with eleven bits more than a double has.
struct Pair {
  Expression tree;
  long double value;
};

Pair random_pair(std::mt19937& random, int depth) {
  if (depth == 0 || random() % 5 == 0) {
    const auto thousandths = static_cast<int>(random() % 3000);
    return {thousandths / 1000.0, static_cast<long double>(thousandths) / 1000.0L};
  }
  const Pair a = random_pair(random, depth - 1);
  const Pair b = random_pair(random, depth - 1);
  switch (random() % 12) {
    case 0:
      return {a.tree + b.tree, a.value + b.value};
    case 1:
      return {a.tree - b.tree, a.value - b.value};
    case 2:
      return {a.tree * b.tree, a.value * b.value};
    case 3:
      return {a.tree / b.tree, a.value / b.value};
    case 4:
      return {ln(a.tree), std::log(a.value)};
    case 5:
      return {ln(1.0 - a.tree), std::log1p(-a.value)};
    case 6:
      return {one(Op::exp, a.tree), std::exp(a.value)};
    case 7:
      return {one(Op::sqrt, a.tree), std::sqrt(a.value)};
    case 8:
      return {power(a.tree, b.tree), std::pow(a.value, b.value)};
    case 9:
      return {one(Op::percent, a.tree), a.value / 100.0L};
    case 10:
      return {one(Op::log2, a.tree), std::log2(a.value)};
    default:
      return {-one(Op::absolute, a.tree), -std::fabs(a.value)};
  }
}

}  // namespace

TEST_CASE("random formulas lie in their enclosures, which are narrow") {
  std::mt19937 random(20250111);
  int narrow = 0;
  for (int round = 0; round < 50000; ++round) {
    const Pair pair = random_pair(random, 1 + round % 5);
    const auto enclosure = bce::enclose(pair.tree, {});
    if (!enclosure.ok() || !std::isfinite(pair.value) || !std::isfinite(enclosure->value)) continue;
    // The reference has rounded as well, by less than a thousandth of what doubles have.
    const long double apart = std::fabs(static_cast<long double>(enclosure->value) - pair.value);
    CAPTURE(enclosure->value);
    CAPTURE(enclosure->radius);
    REQUIRE(apart <= static_cast<long double>(enclosure->radius) * 1.001L);
    if (enclosure->radius <= 1e-12 * std::fabs(enclosure->value)) ++narrow;
  }
  CHECK(narrow > 20000);
}
#endif

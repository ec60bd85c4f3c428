#include "bce/rewrite.hpp"

#include <doctest.h>

#include <cmath>
#include <string_view>

#include "bce/parse.hpp"

namespace {

using bce::Axis;
using bce::Example;
using bce::Expression;
using bce::Label;
using bce::Prediction;
using bce::Rewriting;
using bce::Rule;

Example example(double y, double p) {
  return {*Label::from(y), *Prediction::from(Axis::probability, p)};
}

Example at_logit(double y, double z) {
  return {*Label::from(y), *Prediction::from(Axis::logit, z)};
}

Expression read(std::string_view text) {
  const auto parsed = bce::parse(text);
  REQUIRE(parsed.ok());
  return parsed.ok() ? *parsed : Expression(0.0);
}

/// Whether the rule leads from one text to the other; "" where it should fit nowhere.
bool leads(Rule rule, std::string_view from, std::string_view to,
           const Example& given = example(1, 0.85)) {
  const auto rewriting = rewrite(rule, read(from), given);
  if (!rewriting) return to.empty();
  return !to.empty() && bce::rounded(rewriting->result, 6) == read(to);
}

}  // namespace

TEST_CASE("substitute puts the given numbers in, and leaves p where the logit was given") {
  CHECK(leads(Rule::substitute, "y ln p + (1-y) ln(1-p)", "1 ln 0.85 + (1-1) ln(1-0.85)"));
  CHECK(leads(Rule::substitute, "y ln p", "0.3 ln p", at_logit(0.3, 2)));
  CHECK(leads(Rule::substitute, "1 ln 0.85", ""));
}

TEST_CASE("one minus a label becomes a number, one minus a probability waits") {
  CHECK(leads(Rule::one_minus, "(1-1) ln(1-0.85)", "0 ln(1-0.85)"));
  CHECK(leads(Rule::one_minus, "(1-0.3) ln(1-0.85)", "0.7 ln(1-0.85)"));
  CHECK(leads(Rule::one_minus, "0 ln(1-0.85)", ""));
}

TEST_CASE("a factor of zero drops its term, on either side") {
  CHECK(leads(Rule::zero_term, "1 ln 0.85 + 0 ln 0.15", "1 ln 0.85"));
  CHECK(leads(Rule::zero_term, "0 ln 0.85 + 1 ln 0.15", "1 ln 0.15"));
  CHECK(leads(Rule::zero_term, "1 ln 0.85 - ln(0.15)*0", "1 ln 0.85"));
  CHECK(leads(Rule::zero_term, "0 ln 0.85", "0"));
  CHECK(leads(Rule::zero_term, "0 + 0*3", ""));
}

TEST_CASE("zero times ln 0 drops by a rule of its own") {
  CHECK(leads(Rule::zero_silences, "0 ln 0 + 1 ln(1-0)", "1 ln(1-0)"));
  CHECK(leads(Rule::zero_silences, "1 ln 1 + 0 ln(1-1)", "1 ln 1"));
  CHECK(leads(Rule::zero_term, "0 ln 0 + 1 ln(1-0)", ""));
  CHECK(leads(Rule::zero_silences, "0 ln 0.5 + 1 ln 0.5", ""));
}

TEST_CASE("a factor of one vanishes before a logarithm") {
  CHECK(leads(Rule::one_factor, "-(1 ln 0.85)", "-ln 0.85"));
  CHECK(leads(Rule::one_factor, "ln(0.85)*1", "ln 0.85"));
  CHECK(leads(Rule::one_factor, "1*0.85", ""));
}

TEST_CASE("the sigmoid takes the place of p and of 1 - p") {
  CHECK(leads(Rule::sigmoid, "ln(1-p)", "ln(1/(1+exp(2)))", at_logit(1, 2)));
  CHECK(leads(Rule::sigmoid, "ln p", "ln(1/(1+exp(2)))", at_logit(1, -2)));
  CHECK(leads(Rule::sigmoid, "ln p", ""));
}

TEST_CASE("the logarithm of a reciprocal turns its sign") {
  CHECK(leads(Rule::log_of_reciprocal, "ln(1/3)", "-ln 3"));
  CHECK(leads(Rule::log_of_reciprocal, "-ln(1/3)", "ln 3"));
  CHECK(leads(Rule::log_of_reciprocal, "ln(2/3)", ""));
}

TEST_CASE("one is nothing beside an exponential that no double holds") {
  CHECK(leads(Rule::large_exponent, "ln(1+e^800)", "800"));
  CHECK(leads(Rule::large_exponent, "ln(1+exp(30))", ""));
  CHECK_FALSE(rewrite(Rule::large_exponent, read("ln(1+e^800)"), at_logit(0, 800))->exact);
}

TEST_CASE("a complement inside a logarithm is worked out where the decimal is short") {
  CHECK(leads(Rule::complement, "ln(1-0.85)", "ln 0.15"));
  CHECK(leads(Rule::complement, "ln(1-0)", "ln 1"));
  CHECK(leads(Rule::complement, "ln(1-0.123456)", "ln 0.876544"));
  CHECK(leads(Rule::complement, "ln(1-0.00000001)", ""));
}

TEST_CASE("a logarithm keeps the digits of what is added to one") {
  CHECK(leads(Rule::logarithm, "ln 0.85", "0 - 0.162519") == false);
  const auto tiny = rewrite(Rule::logarithm, read("ln(1+1e-20)"), example(1, 0.5));
  REQUIRE(tiny.has_value());
  CHECK(tiny->result == Expression(1e-20));
  CHECK_FALSE(tiny->exact);
  CHECK(rewrite(Rule::logarithm, read("ln 1"), example(1, 0.5))->exact);
  CHECK(rewrite(Rule::logarithm, read("ln 0"), example(1, 0.5))->exact);
  CHECK(leads(Rule::logarithm, "ln 0", "-inf"));
  CHECK(leads(Rule::logarithm, "ln(-1)", ""));
}

TEST_CASE("two numbers are multiplied and added, infinite ones too") {
  CHECK(leads(Rule::multiply, "0.5*3", "1.5"));
  CHECK(leads(Rule::multiply, "0.3*(-inf)", "-inf"));
  CHECK(leads(Rule::multiply, "0*(-inf)", ""));
  CHECK(leads(Rule::add, "0.5+3", "3.5"));
  CHECK(leads(Rule::add, "0 + (-inf)", "-inf"));
  CHECK(leads(Rule::add, "inf - inf", ""));
}

TEST_CASE("a minus before a negative number turns it") {
  CHECK(leads(Rule::apply_minus, "-(-0.5)", "0.5"));
  CHECK(leads(Rule::apply_minus, "-(-inf)", "inf"));
  CHECK(leads(Rule::apply_minus, "-0", "0"));
  CHECK(leads(Rule::apply_minus, "-0.5", ""));
}

TEST_CASE("a rewriting says what it replaced, each once") {
  const auto substituted =
      rewrite(Rule::substitute, read("y ln p + (1-y) ln(1-p)"), example(1, 0.85));
  REQUIRE(substituted.has_value());
  REQUIRE(substituted->because.size() == 2);
  CHECK(substituted->because[0] == read("y = 1"));
  CHECK(substituted->because[1] == read("p = 0.85"));
  const auto logarithm = rewrite(Rule::logarithm, read("ln 0.85"), example(1, 0.85));
  REQUIRE(logarithm.has_value());
  REQUIRE(logarithm->because.size() == 1);
  CHECK(bce::rounded(logarithm->because[0], 3).op() == bce::Op::approximates);
}

TEST_CASE("rounding touches computed numbers only, and gives the double next to the decimal") {
  CHECK(bce::rounded(Expression(0.16251892949777494), 6) == Expression(0.162519));
  CHECK(bce::rounded(Expression(-2.0 / 3.0), 3) == Expression(-0.667));
  CHECK(bce::rounded(read("0.16251892949777494"), 3) == read("0.16251892949777494"));
  CHECK(bce::rounded(Expression(4.2483542552915889e-18), 6) == Expression(4.24835e-18));
  CHECK(bce::rounded(Expression(1.2345678e-310), 6) == Expression(1.23457e-310));
  CHECK(bce::rounded(Expression(9.9999999e299), 6) == Expression(1e300));
  CHECK(bce::rounded(Expression(0.0), 6) == Expression(0.0));
}

TEST_CASE("the value of a formula keeps the digits that plain evaluation loses") {
  const auto small = bce::value_of(read("ln(1+e^(-40))"), at_logit(1, 40));
  REQUIRE(small.ok());
  CHECK(*small == doctest::Approx(4.248354255291589e-18));
  const auto large = bce::value_of(read("-ln(1/(1+e^z))"), at_logit(0, 800));
  REQUIRE(large.ok());
  CHECK(*large == 800.0);
  CHECK_FALSE(bce::value_of(read("0 ln(-1)"), example(1, 0.5)).ok());
}

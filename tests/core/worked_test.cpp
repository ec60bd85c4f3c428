#include "bce/worked.hpp"

#include <doctest.h>

#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <random>
#include <string>
#include <vector>

namespace {

using bce::Axis;
using bce::Example;
using bce::Expression;
using bce::Label;
using bce::LineJudgement;
using bce::LineVerdict;
using bce::Op;
using bce::Prediction;
using bce::Rule;
using bce::Slip;
using bce::Symbol;
using bce::WorkedLine;

using Lines = std::vector<WorkedLine>;

Example example(double y, double p) {
  return {*Label::from(y), *Prediction::from(Axis::probability, p)};
}

Example at_logit(double y, double z) {
  return {*Label::from(y), *Prediction::from(Axis::logit, z)};
}

bool same(double a, double b) {
  if (std::isinf(a) || std::isinf(b)) return a == b;
  return std::fabs(a - b) <= 1e-8 * std::max(std::fabs(a), std::fabs(b));
}

/// By evaluation alone, without the rules under test.
double value(const Expression& e, const Example& given) {
  bce::Environment environment;
  environment.set(Symbol::label, given.label.value())
      .set(Symbol::probability, given.prediction.probability().value())
      .set(Symbol::logit, given.prediction.logit());
  const auto result = bce::evaluate(e, environment);
  return result.ok() ? *result : std::nan("");
}

/// Far from where plain evaluation loses digits.
bool tame(const Example& given) {
  const double p = given.prediction.probability().value();
  if (!given.prediction.given_logit() && (p == 0.0 || p == 1.0)) return true;
  return p > 1e-4 && p < 1.0 - 1e-4;
}

/// The first line that does not have the value of the loss; lines.size() where all do.
std::size_t first_wrong(const Lines& lines, const Example& given) {
  const double truth = bce::loss(given);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto by_rules = bce::value_of(lines[i].formula, given);
    if (!by_rules.ok() || !same(*by_rules, truth)) return i;
    if (tame(given) && !same(value(lines[i].formula, given), truth)) return i;
  }
  return lines.size();
}

bool reasons_hold(const WorkedLine& line, const Example& given) {
  for (const Expression& reason : line.because) {
    const auto left = bce::value_of(reason.operands()[0], given);
    const auto right = bce::value_of(reason.operands()[1], given);
    // 0 ln 0 = 0 and ln 0 = -inf are among them.
    if (!left.ok() || !right.ok() || !same(*left, *right)) return false;
  }
  return true;
}

/// The shortest decimal that is this double.
std::string digits(double number) {
  std::array<char, 40> written{};
  for (int figures = 1; figures <= 17; ++figures) {
    std::snprintf(written.data(), written.size(), "%.*g", figures, number);
    if (std::strtod(written.data(), nullptr) == number) break;
  }
  return written.data();
}

std::string text(const Expression& e) {
  const auto operand = [&e](std::size_t i) { return "(" + text(e.operands()[i]) + ")"; };
  switch (e.op()) {
    case Op::number:
      return (std::signbit(e.number()) ? "-" : "") + digits(std::fabs(e.number()));
    case Op::symbol:
      return e.symbol() == Symbol::label         ? "y"
             : e.symbol() == Symbol::probability ? "p"
             : e.symbol() == Symbol::logit       ? "z"
                                                 : "L";
    case Op::infinity:
      return "inf";
    case Op::negate:
      return "-" + operand(0);
    case Op::add:
      return operand(0) + "+" + operand(1);
    case Op::subtract:
      return operand(0) + "-" + operand(1);
    case Op::multiply:
      return operand(0) + "*" + operand(1);
    case Op::divide:
      return operand(0) + "/" + operand(1);
    case Op::ln:
      return "ln" + operand(0);
    case Op::exp:
      return "e^" + operand(0);
    case Op::equals:
    case Op::approximates:
      return text(e.operands()[0]) + " = " + text(e.operands()[1]);
    default:
      return "?";
  }
}

std::vector<Rule> rules(const Lines& lines) {
  std::vector<Rule> list;
  for (const WorkedLine& line : lines)
    if (line.rule) list.push_back(*line.rule);
  return list;
}

LineJudgement judge(const char* typed, std::size_t at, const Example& given = example(1, 0.85)) {
  return bce::judge_line(typed, given, bce::work(given), at);
}

/// Labels and predictions of every sort, ends and extremes among them.
std::vector<Example> examples(int count) {
  std::mt19937_64 random(5);
  std::uniform_real_distribution<double> unit(0.0, 1.0);
  std::vector<Example> list;
  const std::vector<double> labels{0.0, 1.0, 0.3, 0.5, 0.999999, 1e-12};
  for (const double y : labels) {
    for (const double p : {0.0, 1.0, 0.5, 0.85, 1e-300, 1e-20, 1e-7, 1.0 - 1e-7, 1.0 - 1e-16}) {
      list.push_back(example(y, p));
    }
    for (const double z : {0.0, -0.0, 1.0, -1.0, 36.0, -36.0, 40.0, -40.0, 700.0, 701.0, -701.0,
                           800.0, -800.0, 1e300, -1e300, 1e-300}) {
      list.push_back(at_logit(y, z));
    }
  }
  for (int i = 0; i < count; ++i) {
    const double pick = unit(random);
    const double y = pick < 0.3 ? 0.0 : pick < 0.6 ? 1.0 : unit(random);
    list.push_back(i % 2 == 0 ? example(y, std::round(unit(random) * 1e4) / 1e4)
                              : example(y, unit(random)));
    list.push_back(at_logit(y, (unit(random) - 0.5) * 60.0));
  }
  return list;
}

}  // namespace

TEST_CASE("a hard label is solved in six steps") {
  const Lines lines = bce::work(example(1, 0.85));
  CHECK(rules(lines) == std::vector<Rule>{Rule::substitute, Rule::one_minus, Rule::zero_term,
                                          Rule::one_factor, Rule::logarithm, Rule::apply_minus});
  CHECK(text(bce::shown(lines[1])) == "L = -(((1)*(ln(0.85)))+(((1)-(1))*(ln((1)-(0.85)))))");
  CHECK(text(bce::shown(lines[4])) == "L = -(ln(0.85))");
  CHECK(lines[4].exact);
  CHECK_FALSE(lines[5].exact);
  CHECK(bce::shown(lines.back()) == bce::approximates(Symbol::loss, Expression(0.162519)));
}

TEST_CASE("a soft label keeps both terms, a logit never goes through p") {
  CHECK(rules(bce::work(example(0.3, 0.85))) ==
        std::vector<Rule>{Rule::substitute, Rule::one_minus, Rule::complement, Rule::logarithm,
                          Rule::multiply, Rule::add, Rule::apply_minus});
  CHECK(rules(bce::work(at_logit(0, 2))) ==
        std::vector<Rule>{Rule::substitute, Rule::one_minus, Rule::zero_term, Rule::one_factor,
                          Rule::sigmoid, Rule::log_of_reciprocal, Rule::exponential,
                          Rule::logarithm});
}

TEST_CASE("at the ends zero silences the logarithm or the loss is infinite, without rounding") {
  const Lines free = bce::work(example(0, 0));
  CHECK(free[3].rule == Rule::zero_silences);
  CHECK(bce::shown(free.back()) == bce::equals(Symbol::loss, 0.0));
  const Lines infinite = bce::work(example(1, 0));
  CHECK(bce::shown(infinite.back()) == bce::equals(Symbol::loss, Expression(Op::infinity, {})));
}

TEST_CASE("every line has the value of the loss, and every reason holds") {
  for (const Example& given : examples(3000)) {
    CAPTURE(given.label.value());
    CAPTURE(given.prediction.probability().value());
    CAPTURE(given.prediction.logit());
    const Lines lines = bce::work(given);
    CHECK(first_wrong(lines, given) == lines.size());
    for (const WorkedLine& line : lines) CHECK(reasons_hold(line, given));
    const Expression& last = lines.back().formula;
    CHECK((last.op() == Op::number || last.op() == Op::infinity));
  }
}

TEST_CASE("a rule gone wrong is seen at its line") {
  int seen = 0;
  std::mt19937_64 random(9);
  std::uniform_int_distribution<int> hundredths(1, 99);
  for (int i = 0; i < 500; ++i) {
    const Example given = example(i % 2, hundredths(random) / 100.0);
    for (std::size_t slip = 0; slip < bce::kSlips; ++slip) {
      const auto spoilt = bce::work_with(static_cast<Slip>(slip), given);
      if (!spoilt) continue;
      CAPTURE(slip);
      CAPTURE(given.prediction.probability().value());
      CHECK(first_wrong(spoilt->lines, given) == spoilt->wrong);
      ++seen;
    }
  }
  CHECK(seen > 1500);
}

TEST_CASE("a slip that would not show is not offered") {
  CHECK_FALSE(bce::work_with(Slip::swapped_terms, example(1, 0.5)).has_value());
  CHECK_FALSE(bce::work_with(Slip::forgotten_one, example(1, 0.85)).has_value());
  CHECK(bce::work_with(Slip::forgotten_one, example(0, 0.85)).has_value());
}

TEST_CASE("the line as it is shown is the right line, and the one before it is not yet") {
  for (const Example& given : examples(200)) {
    const Lines lines = bce::work(given);
    CAPTURE(given.label.value());
    CAPTURE(given.prediction.probability().value());
    CAPTURE(given.prediction.logit());
    for (std::size_t at = 0; at + 1 < lines.size(); ++at) {
      const std::string typed = text(bce::shown(lines[at + 1]));
      CAPTURE(typed);
      const LineJudgement next = bce::judge_line(typed, given, lines, at);
      CHECK((next.verdict == LineVerdict::right || next.verdict == LineVerdict::ahead));
      const LineJudgement same_again =
          bce::judge_line(text(bce::shown(lines[at])), given, lines, at);
      CHECK(same_again.verdict == LineVerdict::not_yet);
    }
  }
}

TEST_CASE("any form will do in which the rule has nothing left to change") {
  CHECK(judge("-[1 ln 0.85 + (1-1) ln(1-0.85)]", 0).verdict == LineVerdict::right);
  CHECK(judge("L = -(ln(1-0.85)*(1-1) + ln(85%)*1)", 0).verdict == LineVerdict::right);
  CHECK(judge("-[1 ln 0.85 + 0 ln 0.15]", 1).verdict == LineVerdict::right);
  CHECK(judge("-ln(17/20)", 3).verdict == LineVerdict::right);
  CHECK(judge("ln(20/17)", 3).verdict == LineVerdict::right);
  CHECK(judge("-(-0.163)", 4).verdict == LineVerdict::right);
  CHECK(judge("0.163", 5).verdict == LineVerdict::right);
  CHECK(judge("0.162", 5).verdict == LineVerdict::right);
}

TEST_CASE("who goes ahead is met where they are") {
  const LineJudgement ahead = judge("-ln 0.85", 0);
  CHECK(ahead.verdict == LineVerdict::ahead);
  CHECK(ahead.reached == 4);
  CHECK(judge("0.1625", 0).reached == 6);
}

TEST_CASE("what is not the next line is told apart") {
  CHECK(judge("", 0).verdict == LineVerdict::empty);
  CHECK(judge("ln(", 0).verdict == LineVerdict::unreadable);
  CHECK(judge("ln(-1)", 0).verdict == LineVerdict::undefined);
  CHECK(judge("L", 0).verdict == LineVerdict::undefined);
  CHECK(judge("-ln p", 0).verdict == LineVerdict::not_yet);
  CHECK(judge("-[1 ln 0.85 + (1-1) ln(1-0.85)]", 1).verdict == LineVerdict::not_yet);
  CHECK(judge("0.16", 5).verdict == LineVerdict::imprecise);
  CHECK(judge("0.169", 5).verdict == LineVerdict::near);
  CHECK(judge("-ln 0.85 = 0.3 = 0.1625", 4).verdict == LineVerdict::unequal);
  CHECK(judge("0.7", 5).verdict == LineVerdict::wrong);
  const LineJudgement lost = judge("ln 0.85", 3);
  CHECK(lost.verdict == LineVerdict::wrong_turn);
  CHECK(lost.turn == bce::WrongTurn::lost_minus);
  const LineJudgement swapped = judge("-ln 0.15", 3);
  CHECK(swapped.verdict == LineVerdict::wrong_turn);
  CHECK(swapped.turn == bce::WrongTurn::other_term);
}

TEST_CASE("an infinite loss and a loss of nothing are judged exactly") {
  const Example infinite = example(1, 0);
  CHECK(judge("inf", 5, infinite).verdict == LineVerdict::right);
  CHECK(judge("1000", 5, infinite).verdict == LineVerdict::wrong);
  const Example nothing = example(0, 0);
  CHECK(judge("0", 6, nothing).verdict == LineVerdict::right);
  CHECK(judge("0.001", 6, nothing).verdict == LineVerdict::wrong);
}

TEST_CASE("a line may have its unit, and another one is a wrong turn") {
  using bce::Unit;
  using bce::WrongTurn;
  CHECK(judge("L = 0.1625 nats", 5).verdict == LineVerdict::right);
  CHECK(judge("L = 0.1625 nats", 5).unit == Unit::nats);
  CHECK(judge("-ln 0.85 nats", 3).verdict == LineVerdict::right);
  struct Case {
    const char* typed;
    WrongTurn turn;
  };
  for (const Case& c :
       {Case{"0.2345 bits", WrongTurn::base_two}, Case{"0.0706 bans", WrongTurn::base_ten},
        Case{"0.1625 bits", WrongTurn::mislabelled},
        Case{"-ln 0.85 bits", WrongTurn::mislabelled}}) {
    CAPTURE(std::string(c.typed));
    const LineJudgement judgement = judge(c.typed, 3);
    CHECK(judgement.verdict == LineVerdict::wrong_turn);
    CHECK(judgement.turn == c.turn);
  }
  CHECK(judge("7 bits", 3).verdict == LineVerdict::wrong);
}

TEST_CASE("what was said of the reading is said of a line too") {
  CHECK(judge("-log 0.85", 3).natural_log);
  CHECK_FALSE(judge("-ln 0.85", 3).natural_log);
  CHECK(judge("-ln 0,85", 3).other_mark);
}

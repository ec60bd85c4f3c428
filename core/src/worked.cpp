#include "bce/worked.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "bce/elementary.hpp"
#include "bce/precision.hpp"
#include "statement.hpp"

namespace bce {

namespace {

constexpr double kAsShown = 5e-6;   // relative: a number with kWorkedFigures
constexpr double kNear = 0.05;      // relative, as for an answer
constexpr double kNothing = 1e-12;  // what a form with logarithms may be off near a loss of 0

Expression loss_formula(bool swapped = false) {
  const Expression y = Symbol::label;
  const Expression p = Symbol::probability;
  const Expression of_one = ln(p);
  const Expression of_zero = ln(1.0 - p);
  return swapped ? -(y * of_zero + (1.0 - y) * of_one) : -(y * of_one + (1.0 - y) * of_zero);
}

/// Every node that `change` knows something for, replaced.
template <class Change>
Expression replaced(const Expression& e, const Change& change) {
  if (std::optional<Expression> other = change(e)) return *other;
  if (e.operands().empty()) return e;
  std::vector<Expression> operands;
  for (const Expression& operand : e.operands()) operands.push_back(replaced(operand, change));
  return {e.op(), std::move(operands)};
}

Rule rule_of(Slip slip) {
  switch (slip) {
    case Slip::percentage:
    case Slip::swapped_terms:
      return Rule::substitute;
    case Slip::forgotten_one:
      return Rule::complement;
    case Slip::base_ten:
      return Rule::logarithm;
    case Slip::lost_minus:
      return Rule::apply_minus;
  }
  return Rule::substitute;
}

Expression in_percent(const Expression& formula, double p) {
  return replaced(formula, [p](const Expression& e) -> std::optional<Expression> {
    if (e == Expression(Symbol::probability)) return Expression(std::round(p * 1e6) / 1e4, 17);
    return std::nullopt;
  });
}

Expression without_one(const Expression& formula) {
  return replaced(formula, [](const Expression& e) -> std::optional<Expression> {
    if (e.op() == Op::ln && e.operands()[0].op() == Op::subtract) {
      return ln(e.operands()[0].operands()[1]);
    }
    return std::nullopt;
  });
}

Expression to_base_ten(const Expression& formula) {
  return replaced(formula, [](const Expression& e) -> std::optional<Expression> {
    if (e.op() == Op::ln) return Expression(Op::log10, {e.operands()[0]});
    return std::nullopt;
  });
}

/// One step: the rule as it should be, or as the slip has it.
std::optional<Rewriting> step(Rule rule, const Expression& formula, const Example& example,
                              std::optional<Slip> slip) {
  if (!slip || rule_of(*slip) != rule) return rewrite(rule, formula, example);
  switch (*slip) {
    case Slip::percentage:
      return rewrite(rule, in_percent(formula, example.prediction.probability().value()), example);
    case Slip::swapped_terms:
      return rewrite(rule, loss_formula(true), example);
    case Slip::forgotten_one: {
      if (!rewrite(rule, formula, example)) return std::nullopt;
      return Rewriting{without_one(formula)};
    }
    case Slip::base_ten:
      return rewrite(rule, to_base_ten(formula), example);
    case Slip::lost_minus: {
      auto right = rewrite(rule, formula, example);
      if (right) right->result = -right->result;
      return right;
    }
  }
  return std::nullopt;
}

Spoilt solve(const Example& example, std::optional<Slip> slip) {
  Spoilt solution;
  solution.lines.push_back({.formula = loss_formula()});
  for (std::size_t i = 0; i < kRules; ++i) {
    const auto rule = static_cast<Rule>(i);
    const WorkedLine& last = solution.lines.back();
    auto next = step(rule, last.formula, example, slip);
    if (!next) continue;
    if (slip && rule_of(*slip) == rule) solution.wrong = solution.lines.size();
    const bool exact = last.exact && next->exact;
    solution.lines.push_back({rule, std::move(next->result), std::move(next->because), exact});
  }
  return solution;
}

bool mentions_loss(const Expression& e) {
  const auto operands = e.operands();
  return e == Expression(Symbol::loss) ||
         std::any_of(operands.begin(), operands.end(), mentions_loss);
}

bool applies(const WorkedLine& line, const Expression& formula, const Example& example) {
  return line.rule && rewrite(*line.rule, formula, example).has_value();
}

/// The line that a formula of the right value stands for; `at` where the next rule, or one before
/// it, can still be applied.
std::size_t reached(const Expression& formula, const Example& example,
                    const std::vector<WorkedLine>& lines, std::size_t at) {
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (applies(lines[i], formula, example)) return i <= at ? at : i - 1;
  }
  return lines.size() - 1;
}

/// Whether the value of a line is that of the loss; by the verdicts of an answer.
Verdict worth(const Expression& line, double value, double truth) {
  const Typed typed(value, figures_of(line));
  // All that is shown of it, which may be few figures: 1e-20.
  if (typed.within(truth, kAsShown)) return Verdict::right;
  const Verdict verdict = grade(typed, truth);
  if (verdict != Verdict::wrong) return verdict;
  const bool exact_form = typed.figures == 0;
  if (exact_form && std::fabs(value - truth) <= kNothing) return Verdict::right;
  if (typed.figures > 0 && typed.figures < kEnoughFigures && typed.bare().stands_for(truth)) {
    return Verdict::imprecise;
  }
  return typed.within(truth, kNear) ? Verdict::near : Verdict::wrong;
}

LineVerdict line_verdict(Verdict verdict) {
  switch (verdict) {
    case Verdict::near:
      return LineVerdict::near;
    case Verdict::imprecise:
      return LineVerdict::imprecise;
    default:
      return LineVerdict::wrong;
  }
}

/// Whether the sides before the last, other than the name L, say the same.
bool holds_together(const Expression& e, const Example& example, double truth) {
  if (e.op() != Op::equals && e.op() != Op::approximates) return true;
  const Expression& before = e.operands()[0];
  const Expression& side = last_side(before);
  if (side == Expression(Symbol::loss)) return holds_together(before, example, truth);
  const auto value = value_of(side, example);
  if (!value.ok()) return false;
  const Verdict verdict = worth(side, *value, truth);
  return (is_right(verdict) || verdict == Verdict::near) && holds_together(before, example, truth);
}

}  // namespace

Expression shown(const WorkedLine& line) {
  Expression formula = rounded(line.formula, kWorkedFigures);
  return line.exact ? equals(Symbol::loss, std::move(formula))
                    : approximates(Symbol::loss, std::move(formula));
}

std::vector<WorkedLine> work(const Example& example) { return solve(example, std::nullopt).lines; }

std::optional<Spoilt> work_with(Slip slip, const Example& example) {
  Spoilt solution = solve(example, slip);
  if (solution.wrong == 0) return std::nullopt;
  const auto value = value_of(solution.lines[solution.wrong].formula, example);
  const double truth = loss(example);
  const bool shows = !value.ok() || std::fabs(*value - truth) > kNear * std::fabs(truth);
  if (!shows) return std::nullopt;
  return solution;
}

LineJudgement judge_line(std::string_view utf8, const Example& example,
                         const std::vector<WorkedLine>& lines, std::size_t at, char decimal_mark) {
  LineJudgement judgement;
  judgement.unit = take_unit(utf8);
  const auto parsed = read(utf8, decimal_mark);
  if (!parsed.ok()) {
    judgement.error = parsed.error();
    if (judgement.error.code != ParseErrorCode::empty) judgement.verdict = LineVerdict::unreadable;
    return judgement;
  }
  const Expression& formula = parsed->formula;
  judgement.reading = formula;
  judgement.natural_log = parsed->natural_log;
  judgement.other_mark = parsed->other_mark;
  const Expression& line = last_side(formula);
  const auto value = value_of(line, example);
  if (!value.ok() || mentions_loss(line)) {
    judgement.verdict = LineVerdict::undefined;
    return judgement;
  }
  const double truth = loss(example);
  const Verdict verdict = worth(line, *value, truth);
  if (judgement.unit && *judgement.unit != Unit::nats && std::isfinite(truth) && truth > 0.0) {
    const bool converted = is_right(worth(line, *value, in_unit(*judgement.unit, truth)));
    if (converted || is_right(verdict)) {
      judgement.verdict = LineVerdict::wrong_turn;
      judgement.turn = !converted                      ? WrongTurn::mislabelled
                       : *judgement.unit == Unit::bits ? WrongTurn::base_two
                                                       : WrongTurn::base_ten;
      return judgement;
    }
  }
  if (is_right(verdict)) {
    judgement.reached = reached(line, example, lines, at);
    judgement.verdict = !holds_together(formula, example, truth) ? LineVerdict::unequal
                        : judgement.reached <= at                ? LineVerdict::not_yet
                        : judgement.reached == at + 1            ? LineVerdict::right
                                                                 : LineVerdict::ahead;
    return judgement;
  }
  judgement.verdict = line_verdict(verdict);
  // A number of its own is judged as an answer is, which knows the mistakes; so is a line without
  // letters. From a logit p may have rounded to 0 or 1, and then says nothing.
  const Probability p = example.prediction.probability();
  if (std::isfinite(truth) && std::isfinite(loss(example.label, p))) {
    const Judgement answer = judge(utf8, example.label, p, decimal_mark);
    if (answer.verdict == Verdict::wrong_turn) {
      judgement.verdict = LineVerdict::wrong_turn;
      judgement.turn = answer.turn;
    }
  }
  return judgement;
}

}  // namespace bce

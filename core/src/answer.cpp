#include "bce/answer.hpp"

#include <algorithm>
#include <cmath>

namespace bce {

namespace {

constexpr int kEnoughFigures = 3;
constexpr double kExact = 1e-14;     // relative: what rounding does to a value that is the same
constexpr double kSameValue = 1e-9;  // relative: a mistake made with all its digits

struct Turn {
  WrongTurn code;
  std::string_view formula;
};

constexpr Turn kTurns[] = {
    {WrongTurn::base_ten, "-[y log10(p) + (1-y) log10(1-p)]"},
    {WrongTurn::base_two, "-[y log2(p) + (1-y) log2(1-p)]"},
    {WrongTurn::lost_minus, "y ln(p) + (1-y) ln(1-p)"},
    {WrongTurn::other_term, "-[(1-y) ln(p) + y ln(1-p)]"},
    {WrongTurn::percentage, "-[y ln(100p) + (1-y) ln(100(1-p))]"},
    {WrongTurn::percentage, "y ln(100p) + (1-y) ln(100(1-p))"},
    {WrongTurn::squared_error, "(y-p)^2"},
    {WrongTurn::absolute_error, "|y-p|"},
    {WrongTurn::probability, "p"},
};

/// 10^exponent: exact up to 10^22, correctly rounded down to 10^-22.
double power_of_ten(int exponent) {
  double size = 1.0;
  for (int i = std::abs(exponent); i > 0; --i) size *= 10.0;
  return exponent < 0 ? 1.0 / size : size;
}

/// The e for which 10^e <= x < 10^(e + 1); x is positive and finite.
int decade(double x) {
  // 99.9...% divides to a hair below the power of ten that it was typed as.
  const double raised = x * (1.0 + kExact);
  int exponent = 0;
  while (exponent > -308 && raised < power_of_ten(exponent)) --exponent;
  while (exponent < 308 && raised >= power_of_ten(exponent + 1)) ++exponent;
  return exponent;
}

/// The unit of the third significant figure.
double third_figure(double x) { return power_of_ten(decade(std::fabs(x)) - kEnoughFigures + 1); }

/// What was typed, as a value and the precision that it claims.
struct Typed {
  double value = 0.0;
  int figures = 0;  // 0: not a plain decimal

  /// The unit of the last figure typed, but no coarser than the first figure of `target`; without
  /// figures, that of the target's third one.
  [[nodiscard]] double unit(double target) const {
    if (figures == 0) return third_figure(target);
    const int last_typed = decade(std::fabs(value)) - figures + 1;
    return power_of_ten(std::min(last_typed, decade(std::fabs(target))));
  }

  [[nodiscard]] bool within(double target, double relative) const {
    if (!measurable(target)) return value == target;
    return std::fabs(value - target) <= relative * std::fabs(target);
  }

  [[nodiscard]] bool measurable(double target) const {
    return std::isfinite(value) && std::isfinite(target) && target != 0.0;
  }

  [[nodiscard]] bool rounds(double target) const {
    return within(target, kExact) ||
           (measurable(target) && std::fabs(value - target) <= unit(target) / 2);
  }

  /// Cut off, towards zero. Only a plain decimal can be.
  [[nodiscard]] bool truncates(double target) const {
    if (figures == 0 || !measurable(target)) return false;
    const double left_over = target < 0.0 ? value - target : target - value;
    return left_over >= 0.0 && left_over < unit(target);
  }
};

int figures_of(const Expression& e) {
  const bool wrapped = e.op() == Op::negate || e.op() == Op::percent;
  return wrapped ? figures_of(e.operands()[0]) : e.op() == Op::number ? e.figures() : 0;
}

const Expression& answered(const Expression& reading) {
  if (reading.op() != Op::equals) return reading;
  const Expression& right = reading.operands()[1];
  return right == Symbol::loss ? reading.operands()[0] : right;
}

Verdict grade(const Typed& typed, double truth) {
  const bool rounds = typed.rounds(truth);
  const bool truncates = typed.truncates(truth);
  if (!rounds && !truncates) return Verdict::wrong;
  if (typed.figures != 0 && typed.figures < kEnoughFigures) return Verdict::imprecise;
  // 1.00 is 0.995 to two decimals, yet not to three figures.
  const bool precise =
      typed.value == truth || std::fabs(typed.value - truth) <= third_figure(truth) / 2;
  if (rounds && !precise) return Verdict::imprecise;
  return rounds ? Verdict::right : Verdict::truncated;
}

std::optional<WrongTurn> wrong_turn(const Typed& typed, Label y, Probability p) {
  Environment environment;
  environment.set(Symbol::label, y.value()).set(Symbol::probability, p.value());
  std::optional<WrongTurn> rounded;
  for (const Turn& turn : kTurns) {
    const auto formula = parse(turn.formula);
    const auto value = evaluate(*formula, environment);
    if (!value.ok()) continue;
    if (typed.within(*value, kSameValue)) return turn.code;
    // One figure cut off says too little: 1 is no sign of 1.897.
    const bool cut = typed.figures > 1 && typed.truncates(*value);
    if (!rounded && (cut || typed.rounds(*value))) rounded = turn.code;
  }
  return rounded;
}

}  // namespace

Judgement judge(std::string_view utf8, Label y, Probability p) {
  Judgement judgement;
  const auto parsed = parse(utf8);
  if (!parsed.ok()) {
    judgement.error = parsed.error();
    if (judgement.error.code != ParseErrorCode::empty) judgement.verdict = Verdict::unreadable;
    return judgement;
  }
  judgement.reading = *parsed;
  const Expression& answer = answered(*parsed);
  const auto value = evaluate(answer, {});
  if (!value.ok()) {
    judgement.verdict = Verdict::unreadable;
    judgement.needs_numbers = value.error() == EvaluateError::unknown_symbol;
    judgement.undefined = !judgement.needs_numbers;
    return judgement;
  }
  judgement.value = *value;
  const Typed typed{*value, figures_of(answer)};
  judgement.verdict = grade(typed, loss(y, p));
  if (judgement.verdict == Verdict::wrong) {
    if (const auto turn = wrong_turn(typed, y, p)) {
      judgement.verdict = Verdict::wrong_turn;
      judgement.turn = *turn;
    }
  }
  return judgement;
}

}  // namespace bce

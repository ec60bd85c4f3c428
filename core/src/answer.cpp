#include "bce/answer.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <span>
#include <utility>
#include <vector>

namespace bce {

namespace {

constexpr int kEnoughFigures = 3;
constexpr double kExact = 1e-14;     // relative: what rounding does to a value that is the same
constexpr double kSameValue = 1e-9;  // relative: a mistake made with all its digits
constexpr double kNear = 0.05;       // relative: the method was right

struct Turn {
  WrongTurn code;
  std::string_view formula;
};

// Mistakes that were made twice over are named by the first, and stand behind the single ones.
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
    {WrongTurn::percentage, "100p"},
    {WrongTurn::hundredfold, "-100[y ln(p) + (1-y) ln(1-p)]"},
    {WrongTurn::base_ten, "y log10(p) + (1-y) log10(1-p)"},
    {WrongTurn::base_two, "y log2(p) + (1-y) log2(1-p)"},
    {WrongTurn::other_term, "(1-y) ln(p) + y ln(1-p)"},
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

/// The power of ten of the third significant figure.
int third_figure(double x) { return decade(std::fabs(x)) - kEnoughFigures + 1; }

double nearest_whole(double x) { return std::floor(x + 0.5); }

/// To three significant figures; x is positive and finite.
double rounded(double x) {
  // Multiplied or divided by a whole power of ten, so that 0.163 is the double that is typed so.
  const int exponent = third_figure(x);
  const double unit = power_of_ten(std::abs(exponent));
  return exponent < 0 ? nearest_whole(x * unit) / unit : nearest_whole(x / unit) * unit;
}

/// What was typed, as a value and the precision that it claims.
struct Typed {
  double value = 0.0;
  int figures = 0;  // 0: not a plain decimal

  /// The unit of the last figure typed, but no coarser than the first figure of `target`; without
  /// figures, that of the target's third one.
  [[nodiscard]] double unit(double target) const {
    if (figures == 0) return power_of_ten(third_figure(target));
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

  [[nodiscard]] bool stands_for(double target) const { return rounds(target) || truncates(target); }

  /// Without the zeros at its end.
  [[nodiscard]] Typed bare() const {
    Typed result = *this;
    for (; result.figures > 1; --result.figures) {
      const double count = value / power_of_ten(decade(std::fabs(value)) - result.figures + 2);
      if (std::fabs(count - nearest_whole(count)) > kSameValue) break;
    }
    return result;
  }
};

int figures_of(const Expression& e) {
  const bool wrapped = e.op() == Op::negate || e.op() == Op::percent;
  return wrapped ? figures_of(e.operands()[0]) : e.op() == Op::number ? e.figures() : 0;
}

/// By its own figures; wrong says only that these do not stand for the loss.
Verdict grade(const Typed& typed, double truth) {
  const bool rounds = typed.rounds(truth);
  // One figure cut off says too little to go before a mistake met exactly.
  const bool truncates = typed.figures > 1 && typed.truncates(truth);
  if (!rounds && !truncates) return Verdict::wrong;
  if (typed.figures != 0 && typed.figures < kEnoughFigures) return Verdict::imprecise;
  // 1.00 is 0.995 to two decimals, yet not to three figures.
  const bool precise = typed.value == truth ||
                       std::fabs(typed.value - truth) <= power_of_ten(third_figure(truth)) / 2;
  if (rounds && !precise) return Verdict::imprecise;
  return rounds ? Verdict::right : Verdict::truncated;
}

bool is_right(Verdict verdict) {
  return verdict == Verdict::right || verdict == Verdict::truncated;
}

/// The problem, in the unit of the answer.
class Judge {
 public:
  Judge(Label y, Probability p, Unit unit)
      : nats_(loss(y, p)), truth_(in_unit(unit, nats_)), unit_(unit) {
    environment_.set(Symbol::label, y.value())
        .set(Symbol::probability, p.value())
        .set(Symbol::loss, nats_);
    for (std::size_t i = 0; i < std::size(kTurns); ++i) {
      const auto value = evaluate(*parse(kTurns[i].formula), environment_);
      turns_[i] = in_unit(unit, value.ok() ? *value : std::numeric_limits<double>::quiet_NaN());
    }
  }

  /// Sets verdict and turn for one value alone.
  void value(const Typed& typed, Judgement& judgement) const {
    judgement.verdict = grade(typed, truth_);
    if (judgement.verdict != Verdict::wrong) {
      // 0 and infinity are the same in every unit.
      if (is_right(judgement.verdict) && truth_ != nats_) judgement.verdict = Verdict::other_unit;
      return;
    }
    if (turn(exactly(typed), judgement)) return;
    if (typed.figures == 1 || typed.figures == 2) {
      if (typed.bare().stands_for(truth_)) {
        judgement.verdict = Verdict::imprecise;
        return;
      }
    }
    if (typed.within(truth_, kNear)) {
      judgement.verdict = Verdict::near;
    } else if (unit_ != Unit::nats && is_right(grade(typed, nats_))) {
      turn(WrongTurn::mislabelled, judgement);
    } else if (!turn(roughly(typed), judgement) && std::isinf(typed.value)) {
      judgement.verdict = Verdict::infinite;
    }
  }

  /// Holds the other sides of a statement against its answer, which has its verdict.
  void statement(std::span<const Expression* const> sides, const Expression* answer,
                 const Typed& typed, Judgement& judgement) const {
    const Verdict alone = judgement.verdict;
    const bool astray = alone == Verdict::wrong || alone == Verdict::infinite;
    // A mistake in the answer has a name already; there is nothing to add to it.
    const bool close = !astray && alone != Verdict::wrong_turn;
    bool about_loss = true;
    for (const Expression* side : sides) {
      if (side == answer || *side == Symbol::loss) continue;
      const auto value = evaluate(*side, environment_);
      if (!value.ok()) return fault(value.error(), judgement);
      const Typed other{*value, figures_of(*side)};
      if (same(other, typed)) {
        about_loss = about_loss && !mentions_loss(*side);
      } else if (is_loss(other) ? astray : close) {
        if (!close || (!turn(exactly(other), judgement) && !turn(roughly(other), judgement))) {
          judgement.verdict = Verdict::unequal;
        }
      }
      if (judgement.verdict != alone) return;
    }
    if (about_loss) return;
    judgement.verdict = Verdict::unreadable;
    judgement.fault = AnswerFault::other_letter;
  }

  static void fault(EvaluateError error, Judgement& judgement) {
    judgement.verdict = Verdict::unreadable;
    judgement.fault =
        error == EvaluateError::undefined ? AnswerFault::undefined : AnswerFault::needs_numbers;
  }

 private:
  static bool turn(std::optional<WrongTurn> code, Judgement& judgement) {
    if (!code) return false;
    judgement.verdict = Verdict::wrong_turn;
    judgement.turn = *code;
    return true;
  }

  [[nodiscard]] std::optional<WrongTurn> exactly(const Typed& typed) const {
    for (std::size_t i = 0; i < std::size(kTurns); ++i) {
      if (typed.within(turns_[i], kSameValue)) return kTurns[i].code;
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<WrongTurn> roughly(const Typed& typed) const {
    for (std::size_t i = 0; i < std::size(kTurns); ++i) {
      const bool minus = kTurns[i].code == WrongTurn::lost_minus;
      if (typed.figures == 1 ? minus && typed.rounds(turns_[i]) : typed.stands_for(turns_[i])) {
        return kTurns[i].code;
      }
    }
    if (typed.within(-truth_, kNear)) return WrongTurn::lost_minus;
    return std::nullopt;
  }

  [[nodiscard]] bool is_loss(const Typed& side) const {
    return side.stands_for(truth_) || side.stands_for(nats_);
  }

  /// Equal, one as a rounding of the other or both as roundings of the loss.
  [[nodiscard]] bool same(const Typed& a, const Typed& b) const {
    return a.stands_for(b.value) || b.stands_for(a.value) || (is_loss(a) && is_loss(b));
  }

  static bool mentions_loss(const Expression& e) {
    const auto operands = e.operands();
    return e == Symbol::loss || std::any_of(operands.begin(), operands.end(), mentions_loss);
  }

  Environment environment_{};
  double nats_;
  double truth_;
  Unit unit_;
  std::array<double, std::size(kTurns)> turns_{};
};

/// A statement's sides, the last one first.
std::vector<const Expression*> sides_of(const Expression& reading) {
  std::vector<const Expression*> sides;
  const Expression* left = &reading;
  for (; left->op() == Op::equals || left->op() == Op::approximates; left = &left->operands()[0]) {
    sides.push_back(&left->operands()[1]);
  }
  sides.push_back(left);
  return sides;
}

/// How the loss is found, with the problem's numbers: L = -ln(0.85) = 0.163, nearly.
Expression solution(Label y, Probability p) {
  const double truth = loss(y, p);
  const Expression if_one = ln(p.value());
  const Expression if_zero = ln(1.0 - Expression(p.value()));
  Expression worked = y.value() == 1.0 ? -if_one
                      : y.value() == 0.0
                          ? -if_zero
                          : -(y.value() * if_one + (1.0 - Expression(y.value())) * if_zero);
  Expression statement = equals(Symbol::loss, std::move(worked));
  if (std::isinf(truth)) return equals(std::move(statement), {Op::infinity, {}});
  const double shown = truth == 0.0 ? 0.0 : rounded(truth);
  return shown == truth ? equals(std::move(statement), shown)
                        : approximates(std::move(statement), shown);
}

struct UnitWord {
  std::string_view word;
  Unit unit;
};

constexpr UnitWord kUnitWords[] = {
    {"nat", Unit::nats}, {"bit", Unit::bits}, {"hartley", Unit::hartleys}, {"ban", Unit::hartleys}};

/// Takes the unit off the end of the text, where something stands before it.
std::optional<Unit> take_unit(std::string_view& utf8) {
  const auto lower = [utf8](std::size_t i) { return static_cast<char>(utf8[i] | 0x20); };
  std::size_t end = utf8.size();
  while (end > 0 && (utf8[end - 1] == ' ' || utf8[end - 1] == '.')) --end;
  std::size_t from = end;
  while (from > 0 && lower(from - 1) >= 'a' && lower(from - 1) <= 'z') --from;
  if (from == 0) return std::nullopt;
  if (end > from && lower(end - 1) == 's') --end;
  for (const UnitWord& known : kUnitWords) {
    if (known.word.size() != end - from) continue;
    std::size_t i = 0;
    while (i < known.word.size() && lower(from + i) == known.word[i]) ++i;
    if (i < known.word.size()) continue;
    utf8 = utf8.substr(0, from);
    return known.unit;
  }
  return std::nullopt;
}

}  // namespace

Judgement judge(std::string_view utf8, Label y, Probability p) {
  Judgement judgement;
  judgement.unit = take_unit(utf8);
  const auto parsed = parse(utf8);
  if (!parsed.ok()) {
    judgement.error = parsed.error();
    if (judgement.error.code != ParseErrorCode::empty) judgement.verdict = Verdict::unreadable;
    return judgement;
  }
  judgement.reading = *parsed;
  const std::vector<const Expression*> sides = sides_of(*parsed);
  const auto is_name = [](const Expression* side) { return *side == Symbol::loss; };
  const auto is_letter = [](const Expression* side) { return side->op() == Op::symbol; };
  const bool named = std::any_of(sides.begin(), sides.end(), is_name);
  if (sides.size() > 1 && !named && std::any_of(sides.begin(), sides.end(), is_letter)) {
    judgement.verdict = Verdict::unreadable;
    judgement.fault = AnswerFault::other_letter;
    return judgement;
  }
  for (const Expression* answer : sides) {
    const auto value = evaluate(*answer, {});
    if (!value.ok()) {
      Judge::fault(value.error(), judgement);
      if (value.error() == EvaluateError::undefined) return judgement;
      continue;
    }
    const Judge problem(y, p, judgement.unit.value_or(Unit::nats));
    const Typed typed{*value, figures_of(*answer)};
    judgement.fault.reset();
    judgement.value = *value;
    problem.value(typed, judgement);
    problem.statement(sides, answer, typed, judgement);
    if (is_right(judgement.verdict)) judgement.solution = solution(y, p);
    return judgement;
  }
  return judgement;
}

}  // namespace bce

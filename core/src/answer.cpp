#include "bce/answer.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

#include "bce/elementary.hpp"

namespace bce {

namespace {

constexpr int kEnoughFigures = 3;
constexpr double kExact = 1e-14;     // relative: what rounding does to a value that is the same
constexpr double kSameValue = 1e-9;  // relative: a mistake made with all its digits
constexpr double kNear = 0.05;       // relative: the method was right

struct Turn {
  WrongTurn code;
  std::string_view formula;
  bool either_sign = false;  // with or without the minus: of two mistakes the first is named
};

constexpr Turn kTurns[] = {
    {WrongTurn::lost_minus, "-L"},
    {WrongTurn::base_ten, "y log10(p) + (1-y) log10(1-p)", true},
    {WrongTurn::base_two, "y log2(p) + (1-y) log2(1-p)", true},
    {WrongTurn::other_term, "(1-y) ln(p) + y ln(1-p)", true},
    {WrongTurn::percentage, "y ln(100p) + (1-y) ln(100(1-p))", true},
    {WrongTurn::squared_error, "(y-p)^2"},
    {WrongTurn::absolute_error, "|y-p|"},
    {WrongTurn::probability, "p"},
    {WrongTurn::percentage, "100p"},
    {WrongTurn::hundredfold, "100L"},
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
  // From an estimate, which is at most one off.
  int exponent = static_cast<int>(elementary::ln(x) / std::numbers::ln10);
  exponent = std::clamp(exponent, -308, 308);
  while (exponent > -308 && raised < power_of_ten(exponent)) --exponent;
  while (exponent < 308 && raised >= power_of_ten(exponent + 1)) ++exponent;
  return exponent;
}

/// The power of ten of the third significant figure.
int third_figure(double x) { return decade(std::fabs(x)) - kEnoughFigures + 1; }

double nearest_whole(double x) { return std::floor(x + 0.5); }

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

bool is_statement(const Expression& e) {
  return e.op() == Op::equals || e.op() == Op::approximates;
}

/// A statement's sides are read from the last to the first: last_side(e), then those of
/// before_it(e), which is null at the first. What is no statement is one side.
const Expression& last_side(const Expression& e) { return is_statement(e) ? e.operands()[1] : e; }
const Expression* before_it(const Expression& e) {
  return is_statement(e) ? &e.operands()[0] : nullptr;
}

bool is_loss_letter(const Expression& e) {
  return e.op() == Op::symbol && e.symbol() == Symbol::loss;
}

bool mentions_loss(const Expression& e) {
  const auto operands = e.operands();
  return is_loss_letter(e) || std::any_of(operands.begin(), operands.end(), mentions_loss);
}

/// Whether it says what y, p, z or N is, and L is not among them.
bool names_another(const Expression& reading) {
  bool letter = false;
  for (const Expression* rest = &reading; rest != nullptr; rest = before_it(*rest)) {
    if (is_loss_letter(last_side(*rest))) return false;
    letter = letter || last_side(*rest).op() == Op::symbol;
  }
  return letter && is_statement(reading);
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
    if (mistaken(typed, true, judgement)) return;
    if (typed.figures == 1 || typed.figures == 2) {
      if (typed.bare().stands_for(truth_)) {
        judgement.verdict = Verdict::imprecise;
        return;
      }
    }
    if (typed.within(truth_, kNear)) {
      judgement.verdict = Verdict::near;
    } else if (unit_ != Unit::nats && is_right(grade(typed, nats_))) {
      judgement.verdict = Verdict::wrong_turn;
      judgement.turn = WrongTurn::mislabelled;
    } else if (!mistaken(typed, false, judgement) && std::isinf(typed.value)) {
      judgement.verdict = Verdict::infinite;
    }
  }

  /// Holds the other sides of a statement against its answer, which has its verdict.
  void statement(const Expression& reading, const Expression& answer, const Typed& typed,
                 Judgement& judgement) const {
    const Verdict alone = judgement.verdict;
    const bool astray = alone == Verdict::wrong || alone == Verdict::infinite;
    // A mistake in the answer has a name already; there is nothing to add to it.
    const bool close = !astray && alone != Verdict::wrong_turn;
    bool about_loss = true;
    for (const Expression* rest = &reading; rest != nullptr; rest = before_it(*rest)) {
      const Expression& side = last_side(*rest);
      if (&side == &answer || is_loss_letter(side)) continue;
      const auto value = evaluate(side, environment_);
      if (!value.ok()) return fault(value.error(), judgement);
      const Typed other{*value, figures_of(side)};
      if (same(other, typed)) {
        about_loss = about_loss && !mentions_loss(side);
      } else if (is_loss(other) ? astray : close) {
        const bool named =
            close && (mistaken(other, true, judgement) || mistaken(other, false, judgement));
        if (!named) judgement.verdict = Verdict::unequal;
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
  /// Names the mistake that leads to this value; met with all its digits, or also as a rounding.
  bool mistaken(const Typed& typed, bool exactly, Judgement& judgement) const {
    bool found = false;
    for (std::size_t i = 0; i < std::size(kTurns) && !found; ++i) {
      const Turn& turn = kTurns[i];
      const double value = turn.either_sign ? std::copysign(turns_[i], typed.value) : turns_[i];
      found = exactly              ? typed.within(value, kSameValue)
              : typed.figures != 1 ? typed.stands_for(value)
                                   : turn.code == WrongTurn::lost_minus && typed.rounds(value);
      if (found) judgement.turn = turn.code;
    }
    if (!found && !exactly && typed.within(-truth_, kNear)) {
      found = true;
      judgement.turn = WrongTurn::lost_minus;
    }
    if (found) judgement.verdict = Verdict::wrong_turn;
    return found;
  }

  [[nodiscard]] bool is_loss(const Typed& side) const {
    return side.stands_for(truth_) || side.stands_for(nats_);
  }

  /// Equal, one as a rounding of the other or both as roundings of the loss.
  [[nodiscard]] bool same(const Typed& a, const Typed& b) const {
    return a.stands_for(b.value) || b.stands_for(a.value) || (is_loss(a) && is_loss(b));
  }

  Environment environment_{};
  double nats_;
  double truth_;
  Unit unit_;
  std::array<double, std::size(kTurns)> turns_{};
};

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
  if (names_another(*parsed)) {
    judgement.verdict = Verdict::unreadable;
    judgement.fault = AnswerFault::other_letter;
    return judgement;
  }
  for (const Expression* rest = &*parsed; rest != nullptr; rest = before_it(*rest)) {
    const Expression& answer = last_side(*rest);
    const auto value = evaluate(answer, {});
    if (!value.ok()) {
      Judge::fault(value.error(), judgement);
      if (value.error() == EvaluateError::undefined) return judgement;
      continue;
    }
    const Judge problem(y, p, judgement.unit.value_or(Unit::nats));
    const Typed typed{*value, figures_of(answer)};
    judgement.fault.reset();
    judgement.value = *value;
    problem.value(typed, judgement);
    problem.statement(*parsed, answer, typed, judgement);
    return judgement;
  }
  return judgement;
}

}  // namespace bce

#include "bce/question.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "bce/precision.hpp"
#include "bce/work.hpp"
#include "statement.hpp"

namespace bce {

namespace {

constexpr double kSameValue = 1e-9;  // relative: a mistake made with all its digits
constexpr double kNear = 0.05;       // relative: the method was right

double distance(double a, double b) {
  return a == b ? 0.0 : std::fabs(a - b) / std::max(std::fabs(a), std::fabs(b));
}

double value_of_trap(const Trap& trap, double like) {
  return trap.either_sign ? std::copysign(trap.value, like) : trap.value;
}

/// Whether no three figures stand for both, rounded or cut off.
bool three_figures_tell(double a, double b) {
  const double unit = std::max(Target(a).third_figure(), Target(b).third_figure());
  return std::fabs(a - b) >= 2.0 * unit;
}

/// Whether it is a letter that the answer may be named by.
bool is_name(const Question& question, const Expression& side) {
  return std::any_of(question.names.begin(), question.names.end(),
                     [&side](Symbol letter) { return is_letter(side, letter); });
}

/// A number that was typed as the answer.
class Marking {
 public:
  Marking(const Question& question, const Typed& typed, std::optional<Unit> unit)
      : question_(question), typed_(typed), asked_(question.answer) {
    if (question.unit && unit && unit != question.unit) other_ = unit;
  }

  void value(QuestionJudgement& judgement) const {
    Judgement& answer = judgement.answer;
    if (other_) return in_other_unit(judgement);
    answer.verdict = grade(typed_, asked_);
    // -5 is all there is of -5.
    if (answer.verdict == Verdict::imprecise && typed_.is(asked_)) answer.verdict = Verdict::right;
    if (answer.verdict != Verdict::wrong) return;
    // Met with all its digits, or a minus too many, before what a few figures may stand for.
    if (name(met(true), judgement) || name(minus(0.0), judgement)) return;
    const bool coarse = typed_.figures > 0 && typed_.figures < kEnoughFigures;
    if (coarse && typed_.bare().stands_for(asked_)) {
      answer.verdict = Verdict::imprecise;
    } else if (!name(met(false), judgement) && !name(minus(kNear), judgement)) {
      answer.verdict = typed_.within(asked_, kNear) ? Verdict::near
                       : std::isinf(typed_.value)   ? Verdict::infinite
                                                    : Verdict::wrong;
    }
  }

  /// Holds the other sides of a statement against its answer, which has its verdict.
  void statement(const Expression& reading, const Expression& answer, Judgement& judgement) const {
    const bool astray =
        judgement.verdict == Verdict::wrong || judgement.verdict == Verdict::infinite;
    if (judgement.verdict == Verdict::wrong_turn) return;
    for (const Expression* rest = &reading; rest != nullptr; rest = before_it(*rest)) {
      const Expression& side = last_side(*rest);
      if (&side == &answer || is_name(question_, side)) continue;
      const auto value = enclose(side, question_.letters);
      if (!value.ok()) return set_fault(value.error(), judgement);
      const Typed other{*value, figures_of(side)};
      const bool right = other.stands_for(asked_);
      if (round_alike(other, typed_) || (right && typed_.stands_for(asked_))) continue;
      if (right == astray) judgement.verdict = Verdict::unequal;
    }
  }

 private:
  /// The answer in another unit than the one that is asked for.
  [[nodiscard]] Enclosure in_other(Unit unit) const {
    const bool bits = question_.unit == Unit::bits;
    const double nats = question_.answer.value * (bits ? std::numbers::ln2 : 1.0);
    const double value = in_unit(unit, nats);
    return {value, std::fabs(value) * 0x1p-48};
  }

  void in_other_unit(QuestionJudgement& judgement) const {
    Judgement& answer = judgement.answer;
    const Target truth = in_other(*other_);
    answer.verdict = grade(typed_, truth);
    if (is_right(answer.verdict)) {
      answer.verdict = Verdict::other_unit;
      if (other_ == Unit::nats) name(find(Mistake::unchanged), judgement);
    } else if (is_right(grade(typed_, asked_))) {
      answer.verdict = Verdict::wrong_turn;
      answer.turn = WrongTurn::mislabelled;
    } else if (answer.verdict == Verdict::wrong && typed_.within(truth, kNear)) {
      answer.verdict = Verdict::near;
    }
  }

  static bool name(const Trap* trap, QuestionJudgement& judgement) {
    if (trap == nullptr) return false;
    judgement.answer.verdict = Verdict::wrong_turn;
    if (const auto* turn = std::get_if<WrongTurn>(&trap->mistake)) judgement.answer.turn = *turn;
    if (const auto* own = std::get_if<Mistake>(&trap->mistake)) judgement.mistake = *own;
    return true;
  }

  template <class Code>
  [[nodiscard]] const Trap* find(Code code) const {
    for (const Trap& trap : question_.traps) {
      if (trap.mistake == decltype(trap.mistake)(code)) return &trap;
    }
    return nullptr;
  }

  /// The trap that the value leads to: with all its digits, or also as a rounding.
  [[nodiscard]] const Trap* met(bool exactly) const {
    spend(question_.traps.size());
    for (const Trap& trap : question_.traps) {
      const double value = value_of_trap(trap, typed_.value);
      const bool here = exactly ? typed_.within(value, kSameValue)
                                : typed_.figures != 1 && typed_.stands_for(value);
      if (here) return &trap;
    }
    return nullptr;
  }

  /// The trap of a lost minus, where the value is the answer but for that, to so large a share.
  [[nodiscard]] const Trap* minus(double share) const {
    const Typed turned({-typed_.value, typed_.radius}, typed_.figures);
    if (!turned.stands_for(asked_) && !turned.within(asked_, share)) return nullptr;
    const Trap* const own = find(Mistake::minus_lost);
    return own != nullptr ? own : find(WrongTurn::lost_minus);
  }

  const Question& question_;
  Typed typed_;
  Target asked_;
  std::optional<Unit> other_{};  // a unit that was typed and is not the one asked for
};

}  // namespace

bool told_apart(const Traps& traps, double answer) {
  for (const Trap& trap : traps) {
    spend(traps.size());
    if (!std::isfinite(trap.value)) return false;
    if (distance(value_of_trap(trap, answer), answer) < kApart) return false;
    for (const Trap& other : traps) {
      if (other.mistake == trap.mistake) continue;
      const double value = value_of_trap(trap, other.value);
      const double closest = value_of_trap(other, value);
      // One number has one name: the distance to a label of 0 is p itself.
      if (distance(closest, value) < kSameValue) continue;
      if (!three_figures_tell(closest, value)) return false;
    }
  }
  return true;
}

void add(Traps& traps, const Trap& trap) {
  for (const Trap& other : traps) {
    if (distance(value_of_trap(trap, other.value), other.value) < kSameValue) return;
  }
  traps.push_back(trap);
}

void add(Traps& traps, Mistake mistake, double value, bool either_sign) {
  add(traps, {mistake, value, either_sign});
}

QuestionJudgement judge(std::string_view utf8, const Question& question, char decimal_mark) {
  QuestionJudgement result;
  Judgement& answer = result.answer;
  answer.unit = take_unit(utf8);
  const auto parsed = read(utf8, decimal_mark);
  if (!parsed.ok()) {
    answer.error = parsed.error();
    if (answer.error.code != ParseErrorCode::empty) answer.verdict = Verdict::unreadable;
    return result;
  }
  const Expression& formula = parsed->formula;
  answer.reading = formula;
  answer.natural_log = parsed->natural_log;
  answer.other_mark = parsed->other_mark;
  if (names_another(formula, [&](const Expression& side) { return is_name(question, side); })) {
    answer.verdict = Verdict::unreadable;
    answer.fault = AnswerFault::other_letter;
    return result;
  }
  Enclosure value;
  const Expression* const side = answer_in(formula, value, answer);
  if (side == nullptr) return result;
  const Marking marking(question, Typed(value, figures_of(*side)), answer.unit);
  marking.value(result);
  marking.statement(formula, *side, answer);
  return result;
}

}  // namespace bce

#include "bce/answer.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "bce/work.hpp"
#include "statement.hpp"

namespace bce {

namespace {

constexpr double kNear = 0.05;  // relative: the method was right

constexpr std::string_view kLoss = "-(y ln p+(1-y)ln(1-p))";

struct Turn {
  WrongTurn code;
  std::string_view formula;
  bool either_sign = false;
};

constexpr Turn kTurns[] = {
    {WrongTurn::lost_minus, "-L"},
    {WrongTurn::base_ten, "L/ln 10", true},
    {WrongTurn::base_two, "L/ln 2", true},
    {WrongTurn::other_term, "(1-y)ln p+y ln(1-p)", true},
    {WrongTurn::percentage, "y ln(100p)+(1-y)ln(100(1-p))", true},
    {WrongTurn::squared_error, "(y-p)^2"},
    {WrongTurn::squared_error, "(y-p)^2/2"},
    {WrongTurn::absolute_error, "|y-p|"},
    {WrongTurn::probability, "p"},
    {WrongTurn::complement, "1-p"},
    {WrongTurn::percentage, "100p"},
    {WrongTurn::hundredfold, "100L"},
    {WrongTurn::misplaced_point, "10L"},
    {WrongTurn::misplaced_point, "L/10"},
    {WrongTurn::misplaced_point, "L/100"},
    {WrongTurn::halved, "L/2"},
    {WrongTurn::both_terms, "ln p+ln(1-p)", true},
    {WrongTurn::entropy, "p ln p+(1-p)ln(1-p)", true},
    {WrongTurn::own_weight, "y p ln p+(1-y)(1-p)ln(1-p)", true},
    {WrongTurn::logit, "ln(1+e^p)-y p"},
    {WrongTurn::slope, "(p-y)/(p(1-p))", true},
    {WrongTurn::slope_in_logit, "p-y"},
};

Enclosure in_unit(Unit unit, const Enclosure& nats) {
  // Of the division, and of the constant in it.
  const double rounding = std::fabs(nats.value) * 0x1p-50;
  return {bce::in_unit(unit, nats.value), bce::in_unit(unit, nats.radius + rounding)};
}

Environment problem(Label y, Probability p) {
  Environment result;
  result.set(Symbol::label, y.value()).set(Symbol::probability, p.value());
  return result.set(Symbol::loss, *enclose(*parse(kLoss), result));
}

Result<Enclosure, EvaluateError> value_of(const Turn& turn, const Environment& problem) {
  return enclose(*parse(turn.formula), problem);
}

bool is_loss_letter(const Expression& e) { return is_letter(e, Symbol::loss); }

bool mentions_loss(const Expression& e) {
  const auto operands = e.operands();
  return is_loss_letter(e) || std::any_of(operands.begin(), operands.end(), mentions_loss);
}

}  // namespace

std::vector<WrongValue> wrong_values(Label y, Probability p) {
  const Environment environment = problem(y, p);
  std::vector<WrongValue> values;
  for (const Turn& turn : kTurns) {
    const auto at = value_of(turn, environment);
    if (at.ok()) values.push_back({turn.code, at->value, turn.either_sign, at->radius});
  }
  return values;
}

Verdict grade(const Typed& typed, const Target& truth) noexcept {
  const bool rounds = typed.rounds(truth);
  // One figure cut off says too little to go before a mistake met exactly.
  const bool truncates = typed.figures > 1 && typed.truncates(truth);
  if (!rounds && !truncates) return Verdict::wrong;
  if (typed.figures != 0 && typed.figures < kEnoughFigures) return Verdict::imprecise;
  // 1.00 is 0.995 to two decimals, yet not to three figures.
  const bool precise =
      typed.is(truth) || std::fabs(typed.value - truth.at.value) <=
                             truth.third_figure() / 2 + truth.at.radius + typed.radius;
  if (rounds && !precise) return Verdict::imprecise;
  return rounds ? Verdict::right : Verdict::truncated;
}

bool is_right(Verdict verdict) noexcept {
  return verdict == Verdict::right || verdict == Verdict::truncated;
}

namespace {

/// The problem, in the unit of the answer.
class Judge {
 public:
  Judge(Label y, Probability p, Unit unit)
      : environment_(problem(y, p)),
        nats_(*enclose(Symbol::loss, environment_)),
        truth_(in_unit(unit, nats_.at)),
        unit_(unit) {
    for (const Turn& turn : kTurns) {
      const auto at = value_of(turn, environment_);
      if (!at.ok()) continue;
      Target target = in_unit(unit, *at);
      add(turn.code, target);
      target.at.value = -target.at.value;
      if (turn.either_sign) add(turn.code, target);
    }
  }

  /// Sets verdict and turn for one value alone.
  void value(const Typed& typed, Judgement& judgement) const {
    judgement.verdict = grade(typed, truth_);
    if (is_right(judgement.verdict)) {
      if (typed.figures != 0 && rounds_wrong(typed)) {
        judgement.verdict = Verdict::indistinct;
      } else if (!typed.is(truth_) && met(typed, judgement)) {
        return;
      } else if (truth_.at.value != nats_.at.value) {
        // 0 and infinity are the same in every unit.
        judgement.verdict = Verdict::other_unit;
      }
      return;
    }
    if (judgement.verdict != Verdict::wrong || mistaken(typed, judgement)) return;
    if ((typed.figures == 1 || typed.figures == 2) && typed.bare().stands_for(truth_)) {
      judgement.verdict = Verdict::imprecise;
    } else if (typed.within(truth_, kNear)) {
      judgement.verdict = Verdict::near;
    } else if (Typed(-typed.value, 0).within(truth_, kNear)) {
      judgement.verdict = Verdict::wrong_turn;
      judgement.turn = WrongTurn::lost_minus;
    } else if (std::isinf(typed.value)) {
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
      const auto value = enclose(side, environment_);
      if (!value.ok()) return set_fault(value.error(), judgement);
      const Typed other{*value, figures_of(side)};
      if (same(other, typed)) {
        about_loss = about_loss && !mentions_loss(side);
      } else if (is_loss(other) ? astray : close) {
        // In L/2 = 0.163 it is the statement that is wrong, not L/2.
        const bool named = close && !mentions_loss(side) && mistaken(other, judgement);
        if (!named) judgement.verdict = Verdict::unequal;
      }
      if (judgement.verdict != alone) return;
    }
    if (about_loss) return;
    judgement.verdict = Verdict::unreadable;
    judgement.fault = AnswerFault::other_letter;
  }

 private:
  struct Wrong {
    WrongTurn turn = WrongTurn::base_ten;
    Target target;
  };

  /// What is the loss itself, as the other term is at p = 1/2, is no mistake.
  void add(WrongTurn turn, const Target& target) {
    if (!overlap(target.at, truth_.at)) wrongs_[count_++] = {turn, target};
  }

  [[nodiscard]] std::span<const Wrong> wrongs() const {
    spend(count_);
    return {wrongs_.data(), count_};
  }

  [[nodiscard]] bool rounds_wrong(const Typed& typed) const {
    for (const Wrong& wrong : wrongs()) {
      if (typed.rounds(wrong.target)) return true;
    }
    return false;
  }

  static bool name(WrongTurn turn, Judgement& judgement) {
    judgement.verdict = Verdict::wrong_turn;
    judgement.turn = turn;
    return true;
  }

  /// Names the mistake that has this very value.
  bool met(const Typed& typed, Judgement& judgement) const {
    for (const Wrong& wrong : wrongs()) {
      if (typed.is(wrong.target)) return name(wrong.turn, judgement);
    }
    return false;
  }

  /// Names the mistake that leads to this value, if it is one alone.
  bool mistaken(const Typed& typed, Judgement& judgement) const {
    if (typed.figures == 0 && met(typed, judgement)) return true;
    if (unit_ != Unit::nats && is_right(grade(typed, nats_))) {
      return name(WrongTurn::mislabelled, judgement);
    }
    const Wrong* found = nullptr;
    for (const Wrong& wrong : wrongs()) {
      if (!typed.stands_for(wrong.target)) continue;
      // A minus too many is one, whatever else there is.
      if (wrong.turn == WrongTurn::lost_minus && typed.rounds(wrong.target)) {
        return name(wrong.turn, judgement);
      }
      if (found != nullptr && !overlap(found->target.at, wrong.target.at)) return false;
      if (found == nullptr) found = &wrong;
    }
    if (found == nullptr || (typed.figures == 1 && !typed.is(found->target))) return false;
    return name(found->turn, judgement);
  }

  [[nodiscard]] bool is_loss(const Typed& side) const {
    return side.stands_for(truth_) || side.stands_for(nats_);
  }

  /// Equal, one as a rounding of the other or both as roundings of the loss.
  [[nodiscard]] bool same(const Typed& a, const Typed& b) const {
    return round_alike(a, b) || (is_loss(a) && is_loss(b));
  }

  Environment environment_;
  Target nats_;
  Target truth_;
  Unit unit_;
  std::array<Wrong, 2 * std::size(kTurns)> wrongs_{};
  std::size_t count_ = 0;
};

struct UnitWord {
  std::string_view word;
  Unit unit;
};

constexpr UnitWord kUnitWords[] = {{"nat", Unit::nats},     {"bit", Unit::bits},
                                   {"shannon", Unit::bits}, {"hartley", Unit::hartleys},
                                   {"ban", Unit::hartleys}, {"dit", Unit::hartleys}};

/// What may follow a unit: the full stop of a sentence, and space of any width.
constexpr std::string_view kAfterUnit[] = {" ",           ".", "\t", "\xC2\xA0", "\xE2\x80\x89",
                                           "\xE2\x80\xAF"};

}  // namespace

void set_fault(EvaluateError error, Judgement& judgement) {
  judgement.verdict = Verdict::unreadable;
  judgement.fault =
      error == EvaluateError::undefined ? AnswerFault::undefined : AnswerFault::needs_numbers;
}

const Expression* answer_in(const Expression& reading, Enclosure& value, Judgement& judgement) {
  for (const Expression* rest = &reading; rest != nullptr; rest = before_it(*rest)) {
    const auto found = enclose(last_side(*rest), {});
    if (found.ok()) {
      judgement.fault.reset();
      judgement.value = found->value;
      value = *found;
      return &last_side(*rest);
    }
    set_fault(found.error(), judgement);
    if (found.error() == EvaluateError::undefined) return nullptr;
  }
  return nullptr;
}

std::optional<Unit> take_unit(std::string_view& utf8) {
  // Nothing is read of what must be longer than the longest text.
  if (utf8.size() > 4 * kLongestText) return std::nullopt;
  const auto lower = [utf8](std::size_t i) { return static_cast<char>(utf8[i] | 0x20); };
  std::size_t end = utf8.size();
  for (bool trimmed = true; trimmed;) {
    trimmed = false;
    for (const std::string_view piece : kAfterUnit) {
      if (!utf8.substr(0, end).ends_with(piece)) continue;
      end -= piece.size();
      trimmed = true;
    }
  }
  const bool bracketed = utf8.substr(0, end).ends_with(')') || utf8.substr(0, end).ends_with(']');
  if (bracketed) --end;
  std::size_t from = end;
  while (from > 0 && lower(from - 1) >= 'a' && lower(from - 1) <= 'z') --from;
  if (from == 0) return std::nullopt;
  const char before = utf8[from - 1];
  if (bracketed && (from == 1 || (before != '(' && before != '['))) return std::nullopt;
  if (end > from && lower(end - 1) == 's') --end;
  for (const UnitWord& known : kUnitWords) {
    if (known.word.size() != end - from) continue;
    std::size_t i = 0;
    while (i < known.word.size() && lower(from + i) == known.word[i]) ++i;
    if (i < known.word.size()) continue;
    if (bracketed) --from;
    utf8 = utf8.substr(0, from);
    return known.unit;
  }
  return std::nullopt;
}

Judgement judge(std::string_view utf8, Label y, Probability p, char decimal_mark) {
  Judgement judgement;
  judgement.unit = take_unit(utf8);
  const auto parsed = read(utf8, decimal_mark);
  if (!parsed.ok()) {
    judgement.error = parsed.error();
    if (judgement.error.code != ParseErrorCode::empty) judgement.verdict = Verdict::unreadable;
    return judgement;
  }
  const Expression& formula = parsed->formula;
  judgement.reading = formula;
  judgement.natural_log = parsed->natural_log;
  judgement.other_mark = parsed->other_mark;
  if (names_another(formula, is_loss_letter)) {
    judgement.verdict = Verdict::unreadable;
    judgement.fault = AnswerFault::other_letter;
    return judgement;
  }
  Enclosure value;
  const Expression* const answer = answer_in(formula, value, judgement);
  if (answer == nullptr) return judgement;
  const Judge problem(y, p, judgement.unit.value_or(Unit::nats));
  const Typed typed{value, figures_of(*answer)};
  problem.value(typed, judgement);
  problem.statement(formula, *answer, typed, judgement);
  return judgement;
}

}  // namespace bce

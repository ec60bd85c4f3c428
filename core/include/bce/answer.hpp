/// Judges what a learner typed as the loss of one example.
///
/// A plain decimal (sign, percent and a power of ten allowed) stands for all numbers that round to
/// it. It is right where the loss is among them and it has at least three significant figures,
/// however many more those are. Any other formula, as -ln(0.85) or 13/80, is judged by its value:
/// right where it is the loss, or agrees with it to three figures and is no mistake met exactly.
///
/// Nothing is decided by a tolerance: formulas, mistakes and the loss are numbers with enclosures
/// (expression.hpp), decimals have the interval of their figures, and what these leave open is not
/// told. So a decimal that stands for the loss and for a mistake alike is `indistinct`, and one
/// that stands for two different mistakes is just wrong. One figure alone is no sign of a mistake,
/// unless it is met exactly, or a minus is too many: -0.2.
///
/// Of a statement (-ln 0.85 = 0.163) the last side without letters is the answer; L alone on a
/// side is only its name. The other sides have to say the same, at the figures typed; y, p and L
/// stand for the problem's numbers there.
///
/// A unit may follow, also in brackets: nats, bits or shannons, hartleys, bans or dits. Without
/// one, nats are meant.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "bce/expression.hpp"
#include "bce/loss.hpp"
#include "bce/parse.hpp"
#include "bce/precision.hpp"

namespace bce {

enum class Verdict : std::uint8_t {
  empty,       // nothing was typed
  unreadable,  // `fault` says why; without one `error` says where and why
  right,       // the exact value, or it correctly rounded to three or more significant figures
  truncated,   // cut off instead of rounded, otherwise precise enough: counted as right
  near,        // within 5 % of the loss, and not the loss
  imprecise,   // fewer than three figures: what they stand for includes the loss
  indistinct,  // three or more, yet they stand for a known mistake as well
  other_unit,  // right in the unit that was typed with it, which is not nats
  unequal,     // a statement that does not hold, though one of its sides may
  infinite,    // plus or minus infinity, where the loss is finite
  wrong_turn,  // a known mistake: `turn`
  wrong,       // readable, and none of the above
};

/// Why a formula that could be parsed is no answer.
enum class AnswerFault : std::uint8_t {
  needs_numbers,  // it holds letters
  undefined,      // no real value, as ln(-1)
  other_letter,   // it says what something else than L is
};

/// Mistakes worth naming. Each is a formula in the problem's own y and p, but for the last. Of two
/// that are the same number, as |y - p| and 1 - p for y = 1, the first is named.
enum class WrongTurn : std::uint8_t {
  base_ten,         // log10 in place of ln, with or without the minus
  base_two,         // log2 in place of ln: the loss in bits; with or without the minus
  lost_minus,       // the loss with its minus left out
  other_term,       // the term of the other label, with or without the minus
  percentage,       // 85 in place of 0.85, with or without the minus; or 85 itself
  squared_error,    // (y - p)^2, or half of it
  absolute_error,   // |y - p|
  probability,      // p itself
  complement,       // 1 - p
  hundredfold,      // the loss times 100: a percent sign is missing
  misplaced_point,  // the loss times 10, 1/10 or 1/100
  halved,           // half the loss: a mean over two terms
  both_terms,       // the two terms without their factors; with or without the minus
  entropy,          // H(p), p in place of the label; with or without the minus
  own_weight,       // the term that is left times its probability: -p ln p; or without the minus
  logit,            // p taken for the logit z
  slope,            // dL/dp, with its sign or without
  slope_in_logit,   // dL/dz
  mislabelled,      // the loss in nats, called bits or hartleys
};

/// Where a mistake leads: the value of its formula, in nats, and how far off that may be.
struct WrongValue {
  WrongTurn turn = WrongTurn::base_ten;
  double value = 0.0;
  bool either_sign = false;  // with or without the minus
  double radius = 0.0;
};

/// The mistakes that have a value for this problem; a code may have two. mislabelled is not among
/// them.
[[nodiscard]] std::vector<WrongValue> wrong_values(Label y, Probability p);

/// What a number is worth as `truth` by its figures alone; wrong says only that it does not stand
/// for it. Of the verdicts: right, truncated, imprecise, wrong.
[[nodiscard]] Verdict grade(const Typed& typed, const Target& truth) noexcept;

/// Whether it counts as right.
[[nodiscard]] bool is_right(Verdict verdict) noexcept;

struct Judgement {
  Verdict verdict = Verdict::empty;
  ParseError error{};                    // where verdict is unreadable and `fault` unset
  std::optional<AnswerFault> fault{};    // only where verdict is unreadable
  std::optional<Expression> reading{};   // what was understood, where it could be parsed
  std::optional<Unit> unit{};            // the unit typed with it
  double value = 0.0;                    // its value in that unit, where it has one
  WrongTurn turn = WrongTurn::base_ten;  // where verdict is wrong_turn
  bool natural_log = false;              // log was typed without a base, and read as ln
  bool other_mark = false;               // as of read() (parse.hpp)
};

/// Why a side of what was read has no value.
void set_fault(EvaluateError error, Judgement& judgement);

/// The last side of what was read that has a value by itself, and that value; null, with the fault,
/// where none has.
[[nodiscard]] const Expression* answer_in(const Expression& reading, Enclosure& value,
                                          Judgement& judgement);

/// Takes the unit off the end of a text, where something stands before it.
[[nodiscard]] std::optional<Unit> take_unit(std::string_view& utf8);

/// Judges `utf8` as the loss in nats of label y and probability p. At a loss of 0 or infinity only
/// the exact value is right. `decimal_mark` is the locale's, as in read(). The work is bounded: by
/// the longest text that is read, times the number of mistakes.
[[nodiscard]] Judgement judge(std::string_view utf8, Label y, Probability p,
                              char decimal_mark = '.');

}  // namespace bce

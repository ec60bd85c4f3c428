/// Judges what a learner typed as the loss of one example.
///
/// A plain decimal (sign and percent allowed) is judged by the figures it was typed with: it is
/// right where it equals the loss rounded to as many, however many those are (from 15 figures on,
/// to 1e-14, relative). Any other formula, as -ln(0.85) or 13/80, is judged by its value: right
/// within half a unit of the loss's third figure. Mistakes are told by the same measure.
///
/// The first that fits is the verdict: the loss at the figures typed; a mistake met exactly; the
/// loss at one or two figures, zeros at the end not counted (0.10 is judged as 0.1); within 5 % of
/// the loss; a mistake rounded or cut off. One figure alone is no sign of a mistake, but for a
/// minus too many: -0.2.
///
/// Of a statement (-ln 0.85 = 0.163) the last side without letters is the answer; L alone on a
/// side is only its name. The other sides have to say the same, at the figures typed; y, p and L
/// stand for the problem's numbers there.
///
/// A unit may follow (nats, bits, hartleys or bans). Without one, nats are meant.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "bce/expression.hpp"
#include "bce/loss.hpp"
#include "bce/parse.hpp"

namespace bce {

enum class Verdict : std::uint8_t {
  empty,       // nothing was typed
  unreadable,  // `fault` says why; without one `error` says where and why
  right,       // the exact value, or it correctly rounded to three or more significant figures
  truncated,   // cut off instead of rounded, otherwise precise enough: counted as right
  near,        // within 5 % of the loss, and not the loss
  imprecise,   // too few figures to tell: what they stand for includes the loss
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

/// Mistakes worth naming. Each is a formula in the problem's own y and p, but for the last.
enum class WrongTurn : std::uint8_t {
  base_ten,        // log10 in place of ln, with or without the minus
  base_two,        // log2 in place of ln: the loss in bits; with or without the minus
  lost_minus,      // the loss with its minus left out
  other_term,      // the term of the other label, with or without the minus
  percentage,      // 85 in place of 0.85, with or without the minus; or 85 itself
  squared_error,   // (y - p)^2
  absolute_error,  // |y - p|
  probability,     // p itself
  hundredfold,     // the loss times 100: a percent sign is missing
  mislabelled,     // the loss in nats, called bits or hartleys
};

struct Judgement {
  Verdict verdict = Verdict::empty;
  ParseError error{};                    // where verdict is unreadable and `fault` unset
  std::optional<AnswerFault> fault{};    // only where verdict is unreadable
  std::optional<Expression> reading{};   // what was understood, where it could be parsed
  std::optional<Unit> unit{};            // the unit typed with it
  double value = 0.0;                    // its value in that unit, where it has one
  WrongTurn turn = WrongTurn::base_ten;  // where verdict is wrong_turn
};

/// Judges `utf8` as the loss in nats of label y and probability p. At a loss of 0 or infinity only
/// the exact value is right.
///
/// A value that could be both a rounding of the right answer and a wrong turn is never called a
/// wrong turn; of two wrong turns the one met exactly goes first. Linear in the length of the text.
[[nodiscard]] Judgement judge(std::string_view utf8, Label y, Probability p);

}  // namespace bce

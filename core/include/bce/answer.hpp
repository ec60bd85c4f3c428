/// Judges what a learner typed as the loss of one example.
///
/// A plain decimal (sign and percent allowed) is judged by the figures it was typed with: it is
/// right where it equals the loss rounded to as many, however many those are (from 15 figures on,
/// to 1e-14, relative). Any other formula, as -ln(0.85) or 13/80, is judged by its value: right
/// within half a unit of the loss's third figure. Mistakes are told by the same measure.
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
  unreadable,  // `error` says where and why
  right,       // the exact value, or it correctly rounded to three or more significant figures
  truncated,   // cut off instead of rounded, otherwise precise enough: counted as right
  imprecise,   // the right value with too few figures
  wrong_turn,  // a known mistake: `turn`
  wrong,       // readable, and none of the above
};

/// Mistakes worth naming. Each is a formula in the problem's own y and p.
enum class WrongTurn : std::uint8_t {
  base_ten,        // log10 in place of ln
  base_two,        // log2 in place of ln: the loss in bits
  lost_minus,      // the loss with its minus left out
  other_term,      // the term of the other label
  percentage,      // 85 in place of 0.85, with or without the minus
  squared_error,   // (y - p)^2
  absolute_error,  // |y - p|
  probability,     // p itself
};

struct Judgement {
  Verdict verdict = Verdict::empty;
  ParseError error{};                    // where verdict is unreadable
  bool needs_numbers = false;            // unreadable because it holds letters; `error` unset
  bool undefined = false;                // unreadable: no real value, as ln(-1); `error` unset
  std::optional<Expression> reading{};   // what was understood, where it could be parsed
  double value = 0.0;                    // its value, where it has one
  WrongTurn turn = WrongTurn::base_ten;  // where verdict is wrong_turn
};

/// Judges `utf8` as the loss in nats of label y and probability p. Meant for losses that are finite
/// and above 0; at 0 and at infinity only the exact value is right.
///
/// Of a statement the right side is judged (L = 0.163, -ln 0.85 = 0.163), or the left one where L
/// stands alone on the right. A value that could be both a rounding of the right answer and a wrong
/// turn is never called a wrong turn; of two wrong turns the one met exactly goes first.
[[nodiscard]] Judgement judge(std::string_view utf8, Label y, Probability p);

}  // namespace bce

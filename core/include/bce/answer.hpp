/// Judges what a learner typed as the loss of one example.
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
  base_ten,         // log10 in place of ln
  base_two,         // log2 in place of ln: the loss in bits
  lost_minus,       // ln of it, without the minus
  other_term,       // the term of the other label
  percentage,       // 85 in place of 0.85
  squared_error,    // (y - p)^2
  absolute_error,   // |y - p|
  probability,      // p itself
};

struct Judgement {
  Verdict verdict = Verdict::empty;
  ParseError error{};                    // where verdict is unreadable
  bool needs_numbers = false;            // unreadable because it holds letters without a value here
  bool undefined = false;                // unreadable because it has no real value, as ln(-1)
  std::optional<Expression> reading{};   // what was understood, where it could be parsed
  double value = 0.0;                    // its value, where it has one
  WrongTurn turn = WrongTurn::base_ten;  // where verdict is wrong_turn
};

/// Judges `utf8` as the loss in nats of label y and probability p, where that loss is finite and
/// above 0. A leading "L =" is dropped. A value that could be both a rounding of the right answer
/// and a wrong turn is never called a wrong turn.
[[nodiscard]] Judgement judge(std::string_view utf8, Label y, Probability p);

}  // namespace bce

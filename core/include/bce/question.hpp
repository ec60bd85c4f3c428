/// A number that is asked for, what may go wrong on the way to it, and the judge of what was typed.
///
/// Whoever asks builds a Question: of an exercise (variants.hpp), of a step in a walkthrough
/// (walks.hpp). Where its traps are told apart (told_apart) a wrong answer is never taken for the
/// right one or for another mistake.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "bce/answer.hpp"
#include "bce/expression.hpp"
#include "bce/loss.hpp"

namespace bce {

/// Mistakes that are met only where something else than a loss of y and p is asked for.
enum class Mistake : std::uint8_t {
  logit_as_p,      // the logarithm of the logit, as if it were a probability
  other_outcome,   // 1 - p in place of p
  straight_line,   // 1 - L in place of e^-L
  power_of_ten,    // 10^-L
  power_of_two,    // 2^-L
  growing_power,   // e^L
  sum,             // not divided by the number of examples
  labels_ignored,  // every example as if its label were 1
  terms_swapped,   // every example with the other label
  ten_for_e,       // log10 in place of ln
  two_for_e,       // log2 in place of ln
  minus_lost,      // the right value with a minus
  multiplied,      // times ln 2 in place of divided by it
  hartleys,        // divided by ln 10
  unchanged,       // the number that was given
  max_left_out,    // -z y + ln(1 + e^-|z|): without max(z, 0)
  tail_left_out,   // max(z, 0) - z y: without ln(1 + e^-|z|)
  product_added,   // max(z, 0) + z y + ln(1 + e^-|z|)
  factors_added,   // dL/dp + dp/dz in place of their product
  squared_slope,   // (p - y) p (1 - p), the slope of half the squared error
  own_square,      // p^2 in place of p (1 - p)
  first_order,     // an error that falls with h in place of its square
  label_entropy,   // H(y)
  not_subtracted,  // the cross-entropy, H(y) still in it
  entropy_added,   // the cross-entropy plus H(y)
  reversed,        // KL(p || y)
};
inline constexpr std::size_t kMistakes = 26;

/// Where a mistake leads; `either_sign`: with or without the minus.
struct Trap {
  std::variant<WrongTurn, Mistake> mistake;
  double value = 0.0;
  bool either_sign = false;
};
using Traps = std::vector<Trap>;

inline constexpr double kApart = 0.02;  // relative; three figures cut off lose less than 0.01

/// Whether every trap can be told from the answer and from every other one: none comes closer than
/// kApart to the answer, and no three figures, rounded or cut off, stand for two that are named
/// differently. One number has one name, though: equal ones count as one.
[[nodiscard]] bool told_apart(const Traps& traps, double answer);

/// Of two that are the same number, the first is named.
void add(Traps& traps, const Trap& trap);
void add(Traps& traps, Mistake mistake, double value, bool either_sign = false);

struct Question {
  Enclosure answer{};
  Traps traps{};
  /// What letters stand for in what is typed beside the answer, as p - y = 0.3.
  Environment letters{};
  /// The letters that the answer may be named by, as L = 0.3.
  std::vector<Symbol> names{};
  /// For an amount of nats, or of bits; one in another unit is told. Without it no unit matters.
  std::optional<Unit> unit{};
};

struct QuestionJudgement {
  Judgement answer{};                // verdict wrong_turn: its `turn`, unless `mistake` is set
  std::optional<Mistake> mistake{};  // only where the verdict is wrong_turn
};

/// Judges a number that was typed, by the rules of judge (answer.hpp).
[[nodiscard]] QuestionJudgement judge(std::string_view utf8, const Question& question,
                                      char decimal_mark = '.');

}  // namespace bce

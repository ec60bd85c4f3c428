/// The loss of one example solved line by line, and the judge of a learner who does the same.
///
/// Every line has the same value, the loss, and follows from the one before by one named rule. It
/// holds for any label in [0, 1] and any prediction, the ends included: 0 ln 0 drops out by
/// convention, ln 0 is -infinity and the loss then +infinity. From a logit p is never computed, so
/// the digits that p loses near 0 and 1 are kept.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "bce/answer.hpp"
#include "bce/expression.hpp"
#include "bce/parse.hpp"
#include "bce/rewrite.hpp"

namespace bce {

/// Significant figures that a computed number is shown with.
inline constexpr int kWorkedFigures = 6;

struct WorkedLine {
  std::optional<Rule> rule{};         // none for the first line, the formula itself
  Expression formula = 0.0;           // what L is, computed numbers with all their digits
  std::vector<Expression> because{};  // what was replaced on the way to it: statements
  bool exact = true;                  // nothing has been rounded up to here
};

/// The line as it is shown: L = formula, or nearly, with its computed numbers rounded.
[[nodiscard]] Expression shown(const WorkedLine& line);

/// From the formula of the loss down to its value. At least two lines.
[[nodiscard]] std::vector<WorkedLine> work(const Example& example);

/// A mistake in a rule, for solutions with a mistake to find.
enum class Slip : std::uint8_t {
  percentage,     // substitute: p in percent
  swapped_terms,  // substitute: the two logarithms have changed places
  forgotten_one,  // complement: p where 1 - p should be
  base_ten,       // logarithm: to base 10
  lost_minus,     // apply_minus: the minus went without a trace
};
inline constexpr std::size_t kSlips = 5;

struct Spoilt {
  std::vector<WorkedLine> lines;
  std::size_t wrong = 0;  // the line that does not follow from the one before it
};

/// The solution with one rule gone wrong; the lines after it follow from it. Nothing where that
/// rule is not needed for this example, or the slip would not show.
[[nodiscard]] std::optional<Spoilt> work_with(Slip slip, const Example& example);

enum class LineVerdict : std::uint8_t {
  empty,
  unreadable,  // `error` says where and why
  undefined,   // no real value, or a letter that stands for nothing here
  right,       // the rule has been applied
  ahead,       // and rules that come later as well
  not_yet,     // the value is right, but the rule has still to be applied
  imprecise,   // too few figures to tell
  near,        // within 5 % of the loss: a number was rounded too far
  unequal,     // a statement that does not hold
  wrong_turn,  // a known mistake: `turn`
  wrong,       // another value
};

struct LineJudgement {
  LineVerdict verdict = LineVerdict::empty;
  std::size_t reached = 0;              // the line that this one stands for; where right or ahead
  ParseError error{};                   // where unreadable
  std::optional<Expression> reading{};  // what was understood
  std::optional<Unit> unit{};           // the unit typed with it
  bool natural_log = false;             // as of read() (parse.hpp), as the next
  bool other_mark = false;
  WrongTurn turn = WrongTurn::base_ten;  // where wrong_turn
};

/// Judges what a learner typed as the line after line `at` (at + 1 < lines.size()).
///
/// Any form is right that has the value of the loss and in which none of the rules up to the next
/// line's can be applied any more. Of a statement (L = ...) the last side is the line. A unit may
/// follow; another one than nats makes a wrong turn of the right value.
/// `decimal_mark` is the locale's, as in read() (parse.hpp).
[[nodiscard]] LineJudgement judge_line(std::string_view utf8, const Example& example,
                                       const std::vector<WorkedLine>& lines, std::size_t at,
                                       char decimal_mark = '.');

}  // namespace bce

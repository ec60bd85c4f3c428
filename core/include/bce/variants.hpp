/// Exercises without end: each follows from a seed, a kind and a level, and is the same everywhere
/// and for ever, for a link to it may be shared.
///
/// What a learner may get wrong is known for each, as a value (`Trap`). No trap comes closer than
/// kApart to the right answer, and no three figures, rounded or cut off, stand for two that are
/// named differently. So a wrong answer is never taken for the right one or for another mistake.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "bce/answer.hpp"
#include "bce/expression.hpp"
#include "bce/rewrite.hpp"
#include "bce/worked.hpp"

namespace bce {

enum class ExerciseKind : std::uint8_t {
  loss_for_one,    // y = 1, p: find the loss
  loss_for_zero,   // y = 0, p: find the loss
  loss_at_logit,   // y, z: find the loss
  find_p,          // y, the loss: find p
  batch_mean,      // a few examples: find the mean loss
  nats_to_bits,    // a loss in nats: find it in bits
  better_model,    // two models on the same examples: which has the lower mean loss?
  spot_the_error,  // a solution with a mistake: which line is it in?
};
inline constexpr std::size_t kExerciseKinds = 8;

/// What a seed leads to is of this version, which a link names. Where another exercise would follow
/// from some seed, it is a new version, and the old one stays for the links that name it.
inline constexpr int kExercisesVersion = 1;

inline constexpr int kLevels = 5;
inline constexpr double kApart = 0.02;  // relative; three figures cut off lose less than 0.01

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
};

/// Where a mistake leads; `either_sign`: with or without the minus.
struct Trap {
  std::variant<WrongTurn, Mistake> mistake;
  double value = 0.0;
  bool either_sign = false;
};

struct Exercise {
  ExerciseKind kind = ExerciseKind::loss_for_one;
  int level = 1;
  std::vector<double> labels{};       // none for nats_to_bits
  std::vector<double> predictions{};  // as many; z for loss_at_logit, else p; for find_p the answer
  std::vector<double> rivals{};       // the second model's, for better_model
  double given = 0.0;                 // the loss, for find_p and nats_to_bits
  /// What is asked for. For better_model 0 or 1, the model; for spot_the_error the line's index.
  double answer = 0.0;
  std::vector<Trap> traps{};           // for the kinds that are answered with a number
  std::vector<WorkedLine> lines{};     // for spot_the_error
  Slip slip = Slip::percentage;        // for spot_the_error
  std::vector<Expression> solution{};  // statements that lead to the answer
};

/// `seed` may be any number; `level` is held to 1 ... kLevels.
[[nodiscard]] Exercise exercise(std::uint32_t seed, ExerciseKind kind, int level);

struct ExerciseJudgement {
  Judgement answer{};                // verdict wrong_turn: its `turn`, unless `mistake` is set
  std::optional<Mistake> mistake{};  // only where the verdict is wrong_turn
};

/// Judges a number that was typed as the answer, by the rules of judge (answer.hpp); for the kinds
/// that are answered with a number.
[[nodiscard]] ExerciseJudgement judge(std::string_view utf8, const Exercise& exercise,
                                      char decimal_mark = '.');

}  // namespace bce

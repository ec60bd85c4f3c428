/// Exercises without end: each follows from a seed, a kind and a level, and is the same everywhere
/// and for ever, for a link to it may be shared.
///
/// What a learner may get wrong is known for each, and told apart from the answer and from what
/// else may go wrong (told_apart, question.hpp).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "bce/expression.hpp"
#include "bce/question.hpp"
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

using ExerciseJudgement = QuestionJudgement;

/// Judges a number that was typed as the answer, by the rules of judge (answer.hpp); for the kinds
/// that are answered with a number.
[[nodiscard]] ExerciseJudgement judge(std::string_view utf8, const Exercise& exercise,
                                      char decimal_mark = '.');

}  // namespace bce

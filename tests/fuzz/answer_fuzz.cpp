/// Any bytes as an answer: nothing crashes, hangs or is called right that is not.
///
/// The whole input is the text; which problem it answers follows from it, so that the files of the
/// corpus are what a learner typed, and nothing else.
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "../core/as_typed.hpp"
#include "../core/most_work.hpp"
#include "bce/answer.hpp"
#include "bce/variants.hpp"
#include "bce/work.hpp"
#include "bce/worked.hpp"

namespace {

struct Given {
  double label;
  double probability;
};

constexpr Given kProblems[] = {{1.0, 0.85}, {1.0, 0.85}, {0.0, 0.85}, {1.0, 0.99}, {1.0, 0.567},
                               {1.0, 0.5},  {0.3, 0.7},  {1.0, 1.0},  {1.0, 0.0},  {0.0, 1e-9}};

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

std::uint64_t mixed(std::string_view text) {
  std::uint64_t hash = 14695981039346656037U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
  return hash >> 7U;
}

/// The loss by the C library, independently of core.
double reference(const Given& given, bce::Unit unit) {
  const double y = given.label;
  const double p = given.probability;
  const double nats =
      (y == 0.0 ? 0.0 : -y * std::log(p)) + (y == 1.0 ? 0.0 : -(1.0 - y) * std::log1p(-p));
  return unit == bce::Unit::bits       ? nats / std::log(2.0)
         : unit == bce::Unit::hartleys ? nats / std::log(10.0)
                                       : nats;
}

/// Whether the value has the first three figures of the loss, rounded or cut off.
bool agrees(double value, double loss) {
  if (loss == 0.0 || std::isinf(loss)) return value == loss;
  const double third = std::pow(10.0, std::floor(std::log10(loss) + 1e-12) - 2.0);
  return std::fabs(value - loss) <= third * (1.0 + 1e-9);
}

void reads(std::string_view text) {
  const auto parsed = bce::parse(text);
  if (!parsed.ok()) {
    require(parsed.error().position + parsed.error().length <= 2 * text.size(),
            "a fault lies inside");
    return;
  }
  const auto value = bce::evaluate(*parsed, {});
  require(!value.ok() || !std::isnan(*value), "a value is a number");
  const auto enclosure = bce::enclose(*parsed, {});
  require(enclosure.ok() == value.ok(), "what has a value has an enclosure");
  require(!enclosure.ok() || enclosure->radius >= 0.0, "a radius is not negative");

  const std::string printed = bce::as_typed(bce::tokens(*parsed));
  const auto again = bce::parse(printed);
  // Brackets and digits make it longer than what was typed.
  if (!again.ok()) {
    const auto code = again.error().code;
    require(code == bce::ParseErrorCode::too_long || code == bce::ParseErrorCode::too_deep,
            "what is printed can be read");
    return;
  }
  require(*again == *parsed, "what is printed reads back as the same tree");
}

void judges(std::string_view text) {
  const std::uint64_t choice = mixed(text);
  const Given& given = kProblems[choice % std::size(kProblems)];
  const auto y = bce::Label::from(given.label);
  const auto p = bce::Probability::from(given.probability);
  if (!y.ok() || !p.ok()) return;
  const char mark = (choice >> 8U) % 4 == 0 ? ',' : '.';
  bce::work_spent = 0;
  const bce::Judgement judgement = bce::judge(text, *y, *p, mark);
  require(bce::work_spent <= bce::kMostToJudge, "judging is bounded");
  require(!std::isnan(judgement.value), "a judged value is a number");
  const bool read = judgement.verdict != bce::Verdict::empty &&
                    (judgement.verdict != bce::Verdict::unreadable || judgement.fault);
  require(judgement.reading.has_value() == read, "what was read is said");
  const bool right =
      bce::is_right(judgement.verdict) || judgement.verdict == bce::Verdict::other_unit;
  if (!right) return;
  const double loss = reference(given, judgement.unit.value_or(bce::Unit::nats));
  require(agrees(judgement.value, loss), "what is called right is right");
}

/// As a line of a solution, and as the answer to an exercise.
void studies(std::string_view text) {
  static const bce::Example soft{*bce::Label::from(0.3),
                                 *bce::Prediction::from(bce::Axis::probability, 0.85)};
  static const std::vector<bce::WorkedLine> lines = bce::work(soft);
  bce::work_spent = 0;
  const bce::LineJudgement line = bce::judge_line(text, soft, lines, 1);
  require(bce::work_spent <= bce::kMostToJudgeLine, "judging a line is bounded");
  const bool on =
      line.verdict == bce::LineVerdict::right || line.verdict == bce::LineVerdict::ahead;
  require(!on || (line.reached > 1 && line.reached < lines.size()), "a right line leads on");

  static const std::vector<bce::Exercise> exercises = {
      bce::exercise(7, bce::ExerciseKind::loss_at_logit, 3),
      bce::exercise(7, bce::ExerciseKind::find_p, 3),
      bce::exercise(7, bce::ExerciseKind::batch_mean, 3),
      bce::exercise(7, bce::ExerciseKind::nats_to_bits, 3)};
  const bce::Exercise& exercise = exercises[mixed(text) % exercises.size()];
  bce::work_spent = 0;
  const bce::ExerciseJudgement judgement = bce::judge(text, exercise);
  require(bce::work_spent <= bce::kMostToJudge, "judging an exercise is bounded");
  require(!std::isnan(judgement.answer.value), "a judged value is a number");
  require(
      !bce::is_right(judgement.answer.verdict) || agrees(judgement.answer.value, exercise.answer),
      "what is called right is right");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  reads(text);
  judges(text);
  studies(text);
  return 0;
}

#include "bce/variants.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <utility>

#include "bce/elementary.hpp"
#include "bce/numeric.hpp"
#include "bce/precision.hpp"
#include "bce/random.hpp"
#include "bce/work.hpp"
#include "statement.hpp"

namespace bce {

namespace {

constexpr int kMostDraws = 1000;
constexpr int kWritten = 17;

/// By level, from 0.
constexpr std::array<int, kLevels> kSteps = {20, 100, 100, 1000, 1000};  // p in 1/20, 1/100 ...
constexpr std::array<int, kLevels> kLogitSteps = {1, 2, 5, 10, 100};
constexpr std::array<int, kLevels> kLossSteps = {2, 5, 10, 100, 1000};
constexpr std::array<int, kLevels> kRows = {2, 2, 3, 4, 5};
/// How much worse the worse model is, at least and at most, as a ratio.
constexpr std::array<double, kLevels> kLeastGap = {1.6, 1.4, 1.25, 1.15, 1.08};

Expression written(double number) { return {number, kWritten}; }

/// numerator / steps: the double nearest to the decimal, where steps is a power of ten or divides
/// one.
double share(int numerator, int steps) {
  return static_cast<double>(numerator) / static_cast<double>(steps);
}

Label label(double y) { return *Label::from(y); }
Probability probability(double p) { return *Probability::from(p); }
Example with_p(double y, double p) { return {label(y), *Prediction::from(Axis::probability, p)}; }
Example with_logit(double y, double z) { return {label(y), *Prediction::from(Axis::logit, z)}; }

/// What answer.hpp knows, which may grow.
Traps wrong_turns(Label y, Probability p) {
  Traps traps;
  for (const WrongValue& wrong : wrong_values(y, p)) {
    add(traps, {wrong.turn, wrong.value, wrong.either_sign});
  }
  return traps;
}

/// What answer.hpp knew when version 1 was made. It decides which draws are fair, so it stays as it
/// is, whatever is added there.
Traps wrong_turns_of_version_1(double y, double p) {
  const double of_one = elementary::ln(p);
  const double of_zero = elementary::ln_1p(-p);
  const double loss = y == 1.0 ? -of_one : -of_zero;
  const double ln_hundred = 2.0 * std::numbers::ln10;
  return {{WrongTurn::lost_minus, -loss},
          {WrongTurn::base_ten, loss / std::numbers::ln10, true},
          {WrongTurn::base_two, loss / std::numbers::ln2, true},
          {WrongTurn::other_term, y == 1.0 ? of_zero : of_one, true},
          {WrongTurn::percentage, ln_hundred - loss, true},
          {WrongTurn::squared_error, (y - p) * (y - p)},
          {WrongTurn::squared_error, (y - p) * (y - p) / 2.0},
          {WrongTurn::absolute_error, std::fabs(y - p)},
          {WrongTurn::probability, p},
          {WrongTurn::complement, 1.0 - p},
          {WrongTurn::percentage, 100.0 * p},
          {WrongTurn::hundredfold, 100.0 * loss},
          {WrongTurn::misplaced_point, 10.0 * loss},
          {WrongTurn::misplaced_point, loss / 10.0},
          {WrongTurn::misplaced_point, loss / 100.0},
          {WrongTurn::halved, loss / 2.0},
          {WrongTurn::both_terms, of_one + of_zero, true},
          {WrongTurn::entropy, p * of_one + (1.0 - p) * of_zero, true},
          {WrongTurn::own_weight, y == 1.0 ? p * of_one : (1.0 - p) * of_zero, true},
          {WrongTurn::logit, elementary::ln(1.0 + elementary::exp(p)) - y * p},
          {WrongTurn::slope, (p - y) / (p * (1.0 - p)), true},
          {WrongTurn::slope_in_logit, p - y}};
}

void solve(Exercise& e, const Example& example) {
  for (const WorkedLine& line : work(example)) e.solution.push_back(shown(line));
}

Expression computed(double number) { return rounded(Expression(number), kWorkedFigures); }

double mean_of(const std::vector<double>& labels, const std::vector<double>& predictions) {
  const auto mean = mean_loss(labels, predictions);
  return mean.ok() ? *mean : 0.0;
}

/// One draw of an exercise; false where it is not a fair one.
class Draw {
 public:
  Draw(Random& random, int level) : random_(random), at_(static_cast<std::size_t>(level - 1)) {}

  bool fill(Exercise& e) {
    switch (e.kind) {
      case ExerciseKind::loss_for_one:
        return loss_of(e, 1.0);
      case ExerciseKind::loss_for_zero:
        return loss_of(e, 0.0);
      case ExerciseKind::loss_at_logit:
        return loss_at_logit(e);
      case ExerciseKind::find_p:
        return find_p(e);
      case ExerciseKind::batch_mean:
        return batch_mean(e);
      case ExerciseKind::nats_to_bits:
        return nats_to_bits(e);
      case ExerciseKind::better_model:
        return better_model(e);
      case ExerciseKind::spot_the_error:
        return spot_the_error(e);
    }
    return false;
  }

 private:
  double any_probability() {
    const int steps = kSteps[at_];
    return share(random_.between(1, steps - 1), steps);
  }
  double any_label() { return random_.below(2) == 1 ? 1.0 : 0.0; }

  bool loss_of(Exercise& e, double y) {
    const Example example = with_p(y, any_probability());
    e.labels = {y};
    e.predictions = {example.prediction.probability().value()};
    e.answer = loss(example);
    if (!told_apart(wrong_turns_of_version_1(y, e.predictions[0]), e.answer)) return false;
    e.traps = wrong_turns(example.label, example.prediction.probability());
    solve(e, example);
    return true;
  }

  bool loss_at_logit(Exercise& e) {
    const int steps = kLogitSteps[at_];
    const double z = share(random_.between(-6 * steps, 6 * steps), steps);
    const Example example = with_logit(any_label(), z);
    if (z == 0.0) return false;
    e.labels = {example.label.value()};
    e.predictions = {z};
    e.answer = loss(example);
    const Probability p = example.prediction.probability();
    const Trap of_logit{Mistake::logit_as_p, elementary::ln(std::fabs(z)), true};
    Traps first = wrong_turns_of_version_1(e.labels[0], p.value());
    first.push_back(of_logit);
    if (!told_apart(first, e.answer)) return false;
    e.traps = wrong_turns(example.label, p);
    add(e.traps, of_logit);
    solve(e, example);
    return true;
  }

  bool find_p(Exercise& e) {
    const int steps = kLossSteps[at_];
    const double y = any_label();
    e.given = share(random_.between(1, 4 * steps), steps);
    const double power = elementary::exp(-e.given);
    e.answer = y == 1.0 ? power : 1.0 - power;
    e.labels = {y};
    e.predictions = {e.answer};
    const auto of = [y](double q) { return y == 1.0 ? q : 1.0 - q; };
    add(e.traps, Mistake::other_outcome, 1.0 - e.answer);
    add(e.traps, Mistake::straight_line, of(1.0 - e.given));
    add(e.traps, Mistake::power_of_ten, of(elementary::exp(-e.given * std::numbers::ln10)));
    add(e.traps, Mistake::power_of_two, of(elementary::exp(-e.given * std::numbers::ln2)));
    add(e.traps, Mistake::growing_power, of(elementary::exp(e.given)));
    if (!told_apart(e.traps, e.answer)) return false;
    const Expression p = Symbol::probability;
    const Expression given = written(e.given);
    const Expression q = y == 1.0 ? p : 1.0 - p;
    const Expression exponential(Op::exp, {-given});
    e.solution.push_back(equals(-ln(q), given));
    e.solution.push_back(equals(q, exponential));
    e.solution.push_back(approximates(q, computed(power)));
    if (y == 0.0) e.solution.push_back(approximates(p, computed(e.answer)));
    return true;
  }

  std::vector<double> probabilities() {
    std::vector<double> drawn;
    for (int i = 0; i < kRows[at_]; ++i) drawn.push_back(any_probability());
    return drawn;
  }

  /// Labels with both outcomes among them.
  bool labels(Exercise& e) {
    for (int i = 0; i < kRows[at_]; ++i) e.labels.push_back(any_label());
    const auto ones = std::count(e.labels.begin(), e.labels.end(), 1.0);
    return ones > 0 && ones < kRows[at_];
  }

  bool batch_mean(Exercise& e) {
    if (!labels(e)) return false;
    e.predictions = probabilities();
    const auto count = static_cast<double>(e.labels.size());
    e.answer = mean_of(e.labels, e.predictions);
    std::vector<double> swapped;
    for (const double y : e.labels) swapped.push_back(1.0 - y);
    const std::vector<double> ones(e.labels.size(), 1.0);
    add(e.traps, Mistake::sum, e.answer * count);
    add(e.traps, Mistake::labels_ignored, mean_of(ones, e.predictions));
    add(e.traps, Mistake::terms_swapped, mean_of(swapped, e.predictions));
    add(e.traps, Mistake::ten_for_e, e.answer / std::numbers::ln10, true);
    add(e.traps, Mistake::two_for_e, e.answer / std::numbers::ln2, true);
    add(e.traps, Mistake::minus_lost, -e.answer);
    if (!told_apart(e.traps, e.answer)) return false;
    explain_mean(e, e.predictions);
    return true;
  }

  /// J = -(1/N)(ln ... + ln ...), and its value.
  static void explain_mean(Exercise& e, const std::vector<double>& predictions) {
    std::optional<Expression> terms;
    for (std::size_t i = 0; i < e.labels.size(); ++i) {
      const Expression p = written(predictions[i]);
      const Expression term = ln(e.labels[i] == 1.0 ? p : 1.0 - p);
      terms = terms ? *terms + term : term;
    }
    const Expression count = static_cast<double>(e.labels.size());
    const Expression mean = Symbol::mean_loss;
    e.solution.push_back(equals(mean, -(1.0 / count * *terms)));
    e.solution.push_back(approximates(mean, computed(mean_of(e.labels, predictions))));
  }

  bool nats_to_bits(Exercise& e) {
    const int steps = 5 * kLossSteps[at_];
    e.given = share(random_.between(1, 5 * steps), steps);
    e.answer = in_unit(Unit::bits, e.given);
    add(e.traps, Mistake::multiplied, e.given * std::numbers::ln2);
    add(e.traps, Mistake::hartleys, in_unit(Unit::hartleys, e.given));
    add(e.traps, Mistake::unchanged, e.given);
    add(e.traps, Mistake::minus_lost, -e.answer);
    if (!told_apart(e.traps, e.answer)) return false;
    const Expression quotient = written(e.given) / ln(written(2.0));
    e.solution.push_back(approximates(quotient, computed(e.answer)));
    return true;
  }

  bool better_model(Exercise& e) {
    if (!labels(e)) return false;
    e.predictions = probabilities();
    e.rivals = probabilities();
    const double first = mean_of(e.labels, e.predictions);
    const double second = mean_of(e.labels, e.rivals);
    const double gap = std::max(first, second) / std::min(first, second);
    if (!(gap >= kLeastGap[at_]) || gap > 2.0 * kLeastGap[at_]) return false;
    e.answer = first < second ? 0.0 : 1.0;
    explain_mean(e, e.predictions);
    explain_mean(e, e.rivals);
    return true;
  }

  bool spot_the_error(Exercise& e) {
    // One after the other: compilers differ in which of two arguments they draw first.
    const double y = any_label();
    const Example example = with_p(y, any_probability());
    e.slip = static_cast<Slip>(random_.below(kSlips));
    auto spoilt = work_with(e.slip, example);
    if (!spoilt) return false;
    e.labels = {example.label.value()};
    e.predictions = {example.prediction.probability().value()};
    e.lines = std::move(spoilt->lines);
    e.answer = static_cast<double>(spoilt->wrong);
    solve(e, example);
    return true;
  }

  Random& random_;
  std::size_t at_;
};

/// A computed number, and what rounding may have done to it on the way.
Enclosure nearly(double value) { return {value, std::fabs(value) * 0x1p-48}; }

/// What the letters stand for, for what stands beside the answer in a statement.
Environment letters(const Exercise& e) {
  Environment result;
  const bool given = e.kind == ExerciseKind::find_p || e.kind == ExerciseKind::nats_to_bits;
  result.set(Symbol::loss, given ? Enclosure(e.given) : nearly(e.answer));
  if (e.labels.size() != 1) return result;
  const double at = e.predictions[0];
  const bool logit = e.kind == ExerciseKind::loss_at_logit;
  if (logit) result.set(Symbol::logit, at);
  result.set(Symbol::label, e.labels[0]);
  return result.set(Symbol::probability, nearly(logit ? sigmoid(at) : at));
}

/// A mean loss may have either letter.
Question question(const Exercise& e) {
  const bool for_p = e.kind == ExerciseKind::find_p;
  const bool in_bits = e.kind == ExerciseKind::nats_to_bits;
  return {.answer = nearly(e.answer),
          .traps = e.traps,
          .letters = letters(e),
          .names = for_p ? std::vector{Symbol::probability}
                         : std::vector{Symbol::loss, Symbol::mean_loss},
          .unit = for_p ? std::nullopt : std::optional(in_bits ? Unit::bits : Unit::nats)};
}

bool asks_for_loss(const Exercise& e) {
  return e.kind == ExerciseKind::loss_for_one || e.kind == ExerciseKind::loss_for_zero;
}

}  // namespace

Exercise exercise(std::uint32_t seed, ExerciseKind kind, int level) {
  const int held = std::clamp(level, 1, kLevels);
  const auto stream = static_cast<std::uint64_t>(kind) * kLevels + static_cast<std::uint64_t>(held);
  Random random((stream << 32U) | seed);
  Draw draw(random, held);
  for (int i = 0; i < kMostDraws; ++i) {
    Exercise drawn{.kind = kind, .level = held};
    if (draw.fill(drawn)) return drawn;
  }
  // Not met by any of 100,000 seeds (variants_test.cpp); still, a loop has to end.
  return kind == ExerciseKind::loss_for_one && held == 1 ? Exercise{} : exercise(0, kind, 1);
}

ExerciseJudgement judge(std::string_view utf8, const Exercise& e, char decimal_mark) {
  if (asks_for_loss(e)) {
    return {judge(utf8, label(e.labels[0]), probability(e.predictions[0]), decimal_mark),
            std::nullopt};
  }
  return judge(utf8, question(e), decimal_mark);
}

}  // namespace bce

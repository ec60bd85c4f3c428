#include "bce/derivation.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>

#include "bce/elementary.hpp"

namespace bce {

namespace {

constexpr double kAgreement = 1e-12;
constexpr std::uint64_t kLeastTooLong = 10'000'000;  // has one digit more than kFigures
static_assert(kFigures == 7);
constexpr double kHiddenError =
    1e-9;  // relative: does not show in kFigures figures of a short decimal

/// Whether both are the same number once rounded to kFigures significant figures.
bool same_figures(double a, double b) {
  if (a == b) return true;
  double larger = std::max(std::fabs(a), std::fabs(b));
  double scale = 1.0;
  // Both in units of the last figure. Neither is 0 or subnormal here without the other being at
  // least 1e-300, so the scale stays finite.
  for (; larger * scale < static_cast<double>(kLeastTooLong) / 10; scale *= 10) {
  }
  for (; larger * scale >= static_cast<double>(kLeastTooLong); scale /= 10) {
  }
  return std::round(a * scale) == std::round(b * scale);
}

std::uint64_t without_trailing_zeros(std::uint64_t n) {
  while (n != 0 && n % 10 == 0) n /= 10;
  return n;
}

/// The significant digits of p, or of 1 - p, as a whole number: of the decimal that p was typed as,
/// the shortest that gives this double. 0 where they are too many to matter.
std::uint64_t digits_of(double p, bool complement) {
  constexpr int kMostPlaces = 19;  // 10^19 still fits
  std::uint64_t ten_to_places = 1;
  for (int places = 1; places <= kMostPlaces; ++places) {
    ten_to_places *= 10;
    const auto scale = static_cast<double>(ten_to_places);
    const double n = std::round(p * scale);
    if (n >= 1e15) return 0;  // more digits than a double tells apart
    if (n / scale != p) continue;
    std::uint64_t digits = static_cast<std::uint64_t>(n);
    if (complement) {
      digits = ten_to_places - digits;
      // What p was typed as is 1 less this; where p is close to 1 the double of 1 - p is not.
      const double factor = static_cast<double>(digits) / scale;
      if (std::fabs((1.0 - p) - factor) > kHiddenError * factor) return 0;
    }
    digits = without_trailing_zeros(digits);
    return digits < kLeastTooLong ? digits : 0;
  }
  return 0;
}

bool hard(double label) { return label == 0.0 || label == 1.0; }
bool at_end(double probability) { return probability == 0.0 || probability == 1.0; }

/// Whether the product of the rows' factors has no more than kFigures significant figures.
bool product_is_short(std::span<const double> labels, std::span<const double> probabilities) {
  std::uint64_t product = 1;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const std::uint64_t digits = digits_of(probabilities[i], labels[i] == 0.0);
    constexpr std::uint64_t kRoom = std::uint64_t{1} << 40;  // times kLeastTooLong fits
    if (!hard(labels[i]) || digits == 0 || product > kRoom) return false;
    product = without_trailing_zeros(product * digits);
  }
  return product < kLeastTooLong;
}

std::optional<DataErrorCode> row_error(double label, double probability, Dropped dropped) {
  if (dropped == Dropped::binary_labels) {
    if (!(label >= 0.0 && label <= 1.0)) return DataErrorCode::label_out_of_range;
  } else if (!hard(label)) {
    return DataErrorCode::label_not_binary;
  }
  if (!std::isfinite(probability)) return DataErrorCode::probability_not_finite;
  if (probability < 0.0 || probability > 1.0) return DataErrorCode::probability_out_of_range;
  if (at_end(probability) && dropped != Dropped::inner_probabilities)
    return DataErrorCode::probability_at_end;
  return std::nullopt;
}

/// Whether an earlier row says the same.
bool repeats(std::span<const double> labels, std::span<const double> probabilities,
             std::size_t row) {
  for (std::size_t i = 0; i < row; ++i) {
    if (labels[i] == labels[row] && probabilities[i] == probabilities[row]) return true;
  }
  return false;
}

Breach breach_of(std::span<const double> labels, std::span<const double> probabilities,
                 Dropped dropped) {
  Breach breach;
  if (dropped == Dropped::inner_probabilities) breach.step = StepId::log_likelihood;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const double y = labels[i];
    const double p = probabilities[i];
    const bool breaks = (dropped == Dropped::binary_labels && !hard(y)) ||
                        (dropped == Dropped::independence && repeats(labels, probabilities, i)) ||
                        (dropped == Dropped::inner_probabilities && at_end(p));
    if (breaks) ++breach.rows;
    if (!breaks || dropped == Dropped::binary_labels)
      breach.instead *= y * p + (1.0 - y) * (1.0 - p);
  }
  if (breach.instead < std::numeric_limits<double>::min()) breach.instead = 0.0;
  return breach;
}

Step step(StepId id, Expression formula, Expression worked, const Environment& rows) {
  // Every label and every probability is in [0, 1], so the definitions have a value.
  const double value = *evaluate(formula.operands()[1], rows);
  return {.id = id,
          .formula = std::move(formula),
          .worked = std::move(worked),
          .value = value,
          .follows = value,
          .exact = value == 0.0 || std::isinf(value)};
}

void follow(Step& step, double follows) {
  step.follows = follows;
  step.agrees =
      follows == step.value ||  // both may be infinite
      std::fabs(follows - step.value) <= kAgreement * std::max(1.0, std::fabs(step.value));
  step.comparable = !step.agrees || same_figures(follows, step.value);
}

}  // namespace

std::array<Expression, 3> derivation_formulas() {
  const Expression y = Symbol::label_i;
  const Expression p = Symbol::probability_i;
  const Expression terms = sum(y * ln(p) + (1.0 - y) * ln(1.0 - p));
  return {equals(Symbol::likelihood, product(pow(p, y) * pow(1.0 - p, 1.0 - y))),
          equals(ln(Symbol::likelihood), terms),
          equals(Symbol::mean_loss, -(1.0 / Expression(Symbol::count) * terms))};
}

Result<Derivation, DataError> derive(std::span<const double> labels,
                                     std::span<const double> probabilities, Dropped dropped) {
  if (labels.size() != probabilities.size()) return DataError{DataErrorCode::lengths_differ, 0};
  if (labels.empty()) return DataError{DataErrorCode::no_rows, 0};
  if (labels.size() > kMostRows) return DataError{DataErrorCode::too_many_rows, 0};

  std::optional<Expression> factors;
  std::optional<Expression> terms;
  const auto times = [&](const Expression& next) { factors = factors ? *factors * next : next; };
  const auto plus = [&](const Expression& next) { terms = terms ? *terms + next : next; };
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (const auto error = row_error(labels[i], probabilities[i], dropped))
      return DataError{*error, i};
    const Expression y = labels[i];
    const Expression p = probabilities[i];
    if (hard(labels[i])) {
      const Expression factor = labels[i] == 1.0 ? p : 1.0 - p;
      times(factor);
      plus(ln(factor));
    } else {
      times(pow(p, y));
      times(pow(1.0 - p, 1.0 - y));
      plus(y * ln(p));
      plus((1.0 - y) * ln(1.0 - p));
    }
  }

  Environment rows;
  rows.labels = labels;
  rows.probabilities = probabilities;
  const auto count = static_cast<double>(labels.size());
  const std::array<Expression, 3> formulas = derivation_formulas();
  Step likelihood = step(StepId::likelihood, formulas[0], *factors, rows);
  Step log_likelihood = step(StepId::log_likelihood, formulas[1], *terms, rows);
  // Something exactly wrong: the product is 0 and nothing was lost on the way there.
  const bool wrong = std::isinf(log_likelihood.value);
  const Expression total = wrong ? -Expression(Op::infinity, {}) : Expression(log_likelihood.value);
  Step mean_loss = step(StepId::mean_loss, formulas[2],
                        labels.size() == 1 ? -total : -(1.0 / Expression(count) * total), rows);

  const bool underflowed = !wrong && likelihood.value < std::numeric_limits<double>::min();
  likelihood.exact = wrong || (!underflowed && product_is_short(labels, probabilities));
  if (underflowed) {
    log_likelihood.comparable = false;
  } else {
    follow(log_likelihood, elementary::ln(likelihood.value));
  }
  follow(mean_loss, -log_likelihood.value / count);
  return Derivation{{std::move(likelihood), std::move(log_likelihood), std::move(mean_loss)},
                    underflowed,
                    breach_of(labels, probabilities, dropped)};
}

}  // namespace bce

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

/// Whether the product of the rows' factors has no more than kFigures significant figures.
bool product_is_short(std::span<const double> labels, std::span<const double> probabilities) {
  std::uint64_t product = 1;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const std::uint64_t digits = digits_of(probabilities[i], labels[i] == 0.0);
    constexpr std::uint64_t kRoom = std::uint64_t{1} << 40;  // times kLeastTooLong fits
    if (digits == 0 || product > kRoom) return false;
    product = without_trailing_zeros(product * digits);
  }
  return product < kLeastTooLong;
}

std::optional<DataErrorCode> row_error(double label, double probability) {
  if (label != 0.0 && label != 1.0) return DataErrorCode::label_not_binary;
  if (!std::isfinite(probability)) return DataErrorCode::probability_not_finite;
  if (probability < 0.0 || probability > 1.0) return DataErrorCode::probability_out_of_range;
  if (probability == 0.0 || probability == 1.0) return DataErrorCode::probability_at_end;
  return std::nullopt;
}

Step step(StepId id, Expression formula, Expression worked, const Environment& rows) {
  // Every label is 0 or 1 and every probability inside (0, 1), so the definitions have a value.
  const double value = *evaluate(formula.operands()[1], rows);
  return {.id = id,
          .formula = std::move(formula),
          .worked = std::move(worked),
          .value = value,
          .follows = value};
}

void follow(Step& step, double follows) {
  step.follows = follows;
  step.agrees =
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
                                     std::span<const double> probabilities) {
  if (labels.size() != probabilities.size()) return DataError{DataErrorCode::lengths_differ, 0};
  if (labels.empty()) return DataError{DataErrorCode::no_rows, 0};
  if (labels.size() > kMostRows) return DataError{DataErrorCode::too_many_rows, 0};

  std::optional<Expression> factors;
  std::optional<Expression> terms;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (const auto error = row_error(labels[i], probabilities[i])) return DataError{*error, i};
    const Expression p = probabilities[i];
    const Expression factor = labels[i] == 1.0 ? p : 1.0 - p;
    factors = factors ? *factors * factor : factor;
    terms = terms ? *terms + ln(factor) : ln(factor);
  }

  Environment rows;
  rows.labels = labels;
  rows.probabilities = probabilities;
  const auto count = static_cast<double>(labels.size());
  const std::array<Expression, 3> formulas = derivation_formulas();
  Step likelihood = step(StepId::likelihood, formulas[0], *factors, rows);
  Step log_likelihood = step(StepId::log_likelihood, formulas[1], *terms, rows);
  const Expression total = log_likelihood.value;
  Step mean_loss = step(StepId::mean_loss, formulas[2],
                        labels.size() == 1 ? -total : -(1.0 / Expression(count) * total), rows);

  const bool underflowed = likelihood.value < std::numeric_limits<double>::min();
  likelihood.exact = !underflowed && product_is_short(labels, probabilities);
  if (underflowed) {
    log_likelihood.comparable = false;
  } else {
    follow(log_likelihood, elementary::ln(likelihood.value));
  }
  follow(mean_loss, -log_likelihood.value / count);
  return Derivation{{std::move(likelihood), std::move(log_likelihood), std::move(mean_loss)},
                    underflowed};
}

}  // namespace bce

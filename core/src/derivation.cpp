#include "bce/derivation.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include "bce/elementary.hpp"

namespace bce {

namespace {

constexpr double kAgreement = 1e-12;

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
  return {id, std::move(formula), std::move(worked), value, value, true};
}

void follow(Step& step, double follows) {
  step.follows = follows;
  step.agrees =
      std::fabs(follows - step.value) <= kAgreement * std::max(1.0, std::fabs(step.value));
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
  Step mean_loss =
      step(StepId::mean_loss, formulas[2], -(1.0 / Expression(count) * log_likelihood.value), rows);

  const bool underflowed = likelihood.value < std::numeric_limits<double>::min();
  if (!underflowed) follow(log_likelihood, elementary::ln(likelihood.value));
  follow(mean_loss, -log_likelihood.value / count);
  return Derivation{{std::move(likelihood), std::move(log_likelihood), std::move(mean_loss)},
                    underflowed};
}

}  // namespace bce

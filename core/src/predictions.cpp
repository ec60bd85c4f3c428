#include "bce/predictions.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>

#include "bce/elementary.hpp"

namespace bce {
namespace {

// Inside of these no library changes a loss (libraries.hpp): the widest margin is Keras's.
constexpr double kLeastInner = 1e-7;
constexpr double kMostInner = 1.0 - 1e-7;

constexpr std::array<Library, kLibraries> kEach = {Library::pytorch, Library::keras,
                                                   Library::scikit_learn};

constexpr std::size_t index(Library library) { return static_cast<std::size_t>(library); }

// e to the minus kLossEdges: what the truth is given where the loss is one of them.
constexpr double kGivenEdges[] = {0.8824969025845955,    0.7788007830714049, 0.6065306597126334,
                                  0.36787944117144233,   0.1353352832366127, 0.01831563888873418,
                                  0.00033546262790251185};
static_assert(std::size(kGivenEdges) == std::size(kLossEdges));

/// What an example is, and where it is known without a logarithm of its own, what it gives to the
/// truth.
struct Example {
  Label label;
  Probability probability;
  std::optional<double> given;
  double loss_of_logit = 0.0;
};

Result<Example, LossError> example(Scale scale, double label, double value) noexcept {
  const auto y = Label::from(label);
  if (!y.ok()) return y.error();
  if (scale == Scale::logit) {
    const auto z = Logit::from(value);
    if (!z.ok()) return z.error();
    return Example{*y, *Probability::from(sigmoid(z->value())), std::nullopt,
                   loss_from_logit(*y, *z)};
  }
  const auto p = Probability::from(scale == Scale::percentage ? value / 100.0 : value);
  if (!p.ok()) return p.error();
  if (!y->hard()) return Example{*y, *p, std::nullopt};
  return Example{*y, *p, y->value() == 1.0 ? p->value() : 1.0 - p->value()};
}

std::size_t range_of(double loss) noexcept {
  if (std::isinf(loss)) return kLossRanges - 1;
  const auto* const above = std::upper_bound(std::begin(kLossEdges), std::end(kLossEdges), loss);
  return static_cast<std::size_t>(above - std::begin(kLossEdges));
}

std::size_t range_of_given(double given) noexcept {
  if (given == 0.0) return kLossRanges - 1;
  std::size_t range = 0;
  for (const double edge : kGivenEdges) range += given <= edge ? 1U : 0U;
  return range;
}

/// By more than the roundings of two ways to the same number.
bool differs(double reported, double own) noexcept {
  return std::isinf(own) || std::fabs(reported - own) > 1e-12 * own;
}

std::size_t tenth_of(double probability) noexcept {
  return std::min(static_cast<std::size_t>(probability * 10.0), kTenths - 1);
}

}  // namespace

void Predictions::enter(double number, Label label, Probability probability, double loss) noexcept {
  if (loss <= costliest_.back().loss) return;
  const auto place = std::find_if(costliest_.begin(), costliest_.end(),
                                  [loss](const CostlyRow& row) { return loss > row.loss; });
  std::move_backward(place, costliest_.end() - 1, costliest_.end());
  *place = {number, label.value(), probability.value(), loss};
  // A little more than it takes: who is let in is measured exactly.
  const double least = costliest_.back().loss;
  if (least >= 0.0) given_ = elementary::exp(-least) * (1.0 + 1e-9);
}

std::vector<BadRow> Predictions::add(Scale scale, std::span<const double> labels,
                                     std::span<const double> values,
                                     std::span<const double> numbers) {
  std::vector<BadRow> bad;
  // Gathered, because many rows are summed faster than each on its own.
  std::vector<double> inner_labels;
  std::vector<double> inner_probabilities;
  for (std::size_t row = 0; row < labels.size(); ++row) {
    const auto read = example(scale, labels[row], values[row]);
    if (!read.ok()) {
      bad.push_back({numbers[row], read.error()});
      continue;
    }
    const double y = read->label.value();
    const double p = read->probability.value();
    rows_ += 1.0;
    labels_.add(y);
    Tenth& tenth = tenths_[tenth_of(p)];
    tenth.count += 1.0;
    tenth.probabilities.add(p);
    tenth.labels.add(y);
    const bool inner = scale != Scale::logit && p >= kLeastInner && p <= kMostInner;
    if (inner) {
      inner_labels.push_back(y);
      inner_probabilities.push_back(p);
    }
    if (inner && read->given) {
      losses_[range_of_given(*read->given)] += 1.0;
      if (*read->given <= given_) {
        enter(numbers[row], read->label, read->probability, loss(read->label, read->probability));
      }
      continue;
    }
    const double own = loss(read->label, read->probability);
    const double cost = scale == Scale::logit ? read->loss_of_logit : own;
    losses_[range_of(cost)] += 1.0;
    enter(numbers[row], read->label, read->probability, cost);
    if (inner) continue;
    outer_.add(cost);
    for (const Library library : kEach) {
      const double reported = reported_loss(library, read->label, read->probability);
      reported_[index(library)].add(reported);
      if (differs(reported, own)) clamped_[index(library)] += 1.0;
    }
  }
  // Every row of it has been found to be an example.
  [[maybe_unused]] const auto error = inner_.add(inner_labels, inner_probabilities);
  return bad;
}

double Predictions::sum() const noexcept { return inner_.value() + outer_.value(); }

double Predictions::base_rate() const noexcept { return labels_.value() / rows_; }

double Predictions::reported_sum(Library library) const noexcept {
  return inner_.value() + reported_[index(library)].value();
}

double Predictions::clamped(Library library) const noexcept { return clamped_[index(library)]; }

std::span<const CostlyRow> Predictions::costliest() const noexcept {
  const auto none = std::find_if(costliest_.begin(), costliest_.end(),
                                 [](const CostlyRow& row) { return row.loss < 0.0; });
  return {costliest_.begin(), none};
}

}  // namespace bce

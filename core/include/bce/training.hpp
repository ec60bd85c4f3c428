/// Logistic regression on one or two features, trained by full-batch gradient descent.
///
/// Model    p = sigmoid(z), z = bias + first x1 + second x2; with one feature x2 is left out.
/// Domain   at least one example; finite features; labels 0 or 1; finite weights; a rate above 0.
/// Units    the cross-entropy in nats; the squared error, 1/2 (p - y)^2, a pure number.
/// Errors   where arrays become Examples; after that everything is total and noexcept.
/// Edges    the loss is taken from z, so a confident mistake costs what it costs and never
/// infinity.
///          Where weights, loss or gradient leave the doubles, the step is not taken and the course
///          is `diverged`: nothing that is returned is infinite or NaN.
/// Accuracy loss and gradient 1e-13 of the mean size of their addends, for up to 10,000 examples.
///          The same bits in every build: the order of the additions is written down, and no
///          operation is left to a C library.
/// Source   Bishop, Pattern Recognition and Machine Learning (2006), section 4.3.2 (the gradient);
///          Nesterov, Lectures on Convex Optimization (2018), section 1.2.3 (the safe rate).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "bce/result.hpp"

namespace bce {

/// What is minimised, as a function of sigmoid's output.
enum class TrainingLoss : std::uint8_t { cross_entropy, squared_error };

enum class TrainingError : std::uint8_t {
  no_examples,
  lengths_differ,
  feature_not_finite,
  label_not_binary,
  weight_not_finite,
  rate_not_positive,
};

/// Examples in contiguous arrays, borrowed.
class Examples {
 public:
  /// `second` is empty where there is one feature.
  [[nodiscard]] static Result<Examples, TrainingError> from(
      std::span<const double> first, std::span<const double> second,
      std::span<const double> labels) noexcept;

  [[nodiscard]] std::span<const double> first() const noexcept { return first_; }
  [[nodiscard]] std::span<const double> second() const noexcept { return second_; }
  [[nodiscard]] std::span<const double> labels() const noexcept { return labels_; }
  [[nodiscard]] std::size_t size() const noexcept { return labels_.size(); }

 private:
  Examples(std::span<const double> first, std::span<const double> second,
           std::span<const double> labels) noexcept
      : first_(first), second_(second), labels_(labels) {}
  std::span<const double> first_;
  std::span<const double> second_;
  std::span<const double> labels_;
};

/// The model; or the slope of the mean loss along each of its weights.
struct Weights {
  double bias = 0.0;
  double first = 0.0;
  double second = 0.0;
};

/// How a model does on the examples.
struct Fit {
  double mean_loss = 0.0;
  /// Of the mean loss, by the weights: the mean of (p - y) x for the cross-entropy, of
  /// (p - y) p (1 - p) x for the squared error.
  Weights gradient{};
  /// Examples that the model takes for the other kind; p >= 1/2 says 1.
  std::size_t wrong = 0;
  /// Every example is strictly on its own side of p = 1/2. Then larger weights of the same
  /// proportions have a smaller loss, without end.
  bool separated = false;
  /// False where something is beyond the largest double; then the rest means nothing.
  bool finite = true;
};
[[nodiscard]] Fit fit(const Examples& examples, const Weights& weights, TrainingLoss loss) noexcept;

/// Of each example, in their order. Both spans have the size of the examples.
void each(const Examples& examples, const Weights& weights, TrainingLoss loss,
          std::span<double> losses, std::span<double> probabilities) noexcept;

/// The example that costs most, the first of equals, and its share of the sum; 0 of 0 is 0.
struct Dearest {
  std::size_t index = 0;
  double share = 0.0;
};
[[nodiscard]] Dearest dearest(std::span<const double> losses) noexcept;

/// The length of the gradient.
[[nodiscard]] double size_of(const Weights& gradient) noexcept;

/// Where the training has got to. The first that holds.
enum class Course : std::uint8_t {
  /// A step would have left the doubles, and was not taken.
  diverged,
  /// Among the latest steps some have raised the loss: the rate is too high.
  leaping,
  /// The examples are separated: the loss tends to 0, and the weights grow without end.
  endless,
  /// At least half of the examples are wrong, and there is hardly a slope to follow.
  stalled,
  /// Hardly a slope is left, as at the lowest point.
  settled,
  falling,
};
inline constexpr double kStalledSlope = 0.025;
inline constexpr double kSettledSlope = 1e-4;
/// As many steps are the latest ones.
inline constexpr std::size_t kLatestSteps = 12;

struct Training {
  Weights weights{};
  Fit fit{};
  /// Mean losses: those that came in, and one for each step that was taken.
  std::vector<double> losses;
  Course course = Course::falling;
};

/// So many steps of weights - rate * gradient. `before` are the losses of the latest steps up to
/// these weights, oldest first; the last is that of `weights` themselves. Where it is empty, this
/// is the start. Weights finite, rate above 0.
[[nodiscard]] Training train(const Examples& examples, const Weights& weights, TrainingLoss loss,
                             double rate, std::size_t steps, std::span<const double> before);

/// Up to this rate no step raises the loss, for either loss and from any weights: 2 / B, where B
/// bounds the curvature of the mean loss: a quarter of the largest eigenvalue of the mean of x x^T,
/// x = (1, x1, x2). At most a hundredth below 8 / that eigenvalue. Infinite nowhere, since x holds
/// a 1; 0 where the features are beyond 1e150.
[[nodiscard]] double safe_rate(const Examples& examples) noexcept;

/// Where training starts.
enum class Start : std::uint8_t {
  /// All weights 0: p = 1/2 everywhere.
  level,
  /// From a seed, each weight between -2 and 2, in tenths.
  chance,
  /// Sure of the opposite of what the features say, as far as large values speak for 1.
  wrong,
};
[[nodiscard]] Weights starting_weights(Start start, std::uint32_t seed, int features) noexcept;

}  // namespace bce

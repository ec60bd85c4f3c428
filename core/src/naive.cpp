#include "bce/naive.hpp"

#include <cmath>
#include <type_traits>

#include "bce/elementary.hpp"
#include "bce/numeric.hpp"

namespace bce {
namespace {

/// `Real` rounds at every assignment: arithmetic of floats is that of floats.
template <class Real>
NaiveLoss steps(double label, double logit) noexcept {
  const auto y = static_cast<Real>(label);
  const auto z = static_cast<Real>(logit);
  const auto power = static_cast<Real>(elementary::exp(-static_cast<double>(z)));
  const auto p = static_cast<Real>(Real{1} / (Real{1} + power));
  const auto complement = static_cast<Real>(Real{1} - p);
  const auto ln_p = static_cast<Real>(elementary::ln(static_cast<double>(p)));
  const auto ln_complement = static_cast<Real>(elementary::ln(static_cast<double>(complement)));
  const auto other = static_cast<Real>(Real{1} - y);
  const auto loss = static_cast<Real>(-(y * ln_p + other * ln_complement));
  // 0 has no sign to be shown.
  return {static_cast<double>(power),
          static_cast<double>(p),
          static_cast<double>(complement),
          static_cast<double>(ln_p) + 0.0,
          static_cast<double>(ln_complement) + 0.0,
          static_cast<double>(loss) + 0.0};
}

}  // namespace

NaiveLoss naive_loss(Precision precision, Label y, Logit z) noexcept {
  return precision == Precision::float32 ? steps<float>(y.value(), z.value())
                                         : steps<double>(y.value(), z.value());
}

LossParts loss_parts(Label y, Logit z) noexcept {
  return {std::fmax(z.value(), 0.0), z.value() * y.value() + 0.0, softplus_tail(z.value())};
}

std::vector<Run> naive_curve(Precision precision, Label y, const View& view) {
  return sample(
      [=](double z) {
        const auto logit = Logit::from(z);
        return logit ? naive_loss(precision, y, *logit).loss : std::nan("");
      },
      view);
}

}  // namespace bce

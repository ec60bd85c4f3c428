#include "bce/libraries.hpp"

#include <algorithm>

#include "bce/elementary.hpp"

namespace bce {
namespace {

double clipped_loss(Label y, Probability p, double margin) noexcept {
  return loss(y, *Probability::from(std::clamp(p.value(), margin, 1.0 - margin)));
}

}  // namespace

double reported_loss(Library library, Label y, Probability p) noexcept {
  switch (library) {
    case Library::pytorch: {
      constexpr double kMost = 100.0;
      return y.value() * std::min(-elementary::ln(p.value()), kMost) +
             (1.0 - y.value()) * std::min(-elementary::ln_1p(-p.value()), kMost);
    }
    case Library::keras:
      return clipped_loss(y, p, 1e-7);
    case Library::scikit_learn:
      return clipped_loss(y, p, 0x1p-52);
  }
  return loss(y, p);
}

}  // namespace bce

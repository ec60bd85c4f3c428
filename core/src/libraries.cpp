#include "bce/libraries.hpp"

#include <algorithm>

#include "bce/elementary.hpp"

namespace bce {
namespace {

constexpr double kKerasMargin = 1e-7;
constexpr double kScikitLearnMargin = 0x1p-52;

double clipped_loss(Label y, Probability p, double margin) noexcept {
  return loss(y, *Probability::from(std::clamp(p.value(), margin, 1.0 - margin)));
}

double clipped_slope(Label y, Probability p, double margin) noexcept {
  return p.value() >= margin && p.value() <= 1.0 - margin ? slope(y, p) : 0.0;
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
      return clipped_loss(y, p, kKerasMargin);
    case Library::scikit_learn:
      return clipped_loss(y, p, kScikitLearnMargin);
  }
  return loss(y, p);
}

double reported_slope(Library library, Label y, Probability p) noexcept {
  switch (library) {
    case Library::pytorch: {
      constexpr double kLeast = 1e-12;
      return (p.value() - y.value()) / std::max(p.value() * (1.0 - p.value()), kLeast);
    }
    case Library::keras:
      return clipped_slope(y, p, kKerasMargin);
    case Library::scikit_learn:
      return clipped_slope(y, p, kScikitLearnMargin);
  }
  return slope(y, p);
}

}  // namespace bce

#include "bce/walks.hpp"

#include <span>
#include <string_view>

#include "bce/parse.hpp"
#include "bce/random.hpp"

namespace bce {

namespace {

constexpr int kMostDraws = 1000;

struct Slipped {
  std::variant<WrongTurn, Mistake> mistake;
  std::string_view formula;
  bool either_sign = false;
};

/// What is given, what is asked for, and where the mistakes lead; formulas for parse().
struct Sheet {
  bool logit = false;
  double label = 0.0;  // of a step
  double at = 0.0;     // of a step
  std::string_view answer;
  std::span<const Slipped> slips;
  std::optional<Symbol> name{};
  bool in_nats = false;
};

// p = sigmoid(z) is written out where z is given, so that every formula has what it needs.
constexpr std::string_view kLossAtLogit = "(z+|z|)/2-z y+ln(1+e^(-|z|))";

constexpr Slipped kLossSlips[] = {
    {WrongTurn::lost_minus, "-(z+|z|)/2+z y-ln(1+e^(-|z|))"},
    {WrongTurn::other_term, "(z+|z|)/2-z(1-y)+ln(1+e^(-|z|))"},
    {Mistake::logit_as_p, "ln|z|", true},
    {Mistake::ten_for_e, "((z+|z|)/2-z y+ln(1+e^(-|z|)))/ln 10"},
    {Mistake::two_for_e, "((z+|z|)/2-z y+ln(1+e^(-|z|)))/ln 2"},
    {WrongTurn::probability, "1/(1+e^(-z))"},
    {Mistake::max_left_out, "-z y+ln(1+e^(-|z|))"},
    {Mistake::tail_left_out, "(z+|z|)/2-z y"},
    {Mistake::product_added, "(z+|z|)/2+z y+ln(1+e^(-|z|))"},
};
constexpr Slipped kFirstLossSlips[] = {
    {WrongTurn::lost_minus, "-ln(1+e^(-z))"},  {WrongTurn::other_term, "ln(1+e^z)"},
    {Mistake::logit_as_p, "ln z", true},       {Mistake::ten_for_e, "ln(1+e^(-z))/ln 10"},
    {Mistake::two_for_e, "ln(1+e^(-z))/ln 2"}, {WrongTurn::probability, "1/(1+e^(-z))"},
    {WrongTurn::complement, "1/(1+e^z)"},
};
constexpr Slipped kSoftplusSlips[] = {
    {Mistake::minus_lost, "-z"},
    {Mistake::tail_left_out, "0"},
    {Mistake::ten_for_e, "z/ln 10"},
    {Mistake::two_for_e, "z/ln 2"},
};
constexpr Slipped kInPSlips[] = {
    {Mistake::minus_lost, "-(p-y)/(p(1-p))"},
    {WrongTurn::slope_in_logit, "p-y"},
    {WrongTurn::other_term, "1/(1-p)", true},
    {Mistake::squared_slope, "(p-y)p(1-p)"},
};
constexpr Slipped kOfPSlips[] = {
    {Mistake::minus_lost, "-p(1-p)"},
    {WrongTurn::probability, "p"},
    {WrongTurn::complement, "1-p"},
    {Mistake::own_square, "p^2"},
};
constexpr Slipped kInZSlips[] = {
    {Mistake::minus_lost, "y-p"},
    {WrongTurn::slope, "(p-y)/(p(1-p))", true},
    {Mistake::factors_added, "(p-y)/(p(1-p))+p(1-p)"},
    {Mistake::squared_slope, "(p-y)p(1-p)", true},
};
constexpr Slipped kOrderSlips[] = {{Mistake::first_order, "10"}};
constexpr Slipped kGradientSlips[] = {
    {Mistake::minus_lost, "y-1/(1+e^(-z))"},
    {Mistake::logit_as_p, "z-y", true},
    {WrongTurn::probability, "1/(1+e^(-z))"},
    {WrongTurn::complement, "1/(1+e^z)"},
    {WrongTurn::slope, "-(1+e^(-z))y+(1+e^z)(1-y)", true},
    {Mistake::squared_slope, "(1/(1+e^(-z))-y)/(2+e^z+e^(-z))", true},
};
constexpr std::string_view kEntropy = "-(y ln y+(1-y)ln(1-y))";
constexpr std::string_view kCross = "-(y ln p+(1-y)ln(1-p))";
constexpr std::string_view kDivergence = "y ln(y/p)+(1-y)ln((1-y)/(1-p))";
constexpr Slipped kEntropySlips[] = {
    {WrongTurn::lost_minus, "y ln y+(1-y)ln(1-y)"},
    {WrongTurn::base_two, "(y ln y+(1-y)ln(1-y))/ln 2", true},
    {WrongTurn::base_ten, "(y ln y+(1-y)ln(1-y))/ln 10", true},
    {WrongTurn::own_weight, "y ln y", true},
    {WrongTurn::both_terms, "ln y+ln(1-y)", true},
};
constexpr Slipped kCrossSlips[] = {
    {WrongTurn::lost_minus, "y ln p+(1-y)ln(1-p)"},
    {WrongTurn::base_two, "(y ln p+(1-y)ln(1-p))/ln 2", true},
    {WrongTurn::base_ten, "(y ln p+(1-y)ln(1-p))/ln 10", true},
    {Mistake::terms_swapped, "(1-y)ln p+y ln(1-p)", true},
    {Mistake::reversed, "p ln y+(1-p)ln(1-y)", true},
    {Mistake::label_entropy, "y ln y+(1-y)ln(1-y)", true},
    {WrongTurn::entropy, "p ln p+(1-p)ln(1-p)", true},
};
constexpr Slipped kDivergenceSlips[] = {
    {Mistake::minus_lost, "-(y ln(y/p)+(1-y)ln((1-y)/(1-p)))"},
    {Mistake::not_subtracted, "y ln p+(1-y)ln(1-p)", true},
    {Mistake::label_entropy, "y ln y+(1-y)ln(1-y)", true},
    {Mistake::entropy_added, "y ln p+(1-y)ln(1-p)+y ln y+(1-y)ln(1-y)", true},
    {Mistake::reversed, "p ln(p/y)+(1-p)ln((1-p)/(1-y))"},
    {Mistake::two_for_e, "(y ln(y/p)+(1-y)ln((1-y)/(1-p)))/ln 2"},
    {Mistake::ten_for_e, "(y ln(y/p)+(1-y)ln((1-y)/(1-p)))/ln 10"},
};

constexpr Sheet sheet(Asked asked) {
  switch (asked) {
    case Asked::logits_loss:
      return {true, 1.0, 2.0, "ln(1+e^(-z))", kFirstLossSlips, Symbol::loss, true};
    case Asked::logits_softplus:
      return {true, 0.0, 800.0, "(z+|z|)/2+ln(1+e^(-|z|))", kSoftplusSlips};
    case Asked::logits_task:
      return {true, 0.0, 0.0, kLossAtLogit, kLossSlips, Symbol::loss, true};
    case Asked::gradient_in_p:
      return {false, 1.0, 0.2, "(p-y)/(p(1-p))", kInPSlips};
    case Asked::gradient_of_p:
      return {false, 1.0, 0.2, "p(1-p)", kOfPSlips};
    case Asked::gradient_in_z:
      return {false, 1.0, 0.2, "p-y", kInZSlips};
    case Asked::gradient_order:
      return {false, 1.0, 0.2, "10^2", kOrderSlips};
    case Asked::gradient_task:
      return {true, 0.0, 0.0, "1/(1+e^(-z))-y", kGradientSlips};
    case Asked::entropy_of_label:
      return {false, 0.3, 0.6, kEntropy, kEntropySlips, std::nullopt, true};
    case Asked::entropy_cross:
      return {false, 0.3, 0.6, kCross, kCrossSlips, Symbol::loss, true};
    case Asked::entropy_divergence:
    case Asked::entropy_task:
      return {false, 0.3, 0.6, kDivergence, kDivergenceSlips, std::nullopt, true};
  }
  return {};
}

Asking filled(const Sheet& sheet, double label, double at) {
  Asking result{label, at, sheet.logit};
  Question& question = result.question;
  Environment& known = question.letters;
  known.set(Symbol::label, label);
  known.set(sheet.logit ? Symbol::logit : Symbol::probability, at);
  if (sheet.logit) {
    known.set(Symbol::probability, *enclose(*parse("1/(1+e^(-z))"), known));
  }
  question.answer = *enclose(*parse(sheet.answer), known);
  for (const Slipped& slip : sheet.slips) {
    const auto value = enclose(*parse(slip.formula), known);
    if (value.ok()) add(question.traps, {slip.mistake, value->value, slip.either_sign});
  }
  if (sheet.name) question.names = {*sheet.name};
  if (sheet.in_nats) question.unit = Unit::nats;
  return result;
}

double any(Random& random, int low, int high, int steps) {
  return static_cast<double>(random.between(low, high)) / static_cast<double>(steps);
}

/// Hard labels with a logit that the digits of both terms can be seen at; soft ones with a p.
Asking drawn(Asked asked, const Sheet& sheet, Random& random) {
  const bool soft = asked == Asked::entropy_task;
  // One after the other: compilers differ in which of two arguments they draw first.
  const double label = soft ? any(random, 1, 19, 20) : any(random, 0, 1, 1);
  const double at = soft ? any(random, 1, 19, 20) : any(random, -40, 40, 10);
  return filled(sheet, label, at);
}

bool is_task(Asked asked) {
  return asked == Asked::logits_task || asked == Asked::gradient_task ||
         asked == Asked::entropy_task;
}

}  // namespace

Asking asking(Asked asked, std::uint32_t seed) {
  const Sheet given = sheet(asked);
  if (!is_task(asked)) return filled(given, given.label, given.at);
  Random random((static_cast<std::uint64_t>(asked) << 32U) | seed);
  for (int i = 0; i < kMostDraws; ++i) {
    Asking result = drawn(asked, given, random);
    const double answer = result.question.answer.value;
    if (answer != 0.0 && told_apart(result.question.traps, answer)) return result;
  }
  // Not met by any of 10,000 seeds (walks_test.cpp); still, a loop has to end.
  return asking(asked, seed + 1);
}

}  // namespace bce

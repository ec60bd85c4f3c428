#include "bce/rewrite.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

#include "bce/elementary.hpp"
#include "bce/parse.hpp"
#include "bce/precision.hpp"
#include "bce/work.hpp"

namespace bce {

namespace {

constexpr int kWritten = 17;              // figures of a number that is shown as it is
constexpr int kMostPlaces = 15;           // 10^15 is exact
constexpr double kLargeExponent = 700.0;  // e^709 is the last that a double holds
constexpr double kSmallDouble = 1e-280;   // below, the digits are counted further up
constexpr int kLift = 40;

constexpr std::size_t kNewNode = 8;  // what it costs, as a multiple of a visit

using Rewritten = std::optional<Expression>;

Expression written(double number) { return {number, kWritten}; }

Expression infinite(double sign) {
  const Expression infinity(Op::infinity, {});
  return sign < 0.0 ? -infinity : infinity;
}

/// A computed number; infinity has a sign of its own.
Expression computed(double number, bool exact) {
  if (std::isinf(number)) return infinite(number);
  return exact ? written(number) : Expression(number);
}

bool is(const Expression& e, Op op) { return e.op() == op; }
bool is_letter(const Expression& e, Symbol letter) {
  return is(e, Op::symbol) && e.symbol() == letter;
}

bool is_logarithm(const Expression& e) {
  return is(e, Op::ln) || is(e, Op::log2) || is(e, Op::log10);
}

/// The value of a number as a person writes it: with a sign, a percent sign, or infinite.
std::optional<double> literal(const Expression& e) {
  if (is(e, Op::number)) return e.number();
  if (is(e, Op::infinity)) return std::numeric_limits<double>::infinity();
  if (is(e, Op::percent) && is(e.operands()[0], Op::number))
    return e.operands()[0].number() / 100.0;
  if (!is(e, Op::negate)) return std::nullopt;
  const auto size = literal(e.operands()[0]);
  // -(-a) is not written so; it still has to be worked out.
  if (!size || is(e.operands()[0], Op::negate) || *size < 0.0) return std::nullopt;
  return 0.0 - *size;
}

bool is_number(const Expression& e, double number) {
  const auto value = literal(e);
  return value && *value == number;
}

bool holds(const Expression& e, bool (*what)(const Expression&)) {
  spend();
  const auto operands = e.operands();
  return what(e) || std::any_of(operands.begin(), operands.end(),
                                [what](const Expression& operand) { return holds(operand, what); });
}

bool is_ln_zero(const Expression& e) {
  if (!is_logarithm(e)) return false;
  const auto argument = evaluate(e.operands()[0], {});
  return argument.ok() && *argument == 0.0;
}

bool is_zero_product(const Expression& e) {
  spend();
  if (!is(e, Op::multiply)) return false;
  const auto factors = e.operands();
  return is_number(factors[0], 0.0) || is_number(factors[1], 0.0) || is_zero_product(factors[0]);
}

/// 1 - x of a decimal with at most so many places, without a rounding error of its own.
std::optional<double> decimal_complement(double x, int most_places) {
  double scale = 1.0;
  for (int places = 0; places <= most_places; ++places, scale *= 10.0) {
    const double units = std::floor(x * scale + 0.5);
    if (units / scale == x) return (scale - units) / scale;
  }
  return std::nullopt;
}

/// e^a, however it is written: the a.
const Expression* exponent_of(const Expression& e) {
  if (is(e, Op::exp)) return &e.operands()[0];
  if (is(e, Op::power) && is(e.operands()[0], Op::euler)) return &e.operands()[1];
  return nullptr;
}

Expression exponential(Expression exponent) { return {Op::exp, {std::move(exponent)}}; }

Expression reciprocal_of_one_plus_exp(Expression exponent) {
  return 1.0 / (1.0 + exponential(std::move(exponent)));
}

/// ln a, log2 a or log10 a, with the digits of a small x in 1 + x and 1 - x.
Result<double, EvaluateError> logarithm_of(const Expression& e) {
  const Expression& argument = e.operands()[0];
  if (is(e, Op::ln) && is(argument, Op::add) && is_number(argument.operands()[0], 1.0)) {
    const auto x = evaluate(argument.operands()[1], {});
    if (!x.ok() || *x < -1.0) return EvaluateError::undefined;
    return elementary::ln_1p(*x);
  }
  return evaluate(e, {});
}

class Rewriter {
 public:
  /// For the value alone no reasons are kept, and a p that is not in a logarithm may stay: as a
  /// double it has its digits, and as a sigmoid it is seven nodes.
  Rewriter(Rule rule, const Example& example, bool for_value)
      : rule_(rule), example_(example), for_value_(for_value) {}

  /// The formula with every place replaced that the rule fits, from the outside in; nothing, and no
  /// copy made, where it fits nowhere.
  Rewritten visit(const Expression& e) {
    spend();
    if (Rewritten here = apply(e)) return here;
    // The label's own 1 - y stands outside logarithms, the prediction's inside.
    if (rule_ == Rule::one_minus && is_logarithm(e)) return std::nullopt;
    const auto operands = e.operands();
    std::array<Rewritten, 2> replaced;
    for (std::size_t i = 0; i < operands.size(); ++i) {
      if (&operands[i] != barren_) replaced[i] = visit(operands[i]);
    }
    if (!replaced[0] && !replaced[1]) return std::nullopt;
    // Trees are built in memory of their own.
    spend(kNewNode);
    std::vector<Expression> result;
    result.reserve(operands.size());
    for (std::size_t i = 0; i < operands.size(); ++i) {
      if (!replaced[i]) replaced[i] = operands[i];
      result.push_back(std::move(*replaced[i]));
    }
    return Expression(e.op(), std::move(result));
  }

  Rewriting take(Expression result) { return {std::move(result), std::move(because_), exact_}; }

 private:
  Rewritten apply(const Expression& e) {
    switch (rule_) {
      case Rule::substitute:
        return substitute(e);
      case Rule::one_minus:
        return one_minus(e);
      case Rule::zero_term:
        return drop_term(e, false);
      case Rule::zero_silences:
        return drop_term(e, true);
      case Rule::one_factor:
        return one_factor(e);
      case Rule::sigmoid:
        return sigmoid(e);
      case Rule::log_of_reciprocal:
        return log_of_reciprocal(e);
      case Rule::large_exponent:
        return large_exponent(e);
      case Rule::exponential:
        return exponential_value(e);
      case Rule::complement:
        return complement(e);
      case Rule::logarithm:
        return logarithm(e);
      case Rule::multiply:
        return multiply(e);
      case Rule::add:
        return add(e);
      case Rule::apply_minus:
        return apply_minus(e);
    }
    return std::nullopt;
  }

  /// Notes the reason, once, and hands on what stands there now.
  Expression say(Expression statement, Expression result) {
    if (for_value_) return result;
    spend(because_.size());
    if (std::find(because_.begin(), because_.end(), statement) == because_.end()) {
      because_.push_back(std::move(statement));
    }
    return result;
  }

  Expression replace(const Expression& before, Expression after, bool exact = true) {
    exact_ = exact_ && exact;
    if (for_value_) return after;
    return say(exact ? equals(before, after) : approximates(before, after), after);
  }

  Rewritten substitute(const Expression& e) {
    if (!is(e, Op::symbol)) return std::nullopt;
    const bool from_logit = example_.prediction.given_logit().has_value();
    if (e.symbol() == Symbol::label) return replace(e, written(example_.label.value()));
    if (e.symbol() == Symbol::probability && !from_logit) {
      return replace(e, written(example_.prediction.probability().value()));
    }
    return std::nullopt;
  }

  Rewritten one_minus(const Expression& e) {
    if (!is(e, Op::subtract) || !is_number(e.operands()[0], 1.0)) return std::nullopt;
    const auto label = literal(e.operands()[1]);
    if (!label) return std::nullopt;
    const auto exact = decimal_complement(*label, kMostPlaces);
    return replace(e, computed(exact.value_or(1.0 - *label), exact.has_value()), exact.has_value());
  }

  Expression visited(const Expression& e) { return visit(e).value_or(e); }

  Rewritten drop_term(const Expression& e, bool silenced) {
    const auto falls = [this, silenced](const Expression& term) {
      if (!is(term, Op::multiply)) return false;
      const bool here = &term != decided_ && is_zero_product(term) && holds(term, is_logarithm) &&
                        holds(term, is_ln_zero) == silenced;
      if (!here) decided_ = &term.operands()[0];
      return here;
    };
    if (falls(e)) return replace(e, written(0.0));
    if (!is(e, Op::add) && !is(e, Op::subtract)) return std::nullopt;
    const Expression& left = e.operands()[0];
    const Expression& right = e.operands()[1];
    if (falls(left)) {
      Expression rest = visited(right);
      return say(equals(left, written(0.0)), is(e, Op::add) ? rest : -rest);
    }
    if (falls(right)) return say(equals(right, written(0.0)), visited(left));
    return std::nullopt;
  }

  Rewritten one_factor(const Expression& e) {
    if (!is(e, Op::multiply)) return std::nullopt;
    for (const std::size_t i : {0U, 1U}) {
      const Expression& other = e.operands()[1 - i];
      if (!is_number(e.operands()[i], 1.0)) continue;
      if (holds(other, is_logarithm)) return replace(e, other);
      barren_ = &other;
    }
    return std::nullopt;
  }

  Rewritten sigmoid(const Expression& e) {
    const std::optional<Logit>& logit = example_.prediction.given_logit();
    if (!logit) return std::nullopt;
    const double z = logit->value();
    const bool complement = is(e, Op::subtract) && is(e.operands()[0], Op::number) &&
                            e.operands()[0].number() == 1.0 &&
                            is_letter(e.operands()[1], Symbol::probability);
    if (is_letter(e, Symbol::logit)) return replace(e, written(z));
    if (for_value_ && is_logarithm(e) && is_letter(e.operands()[0], Symbol::probability)) {
      return Expression(e.op(), {reciprocal_of_one_plus_exp(written(0.0 - z))});
    }
    if (for_value_ && !complement) return std::nullopt;
    if (!complement && !is_letter(e, Symbol::probability)) return std::nullopt;
    const Expression letter = Symbol::logit;
    return say(equals(e, reciprocal_of_one_plus_exp(complement ? letter : -letter)),
               reciprocal_of_one_plus_exp(written(complement ? z : 0.0 - z)));
  }

  Rewritten log_of_reciprocal(const Expression& e) {
    const bool negated = is(e, Op::negate);
    const Expression& log = negated ? e.operands()[0] : e;
    if (!is(log, Op::ln) || !is(log.operands()[0], Op::divide)) return std::nullopt;
    const auto fraction = log.operands()[0].operands();
    if (!is_number(fraction[0], 1.0)) return std::nullopt;
    const Expression turned = ln(fraction[1]);
    return say(equals(log, -turned), negated ? turned : -turned);
  }

  Rewritten large_exponent(const Expression& e) {
    if (!is(e, Op::ln) || !is(e.operands()[0], Op::add)) return std::nullopt;
    const auto terms = e.operands()[0].operands();
    const Expression* exponent = exponent_of(terms[1]);
    if (!is_number(terms[0], 1.0) || exponent == nullptr) return std::nullopt;
    const auto a = literal(*exponent);
    if (!a || !(*a > kLargeExponent)) return std::nullopt;
    return replace(e, Expression(*a, exponent->figures()), false);
  }

  Rewritten exponential_value(const Expression& e) {
    const Expression* exponent = exponent_of(e);
    const auto a = exponent == nullptr ? std::nullopt : literal(*exponent);
    if (!a) return std::nullopt;
    return replace(e, computed(elementary::exp(*a), *a == 0.0), *a == 0.0);
  }

  Rewritten complement(const Expression& e) {
    if (!is_logarithm(e) || !is(e.operands()[0], Op::subtract)) return std::nullopt;
    const Expression& difference = e.operands()[0];
    const auto p = literal(difference.operands()[1]);
    if (!p || !is_number(difference.operands()[0], 1.0)) return std::nullopt;
    const auto exact = decimal_complement(*p, kShortPlaces);
    if (!exact) return std::nullopt;
    return Expression(e.op(), {replace(difference, written(*exact))});
  }

  Rewritten logarithm(const Expression& e) {
    if (!is_logarithm(e)) return std::nullopt;
    const auto value = logarithm_of(e);
    if (!value.ok()) return std::nullopt;
    const bool exact = *value == 0.0 || std::isinf(*value);
    // ln(1 + x) may also be 0 because x is too small for a double.
    const auto argument = evaluate(e.operands()[0], {});
    const bool honest = exact && argument.ok() && (*argument == 0.0 || *argument == 1.0);
    return replace(e, computed(*value, exact), honest);
  }

  Rewritten multiply(const Expression& e) {
    if (!is(e, Op::multiply)) return std::nullopt;
    const auto a = literal(e.operands()[0]);
    const auto b = literal(e.operands()[1]);
    if (!a || !b) return std::nullopt;
    const double value = *a * *b + 0.0;
    if (std::isnan(value)) return std::nullopt;
    const bool exact = *a == 0.0 || *b == 0.0 || std::isinf(value);
    return replace(e, computed(value, exact), exact);
  }

  Rewritten add(const Expression& e) {
    const bool adds = is(e, Op::add);
    if (!adds && !is(e, Op::subtract)) return std::nullopt;
    const auto a = literal(e.operands()[0]);
    const auto b = literal(e.operands()[1]);
    if (!a || !b) return std::nullopt;
    const double value = (adds ? *a + *b : *a - *b) + 0.0;
    if (std::isnan(value)) return std::nullopt;
    const bool exact = *a == 0.0 || *b == 0.0 || std::isinf(value);
    return replace(e, computed(value, std::isinf(value)), exact);
  }

  Rewritten apply_minus(const Expression& e) {
    if (!is(e, Op::negate)) return std::nullopt;
    const Expression& inner = e.operands()[0];
    const auto value = literal(inner);
    if (!value || *value > 0.0) return std::nullopt;
    if (std::isinf(*value)) return replace(e, infinite(1.0));
    return replace(e, Expression(0.0 - *value, inner.figures()));
  }

  Rule rule_;
  const Example& example_;
  bool for_value_;
  std::vector<Expression> because_{};
  bool exact_ = true;
  // What a long product would otherwise be asked at each of its factors.
  const Expression* decided_ = nullptr;  // the rest of a product that does not drop out
  const Expression* barren_ = nullptr;   // has no logarithm
};

Expression rounded_number(double number, int figures) {
  if (number == 0.0) return number;
  const double size = std::fabs(number);
  const bool lifted = size < kSmallDouble;
  const double reach = lifted ? size * power_of_ten(kLift) : size;
  int unit = decade(reach) - figures + 1;
  double count = unit < 0 ? std::floor(reach * power_of_ten(-unit) + 0.5)
                          : std::floor(reach / power_of_ten(unit) + 0.5);
  if (lifted) unit -= kLift;
  // Written out and read, so that the double is the one nearest to the decimal.
  const auto read =
      parse(std::to_string(static_cast<std::int64_t>(count)) + 'e' + std::to_string(unit));
  if (!read.ok() || !is(*read, Op::number)) return number;
  return number < 0.0 ? -read->number() : read->number();
}

}  // namespace

namespace {

std::optional<Rewriting> rewrite(Rule rule, const Expression& formula, const Example& example,
                                 bool for_value) {
  Rewriter rewriter(rule, example, for_value);
  Rewritten result = rewriter.visit(formula);
  if (!result) return std::nullopt;
  return rewriter.take(std::move(*result));
}

}  // namespace

std::optional<Rewriting> rewrite(Rule rule, const Expression& formula, const Example& example) {
  return rewrite(rule, formula, example, false);
}

double loss(const Example& example) noexcept {
  const std::optional<Logit>& z = example.prediction.given_logit();
  return z ? loss_from_logit(example.label, *z)
           : loss(example.label, example.prediction.probability());
}

Result<double, EvaluateError> value_of(const Expression& formula, const Example& example) {
  Environment environment;
  environment.set(Symbol::label, example.label.value())
      .set(Symbol::probability, example.prediction.probability().value())
      .set(Symbol::logit, example.prediction.logit())
      .set(Symbol::loss, loss(example));
  // Rules that drop a term would also drop what has no value.
  const auto plain = evaluate(formula, environment);
  if (!plain.ok() || !example.prediction.given_logit()) return plain;
  Expression reduced = formula;
  // Those that keep digits; the others leave the value as it is evaluated.
  for (const Rule rule :
       {Rule::sigmoid, Rule::log_of_reciprocal, Rule::large_exponent, Rule::logarithm}) {
    if (auto next = rewrite(rule, reduced, example, true)) {
      reduced = std::move(next->result);
    }
  }
  return evaluate(reduced, environment);
}

Expression rounded(const Expression& formula, int figures) {
  if (is(formula, Op::number)) {
    return formula.figures() > 0 ? formula : rounded_number(formula.number(), figures);
  }
  if (formula.operands().empty()) return formula;
  std::vector<Expression> operands;
  operands.reserve(formula.operands().size());
  for (const Expression& operand : formula.operands())
    operands.push_back(rounded(operand, figures));
  return {formula.op(), std::move(operands)};
}

}  // namespace bce

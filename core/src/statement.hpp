/// The sides of what was typed, for all who judge one.
///
/// A statement's sides are read from the last to the first: last_side(e), then those of
/// before_it(e), which is null at the first. What is no statement is one side.
#pragma once

#include "bce/expression.hpp"
#include "bce/precision.hpp"

namespace bce {

inline bool is_statement(const Expression& e) {
  return e.op() == Op::equals || e.op() == Op::approximates;
}

inline const Expression& last_side(const Expression& e) {
  return is_statement(e) ? e.operands()[1] : e;
}

inline const Expression* before_it(const Expression& e) {
  return is_statement(e) ? &e.operands()[0] : nullptr;
}

inline bool is_letter(const Expression& e, Symbol letter) {
  return e.op() == Op::symbol && e.symbol() == letter;
}

/// Whether it says what some letter is, and none that is asked for is among its sides.
template <class IsAsked>
bool names_another(const Expression& reading, const IsAsked& is_asked) {
  bool letter = false;
  for (const Expression* rest = &reading; rest != nullptr; rest = before_it(*rest)) {
    if (is_asked(last_side(*rest))) return false;
    letter = letter || last_side(*rest).op() == Op::symbol;
  }
  return letter && is_statement(reading);
}

/// Equal, one as a rounding of the other.
inline bool round_alike(const Typed& a, const Typed& b) {
  return a.stands_for(Enclosure(b.value, b.radius)) || b.stands_for(Enclosure(a.value, a.radius));
}

}  // namespace bce

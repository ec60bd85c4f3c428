/// A formula as a flat list of tokens, from which a view makes MathML.
///
/// The list is a tree written in order: an `open` token names a layout and is followed by its
/// children, each one token or one open ... close group, and by a `close` token.
///   row          any number of children, side by side
///   fenced       like row, inside brackets; the view draws them. `text` is the opening bracket
///   fraction     numerator, denominator
///   superscript  base, exponent
///   subscript    base, index
///   hat          base
///   root         radicand
///   total        big operator, what stands under it, what stands over it
/// The whole list is a row without its open and close. Two things that stand side by side with
/// nothing between them are multiplied, or are a function and its argument.
///
/// Brackets, minus signs and invisible multiplication are decided here, from precedence: the list
/// can be read back in one way only. An outermost bracket that holds another is square.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "bce/expression.hpp"

namespace bce {

enum class TokenKind : std::uint8_t { number, identifier, function, operation, open, close };

/// `text` is a static UTF-8 string: a letter ("p", script L is U+2112; infinity U+221E), a function
/// ("ln", "log"), an operator ("+", "=", "%", minus U+2212, times U+00D7, nearly equal U+2248, sum
/// U+2211, product U+220F), a layout ("fraction"; for a fence "(", "[" or "|"). `number` is set for
/// numbers only, and is not negative: a minus is an operator of its own.
struct Token {
  TokenKind kind = TokenKind::close;
  std::string_view text{};
  double number = 0.0;
  int figures = 0;  // significant, that the number was typed with; 0 where nobody typed it, or so
                    // many that a double does not tell them
};

[[nodiscard]] std::vector<Token> tokens(const Expression& expression);

}  // namespace bce

/// Reads a formula that a person typed.
///
/// Understood: decimals with point or comma (0.85, .85, 0,85, 85.), digits in groups (1 234,
/// 1,234.5, 1'234), e-notation and x10^, percent, fractions with / and : or in one character,
/// mixed numbers (2 1/4), + - and every dash or minus of Unicode, times as * x and dots or left out
/// (2p, y ln p), brackets of many kinds, |x| and abs, powers with ^ or ** or raised digits, ln, log
/// (natural), log2, log10, lg and log_b for any base b, log1p, exp, sqrt and the root sign, e,
/// infinity (inf, or its sign), the letters y p z L N J, the word loss, and = or its approximate
/// kin between formulas, also in a chain; with nothing before the first = what follows it is read
/// alone. L: and L(p) = say what L is, as L = does. Full-width forms and other scripts' digits
/// count as their plain kin, marks of direction for nothing. Names may have LaTeX's backslash, and
/// full stops at the very end are those of a sentence.
///
/// Binding, from loose to tight: =, then + and -, then unary minus, then * and / and multiplication
/// without a sign, then a minus inside a product, then ^ (from the right: 2^3^2 = 2^9), then %. So
/// -a b is -(a b), and a(-b) needs no brackets as a*-b. Of two plain numbers 65/4 % is (65/4)%.
///
/// The locale's own decimal mark always is one. The other one is too, as in 0,85 on an English
/// page, unless it parts groups: where both stand, the last is the decimal mark; where one stands
/// twice it parts groups; before a power of ten, as in 1,625e-1, nothing is parted. What could be
/// either, as 1,234 on an English page, is not read: ambiguous_mark.
///
/// A function without brackets takes the next factor: ln 0.85^2 is ln(0.85^2), and letters that
/// follow it without a sign: ln 100p is ln(100p). It takes a fraction of two plain numbers whole,
/// so that ln 20/17 is ln(20/17); any other division is outside: ln p/2 is (ln p)/2.
///
/// White space, thin and no-break spaces included, never changes a reading, so 0.162 519 is one
/// number, with two exceptions. log and its base (2, 10 or e; after _ or lowered any number) are
/// written in one piece, and end there; log 2, log20 and log e are natural logarithms. And 2 1/4 is
/// a mixed number, for 21/4 is written without a space; 2 100/400 still is 2100/400.
///
/// A literal is the double nearest to what was typed (below 2.3e-308, within one unit in its last
/// place).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "bce/expression.hpp"

namespace bce {

inline constexpr std::size_t kLongestText = 200;  // characters (code points), not bytes
inline constexpr int kDeepestNesting = 32;

enum class ParseErrorCode : std::uint8_t {
  empty,               // nothing but white space
  too_long,            // more than kLongestText characters
  too_deep,            // brackets or functions nested more than kDeepestNesting deep
  unknown_character,   // a character with no meaning here
  unknown_word,        // letters that are no function and no symbol
  malformed_number,    // 1.2.3, 1e
  number_too_large,    // 1e999: no double holds it
  missing_operand,     // something is missing: "2 +", "ln()"
  missing_bracket,     // an opening bracket without its partner
  unexpected_bracket,  // a closing bracket without its partner
  second_equals,       // two = signs side by side
  ambiguous_mark,      // 1,234 on an English page: a comma or a point, decimals or thousands
};

/// `position` and `length` are the offending piece, counted in characters from 0 (UTF-16 code
/// units, as a web page counts; a character outside the basic plane counts two). Something missing
/// has no length: it should stand at `position`. Of a text that is too long it is the first
/// character too many; what follows is not looked at.
struct ParseError {
  ParseErrorCode code = ParseErrorCode::empty;
  std::size_t position = 0;
  std::size_t length = 0;
};

/// A formula, and what has to be said about how it was read.
struct Understood {
  Expression formula;
  bool natural_log = false;  // log was typed without a base, and read as ln
  bool other_mark = false;   // decimals were typed with the mark that is not the locale's alone
};

/// `decimal_mark` is the locale's: '.' or ','.
[[nodiscard]] Result<Understood, ParseError> read(std::string_view utf8, char decimal_mark);

/// The formula alone, with the decimal mark '.'. `utf8` is any bytes; a byte that is not UTF-8 is
/// one unknown_character. Linear in the length of the text.
[[nodiscard]] Result<Expression, ParseError> parse(std::string_view utf8);

}  // namespace bce

#include "bce/parse.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

#include "bce/work.hpp"

namespace bce {

namespace {

constexpr char32_t kEnd = 0;  // after the last character; a typed NUL becomes kInvalid
constexpr char16_t kIgnored = 1;
constexpr char16_t kInvalid = 2;
constexpr char16_t kRaised = 0x03;  // a raised 0; the other digits, plus and minus follow
constexpr char16_t kRaisedPlus = kRaised + 10;
constexpr char16_t kRaisedMinus = kRaised + 11;
constexpr char16_t kGroup = 0x0F;    // parts digits into groups, and nothing else
constexpr char16_t kLowered = 0x10;  // a lowered 0; the other digits follow
constexpr char16_t kNearly = 0x2248;
constexpr char32_t kRoot = 0x221A;
constexpr char32_t kInfinity = 0x221E;

/// A character that means something, and where it stood in the text (UTF-16).
struct Character {
  char32_t code = kEnd;
  std::uint16_t position = 0;
  std::uint16_t length = 0;
};

struct Kin {
  char16_t first;
  char16_t last;
  char16_t means;
};

/// In the order of their codes.
constexpr Kin kKin[] = {
    {0x0009, 0x000D, kIgnored},     // tab and line ends
    {0x0020, 0x0020, kIgnored},     // space
    {0x0027, 0x0027, kGroup},       // apostrophe
    {0x003A, 0x003A, u'/'},         // colon
    {0x007E, 0x007E, kNearly},      // tilde
    {0x00A0, 0x00A0, kIgnored},     // no-break space
    {0x00AD, 0x00AD, kIgnored},     // soft hyphen
    {0x00B2, 0x00B3, kRaised + 2},  // raised 2 and 3
    {0x00B7, 0x00B7, u'*'},         // middle dot
    {0x00B9, 0x00B9, kRaised + 1},  // raised 1
    {0x00D7, 0x00D7, u'*'},         // times
    {0x00F7, 0x00F7, u'/'},         // divided by
    {0x02D7, 0x02D7, u'-'},         // modifier minus
    {0x060C, 0x060C, u','},         // Arabic comma
    {0x066A, 0x066A, u'%'},         // Arabic percent sign
    {0x066B, 0x066B, u'.'},         // Arabic decimal mark
    {0x066C, 0x066C, kGroup},       // Arabic thousands mark
    {0x1680, 0x1680, kIgnored},     // Ogham space
    {0x2000, 0x200F, kIgnored},     // typographic and zero-width spaces, direction marks
    {0x2010, 0x2015, u'-'},         // hyphens and dashes
    {0x2019, 0x2019, kGroup},       // apostrophe
    {0x2022, 0x2022, u'*'},         // bullet
    {0x2026, 0x2026, u'.'},         // ellipsis
    {0x2028, 0x202F, kIgnored},     // line ends, direction marks, narrow no-break space
    {0x2043, 0x2043, u'-'},         // hyphen bullet
    {0x2044, 0x2044, u'/'},         // fraction slash
    {0x205F, 0x206F, kIgnored},     // mathematical space, invisible operators, direction marks
    {0x2070, 0x2070, kRaised},      // raised 0
    {0x2074, 0x2079, kRaised + 4},  // raised 4 to 9
    {0x207A, 0x207B, kRaisedPlus},  // raised plus and minus
    {0x2080, 0x2089, kLowered},     // lowered digits
    {0x2192, 0x2192, kNearly},      // arrow: and so
    {0x21D2, 0x21D2, kNearly},      // double arrow
    {0x2212, 0x2212, u'-'},         // minus
    {0x2215, 0x2215, u'/'},         // division slash
    {0x2217, 0x2217, u'*'},         // asterisk operator
    {0x2219, 0x2219, u'*'},         // bullet operator
    {0x2223, 0x2223, u'|'},         // divides
    {0x2236, 0x2236, u'/'},         // ratio
    {0x223C, 0x223C, kNearly},      // tilde operator
    {0x2243, 0x2248, kNearly},      // approximately equal
    {0x2250, 0x2252, kNearly},      // with dots
    {0x22C5, 0x22C5, u'*'},         // dot operator
    {0x2715, 0x2716, u'*'},         // heavy signs
    {0x2795, 0x2795, u'+'},        {0x2796, 0x2796, u'-'},
    {0x2797, 0x2797, u'/'},        {0x27E8, 0x27E9, u'('},  // angle brackets
    {0x3000, 0x3000, kIgnored},                             // ideographic space
    {0x3002, 0x3002, u'.'},                                 // as East Asian keyboards give them
    {0x3010, 0x3011, u'('},        {0x3014, 0x3015, u'('},
    {0x30FC, 0x30FC, u'-'},        {0xFE0E, 0xFE0F, kIgnored},  // how a sign is to be drawn
    {0xFE58, 0xFE58, u'-'},                                     // small dashes
    {0xFE63, 0xFE63, u'-'},        {0xFEFF, 0xFEFF, kIgnored},  // byte order mark
};

/// The digit 0 of the scripts beside the Latin one; their ten digits follow one another.
constexpr char16_t kZeros[] = {0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66,
                               0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66,
                               0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x17E0, 0x1810};

constexpr bool is_ordered() {
  for (std::size_t i = 1; i < std::size(kKin); ++i) {
    if (kKin[i].first <= kKin[i - 1].last) return false;
  }
  return true;
}
static_assert(is_ordered(), "meaning() stops at the first that begins behind a character");

char32_t meaning(char32_t code) {
  if (code >= 0xFF01 && code <= 0xFF5E) code -= 0xFEE0;  // full-width forms
  for (const Kin& kin : kKin) {
    if (code < kin.first) break;
    if (code > kin.last) continue;
    // Raised and lowered digits are ranges that stand for ranges, as is a bracket with its partner.
    const bool range = (kin.means >= kRaised && kin.means < U' ') || kin.means == U'(';
    return range ? kin.means + (code - kin.first) : kin.means;
  }
  for (const char32_t zero : kZeros) {
    if (code >= zero && code <= zero + 9) return code - zero + U'0';
  }
  // Five styles of ten digits, for mathematics.
  if (code >= 0x1D7CE && code <= 0x1D7FF) return (code - 0x1D7CE) % 10 + U'0';
  return code < 0x20 ? kInvalid : code;
}

/// The first character of `utf8` and its length in bytes; a bad byte is one kInvalid.
std::pair<char32_t, std::size_t> decode(std::string_view utf8) {
  const auto byte = [utf8](std::size_t i) -> char32_t {
    return i < utf8.size() ? static_cast<unsigned char>(utf8[i]) : 0U;
  };
  const char32_t lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  char32_t code = lead & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0U) != 0x80) return {kInvalid, 1};
    code = code << 6U | (byte(i) & 0x3FU);
  }
  constexpr char32_t kLeast[] = {0x80, 0x800, 0x10000};
  const bool leads = lead >= 0xC0 && lead < 0xF8;
  if (!leads || code < kLeast[length - 2] || code > 0x10FFFF) return {kInvalid, 1};
  return {code, length};
}

/// A natural number below 2^4096: enough for every decimal that a text can hold.
class BigNumber {
 public:
  /// this * factor + addend
  void multiply_add(std::uint32_t factor, std::uint32_t addend) {
    spend(size_ / 8);
    std::uint64_t carry = addend;
    for (std::size_t i = 0; i < size_; ++i) {
      carry += std::uint64_t{limbs_[i]} * factor;
      limbs_[i] = static_cast<std::uint32_t>(carry);
      carry >>= 32U;
    }
    if (carry != 0) limbs_[size_++] = static_cast<std::uint32_t>(carry);
  }

  /// this * 2^(32 limbs); not of 0.
  void shift(std::size_t limbs) {
    const auto end = limbs_.begin() + static_cast<std::ptrdiff_t>(size_);
    std::copy_backward(limbs_.begin(), end, end + static_cast<std::ptrdiff_t>(limbs));
    std::fill_n(limbs_.begin(), limbs, 0U);
    size_ += limbs;
  }

  /// this / divisor, rounded down; remembers whether anything was lost.
  void divide(std::uint32_t divisor) {
    spend(size_ / 8);
    std::uint64_t rest = 0;
    for (std::size_t i = size_; i-- > 0;) {
      rest = rest << 32U | limbs_[i];
      limbs_[i] = static_cast<std::uint32_t>(rest / divisor);
      rest %= divisor;
    }
    while (size_ > 0 && limbs_[size_ - 1] == 0) --size_;
    lost_ = lost_ || rest != 0;
  }

  /// this * 2^exponent, rounded to nearest. Leaves the number too short for anything else.
  [[nodiscard]] double take(int exponent) {
    for (; size_ > 2; exponent += 8) divide(256);
    std::uint64_t top = std::uint64_t{limbs_[1]} << 32U | limbs_[0];
    // The lowest of at least 57 bits stands for all that was lost: 53 of them round as all would.
    if (lost_) top |= 1U;
    return std::ldexp(static_cast<double>(top), exponent);
  }

 private:
  std::array<std::uint32_t, 128> limbs_{};
  std::size_t size_ = 0;
  bool lost_ = false;
};

/// Collects a decimal digit by digit. The C library's strtod would weigh 6 kB.
class Decimal {
 public:
  void add(char32_t digit) {
    if (digit != U'0' || figures_ != 0) ++figures_;
    number_.multiply_add(10, static_cast<std::uint32_t>(digit - U'0'));
  }

  [[nodiscard]] int figures() const { return figures_; }

  /// The double nearest to the digits * 10^exponent; infinite beyond the largest.
  [[nodiscard]] double take(int exponent) {
    if (figures_ == 0 || figures_ + exponent < -330) return 0.0;
    if (figures_ + exponent > 310) return HUGE_VAL;
    for (int steps = 0; exponent > 0; exponent -= steps) {
      number_.multiply_add(power_of_ten(exponent, steps), 0);
    }
    // Multiplied by 2^(32 limbs) first, so that the quotient has more than 64 bits.
    const int limbs = exponent == 0 ? 0 : 3 - exponent / 9;
    number_.shift(static_cast<std::size_t>(limbs));
    for (int steps = 0; exponent < 0; exponent += steps) {
      number_.divide(power_of_ten(-exponent, steps));
    }
    return number_.take(-32 * limbs);
  }

 private:
  /// The largest power of ten, up to 10^most, that a limb holds, and its exponent: nine digits at
  /// once, because 200 characters hold many numbers like 9e-320.
  static std::uint32_t power_of_ten(int most, int& exponent) {
    std::uint32_t power = 1;
    for (exponent = 0; exponent < most && exponent < 9; ++exponent) power *= 10;
    return power;
  }

  BigNumber number_;
  int figures_ = 0;
};

/// A fraction that is one character, as its two numbers in half a byte each; 0 for any other.
constexpr std::uint8_t fraction_parts(char32_t c) {
  constexpr std::uint8_t kQuarters[] = {0x14, 0x12, 0x34};
  constexpr std::uint8_t kOthers[] = {0x17, 0x19, 0x1A, 0x13, 0x23, 0x15, 0x25, 0x35,
                                      0x45, 0x16, 0x56, 0x18, 0x38, 0x58, 0x78};
  if (c >= 0xBC && c <= 0xBE) return kQuarters[c - 0xBC];
  return c >= 0x2150 && c <= 0x215E ? kOthers[c - 0x2150] : 0;
}

constexpr bool is_fraction(char32_t c) { return fraction_parts(c) != 0; }
constexpr bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
constexpr bool is_mark(char32_t c) { return c == U'.' || c == U','; }
constexpr bool is_sign(char32_t c) { return c == U'-' || c == U'+'; }
constexpr bool is_equals(char32_t c) { return c == U'=' || c == kNearly; }
constexpr bool is_colon(char32_t c) { return c == U':' || c == 0xFF1A; }
constexpr char32_t lower(char32_t c) { return c >= U'A' && c <= U'Z' ? c + 0x20 : c; }
constexpr bool is_letter(char32_t c) { return lower(c) >= U'a' && lower(c) <= U'z'; }
constexpr bool is_closing(char32_t c) { return c == U')' || c == U']' || c == U'}'; }

/// The closing partner of an opening bracket, else kEnd.
constexpr char32_t partner(char32_t c) {
  return c == U'(' ? U')' : c == U'[' ? U']' : c == U'{' ? U'}' : kEnd;
}

constexpr bool is_raised(char32_t c) { return c >= kRaised && c <= kRaisedMinus; }
constexpr bool is_lowered(char32_t c) { return c >= kLowered && c < kLowered + 10; }

/// The marks among the digits of a number: which of them part groups, and what follows the last.
class Marks {
 public:
  void add(char32_t c) {
    if (!is_mark(c)) {
      ++digits_;
      ++behind_;
      return;
    }
    groups_ =
        groups_ && last_ == first_ && behind_ <= 3 && (count_ == 0 ? behind_ > 0 : behind_ == 3);
    if (count_++ == 0) first_ = c;
    last_ = c;
    behind_ = 0;
  }

  [[nodiscard]] bool none() const { return count_ == 0; }
  [[nodiscard]] char32_t last() const { return last_; }

  /// How many of the digits are decimals.
  [[nodiscard]] int decimals() const {
    return count_ == 0 || (count_ > 1 && last_ == first_) ? 0 : behind_;
  }

  /// Why it is no number, if so. `leading_zero`: no group begins with one.
  [[nodiscard]] std::optional<ParseErrorCode> fault(char32_t decimal_mark,
                                                    bool leading_zero) const {
    const bool groups = groups_ && !leading_zero;
    if (digits_ == 0) return ParseErrorCode::malformed_number;
    if (count_ == 1 && groups && behind_ == 3 && last_ != decimal_mark) {
      return ParseErrorCode::ambiguous_mark;
    }
    if (count_ < 2 || (groups && (last_ == first_ ? behind_ == 3 : behind_ > 0))) {
      return std::nullopt;
    }
    return ParseErrorCode::malformed_number;
  }

 private:
  int count_ = 0;
  int digits_ = 0;
  int behind_ = 0;  // digits behind the last mark
  char32_t first_ = kEnd;
  char32_t last_ = kEnd;
  bool groups_ = true;  // before the last mark, all signs are alike and part groups of three digits
};

/// A word that is read; infinity and loss are functions of nothing, log1p adds 1 first.
struct Function {
  std::string_view name;
  Op op;
  bool has_bases = false;
};

constexpr Function kFunctions[] = {
    {"exp", Op::exp},      {"ln", Op::ln},      {"log1p", Op::add},    {"log", Op::ln, true},
    {"lg", Op::log10},     {"sqrt", Op::sqrt},  {"abs", Op::absolute}, {"infinity", Op::infinity},
    {"inf", Op::infinity}, {"loss", Op::symbol}};

struct Letter {
  char32_t code;
  Symbol symbol;
};

// Keyboards of phones start a line with a capital.
constexpr Letter kLetters[] = {
    {U'y', Symbol::label},       {U'Y', Symbol::label}, {U'p', Symbol::probability},
    {U'P', Symbol::probability}, {U'z', Symbol::logit}, {U'Z', Symbol::logit},
    {U'L', Symbol::loss},        {U'N', Symbol::count}, {U'J', Symbol::mean_loss}};

Expression constant(Op op) { return {op, {}}; }

// In braces the operand would be copied.
Expression applied(Op op, Expression operand) {
  std::vector<Expression> operands;
  operands.push_back(std::move(operand));
  return {op, std::move(operands)};
}

/// Recursive descent. The first error is kept and moves the reader to the end of the text, where
/// every loop stops; what is returned after that is never looked at.
class Parser {
 public:
  Parser(std::string_view utf8, char decimal_mark)
      : decimal_mark_(static_cast<unsigned char>(decimal_mark)) {
    std::size_t characters = 0;
    std::size_t position = 0;
    std::size_t defined = 0;  // behind the colon of L:
    while (!utf8.empty()) {
      spend();
      const auto [code, bytes] = decode(utf8);
      utf8.remove_prefix(bytes);
      const std::size_t length = code > 0xFFFF ? 2 : 1;
      if (characters++ == kLongestText) {
        fail(ParseErrorCode::too_long, position, length);
        return;
      }
      char32_t means = meaning(code);
      if (defined != 0 && size_ == defined && means == U'=') means = kIgnored;
      if (is_colon(code) && is_loss()) {
        means = U'=';
        defined = size_ + 1;
      }
      if (means != kIgnored) {
        text_[size_++] = {means, static_cast<std::uint16_t>(position),
                          static_cast<std::uint16_t>(length)};
      }
      position += length;
    }
    // The full stop of a sentence, or those that say: and so on.
    while (size_ > 1 && text_[size_ - 1].code == U'.') --size_;
    if (size_ == 0) {
      fail(ParseErrorCode::empty, 0, 0);
    } else {
      // What is missing at the end is missing right behind the last character.
      const Character& last = text_[size_ - 1];
      text_[size_] = {kEnd, static_cast<std::uint16_t>(last.position + last.length), 0};
    }
  }

  Result<Understood, ParseError> statement() {
    Understood result{sides()};
    if (peek() != kEnd) fail_at_stranger();
    if (error_) return *error_;
    result.natural_log = natural_log_;
    result.other_mark = other_mark_ && !own_mark_;
    return result;
  }

 private:
  // Characters

  [[nodiscard]] char32_t peek(std::size_t ahead = 0) const {
    return at_ + ahead < size_ ? text_[at_ + ahead].code : kEnd;
  }

  bool take(char32_t code) {
    if (peek() != code) return false;
    ++at_;
    return true;
  }

  /// Whether the text up to here is the name of the loss.
  [[nodiscard]] bool is_loss() const {
    constexpr std::string_view kName = "loss";
    if (size_ != 1 && size_ != kName.size()) return false;
    std::size_t i = 0;
    while (i < size_ && lower(text_[i].code) == static_cast<unsigned char>(kName[i])) ++i;
    return i == size_;
  }

  /// Whether nothing, not even white space, stands between a character and the one before it.
  [[nodiscard]] bool joined(std::size_t i) const {
    return text_[i - 1].position + text_[i - 1].length == text_[i].position;
  }

  // Errors

  void fail(ParseErrorCode code, std::size_t position, std::size_t length) {
    if (!error_) error_ = ParseError{code, position, length};
    at_ = size_;
  }

  /// `from` up to, and without, `to`.
  void fail_between(ParseErrorCode code, std::size_t from, std::size_t to) {
    const Character& last = text_[to - 1];
    const std::size_t position = text_[from].position;
    fail(code, position, last.position + last.length - position);
  }

  void fail_here(ParseErrorCode code) { fail_between(code, at_, at_ + 1); }

  /// For a character that can continue nothing.
  void fail_at_stranger() {
    const char32_t c = peek();
    fail_here(is_closing(c)  ? ParseErrorCode::unexpected_bracket
              : is_equals(c) ? ParseErrorCode::second_equals
                             : ParseErrorCode::unknown_character);
  }

  /// Where an operand should start, and something else stands.
  Expression fail_at_operand() {
    const char32_t c = peek();
    const bool doubled = is_equals(c) && at_ > 0 && is_equals(text_[at_ - 1].code);
    const bool known = c == kEnd || is_equals(c) || c == U'*' || c == U'/' || c == U'^' ||
                       c == U'%' || (is_closing(c) && closing_ != kEnd);
    if (known && !doubled) {
      fail(ParseErrorCode::missing_operand, text_[at_].position, 0);
    } else {
      fail_at_stranger();
    }
    return 0.0;
  }

  /// The word around the character that has no meaning.
  void fail_at_word() {
    std::size_t from = at_;
    std::size_t to = at_ + 1;
    while (from > 0 && is_letter(text_[from - 1].code) && joined(from)) --from;
    while (to < size_ && is_letter(text_[to].code) && joined(to)) ++to;
    fail_between(ParseErrorCode::unknown_word, from, to);
  }

  bool enter() {
    if (++depth_ <= kDeepestNesting) return true;
    fail_here(ParseErrorCode::too_deep);
    return false;
  }

  // Grammar, from loose to tight

  Expression sides() {
    if (is_equals(peek())) ++at_;
    // A small l is the loss only where it is being defined; elsewhere it is a slip for 1 or ln.
    if (peek() == U'l' && is_equals(peek(1))) text_[at_].code = U'L';
    const bool called = peek() == U'L' && partner(peek(1)) != kEnd;
    Expression result = sum();
    // L(p) = ... says what L is.
    if (called && is_equals(peek()) && is_call(result)) result = Symbol::loss;
    while (is_equals(peek())) {
      const auto joined_by = text_[at_++].code == U'=' ? equals : approximates;
      result = joined_by(std::move(result), sum());
    }
    return result;
  }

  static bool is_call(const Expression& e) {
    return e.op() == Op::multiply && e.operands()[0].op() == Op::symbol &&
           e.operands()[1].operands().empty();
  }

  Expression sum() {
    Expression result = product();
    for (;;) {
      if (take(U'+')) {
        result = std::move(result) + product();
      } else if (take(U'-')) {
        result = std::move(result) - product();
      } else {
        return result;
      }
    }
  }

  Expression product() {
    if (is_sign(peek())) return after_sign(&Parser::product);
    Expression result = power();
    for (;;) {
      if (take(U'*') || take_x()) {
        result = std::move(result) * signed_factor();
      } else if (take(U'/')) {
        result = quotient(std::move(result), signed_factor());
      } else if (starts_operand()) {
        result = std::move(result) * power();
      } else {
        return result;
      }
    }
  }

  /// 65/4 % is (65/4)%; what divides by a percentage has brackets: 65/(4%).
  Expression quotient(Expression a, Expression b) const {
    const bool plain = a.op() == Op::number && b.op() == Op::percent &&
                       text_[at_ - 1].code == U'%' && b.operands()[0].op() == Op::number;
    if (!plain) return std::move(a) / std::move(b);
    return applied(Op::percent, std::move(a) / b.operands()[0]);
  }

  /// An x between digits: 1.6x10^-1.
  bool take_x() {
    if (lower(peek()) != U'x' || !is_digit(text_[at_ - 1].code) || !is_digit(peek(1))) return false;
    ++at_;
    return true;
  }

  [[nodiscard]] bool starts_operand() const {
    const char32_t c = peek();
    // A bar closes the innermost |x| if it can.
    return is_digit(c) || is_mark(c) || is_letter(c) || is_command() || partner(c) != kEnd ||
           is_fraction(c) || c == kRoot || c == kInfinity || (c == U'|' && closing_ != U'|');
  }

  /// Whether a name starts here as LaTeX writes it: \ln.
  [[nodiscard]] bool is_command() const { return peek() == U'\\' && is_letter(peek(1)); }

  /// With a sign or without; what follows the sign is of the same kind again.
  Expression after_sign(Expression (Parser::*operand)()) {
    if (!enter()) return 0.0;
    const bool minus = peek() == U'-';
    ++at_;
    Expression result = (this->*operand)();
    --depth_;
    return minus ? -std::move(result) : result;
  }

  Expression signed_factor() {
    return is_sign(peek()) ? after_sign(&Parser::signed_factor) : power();
  }

  /// What a function without brackets takes.
  Expression signed_argument() {
    return is_sign(peek()) ? after_sign(&Parser::signed_argument) : bare_argument();
  }

  Expression power() {
    spend();
    Expression base = primary();
    while (take(U'%')) base = applied(Op::percent, std::move(base));
    if (is_raised(peek())) return raised_to(std::move(base), raised());
    const bool doubled = peek() == U'*' && peek(1) == U'*';
    if ((peek() != U'^' && !doubled) || !enter()) return base;
    at_ += doubled ? 2 : 1;
    Expression exponent = signed_factor();
    --depth_;
    return raised_to(std::move(base), std::move(exponent));
  }

  /// e^x is exp(x), as both are printed alike.
  static Expression raised_to(Expression base, Expression exponent) {
    return base.op() == Op::euler ? applied(Op::exp, std::move(exponent))
                                  : pow(std::move(base), std::move(exponent));
  }

  /// Raised digits, perhaps with a sign.
  Expression raised() {
    const bool minus = peek() == kRaisedMinus;
    if (peek() >= kRaisedPlus) ++at_;
    Expression exponent = run_of(kRaised);
    return minus ? -std::move(exponent) : exponent;
  }

  /// The whole number whose digits are `zero` and the nine that follow it.
  Expression run_of(char32_t zero) {
    const std::size_t from = at_;
    Decimal decimal;
    for (; peek() >= zero && peek() < zero + 10; ++at_) decimal.add(peek() - zero + U'0');
    if (at_ == from) fail_between(ParseErrorCode::unknown_character, at_ - 1, at_);
    return literal(decimal, 0, from);
  }

  Expression primary() {
    const char32_t c = peek();
    if (is_digit(c) || is_mark(c)) return number();
    if (is_fraction(c)) return fraction();
    if (is_command()) ++at_;
    if (is_letter(peek())) return word();
    if (take(kInfinity)) return constant(Op::infinity);
    if (take(kRoot)) return applied(Op::sqrt, argument());
    if (partner(c) != kEnd) return group(partner(c));
    if (c == U'|') return applied(Op::absolute, group(U'|'));
    return fail_at_operand();
  }

  /// From an opening bracket to its partner.
  Expression group(char32_t closing) {
    if (!enter()) return 0.0;
    const std::size_t opening_at = at_++;
    const char32_t outer = std::exchange(closing_, closing);
    Expression result = sum();
    closing_ = outer;
    if (!take(closing)) {
      if (peek() == kEnd || is_equals(peek()) || peek() == outer) {
        fail_between(ParseErrorCode::missing_bracket, opening_at, opening_at + 1);
      } else {
        fail_at_stranger();
      }
    }
    --depth_;
    return result;
  }

  /// The function whose name stands here, or null.
  [[nodiscard]] const Function* function() const {
    spend();
    for (const Function& known : kFunctions) {
      std::size_t length = 0;
      while (length < known.name.size() &&
             lower(peek(length)) == static_cast<unsigned char>(known.name[length])) {
        ++length;
      }
      if (length == known.name.size()) return &known;
    }
    return nullptr;
  }

  Expression word() {
    const Function* const known = function();
    if (known == nullptr) return letter();
    at_ += known->name.size();
    if (known->op == Op::infinity) return constant(Op::infinity);
    if (known->op == Op::symbol) return Symbol::loss;
    if (known->op == Op::add) return ln(1.0 + argument());
    return known->has_bases ? logarithm() : applied(known->op, argument());
  }

  Expression logarithm() {
    Expression base = constant(Op::euler);
    const std::size_t digits = plain_base();
    if (take(U'_')) {
      base = is_digit(peek()) || is_mark(peek()) ? number(true) : primary();
    } else if (is_lowered(peek())) {
      base = run_of(kLowered);
    } else if (digits != 0) {
      at_ += digits;
      base = digits == 1 ? 2.0 : 10.0;
    } else if (lower(peek()) == U'e' && joined(at_) && function() == nullptr && peek(1) != U'^' &&
               !is_raised(peek(1))) {
      ++at_;
    } else {
      natural_log_ = true;
    }
    const bool plain = base.op() == Op::number;
    if (plain && base.number() == 2.0) return applied(Op::log2, argument());
    if (plain && base.number() == 10.0) return applied(Op::log10, argument());
    const bool natural = base.op() == Op::euler;
    Expression result = ln(argument());
    return natural ? result : std::move(result) / ln(std::move(base));
  }

  /// The length of the 2 or 10 that is written onto log. log20 and log2.5 are natural logarithms.
  [[nodiscard]] std::size_t plain_base() const {
    std::size_t length = 0;
    while ((is_digit(peek(length)) || is_mark(peek(length))) && joined(at_ + length)) ++length;
    if (length == 1 && peek() == U'2') return 1;
    return length == 2 && peek() == U'1' && peek(1) == U'0' ? 2 : 0;
  }

  Expression argument() {
    const char32_t c = peek();
    if (partner(c) != kEnd) return group(partner(c));
    if (c == U'|') return primary();
    return signed_argument();
  }

  Expression bare_argument() {
    if (!enter()) return 0.0;
    Expression result = power();
    const char32_t next = peek(1);
    if (result.op() == Op::number && peek() == U'/' && (is_digit(next) || is_mark(next))) {
      ++at_;
      result = std::move(result) / power();
    } else {
      while (is_letter(peek()) && function() == nullptr) result = std::move(result) * power();
    }
    --depth_;
    return result;
  }

  Expression letter() {
    const char32_t c = peek();
    for (const Letter& known : kLetters) {
      if (known.code != c) continue;
      ++at_;
      return known.symbol;
    }
    if (lower(c) == U'e') {
      ++at_;
      return constant(Op::euler);
    }
    fail_at_word();
    return 0.0;
  }

  /// Digits with marks among them; with `one_piece` no white space.
  Expression number(bool one_piece = false) {
    const std::size_t from = at_;
    Decimal decimal;
    Marks marks;
    for (; is_digit(peek()) || is_mark(peek()) || parts_group(from, marks.none()); ++at_) {
      if (at_ != from && !joined(at_)) {
        if (one_piece) break;
        if (marks.none() && starts_fraction()) return mixed(literal(decimal, 0, from));
      }
      if (peek() == kGroup) continue;
      marks.add(peek());
      if (is_digit(peek())) decimal.add(peek());
    }
    if (marks.none() && is_fraction(peek())) return literal(decimal, 0, from) + fraction();
    auto fault = marks.fault(decimal_mark_, text_[from].code == U'0');
    int exponent = -marks.decimals();
    bool scientific = is_power_of_ten();
    bool whole_exponent = true;
    // 2e^z and 2 exp(z) are products; any other e here belongs to the number.
    if (!one_piece && lower(peek()) == U'e' && peek(1) != U'^' && !is_raised(peek(1)) &&
        !is_letter(peek(1))) {
      ++at_;
      const bool minus = peek() == U'-';
      if (is_sign(peek())) ++at_;
      whole_exponent = scientific = is_digit(peek());
      int size = 0;
      for (; is_digit(peek()); ++at_) {
        if (size < 1000) size = 10 * size + static_cast<int>(peek() - U'0');
      }
      exponent += minus ? -size : size;
    }
    // Nobody parts thousands there.
    if (scientific && fault == ParseErrorCode::ambiguous_mark) fault.reset();
    if (fault || !whole_exponent) {
      fail_between(fault.value_or(ParseErrorCode::malformed_number), from, at_);
      return 0.0;
    }
    if (marks.decimals() > 0) (marks.last() == decimal_mark_ ? own_mark_ : other_mark_) = true;
    return literal(decimal, exponent, from);
  }

  /// A sign that parts digits, before three of them; at the end of decimals before fewer. `from` is
  /// where the number starts: no group begins with a zero.
  [[nodiscard]] bool parts_group(std::size_t from, bool whole) const {
    std::size_t digits = 0;
    while (peek() == kGroup && is_digit(peek(digits + 1))) ++digits;
    return whole ? digits == 3 && text_[from].code != U'0' : digits > 0 && digits <= 3;
  }

  /// Whether times a power of ten follows.
  [[nodiscard]] bool is_power_of_ten() const {
    return (peek() == U'*' || lower(peek()) == U'x') && peek(1) == U'1' && peek(2) == U'0' &&
           (peek(3) == U'^' || is_raised(peek(3)) || (peek(3) == U'*' && peek(4) == U'*'));
  }

  Expression fraction() {
    const std::uint8_t parts = fraction_parts(peek());
    ++at_;
    return Expression(parts >> 4U, 1) / Expression(parts & 15U, 1);
  }

  /// Whether the upper part of a fraction stands here, and no group of three digits.
  [[nodiscard]] bool starts_fraction() const {
    std::size_t length = 0;
    while (is_digit(peek(length)) && (length == 0 || joined(at_ + length))) ++length;
    return length != 3 && peek(length) == U'/' && is_digit(peek(length + 1));
  }

  /// The rest of a mixed number.
  Expression mixed(Expression whole) {
    Expression upper = number(true);
    ++at_;
    return std::move(whole) + std::move(upper) / number(true);
  }

  Expression literal(Decimal& decimal, int exponent, std::size_t from) {
    const double value = decimal.take(exponent);
    if (std::isinf(value)) {
      fail_between(ParseErrorCode::number_too_large, from, at_);
      return 0.0;
    }
    return {value, decimal.figures()};
  }

  std::array<Character, kLongestText + 1> text_{};
  std::size_t size_ = 0;
  std::size_t at_ = 0;
  char32_t closing_ = kEnd;  // what closes the innermost open bracket
  int depth_ = 0;
  char32_t decimal_mark_;
  bool natural_log_ = false;
  bool own_mark_ = false;
  bool other_mark_ = false;
  std::optional<ParseError> error_{};
};

}  // namespace

Result<Understood, ParseError> read(std::string_view utf8, char decimal_mark) {
  return Parser(utf8, decimal_mark).statement();
}

Result<Expression, ParseError> parse(std::string_view utf8) {
  const auto typescript = read(utf8, '.');
  if (!typescript.ok()) return typescript.error();
  return typescript->formula;
}

}  // namespace bce

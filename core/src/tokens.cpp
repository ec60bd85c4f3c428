#include "bce/tokens.hpp"

#include <cmath>
#include <utility>

#include "bce/work.hpp"

namespace bce {

namespace {

constexpr int kMostFigures = 17;

constexpr std::string_view kMinus = "\xE2\x88\x92";
constexpr std::string_view kNearly = "\xE2\x89\x88";
constexpr std::string_view kInfinity = "\xE2\x88\x9E";
constexpr std::string_view kTimes = "\xC3\x97";
constexpr std::string_view kSum = "\xE2\x88\x91";
constexpr std::string_view kProduct = "\xE2\x88\x8F";
constexpr std::string_view kScriptL = "\xE2\x84\x92";

/// How tightly a formula holds together, from loose to tight.
enum class Grip : std::uint8_t {
  statement,
  sum,
  product,   // a b, and -a where a minus may stand
  function,  // ln a: takes in what follows it
  factor,    // fraction, power, percent, root, ln(...)
  atom,
};

bool is_negative_number(const Expression& e) {
  return e.op() == Op::number && std::signbit(e.number());
}

bool is_minus(const Expression& e) { return e.op() == Op::negate || is_negative_number(e); }

bool is_plain_number(const Expression& e) {
  return e.op() == Op::number && !std::signbit(e.number());
}

/// Whether a function takes it without brackets.
bool is_plain_argument(const Expression& e) {
  return is_plain_number(e) || e.op() == Op::symbol || e.op() == Op::euler ||
         e.op() == Op::absolute;
}

Grip grip(const Expression& e) {
  switch (e.op()) {
    case Op::equals:
    case Op::approximates:
      return Grip::statement;
    case Op::add:
    case Op::subtract:
      return Grip::sum;
    case Op::negate:
    case Op::multiply:
      return Grip::product;
    case Op::ln:
    case Op::log2:
    case Op::log10:
      return is_plain_argument(e.operands()[0]) ? Grip::function : Grip::factor;
    case Op::sum:
    case Op::product:
      return Grip::function;
    case Op::divide:
    case Op::power:
    case Op::percent:
    case Op::exp:
    case Op::sqrt:
      return Grip::factor;
    case Op::number:
      return is_negative_number(e) ? Grip::product : Grip::atom;
    case Op::symbol:
    case Op::euler:
    case Op::infinity:
    case Op::absolute:
      return Grip::atom;
  }
  return Grip::atom;
}

bool starts_with_digit(const Expression& e) {
  if (e.op() == Op::power || e.op() == Op::percent) return starts_with_digit(e.operands()[0]);
  return is_plain_number(e);
}

bool ends_with_digit(const Expression& e) {
  if (e.op() == Op::negate || e.op() == Op::multiply) return ends_with_digit(e.operands().back());
  return e.op() == Op::number;
}

/// Whether the two would run together: 2 3 into 23, 2 1/2 into a mixed number.
bool needs_times(const Expression& left, const Expression& right) {
  return starts_with_digit(right) || (ends_with_digit(left) && right.op() == Op::divide);
}

/// What stands around a formula.
struct Place {
  Grip at_least = Grip::statement;
  bool leads = true;      // a minus may stand here
  bool followed = false;  // something is multiplied right behind it
};

bool is_fenced(const Expression& e, const Place& place) {
  const Grip own = grip(e);
  return own < place.at_least || (is_minus(e) && !place.leads) ||
         (own == Grip::function && place.followed);
}

/// Whether it is printed, without brackets, as one token or one group.
bool is_one_piece(const Expression& e) {
  switch (e.op()) {
    case Op::number:
      return !is_negative_number(e);
    case Op::symbol:
    case Op::euler:
    case Op::infinity:
    case Op::divide:
    case Op::power:
    case Op::exp:
    case Op::sqrt:
    case Op::absolute:
      return true;
    default:
      return false;
  }
}

class Printer {
 public:
  void print(const Expression& e, Place place) {
    spend();
    if (is_fenced(e, place)) {
      open_fence();
      print_open(e, {});
      close_fence();
    } else {
      print_open(e, place);
    }
  }

  std::vector<Token> take() { return std::move(tokens_); }

 private:
  void put(TokenKind kind, std::string_view text) {
    tokens_.push_back({.kind = kind, .text = text});
  }
  void put_number(double number, int figures = 0) {
    tokens_.push_back(
        {.kind = TokenKind::number, .text = {}, .number = number, .figures = figures});
  }
  void open(std::string_view layout) { put(TokenKind::open, layout); }
  void close() { put(TokenKind::close, {}); }

  void open_fence() {
    if (fences_++ == 0) outermost_ = tokens_.size();
    deepest_ = fences_;
    open("(");
  }

  void close_fence() {
    close();
    if (--fences_ == 0 && deepest_ > 1) tokens_[outermost_].text = "[";
  }

  /// A child of a layout: one token or one group.
  void child(const Expression& e, Place place) {
    if (is_fenced(e, place) || is_one_piece(e)) return print(e, place);
    open("row");
    print(e, place);
    close();
  }

  void group(std::string_view layout, const Expression& e) {
    open(layout);
    child(e, {});
    close();
  }

  void infix(const Expression& e, std::string_view sign, Place left, Place right) {
    print(e.operands()[0], left);
    put(TokenKind::operation, sign);
    print(e.operands()[1], right);
  }

  void letter(Symbol symbol) {
    constexpr std::string_view kLetters[kSymbols] = {"y", "p",      "z", "L", "N",
                                                     "J", kScriptL, "y", "p"};
    const std::string_view text = kLetters[static_cast<std::size_t>(symbol)];
    const bool indexed = symbol == Symbol::label_i || symbol == Symbol::probability_i;
    const bool predicted = symbol == Symbol::probability_i;
    if (indexed) open("subscript");
    if (predicted) open("hat");
    put(TokenKind::identifier, text);
    if (predicted) close();
    if (!indexed) return;
    put(TokenKind::identifier, "i");
    close();
  }

  void function(const Expression& e) {
    if (e.op() == Op::ln) {
      put(TokenKind::function, "ln");
    } else {
      open("subscript");
      put(TokenKind::function, "log");
      put_number(e.op() == Op::log2 ? 2.0 : 10.0);
      close();
    }
    const Expression& argument = e.operands()[0];
    if (is_plain_argument(argument)) {
      print(argument, {});
    } else {
      open_fence();
      print(argument, {});
      close_fence();
    }
  }

  void total(const Expression& e) {
    open("total");
    put(TokenKind::operation, e.op() == Op::sum ? kSum : kProduct);
    open("row");
    put(TokenKind::identifier, "i");
    put(TokenKind::operation, "=");
    put_number(1.0);
    close();
    put(TokenKind::identifier, "N");
    close();
    print(e.operands()[0], {.at_least = Grip::product, .leads = false});
  }

  /// ((a b) c) d is one row of factors; if one pair needs a sign, all get it.
  void chain(const Expression& e, Place place) {
    bool signs = false;
    for (const Expression* rest = &e; rest->op() == Op::multiply; rest = &rest->operands()[0]) {
      const Expression& left = rest->operands()[0];
      signs = signs || needs_times(left.op() == Op::multiply ? left.operands()[1] : left,
                                   rest->operands()[1]);
    }
    factors(e, place, signs);
  }

  void factors(const Expression& e, Place place, bool signs) {
    if (e.op() != Op::multiply) {
      // -a b is the minus of a product; the minus of its first factor alone needs brackets. Only a
      // number that was computed is not read again.
      return print(e, {.at_least = Grip::product,
                       .leads = place.leads && is_negative_number(e),
                       .followed = place.followed});
    }
    factors(e.operands()[0], {.leads = place.leads, .followed = true}, signs);
    if (signs) put(TokenKind::operation, kTimes);
    print(e.operands()[1],
          {.at_least = Grip::function, .leads = false, .followed = place.followed});
  }

  /// Without brackets of its own.
  void print_open(const Expression& e, Place place) {
    const std::span<const Expression> operands = e.operands();
    const Place first_term{.at_least = Grip::sum, .leads = place.leads};
    const Place next_term{.at_least = Grip::product, .leads = false};
    switch (e.op()) {
      case Op::number:
        if (is_negative_number(e)) put(TokenKind::operation, kMinus);
        return put_number(std::fabs(e.number()), e.figures() < kMostFigures ? e.figures() : 0);
      case Op::symbol:
        return letter(e.symbol());
      case Op::euler:
        return put(TokenKind::identifier, "e");
      case Op::infinity:
        return put(TokenKind::identifier, kInfinity);
      case Op::negate:
        put(TokenKind::operation, kMinus);
        return print(operands[0],
                     {.at_least = Grip::product, .leads = false, .followed = place.followed});
      case Op::add:
        return infix(e, "+", first_term, next_term);
      case Op::subtract:
        return infix(e, kMinus, first_term, next_term);
      case Op::equals:
      case Op::approximates:
        return infix(e, e.op() == Op::equals ? "=" : kNearly, {}, {.at_least = Grip::sum});
      case Op::multiply:
        return chain(e, place);
      case Op::divide:
      case Op::power:
        open(e.op() == Op::divide ? "fraction" : "superscript");
        child(operands[0], {.at_least = e.op() == Op::divide ? Grip::statement : Grip::atom});
        child(operands[1], {});
        return close();
      case Op::exp:
        open("superscript");
        put(TokenKind::identifier, "e");
        child(operands[0], {});
        return close();
      case Op::percent:
        print(operands[0], {.at_least = Grip::atom});
        return put(TokenKind::operation, "%");
      case Op::ln:
      case Op::log2:
      case Op::log10:
        return function(e);
      case Op::sqrt:
        return group("root", operands[0]);
      case Op::absolute:
        open("|");
        print(operands[0], {});
        return close();
      case Op::sum:
      case Op::product:
        return total(e);
    }
  }

  std::vector<Token> tokens_{};
  std::size_t outermost_ = 0;  // where the outermost open fence stands
  int fences_ = 0;             // open now
  int deepest_ = 0;            // at the innermost fence opened last
};

}  // namespace

std::vector<Token> tokens(const Expression& expression) {
  Printer printer;
  printer.print(expression, {});
  return printer.take();
}

}  // namespace bce

"""Writes batch.tsv, the mean losses that batch_test.cpp compares with.

Usage: python3 make_batch.py > batch.tsv

The rows themselves are made by a recipe that batch_test.cpp follows too, out of whole numbers and
operations that IEEE 754 rounds in one way.
"""

import math
import sys

import mpmath
from mpmath import mp, mpf

WORKING_DIGITS = 400  # 1 - 5e-324 keeps its digits
PRINTED_DIGITS = 60

mp.dps = WORKING_DIGITS


class Random:
    """SplitMix64 (Steele, Lea, Flood 2014)."""

    def __init__(self, seed):
        self.state = seed

    def bits(self):
        mask = 2**64 - 1
        self.state = (self.state + 0x9E3779B97F4A7C15) & mask
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & mask
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & mask
        return z ^ (z >> 31)

    def below(self, n):
        return self.bits() % n

    def unit(self):
        """Above 0, below 1."""
        return math.ldexp((self.bits() >> 12) * 2 + 1, -53)


def even(rng):
    return float(rng.below(2)), rng.unit()


def missed_by(y, miss):
    return y, (1.0 - miss if y == 1.0 else miss)


def good(rng):
    return missed_by(float(rng.below(2)), rng.unit() * 2.0**-4)


def sure(rng):
    return missed_by(float(rng.below(2)), math.ldexp(rng.unit(), -10 - rng.below(40)))


def surest(rng):
    """Where 1 - p has no digits of p left."""
    rng.below(2)
    return 0.0, math.ldexp(rng.unit(), -52 - rng.below(900))


def border(rng):
    """About the loss from which on a block is taken by its product."""
    return missed_by(float(rng.below(2)), rng.unit() * 2.0**-7)


def wrong(rng):
    return missed_by(float(rng.below(2)), 1.0 - rng.unit() * 2.0**-4)


def hopeless(rng):
    """Products of these leave the doubles."""
    rng.below(2)
    return 1.0, math.ldexp(rng.unit(), -rng.below(1021))


def tiniest(rng):
    """Subnormal, and every tenth an end that is right."""
    if rng.below(10) == 0:
        return missed_by(float(rng.below(2)), 0.0)
    return 1.0, math.ldexp(float(1 + rng.below(1 << 20)), -1074)


def soft(rng):
    return rng.unit(), rng.unit()


def mixed(rng):
    return [even, good, sure, wrong, soft, tiniest][rng.below(6)](rng)


KINDS = [even, good, sure, surest, border, wrong, hopeless, tiniest, soft, mixed]
LENGTHS = [1, 31, 127, 128, 129, 1000, 4096]


def loss(y, p):
    return -sum((w * mpmath.log(q) for w, q in ((y, p), (1 - y, 1 - p)) if w != 0), mpf(0))


def main():
    out = sys.stdout
    out.write(
        "# Mean losses of rows that are made by the recipes in make_batch.py.\n"
        f"# Made by make_batch.py with mpmath {mpmath.__version__}, {WORKING_DIGITS} working digits.\n"
        "# Columns, tab-separated: kind, its number, rows, seed, the mean loss to "
        f"{PRINTED_DIGITS} digits,\n"
        "# the double nearest to it, the double nearest to what is then left.\n"
    )
    for number, kind in enumerate(KINDS):
        for rows in LENGTHS:
            seed = 1000 * number + rows
            rng = Random(seed)
            total = mpf(0)
            for _ in range(rows):
                y, p = kind(rng)
                total += loss(mpf(y), mpf(p))
            value = total / rows
            high = float(value)
            low = float(value - mpf(high))
            digits = mpmath.nstr(value, PRINTED_DIGITS, strip_zeros=True)
            out.write(
                "\t".join([kind.__name__, str(number), str(rows), str(seed), digits, high.hex(),
                           low.hex()]) + "\n"
            )


if __name__ == "__main__":
    main()

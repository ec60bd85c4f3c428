"""Writes loss.tsv, the reference values that loss_test.cpp compares with.

Usage: python3 make_golden.py > loss.tsv

The values are those of the exact binary inputs, so they hold for any correct implementation.
"""

import math
import random
import sys

import mpmath
from mpmath import mp, mpf

SEED = 20240
WORKING_DIGITS = 800  # 1 - 5e-324 and products of such numbers keep all that is printed
PRINTED_DIGITS = 60

mp.dps = WORKING_DIGITS


def ln_odds(p, q):
    return mpmath.log(p) - mpmath.log(q)


def xlogy(x, y):
    return mpf(0) if x == 0 else x * mpmath.log(y)


def sigmoid(z):
    e = mpmath.exp(-abs(z))
    return 1 / (1 + e) if z > 0 else e / (1 + e)


def tail(z):
    return mpmath.log1p(mpmath.exp(-abs(z)))


def loss(y, p):
    return -xlogy(y, p) - xlogy(1 - y, 1 - p)


FUNCTIONS = {
    "loss": loss,
    "loss_from_logit": lambda y, z: tail(z) + ((1 - y) * z if z > 0 else -y * z),
    "slope": lambda y, p: (1 - y) / (1 - p) - y / p,
    "slope_from_logit": lambda y, z: (1 - y) * sigmoid(z) - y * sigmoid(-z),
    "entropy": lambda y, _: loss(y, y),
    "divergence": lambda y, p: loss(y, p) - loss(y, y),
    "sigmoid": lambda _, z: sigmoid(z),
    "logit": lambda _, p: ln_odds(p, 1 - p),
    "softplus_tail": lambda _, z: tail(z),
    "ln": lambda _, x: mpmath.log(x),
    "ln_1p": lambda _, x: mpmath.log1p(x),
    "exp": lambda _, x: mpmath.exp(x),
}

TINIEST = 5e-324
LARGEST_BELOW_ONE = 1 - 2.0**-53
EDGES = [TINIEST, 2.0**-1022, 1e-300, 1e-100, 1e-17, 2.0**-53, 1e-7, 0.1, 0.25, 1 / 3,
         math.nextafter(0.5, 0), 0.5, math.nextafter(0.5, 1), 0.75, 0.85, 0.9, 1 - 1e-7,
         1 - 2.0**-52, LARGEST_BELOW_ONE]
LOGITS = [TINIEST, 1e-300, 1e-17, 1e-8, 0.1, 0.5, 1.0, 2.0, 5.0, 17.0, 36.0, 37.0, 40.0, 300.0,
          700.0, 709.0, 720.0, 744.0, 745.0, 746.0, 1e3, 1e4]
# Found by search: here a rounding error left uncorrected would cost more than 2 ulp.
HARD = [
    ("loss", 0.49999996455266166, 0.8299231026923629),
    ("loss", 0.1142780805553997, 0.6344207110423564),
    ("loss", 0.025610609173527032, 0.9824763595757946),
    ("loss", 0.045474146937860671, 0.6370106920446382),
    ("slope", 0.684229140011246, 0.16285098365192868),
    ("slope", 0.6710811920672833, 0.1602938348364833),
    ("slope", 0.0, 0.49999890999008129),
    ("sigmoid", 0.0, -2.7265472635192856),
    ("sigmoid", 0.0, -3.4571377810321158),
    ("slope_from_logit", 0.0, -9.7040579184758435),
    ("loss_from_logit", 0.9999999999256299, 1.2764050904936131),
    ("loss_from_logit", 0.49996409775624967, 1.1440681359660765),
    ("divergence", 0.42289976095170878, 0.1376849079911612),
    ("divergence", 0.75351995221674806, 0.13815553185911927),
]
LARGEST = math.ldexp(1 - 2.0**-53, 1024)
# Where the reductions of ln, ln_1p and exp change: the root of 2 and of 1/2, the last place of 1,
# the ends of the subnormal numbers, of overflow and of underflow. The last of each were found by
# search: their errors are the largest of ten million.
ARGUMENTS = {
    "ln": [TINIEST, 2.0**-1023, 2.0**-1022, 1e-300, 1e-5, 0.5, math.sqrt(0.5),
           math.nextafter(math.sqrt(0.5), 0), 0.9, LARGEST_BELOW_ONE, 1.0, 1 + 2.0**-52, 1.1,
           math.nextafter(math.sqrt(2), 0), math.sqrt(2), math.e, 10.0, 1e22, LARGEST,
           0.7058837416059583, 1.4078441103980335, 1.3474906178974237],
    "ln_1p": [-LARGEST_BELOW_ONE, -0.9, -0.5, -0.29289321881345243, -0.2, -2.0**-52, -2.0**-53,
              -2.0**-54, -TINIEST, TINIEST, 2.0**-1022, 2.0**-54, 2.0**-53, 2.0**-52, 1e-5, 0.2,
              0.41421356237309503, 0.41421356237309515, 1.0, 2.0**53, LARGEST,
              -0.2939083594219133, 0.4102384717108494],
    "exp": [-745.14, -745.1332191019412, -745.1332191019411, -744.4400719213812, -709.0,
            -708.3964185322641, -708.39, -708.09, -1.0, -0.34657359027997264, -2.0**-54, TINIEST,
            2.0**-54, 0.34657359027997264, 0.34657359027997270, 1.0, math.log(10), 700.0, 709.0,
            709.782712893384, -173.62466432809208, -21.120125322992234],
}
LOGITS = [0.0] + LOGITS + [-z for z in LOGITS]


def inside(p):
    return min(max(p, TINIEST), LARGEST_BELOW_ONE)


def probability(rng):
    """A probability: even, near 0, near 1 or near 1/2, on scales of every size."""
    kind = rng.randrange(6)
    if kind == 0:
        return inside(rng.random())
    if kind == 1:
        return inside(math.exp(-744 * rng.random()))
    if kind == 2:
        return inside(1 - math.exp(-36 * rng.random()))
    if kind == 3:
        return inside(math.exp(-5 * rng.random()))
    if kind == 4:
        return inside(1 - math.exp(-5 * rng.random()))
    return inside(0.5 + (rng.random() - 0.5) * math.exp(-20 * rng.random()))


def score(rng):
    size = 40 * rng.random() if rng.random() < 0.5 else min(math.exp(20 * rng.random() - 10), 1e4)
    return size if rng.random() < 0.5 else -size


def near(rng, y):
    return inside(y * (1 + (rng.random() - 0.5) * math.exp(-30 * rng.random())))


def rows():
    rng = random.Random(SEED)
    yield from HARD
    hard = [0.0, 1.0]
    some = [TINIEST, 1e-17, 0.3, 0.5, 0.9, LARGEST_BELOW_ONE]
    for y in hard:
        yield from (("loss", y, p) for p in EDGES)
        yield from (("slope", y, p) for p in EDGES)
        yield from (("loss_from_logit", y, z) for z in LOGITS)
        yield from (("slope_from_logit", y, z) for z in LOGITS)
    for y in some:
        yield from (("loss", y, p) for p in EDGES[::2])
        yield from (("slope", y, p) for p in EDGES[::2])
        yield from (("divergence", y, p) for p in EDGES[::2])
        yield from (("loss_from_logit", y, z) for z in LOGITS[::4])
        yield from (("slope_from_logit", y, z) for z in LOGITS[::4])
    yield from (("entropy", y, 0.0) for y in EDGES)
    yield from (("sigmoid", 0.0, z) for z in LOGITS[::3])
    yield from (("softplus_tail", 0.0, z) for z in LOGITS[::3])
    yield from (("logit", 0.0, p) for p in EDGES)
    for _ in range(40):
        for y in hard:
            yield "loss", y, probability(rng)
            yield "loss_from_logit", y, score(rng)
            yield "slope_from_logit", y, score(rng)
            yield "slope", y, probability(rng)
        yield "sigmoid", 0.0, score(rng)
        yield "logit", 0.0, probability(rng)
    for _ in range(100):
        yield "loss", probability(rng), probability(rng)
        yield "loss_from_logit", probability(rng), score(rng)
        yield "slope", probability(rng), probability(rng)
        yield "entropy", probability(rng), 0.0
    for _ in range(50):
        yield "slope_from_logit", probability(rng), score(rng)
        yield "divergence", probability(rng), probability(rng)
        y = probability(rng)
        yield "divergence", y, near(rng, y)
    for name, arguments in ARGUMENTS.items():
        yield from ((name, 0.0, x) for x in arguments)
    for _ in range(50):
        yield "ln", 0.0, 0.5 + 1.5 * rng.random()
        yield "ln", 0.0, math.ldexp(1 + rng.random(), rng.randrange(-1074, 1024))
        yield "ln_1p", 0.0, -probability(rng)
        yield "ln_1p", 0.0, math.exp(80 * rng.random() - 40)
        yield "exp", 0.0, rng.uniform(-40, 1)
        yield "exp", 0.0, rng.uniform(-745.2, 709.8)
    for _ in range(50):
        yield "exp", 0.0, rng.uniform(-745.2, -708.3)


def main():
    out = sys.stdout
    out.write(
        "# Reference values for binary cross-entropy, of exactly these binary inputs.\n"
        f"# Made by make_golden.py with mpmath {mpmath.__version__}, {WORKING_DIGITS} working "
        f"digits, seed {SEED}.\n"
        "# Columns, tab-separated: function, y, x (p or z; 0 where unused), the value to "
        f"{PRINTED_DIGITS} digits,\n"
        "# the double nearest to the value, the double nearest to what is then left.\n"
        "# Values beyond the doubles are left out.\n"
    )
    seen = set()
    for name, y, x in rows():
        if (name, y, x) in seen:
            continue
        seen.add((name, y, x))
        value = FUNCTIONS[name](mpf(y), mpf(x))
        high = float(value)
        if math.isinf(high):
            continue
        low = float(value - mpf(high))
        digits = mpmath.nstr(value, PRINTED_DIGITS, strip_zeros=True)
        out.write("\t".join([name, y.hex(), x.hex(), digits, high.hex(), low.hex()]) + "\n")


if __name__ == "__main__":
    main()

"""The mean loss in NumPy, for core.mjs: for each line on standard input one round, timed, of each of the two forms.

Usage: python3 mean.py labels probabilities, two files of doubles
"""

import sys
import time

import numpy as np

y, p = (np.fromfile(name) for name in sys.argv[1:])


def textbook():
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


def accurate():
    return -np.mean(y * np.log(p) + (1 - y) * np.log1p(-p))


print(np.__version__, flush=True)
for _ in sys.stdin:
    for form in textbook, accurate:
        since = time.perf_counter()
        mean = form()
        print((time.perf_counter() - since) * 1e3, repr(float(mean)), flush=True)

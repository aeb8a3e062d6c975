"""Writes the numbers of SignificanceParityTest: paired series of accuracies, and what SciPy computes of them.

usage: significance_cases.py FOLDER     (Debian: python3-scipy; made with SciPy 1.10.1 and NumPy 1.24.2)
"""
import json
import sys
from pathlib import Path

import numpy as np
from scipy import stats

LEVEL = 0.95


def case(first, second):
    test = stats.ttest_rel(first, second)
    difference = test.confidence_interval(LEVEL)
    mean = stats.t.interval(LEVEL, len(first) - 1, loc=np.mean(first), scale=stats.sem(first))
    return {
        "first": list(first),
        "second": list(second),
        "difference": float(np.mean(np.subtract(first, second))),
        "low": float(difference.low),
        "high": float(difference.high),
        "probability": float(test.pvalue),
        "meanLow": float(mean[0]),
        "meanHigh": float(mean[1]),
    }


def write(folder):
    random = np.random.default_rng(7)
    cases = [case([0.612, 0.634, 0.601], [0.588, 0.619, 0.593]), case([0.5, 0.75], [0.25, 0.625])]
    for count, shift in [(3, 0.0), (5, 0.02), (5, -0.01), (10, 0.005), (30, 0.002)]:
        common = random.uniform(0.6, 0.8, count)
        first = np.round(common + shift + random.normal(0, 0.01, count), 4)
        second = np.round(common + random.normal(0, 0.01, count), 4)
        cases.append(case(first.tolist(), second.tolist()))
    (folder / "significance.json").write_text(json.dumps(cases, indent=1) + "\n")


if __name__ == "__main__":
    write(Path(sys.argv[1]))

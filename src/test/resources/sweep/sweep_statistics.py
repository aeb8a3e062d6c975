"""Statistics of the trials of a sweep, by SciPy and NumPy alone, from trials.csv.

Run with Debian's Python (python3-scipy 1.10):

    python3 src/test/resources/sweep/sweep_statistics.py

Reads trials.csv next to this file and writes sweep_statistics.json: mean and 95 % interval of every trial, paired t-tests of the
best distilled trial and every other one with Holm's correction, and the shares of the variance (epsilon squared).
"""

import csv
import json
import pathlib

import numpy
from scipy import stats

HERE = pathlib.Path(__file__).parent


def interval(values):
    values = numpy.array(values)
    half = stats.t.ppf(0.975, len(values) - 1) * values.std(ddof=1) / numpy.sqrt(len(values))
    return {"mean": float(values.mean()), "reach": float(half)}


def holm(probabilities):
    order = numpy.argsort(probabilities, kind="stable")
    corrected = numpy.empty(len(probabilities))
    largest = 0.0
    for rank, test in enumerate(order):
        largest = max(largest, min(1.0, (len(probabilities) - rank) * probabilities[test]))
        corrected[test] = largest
    return [float(value) for value in corrected]


def epsilon_squared(scores, groups):
    scores = numpy.array(scores)
    total = ((scores - scores.mean()) ** 2).sum()
    parts = [scores[[group == one for group in groups]] for one in sorted(set(groups))]
    between = sum(len(part) * (part.mean() - scores.mean()) ** 2 for part in parts)
    within = (total - between) / (len(scores) - len(parts))
    return float(max(0.0, (between - (len(parts) - 1) * within) / total))


def main():
    with open(HERE / "trials.csv", newline="") as file:
        rows = list(csv.DictReader(file))
    scores = {}
    for row in rows:
        scores.setdefault(row["trial"], {})[int(row["seed"])] = float(row["score"])
    intervals = {trial: interval(list(by_seed.values())) for trial, by_seed in scores.items()}
    distilled = [trial for trial in scores if trial != "random-real"]
    best = max(distilled, key=lambda trial: intervals[trial]["mean"])
    others = sorted((trial for trial in scores if trial != best), key=lambda trial: -intervals[trial]["mean"])
    seeds = sorted(scores[best])
    tests = [
        stats.ttest_rel([scores[best][seed] for seed in seeds], [scores[other][seed] for seed in seeds]).pvalue
        for other in others
    ]
    corrected = dict(zip(others, holm(tests)))
    candidates = [row for row in rows if row["trial"].isdigit()]
    shares = {
        key: epsilon_squared([float(row["score"]) for row in candidates], [row[key] for row in candidates])
        for key in ("synthesis.rho", "synthesis.ascentSteps", "synthesis.batchNormWeight", "seed")
    }
    result = {"best": best, "intervals": intervals, "corrected": corrected, "shares": shares}
    (HERE / "sweep_statistics.json").write_text(json.dumps(result, indent=1, sort_keys=True) + "\n")


if __name__ == "__main__":
    main()

"""Do the 90 % intervals of the ranking hold what they promise? Simulated counties whose true rates are known.

`python -m benchmarks.coverage` prints how often the interval held the true rate and the true rank, and how often a
township named as one of the worst three was one. Seeded: the same figures on every machine with the same numpy.
"""

import argparse
import time

import numpy as np

from benchmarks.table import say, show
from metrics._ranking import NAMED_FROM, rank_rates

SEED = 4
COUNTIES = 300
OVERALL = 45 / 10_000
SPREADS = (0.15, 0.3, 0.6)
TOWNSHIPS = (12, 20)


def simulate(townships: int, spread: float, counties: int, phi: float = 1.0) -> tuple[float, ...]:
    """Part of intervals that held the true rate, and the true rank; names per county, part of them right; ms each."""
    dice = np.random.default_rng([SEED, townships, round(spread * 100), round(phi * 10)])
    held, placed, named, right = [], [], [], []
    began = time.perf_counter()
    for county in range(counties):
        people = np.round(np.geomspace(3_000, 130_000, townships))
        true = OVERALL * dice.gamma(1 / spread**2, spread**2, townships)
        clumps = dice.poisson(people * true / phi)
        found = rank_rates(clumps * phi, people, phi=phi, seed=county)
        held.append(_holds(found.low / 10_000, true, found.high / 10_000))
        places = true.argsort().argsort() + 1
        placed.append(_holds(found.rank_low, places, found.rank_high))
        named.append(found.may_be_named)
        right.append(found.may_be_named & (places > townships - 3))
    seconds = (time.perf_counter() - began) / counties
    of_named = np.sum(right) / max(1, np.sum(named))
    return (
        float(np.mean(held)),
        float(np.mean(placed)),
        float(np.sum(named) / counties),
        float(of_named),
        seconds * 1000,
    )


def _holds(low: np.ndarray, true: np.ndarray, high: np.ndarray) -> np.ndarray:
    return (low <= true) & (true <= high)


def run(counties: int = COUNTIES) -> None:
    """Simulate and print."""
    rows = []
    for townships in TOWNSHIPS:
        found = [(spread, 1.0, simulate(townships, spread, counties)) for spread in SPREADS]
        means = tuple(np.mean([one for _, _, one in found], axis=0))
        found += [("all of them", 1.0, means), (0.3, 2.0, simulate(townships, 0.3, counties, phi=2.0))]
        for spread, phi, (rate, rank, named, right, ms) in found:
            rows.append(
                (townships, spread, phi, f"{rate:.3f}", f"{rank:.3f}", f"{named:.1f}", f"{right:.2f}", f"{ms:.0f}")
            )
    header = (
        "townships",
        "true cv",
        "φ",
        "90 % interval held the rate",
        "… the rank",
        "named per county",
        "rightly",
        "ms",
    )
    show(f"Ranking: coverage of nominal 90 % intervals, {counties} simulated counties each", header, rows)
    say(f"Named: P(among the worst 3) of {NAMED_FROM} or more. The rank interval can only hold whole ranks.")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--counties", type=int, default=COUNTIES)
    run(parser.parse_args().counties)

"""Makes vectors.csv: random histories of reviews, and what the reference package makes of them.

    python -m venv venv && venv/bin/pip install fsrs==6.3.2
    venv/bin/python core/tests/memory/vectors.py

The same version of the package gives the same file, byte by byte. The package counts whole periods of 24 hours, and Palpate
local calendar days: all reviews here are at the same time of day, so that both count alike. A row is one review:

    history,retention,day,rating,recall,stability,difficulty,interval

retention in per cent; day since the first review; rating 1 (Again) to 4 (Easy); recall just before the review (empty for the
first); stability and difficulty just after it; interval in whole days until the next.
"""

import random
from datetime import datetime, timedelta, timezone
from importlib.metadata import version
from pathlib import Path

from fsrs import Card, Rating, Scheduler

HISTORIES = 1_200
LONGEST = 20
# The crate keeps stability below a hundred years, the package does not. Such a history ends before.
MOST_STABLE = 36_500
START = datetime(2000, 1, 1, 12, tzinfo=timezone.utc)


def gap(chance: random.Random, interval: int) -> int:
    """Days until the next review: on the same day, soon, about when due, or much too late."""
    kind = chance.random()
    if kind < 0.25:
        return 0
    if kind < 0.45:
        return chance.randint(1, 3)
    if kind < 0.80:
        return max(1, round(interval * chance.uniform(0.5, 1.5)))
    return round(10 ** chance.uniform(0, 3.3))


def history(chance: random.Random, retention: int):
    """The rows of one history, without its number."""
    scheduler = Scheduler(
        desired_retention=retention / 100, learning_steps=(), relearning_steps=(), enable_fuzzing=False
    )
    # How good this learner is with this card.
    weights = chance.choice([(1, 2, 6, 1), (5, 2, 2, 1), (1, 1, 1, 1), (0, 0, 1, 4), (1, 4, 1, 0)])
    card, day = Card(card_id=1), 0
    for turn in range(chance.randint(1, LONGEST)):
        rating = chance.choices(list(Rating), weights)[0]
        now = START + timedelta(days=day)
        recall = f"{scheduler.get_card_retrievability(card, now):.9g}" if turn else ""
        card, _ = scheduler.review_card(card, rating, now)
        if card.stability > MOST_STABLE:
            return
        interval = (card.due - now).days
        yield f"{retention},{day},{int(rating)},{recall},{card.stability:.9g},{card.difficulty:.9g},{interval}"
        # No learner waits for decades.
        day += min(gap(chance, interval), 4_000)


def main() -> None:
    chance = random.Random(20260101)
    lines = [f"# fsrs {version('fsrs')} for Python, learning steps and fuzz off. Made by vectors.py."]
    lines.append("history,retention,day,rating,recall,stability,difficulty,interval")
    for number in range(HISTORIES):
        lines += [f"{number},{row}" for row in history(chance, chance.choice([80, 85, 90, 95, 97]))]
    Path(__file__).with_name("vectors.csv").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

"""化解率 of a span whose last disputes are still open: the change is judged on the ended ones, which compare alike."""

from dataclasses import replace

from metrics._compute import compute
from metrics._figures import Figure
from metrics._metric import Metric
from metrics._period import Period
from metrics._review import Review
from metrics._still_open import still_open_words
from metrics._words import change_words, format_value


def period_of(told: Review, figure: Figure) -> Period:
    """The month or the year to date, by where the figure begins."""
    is_month = figure.period_start == told.month.start and told.to_date.start != told.month.start
    return told.month if is_month else told.to_date


def of_ended(told: Review, metric: Metric, figure: Figure) -> Figure | None:
    """The county's share of the ended disputes; None where nothing is open, or the rate is of ended ones anyhow."""
    if metric.ended is None or not still_open_words(told.build, metric, figure):
        return None
    ended = replace(metric, denominator=metric.ended, ended=None)
    [found] = compute(told.build, [ended], period_of(told, figure), by="county").rows()
    return found


def judged_change(told: Review, metric: Metric, figure: Figure) -> Figure:
    """The figure whose change may be judged: that of ended disputes where some are open."""
    return of_ended(told, metric, figure) or figure


def change_with_open(told: Review, metric: Metric, figure: Figure) -> str:
    """The change with its weight; where disputes are open the weight is that of the ended ones."""
    ended = of_ended(told, metric, figure)
    if ended is None or figure.change is None or "break" in figure.notes:
        return change_words(figure)
    moved = change_words(figure).partition("，")[0]
    left = still_open_words(told.build, metric, figure)
    if ended.value is None:
        return f"{moved}；{left}，变化不作判断"
    share = f"只看已办结的{ended.denominator:,}件，化解率{format_value(ended, metric)}{metric.unit}"
    return f"{moved}；{left}，{share}，{change_words(ended)}"

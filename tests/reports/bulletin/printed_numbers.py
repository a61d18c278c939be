"""Which numbers of a document's text are no figure of its review: the text may say nothing that figures do not.

What is told to one township is held against its own figures, those of all townships together and its own tables.
"""

import re
from fractions import Fraction

from data.reference.causes import path_of
from metrics._alert_words import expected_words, limit_number, size_words, value_words
from metrics._ended_words import of_ended
from metrics._family_mediation import mediation
from metrics._rounding import half_up, half_up_float
from metrics._standing_words import tiers_of, view_of
from metrics._targets import judged
from metrics._what_moved import by_area, by_cause
from metrics._what_moved_people_words import whole_parts
from metrics._words import format_base_value, format_change, format_interval, format_value

_DATES = re.compile(r"\d{4}年(?:\d+—)?(?:\d+月)?(?:\d+日)?|\d+—\d+月|\d+月(?:\d+日)?")
_RULES = re.compile(
    r"\d+日内起诉\d+件以上|超过\d+）|不足\d+[个件人]|×\d+|95%|99\.8%|最近\d+个月|各\d+个工作日|90%区间|满\d+日"
)
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_PLAIN = re.compile(r"[+-]?\d[\d,]*(?:\.\d+)?%?")


def strangers(notice, told):
    """Numbers in the paragraphs that are neither a date, nor part of a rule, nor a figure of the review."""
    known = figures_of(notice, told)
    found = []
    for part in notice.sections:
        for paragraph in part.paragraphs:
            text = _RULES.sub("", _DATES.sub("", paragraph.text))
            found += [f"{part.heading}：{one}" for one in _NUMBER.findall(text) if one not in known]
    return found


def strangers_to(code, texts, tables, told):
    """The same of the sentences that a sheet or a letter tells one township beside its tables."""
    known = _of_tables(tables) | _of_township(told, code)
    found = [_NUMBER.findall(_RULES.sub("", _DATES.sub("", text))) for text in texts]
    return [one for numbers in found for one in numbers if one not in known]


def unlike_their_text(tables):
    """Cells that read as a number and hold none, or another one: the workbook would show what the paper does not."""
    cells = [cell for table in tables for row in table.rows for cell in row if _PLAIN.fullmatch(cell.text)]
    return [
        cell for cell in cells if cell.number is None or not _reads(cell.text.rstrip("%").replace(",", ""), cell.number)
    ]


def _reads(text, number):
    half_a_digit = 0.5 * 10.0 ** -len(text.partition(".")[2])
    return abs(float(text) - number) <= half_a_digit + 1e-9


def _of_tables(tables):
    return {one for table in tables for row in table.rows for cell in row for one in _NUMBER.findall(cell.text)}


def _of_figure(one, metric):
    whole = (one.numerator, one.base_numerator, one.denominator, one.base_denominator, one.rank)
    known = {f"{number:,}" for number in whole if number is not None}
    known |= {format_value(one, metric), format_base_value(one, metric), half_up_float(one.phi, 1)}
    known |= set(_NUMBER.findall(format_change(one)))
    return known if one.together is None else known | {half_up_float(one.together, metric.decimals)}


def _of_township(told, code):
    """Its figures with limits and place, all townships together, its month before and its batches."""
    lead, of_month = told.metrics[0], told.of_month("civil_filings", code)
    own = [one for one in (*told.figures_to_date, of_month, *told.without_batches) if one.area_code == code]
    by_name = {one.name: one for one in told.metrics}
    known = {number for one in own for number in _of_figure(one, by_name[one.metric])}
    known |= set(_NUMBER.findall(format_interval(told.figure(lead.name, code), lead)))
    known.add(half_up_float(told.figure(lead.name).together or 0, lead.decimals))
    for standings in (told.standings[lead.name], told.standings_without_batches):
        if code in standings.of:
            one = standings.of[code]
            known |= {str(number) for number in (one.rank, one.rank_low, one.rank_high, len(standings.of))}
    known.add(str(sum(one.rank is not None for one in told.figures_to_date if one.metric == lead.name)))
    if told.month.start.month > 1:
        n = told.by_month("civil_filings", code)[-2].numerator
        known |= {f"{n:,}", f"{abs(of_month.numerator - n):,}"}
    places = told.brief.before.places if told.brief.before else ()
    known |= {str(one.rank) for one in places if one.area_code == code}
    rest = next(one.numerator for one in told.without_batches if one.area_code == code)
    return known | {f"{told.figure(lead.name, code).numerator - rest:,}"}


def figures_of(notice, told):
    """Every figure of the review as it may be printed, and every number of the tables."""
    known = _of_tables(notice.tables)
    known |= {number for metric in told.metrics for number in _still_open(told, metric)}
    by_name = {one.name: one for one in told.metrics}
    rows = [*told.figures_to_date, *told.figures_of_month, *told.without_batches]
    rows += [one for metric in told.metrics for one in _ended(told, metric)]
    known |= {number for one in rows for number in _of_figure(one, by_name[one.metric])}
    for alert in told.judgement.alerts:
        words = (value_words(alert), size_words(alert), expected_words(alert), limit_number(alert))
        known |= {number for one in words for number in _NUMBER.findall(one)}
    known |= _of_places(told) | _of_targets(told)
    return known | (_of_changes(told) | _of_families(notice, told) if "civil_filings" in by_name else set())


def _of_targets(told):
    """What is asked, and the share of it that belongs to the days gone by."""
    known = set()
    for one in judged(told):
        known |= {f"{one.target.value:,}", str(one.year.elapsed), str(one.year.days)}
        known |= {half_up(one.pace, max(1, one.metric.decimals))} if one.pace is not None else set()
    return known


def _of_families(notice, told):
    """How the lines of the family notice changed, from the table beside the text; what became of its mediation."""
    found = mediation(told) or (0,) * 6
    accepted, resolved, *_, base_accepted, base_resolved = found
    known = {f"{n:,}" for n in found}
    known |= {
        half_up(Fraction(100 * n, of), 1) for n, of in ((resolved, accepted), (base_resolved, base_accepted)) if of
    }
    pairs = [
        row[at : at + 2] for table in notice.tables if table.name == "分类情况" for row in table.rows for at in (1, 3)
    ]
    changes = [(one.number, base.number) for one, base in pairs]
    return known | {half_up(Fraction(100 * abs(n - base), base), 1) for n, base in changes if base}


def _still_open(told, metric):
    """Accepted less ended, of both years, for the two spans."""
    known = set()
    for one in (told.figure(metric.name), told.of_month(metric.name)):
        ended = of_ended(told, metric, one)
        if ended is not None:
            known |= {f"{one.denominator - ended.denominator:,}", f"{one.base_denominator - ended.base_denominator:,}"}
    return known


def _ended(told, metric):
    spans = (told.figure(metric.name), told.of_month(metric.name))
    return [ended for one in spans if (ended := of_ended(told, metric, one)) is not None]


def _of_changes(told):
    known, filings = set(), told.moved.county.numerator
    splits = [by_cause(told.moved), by_area(told.moved), *(by_cause(told.moved, code) for code, _ in told.townships)]
    for split in splits:
        for one in split.parts:
            known |= {f"{one.n:,}", f"{one.base_n:,}", f"{abs(one.difference):,}", str(len(split.parts))}
            known |= {half_up(abs(points), 1) for points in [split.exact_points(one.difference)] if points is not None}
    found = told.batches
    whole = [(found.n, found.base_n), (found.rest_n, found.rest_base_n), (filings, told.moved.county.base_numerator)]
    for n, base_n in [*whole, *((one.n, one.base_n) for one in found.filers)]:
        known |= {f"{n:,}", f"{base_n:,}", f"{abs(n - base_n):,}"}
        known |= {half_up(Fraction(100 * abs(n - base_n), base_n), 1)} if base_n else set()
        known |= {half_up(Fraction(100 * n, filings), 1)} if filings else set()
    unassigned = told.figure("civil_filings", "unassigned").numerator
    known |= {half_up(Fraction(100 * unassigned, filings), 1)} if filings else set()
    if told.people is not None:
        parts = (*whole_parts(told.people), told.people.apart, told.people.unknown)
        known |= {f"{abs(one):,}" for one in parts}
    fields = {}
    for cell in told.moved.cells:
        fields[path_of(cell.cause)[-1]] = fields.get(path_of(cell.cause)[-1], 0) + cell.n
    for n in fields.values():
        known |= {f"{n:,}", half_up(Fraction(100 * n, filings), 1)} if filings else set()
    causes = sorted((one.n for one in by_cause(told.moved).parts), reverse=True)
    known |= {half_up(Fraction(100 * sum(causes[:5]), filings), 1)} if filings else set()
    return known


def _of_places(told):
    """How many townships stand where, and the ends of intervals of places."""
    known = {str(number) for number in range(len(told.townships) + 1)}
    people = sum(told.figure(told.metrics[0].name, code).denominator or 0 for code, _ in told.townships)
    known.add(f"{people:,}")
    for metric in told.ranked:
        view = view_of(told, metric)
        known |= {str(len(one)) for one in tiers_of(view)} if view.standings.status == "ok" else set()
    filings = [one.numerator for one in told.figures_to_date if one.metric == "civil_filings"]
    return known | {f"{sum(filings[: len(told.townships)]):,}"}

"""A second, slow way to every figure: loops over plain rows, no SQL, no numpy, nothing of the program's own arithmetic.

Dates are (year, month, day) sums done by hand, counts are for-loops, one division per figure.
"""

from collections import defaultdict
from datetime import date, timedelta
from math import sqrt

from tests.metrics import plain_limits
from tests.metrics.plain_register_rules import RULES
from tests.metrics.plain_rules import PEOPLE, Events, Listed

ONE = timedelta(days=1)


def days(start, end):
    while start <= end:
        yield start
        start += ONE


def last_of_month(day):
    return (day + ONE).day == 1


def year_back(day):
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return date(day.year - 1, 2, 28)


def base_of(start, end):
    back = year_back(end)
    if start.day == 1 and last_of_month(end):
        while not last_of_month(back):
            back += ONE
    return year_back(start), back


def covered_days(county, ledger, kind):
    known = set()
    for span in county.coverage:
        if (span.ledger, span.kind) == (ledger, kind):
            known.update(days(span.covers_start, span.covers_end))
    return known


def tally(things, start, end):
    """Weights per area of things that happen on days."""
    found = defaultdict(int)
    for code, day, weight in things:
        if start <= day <= end:
            found[code] += weight
            found["county"] += weight
    return found


def people_on(county, code, day):
    """(people, as of) of one township: the newest figure up to the day, else the oldest after it."""
    figures = sorted(
        (one.as_of, one.people)
        for one in county.people
        if one.township_code == code and one.basis == county.definition.population_basis
    )
    past = [one for one in figures if one[0] <= day]
    chosen = past[-1] if past else figures[0] if figures else None
    return None if chosen is None else (chosen[1], chosen[0])


def all_people(county, day):
    """Denominators of the rates on a day, and notes on how they were come by."""
    found, notes, total, missing = {}, defaultdict(list), 0, []
    for township in county.townships:
        figure = people_on(county, township.code, day)
        if figure is None:
            missing.append(f"no_population:{township.code}")
            continue
        found[township.code] = figure[0]
        total += figure[0]
        for note, applies in (
            ("population_carried", figure[1] < date(day.year - 1, 12, 31)),
            ("population_later", figure[1] > day),
        ):
            if applies:
                notes[township.code].append(note)
                notes["county"].append(note)
    if not missing:
        found["county"] = total
    notes["county"] += missing
    return found, notes


def pearson_phi(things, codes, years):
    """Pearson's chi-square over degrees of freedom of township-years by months, January and February as one."""
    table = defaultdict(float)
    for code, day, weight in things:
        for start, end in years:
            if start <= day <= end and code in codes and weight:
                table[(code, start), max(day.month, 2)] += weight
    return chi_square_per_degree(table)


def chi_square_per_degree(table):
    heights, widths, total = defaultdict(float), defaultdict(float), 0.0
    for (row, column), n in table.items():
        heights[row] += n
        widths[column] += n
        total += n
    chi = 0.0
    for row, height in heights.items():
        for column, width in widths.items():
            expected = height * width / total
            chi += (table.get((row, column), 0.0) - expected) ** 2 / expected
    degrees = (len(heights) - 1) * (len(widths) - 1)
    return max(1.0, chi / degrees) if degrees else 1.0


def binomial_phi(part, whole, codes, years):
    """Binomial Pearson dispersion of the same cells around the township-year's own proportion."""
    cells = defaultdict(lambda: [0, 0])
    for column, things in enumerate((part, whole)):
        for code, day, weight in things:
            for start, end in years:
                if start <= day <= end and code in codes and weight:
                    cells[(code, start), max(day.month, 2)][column] += weight
    chi, degrees = 0.0, 0
    for line in {line for line, _ in cells}:
        mine = [cell for (other, _), cell in cells.items() if other == line and cell[1]]
        p = sum(x for x, _ in mine) / sum(n for _, n in mine)
        if 0 < p < 1:
            chi += sum((x - n * p) ** 2 / (n * p * (1 - p)) for x, n in mine)
            degrees += len(mine) - 1
    return max(1.0, chi / degrees) if degrees else 1.0


def covered_years(known, last_day):
    """Up to three years, covered by every ledger, of twelve whole months; they end up to a day, never in January."""
    if not known or not all(known):
        return []
    last_day = min(last_day, *(max(days_of) for days_of in known))
    known = set.intersection(*known)
    end = last_day
    while not last_of_month(end) or end.month == 1:
        end -= ONE
    found = []
    while len(found) < 3:
        start = year_back(end + ONE)
        if not all(day in known for day in days(start, end)):
            break
        found.append((start, end))
        end = start - ONE
    return found


def figures(county, metric_name, start, end):
    """Figures of one metric by area code: dictionaries with the names of the printed columns, without labels."""
    rule = RULES[metric_name]
    known = [covered_days(county, *ledger) for ledger in rule.ledgers]
    is_told = rule.needs(county)
    cutoff = min(map(max, known)) if known and all(known) else None
    is_cut = cutoff is not None and start <= cutoff < end
    if is_cut:
        end = cutoff
    base_start, base_end = base_of(start, end)
    per, better, whole = rule.per, rule.better, rule.whole
    now, then = rule.part.count(county, start, end), rule.part.count(county, base_start, base_end)
    is_rate = whole is PEOPLE
    is_quotient = whole is not None and not is_rate
    is_share = is_quotient and rule.quotient == "part"
    is_census = any(isinstance(one, Listed) and one.is_census for one in (rule.part, whole))
    is_tested = isinstance(rule.part, Events) and (whole is None or is_rate or (is_share and isinstance(whole, Events)))
    in_points = is_quotient and per == 100
    notes_on_people = {}
    if is_rate:
        bottom, notes_on_people = all_people(county, end)
        base_bottom = bottom
        if not county.definition.same_population_for_both_years:
            base_bottom, more = all_people(county, base_end)
            for code, extra in more.items():
                notes_on_people[code] += [n for n in extra if n not in notes_on_people[code]]
    elif is_quotient:
        bottom, base_bottom = whole.count(county, start, end), whole.count(county, base_start, base_end)
    residents, _ = all_people(county, end)

    def shared(first, last):
        """Whether any day of a span, and whether every day, is covered by each ledger."""
        counted = [sum(day in days_of for day in days(first, last)) for days_of in known]
        least, length = min(counted, default=(last - first).days + 1), (last - first).days + 1
        return is_told and least > 0, is_told and least == length

    has_any, is_whole = shared(start, end)
    base_has_any, base_is_whole = shared(base_start, base_end)
    codes = {township.code for township in county.townships}
    phi = 1.0
    if is_tested:
        years = covered_years(known, end)
        part = rule.part.things(county)
        phi = binomial_phi(part, whole.things(county), codes, years) if is_share else pearson_phi(part, codes, years)
    scopes = {"filings" if ledger == "cases" else f"{kind}_mediation" for ledger, kind in rule.ledgers}
    is_break = any(scopes & set(one.scope) and base_start < one.on <= end for one in county.definition.breaks)
    rankable = {t.code for t in county.townships if t.is_rankable_kind and not t.is_quasi}
    out = {}
    for code in [t.code for t in county.townships] + ["outside", "unassigned", "county"]:
        x1, x0 = now[code], then[code]
        n1 = None if whole is None else bottom[code] if is_quotient else bottom.get(code)
        n0 = None if whole is None else base_bottom[code] if is_quotient else base_bottom.get(code)
        no_rate = whole is not None and code in ("outside", "unassigned")
        has_rate = has_any and not no_rate and n1 not in (None, 0)
        value = x1 / n1 * per if has_rate else None
        if whole is None and (has_any or (x1 and is_tested)):
            value = x1
        base_value = None
        if base_has_any and not no_rate:
            base_value = x0 if whole is None else x0 / n0 * per if n0 else None
        limits = {"low": None, "high": None, "wide_low": None, "wide_high": None}
        if value is not None and (is_rate or (is_share and isinstance(rule.part, Events))):
            of = plain_limits.of_a_rate if is_rate else plain_limits.of_a_share
            for before, confidence in (("", 0.95), ("wide_", 0.998)):
                limits[f"{before}low"], limits[f"{before}high"] = of(x1, n1, per, phi, confidence)
        events = n1 if is_quotient else x1
        too_few_people = (
            residents.get(code) is not None and residents[code] < county.definition.smallest_ranked_population
        )
        small = whole is not None and value is not None and ((events < 10 and not is_census) or too_few_people)
        if not has_any:
            status = "not_covered"
        elif no_rate:
            status = "none"
        elif whole is not None and n1 is None:
            status = "no_population"
        elif whole is not None and n1 == 0:
            status = "zero_denominator"
        else:
            status = "small" if small else "ok"
        base_events = n0 if is_quotient else x0
        notes = set(notes_on_people.get(code, []))
        notes |= {"small"} if small else set()
        notes |= {"break"} if is_break else set()
        notes |= {"partial_period"} if is_cut else set()
        notes |= set() if is_whole and base_is_whole else {"not_covered"}
        notes |= {"period_not_covered"} if has_any and not is_whole else set()
        if base_is_whole and not no_rate:
            is_few = base_events < 10 and not is_census
            notes |= {"base_zero"} if base_events == 0 else {"base_small"} if is_few else set()
        change = z = None
        if is_whole and base_is_whole and value is not None and base_value is not None:
            if in_points:
                change = value - base_value
            else:
                change = (value - base_value) / base_value * 100 if base_value else None
            if is_share and is_tested:
                p = (x1 + x0) / (n1 + n0)
                error = sqrt(phi * p * (1 - p) * (1 / n1 + 1 / n0))
                z = (x1 / n1 - x0 / n0) / error if error else None
            elif is_tested:
                d = n1 / n0 if is_rate else 1
                z = (x1 - d * x0) / sqrt(phi * d * (x1 + x0)) if x1 + x0 else None
        out[code] = {
            "numerator": x1, "denominator": n1, "value": value, "status": status, "notes": notes,
            "base_numerator": x0, "base_denominator": n0, "base_value": base_value,
            "change": change, "change_z": z, "period_end": end, "base_start": base_start, "base_end": base_end,
            "cutoff": cutoff, "rank": None, "phi": phi, **limits,
            "ranked": better != "none" and code in rankable and has_any and value is not None and not too_few_people
            and not (is_quotient and n1 < 10 and not is_census),
        }  # fmt: skip
    ranked = [one for one in out.values() if one["ranked"]]
    for one in ranked:
        ahead = [o for o in ranked if (o["value"] < one["value"] if better == "lower" else o["value"] > one["value"])]
        one["rank"] = len(ahead) + 1
    return out

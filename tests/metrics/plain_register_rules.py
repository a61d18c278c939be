"""The slow twin's rules for trial work, petitions, suggestions, stations and their work."""

from datetime import timedelta

from tests.metrics.plain_rules import ACTIVITIES, CASES, PEOPLE, RULES, Listed, Rule, cases, of, register, trial
from tests.metrics.registers import Activity, Closing, Petition, Station, StationTownship, Suggestion

ONE = timedelta(days=1)


def closed(weight):
    return of(Closing, weight)


def with_closings(test):
    return lambda county: any(map(test, register(county, Closing)))


def appeal_told(one):
    return one.is_first_instance and one.is_appealed is not None


def civil_told(one):
    return one.is_civil_first_instance and one.has_close_method


def administrative_told(one):
    return one.is_administrative_first_instance and one.has_close_method


def heard(one):
    return one.is_administrative_first_instance and one.is_chief_present is not None


def dated(one):
    return one.is_first_instance and one.days >= 0


def numbered(one):
    return one.type_code is not None and not one.type_code.startswith("诉前调")


def there(first_day_counts):
    """Trial cases that are there on the last day, or on any day of a span."""

    def things(county, start, end):
        for one in filter(trial, county.cases):
            came = min(one.filed_on, one.closed_on or one.filed_on)
            if came <= end and (one.closed_on is None or one.closed_on >= (start if first_day_counts else end + ONE)):
                yield one.township_code

    return Listed(things)


RULES["acceptance_rate"] = Rule(
    CASES, closed(lambda one: appeal_told(one) and not one.is_appealed), closed(appeal_told), 100, "higher",
    needs=with_closings(appeal_told),
)  # fmt: skip
RULES["settlement_rate"] = Rule(
    CASES, closed(lambda one: civil_told(one) and (one.is_mediated or one.is_withdrawn)), closed(civil_told), 100,
    "none", needs=with_closings(civil_told),
)  # fmt: skip
RULES["administrative_withdrawal_rate"] = Rule(
    CASES, closed(lambda one: administrative_told(one) and one.is_withdrawn), closed(administrative_told), 100, "none",
    needs=with_closings(administrative_told),
)  # fmt: skip
RULES["chief_attendance_rate"] = Rule(
    CASES, closed(lambda one: heard(one) and one.is_chief_present), closed(heard), 100, "higher",
    needs=with_closings(heard),
)  # fmt: skip
FIRST = closed(lambda one: one.is_first_instance)
any_closing = with_closings(lambda one: True)
RULES["closing_rate"] = Rule(CASES, FIRST, there(True), 100, "higher", needs=any_closing)
RULES["closing_filing_ratio"] = Rule(CASES, FIRST, cases(trial), 100, "higher", "ratio", any_closing)
RULES["open_trial_cases"] = Rule(CASES, there(False), None, 1, "none")
RULES["trial_days"] = Rule(
    CASES, closed(lambda one: one.days if dated(one) else 0), closed(dated), 1, "lower", "average", with_closings(dated)
)
RULES["enforcement_ratio"] = Rule(
    CASES, cases(lambda one: one.type_code == "执"), FIRST, 100, "lower", "ratio",
    lambda county: any_closing(county) and any(one.type_code == "执" for one in county.cases),
)  # fmt: skip
RULES["case_multiplication"] = Rule(
    CASES, cases(numbered), cases(lambda one: (one.type_code or "").endswith("初")), 1, "lower", "ratio",
    lambda county: any(numbered(one) and not one.type_code.endswith("初") for one in county.cases),
)  # fmt: skip

PETITIONS = (("petitions", None),)


def petitions(part, whole, needs=None):
    told = (lambda county: True) if needs is None else lambda county: any(map(needs, register(county, Petition)))
    return Rule(PETITIONS, of(Petition, part), of(Petition, whole), 100, "higher", needs=told)


def first_ended(one):
    return bool(one.is_first) and one.result != "open"


RULES["petition_resolution_rate"] = petitions(lambda one: one.result == "success", lambda one: True)
RULES["first_petition_resolution_rate"] = petitions(
    lambda one: first_ended(one) and one.is_settled_at_once, first_ended, lambda one: one.is_settled_at_once
)
RULES["backlog_petition_resolution_rate"] = petitions(
    lambda one: one.is_backlog and one.result == "success", lambda one: one.is_backlog, lambda one: one.is_backlog
)
RULES["petition_rate"] = Rule(PETITIONS, of(Petition, lambda one: True), PEOPLE, 10_000, "lower")

SUGGESTIONS = (("suggestions", None),)
EVERY = of(Suggestion, lambda one: True)
RULES["suggestions_issued"] = Rule(SUGGESTIONS, EVERY, None, 1, "none")
RULES["suggestion_reply_rate"] = Rule(SUGGESTIONS, of(Suggestion, lambda one: one.is_replied), EVERY, 100, "higher")
RULES["suggestion_adoption_rate"] = Rule(
    SUGGESTIONS, of(Suggestion, lambda one: one.adoption in ("adopted", "partly")), EVERY, 100, "higher",
    needs=lambda county: any(one.adoption for one in register(county, Suggestion)),
)  # fmt: skip


def work(kind):
    return of(Activity, lambda one: one.times if one.activity_type == kind else 0)


def stands(one, end):
    return one.established_on is None or one.established_on <= end


def stations(county, start, end):
    return [one.township_code for one in register(county, Station) if stands(one, end)]


def staffed(county, start, end):
    wanted = county.definition
    for one in register(county, Station):
        others = (one.clerks or 0) + (one.mediators or 0) + (one.liaisons or 0)
        enough = (one.judges or 0) >= wanted.station_judges and (one.assistants or 0) >= wanted.station_assistants
        if stands(one, end) and enough and others >= wanted.station_others:
            yield one.township_code


def served(county, start, end):
    standing = {one.record_key for one in register(county, Station) if stands(one, end)}
    return {one.township_code for one in register(county, StationTownship) if one.record_key in standing}


KEPT = Listed(stations, True)


def has_stations(county):
    return bool(register(county, Station))


def has_judges(county):
    return any(one.judges is not None for one in register(county, Station))


for _kind in ("legal_education", "circuit_hearing", "consultation", "return_visit"):
    RULES[f"{_kind}_count"] = Rule(ACTIVITIES, work(_kind), None, 1, "none")
    RULES[f"{_kind}_rate"] = Rule(ACTIVITIES, work(_kind), PEOPLE, 10_000, "none")
    RULES[f"{_kind}_per_station"] = Rule(ACTIVITIES, work(_kind), KEPT, 1, "none", "average", has_stations)
RULES["station_mediations"] = Rule(ACTIVITIES, work("mediation"), None, 1, "none")
RULES["station_administrative_withdrawals"] = Rule(ACTIVITIES, work("administrative_withdrawal"), None, 1, "none")
RULES["station_administrative_settlements"] = Rule(ACTIVITIES, work("administrative_settlement"), None, 1, "none")
RULES["opinion_completion_rate"] = Rule(
    ACTIVITIES, of(Activity, lambda one: one.opinions_done or 0), of(Activity, lambda one: one.opinions or 0), 100,
    "higher", needs=lambda county: any(one.opinions is not None for one in register(county, Activity)),
)  # fmt: skip
RULES["stations_in_place"] = Rule((), KEPT, None, 1, "none", needs=has_stations)
RULES["station_staffing_rate"] = Rule((), Listed(staffed, True), KEPT, 100, "higher", needs=has_judges)
RULES["station_coverage"] = Rule(
    (), Listed(served, True), Listed(lambda county, start, end: [one.code for one in county.townships], True), 100,
    "higher", needs=has_stations,
)  # fmt: skip

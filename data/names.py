"""The names desk: what people decide about places. Decisions are kept; they move figures with the next build."""

from collections.abc import Collection
from datetime import datetime

from data.attribute.model import OUTSIDE
from data.attribute.spelling import normalise
from data.build.decided import Decided, decided
from data.clean.case_number import parse_case_number
from data.refusal import Refused
from data.store.builds import Build, build_in_force
from data.store.home import Home
from data.store.placements import CasePlacement, case_placements, place_case, withdraw_case
from data.store.places import LEAVE, PlaceDecision, decide_place, decided_places, place_decisions, withdraw_place

__all__ = ["LEAVE", "OUTSIDE", "CasePlacement", "Names", "PlaceDecision"]

_LONGEST_TEXT = 80
_LONGEST_REASON = 200


class Names:
    """Decisions about place texts and single cases of one home."""

    def __init__(self, home: Home) -> None:
        self.home = home

    def decide(self, text: str, area: str, *, by: str, now: datetime) -> str:
        """Say once where a text lies: a township's code, "outside" or LEAVE. Returns the text as it is kept."""
        plain = normalise(text)
        if not plain or len(plain) > _LONGEST_TEXT:
            raise Refused("place_text_empty", f"地名要写明，且不超过{_LONGEST_TEXT}字。")
        self._require_area(area, leave=True)
        decide_place(self.home.state, plain, area, by=by, at=now)
        return plain

    def withdraw(self, text: str, *, by: str, now: datetime) -> None:
        """Take back what was decided about a text; it is looked for in the list again."""
        if not withdraw_place(self.home.state, normalise(text), by=by, at=now):
            raise Refused("not_decided", f"“{text[:_LONGEST_TEXT]}”没有生效的认定，可能已经撤回；请刷新后核对。")

    def place(self, case_number: str, area: str, reason: str, *, by: str, now: datetime) -> str:
        """Put one case at a township or outside, whatever its addresses say. Returns its standard case number."""
        number = _standard(case_number)
        if not self._holds(number):
            raise Refused("case_unknown", f"没有案号为{number}的案件；请核对案号，或先导入该案所在的案件台账。")
        self._require_area(area, leave=False)
        said = " ".join(reason.split())
        if not said or len(said) > _LONGEST_REASON:
            raise Refused("reason_missing", f"请写明理由（不超过{_LONGEST_REASON}字），以后查对时要用。")
        place_case(self.home.state, number, area, said, by=by, at=now)
        return number

    def unplace(self, case_number: str, *, by: str, now: datetime) -> None:
        """Let a case lie again where its addresses say."""
        number = _standard(case_number)
        if not withdraw_case(self.home.state, number, by=by, at=now):
            raise Refused("not_decided", f"{number}没有人工指定的归属，可能已经撤回；请刷新后核对。")

    def decisions(self) -> list[PlaceDecision]:
        """Every decision about a text, the latest first."""
        return place_decisions(self.home.state)

    def placements(self) -> list[CasePlacement]:
        """Every case placed by hand, the latest first."""
        return case_placements(self.home.state)

    def decided(self) -> dict[str, str]:
        """Text → what is in force about it, LEAVE included: such texts are out of the queue."""
        return decided_places(self.home.state)

    def waiting(self, build: Build) -> int:
        """How many decisions, made or withdrawn, the build does not hold yet."""
        held = Decided.from_json(build.meta["decided"])
        return held.difference(decided(self.home))

    def areas(self) -> dict[str, str]:
        """Code → name of the places that can be chosen: the townships of the build in force in their order, 辖区外."""
        build = build_in_force(self.home)
        if build is None:
            return {}
        rows = build.cursor().execute(
            "SELECT township_code, township_name FROM areas WHERE township_code <> 'unassigned' ORDER BY sort_order"
        )
        return dict(rows.fetchall())

    def area_named(self, name: str) -> str:
        """The code behind a name as a person types it; Refused when there is none."""
        plain = name.strip()
        known = {**{label: code for code, label in self.areas().items()}, "搁置": LEAVE, LEAVE: LEAVE}
        code = known.get(plain, plain)
        self._require_area(code, leave=True)
        return code

    def _require_area(self, area: str, *, leave: bool) -> None:
        if not (leave and area == LEAVE) and area not in self.areas():
            sentence = f"“{area[:_LONGEST_TEXT]}”不是名册中的乡镇街道，也不是辖区外；请从列表中选择。"
            raise Refused("area_unknown", sentence)

    def _holds(self, number: str) -> bool:
        build = build_in_force(self.home)
        if build is None:
            return False
        found = build.cursor().execute("SELECT 1 FROM cases WHERE case_number = ? LIMIT 1", [number]).fetchall()
        return bool(found)


def without_effect(area: str, listed: Collection[str]) -> bool:
    """Whether a decision names a township that is no longer listed: it is kept and shown, and moves nothing."""
    return area != LEAVE and area not in listed


def _standard(case_number: str) -> str:
    reading = parse_case_number(case_number.strip())
    if reading.value is None:
        raise Refused("case_number_unread", "这不是能识别的案号；请写成如（2024）甘0702民初1234号的形式。")
    return str(reading.value.number)

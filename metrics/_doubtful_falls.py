"""Where fewer filings must not be praised: disputes or petitions rose meanwhile, or filings fell out of line."""

from metrics._alert_words import evidence_sentence
from metrics._alerts import Alert
from metrics._figures import Figure
from metrics._movement_words import fallen
from metrics._review import RESOLUTIONS, Review
from metrics._review_words import in_county, listed

_SIGNALS = ("held_back", "year_end_drop")


def doubtful_falls(told: Review) -> list[str]:
    """石鼓潭镇（新收由345件减至153件，受理纠纷由30件增至40件), for falls beyond chance beside a rise of the others."""
    said = []
    for one in fallen(told):
        rose = _rises(told, one.area_code)
        if rose:
            said.append(f"{one.area_name}（新收由{one.base_numerator:,}件减至{one.numerator:,}件，{'，'.join(rose)}）")
    return said


def _rises(told: Review, code: str) -> list[str]:
    disputes = [told.figure(one.name, code) for one in told.metrics if one.name in RESOLUTIONS]
    petitions = [one for one in told.petitions if one.area_code == code]
    spans = [("受理纠纷", one, one.base_denominator, one.denominator) for one in disputes]
    spans += [("信访事项", one, one.base_numerator, one.numerator) for one in petitions]
    return [
        f"{what}由{before:,}件增至{now:,}件"
        for what, one, before, now in spans
        if before is not None and now is not None and _is_compared(one) and now > before
    ]


def _is_compared(figure: Figure) -> bool:
    return figure.status != "not_covered" and "not_covered" not in figure.notes and "break" not in figure.notes


def low_filings(told: Review) -> list[Alert]:
    """Townships whose filings up to the month's end were fewer than their own past lets expect.

    January is judged with February: what was raised before it says nothing of it.
    """
    return [one for one in told.judgement.alerts if one.rule == "filings_low" and one.end == told.month.end]


def signals(told: Review) -> list[Alert]:
    """What the rules of the county say of month ends and year ends."""
    return [one for one in told.judgement.alerts if one.rule in _SIGNALS and not one.is_over]


def caution_paragraph(told: Review) -> str:
    """不宜单独据此评价, and why; '' where nothing gives reason."""
    doubtful, low = doubtful_falls(told), low_filings(told)
    said = []
    if doubtful:
        said.append(f"新收下降而同期纠纷或信访上升的有{listed(doubtful)}，不宜单独据新收下降评价治理成效")
    if low:
        names = listed([one.area_name for one in low])
        when = "当月" if all(one.start == told.month.start for one in low) else "近期"
        said.append(f"{names}{when}新收明显少于按往期推算的件数，应先核实收案、登记是否正常，不作为成效")
    said += [in_county(told, evidence_sentence(one)) for one in signals(told)]
    return f"{'。'.join(said)}。" if said else ""

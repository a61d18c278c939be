"""Rounding for display: half up, in decimal, decided on the exact quotient of whole numbers."""

from fractions import Fraction


def half_up(exact: Fraction, decimals: int) -> str:
    """The number with so many decimals and thousands separators; a half goes away from zero.

    Decided on the fraction of the two counts, never on a float: 1/8 gives 0.13 and 107/40 gives 2.68.
    """
    scale = 10**decimals
    magnitude = abs(exact) * scale
    whole = (2 * magnitude.numerator + magnitude.denominator) // (2 * magnitude.denominator)
    sign = "-" if exact < 0 and whole else ""
    units, rest = divmod(whole, scale)
    return f"{sign}{units:,}" + (f".{rest:0{decimals}d}" if decimals else "")


def half_up_float(number: float, decimals: int) -> str:
    """The same for a number that is no quotient of counts (a limit of an interval), by its shortest decimal form."""
    return half_up(Fraction(repr(float(number))), decimals)

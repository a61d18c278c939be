"""Which township an outline shows: by the property whose values fit the township list best, by name and other names."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from data.attribute.townships import TownshipNames
from data.geo.geojson import Feature
from data.refusal import Refused

_TOLD = 4


class Fit(NamedTuple):
    """How well one property names townships: how many different ones, and features with a fitting value."""

    townships: int
    features: int


def name_property(features: Sequence[Feature], names: TownshipNames) -> str:
    """The property that names most townships; of equals the one that more features carry, then the first of the file.

    Refused when none names any: the map is of another county, or has no names.
    """
    fits = {name: _fit(features, name, names) for name in _properties(features)}
    best = max(fits, key=lambda name: fits[name], default=None)
    if best is None or not fits[best].townships:
        raise Refused("map_no_match", _nothing(features))
    return best


def _properties(features: Sequence[Feature]) -> list[str]:
    return list(dict.fromkeys(key for one in features for key in one.texts))


def _fit(features: Sequence[Feature], name: str, names: TownshipNames) -> Fit:
    codes = [names.resolve(text) for one in features for text in (one.texts.get(name),) if text]
    return Fit(len({code for code in codes if code}), sum(code is not None for code in codes))


def _nothing(features: Sequence[Feature]) -> str:
    examples = [f"{key[:20]}（如 {_example(features, key)}）" for key in _properties(features)[:_TOLD]]
    found = f"找到的文字属性有 {'、'.join(examples)}" if examples else "所有要素都没有文字属性"
    return (
        f"期望有一项属性写着本县乡镇街道的名称，{found}，没有一个值与乡镇街道名册相符；"
        "请核对是不是本县的图；名称不同的，先在乡镇街道名册中补上别名，再重新上传。"
    )


def _example(features: Sequence[Feature], key: str) -> str:
    return next(one.texts[key] for one in features if key in one.texts)[:20]


def by_name(texts: Sequence[str], names: TownshipNames) -> Mapping[int, str]:
    """Index of an outline → code of the township that its name fits; those that fit none are not in it."""
    found = {at: names.resolve(text) for at, text in enumerate(texts) if text}
    return {at: code for at, code in found.items() if code}

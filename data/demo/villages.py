"""Villages and communities of each township: those that addresses speak of, the first of them most often."""

from random import Random

from data.demo.county import TOWNSHIPS, DemoTownship

_VILLAGE_STEMS = (
    *("石门", "红崖", "大庄", "前进", "团结", "永丰", "双泉", "白杨", "沙河", "马家窑", "李家塬"),
    *("王家沟", "杏花岭", "榆树坪", "南坡", "北塬", "水泉", "胡麻地", "砖塔", "磨坊", "金星"),
)
_ESTATE_STEMS = (
    *("育才路", "文昌", "光明", "友谊", "迎宾路", "金泰"),
    *("和谐", "工农", "车站", "兴泽", "体育路", "西苑"),
)
_PEOPLE_PER_VILLAGE, _FEWEST, _MOST = 10_000, 3, 7


def _villages_of(index: int, town: DemoTownship) -> tuple[str, ...]:
    """Its own and some more, taken in turn from names that other townships have too; areas like townships have none."""
    if town.is_quasi:
        return ()
    stems, word = (_ESTATE_STEMS, "社区") if town.is_street else (_VILLAGE_STEMS, "村")
    more = min(_MOST, _FEWEST + town.residents // _PEOPLE_PER_VILLAGE)
    names = (stems[(index * 5 + n) % len(stems)] + word for n in range(more))
    return tuple(dict.fromkeys([*town.villages, *names]))


VILLAGES = {town.name: _villages_of(index, town) for index, town in enumerate(TOWNSHIPS)}
"""By township; the names of one township differ, those of several often do not."""


def spot(rng: Random, town: DemoTownship) -> str:
    """A village, or in an area like a township a road; disputes are many in few villages and few in many."""
    spots = VILLAGES[town.name] or town.villages
    return spots[int(rng.random() ** 3 * len(spots))]

"""Whether positions are degrees of longitude and latitude in China, in that order; else one sentence that says what.

WGS 84, CGCS2000 and GCJ-02 lie within some hundred metres of each other and cannot be told apart in a file. The map has
no ground under it, so the difference does not show, and all three are taken.
"""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from data.refusal import Refused

EAST, NORTH = (73.0, 136.0), (3.0, 54.0)
"""Degrees between which China lies."""
_PROJECTED = 180.0


def check_positions(positions: Sequence[Any], which: Callable[[int], str]) -> None:
    """Refused unless every position (x, y first) lies in China; `which` names the feature of a position's index."""
    xy = np.array([position[:2] for position in positions], dtype=np.float64)
    x, y = xy[:, 0], xy[:, 1]
    fits = _within(x, EAST) & _within(y, NORTH)
    if fits.all():
        return
    at = int(np.argmin(fits))
    found = f"{which(at)}有一点为（{x[at]:,.10g}，{y[at]:,.10g}）"
    if np.abs(xy).max() > _PROJECTED:
        said = (
            f"期望经纬度（度），看到的是投影坐标（以米计）：{found}；"
            "请在地图软件中另存为 WGS84 或 CGCS2000 经纬度坐标后重新上传。"
        )
    elif (_within(x, NORTH) & _within(y, EAST)).all():
        said = f"期望每个点先经度后纬度，看到的像是先纬度后经度：{found}；请调换两个数的次序后重新导出。"
    else:
        said = (
            f"期望坐标在我国范围内（经度{EAST[0]:g}—{EAST[1]:g}，纬度{NORTH[0]:g}—{NORTH[1]:g}），"
            f"{found}不在其中；请核对坐标系和这个要素后重新导出。"
        )
    raise Refused("map_coordinates", said)


def _within(values: np.ndarray, limits: tuple[float, float]) -> np.ndarray:
    return (values >= limits[0]) & (values <= limits[1])

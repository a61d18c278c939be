"""The demo county: 云泽县 of 朔泉市, which exists nowhere; so do its townships, neighbours and court code."""

from dataclasses import dataclass

COUNTY = "云泽县"
CITY = "朔泉市"
PROVINCE = "甘肃省"
COURT = "云泽县人民法院"
COURT_CODE = "甘1921"  # grammar of a county court; no prefecture of the province has the number 19
SEAT = "城关街道"


@dataclass(frozen=True)
class DemoTownship:
    """`people` by (basis, years before the last year end); `rate` = civil cases a year per 10,000 before 2025."""

    name: str
    kind: str
    residents: int
    residents_before: int | None
    registered: int | None
    rate: float
    tribunal: str = ""
    aliases: tuple[str, ...] = ()
    old_name: str = ""
    villages: tuple[str, ...] = ("吉庆村", "上湾村", "柳树湾村", "东沟村", "新民村")
    is_quasi: bool = False

    @property
    def stem(self) -> str:
        """The name without its suffix, as people write it in a hurry."""
        for suffix in ("农场管理处", "工业园区", "蒙古族乡", "街道", "镇", "乡"):
            if self.name.endswith(suffix):
                return self.name.removesuffix(suffix)
        return self.name

    @property
    def is_street(self) -> bool:
        """Streets have communities and roads, townships have villages."""
        return self.kind == "街道"


_ESTATES = ("滨河社区", "望舒路社区", "朝阳社区", "书院社区", "丰登社区")
_QINGWU, _BAILU, _JINZHAN, _CHAGAN = "青芜人民法庭", "白鹭渡人民法庭", "金盏铺人民法庭", "查干人民法庭"

TOWNSHIPS: tuple[DemoTownship, ...] = (
    DemoTownship("城关街道", "街道", 128600, 126900, 102400, 118, villages=_ESTATES),
    DemoTownship("泽滨街道", "街道", 86400, 79800, 61200, 104, villages=_ESTATES),
    DemoTownship("望舒街道", "街道", 51200, 49900, 44800, 96, "", ("西关街办",), "西关街道", _ESTATES),
    DemoTownship("城关镇", "镇", 43700, 44100, 47900, 88),
    DemoTownship("青芜镇", "镇", 38900, 39800, 46300, 74, _QINGWU),
    DemoTownship(
        "金盏铺镇", "镇", 36100, 34200, 37500, 70, _JINZHAN, villages=("金盏村", "云锦社区", "南梁村", "吉庆村")
    ),
    DemoTownship("石鼓潭镇", "镇", 33400, 34300, 41200, 92, "", (), "", ("青芜村", "鼓楼村", "潭头村", "下窑村")),
    DemoTownship("白鹭渡镇", "镇", 28300, 29000, 35600, 62, _BAILU, ("白鹭渡",), "白鹭乡"),
    DemoTownship("双槐岭镇", "镇", 26800, 27500, 33900, 66, _QINGWU),
    DemoTownship("枫桥驿镇", "镇", 24100, 24600, 30200, 58, _BAILU),
    DemoTownship("大箬镇", "镇", 21900, 22800, 27600, 55, _JINZHAN),
    DemoTownship("禾丰店镇", "镇", 18700, 19300, 24800, 63, _JINZHAN),
    DemoTownship("云台沟镇", "镇", 15200, 15900, 20300, 48),
    DemoTownship("龙栖湾镇", "镇", 13400, 13700, 17900, 52),
    DemoTownship("沙枣坪乡", "乡", 11800, 12300, 15600, 44, _QINGWU, villages=("垚子村", "上湾村", "䶮泉村", "沙沟村")),
    DemoTownship("月牙墩乡", "乡", 9600, 10100, 13100, 39, _QINGWU),
    DemoTownship("小箬乡", "乡", 8200, 8600, 11400, 41, _BAILU),
    DemoTownship("北固岭乡", "乡", 6400, 6700, 9100, 36, _BAILU),
    DemoTownship(
        "查干湖滩蒙古族乡",
        "民族乡",
        4900,
        5000,
        5700,
        33,
        _CHAGAN,
        ("查干湖滩乡",),
        "",
        ("敖包嘎查", "东沟村", "湖滩村"),
    ),
    DemoTownship("寒泉峪乡", "乡", 3050, 3180, 4200, 0, villages=("峪口村", "寒泉村")),
    DemoTownship("云泽工业园区", "园区", 5600, None, None, 60, "", ("工业园",), "", ("经三路", "纬二路"), True),
    DemoTownship("泽湖农场管理处", "类似乡级单位", 24, 24, 31, 0, "", ("泽湖农场",), "", ("一分场",), True),
)
BY_NAME = {one.name: one for one in TOWNSHIPS}
QUIET = "寒泉峪乡"  # no case at all
TINY = "泽湖农场管理处"  # one case among 24 people
RISER, FALLER = "金盏铺镇", "石鼓潭镇"
BATCH_TOWNSHIP, EARLIER_BATCH_TOWNSHIP = "泽滨街道", "城关街道"

# The neighbour has townships of our names: the county part decides, not the township.
ELSEWHERE = (
    "甘肃省朔泉市临岚县青芜镇柳树湾村",
    "甘肃省朔泉市临岚县城关镇北街",
    "朔泉市临岚县石鼓潭镇新民村",
    "临岚县双槐岭镇东沟村",
    "甘肃省朔泉市澜州区南关街道吉庆社区",
    "陕西省西安市雁塔区小寨路街道",
    "四川省成都市金牛区抚琴街道",
    "宁夏回族自治区银川市兴庆区",
    "浙江省杭州市余杭区仓前街道",
    "内蒙古自治区包头市昆都仑区",
)
STATED_ELSEWHERE = ("外县", "外省", "辖区外", "外地")
# Nothing in these names one township: 城关 fits 城关街道 and 城关镇, 吉庆村 lies in many.
UNMATCHABLE = ("不详", "云泽县", "甘肃省朔泉市云泽县", "吉庆村", "云泽县城关", "朝阳路18号", "户籍地址不明")

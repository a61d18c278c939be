"""Judges' stations (法官工作站), their staff by role and the townships they serve."""

from data.ledgers.model import Ledger, field
from data.ledgers.places import TOWNSHIP_STATED

STAFF_ROLES = ("judges", "assistants", "clerks", "mediators", "liaisons")

STATIONS = Ledger(
    name="stations",
    label="法官工作站名册",
    row_is="一个法官工作站",
    required=(("place_stated",),),
    fields=(
        field(
            "station",
            "word",
            "工作站名称 法官工作站名称 法官工作站 站点名称 工作站 站点 站名 名称",
        ),
        field("place_stated", "place", f"{TOWNSHIP_STATED} 所属镇 所在镇 设立乡镇 设立地点 驻地"),
        field(
            "covers",
            "place",
            "覆盖乡镇（街道） 覆盖乡镇 覆盖范围 覆盖区域 服务乡镇 服务范围 辐射乡镇 辐射范围 管辖范围 联系乡镇",
        ),
        field(
            "established_on",
            "date",
            "设立日期 设立时间 成立日期 成立时间 挂牌日期 挂牌时间 启用日期 启用时间 建站日期 建站时间",
        ),
        field("judges", "staff", "法官 法官人数 法官数 员额法官 员额法官人数 驻站法官 驻站法官人数"),
        field("assistants", "staff", "法官助理 法官助理人数 法官助理数 助理 助理人数"),
        field("clerks", "staff", "书记员 书记员人数 书记员数"),
        field("mediators", "staff", "调解员 调解员人数 人民调解员 人民调解员人数 特邀调解员 驻站调解员"),
        field("liaisons", "staff", "联络员 联络员人数 司法联络员 网格员 网格员人数"),
        field("staff_role", "word", "职务 人员类别 人员类型 岗位 角色 工作岗位"),
        field("person", "dropped", "姓名 人员姓名 工作人员 人员名单"),
        field("identity", "dropped", "联系电话 电话 联系方式 手机号 身份证号"),
        field("judge", "dropped", "负责人 站长 联系人"),
    ),
)

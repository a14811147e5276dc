"""The unit that recommends applicants (推荐单位)."""

from typing import Annotated, Literal

from pydantic import Field

from generator.model.base import Model, OfficeName, OneOrMore, Text


class Unit(Model):
    """A recommending unit; its kind and level decide which certificates and exemptions apply."""

    record: Literal["单位"] = Field("单位", alias="类型", description="这份文件的类型，写“单位”")
    name: Text = Field(alias="名称", description="单位全称，与公章一致", examples=["巴州某某档案馆"])
    kind: Text | None = Field(
        None,
        alias="性质",
        description="机关、事业单位、国有企业、民营企业、社会组织等",
        examples=["事业单位", "国有企业", "民营企业", "机关", "社会组织"],
    )
    level: Text | None = Field(
        None, alias="层级", description="自治州、县市、乡镇", examples=["自治州", "县市", "乡镇"]
    )
    prefecture: Text | None = Field(
        None, alias="地州市", description="所在地州市，材料目录上要填", examples=["巴音郭楞蒙古自治州"]
    )
    county: Text | None = Field(
        None, alias="所在县市", description="工作所在的县或市，有的县免于答辩", examples=["若羌县", "库尔勒市"]
    )
    registered_at: Text | None = Field(
        None, alias="注册地", description="企业以营业执照注册地选择材料接收部门", examples=["库尔勒市"]
    )
    organisation_code: Text | None = Field(
        None, alias="统一社会信用代码", description="18位统一社会信用代码", examples=["12990000MB0A0000X3"]
    )
    publicity_office: OfficeName | None = Field(
        None, alias="公示办公室", description="公示期间受理反映的科室，如“人事”（后面印“办公室”）", examples=["人事"]
    )
    supervision_phones: Annotated[tuple[Text, ...], OneOrMore] = Field(
        (), alias="监督电话", description="公示的监督电话，可写一个或几个", examples=["0996-0000000"]
    )
    head: Text | None = Field(None, alias="负责人", description="单位主要领导姓名")
    discipline_head: Text | None = Field(
        None, alias="纪检组负责人", description="派驻纪检组负责人姓名（没有派驻纪检组的不写）"
    )

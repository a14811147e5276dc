"""One applicant's publicity inside the recommending unit (公示)."""

from typing import Literal

from pydantic import Field

from generator.model.base import Day, Model, Number, Text


class Publicity(Model):
    """When the unit posts the notice, and what came of it (《职称评审管理暂行规定》 art. 16)."""

    start: Day | None = Field(None, alias="起始日期", description="张贴当天（第1天）", examples=["2024-9-11"])
    end: Day | None = Field(None, alias="截止日期", description="公示最后一天", examples=["2024-9-18"])
    days: Number | None = Field(None, alias="天数", description="公示结果中写的天数", examples=["5"])
    day_unit: Literal["工作日", "自然日"] = Field(
        "工作日", alias="天数单位", description="“天数”按工作日还是按自然日数", examples=["工作日"]
    )
    dated: Day | None = Field(
        None, alias="公示落款日期", description="公示的落款日期；不写则印“　月　日”由单位手填", examples=["2024-9-11"]
    )
    result_dated: Day | None = Field(
        None, alias="结果落款日期", description="公示结果的落款日期；不写则留空手填", examples=["2024-9-19"]
    )
    objection: Text | None = Field(None, alias="异议", description="公示期间收到的异议；没有就写“无”", examples=["无"])

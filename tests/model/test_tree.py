from typing import Optional

from pydantic import Field

from generator.model.applicant import Applicant, ExemptService, Post
from generator.model.base import Model, Text
from generator.model.tree import all_aliases, model_at, nested, paths_to
from generator.model.unit import Unit


class Node(Model):
    name: Text = Field(alias="名称")
    below: Optional["Node"] = Field(None, alias="下级")


def test_a_path_leads_to_the_model_that_holds_its_keys():
    assert model_at(Applicant, ()) is Applicant
    assert model_at(Applicant, ("工作经历", 1)) is Post
    assert model_at(Applicant, ("免学经历",)) is ExemptService
    assert model_at(Applicant, ("单位",)) is Unit
    assert model_at(Applicant, ("姓名",)) is None


def test_a_key_is_found_wherever_it_belongs():
    assert paths_to(Applicant, "姓名") == [()]
    assert paths_to(Applicant, "起始日期") == [("公示",)]
    assert set(paths_to(Applicant, "级别")) == {("申报",), ("现职称",), ("获奖情况",)}
    assert paths_to(Applicant, "没有") == []


def test_all_keys_are_known():
    assert {"姓名", "起始日期", "统一社会信用代码"} <= all_aliases(Applicant)


def test_a_model_inside_itself_is_entered_once():
    assert list(nested(Node)) == [((), Node)]
    assert model_at(Node, ("下级", "下级")) is Node

"""What is worked out once for a record: told apart by which object it is, never by what it says."""

from generator.model.unit import Unit
from generator.rules import once as module
from generator.rules.once import once


def counted():
    asked = []

    @once
    def name_of(unit: Unit, ending: str = "") -> str:
        """The name."""
        asked.append((unit, ending))
        return f"{unit.name}{ending}"

    return name_of, asked


def test_the_same_record_and_arguments_are_asked_once():
    name_of, asked = counted()
    unit = Unit.model_validate({"名称": "甲"})
    assert [name_of(unit), name_of(unit), name_of(unit, "馆"), name_of(unit, "馆")] == ["甲", "甲", "甲馆", "甲馆"]
    assert len(asked) == 2


def test_an_equal_record_is_another_one():
    name_of, asked = counted()
    names = [name_of(Unit.model_validate({"名称": "甲"})) for _ in range(3)]
    assert (names, len(asked)) == (["甲"] * 3, 3)


def test_more_records_than_are_remembered_are_answered_all_the_same(monkeypatch):
    monkeypatch.setattr(module, "_MOST_KNOWN", 3)
    name_of, asked = counted()
    units = [Unit.model_validate({"名称": name}) for name in "甲乙丙丁戊"]
    assert [name_of(unit) for unit in [*units, *units]] == [*"甲乙丙丁戊"] * 2
    assert len(asked) <= 10


def test_the_function_keeps_its_name_and_description():
    name_of, _ = counted()
    assert (name_of.__name__, name_of.__doc__) == ("name_of", "The name.")

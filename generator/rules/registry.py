"""Every rule there is, for the page that lists them and for the statements that name one."""

from functools import cache
from importlib import import_module
from pkgutil import walk_packages

import generator.rules as package
from generator.rules import privacy
from generator.rules.rule import Rule

UNCONDITIONAL = frozenset(rule.id for rule in vars(privacy).values() if isinstance(rule, Rule))
"""Rules that no statement suspends: what is once public cannot be called back."""


@cache
def rules_by_module() -> dict[str, tuple[Rule, ...]]:
    """The rules that each module of this package makes, by the module's name below the package.

    Raises ValueError where two rules have one id.
    """
    found: dict[str, tuple[Rule, ...]] = {}
    seen: dict[str, Rule] = {}
    for info in walk_packages(package.__path__, f"{package.__name__}."):
        rules = [value for value in vars(import_module(info.name)).values() if isinstance(value, Rule)]
        own = tuple(rule for rule in rules if rule.id not in seen)
        if any(seen.get(rule.id, rule) is not rule for rule in rules) or len({rule.id for rule in own}) < len(own):
            raise ValueError(f"{info.name} names a rule as another module does")
        seen |= {rule.id: rule for rule in own}
        if own:
            found[info.name.removeprefix(f"{package.__name__}.")] = own
    return found


def all_rules() -> dict[str, Rule]:
    """Every rule by its id."""
    return {rule.id: rule for rules in rules_by_module().values() for rule in rules}

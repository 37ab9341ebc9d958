"""What every value of the domain has in common."""

import inspect
import pkgutil
from collections.abc import Iterator
from dataclasses import is_dataclass
from importlib import import_module
from typing import Any

from zvk_tui import domain


def values() -> Iterator[type[Any]]:
    """Yield every dataclass of the domain."""
    for module in pkgutil.iter_modules(domain.__path__, f"{domain.__name__}."):
        for _, found in inspect.getmembers(import_module(module.name), inspect.isclass):
            if is_dataclass(found) and found.__module__ == module.name:
                yield found


def test_no_value_can_be_changed() -> None:
    """A value that a screen or document was given stays as it was: frozen, and without room for stray attributes."""
    found = [*values()]
    assert len(found) > 20
    loose = [one.__name__ for one in found if not one.__dataclass_params__.frozen or "__slots__" not in vars(one)]
    assert loose == []

"""The settings of the chamber, as one value."""

from dataclasses import fields

from sqlmodel import Session, select

from zvk_tui.domain.case_file import NameStyle
from zvk_tui.domain.chamber import ChamberSettings
from zvk_tui.store.desk import Desk
from zvk_tui.store.tables import SettingRow


class SettingsReader:
    """Reads the settings."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def get(self) -> ChamberSettings:
        """Return the settings; what was never set has its default."""
        with self._desk.reading() as session:
            return settings_value(session)


def settings_value(session: Session) -> ChamberSettings:
    """Return the settings; what was never set has its default."""
    names = {field.name for field in fields(ChamberSettings)}
    stored = {row.key: row.value for row in session.exec(select(SettingRow)) if row.key in names}
    if "names" in stored:
        stored["names"] = NameStyle(stored["names"])
    return ChamberSettings(**stored)

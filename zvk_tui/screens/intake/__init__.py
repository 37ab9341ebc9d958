"""The registration of a case: six pages with what is still missing, kept at every change."""

from zvk_tui.screens.intake.rows import intake_row
from zvk_tui.screens.intake.screen import IntakeScreen

__all__ = ["IntakeScreen", "intake_row"]

"""What is mended in the dossier of a case beside its events, its roles and its plan."""

from zvk_tui.domain.case_file import Approach
from zvk_tui.domain.case_terms import CaseLabel
from zvk_tui.domain.log import Act
from zvk_tui.errors import Refused
from zvk_tui.i18n import N_
from zvk_tui.store.desk import Desk
from zvk_tui.store.reading.approaches import current_rules
from zvk_tui.store.writing.case_guards import kept_case
from zvk_tui.store.writing.life import seen_case


class DossierDesk:
    """Changes what a case file says of itself."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def set_label(self, case_id: int, label: CaseLabel | None) -> None:
        """Give a case a label of its approach, or take it away (seed l.485-496).

        Raises:
            Refused: when the approach does not have the label, or the case is shielded, erased or closed to the user.
        """
        with self._desk.writing(Act.CASE_CHANGED) as session:
            kept_case(session, case_id)
            row = seen_case(session, case_id)
            if label is not None and label not in current_rules(session, Approach(row.approach)).labels:
                raise Refused(N_("The approach of this case does not have this label."))
            row.label = label or ""

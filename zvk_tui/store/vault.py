"""The vault: made, opened and locked here; while it is open it gives what reads and what writes."""

import uuid
from contextlib import ExitStack, suppress
from datetime import datetime
from importlib import import_module
from pathlib import Path

from sqlalchemy.orm import configure_mappers

from zvk_tui.domain.admission import KeyHolder
from zvk_tui.domain.chamber import ChamberSettings
from zvk_tui.domain.log import Act, LogLine
from zvk_tui.errors import Refused, VaultRefused, ZvkError
from zvk_tui.i18n import N_, _
from zvk_tui.store import schema
from zvk_tui.store.backup import back_up
from zvk_tui.store.cipher import check_before_use, engine, translated
from zvk_tui.store.desk import Clock, Desk
from zvk_tui.store.drafts import Drafts
from zvk_tui.store.folder import Claim, VaultFolder
from zvk_tui.store.keyring import KdfCost, KeyRing, SlotKind, Unlocked
from zvk_tui.store.reading.approaches import Approaches
from zvk_tui.store.reading.cards import Cards
from zvk_tui.store.reading.case_list import CaseList
from zvk_tui.store.reading.cases import Register
from zvk_tui.store.reading.closure import Closures
from zvk_tui.store.reading.dossier import Dossiers
from zvk_tui.store.reading.exports import Exports
from zvk_tui.store.reading.intake import Intakes
from zvk_tui.store.reading.life import Lives
from zvk_tui.store.reading.log import Log
from zvk_tui.store.reading.meetings import Meetings
from zvk_tui.store.reading.plans import Plans
from zvk_tui.store.reading.police import Police
from zvk_tui.store.reading.priority import Priorities
from zvk_tui.store.reading.progress import Progress
from zvk_tui.store.reading.record import Records
from zvk_tui.store.reading.settings import SettingsReader
from zvk_tui.store.reading.statements import Statements
from zvk_tui.store.reading.today import Todays
from zvk_tui.store.verify import Finding, verify
from zvk_tui.store.writing.agenda import AgendaDesk
from zvk_tui.store.writing.approaches import RuleDesk
from zvk_tui.store.writing.changes import ChangeDesk
from zvk_tui.store.writing.closure import ClosureDesk
from zvk_tui.store.writing.dossier import DossierDesk
from zvk_tui.store.writing.entries import EntryDesk
from zvk_tui.store.writing.imports import ImportDesk
from zvk_tui.store.writing.intake import IntakeDesk
from zvk_tui.store.writing.life import LifeDesk
from zvk_tui.store.writing.looking import LookingDesk
from zvk_tui.store.writing.plan_actions import ActionDesk
from zvk_tui.store.writing.plans import PlanDesk
from zvk_tui.store.writing.police import PoliceDesk
from zvk_tui.store.writing.priority import PriorityDesk
from zvk_tui.store.writing.register import RegisterDesk
from zvk_tui.store.writing.settle import SettleDesk
from zvk_tui.store.writing.statements import StatementDesk
from zvk_tui.store.writing.table import TableDesk
from zvk_tui.store.writing.undo import undo_last


class Vault:
    """An open vault. Reading and writing stop with `VaultLocked` once it is locked."""

    def __init__(self, folder: VaultFolder, claim: Claim, key: Unlocked, clock: Clock) -> None:
        self.folder = folder
        self._claim = claim
        self._key: Unlocked | None = key
        who = key.slot.holder or _("recovery key")
        self.desk = Desk(engine(folder.database, key.data_key), who, clock, key.slot.slot_id)
        self.meetings = Meetings(self.desk)
        self.cards = Cards(self.desk)
        self.records = Records(self.desk)
        self.todays = Todays(self.desk)
        self.register = Register(self.desk)
        self.log = Log(self.desk)
        self.settings = SettingsReader(self.desk)
        self.drafts = Drafts(self.desk)
        self.agenda = AgendaDesk(self.desk)
        self.table = TableDesk(self.desk)
        self.entries = EntryDesk(self.desk)
        self.settle = SettleDesk(self.desk)
        self.intakes = Intakes(self.desk)
        self.intake = IntakeDesk(self.desk)
        self.keep = RegisterDesk(self.desk)
        self.change = ChangeDesk(self.desk)
        self._give_case_files()

    def _give_case_files(self) -> None:
        """Give what reads and writes case files, and the lists and checks over them."""
        self.approaches = Approaches(self.desk)
        self.rule = RuleDesk(self.desk, self.key_holders)
        self.life = Lives(self.desk)
        self.case_list = CaseList(self.desk)
        self.dossiers = Dossiers(self.desk)
        self.dossier = DossierDesk(self.desk)
        self.looking = LookingDesk(self.desk)
        self.lives = LifeDesk(self.desk)
        self.plans = Plans(self.desk)
        self.plan = PlanDesk(self.desk)
        self.progress = Progress(self.desk)
        self.actions = ActionDesk(self.desk)
        self.statements = Statements(self.desk)
        self.statement = StatementDesk(self.desk)
        self.police = Police(self.desk)
        self.police_desk = PoliceDesk(self.desk)
        self.closures = Closures(self.desk)
        self.closure = ClosureDesk(self.desk)
        self.priorities = Priorities(self.desk)
        self.priority = PriorityDesk(self.desk)
        self.exports = Exports(self.desk)
        self.imports = ImportDesk(self.desk)

    @property
    def who(self) -> str:
        """The name on the key slot that opened the vault."""
        return self.desk.who

    @property
    def is_open(self) -> bool:
        """Whether it has not been locked since it was opened."""
        return self._key is not None

    def now(self) -> datetime:
        """Return the present moment by the vault's clock."""
        return self.desk.clock()

    def undo(self) -> LogLine | None:
        """Undo the newest user action that can be undone, and say what it was."""
        return undo_last(self.desk)

    def verify(self) -> tuple[Finding, ...]:
        """Return all that does not hold in this vault; nothing means that it is whole."""
        return verify(self.desk)

    def lock(self) -> None:
        """Close the file, forget the key and let others open the vault. Locking twice does no harm."""
        self.desk.close()
        self._key = None
        self._claim.release()

    def add_slot(self, holder: str, passphrase: str, cost: KdfCost | None = None) -> None:
        """Let another person open this vault with a passphrase of their own."""
        self._save(self._ring().add_slot(self._secret().data_key, holder, passphrase, cost), Act.SLOT_ADDED)

    def change_passphrase(self, old: str, new: str, cost: KdfCost | None = None) -> None:
        """Change the passphrase of the slot that opened the vault; the data is not touched.

        Raises:
            WrongPassphrase: when `old` is not the present one.
            Refused: when the vault was opened with the recovery key, which has no passphrase.
        """
        slot = self._secret().slot
        if slot.kind is not SlotKind.PASSPHRASE:
            raise Refused(N_("The vault was opened with the recovery key. Give yourself access with a new passphrase."))
        slot_id = slot.slot_id
        self._save(self._ring().change_passphrase(slot_id, old, new, cost), Act.PASSPHRASE_CHANGED)

    def new_recovery(self) -> tuple[KeyRing, str]:
        """Make a recovery key; it counts once it has been retyped and kept with `keep_recovery`."""
        return self._ring().add_recovery(self._secret().data_key)

    def keep_recovery(self, ring: KeyRing, retyped: str) -> bool:
        """Keep a new recovery key if what was retyped opens the vault; return whether it does."""
        if not ring.confirm_recovery(retyped, self._secret().data_key):
            return False
        self._save(ring, Act.RECOVERY_MADE)
        return True

    def key_holders(self) -> tuple[KeyHolder, ...]:
        """Return the key slots of the vault and whose they are."""
        slots = self._ring().slots
        return tuple(KeyHolder(slot.slot_id, slot.holder, slot.kind is SlotKind.RECOVERY) for slot in slots)

    def holders(self) -> tuple[str, ...]:
        """Return the names on the key slots that a passphrase opens."""
        return tuple(slot.holder for slot in self._ring().slots if slot.kind is SlotKind.PASSPHRASE)

    def _ring(self) -> KeyRing:
        return self.folder.read_keys()

    def _secret(self) -> Unlocked:
        self.desk.engine()
        assert self._key is not None  # noqa: S101 - the desk has just raised when it is locked
        return self._key

    def _save(self, ring: KeyRing, act: Act) -> None:
        """Keep the key slots with their line in the log; when either fails, the slots are as they were."""
        before = self._ring()
        try:
            with self.desk.writing(act, undoable=False):
                self.folder.write_keys(ring)
        except ZvkError:
            self.folder.write_keys(before)
            raise


def get_ready() -> None:
    """Do once, ahead of the first opening, what it would otherwise wait for: load the dialect, map all tables."""
    import_module("sqlalchemy.dialects.sqlite")
    configure_mappers()


def create_vault(  # noqa: PLR0917 - who, what and with which key: each is needed once
    path: Path, settings: ChamberSettings, holder: str, passphrase: str, clock: Clock, cost: KdfCost | None = None
) -> Vault:
    """Make a vault in a new folder and open it.

    Raises:
        VaultRefused: when there is a vault already.
        Refused: when the passphrase is too short.
        CouldNotWrite: when the folder cannot be written.
    """
    folder = VaultFolder(path)
    _refuse_existing(folder)
    ring, data_key = KeyRing.create(str(uuid.uuid4()), holder, passphrase, cost)
    folder.make()
    with ExitStack() as undo:
        claim = folder.claim()
        undo.callback(claim.release)
        _refuse_existing(folder)
        undo.callback(_clear_away, folder)
        folder.write_keys(ring)
        with translated():
            made = engine(folder.database, data_key)
            schema.migrate(made)
            made.dispose()
        vault = Vault(folder, claim, Unlocked(data_key, ring.slots[0]), clock)
        undo.callback(vault.desk.close)
        with vault.desk.writing(Act.VAULT_MADE, undoable=False):
            pass
        vault.keep.save_settings(settings)
        undo.pop_all()
    return vault


def _refuse_existing(folder: VaultFolder) -> None:
    if folder.exists():
        raise VaultRefused(N_("There is a vault in {folder} already; nothing was changed."), folder=folder.path.name)


def _clear_away(folder: VaultFolder) -> None:
    """Take away what is left of a vault that could not be made, so that it can be tried again."""
    beside = (folder.database.with_name(f"{folder.database.name}-{end}") for end in ("wal", "shm"))
    with suppress(OSError):
        for left in (folder.database, *beside, folder.keys, folder.keys_copy):
            left.unlink(missing_ok=True)


def open_vault(path: Path, passphrase: str, clock: Clock, holder: str | None = None) -> Vault:
    """Open a vault with a passphrase.

    Raises:
        VaultRefused: no vault, made by a newer version, read-only, or open elsewhere.
        WrongPassphrase: no key slot opens.
        VaultDamaged: the files do not hold together; nothing was written.
    """
    folder = VaultFolder(path)
    return open_with(folder, _unlocked(folder, passphrase, holder), clock, passphrase)


def _unlocked(folder: VaultFolder, passphrase: str, holder: str | None) -> Unlocked:
    ring = folder.read_keys()
    return ring.unlock(passphrase, holder) if holder else ring.unlock_typed(passphrase)


def open_with(folder: VaultFolder, key: Unlocked, clock: Clock, passphrase: str | None = None) -> Vault:
    """Open a vault with a key that was derived before.

    A slot that costs less than is safe today is made anew, when its passphrase is given.

    Raises:
        VaultRefused: made by a newer version, read-only, or open elsewhere.
        VaultDamaged: the files do not hold together; nothing was written.
    """
    folder.refuse_read_only()
    with ExitStack() as undo:
        claim = folder.claim()
        undo.callback(claim.release)
        check_before_use(folder.database, key.data_key)
        vault = Vault(folder, claim, key, clock)
        undo.callback(vault.lock)
        _bring_up_to_date(vault, key, clock())
        with vault.desk.writing(Act.VAULT_OPENED, undoable=False):
            pass
        if key.needs_upgrade and passphrase is not None and key.slot.kind is SlotKind.PASSPHRASE:
            vault.change_passphrase(passphrase, passphrase)
        undo.pop_all()
    return vault


def _bring_up_to_date(vault: Vault, key: Unlocked, now: datetime) -> None:
    with translated(), vault.desk.engine().connect() as connection:
        found = schema.revision(connection)
    if schema.is_behind(found):
        back_up(vault.folder, key.data_key, "migration", now)
        with translated():
            schema.migrate(vault.desk.engine())

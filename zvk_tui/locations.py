"""Where things go on this laptop, asked from the operating system each time and never at import.

`ZVK_HOME` puts everything in one folder instead, for a locked-down laptop or a stick that travels. The folders are
those of this machine alone, not the roaming ones that an office network copies to its servers.
"""

import os
from pathlib import Path

_APP = "zvk"


def config_file() -> Path:
    """Return the small file with the settings that are needed before a vault is open."""
    import platformdirs

    return (_portable_home() or platformdirs.user_config_path(_APP, appauthor=False)) / "settings.json"


def default_vaults_folder() -> Path:
    """Return the folder in which a new vault is proposed."""
    return _data_folder() / "vaults"


def demo_folder() -> Path:
    """Return the folder of the fictional chamber that `zvk demo` makes."""
    return _data_folder() / "demo"


def _data_folder() -> Path:
    import platformdirs

    return _portable_home() or platformdirs.user_data_path(_APP, appauthor=False)


def _portable_home() -> Path | None:
    """Return the folder that `ZVK_HOME` names, made absolute; none when it is unset or empty."""
    named = os.environ.get("ZVK_HOME", "").strip()
    return Path(named).expanduser().absolute() if named else None

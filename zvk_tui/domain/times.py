"""Times of day as a chair types them: `14:30`, `14.30`, `1430`, `14`."""

import re
from datetime import time

_TIME = re.compile(r"(\d{1,2})(?:[:.]?(\d{2}))?")


def parse_time(text: str) -> time | None:
    """Return the time that `text` means, or None when it means none."""
    if not (found := _TIME.fullmatch(text.strip())):
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None

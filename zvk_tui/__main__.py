"""Run the `zvk` command as `python -m zvk_tui`."""

from zvk_tui.cli import main

if __name__ == "__main__":
    raise SystemExit(main())

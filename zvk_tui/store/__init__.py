"""The encrypted vault: its keys, its file, and everything that is read from it and written to it."""

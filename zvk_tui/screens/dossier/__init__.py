"""The dossier of a case: its screen and its tabs."""

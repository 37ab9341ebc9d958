"""The meeting table of a Zorg- en Veiligheidskamer: offline, encrypted, by keyboard."""

__version__ = "0.1.0"

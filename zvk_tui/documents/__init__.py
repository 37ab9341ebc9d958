"""Documents of the chamber: one model of blocks, and a renderer for each kind of file. Gets values, never a vault."""

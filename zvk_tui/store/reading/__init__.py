"""Queries that return values of the domain; no row leaves this room."""

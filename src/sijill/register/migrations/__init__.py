"""How the tables of a register came to be, one revision after the other (see docs/revisions.md)."""

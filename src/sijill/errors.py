"""Every error that a user can meet, under one root: each is one clear sentence (what, where, what to do)."""


class SijillError(Exception):
    """The root of all errors of Sijill."""


class RefusedInput(SijillError):
    """A document that cannot be read: missing, empty, binary, in no language of ours …"""


class BrokenPack(SijillError):
    """A language pack or catalogue file that breaks its own rules; says the file, the line and the fault."""


class RefusedRegister(SijillError):
    """A register that cannot be opened, or a row that is not in it."""

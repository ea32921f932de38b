"""One file a revision, `r0002_decision.py` for revision 0002; never changed once it is released."""

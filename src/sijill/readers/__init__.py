"""Readers: whoever takes rows from passages. Each names itself on every row."""

"""Russian: word lists, and the forms of words."""

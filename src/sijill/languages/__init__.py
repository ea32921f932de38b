"""What belongs to one language: word lists that a linguist can read, and a few rules of inflection."""

"""Acts: who said, promised, asked or decided what, in whose words."""

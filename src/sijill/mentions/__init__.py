"""What a text names: parties, persons, offices, places, dates, amounts, texts and undertakings."""

"""Who may open the home, who signs, and who is known: slots, signatures, cards, roster."""

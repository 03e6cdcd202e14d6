"""The truth: signed, hash-chained, append-only streams of events, folded into tables."""

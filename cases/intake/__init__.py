"""Files become exhibits: metadata, timing, signals, sealing, print copies."""

"""The sealed objects of a home, named by the SHA-256 of their plaintext."""

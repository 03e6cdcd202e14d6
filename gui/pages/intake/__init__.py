"""Impor bukti: files come in, each with its verdict; what needs a word of the officer."""

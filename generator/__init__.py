"""Speeches in, a static site out: outlines, slogans, permanent links."""

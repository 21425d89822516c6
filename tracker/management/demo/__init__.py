"""The demonstration office: a database of its own, invented people, one real list's worth of work."""

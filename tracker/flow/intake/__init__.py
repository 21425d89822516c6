"""A file becomes rows, and a row becomes a record."""

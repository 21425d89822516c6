"""The family is told, by a person, and it is written down how."""

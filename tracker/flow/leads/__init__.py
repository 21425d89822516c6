"""Leads: unproven pointers, from a family's inquiry or a colleague's note, followed to an outcome."""

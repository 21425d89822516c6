"""Pages of the staff's workplace, mounted inside the admin site."""

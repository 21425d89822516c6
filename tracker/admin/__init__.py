"""The admin site that colleagues live in: one file per noun, opened by tracker/admin/apps.py."""

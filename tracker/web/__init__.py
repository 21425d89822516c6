"""What people see in a browser: families in public/, colleagues in staff/."""

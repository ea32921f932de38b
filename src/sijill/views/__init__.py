"""What people and programs see of Sijill."""

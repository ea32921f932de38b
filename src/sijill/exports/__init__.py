"""What a register holds, in the forms that other programs read: one module a form."""

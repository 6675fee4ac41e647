"""A deck built anew that keeps what a person changed in the old one."""

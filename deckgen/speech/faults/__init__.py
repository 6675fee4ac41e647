"""What is wrong in the speech itself, each fault where it stands."""

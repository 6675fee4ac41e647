"""One file a command: arguments in, exit code out; the only place that prints."""

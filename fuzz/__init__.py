"""Coverage-guided fuzzing (atheris) of all that takes bytes from outside. Not among the tests: it has no end."""

"""What is said about the cases of the demo, one file for each theme, in the notation that `talk` reads."""

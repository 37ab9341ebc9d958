"""What users do to a vault: one function for each user action, one transaction each."""

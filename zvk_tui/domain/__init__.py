"""Values and rules of a care and safety chamber: no input or output, no clock, nothing of ours imported."""

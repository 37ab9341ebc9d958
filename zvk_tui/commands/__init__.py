"""The commands of `zvk`, one file each: which options it has, and what it does."""

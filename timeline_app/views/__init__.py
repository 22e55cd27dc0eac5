"""What the user sees; each view listens to the project and to the one Selection, and decides nothing."""

"""The arithmetic of comparison, compiled: arrays in, bits out."""

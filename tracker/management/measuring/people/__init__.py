"""Invented people of the Levant and invented prison lists, as many as are needed; nobody here is real."""

from .described import Batch, Described, Listed, Spelled
from .population import Population, the_country

__all__ = ["Batch", "Described", "Listed", "Population", "Spelled", "the_country"]

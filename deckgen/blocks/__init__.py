"""What slides are composed of: each block fits itself to a width at a step of the type scale and gives size and items together."""

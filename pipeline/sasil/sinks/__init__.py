"""Record → somewhere: converters to and from the formats of annotation tools."""

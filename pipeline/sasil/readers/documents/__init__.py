"""What all document formats share: blocks, their lines, and what the head and tail of a press release state."""

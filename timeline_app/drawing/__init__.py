"""How things look: colours, fonts and the one function that paints the timeline, on screen and on paper."""

"""Where things go on a timeline, in plain numbers: pixels from the top left, days of `model.calendar` as floats.

Day number `d` is the half-open stretch [d, d + 1); noon of it is d + 0.5.
"""

"""The Equal Earth projection: areas keep their proportions, so that no country looks too large.

B. Šavrič, T. Patterson and B. Jenny, "The Equal Earth map projection", International Journal of
Geographical Information Science 33 (2019), 454–465.
"""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796


def equal_earth(longitude: float, latitude: float) -> tuple[float, float]:
    """Degrees east and north to the plane, in units of the globe's radius; (0, 0) stays there."""
    theta = asin(sqrt(3) / 2 * sin(radians(latitude)))
    squared = theta * theta
    sixth = squared**3
    x = 2 * sqrt(3) * radians(longitude) * cos(theta)
    x /= 3 * (9 * _A4 * sixth * squared + 7 * _A3 * sixth + 3 * _A2 * squared + _A1)
    y = theta * (_A4 * sixth * squared + _A3 * sixth + _A2 * squared + _A1)
    return x, y

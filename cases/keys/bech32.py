"""Bech32 of BIP 173, as far as age keys need it: 32 bytes and a name, written as text."""

_LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_STEPS = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)


def encode(name: str, data: bytes) -> str:
    """Write `data` under the lower-case `name`."""
    bits = "".join(f"{byte:08b}" for byte in data)
    bits += "0" * (-len(bits) % 5)
    values = [int(bits[start : start + 5], 2) for start in range(0, len(bits), 5)]
    spread = [ord(letter) >> 5 for letter in name] + [0] + [ord(letter) & 31 for letter in name]
    rest = _remainder([*spread, *values, *(0,) * 6]) ^ 1
    check = [rest >> 5 * (5 - place) & 31 for place in range(6)]
    return f"{name}1" + "".join(_LETTERS[value] for value in values + check)


def _remainder(values: list[int]) -> int:
    rest = 1
    for value in values:
        top = rest >> 25
        rest = (rest & 0x1FFFFFF) << 5 ^ value
        for place, step in enumerate(_STEPS):
            if top >> place & 1:
                rest ^= step
    return rest

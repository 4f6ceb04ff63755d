"""What keeps a value from being worked out."""


class PartnerError(Exception):
    """Something of this partner cannot be worked out."""


class NoRate(PartnerError):
    """An amount whose day is not known cannot be converted."""


class Unsure(Exception):
    """Sums over partners come near the largest number: what is left out then is the engine's own affair. So is which
    entry of a filter looks at a row first, where one of them cannot be worked out."""

"""What keeps a value from being worked out."""


class PartnerError(Exception):
    """Something of this partner cannot be worked out."""


class Unsure(Exception):
    """Sums over partners come near the largest number: what is left out then is the engine's own affair."""

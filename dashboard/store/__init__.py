"""The read-only handle on the current release."""

from dashboard.store.store import Store

__all__ = ["Store"]

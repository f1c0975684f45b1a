"""Why a cluster cannot be worked with."""


class ClusterError(Exception):
    """A cluster that cannot be worked with."""


class UnreachableError(ClusterError):
    """No scheduler answers at that address."""


class UnlikeError(ClusterError):
    """These workers have other rules than this process, so that their results might be others."""

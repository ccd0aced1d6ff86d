"""Articles from files, folders, standard input and JSON lines, with their layout and what is known of them.

`read` is the one entry. The text of an article is kept as it was read, so that every later offset refers to it; what is layout
rather than report (a repeated headline, a dateline, a trailing list of links) is marked, not removed.
"""

from dateline.read.known import day
from dateline.read.sources import Problem, from_json, read

__all__ = ["Problem", "day", "from_json", "read"]

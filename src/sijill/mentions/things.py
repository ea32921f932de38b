"""Things of a text: the instruments it names, the projects, and the targets."""

from sijill.mentions.instruments import find_instruments
from sijill.mentions.projects import find_projects
from sijill.mentions.targets import find_targets

__all__ = ["find_instruments", "find_projects", "find_targets"]

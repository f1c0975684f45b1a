"""Every word of Chinese that the site says of its own: change the interface's language here and nowhere else.

A module for each kind of page; all are asked for as `labels.NAME`. Sentences with `{gaps}` are filled by `str.format`;
all of them are Markdown.
"""

from generator.site.labels.citing import *
from generator.site.labels.copies import *
from generator.site.labels.data import *
from generator.site.labels.figures import *
from generator.site.labels.lists import *
from generator.site.labels.names import *
from generator.site.labels.passages import *
from generator.site.labels.scripts import *
from generator.site.labels.searching import *
from generator.site.labels.slogan import *
from generator.site.labels.speech import *

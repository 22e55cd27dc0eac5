"""How much is read of one file, so that no file can take the machine's memory or time.

The numbers are far above any article and low enough for a worker process with 1 GB.
"""

from __future__ import annotations

#: Bytes of one file. A saved page with all its pictures stays below.
MAX_FILE_BYTES = 50 * 1024 * 1024
#: Characters of one article: some fifteen thick novels.
MAX_CHARACTERS = 10_000_000
#: Bytes of mark-up that are parsed as a tree, pictures written into it left out.
MAX_MARKUP_BYTES = 8 * 1024 * 1024
#: Elements of a page that are weighed one by one to find the article; a page of more is taken as plain text.
MAX_WEIGHED_ELEMENTS = 15_000
#: Tags of a page that is parsed at all; of a page with more only the words between the tags are taken.
MAX_TAGS = 60_000
#: Bytes one part of an archive may unpack to, whatever its header says.
MAX_UNPACKED_PART = 64 * 1024 * 1024
#: Bytes all parts of an archive may unpack to by their headers.
MAX_UNPACKED_TOTAL = 1024 * 1024 * 1024
#: How often larger than packed a big part may be; ordinary XML packs to a tenth or a twentieth.
MAX_RATIO = 200
#: Parts smaller than this are not measured by their ratio: short repetitive XML packs well.
RATIO_MATTERS_FROM = 8 * 1024 * 1024
#: Parts of one archive.
MAX_ARCHIVE_PARTS = 10_000
#: Parts of an e-mail inside one another, how many hold others, how many there are in all.
MAX_MAIL_DEPTH = 40
MAX_MAIL_CONTAINERS = 300
MAX_MAIL_PARTS = 5_000
#: Lines of an e-mail times the parts they may be nested in: what the parser's time grows with.
MAX_MAIL_WORK = 8_000_000
#: Packed streams of one PDF.
MAX_PDF_STREAMS = 100_000
#: Pages of one PDF.
MAX_PAGES = 10_000
#: Pixels of one rendered page.
MAX_PAGE_PIXELS = 40_000_000

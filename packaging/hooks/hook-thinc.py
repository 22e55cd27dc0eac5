"""thinc: its data files without those of tests and foreign languages; its modules are named in the spec."""

from contents import wanted_data
from PyInstaller.utils.hooks import collect_data_files

datas = wanted_data(collect_data_files("thinc"))

"""trafilatura: its settings, and the data of what it stands on."""

from PyInstaller.utils.hooks import collect_data_files

datas = collect_data_files("trafilatura") + collect_data_files("justext") + collect_data_files("tld")

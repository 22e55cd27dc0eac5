"""The model that names languages goes in; the server that the package can be does not."""

from PyInstaller.utils.hooks import collect_data_files

datas = collect_data_files("py3langid")
excludedimports = ["py3langid.server", "wsgiref"]

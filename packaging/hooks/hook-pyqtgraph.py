"""pyqtgraph: only what Dateline imports of it; the menus and templates of its plots are loaded by name."""

from PyInstaller.utils.hooks import collect_data_files

datas = collect_data_files("pyqtgraph", includes=["colors/**", "icons/**"])
hiddenimports = [
    "PySide6.QtOpenGL",
    "PySide6.QtOpenGLWidgets",
    "pyqtgraph.graphicsItems.PlotItem.plotConfigTemplate_generic",
    "pyqtgraph.graphicsItems.ViewBox.axisCtrlTemplate_generic",
    "pyqtgraph.imageview.ImageViewTemplate_generic",
    "pyqtgraph.multiprocess.bootstrap",
]

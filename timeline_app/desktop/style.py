"""The looks of all widgets: Fusion as base, with a palette and a stylesheet made from the theme.

Widgets say what they are by the property `part`; only this file says how a part looks.
"""

from __future__ import annotations

from string import Template

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from timeline_app.drawing.contrast import mixed
from timeline_app.drawing.theme import Theme, current_theme, dark, font, light, use_theme
from timeline_app.resources import resource

TEXT_PIXELS = 13

_SHEET = Template(
    """
QMainWindow, QDialog { background: $window; }
QMainWindow::separator { background: $border; width: 1px; height: 1px; }
QWidget { color: $text; selection-background-color: $accent; selection-color: $on_accent; }
QToolTip { background: $surface; color: $text; border: 1px solid $border; padding: 5px 7px; }

QMenuBar { background: $window; padding: 2px 6px; border: none; }
QMenuBar::item { padding: 5px 9px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $surface; border: 1px solid $border; border-radius: 8px; padding: 5px; }
QMenu::item { padding: 6px 26px 6px 10px; border-radius: 5px; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::item:disabled { color: $faint; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $border; margin: 5px 8px; }
QMenu::right-arrow { image: url($icons/arrow-right.svg); width: 12px; height: 12px; margin-right: 6px; }
QMenu::indicator { width: 14px; height: 14px; margin-left: 8px; border-radius: 4px; border: 1px solid $grid_strong; }
QMenu::indicator:checked { background: $accent; border-color: $accent; image: url($icons/check-$name.svg); }
QMenu::indicator:exclusive { width: 12px; height: 12px; border-radius: 7px; margin-left: 9px; }
QMenu::indicator:exclusive:checked { background: $surface; border: 4px solid $accent; width: 6px; height: 6px;
  image: none; }

QToolBar { background: $window; border: none; border-bottom: 1px solid $border; padding: 7px 12px; spacing: 8px; }
QStatusBar { background: $window; border-top: 1px solid $border; color: $text_muted; }
QStatusBar QLabel { color: $text_muted; padding: 0 4px; }
QStatusBar::item { border: none; }
/* Seen as a line around a pane that floats. */
QDockWidget { background: $strong; }

QPushButton { background: $surface; border: 1px solid $strong; border-radius: 6px; padding: 6px 14px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $accent_soft; }
QPushButton:focus { border-color: $accent; }
QPushButton:disabled { color: $faint; }
QPushButton:checked { background: $accent_soft; border-color: $accent; color: $accent; }
QPushButton:default { background: $accent; color: $on_accent; border-color: $accent; font-weight: bold; }
QPushButton:default:hover { background: $accent_hover; }
QPushButton:default:focus { border: 2px solid $text; padding: 5px 13px; }
QPushButton:default:disabled, QPushButton[part="primary"]:disabled, QPushButton[part="small-primary"]:disabled {
  background: $hover; color: $faint; border-color: $border; }
QPushButton[part="primary"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: bold; }
QPushButton[part="primary"]:hover { background: $accent_hover; }
QPushButton[part="primary"]:focus { border: 2px solid $text; padding: 5px 13px; }
QPushButton[part="small"], QPushButton[part="small-primary"] { padding: 4px 10px; font-size: 12px; }
QPushButton[part="small-primary"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: bold; }
QPushButton[part="chip"] { border-radius: 11px; padding: 3px 10px; font-size: 12px; font-weight: bold; }
QPushButton[part="square"] { padding: 0; min-width: 28px; max-width: 28px; min-height: 28px; max-height: 28px; }
QPushButton::menu-indicator { image: url($icons/arrow-down.svg); subcontrol-position: right center; right: 8px; }

QToolButton { background: transparent; border: 1px solid transparent; border-radius: 5px; padding: 3px; }
QToolButton:hover { background: $hover; }
QToolButton:focus { border-color: $accent; }
QToolButton[part="link"] { color: $accent; padding: 2px 4px; font-size: 12px; }
QToolButton[part="link"]:hover { text-decoration: underline; background: transparent; }
QToolButton[part="segment"] { background: $surface; border: 1px solid $strong; border-radius: 0; padding: 3px 10px;
  font-size: 12px; }
QToolButton[part="segment"]:checked { background: $accent_soft; color: $accent; border-color: $accent; }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QComboBox {
  background: $surface; border: 1px solid $strong; border-radius: 6px; padding: 5px 9px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus,
QComboBox:focus { border-color: $accent; }
QLineEdit:read-only { background: $panel; }
QLineEdit { lineedit-clear-button-icon: url($icons/close.svg); }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QTextEdit#article_text, QListView, QTableView, QScrollArea { border: none; background: $surface; border-radius: 0; }
QTextEdit#article_text { padding: 0; }
QComboBox { padding: 5px 26px 5px 10px; }
QComboBox[part="small"] { padding: 4px 24px 4px 9px; font-size: 12px; }
QComboBox QLineEdit { border: none; padding: 0; background: transparent; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url($icons/arrow-down.svg); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $border; padding: 4px; outline: none;
  selection-background-color: $accent_soft; selection-color: $text; }
QAbstractSpinBox { padding: 5px 22px 5px 2px; min-height: 18px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; width: 20px; background: transparent; }
QAbstractSpinBox::up-arrow { image: url($icons/arrow-up.svg); width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow { image: url($icons/arrow-down.svg); width: 12px; height: 12px; }

QCheckBox { spacing: 7px; padding: 2px; border: 1px solid transparent; border-radius: 4px; }
QCheckBox:focus { border-color: $accent; }
QCheckBox::indicator, QListWidget::indicator { width: 15px; height: 15px; border: 1px solid $mark; border-radius: 4px;
  background: $surface; }
QCheckBox::indicator:checked, QListWidget::indicator:checked { background: $accent; border-color: $accent;
  image: url($icons/check-$name.svg); }
QRadioButton { spacing: 7px; padding: 2px 8px 2px 2px; border: 1px solid transparent; border-radius: 4px; }
QRadioButton:focus { border-color: $accent; }
QRadioButton::indicator { width: 13px; height: 13px; border: 1px solid $mark; border-radius: 7px;
  background: $surface; }
QRadioButton::indicator:checked { border: 4px solid $accent; width: 7px; height: 7px; }

QTabWidget::pane { border: none; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; border: none; border-bottom: 2px solid transparent; color: $text_muted;
  padding: 8px 3px 6px 3px; margin: 0 6px; font-size: 13px; }
QTabBar::tab:selected { color: $accent; border-bottom-color: $accent; font-weight: bold; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:focus { background: $accent_soft; }

QListView, QTableView { outline: none; }
QListView#actor_list, QListView#article_list, QListView#undated_list, QWidget[part="side"] { background: $panel; }
QListWidget::item { padding: 3px 4px; }
QListWidget::item:selected { background: $accent_soft; color: $text; border-radius: 4px; }
QListWidget { border: 1px solid $border; border-radius: 6px; padding: 3px; }
QTableView { alternate-background-color: $lane_other; gridline-color: $grid; selection-background-color: $accent_soft;
  selection-color: $text; }
QTableView::item { padding: 2px 8px; border: none; }
QTableView::item:focus { background: $accent_soft; border: 1px solid $accent; }
QHeaderView { background: $panel; }
QHeaderView::section { background: $panel; color: $text_muted; border: none; border-bottom: 1px solid $border;
  padding: 6px 11px; font-size: 12px; }
QHeaderView::up-arrow { image: url($icons/arrow-up.svg); width: 12px; height: 12px; subcontrol-position: right center; }
QHeaderView::down-arrow { image: url($icons/arrow-down.svg); width: 12px; height: 12px;
  subcontrol-position: right center; }

QSplitter::handle { background: $border; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QSplitter::handle:hover { background: $accent; }
QScrollBar:vertical { background: transparent; width: 11px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 11px; margin: 0; }
QScrollBar::handle { background: $scroll; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $text_muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QSlider::groove:horizontal { height: 4px; background: $strong; border-radius: 2px; }
QSlider::handle:horizontal { background: $accent; width: 14px; height: 14px; margin: -5px 0; border-radius: 7px; }
QSlider::handle:horizontal:focus { border: 2px solid $text; width: 10px; height: 10px; }
QProgressBar { background: $strong; border: none; border-radius: 4px; min-height: 8px; max-height: 8px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }

QWidget[part="pane"] { background: $panel; }
QScrollArea#shortcuts, QWidget[part="plain"] { background: $window; }
QScrollArea#inspector, QScrollArea#actor_pane { background: $panel; border: 1px solid transparent; }
QScrollArea#inspector:focus, QScrollArea#actor_pane:focus { border-color: $accent; }
QWidget[part="pane-head"] { background: $surface; border-bottom: 1px solid $border; }
QFrame[part="card"] { background: $surface; border: 1px solid $border; border-radius: 7px; }
QFrame[part="card"][clickable="true"]:hover { border-color: $strong_line; background: $hover_surface; }
QFrame[part="card"]:focus, QFrame[part="card"][clickable="true"]:focus { border: 1px solid $accent;
  background: $accent_soft; }
QFrame[part="popup"] { background: $surface; border: 1px solid $strong; border-radius: 8px; }
QFrame[part="popup"] QListView { background: $surface; }
QFrame[part="notice"] { background: $notice; border-bottom: 1px solid $border; }
QFrame[part="line"] { background: $border; max-height: 1px; min-height: 1px; border: none; }

QLabel { background: transparent; }
QLabel[part="caption"] { color: $text_muted; font-size: 11px; font-weight: bold; }
QLabel[part="headline"] { font-size: 26px; font-weight: bold; }
QLabel[part="lead"] { color: $text_muted; font-size: 14px; }
QLabel[part="title"] { font-size: 19px; font-weight: bold; }
QLabel[part="pane-title"] { font-size: 14px; font-weight: bold; }
QLabel[part="strong"] { font-size: 13px; font-weight: bold; }
QLabel[part="muted"] { color: $text_muted; font-size: 12px; }
QLabel[part="quote"] { font-style: italic; }
QLabel[part="date"] { color: $accent; font-size: 12px; font-weight: bold; }
QLabel[part="error"] { color: $error; font-size: 12px; }
QLabel[part="warning"] { color: $warning; font-weight: bold; font-size: 12px; }
QLabel[part="badge"] { color: $success; font-size: 11px; font-weight: bold; }
QLabel[part="key"] { background: $surface; border: 1px solid $strong; border-bottom: 2px solid $strong;
  border-radius: 4px; padding: 1px 6px; font-size: 12px; }
"""
)


def stylesheet(theme: Theme) -> str:
    """The stylesheet of the whole application in a theme."""
    colours = {
        field: getattr(theme, field)
        for field in (
            "name", "window", "panel", "surface", "lane_other", "grid", "grid_strong", "border", "text", "text_muted",
            "accent", "on_accent", "accent_soft", "warning", "error", "success",
        )
    }  # fmt: skip
    return _SHEET.substitute(
        colours,
        hover=mixed(theme.text, theme.window, 0.07),
        hover_surface=mixed(theme.accent, theme.surface, 0.04),
        faint=mixed(theme.text_muted, theme.window, 0.6),
        strong=mixed(theme.text_muted, theme.surface, 0.32),
        strong_line=mixed(theme.text_muted, theme.surface, 0.6),
        mark=mixed(theme.text_muted, theme.surface, 0.8),
        scroll=mixed(theme.text_muted, theme.surface, 0.4),
        accent_hover=mixed(theme.text, theme.accent, 0.14),
        notice=mixed(theme.accent, theme.surface, 0.08),
        icons=resource("icons", "style").as_posix(),
    )


def palette(theme: Theme) -> QPalette:
    """The palette behind the stylesheet: what Fusion and our own painting take their colours from."""
    made = QPalette()
    role = QPalette.ColorRole
    for one, name in (
        (role.Window, theme.window),
        (role.WindowText, theme.text),
        (role.Base, theme.surface),
        (role.AlternateBase, theme.lane_other),
        (role.Text, theme.text),
        (role.Button, theme.surface),
        (role.ButtonText, theme.text),
        (role.BrightText, theme.error),
        (role.Highlight, theme.accent),
        (role.HighlightedText, theme.on_accent),
        (role.Link, theme.accent),
        (role.LinkVisited, theme.accent),
        (role.ToolTipBase, theme.surface),
        (role.ToolTipText, theme.text),
        (role.PlaceholderText, theme.text_muted),
        (role.Accent, theme.accent),
        (role.Mid, theme.border),
    ):
        made.setColor(one, QColor(name))
    faint = QColor(mixed(theme.text_muted, theme.window, 0.6))
    for one in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, one, faint)
    return made


def apply_theme(app: QApplication, choice: str) -> Theme:
    """Dresses the application in "light", "dark" or the "system" colours; gives the theme that came of it."""
    use_theme({"light": light(), "dark": dark()}.get(choice))
    theme = current_theme()
    app.setPalette(palette(theme))
    app.setFont(font(TEXT_PIXELS))
    app.setStyleSheet(stylesheet(theme))
    return theme

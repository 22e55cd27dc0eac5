"""Every action of the window, declared once: menus, toolbar and the help on shortcuts read this table.

An action's id is also the name of the method that does it, on one of the objects given to `Actions.connect_to`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from timeline_app.views.icons import icon
from timeline_app.views.menus import Menu

Key = QKeySequence.StandardKey


class Reach(Enum):
    """Where an action's shortcut works."""

    WINDOW = "anywhere in the window"
    #: Single letters: they must not be caught while someone writes in a field.
    EVENTS = "while the timeline, the event table, the event or its source has the focus"


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action: its words (with the & of the menu), a sentence as tip, its keys and its icon."""

    id: str
    words: str
    tip: str
    keys: Key | str | tuple[str, ...] = ()
    icon: str = ""
    reach: Reach = Reach.WINDOW
    checkable: bool = False
    group: str = ""
    role: QAction.MenuRole = QAction.MenuRole.NoRole

    @property
    def plain_words(self) -> str:
        """The words without the marks of the menu."""
        return self.words.replace("&", "").rstrip("…")

    def sequences(self) -> list[QKeySequence]:
        """The keys of this action on this desktop."""
        if isinstance(self.keys, QKeySequence.StandardKey):
            return QKeySequence.keyBindings(self.keys)
        keys = (self.keys,) if isinstance(self.keys, str) else self.keys
        return [QKeySequence(key) for key in keys]


#: Marks a line between two groups of a menu.
LINE = None
A = ActionSpec
MENUS: tuple[tuple[str, tuple[ActionSpec | str | None, ...]], ...] = (
    (
        "&File",
        (
            A("new_project", "&New Project", "Begin an empty project.", Key.New, "new"),
            A("open_project", "&Open…", "Open a project, or import articles.", Key.Open, "open"),
            "Open &Recent",
            LINE,
            A("save", "&Save", "Every change is already on disk; an untitled project gets a name.", Key.Save, "save"),
            A("save_as", "Save &As…", "Name or copy this project and go on in the copy.", ("Ctrl+Shift+S",)),
            LINE,
            A(
                "import_articles",
                "&Import Articles…",
                "Add articles from files; you can also drop them on the window.",
                "Ctrl+I",
                "import",
            ),
            A("import_folder", "Import &Folder…", "Add all articles of a folder.", "Ctrl+Shift+I", "folder"),
            A("paste_article", "Paste Text as Ar&ticle…", "Add an article from pasted words.", "Ctrl+Shift+V", "paste"),
            LINE,
            A("export", "&Export…", "Write the timeline as PDF, PNG, SVG, CSV or JSON.", "Ctrl+E", "export"),
            A("page_setup", "Page Set&up…", "Choose paper, orientation and margins.", (), "page-setup"),
            A("print_preview", "Print Pre&view…", "See the pages before they are printed.", (), "print-preview"),
            A("print", "&Print…", "Print the timeline with its list of events and sources.", Key.Print, "print"),
            LINE,
            A("quit", "&Quit", "Close Dateline; nothing is lost.", "Ctrl+Q", "quit", role=QAction.MenuRole.QuitRole),
        ),
    ),
    (
        "&Edit",
        (
            A("undo", "&Undo", "Take the last change back.", Key.Undo, "undo"),
            A("redo", "&Redo", "Make the change that was taken back once more.", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo"),
            LINE,
            A("copy_event", "&Copy Event", "Copy the event with its date, words and source.", "Ctrl+Shift+C", "copy"),
            LINE,
            A("find", "&Find…", "Search events, actors and passages.", ("Ctrl+F", "/"), "search"),
            A("show_filter", "Fi&lter…", "Choose which events are shown.", "Ctrl+Shift+F", "filter"),
            A("clear_filter", "Clear Fil&ter", "Show all events again, or all main ones.", ()),
            LINE,
            A(
                "preferences",
                "&Settings…",
                "Change how Dateline looks and reads.",
                "Ctrl+,",
                "settings",
                role=QAction.MenuRole.PreferencesRole,
            ),
        ),
    ),
    (
        "&View",
        (
            A("main_events", "&Main Events", "Show what matters most of each article.",
              "Ctrl+5", checkable=True, group="least"),
            A("all_events", "All E&vents", "Show every event, also the small ones.",
              "Ctrl+6", checkable=True, group="least"),
            LINE,
            A("lanes_actor", "Lanes by &Actor", "One lane for each actor.", "Ctrl+1", checkable=True, group="lanes"),
            A("lanes_article", "Lanes by A&rticle", "One lane for each article.",
              "Ctrl+2", checkable=True, group="lanes"),
            A("lanes_kind", "Lanes by &Kind", "One lane for each kind of event.",
              "Ctrl+3", checkable=True, group="lanes"),
            A("lanes_tag", "Lanes &by Tag", "One lane for each of your tags.",
              "Ctrl+7", checkable=True, group="lanes"),
            A("lanes_none", "&No Lanes", "All events in one lane.", "Ctrl+4", checkable=True, group="lanes"),
            LINE,
            A("zoom_in", "Zoom &In", "Show a shorter time in more detail.", ("Ctrl++", "Ctrl+="), "zoom-in"),
            A("zoom_out", "Zoom &Out", "Show a longer time.", Key.ZoomOut, "zoom-out"),
            A("fit_all", "&Fit", "Show the whole timeline.", "Ctrl+0", "fit"),
            A("fit_selection", "Fit &Selection", "Zoom to the chosen event.", "F", reach=Reach.EVENTS),
            A("mark_range", "Mark &What Is in View", "Mark the time in view; its menu lists, filters or names it.",
              "R", reach=Reach.EVENTS),
            LINE,
            A("toggle_left", "&Lists", "Show or hide actors, articles and undated events.",
              "Ctrl+Shift+1", checkable=True),
            A("toggle_bottom", "Source R&eader", "Show or hide the source reader.", "Ctrl+Shift+2", checkable=True),
            A("toggle_right", "Event and A&ctor", "Show or hide the event and the actor.",
              "Ctrl+Shift+3", checkable=True),
            A("show_table", "Event &Table", "The events as a table.", "Ctrl+T", "table"),
            LINE,
            A("theme_system", "Colours of the Deskto&p", "Light or dark, as the desktop is.",
              (), checkable=True, group="theme"),
            A("theme_light", "Li&ght", "Light colours.", (), checkable=True, group="theme"),
            A("theme_dark", "&Dark", "Dark colours.", (), checkable=True, group="theme"),
            LINE,
            A("full_screen", "F&ull Screen", "Fill the whole screen.", "F11", checkable=True),
        ),
    ),
    (
        "E&vent",
        (
            A("next_unchecked", "&Next Unchecked", "Go to the next event not checked yet.", "J", "down", Reach.EVENTS),
            A("previous_unchecked", "&Previous Unchecked", "Go to the one before.", "K", "up", Reach.EVENTS),
            A("open_passage", "&Open Passage", "Show the words it came from.",
              ("Return", "Enter"), "quote", Reach.EVENTS),
            A("accept", "&Accept", "Mark the event as checked and go on to the next.", "Y", "check", Reach.EVENTS),
            A("dismiss", "&Dismiss", "Leave the event out of the timeline; it can be restored.",
              "X", "dismiss", Reach.EVENTS),
            A("restore", "&Restore", "Bring a dismissed event back.", "Shift+X", "restore", Reach.EVENTS),
            LINE,
            A("edit_title", "&Edit Title", "Give the event another title.", ("E", "F2"), "edit", Reach.EVENTS),
            A("edit_date", "&Set Date…", "Give the event another date.", "Ctrl+D", "calendar"),
            A("edit_tags", "Ta&gs…", "Give the event words of your own.", "T", reach=Reach.EVENTS),
            A("clear_date", "&Take Date Away", "Keep the event without a date.", ()),
            LINE,
            A("merge_events", "&Merge Events…", "Make one event of the chosen ones.", "Ctrl+M", "merge"),
            A("split_event", "Sp&lit Event", "Make one event of each passage.", (), "split"),
            A(
                "add_event",
                "Add Event from Sele&ction…",
                "Make an event of the words chosen in the source reader.",
                "Ctrl+Shift+E",
                "add",
            ),
            LINE,
            A("next_passage", "Ne&xt Passage", "Show the event's next passage.", "Alt+Right", "right"),
            A("previous_passage", "Pre&vious Passage", "Show the event's passage before.", "Alt+Left", "left"),
        ),
    ),
    (
        "&Actor",
        (
            A("open_actor", "&Open in Its Own Pane", "Pin the actor in a pane of its own.", "Ctrl+Shift+A", "pin"),
            A("toggle_lane", "Show as &Lane", "Give the actor a lane, or take it away.",
              "Ctrl+L", checkable=True),
            LINE,
            A("rename_actor", "&Rename…", "Call the actor by another name.", (), "edit"),
            A("merge_actors", "&Merge with…", "Say that two actors are the same.", (), "merge"),
            A("split_actor", "&Split…", "Say that some of its names belong to somebody else.", (), "split"),
            "&Kind",
            LINE,
            A("only_actor", "Show Only &Its Events", "Filter the timeline by this actor.", (), "filter"),
        ),
    ),
    (
        "A&rticle",
        (
            A("show_article", "&Show in Source Reader", "Read the article.", (), "article"),
            A("set_article_date", "Set &Date…", "Say when the article was published; dates such as “yesterday” follow.",
              (), "calendar"),
            "Reading &Mode",
            A("read_again", "&Read Again", "Read the article once more; corrections stay.", (), "again"),
            LINE,
            A("remove_article", "Remo&ve", "Take the article and its passages out of the project.", (), "remove"),
        ),
    ),
    (
        "&Help",
        (
            A("shortcuts", "&Keyboard Shortcuts", "All keys on one page.", ("?", "F1"), "help"),
            A("legend", "&Legend", "What each shape on the timeline means.", ("Shift+F1",), "event"),
            A("open_sample", "Open the &Sample Project", "Look around in real articles.", (), "sample"),
            LINE,
            A("about", "&About Dateline", "Version and licences.", (), "info", role=QAction.MenuRole.AboutRole),
        ),
    ),
)  # fmt: skip

#: What the mouse does on the timeline, for the help on shortcuts.
MOUSE: tuple[tuple[str, str], ...] = (
    ("Wheel, pinch", "Zoom at the pointer"),
    ("Drag, Shift+wheel", "Move through time"),
    ("Double click", "Zoom to an event"),
    ("Shift+drag", "Mark a range of time, with a menu"),
    ("Drag an end", "Change the date of the chosen event"),
    ("Drag a title", "Put the lane in another place"),
    ("Double click a title", "Collapse the lane"),
)


def all_actions() -> Iterator[ActionSpec]:
    """Every declared action in the order of the menus."""
    for _, items in MENUS:
        yield from (item for item in items if isinstance(item, ActionSpec))


class Actions(QObject):
    """The QActions of one window, made from the table."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._actions: dict[str, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        self._submenus: dict[str, QMenu] = {}
        for spec in all_actions():
            self._actions[spec.id] = self._make(spec, window)

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def submenu(self, words: str) -> QMenu:
        """A menu inside a menu that the window fills itself, by its plain words."""
        return self._submenus[words]

    def _make(self, spec: ActionSpec, window: QWidget) -> QAction:
        action = QAction(spec.words, self)
        action.setObjectName(spec.id)
        action.setStatusTip(spec.tip)
        action.setMenuRole(spec.role)
        sequences = spec.sequences()
        action.setShortcuts(sequences)
        keys = sequences[0].toString(QKeySequence.SequenceFormat.NativeText) if sequences else ""
        action.setToolTip(f"{spec.plain_words} ({keys})" if keys else spec.plain_words)
        if spec.icon:
            action.setIcon(icon(spec.icon))
        action.setCheckable(spec.checkable)
        if spec.group:
            if spec.group not in self._groups:
                self._groups[spec.group] = QActionGroup(self)
            self._groups[spec.group].addAction(action)
        if spec.reach is Reach.WINDOW:
            window.addAction(action)
        else:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return action

    def add_to(self, widgets: Iterable[QWidget]) -> None:
        """Lets the single-letter actions work while one of these has the focus."""
        for widget in widgets:
            widget.addActions([self._actions[s.id] for s in all_actions() if s.reach is Reach.EVENTS])

    def fill(self, bar: QMenuBar) -> None:
        """Makes the menus."""
        for title, items in MENUS:
            menu = Menu(title, bar)
            bar.addMenu(menu)
            menu.setToolTipsVisible(False)
            for item in items:
                if isinstance(item, ActionSpec):
                    menu.addAction(self._actions[item.id])
                elif item is LINE:
                    menu.addSeparator()
                else:
                    submenu = self._submenus[item.replace("&", "")] = Menu(item, menu)
                    menu.addMenu(submenu)

    def connect_to(self, *doers: object) -> None:
        """Connects each action to the method of its name. Raises LookupError for an action nobody does."""
        for name, action in self._actions.items():
            method = next((found for doer in doers if (found := getattr(doer, f"do_{name}", None))), None)
            if method is None:
                raise LookupError(f"nobody does the action {name}")
            if action.isCheckable():
                action.triggered.connect(lambda checked, method=method: method(checked))
            else:
                action.triggered.connect(lambda _checked=False, method=method: method())

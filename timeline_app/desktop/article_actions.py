"""What is done to articles: their date, the mode in which they are read, reading again, removing."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from timeline_app.desktop.actions import Actions
from timeline_app.desktop.dialogs import DateDialog
from timeline_app.desktop.guarded import Guard
from timeline_app.desktop.intake import Intake
from timeline_app.desktop.navigation import Navigation, Panes
from timeline_app.desktop.workspace import Workspace
from timeline_app.model import ReadingMode
from timeline_app.project import ArticleEntry, ArticleState
from timeline_app.views.article_list import title_of
from timeline_app.views.menus import context_menu, fill_choices
from timeline_app.views.words import MODE_TIPS, MODE_WORDS, count, day_words, shorten

#: Above and below the reading mode.
CONTEXT_ACTIONS = (("show_article", "set_article_date", "read_again"), ("remove_article",))


class ArticleActions(QObject):
    """The actions of the menu Article; they concern the marked articles, or the one that is being read."""

    def __init__(
        self,
        workspace: Workspace,
        panes: Panes,
        navigation: Navigation,
        intake: Intake,
        guard: Guard,
        actions: Actions,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._work, self._panes, self._navigation = workspace, panes, navigation
        self._intake, self._guard, self._actions, self._window = intake, guard, actions, window
        self._modes = actions.submenu("Reading Mode")
        self._modes.setToolTipsVisible(True)
        fill_choices(self._modes, MODE_WORDS, self._set_mode)
        for action in self._modes.actions():
            action.setToolTip(MODE_TIPS[action.data()])
            action.setStatusTip(MODE_TIPS[action.data()])
        panes.article_list.menu_requested.connect(self.show_menu)
        panes.article_list.remove_requested.connect(self.remove)
        panes.article_list.selectionModel().selectionChanged.connect(self.follow)
        workspace.selection.article_changed.connect(self.follow)
        workspace.settled.connect(self.follow)
        self.follow()

    def chosen(self) -> list[ArticleEntry]:
        """The marked articles, else the one in the reader."""
        marked = self._panes.article_list.chosen_entries()
        if marked:
            return marked
        return [one for one in self._work.shown.articles if one.id and one.id == self._work.selection.article_id]

    def follow(self, *_ignored: object) -> None:
        """Greys out what cannot be done, and ticks the mode."""
        chosen = self.chosen()
        read = [one for one in chosen if one.id]
        self._actions["show_article"].setEnabled(bool(read))
        self._actions["set_article_date"].setEnabled(bool(read))
        self._actions["read_again"].setEnabled(bool(chosen))
        self._actions["remove_article"].setEnabled(bool(chosen))
        self._modes.setEnabled(bool(read))
        modes = {one.mode for one in read}
        for action in self._modes.actions():
            action.setChecked(modes == {action.data()})

    def do_show_article(self) -> None:
        """Shows the first of the marked articles."""
        if (entry := next((one for one in self.chosen() if one.id), None)) is not None:
            self._navigation.open_article(entry.id)

    def do_set_article_date(self) -> None:
        """Asks when the marked articles were published."""
        entries = [one for one in self.chosen() if one.id]
        if not entries:
            return
        what = f"“{shorten(title_of(entries[0]), 70)}”" if len(entries) == 1 else count(len(entries), "article")
        dialog = DateDialog(
            self._window,
            "Date of publication",
            f"When was {what} published? Words such as “yesterday” count from this day and are read again.",
            day_words(entries[0].published),
            only_day=True,
        )
        if not dialog.exec():
            return
        day = dialog.when.earliest if dialog.when is not None else None
        for entry in entries:
            self._guard.do(partial(self._work.project.set_published, entry.id, day))
        self._intake.read_waiting()

    def _set_mode(self, mode: ReadingMode) -> None:
        for entry in self.chosen():
            if entry.id and entry.mode != mode:
                self._guard.do(partial(self._work.project.set_mode, entry.id, mode))
        self.follow()
        self._intake.read_waiting()

    def do_read_again(self) -> None:
        """Reads the marked articles once more; a file that failed is tried again."""
        entries = self.chosen()
        self._intake.add_paths([one.path for one in entries if one.state == ArticleState.FAILED and not one.id])
        self._intake.read_again([one.id for one in entries if one.id])

    def do_remove_article(self) -> None:
        """Takes the marked articles out."""
        self.remove(self.chosen())

    def remove(self, entries: list[ArticleEntry]) -> None:
        """Takes articles out of the project; undo brings them back."""
        project = self._work.project
        removed = 0
        for entry in entries:
            if entry.id:
                removed += self._guard.do(partial(project.remove_article, entry.id))
            else:
                self._guard.do(partial(project.forget_waiting, [entry.path]))
        if removed:
            self._guard.tell_done(f"{count(removed, 'article')} removed.", removed)

    def show_menu(self, _entries: list[ArticleEntry], at: QPoint) -> None:
        """The menu of the marked articles."""
        self.follow()
        first, last = CONTEXT_ACTIONS
        items = [*(self._actions[one] for one in first), self._modes, None, *(self._actions[one] for one in last)]
        context_menu(self._window, items).popup(at)

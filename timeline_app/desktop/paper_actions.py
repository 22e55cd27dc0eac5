"""Printing and exporting what is on the timeline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QDialogButtonBox, QFileDialog, QVBoxLayout, QWidget

from timeline_app.desktop.guarded import Guard
from timeline_app.desktop.jobs import Jobs
from timeline_app.desktop.settings import Settings
from timeline_app.desktop.workspace import Workspace
from timeline_app.layout.lanes import Lane, lane_keys
from timeline_app.model import Event
from timeline_app.views.cards import label
from timeline_app.views.notice_bar import Tone
from timeline_app.views.timeline import TimelineView
from timeline_app.views.words import range_words

if TYPE_CHECKING:
    from timeline_app.printing import PageOptions, PrintDocument


class ExportDialog(QDialog):
    """Asks what to write: the format, the range, with or without the list of events."""

    def __init__(self, parent: QWidget | None, options: PageOptions, visible: str) -> None:
        super().__init__(parent)
        from timeline_app.printing import FORMATS
        from timeline_app.printing.setup_dialog import poster_box

        self.setWindowTitle("Export")
        self.setMinimumWidth(400)
        self._options = options
        self._format, self._range = QComboBox(), QComboBox()
        for one in FORMATS:
            self._format.addItem(f"{one.name} (.{one.ending})", one.ending)
        self._range.addItem("The whole timeline", False)
        self._range.addItem(f"What is in view: {visible}", True)
        self._list = QCheckBox("With the numbered list of events")
        self._list.setChecked(options.event_list)
        self._passages = QCheckBox("With the passages they come from")
        self._passages.setChecked(options.passages)
        self._grey = QCheckBox("Black and white")
        self._grey.setChecked(options.black_and_white)
        self._poster = poster_box(options.poster)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton("Export…", QDialogButtonBox.ButtonRole.AcceptRole).setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 16)
        column.setSpacing(9)
        column.addWidget(label("Export the timeline", "title"))
        choices = ("Format", self._format), ("Range", self._range), ("Poster", self._poster)
        for words, widget in choices:
            widget.setAccessibleName(words)
            column.addWidget(label(words, "muted"))
            column.addWidget(widget)
        for box in (self._list, self._passages, self._grey):
            column.addWidget(box)
        column.addSpacing(6)
        column.addWidget(buttons)
        self._format.currentIndexChanged.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        drawn = self.ending in {"pdf", "png", "svg"}
        for box in (self._list, self._passages, self._grey):
            box.setEnabled(drawn)
        self._poster.setEnabled(self.ending == "pdf")

    @property
    def ending(self) -> str:
        """The ending of the chosen format."""
        return str(self._format.currentData())

    @property
    def only_visible(self) -> bool:
        """Whether only what is in view is wanted."""
        return bool(self._range.currentData())

    @property
    def options(self) -> PageOptions:
        """The options as ticked."""
        return replace(
            self._options,
            event_list=self._list.isChecked(),
            passages=self._passages.isChecked(),
            black_and_white=self._grey.isChecked(),
            poster=self._poster.value(),
        )


class PaperActions(QObject):
    """Export, Page Setup, Print Preview and Print."""

    def __init__(
        self,
        workspace: Workspace,
        timeline: TimelineView,
        jobs: Jobs,
        settings: Settings,
        guard: Guard,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._work, self._timeline, self._jobs = workspace, timeline, jobs
        self._settings, self._guard, self._window = settings, guard, window

    @property
    def options(self) -> PageOptions:
        """The page options as they were left."""
        from timeline_app.printing import PageOptions

        return PageOptions.from_plain(self._settings.get("print/page"))

    def _keep(self, options: PageOptions | None) -> None:
        if options is not None:
            self._settings.set("print/page", options.to_plain())

    def document(self, *, only_visible: bool = False) -> PrintDocument:
        """What is shown now, with its lanes, as a document for paper."""
        from timeline_app.printing import PrintDocument

        shown, project = self._work.shown, self._work.project
        first = last = None
        events, wanted = shown.events, self._work.filter
        if only_visible:
            low, high = self._timeline.visible_range()
            first, last = int(low), int(high)
            wanted = replace(wanted, first=first, last=last)
            events = tuple(project.events(wanted))
        lanes, events = self._as_arranged(events)
        told = {passage.article for event in events for passage in event.passages}
        return PrintDocument(
            title=project.title,
            events=events,
            actors=shown.actors,
            articles=tuple(project.article(one.id) for one in shown.articles if one.id in told),
            lanes=lanes,
            first=first,
            last=last,
            checked=frozenset(event.id for event in events if event.id in shown.checked),
            conflicts=tuple(project.conflicts()),
            total=len(project.events(replace(wanted, least=0.0))),
            eras=self._timeline.eras,
            options=self.options,
        )

    def _as_arranged(self, events: Sequence[Event]) -> tuple[tuple[Lane, ...], tuple[Event, ...]]:
        """The lanes in the order they were put in, without those that are hidden, and what happens in them."""
        choices, keys_of = self._timeline.lane_hands.choices, lane_keys(self._work.lane_kind)
        lanes = choices.apply(self._work.shown.lanes)
        if choices.hidden:
            shown = {lane.key for lane in lanes}
            events = [event for event in events if not choices.leaves_out(keys_of(event), shown)]
        # Paper has room for every event, and no edge to keep a lane at.
        return tuple(replace(lane, collapsed=False, top=False) for lane in lanes), tuple(events)

    def do_page_setup(self) -> None:
        """Asks for paper, orientation and margins."""
        from timeline_app.printing import page_setup

        self._keep(page_setup(self.options, self._window))

    def do_print_preview(self) -> None:
        """Shows the pages."""
        if self._has_events():
            from timeline_app.desktop.preview_look import dress_preview
            from timeline_app.printing import preview

            self._keep(preview(self.document(), self._window, dress_preview))

    def do_print(self) -> None:
        """Asks for a printer and prints."""
        if self._has_events():
            from timeline_app.printing import print_timeline

            self._keep(print_timeline(self.document(), self._window))

    def do_export(self) -> None:
        """Asks for a format and a file, and writes it beside the main thread."""
        if not self._has_events():
            return
        visible = range_words(*self._timeline.visible_range())
        dialog = ExportDialog(self._window, self.options, visible)
        if not dialog.exec():
            return
        self._keep(dialog.options)
        folder = self._settings.get("files/export_folder") or str(Path.home())
        proposed = Path(folder) / f"{self._work.project.title}.{dialog.ending}"
        chosen, _ = QFileDialog.getSaveFileName(self._window, "Export the timeline", str(proposed))
        if chosen:
            target = Path(chosen)
            if not target.suffix:
                target = target.with_suffix(f".{dialog.ending}")
            self.export(target, dialog.ending, only_visible=dialog.only_visible)

    def export(self, target: Path, ending: str, *, only_visible: bool = False) -> None:
        """Writes the timeline to a file; when it is there, a sentence says so."""
        from timeline_app.printing import export

        document = self.document(only_visible=only_visible)
        self._settings.set("files/export_folder", str(target.parent))
        self._jobs.run(
            lambda: export(document, target, format=ending),
            done=lambda _none: self._tell(target),
            failed=lambda sentence: self._guard.notices.say(sentence, Tone.WARNING),
        )

    def _tell(self, target: Path) -> None:
        self._guard.notices.say(
            f"The timeline was written to “{target.name}” in {target.parent}.",
            Tone.SUCCESS,
            offers=(
                ("Open", lambda: self._open(target)),
                ("Show folder", lambda: self._open(target.parent)),
            ),
        )

    def _open(self, path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _has_events(self) -> bool:
        if self._work.has_project and self._work.shown.events:
            return True
        self._guard.notices.say("There are no events to print yet. Add articles first.")
        return False

"""Whether a page has been answered: the runs of the program it asked for, heard on the line between the two.

A page does not show that it has asked. From a click until the first word of the answer it looks as finished as before.
"""

from playwright.sync_api import Page, WebSocket
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

ENDED = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_WITH_COMPILE_ERROR)
"""A run that ended early for another one answers nothing: the other one does."""


class Runs:
    """Runs of whole pages only: a part of a page that draws itself anew every second is nobody's answer."""

    def __init__(self, page: Page) -> None:
        self._is_asked = self._is_under_way = False
        page.on("websocket", self._connected)

    def wait(self, patience: int) -> None:
        """Until all that was asked for has been answered; patience in milliseconds between two words."""
        while self._is_asked or self._is_under_way:
            self._socket.wait_for_event("framereceived", timeout=patience)

    def _connected(self, socket: WebSocket) -> None:
        self._socket, self._is_asked, self._is_under_way = socket, True, False  # the first thing it does is to ask
        socket.on("framesent", self._note_sent)
        socket.on("framereceived", self._note_received)

    def _note_sent(self, frame: bytes) -> None:
        said = BackMsg.FromString(frame)
        if said.HasField("rerun_script") and not said.rerun_script.fragment_id:
            self._is_asked = True

    def _note_received(self, frame: bytes) -> None:
        said = ForwardMsg.FromString(frame)
        if said.HasField("new_session") and not said.metadata.run.fragment_ids:
            self._is_asked, self._is_under_way = False, True
        if said.HasField("script_finished") and said.script_finished in ENDED:
            self._is_under_way = False

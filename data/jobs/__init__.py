"""What people ask for is done by one worker process per home, in the order of asking.

A job survives the page that asked, the app and the worker itself: whoever comes next finds it in the job table.
"""

from data.jobs.files import settle_uploads
from data.jobs.start import wake_worker
from data.jobs.worker import work

__all__ = ["settle_uploads", "wake_worker", "work"]

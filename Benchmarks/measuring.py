"""Running programs and timing them: seconds, peak memory, medians, and who else used the machine."""
import json
import math
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time


class Run:
    """One process from start to end. `seconds` may later become those that it printed itself."""

    def __init__(self, argv):
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as complaints:
            start = time.monotonic()
            process = subprocess.Popen([str(word) for word in argv], stdout=out, stderr=complaints)
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            self.seconds = time.monotonic() - start
            self.megabytes = usage.ru_maxrss / 1024
            self.cpu = usage.ru_utime + usage.ru_stime
            out.seek(0)
            complaints.seek(0)
            if status != 0:
                words = complaints.read().decode(errors="replace")[-2000:]
                sys.exit(f"failed: {' '.join(map(str, argv))}\n{words}")
            self.output = out.read().decode()

    def line(self):
        """The last line that was printed, as JSON."""
        return json.loads(self.output.strip().splitlines()[-1])


def median(runs, what):
    return statistics.median(getattr(run, what) for run in runs)


def exponent(sizes, seconds):
    """How fast cost grows from the first size to the last: 1 is with the size, 2 with its square."""
    return math.log(seconds[-1] / seconds[0]) / math.log(sizes[-1] / sizes[0])


class Neighbors:
    """How much of the machine others used since this was made."""

    def __init__(self):
        self.before = self._now()

    @staticmethod
    def _now():
        with open("/proc/stat") as stat:
            fields = [int(field) for field in stat.readline().split()[1:9]]
        idle = fields[3] + fields[4]
        own = sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_CHILDREN, resource.RUSAGE_SELF))
        ticks = os.sysconf("SC_CLK_TCK")
        return (sum(fields) - idle) / ticks, sum(fields) / ticks, own

    def share(self):
        busy, total, own = (after - before for after, before in zip(self._now(), self.before))
        return max(0.0, busy - own) / max(total, 1e-9)

    def sentence(self):
        share = self.share()
        if share < 0.05:
            return "The machine was quiet."
        return (f"**The machine was loaded:** others used {share:.0%} of its cores meanwhile. "
                "Ratios count, seconds do not.")


def short(seconds):
    """Seconds with three digits that mean something."""
    return f"{seconds:.0f}" if seconds >= 100 else f"{seconds:.3g}"

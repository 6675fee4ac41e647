"""Run one command; its wall time, CPU time, peak memory and exit code, as JSON in a file.

python -I -S launch.py RESULT.json LOG COMMAND…

A process of its own, because Linux hands the peak memory of the process that starts a command down to the
command (`exec_mmap` in fs/exec.c keeps `signal->maxrss`): started from a harness of 60 MB, nothing would ever
measure less. This one imports nothing but what is built in, and stays at about 9 MB.
"""

import os
import sys
import time

result, log, *command = sys.argv[1:]
out = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
redirect = [(os.POSIX_SPAWN_DUP2, out, 1), (os.POSIX_SPAWN_DUP2, out, 2)]
start = time.perf_counter()
pid = os.posix_spawnp(command[0], command, os.environ, file_actions=redirect)
_, status, usage = os.wait4(pid, 0)
wall = time.perf_counter() - start
cpu = usage.ru_utime + usage.ru_stime
code = os.waitstatus_to_exitcode(status)
with open(result, "w") as file:
    # ru_maxrss counts KiB on Linux (getrusage(2)).
    file.write(f'{{"wall": {wall}, "cpu": {cpu}, "peak_kib": {usage.ru_maxrss}, "code": {code}}}')

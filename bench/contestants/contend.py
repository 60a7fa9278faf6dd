"""The same task for contestants in Python: what they are given, and what they print."""

import json
import resource
import sys
import time


def read_task():
    with open(sys.argv[1], encoding="utf-8") as file:
        return json.load(file)


def contend(task, read):
    """`read` gives a form's plain whole numbers by field, and raises where the form cannot be opened."""
    over(task["files"][: task["warmUp"]], read)
    begin = time.perf_counter()
    cpu_begin = time.process_time()
    sums, unreadable = over(task["files"], read)
    ms = (time.perf_counter() - begin) * 1000
    cpu_ms = (time.process_time() - cpu_begin) * 1000
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    print(json.dumps({"ms": ms, "cpuMs": cpu_ms, "sums": sums, "unreadable": unreadable, "maxRss": peak}))


def over(files, read):
    sums = {}
    unreadable = 0
    for file in files:
        try:
            values = read(file["path"], file["producer"])
        except Exception:  # Whatever a damaged file makes a library raise.
            unreadable += 1
            continue
        for field, value in values.items():
            sums[field] = sums.get(field, 0) + value
    return sums, unreadable


def is_plain_count(value):
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return is_number and value == value and value >= 0 and float(value).is_integer()

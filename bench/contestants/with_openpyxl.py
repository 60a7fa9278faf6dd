"""The usual loop over openpyxl; with a second argument, its faster read-only mode."""

import sys

from contend import contend, is_plain_count, read_task
from openpyxl import load_workbook
from openpyxl.utils.cell import coordinate_to_tuple

task = read_task()
read_only = "read-only" in sys.argv[2:]
places = {
    producer: [(field, *coordinate_to_tuple(address)) for field, address in addresses.items()]
    for producer, addresses in task["addresses"].items()
}


def read(path, producer):
    book = load_workbook(path, read_only=read_only, data_only=True)
    sheet = book.worksheets[0]
    values = {}
    if read_only:
        rows = list(sheet.iter_rows(values_only=True))
        cells = ((field, rows[row - 1][column - 1]) for field, row, column in places[producer])
    else:
        cells = ((field, sheet.cell(row, column).value) for field, row, column in places[producer])
    for field, value in cells:
        if is_plain_count(value):
            values[field] = int(value)
    book.close()
    return values


contend(task, read)

"""The usual loop over pandas: the first sheet as a frame, cells by position."""

import pandas
from contend import contend, is_plain_count, read_task
from openpyxl.utils.cell import coordinate_to_tuple

task = read_task()
places = {
    producer: [(field, *coordinate_to_tuple(address)) for field, address in addresses.items()]
    for producer, addresses in task["addresses"].items()
}


def read(path, producer):
    rows = pandas.read_excel(path, header=None).values
    values = {}
    for field, row, column in places[producer]:
        value = rows[row - 1][column - 1]
        if is_plain_count(value):
            values[field] = int(value)
    return values


contend(task, read)

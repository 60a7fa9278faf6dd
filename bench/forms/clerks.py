"""Blank forms as other programs write them: openpyxl re-saves the official one, and draws one as a clerk would in WPS.

    clerks.py resave OFFICIAL OUT
    clerks.py draw LABELS.json OUT      prints the address of each field's value cell
"""

import json
import re
import sys
import zipfile

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter

BUILD = "2052-11.1.0.14309"
HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
EPOCH = (1980, 1, 1, 0, 0, 0)


def resave(official, out):
    load_workbook(official).save(out)


def draw(labels_file, out):
    with open(labels_file, encoding="utf-8") as file:
        labels = json.load(file)
    book = Workbook()
    sheet = book.active
    sheet.title = "Sheet1"
    thin = Side(style="thin")
    border = Border(left=thin, right=thin, top=thin, bottom=thin)
    centre = Alignment(horizontal="center", vertical="center", wrap_text=True)

    def put(row, first, last, text, bottom=None, framed=True):
        for r in range(row, (bottom or row) + 1):
            for column in range(first, last + 1):
                cell = sheet.cell(r, column)
                cell.font = Font(name="宋体", size=11)
                cell.alignment = centre
                if framed:
                    cell.border = border
        sheet.cell(row, first).value = text
        if last > first or bottom:
            sheet.merge_cells(start_row=row, end_row=bottom or row, start_column=first, end_column=last)
        return f"{get_column_letter(first)}{row}"

    put(1, 1, 9, labels["attachment"], framed=False)
    put(2, 1, 9, labels["title"], framed=False)
    addresses = {"unit": put(4, 1, 9, labels["unit"])}
    row = 5
    for block in labels["blocks"]:
        height = 1 + 2 * len(block["rows"])
        put(row, 1, 1, block["label"], bottom=row + height - 1)
        for text, (first, last) in zip(block["groups"], shares(len(block["groups"]))):
            put(row, first, last, text)
        for n, leaves in enumerate(block["rows"]):
            for leaf, (first, last) in zip(leaves, leaf_shares(len(block["groups"]), len(leaves))):
                put(row + 1 + 2 * n, first, last, leaf["label"])
                addresses[leaf["field"]] = put(row + 2 + 2 * n, first, last, None)
        row += height
    for note in labels["notes"]:
        put(row, 1, 9, note, framed=False)
        row += 1
    for column in range(1, 10):
        sheet.column_dimensions[get_column_letter(column)].width = 12.625
    for n in range(1, row):
        sheet.row_dimensions[n].height = 28.5
    book.save(out)
    as_wps_writes(out)
    print(json.dumps(addresses))


def shares(parts):
    """Columns 2 to 9 in so many parts, the first ones wider: 3 + 3 + 2, 2 + 2 + 2 + 2, 8."""
    widths = [8 // parts + (1 if n < 8 % parts else 0) for n in range(parts)]
    starts = [2 + sum(widths[:n]) for n in range(parts)]
    return [(start, start + width - 1) for start, width in zip(starts, widths)]


def leaf_shares(groups, leaves):
    """Each group's columns for its leaves; where the leaves have none of their own groups, all columns."""
    if groups == 1:
        return shares(leaves)
    pairs = []
    for first, last in shares(groups):
        middle = (first + last) // 2
        pairs += [(first, middle), (middle + 1, last)]
    return pairs


def as_wps_writes(path):
    """The marks by which WPS tells its own files: fileVersion, KSOProductBuildVer, spans and customHeight on rows."""
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    text = {name: parts[name].decode("utf-8") for name in parts if name.endswith((".xml", ".rels"))}
    text["xl/workbook.xml"] = re.sub(
        r"(<workbook [^>]*>)",
        r'\1<fileVersion appName="xl" lastEdited="3" lowestEdited="5" rupBuild="9302"/>',
        text["xl/workbook.xml"],
        count=1,
    )
    sheet, strings = share_strings(text["xl/worksheets/sheet1.xml"])
    text["xl/worksheets/sheet1.xml"] = HEADER + sheet.replace("<row r=", '<row spans="1:9" r=')
    text["xl/sharedStrings.xml"] = HEADER + strings
    text["docProps/custom.xml"] = (
        HEADER + '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
        '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="KSOProductBuildVer">'
        f"<vt:lpwstr>{BUILD}</vt:lpwstr></property></Properties>"
    )
    text["[Content_Types].xml"] = text["[Content_Types].xml"].replace(
        "</Types>",
        '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'spreadsheetml.sharedStrings+xml"/><Override PartName="/docProps/custom.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/></Types>',
    )
    text["_rels/.rels"] = text["_rels/.rels"].replace(
        "</Relationships>",
        '<Relationship Id="rIdKso" Target="docProps/custom.xml" Type="http://schemas.openxmlformats.org/'
        'officeDocument/2006/relationships/custom-properties"/></Relationships>',
    )
    text["xl/_rels/workbook.xml.rels"] = text["xl/_rels/workbook.xml.rels"].replace(
        "</Relationships>",
        '<Relationship Id="rIdStrings" Target="sharedStrings.xml" Type="http://schemas.openxmlformats.org/'
        'officeDocument/2006/relationships/sharedStrings"/></Relationships>',
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name in [*parts, "xl/sharedStrings.xml", "docProps/custom.xml"]:
            content = text[name].encode("utf-8") if name in text else parts[name]
            book.writestr(zipfile.ZipInfo(name, EPOCH), content, zipfile.ZIP_DEFLATED)


def share_strings(sheet):
    """This openpyxl writes texts inline; WPS keeps each once in a table of strings."""
    strings = []

    def share(match):
        if match[2] not in strings:
            strings.append(match[2])
        return f'<c {match[1]} t="s"><v>{strings.index(match[2])}</v></c>'

    shared, count = re.subn(r'<c ([^>]*?) t="inlineStr"><is><t[^>]*>(.*?)</t></is></c>', share, sheet)
    shared = re.sub(r'<c ([^>]*?) t="n"></c>', r"<c \1/>", shared)
    items = "".join(f'<si><t xml:space="preserve">{unescape_references(text)}</t></si>' for text in strings)
    table = f'<sst xmlns="{NAMESPACE}" count="{count}" uniqueCount="{len(strings)}">{items}</sst>'
    return shared, table


def unescape_references(text):
    return re.sub(r"&#(\d+);", lambda match: chr(int(match[1])), text)


if __name__ == "__main__":
    command, first, second = sys.argv[1:]
    {"resave": resave, "draw": draw}[command](first, second)

#!/bin/sh
# xlsx2csv 0.7.8 and LibreOffice 7.4.7 read cells of a workbook otherwise than Excel wrote them.
#
# A cell that holds 46349.3541666667 (2026-11-23 08:30) in the built-in format 31, Chinese Excel's own for dates
# (yyyy"年"m"月"d"日"; 57 alike), through xlsx2csv 0.7.8 (Debian 12):
#   46349.354167: the number of the day, not the date, with -f, too; it takes `applyNumberFormat="1"` for the format
#   KeyError: 'applyNumberFormat', and no output at all, where the cell's style leaves that attribute out (it may)
# A text that Excel wrote as _x000A_ is a line break, one that it wrote as _x4E2D_ is 中, and _x005F_x000A_ is the text
# "_x000A_" (ECMA-376, ST_Xstring):
#   xlsx2csv gives all three as they are written
#   LibreOffice 7.4.7 reads the first and the third as Excel does, leaves _x4E2D_ and _x0041_ as they are, and reads _xA_
#   as a line break, too, which is none of these
#
# Outside CI. Installs nothing: xlsx2csv is unpacked in a temporary folder. Needs apt, python3, zip and soffice.
set -eu
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
apt-get -qq -o APT::Sandbox::User=root download xlsx2csv=1:0.7.8-1
dpkg-deb -x xlsx2csv_*.deb package
soffice --version

# book NAME FORMAT ATTRIBUTE: a workbook with one date in a style of that format, and five texts
book() {
    mkdir -p book/_rels book/xl/_rels book/xl/worksheets
    main=http://schemas.openxmlformats.org/spreadsheetml/2006/main
    office=http://schemas.openxmlformats.org/officeDocument/2006/relationships
    package=http://schemas.openxmlformats.org/package/2006
    type=application/vnd.openxmlformats-officedocument.spreadsheetml
    echo "<Types xmlns='$package/content-types'><Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/><Default Extension='xml' ContentType='application/xml'/><Override PartName='/xl/workbook.xml' ContentType='$type.sheet.main+xml'/><Override PartName='/xl/worksheets/sheet1.xml' ContentType='$type.worksheet+xml'/><Override PartName='/xl/sharedStrings.xml' ContentType='$type.sharedStrings+xml'/><Override PartName='/xl/styles.xml' ContentType='$type.styles+xml'/></Types>" >'book/[Content_Types].xml'
    echo "<Relationships xmlns='$package/relationships'><Relationship Id='a' Type='$office/officeDocument' Target='xl/workbook.xml'/></Relationships>" >book/_rels/.rels
    echo "<Relationships xmlns='$package/relationships'><Relationship Id='a' Type='$office/worksheet' Target='worksheets/sheet1.xml'/><Relationship Id='b' Type='$office/sharedStrings' Target='sharedStrings.xml'/><Relationship Id='c' Type='$office/styles' Target='styles.xml'/></Relationships>" >book/xl/_rels/workbook.xml.rels
    echo "<workbook xmlns='$main' xmlns:r='$office'><sheets><sheet name='a' sheetId='1' r:id='a'/></sheets></workbook>" >book/xl/workbook.xml
    echo "<styleSheet xmlns='$main'><fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf numFmtId='0' applyNumberFormat='0'/><xf numFmtId='$2'$3/></cellXfs></styleSheet>" >book/xl/styles.xml
    echo "<sst xmlns='$main'><si><t>a_x000A_b</t></si><si><t>_x4E2D_</t></si><si><t>_x005F_x000A_</t></si><si><t>_x0041_</t></si><si><t>c_xA_d</t></si></sst>" >book/xl/sharedStrings.xml
    echo "<worksheet xmlns='$main'><sheetData><row r='1'><c r='A1' s='1'><v>46349.3541666667</v></c><c r='B1' t='s'><v>0</v></c><c r='C1' t='s'><v>1</v></c><c r='D1' t='s'><v>2</v></c><c r='E1' t='s'><v>3</v></c><c r='F1' t='s'><v>4</v></c></row></sheetData></worksheet>" >book/xl/worksheets/sheet1.xml
    (cd book && zip -q -r "../$1" .)
}
failed=0
# gives WHAT EXPECTED GOT
gives() {
    printf '%s: %s\n' "$1" "$3"
    [ "$3" = "$2" ] || { echo "not as seen: expected $2"; failed=1; }
}
book styled.xlsx 31 " applyNumberFormat='1'"
book other.xlsx 57 " applyNumberFormat='1'"
book plain.xlsx 31 ''
read_by_xlsx2csv() { python3 package/usr/share/xlsx2csv/xlsx2csv.py "$@" 2>&1 | tail -n 1; }
gives 'xlsx2csv' '46349.354167,a_x000A_b,_x4E2D_,_x005F_x000A_,_x0041_,c_xA_d' "$(read_by_xlsx2csv styled.xlsx)"
gives 'xlsx2csv, format 57' '46349.354167,a_x000A_b,_x4E2D_,_x005F_x000A_,_x0041_,c_xA_d' "$(read_by_xlsx2csv other.xlsx)"
gives 'xlsx2csv -f' '46349.354167,a_x000A_b,_x4E2D_,_x005F_x000A_,_x0041_,c_xA_d' "$(read_by_xlsx2csv -f '%Y-%m-%d %H:%M' styled.xlsx)"
gives 'xlsx2csv, no applyNumberFormat' "KeyError: 'applyNumberFormat'" "$(read_by_xlsx2csv plain.xlsx)"
HOME=$scratch soffice --headless --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76' --outdir read plain.xlsx >log 2>&1
gives 'LibreOffice' '"a|b",_x4E2D_,_x000A_,_x0041_,"c|d"' "$(paste -sd '|' read/plain.csv | cut -d, -f 2-)"
exit $failed

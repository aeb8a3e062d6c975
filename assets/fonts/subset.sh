#!/bin/sh
# Creates the two font files of this folder from Debian's fonts-noto-cjk; see README.md.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
source=${1:-/usr/share/fonts/opentype/noto}
ranges=$(mktemp)
trap 'rm -f "$ranges"' EXIT

# Every character of JIS X 0208 (kana, kanji of levels 1 and 2, symbols), and the ranges that labels and formulas use.
/usr/bin/python3 - >"$ranges" <<'PYTHON'
wanted = {
    *range(0x0020, 0x007F), *range(0x00A0, 0x0250),   # Latin
    *range(0x02B0, 0x0300), *range(0x0370, 0x0400),   # modifiers, Greek
    *range(0x2000, 0x2070), *range(0x2070, 0x20D0),   # punctuation, super- and subscripts, currency
    *range(0x2100, 0x2200), *range(0x2200, 0x2300),   # letter-like, fractions, arrows, mathematics
    *range(0x2300, 0x2400), *range(0x2460, 0x2500),   # technical, enclosed numbers
    *range(0x2500, 0x2700), *range(0x2700, 0x27C0),   # boxes, shapes, symbols, dingbats
    *range(0x3000, 0x3100), *range(0x31F0, 0x3200),   # Japanese punctuation, kana
    *range(0xFF00, 0xFFF0),                           # full and half width
}
for row in range(0xA1, 0xFF):
    for cell in range(0xA1, 0xFF):
        try:
            wanted.add(ord(bytes([row, cell]).decode("euc_jp")))
        except UnicodeDecodeError:
            pass
for code in sorted(wanted):
    print(f"U+{code:04X}")
PYTHON

for weight in Regular Bold; do
    # Font 0 of the collection is the Japanese one. Vertical writing is not used.
    /usr/bin/python3 -m fontTools.subset "$source/NotoSansCJK-$weight.ttc" --font-number=0 \
        --unicodes-file="$ranges" --layout-features=kern,mark,mkmk,ccmp \
        --no-hinting --name-IDs='*' --output-file="$here/NotoSansCJKjp-$weight.otf"
done

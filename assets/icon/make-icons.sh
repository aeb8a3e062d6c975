#!/bin/sh
# Renders the icons of the program and of its files in all sizes; needs rsvg-convert, ImageMagick and Python 3.
# The window uses dwa-studio-*.png, the installers also the .ico and .icns files in their folders.
set -e
cd "$(dirname "$0")"
installers=../../installers

for size in 16 24 32 48 64 128 256 512 1024; do
  drawing=dwa-studio.svg
  [ "$size" -gt 32 ] || drawing=dwa-studio-small.svg
  rsvg-convert -w "$size" -h "$size" "$drawing" -o "dwa-studio-$size.png"
done

icons=$(mktemp -d)
trap 'rm -rf "$icons"' EXIT
for size in 16 32 48 64 128 256; do
  rsvg-convert -w "$size" -h "$size" experiment.svg -o "$icons/experiment-$size.png"
done
cp dwa-studio-*.png "$icons"

for name in dwa-studio experiment; do
  convert "$icons/$name-16.png" "$icons/$name-32.png" "$icons/$name-48.png" "$icons/$name-64.png" \
    "$icons/$name-128.png" "$icons/$name-256.png" "$installers/windows/$name.ico"
done

# An .icns file is a list of PNG files, each preceded by its type and length.
python3 - "$installers/mac/dwa-studio.icns" <<'PYTHON'
import struct, sys
from pathlib import Path

kinds = {"icp4": 16, "icp5": 32, "ic11": 32, "ic12": 64, "ic07": 128, "ic13": 256, "ic08": 256, "ic14": 512,
         "ic09": 512, "ic10": 1024}
entries = b""
for kind, size in kinds.items():
    png = Path(f"dwa-studio-{size}.png").read_bytes()
    entries += kind.encode() + struct.pack(">I", len(png) + 8) + png
Path(sys.argv[1]).write_bytes(b"icns" + struct.pack(">I", len(entries) + 8) + entries)
PYTHON

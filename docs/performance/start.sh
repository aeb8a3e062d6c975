#!/bin/sh
# Times the studio from its start script to its painted window, and from the key F5 (Start) to the first change in the grid.
#
# usage: start.sh [ROUNDS [PROGRAM...]]     in the project folder, after mvn package; needs a display of at least 1440x900
#                                           (Xvfb will do), xdotool and ImageMagick. Several programs, for example the
#                                           start script and an installed one, are timed alternately.
set -e
rounds=${1:-5}
[ $# -eq 0 ] || shift
[ $# -gt 0 ] || set -- target/dwa-studio/bin/dwa-studio

now() { date +%s%N; }

# The inside of the grid's first cell, as a checksum.
grid() { import -window "$1" -crop 30x16+470+185 +repage rgb:- | md5sum; }

# The number of colors of the tool bar: one until it is painted.
colors() { import -window "$1" -crop 300x60+0+40 +repage miff:- | identify -format %k -; }

# Starts a program and prints the time.
time_start() {
  begin=$(now)
  JAVA_TOOL_OPTIONS="-Duser.home=$home -Djavafx.cachedir=$home/cache" "$1" 2>/dev/null &
  studio=$!
  window=
  while [ -z "$window" ]; do window=$(xdotool search --onlyvisible --name 'DWA Studio' | tail -n 1); sleep 0.05; done
  while [ "$(colors "$window")" -lt 16 ]; do sleep 0.1; done
  opened=$(now)
  # The engine is loaded in the background.
  sleep 8
  before=$(grid "$window")
  xdotool windowfocus "$window" key F5
  started=$(now)
  while [ "$(grid "$window")" = "$before" ]; do sleep 0.05; done
  changed=$(now)
  echo "$1: window after $(((opened - begin) / 1000000)) ms, first change $(((changed - started) / 1000000)) ms after Start"
  kill "$studio"
  wait "$studio" || true
  # The next start must not offer to resume this run: the notice would move the grid.
  rm -rf "$home/dwa-studio/runs"
}

# In the first round JavaFX extracts its native libraries.
home=$(mktemp -d)
for round in $(seq "$rounds"); do
  for program in "$@"; do time_start "$program"; done
done
rm -rf "$home"

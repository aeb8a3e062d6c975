#!/bin/sh
# Opens the studio of an image once and writes the loaded classes to an archive that later starts map into memory.
#
# usage: archive-classes.sh IMAGE
set -e
image=$1
app=$image/lib/app
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT

if [ -n "$DISPLAY" ]; then
  display=
elif command -v xvfb-run >/dev/null; then
  display='xvfb-run -a'
else
  echo 'No display and no xvfb-run: the program is packed without an archive of its classes and starts more slowly.'
  exit 0
fi

own="-Duser.home=$home -DDJL_CACHE_DIR=$home/djl -Djavafx.cachedir=$home/javafx"
# The benchmark opens the window and starts runs; its results are not used, so it does not have to finish.
JAVA_TOOL_OPTIONS="$own -XX:AOTMode=record -XX:AOTConfiguration=$home/classes" \
  $display timeout 60 "$image/bin/dwa-studio" bench --window --seconds 1 >/dev/null 2>&1 || true
JAVA_TOOL_OPTIONS="-XX:AOTMode=create -XX:AOTConfiguration=$home/classes -XX:AOTCache=$app/dwa-studio.aot" \
  "$image/bin/dwa-studio" >/dev/null 2>&1
# shellcheck disable=SC2016 # the launcher inserts its folder
echo 'java-options=-XX:AOTCache=$APPDIR/dwa-studio.aot' >>"$app/dwa-studio.cfg"

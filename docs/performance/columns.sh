#!/bin/sh
# Times the demonstration's synthesis with several numbers of columns at the same time, alternating; four columns of 150 iterations.
#
# usage: columns.sh [ROUNDS] [NUMBER...]     in the project folder, after mvn package; NUMBER is auto, 1, 2, ...
set -e
rounds=${1:-3}
[ $# -gt 0 ] && shift
[ $# -gt 0 ] || set -- 1 2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for round in $(seq "$rounds"); do
  for number in "$@"; do
    printf 'round %s, columns at once %s: ' "$round" "$number"
    target/dwa-studio/bin/dwa-studio synthesize --config sample-configs/demonstration.yaml --out "$folder/$round-$number" \
      --set synthesis.imagesPerClass=4 --set synthesis.iterations=150 --set "synthesis.parallelColumns=$number" 2>&1 |
      tr '\r' '\n' | sed -n 's/.*(\([0-9.]* it\/s\).*/\1/p' | tail -1
  done
done

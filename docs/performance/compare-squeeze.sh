#!/bin/sh
# Times the training step of a teacher in Debian's PyTorch and in this program, alternating, so that both run under the same conditions.
#
# usage: compare-squeeze.sh [ROUNDS] [SECONDS]     in the project folder, after mvn package; needs python3-torch
set -e
rounds=${1:-3}
seconds=${2:-20}
for round in $(seq "$rounds"); do
  for size in "16 128" "64 64"; do
    width=${size% *}
    batch=${size#* }
    echo "round $round, width $width, batch $batch"
    /usr/bin/python3 docs/performance/squeeze_step.py resnet18 "$width" "$batch" "$seconds"
    target/dwa-studio/bin/dwa-studio bench --squeeze resnet18 --width "$width" --batch "$batch" --seconds "$seconds" |
      sed -n '/^squeeze/p'
  done
done

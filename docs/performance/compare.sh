#!/bin/sh
# Times the published step in Debian's PyTorch and this program's steps, alternating, so that both run under the same conditions.
#
# usage: compare.sh [ROUNDS] [SECONDS]     in the project folder, after mvn package; needs python3-torch
set -e
rounds=${1:-3}
seconds=${2:-20}
for round in $(seq "$rounds"); do
  echo "round $round"
  /usr/bin/python3 docs/performance/published_step.py 64 100 "$seconds"
  target/dwa-studio/bin/dwa-studio bench --variants float32 --seconds "$seconds" | sed -n 's/^float32/float32/p'
  target/dwa-studio/bin/dwa-studio bench --variants mixed --seconds "$seconds" | sed -n 's/^mixed/mixed/p'
done

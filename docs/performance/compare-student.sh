#!/bin/sh
# Times the training step of a student in Debian's PyTorch and in this program, alternating, so that both run under the same conditions.
#
# usage: compare-student.sh [ROUNDS] [SECONDS]     in the project folder, after mvn package; needs python3-torch
set -e
rounds=${1:-3}
seconds=${2:-20}
for round in $(seq "$rounds"); do
  for student in resnet18 convnet3; do
    echo "round $round, $student"
    /usr/bin/python3 docs/performance/student_step.py "$student" 16 50 "$seconds"
    target/dwa-studio/bin/dwa-studio bench --student "$student" --width 16 --batch 50 --channels 1 --size 28 --seconds "$seconds" |
      sed -n '/^soft\|^hard/p'
  done
done

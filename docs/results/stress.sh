#!/bin/sh
# Computes stress tables over class imbalance and label noise: docs/results/stress.sh OUT
# Students on distilled, random real and all real images at every level of class imbalance and label noise; three seeds.
set -e

if [ $# -ne 1 ]; then
  echo "usage: docs/results/stress.sh OUT" >&2
  exit 2
fi
out=$1
studio=${STUDIO:-target/dwa-studio/bin/dwa-studio}
cd "$(dirname "$0")/../.."

$studio stress --config sample-configs/stress-imbalance.yaml --over dataset.imbalance=1,10,100 --seeds 3 --out "$out/imbalance"
$studio stress --config sample-configs/stress-label-noise.yaml --over dataset.labelNoise=0,0.2,0.4 --seeds 3 --out "$out/labels"

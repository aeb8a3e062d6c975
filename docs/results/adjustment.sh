#!/bin/sh
# Measures the settings of the directed weight adjustment: adjustment.sh FOLDER [ITERATIONS] [STEPS], in the project folder after
# `mvn package`. Fixed ρ, radii found by a cross-entropy factor, the orthogonal and the random direction, and ρ = 0, at one and ten images
# per class with three seeds. ITERATIONS of the synthesis and STEPS of a student are 300 and 400 as in docs/results.md; small numbers try
# the script. Every evaluation also trains on random real images. Finished parts are not repeated. At the end: the table.
set -e
. "$(dirname "$0")/table.sh"
folder=${1:?"Usage: $0 FOLDER [ITERATIONS] [STEPS]"}
iterations=${2:-300}
steps=${3:-400}
program=${DWA_STUDIO:-target/dwa-studio/bin/dwa-studio}

evaluated() { # name, images per class, epochs, further settings of the synthesis
  name=$1 ipc=$2 epochs=$3
  shift 3
  for seed in 42 7 8; do
    run=$folder/$name-ipc$ipc-seed-$seed
    if [ -d "$run" ] && [ ! -f "$run/contact-sheet.png" ]; then
      $program synthesize --resume "$run"
    elif [ ! -d "$run" ]; then
      $program synthesize --config sample-configs/demonstration.yaml --set seed=$seed --set synthesis.imagesPerClass="$ipc" \
        --set synthesis.iterations="$iterations" "$@" --out "$run"
    fi
    $program evaluate --run "$run" --config sample-configs/students-modern.yaml \
      --set evaluation.learningRate=0.004 --set evaluation.epochs="$epochs" \
      --set evaluation.students=1
  done
}

# A batch has 50 images: a student of 10 images makes one step per epoch, of 100 images two.
for pair in "10 $((steps / 2))" "1 $steps"; do
  ipc=${pair% *} epochs=${pair#* }
  evaluated fixed "$ipc" "$epochs" --set synthesis.rho=0.015
  evaluated factor-2 "$ipc" "$epochs" --set synthesis.crossEntropyFactor=2
  evaluated factor-8 "$ipc" "$epochs" --set synthesis.crossEntropyFactor=8
  evaluated random "$ipc" "$epochs" --set synthesis.direction=random
  evaluated rho-zero "$ipc" "$epochs" --set synthesis.rho=0
  [ "$ipc" = 1 ] || evaluated orthogonal "$ipc" "$epochs" --set synthesis.direction=orthogonal
done
for ipc in 1 10; do
  for name in fixed factor-2 factor-8 random rho-zero; do
    table "$name" "$name" $ipc distilled
  done
  [ $ipc = 1 ] || table orthogonal orthogonal $ipc distilled
  table "random real images" fixed $ipc random-real
  table "all real images" fixed $ipc full-real
done

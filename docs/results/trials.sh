#!/bin/sh
# The trials of docs/results.md: trials.sh FOLDER. What was tried and did not pay is not in the program; a patch adds it, as
# switches of the virtual machine. From the top folder:
#
#   git checkout e6d02c8 && git apply docs/results/trials.patch && mvn package && docs/results/trials.sh runs/results
#
# Takes about three hours on one thread; what is done is not done again. The students on real images are those of compare.sh
# where that has written into the same folder.
set -e
folder=${1:?"Usage: $0 FOLDER"}
program=target/dwa-studio/bin/dwa-studio

tried() { # name, images per class, epochs that make 400 steps, switch, settings of the synthesis
  run=$folder/trial-$1-ipc$2 ipc=$2 epochs=$3 switch=$4
  shift 4
  if [ ! -f "$run/contact-sheet.png" ]; then
    DWA_STUDIO_OPTS=$switch $program synthesize --config sample-configs/best-known.yaml \
      --set synthesis.imagesPerClass="$ipc" "$@" --out "$run"
  fi
  $program evaluate --run "$run" --config sample-configs/students-modern.yaml \
    --set evaluation.learningRate=0.004 --set evaluation.epochs="$epochs"
}

unchanged="--set synthesis.iterations=1 --set synthesis.learningRate=0.0001"
statistics="--set synthesis.iterations=100 --set synthesis.learningRate=0.1"
dwa="$statistics --set synthesis.batchNormWeight=0.01 --set synthesis.rho=0.015"

# The settings are words of their own.
# shellcheck disable=SC2086
for pair in "1 400" "10 200" "50 40"; do
  ipc=${pair% *} epochs=${pair#* }
  tried easiest "$ipc" "$epochs" -Dtrial.start=easiest $unchanged
  tried hardest "$ipc" "$epochs" -Dtrial.start=hardest $unchanged
  tried middle "$ipc" "$epochs" -Dtrial.start=middle $unchanged
  tried mosaic "$ipc" "$epochs" -Dtrial.start=mosaic $unchanged
  tried mosaic-easiest "$ipc" "$epochs" -Dtrial.start=mosaic-easiest $unchanged
  tried blend "$ipc" "$epochs" -Dtrial.start=blend $unchanged
  tried real-statistics "$ipc" "$epochs" -Dtrial.realStatistics=10 $statistics
  tried batch-mode "$ipc" "$epochs" -Dtrial.batchMode=true $dwa
  tried dwa-medoid "$ipc" "$epochs" "" $dwa
  tried residual "$ipc" "$epochs" -Dtrial.residual=0.5 $dwa
  tried layers-alike "$ipc" "$epochs" "" $statistics --set synthesis.firstLayerMultiplier=1
  tried first-layer "$ipc" "$epochs" "" $statistics --set synthesis.firstLayerMultiplier=100
done
tried blend-statistics 1 400 -Dtrial.start=blend $statistics

# Several teachers. A second one is squeezed as the bundled one was.
second=$folder/second-teacher
if [ ! -f "$second/teacher-best.safetensors" ]; then
  $program squeeze --config sample-configs/teacher-fashion-mnist.yaml --set seed=2 --out "$second"
fi
both=-Dtrial.teachers=$second/teacher-best.safetensors
tried two-teachers 1 400 "$both" $statistics
tried two-teachers 10 200 "$both" $statistics

# Labels of other kinds, for medoids as they are. Random real images get the same kind: each has a folder of its own.
labelled() { # name, switch
  run=$folder/labels-$1/medoids
  if [ ! -f "$run/contact-sheet.png" ]; then
    $program synthesize --config sample-configs/best-known.yaml --set synthesis.imagesPerClass=1 $unchanged --out "$run"
  fi
  DWA_STUDIO_OPTS=$2 $program evaluate --run "$run" --config sample-configs/students-modern.yaml \
    --set evaluation.learningRate=0.004 --set evaluation.epochs=400
}
labelled fixed -Dtrial.labels=fixed
labelled class -Dtrial.labels=class
labelled solved -Dtrial.labels=solved
labelled two-teachers "$both"

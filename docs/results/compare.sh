#!/bin/sh
# Computes the tables of docs/results.md: compare.sh FOLDER [FASHION-MNIST], in the project folder after `mvn package`. FASHION-MNIST is
# a folder with the four files of its publisher; without it, the table of the whole dataset is skipped. Takes about two hours on one
# thread, two more for the tables of ResNet-18, and half an hour for the regressions. Finished parts are not repeated.
set -e
folder=${1:?"Usage: $0 FOLDER [FASHION-MNIST]"}
whole=$2
program=target/dwa-studio/bin/dwa-studio

evaluated() { # name, config, images per class, epochs that make 400 steps, further settings of the synthesis
  name=$1 config=$2 ipc=$3 epochs=$4
  shift 4
  run=$folder/$name-ipc$ipc
  if [ -d "$run" ] && [ ! -f "$run/contact-sheet.png" ]; then
    $program synthesize --resume "$run"
  elif [ ! -d "$run" ]; then
    $program synthesize --config "sample-configs/$config.yaml" --set synthesis.imagesPerClass="$ipc" "$@" --out "$run"
  fi
  $program evaluate --run "$run" --config sample-configs/students-modern.yaml \
    --set evaluation.learningRate=0.004 --set evaluation.epochs="$epochs"
}

# Alignment with the running statistics instead of the preset's feature regression. Settings are separate arguments.
statistics="--set synthesis.regressionWeight=0 --set synthesis.batchNormWeight=10 --set synthesis.jitter=4 \
  --set synthesis.adamBeta1=0.5 --set synthesis.adamBeta2=0.9"

# shellcheck disable=SC2086
for pair in "1 400" "10 200" "50 40"; do
  ipc=${pair% *} epochs=${pair#* }
  for method in demonstration control-rho-zero control-random-direction sre2l; do
    evaluated $method $method "$ipc" "$epochs"
  done
  evaluated medoids best-known "$ipc" "$epochs" $statistics --set synthesis.iterations=1 --set synthesis.learningRate=0.0001
  evaluated medoids-50-steps best-known "$ipc" "$epochs" $statistics --set synthesis.iterations=50
done
# shellcheck disable=SC2086
evaluated medoids-100-steps best-known 1 400 $statistics --set synthesis.learningRate=0.1 --set synthesis.iterations=100

# Feature regression: the preset, and variations of its students.
evaluated best-known best-known 1 400
evaluated best-known best-known 10 200
for seed in 7 8; do
  run=$folder/best-known-seed-$seed
  if [ ! -d "$run" ]; then
    $program synthesize --config sample-configs/best-known.yaml --set seed=$seed --out "$run"
  fi
  $program evaluate --run "$run" --config sample-configs/students-modern.yaml \
    --set evaluation.learningRate=0.004 --set evaluation.epochs=400
done
evaluated regression-young best-known 1 400 --set synthesis.regressionStudents=8 --set synthesis.studentSteps=200 \
  --set synthesis.iterations=600
evaluated regression-young-long best-known 1 400 --set synthesis.regressionStudents=8 --set synthesis.studentSteps=200 \
  --set synthesis.iterations=1500
evaluated regression-three best-known 1 400 --set synthesis.regressionStudents=3 --set synthesis.studentSteps=200 \
  --set synthesis.iterations=600
evaluated regression-one best-known 1 400 --set synthesis.regressionStudents=1 --set synthesis.studentSteps=200 \
  --set synthesis.iterations=600
evaluated regression-slow best-known 1 400 --set synthesis.learningRate=0.005
evaluated regression-four best-known 1 400 --set synthesis.regressionStudents=4 --set synthesis.iterations=2000

if [ -n "$whole" ]; then
  for pair in "10 200" "50 40"; do
    evaluated whole-demonstration demonstration "${pair% *}" "${pair#* }" --set dataset.source="$whole"
  done
fi

# Students of ResNet-18: 200 steps.
residual() { # name, images per class, epochs that make 200 steps
  $program evaluate --run "$folder/$1-ipc$2" --config sample-configs/students-modern.yaml \
    --set evaluation.architecture=resnet18 --set evaluation.learningRate=0.004 --set evaluation.epochs="$3"
}
for pair in "10 100" "1 200" "50 20"; do
  for method in demonstration control-rho-zero control-random-direction sre2l; do
    residual $method "${pair% *}" "${pair#* }"
  done
done
residual best-known 1 200

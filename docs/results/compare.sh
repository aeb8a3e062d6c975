#!/bin/sh
# The tables of docs/results.md: compare.sh FOLDER [FASHION-MNIST], from the top folder after `mvn package`. FASHION-MNIST is a
# folder with its publisher's four files; without it the whole of it is left out. Takes about an hour and a half on one
# thread, and ten minutes more for each line and number of images of the table of ResNet-18; what is done is not done again.
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

for pair in "1 400" "10 200" "50 40"; do
  ipc=${pair% *} epochs=${pair#* }
  for method in demonstration control-rho-zero control-random-direction sre2l; do
    evaluated $method $method "$ipc" "$epochs"
  done
  evaluated medoids best-known "$ipc" "$epochs" --set synthesis.iterations=1 --set synthesis.learningRate=0.0001
  evaluated best-known best-known "$ipc" "$epochs"
done
evaluated medoids-100-steps best-known 1 400 --set synthesis.learningRate=0.1 --set synthesis.iterations=100

if [ -n "$whole" ]; then
  for pair in "10 200" "50 40"; do
    evaluated whole-demonstration demonstration "${pair% *}" "${pair#* }" --set dataset.source="$whole"
  done
fi

# Students of ResNet-18: 200 steps.
for pair in "10 100" "1 200" "50 20"; do
  ipc=${pair% *} epochs=${pair#* }
  for method in demonstration control-rho-zero control-random-direction sre2l; do
    $program evaluate --run "$folder/$method-ipc$ipc" --config sample-configs/students-modern.yaml \
      --set evaluation.architecture=resnet18 --set evaluation.learningRate=0.004 --set evaluation.epochs="$epochs"
  done
done

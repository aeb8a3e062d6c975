#!/bin/sh
# Computes the CIFAR-10 tables of docs/results.md: natural.sh FOLDER CIFAR-10 WEIGHTS [IPC...], in the project folder after
# `mvn package`. CIFAR-10 is a folder of images with the subfolders train and test, WEIGHTS a published ResNet-20 for CIFAR-10
# (resnet20-12fca82f.th), which is trained for three more epochs on these images. IPC are 10 and 1 if omitted. Every student makes 1,000
# steps. Finished parts are not repeated. METHODS and SEEDS in the environment choose some of them. At the end: the table.
set -e
. "$(dirname "$0")/table.sh"
folder=${1:?"Usage: $0 FOLDER CIFAR-10 WEIGHTS [IPC...]"}
dataset=${2:?"Usage: $0 FOLDER CIFAR-10 WEIGHTS [IPC...]"}
weights=${3:?"Usage: $0 FOLDER CIFAR-10 WEIGHTS [IPC...]"}
shift 3
counts=${*:-10 1}
program=${DWA_STUDIO:-target/dwa-studio/bin/dwa-studio}
seeds=${SEEDS:-42 7 8}
methods=${METHODS:-dwa rho-zero random-direction sre2l short medoids surest rded matching matching-surest}

mkdir -p "$folder"
published=$folder/resnet20-published.safetensors
[ -f "$published" ] || $program import-weights "$weights" --dataset "$dataset" --out "$published"

teacher=$folder/teacher
if [ -d "$teacher" ] && [ ! -f "$teacher/teacher.safetensors" ]; then
  $program squeeze --resume "$teacher"
elif [ ! -d "$teacher" ]; then
  $program squeeze --config sample-configs/teacher-cifar-10.yaml --set dataset.source="$dataset" --set squeeze.startFrom="$published" --set squeeze.architecture=resnet20 \
    --set squeeze.width=16 --set squeeze.epochs=3 --set squeeze.batchSize=128 --set squeeze.learningRate=0.02 \
    --set squeeze.weightDecay=0.0001 --out "$teacher"
fi

settings() { # name of a method
  case $1 in
    dwa) echo "--set synthesis.iterations=1000" ;;
    rho-zero) echo "--set synthesis.iterations=1000 --set synthesis.rho=0" ;;
    random-direction) echo "--set synthesis.iterations=1000 --set synthesis.direction=random" ;;
    sre2l)
      echo "--set synthesis.iterations=1000 --set synthesis.rho=0 --set synthesis.start=noise --set synthesis.varianceWeight=1 \
        --set synthesis.learningRate=0.1"
      ;;
    short) echo "--set synthesis.iterations=100 --set synthesis.learningRate=0.05 --set synthesis.start=medoid" ;;
    medoids) echo "--set synthesis.iterations=0 --set synthesis.start=medoid" ;;
    surest) echo "--set synthesis.iterations=0 --set synthesis.start=surest" ;;
    rded) echo "--set synthesis.iterations=0 --set synthesis.start=mosaic" ;;
    matching)
      echo "--set synthesis.method=distribution-matching --set synthesis.start=medoid --set synthesis.iterations=600"
      ;;
    matching-surest)
      echo "--set synthesis.method=distribution-matching --set synthesis.start=surest --set synthesis.iterations=450"
      ;;
    *)
      echo "$0: there is no method $1" >&2
      exit 2
      ;;
  esac
}

evaluated() { # method, images per class, epochs of a student
  for seed in $seeds; do
    run=$folder/$1-ipc$2-seed-$seed
    if [ -d "$run" ] && [ ! -f "$run/contact-sheet.png" ]; then
      $program synthesize --resume "$run"
    elif [ ! -d "$run" ]; then
      # shellcheck disable=SC2046
      $program synthesize --config sample-configs/demonstration.yaml --set dataset.source="$dataset" --set teacher.weights="$teacher/teacher.safetensors" --set seed="$seed" \
        --set synthesis.imagesPerClass="$2" $(settings "$1") --out "$run"
    fi
    $program evaluate --run "$run" --config sample-configs/students-modern.yaml --set evaluation.width=32 \
      --set evaluation.learningRate=0.004 --set evaluation.epochs="$3" --set evaluation.students=1
  done
}

for ipc in $counts; do
  # A batch has 50 images; smaller sets make one step per epoch.
  epochs=$((ipc < 5 ? 1000 : 5000 / ipc))
  for method in $methods; do
    evaluated "$method" "$ipc" "$epochs"
  done
done
for ipc in $counts; do
  for method in $methods; do
    table "$method" "$method" "$ipc" distilled
  done
  table "random real images" "${methods%% *}" "$ipc" random-real
  table "all real images" "${methods%% *}" "$ipc" full-real
done

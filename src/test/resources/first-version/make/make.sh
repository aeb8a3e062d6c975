#!/bin/bash
# Makes the folders next to this one with a build of version 0.1.0.
#
#   make/make.sh FIRST_VERSION_HOME OUT
#
# FIRST_VERSION_HOME: its unpacked target/dwa-studio (bin/, lib/); OUT: where the folders go.
# Works in /tmp/dwa-v1, which must not exist. MAKE.md describes the result.
set -euo pipefail
v1=$(cd "$1" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$2"
out=$(cd "$2" && pwd)
W=/tmp/dwa-v1
[ ! -e $W ] || { echo "$W exists" >&2; exit 1; }
mkdir -p $W
cd $W

# One thread, so that the order of sums is always the same; nothing into the real home (Java takes user.home, not HOME).
export HOME=$W/home XDG_CONFIG_HOME= OMP_NUM_THREADS=1 MKL_NUM_THREADS=1 TZ=UTC
export DJL_CACHE_DIR=${DJL_CACHE_DIR:-$HOME/.djl.ai} ENGINE_CACHE_DIR=${DJL_CACHE_DIR:-$HOME/.djl.ai}
opts="-Duser.home=$W/home -Djava.util.prefs.userRoot=$W/home -Xmx1g"
export DWA_STUDIO_OPTS="$opts"
dwa() { "$v1/bin/dwa-studio" "$@"; }
T="--compute threads=1 --compute interopThreads=1"
classes=$(mktemp -d)
javac --release 17 -d "$classes" -cp "$v1/lib/*" "$here/src/org/dwastudio/pipeline/assembly/MakeFixtures.java"
fix() { java --enable-native-access=ALL-UNNAMED $opts -Djava.awt.headless=true -cp "$classes:$v1/lib/*" \
    org.dwastudio.pipeline.assembly.MakeFixtures "$@"; }
# Starts the program and kills it (kill -9) as soon as a file is there.
killed_at() { # FILE COMMAND...
  local file=$1; shift
  # java itself and not the shell: bin/dwa-studio ends in exec.
  "$v1/bin/dwa-studio" "$@" > $W/killed.log 2>&1 &
  local pid=$!
  while ! compgen -G "$file" > /dev/null; do
    kill -0 $pid 2>/dev/null || { cat $W/killed.log; echo "ended before $file" >&2; return 1; }
    sleep 0.002
  done
  kill -9 $pid; wait $pid 2>/dev/null || true
  rm $W/killed.log
}
# But for times in the log and the facts.
same() { diff -r -x run.log -x run.yaml -x .lock "$1" "$2"; }
report() { echo "=== $* ($(date +%T))"; }

report dataset; fix dataset dataset

report run-finished
dwa run $T --config "$here/configs/tiny.yaml" --squeeze --out run-finished > /dev/null
# The same recipe with online soft labels: a second folder in evaluation/.
dwa evaluate $T --run run-finished/distilled --set evaluation.softLabels=online --set evaluation.students=1 \
    --set evaluation.labels=soft > /dev/null

report home
dwa teachers add run-finished/teacher/teacher.safetensors --name tiny
dwa devices --set threads=1 --set interopThreads=1 --set device=cpu > /dev/null

report squeeze
killed_at 'squeeze-interrupted/checkpoints/epoch-00015.safetensors' \
    squeeze $T --config "$here/configs/squeeze.yaml" --out squeeze-interrupted
cp -r squeeze-interrupted squeeze-expected
dwa squeeze $T --resume squeeze-expected > /dev/null
dwa squeeze $T --config "$here/configs/squeeze.yaml" --out squeeze-whole > /dev/null
same squeeze-expected squeeze-whole

report synthesis
killed_at 'synthesis-interrupted/images/*/03.png' \
    synthesize $T --config "$here/configs/synthesis.yaml" --out synthesis-interrupted
cp -r synthesis-interrupted synthesis-expected
dwa synthesize $T --resume synthesis-expected > /dev/null
dwa synthesize $T --config "$here/configs/synthesis.yaml" --out synthesis-whole > /dev/null
same synthesis-expected synthesis-whole

report 'synthesis, a checkpoint of every kind'
fix mid-synthesis "$here/configs/mid.yaml" synthesis-mid-expected synthesis-mid-interrupted 27
cp -r synthesis-mid-interrupted synthesis-mid-resumed
dwa synthesize $T --resume synthesis-mid-resumed > /dev/null
same synthesis-mid-expected synthesis-mid-resumed

report tuned
fix tuned "$here/configs/tuned.yaml" tuned
dwa synthesize $T --config tuned/experiment.yaml --out tuned-repeated > /dev/null
same tuned tuned-repeated

report parts
dwa synthesize $T --config "$here/configs/tuned.yaml" --set synthesis.ipcEnd=2 --out parts/first > /dev/null
dwa synthesize $T --config "$here/configs/tuned.yaml" --set synthesis.ipcStart=2 --out parts/second > /dev/null
dwa join parts/first parts/second --out parts/expected > /dev/null

report bundled
# Each in a folder of its own: an evaluation takes over students on real images from runs in folders next to its own.
mkdir bundled-run bundled-export relabel-interrupted relabel-expected evaluation-interrupted evaluation-expected resumed
dwa synthesize $T --config "$here/configs/bundled.yaml" --out bundled-run/run > /dev/null
dwa export $T --run bundled-run/run --format class-folders --out bundled-export/pictures

report relabel
cp -r bundled-run/run relabel-interrupted/run
killed_at 'relabel-interrupted/run/soft-labels/*/epoch-00020.safetensors' \
    relabel $T --run relabel-interrupted/run --set evaluation.epochs=40
cp -r relabel-interrupted/run relabel-expected/run
dwa relabel $T --run relabel-expected/run --set evaluation.epochs=40

report evaluation
cp -r bundled-run/run evaluation-expected/run
fix mid-evaluation evaluation-expected/run evaluation-interrupted/run 20
cp -r evaluation-interrupted/run resumed/run
dwa evaluate $T --run resumed/run > /dev/null
for run in resumed evaluation-expected; do
  # Without the seconds.
  sed -E 's/^(([^,]*,){9})[^,]*,/\1/' $run/run/evaluation/*/evaluation.csv > $run.csv
done
cmp resumed.csv evaluation-expected.csv
mkdir -p expected; mv evaluation-expected.csv expected/evaluation-without-seconds.csv; rm resumed.csv
dwa evaluate $T --run bundled-export/pictures > /dev/null
sed -E 's/^(([^,]*,){9})[^,]*,/\1/' bundled-export/pictures-evaluated/evaluation/*/evaluation.csv |
    cmp - expected/evaluation-without-seconds.csv

report experiments
mkdir experiments
cp "$here/configs/full.yaml" experiments/full-as-typed.yaml
fix complete experiments/full-as-typed.yaml experiments/full.yaml
printf 'name: minimal\n' > experiments/minimal-as-typed.yaml
fix complete experiments/minimal-as-typed.yaml experiments/minimal.yaml
fix variants experiments/full-as-typed.yaml experiments

report selection
for e in run-finished/distilled/evaluation/*/; do
  sed -E 's/^(([^,]*,){9})[^,]*,/\1/' "$e/evaluation.csv" > expected/run-finished-$(basename "$e")-without-seconds.csv
done
# Only what the tests read.
find . -name .lock -delete
find squeeze-expected synthesis-expected synthesis-mid-expected relabel-expected -type f ! -name '*.png' \
    ! -name '*.safetensors' ! -path 'squeeze-expected/metrics.csv' -delete
find . -name contact-sheet.png -path '*-expected/*' -delete
rm -rf tuned/contact-sheet.png squeeze-whole synthesis-whole synthesis-mid-resumed tuned-repeated resumed bundled-run \
    evaluation-expected bundled-export/pictures-evaluated relabel-expected/run/images \
    run-finished/export run-finished/report* run-finished/printed* home/.config home/.java
grep -rlI "$W" . | xargs sed -i "s#$W#/first-version#g"

report moved to "$out"
mkdir -p "$out"
for d in *; do rm -rf "$out/$d"; mv "$d" "$out/"; done
cd "$out"; rm -rf $W
report done
rm -rf "$classes"

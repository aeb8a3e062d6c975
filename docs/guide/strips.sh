#!/bin/sh
# Renders the image strips of this guide: docs/guide/strips.sh FOLDER, in the project folder after mvn package.
# Takes a few minutes on two free processor cores. FOLDER contains the runs; the strips are copied to docs/guide/images.
set -e
runs=${1:?"Please name a new folder for the runs."}
program=${DWA_STUDIO:-target/dwa-studio/bin/dwa-studio}

strip() {
  $program strip --config sample-configs/demonstration.yaml --set synthesis.imagesPerClass="${3:-1}" \
    --set synthesis.iterations=60 --parameter "synthesis.$1" --values "$2" --out "$runs/$1"
  cp "$runs/$1/strip-$1.png" docs/guide/images/
}

regression() {
  $program strip --config sample-configs/best-known.yaml --set synthesis.imagesPerClass=1 \
    --parameter "synthesis.$1" --values "$2" --out "$runs/$1"
  cp "$runs/$1/strip-$1.png" docs/guide/images/
}

strip rho 0,0.015,0.1,0.5
strip iterations 10,60,200
strip learningRate 0.01,0.05,0.25,1
strip jitter 0,4,12
strip batchNormWeight 0,0.01,1
strip varianceWeight 0,1,11,50
regression regressionWeight 0,0.1,100
strip start real,medoid,noise
strip ascentSteps 1,12,50
strip firstLayerMultiplier 0,10,100
strip crossEntropyFactor 1,2,8,100
# The first column has no earlier one: two columns.
strip direction gradient,random,orthogonal 2
strip view shift,random-resized-crop
strip batchSize 2,10
strip adamBeta1 0,0.5,0.9
strip adamBeta2 0.5,0.9,0.999
strip adamEpsilon 1e-8,1e-4,0.01
strip precision float32,mixed,half

# Rows of the tables of docs/results.md, for the scripts of this folder; $folder contains the runs NAME-ipcIPC-seed-SEED.

# Accuracy in percent, mean ± standard deviation over the seeds, with one student each.
table() { # name of the row, name of the runs, images per class, set of the evaluation
  for labels in soft hard; do
    cat "$folder/$2-ipc$3"-seed-*/evaluation/*/evaluation.csv |
      awk -F, -v row="$1" -v ipc="$3" -v set="$4" -v labels=$labels \
        '$1 == set && $2 == labels { n++; sum += $6; squares += $6 * $6 }
        END { mean = sum / n; deviation = 0
          if (n > 1) deviation = sqrt((squares - n * mean * mean) / (n - 1))
          printf "%-24s ipc %2d, %s labels: %4.1f ± %.1f (%d students)\n", row, ipc, labels, 100 * mean, 100 * deviation, n }'
  done
}

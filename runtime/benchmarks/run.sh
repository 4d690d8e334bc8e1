#!/usr/bin/env bash
# Compiles and runs a benchmark on an embedded server of PHASE_MAJOR (17), such as
#   runtime/benchmarks/run.sh writes.DualWriteBenchmark 100000 7
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
major=${PHASE_MAJOR:-17}
classpath=$(mktemp)
trap 'rm -f "$classpath"' EXIT
./mvnw -q -B -ntp compile dependency:build-classpath -Dmdep.outputFile="$classpath" \
  -Dmdep.includeScope=runtime -Dphase.test.major="$major" -pl runtime/benchmarks -am
java -Dphase.bench.major="$major" -cp "runtime/benchmarks/target/classes:$(cat "$classpath")" \
  "dev.phase.benchmarks.$1" "${@:2}"

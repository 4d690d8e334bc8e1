#!/usr/bin/env bash
# How long short commands take as whole processes, side by side with Flyway's `info`.
#
#   PHASE_URL, PHASE_USER, PHASE_PASSWORD   a database on which `phase init` has been run
#   FLYWAY    the command that runs Flyway's info on it, in one string; left out where it is not set
#   ROUNDS    how often each command runs (default 11); the commands take turns
#   CPUS      the cores to use, for taskset (default 0,1)
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
rounds=${ROUNDS:-11}
cpus=${CPUS:-0,1}
changes=samples/shop/db/changes
names=(--version schema lint status)
commands=("./phase --version" "./phase schema --changes $changes" "./phase lint --changes $changes" "./phase status")
if [ -n "${FLYWAY:-}" ]; then
  names+=("flyway info")
  commands+=("$FLYWAY")
fi
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

./phase --version >/dev/null
until ls runtime/cli/target/phase/start/*.archive >/dev/null 2>&1; do sleep 1; done

for ((round = 0; round <= rounds; round++)); do
  for i in "${!commands[@]}"; do
    start=$(date +%s%N)
    # shellcheck disable=SC2086 # a command and its words
    taskset -c "$cpus" ${commands[$i]} >/dev/null 2>"$results/stderr" || { cat "$results/stderr" >&2; exit 1; }
    end=$(date +%s%N)
    # The first round warms the file cache.
    [ "$round" -eq 0 ] || echo $(((end - start) / 1000000)) >>"$results/$i"
  done
done

median() { sort -n "$results/$1" | sed -n "$(((rounds + 1) / 2))p"; }
least() { sort -n "$results/$1" | head -1; }

echo "cores $cpus of $(nproc), $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1), $(java -version 2>&1 | head -1)"
echo
echo '| command | median | least | of Flyway |'
echo '| --- | --- | --- | --- |'
last=$((${#commands[@]} - 1))
for i in "${!commands[@]}"; do
  share=-
  if [ -n "${FLYWAY:-}" ]; then
    share="$(($(median "$i") * 100 / $(median "$last"))) %"
  fi
  echo "| \`${names[$i]}\` | $(median "$i") ms | $(least "$i") ms | $share |"
done

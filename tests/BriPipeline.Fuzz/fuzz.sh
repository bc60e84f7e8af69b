#!/usr/bin/env bash
# Reads and annotates files that afl-fuzz (Debian's afl++) makes of real ones, guided by the branches that the readers take:
#   tests/BriPipeline.Fuzz/fuzz.sh [SECONDS] [CONFIGURATION]
# Ends with 1 where a file ended in an exception or took longer than thirty seconds; such files are kept. Ends with 3 where afl-fuzz
# could not run.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-60} configuration=${2:-Release}
folder=$(mktemp -d)
project=tests/BriPipeline.Fuzz
dotnet build "$project" -c "$configuration" --nologo -v quiet
dotnet "$project/bin/$configuration/net10.0/BriPipeline.Fuzz.dll" prepare "$folder"
AFL_HANG_TMOUT=30000 AFL_SKIP_BIN_CHECK=1 AFL_SKIP_CPUFREQ=1 AFL_NO_AFFINITY=1 AFL_NO_UI=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 \
    timeout $((seconds + 120)) afl-fuzz -i "$folder/seeds" -o "$folder/out" -t 30000+ -m none -V "$seconds" -s 1 -- \
    dotnet "$folder/program/BriPipeline.Fuzz.dll" run >"$folder/afl.txt" 2>&1 || { tail -20 "$folder/afl.txt"; exit 3; }
stats() { sed -nE "s/^$1 *: *//p" "$folder/out/default/fuzzer_stats"; }
echo "$(stats execs_done) files, $(stats corpus_found) of which took new branches; $(stats saved_crashes) exceptions, $(stats saved_hangs) too slow"
if [ "$(stats saved_crashes)" -gt 0 ] || [ "$(stats saved_hangs)" -gt 0 ]; then
    cat "$folder/program/exceptions.txt" || true
    find "$folder/out/default/crashes" "$folder/out/default/hangs" -name 'id*'
    exit 1
fi
rm -rf "$folder"

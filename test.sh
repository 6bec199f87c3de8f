#!/usr/bin/env bash
# Sets up what the tests need, builds, and runs every test project. The last line counts all of them; the exit status agrees with it.
# ./test.sh quick: only the projects that need no browser, no PostgreSQL, no storage and no program to read files a second time.
set -uo pipefail
cd "$(dirname "$0")"
. scripts/setup.sh

results=TestResults
# A little more than two processors can take: a part of what the tests do is waiting. With more at once they wait for each other instead.
projects_at_once=3
# These begin first, so that none of them is left to run alone at the end.
longest='Browser|Functions|Services|Web'
# For the inner loop: under a minute once everything has been built.
quick='Architecture|Core|FileChecks|Lists|Cli'
# Of these, the classes that need other programs (sqlite3, pg_dump), or fill the memory to see what holds.
not_quick='*.SecondReaders.* *MemoryTests *BackupRestoreTests *HostileListTests'
# Tests run for seconds: the runtime's compiler must be quick, and has no use for measuring what to make faster later.
export DOTNET_TieredPGO=0
# A test that hangs must not hold the rest for ever; a slow or shared machine may take several times what a quiet one does.
seconds_per_project=2400
passed=0 failed=0 skipped=0
only=${1:-all}

# However this ends, the last line is the count, and it never calls a broken run a good one.
finish() {
  local status=$?
  [ "$status" -eq 0 ] || [ "$failed" -gt 0 ] || failed=1
  say "$passed passed, $failed failed, $skipped skipped"
  exit $(( failed > 0 ))
}
trap finish EXIT

has_chromium() { [ -x /usr/bin/chromium-headless-shell ] || [ -x /usr/bin/chromium ]; }
has_postgresql() { compgen -G '/usr/lib/postgresql/*/bin/initdb' > /dev/null || command -v initdb > /dev/null; }

# What reads the accepted files a second time, so that another maker's program sees what our check saw: a program, and the package that has it.
second_readers='7z:p7zip-full unzip:unzip bsdtar:libarchive-tools qpdf:qpdf mutool:mupdf-tools pdfdetach:poppler-utils'

require_servers() {
  local missing=() reader
  for reader in $second_readers; do
    command -v "${reader%%:*}" > /dev/null || missing+=("${reader##*:}")
  done
  has_chromium || missing+=(chromium-headless-shell fonts-liberation)
  has_postgresql || missing+=(postgresql)
  [ ${#missing[@]} -eq 0 ] && return
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get > /dev/null; then
    die "The tests need ${missing[*]}: install with your package manager (Debian: sudo apt-get install ${missing[*]}) and run ./test.sh again."
  fi
  say "Installing ${missing[*]} ..."
  install "${missing[@]}" & installing=$!
}

install() {
  export DEBIAN_FRONTEND=noninteractive
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends "$@"; } < /dev/null > "$results/apt.log" 2>&1
}

# The build needs no server, and goes on meanwhile.
await_servers() {
  [ -z "${installing:-}" ] || wait "$installing" || die "apt-get could not install what the tests need: see $results/apt.log."
}

test_projects() {
  local all
  all=$(grep -o 'tests\\[A-Za-z.]*\\[A-Za-z.]*\.Tests\.csproj' AreaSend.Functions.sln | sed -E 's/.*\\(.*)\.csproj/\1/')
  if [ "$only" = quick ]; then
    grep -E "AreaSend\.($quick)\.Tests" <<< "$all"
    return
  fi
  grep -E "$longest" <<< "$all"
  grep -vE "$longest" <<< "$all"
}

# Runs one project's own executable; keeps its output, its report and its exit status for count_results.
run_project() {
  local name=$1 status class leave_out=()
  if [ "$only" = quick ]; then
    set -f
    for class in $not_quick; do leave_out+=(-class- "$class"); done
    set +f
  fi
  timeout "$seconds_per_project" dotnet "tests/$name/bin/Debug/net10.0/$name.dll" \
    -noColor -noLogo -noAutoReporters "${leave_out[@]}" -result-xml "$results/$name.xml" < /dev/null > "$results/$name.log" 2>&1
  status=$?
  echo "$status" > "$results/$name.status"
}

run_projects() {
  local name
  for name in "$@"; do
    while [ "$(jobs -rp | wc -l)" -ge "$projects_at_once" ]; do wait -n; done
    run_project "$name" &
  done
  wait
}

# White space and the order of usings, which the compiler does not look at, and every rule of .editorconfig once more.
check_format() {
  say "Looking at the format ..."
  dotnet format AreaSend.Functions.sln --verify-no-changes --no-restore < /dev/null > "$results/format.log" 2>&1 && return
  cat "$results/format.log"
  say "The format is not what .editorconfig asks for: run 'dotnet format', and commit what it changes."
  failed=$(( failed + 1 ))
}

# The number that the report's first <assembly> gives for an attribute; nothing if there is no whole report.
reported() {
  grep -o '<assembly [^>]*>' "$results/$1.xml" 2> /dev/null | head -n 1 | sed -nE "s/.* $2=\"([0-9]+)\".*/\1/p"
}

count_results() {
  local name=$1 status total ok bad errors left bodies
  status=$(cat "$results/$name.status")
  total=$(reported "$name" total) ok=$(reported "$name" passed) bad=$(reported "$name" failed)
  errors=$(reported "$name" errors) left=$(reported "$name" skipped)
  # What a test runs in a process of its own, to be killed or measured there; by itself it is none.
  bodies=$(reported "$name" not-run)
  bad=$(( ${bad:-0} + ${errors:-0} ))
  if [ -z "$total" ]; then
    say "$name: ended with status $status before it could report (124: it took over $seconds_per_project s)."
    bad=1
  elif [ "$total" -eq 0 ]; then
    say "$name: has no tests."
    bad=1
  elif [ "$status" -ne 0 ] && [ "$bad" -eq 0 ]; then
    say "$name: its tests passed and yet it ended with status $status."
    bad=1
  fi
  passed=$(( passed + ${ok:-0} )) failed=$(( failed + bad )) skipped=$(( skipped + ${left:-0} ))
  say "$name: ${ok:-0} of $(( ${total:-0} - ${bodies:-0} )) passed"
  [ "$bad" -eq 0 ] || cat "$results/$name.log"
}

# Once more at the end, with why, where even a record that keeps only the last lines has them.
name_failures() {
  awk '/ \[FAIL\]$/ { left = 12 } left > 0 && left-- { print substr($0, 1, 400) }' "$results"/*.Tests.log 2> /dev/null
  grep -ho '<test [^>]*result="Fail"' "$results"/*.xml 2> /dev/null | sed -nE 's/.* name="([^"]*)".*/Failed: \1/p' || true
}

[ "$only" = all ] || [ "$only" = quick ] || die "Say ./test.sh for every test, or ./test.sh quick for those that need nothing but .NET."
rm -rf "$results" 2> /dev/null
require_writable "$results"
require_dotnet
require_node
[ "$only" = quick ] || require_servers
npm_install

if [ "$only" = quick ]; then
  build AreaSend.Quick.slnf "$results"
else
  build AreaSend.Functions.sln "$results"
  check_format
  await_servers
fi
mapfile -t projects < <(test_projects)
[ ${#projects[@]} -gt 0 ] || die "AreaSend.Functions.sln names no test project."

say "Testing, $projects_at_once projects at a time ..."
run_projects "${projects[@]}"
for project in "${projects[@]}"; do count_results "$project"; done
name_failures

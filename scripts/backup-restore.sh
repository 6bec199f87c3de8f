#!/bin/sh
# Backs a store up, restores the backup into another place, verifies what was restored, and says how long each took.
#
#   scripts/backup-restore.sh sqlite FILE FOLDER            a host may go on running on FILE meanwhile
#   scripts/backup-restore.sh postgres URI FOLDER NEW-URI   NEW-URI names a database that is not there yet
#
# FOLDER takes the backup. The program that verifies is AREASEND, or is run from this repository.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
say() { printf '%s\n' "$*"; }
usage() { sed -n '2,7s/^# \{0,1\}//p' "$0" >&2; exit 2; }
areasend() {
  if [ -n "${AREASEND:-}" ]; then "$AREASEND" "$@"; else dotnet run --project "$root/cli" -- "$@"; fi
}
now() { date +%s%N; }
took() { say "$1: $(( ($(now) - $2) / 1000000 )) ms"; }

[ $# -ge 3 ] || usage
case $1 in
  sqlite)
    [ -f "$2" ] || { say "There is no database $2." >&2; exit 1; }
    mkdir -p "$3"
    backup=$3/areasend-backup.db
    restored=$3/areasend-restored.db
    # A backup that is there already is not written over: it may be the only one.
    [ ! -e "$backup" ] || { say "$backup is there already: move it away, or name another folder." >&2; exit 1; }
    begun=$(now)
    if command -v sqlite3 > /dev/null; then
      sqlite3 "$2" "PRAGMA busy_timeout=60000; VACUUM INTO '$(printf %s "$backup" | sed "s/'/''/g")'" > /dev/null
    else
      python3 -c 'import sqlite3, sys; sqlite3.connect(sys.argv[1], timeout=60).execute("VACUUM INTO ?", (sys.argv[2],))' "$2" "$backup"
    fi
    took 'backup' "$begun"
    begun=$(now)
    rm -f "$restored" "$restored-wal" "$restored-shm"
    cp "$backup" "$restored"
    took 'restore' "$begun"
    begun=$(now)
    areasend verify --database "$restored"
    took 'verify' "$begun"
    ;;
  postgres)
    [ $# -eq 4 ] || usage
    mkdir -p "$3"
    backup=$3/areasend-backup.dump
    [ ! -e "$backup" ] || { say "$backup is there already: move it away, or name another folder." >&2; exit 1; }
    begun=$(now)
    pg_dump --format=custom --no-owner --no-privileges --file "$backup" --dbname "$2"
    took 'backup' "$begun"
    begun=$(now)
    base=${4%%\?*}
    query=${4#"$base"}
    createdb --maintenance-db "${base%/*}/postgres$query" "${base##*/}"
    pg_restore --exit-on-error --no-owner --no-privileges --jobs 2 --dbname "$4" "$backup"
    took 'restore' "$begun"
    begun=$(now)
    areasend verify --postgres "${AREASEND_RESTORED:?Set it to how .NET reaches the restored database, such as Host=…;Database=…;Username=…}"
    took 'verify' "$begun"
    ;;
  *) usage ;;
esac
say "backup: $(du -h "$backup" | cut -f1), $backup"

# Runs a PostgreSQL server in a folder of its own until standard input closes, then removes both.
# Prints the folder, where its socket is, once the server answers. $1: the folder of PostgreSQL's programs.
set -eu
bin=$1
# Not in $TMPDIR: another user's may be out of reach here, and a long one does not fit into a socket's address.
folder=$(mktemp -d /tmp/areasend-postgres.XXXXXX)
stop() {
  "$bin/pg_ctl" stop -s -m immediate -D "$folder/data" 2> /dev/null || true
  rm -rf "$folder"
}
trap stop EXIT
trap 'exit 1' HUP INT TERM
cd "$folder"
"$bin/initdb" -D data -U postgres -A trust -E UTF8 --no-locale --no-sync > initdb.log
# No TCP: a socket needs no free port. No sync: what a crash of the machine would lose is thrown away anyway.
"$bin/pg_ctl" start -s -w -D data -l server.log \
  -o "-k '$folder' -c listen_addresses='' -c max_connections=300 -c fsync=off -c synchronous_commit=off -c full_page_writes=off" >&2
echo "$folder"
cat > /dev/null

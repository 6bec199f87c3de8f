#!/usr/bin/env bash
# Sets AreaSend up and opens its console on this machine; Ctrl-C stops everything it started.
set -euo pipefail
cd "$(dirname "$0")"
. scripts/setup.sh

usage="Usage: ./run.sh [--port N] [--sign-in]     The console opens on http://localhost:N; N is 5080 unless given. With --sign-in, made-up people sign in through a provider of this machine's own."

port=5080 sign_in=
while [ $# -gt 0 ]; do
  case $1 in
    --port) port=${2:-}; shift $(( $# > 1 ? 2 : 1 )) ;;
    --port=*) port=${1#--port=}; shift ;;
    --sign-in) sign_in=yes; shift ;;
    -h | --help) say "$usage"; exit 0 ;;
    *) die "run.sh does not know \"$1\". $usage" ;;
  esac
done
[[ $port =~ ^[0-9]{1,5}$ ]] && (( 10#$port >= 1 && 10#$port <= 65535 )) || die "A port is a number from 1 to 65535, not \"$port\". $usage"

# Only a listener answers a connection; the subshell closes it again at once.
port_is_busy() { (: < "/dev/tcp/127.0.0.1/$1") 2> /dev/null; }

require_dotnet
require_node
require_writable .local
# Inspections, documents and links that sign in: nobody else on this machine may read them.
chmod 700 .local
port_is_busy "$port" && die "Port $port is already in use on this machine: stop what uses it, or choose another with ./run.sh --port N."

npm_install
build web .local

# The provider ends with this shell, which holds the other end of its standard input.
start_provider() {
  local folder=.local/sign-in provider_port=$(( 10#$port < 65535 ? 10#$port + 1 : 10#$port - 1 )) pipe
  port_is_busy "$provider_port" && die "The sign-in provider needs port $provider_port, which is in use: choose another port with ./run.sh --sign-in --port N."
  mkdir -p "$folder"
  [ -e "$folder/people.json" ] || cp tools/sign-in/people.json "$folder/people.json"
  node tools/sign-in/settings.js "$port" "$provider_port" "$folder/people.json" > "$folder/settings.json"
  exec {pipe}> >(exec node tools/sign-in/serve.js "$folder/settings.json" > "$folder/provider.log" 2>&1)
  export AreaSend__SignIn__Authority=http://localhost:$provider_port AreaSend__SignIn__ClientId=areasend AreaSend__SignIn__ClientSecret=only-for-this-machine
  say "The people who can sign in stand in $folder/people.json."
}
[ -z "$sign_in" ] || start_provider

say "AreaSend opens at http://localhost:$port. Ctrl-C stops it; what you did is kept in .local/ for the next time."
exec dotnet run --project web --no-build -- --port "$port"

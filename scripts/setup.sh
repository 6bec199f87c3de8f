# What run.sh and test.sh both need before they can begin. Sourced with the repository's root as the working directory.

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# A build node that outlives us would keep a pipe such as `./test.sh | tee log` open.
export MSBUILDDISABLENODEREUSE=1

say() { printf '%s\n' "$*"; }
die() { printf '%s\n' "$*" >&2; exit 1; }

require_dotnet() {
  command -v dotnet > /dev/null || die "AreaSend needs the .NET 10 SDK, and there is no dotnet on the PATH: see https://dotnet.microsoft.com/download/dotnet/10.0"
  dotnet --version > /dev/null 2>&1 || die "AreaSend needs the .NET 10 SDK, and dotnet knows only: $(dotnet --list-sdks | cut -d' ' -f1 | paste -sd' ' -). See https://dotnet.microsoft.com/download/dotnet/10.0"
}

require_node() {
  command -v node > /dev/null || die "AreaSend needs Node.js 20 or later, and there is no node on the PATH: see https://nodejs.org/"
  command -v npm > /dev/null || die "AreaSend needs npm, which comes with Node.js, and there is none on the PATH: see https://nodejs.org/"
  local version
  version=$(node --print process.versions.node)
  [ "${version%%.*}" -ge 20 ] || die "AreaSend needs Node.js 20 or later, and this is $version: see https://nodejs.org/"
}

# Makes the folder if need be; says so when nothing can be written there.
require_writable() {
  { mkdir -p "$1" && touch "$1/.writable" && rm "$1/.writable"; } 2> /dev/null ||
    die "AreaSend keeps its files in $PWD/$1, and cannot write there: check the folder's owner and permissions."
}

# Installs what package-lock.json lists, and nothing when that is installed already. Comes before any build: the console's styles are copied from it.
npm_install() {
  local stamp=node_modules/.installed-lock
  cmp -s package-lock.json "$stamp" && return
  say "Installing the npm packages ..."
  npm ci --no-audit --no-fund --loglevel=error < /dev/null || die "npm could not install the packages: the reason is above."
  cp package-lock.json "$stamp"
}

# Builds a project or a solution; shows what the compiler says only when it refuses.
build() {
  local log=$2/build.log
  say "Building ..."
  dotnet build "$1" -nologo -v quiet < /dev/null > "$log" 2>&1 || { cat "$log" >&2; die "The build failed: the reason is above."; }
}

#!/usr/bin/env bash
# Installs what the tests need, builds everything and runs every test.
#   ./test.sh               all of it
#   ./test.sh Domain.Tests  the projects whose name contains a word
#   ./test.sh --long …      the same, with twenty times as many generated cases
# The last line reads: N passed, N failed, N skipped
set -euo pipefail
cd "$(dirname "$0")"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 CONFIGURATION=Release
if [ "${1:-}" = --long ]; then
    export GUILDHALL_TEST_SCALE=20
    shift
fi
results=$PWD/artifacts/test-results
rm -rf "$results" artifacts/conformance && mkdir -p "$results"

need() { # a command, the Debian package that brings it
    command -v "$1" >/dev/null 2>&1 && return
    echo "installing $2"
    local sudo=
    [ "$(id -u)" = 0 ] || sudo=sudo
    $sudo apt-get update -qq
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$2" >/dev/null
}

need node nodejs
need npm npm
need chromium chromium
need sqlite3 sqlite3 # brings the system's library too

for folder in tests/node tests/node/clients; do
    (cd "$folder" && npm ci --no-progress --loglevel=error)
done
dotnet restore Api.sln
dotnet build Api.sln --no-restore --configuration "$CONFIGURATION" --nologo --verbosity quiet
# The page's tools are not part of the build: the server runs without them, and so do the tests that do not look at them.
dotnet build src/Api --no-restore --configuration "$CONFIGURATION" --nologo --verbosity quiet -target:Ide

failed=0
for project in tests/*/*.csproj; do
    case "$project" in *"${1:-}"*) ;; *) continue ;; esac
    name=$(basename "$project" .csproj)
    dotnet test "$project" --no-build --configuration "$CONFIGURATION" --nologo --verbosity quiet \
        --logger "trx;LogFileName=$name.trx" --logger "console;verbosity=minimal" --results-directory "$results" || failed=1
done

# What the suites measured belongs on a page; when that page was another, somebody has to look and to commit it.
dotnet run --project tests/Conformance --no-build --configuration "$CONFIGURATION" -- page || failed=1

count() { cat "$results"/*.trx | grep -o "<Counters [^>]*" | grep -o " $1=\"[0-9]*\"" | grep -o '[0-9]*' | paste -sd+ | bc; }
need bc bc
passed=$(count passed) failures=$(count failed)
total=$(count total)
# A run that crashed left no counters, but must not look green.
[ "$failed" = 0 ] || [ "$failures" != 0 ] || failures=1
echo "$passed passed, $failures failed, $((total - passed - $(count failed))) skipped"
[ "$failures" = 0 ]

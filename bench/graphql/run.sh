#!/usr/bin/env bash
# Measures the library beside a hand-written endpoint and servers of Node.js, all in one run, and prints tables of ratios.
#   bench/graphql/run.sh            everything (about 15 minutes)
#   bench/graphql/run.sh http       requests per second: hello, list, loader
#   bench/graphql/run.sh fan-out    one event to 1,000 WebSockets
# Environment: WARM=15 seconds before each operation, DURATION=8 seconds a round, ROUNDS=3, PINNED=1 (0: both cores for everybody).
# Needs wrk, taskset, node, npm and at least two cores.
set -euo pipefail
cd "$(dirname "$0")"
export NODE_ENV=production ASPNETCORE_ENVIRONMENT=Production DOTNET_gcServer=0 DOTNET_CLI_TELEMETRY_OPTOUT=1
what=${1:-all} warm=${WARM:-15} duration=${DURATION:-8} rounds=${ROUNDS:-3} pinned=${PINNED:-1}
declare -A port=([yardstick]=5601 [ours]=5602 [mercurius]=5603 [yoga]=5604) process=()

server() { # the command that serves, by name
    case $1 in
        ours) echo "dotnet Server/bin/Release/net10.0/GraphQLBenchmark.dll graphql --urls http://127.0.0.1:${port[$1]}" ;;
        yardstick) echo "dotnet Server/bin/Release/net10.0/GraphQLBenchmark.dll yardstick --urls http://127.0.0.1:${port[$1]}" ;;
        *) echo "env PORT=${port[$1]} node peers/$1.mjs" ;;
    esac
}

start() {
    local pin=()
    [ "$pinned" = 1 ] && pin=(taskset -c 0)
    # shellcheck disable=SC2046 # the command's words
    "${pin[@]}" $(server "$1") >/dev/null 2>&1 & process[$1]=$!
    for _ in $(seq 150); do
        curl -sf -o /dev/null -H 'content-type: application/json' -d '{"query":"{ hello }"}' "http://127.0.0.1:${port[$1]}/graphql" && return
        sleep 0.2
    done
    echo "$1 does not answer" >&2
    exit 1
}

stop() { kill "${process[$1]}" 2>/dev/null && wait "${process[$1]}" 2>/dev/null || true; unset "process[$1]"; }
trap 'for name in "${!process[@]}"; do stop "$name"; done' EXIT

load() { # server, operation, seconds
    local pin=()
    [ "$pinned" = 1 ] && pin=(taskset -c 1)
    "${pin[@]}" wrk -t1 -c32 -d"$3s" --latency -s "load/$2.lua" "http://127.0.0.1:${port[$1]}/graphql"
}

median() { sort -n | awk '{ value[NR] = $1 } END { print value[int((NR + 1) / 2)] }'; }
allocated() { curl -sf "http://127.0.0.1:${port[$1]}/allocated" 2>/dev/null || echo 0; }

http() {
    echo "wrk, 1 thread, 32 connections; $warm s of warm-up, median of $rounds rounds of $duration s in turns; pinned: $pinned"
    echo
    echo '| operation | server | requests/s | against the yardstick | p99 | bytes allocated a request | errors |'
    echo '|---|---|---|---|---|---|---|'
    for operation in hello list loader; do
        for name in yardstick ours mercurius; do load $name $operation "$warm" >/dev/null; done
        rm -f "$work"/*
        for _ in $(seq "$rounds"); do
            for name in yardstick ours mercurius; do
                before=$(allocated $name)
                load $name $operation "$duration" >"$work/out"
                after=$(allocated $name)
                awk '/Requests\/sec/ { print $2 }' "$work/out" >>"$work/$name.rate"
                awk '$1 == "99%" { print $2 }' "$work/out" >"$work/$name.p99"
                requests=$(awk '/requests in/ { print $1 }' "$work/out")
                echo $(((after - before) / requests)) >"$work/$name.bytes"
                grep -hE 'Non-2xx|Socket errors' "$work/out" >>"$work/$name.errors" || true
            done
        done
        yardstick=$(median <"$work/yardstick.rate")
        for name in yardstick ours mercurius; do
            rate=$(median <"$work/$name.rate")
            printf '| %s | %s | %.0f | %.2f | %s | %s | %s |\n' "$operation" "$name" "$rate" "$(echo "$rate / $yardstick" | bc -l)" \
                "$(cat "$work/$name.p99")" "$(sed 's/^0$/–/' "$work/$name.bytes")" "$(tr '\n' ' ' <"$work/$name.errors")"
        done
    done
}

fan_out() { # milliseconds between events
    local pin=() turns=()
    [ "$pinned" = 1 ] && pin=(taskset -c 1)
    for _ in $(seq $((rounds + 1))); do turns+=("yardstick=${port[yardstick]}" "ours=${port[ours]}" "yoga=${port[yoga]}"); done
    echo "1,000 WebSockets, 100 events, an event every $1 ms (0: as fast as they go); the first round is warm-up; pinned: $pinned"
    echo
    echo '| server | deliveries/s (median) | against the yardstick | p50 ms | p99 ms | lost or failed |'
    echo '|---|---|---|---|---|---|'
    "${pin[@]}" node load/fan-out.mjs 1000 100 "$1" "${turns[@]}" | tail -n +4 | node load/fan-out-table.mjs
}

work=$(mktemp -d)
(cd peers && npm ci --no-progress --loglevel=error >/dev/null)
dotnet build -c Release Server --nologo -v quiet
for name in yardstick ours mercurius yoga; do start $name; done
[ "$what" = fan-out ] || http
[ "$what" = all ] && echo
if [ "$what" != http ]; then
    fan_out 0
    echo
    # At a pace that everybody keeps, latency tells of the server and not of a queue before the client.
    fan_out 50
fi
rm -rf "$work"

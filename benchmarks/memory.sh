#!/usr/bin/env bash
# Plans and runs with a heap of 128 MiB: 200 downstreams of 10,000 files each, and one binary of 500 MB that one of them
# gets. Prints how long it took and the most memory that the process held.
#
#   memory.sh BUNDLE
#
#   AGENT33_SYNC, AGENT33_WORLD   as for whole-process.sh
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
bundle=$(realpath "$1")
sync=${AGENT33_SYNC:-$here/../bin/agent33-sync}
world=${AGENT33_WORLD:-$(mktemp -d /dev/shm/agent33-memory-XXXXXX)}
many=200 folders=100 files=100 megabytes=500

export GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null
export GIT_AUTHOR_NAME=person GIT_AUTHOR_EMAIL=person@localhost GIT_AUTHOR_DATE='1700000000 +0000'
export GIT_COMMITTER_NAME=person GIT_COMMITTER_EMAIL=person@localhost GIT_COMMITTER_DATE='1700000000 +0000'

say() { echo "$@" >&2; }

# Commits the index to the reference $3 of the repository $1, on top of $2 if there is one.
commit() {
    local id
    id=$(git -C "$1" commit-tree ${2:+-p "$2"} -m commit "$(git -C "$1" write-tree)")
    git -C "$1" update-ref "$3" "$id"
}

rule() {
    printf 'sync_rule:\n  id: %s\n  source: "%s"\n  target_repo: org/%s\n  target_path: %s\n  frequency: on_release\n  validation: { secret_scan: warn }\n' "$@"
}

make_upstream() {
    local upstream=$world/upstream.git place=core/orchestrator/distribution/rules
    git clone -q --bare "$bundle" "$upstream"
    export GIT_INDEX_FILE=$world/index
    git -C "$upstream" read-tree 'v2.4.0^{commit}'
    local big
    big=$(head -c $((megabytes * 1000 * 1000)) /dev/urandom | git -C "$upstream" -c core.compression=0 hash-object -w --stdin)
    printf '100644 %s\tbig/model.bin\n' "$big" | git -C "$upstream" update-index --add --index-info
    commit "$upstream" 'v2.4.0^{commit}' refs/tags/v3.0.0
    for i in $(seq -f %03g $many); do
        printf '100644 %s\t%s/d%s.yaml\n' \
            "$(rule "d$i" 'core/**' "d$i" docs/agent33/ | git -C "$upstream" hash-object -w --stdin)" "$place" "$i"
    done | git -C "$upstream" update-index --add --index-info
    printf '100644 %s\t%s/big.yaml\n' \
        "$(rule big 'big/**' d001 models/ | git -C "$upstream" hash-object -w --stdin)" "$place" |
        git -C "$upstream" update-index --add --index-info
    commit "$upstream" main refs/heads/main
    unset GIT_INDEX_FILE
}

make_downstreams() {
    local first=$world/down/org/d001.git
    git init -q --bare -b main "$first"
    export GIT_INDEX_FILE=$world/index.down
    for i in $(seq $folders); do
        for j in $(seq $files); do
            printf 'blob\nmark :%s\ndata <<X\n%s/%s\nX\n' $((i * 1000 + j)) "$i" "$j"
        done
    done >"$world/stream"
    {
        printf 'commit refs/heads/main\ncommitter person <person@localhost> 1700000000 +0000\ndata 5\nfirst\n'
        for i in $(seq $folders); do
            for j in $(seq $files); do
                printf 'M 100644 :%s src/part%s/file%s.txt\n' $((i * 1000 + j)) "$i" "$j"
            done
        done
        printf '\n'
    } >>"$world/stream"
    git -C "$first" fast-import --quiet <"$world/stream"
    unset GIT_INDEX_FILE
    for i in $(seq -f %03g 2 $many); do
        cp -a "$first" "$world/down/org/d$i.git"
    done
}

measured() {
    local TIMEFORMAT="$1: %R s, %U s of the processor" status=0
    time AGENT33_JAVA_OPTS='-Xmx128m -XX:+ExitOnOutOfMemoryError' "$sync" "$1" \
        --upstream "$world/upstream.git" --downstream-url "$world/down/{repo}.git" --cache "$world/cache" \
        --release v3.0.0 "${@:2}" >"$world/$1.out" 2>"$world/$1.err" || status=$?
    echo "$1: exit status $status; $(grep -c . "$world/$1.out") lines"
    [ $status = 0 ] || { tail -5 "$world/$1.out" "$world/$1.err" >&2; exit 1; }
}

say "making repositories in $world"
mkdir -p "$world/down/org"
make_upstream
make_downstreams
measured plan
measured run --publish-to "$world/texts"
echo "branches: $(for d in "$world"/down/org/*.git; do git -C "$d" for-each-ref refs/heads/agent33-sync; done | wc -l)"
git -C "$world/down/org/d001.git" fsck --strict --no-dangling
[ -n "${AGENT33_WORLD:-}" ] || rm -rf "$world"

#!/usr/bin/env bash
# Measures the drift check: 500 local downstreams with 200 delivered files each, nothing changed; then one file changed in one of them. Beside
# it, as a floor, what git needs only to list each downstream's tree.
#
#   drift.sh [DOWNSTREAMS] [FILES] [ROUNDS]    500, 200 and 5 unless given
#
#   AGENT33_SYNC      the command to measure; bin/agent33-sync of this checkout unless given
#   AGENT33_WORLD     where the repositories are made; a new folder in /dev/shm unless given
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
downstreams=${1:-500} files=${2:-200} rounds=${3:-5}
sync=${AGENT33_SYNC:-$here/../bin/agent33-sync}
world=${AGENT33_WORLD:-$(mktemp -d /dev/shm/agent33-drift-XXXXXX)}
trap 'rm -rf "$world"' EXIT

export GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null
export GIT_AUTHOR_NAME=person GIT_AUTHOR_EMAIL=person@localhost GIT_COMMITTER_NAME=person GIT_COMMITTER_EMAIL=person@localhost

# Makes an upstream with the files, ten a folder, and a rule for each downstream.
make_upstream() {
    git init -q -b main "$world/upstream"
    local rules=$world/upstream/core/orchestrator/distribution/rules
    mkdir -p "$rules"
    for i in $(seq "$files"); do
        mkdir -p "$world/upstream/core/d$((i / 10))"
        seq "$i" $((i + 40)) >"$world/upstream/core/d$((i / 10))/f$i.md"
    done
    for i in $(seq "$downstreams"); do
        printf 'sync_rule:\n  id: r%s\n  source: "core/d*/**"\n  target_repo: org/d%s\n  target_path: docs/\n  frequency: on_release\n' \
            "$i" "$i" >"$rules/r$i.yaml"
    done
    git -C "$world/upstream" add . && git -C "$world/upstream" commit -q -m first && git -C "$world/upstream" tag v1.0.0
}

make_downstreams() {
    git init -q -b main "$world/first"
    git -C "$world/first" commit -q --allow-empty -m first
    for i in $(seq "$downstreams"); do
        git clone -q --bare "$world/first" "$world/org/d$i.git"
    done
}

agent33() {
    "$sync" "$1" --upstream "$world/upstream" --downstream-url "$world/{repo}.git" --cache "$world/cache" "${@:2}"
}

# Wall and processor seconds of a command whose output nobody needs.
timed() {
    local TIMEFORMAT='%R s, processor %U + %S s'
    time "$@" >/dev/null 2>&1
}

list_trees() {
    for i in $(seq "$downstreams"); do
        git -C "$world/org/d$i.git" ls-tree -r main
    done
}

echo "making $downstreams downstreams with $files files" >&2
make_upstream
make_downstreams
agent33 run --publish-to "$world/pulls" >/dev/null 2>&1
for i in $(seq "$downstreams"); do
    git -C "$world/org/d$i.git" update-ref refs/heads/main "refs/heads/agent33-sync/v1.0.0/r$i"
done

agent33 drift 2>/dev/null | head -1
for round in $(seq "$rounds"); do
    echo -n "drift: " && timed agent33 drift
    echo -n "git ls-tree -r, one by one: " && timed list_trees
done

# Of one downstream only the state is left.
state=$(git -C "$world/org/d1.git" ls-tree main .agent33-sync-state | git -C "$world/org/d1.git" mktree)
git -C "$world/org/d1.git" update-ref refs/heads/main \
    "$(git -C "$world/org/d1.git" commit-tree -p main -m changed "$state")"
agent33 drift 2>/dev/null | head -1 || true

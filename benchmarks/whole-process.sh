#!/usr/bin/env bash
# Compares the command line, as a whole process, with plumbing.sh: by turns, in one run, and prints ratios.
#
#   whole-process.sh BUNDLE [ROUNDS]
#
#   BUNDLE            the bundle of AGENT-33 (it has the tag v2.4.0)
#   ROUNDS            how often each side runs; 7 unless given
#   AGENT33_SYNC      the command to measure; bin/agent33-sync of this checkout unless given
#   AGENT33_WORLD     where the repositories are made; a new folder in /dev/shm unless given
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
bundle=$(realpath "$1")
rounds=${2:-7}
sync=${AGENT33_SYNC:-$here/../bin/agent33-sync}
world=${AGENT33_WORLD:-$(mktemp -d /dev/shm/agent33-bench-XXXXXX)}
results=$world/results
few=20 many=40

# The five checks of a rule, by the name of an upstream whose rules have them so.
declare -A checks=(
    [off]='checksum: off, schema_check: off, link_integrity: off, secret_scan: off, version_tag: off'
    [all]='checksum: true, schema_check: warn, link_integrity: warn, secret_scan: warn, version_tag: warn'
)

export GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null
export GIT_AUTHOR_NAME=person GIT_AUTHOR_EMAIL=person@localhost GIT_AUTHOR_DATE='1700000000 +0000'
export GIT_COMMITTER_NAME=person GIT_COMMITTER_EMAIL=person@localhost GIT_COMMITTER_DATE='1700000000 +0000'

say() { echo "$@" >&2; }

# Commits a tree made of the tree of $2 and of the index commands on standard input to the branch or tag $3 of $1.
commit_to() {
    local repository=$1 parent=$2 ref=$3 index=$world/index
    rm -f "$index"
    [ -z "$parent" ] || GIT_INDEX_FILE=$index git -C "$repository" read-tree "$parent"
    GIT_INDEX_FILE=$index git -C "$repository" update-index --add --index-info
    local tree commit
    tree=$(GIT_INDEX_FILE=$index git -C "$repository" write-tree)
    commit=$(git -C "$repository" commit-tree ${parent:+-p "$parent"} -m "commit" "$tree")
    git -C "$repository" update-ref "$ref" "$commit"
}

blob_of() { git -C "$1" hash-object -w --stdin; }

rule() {
    printf 'sync_rule:\n  id: %s\n  source: "core/**"\n  target_repo: org/%s\n  target_path: docs/agent33/\n' "$1" "$1"
    printf '  validation: { %s }\n  frequency: on_release\n' "$2"
}

name_of() { printf 'd%02d' "$1"; }

# An upstream with $1 rules whose checks are $2.
make_upstream() {
    local upstream=$world/upstream-$2-$1.git
    git clone -q --bare "$bundle" "$upstream"
    for i in $(seq "$1"); do
        printf '100644 %s\tcore/orchestrator/distribution/rules/%s.yaml\n' \
            "$(rule "$(name_of "$i")" "${checks[$2]}" | blob_of "$upstream")" "$(name_of "$i")"
    done | commit_to "$upstream" main refs/heads/main
    git -C "$upstream" ls-tree -r v2.4.0 core/orchestrator | awk 'NR <= 5' | while read -r mode _ id path; do
        printf '%s %s\t%s\n' "$mode" \
            "$( (git -C "$upstream" cat-file blob "$id"; echo "A further line.") | blob_of "$upstream")" "$path"
    done | commit_to "$upstream" 'v2.4.0^{commit}' refs/tags/v2.4.1
    git -C "$upstream" gc -q
}

# A downstream: ten commits, a hundred files of its own.
make_downstream() {
    local repository=$world/pristine/org/$1.git
    git init -q --bare -b main "$repository"
    for round in $(seq 0 9); do
        for i in $(seq 0 9); do
            printf '100644 %s\tsrc/part%s/file%s.txt\n' "$(echo "$1 $round $i" | blob_of "$repository")" "$round" "$i"
        done | commit_to "$repository" "$(git -C "$repository" rev-parse -q --verify main || true)" refs/heads/main
    done
    git -C "$repository" gc -q
}

reset() {
    rm -rf "$world/down" "$world/cache" "$world/texts" "$world/work"
    cp -a "$world/$1/." "$world/down"
    [ ! -d "$world/$1.cache" ] || cp -a "$world/$1.cache" "$world/cache"
}

# Our run for the release $3 with the rules of the upstream with $1 of them whose checks are $2.
ours() {
    "$sync" run --upstream "$world/upstream-$2-$1.git" --downstream-url "$world/down/{repo}.git" \
        --cache "$world/cache" --publish-to "$world/texts" --release "$3" >"$world/output" 2>&1 ||
        { cat "$world/output" >&2; exit 1; }
}

script() {
    local downstreams=()
    for i in $(seq "$1"); do
        downstreams+=("$world/down/org/$(name_of "$i").git")
    done
    "$here/plumbing.sh" "$world/upstream-off-$1.git" v2.4.0 "$world/work" "${downstreams[@]}"
}

# Runs the rest of the line in the world $2 and notes under the name $1 wall time, and processor time of it and its children.
timed() {
    local label=$1
    reset "$2"
    shift 2
    local TIMEFORMAT='%R %U %S'
    { time "$@" 2>&3; } 3>&2 2>"$world/time"
    read -r wall user system <"$world/time"
    echo "$label $wall $(echo "$user $system" | awk '{ print $1 + $2 }')" >>"$results"
}

branches() {
    for repository in "$world"/down/org/*.git; do
        git -C "$repository" for-each-ref --format='%(refname)' refs/heads/sync refs/heads/agent33-sync
    done | wc -l
}

# Each side must have done its work, else there is nothing to compare.
expect() {
    [ "$(branches)" = "$1" ] || { say "expected $1 branches, found $(branches)"; exit 1; }
}

# What is there once everything of the first release is merged, with the checks $1; and once a run has seen that.
merge() {
    reset pristine
    ours $few "$1" v2.4.0
    expect $few
    for i in $(seq $few); do
        local repository
        repository=$world/down/org/$(name_of "$i").git
        git -C "$repository" update-ref refs/heads/main "agent33-sync/v2.4.0/$(name_of "$i")"
    done
    cp -a "$world/down" "$world/merged-$1"
    cp -a "$world/cache" "$world/merged-$1.cache"
    reset "merged-$1"
    ours $few "$1" v2.4.0
    cp -a "$world/down" "$world/seen-$1"
    cp -a "$world/cache" "$world/seen-$1.cache"
}

make_world() {
    say "making repositories in $world"
    mkdir -p "$world/pristine/org"
    make_upstream $few off
    make_upstream $few all
    make_upstream $many off
    for i in $(seq $many); do
        make_downstream "$(name_of "$i")"
    done
    merge off
    merge all
}

round() {
    timed script-$few pristine script $few
    expect $few
    for with in off all; do
        timed ours-$with pristine ours $few $with v2.4.0
        expect $few
        timed nothing-$with "merged-$with" ours $few $with v2.4.0
        expect $few
        timed five-$with "merged-$with" ours $few $with v2.4.1
        expect $((2 * few))
    done
    timed seen-all seen-all ours $few all v2.4.0
    expect $few
    timed script-$many pristine script $many
    expect $many
    timed ours-$many pristine ours $many off v2.4.0
    expect $many
}

report() {
    sort -k1,1 -k2,2n "$results" | awk -v few=$few -v many=$many '
        { wall[$1, ++count[$1]] = $2; cpu[$1, count[$1]] = $3 }
        function sorted(values, key, into, n, i, j, t) {
            n = count[key]
            for (i = 1; i <= n; i++) into[i] = values[key, i]
            for (i = 2; i <= n; i++) for (j = i; j > 1 && into[j] < into[j - 1]; j--) {
                t = into[j]; into[j] = into[j - 1]; into[j - 1] = t
            }
            return n
        }
        function least(values, key,    into) { sorted(values, key, into); return into[1] }
        function median(values, key,    into, n) { n = sorted(values, key, into); return into[int((n + 1) / 2)] }
        function line(name, a, b, c, d, e, f, target) {
            printf "%-34s %7.3f %7.3f %6.2f   %7.3f %7.3f %6.2f   %6.2f   %s\n", name, a, b, a / b, c, d, c / d, e / f, target
        }
        function row(name, key, base, target) {
            line(name, least(wall, key), least(wall, base), median(wall, key), median(wall, base),
                least(cpu, key), least(cpu, base), target)
        }
        function head(what) {
            printf "%-34s %7s %7s %6s   %7s %7s %6s   %6s   %s\n", "seconds, ratio to " what, "least", "base", "ratio",
                "median", "base", "ratio", "cpu", "target"
        }
        END {
            s = "script-" few
            head("the script")
            row("full copy to " few ", checks off", "ours-off", s, "1.00")
            row("nothing new, checks off", "nothing-off", s, "0.25")
            row("five changed files, checks off", "five-off", s, "0.50")
            row("full copy to " few ", all five", "ours-all", s, "")
            row("nothing new, all five", "nothing-all", s, "0.25")
            row("nothing new, once seen, all five", "seen-all", s, "0.25")
            row("five changed files, all five", "five-all", s, "0.50")
            a = "ours-off"; b = "ours-" many; t = "script-" many; n = many - few
            line("each further downstream", (least(wall, b) - least(wall, a)) / n, (least(wall, t) - least(wall, s)) / n,
                (median(wall, b) - median(wall, a)) / n, (median(wall, t) - median(wall, s)) / n,
                (least(cpu, b) - least(cpu, a)), (least(cpu, t) - least(cpu, s)), "0.50")
            print ""
            head("checks off")
            row("full copy to " few ", all five", "ours-all", "ours-off", "1.50")
        }'
}

make_world
for i in $(seq "$rounds"); do
    say "round $i of $rounds"
    round
done
report
[ -n "${AGENT33_WORLD:-}" ] || rm -rf "$world"

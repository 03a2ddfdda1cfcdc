#!/bin/sh
# The same copying by plain git plumbing, which the engine is measured against: all of core/ at one tag into a folder of
# each downstream, one commit on a branch of its own. It checks nothing, remembers nothing and writes no pull request.
#
#   plumbing.sh UPSTREAM TAG WORK DOWNSTREAM...
#
#   WORK is a folder for the objects, made if it is not there. Each repository is a bare one on this machine.
set -eu

upstream=$1 tag=$2 work=$3
shift 3

export GIT_DIR="$work" GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null
export GIT_AUTHOR_NAME=script GIT_AUTHOR_EMAIL=script@localhost
export GIT_COMMITTER_NAME=script GIT_COMMITTER_EMAIL=script@localhost
export GIT_INDEX_FILE="$work/index"

[ -d "$work" ] || git init -q --bare "$work"
git fetch -q --depth 1 "file://$upstream" "refs/tags/$tag"
source=$(git rev-parse "FETCH_HEAD^{commit}:core")

for downstream in "$@"; do
    git fetch -q --depth 1 "file://$downstream" refs/heads/main
    base=$(git rev-parse FETCH_HEAD)
    git read-tree "$base"
    git read-tree -i --prefix=docs/agent33/ "$source"
    commit=$(git commit-tree -p "$base" -m "sync $tag" "$(git write-tree)")
    git push -q "file://$downstream" "$commit:refs/heads/sync/$tag"
done

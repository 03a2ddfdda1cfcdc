#!/bin/sh
# What a rule must deliver, told by git alone: mode, type, id and path below the target of every file that lies below
# FOLDER at RELEASE and whose name ends with SUFFIX (a basic regular expression; may be empty).
# usage: expected-tree.sh UPSTREAM RELEASE FOLDER [SUFFIX]
set -eu
git --git-dir="$1" -c core.quotePath=off ls-tree -r --full-tree "$2" "$3/" |
    grep "${4:-}\$" |
    sed "s|	$3/|	|" |
    LC_ALL=C sort

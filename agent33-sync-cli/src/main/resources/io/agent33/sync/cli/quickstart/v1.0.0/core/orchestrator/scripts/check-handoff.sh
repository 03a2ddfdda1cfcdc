#!/bin/sh
# Fails if a handoff message lacks one of its parts.
for part in Task Branch Done Left; do
    grep -q "^$part:" "$1" || { echo "missing: $part" >&2; exit 1; }
done

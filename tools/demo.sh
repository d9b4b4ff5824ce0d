#!/bin/sh
# The main job for a newcomer: `demo.sh path/to/nrm`. Official PDFs if there are any, else the samples.
# Succeeds where `nrm build` ends with 0 or 1 and says which.
set -u
nrm=$1
if find data/raw -iname '*.pdf' -print 2>/dev/null | grep -q .; then
  echo "Building from the official PDFs in data/raw."
  "$nrm" build data/raw
else
  echo "No PDF in data/raw: building from the sample editions (facsimiles, never to be cited)."
  "$nrm" build --sample
fi
status=$?
case $status in
  0) echo "nrm build ended with 0: every file was read and every check agrees." ;;
  1) echo "nrm build ended with 1: built, but a file could not be read or a check failed (see above)." ;;
  *) echo "nrm build ended with $status: nothing was built." >&2; exit "$status" ;;
esac
echo "Look at data/derived/charts, or try: $nrm list 2016"

#!/usr/bin/env bash
# Builds everything and runs every test, on SQLite and on PostgreSQL, and in a real browser.
# Ends with one line "N passed, N failed"; the exit code is 0 only if none failed.
#   ./test.sh            all
#   ./test.sh unit arch  only the named groups: unit arch sqlite postgres browser
set -uo pipefail
cd "$(dirname "$0")"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 PARTYCMS_ARTIFACTS="$PWD/artifacts/test-output"
configuration=${CONFIGURATION:-Release}
groups=${*:-unit arch sqlite postgres browser}
passed=0 failed=0 skipped=0
postgres_data=""

wants() { [[ " $groups " == *" $1 "* ]]; }

step() { printf '\n== %s (%s)\n' "$1" "$(date +%T)"; }

finish() {
  if [ -n "$postgres_data" ]; then
    as_postgres "$postgres_bin/pg_ctl" -D "$postgres_data" -m immediate stop >/dev/null 2>&1
    rm -rf "$postgres_data"
  fi
}
trap finish EXIT

fail_early() {
  echo "$1" >&2
  echo "0 passed, 1 failed"
  exit 1
}

# The server refuses to run as root.
as_postgres() {
  if [ "$(id -u)" = 0 ]; then
    (cd / && setpriv --reuid=postgres --regid=postgres --clear-groups "$@")
  else
    "$@"
  fi
}

find_postgres() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1; }

install_missing() {
  local missing=()
  command -v node >/dev/null || missing+=(nodejs)
  command -v npm >/dev/null || missing+=(npm)
  [ -x "$(find_postgres)/initdb" ] || missing+=(postgresql)
  [ -x /usr/bin/chromium ] || missing+=(chromium)
  ls /usr/share/fonts/opentype/noto/NotoSansCJK-* >/dev/null 2>&1 || missing+=(fonts-noto-cjk)
  command -v vipsthumbnail >/dev/null || missing+=(libvips-tools)
  [ ${#missing[@]} -eq 0 ] && return 0
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    step "Installing ${missing[*]}"
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null \
      || fail_early "apt-get could not install: ${missing[*]}"
  else
    fail_early "These packages are missing: ${missing[*]}. Install them, as root: apt-get install ${missing[*]}"
  fi
}

start_postgres() {
  postgres_bin=$(find_postgres)
  postgres_data=$(mktemp -d /tmp/partycms-postgres.XXXXXX)
  local port=$((20000 + RANDOM % 20000))
  [ "$(id -u)" = 0 ] && chown postgres: "$postgres_data"
  as_postgres "$postgres_bin/initdb" -D "$postgres_data" -U postgres -E UTF8 --locale=C.UTF-8 -A trust >/dev/null || return 1
  as_postgres "$postgres_bin/pg_ctl" -D "$postgres_data" -l "$postgres_data/log" -w \
    -o "-p $port -k $postgres_data -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=300" start >/dev/null || return 1
  export PARTYCMS_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=postgres"
}

# Runs one test project and adds its figures to the totals.
run_tests() {
  local project=$1 output
  output=$(mktemp)
  dotnet "artifacts/bin/$project/$(echo "$configuration" | tr '[:upper:]' '[:lower:]')/$project.dll" -noColor "${@:2}" >"$output" 2>&1
  local code=$?
  grep -A 14 '\[FAIL\]' "$output" | head -n 300
  local line
  line=$(grep -oE 'Total: [0-9]+, Errors: [0-9]+, Failed: [0-9]+, Skipped: [0-9]+' "$output" | tail -n 1)
  if [ -z "$line" ]; then
    tail -n 60 "$output"
    failed=$((failed + 1))
  else
    local total errors bad left
    read -r total errors bad left <<<"$(echo "$line" | grep -oE '[0-9]+' | tr '\n' ' ')"
    passed=$((passed + total - bad - left))
    failed=$((failed + bad + errors))
    skipped=$((skipped + left))
    [ "$code" = 0 ] || [ "$((bad + errors))" -gt 0 ] || failed=$((failed + 1))
  fi
  rm -f "$output"
}

install_missing
rm -rf "$PARTYCMS_ARTIFACTS" && mkdir -p "$PARTYCMS_ARTIFACTS"

step "Build"
dotnet build PartyCms.sln -c "$configuration" -v q || fail_early "The build failed."

if wants unit; then step "Unit tests"; run_tests PartyCms.UnitTests; fi
if wants arch; then step "Architecture tests"; run_tests PartyCms.ArchitectureTests; fi
if wants sqlite; then step "Integration tests on SQLite"; run_tests PartyCms.IntegrationTests; fi
if wants postgres; then
  step "Integration tests on PostgreSQL"
  if start_postgres; then
    run_tests PartyCms.IntegrationTests
    unset PARTYCMS_TEST_POSTGRES
  else
    echo "PostgreSQL could not be started; see $postgres_data/log"
    failed=$((failed + 1))
  fi
fi
if wants browser; then step "Browser tests"; run_tests PartyCms.BrowserTests; fi

step "Screenshots are in ${PARTYCMS_ARTIFACTS#"$PWD"/}"
if [ "$skipped" -gt 0 ]; then
  echo "$passed passed, $failed failed, $skipped skipped"
else
  echo "$passed passed, $failed failed"
fi
[ "$failed" -eq 0 ]
